//! The plan of meetings to come: dates, venues and items, from a table in any layout.

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::days;
use super::found::Sure;
use super::lines::Line;
use super::place::is_place;
use crate::load::checker::LINE;
use crate::text::fold;

/// A meeting of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) date: NaiveDate,
    pub(super) time: Option<NaiveTime>,
    /// What stands behind the date: "AGM".
    pub(super) label: Option<String>,
    pub(super) venue: Vec<String>,
    pub(super) items: Vec<String>,
    pub(super) sure: Sure,
}

/// The most meetings, and items of one, that are read.
const MOST: usize = 60;

/// Reads the meetings of a plan. `known` are titles of items, by which items that run on are told apart;
/// dates without a year come after `since`, the day of this meeting, and after one another.
pub(super) fn plan(lines: &[Line], known: &[String], since: Option<NaiveDate>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut place = Place::None;
    // The column at which items began beside the last date.
    let mut column = None;
    let mut before: Option<&Line> = None;
    for line in lines {
        if ends_plan(line) {
            break;
        }
        let above = before.replace(line);
        let begins = line.cell == 0
            && line.text.len() < 300
            && (dateline(&line.text).is_some() || since.is_some() && days::undated(&line.text).is_some());
        if begins && rows.len() < MOST {
            let columns = line.columns();
            let (first, rest) =
                columns.split_first().map_or((line.text.as_str(), &[][..]), |((_, first), rest)| (*first, rest));
            let split = !rest.is_empty() && (days::date(first).is_some() || days::undated(first).is_some());
            let text = if split { first } else { line.text.as_str() };
            let last = rows.last().map(|row| row.date).or(since);
            let Some(mut row) = row(line, text, last) else { continue };
            row.label = row.label.take().or_else(|| kind_of_meeting(above?));
            if let (Some(label), Some(last)) = (&row.label, rows.last_mut())
                && last.items.last() == Some(label)
            {
                last.items.pop();
            }
            let timed = row.time.is_some();
            column = rest.first().filter(|_| split).map(|(at, _)| *at);
            place = if row.venue.is_empty() && !split { Place::Venue } else { Place::More };
            place = if timed && !row.venue.is_empty() { Place::Mixed } else { place };
            rows.push(row);
            if let (true, Some(row)) = (split, rows.last_mut()) {
                // Columns behind the items are of owners and the like.
                if let Some((_, words)) = rest.first() {
                    item(row, words, false);
                }
                place = Place::Columns;
            }
            continue;
        }
        let Some(row) = rows.last_mut() else { continue };
        if row.items.len() + row.venue.len() > MOST || line.text.chars().count() > LINE * 4 {
            continue;
        }
        if line.cell > 0 {
            cell(row, line, known);
            place = Place::Items;
            continue;
        }
        place = next(row, line, place, column, known);
    }
    for row in &mut rows {
        settle_grid(row, known);
    }
    rows
}

/// What a line in capitals above a date says the meeting is: "TRAINING - PRIVATE".
fn kind_of_meeting(above: &Line) -> Option<String> {
    let words = ["meeting", "training", "briefing", "hearing", "conference", "private", "seminar", "workshop"];
    let capital = !above.text.chars().any(char::is_lowercase);
    (capital && above.text.len() < 80 && words.iter().any(|word| above.folded.contains(word)))
        .then(|| above.text.clone())
}

/// Where items stand in a grid with purposes and owners, only those that are known by title are told from the rest.
fn settle_grid(row: &mut Row, known: &[String]) {
    let sentences = row.items.iter().filter(|item| item.ends_with('.') || item.chars().count() > 90).count();
    if sentences < 2 {
        return;
    }
    row.items.retain(|item| is_known(item, known));
    row.sure = Sure::Unsure;
}

/// Where within a meeting of the plan the reader is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    None,
    /// After the date, where time and venue come.
    Venue,
    /// The venue has begun.
    More,
    /// The venue stood on the date's line.
    Mixed,
    Items,
    /// A line of the venue came among the items.
    Again,
    /// Items stand in a column beside date and venue.
    Columns,
}

fn next(row: &mut Row, line: &Line, place: Place, column: Option<usize>, known: &[String]) -> Place {
    if place == Place::Columns {
        let mut taken = false;
        for (at, words) in line.columns() {
            if column.is_some_and(|column| at + 3 >= column) {
                if std::mem::replace(&mut taken, true) {
                    break;
                }
                let wraps = row.items.last().is_some_and(|last| super::item::unfinished(last));
                item(row, words, wraps || words.starts_with(char::is_lowercase));
            } else {
                aside(row, words);
            }
        }
        return place;
    }
    let text = line.text.as_str();
    let head = matches!(place, Place::Venue | Place::More | Place::Mixed);
    if head
        && row.time.is_none()
        && text.len() < 20
        && let Some(time) = days::time(text, true)
    {
        row.time = Some(time);
        return place;
    }
    let to_come = ["tbc", "tba", "to be confirmed", "venue tbc", "venue (tbc)"].contains(&line.folded.as_str());
    let titled = is_known(text, known) || is_item(&line.folded);
    if head && !titled && (to_come || is_venue(row, line, place)) && row.items.is_empty() {
        row.venue.push(text.trim_end_matches(',').to_owned());
        return Place::More;
    }
    // A part of the venue that a page break pushed in among the items.
    let broken = !titled && matches!(place, Place::Items | Place::Again) && is_council(&line.folded);
    if broken || (place == Place::Again && !titled && is_town(row, line)) {
        row.venue.push(text.to_owned());
        row.sure = Sure::Unsure;
        return if broken { Place::Again } else { Place::Items };
    }
    let small = text.starts_with(char::is_lowercase);
    let wraps = small && place == Place::Items
        || row.items.last().is_some_and(|last| super::item::unfinished(last) || opens_bracket(last));
    item(row, text, wraps);
    Place::Items
}

