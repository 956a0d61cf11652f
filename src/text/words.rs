//! Where the words of a text are that can be spelt rightly or wrongly.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The last parts of a host's name that tell an address from two sentences with no space between them.
const DOMAINS: [&str; 14] =
    ["biz", "cat", "com", "cymru", "edu", "eu", "gov", "info", "net", "org", "scot", "uk", "us", "wales"];

/// The words of `text`, as byte ranges in order: letters, with an apostrophe or a hyphen where it stands between two.
///
/// What no dictionary can judge is left out: whatever has a figure in it (`PL31`, `4pm`, `23/0145/FUL`), addresses of the
/// web and of mail, people named with `@`, and words in other letters than Latin ones.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    let chunks = text.split_inclusive(char::is_whitespace).map(move |chunk| {
        let start = at;
        at += chunk.len();
        (start, chunk.trim_end())
    });
    let judged = chunks.filter(|(_, chunk)| !is_reference(chunk) && !is_address(chunk));
    judged.flat_map(|(start, chunk)| Runs { chunk, at: 0 }.map(move |run| start + run.start..start + run.end))
}

/// The runs of letters in a chunk without spaces that are words.
struct Runs<'a> {
    chunk: &'a str,
    at: usize,
}

impl Iterator for Runs<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = self.chunk.get(self.at..)?;
            let start = self.at + rest.find(is_inside)?;
            let mentioned = self.chunk.get(..start).is_some_and(|before| before.ends_with('@'));
            let run = run(self.chunk.get(start..)?);
            self.at = start + run.len();
            if !mentioned && run.chars().all(is_judged) {
                return Some(start..self.at);
            }
        }
    }
}

/// The run of letters and figures that `text` begins with. A joint belongs to it only between two of them.
fn run(text: &str) -> &str {
    let mut end = 0;
    let mut joint = false;
    for (at, letter) in text.char_indices() {
        if is_inside(letter) {
            end = at + letter.len_utf8();
            joint = false;
        } else if is_joint(letter) && !joint {
            joint = true;
        } else {
            break;
        }
    }
    text.get(..end).unwrap_or(text)
}

fn is_inside(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// What may stand between two letters of one word.
const fn is_joint(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a dictionary of a language written in Latin letters can say something of it.
fn is_judged(letter: char) -> bool {
    let latin = matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    is_joint(letter) || is_combining_mark(letter) || (latin && letter.is_alphabetic())
}

/// Such as `23/0145/FUL`, whose letters are no words either.
fn is_reference(chunk: &str) -> bool {
    chunk.contains('/') && chunk.contains(|letter: char| letter.is_ascii_digit())
}

fn is_address(chunk: &str) -> bool {
    let chunk = chunk.trim_matches(|letter: char| !letter.is_alphanumeric());
    if chunk.contains('@') || chunk.contains("://") {
        return true;
    }
    let host = chunk.split(['/', '?', '#', ':']).next().unwrap_or(chunk).to_ascii_lowercase();
    match host.rsplit_once('.') {
        Some((before, last)) => host.starts_with("www.") || (!before.is_empty() && DOMAINS.contains(&last)),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_told_from_what_no_dictionary_knows() {
        for (text, wanted) in [
            ("", &[][..]),
            ("The Panel's co-opted member (Siân)", &["The", "Panel's", "co-opted", "member", "Siân"]),
            ("councillors’ ‘view’—'well', it’s", &["councillors", "view", "well", "it’s"]),
            ("23/0145/FUL and/or PL31, at 4pm; Covid-19", &["and", "or", "at"]),
            ("see www.example.gov.uk/minutes or example.org.", &["see", "or"]),
            ("clerk@example.gov.uk, <https://example.org/x?y=z>", &[]),
            ("@jamil asked.Then e.g. this", &["asked", "Then", "e", "g", "this"]),
            ("*AGREED* to note -- it --", &["AGREED", "to", "note", "it"]),
            ("Ysgol y Gŵyr ysgrifennodd", &["Ysgol", "y", "Gŵyr", "ysgrifennodd"]),
            ("шум 委員会 noise", &["noise"]),
            ("e\u{301}lan", &["e\u{301}lan"]),
        ] {
            assert_eq!(found(text), wanted, "{text}");
        }
    }

    proptest! {
        #[test]
        fn words_are_whole_characters_in_order(text in "\\PC{0,60}|([a-z'’@./:0-9é\u{301}\n -]{0,60})") {
            let mut last = 0;
            for range in words(&text) {
                prop_assert!(range.start >= last && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some_and(|word| word.chars().all(is_judged)));
                last = range.end;
            }
        }
    }
}
