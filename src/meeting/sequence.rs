//! An ordered list that stays quick when it is long: what stands under an item, or the items of a meeting.
//!
//! It is kept in chunks. Each chunk knows how many members stand before it, in all and of each class, and every member
//! is known by its chunk. So reaching a member by its place, finding a key and counting a class cost a look into one
//! chunk, wherever that is. Members are nearly always appended, which touches the last chunk alone; putting one into the
//! middle counts the chunks behind it anew.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

const CHUNK: usize = 128;

/// How many classes of members are told apart.
pub const CLASSES: usize = 6;

/// A list of different keys, each with a class in `0..CLASSES`.
#[derive(Clone, Debug)]
pub struct Sequence<K> {
    chunks: Vec<Chunk<K>>,
    len: usize,
    /// The name of the chunk that each key is in.
    homes: HashMap<K, usize>,
    /// Where the chunk of each name stands among the chunks. Names are never given twice.
    places: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Chunk<K> {
    name: usize,
    members: Vec<(K, u8)>,
    /// How many of its members are of each class.
    counts: [usize; CLASSES],
    /// The largest key in it, or one that was.
    largest: Option<K>,
    /// How many members stand before it.
    start: usize,
    /// How many of each class stand before it.
    ranks: [usize; CLASSES],
}

impl<K: Clone + Ord> Chunk<K> {
    fn named(name: usize) -> Self {
        let none = [0; CLASSES];
        Self { name, members: Vec::new(), counts: none, largest: None, start: 0, ranks: none }
    }

    fn holding(name: usize, members: Vec<(K, u8)>) -> Self {
        let mut chunk = Self::named(name);
        for (key, class) in &members {
            chunk.count(key, *class);
        }
        Self { members, ..chunk }
    }

    fn count(&mut self, key: &K, class: u8) {
        if let Some(count) = self.counts.get_mut(usize::from(class)) {
            *count += 1;
        }
        if self.largest.as_ref().is_none_or(|largest| largest < key) {
            self.largest = Some(key.clone());
        }
    }

    /// Takes its place behind another chunk, or at the beginning.
    fn follow(&mut self, before: Option<(usize, [usize; CLASSES])>) {
        (self.start, self.ranks) = before.unwrap_or_default();
    }

    /// How many members stand before the chunk behind it, in all and of each class.
    fn end(&self) -> (usize, [usize; CLASSES]) {
        let mut ranks = self.ranks;
        for (rank, count) in ranks.iter_mut().zip(self.counts) {
            *rank += count;
        }
        (self.start + self.members.len(), ranks)
    }
}

impl<K> Default for Sequence<K> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0, homes: HashMap::new(), places: Vec::new() }
    }
}

/// Two lists are the same if their members are, however these are spread over chunks.
impl<K: PartialEq> PartialEq for Sequence<K> {
    fn eq(&self, other: &Self) -> bool {
        let ours = self.chunks.iter().flat_map(|chunk| &chunk.members);
        self.len == other.len && ours.eq(other.chunks.iter().flat_map(|chunk| &chunk.members))
    }
}

impl<K: Eq> Eq for Sequence<K> {}

