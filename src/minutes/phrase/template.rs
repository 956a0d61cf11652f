//! The text of a phrase, taken apart once.

use std::ops::Range;

use super::{Form, Kind, Slot};
use crate::problem::did_you_mean;

/// Brackets inside brackets beyond this are refused: nobody can read them.
const DEPTH: usize = 8;

/// A phrase's text, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    source: String,
    pub(super) pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Slot(Slot, Form),
    /// Dropped when a slot directly inside is empty.
    Group(Vec<Piece>),
    Emphasis(Vec<Piece>),
}

/// Something wrong in a phrase's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub hint: String,
}

impl Template {
    /// Takes `text` apart, or says everything that is wrong with it.
    pub fn parse(text: &str, slots: &[Slot]) -> Result<Self, Vec<Fault>> {
        let mut parser = Parser { text, at: 0, slots, emphasised: false, faults: Vec::new() };
        let pieces = parser.pieces(None, 0);
        if parser.faults.is_empty() { Ok(Self { source: text.to_owned(), pieces }) } else { Err(parser.faults) }
    }

    /// The text that was taken apart.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Its own words, without what fills its slots.
    pub fn literal(&self) -> String {
        fn words(pieces: &[Piece]) -> String {
            let word = |piece: &Piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Emphasis(inner) => words(inner),
                Piece::Slot(..) | Piece::Group(_) => String::new(),
            };
            pieces.iter().map(word).collect()
        }
        words(&self.pieces)
    }

    /// Its words with the same text in every slot of a name, for phrases that tell nothing of a meeting.
    pub fn with(&self, value: &impl Fn(&str) -> String) -> String {
        fn words(pieces: &[Piece], value: &impl Fn(&str) -> String) -> String {
            let word = |piece: &Piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Slot(slot, _) => value(slot.name),
                Piece::Emphasis(inner) | Piece::Group(inner) => words(inner, value),
            };
            pieces.iter().map(word).collect()
        }
        words(&self.pieces, value)
    }

    /// Whether it has a slot of that name anywhere.
    pub fn uses(&self, name: &str) -> bool {
        fn within(pieces: &[Piece], name: &str) -> bool {
            pieces.iter().any(|piece| match piece {
                Piece::Slot(slot, _) => slot.name == name,
                Piece::Group(inner) | Piece::Emphasis(inner) => within(inner, name),
                Piece::Text(_) => false,
            })
        }
        within(&self.pieces, name)
    }

    /// The names of the slots that it cannot do without.
    pub fn needs(&self) -> impl Iterator<Item = &'static str> {
        slots_of(&self.pieces).into_iter().map(|slot| slot.name)
    }
}

/// The slots directly in `pieces`: those in brackets inside can be empty.
pub(super) fn slots_of(pieces: &[Piece]) -> Vec<Slot> {
    let found = pieces.iter().flat_map(|piece| match piece {
        Piece::Slot(slot, _) => vec![*slot],
        Piece::Emphasis(inner) => slots_of(inner),
        Piece::Text(_) | Piece::Group(_) => Vec::new(),
    });
    found.collect()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    slots: &'a [Slot],
    emphasised: bool,
    faults: Vec<Fault>,
}

impl Parser<'_> {
    fn next(&mut self) -> Option<char> {
        let letter = self.text.get(self.at..)?.chars().next()?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn fault(&mut self, range: Range<usize>, what: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(Fault { range, what: what.into(), hint: hint.into() });
    }

    /// Reads up to the letter that closes what is open, or to the end.
    fn pieces(&mut self, close: Option<char>, depth: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        loop {
            let start = self.at;
            let Some(letter) = self.next() else {
                if let Some(close) = close {
                    let opener = if close == ']' { '[' } else { '*' };
                    let what = format!("this `{opener}` is not closed");
                    self.fault(
                        start..start,
                        what,
                        format!("Close it with `{close}`, or write \\{opener} for the character itself"),
                    );
                }
                return pieces;
            };
            match letter {
                letter if Some(letter) == close => return pieces,
                '\\' => match self.next() {
                    Some(letter) => push(&mut pieces, letter),
                    None => {
                        self.fault(start..self.at, "nothing follows this `\\`", "Write \\\\ for the character itself");
                    }
                },
                '{' => pieces.extend(self.slot(start)),
                '[' | '*' if depth == DEPTH => {
                    self.fault(start..self.at, "there are too many brackets inside brackets", "Take some away");
                    self.at = self.text.len();
                }
                '[' => pieces.push(self.group(start, depth)),
                '*' if self.emphasised => {
                    let hint = "Close the emphasis inside the brackets that it begins in";
                    self.fault(start..self.at, "this `*` stands across brackets", hint);
                }
                '*' => {
                    self.emphasised = true;
                    pieces.push(Piece::Emphasis(self.pieces(Some('*'), depth + 1)));
                    self.emphasised = false;
                }
                ']' | '}' => {
                    let what = format!("this `{letter}` closes nothing");
                    self.fault(
                        start..self.at,
                        what,
                        format!("Take it away, or write \\{letter} for the character itself"),
                    );
                }
                letter => push(&mut pieces, letter),
            }
        }
    }

    fn group(&mut self, start: usize, depth: usize) -> Piece {
        let faults = self.faults.len();
        let inner = self.pieces(Some(']'), depth + 1);
        if slots_of(&inner).is_empty() && self.faults.len() == faults {
            let hint = "Put a slot such as {name} between the brackets, or write \\[ for the character itself";
            self.fault(start..self.at, "these brackets hold no slot, so they would never be dropped", hint);
        }
        Piece::Group(inner)
    }

    fn slot(&mut self, start: usize) -> Option<Piece> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let Some(length) = rest.find('}') else {
            self.fault(
                start..self.at,
                "this `{` is not closed",
                "Close it with `}`, or write \\{ for the character itself",
            );
            return None;
        };
        let inside = rest.get(..length).unwrap_or("");
        self.at += length + 1;
        let range = start..self.at;
        let (name, form) =
            inside.split_once(':').map_or((inside, None), |(name, form)| (name.trim(), Some(form.trim())));
        let Some(slot) = self.slots.iter().find(|slot| slot.name == name.trim()).copied() else {
            let hint = suggest(name, self.slots.iter().map(|slot| slot.name), "slot");
            self.fault(range, format!("there is no slot `{}` here", name.trim()), hint);
            return None;
        };
        let Some(form) = form else { return Some(Piece::Slot(slot, Form::Usual)) };
        let known = slot.kind.forms().iter();
        if let Some((_, form)) = known.clone().find(|(name, _)| *name == form) {
            return Some(Piece::Slot(slot, *form));
        }
        let hint = suggest(form, known.map(|(name, _)| *name), "form");
        self.fault(range, format!("`{name}` is {} and has no form `{form}`", kind_name(slot.kind)), hint);
        None
    }
}

fn push(pieces: &mut Vec<Piece>, letter: char) {
    match pieces.last_mut() {
        Some(Piece::Text(text)) => text.push(letter),
        _ => pieces.push(Piece::Text(letter.to_string())),
    }
}

fn suggest<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone, what: &str) -> String {
    if let Some(near) = did_you_mean(word, known.clone()) {
        return format!("Did you mean `{near}`?");
    }
    let known: Vec<&str> = known.collect();
    if known.is_empty() { format!("No {what} can stand here") } else { format!("Known here: {}", known.join(", ")) }
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::People => "a person or people",
        Kind::Text => "text",
        Kind::Date => "a date",
        Kind::Time => "a time",
        Kind::Number => "a number",
    }
}
