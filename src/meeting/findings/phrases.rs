//! Words that sound like a promise.

use std::cmp::Reverse;
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
    "provide",
    "report back",
    "take away",
    "take it away",
    "take that away",
    "take this away",
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
    // Lower-casing ASCII alone keeps every byte in its place.
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    if own.is_empty() {
        for phrase in UNDERTAKINGS {
            find(&lower, phrase, &mut found);
        }
    } else {
        for phrase in own {
            find(&lower, &phrase.to_ascii_lowercase(), &mut found);
        }
    }
    // Of two phrases that overlap the longer one is shown.
    found.sort_by_key(|range| (range.start, Reverse(range.end)));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

fn find(lower: &str, phrase: &str, found: &mut Vec<Range<usize>>) {
    if phrase.is_empty() {
        return;
    }
    let matches = lower.match_indices(phrase).map(|(at, _)| at..at + phrase.len());
    found.extend(matches.filter(|range| whole_words(lower, range)));
}

fn whole_words(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

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
