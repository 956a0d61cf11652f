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
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_word(text, from) {
        // The phrases are ASCII, so letters of either case are as long.
        let phrase = phrases_at(text, start).filter(|range| ends_word(text, range.end)).min_by_key(|range| range.end);
        from = phrase.as_ref().map_or(start + 1, |range| range.end);
        found.extend(phrase);
    }
    found
}

/// Where the next word begins that a phrase may begin with, from `from` on.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let initial =
        |byte: &u8| UNDERTAKINGS.iter().any(|phrase| phrase.bytes().next() == Some(byte.to_ascii_lowercase()));
    let mut starts = (from..bytes.len()).filter(|at| bytes.get(*at).is_some_and(initial));
    starts
        .find(|at| text.get(..*at).is_some_and(|before| !before.chars().next_back().is_some_and(char::is_alphanumeric)))
}

/// The phrases that stand at `start`, whether or not a word ends where they do.
fn phrases_at(text: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    UNDERTAKINGS.iter().filter_map(move |phrase| {
        let range = start..start + phrase.len();
        text.as_bytes().get(range.clone()).filter(|words| words.eq_ignore_ascii_case(phrase.as_bytes())).map(|_| range)
    })
}

fn ends_word(text: &str, end: usize) -> bool {
    text.get(end..).is_some_and(|after| !after.chars().next().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The plain way: every phrase looked for everywhere; of those that overlap the first and shortest counts.
    fn plainly(text: &str) -> Vec<Range<usize>> {
        let lower = text.to_ascii_lowercase();
        let whole = |range: &Range<usize>| {
            let before = text[..range.start].chars().next_back();
            let after = text[range.end..].chars().next();
            [before, after].into_iter().flatten().all(|letter| !letter.is_alphanumeric())
        };
        let all =
            UNDERTAKINGS.iter().flat_map(|phrase| lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len()));
        let mut found: Vec<Range<usize>> = all.filter(whole).collect();
        found.sort_by_key(|range| (range.start, range.end));
        found.dedup_by(|later, earlier| later.start < earlier.end);
        found
    }

    proptest! {
        #[test]
        fn promises_are_found_as_by_looking_everywhere(words in "([ -]|é|wOuld |would |find|look|into|out|take it|away|be |circulated|report back|x){0,30}") {
            prop_assert_eq!(undertakings(&words), plainly(&words));
        }
    }

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
