//! A fact's parts, each to be put right in a line that holds what it says.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::command::parts::{self, Part};
use crate::app::describe;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::id::FactId;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Copy, Debug)]
pub struct Mend {
    id: FactId,
    cursor: Cursor,
}

impl Mend {
    /// The pad for a fact, if there is anything in it to put right.
    pub fn new(state: &State, id: FactId) -> Option<Self> {
        (!parts::of(state, id).is_empty()).then_some(Self { id, cursor: Cursor(0) })
    }

    /// Asks for a part; what is left as it was is no correction.
    fn asking(self, part: &Part) -> Asking {
        let (start, old) = (format!("correct {} {}", names::fact(self.id), part.name), part.value.clone());
        let question = Question::text("As it should be").offering(&part.value);
        let asking = Asking::new([question], move |answers| match answers.get(0) {
            same if same == old => Step::Stay,
            text => Step::Run(vec![format!("{start} {text}")]),
        });
        asking.about(format!("{}. An empty line takes it away.", part.label))
    }
}

impl Pad for Mend {
    fn view(&self, session: &Session) -> PadView {
        let parts = parts::of(session.state(), self.id);
        let row = |(index, part): (usize, &Part)| Row {
            key: letter(index, ""),
            text: if part.value.is_empty() { "not said".into() } else { part.value.clone() },
            note: part.label.into(),
            tone: if part.value.is_empty() { Tone::Dim } else { Tone::Plain },
            ..Row::default()
        };
        let fact = session.state().fact(self.id);
        let what = fact.map(|fact| describe::content(session.state(), fact)).unwrap_or_default();
        PadView {
            title: "Put right".into(),
            lead: Some(format!("Correcting {what}.")),
            rows: parts.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(parts.len()),
            hints: vec![hint("Enter", "change"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let parts = parts::of(session.state(), self.id);
        if self.cursor.key(key, parts.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(parts.len()),
            _ => picked(key, parts.len(), ""),
        };
        let Some((row, part)) = row.and_then(|row| Some((row, parts.get(row)?))) else { return Step::Pass };
        self.cursor = Cursor(row);
        Step::Ask(self.asking(part))
    }
}
