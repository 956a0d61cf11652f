//! The quorum, where a pack prints it as a number.

use super::found::{Found, Sure};
use super::lines::Line;

/// Within how many words behind "quorum" its number stands.
const NEAR: usize = 6;
const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The number of members who must be there, where a line says it and no share of them.
pub(super) fn quorum<'a>(lines: impl Iterator<Item = &'a Line>) -> Option<Found<u32>> {
    lines.into_iter().find_map(|line| {
        let (_, behind) = line.folded.split_once("quorum")?;
        let words: Vec<&str> =
            behind.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).take(NEAR).collect();
        let share = ["third", "thirds", "quarter", "half", "per", "percent", "item", "items", "rule", "paragraph"];
        if behind.contains(['%', '/']) || words.iter().any(|word| share.contains(word)) {
            return None;
        }
        let number = |word: &&str| {
            word.parse::<u32>()
                .ok()
                .or_else(|| NUMBERS.iter().position(|known| known == word).and_then(|place| u32::try_from(place).ok()))
        };
        let number = words.iter().find_map(number).filter(|number| (2..=60).contains(number))?;
        Some(Found::new(number, line.number, Sure::Likely))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_quorum_is_a_number_or_unknown() {
        for (text, wanted) in [
            ("(Quorum 3)", Some(3)),
            ("Quorum: four members, of whom one is independent", Some(4)),
            ("The quorum of the board is 5", Some(5)),
            ("Quorum: one third of the members", None),
            ("Quorum: 25% of members", None),
            ("The quorum is set by rule 7", None),
            ("We were quorate", None),
        ] {
            assert_eq!(quorum(lines(text).iter()).map(|found| found.value), wanted, "{text}");
        }
    }
}
