//! From other words on the page to other words in the record.
//!
//! What prints of a fact is made of its parts and of the house's own words. Words that were changed are looked for in the
//! parts, and put in place of the old ones there. Whether that prints as was wanted is tried out by whoever asks.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::{Hunk, Word, hunks, spoken, words};
use crate::app::command::parts::Part;

/// What may be recorded so that a paragraph says what is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The parts by their names, with what they say then.
    pub(super) parts: Vec<(String, String)>,
    /// What the paragraph says then.
    pub(super) expected: String,
}

/// What may be recorded, what comes closest first, so that what prints as `old` prints as `new`. The last may change only
/// some of the words.
pub(super) fn candidates(parts: &[Part], old: &str, new: &str) -> Vec<Candidate> {
    let sides = Sides { new, olds: words(old), news: words(new) };
    let hunks = hunks(&sides.olds, &sides.news);
    let spots: Vec<Spot<'_>> = spots(parts, &sides.olds);
    let (parts, placed) = in_parts(&spots, &sides, &hunks);
    let whole = placed.len() == hunks.len();
    let some = Candidate { parts, expected: patched(old, &sides, &placed) };
    let said = spots.iter().find(|spot| spot.part.name == "text" && spot.part.label == SAID);
    // New words between two turns may belong to either, or make one of both.
    let typed = said.into_iter().flat_map(|spot| {
        let turns = [false, true].into_iter().filter_map(|late| in_turns(spot, &sides, &hunks, late));
        turns
            .chain([new.to_owned()])
            .map(|value| Candidate { parts: vec![(spot.part.name.clone(), value)], expected: new.to_owned() })
    });
    let some = (!placed.is_empty()).then_some(some);
    if whole { some.into_iter().chain(typed).collect() } else { typed.chain(some).collect() }
}

/// The parts that nothing is left of where a paragraph of a fact is taken out.
pub(super) fn emptied(parts: &[Part], old: &str) -> Vec<Candidate> {
    let olds = words(old);
    // Names are typed otherwise than they print.
    let stands = |spot: &Spot<'_>| spot.map.iter().flatten().count() * 2 >= spot.words.len();
    let whole = spots(parts, &olds).into_iter().filter(stands);
    whole
        .map(|spot| Candidate { parts: vec![(spot.part.name.clone(), String::new())], expected: String::new() })
        .collect()
}

/// A paragraph as it was and as it is wanted.
struct Sides<'t> {
    new: &'t str,
    olds: Vec<Word>,
    news: Vec<Word>,
}

/// A part, and which of its words each word of the paragraph is.
struct Spot<'a> {
    part: &'a Part,
    words: Vec<Word>,
    map: Vec<Option<usize>>,
}

/// The parts that say anything, those that say most first.
fn spots<'a>(parts: &'a [Part], olds: &[Word]) -> Vec<Spot<'a>> {
    // The house may print words in capitals.
    let small = |words: &[Word]| words.iter().map(|word| word.key.to_lowercase()).collect::<Vec<_>>();
    let mut spots: Vec<Spot<'a>> = parts
        .iter()
        .map(|part| {
            let words = words(&part.value);
            let mut map = vec![None; olds.len()];
            for op in capture_diff_slices(Algorithm::Myers, &small(olds), &small(&words)) {
                if let DiffOp::Equal { old_index, new_index, len } = op {
                    let range = map.iter_mut().skip(old_index).take(len);
                    range.zip(new_index..).for_each(|(place, word)| *place = Some(word));
                }
            }
            Spot { part, words, map }
        })
        .filter(|spot| !spot.words.is_empty())
        .collect();
    spots.sort_by_key(|spot| std::cmp::Reverse(spot.words.len()));
    spots
}

/// The parts with the words of those hunks that stand in one of them, and those hunks.
fn in_parts(spots: &[Spot<'_>], sides: &Sides<'_>, hunks: &[Hunk]) -> (Vec<(String, String)>, Vec<Hunk>) {
    let mut edits: Vec<Vec<(Range<usize>, String)>> = vec![Vec::new(); spots.len()];
    let mut placed = Vec::new();
    for hunk in hunks {
        let found = spots.iter().zip(&mut edits).find_map(|(spot, edits)| Some((edit(spot, sides, hunk)?, edits)));
        if let Some((edit, edits)) = found {
            edits.push(edit);
            placed.push(hunk.clone());
        }
    }
    let changed = spots.iter().zip(edits).filter(|(_, edits)| !edits.is_empty());
    let parts = changed.map(|(spot, edits)| (spot.part.name.clone(), replaced(&spot.part.value, edits))).collect();
    (parts, placed)
}

/// The bytes of a part that a hunk is about, and what stands there instead.
fn edit(spot: &Spot<'_>, sides: &Sides<'_>, hunk: &Hunk) -> Option<(Range<usize>, String)> {
    let of = |place: usize| spot.map.get(place).copied().flatten();
    let before = hunk.old.start.checked_sub(1).and_then(of);
    let words = if hunk.old.is_empty() {
        let at = before.map(|before| before + 1).or_else(|| of(hunk.old.start))?;
        at..at
    } else {
        let found: Option<Vec<usize>> = hunk.old.clone().map(of).collect();
        let found = found?;
        let range = *found.first()?..*found.last()? + 1;
        (range.len() == found.len()).then_some(range)?
    };
    let new = spoken(sides.new, &sides.news, &hunk.new);
    let end_of =
        |words: &[Word], place: usize| place.checked_sub(1).and_then(|last| words.get(last)).map(|word| word.at.end);
    // Behind a word that stays, the space before the new words is what stands there on the page.
    if before.is_some_and(|before| before + 1 == words.start)
        && let (Some(start), Some(from)) = (end_of(&spot.words, words.start), end_of(&sides.news, hunk.new.start))
    {
        let end = end_of(&spot.words, words.end).unwrap_or(start);
        let to = end_of(&sides.news, hunk.new.end).unwrap_or(from);
        return Some((start..end.max(start), sides.new.get(from..to.max(from))?.to_owned()));
    }
    let next = spot.words.get(words.end).map(|word| word.at.start);
    let start = spot.words.get(words.start).map_or(spot.part.value.len(), |word| word.at.start);
    let end = next.unwrap_or(spot.part.value.len());
    let gap = if new.is_empty() || next.is_none() { "" } else { " " };
    Some((start..end.max(start), format!("{new}{gap}")))
}

/// A text with other words in some places.
fn replaced(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, new) in edits {
        if text.get(range.clone()).is_some() {
            text.replace_range(range, &new);
        }
    }
    text.trim().to_owned()
}

