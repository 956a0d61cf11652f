//! What to do about a difference that no words of the record can be changed for.

use super::What;
use super::units::{Kind, Unit};
use crate::app::command::parts;
use crate::app::pad::names;
use crate::app::refs;
use crate::app::session::Session;
use crate::meeting::fact::Content;
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;

/// What to do about a paragraph of the minutes for which no correction was found; about a new one, where it is nothing.
pub(super) fn of(session: &Session, unit: Option<&Unit>, what: What) -> String {
    let Some(unit) = unit else { return outside() };
    if what == What::Moved {
        return "It cannot be moved there by itself: “move” takes a point before or after another one.".to_owned();
    }
    match (unit.kind, unit.fact) {
        (Kind::Title, _) => {
            "The title follows from the body and the agenda: put those files right, and take the change over with “adopt”."
                .to_owned()
        }
        (Kind::Attendance, _) => {
            "This follows from who is recorded as there: “present”, “apologies”, “absent” or “person” puts that right."
                .to_owned()
        }
        (Kind::Heading, _) => retitle(session.state(), unit.item.as_ref()),
        (Kind::Label, _) => "These are words of the house style: they are changed there, for every meeting.".to_owned(),
        (Kind::Times, _) => {
            "This sentence follows from when the meeting began and ended: “correct began 14:02”, “correct ended 16:10”."
                .to_owned()
        }
        (_, Some(id)) => from_fact(session, id),
        (Kind::Cell, None) => {
            "This follows from what is recorded under the items, and changes with it: correct it there.".to_owned()
        }
        (Kind::Words, None) => {
            "This sentence follows from the agenda and the roll: put right there what is wrong, such as with “retitle”, \
             “person” or “adopt”."
                .to_owned()
        }
    }
}

fn retitle(state: &State, item: Option<&ItemId>) -> String {
    match item.map(|item| names::item(state, item)) {
        Some(item) => format!("A heading is the title of an item: “retitle {item} to …” changes it."),
        None => "A heading is the title of an item: “retitle” changes it.".to_owned(),
    }
}

/// What can be said of a fact whose sentences the house words.
fn from_fact(session: &Session, id: FactId) -> String {
    let state = session.state();
    let Some(fact) = state.fact(id) else { return follows() };
    let named = refs::reference(state, fact).unwrap_or_else(|| names::fact(id));
    let entry = format!("“correct #{} 14:05”", id.entry);
    let mut lines: Vec<String> = Vec::new();
    for part in parts::of(state, id) {
        lines.push(format!("“correct {named} {}”", part.name));
    }
    lines.truncate(4);
    let timed = matches!(fact.content, Content::Movement(_) | Content::Tenure(_) | Content::Pause(_));
    lines.extend(timed.then_some(entry));
    if lines.is_empty() {
        return format!("This sentence is the house's own: strike out {named} and record it again if it is wrong.");
    }
    let counted = matches!(fact.content, Content::Decision(_) | Content::Motion(_) | Content::Contest(_));
    let count = if counted { " A count is put right with “vote”." } else { "" };
    format!("This sentence is worded by the house from what was recorded: {} puts that right.{count}", either(&lines))
}

fn either(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// That another difference brings this one with it.
pub(super) fn follows() -> String {
    "This follows from another of these changes.".to_owned()
}

/// What to do about the words of a paragraph that the correction of the others leaves.
pub(super) fn rest(session: &Session, unit: &Unit) -> String {
    format!("Not all of it is in that correction. {}", of(session, Some(unit), What::Changed))
}

/// That new words stand where nothing is recorded.
pub(super) fn outside() -> String {
    "It stands outside every item, where nothing is recorded: put it under an item with “pen” and “point”.".to_owned()
}

/// That new words could not be recorded as they are.
pub(super) fn new_words(item: &ItemId, state: &State) -> String {
    format!(
        "It cannot be recorded as it stands: write it under item {}, with “pen {0}” and “point”.",
        names::item(state, item)
    )
}
