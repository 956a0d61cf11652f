//! What one meeting has for the year, taken from the record of it that everybody may read.

use chrono::{DateTime, Datelike, Utc};
use serde::Serialize;

use crate::meeting::event::{Entry, Mode, Presence};
use crate::meeting::fact::{Content, Verb};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::register::held::{Held, of_meeting};

/// How a member was, or was not, at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// In the room, or by a connection where the body's rules let that count, for any part of it.
    Present,
    /// By a connection, which the body's rules do not count.
    Remote,
    /// Not, and a substitute came.
    Substituted,
    /// Not, with apologies and no substitute.
    Apologies,
    /// Not, without apologies, or nothing is recorded.
    Absent,
}

/// The seats of a meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seats {
    pub(super) held: usize,
    pub(super) filled: usize,
}

/// What a meeting has for the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sat {
    /// The meeting's actions, and which body and day it is.
    pub(super) held: Held,
    /// The municipal year that its agenda names.
    pub(super) municipal: Option<String>,
    pub(super) venue: String,
    /// When it was called to order; nothing where it never was. UTC.
    pub(super) began: Option<DateTime<Utc>>,
    /// How many seats were held, and at how many of them somebody sat: the member, or a substitute.
    pub(super) seats: Seats,
    /// Its members, each with how they came.
    pub(super) members: Vec<(String, Came)>,
    /// Who came in whose place.
    pub(super) substitutes: Vec<(String, String)>,
    pub(super) decided: Vec<Verb>,
}

/// Takes what a year needs of a meeting, from the record of it that everybody may read.
pub fn sat(state: &State, style: &Style, entries: &[Entry]) -> Sat {
    let mut members: Vec<(String, Came)> = Vec::new();
    let mut seats = Seats::default();
    let mut substitutes = Vec::new();
    let name = |id: &PersonId| state.person(id).map_or_else(|| id.to_string(), crate::meeting::people::Person::full);
    for seat in &state.body().seats {
        let mut stood_in: Vec<&PersonId> = Vec::new();
        for (person, ..) in state.substitutions(&seat.id).filter(|(person, ..)| state.attended(person)) {
            if !stood_in.contains(&person) {
                stood_in.push(person);
            }
        }
        let before = members.len();
        let former = state.former_holders(&seat.id).iter().filter(|person| seat.holder.as_ref() != Some(person));
        members.extend(former.map(|person| (name(person), came(state, person, false))));
        if let Some(holder) = &seat.holder {
            members.push((name(holder), came(state, holder, !stood_in.is_empty())));
            substitutes.extend(stood_in.iter().map(|person| (name(person), name(holder))));
        }
        let holders = members.get(before..).unwrap_or_default();
        let came =
            holders.iter().any(|(_, came)| *came == Came::Present) || stood_in.iter().any(|one| counts(state, one));
        seats.held += usize::from(!holders.is_empty());
        seats.filled += usize::from(came && !holders.is_empty());
    }
    let decided = state.items().flat_map(|item| state.facts_of(item)).filter_map(|fact| match &fact.content {
        Content::Decision(decision) if decision.basis.is_some() => Some(decision.verb),
        _ => None,
    });
    Sat {
        municipal: state.agenda().municipal_year.clone(),
        venue: state.agenda().venue.clone(),
        began: state.began(),
        seats,
        members,
        substitutes,
        decided: decided.collect(),
        held: of_meeting(state, style, entries),
    }
}

fn came(state: &State, person: &PersonId, substituted: bool) -> Came {
    if state.was_present(person) && state.attended(person) {
        return if counts(state, person) { Came::Present } else { Came::Remote };
    }
    match state.presence(person) {
        _ if substituted => Came::Substituted,
        Presence::Apologies => Came::Apologies,
        Presence::Absent | Presence::Present | Presence::Left | Presence::Unaccounted => Came::Absent,
    }
}

/// Whether being there as they were counts, by the body's rules.
fn counts(state: &State, person: &PersonId) -> bool {
    state.mode(person) == Mode::InRoom || state.body().rules.remote_counts != Some(false)
}

impl Sat {
    /// The municipal year: as its agenda names it, or else by its day. In May that depends on the day of the annual
    /// meeting, so of such a meeting it is not known.
    pub(super) fn year(&self) -> Option<String> {
        let begins = |year: i32| format!("{year}/{:02}", (year + 1).rem_euclid(100));
        let by_day = || match (self.held.date.year(), self.held.date.month()) {
            (_, 5) => None,
            (year, month) => Some(begins(if month > 5 { year } else { year - 1 })),
        };
        self.municipal.clone().or_else(by_day)
    }
}
