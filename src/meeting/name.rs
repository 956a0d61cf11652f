//! A person's name: its parts, and how a name on one line is taken apart.

use serde::{Deserialize, Serialize};

/// How somebody is named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// What stands before the name: "Councillor", "Mr", or nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Forename as printed, or nothing where only initials are known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub forename: String,
    /// Initials as printed without stops: "D", "SA".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub initials: String,
    /// Surname as printed, with its particles: "van der Berg", "St John".
    pub surname: String,
    /// What stands behind the name: "OBE", "Jr".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub letters: String,
}

/// Words that stand before a name. "Cllr" is written out.
const TITLES: &[&str] = &[
    "ald",
    "alderman",
    "alderwoman",
    "baron",
    "baroness",
    "canon",
    "cllr",
    "cllrs",
    "councillor",
    "dame",
    "dr",
    "father",
    "hon",
    "honourable",
    "lady",
    "lord",
    "lt",
    "col",
    "major",
    "mayor",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "right",
    "rt",
    "sir",
    "sister",
    "the",
];

/// Titles that stand before a forename and never before a surname alone: nobody is "Sir Hayes".
const WITH_FORENAME: &[&str] = &["sir", "dame"];

/// Words that belong to the surname behind them: "van der Berg", "Le Marchant", "St John".
const PARTICLES: &[&str] = &[
    "al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "st",
    "ten", "van", "von",
];

/// Those of the particles that are nobody's forename, and so begin a surname even where no forename stands before it.
const NO_FORENAMES: &[&str] = &["de", "du", "le", "st", "von"];

/// What stands behind a name: honours, offices, and what tells a son from his father.
const LETTERS: &[&str] = &[
    "BEM", "CBE", "CVO", "DBE", "DL", "FRS", "GBE", "JP", "Jnr", "Jr", "KBE", "KC", "KPM", "LVO", "MBE", "MEP", "MP",
    "MS", "MSP", "MVO", "OBE", "PC", "QC", "QPM", "Snr", "Sr", "TD", "VC", "VR",
];

impl Name {
    /// Takes a name apart: titles, then forenames or initials, then the surname with its particles, then letters.
    ///
    /// Initials are given in capitals, with or without stops; those of forenames are derived.
    pub fn read(text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        let titles = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_title(word)).count();
        let (title, named) = words.split_at(titles);
        let (named, letters) = named.split_at(letters_at(named));
        let (given, surname) = named.split_at(surname_at(named));
        let name = Self {
            title: title_of(title),
            surname: surname.join(" ").trim_end_matches(',').to_owned(),
            letters: letters.join(" ").replace(',', ""),
            ..Self::default()
        };
        if given.iter().all(|word| is_initials(word)) {
            Self { initials: given.concat().replace('.', ""), ..name }
        } else {
            Self { forename: given.join(" "), initials: initials_of(given), ..name }
        }
    }

    /// Whether a text is nothing but what stands behind a name: "OBE", "MBE JP".
    pub fn is_letters(text: &str) -> bool {
        let mut words = text.split_whitespace().peekable();
        words.peek().is_some() && words.all(is_letter)
    }

    /// The name in full: title, forename or else initials, surname, letters.
    pub fn full(&self) -> String {
        let given = if self.forename.is_empty() { &self.initials } else { &self.forename };
        let parts = [self.title.as_str(), given, &self.surname, &self.letters];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether the title asks for the forename wherever the person is named: "Sir John Hayes".
    pub fn is_titled_by_forename(&self) -> bool {
        self.title.split(' ').next_back().is_some_and(|word| WITH_FORENAME.contains(&word.to_lowercase().as_str()))
    }

    /// What of the surname somebody may be called by who types in haste: either half of "Takahashi-Reid", and
    /// "Marchant" of "Le Marchant". Empty where the surname is one word.
    pub fn shortened(&self) -> Vec<&str> {
        let halves = self.surname.split('-').filter(|_| self.surname.contains('-'));
        let bare = self.surname.rsplit(' ').next().filter(|_| self.surname.contains(' ') && !is_saint(&self.surname));
        halves.chain(bare).filter(|part| part.chars().count() > 2).collect()
    }

    /// The same name with another surname, whose words are no longer taken for forenames.
    pub fn set_surname(&mut self, surname: &str) {
        let ending = |forename: &str| {
            let whole = format!("{forename} {}", self.surname);
            whole.strip_suffix(surname).map(|given| given.trim_end().to_owned())
        };
        if let Some(given) = ending(&self.forename).filter(|_| !self.forename.is_empty()) {
            self.initials = initials_of(&given.split_whitespace().collect::<Vec<_>>());
            self.forename = if given.split_whitespace().all(is_initials) { String::new() } else { given };
        }
        surname.clone_into(&mut self.surname);
    }
}

