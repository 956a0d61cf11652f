//! Whether a word is known, and what may be meant by one that is not.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use strsim::osa_distance;

use super::dictionary::LONGEST;
use super::vocabulary::plain;
use super::{Dictionary, Endings, Vocabulary};
use crate::text::words;

/// The most that is suggested for a word.
const MOST: usize = 8;
/// How many letters may be wrong in a name.
const SLIPS: usize = 2;

/// Whether a text is still being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is: people may stand in it as the clerk types them, in small letters and cut short.
    Typing,
    /// It stands as it will be read.
    Done,
}

/// What is known of words.
#[derive(Clone, Debug, Default)]
pub struct Speller {
    dictionary: Option<Arc<Dictionary>>,
    /// Names, words of the house and the clerk's own.
    pub vocabulary: Vocabulary,
    endings: Endings,
}

impl Speller {
    /// Knows these words, and has no dictionary yet.
    pub const fn new(vocabulary: Vocabulary, endings: Endings) -> Self {
        Self { dictionary: None, vocabulary, endings }
    }

    /// Goes by a dictionary from now on.
    pub fn take(&mut self, dictionary: Arc<Dictionary>) {
        self.dictionary = Some(dictionary);
    }

    /// The dictionary that it goes by.
    pub fn dictionary(&self) -> Option<&Arc<Dictionary>> {
        self.dictionary.as_ref()
    }

    /// The words of `text` that are not known, as byte ranges in order; none before there is a dictionary. Of a word with
    /// hyphens only the parts are meant that are not known.
    pub fn unknown(&self, text: &str, written: Written) -> Vec<Range<usize>> {
        let mut unknown = Vec::new();
        let Some(dictionary) = self.dictionary.as_deref() else { return unknown };
        for range in words(text) {
            let word = text.get(range.clone()).unwrap_or_default();
            if self.knows(dictionary, word, written) {
                continue;
            }
            let faulty = |part: &Range<usize>| {
                let part = text.get(part.clone()).unwrap_or_default();
                !self.knows(dictionary, part, written)
            };
            unknown.extend(parts(word, range.start).filter(faulty));
        }
        unknown
    }

    fn knows(&self, dictionary: &Dictionary, word: &str, written: Written) -> bool {
        is_initials(word)
            || self.vocabulary.knows(word)
            || (written == Written::Typing && self.vocabulary.stands_for_somebody(word))
            || self.endings.of_dictionary(word).any(|word| dictionary.knows(&word))
    }

    /// What may be meant by `word`, best first: names first, where one is near. May take a tenth of a second.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        if word.len() > LONGEST {
            return Vec::new();
        }
        let mut found = self.names_like(&plain(word));
        let known = self.dictionary.iter().flat_map(|dictionary| dictionary.suggest(word));
        for near in known.map(|near| self.endings.of_house(near)) {
            if near != word && !found.contains(&near) {
                found.push(near);
            }
        }
        // "The" of a title is no offer for "teh" where there is "the".
        if word.starts_with(char::is_lowercase) {
            let small: HashSet<String> =
                found.iter().filter(|near| near.starts_with(char::is_lowercase)).cloned().collect();
            found.retain(|near| small.contains(near) || !small.contains(&near.to_lowercase()));
        }
        // The first letter of a word is the one that is seldom wrong.
        found.sort_by_key(|near| initial(near) != initial(word));
        found.truncate(MOST);
        found
    }

    /// Known words that are nearly spelt so, nearest first.
    fn names_like(&self, word: &str) -> Vec<String> {
        let small = word.to_lowercase();
        let slips = SLIPS.min(small.chars().count() / 3);
        let near = self.vocabulary.words().filter(|known| known.len().abs_diff(small.len()) <= 2 * slips);
        let mut near: Vec<(usize, &str)> = near
            .map(|known| (osa_distance(&known.to_lowercase(), &small), known))
            .filter(|(slip, known)| *slip <= slips && *known != word && initial(known) == initial(word))
            .collect();
        near.sort_unstable();
        near.into_iter().map(|(_, known)| known.to_owned()).collect()
    }
}

/// The letter that a word begins with, in small letters.
fn initial(word: &str) -> Option<char> {
    word.chars().flat_map(char::to_lowercase).next()
}

/// The parts of a word with hyphens, where it begins at byte `start`.
fn parts(word: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    let mut at = start;
    word.split_inclusive(['-', '\u{2010}', '\u{2011}']).map(move |part| {
        let from = at;
        at += part.len();
        from..from + part.trim_end_matches(['-', '\u{2010}', '\u{2011}']).len()
    })
}

/// A letter alone, and capitals: `J`, `PCC`, `MPs`, `PCC's`.
fn is_initials(word: &str) -> bool {
    let word = plain(word);
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix('s')).unwrap_or(&word);
    let mut letters = bare.chars();
    let capitals = !bare.is_empty() && letters.all(|letter| letter.is_uppercase() || !letter.is_alphabetic());
    capitals || word.chars().nth(1).is_none()
}
