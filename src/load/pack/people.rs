//! Lists of people: membership, substitutes, officers, and who came to a meeting.

use super::found::{Found, Sure};
use super::lines::Line;
use super::pieces::pieces;
use super::seats::{self, Row};
use super::served;
use super::told;
use crate::load::new_meeting::Read;
use crate::load::new_meeting::lines::{Member, members};

/// The most people that are read of a list.
const MOST: usize = 200;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum List {
    Members,
    Independents,
    Substitutes,
    Officers,
    Others,
}

/// A list, unread: its heading's line, what follows the heading on it, and the lines below.
#[derive(Clone, Debug)]
pub(super) struct Block<'a> {
    pub(super) list: List,
    pub(super) line: usize,
    pub(super) inline: &'a str,
    pub(super) lines: Vec<&'a Line>,
}

/// Somebody on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Person {
    pub(super) list: List,
    pub(super) member: Member,
    /// Whether "Councillor" stood over the list, so that its names go without.
    pub(super) vacant: bool,
}

/// People of a list, and the lines that could not be read.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) found: Vec<Found<Person>>,
    pub(super) unread: Vec<(usize, String)>,
}

impl People {
    /// Adds those of a table, each with the authority beside them.
    fn rows(&mut self, rows: Vec<Row>, before: &mut Vec<Read<Member>>) {
        for row in rows {
            let from = self.found.len();
            read(row.list, row.line, &row.name, false, None, before, self);
            for found in self.found.iter_mut().skip(from) {
                let member = &mut found.value.member;
                member.authority = member.authority.take().or_else(|| row.authority.clone());
                member.group = member.group.take().or_else(|| row.party.clone());
            }
        }
    }
}

const HEADINGS: [(List, &[&str]); 5] = [
    (
        List::Independents,
        &[
            "independent co-opted members",
            "independent members",
            "co-opted members",
            "co-opted independent members",
            "independent persons",
            "co-optees",
            "coopted members",
            "lay members",
            "independent co-optees",
        ],
    ),
    (
        List::Substitutes,
        &[
            "substitutes",
            "substitute members",
            "named substitutes",
            "substitute councillors",
            "reserve members",
            "reserves",
            "substitute",
            "reserve",
            "nominated substitutes",
            "deputies",
        ],
    ),
    (
        List::Officers,
        &[
            "officer support",
            "officers",
            "officers present",
            "officers in attendance",
            "lead officers",
            "council officers",
        ],
    ),
    (List::Others, &["others present", "also present", "also in attendance", "in attendance", "others in attendance"]),
    (
        List::Members,
        &[
            "membership",
            "members",
            "committee members",
            "panel members",
            "board members",
            "membership of the committee",
            "committee membership",
            "councillors",
            "voting members",
            "members of the committee",
            "members of the panel",
            "members of the board",
            "members present",
            "present",
            "councillors present",
            "the membership of the committee is",
            "attendance",
        ],
    ),
];

