//! Steps through the items of a meeting from any of them, at the cost of the steps and not of the meeting.

use crate::meeting::id::ItemId;
use crate::meeting::sequence::Sequence;
use crate::meeting::state::{Item, State};

/// A place among the items: the list and the index in it at each level, from the top.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a> {
    state: &'a State,
    trail: Vec<(&'a Sequence<ItemId>, usize)>,
}

impl<'a> Walk<'a> {
    /// At the first item, if there is one.
    pub(super) fn first(state: &'a State) -> Option<Self> {
        (!state.top().is_empty()).then(|| Self { state, trail: vec![(state.top(), 0)] })
    }

    /// At an item.
    pub(super) fn at(state: &'a State, id: &ItemId) -> Option<Self> {
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
    pub(super) fn item(&self) -> Option<&'a Item> {
        let (list, index) = self.trail.last()?;
        self.state.item(list.get(*index)?)
    }

    /// Whether this item is here.
    pub(super) fn is_at(&self, id: &ItemId) -> bool {
        self.item().is_some_and(|item| item.agenda.id == *id)
    }

    /// How many items it is part of, one in another.
    pub(super) fn depth(&self) -> usize {
        self.trail.len().saturating_sub(1)
    }

    /// The item after this one, those below it first.
    pub(super) fn next(&self) -> Option<Self> {
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
    pub(super) fn back(&self) -> Option<Self> {
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
pub(super) fn around<'a>(centre: Walk<'a>, reach: usize) -> (Vec<Walk<'a>>, usize) {
    let mut places: Vec<Walk<'a>> = std::iter::successors(centre.back(), Walk::back).take(reach).collect();
    places.reverse();
    let index = places.len();
    let after: Vec<Walk<'a>> = std::iter::successors(Some(centre), Walk::next).take(reach + 1).collect();
    places.extend(after);
    (places, index)
}

/// Which of `sizes` to show in `room`: those from `first` to `last` whatever comes, and around them as many as fit,
/// by turns after and before. Where the wanted ones alone don't fit, as many of them as do, from `first` on.
pub(super) fn window(sizes: &[u16], first: usize, last: usize, room: u16) -> std::ops::Range<usize> {
    let size = |index: usize| sizes.get(index).copied().unwrap_or(u16::MAX);
    let (mut start, mut end, mut left) = (first, first, room);
    while end <= last && size(end) <= left {
        left -= size(end);
        end += 1;
    }
    if end <= last {
        return start..end;
    }
    loop {
        let more_after = end < sizes.len() && size(end) <= left;
        if more_after {
            left -= size(end);
            end += 1;
        }
        let more_before = start.checked_sub(1).filter(|before| size(*before) <= left);
        if let Some(before) = more_before {
            left -= size(before);
            start = before;
        }
        if !more_after && more_before.is_none() {
            return start..end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_window_grows_to_both_sides_and_shows_what_must_be_seen() {
        assert_eq!(window(&[1; 9], 4, 4, 3), 3..6);
        assert_eq!(window(&[1; 9], 0, 0, 3), 0..3);
        assert_eq!(window(&[1; 9], 8, 8, 3), 6..9);
        assert_eq!(window(&[1; 9], 2, 5, 4), 2..6);
        assert_eq!(window(&[1; 9], 2, 5, 3), 2..5);
        assert_eq!(window(&[1, 5, 1], 0, 0, 3), 0..1);
        assert_eq!(window(&[9], 0, 0, 3), 0..0);
        assert_eq!(window(&[], 0, 0, 3), 0..0);
    }

    proptest! {
        #[test]
        fn a_window_fits(sizes in proptest::collection::vec(0_u16..9, 0..30), first in 0_usize..30, more in 0_usize..9, room in 0_u16..60) {
            let range = window(&sizes, first.min(sizes.len()), first + more, room);
            prop_assert!(range.end <= sizes.len());
            prop_assert!(sizes[range].iter().sum::<u16>() <= room);
        }
    }
}
