//! The words of a language, from files in the form of Hunspell.
//!
//! That of British English comes with the program: `dictionary/en-GB.aff` and `dictionary/en-GB.dic.gz` are the files of
//! SCOWL's `en_GB-ise` of 7 December 2020, the second compressed and neither altered, and `dictionary/LICENCE.txt` is the
//! notice under which they may be passed on. `dictionary/council.dic` is ours: words of British public bodies that it
//! lacks.

use std::fmt;
use std::hash::{BuildHasherDefault, DefaultHasher};
use std::io::Read;

use flate2::read::GzDecoder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The rules of British English: which endings its words take.
const RULES: &str = include_str!("dictionary/en-GB.aff");
/// The words of British English, compressed.
const WORDS: &[u8] = include_bytes!("dictionary/en-GB.dic.gz");
/// Words of British public bodies, with their endings.
const COUNCIL: &str = include_str!("dictionary/council.dic");

/// The longest word that is looked up, in bytes. Nothing that long is in any dictionary.
pub(super) const LONGEST: usize = 64;

/// The longest word that suggestions are looked for, in bytes: the time that they take grows faster than the word.
const GUESSED: usize = 32;

/// A hasher that is the same each time, so that suggestions come in the same order.
type Hasher = BuildHasherDefault<DefaultHasher>;

/// A dictionary.
pub struct Dictionary(spellbook::Dictionary<Hasher>);

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").finish_non_exhaustive()
    }
}

impl Dictionary {
    /// British English, with words in -ise. Takes some milliseconds.
    ///
    /// It is an error if the files in the program are spoilt, which a test holds that they are not.
    pub fn english() -> Result<Self, String> {
        let mut words = String::new();
        GzDecoder::new(WORDS).read_to_string(&mut words).map_err(|error| error.to_string())?;
        let mut dictionary = Self::read(RULES, &words)?;
        for line in COUNCIL.lines().filter(|line| !line.starts_with('#')) {
            dictionary.0.add(line).map_err(|error| error.to_string())?;
        }
        Ok(dictionary)
    }

    /// A dictionary from the text of its two files: `rules` ends in `.aff` and `words` in `.dic`.
    ///
    /// It is an error if they are not in the form of Hunspell, with what is wrong.
    pub fn read(rules: &str, words: &str) -> Result<Self, String> {
        let dictionary = spellbook::Dictionary::new_with_hasher(rules, words, Hasher::default());
        dictionary.map(Self).map_err(|error| error.to_string())
    }

    /// Whether the word is in it, in small letters or as it is written there. English has its few accents only by custom,
    /// so that "café" is known by "cafe".
    pub fn knows(&self, word: &str) -> bool {
        word.len() <= LONGEST && (self.0.check(word) || bare(word).is_some_and(|bare| self.0.check(&bare)))
    }

    /// What may be meant by a word, best first. May take a tenth of a second; nothing for what is too long to be one.
    pub fn suggest(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        if word.len() <= GUESSED {
            self.0.suggest(word, &mut found);
        }
        found
    }
}

/// A word without its accents, if it has any.
fn bare(word: &str) -> Option<String> {
    let bare: String = word.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    (bare != word).then_some(bare)
}