/// The paragraph with the words of some hunks.
fn patched(old: &str, sides: &Sides<'_>, placed: &[Hunk]) -> String {
    let part = Part {
        name: String::new(),
        label: "",
        value: old.to_owned(),
        held: (crate::meeting::id::FactId::new(0, 0), String::new()),
    };
    let spot = Spot { part: &part, words: sides.olds.clone(), map: (0..sides.olds.len()).map(Some).collect() };
    replaced(old, placed.iter().filter_map(|hunk| edit(&spot, sides, hunk)).collect())
}

/// What stands between the turns of a point.
const TURN: &str = " / ";

/// What the words of a point are called among its parts.
const SAID: &str = "What was said";

/// What was said in a point, the turns that were changed typed as they are wanted, names and all. New words between two
/// turns belong to the later one if `late`.
fn in_turns(spot: &Spot<'_>, sides: &Sides<'_>, hunks: &[Hunk], late: bool) -> Option<String> {
    let turns: Vec<&str> = spot.part.value.split(TURN).collect();
    let (mut typed, mut start, mut end, mut at) = (Vec::new(), 0, 0, 0);
    for (nth, turn) in turns.iter().enumerate() {
        let inside = at..at + turn.len();
        at = inside.end + TURN.len();
        let is_inside = |word: &usize| spot.words.get(*word).is_some_and(|word| inside.contains(&word.at.start));
        let last = spot.map.iter().rposition(|word| word.as_ref().is_some_and(is_inside));
        let ends = nth + 1 == turns.len();
        let (until, from) = (if ends { sides.olds.len() } else { last? + 1 }, end);
        end = moved(until, hunks, late && !ends)?;
        let text = spoken(sides.new, &sides.news, &(from..end));
        let same = end - from == until - start
            && sides
                .olds
                .get(start..until)?
                .iter()
                .zip(sides.news.get(from..end)?)
                .all(|(one, other)| one.key == other.key);
        typed.push(if same { *turn } else { text });
        start = until;
    }
    Some(typed.join(TURN)).filter(|value| *value != spot.part.value)
}

/// Where a place between words of the old text is in the new one, new words there before it unless `late`; nothing within
/// what was changed.
fn moved(place: usize, hunks: &[Hunk], late: bool) -> Option<usize> {
    let mut moved = place;
    for hunk in hunks {
        if hunk.old.end <= place && !(late && hunk.old == (place..place)) {
            moved = (moved + hunk.new.len()).checked_sub(hunk.old.len())?;
        } else if hunk.old.start < place {
            return None;
        }
    }
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::id::FactId;

    fn part(name: &str, value: &str) -> Part {
        let label = if name == "text" { SAID } else { "" };
        Part { name: name.to_owned(), label, value: value.to_owned(), held: (FactId::new(2, 0), name.to_owned()) }
    }

    #[test]
    fn words_are_replaced_where_the_record_has_them() {
        let parts =
            [part("text", "sb: asked about fox hunting. / pcc: would *look* into it."), part("topic", "Wild Life")];
        let old = "Wild Life – Councillor Banks asked about fox hunting. The Commissioner would LOOK into it.";
        for (new, name, value) in [
            (old.replace("fox", "hare"), "text", "sb: asked about hare hunting. / pcc: would *look* into it."),
            (old.replace("fox hunting", "it"), "text", "sb: asked about it. / pcc: would *look* into it."),
            (old.replace("about ", ""), "text", "sb: asked fox hunting. / pcc: would *look* into it."),
            (
                old.replace("about", "all about the"),
                "text",
                "sb: asked all about the fox hunting. / pcc: would *look* into it.",
            ),
            (
                old.replace("asked", "then asked"),
                "text",
                "sb: then asked about fox hunting. / pcc: would *look* into it.",
            ),
            (old.replace("Wild Life", "Wildlife"), "topic", "Wildlife"),
        ] {
            let first = candidates(&parts, old, &new).into_iter().next().unwrap_or_else(|| panic!("{new}"));
            assert_eq!(first.parts, [(name.to_owned(), value.to_owned())], "{new}");
            assert!(crate::app::compare::words::alike(&first.expected, &new), "{new}: {}", first.expected);
        }
    }

    #[test]
    fn a_turn_with_another_name_is_typed_as_it_is_wanted() {
        let parts = [part("text", "sb: asked about foxes. / pcc: would look.")];
        let old = "Councillor Banks asked about foxes. The Commissioner would look.";
        let new = old.replace("Banks", "Shaw");
        let found = candidates(&parts, old, &new);
        assert_eq!(
            found[0].parts,
            [("text".to_owned(), "Councillor Shaw asked about foxes. / pcc: would look.".to_owned())]
        );
    }
}
