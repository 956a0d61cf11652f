//! In which order items and those below them print.
//!
//! An item comes before those below it. What was recorded under it once the room came back to it from them, such as the
//! one decision on all of them, comes after.

use std::ops::Range;

use crate::meeting::state::Item;
use crate::minutes::block::Block;

use super::{Build, items_in_order};

/// A run of the blocks of an item.
pub(super) struct Section<'a> {
    item: &'a Item,
    facts: Range<usize>,
    /// Whether the item begins here.
    opens: bool,
    /// Whether it ends here.
    closes: bool,
}

impl<'a> Build<'a> {
    /// Every item whole, or in two parts where the room came back to it.
    pub(super) fn sections(self) -> Vec<Section<'a>> {
        let mut sections = Vec::new();
        let mut open: Vec<Section<'a>> = Vec::new();
        for item in items_in_order(self.state, self.style) {
            while let Some(rest) = open.pop_if(|rest| !self.is_below(item, rest.item)) {
                sections.push(rest);
            }
            let (all, back) = (item.facts.len(), self.came_back(item));
            sections.push(Section { item, facts: 0..back.unwrap_or(all), opens: true, closes: back.is_none() });
            open.extend(back.map(|back| Section { item, facts: back..all, opens: false, closes: true }));
        }
        sections.extend(open.into_iter().rev());
        sections
    }

    /// The blocks of a run, with what opens the item and what closes it where it does.
    pub(super) fn section(self, section: &Section<'a>) -> impl Iterator<Item = Block> + use<'a> {
        let (item, facts) = (section.item, section.facts.clone());
        let opening = if section.opens { self.opening(item) } else { Vec::new() };
        let closing = section.closes.then_some(item).into_iter().flat_map(move |item| self.closing(item));
        opening.into_iter().chain(self.facts(item, facts)).chain(closing)
    }

    fn is_below(self, item: &Item, above: &Item) -> bool {
        let parents = std::iter::successors(item.parent.as_ref(), |id| self.state.item(id)?.parent.as_ref());
        parents.into_iter().any(|id| *id == above.agenda.id)
    }

    /// The place of the first fact that was recorded after the room had come back from the items below.
    fn came_back(self, item: &Item) -> Option<usize> {
        let visits = |id| self.state.item(id).into_iter().flat_map(|below: &Item| &below.visits);
        let below = item.children.iter().flat_map(visits).min()?;
        let back = item.visits.iter().filter(|visit| *visit > below).min()?;
        item.facts.iter().position(|fact| fact.entry >= back.anchor)
    }
}
