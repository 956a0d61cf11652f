//! What declared interests ask for now, one by one: who leaves for the item, who returns, who takes the chair.

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step, names};
use crate::app::interests::reminders;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Copy, Debug, Default)]
pub struct Interests {
    cursor: Cursor,
}

/// Something to be done: who, what the row says of it, and the command line.
struct Due {
    who: PersonId,
    what: &'static str,
    line: String,
}

fn due(state: &State) -> Vec<Due> {
    let due = state.due();
    let to_do = |who: &PersonId, what, before: &str, after: &str| {
        let line = format!("{before} {}{after}", names::person(state, who));
        Due { who: who.clone(), what, line }
    };
    let returning = due.returning.iter().map(|who| to_do(who, "returns", "return", ""));
    let leaving = due.leaving.iter().map(|who| to_do(who, "leaves for the item", "leave", " for the item"));
    let chair = due.chair.iter().map(|who| to_do(who, "takes the chair", "preside", ""));
    returning.chain(chair).chain(leaving).collect()
}

impl Pad for Interests {
    fn view(&self, session: &Session) -> PadView {
        let due = due(session.state());
        let row = |(index, due): (usize, &Due)| Row {
            key: letter(index, ""),
            text: names::shown(session, &due.who),
            note: due.what.into(),
            tone: Tone::Warning,
            ..Row::default()
        };
        let lead = reminders(session.state()).join(" ");
        let nothing = "Nobody has declared an interest in the room’s item.".to_owned();
        PadView {
            title: "Interests in the item".into(),
            lead: Some(if lead.is_empty() { nothing } else { lead }),
            rows: due.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(due.len()),
            hints: vec![hint("Enter", "all of it"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let due = due(session.state());
        if self.cursor.key(key, due.len()) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter if due.is_empty() => Step::Close,
            Code::Enter => Step::Finish(vec!["as-declared".to_owned()]),
            _ => match picked(key, due.len(), "").and_then(|row| due.get(row)) {
                Some(due) => Step::Run(vec![due.line.clone()]),
                None => Step::Pass,
            },
        }
    }
}
