//! What is before the meeting: motions and amendments that nothing has become of yet.

use super::fact::{Content, Contest, Decision, Fact, Motion};
use super::id::{FactId, ItemId};
use super::state::State;

/// How near the end of an item its latest vote stands. An item must not cost more the longer it is.
const NEAR: usize = 64;

impl State {
    /// Every open motion and amendment of the meeting, in the order moved. Nominations wait for their election.
    pub fn open_motions(&self) -> impl DoubleEndedIterator<Item = (FactId, &Motion)> {
        self.open_motions.iter().filter_map(|id| match self.content(*id) {
            Some(Content::Motion(motion)) => Some((*id, motion)),
            _ => None,
        })
    }

    /// What is before the meeting under an item, in the order moved: the last is to be dealt with first.
    pub fn floor<'a>(&'a self, item: &'a ItemId) -> impl DoubleEndedIterator<Item = (FactId, &'a Motion)> {
        self.open_motions().filter(move |(id, _)| self.fact(*id).is_some_and(|fact| fact.item == *item))
    }

    /// The amendments to a motion, in the order moved, whatever became of them.
    pub fn amendments(&self, to: FactId) -> impl DoubleEndedIterator<Item = (FactId, &Motion)> {
        let amendments = self.amendments.range(of(to));
        amendments.filter_map(|(_, id)| match self.content(*id) {
            Some(Content::Motion(motion)) => Some((*id, motion)),
            _ => None,
        })
    }

    /// The decisions that rest on a motion.
    pub fn decisions_on(&self, motion: FactId) -> impl Iterator<Item = (FactId, &Decision)> {
        let decisions = self.rested_on.range(of(motion));
        decisions.filter_map(|(_, id)| match self.content(*id) {
            Some(Content::Decision(decision)) => Some((*id, decision)),
            _ => None,
        })
    }

    /// The decisions under other items that decide this one as well.
    pub fn decided_with<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a Fact> {
        let (first, last) = (FactId::new(0, 0), FactId::new(u64::MAX, u32::MAX));
        let decided = self.decided_with.range((item.clone(), first)..=(item.clone(), last));
        decided.filter_map(|(_, id)| self.fact(*id)).filter(|fact| fact.struck.is_none())
    }

    /// The motion under an item that was put last: the one that a vote taken again is on. Amendments are put but once.
    pub fn last_put(&self, item: &ItemId) -> Option<FactId> {
        let recent: Vec<&Fact> = self.facts_of(self.item(item)?).rev().take(NEAR).collect();
        let decided = recent.iter().find_map(|fact| match &fact.content {
            Content::Decision(decision) => Some((fact.id, decision.rests_on()?)),
            _ => None,
        });
        let put = recent.iter().find_map(|fact| match &fact.content {
            Content::Motion(motion) if motion.was_put() && motion.amends().is_none() => Some(fact.id),
            _ => None,
        });
        match (decided, put) {
            // A motion may have been moved before another and be put after it.
            (Some((decision, motion)), Some(put)) if decision > put => Some(motion),
            (decided, put) => put.or(decided.map(|(_, motion)| motion)),
        }
    }

    /// The latest choice between motions under an item, near its end.
    pub fn contest(&self, item: &ItemId) -> Option<(FactId, &Contest)> {
        self.facts_of(self.item(item)?).rev().take(NEAR).find_map(|fact| match &fact.content {
            Content::Contest(contest) => Some((fact.id, contest)),
            _ => None,
        })
    }
}

/// Everything that an index has of one fact.
fn of(id: FactId) -> std::ops::RangeInclusive<(FactId, FactId)> {
    (id, FactId::new(0, 0))..=(id, FactId::new(u64::MAX, u32::MAX))
}