fn opens_bracket(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

/// A town after a venue: one word that the other venues have too is not known here, so only right after a council's name.
fn is_town(row: &Row, line: &Line) -> bool {
    row.venue.last().is_some_and(|last| last.to_lowercase().ends_with("council")) && !line.text.contains(' ')
}

/// Whether a short line is the name of a council, or a part of one.
fn is_council(folded: &str) -> bool {
    let folded = folded.trim_end_matches(',');
    let words = folded.split_whitespace().count();
    words <= 5 && folded.ends_with("council") || words <= 3 && folded.ends_with("district")
}

/// Whether a line belongs to the venue.
fn is_venue(row: &Row, line: &Line, place: Place) -> bool {
    let words = line.text.split_whitespace().count();
    let named = is_place(&line.folded) || is_council(&line.folded);
    // After a room and a building comes the town.
    let town = place == Place::More
        && words <= 2
        && !row.venue.is_empty()
        && !line.text.chars().any(|letter| letter.is_ascii_digit());
    words <= 8 && (named || town || line.text.contains('/') && place == Place::Venue)
}

/// Whether words can be learnt as the title of an item, by which others are told apart.
pub(super) fn is_telling(title: &str) -> bool {
    let folded = fold(title);
    !is_council(&folded) && !is_place(&folded) && (is_item(&folded) || folded.split_whitespace().count() > 2)
}

/// Words by which items of a plan are known.
fn is_item(folded: &str) -> bool {
    const WORDS: [&str; 22] = [
        "question",
        "review",
        "report",
        "plan",
        "strategy",
        "minutes",
        "apolog",
        "update",
        "election",
        "if needed",
        "budget",
        "complaint",
        "monitoring",
        "annual",
        "precept",
        "theme",
        "approach",
        "policy",
        "decisions",
        "commissioning",
        "procedure",
        "programme",
    ];
    WORDS.iter().any(|word| folded.contains(word))
}

fn is_known(text: &str, known: &[String]) -> bool {
    let folded = fold(text);
    known.contains(&folded)
}

/// What stands beside the items, below the date.
fn aside(row: &mut Row, words: &str) {
    match days::time(words, true) {
        Some(time) if row.time.is_none() && words.len() < 20 => row.time = Some(time),
        _ => row.venue.push(words.to_owned()),
    }
}

fn item(row: &mut Row, words: &str, wraps: bool) {
    match row.items.last_mut() {
        Some(last) if wraps => {
            last.push(' ');
            last.push_str(words);
        }
        _ => row.items.push(words.to_owned()),
    }
}

/// A cell of items: a line each, or run together, where known titles part them.
fn cell(row: &mut Row, line: &Line, known: &[String]) {
    let parted = apart(&line.text, known);
    if parted.len() > 1 {
        row.sure = row.sure.max(Sure::Likely);
    } else if line.text.split_whitespace().count() > 12 {
        row.sure = Sure::Unsure;
    }
    row.items.extend(parted);
}

/// Items that run on in one line, parted where a known title begins and ends. What lies between two stays one item.
fn apart(text: &str, known: &[String]) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut parts: Vec<String> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut from = 0;
    while let Some(word) = words.get(from) {
        let longest = (2..=14.min(words.len() - from)).rev().find_map(|length| {
            let piece = words.get(from..from + length)?.join(" ");
            is_known(&piece, known).then_some((piece, length))
        });
        // A known title may also be the end of a longer one.
        let whole = open.is_empty() || !super::item::unfinished(&open.join(" "));
        if let Some((piece, length)) = longest.filter(|_| whole) {
            if !open.is_empty() {
                parts.push(std::mem::take(&mut open).join(" "));
            }
            parts.push(piece);
            from += length;
        } else {
            open.push(word);
            from += 1;
        }
    }
    if !open.is_empty() {
        parts.push(open.join(" "));
    }
    parts
}

/// The date that a line begins with, after the day of the week.
fn dateline(text: &str) -> Option<days::Day> {
    days::date(text).filter(|day| day.at <= 2)
}

