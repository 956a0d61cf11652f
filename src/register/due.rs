//! By which day an action is due, as far as its words are a day.

use chrono::{Datelike, Days, Month, Months, NaiveDate};

use crate::text::fold;

/// What words of a day may go by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Called<'a> {
    /// What the body is called: "Panel", "Anytown Police and Crime Panel".
    pub(super) body: &'a [&'a str],
    /// The day of the next meeting.
    pub(super) next: Option<NaiveDate>,
}

/// The day that `words` mean at a meeting on `said`; nothing where they are no day.
///
/// A month alone, or the end of one, means its last day; a day without its year the first such day from the meeting on. A
/// year of two figures is of this century.
pub(super) fn day(words: &str, said: NaiveDate, called: &Called<'_>) -> Option<NaiveDate> {
    let text = fold(words).replace(',', " ");
    let text = text.trim().trim_end_matches('.').trim_start_matches("the ").trim();
    if let Some(day) = figures(text) {
        return Some(day);
    }
    if is_next_meeting(text, called.body) {
        return called.next;
    }
    let text = text.trim_start_matches("end of ");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_weekday(word) && !SMALL.contains(word)).collect();
    match words.as_slice() {
        [first, second, its] => {
            let its = year(its)?;
            date(its, second, first).or_else(|| date(its, first, second))
        }
        [day, name] if number(day).is_some() => next_such(said, |year| date(year, name, day)),
        // “May 20” is a day of May wherever it can be one.
        [name, day] if number(day).is_some() => next_such(said, |year| date(year, name, day)),
        [name, its] => last_day(year(its)?, month(name)?),
        [name] => next_such(said, |year| last_day(year, month(name)?)),
        _ => None,
    }
}

/// Words that come and go in days: “the 20th of May”.
const SMALL: [&str; 2] = ["of", "the"];

/// A day in figures: “2023-09-30”, “30/09/2023”, “30.9.23”.
fn figures(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (its, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    NaiveDate::from_ymd_opt(year(its)?, month.parse().ok()?, day.parse().ok()?)
}

/// A year of two or of four figures.
fn year(text: &str) -> Option<i32> {
    let figures = text.strip_prefix('\'').unwrap_or(text);
    let year: i32 = figures.parse().ok().filter(|_| figures.bytes().all(|figure| figure.is_ascii_digit()))?;
    match figures.len() {
        2 => Some(2000 + year),
        4 => Some(year).filter(|year| *year >= 1000),
        _ => None,
    }
}

/// “next meeting”, “next meeting of the Panel”, “next Panel”, “next Panel meeting”.
fn is_next_meeting(text: &str, body: &[&str]) -> bool {
    let Some(of) = text.strip_prefix("next ") else { return false };
    let of = of.strip_prefix("meeting").map_or_else(|| of.trim_end_matches(" meeting"), |of| of.trim_start());
    let of = of.trim_start_matches("of ").trim_start_matches("the ").trim();
    of.is_empty() || body.iter().any(|name| fold(name).trim_start_matches("the ") == of)
}

fn date(year: i32, name: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month(name)?, number(day)?)
}

/// The first such day from `said` on.
fn next_such(said: NaiveDate, of: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    of(said.year()).filter(|day| *day >= said).or_else(|| of(said.year() + 1))
}

fn is_weekday(word: &str) -> bool {
    word.parse::<chrono::Weekday>().is_ok()
}

fn month(name: &str) -> Option<u32> {
    if name == "sept" { Some(9) } else { name.parse::<Month>().ok().map(|month| month.number_from_month()) }
}

/// The day of a month: "20", "20th".
fn number(word: &str) -> Option<u32> {
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    figures.parse().ok().filter(|day| (1..=31).contains(day))
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))
}
