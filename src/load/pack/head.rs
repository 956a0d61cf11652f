//! The head of an agenda: which body meets, when and where, and whom to ask.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::days;
use super::found::{Found, Sure};
use super::lines::Line;
use super::parts::starts_word;
use super::place::{is_place, venue};
use super::summons;
use super::titles::Capitals;
use crate::load::checker::LINE;

/// What the head of an agenda says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) body: Option<Found<String>>,
    pub(super) date: Option<Found<NaiveDate>>,
    /// The day of the week printed with the date, where that is another one.
    pub(super) other_day: Option<Weekday>,
    pub(super) time: Option<Found<NaiveTime>>,
    pub(super) venue: Option<Found<String>>,
    pub(super) contact: Option<Found<String>>,
}

/// The labels of a head, which may follow one another on a line.
const LABELS: [(Field, &[&str]); 5] = [
    (Field::Date, &["date and time", "date of meeting", "meeting date", "date", "day and date", "day"]),
    (Field::Time, &["start time", "time"]),
    (Field::Venue, &["place", "venue", "location", "meeting venue"]),
    (
        Field::Contact,
        &[
            "contact officer",
            "contact",
            "democratic services officer",
            "committee officer",
            "committee administrator",
            "democratic services contact",
            "clerk to the council",
            "clerk",
            "enquiries to",
            "please ask for",
            "committee contact",
            "for further information contact",
            "for further information please contact",
            "agenda contact",
            "further information",
        ],
    ),
    (Field::Body, &["committee", "meeting of", "meeting", "name of committee"]),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Date,
    Time,
    Venue,
    Contact,
    Body,
}

const BODIES: [&str; 15] = [
    "committee",
    "panel",
    "board",
    "cabinet",
    "commission",
    "forum",
    "sub-committee",
    "executive",
    "assembly",
    "partnership",
    "authority",
    "council",
    "group",
    "meeting",
    "bench",
];

/// Reads the head from the lines of a front that are neither items nor lists of people.
///
/// `under` are lines below the items, where only whom to ask is looked for.
pub(super) fn head(lines: &[&Line], under: &[&Line], capitals: &Capitals) -> Head {
    let mut head = Head::default();
    let mut waiting: Option<Field> = None;
    let apart = apart(lines);
    let apart: Vec<&Line> = apart.iter().collect();
    let lines = apart.as_slice();
    for (at, line) in lines.iter().enumerate() {
        let labels = labels(line);
        if let (Some(field), true) = (waiting.take(), labels.is_empty()) {
            set(&mut head, field, &line.text, line, Sure::Certain);
        }
        for (field, value) in labels {
            if value.is_empty() {
                waiting = Some(field);
                continue;
            }
            let value = if field == Field::Contact { whole(value, line, lines.get(at + 1)) } else { value };
            set(&mut head, field, &value, line, Sure::Certain);
        }
        if at > 400 {
            break;
        }
    }
    let early: Vec<&Line> = lines.iter().take(60).copied().collect();
    summons::summons(&mut head, &early);
    unlabelled_when(&mut head, &early);
    if head.venue.is_none() {
        head.venue = venue(&head, &early);
    }
    for line in under.iter().take(400).filter(|line| !line.text.ends_with('.')) {
        let labelled = labels(line).into_iter().find(|(field, _)| *field == Field::Contact);
        if let Some((field, value)) = labelled {
            set(&mut head, field, &value, line, Sure::Likely);
        }
    }
    if head.contact.is_none() {
        head.contact = contact(lines).or_else(|| contact(under));
    }
    if head.body.is_none() {
        head.body = body(&early);
    }
    head.body = head.body.map(|found| found.map(|name| capitals.title(&name)));
    head
}

/// The lines with each column by itself, but that a label keeps what stands beside it.
fn apart(lines: &[&Line]) -> Vec<Line> {
    let is_label = |text: &str| {
        let bare = text.trim_end_matches([':', '-', '–', ' ']).to_ascii_lowercase();
        LABELS.iter().any(|(_, names)| names.contains(&bare.as_str()))
    };
    let mut apart = Vec::with_capacity(lines.len());
    for line in lines {
        let columns = line.columns();
        let mut columns = columns.iter().peekable();
        while let Some((_, text)) = columns.next() {
            let beside = if is_label(text) { columns.next() } else { None };
            let raw = beside.map_or_else(|| (*text).to_owned(), |(_, beside)| format!("{text}   {beside}"));
            apart.push(Line::of(line, &raw, raw.clone()));
        }
    }
    apart
}

/// Whom to ask, with the number or address that ran on to the next line.
fn whole(value: String, line: &Line, next: Option<&&Line>) -> String {
    const FULL: usize = 66;
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count() > 4;
    let next = next.filter(|next| line.text.len() > FULL && !next.apart() && next.number == line.number + 1);
    match next.filter(|next| next.text.contains('@') || digits(&next.text)) {
        Some(next) => format!("{value} {}", next.text),
        None => value,
    }
}

