//! Applying and taking back changes on the timelines.

use std::collections::BTreeMap;

use super::{Line, Reason, Stamp, Was, set};
use crate::meeting::event::Turning;
use crate::meeting::state::State;
use crate::meeting::timeline::{Change, Moment, Timeline};

impl State {
    pub(super) fn turn(&mut self, stamp: Stamp, at: Moment, turning: &Turning) -> Option<Was> {
        let by = stamp.id;
        let mut reason = None;
        let (line, index) = match turning {
            Turning::Presence { person, to, because } => {
                reason = Some(Reason::Presence(person.clone(), self.reasons.get(person).cloned()));
                set(&mut self.reasons, person.clone(), because.clone());
                let line = self.presence.entry(person.clone()).or_default();
                (Line::Presence(person.clone()), line.insert(Change { at, by, value: *to }))
            }
            Turning::Mode { person, to } => {
                let line = self.mode.entry(person.clone()).or_default();
                (Line::Mode(person.clone()), line.insert(Change { at, by, value: *to }))
            }
            Turning::Substitute { seat, by: substitute, because } => {
                reason = Some(Reason::Substitute(seat.clone(), self.substitute_reasons.get(seat).cloned()));
                set(&mut self.substitute_reasons, seat.clone(), because.clone());
                let line = self.substitutes.entry(seat.clone()).or_default();
                (Line::Substitute(seat.clone()), line.insert(Change { at, by, value: substitute.clone() }))
            }
            Turning::Presiding { person } => {
                (Line::Presiding, self.presiding.insert(Change { at, by, value: person.clone() }))
            }
            Turning::Office { office, person } => {
                let line = self.offices.entry(*office).or_default();
                (Line::Office(*office), line.insert(Change { at, by, value: person.clone() }))
            }
            Turning::Room { to } => (Line::Room, self.publicity.insert(Change { at, by, value: *to })),
            Turning::Finish { to } => (Line::Finish, self.finish.insert(Change { at, by, value: *to })),
            Turning::Clerk { name } => (Line::Clerk, self.clerk.insert(Change { at, by, value: name.clone() })),
            Turning::Sitting { to } => (Line::Sitting, self.sitting.insert(Change { at, by, value: *to })),
            Turning::Item { item } => {
                if let Some(item) = item {
                    self.items.get_mut(item)?.visits.push(at);
                }
                (Line::Item(item.clone()), self.at_item.insert(Change { at, by, value: item.clone() }))
            }
        };
        Some(Was::Turned { line, index, reason })
    }

    pub(super) fn turn_back(&mut self, line: &Line, index: usize) {
        match line {
            Line::Presence(person) => remove_at(&mut self.presence, person, index),
            Line::Mode(person) => remove_at(&mut self.mode, person, index),
            Line::Substitute(seat) => remove_at(&mut self.substitutes, seat, index),
            Line::Presiding => self.presiding.remove(index),
            Line::Office(office) => remove_at(&mut self.offices, office, index),
            Line::Room => self.publicity.remove(index),
            Line::Sitting => self.sitting.remove(index),
            Line::Finish => self.finish.remove(index),
            Line::Clerk => self.clerk.remove(index),
            Line::Item(item) => {
                self.at_item.remove(index);
                if let Some(item) = item.as_ref().and_then(|item| self.items.get_mut(item)) {
                    item.visits.pop();
                }
            }
        }
    }
}

/// Takes a change out of a line, and the line out of its map once nothing is left of it.
fn remove_at<K: Ord, T>(lines: &mut BTreeMap<K, Timeline<T>>, key: &K, index: usize) {
    if let Some(line) = lines.get_mut(key) {
        line.remove(index);
        if line.is_empty() {
            lines.remove(key);
        }
    }
}
