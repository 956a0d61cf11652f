//! What is before the meeting, for the screen: the motion or amendment to be dealt with first on top.

use crate::app::view::{Row, Tone};
use crate::meeting::fact::{Motion, Proposal};
use crate::meeting::id::{ItemId, PersonId};
use crate::meeting::people::Person;
use crate::meeting::state::State;

/// A row for everything open under an item: its words, what it is, and who moved and seconded it.
pub fn stack(state: &State, item: &ItemId) -> Vec<Row> {
    state.floor(item).rev().map(|(_, motion)| row(state, motion)).collect()
}

fn surname(person: &Person) -> String {
    person.name.surname.clone()
}

fn row(state: &State, motion: &Motion) -> Row {
    let kind = match motion.proposal {
        Proposal::Amendment { .. } => "amendment",
        Proposal::Procedural { .. } => "procedural",
        Proposal::Substantive | Proposal::Appointment { .. } => "motion",
    };
    let named = |id: &PersonId| state.person(id).map_or_else(|| id.to_string(), surname);
    let mover = motion.mover.as_ref().map_or_else(String::new, |mover| format!(", {}", named(mover)));
    let seconder = match (&motion.seconder, motion.seconded) {
        (Some(seconder), _) => format!(" / {}", named(seconder)),
        (None, true) => ", seconded".to_owned(),
        (None, false) => ", not seconded".to_owned(),
    };
    let tied = if motion.takes.is_empty() { "" } else { ", votes equal" };
    let (mark, lead) = if kind == "amendment" { ("△", "Amendment: ") } else { ("▪", "") };
    Row {
        mark: mark.into(),
        text: lead.to_owned() + &motion.words().replace('*', ""),
        note: format!("{kind}{mover}{seconder}{tied}"),
        tone: if motion.takes.is_empty() { Tone::Plain } else { Tone::Warning },
        ..Row::default()
    }
}