/// The labels on a line with what follows each, up to the next.
fn labels(line: &Line) -> Vec<(Field, String)> {
    let mut found: Vec<(usize, usize, Field)> = Vec::new();
    let lower = line.text.to_ascii_lowercase();
    let columns = line.columns();
    for (field, names) in &LABELS {
        for name in *names {
            let at = if let Some(rest) = lower.strip_prefix(name) {
                let column = columns.first().is_some_and(|(_, first)| first.to_ascii_lowercase() == *name);
                let marked = rest.trim_start().starts_with([':', '–', '-'])
                    || (rest.is_empty() && *field != Field::Body && *name != "clerk")
                    || (column && columns.len() > 1)
                    // "LOCATION Room 4": a label in capitals before words that are not.
                    || (*field != Field::Body
                        && rest.starts_with(' ')
                        && line.text.starts_with(&name.to_ascii_uppercase())
                        && (*field == Field::Venue || rest.chars().any(|letter| letter.is_ascii_digit()))
                        && line.text.chars().any(char::is_lowercase));
                marked.then_some(0)
            } else {
                lower.find(&format!(" {name}:")).map(|at| at + 1)
            };
            if let Some(at) = at
                && !found.iter().any(|(other, length, _)| {
                    *other <= at && at < other + length || at <= *other && *other < at + name.len()
                })
            {
                found.push((at, name.len(), *field));
            }
        }
    }
    found.sort_by_key(|(at, ..)| *at);
    let ends: Vec<usize> = found.iter().skip(1).map(|(at, ..)| *at).chain([line.text.len()]).collect();
    let value = |at: usize, length: usize, end: usize| {
        let value = line.text.get(at + length..end).unwrap_or("");
        value.trim_matches(|letter: char| letter.is_whitespace() || ":–-".contains(letter)).to_owned()
    };
    found.iter().zip(ends).map(|(&(at, length, field), end)| (field, value(at, length, end))).collect()
}

fn set(head: &mut Head, field: Field, value: &str, line: &Line, sure: Sure) {
    let fits = !value.is_empty() && value.chars().count() <= LINE;
    let found = || fits.then(|| Found::new(value.to_owned(), line.number, sure));
    match field {
        Field::Date => {
            set_date(head, value, line, sure);
            set_time(head, value, true, line, sure);
        }
        Field::Time => set_time(head, value, true, line, sure),
        Field::Venue => {
            head.venue = head
                .venue
                .take()
                .or_else(|| found().map(|found| found.map(|place| place.trim_end_matches('.').to_owned())));
        }
        Field::Contact => head.contact = head.contact.take().or_else(found),
        Field::Body if is_body(value) => head.body = head.body.take().or_else(found),
        Field::Body => {}
    }
}

pub(super) fn set_date(head: &mut Head, text: &str, line: &Line, sure: Sure) {
    if let (None, Some(day)) = (&head.date, days::date(text)) {
        let sure = if day.other.is_some() { Sure::Unsure } else { sure };
        head.date = Some(Found::new(day.date, line.number, sure));
        head.other_day = day.other;
    }
}

pub(super) fn set_time(head: &mut Head, text: &str, bare: bool, line: &Line, sure: Sure) {
    if let (None, Some(time)) = (&head.time, days::time(text, bare)) {
        head.time = Some(Found::new(time, line.number, sure));
    }
}

/// The first date on a line of its own, and the time on it or next to it.
fn unlabelled_when(head: &mut Head, lines: &[&Line]) {
    if head.date.is_none() {
        let own = lines
            .iter()
            .find(|line| {
                let called = days::date(&line.text).is_some() && days::time(&line.text, false).is_some();
                called && !is_deadline(line) && !line.folded.contains("minutes")
            })
            .or_else(|| lines.iter().find(|line| is_dateline(&line.text)))
            .or_else(|| lines.iter().find(|line| days::date(&line.text).is_some() && !is_deadline(line)));
        if let Some(line) = own {
            let alone = is_dateline(&line.text);
            set_date(head, &line.text, line, if alone { Sure::Certain } else { Sure::Likely });
        }
    }
    let Some(at) = head.date.as_ref().map(|date| date.line) else { return };
    if head.time.is_none() {
        let near = lines
            .iter()
            .filter(|line| line.number >= at && line.number <= at + 6 || line.number + 3 >= at && line.number < at);
        let timed =
            near.filter(|line| !is_deadline(line)).find_map(|line| Some((days::time(&line.text, false)?, line.number)));
        head.time =
            timed.map(|(time, line)| Found::new(time, line, if line == at { Sure::Certain } else { Sure::Likely }));
    }
}

/// Whether a line says little but a date.
fn is_dateline(text: &str) -> bool {
    days::date(text).is_some() && text.split_whitespace().count() <= 10 && !text.to_lowercase().contains("minutes")
}

/// Until when questions may be put is not when the meeting is.
pub(super) fn is_deadline(line: &Line) -> bool {
    ["before", "no later", "by ", "deadline", "received", "published", "despatch", "dispatch", "issued", "question"]
        .iter()
        .any(|word| line.folded.contains(word))
}

