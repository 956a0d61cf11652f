//! Steps through the items of a meeting from any of them, at the cost of the steps and not of the meeting.

use super::id::ItemId;
use super::sequence::Sequence;
use super::state::{Item, State};

/// A place among the items: the list and the index in it at each level, from the top.
#[derive(Clone, Debug)]
pub struct Walk<'a> {
    state: &'a State,
    trail: Vec<(&'a Sequence<ItemId>, usize)>,
}

impl<'a> Walk<'a> {
    /// At the first item, if there is one.
    pub fn first(state: &'a State) -> Option<Self> {
        (!state.top().is_empty()).then(|| Self { state, trail: vec![(state.top(), 0)] })
    }

    /// At an item.
    pub fn at(state: &'a State, id: &ItemId) -> Option<Self> {
        let mut trail = Vec::new();
        let mut next = Some(state.item(id)?);
        while let Some(item) = next {
            let list = state.neighbours(item);
            trail.push((list, list.position(&item.agenda.id)?));
            next = item.parent.as_ref().and_then(|parent| state.item(parent));
        }
        trail.reverse();
        Some(Self { state, trail })
    }

    /// The item here.
    pub fn item(&self) -> Option<&'a Item> {
        let (list, index) = self.trail.last()?;
        self.state.item(list.get(*index)?)
    }

    /// Whether this item is here.
    pub fn is_at(&self, id: &ItemId) -> bool {
        self.item().is_some_and(|item| item.agenda.id == *id)
    }

    /// How many items it is part of, one in another.
    pub fn depth(&self) -> usize {
        self.trail.len().saturating_sub(1)
    }

    /// The item after this one, those below it first.
    pub fn next(&self) -> Option<Self> {
        let mut next = self.clone();
        if let Some(item) = self.item().filter(|item| !item.children.is_empty()) {
            next.trail.push((&item.children, 0));
            return Some(next);
        }
        while let Some((list, index)) = next.trail.pop() {
            if index + 1 < list.len() {
                next.trail.push((list, index + 1));
                return Some(next);
            }
        }
        None
    }

    /// The item before this one.
    pub fn back(&self) -> Option<Self> {
        let mut back = self.clone();
        let (list, index) = back.trail.pop()?;
        let Some(before) = index.checked_sub(1) else {
            return (!back.trail.is_empty()).then_some(back);
        };
        back.trail.push((list, before));
        while let Some(item) = back.item().filter(|item| !item.children.is_empty()) {
            back.trail.push((&item.children, item.children.len() - 1));
        }
        Some(back)
    }
}

/// The items around `centre` in their order, up to `reach` to either side, and where `centre` is among them.
pub fn around<'a>(centre: Walk<'a>, reach: usize) -> (Vec<Walk<'a>>, usize) {
    let mut places: Vec<Walk<'a>> = std::iter::successors(centre.back(), Walk::back).take(reach).collect();
    places.reverse();
    let index = places.len();
    let after: Vec<Walk<'a>> = std::iter::successors(Some(centre), Walk::next).take(reach + 1).collect();
    places.extend(after);
    (places, index)
}
