//! An ordered list that stays quick when it is long: what stands under an item, or the items of a meeting.
//!
//! It is kept in chunks. Each chunk knows the smallest and largest key in it and how many of its members are of each
//! class, so finding a member and counting those before it cost the number of chunks, not the number of members. Keys
//! are nearly always appended in rising order, which keeps the chunks' ranges apart.

use std::ops::Range;

const CHUNK: usize = 256;

/// How many classes of members are told apart.
pub const CLASSES: usize = 4;

/// A list of keys, each with a class in `0..CLASSES`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sequence<K> {
    chunks: Vec<Chunk<K>>,
    len: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Chunk<K> {
    members: Vec<(K, u8)>,
    counts: [usize; CLASSES],
    bounds: Option<(K, K)>,
}

impl<K: Clone + Ord> Chunk<K> {
    fn of(members: Vec<(K, u8)>) -> Self {
        let mut counts = [0; CLASSES];
        for (_, class) in &members {
            if let Some(count) = counts.get_mut(usize::from(*class)) {
                *count += 1;
            }
        }
        let smallest = members.iter().map(|(key, _)| key).min().cloned();
        let largest = members.iter().map(|(key, _)| key).max().cloned();
        let bounds = smallest.zip(largest);
        Self { members, counts, bounds }
    }

    fn may_hold(&self, key: &K) -> bool {
        self.bounds.as_ref().is_some_and(|(low, high)| low <= key && key <= high)
    }

    fn push(&mut self, key: K, class: u8) {
        if let Some(count) = self.counts.get_mut(usize::from(class)) {
            *count += 1;
        }
        self.bounds = Some(match self.bounds.take() {
            None => (key.clone(), key.clone()),
            Some((low, high)) => (low.min(key.clone()), high.max(key.clone())),
        });
        self.members.push((key, class));
    }
}

impl<K> Default for Sequence<K> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }
}

impl<K: Clone + Ord> Sequence<K> {
    /// How many members it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The member at `index`.
    pub fn get(&self, index: usize) -> Option<&K> {
        let (chunk, inside) = self.locate(index)?;
        self.chunks.get(chunk)?.members.get(inside).map(|(key, _)| key)
    }

    /// Where `key` stands.
    pub fn position(&self, key: &K) -> Option<usize> {
        let mut before = 0;
        for chunk in &self.chunks {
            if chunk.may_hold(key)
                && let Some(inside) = chunk.members.iter().position(|(member, _)| member == key)
            {
                return Some(before + inside);
            }
            before += chunk.members.len();
        }
        None
    }

    /// How many members of `class` stand before `index`.
    pub fn rank(&self, index: usize, class: u8) -> usize {
        let mut left = index;
        let mut rank = 0;
        for chunk in &self.chunks {
            if left >= chunk.members.len() {
                left -= chunk.members.len();
                rank += chunk.counts.get(usize::from(class)).copied().unwrap_or(0);
            } else {
                return rank + chunk.members.iter().take(left).filter(|(_, c)| *c == class).count();
            }
        }
        rank
    }

    /// Puts `key` at `index`, or at the end where `index` is beyond it; says where it went.
    pub fn insert(&mut self, index: usize, key: K, class: u8) -> usize {
        self.len += 1;
        let at_end = index >= self.len - 1;
        match self.locate(index) {
            Some((chunk, inside)) if !at_end => {
                self.rebuild(chunk, |members| members.insert(inside, (key, class)));
                index
            }
            _ => {
                match self.chunks.last_mut() {
                    Some(last) if last.members.len() < CHUNK => last.push(key, class),
                    _ => self.chunks.push(Chunk::of(vec![(key, class)])),
                }
                self.len - 1
            }
        }
    }

    /// Takes out what stands at `index`.
    pub fn remove(&mut self, index: usize) -> Option<(K, u8)> {
        let (chunk, inside) = self.locate(index)?;
        self.len -= 1;
        let mut taken = None;
        self.rebuild(chunk, |members| taken = Some(members.remove(inside)));
        taken
    }

    /// The members of `range`, in order; may be walked from both ends.
    pub fn range(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &K> {
        let end = range.end.min(self.len);
        (range.start.min(end)..end).filter_map(|index| self.get(index))
    }

    /// All members, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &K> {
        self.chunks.iter().flat_map(|chunk| chunk.members.iter().map(|(key, _)| key))
    }

    fn locate(&self, index: usize) -> Option<(usize, usize)> {
        let mut left = index;
        for (number, chunk) in self.chunks.iter().enumerate() {
            if left < chunk.members.len() {
                return Some((number, left));
            }
            left -= chunk.members.len();
        }
        None
    }

    fn rebuild(&mut self, number: usize, change: impl FnOnce(&mut Vec<(K, u8)>)) {
        let Some(chunk) = self.chunks.get_mut(number) else { return };
        let mut members = std::mem::take(&mut chunk.members);
        change(&mut members);
        let rest = (members.len() > CHUNK).then(|| members.split_off(CHUNK / 2));
        *chunk = Chunk::of(members);
        if let Some(rest) = rest {
            self.chunks.insert(number + 1, Chunk::of(rest));
        } else if chunk.members.is_empty() {
            self.chunks.remove(number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn behaves_as_a_plain_list(steps in proptest::collection::vec((any::<bool>(), 0_usize..900, 0_u8..4), 0..900)) {
            let mut sequence = Sequence::default();
            let mut plain: Vec<(u32, u8)> = Vec::new();
            for (number, (add, at, class)) in steps.into_iter().enumerate() {
                if add || plain.is_empty() {
                    let at = at.min(plain.len());
                    let key = u32::try_from(number).unwrap();
                    prop_assert_eq!(sequence.insert(at, key, class), at);
                    plain.insert(at, (key, class));
                } else {
                    let at = at % plain.len();
                    prop_assert_eq!(sequence.remove(at), Some(plain.remove(at)));
                }
            }
            prop_assert_eq!(sequence.len(), plain.len());
            prop_assert!(sequence.iter().eq(plain.iter().map(|(key, _)| key)));
            for (index, (key, class)) in plain.iter().enumerate() {
                prop_assert_eq!(sequence.position(key), Some(index));
                prop_assert_eq!(sequence.get(index), Some(key));
                let before = plain.iter().take(index).filter(|(_, c)| c == class).count();
                prop_assert_eq!(sequence.rank(index, *class), before);
            }
        }
    }

    #[test]
    fn a_long_list_is_found_without_looking_at_every_member() {
        let mut sequence = Sequence::default();
        for key in 0..100_000_u32 {
            sequence.insert(usize::MAX, key, 1);
        }
        assert_eq!(sequence.position(&99_999), Some(99_999));
        assert_eq!(sequence.rank(50_000, 1), 50_000);
        assert!(sequence.range(10..12).copied().eq([10, 11]));
    }
}
