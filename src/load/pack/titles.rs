//! Titles printed in capitals, in the letters of a sentence.

use std::collections::BTreeSet;

use super::lines::Line;

/// Words that stay in capitals: those that the pack writes so where the words around them are not.
#[derive(Clone, Debug, Default)]
pub(super) struct Capitals(BTreeSet<String>);

/// Words that stay small within a title.
const SMALL: [&str; 18] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "upon", "with",
    "held",
];

impl Capitals {
    /// Learns them from a pack.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut known = BTreeSet::new();
        let mut plain = BTreeSet::new();
        for line in lines.iter().filter(|line| line.text.chars().any(char::is_lowercase)) {
            let (mut capital, mut other) = (Vec::new(), 0);
            for word in words(&line.text) {
                if word.len() > 1 && word.chars().all(char::is_uppercase) {
                    capital.push(word);
                } else {
                    other += 1;
                    plain.insert(word.to_uppercase());
                }
            }
            // Half a line in capitals is a heading run into a line.
            if capital.len() * 2 < other {
                known.extend(capital.into_iter().filter(|word| word.len() <= 8).map(str::to_owned));
            }
        }
        // What is also written in small letters is a word like others.
        Self(known.difference(&plain).cloned().collect())
    }

    /// A title as it is printed, or, where it is all in capitals, with capitals only where words begin.
    pub(super) fn title(&self, text: &str) -> String {
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        // Months and the like in small letters do not make a title that is otherwise in capitals another.
        let small = text.chars().filter(|letter| letter.is_lowercase() && !"stndrh".contains(*letter)).count();
        let mixed = small * 5 > letters;
        if mixed || letters < 4 {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for (place, word) in text.split(' ').enumerate() {
            if place > 0 {
                out.push(' ');
            }
            let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let small = bare.to_lowercase();
            let begins = place == 0 || out.trim_end().ends_with(['–', '-', ':', '.']);
            if bare.chars().any(char::is_lowercase) || self.0.contains(bare) || is_acronym(bare) || is_code(bare) {
                out.push_str(word);
            } else if SMALL.contains(&small.as_str()) && !begins {
                out.push_str(&word.to_lowercase());
            } else {
                out.push_str(&capitalised(word));
            }
        }
        out
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().any(char::is_alphabetic))
}

/// Digits among capitals, as in a postcode: "WR2", "7PQ", "Q2"; "2ND" is a number.
fn is_code(word: &str) -> bool {
    let ordinal = ["ST", "ND", "RD", "TH"]
        .iter()
        .any(|end| word.strip_suffix(end).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())));
    word.len() < 18
        && !ordinal
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'/')
}

/// Letters that no word could be made of: "HMICFRS", "PCC".
fn is_acronym(word: &str) -> bool {
    word.len() > 1
        && word.chars().all(char::is_alphabetic)
        && !word.chars().any(|letter| "AEIOUY".contains(letter.to_ascii_uppercase()))
}

/// A word with a capital at its beginning and after hyphens, strokes and brackets.
fn capitalised(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut begins = true;
    for letter in word.chars() {
        if begins && letter.is_alphabetic() {
            out.extend(letter.to_uppercase());
            begins = false;
        } else {
            out.extend(letter.to_lowercase());
            begins = begins && !letter.is_alphanumeric() || "-/&(".contains(letter);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn capitals_become_titles() {
        let known = Capitals::of(&lines("The office (OPCC) replied\nPOLICE AND CRIME\n"));
        for (text, wanted) in [
            ("APOLOGIES FOR ABSENCE", "Apologies for Absence"),
            ("CAMBRIDGESHIRE POLICE AND CRIME PANEL", "Cambridgeshire Police and Crime Panel"),
            ("OPCC PLAN – THE YEAR AHEAD", "OPCC Plan – The Year Ahead"),
            ("POLICE AND CRIME COMMISSIONER’S REPORT 2021/22", "Police and Crime Commissioner’s Report 2021/22"),
            ("RE-OFFENDING AND BCH UNITS", "Re-Offending and BCH Units"),
            ("MINUTES OF 15th MARCH 2023", "Minutes of 15th March 2023"),
            ("MINUTES OF LAST MEETING – 15th June 2023", "Minutes of Last Meeting – 15th June 2023"),
            ("14 WHARF STREET, WR2 7PQ", "14 Wharf Street, WR2 7PQ"),
            ("As printed BY US", "As printed BY US"),
        ] {
            assert_eq!(known.title(text), wanted, "{text}");
        }
    }
}
