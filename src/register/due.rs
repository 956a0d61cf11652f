//! By which day an action is due, as far as its words are a day.

use chrono::{Datelike, Days, Month, Months, NaiveDate, Weekday};

use crate::text::fold;

/// The meetings after the one at which something was said, in the order of their days.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Later<'a> {
    /// Those that were held.
    pub(super) held: &'a [NaiveDate],
    /// Those that were planned then.
    pub(super) planned: &'a [NaiveDate],
    /// What the body is called: "Panel", "Anytown Police and Crime Panel".
    pub(super) body: &'a [&'a str],
}

impl Later<'_> {
    fn next(&self) -> Option<NaiveDate> {
        self.held.first().or_else(|| self.planned.first()).copied()
    }

    /// The one meeting of a month, the first time that month comes; nothing where there are two, or none.
    fn of(&self, month: u32) -> Option<NaiveDate> {
        [self.held, self.planned].into_iter().find_map(|days| {
            let mut of_month = days.iter().filter(|day| day.month() == month);
            let first = of_month.next()?;
            of_month.all(|other| other.year() != first.year()).then_some(*first)
        })
    }

    /// Whether words after “next” are a meeting of the body: “meeting”, “meeting of the Panel”, “Panel”, “Panel meeting”.
    fn is_meeting(&self, words: &[&str]) -> bool {
        let of = match words {
            ["meeting"] => return true,
            ["meeting", "of", "the", of @ ..] | ["meeting", "of", of @ ..] | [of @ .., "meeting"] | of => of.join(" "),
        };
        self.body.iter().any(|name| fold(name).trim_start_matches("the ") == of)
    }
}

/// The day that `words` mean at a meeting on `said`; nothing where they are no day.
///
/// A month alone, or the end of one, means its last day; a day without its year the first such day from the meeting on,
/// and a day of the week the first one after it. "Next Friday" may be either of two and is none.
pub(super) fn day(words: &str, said: NaiveDate, later: &Later<'_>) -> Option<NaiveDate> {
    let text = fold(words).replace(',', " ");
    let words: Vec<&str> = text.trim().trim_end_matches('.').split_whitespace().collect();
    let mut words = words.as_slice();
    let leads: [&[&str]; 4] = [&["in", "time", "for"], &["before"], &["by"], &["the"]];
    while let Some(rest) = leads.iter().find_map(|lead| words.strip_prefix(*lead)) {
        words = rest;
    }
    if let Some(day) = words.first().filter(|_| words.len() == 1).and_then(|text| figures(text)) {
        return Some(day);
    }
    match words {
        ["next", of @ ..] if later.is_meeting(of) => later.next(),
        [name, "meeting"] => later.of(month(name)?),
        ["today"] => Some(said),
        ["tomorrow"] => said.succ_opt(),
        ["this", weekday] | [weekday] if is_weekday(weekday) => weekday_after(said, weekday),
        ["within" | "in", rest @ ..] => after(said, rest),
        ["end", "of", "the" | "this", "month"] => last_day(said.year(), said.month()),
        ["end", "of", "next", "month"] => {
            let next = said.checked_add_months(Months::new(1))?;
            last_day(next.year(), next.month())
        }
        ["end", "of", "the", rest @ ..] | ["end", "of", rest @ ..] | rest => dated(rest, said),
    }
}

/// A day of the calendar, with its year or without. A year of two figures is of this century.
fn dated(words: &[&str], said: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = words.iter().copied().filter(|word| !is_weekday(word) && !SMALL.contains(word)).collect();
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

fn date(year: i32, name: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month(name)?, number(day)?)
}

/// The first such day from `said` on.
fn next_such(said: NaiveDate, of: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    of(said.year()).filter(|day| *day >= said).or_else(|| of(said.year() + 1))
}

/// "14 days", "two weeks", "a month" after a day. Working days depend on the body's holidays and are none here.
fn after(said: NaiveDate, words: &[&str]) -> Option<NaiveDate> {
    let [count, unit] = words else { return None };
    let count = match *count {
        "a" | "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "six" => 6,
        "seven" => 7,
        "ten" => 10,
        "fourteen" => 14,
        count => count.parse::<u32>().ok()?,
    };
    match *unit {
        "day" | "days" => said.checked_add_days(Days::new(count.into())),
        "week" | "weeks" => said.checked_add_days(Days::new(u64::from(count) * 7)),
        "fortnight" => said.checked_add_days(Days::new(u64::from(count) * 14)),
        "month" | "months" => said.checked_add_months(Months::new(count)),
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    word.parse::<Weekday>().is_ok()
}

fn weekday_after(said: NaiveDate, name: &str) -> Option<NaiveDate> {
    let wanted = name.parse::<Weekday>().ok()?;
    said.iter_days().skip(1).take(7).find(|day| day.weekday() == wanted)
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
