//! Any blocks at all, as a record that was written by hand may hold them.

use proptest::prelude::*;
use quorate::minutes::block::{Block, Emphasis, Line, Part, Run, Table, plain};
use quorate::minutes::sheet::{Foot, Sheet};
use quorate::minutes::write::{Docx, Writer};
use quorate::text::{harmless, harmless_line};

use super::{assert_sound, paragraphs, unzipped};

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Z \u{1b}\u{202e}\t\r\n\u{7}\u{ad}\u{fffe}\u{0}]{0,40}|\\PC{0,30}|[<>&\"'%\\]!=_x0-9; -]{0,30}|[שלוםمرحباŵŷ👩🏽\u{200d}🚀]{0,20}"
}

fn line() -> impl Strategy<Value = Line> {
    let emphasis = prop_oneof![Just(Emphasis::Plain), Just(Emphasis::Strong), Just(Emphasis::Italic)];
    let run = (text(), emphasis).prop_map(|(text, emphasis)| Run { text: harmless(&text).into_owned(), emphasis });
    proptest::collection::vec(run, 0..4)
}

fn part() -> impl Strategy<Value = Part> {
    let marker = prop_oneof!["[(]?([0-9]{1,2}|[a-d]|[ivx]{1,4})[.)]", text()];
    let cells = proptest::collection::vec(proptest::collection::vec(line(), 0..3), 0..4);
    let table = (proptest::collection::vec(text(), 1..4), proptest::collection::vec(cells, 0..3));
    prop_oneof![
        1 => text().prop_map(Part::Notice),
        1 => proptest::collection::vec(text(), 1..3).prop_map(Part::Title),
        1 => (text(), proptest::collection::vec(line(), 0..3)).prop_map(|(label, lines)| Part::Attendance { label, lines }),
        1 => (1_usize..9, text(), text()).prop_map(|(level, number, text)| Part::Heading { level, number, text }),
        1 => line().prop_map(Part::Paragraph),
        4 => (marker, line()).prop_map(|(marker, line)| Part::ListItem { marker, line }),
        1 => line().prop_map(|line| Part::ToWriteUp { marker: String::new(), line }),
        1 => line().prop_map(|line| Part::Decision { line, taken: true }),
        1 => text().prop_map(Part::Subheading),
        1 => table.prop_map(|(columns, rows)| Part::Table(Table { name: "Anything".into(), columns, rows })),
        1 => text().prop_map(Part::Signature),
    ]
}

/// What the paragraphs of a part say.
fn said(part: &Part) -> Vec<String> {
    let safe = |text: &str| harmless(text).into_owned();
    let line = |line: &Line| safe(&plain(line));
    let behind =
        |marker: &str, text: String| if marker.is_empty() { text } else { format!("{}\t{text}", safe(marker)) };
    match part {
        Part::Title(lines) => vec![safe(&lines.join("\n"))],
        Part::Attendance { label, lines } => {
            let first = lines.iter().take(1).map(|person| format!("{}\t{}", safe(label), line(person)));
            first.chain(lines.iter().skip(1).map(line)).collect()
        }
        Part::Heading { number, text, .. } => vec![behind(number, safe(text))],
        Part::ListItem { marker, line: said } | Part::ToWriteUp { marker, line: said } => {
            vec![behind(marker, line(said))]
        }
        Part::Paragraph(said)
        | Part::Quote(said)
        | Part::Bullet(said)
        | Part::Decision { line: said, .. }
        | Part::Times(said) => {
            vec![line(said)]
        }
        Part::Notice(text) | Part::DecisionHeading(text) | Part::Subheading(text) | Part::Signature(text) => {
            vec![safe(text)]
        }
        Part::Table(table) => cells(table, &safe),
    }
}

/// A row has a cell for every column that any row has.
fn cells(table: &Table, safe: &dyn Fn(&str) -> String) -> Vec<String> {
    let columns = table.rows.iter().map(Vec::len).fold(table.columns.len(), usize::max);
    let heading = table.columns.iter().map(|column| safe(column)).chain(std::iter::repeat(String::new()));
    let rows = table.rows.iter().flat_map(|row| {
        (0..columns).flat_map(|at| {
            let lines: Vec<String> = row.get(at).into_iter().flatten().map(|line| safe(&plain(line))).collect();
            if lines.is_empty() { vec![String::new()] } else { lines }
        })
    });
    heading.take(columns).chain(rows).collect()
}

fn sheet(text: &str) -> Sheet {
    Sheet {
        title: text.to_owned(),
        body: text.to_owned(),
        language: "en-GB".to_owned(),
        head: text.to_owned(),
        foot: vec![Foot::Text(text.to_owned()), Foot::Page],
        initials: text.to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_blocks_are_well_formed_and_come_back(parts in proptest::collection::vec(part(), 0..8), of in text()) {
        let mut written = Vec::new();
        let mut blocks = parts.iter().cloned().map(Block::of);
        Docx.write(&sheet(&of), &mut blocks, &mut written).unwrap();
        let package = unzipped(&written);
        assert_sound(&package);
        // What stands only to keep tables apart says nothing.
        let read: Vec<_> = paragraphs(&package).into_iter().filter(|it| it.in_table || !it.printed().is_empty()).collect();
        let told: Vec<String> = parts.iter().flat_map(|part| {
            let lines = said(part);
            if matches!(part, Part::Table(_)) { lines } else { lines.into_iter().filter(|line| !line.is_empty()).collect() }
        }).collect();
        prop_assert_eq!(read.len(), told.len());
        for (paragraph, told) in read.iter().zip(&told) {
            // The number of a list stands on one line.
            if let Some(number) = &paragraph.number {
                let (marker, text) = told.split_once('\t').unwrap();
                prop_assert_eq!(&harmless_line(marker).into_owned(), number);
                prop_assert_eq!(text, paragraph.text.as_str());
            } else {
                prop_assert_eq!(&paragraph.printed(), told);
            }
        }
    }
}
