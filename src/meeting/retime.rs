//! Correcting when something happened: an entry's changes and facts take another moment.

use chrono::{DateTime, Utc};

use super::id::FactId;
use super::state::State;
use super::timeline::{Moment, Timeline};

/// When changes and facts were said to have happened, before they were corrected.
#[derive(Clone, Debug, Default)]
pub(super) struct Times {
    changes: Vec<(FactId, Moment)>,
    facts: Vec<(FactId, DateTime<Utc>)>,
}

impl State {
    pub(super) fn retime(&mut self, entry: u64, at: Moment) -> Times {
        let changes = self.retime_changes(&|id: FactId| (id.entry == entry).then_some(at));
        let of_entry = FactId::new(entry, 0)..=FactId::new(entry, u32::MAX);
        let facts = self.facts.range_mut(of_entry);
        let facts = facts.map(|(id, fact)| (*id, std::mem::replace(&mut fact.when, at.time))).collect();
        Times { changes, facts }
    }

    pub(super) fn retime_back(&mut self, times: &Times) {
        self.retime_changes(&|id: FactId| times.changes.iter().find(|(of, _)| *of == id).map(|(_, at)| *at));
        for (id, when) in &times.facts {
            if let Some(fact) = self.facts.get_mut(id) {
                fact.when = *when;
            }
        }
    }

    fn retime_changes(&mut self, moment: &dyn Fn(FactId) -> Option<Moment>) -> Vec<(FactId, Moment)> {
        let mut before = Vec::new();
        before.extend(each(self.presence.values_mut(), moment));
        before.extend(each(self.mode.values_mut(), moment));
        before.extend(each(self.substitutes.values_mut(), moment));
        before.extend(each(self.offices.values_mut(), moment));
        before.extend(self.presiding.retime(moment));
        before.extend(self.public.retime(moment));
        before.extend(self.publicity.retime(moment));
        before.extend(self.sitting.retime(moment));
        let visits = self.at_item.retime(moment);
        for (id, was) in &visits {
            self.retime_visit(*id, *was);
        }
        before.extend(visits);
        before
    }

    /// An item's own list of visits follows the timeline of the room.
    fn retime_visit(&mut self, id: FactId, was: Moment) {
        let change = self.at_item.changes().find(|change| change.by == id);
        let Some((Some(item), now)) = change.map(|change| (change.value.clone(), change.at)) else { return };
        let visits = self.items.get_mut(&item).map(|item| &mut item.visits);
        if let Some(visit) = visits.and_then(|visits| visits.iter_mut().find(|visit| **visit == was)) {
            *visit = now;
        }
    }
}

fn each<'a, T: 'a>(
    lines: impl Iterator<Item = &'a mut Timeline<T>>,
    moment: &dyn Fn(FactId) -> Option<Moment>,
) -> Vec<(FactId, Moment)> {
    lines.flat_map(|line| line.retime(moment)).collect()
}
