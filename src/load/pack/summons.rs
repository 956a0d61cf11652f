//! The sentence that calls a meeting: which body, where and when.

use super::days;
use super::found::{Found, Sure};
use super::head::{Head, is_body, set_date, set_time};
use super::lines::Line;
use super::place::is_place;

/// Words that call people to a meeting.
const CALLS: [&str; 9] = [
    "summon",
    "be held",
    "invited",
    "requested to attend",
    "attendance is requested",
    "notice is",
    "will take place",
    "to take place",
    "to attend",
];
/// Where the name of the body ends.
const NAME_ENDS: [&str; 10] =
    [" to be held", " will be held", " which will", " will take", " is to be", " on ", " at ", ", ", ". ", " held"];
/// Where a place ends.
const PLACE_ENDS: [&str; 31] = [
    " / ",
    " on monday",
    " on tuesday",
    " on wednesday",
    " on thursday",
    " on friday",
    " on saturday",
    " commencing",
    " starting",
    " beginning",
    " at 1",
    " at 2",
    " at 3",
    " at 4",
    " at 5",
    " at 6",
    " at 7",
    " at 8",
    " at 9",
    " on 1",
    " on 2",
    " on 3",
    " on the ",
    " for the ",
    " to transact",
    " to consider",
    " when ",
    " at which",
    " from ",
    ". ",
    "; ",
];

/// "... a meeting of the Planning Committee to be held in the Town Hall on Tuesday ..."
pub(super) fn summons(head: &mut Head, lines: &[&Line]) {
    let joined = |at: usize| lines.iter().skip(at).take(6).map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let places = || {
        let about = |line: &Line| line.folded.contains("meeting of ") && !line.folded.starts_with("minutes");
        lines.iter().enumerate().filter(move |(_, line)| about(line)).map(|(at, _)| at)
    };
    let calling = places().find(|at| call(&joined(*at).to_ascii_lowercase()).is_some());
    let Some(at) = calling.or_else(|| places().next()) else { return };
    let Some(first) = lines.get(at) else { return };
    let text = joined(at);
    let lower = text.to_ascii_lowercase();
    if head.body.is_none()
        && let Some(name) = after(&lower, "meeting of ").and_then(|from| cut(&text, &lower, from, &NAME_ENDS))
    {
        // Without a sentence the name ends with its line.
        let own = first.text.len().checked_sub(text.find(name).unwrap_or(0)).and_then(|length| name.get(..length));
        let name = own.filter(|own| days::date(name).is_some() && own.len() > 3).map_or(name, str::trim);
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("THE ")).unwrap_or(name);
        if is_body(name) && name.len() < 100 {
            let (name, line) = whole(name, lines).unwrap_or((name, first.number));
            head.body = Some(Found::new(name.to_owned(), line, Sure::Likely));
        }
    }
    if let Some(called) = call(&lower).and_then(|from| text.get(from..)) {
        // A letter has a day of its own; the meeting's is that to which it calls.
        if days::date(called).is_some() {
            (head.date, head.other_day) = (None, None);
        }
        set_date(head, called, first, Sure::Likely);
        set_time(head, called, false, first, Sure::Likely);
    }
    if head.venue.is_none()
        && let Some(place) = place(&text, &lower)
    {
        head.venue = Some(Found::new(place.to_owned(), first.number, Sure::Likely));
    }
}

/// Where the words that call begin.
fn call(lower: &str) -> Option<usize> {
    CALLS.iter().filter_map(|words| lower.find(words)).min()
}

fn after(lower: &str, words: &str) -> Option<usize> {
    lower.find(words).map(|at| at + words.len())
}

fn cut<'a>(text: &'a str, lower: &str, from: usize, ends: &[&str]) -> Option<&'a str> {
    let rest = lower.get(from..)?;
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    text.get(from..from + end).map(str::trim)
}

/// Where the meeting is: what follows "held in", or "in the" where "held at" is followed by a time.
fn place<'a>(text: &'a str, lower: &str) -> Option<&'a str> {
    let held = [
        "held in the ",
        "held at the ",
        "held in ",
        "held at ",
        "take place in the ",
        "take place at the ",
        "take place at ",
    ]
    .iter()
    .filter_map(|words| after(lower, words));
    let named = |place: &&str| {
        (4..200).contains(&place.len()) && days::date(place).is_none() && days::time(place, true).is_none()
    };
    let bare = |place: &'a str| place.trim_end_matches([',', '.', ' ']);
    let direct = held.filter_map(|from| cut(text, lower, from, &PLACE_ENDS)).map(bare).find(named);
    let from = call(lower)?;
    let behind = || {
        let at = lower.get(from..)?.find(" in the ").map(|at| from + at + " in the ".len())?;
        cut(text, lower, at, &PLACE_ENDS).map(bare).filter(named).filter(|place| is_place(&place.to_lowercase()))
    };
    direct.or_else(behind)
}

/// The whole name of a body that its own summons calls "the Parish Council", from a line above or below.
fn whole<'a>(name: &str, lines: &[&'a Line]) -> Option<(&'a str, usize)> {
    const SHORT: [&str; 7] =
        ["parish council", "town council", "council", "authority", "committee", "board", "city council"];
    /// The most words of such a name.
    const WORDS: usize = 7;
    let short = name.to_ascii_lowercase();
    let ends = |line: &&&Line| {
        line.folded.ends_with(&short)
            && line.folded != short
            && line.text.split(' ').count() <= WORDS
            && is_body(&line.text)
            && !line.text.bytes().any(|byte| byte.is_ascii_digit())
    };
    let line = lines.iter().filter(|_| SHORT.contains(&short.as_str())).find(ends)?;
    (!line.folded.contains("meeting")).then_some((line.text.as_str(), line.number))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_summons_says_when_and_where() {
        for (text, date, time, venue) in [
            (
                "You are invited to attend a meeting of the PARKS COMMITTEE to be held in the Long Room, Town Hall on Monday, 9 November 2026 at 6.30\npm.",
                "2026-11-09",
                "18:30",
                "Long Room, Town Hall",
            ),
            (
                "A meeting of the Parks Committee will be held at 10.00am on Monday 9 November 2026 in the Mayor's Parlour, Town Hall.",
                "2026-11-09",
                "10:00",
                "Mayor's Parlour, Town Hall",
            ),
            (
                "YOU ARE SUMMONED to the meeting of the Parish Council which will be held on Monday 9 November 2026 at 7.30pm in the Barn Hall for the purpose of business.",
                "2026-11-09",
                "19:30",
                "Barn Hall",
            ),
        ] {
            let all = lines(text);
            let mut head = Head::default();
            let letter = all.first().expect("a line").clone();
            set_date(&mut head, "Date: 1 November 2026", &letter, Sure::Certain);
            summons(&mut head, &all.iter().collect::<Vec<_>>());
            let found = (
                head.date.map(|found| found.value.to_string()).unwrap_or_default(),
                head.time.map(|found| found.value.format("%H:%M").to_string()).unwrap_or_default(),
                head.venue.map(|found| found.value).unwrap_or_default(),
            );
            assert_eq!(found, (date.to_owned(), time.to_owned(), venue.to_owned()), "{text}");
        }
    }
}
