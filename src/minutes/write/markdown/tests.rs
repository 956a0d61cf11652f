//! Markdown as a reader of it takes it, plain and with every extension that it knows.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;
use crate::minutes::block::plain;
use crate::minutes::write::tests::{line, part, text};
use crate::text::harmless;

/// What a reader takes a piece of Markdown for: what it stands in, and its letters with their emphasis.
#[derive(Clone, Debug, Default, PartialEq)]
struct Read {
    kind: String,
    text: String,
    emphasis: Vec<Emphasis>,
}

impl Read {
    fn add(&mut self, text: &str, emphasis: Emphasis) {
        self.text.push_str(text);
        self.emphasis.extend(text.chars().filter(|letter| !letter.is_whitespace()).map(|_| emphasis));
    }
}

/// Without what replaces letters.
fn dialects() -> [Options; 2] {
    [Options::ENABLE_TABLES | Options::ENABLE_GFM, Options::all() - Options::ENABLE_SMART_PUNCTUATION]
}

/// The pieces that hold text. A member of a list is called by its number.
fn read(markdown: &str, options: Options) -> Vec<Read> {
    let (mut found, mut lists, mut marks) = (vec![Read::default()], Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::List(first)) => lists.push(first),
            Event::End(TagEnd::List(_)) => _ = lists.pop(),
            Event::Start(Tag::Item) => {
                let number = lists.last_mut().unwrap();
                found.push(Read { kind: number.map_or("-".into(), |number| number.to_string()), ..Read::default() });
                *number = number.map(|number| number + 1);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                found.push(Read { kind: format!("h{}", level as usize), ..Read::default() });
            }
            Event::Start(Tag::Paragraph) if lists.is_empty() => {
                found.push(Read { kind: "p".into(), ..Read::default() });
            }
            Event::Start(Tag::TableCell) => found.push(Read { kind: "cell".into(), ..Read::default() }),
            Event::Start(Tag::Strong) => marks.push(Emphasis::Strong),
            Event::Start(Tag::Emphasis) => marks.push(Emphasis::Italic),
            Event::End(TagEnd::Strong | TagEnd::Emphasis) => _ = marks.pop(),
            Event::Text(text) => {
                found.last_mut().unwrap().add(&text, marks.last().copied().unwrap_or_default());
            }
            Event::HardBreak => found.last_mut().unwrap().text.push('\n'),
            Event::InlineHtml(tag) => match tag.as_ref() {
                "<br>" => found.last_mut().unwrap().text.push('\n'),
                "<strong>" => marks.push(Emphasis::Strong),
                "<em>" => marks.push(Emphasis::Italic),
                "</strong>" | "</em>" => _ = marks.pop(),
                other => panic!("{other} in {markdown}"),
            },
            Event::Html(comment) => assert_eq!(comment.trim(), "<!-- -->"),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Paragraph | Tag::HtmlBlock)
            | Event::End(_) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    for piece in &mut found {
        piece.text = piece.text.replace("\n ", "\n");
    }
    found.retain(|piece| !piece.text.is_empty());
    found
}

fn written(parts: &[Part]) -> String {
    Markdown.to_text(parts.iter().cloned().map(Block::of))
}