/// The list that a heading begins, and what follows on its line.
pub(super) fn heading(line: &Line) -> Option<(List, &str)> {
    let folded = line.folded.as_str();
    for (list, names) in &HEADINGS {
        let longest = names.iter().filter(|name| folded.starts_with(**name)).max_by_key(|name| name.len());
        let Some(name) = longest else { continue };
        // Folding may change lengths in bytes; the names of lists are plain.
        let rest = line.text.get(name.len()..).unwrap_or("").trim_start();
        let bracketless = rest
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
            .filter(|(inside, _)| inside.len() < 30)
            .map_or(rest, |(_, rest)| rest.trim_start());
        if let Some(rest) = bracketless.strip_prefix([':', '-', '–']) {
            // "Members – please note" is no list, "Councillors: A Smith" is one.
            let names = rest.trim();
            // The title over the names is part of them.
            let names = if *name == "councillors" && !names.is_empty() { line.text.as_str() } else { names };
            return (names.is_empty() || names.starts_with(char::is_uppercase)).then_some((*list, names));
        }
        if bracketless.is_empty() {
            return Some((*list, ""));
        }
        let run_in = *name == "councillors" && bracketless.contains(',') && bracketless.starts_with(char::is_uppercase);
        if run_in {
            return Some((*list, line.text.as_str()));
        }
    }
    if let Some(names) = told::presiding(line) {
        return Some((List::Members, names));
    }
    let of = [
        "members of the ",
        "membership of the ",
        "to: all members of the ",
        "to: members of the ",
        "to the members of the ",
    ];
    let body = ["committee", "panel", "board", "cabinet", "council", "commission", "forum"];
    let named = of.iter().any(|of| folded.starts_with(of))
        && body.iter().any(|body| folded.trim_end_matches([':', ' ']).ends_with(body));
    if named && folded.len() < 120 {
        return Some((List::Members, ""));
    }
    // "To: All members of the Parish Council: Cllrs A Poe, B Li ..."
    let all = of.iter().any(|of| folded.starts_with(of)) || folded.starts_with("to: all members");
    let behind = || line.text.split_once(": C").and_then(|(head, _)| line.text.get(head.len() + 2..));
    if let Some(names) = behind().filter(|names| all && (names.starts_with("Cllr") || names.starts_with("Councillor")))
    {
        return Some((List::Members, names));
    }
    let to = line.text.strip_prefix("To:").or_else(|| line.text.strip_prefix("TO:")).map(str::trim)?;
    to.to_lowercase().starts_with("councillor").then_some((List::Members, to))
}

