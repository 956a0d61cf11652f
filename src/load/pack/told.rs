//! What stands with a name on a list: an office before it, a post or an organisation in brackets, a vacancy in its place.

use super::lines::Line;
use crate::load::new_meeting::Read;
use crate::load::new_meeting::lines::{Member, members};
use crate::meeting::agenda::Office;
use crate::meeting::name::Name;
use crate::text::fold;

/// "Councillor A Poe, Councillor B Li": each with a title of their own.
pub(super) fn titled_apart(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(", ") {
        let rest = text.get(at + 2..).unwrap_or_default();
        if ["Councillor ", "Cllr "].iter().any(|title| rest.starts_with(title)) {
            names.extend(text.get(from..at));
            from = at + 2;
        }
    }
    names.extend(text.get(from..));
    names
}

/// Offices that stand before a name, and how they stand behind one.
const OFFICES: [(&str, &str); 13] = [
    ("chair", "Chair"),
    ("chairman", "Chair"),
    ("chairperson", "Chair"),
    ("chairwoman", "Chair"),
    ("vice-chair", "Vice-Chair"),
    ("vice chair", "Vice-Chair"),
    ("vice-chairman", "Vice-Chair"),
    ("vice chairman", "Vice-Chair"),
    ("vice-chairperson", "Vice-Chair"),
    ("deputy chair", "Vice-Chair"),
    ("deputy chairman", "Vice-Chair"),
    ("deputy-chair", "Vice-Chair"),
    ("convenor", "Chair"),
];
/// Words that only posts have.
const POSTS: [&str; 18] = [
    "director",
    "officer",
    "chief",
    "head",
    "manager",
    "cabinet",
    "commissioner",
    "clerk",
    "leader",
    "mayor",
    "secretary",
    "adviser",
    "advisor",
    "solicitor",
    "portfolio",
    "governor",
    "headteacher",
    "executive",
];
/// Words that only organisations have.
const ORGANISATIONS: [&str; 14] = [
    "nhs",
    "healthwatch",
    "federation",
    "sector",
    "trust",
    "diocese",
    "diocesan",
    "providers",
    "university",
    "college",
    "association",
    "forum",
    "partnership",
    "icb",
];

/// How many vacancies a text is: "Vacancy", "2 vacancies", "vacancy (Hill Council)".
pub(super) fn vacancies(text: &str) -> usize {
    let folded = fold(text);
    let bare = folded.trim_matches(['(', ')', ' ', '.', '*']);
    let bare = bare.split('(').next().unwrap_or(bare).trim();
    let (count, word) = match bare.split_once(' ') {
        Some((count, word)) => (count.trim_end_matches('x').parse::<usize>().ok(), word.trim_start_matches("x ")),
        None => (None, bare),
    };
    let vacant = |word: &str| matches!(word, "vacancy" | "vacant" | "vacancies" | "vacant seat" | "vacant seats");
    match count {
        Some(count) if vacant(word) => count.min(30),
        _ if vacant(bare) => 1,
        _ => 0,
    }
}

/// The office before a name and the name, if a text has them: "Chair: Mr A Poe".
fn office(text: &str) -> Option<(&'static str, &str)> {
    let lower = text.to_ascii_lowercase();
    OFFICES.iter().find_map(|(word, office)| {
        let rest = lower.strip_prefix(word)?.trim_start();
        let marked = rest.starts_with([':', '–']) || rest.starts_with("- ");
        let from = text.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8);
        let name = text.get(from..).filter(|_| marked)?.trim();
        let words = name.split_whitespace().count();
        (name.starts_with(char::is_uppercase) && (1..=7).contains(&words)).then_some((*office, name))
    })
}

/// A name with its office behind it, whatever stood before it.
pub(super) fn officed(text: &str) -> String {
    if let Some(name) = turned(text) {
        return name;
    }
    // "The Deputy Mayor, Councillor Al Poe"
    let lower = text.to_ascii_lowercase();
    let behind = ["councillor ", "cllr "].iter().find_map(|title| lower.find(&format!(", {title}")).map(|at| at + 2));
    if let Some(name) = behind.filter(|_| lower.starts_with("the ")).and_then(|at| text.get(at..)) {
        return name.to_owned();
    }
    office(text).map_or_else(|| text.to_owned(), |(office, name)| format!("{name} ({office})"))
}

/// "Poe, Mrs A J" as "Mrs A J Poe".
fn turned(text: &str) -> Option<String> {
    let (surname, given) = text.split_once(", ")?;
    let mut words = given.split(' ').peekable();
    let titled =
        words.next_if(|word| ["mr", "mrs", "ms", "miss", "dr", "cllr"].contains(&fold(word).trim_end_matches('.')));
    let initials: Vec<&str> = words.collect();
    let initial = |word: &&str| word.len() <= 3 && word.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let sound = !initials.is_empty()
        && initials.iter().all(initial)
        && !surname.contains(' ')
        && surname.len() > 1
        && surname.starts_with(char::is_uppercase);
    let title = titled.map(|title| format!("{title} ")).unwrap_or_default();
    sound.then(|| format!("{title}{} {surname}", initials.join(" ")))
}

/// Whether a line names somebody in an office and nothing else, as lists of members begin.
pub(super) fn presiding(line: &Line) -> Option<&str> {
    let (_, name) = office(&line.text).filter(|_| line.columns().len() == 1)?;
    let titled = ["councillor", "cllr", "mr ", "mrs ", "ms ", "miss ", "dr ", "sir ", "dame ", "alderman"];
    let sound = titled.iter().any(|title| name.to_lowercase().starts_with(title)) && line.text.len() < 80;
    sound.then_some(line.text.as_str())
}

