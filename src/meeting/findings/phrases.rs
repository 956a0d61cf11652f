//! Words that sound like a promise.

use std::ops::Range;

/// Words that sound like somebody undertaking to do something. A phrase matches whole words, whatever their case.
pub const UNDERTAKINGS: &[&str] = &[
    "be brought back",
    "be circulated",
    "be happy to share",
    "be investigated",
    "come back to",
    "find out",
    "follow this up",
    "follow up",
    "get back to",
    "look into",
    "report back",
    "take it away",
    "take that away",
    "take this away",
    "would arrange",
    "would ask",
    "would bring",
    "would check",
    "would circulate",
    "would confirm",
    "would ensure",
    "would find",
    "would forward",
    "would include",
    "would investigate",
    "would let",
    "would look",
    "would make sure",
    "would obtain",
    "would pass",
    "would provide",
    "would raise",
    "would report",
    "would respond",
    "would send",
    "would share",
    "would speak",
    "would supply",
    "would update",
    "would write",
];

/// Where `text` sounds like a promise, as byte ranges in order.
pub fn undertakings(text: &str) -> Vec<Range<usize>> {
    // Lower-casing ASCII alone keeps every byte in its place; the phrases are ASCII.
    let lower = text.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> = UNDERTAKINGS
        .iter()
        .flat_map(|phrase| lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len()))
        .filter(|range| whole_words(&lower, range))
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

fn whole_words(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promises_are_found_and_look_alikes_are_not() {
        let found = |text: &str| -> Vec<String> {
            undertakings(text).into_iter().map(|range| text[range].to_owned()).collect()
        };
        assert_eq!(found("The plan would be circulated to Members."), ["be circulated"]);
        assert_eq!(found("He Would Circulate it and report back."), ["Would Circulate", "report back"]);
        assert_eq!(found("said he would take this away to look at"), ["take this away"]);
        assert_eq!(found("the would-be senders; it wood circulate"), Vec::<String>::new());
        assert_eq!(found("café – wouldn’t provide"), Vec::<String>::new());
    }
}