/// A line with an address of electronic mail, unless it is about questions.
fn contact(lines: &[&Line]) -> Option<Found<String>> {
    let line = lines
        .iter()
        .find(|line| line.text.contains('@') && line.text.chars().count() <= LINE && !line.text.ends_with('.'))?;
    let value = line.text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let value = ["E-mail:", "Email:", "email:", "e-mail:"]
        .iter()
        .find_map(|label| value.strip_prefix(label))
        .unwrap_or(value)
        .trim();
    Some(Found::new(value.to_owned(), line.number, Sure::Likely))
}

/// Whether a text names a body.
pub(super) fn is_body(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split_whitespace().count();
    (1..=14).contains(&words)
        && BODIES
            .iter()
            .take(13)
            .any(|body| lower.split([' ', '(', ')']).any(|word| word.trim_matches([',', '.', ':']) == *body))
        && !text.ends_with('.')
}

/// The line that names the body: a committee before a council.
fn body(lines: &[&Line]) -> Option<Found<String>> {
    let head = || {
        lines
            .iter()
            .take(25)
            .filter(|line| is_body(&line.text) && line.text.len() < 100 && !line.text.contains(['@', ',', ':']))
    };
    let skipped = ["to:", "members of", "to ", "agenda", "information", "notice"];
    let own =
        || head().filter(|line| !skipped.iter().any(|start| line.folded.starts_with(start)) && !is_place(&line.folded));
    let council = |line: &&&Line| {
        let last = line.folded.split_whitespace().next_back().unwrap_or("");
        matches!(last, "council" | "authority") || starts_word(&line.folded, "council")
    };
    let committee = own().find(|line| !council(line));
    if committee.is_none()
        && let Some(found) = lines.iter().take(25).find_map(|line| before_date(line))
    {
        return Some(found);
    }
    let chosen = committee.or_else(|| own().next())?;
    let name = chosen.text.trim_start_matches("Meeting of the ").trim_start_matches("MEETING OF THE ");
    Some(Found::new(name.to_owned(), chosen.number, Sure::Likely))
}

/// "Scrutiny Board - Tuesday, 8 January 2019 6.00 pm": the name before a date on its line.
fn before_date(line: &Line) -> Option<Found<String>> {
    let day = days::date(&line.text)?;
    let words: Vec<&str> = line.text.split(' ').take(day.at).collect();
    let parted = words.iter().rposition(|word| matches!(*word, "-" | "–" | "—"))?;
    let name = words.get(..parted)?.join(" ");
    is_body(&name).then(|| Found::new(name, line.number, Sure::Likely))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn read(text: &str) -> [String; 5] {
        let all = lines(text);
        let lines: Vec<&Line> = all.iter().collect();
        let head = head(&lines, &[], &Capitals::default());
        let text = |found: Option<Found<String>>| found.map(|found| found.value).unwrap_or_default();
        [
            text(head.body),
            head.date.map(|found| found.value.to_string()).unwrap_or_default(),
            head.time.map(|found| found.value.format("%H:%M").to_string()).unwrap_or_default(),
            text(head.venue),
            text(head.contact),
        ]
    }

    #[test]
    fn heads_are_read_in_every_layout() {
        for (text, wanted) in [
            (
                "ANYSHIRE POLICE AND CRIME PANEL\nWEDNESDAY 20 SEPTEMBER 2023, 1.30 PM\nBlue Rooms - Town Hall, Anytown\nContact – a.b@any.example\n",
                [
                    "Anyshire Police and Crime Panel",
                    "2023-09-20",
                    "13:30",
                    "Blue Rooms - Town Hall, Anytown",
                    "a.b@any.example",
                ],
            ),
            (
                "Westmarch District Council\nPlanning Committee\nDate: Thursday, 12 March 2026 Time: 7.00 p.m. Place: Council Chamber, Westmarch\nContact: Jo Bell, 01234 567890\n",
                ["Planning Committee", "2026-03-12", "19:00", "Council Chamber, Westmarch", "Jo Bell, 01234 567890"],
            ),
            (
                "LITTLE MARSH PARISH COUNCIL\nYou are hereby summoned to attend a meeting of Little Marsh Parish Council\nto be held in the Village Hall, Church Lane on Tuesday 14th April 2026 at 7.30pm.\nMrs A Clerk, clerk@marsh.example\n",
                [
                    "Little Marsh Parish Council",
                    "2026-04-14",
                    "19:30",
                    "Village Hall, Church Lane",
                    "Mrs A Clerk, clerk@marsh.example",
                ],
            ),
            (
                "Overview and Scrutiny Board\nTo be held on 05/02/2026 at 18.30\nVenue\nRoom 1, Civic Centre\nQuestions must be received by 12 noon on 1 February 2026\n",
                ["Overview and Scrutiny Board", "2026-02-05", "18:30", "Room 1, Civic Centre", ""],
            ),
            ("nothing here\n", ["", "", "", "", ""]),
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
    }
}
