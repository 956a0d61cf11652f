//! An undertaking, made of the point under the pen: its last turn, and whoever spoke it.

use super::form::{Filled, Form};
use super::list::hint;
use super::{Pad, Step, names};
use crate::app::command::promised;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::fact::{Content, Speaker};
use crate::meeting::id::FactId;

const QUESTIONS: [&[&str]; 3] = [&["What is to be done"], &["By whom"], &["By when"]];

/// The pad.
#[derive(Clone, Debug)]
pub struct Undertake {
    from: Option<FactId>,
    /// What is to be done, by whom, by when.
    parts: [String; 3],
    touched: bool,
    typing: Option<(usize, Form)>,
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
            let form = Form::one(QUESTIONS.first().copied().unwrap_or_default(), "");
            return Self { from: None, parts: Default::default(), touched: true, typing: Some((0, form)) };
        };
        let owner = match speaker {
            Speaker::Person(person) => names::person(state, person),
            Speaker::Party(party) => state.party(party).map(|party| party.name.clone()).unwrap_or_default(),
            Speaker::Office(office) => {
                state.office(*office).map(|person| names::person(state, person)).unwrap_or_default()
            }
            Speaker::None | Speaker::Unknown | Speaker::Body => String::new(),
        };
        Self { from: Some(id), parts: [text, owner, due.unwrap_or_default()], touched: false, typing: None }
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

    fn ask(&mut self, part: usize) -> Step {
        let question = QUESTIONS.get(part).copied().unwrap_or_default();
        self.typing = Some((part, Form::one(question, self.parts.get(part).map_or("", String::as_str))));
        Step::Stay
    }
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
            chosen: None,
            total: None,
            prompt: self.typing.as_ref().map(|(_, form)| form.prompt()),
            hints: vec![
                hint("Enter", "record"),
                hint("t", "text"),
                hint("o", "owner"),
                hint("d", "due"),
                hint("Esc", "leave it"),
            ],
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        if let Some((part, form)) = &mut self.typing {
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    if let Some(old) = self.parts.get_mut(*part) {
                        *old = answers.concat();
                        self.touched = true;
                    }
                    self.typing = None;
                    Step::Stay
                }
            };
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter => Step::Finish(vec![self.line()]),
            Code::Char('t') => self.ask(0),
            Code::Char('o') => self.ask(1),
            Code::Char('d') => self.ask(2),
            _ => Step::Pass,
        }
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some((_, form)) = &mut self.typing {
            form.paste(text);
        }
        self.typing.is_some()
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", |(_, form)| form.typed())
    }
}
