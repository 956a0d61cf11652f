//! Which paragraph of a draft is which of the minutes.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How much two paragraphs have in common, of all their words, where one may have come from the other: in hundredths.
const LIKE: usize = 40;
/// How many paragraphs that nobody knows again are compared each with each.
const BLOCK: usize = 150;

/// A paragraph of the minutes and what it became: neither is nothing at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Its place in the minutes; nothing where it is new.
    pub(super) ours: Option<usize>,
    /// Its place in the draft; nothing where it is gone.
    pub(super) theirs: Option<usize>,
}

/// Pairs paragraphs by their words, in the order of both. Those that have no like are alone.
pub(super) fn pairs(ours: &[Vec<String>], theirs: &[Vec<String>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut gap = (0..0, 0..0);
    let ops = capture_diff_slices(Algorithm::Patience, ours, theirs);
    for op in ops {
        let (old, new) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            fill(ours, theirs, gap, &mut pairs);
            pairs
                .extend(old.clone().zip(new.clone()).map(|(one, other)| Pair { ours: Some(one), theirs: Some(other) }));
            gap = (old.end..old.end, new.end..new.end);
        } else {
            gap = (gap.0.start..old.end, gap.1.start..new.end);
        }
    }
    fill(ours, theirs, gap, &mut pairs);
    pairs
}

/// Pairs what stands between two paragraphs that were known again.
fn fill(ours: &[Vec<String>], theirs: &[Vec<String>], gap: (Range<usize>, Range<usize>), pairs: &mut Vec<Pair>) {
    let (mut old, mut new) = gap;
    while !old.is_empty() || !new.is_empty() {
        let take = |range: &mut Range<usize>| {
            let part = range.start..range.end.min(range.start + BLOCK);
            range.start = part.end;
            part
        };
        let (old, new) = (take(&mut old), take(&mut new));
        matched(ours, theirs, old, new, pairs);
    }
}

/// The pairs in order that have most in common together.
fn matched(ours: &[Vec<String>], theirs: &[Vec<String>], old: Range<usize>, new: Range<usize>, pairs: &mut Vec<Pair>) {
    let columns = new.len() + 1;
    let like = |one: usize, other: usize| match (ours.get(one), theirs.get(other)) {
        (Some(one), Some(other)) => likeness(one, other),
        _ => 0,
    };
    // The best that can be had of all from here on, from the last to the first.
    let mut best = vec![0_usize; (old.len() + 1) * columns];
    let mut likes = vec![0_usize; old.len() * new.len()];
    let at = |row: usize, column: usize| row * columns + column;
    let get = |table: &[usize], place: usize| table.get(place).copied().unwrap_or(0);
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let found = like(old.start + row, new.start + column);
            let with = if found >= LIKE { found + get(&best, at(row + 1, column + 1)) } else { 0 };
            let without = get(&best, at(row + 1, column)).max(get(&best, at(row, column + 1)));
            if let Some(place) = best.get_mut(at(row, column)) {
                *place = with.max(without);
            }
            if let Some(place) = likes.get_mut(row * new.len() + column) {
                *place = if with >= without && found >= LIKE { found } else { 0 };
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < old.len() || column < new.len() {
        let (one, other) = (Some(old.start + row), Some(new.start + column));
        if row < old.len() && column < new.len() && get(&likes, row * new.len() + column) > 0 {
            pairs.push(Pair { ours: one, theirs: other });
            (row, column) = (row + 1, column + 1);
        } else if row < old.len()
            && (column >= new.len() || get(&best, at(row + 1, column)) >= get(&best, at(row, column + 1)))
        {
            pairs.push(Pair { ours: one, theirs: None });
            row += 1;
        } else {
            pairs.push(Pair { ours: None, theirs: other });
            column += 1;
        }
    }
}

/// How many of their words two paragraphs have in common, in hundredths.
pub(super) fn likeness(one: &[String], other: &[String]) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in one {
        *counts.entry(word).or_default() += 1;
    }
    let mut common = 0_usize;
    for word in other {
        if let Some(left) = counts.get_mut(word.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    let all = one.len() + other.len();
    (common * 200).checked_div(all).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::compare::words::keys;

    fn paired(ours: &[&str], theirs: &[&str]) -> String {
        let [ours, theirs] = [ours, theirs].map(|all| all.iter().map(|text| keys(text)).collect::<Vec<_>>());
        let shown = |place: Option<usize>| place.map_or("-".to_owned(), |place| place.to_string());
        let pairs = pairs(&ours, &theirs);
        pairs.iter().map(|pair| shown(pair.ours) + "=" + &shown(pair.theirs)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn paragraphs_are_known_again() {
        let ours = ["The fox ran home.", "The hare sat on the hill.", "The owl saw it all."];
        for (theirs, expected) in [
            (vec![ours[0], ours[1], ours[2]], "0=0 1=1 2=2"),
            (vec![ours[0], ours[2]], "0=0 1=- 2=1"),
            (vec![ours[0], "Something that nobody wrote.", ours[1], ours[2]], "0=0 -=1 1=2 2=3"),
            (vec![ours[0], "The hare slept on the hill.", ours[2]], "0=0 1=1 2=2"),
            (vec![ours[0], "Quite another sentence!", "The hare slept on the hill.", ours[2]], "0=0 -=1 1=2 2=3"),
            (vec![ours[0], "Quite another sentence!", ours[2]], "0=0 1=- -=1 2=2"),
            (vec![], "0=- 1=- 2=-"),
        ] {
            assert_eq!(paired(&ours, &theirs), expected, "{theirs:?}");
        }
    }
}
