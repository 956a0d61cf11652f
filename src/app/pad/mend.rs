//! A fact's parts, each to be put right in a line that holds what it says.

use super::form::{Filled, Form};
use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step, names};
use crate::app::command::parts::{self, Part};
use crate::app::describe;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::id::FactId;
use crate::meeting::state::State;

const VALUE: &[&str] = &["As it should be"];

/// The pad.
#[derive(Clone, Debug)]
pub struct Mend {
    id: FactId,
    cursor: Cursor,
    typing: Option<Form>,
}

impl Mend {
    /// The pad for a fact, if there is anything in it to put right.
    pub fn new(state: &State, id: FactId) -> Option<Self> {
        (!parts::of(state, id).is_empty()).then_some(Self { id, cursor: Cursor(0), typing: None })
    }

    fn chosen<'a>(&self, parts: &'a [Part]) -> Option<&'a Part> {
        parts.get(self.cursor.within(parts.len())?)
    }

    fn ask(&mut self, row: usize, parts: &[Part]) -> Step {
        self.cursor = Cursor(row);
        self.typing = self.chosen(parts).map(|part| Form::one(VALUE, &part.value));
        Step::Stay
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
        let lead = match (&self.typing, self.chosen(&parts)) {
            (Some(_), Some(part)) => format!("{}. An empty line takes it away.", part.label),
            _ => format!("Correcting {what}."),
        };
        PadView {
            title: "Put right".into(),
            lead: Some(lead),
            rows: parts.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(parts.len()),
            total: None,
            prompt: self.typing.as_ref().map(Form::prompt),
            hints: vec![hint("Enter", "change"), hint("Esc", "back")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let parts = parts::of(session.state(), self.id);
        if let Some(form) = &mut self.typing {
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    form.reopen();
                    let text = answers.concat();
                    match self.chosen(&parts) {
                        Some(part) if part.value != text => {
                            Step::Run(vec![format!("correct {} {} {text}", names::fact(self.id), part.name)])
                        }
                        _ => {
                            self.typing = None;
                            Step::Stay
                        }
                    }
                }
            };
        }
        if self.cursor.key(key, parts.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(parts.len()),
            _ => picked(key, parts.len(), ""),
        };
        row.map_or(Step::Pass, |row| self.ask(row, &parts))
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some(form) = &mut self.typing {
            form.paste(text);
        }
        self.typing.is_some()
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", Form::typed)
    }

    fn done(&mut self, _: &Session) {
        self.typing = None;
    }
}
