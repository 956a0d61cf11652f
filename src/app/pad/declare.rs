//! A declaration of interest: who, in which items, of what kind, of what nature.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Declare {
    cursor: Cursor,
}

fn members(state: &State) -> Vec<&PersonId> {
    state.sitting_members().map(|(_, person)| person).collect()
}

fn asking(session: &Session, person: &PersonId) -> Asking {
    let state = session.state();
    let questions = [
        Question::item("In which items; nothing for the business as a whole", state).several(),
        Question::text("Kind, such as disclosable pecuniary"),
        Question::text("Nature; nothing where it is sensitive"),
    ];
    let start = format!("declare {}", names::person(state, person));
    let asking =
        Asking::new(questions, move |answers| Step::Run(vec![answers.line(&start, &["in", "kind", "because"])]));
    asking.about(format!("{} declares an interest.", names::shown(session, person)))
}

impl Pad for Declare {
    fn view(&self, session: &Session) -> PadView {
        let members = members(session.state());
        let row = |(index, person): (usize, &&PersonId)| Row {
            key: letter(index, ""),
            text: names::shown(session, person),
            ..Row::default()
        };
        PadView {
            title: "Declarations of interest".into(),
            lead: Some("Who declares an interest?".to_owned()),
            rows: members.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(members.len()),
            hints: vec![hint("Enter", "go on"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let members = members(session.state());
        if self.cursor.key(key, members.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(members.len()),
            _ => picked(key, members.len(), ""),
        };
        row.and_then(|row| members.get(row)).map_or(Step::Pass, |person| Step::Ask(asking(session, person)))
    }
}
