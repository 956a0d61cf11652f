//! Words that sound like a promise.

use std::collections::BTreeSet;
use std::ops::Range;

/// What sounds like somebody undertaking to do something, where the body's rules list nothing of their own.
const UNDERTAKINGS: &[&str] = &[
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
    "promised to",
    "provide",
    "report back",
    "take away",
    "take it away",
    "take that away",
    "take this away",
    "undertook to",
    "will arrange",
    "will circulate",
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

/// Where `text` sounds like an undertaking, as byte ranges in order: by the phrases in `own`, which are those of the
/// body's rules, or by the program's where there are none. A phrase matches whole words, whatever their case.
pub fn undertakings(text: &str, own: &[String]) -> Vec<Range<usize>> {
    if own.is_empty() { find(text, UNDERTAKINGS) } else { find(text, own) }
}

/// Goes through the words of `text` once. Of two phrases that overlap the first is found, and of two that begin together
/// the longer one.
fn find(text: &str, phrases: &[impl AsRef<str>]) -> Vec<Range<usize>> {
    let initials: BTreeSet<u8> = phrases.iter().filter_map(|phrase| initial(phrase.as_ref().as_bytes(), 0)).collect();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = next_word(text, from, &initials) {
        let phrase =
            phrases.iter().filter_map(|phrase| phrase_at(text, start, phrase.as_ref())).max_by_key(|range| range.end);
        from = phrase.as_ref().map_or(start + 1, |range| range.end);
        found.extend(phrase);
    }
    found
}

/// The byte at `at` in lower case. Phrases are compared with the case of ASCII letters set aside.
fn initial(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).map(u8::to_ascii_lowercase)
}

/// Where the next word begins, from `from` on, that begins with one of these bytes.
fn next_word(text: &str, from: usize, initials: &BTreeSet<u8>) -> Option<usize> {
    let bytes = text.as_bytes();
    // Most places are ruled out by the byte before them; only where that says nothing the character is read.
    let inside = |at: usize| at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let after_letter = |before: &str| before.chars().next_back().is_some_and(char::is_alphanumeric);
    let begins = |at: usize| initial(bytes, at).is_some_and(|byte| initials.contains(&byte));
    let mut starts = (from..bytes.len()).filter(|at| !inside(*at) && begins(*at));
    starts.find(|at| text.get(..*at).is_some_and(|before| !after_letter(before)))
}

/// The place of a phrase, if it stands at `start` and a word ends where it does.
fn phrase_at(text: &str, start: usize, phrase: &str) -> Option<Range<usize>> {
    let range = start..start + phrase.len();
    let words = text.get(range.clone()).filter(|words| !words.is_empty() && words.eq_ignore_ascii_case(phrase))?;
    let after = text.get(start + words.len()..)?.chars().next();
    (!after.is_some_and(char::is_alphanumeric)).then_some(range)
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use proptest::prelude::*;

    /// The plain way: every phrase looked for everywhere; of those that overlap the first and longest counts.
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
        found.sort_by_key(|range| (range.start, Reverse(range.end)));
        found.dedup_by(|later, earlier| later.start < earlier.end);
        found
    }

    proptest! {
        #[test]
        fn promises_are_found_as_by_looking_everywhere(words in "([ -]|é|wOuld |would |find|look|into|provide|out|take it|away|be |circulated|report back|x){0,30}") {
            prop_assert_eq!(undertakings(&words, &[]), plainly(&words));
        }
    }

    fn found<'a>(text: &'a str, own: &[&str]) -> Vec<&'a str> {
        let own: Vec<String> = own.iter().map(|&phrase| phrase.to_owned()).collect();
        undertakings(text, &own).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn undertakings_are_found_and_look_alikes_are_not() {
        assert_eq!(found("The plan would be circulated to Members.", &[]), ["be circulated"]);
        assert_eq!(found("He Would Circulate it and report back.", &[]), ["Would Circulate", "report back"]);
        assert_eq!(found("said he would take this away to look at", &[]), ["take this away"]);
        assert_eq!(found("the would-be senders; it wood circulate", &[]), [""; 0]);
        assert_eq!(found("café – wouldn’t provide, statistics provided", &[]), ["provide"]);
        assert_eq!(found("it would be circulated, or take away", &[]), ["be circulated", "take away"]);
    }

    #[test]
    fn a_body_may_have_phrases_of_its_own() {
        assert_eq!(found("would circulate it; Cymer I Ffwrdd", &["cymer i ffwrdd", ""]), ["Cymer I Ffwrdd"]);
        assert_eq!(found("would look into it", &["would look", "would look into"]), ["would look into"]);
    }
}
