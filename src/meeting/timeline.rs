//! What holds from a moment on: who is present, who presides, whether the room is open.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::FactId;

/// A moment in the room.
///
/// The clock may run backwards; the order of events in the room is that of `anchor`, the number of the entry that the
/// moment comes before. A fact recorded as it happens is anchored to its own entry, a back-timed one to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// The entry that this moment comes before.
    pub anchor: u64,
    /// When, by the clock of the room.
    pub time: DateTime<Utc>,
}

/// One change on a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<T> {
    /// From when the value holds.
    pub at: Moment,
    /// The fact that recorded it.
    pub by: FactId,
    /// The value.
    pub value: T,
}

/// Values in the order in which they came to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline<T>(Vec<Change<T>>);

impl<T> Change<T> {
    /// What is back-timed to before an entry comes before what that entry itself records.
    fn order(&self) -> (u64, bool, FactId) {
        (self.at.anchor, self.by.entry == self.at.anchor, self.by)
    }
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Timeline<T> {
    /// What holds now.
    pub fn now(&self) -> Option<&T> {
        self.0.last().map(|change| &change.value)
    }

    /// The latest change.
    pub fn last(&self) -> Option<&Change<T>> {
        self.0.last()
    }

    /// What held in the room just before what entry `anchor` records.
    pub fn before(&self, anchor: u64) -> Option<&T> {
        self.change_before(anchor).map(|change| &change.value)
    }

    /// The change by which that came to hold.
    pub fn change_before(&self, anchor: u64) -> Option<&Change<T>> {
        self.0.get(self.coming_before(anchor).checked_sub(1)?)
    }

    /// Every change, in order.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &Change<T>> {
        self.0.iter()
    }

    /// The changes that a change anchored at `anchor` would come before, which it does not undo.
    pub fn after(&self, anchor: u64) -> impl Iterator<Item = &Change<T>> {
        let from = self.coming_before(anchor);
        self.0.iter().skip(from)
    }

    /// Puts a change in its place and says where that is.
    pub(super) fn insert(&mut self, change: Change<T>) -> usize {
        let order = change.order();
        let index = self.0.partition_point(|other| other.order() <= order);
        self.0.insert(index, change);
        index
    }

    /// Gives the changes that `moment` has a moment for that one instead; returns what they had.
    pub(super) fn retime(&mut self, moment: impl Fn(FactId) -> Option<Moment>) -> Vec<(FactId, Moment)> {
        let mut before = Vec::new();
        for change in &mut self.0 {
            if let Some(at) = moment(change.by) {
                before.push((change.by, std::mem::replace(&mut change.at, at)));
            }
        }
        if !before.is_empty() {
            self.0.sort_by_key(Change::order);
        }
        before
    }

    /// How many changes come before what entry `anchor` records.
    fn coming_before(&self, anchor: u64) -> usize {
        self.0.partition_point(|change| {
            change.at.anchor < anchor || (change.at.anchor == anchor && change.by.entry != anchor)
        })
    }

    /// Whether nothing was ever recorded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes out the changes that an entry recorded.
    pub(super) fn withdraw(&mut self, entry: u64) {
        self.0.retain(|change| change.by.entry != entry);
    }

    /// Takes the change at `index` out again.
    pub(super) fn remove(&mut self, index: usize) {
        if index < self.0.len() {
            self.0.remove(index);
        }
    }
}
