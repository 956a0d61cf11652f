//! Markdown, read with a parser of `CommonMark` and of GitHub's tables.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::support::{MEETINGS, NASTY, differences, exported, nasty, papers, sample};

/// The text that is read, a line for each block; members of numbered lists with their number as it stands in the file.
fn printed(markdown: &str) -> String {
    let (mut text, mut lists) = (String::new(), Vec::new());
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Text(words) => text.push_str(&words),
            Event::Start(Tag::List(first)) => lists.push(first.is_some()),
            Event::End(TagEnd::List(_)) => _ = lists.pop(),
            Event::Start(Tag::Item) if lists.last() == Some(&true) => {
                let marker = markdown[range].split_whitespace().next().unwrap();
                text.extend(["\n", marker, " "]);
            }
            Event::Start(_) | Event::End(TagEnd::Strong | TagEnd::Emphasis) => {}
            Event::InlineHtml(tag) if tag.as_ref() == "<br>" => text.push('\n'),
            Event::End(_) | Event::HardBreak => text.push('\n'),
            other => panic!("{other:?}"),
        }
    }
    text
}

#[test]
fn every_meeting_has_the_words_of_the_plain_text() {
    for meeting in MEETINGS {
        let played = sample(meeting);
        for paper in papers(meeting) {
            let (plain, markdown) = (exported(&played, paper), exported(&played, &format!("{paper}-markdown")));
            assert_eq!(differences(&plain, &printed(&markdown)), Vec::<String>::new(), "{meeting}: {paper}");
        }
    }
}

#[test]
fn text_of_every_kind_is_read_as_it_was_typed() {
    let read = printed(&exported(&nasty(), "markdown"));
    let lines: Vec<&str> = read.lines().map(str::trim).collect();
    for nasty in NASTY {
        let said = format!("Councillor NicLeòid said that {nasty} was so.");
        assert_eq!(lines.iter().filter(|line| line.ends_with(&said)).count(), 2, "{said} in {read}");
        let promised = format!("see to {nasty}");
        assert_eq!(lines.iter().filter(|line| **line == promised).count(), 2, "{promised} in {read}");
    }
    assert!(lines.iter().any(|line| line.ends_with("# Roads & <Paths> *2026* | part_1")), "{read}");
}
