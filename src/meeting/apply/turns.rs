//! Applying and taking back changes on the timelines.

use std::collections::BTreeMap;

use super::{Line, Reason, Stamp, Was, set};
use crate::meeting::agenda::Office;
use crate::meeting::event::{Presence, Turning};
use crate::meeting::id::PersonId;
use crate::meeting::state::{Chairing, State};
use crate::meeting::timeline::{Change, Moment, Timeline};

/// A timeline as it was before something on it was corrected, with the reason that stood beside it.
#[derive(Clone, Debug)]
pub(super) enum Whole {
    Presence(PersonId, Option<Timeline<Presence>>, Option<String>),
    Presiding(Timeline<Chairing>),
    Office(Office, Option<Timeline<Option<PersonId>>>),
}

impl State {
    /// Takes what a fact's entry turned out of a timeline, and puts what is right in at `instead`.
    pub(super) fn turn_anew(&mut self, stamp: Stamp, instead: Option<Moment>, turning: &Turning) -> Option<Whole> {
        let was = self.withdraw(stamp.id.entry, turning)?;
        if let Some(at) = instead {
            self.turn(stamp, at, turning);
        }
        let newest = |line: Option<&Timeline<Presence>>| {
            line.and_then(Timeline::last).is_some_and(|last| last.by.entry == stamp.id.entry)
        };
        // The reason that counts is that of the latest change, which may be a later one.
        if let Whole::Presence(person, line, reason) = &was
            && !newest(self.presence.get(person))
        {
            set(&mut self.reasons, person.clone(), reason.clone().filter(|_| !newest(line.as_ref())));
        }
        Some(was)
    }

    /// Takes what an entry turned out of the timeline that `turning` is about; nothing where no fact turns that one.
    fn withdraw(&mut self, entry: u64, turning: &Turning) -> Option<Whole> {
        Some(match turning {
            Turning::Presence { person, .. } => {
                let was = self.presence.get(person).cloned();
                withdraw_from(&mut self.presence, person, entry);
                Whole::Presence(person.clone(), was, self.reasons.get(person).cloned())
            }
            Turning::Presiding { .. } => {
                let was = self.presiding.clone();
                self.presiding.withdraw(entry);
                Whole::Presiding(was)
            }
            Turning::Office { office, .. } => {
                let was = self.offices.get(office).cloned();
                withdraw_from(&mut self.offices, office, entry);
                Whole::Office(*office, was)
            }
            Turning::Mode { .. }
            | Turning::Substitute { .. }
            | Turning::Public { .. }
            | Turning::Room { .. }
            | Turning::Sitting { .. }
            | Turning::Item { .. } => return None,
        })
    }

    pub(super) fn put_back(&mut self, whole: Whole) {
        match whole {
            Whole::Presence(person, line, reason) => {
                set(&mut self.reasons, person.clone(), reason);
                set(&mut self.presence, person, line);
            }
            Whole::Presiding(line) => self.presiding = line,
            Whole::Office(office, line) => set(&mut self.offices, office, line),
        }
    }

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
            Turning::Presiding { person, during } => {
                let value = Chairing { person: person.clone(), during: during.clone() };
                (Line::Presiding, self.presiding.insert(Change { at, by, value }))
            }
            Turning::Public { count } => (Line::Public, self.public.insert(Change { at, by, value: *count })),
            Turning::Office { office, person } => {
                let line = self.offices.entry(*office).or_default();
                (Line::Office(*office), line.insert(Change { at, by, value: person.clone() }))
            }
            Turning::Room { to } => (Line::Room, self.publicity.insert(Change { at, by, value: *to })),
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
            Line::Public => self.public.remove(index),
            Line::Office(office) => remove_at(&mut self.offices, office, index),
            Line::Room => self.publicity.remove(index),
            Line::Sitting => self.sitting.remove(index),
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

fn withdraw_from<K: Ord, T>(lines: &mut BTreeMap<K, Timeline<T>>, key: &K, entry: u64) {
    if let Some(line) = lines.get_mut(key) {
        line.withdraw(entry);
        if line.is_empty() {
            lines.remove(key);
        }
    }
}