/// The text of some runs without what Markdown has no place for: space at the ends of lines, empty lines.
fn kept(line: &[Run]) -> String {
    let text: String = line.iter().map(|run| harmless(&run.text).into_owned()).collect();
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The texts of a block, in order.
fn texts(part: &Part) -> Vec<String> {
    let one = |text: &str| kept(&[Run::plain(text)]);
    let cell = |cell: &Cell| {
        let lines: Vec<String> = cell.iter().map(|line| kept(line)).filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    };
    match part {
        Part::Notice(text) | Part::Signature(text) => vec![one(text)],
        Part::DecisionHeading(text) | Part::Subheading(text) => vec![one(text).replace('\n', " ")],
        Part::Title(lines) => vec![one(&lines.join("\n")).replace('\n', " ")],
        Part::Attendance { label, lines } => {
            let people: Vec<String> = lines.iter().map(|line| plain(line)).collect();
            vec![one(&format!("{label} {}", people.join("\n")))]
        }
        Part::Heading { number, text, .. } => vec![one(&format!("{number} {text}")).replace('\n', " ")],
        Part::Paragraph(line)
        | Part::Times(line)
        | Part::Decision { line, .. }
        | Part::Quote(line)
        | Part::Bullet(line) => {
            vec![kept(line)]
        }
        Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => match List::of(marker) {
            List::Numbers(..) => vec![kept(line)],
            List::Bullets => vec![one(&format!("{marker} {}", plain(line)))],
        },
        Part::Table(table) => {
            table.columns.iter().map(|column| one(column)).chain(table.rows.iter().flatten().map(cell)).collect()
        }
    }
}

fn point(marker: &str, text: &str) -> Part {
    Part::ListItem { marker: marker.to_owned(), line: vec![Run::plain(text)] }
}

/// Each text as what it is read as.
fn read_as(parts: &[Part]) -> Vec<String> {
    let markdown = written(parts);
    let [plain, extended] = dialects().map(|options| read(&markdown, options));
    assert_eq!(plain, extended, "{markdown}");
    plain.into_iter().map(|piece| format!("{}: {}", piece.kind, piece.text)).collect()
}

#[test]
fn markers_are_those_that_are_printed() {
    let parts = ["3)", "4)", "7)", "1)", "1.", "2.", "01.", "(a)", "i.", "1234567890.", "10."];
    assert_eq!(
        read_as(&parts.map(|marker| point(marker, "x"))),
        [
            "3: x",
            "4: x",
            "7: x",
            "1: x",
            "1: x",
            "2: x",
            "-: 01. x",
            "-: (a) x",
            "-: i. x",
            "-: 1234567890. x",
            "10: x"
        ]
    );
}

#[test]
fn what_looks_like_a_mark_is_text() {
    for text in [
        "1. first",
        "12) twelfth",
        "(a) lettered",
        "iv. roman",
        "- a dash",
        "+ a plus",
        "# a heading",
        "    four spaces",
        "===",
        "---",
        "> quoted",
        "| a | b |",
        "<b>bold</b> & &amp; <!-- no -->",
        "*a* _b_ **c** `d` ~~e~~ ==f== ^g^ $h$ \\i",
        "[text](link) ![alt](x) [^1] <a@b.org> https://www.example.org/a_b_c",
        "- [ ] to do",
        ": defined",
        "a line\n- another\n1. third",
        "a line\n\n\n===\nafter",
        "Y Fro Gymraeg – ŵ ŷ; Gàidhlig – à è ì ò ù; עברית; 👩🏽‍🚀",
        "ends with a backslash\\",
        "{.class #id}",
        "~~~\ncode",
        "% title",
    ] {
        let trimmed = kept(&[Run::plain(text)]);
        assert_eq!(read_as(&[Part::Paragraph(vec![Run::plain(text)])]), [format!("p: {trimmed}")], "{text}");
        assert_eq!(read_as(&[point("1)", text)]), [format!("1: {trimmed}")], "{text}");
        let heading = Part::Subheading(text.to_owned());
        assert_eq!(read_as(&[heading]), [format!("h1: {}", trimmed.replace('\n', " "))], "{text}");
        let table =
            Table { columns: vec!["A".into()], rows: vec![vec![vec![vec![Run::plain(text)]]]], ..Table::default() };
        assert_eq!(read_as(&[Part::Table(table)]), ["cell: A".to_owned(), format!("cell: {trimmed}")], "{text}");
    }
}

#[test]
fn ordinary_text_stays_as_it_is_typed() {
    let text =
        "Councillor Sharp asked (in 2.5 years) what £1,000 - or 3% - bought: \"nothing\", clerk@example.org said.";
    assert_eq!(written(&[Part::Paragraph(vec![Run::plain(text)])]), format!("{text}\n"));
}

#[test]
fn a_page_of_markdown() {
    let cell = |text: &str| vec![vec![Run::plain(text)], vec![Run::plain("second")]];
    let table =
        Table { name: "T".into(), columns: vec!["A".into(), "B".into()], rows: vec![vec![cell("a|b"), vec![]]] };
    let markdown = written(&[
        Part::Notice("DRAFT".into()),
        Part::Title(vec!["MINUTES".into(), "OF A".into()]),
        Part::Attendance { label: "Present:".into(), lines: vec![vec![Run::plain("Ann")], vec![Run::plain("Ben")]] },
        Part::Heading { level: 1, number: "1.".into(), text: "Roads".into() },
        point("1)", "One"),
        point("2)", "Two\nlines"),
        Part::Bullet(vec![Run::plain("Three")]),
        Part::DecisionHeading("DECISION".into()),
        Part::Decision { line: vec![strong("AGREED"), Run::plain(" to note")], taken: true },
        Part::Table(table),
    ]);
    assert_eq!(
        markdown,
        "**DRAFT**\n\n# MINUTES OF A\n\n**Present:** Ann\\\nBen\n\n## 1. Roads\n\n1) One\n2) Two\\\n   lines\n\n- Three\n\n\
         ### DECISION\n\n**AGREED** to note\n\n| A | B |\n| --- | --- |\n| a\\|b<br> second |  |\n"
    );
}

proptest! {
    #[test]
    fn a_reader_gets_the_words_that_were_written(parts in proptest::collection::vec(part(), 0..6)) {
        let markdown = written(&parts);
        prop_assert_eq!(harmless(&markdown), markdown.as_str());
        let wanted: Vec<String> = parts.iter().flat_map(texts).filter(|text| !text.is_empty()).collect();
        for options in dialects() {
            let found: Vec<String> = read(&markdown, options).into_iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&found, &wanted, "{}", markdown);
        }
    }

    #[test]
    fn emphasis_is_read_as_it_was_meant(line in line(), word in text()) {
        let line = [line, vec![strong(&word)]].concat();
        let markdown = written(&[Part::Paragraph(line.clone())]);
        let wanted: Vec<Emphasis> = line
            .iter()
            .flat_map(|run| harmless(&run.text).chars().filter(|letter| !letter.is_whitespace()).map(|_| run.emphasis).collect::<Vec<_>>())
            .collect();
        for options in dialects() {
            let found: Vec<Emphasis> = read(&markdown, options).into_iter().flat_map(|piece| piece.emphasis).collect();
            prop_assert_eq!(&found, &wanted, "{}", markdown);
        }
    }
}
