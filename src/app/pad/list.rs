//! What every list in a pad has: a row under the cursor, and letters that pick rows.

use crate::app::key::{Code, Key};
use crate::app::view::Hint;

/// How far a page of a list goes.
const PAGE: usize = 10;

/// The row under the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Cursor(pub(in crate::app) usize);

impl Cursor {
    /// Moves with an arrow through `len` rows; says whether the key was for it.
    pub(in crate::app) fn key(&mut self, key: Key, len: usize) -> bool {
        let last = len.saturating_sub(1);
        self.0 = match key.code {
            Code::Up => self.0.saturating_sub(1),
            Code::Down => (self.0 + 1).min(last),
            Code::PageUp => self.0.saturating_sub(PAGE),
            Code::PageDown => (self.0 + PAGE).min(last),
            Code::Home => 0,
            Code::End => last,
            _ => return false,
        };
        true
    }

    /// The cursor's place among `len` rows.
    pub(in crate::app) fn within(self, len: usize) -> Option<usize> {
        (len > 0).then(|| self.0.min(len - 1))
    }
}

/// The letters of rows, in order, without those that mean something else in the pad: small ones, then capitals.
pub(in crate::app) fn letters(taken: &'static str) -> impl Iterator<Item = char> {
    ('a'..='z').chain('A'..='Z').filter(move |letter| !taken.contains(*letter))
}

/// The letter of row `index`, if there are that many.
pub(in crate::app) fn letter(index: usize, taken: &'static str) -> Option<char> {
    letters(taken).nth(index)
}

/// The row that a key picks by its letter, among `len`.
pub(in crate::app) fn picked(key: Key, len: usize, taken: &'static str) -> Option<usize> {
    let typed = key.letter()?;
    letters(taken).take(len).position(|letter| letter == typed)
}

/// A hint.
pub(in crate::app) fn hint(key: &str, text: &str) -> Hint {
    Hint { key: key.to_owned(), text: text.to_owned() }
}

/// Text for a command line: in quotation marks where it holds a word that would begin another argument.
pub(in crate::app) fn guarded(text: &str, leads: &[&str]) -> String {
    let text = text.trim();
    if text.split_whitespace().any(|word| leads.iter().any(|lead| word.eq_ignore_ascii_case(lead))) {
        return format!("\"{}\"", text.replace('"', "”"));
    }
    text.to_owned()
}