/// The initials of forenames: "SA" for "Sally Ann".
pub fn initials_of(forenames: &[&str]) -> String {
    let letters = |word: &&str| {
        let whole = is_initials(word);
        word.chars().filter(|letter| letter.is_alphabetic()).take(if whole { 4 } else { 1 }).collect::<String>()
    };
    forenames.iter().map(letters).collect()
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

fn title_of(words: &[&str]) -> String {
    let written = |word: &&str| match word.trim_end_matches('.') {
        short if short.eq_ignore_ascii_case("cllr") => "Councillor".to_owned(),
        word => word.to_owned(),
    };
    words.iter().map(written).collect::<Vec<_>>().join(" ")
}

/// Where the letters behind a name begin; two words at least are the name.
fn letters_at(words: &[&str]) -> usize {
    let letters = words.iter().skip(1).rev().take_while(|word| is_letter(word)).count();
    words.len() - letters
}

fn is_letter(word: &str) -> bool {
    LETTERS.contains(&word.trim_matches([',', '.']))
}

fn surname_at(words: &[&str]) -> usize {
    let last = words.len().saturating_sub(1);
    let belongs = |at: usize, word: &str| {
        let small = word.trim_end_matches('.').to_lowercase();
        let is_first = at == 0 && word.starts_with(char::is_uppercase);
        PARTICLES.contains(&small.as_str())
            && (!is_first || NO_FORENAMES.contains(&small.as_str()) || small_follows(words))
    };
    let particles = words.iter().enumerate().take(last).rev().take_while(|(at, word)| belongs(*at, word)).count();
    last - particles
}

/// Whether a second particle follows the first word: "Van der Berg".
fn small_follows(words: &[&str]) -> bool {
    words.len() > 2 && words.get(1).is_some_and(|word| matches!(*word, "de" | "den" | "der"))
}

fn is_saint(surname: &str) -> bool {
    surname.split([' ', '.']).next().is_some_and(|word| word.eq_ignore_ascii_case("st"))
}

fn is_initials(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    (1..=4).contains(&letters) && word.chars().all(|letter| letter.is_uppercase() || letter == '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for (text, title, forename, initials, surname, letters) in [
            ("Councillor A Bradnam", "Councillor", "", "A", "Bradnam", ""),
            ("Cllr. SA Hart", "Councillor", "", "SA", "Hart", ""),
            ("Councillor Sally Ann Hart", "Councillor", "Sally Ann", "SA", "Hart", ""),
            ("Councillor J. P. Smith", "Councillor", "", "JP", "Smith", ""),
            ("Councillor Count", "Councillor", "", "", "Count", ""),
            ("Edward Leigh", "", "Edward", "E", "Leigh", ""),
            ("Councillor Dr Jan van der Berg", "Councillor Dr", "Jan", "J", "van der Berg", ""),
            ("The Rt Hon Sir John Major", "The Rt Hon Sir", "John", "J", "Major", ""),
            ("Luci Foice-Beard", "", "Luci", "L", "Foice-Beard", ""),
            ("Councillor Tom Le Marchant", "Councillor", "Tom", "T", "Le Marchant", ""),
            ("Cllr P St. John", "Councillor", "", "P", "St. John", ""),
            ("Councillor St John", "Councillor", "", "", "St John", ""),
            ("Councillor Van der Valk", "Councillor", "", "", "Van der Valk", ""),
            ("Van Morrison", "", "Van", "V", "Morrison", ""),
            ("Di Johnson", "", "Di", "D", "Johnson", ""),
            ("Omar El Sayed", "", "Omar", "O", "El Sayed", ""),
            ("Mary O'Dowd OBE", "", "Mary", "M", "O'Dowd", "OBE"),
            ("Councillor J Smith MBE, JP", "Councillor", "", "J", "Smith", "MBE JP"),
            ("John Smith Jr.", "", "John", "J", "Smith", "Jr."),
            ("Councillor MP", "Councillor", "", "", "MP", ""),
            ("Mayor", "", "", "", "Mayor", ""),
            ("", "", "", "", "", ""),
        ] {
            let wanted = Name {
                title: title.to_owned(),
                forename: forename.to_owned(),
                initials: initials.to_owned(),
                surname: surname.to_owned(),
                letters: letters.to_owned(),
            };
            assert_eq!(Name::read(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_surname_that_is_put_right_leaves_the_forename() {
        for (text, surname, full, initials) in [
            ("Councillor Ana Costa Pinto", "Costa Pinto", "Councillor Ana Costa Pinto", "A"),
            ("Councillor A Costa Pinto", "Costa Pinto", "Councillor A Costa Pinto", "A"),
            ("Councillor Ana Pinto", "Costa", "Councillor Ana Costa", "A"),
        ] {
            let mut name = Name::read(text);
            name.set_surname(surname);
            assert_eq!((name.full().as_str(), name.initials.as_str()), (full, initials), "{text}");
        }
    }

    #[test]
    fn haste_leaves_out_a_part_of_the_surname() {
        for (text, wanted) in [
            ("Councillor O Takahashi-Reid", &["Takahashi", "Reid"][..]),
            ("Tom Le Marchant", &["Marchant"]),
            ("Peter St John", &[]),
            ("Jane Webb", &[]),
        ] {
            assert_eq!(Name::read(text).shortened(), wanted, "{text}");
        }
    }

    #[test]
    fn a_knight_is_named_with_his_forename() {
        assert!(Name::read("Councillor Sir John Hayes").is_titled_by_forename());
        assert!(!Name::read("Councillor Dr John Hayes").is_titled_by_forename());
    }
}
