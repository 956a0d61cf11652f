//! What somebody's comings and goings amount to: whether they were there, and how.

use chrono::{DateTime, Utc};

use super::agenda::ItemKind;
use super::event::{Mode, Presence, Sitting};
use super::fact::Movement;
use super::id::PersonId;
use super::state::State;
use super::timeline::{Change, Moment, Timeline};

/// A time during which somebody attended by a connection, in UTC: from when, where not from the beginning, and until
/// when, where not to the end.
pub type Remotely = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

impl State {
    /// Whether somebody was there at any time, as the record has it now: that they were not, or that nothing is known,
    /// takes back what was said before.
    pub fn was_present(&self, person: &PersonId) -> bool {
        let changes = self.presences(person).into_iter().flat_map(Timeline::changes).rev();
        let told = changes.map(|change| change.value).find(|value| *value != Presence::Left);
        told == Some(Presence::Present)
    }

    /// Whether somebody belongs among those who attended: they are there, or have left.
    pub fn attended(&self, person: &PersonId) -> bool {
        matches!(self.presence(person), Presence::Present | Presence::Left)
    }

    /// Whether a time (UTC) lies in a minute before the one in which the meeting was called to order.
    pub fn before_beginning(&self, time: DateTime<Utc>) -> bool {
        let minute = |time: DateTime<Utc>| time.timestamp().div_euclid(60);
        self.began().is_some_and(|began| minute(time) < minute(began))
    }

    /// The first departure of somebody that is recorded for a time before the meeting began: one by a movement, or one
    /// after which nothing else is recorded of them.
    pub fn left_too_early(&self, person: &PersonId) -> Option<&Change<Presence>> {
        let line = self.presences(person)?;
        let last = line.last().map(|change| change.by);
        line.changes().find(|change| {
            let early = change.value == Presence::Left && self.before_beginning(change.at.time);
            let by_movement = || {
                let movement: Option<&Movement> = self.movement_of(change.by).map(|(_, movement)| movement);
                movement.is_some_and(|movement| movement.people.contains(person))
            };
            let by_substitution = || {
                let mut lines = self.substitutes.values().flat_map(Timeline::changes);
                lines.any(|other| other.by.entry == change.by.entry)
            };
            early && (by_movement() || last == Some(change.by) && !by_substitution())
        })
    }

    /// Whether the roll had been taken before what entry `anchor` records: the room had left the item for apologies, or,
    /// where there is none, the first. Until then a mark in the attendance puts an earlier one right.
    pub fn roll_was_taken(&self, anchor: u64) -> bool {
        let apologies = self.items().find(|item| item.agenda.kind == ItemKind::Apologies);
        let mut visits = self.at_item.changes().filter(|change| change.at.anchor < anchor);
        match apologies.map(|item| &item.agenda.id) {
            Some(apologies) => {
                let mut after = visits.skip_while(|visit| visit.value.as_ref() != Some(apologies));
                after.any(|visit| visit.value.as_ref() != Some(apologies))
            }
            None => visits.nth(1).is_some(),
        }
    }

    /// The times during which somebody who attended did so by a connection, in order. What was said before the roll had
    /// been taken holds from the beginning.
    pub fn remotely(&self, person: &PersonId) -> Vec<Remotely> {
        let later = |at: Moment| self.began().is_some_and(|began| at.time > began) && self.roll_was_taken(at.anchor);
        let closed = |time: &DateTime<Utc>| self.sitting() == Sitting::Closed && self.ended() <= Some(*time);
        let mut spans: Vec<Remotely> = Vec::new();
        let mut since: Option<Option<DateTime<Utc>>> = None;
        for change in self.mode.get(person).into_iter().flat_map(Timeline::changes) {
            let at = Some(change.at.time).filter(|_| later(change.at));
            match (change.value, since) {
                (Mode::Remote, None) => since = Some(at),
                (Mode::InRoom, Some(from)) => {
                    since = None;
                    // A mark put right before the beginning, or at once, was no attendance.
                    if let Some(until) = at.filter(|until| Some(*until) > from) {
                        spans.push((from, Some(until).filter(|until| !closed(until))));
                    }
                }
                _ => {}
            }
        }
        spans.extend(since.map(|from| (from, None)));
        spans
    }
}
