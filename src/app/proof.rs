//! The words of whole minutes that nobody knows, for whoever reads the proofs.

use std::collections::BTreeMap;

use crate::meeting::state::State;
use crate::minutes::block::{Block, Line, Part, plain};
use crate::minutes::document::{minutes, reference};
use crate::minutes::style::Style;
use crate::spelling::{Speller, Written};

/// A word that nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The word as it stands there.
    pub word: String,
    /// How often it stands in the minutes.
    pub count: usize,
    /// Where it stands, each place once and in order: `9(3)`, or what a table or part is called.
    pub places: Vec<String>,
}

/// The words of the minutes that nobody knows, each once, in the order in which they first stand there.
///
/// Headings are left out, whose words come from the agenda, and jottings, which are shorthand.
pub fn unknown_words(state: &State, style: &Style, speller: &Speller) -> Vec<Unknown> {
    let mut found: Vec<Unknown> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut item = "head".to_owned();
    for block in minutes(state, style) {
        if let Part::Heading { number, text, .. } = &block.part {
            item = if number.is_empty() { format!("“{text}”") } else { number.trim_end_matches('.').to_owned() };
        }
        let place = place(state, style, &block, &item);
        for text in texts(&block.part) {
            for range in speller.unknown(&text, Written::Done) {
                let word = text.get(range).unwrap_or_default();
                let at = *known.entry(word.to_owned()).or_insert(found.len());
                if at == found.len() {
                    found.push(Unknown { word: word.to_owned(), count: 0, places: Vec::new() });
                }
                if let Some(unknown) = found.get_mut(at) {
                    unknown.count += 1;
                    unknown.places.extend((!unknown.places.contains(&place)).then(|| place.clone()));
                }
            }
        }
    }
    found
}

/// Where a block stands, as a clerk names it.
fn place(state: &State, style: &Style, block: &Block, item: &str) -> String {
    let fact = block.fact.and_then(|fact| reference(state, style, fact));
    match &block.part {
        Part::Table(table) if fact.is_none() => format!("“{}”", table.name),
        _ => fact.unwrap_or_else(|| item.to_owned()),
    }
}

/// What is read of a block.
fn texts(part: &Part) -> Vec<String> {
    let lines = |lines: &[Line]| lines.iter().map(|line| plain(line)).collect();
    match part {
        Part::Heading { .. } | Part::ToWriteUp { .. } | Part::Notice(_) | Part::Title(_) => Vec::new(),
        Part::Attendance { lines: people, .. } => lines(people),
        Part::Paragraph(line)
        | Part::ListItem { line, .. }
        | Part::Bullet(line)
        | Part::Quote(line)
        | Part::Decision { line, .. }
        | Part::Times(line) => vec![plain(line)],
        Part::DecisionHeading(text) | Part::Subheading(text) | Part::Signature(text) => vec![text.clone()],
        Part::Table(table) => {
            table.rows.iter().flatten().flat_map(|cell| cell.iter().map(|line| plain(line))).collect()
        }
    }
}
