//! Who comes and goes. One letter does what makes sense for whoever it is: those in the room leave, those who left
//! return, the others arrive. A digit before it says that they withdraw for the item, that it is their connection, or
//! that a reason is to be asked for. Parties come first, so that a group is one letter.

use std::collections::BTreeSet;

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::event::Presence;
use crate::meeting::fact::Move;
use crate::meeting::id::PersonId;
use crate::meeting::people::Person;
use crate::meeting::state::State;

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Movement {
    cursor: Cursor,
    marked: BTreeSet<PersonId>,
    way: Way,
}

/// How those go whom the next letter picks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Way {
    #[default]
    Plain,
    Withdraw,
    Connection,
    Said,
}

impl Way {
    const ALL: [(char, Self, &'static str); 4] = [
        ('1', Self::Plain, "come, go"),
        ('2', Self::Withdraw, "for the item"),
        ('3', Self::Connection, "connection"),
        ('4', Self::Said, "say how or why"),
    ];

    fn of(key: Key) -> Option<Self> {
        Self::ALL.into_iter().find(|(digit, ..)| key.letter() == Some(*digit)).map(|(_, way, _)| way)
    }

    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, way, _)| *way == self).map_or("", |(.., name)| name)
    }
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
    fn shown(&self, state: &State, way: Way) -> String {
        let one = if matches!(self, Self::Person(..)) { "s" } else { "" };
        format!("{}{one}", self.verb(state, way))
    }

    fn verb(&self, state: &State, way: Way) -> &'static str {
        match self {
            Self::Party(_, presence) => verb(*presence, way, false),
            Self::Person(person, presence) => verb(*presence, way, lost(state, person)),
        }
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

fn verb(presence: Presence, way: Way, lost: bool) -> &'static str {
    match (presence, way) {
        (Presence::Present, Way::Withdraw) => "leave-item",
        (Presence::Present, Way::Connection) => "disconnect",
        (Presence::Present, _) => "leave",
        (Presence::Left, Way::Connection) => "reconnect",
        (Presence::Left, Way::Plain) if lost => "reconnect",
        (Presence::Left, _) => "return",
        _ => "arrive",
    }
}

/// Whether somebody is away because their connection was lost.
fn lost(state: &State, person: &PersonId) -> bool {
    let last = state.presences(person).and_then(|line| line.last());
    last.and_then(|change| state.movement_of(change.by)).is_some_and(|(_, it)| it.moved == Move::Disconnected)
}

/// The command line by which somebody moves.
fn line(state: &State, mover: &Mover<'_>, way: Way) -> String {
    let name = match mover {
        Mover::Party(name, _) => (*name).to_owned(),
        Mover::Person(person, _) => names::person(state, person),
    };
    format!("{} {name}", mover.verb(state, way))
}

/// What was said of how or why, as a command line has it: what begins with neither is a reason.
fn said(answer: &str) -> String {
    let led = ["in ", "for ", "because "].iter().any(|lead| answer.starts_with(lead));
    if led { answer.to_owned() } else { format!("because {answer}") }
}

impl Movement {
    /// One line for each way in which the marked people move.
    fn marked(&self, state: &State) -> Vec<String> {
        ["leave", "leave-item", "disconnect", "return", "reconnect", "arrive"]
            .into_iter()
            .filter_map(|way| {
                let moves = |person: &PersonId| verb(state.presence(person), self.way, lost(state, person)) == way;
                let who: Vec<&PersonId> = self.marked.iter().filter(|person| moves(person)).collect();
                (!who.is_empty()).then(|| format!("{way} {}", names::everybody(state, who)))
            })
            .collect()
    }

    /// Runs the lines, or asks first what was said.
    fn finish(&self, lines: Vec<String>) -> Step {
        if self.way != Way::Said {
            return Step::Finish(lines);
        }
        let question = Question::text("How or why: in protest, for the rest, because …");
        Step::Ask(Asking::new([question], move |answers| match answers.get(0) {
            "" => Step::Finish(lines.clone()),
            answer => Step::Finish(lines.iter().map(|line| format!("{line} {}", said(answer))).collect()),
        }))
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
                note: mover.shown(session.state(), self.way),
                tone: if mover.presence() == Presence::Present { Tone::Plain } else { Tone::Dim },
            }
        };
        PadView {
            title: "Coming and going".into(),
            lead: Some(format!("A letter records it ({}). Space marks several.", self.way.name())),
            rows: movers.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(movers.len()),
            hints: Way::ALL
                .iter()
                .map(|(digit, _, name)| hint(&digit.to_string(), name))
                .chain([hint("Space", "mark"), hint("Enter", "those marked"), hint("Esc", "back")])
                .collect(),
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        let movers = movers(state);
        if self.cursor.key(key, movers.len()) {
            return Step::Stay;
        }
        if let Some(way) = Way::of(key) {
            self.way = way;
            return Step::Stay;
        }
        let here = self.cursor.within(movers.len()).and_then(|row| movers.get(row));
        match (key.code, here) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, _) if !self.marked.is_empty() => self.finish(self.marked(state)),
            (Code::Enter, Some(mover)) => self.finish(vec![line(state, mover, self.way)]),
            (Code::Char(' '), Some(Mover::Person(person, _))) => {
                if !self.marked.remove(*person) {
                    self.marked.insert((*person).clone());
                }
                Step::Stay
            }
            _ => match picked(key, movers.len(), "").and_then(|row| movers.get(row)) {
                Some(mover) => self.finish(vec![line(state, mover, self.way)]),
                None => Step::Pass,
            },
        }
    }
}
