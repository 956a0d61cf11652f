//! What a record takes over from files that changed since it began.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::agenda::Agenda;
use super::body::{Body, Seat};
use super::id::{ItemId, PersonId, SeatId};
use super::state::{Item, State};
use super::timeline::Timeline;

/// What the files say themselves, without what the program adds to it: their tables, as TOML without comments.
///
/// Read again by a later release they give what that release makes of the same words, so that only what somebody wrote
/// is ever called a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The body's file.
    pub body: String,
    /// The agenda's file.
    pub agenda: String,
    /// The house style's own file, where one of the two names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
}

/// A change of the files, taken over. What the meeting itself changed since, and what it needs, stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// The differences, a line each.
    pub differences: Vec<String>,
    /// The house style as it is from now on, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// The body as the files have it now, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Box<Body>>,
    /// The agenda as the files have it now, where it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<Box<Agenda>>,
    /// What the files say themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
}

/// Something that stays as the meeting has it, though the files say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Somebody who is gone from the files, but whom the record names.
    Person(PersonId),
    /// Somebody whom the meeting put down otherwise.
    Changed(PersonId),
    /// A seat that is gone from the files, but whose holder or substitute the record names.
    Seat(SeatId),
    /// The holder of a seat, whom the record names and who would have no seat otherwise.
    Holder(SeatId),
    /// An item that is gone from the files, but was taken or has something under it.
    Item(ItemId),
    /// A title that was changed in the meeting.
    Title(ItemId),
}

/// Every key that what happened so far refers to, among other words.
pub(super) struct Named(BTreeSet<String>);

impl Named {
    /// Costs what there is of the meeting.
    pub(super) fn in_meeting(state: &State) -> Self {
        let mut named = Self(BTreeSet::new());
        for fact in state.facts.values() {
            named.add(&fact.content);
        }
        let some = |person: &Option<PersonId>| person.as_ref().map(ToString::to_string);
        named.0.extend(state.presiding.changes().filter_map(|change| some(&change.value.person)));
        let offices = state.offices.values().flat_map(Timeline::changes).filter(|change| change.by.entry > 0);
        named.0.extend(offices.filter_map(|change| some(&change.value)));
        let substitutes = state.substitutes.values().flat_map(Timeline::changes);
        named.0.extend(substitutes.filter_map(|change| some(&change.value)));
        let present = state.presence.iter().filter(|(_, line)| !line.is_empty()).map(|(id, _)| id);
        let remote = state.mode.iter().filter(|(_, line)| !line.is_empty()).map(|(id, _)| id);
        named.0.extend(present.chain(remote).map(ToString::to_string));
        named
    }

    /// Adds every word of a value that stands alone, and so every key in it.
    pub(super) fn add(&mut self, value: &impl Serialize) {
        // What cannot be spelt could not have been recorded.
        self.walk(&serde_json::to_value(value).unwrap_or_default());
    }

    fn walk(&mut self, value: &Value) {
        match value {
            Value::String(text) => _ = self.0.insert(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| self.walk(value)),
            Value::Object(fields) => {
                for (key, value) in fields {
                    self.0.insert(key.clone());
                    self.walk(value);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Whether a key is among them.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains(key)
    }

    /// Whether something happened under an item, or refers to it.
    pub(super) fn happened(&self, item: &Item) -> bool {
        !item.visits.is_empty()
            || !item.facts.is_empty()
            || item.state != super::event::ItemState::default()
            || self.has(item.agenda.id.as_str())
    }
}

impl State {
    /// What the files say themselves, where the record holds it.
    pub fn stated(&self) -> Option<&Stated> {
        self.stated.as_ref()
    }

    /// What stays as the meeting has it, should `adoption` be taken over.
    pub fn kept(&self, adoption: &Adoption) -> Vec<Kept> {
        let mut after = self.clone();
        after.adopt(adoption);
        let mut kept = Vec::new();
        if let Some(body) = &adoption.body {
            kept.extend(kept_people(&after, body));
            kept.extend(kept_seats(&after, body));
        }
        if let Some(agenda) = &adoption.agenda {
            let titles = agenda.titles();
            kept.extend(after.items().filter(|item| !item.added).filter_map(|item| {
                let id = &item.agenda.id;
                match titles.get(id) {
                    None => Some(Kept::Item(id.clone())),
                    Some(title) => (**title != item.agenda.title).then(|| Kept::Title(id.clone())),
                }
            }));
        }
        kept
    }
}

fn kept_people(after: &State, body: &Body) -> Vec<Kept> {
    let listed = after.body().people.iter().filter_map(|person| {
        let now = after.person(&person.id)?;
        match body.people.iter().find(|other| other.id == person.id) {
            None => Some(Kept::Person(person.id.clone())),
            Some(said) => (now != said).then(|| Kept::Changed(person.id.clone())),
        }
    });
    listed.collect()
}

fn kept_seats(after: &State, body: &Body) -> Vec<Kept> {
    let seats =
        after.body().seats.iter().filter_map(|seat: &Seat| match body.seats.iter().find(|other| other.id == seat.id) {
            None => Some(Kept::Seat(seat.id.clone())),
            Some(said) => (said.holder != seat.holder).then(|| Kept::Holder(seat.id.clone())),
        });
    seats.collect()
}
