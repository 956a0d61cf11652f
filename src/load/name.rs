//! People's names, written on one line.

use crate::meeting::people::Name;

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
    let (name, rest) = split_name(text);
    let (post, organisation) = rest.rsplit_once(',').unwrap_or((rest, ""));
    let filled = |part: &str| Some(part.trim()).filter(|part| !part.is_empty()).map(str::to_owned);
    Line { name: Name::read(name), post: filled(post), organisation: filled(organisation) }
}

/// The name, and what stands behind the comma after it. Letters such as "OBE" may have a comma of their own.
fn split_name(text: &str) -> (&str, &str) {
    let mut end = 0;
    let cuts = text.match_indices(',').map(|(at, _)| at).chain([text.len()]);
    for cut in cuts {
        let part = text.get(end..cut).unwrap_or_default().trim_matches([',', ' ']);
        if end > 0 && !Name::is_letters(part) {
            break;
        }
        end = cut;
    }
    (text.get(..end).unwrap_or(text), text.get(end..).unwrap_or_default().trim_start_matches(','))
}

/// Every way in which a file may name this person in full, without being looked up by key.
pub(super) fn spellings(name: &Name) -> Vec<String> {
    let name = &Name { letters: String::new(), ..name.clone() };
    let bare = Name { title: String::new(), ..name.clone() };
    let short = Name { forename: String::new(), ..name.clone() };
    let formal = Name { initials: String::new(), ..short.clone() };
    let bare_short = Name { title: String::new(), ..short.clone() };
    let mut all: Vec<String> = [name, &bare, &short, &bare_short].map(Name::full).to_vec();
    if !name.title.is_empty() {
        all.push(formal.full());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("Jane Webb, Clerk, OBE", Some("Clerk"), Some("OBE")),
            ("Jane Webb, , Anytown Council", None, Some("Anytown Council")),
        ] {
            let read = line(text);
            assert_eq!((read.post.as_deref(), read.organisation.as_deref()), (post, organisation), "{text}");
            assert_eq!(read.name.full(), "Jane Webb");
        }
    }

    #[test]
    fn a_person_is_known_by_several_spellings() {
        let known = spellings(&Name::read("Councillor Anna Bradnam"));
        let wanted =
            ["Councillor Anna Bradnam", "Anna Bradnam", "Councillor A Bradnam", "A Bradnam", "Councillor Bradnam"];
        assert_eq!(known, wanted);
    }
}