impl<K: Clone + Ord + Hash> Sequence<K> {
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
        let chunk = self.chunks.get(self.chunk_at(index)?)?;
        chunk.members.get(index - chunk.start).map(|(key, _)| key)
    }

    /// Where `key` stands.
    pub fn position(&self, key: &K) -> Option<usize> {
        let place = *self.places.get(*self.homes.get(key)?)?;
        let chunk = self.chunks.get(place)?;
        chunk.members.iter().position(|(member, _)| member == key).map(|inside| chunk.start + inside)
    }

    /// How many members of `class` stand before `index`.
    pub fn rank(&self, index: usize, class: u8) -> usize {
        let chunk = match self.chunk_at(index) {
            Some(place) => self.chunks.get(place),
            None => self.chunks.last(),
        };
        let Some(chunk) = chunk else { return 0 };
        let before = chunk.ranks.get(usize::from(class)).copied().unwrap_or_default();
        let inside = chunk.members.iter().take(index - chunk.start);
        before + inside.filter(|(_, other)| *other == class).count()
    }

    /// Puts `key` at `index`, or at the end where `index` is beyond it; says where it went.
    pub fn insert(&mut self, index: usize, key: K, class: u8) -> usize {
        let index = index.min(self.len);
        let place = self.chunk_at(index).unwrap_or_else(|| self.open_end());
        self.len += 1;
        if let Some(chunk) = self.chunks.get_mut(place) {
            self.homes.insert(key.clone(), chunk.name);
            chunk.count(&key, class);
            chunk.members.insert(index - chunk.start, (key, class));
        }
        self.settle(place);
        index
    }

    /// Takes out what stands at `index`.
    pub fn remove(&mut self, index: usize) -> Option<(K, u8)> {
        let place = self.chunk_at(index)?;
        let chunk = self.chunks.get_mut(place)?;
        let (key, class) = chunk.members.remove(index - chunk.start);
        if let Some(count) = chunk.counts.get_mut(usize::from(class)) {
            *count -= 1;
        }
        if chunk.members.is_empty() {
            self.chunks.remove(place);
        }
        self.homes.remove(&key);
        self.len -= 1;
        self.settle(place);
        Some((key, class))
    }

    /// The members of `range`, in order; may be walked from both ends.
    pub fn range(&self, range: Range<usize>) -> Members<'_, K> {
        let end = range.end.min(self.len);
        let start = range.start.min(end);
        let first = self.chunk_at(start).and_then(|place| self.chunks.get(place));
        let last = end.checked_sub(1).and_then(|last| self.chunk_at(last)).and_then(|place| self.chunks.get(place));
        Members { sequence: self, range: start..end, first, last }
    }

    /// All members, in order.
    pub fn iter(&self) -> Members<'_, K> {
        self.range(0..self.len)
    }

    /// The largest key that is `wanted`. Quick where it is among the largest, and where keys mostly rise.
    pub fn largest(&self, wanted: impl Fn(&K) -> bool) -> Option<&K> {
        let mut found: Option<&K> = None;
        for chunk in self.chunks.iter().rev().filter(|chunk| chunk.largest.is_some()) {
            if chunk.largest.as_ref() > found {
                let larger = chunk.members.iter().map(|(key, _)| key).filter(|key| Some(*key) > found && wanted(key));
                found = larger.max().or(found);
            }
        }
        found
    }

    /// Which chunk the member at `index` is in.
    fn chunk_at(&self, index: usize) -> Option<usize> {
        (index < self.len)
            .then(|| self.chunks.partition_point(|chunk| chunk.start <= index))
            .and_then(|behind| behind.checked_sub(1))
    }

    /// The last chunk, or a new one behind it if it is full.
    fn open_end(&mut self) -> usize {
        if self.chunks.last().is_none_or(|last| last.members.len() >= CHUNK) {
            let mut chunk = Chunk::named(self.places.len());
            chunk.follow(self.chunks.last().map(Chunk::end));
            self.places.push(self.chunks.len());
            self.chunks.push(chunk);
        }
        self.chunks.len().saturating_sub(1)
    }

    /// Splits the chunk at `place` if it has grown too long, and counts anew what stands behind it.
    fn settle(&mut self, place: usize) {
        if let Some(chunk) = self.chunks.get_mut(place)
            && chunk.members.len() > CHUNK
        {
            let rest = chunk.members.split_off(CHUNK / 2);
            let kept = std::mem::take(&mut chunk.members);
            *chunk = Chunk::holding(chunk.name, kept);
            let name = self.places.len();
            for (key, _) in &rest {
                self.homes.insert(key.clone(), name);
            }
            self.places.push(place + 1);
            self.chunks.insert(place + 1, Chunk::holding(name, rest));
        }
        let mut before = place.checked_sub(1).and_then(|before| self.chunks.get(before)).map(Chunk::end);
        for (place, chunk) in self.chunks.iter_mut().enumerate().skip(place) {
            chunk.follow(before);
            before = Some(chunk.end());
            if let Some(known) = self.places.get_mut(chunk.name) {
                *known = place;
            }
        }
    }
}

/// Members of a list in order, from either end.
#[derive(Debug)]
pub struct Members<'a, K> {
    sequence: &'a Sequence<K>,
    range: Range<usize>,
    /// The chunk of the next member from the front, and from the back: mostly that of the one before it too.
    first: Option<&'a Chunk<K>>,
    last: Option<&'a Chunk<K>>,
}

impl<'a, K: Clone + Ord + Hash> Members<'a, K> {
    /// The member at `index`, looked for in `chunk` first; `chunk` becomes the one that it is in.
    fn reach(sequence: &'a Sequence<K>, chunk: &mut Option<&'a Chunk<K>>, index: usize) -> Option<&'a K> {
        let here = |chunk: &&Chunk<K>| (chunk.start..chunk.start + chunk.members.len()).contains(&index);
        let found = chunk.filter(here).or_else(|| sequence.chunks.get(sequence.chunk_at(index)?))?;
        *chunk = Some(found);
        found.members.get(index - found.start).map(|(key, _)| key)
    }
}

impl<'a, K: Clone + Ord + Hash> Iterator for Members<'a, K> {
    type Item = &'a K;

    fn next(&mut self) -> Option<&'a K> {
        let index = self.range.next()?;
        Self::reach(self.sequence, &mut self.first, index)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.range.size_hint()
    }

    fn nth(&mut self, skipped: usize) -> Option<&'a K> {
        let index = self.range.nth(skipped)?;
        Self::reach(self.sequence, &mut self.first, index)
    }
}

impl<K: Clone + Ord + Hash> DoubleEndedIterator for Members<'_, K> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let index = self.range.next_back()?;
        Self::reach(self.sequence, &mut self.last, index)
    }
}

impl<'a, K: Clone + Ord + Hash> IntoIterator for &'a Sequence<K> {
    type Item = &'a K;
    type IntoIter = Members<'a, K>;

    fn into_iter(self) -> Members<'a, K> {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn behaves_as_a_plain_list(steps in proptest::collection::vec((any::<bool>(), 0_usize..900, 0_u8..6), 0..900)) {
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
            prop_assert!(sequence.iter().rev().eq(plain.iter().rev().map(|(key, _)| key)));
            let (from, to) = (plain.len() / 3, plain.len() / 3 * 2);
            prop_assert!(sequence.range(from..to).eq(plain[from..to].iter().map(|(key, _)| key)));
            prop_assert_eq!(sequence.position(&u32::MAX), None);
            let even = plain.iter().map(|(key, _)| key).filter(|key| *key % 2 == 0).max();
            prop_assert_eq!(sequence.largest(|key| key % 2 == 0), even);
            let total = plain.iter().filter(|(_, class)| *class == 5).count();
            prop_assert_eq!(sequence.rank(usize::MAX, 5), total);
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
