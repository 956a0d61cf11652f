//! What comes out of the writers: exact text, nothing harmful, nothing too wide.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::meeting::agenda::ItemKind;
use crate::meeting::event::Sitting;
use crate::meeting::fact::{Section, Verb};
use crate::minutes::block::{Emphasis, Line, Part, Run, Table};
use crate::minutes::document::{actions, item_blocks, minutes, register};
use crate::minutes::sample::{Scene, agenda, decided, item, panel_style, point, said};
use crate::minutes::style::{Style, TextItalics};
use crate::text::width;

fn scene() -> Scene {
    let mut scene = Scene::new(agenda(vec![item("1", "Annual Report", ItemKind::Report)]));
    scene.sitting(Sitting::Sitting);
    scene.visit("1");
    scene.record(
        "1",
        point(Section::Discussion, Some("Youth"), vec![said("sharp", "asked about the fund and what had come of it")]),
    );
    scene.record("1", decided(Verb::Note, "The Panel *agreed* to *note* the report."));
    scene
}

#[test]
fn an_item_in_plain_text() {
    let text = Text { width: 40, italics: TextItalics::Stars, bullet: '-' }.to_text(item_blocks(
        scene().state(),
        &panel_style(),
        &"1".into(),
    ));
    assert_eq!(
        text,
        "1. Annual Report\n\n\
         1) *Youth* – Councillor Sharp asked\n   about the fund and what had come of\n   it.\n\n\
         ACTION\n\n\
         The Panel AGREED to NOTE the report.\n"
    );
}

#[test]
fn bold_is_spelt_in_capitals_where_the_house_has_no_capitals() {
    let style = Style { verbs: crate::minutes::style::VerbEmphasis::Bold, ..panel_style() };
    let text = Text::new(&style, 80).to_text(item_blocks(scene().state(), &style, &"1".into()));
    assert!(text.contains("The Panel AGREED to NOTE the report."), "{text}");
}

#[test]
fn a_table_survives_email() {
    let text = Text::new(&panel_style(), 44).to_text(actions(scene().state(), &panel_style()).skip(1));
    assert_eq!(
        text,
        "ITEM             | ACTION\n\
         -----------------+--------------------------\n\
         1. Annual Report | The Panel AGREED to NOTE\n                 | the report.\n"
    );
}

#[test]
fn a_table_too_wide_for_columns_is_listed() {
    let text = Text::new(&panel_style(), 10).to_text(actions(scene().state(), &panel_style()).skip(1));
    assert_eq!(text, "ITEM: 1.\nAnnual\nReport\nACTION:\nThe Panel\nAGREED to\nNOTE the\nreport.\n");
}

#[test]
fn the_register_is_one_table_for_a_spreadsheet() {
    let text = Csv::default().to_text([register(scene().state(), &panel_style())]);
    assert_eq!(
        text,
        "KIND,MINUTE,ITEM,ACTION,OWNER,DUE\r\nDecision,1,Annual Report,The Panel AGREED to NOTE the report.,,\r\n"
    );
}

#[test]
fn a_whole_draft_is_the_same_every_time() {
    let once = Text::new(&panel_style(), 80).to_text(minutes(scene().state(), &panel_style()));
    assert_eq!(once, Text::new(&panel_style(), 80).to_text(minutes(scene().state(), &panel_style())));
    assert!(once.trim_start().starts_with("DRAFT"), "{once}");
}

/// Anything that may have been typed, or been written into a record by hand.
pub(super) fn text() -> impl Strategy<Value = String> {
    let letters =
        "[a-zA-Z ,.*\u{1b}\u{202e}\t\r\n\u{7}\u{ad}-]{0,60}|\\PC{0,30}|[👩🏽\u{200d}🚀字e\u{301} ]{0,20}|.{0,30}";
    let marks = "[-+=:%#>~|*_\\[\\]{}()<>&`!?.,;@$^/'\"\\\\0-9a-cvi \u{a0}\n]{0,40}";
    let scripts = "[a-z ŵŷàèìòùáéשלוםمرحبا0-9.()\n]{0,30}";
    prop_oneof![letters, marks, scripts]
}

pub(super) fn line() -> impl Strategy<Value = Line> {
    let emphasis = prop_oneof![Just(Emphasis::Plain), Just(Emphasis::Strong), Just(Emphasis::Italic)];
    proptest::collection::vec((text(), emphasis), 0..4)
        .prop_map(|runs| runs.into_iter().map(|(text, emphasis)| Run { text, emphasis }).collect())
}

pub(super) fn part() -> impl Strategy<Value = Part> {
    let cells = proptest::collection::vec(proptest::collection::vec(line(), 0..3), 3);
    prop_oneof![
        text().prop_map(Part::Notice),
        proptest::collection::vec(text(), 0..3).prop_map(Part::Title),
        (text(), proptest::collection::vec(line(), 0..3)).prop_map(|(label, lines)| Part::Attendance { label, lines }),
        (1_usize..4, "[0-9.]{0,4}", text()).prop_map(|(level, number, text)| Part::Heading { level, number, text }),
        text().prop_map(Part::Subheading),
        line().prop_map(Part::Paragraph),
        (text(), line()).prop_map(|(marker, line)| Part::ListItem { marker, line }),
        ("[(]?[0-9ai]{1,2}[.)]", line()).prop_map(|(marker, line)| Part::ListItem { marker, line }),
        line().prop_map(Part::Bullet),
        (text(), line()).prop_map(|(marker, line)| Part::ToWriteUp { marker, line }),
        line().prop_map(|line| Part::Decision { line, taken: true }),
        (proptest::collection::vec(text(), 3), proptest::collection::vec(cells, 0..3))
            .prop_map(|(columns, rows)| Part::Table(Table { name: String::new(), columns, rows })),
        text().prop_map(Part::Signature),
    ]
}

proptest! {
    #[test]
    fn text_holds_nothing_harmful_and_keeps_to_its_width(
        parts in proptest::collection::vec(part(), 0..4),
        wide in prop_oneof![1_usize..30, Just(80)],
    ) {
        let text = Text { width: wide, italics: TextItalics::Stars, bullet: '-' }.to_text(parts.into_iter().map(Block::of));
        prop_assert_eq!(crate::text::harmless(&text), text.as_str());
        for line in text.lines() {
            prop_assert!(width(line) <= wide || line.graphemes(true).count() == 1, "{wide}: {line:?}");
        }
    }

    #[test]
    fn no_cell_begins_like_a_formula(cell in text()) {
        let table = Table { name: String::new(), columns: vec![cell.clone()], rows: vec![vec![vec![vec![Run::plain(cell)]]]] };
        let written = Csv::default().to_text([Block::of(Part::Table(table))]);
        let mut reader = csv_reader(&written);
        for record in reader.records() {
            for field in &record.unwrap() {
                prop_assert!(!field.trim_start().starts_with(['=', '+', '-', '@']), "{field:?}");
                prop_assert_eq!(crate::text::harmless(field), field);
            }
        }
    }
}

fn csv_reader(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}
