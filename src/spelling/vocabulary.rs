//! Words that are known because somebody said so: names of the roll, words of the house, the clerk's own list.

use std::collections::BTreeSet;

use crate::text::words;

/// From how many letters on the beginning of a name stands for it while it is typed.
const BEGINNING: usize = 3;

/// Known words, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    words: BTreeSet<String>,
    /// In small letters: what the clerk types for people.
    typed: BTreeSet<String>,
}

impl Vocabulary {
    /// Takes every word of a text in: a name, a title, a list.
    pub fn learn(&mut self, text: &str) {
        for range in words(text) {
            let word = plain(text.get(range).unwrap_or_default());
            self.words.extend(word.split('-').filter(|part| *part != word).map(str::to_owned));
            self.words.insert(word);
        }
    }

    /// Takes the name of somebody in, who may be called by the beginning of a part of it, in small letters, while the
    /// clerk types.
    pub fn learn_name(&mut self, name: &str) {
        self.learn(name);
        let parts = words(name).filter_map(|range| name.get(range));
        self.typed.extend(parts.map(|part| plain(part).to_lowercase()));
    }

    /// Takes in what the clerk types for somebody: initials, a handle.
    pub fn learn_handle(&mut self, handle: &str) {
        self.typed.insert(plain(handle).to_lowercase());
    }

    /// Whether the word is known as it is written, in capitals, in the plural or with an apostrophe and s.
    pub fn knows(&self, word: &str) -> bool {
        let word = plain(word);
        let bare = ["'s", "s", "es"].iter().filter_map(|end| word.strip_suffix(end));
        self.has(&word) || bare.into_iter().any(|bare| self.has(bare))
    }

    /// Whether the word is what the clerk may type for somebody: a handle, or the beginning of a name.
    pub fn stands_for_somebody(&self, word: &str) -> bool {
        let word = plain(word).to_lowercase();
        let long = word.chars().count() >= BEGINNING;
        let after = self.typed.range(word.clone()..).next();
        after.is_some_and(|name| *name == word || (long && name.starts_with(&word)))
    }

    /// Every known word, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(word) || (begins_large(word) && self.words.contains(&word.to_lowercase()))
    }
}

/// Whether a sentence may begin with it as it is written.
fn begins_large(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|letter| !letter.is_uppercase())
}

/// A word with one kind of apostrophe and of hyphen.
pub(super) fn plain(word: &str) -> String {
    word.replace('’', "'").replace(['\u{2010}', '\u{2011}'], "-")
}
