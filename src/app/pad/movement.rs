//! Who comes and goes. One letter does what makes sense for whoever it is: those in the room leave, those who left
//! return, the others arrive. Parties come first, so that a group is one letter.

use std::collections::BTreeSet;

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::event::Presence;
use crate::meeting::id::PersonId;
use crate::meeting::people::Person;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Movement {
    cursor: Cursor,
    marked: BTreeSet<PersonId>,
}

enum Mover<'a> {
    Party(&'a str, Presence),
    Person(&'a PersonId, Presence),
}

impl Mover<'_> {
    const fn presence(&self) -> Presence {
        match self {
            Self::Party(_, presence) | Self::Person(_, presence) => *presence,
        }
    }

    /// What the key does: a party leave, a person leaves.
    fn shown(&self) -> String {
        let one = if matches!(self, Self::Person(..)) { "s" } else { "" };
        format!("{}{one}", verb(self.presence()))
    }
}

/// Parties, then people in the [`rank`] that they are likely to move in.
fn movers(state: &State) -> Vec<Mover<'_>> {
    let parties = state.body().parties.iter().map(|party| {
        let there = party.people.iter().any(|person| state.presence(person) == Presence::Present);
        let left = party.people.iter().any(|person| state.presence(person) == Presence::Left);
        let presence = match (there, left) {
            (true, _) => Presence::Present,
            (false, true) => Presence::Left,
            (false, false) => Presence::Unaccounted,
        };
        Mover::Party(&party.name, presence)
    });
    let mut people: Vec<(&Person, Presence)> =
        state.people().map(|person| (person, state.presence(&person.id))).collect();
    people.sort_by_key(|(person, presence)| rank(state, person, *presence));
    parties.chain(people.into_iter().map(|(person, presence)| Mover::Person(&person.id, presence))).collect()
}

/// Those in the room come first, then those who left, then members and usual attendees who are not accounted for and so
/// may be late, then those who are not expected any more, then whoever else is known.
fn rank(state: &State, person: &Person, presence: Presence) -> u8 {
    let belongs = person.usual || state.body().seats.iter().any(|seat| seat.holder.as_ref() == Some(&person.id));
    match presence {
        Presence::Present => 0,
        Presence::Left => 1,
        Presence::Unaccounted if belongs => 2,
        _ if belongs => 3,
        _ => 4,
    }
}

fn verb(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "leave",
        Presence::Left => "return",
        _ => "arrive",
    }
}

/// The command line by which somebody moves.
fn line(state: &State, mover: &Mover<'_>) -> String {
    match mover {
        Mover::Party(name, presence) => format!("{} {name}", verb(*presence)),
        Mover::Person(person, presence) => format!("{} {}", verb(*presence), names::person(state, person)),
    }
}

impl Movement {
    /// One line for each way in which the marked people move.
    fn marked(&self, state: &State) -> Vec<String> {
        ["leave", "return", "arrive"]
            .into_iter()
            .filter_map(|way| {
                let who: Vec<&PersonId> =
                    self.marked.iter().filter(|person| verb(state.presence(person)) == way).collect();
                (!who.is_empty()).then(|| format!("{way} {}", names::everybody(state, who)))
            })
            .collect()
    }
}

impl Pad for Movement {
    fn view(&self, session: &Session) -> PadView {
        let movers = movers(session.state());
        let row = |(index, mover): (usize, &Mover<'_>)| {
            let (text, marked) = match mover {
                Mover::Party(name, _) => ((*name).to_owned(), false),
                Mover::Person(person, _) => (names::shown(session, person), self.marked.contains(*person)),
            };
            Row {
                key: letter(index, ""),
                mark: if marked { "✓" } else { "" }.into(),
                text,
                note: mover.shown(),
                tone: if mover.presence() == Presence::Present { Tone::Plain } else { Tone::Dim },
            }
        };
        PadView {
            title: "Coming and going".into(),
            lead: Some("A letter records that somebody leaves, returns or arrives. Space marks several.".into()),
            rows: movers.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(movers.len()),
            hints: vec![hint("Space", "mark"), hint("Enter", "those marked"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        let movers = movers(state);
        if self.cursor.key(key, movers.len()) {
            return Step::Stay;
        }
        let here = self.cursor.within(movers.len()).and_then(|row| movers.get(row));
        match (key.code, here) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, _) if !self.marked.is_empty() => Step::Finish(self.marked(state)),
            (Code::Enter, Some(mover)) => Step::Finish(vec![line(state, mover)]),
            (Code::Char(' '), Some(Mover::Person(person, _))) => {
                if !self.marked.remove(*person) {
                    self.marked.insert((*person).clone());
                }
                Step::Stay
            }
            _ => match picked(key, movers.len(), "").and_then(|row| movers.get(row)) {
                Some(mover) => Step::Finish(vec![line(state, mover)]),
                None => Step::Pass,
            },
        }
    }
}