/// Reads lists of people.
pub(super) fn people(blocks: &[Block<'_>]) -> People {
    let mut people = People::default();
    let mut before: Vec<Read<Member>> = Vec::new();
    for block in blocks {
        if matches!(block.list, List::Officers | List::Others) {
            served::served(block, MOST, &mut people);
            continue;
        }
        let mut party: Option<String> = None;
        if let Some(rows) = seats::seats(block) {
            people.rows(rows, &mut before);
            continue;
        }
        let mut named: Option<(usize, String)> = None;
        for (line, text, run_in) in pieces(block) {
            if let Some(group) = party_heading(&text) {
                party = Some(group);
                continue;
            }
            let text = match party_before(&text) {
                Some((group, rest)) => {
                    named = Some((line, group));
                    rest
                }
                None => text,
            };
            let beside = named.as_ref().filter(|(at, _)| *at == line).map(|(_, group)| group.as_str());
            if people.found.len() >= MOST {
                return people;
            }
            for name in told::titled_apart(&text) {
                read(block.list, line, name, run_in, beside.or(party.as_deref()), &mut before, &mut people);
            }
        }
    }
    people
}

fn read(
    list: List,
    line: usize,
    text: &str,
    run_in: bool,
    party: Option<&str>,
    before: &mut Vec<Read<Member>>,
    people: &mut People,
) {
    let vacancies = told::vacancies(text);
    if vacancies > 0 {
        let seats = if list.seated() { vacancies } else { 0 };
        let person = || Person { list, member: Member::default(), vacant: true };
        people.found.extend((0..seats).map(|_| Found::new(person(), line, Sure::Certain)));
        return;
    }
    let text = told::officed(text);
    let text = text.as_str();
    if list == List::Substitutes && told::is_among(before, text) {
        return;
    }
    if !told::is_nameable(text) {
        people.unread.push((line, text.to_owned()));
        return;
    }
    match members(before, text).or_else(|problem| told::named(before, text).ok_or(problem)) {
        Ok(read) => {
            for mut member in read {
                before.push(Ok(member.clone()));
                told::settle(&mut member);
                member.group = member.group.or_else(|| party.map(str::to_owned));
                let told = member.name.starts_with("Councillor") || list != List::Members;
                let sure = if told { Sure::Certain } else { Sure::Likely };
                let sure = if run_in && !told { Sure::Unsure } else { sure };
                people.found.push(Found::new(Person { list, member, vacant: false }, line, sure));
            }
        }
        Err(_) if text.chars().any(char::is_alphabetic) => people.unread.push((line, text.to_owned())),
        Err(_) => {}
    }
}

/// "Labour: Councillor A Poe": the party of those on the line, and the rest of it.
fn party_before(text: &str) -> Option<(String, String)> {
    let (group, rest) = text.split_once(':')?;
    Some((party_heading(group)?, rest.trim().to_owned())).filter(|(_, rest)| !rest.is_empty())
}

/// "Labour Group (5)": the party of those below.
pub(super) fn party_heading(text: &str) -> Option<String> {
    const PARTIES: [&str; 21] = [
        "conservative",
        "labour",
        "labour and co-operative",
        "liberal democrat",
        "liberal democrats",
        "green",
        "green party",
        "independent",
        "independents",
        "reform uk",
        "residents",
        "residents association",
        "ukip",
        "plaid cymru",
        "lib dem",
        "lib dems",
        "labour & co-operative",
        "reform",
        "unaffiliated",
        "non-aligned",
        "ungrouped",
    ];
    let bare = text.split('(').next().unwrap_or(text).trim().trim_end_matches(':').trim();
    let lower = bare.to_lowercase();
    let name = lower.strip_suffix(" group").or_else(|| lower.strip_suffix(" members")).unwrap_or(&lower);
    PARTIES.contains(&name).then(|| bare.get(..name.len()).unwrap_or(bare).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn read_all(text: &str) -> Vec<String> {
        let all = lines(text);
        let (first, rest) = all.split_first().expect("a heading");
        let (list, inline) = heading(first).expect("a heading");
        let block = Block { list, line: first.number, inline, lines: rest.iter().collect() };
        let people = people(&[block]);
        assert_eq!(people.unread, []);
        people
            .found
            .into_iter()
            .map(|found| {
                let Person { member, vacant, .. } = found.value;
                let tags =
                    [member.group, member.authority, member.office.map(|office| format!("{office:?}")), member.post];
                let tags: Vec<String> = tags.into_iter().flatten().collect();
                let name = if vacant { "vacant".to_owned() } else { member.name };
                if tags.is_empty() { name } else { format!("{name} [{}]", tags.join("; ")) }
            })
            .collect()
    }

    #[test]
    fn lists_are_read_in_every_form() {
        for (text, wanted) in [
            (
                "Membership\n\nCouncillors: A Brown, S Ferris (Vice Chair), B T Varley\nand H Leem",
                vec![
                    "Councillor A Brown",
                    "Councillor S Ferris [ViceChair]",
                    "Councillor B T Varley",
                    "Councillor H Leem",
                ],
            ),
            (
                "Members of the Committee:\nCouncillor Ann Poe (Chair)\nCouncillor Bo Li (Labour)\nVacancy",
                vec!["Councillor Ann Poe [Chair]", "Councillor Bo Li [Labour]", "vacant"],
            ),
            (
                "Councillors A Poe (Chair), B Li and C Day",
                vec!["Councillor A Poe [Chair]", "Councillor B Li", "Councillor C Day"],
            ),
            (
                "Membership:\nConservative (2):\n  Cllr A Poe      Cllr B Li\nGreen Group\nCllr C Day",
                vec!["Cllr A Poe [Conservative]", "Cllr B Li [Conservative]", "Cllr C Day [Green]"],
            ),
            (
                "Named Substitutes\nLabour: Councillor Al Poe, Councillor Bo Li\nGreen: Councillor C Day",
                vec!["Councillor Al Poe [Labour]", "Councillor Bo Li [Labour]", "Councillor C Day [Green]"],
            ),
            ("Co-opted Members\nMr Ed Lee          Healthwatch Fenshire", vec!["Mr Ed Lee [Healthwatch Fenshire]"]),
            ("Independent Co-opted Members\nEd Lee\nClare Gee - Chair", vec!["Ed Lee", "Clare Gee [Chair]"]),
            (
                "Members Present: Clare Gee (Chair), Councillors A Poe, B Li, and Ed Lee.",
                vec!["Clare Gee [Chair]", "Councillor A Poe", "Councillor B Li", "Ed Lee"],
            ),
        ] {
            assert_eq!(read_all(text), wanted, "{text}");
        }
    }

    #[test]
    fn headings_are_told_from_sentences() {
        for text in [
            "Members are reminded to declare",
            "Members – please switch phones off",
            "Present this card",
            "Officers will attend",
        ] {
            let all = lines(text);
            assert_eq!(all.first().and_then(heading), None, "{text}");
        }
    }
}
