//! A declaration of interest: who, in which items, of what kind, of what nature.

use super::form::{Filled, Form};
use super::list::{Cursor, guarded, hint, letter, picked};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;

const QUESTIONS: &[&str] = &[
    "In which items, by number; nothing for the business as a whole",
    "Kind, such as disclosable pecuniary",
    "Nature; nothing where it is sensitive",
];
const LEADS: &[&str] = &["in", "kind", "because"];

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Declare {
    cursor: Cursor,
    typing: Option<(PersonId, Form)>,
}

fn members(state: &State) -> Vec<&PersonId> {
    state.sitting_members().map(|(_, person)| person).collect()
}

fn line(state: &State, person: &PersonId, answers: &[String]) -> String {
    let mut line = format!("declare {}", names::person(state, person));
    for (answer, lead) in answers.iter().zip(LEADS).filter(|(answer, _)| !answer.is_empty()) {
        line = [line.as_str(), lead, &guarded(answer, LEADS)].join(" ");
    }
    line
}

impl Pad for Declare {
    fn view(&self, session: &Session) -> PadView {
        let members = members(session.state());
        let row = |(index, person): (usize, &&PersonId)| Row {
            key: letter(index, ""),
            text: names::shown(session, person),
            ..Row::default()
        };
        let lead = self.typing.as_ref().map_or_else(
            || "Who declares an interest?".to_owned(),
            |(person, _)| format!("{} declares an interest.", names::shown(session, person)),
        );
        PadView {
            title: "Declarations of interest".into(),
            lead: Some(lead),
            rows: members.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(members.len()),
            total: None,
            prompt: self.typing.as_ref().map(|(_, form)| form.prompt()),
            hints: vec![hint("Enter", "go on"), hint("Esc", "back")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        if let Some((person, form)) = &mut self.typing {
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    form.reopen();
                    Step::Run(vec![line(state, person, &answers)])
                }
            };
        }
        let members = members(state);
        if self.cursor.key(key, members.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(members.len()),
            _ => picked(key, members.len(), ""),
        };
        let Some(person) = row.and_then(|row| members.get(row)) else { return Step::Pass };
        self.typing = Some(((*person).clone(), Form::new(QUESTIONS, &[])));
        Step::Stay
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

    fn done(&mut self, _: &Session) {
        self.typing = None;
    }
}
