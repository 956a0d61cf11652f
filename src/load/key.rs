//! Keys derived from names and titles, the same every time.

use crate::meeting::people::Name;
use crate::text::fold;

/// The longest derived key, in characters.
const LONGEST: usize = 48;

/// `text` in small letters without accents, its words joined by hyphens: "foice-beard".
///
/// Apostrophes vanish; longer texts end at a word. May be empty, for a text without letters and digits.
pub(super) fn slug(text: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let mut slug = String::new();
    for word in folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.is_empty() {
            slug.extend(word.chars().take(LONGEST));
        } else if slug.len() + 1 + word.len() <= LONGEST {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

/// The first of `candidates` that is not empty and not `taken`, or the last with the first free number from 2.
///
/// Where every candidate is empty, `otherwise` takes the place of the last.
pub(super) fn free(candidates: &[String], otherwise: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut filled = candidates.iter().filter(|candidate| !candidate.is_empty());
    if let Some(key) = filled.clone().find(|candidate| !taken(candidate)) {
        return key.clone();
    }
    let stem = filled.next_back().map_or(otherwise, String::as_str);
    let numbered = (1_u32..).map(|number| if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") });
    numbered.into_iter().find(|key| !taken(key)).unwrap_or_default()
}

/// The key of a person: the first free of surname, initials and surname, forename and surname, or the last with a number.
pub(super) fn person(name: &Name, taken: impl Fn(&str) -> bool) -> String {
    let surname = slug(&name.surname);
    let short = slug(&format!("{} {}", name.initials, name.surname));
    let long = slug(&format!("{} {}", name.forename, name.surname));
    free(&[surname, short, long], "person", taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        for (text, wanted) in [
            ("Foice-Beard", "foice-beard"),
            ("Cambridgeshire Police and Crime Panel", "cambridgeshire-police-and-crime-panel"),
            ("Panel's  Annual – Report", "panels-annual-report"),
            ("Siân O’Brien", "sian-obrien"),
            ("???", ""),
            (
                "Minutes of the Meeting held on 15 March 2023 and of others",
                "minutes-of-the-meeting-held-on-15-march-2023-and",
            ),
        ] {
            assert_eq!(slug(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_taken_key_gives_way() {
        let taken = |key: &str| ["jones", "d-jones", "d-jones-2"].contains(&key);
        assert_eq!(free(&["smith".into(), "d-smith".into()], "person", taken), "smith");
        assert_eq!(free(&["jones".into(), "e-jones".into()], "person", taken), "e-jones");
        assert_eq!(free(&["jones".into(), "d-jones".into()], "person", taken), "d-jones-3");
        assert_eq!(free(&[String::new()], "person", taken), "person");
    }
}
