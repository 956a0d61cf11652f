//! An undertaking, made of the point under the pen: its last turn, and whoever spoke it.

use super::form::Asking;
use super::list::hint;
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::command::promised;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::fact::{Content, Speaker};
use crate::meeting::id::FactId;

const QUESTIONS: [&str; 3] = ["What is to be done", "By whom", "By when"];
/// Which of them says by when.
const DUE: usize = 2;

/// The pad.
#[derive(Clone, Debug)]
pub struct Undertake {
    from: Option<FactId>,
    /// What is to be done, by whom, by when.
    parts: [String; 3],
    touched: bool,
}

impl Undertake {
    /// The pad for the point under the pen, or else empty.
    pub fn new(session: &Session) -> Self {
        let state = session.state();
        let point = session.last().and_then(|id| match state.content(id) {
            Some(Content::Point(point)) => Some((id, promised(point, &state.body().rules.undertakings)?)),
            _ => None,
        });
        let Some((id, (speaker, text, due))) = point else {
            return Self { from: None, parts: Default::default(), touched: true };
        };
        let owner = match speaker {
            Speaker::Person(person) => names::person(state, person),
            Speaker::Party(party) => state.party(party).map(|party| party.name.clone()).unwrap_or_default(),
            Speaker::Office(office) => {
                state.office(*office).map(|person| names::person(state, person)).unwrap_or_default()
            }
            Speaker::None | Speaker::Unknown | Speaker::Body => String::new(),
        };
        Self { from: Some(id), parts: [text, owner, due.unwrap_or_default()], touched: false }
    }

    fn line(&self) -> String {
        let from = self.from.map_or_else(String::new, |id| format!(" from {}", names::fact(id)));
        if !self.touched {
            return format!("undertake{from}");
        }
        let [text, owner, due] = &self.parts;
        let owner = if owner.is_empty() { String::new() } else { format!("{owner}: ") };
        let due = if due.is_empty() { String::new() } else { format!(" by \"{}\"", due.replace('"', "”")) };
        format!("undertake{from} {owner}{}{due}", text.trim_end_matches('.'))
    }

    /// Asks for a part, and goes on with it in place of the old.
    fn asking(&self, part: usize) -> Asking {
        let question = Question::text(QUESTIONS.get(part).copied().unwrap_or_default());
        let question = question.offering(self.parts.get(part).map_or("", String::as_str));
        let pad = self.clone();
        Asking::new([question], move |answers| {
            let mut pad = Self { touched: true, ..pad.clone() };
            if let Some(old) = pad.parts.get_mut(part) {
                said(part, answers.get(0)).clone_into(old);
            }
            Step::Become(Box::new(pad))
        })
    }
}

/// A part as it is kept: “by next meeting” is due next meeting.
fn said(part: usize, answer: &str) -> &str {
    if part == DUE { answer.strip_prefix("by ").map_or(answer, str::trim_start) } else { answer }
}

impl Pad for Undertake {
    fn view(&self, _: &Session) -> PadView {
        let labels = [('t', "What"), ('o', "By whom"), ('d', "By when")];
        let row = |((key, label), part): ((char, &str), &String)| Row {
            key: Some(key),
            text: if part.is_empty() { "not said".into() } else { part.clone() },
            note: label.into(),
            ..Row::default()
        };
        PadView {
            title: "Undertaking".into(),
            lead: Some("Enter records it.".into()),
            rows: labels.into_iter().zip(&self.parts).map(row).collect(),
            hints: vec![
                hint("Enter", "record"),
                hint("t", "text"),
                hint("o", "owner"),
                hint("d", "due"),
                hint("Esc", "leave it"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter => Step::Finish(vec![self.line()]),
            Code::Char('t') => Step::Ask(self.asking(0)),
            Code::Char('o') => Step::Ask(self.asking(1)),
            Code::Char('d') => Step::Ask(self.asking(2)),
            _ => Step::Pass,
        }
    }

    /// Nothing is there to begin with, where no point was under the pen.
    fn begin(&self, _: &Session) -> Option<Asking> {
        self.parts.iter().all(String::is_empty).then(|| self.asking(0))
    }
}
