//! What a meeting did to the plan.

use crate::meeting::agenda::PlanEntry;
use crate::meeting::id::ItemId;

/// One change of an entry of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// The item under which it was made; nothing where none was being taken.
    pub item: Option<ItemId>,
    /// The entry before; nothing for one that was added.
    pub from: Option<PlanEntry>,
    /// The entry after; nothing for one that was dropped.
    pub to: Option<PlanEntry>,
}

/// What steps come to, entry by entry, in the order in which they were begun.
pub fn net(steps: &[PlanStep]) -> Vec<PlanStep> {
    let mut net: Vec<PlanStep> = Vec::new();
    for step in steps {
        match net.iter_mut().find(|known| known.to.is_some() && known.to == step.from) {
            Some(known) => *known = PlanStep { from: known.from.take(), ..step.clone() },
            None => net.push(step.clone()),
        }
    }
    net.retain(|step| step.from != step.to);
    net
}
