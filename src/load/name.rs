//! People's names, written on one line.

use crate::meeting::people::Name;

/// Words that stand before a name. "Cllr" is written out.
const TITLES: [&str; 32] = [
    "alderman",
    "baron",
    "baroness",
    "canon",
    "cllr",
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

/// Small words that belong to the surname: "van der Berg".
const PARTICLES: [&str; 18] = [
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "van",
    "von",
];

/// A person on one line: "Jane Webb, Senior Democratic Services Officer, Peterborough City Council".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The name.
    pub(super) name: Name,
    /// What stands between the first and the last comma, or after the only one.
    pub(super) post: Option<String>,
    /// What stands after the last of several commas.
    pub(super) organisation: Option<String>,
}

/// Reads a person from one line: the name, then after commas the post and the organisation.
///
/// The last comma parts post from organisation, because posts hold commas more often than organisations do.
pub(super) fn line(text: &str) -> Line {
    let (name, rest) = text.split_once(',').unwrap_or((text, ""));
    let (post, organisation) = rest.rsplit_once(',').unwrap_or((rest, ""));
    let filled = |part: &str| Some(part.trim()).filter(|part| !part.is_empty()).map(str::to_owned);
    Line { name: self::name(name), post: filled(post), organisation: filled(organisation) }
}

/// Reads a name: titles, then forenames or initials, then the surname with its particles.
///
/// Initials are given in capitals, with or without stops; those of forenames are derived.
pub(super) fn name(text: &str) -> Name {
    let words: Vec<&str> = text.split_whitespace().collect();
    let titles = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_title(word)).count();
    let (title, given) = words.split_at(titles);
    let surname_at = surname_at(given);
    let (given, surname) = given.split_at(surname_at);
    let name = Name { title: title_of(title), surname: surname.join(" "), ..Name::default() };
    if given.iter().all(|word| is_initials(word)) {
        Name { initials: given.concat().replace('.', ""), ..name }
    } else {
        Name { forename: given.join(" "), initials: initials_of(given), ..name }
    }
}

/// The initials of forenames: "SA" for "Sally Ann".
pub(super) fn initials_of(forenames: &[&str]) -> String {
    forenames.iter().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic())).collect()
}

/// The name in full: title, forename or else initials, surname.
pub(super) fn full(name: &Name) -> String {
    let given = if name.forename.is_empty() { &name.initials } else { &name.forename };
    let parts = [name.title.as_str(), given, &name.surname];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Every way in which a file may name this person in full, without being looked up by key.
pub(super) fn spellings(name: &Name) -> Vec<String> {
    let bare = Name { title: String::new(), ..name.clone() };
    let short = Name { forename: String::new(), ..name.clone() };
    let formal = Name { initials: String::new(), ..short.clone() };
    let bare_short = Name { title: String::new(), ..short.clone() };
    let mut all: Vec<String> = [name, &bare, &short, &bare_short].map(full).to_vec();
    if !name.title.is_empty() {
        all.push(full(&formal));
    }
    all
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

fn surname_at(words: &[&str]) -> usize {
    let last = words.len().saturating_sub(1);
    let particles = words.iter().take(last).rev().take_while(|word| PARTICLES.contains(word)).count();
    last - particles
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
        for (text, title, forename, initials, surname) in [
            ("Councillor A Bradnam", "Councillor", "", "A", "Bradnam"),
            ("Cllr. SA Hart", "Councillor", "", "SA", "Hart"),
            ("Councillor Sally Ann Hart", "Councillor", "Sally Ann", "SA", "Hart"),
            ("Councillor J. P. Smith", "Councillor", "", "JP", "Smith"),
            ("Councillor Count", "Councillor", "", "", "Count"),
            ("Edward Leigh", "", "Edward", "E", "Leigh"),
            ("Councillor Dr Jan van der Berg", "Councillor Dr", "Jan", "J", "van der Berg"),
            ("The Rt Hon Sir John Major", "The Rt Hon Sir", "John", "J", "Major"),
            ("Luci Foice-Beard", "", "Luci", "L", "Foice-Beard"),
            ("Mayor", "", "", "", "Mayor"),
            ("", "", "", "", ""),
        ] {
            let wanted = Name {
                title: title.to_owned(),
                forename: forename.to_owned(),
                initials: initials.to_owned(),
                surname: surname.to_owned(),
            };
            assert_eq!(name(text), wanted, "{text}");
        }
    }

    #[test]
    fn commas_part_name_post_and_organisation() {
        for (text, post, organisation) in [
            ("Jane Webb", None, None),
            ("Jane Webb, Clerk", Some("Clerk"), None),
            ("Jane Webb, Clerk, Anytown Council", Some("Clerk"), Some("Anytown Council")),
            (
                "Jane Webb, Officer, Police and Crime, Anytown Council",
                Some("Officer, Police and Crime"),
                Some("Anytown Council"),
            ),
            ("Jane Webb, , Anytown Council", None, Some("Anytown Council")),
        ] {
            let read = line(text);
            assert_eq!((read.post.as_deref(), read.organisation.as_deref()), (post, organisation), "{text}");
            assert_eq!(full(&read.name), "Jane Webb");
        }
    }

    #[test]
    fn a_person_is_known_by_several_spellings() {
        let known = spellings(&name("Councillor Anna Bradnam"));
        let wanted =
            ["Councillor Anna Bradnam", "Anna Bradnam", "Councillor A Bradnam", "A Bradnam", "Councillor Bradnam"];
        assert_eq!(known, wanted);
    }
}
