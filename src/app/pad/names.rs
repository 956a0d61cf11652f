//! How command lines name people, items and facts so that exactly the one is meant.

use crate::app::session::Session;
use crate::app::{people, refs};
use crate::meeting::agenda::Office;
use crate::meeting::fact::{Point, Speaker, Turn};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::minutes::document::{agenda_number, both_numbers, item_number};

/// How a command line names somebody: as people say it where that is clear, else by key.
pub fn person(state: &State, id: &PersonId) -> String {
    let spoken = state.person(id).map(Person::short);
    let clear = |name: &String| {
        let plain = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'' | '’'));
        plain && people::person(state, name).as_ref() == Ok(id)
    };
    spoken.filter(clear).unwrap_or_else(|| id.to_string())
}

/// Several people, with commas between them.
pub fn everybody<'a>(state: &State, ids: impl IntoIterator<Item = &'a PersonId>) -> String {
    ids.into_iter().map(|id| person(state, id)).collect::<Vec<_>>().join(", ")
}

/// How a command line names an item: by its number on the agenda where that is clear, else by its minute's, else by key.
pub fn item(state: &State, id: &ItemId) -> String {
    let numbers = state.item(id).into_iter().flat_map(|item| [agenda_number, item_number].map(|of| of(state, item)));
    let mut clear = numbers.filter(|number| refs::item(state, number).as_ref() == Ok(id));
    clear.next().unwrap_or_else(|| id.to_string())
}

/// What the screen calls an item: the number on the agenda, with that of its minute where they differ.
pub fn item_shown(state: &State, id: &ItemId) -> String {
    state.item(id).map_or_else(|| id.to_string(), |item| both_numbers(state, item))
}

/// How a command line names a fact.
pub fn fact(id: FactId) -> String {
    format!("#{id}")
}

/// How a command line names an office.
pub const fn office(office: Office) -> &'static str {
    match office {
        Office::Chair => "chair",
        Office::ViceChair => "vice-chair",
    }
}

/// How a command line names whoever speaks; empty for nobody.
pub fn speaker(state: &State, speaker: &Speaker) -> String {
    match speaker {
        Speaker::None => String::new(),
        Speaker::Unknown => "?".to_owned(),
        Speaker::Body => state.body().short.clone(),
        Speaker::Office(held) => office(*held).to_owned(),
        Speaker::Person(id) => person(state, id),
        Speaker::Party(party) => state.party(party).map(|party| party.name.clone()).unwrap_or_default(),
    }
}

/// A turn as it may be typed again.
pub fn turn(state: &State, turn: &Turn) -> String {
    match speaker(state, &turn.speaker) {
        nobody if nobody.is_empty() => turn.text.clone(),
        speaker => format!("{speaker}: {}", turn.text),
    }
}

/// A point as it may be typed again.
pub fn point(state: &State, point: &Point) -> String {
    let turns: Vec<String> = point.turns.iter().map(|it| turn(state, it)).collect();
    turns.join(" / ")
}

/// What the screen calls somebody.
pub fn shown(session: &Session, id: &PersonId) -> String {
    session.state().person(id).map_or_else(|| id.to_string(), Person::short)
}
