//! Markdown, as a reader of it takes it: what its marks say is left aside.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Paragraph;

/// The paragraphs, headings, members of lists and cells of a text.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut here = String::new();
    let end = |here: &mut String, cell: bool, found: &mut Vec<Paragraph>| {
        let text = std::mem::take(here);
        found.push(Paragraph { cell, ..Paragraph::plain(text.trim()) });
    };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(text) | Event::Code(text) => here.push_str(&text),
            Event::SoftBreak => here.push(' '),
            Event::HardBreak => here.push('\n'),
            Event::InlineHtml(mark) if mark.starts_with("<br") => here.push('\n'),
            Event::End(TagEnd::TableCell) => end(&mut here, true, &mut found),
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::List(_))
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => {
                end(&mut here, false, &mut found);
            }
            _ => {}
        }
    }
    end(&mut here, false, &mut found);
    found
}
