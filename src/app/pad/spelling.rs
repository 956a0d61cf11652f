//! What may be meant by a word that nobody knows.

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};

/// The name of the pad.
pub const NAME: &str = "spelling";

/// Letters that mean something else than a row.
const TAKEN: &str = "k";

/// Where the word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In the line or text that is being typed.
    Typed,
    /// In the fact under the cursor.
    Recorded,
}

/// Suggestions for a word. They come a moment after the pad has opened.
#[derive(Clone, Debug)]
pub struct Suggestions {
    word: String,
    place: Where,
    offers: Option<Vec<String>>,
    cursor: Cursor,
}

impl Suggestions {
    /// Waits for the suggestions for a word.
    pub const fn new(word: String, place: Where) -> Self {
        Self { word, place, offers: None, cursor: Cursor(0) }
    }

    fn offers(&self) -> &[String] {
        self.offers.as_deref().unwrap_or_default()
    }

    fn take(&self, new: &str) -> Step {
        let old = self.word.clone();
        match self.place {
            Where::Typed => Step::Put { old, new: new.to_owned() },
            Where::Recorded => Step::Finish(vec![format!("spell {old} as {new}")]),
        }
    }
}

impl Pad for Suggestions {
    fn view(&self, _: &Session) -> PadView {
        let row =
            |(index, offer): (usize, &String)| Row { key: letter(index, TAKEN), text: offer.clone(), ..Row::default() };
        let foot = match &self.offers {
            None => Some("Looking for words like it …"),
            Some(offers) if offers.is_empty() => Some("No word is like it."),
            Some(_) => None,
        };
        PadView {
            title: "Spelling".into(),
            lead: Some(format!("“{}” is not known.", self.word)),
            rows: self.offers().iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(self.offers().len()),
            foot: foot.map(|foot| (Tone::Dim, foot.to_owned())),
            hints: vec![hint("Enter", "this one"), hint("k", "it is right: know it"), hint("Esc", "leave it")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        if self.cursor.key(key, self.offers().len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(self.offers().len()),
            Code::Char('k') => return Step::Finish(vec![format!("know {}", self.word)]),
            _ => picked(key, self.offers().len(), TAKEN),
        };
        match row.and_then(|row| self.offers().get(row)) {
            Some(new) => self.take(new),
            // The line that it may lie over is not begun anew.
            None if key.letter().is_some() => Step::Stay,
            None => Step::Pass,
        }
    }

    fn suggested(&mut self, word: &str, offers: &[String]) {
        if word == self.word && self.offers.is_none() {
            self.offers = Some(offers.to_vec());
        }
    }
}
