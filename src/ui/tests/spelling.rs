//! Words that nobody knows are marked wherever they are written, also without colours.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::model::model;
use super::sample::STYLE;
use super::{drawn, drawn_in, row, rows, theme};
use crate::app::model::Model;
use crate::app::view::{PageView, Search, Tone};
use crate::spelling::Dictionary;
use crate::ui::Gathered;

const WORDS: &str = "15\nCouncillor\nmade\ncomment\nquestions\nthese\nincluded\nasked\nabout\nthe\nbench\nto\nwould\nreport\nback\nand\n";

fn with_dictionary(lines: &[&str], text: &str) -> Model {
    let mut model = model(lines, text);
    model.take_dictionary(Arc::new(Dictionary::read("SET UTF-8\n", WORDS).unwrap()));
    model
}

/// The words in italics and underlined, which in the plain theme are those that nobody knows.
fn marked(buf: &Buffer) -> Vec<String> {
    let mut found = vec![String::new()];
    for y in buf.area.rows().map(|row| row.y) {
        for x in buf.area.left()..buf.area.right() {
            let cell = &buf[(x, y)];
            let is_marked = cell.modifier.contains(Modifier::UNDERLINED | Modifier::ITALIC);
            match found.last_mut() {
                Some(word) if is_marked => word.push_str(cell.symbol()),
                Some(word) if !word.is_empty() => found.push(String::new()),
                _ => {}
            }
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

fn screen(model: &Model) -> Buffer {
    let gathered = Gathered::new(model, &STYLE);
    drawn(&gathered.screen(), 80, 24).0
}

#[test]
fn unknown_words_are_underlined_in_what_is_typed_and_in_what_is_recorded() {
    let lines = ["start", "go 2", "point Sharp: asked about teh bench.", "jot sharp beench / bk"];
    let model = with_dictionary(&lines, "Bradnam asked abuot the bench, wether");
    assert_eq!(marked(&screen(&model)), ["teh", "abuot"], "not jottings, and not the word under the cursor");
    let model = with_dictionary(&lines, "Bradnam asked abuot the bench, wether ");
    assert_eq!(marked(&screen(&model)), ["teh", "abuot", "wether"]);
}

#[test]
fn the_marked_line_looks_so() {
    let text = "asked abuot the bench and woud report back to teh ";
    let buf = screen(&with_dictionary(&["start", "go 2"], text));
    let y = (0..24).find(|y| row(&buf, *y).contains("abuot")).unwrap();
    let marks = |at: u16| match (buf[(at, y)].modifier, buf[(at, y)].symbol()) {
        (modifier, _) if modifier.contains(Modifier::UNDERLINED | Modifier::ITALIC) => '~',
        (modifier, _) if modifier.contains(Modifier::UNDERLINED) => '_',
        _ => ' ',
    };
    let below: String = (0..80).map(marks).collect();
    insta::assert_snapshot!(format!("{}\n{}", rows(&buf)[usize::from(y)].trim_end(), below.trim_end()));
}

#[test]
fn every_theme_underlines_them() {
    let model = with_dictionary(&["start", "go 2"], "teh bench ");
    for name in ["dark", "light", "high-contrast", "plain"] {
        let gathered = Gathered::new(&model, &STYLE);
        let (buf, _) = drawn_in(&gathered.screen(), &theme(name), 80, 24);
        let y = (0..24).find(|y| row(&buf, *y).contains("teh bench")).unwrap();
        let at = |letter: &str| (0..80).find(|x| buf[(*x, y)].symbol() == letter).unwrap();
        let [unknown, known] = ["t", "b"].map(|letter| buf[(at(letter), y)].style());
        assert!(unknown.add_modifier.contains(Modifier::UNDERLINED), "{name}");
        assert_ne!((unknown.fg, unknown.add_modifier), (known.fg, known.add_modifier), "{name}");
    }
}

#[test]
fn a_very_long_line_is_looked_at_where_it_is_seen() {
    let mut text = "teh ".repeat(5_000);
    text.push_str("abuot the bench ");
    let seen = marked(&screen(&with_dictionary(&["start", "go 2"], &text)));
    assert!(seen.len() < 1_000 && seen.last().is_some_and(|word| word == "abuot"), "{}", seen.len());
}

#[test]
fn unknown_words_are_underlined_in_the_preview_but_for_lines_that_are_none_of_the_minutes() {
    let mut model = with_dictionary(&["start"], "");
    let lines = ["asked about teh bench", "sb teh fox"].map(|line| (Tone::Plain, line.to_owned())).to_vec();
    let search = Some(Search::default());
    model.show(PageView { lines, proofread: vec![true, false], search, ..PageView::default() });
    assert_eq!(marked(&screen(&model)), ["teh"]);
}