/// Whether a text without a title before it can be a name: two words or more, all with capitals but for such as "van der".
pub(super) fn is_nameable(text: &str) -> bool {
    const SMALL: [&str; 14] =
        ["van", "der", "den", "de", "da", "das", "dos", "di", "la", "le", "du", "von", "al", "bin"];
    const TITLES: [&str; 14] = [
        "councillor",
        "councillors",
        "cllr",
        "cllrs",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "rev",
        "sir",
        "dame",
    ];
    const NEVER: [&str; 10] = [
        "schools",
        "primary",
        "secondary",
        "academies",
        "sector",
        "representing",
        "observers",
        "members",
        "board",
        "council",
    ];
    let bare = text.split(['(', ',']).next().unwrap_or(text);
    let bare = bare.split(" - ").next().unwrap_or(bare).split(" – ").next().unwrap_or(bare).trim();
    let words: Vec<String> = bare.split_whitespace().map(|word| fold(word.trim_end_matches('.'))).collect();
    if words.first().is_some_and(|word| TITLES.contains(&word.as_str())) {
        return true;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase) || SMALL.contains(&word);
    words.len() > 1 && bare.split_whitespace().all(capital) && !words.iter().any(|word| NEVER.contains(&word.as_str()))
}

/// Whether somebody is on the list already: one substitute may stand for several.
pub(super) fn is_among(before: &[Read<Member>], text: &str) -> bool {
    let printed = fold(&Name::read(text).full());
    before.iter().flatten().any(|member| fold(&Name::read(&member.name).full()) == printed)
}

/// The name alone, where what stands in brackets behind it cannot be read as an office of this body.
pub(super) fn named(before: &[Read<Member>], text: &str) -> Option<Vec<Member>> {
    let (name, inside) = text.strip_suffix(')')?.split_once('(')?;
    let mut read = members(before, name.trim()).ok()?;
    let [member] = read.as_mut_slice() else { return None };
    let organisation =
        inside.split(',').map(str::trim).find(|piece| OFFICES.iter().all(|(word, _)| fold(piece) != *word));
    member.authority = organisation.filter(|piece| is_organisation(piece)).map(str::to_owned);
    Some(read)
}

/// Puts what stands in brackets where it belongs: a post or an organisation is no political group.
pub(super) fn settle(member: &mut Member) {
    // "A Poe (Chair) - Hill Ward"
    if let Some(post) = &member.post
        && let Some((rest, inside)) = post.strip_suffix(')').and_then(|post| post.rsplit_once(" ("))
        && let Some((_, office)) = OFFICES.iter().find(|(word, _)| *word == fold(inside))
    {
        member.office = Some(if *office == "Chair" { Office::Chair } else { Office::ViceChair });
        member.post = Some(rest.to_owned());
    }
    let Some(group) = member.group.take() else { return };
    let has =
        |words: &[&str]| fold(&group).split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word));
    if is_organisation(&group) {
        member.authority = member.authority.take().or(Some(group));
    } else if has(&POSTS) {
        member.post = member.post.take().or(Some(group));
    } else {
        member.group = Some(group);
    }
}

fn is_organisation(text: &str) -> bool {
    fold(text).split(|letter: char| !letter.is_alphanumeric()).any(|word| ORGANISATIONS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vacancies_and_offices_are_read() {
        for (text, wanted) in
            [("Vacancy", 1), ("2 vacancies", 2), ("vacancy (Hill Trust)", 1), ("2 x vacant", 2), ("Mr Vacant Lott", 0)]
        {
            assert_eq!(vacancies(text), wanted, "{text}");
        }
        for (text, wanted) in [
            ("Chair: Mr Al Poe", "Mr Al Poe (Chair)"),
            ("Deputy Chair: Mrs Jo Bell", "Mrs Jo Bell (Vice-Chair)"),
            ("Chair of Governors", "Chair of Governors"),
            ("Cllr Jo Bell", "Cllr Jo Bell"),
            ("Poe, Mrs A J", "Mrs A J Poe"),
            ("Poe, Labour", "Poe, Labour"),
            ("The Deputy Mayor, Councillor Al Poe", "Councillor Al Poe"),
        ] {
            assert_eq!(officed(text), wanted, "{text}");
        }
    }

    #[test]
    fn groups_of_a_list_are_no_names() {
        for (text, wanted) in [
            ("Maintained primary", false),
            ("Academies", false),
            ("Special Schools", false),
            ("Jo Bell (Chair)", true),
            ("Pia van der Berg", true),
            ("Cllr Poe", true),
            ("Representing Hill Borough", false),
        ] {
            assert_eq!(is_nameable(text), wanted, "{text}");
        }
    }

    #[test]
    fn posts_and_organisations_are_no_parties() {
        for (group, authority, left) in [
            ("Director of Parks", None, None),
            ("Hill NHS Trust", Some("Hill NHS Trust"), None),
            ("Labour", None, Some("Labour")),
        ] {
            let mut member = Member { group: Some(group.to_owned()), ..Member::default() };
            settle(&mut member);
            assert_eq!((member.authority.as_deref(), member.group.as_deref()), (authority, left), "{group}");
        }
    }
}