fn row(line: &Line, text: &str, since: Option<NaiveDate>) -> Option<Row> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (day, after) = if let Some(day) = dateline(text) {
        let year = day.date.format("%Y").to_string();
        (day, words.iter().position(|word| word.contains(&year))?)
    } else {
        let (day, month, after) = days::undated(text)?;
        let said = words.first().and_then(|word| word.trim_matches([',', '(', ')']).parse::<chrono::Weekday>().ok());
        let date = days::next(day, month, since?)?;
        (days::Day { date, other: said.filter(|said| *said != date.weekday()), at: 0 }, after)
    };
    let rest: Vec<&str> = words.get(after + 1..).unwrap_or_default().to_vec();
    let time = days::time(&rest.join(" "), false);
    let is_time = |word: &&str| {
        days::time(word, true).is_some()
            || ["am", "pm", "a.m.", "p.m.", "at", "@"].contains(&word.to_lowercase().trim_matches(','))
    };
    let end = rest.iter().position(is_time).unwrap_or(rest.len());
    let (before, behind) = rest.split_at(end);
    let behind: Vec<&str> = behind.iter().copied().skip_while(|word| is_time(word)).collect();
    let bare = |words: &[&str]| {
        words.join(" ").trim_matches(|letter: char| letter.is_whitespace() || "-–,:()".contains(letter)).to_owned()
    };
    let (mut label, mut venue) = (bare(before), bare(&behind));
    if venue.is_empty() && is_place(&fold(&label)) {
        venue = std::mem::take(&mut label);
    } else if !is_place(&fold(&venue)) && label.is_empty() && venue.to_lowercase().contains("meeting") {
        label = std::mem::take(&mut venue);
    }
    // "Please note change of date" is said of the row and no place.
    if let Some(at) = venue.to_lowercase().find("please note") {
        venue.truncate(at);
    }
    let sure = if day.other.is_some() { Sure::Unsure } else { Sure::Likely };
    let filled = |text: String| (!text.is_empty() && text.chars().count() <= LINE).then_some(text);
    Some(Row {
        line: line.number,
        date: day.date,
        time,
        label: filled(label),
        venue: filled(venue).into_iter().collect(),
        items: Vec::new(),
        sure,
    })
}

/// Where the plan is over.
fn ends_plan(line: &Line) -> bool {
    let text = line.folded.trim_matches(|letter: char| !letter.is_alphanumeric());
    matches!(text, "chair" | "chairman" | "chairperson" | "action")
        || text.starts_with("the meeting began")
        || text.starts_with("the meeting ended")
        || text.starts_with("item action")
        || text.starts_with("updated:")
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn shown(text: &str, known: &[&str]) -> Vec<String> {
        let known: Vec<String> = known.iter().map(|title| fold(title)).collect();
        let show = |row: Row| {
            let time = row.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
            format!(
                "{} {time} {} [{}] {}",
                row.date,
                row.label.unwrap_or_default(),
                row.venue.join("; "),
                row.items.join("; ")
            )
        };
        plan(&lines(text), &known, NaiveDate::from_ymd_opt(2025, 11, 20)).into_iter().map(show).collect()
    }

    #[test]
    fn plans_without_years_go_on_from_this_meeting() {
        assert_eq!(
            shown("Date\nItems\n10 December, 2pm\nBudget review\n14 January\nAnnual report\n", &[]),
            ["2025-12-10 14:00  [] Budget review", "2026-01-14   [] Annual report"]
        );
    }

    #[test]
    fn plans_are_read_in_every_layout() {
        let stacked = "DATES\n\nITEMS\n\n15 MARCH 2023 - AGM\n1:30pm\n\nBlue Rooms\nTown Hall\n\nAnytown\n\nReview of Actions from the previous\nmeeting\nPublic Questions\n";
        assert_eq!(
            shown(stacked, &[]),
            [
                "2023-03-15 13:30 AGM [Blue Rooms; Town Hall; Anytown] Review of Actions from the previous meeting; Public Questions"
            ]
        );
        let cells = "DATES\tITEMS\n<p>13 MAY 2026 1:30pm</p> <p>Civic Suite</p>\t<p>Public Questions</p> <p>High Board</p>\n14 JUNE 2026 2pm TBC\tIf needed (Veto)\n";
        assert_eq!(
            shown(cells, &[]),
            [
                "2026-05-13 13:30  [Civic Suite] Public Questions; High Board",
                "2026-06-14 14:00  [TBC] If needed (Veto)"
            ]
        );
        let joined = "(Monday) 27 NOVEMBER 2023 1:30pm Blue Rooms Town Hall Anytown\tPublic Questions Budget Considerations Meeting Dates\n";
        assert_eq!(
            shown(joined, &["Public Questions", "Meeting Dates"]),
            ["2023-11-27 13:30  [Blue Rooms Town Hall Anytown] Public Questions; Budget Considerations; Meeting Dates"]
        );
        let columns = "Date              Items\n12 March 2026     Budget monitoring\n7pm               Review of parks and\nCivic Centre      open spaces\n";
        assert_eq!(
            shown(columns, &[]),
            ["2026-03-12 19:00  [Civic Centre] Budget monitoring; Review of parks and open spaces"]
        );
    }
}
