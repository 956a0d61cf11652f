//! By which day an action is due, as far as its words are a day.

use chrono::{Datelike, Days, Month, Months, NaiveDate, Weekday};

/// The meetings after the one at which something was said, in the order of their days.
#[derive(Clone, Debug, Default)]
pub(super) struct Later {
    /// Those that were held.
    pub(super) held: Vec<NaiveDate>,
    /// Those that were planned then.
    pub(super) planned: Vec<NaiveDate>,
}

impl Later {
    fn next(&self) -> Option<NaiveDate> {
        self.held.first().or_else(|| self.planned.first()).copied()
    }

    /// The one meeting of a month, the first time that month comes; nothing where there are two, or none.
    fn of(&self, month: u32) -> Option<NaiveDate> {
        [&self.held, &self.planned].into_iter().find_map(|days| {
            let mut of_month = days.iter().filter(|day| day.month() == month);
            let first = of_month.next()?;
            of_month.all(|other| other.year() != first.year()).then_some(*first)
        })
    }
}

/// The day that `words` mean at a meeting on `said`; nothing where they are no day.
///
/// A month alone, or the end of one, means its last day; a day without its year the first such day from the meeting on,
/// and a day of the week the first one after it. "Next Friday" may be either of two and is none.
pub(super) fn day(words: &str, said: NaiveDate, later: &Later) -> Option<NaiveDate> {
    let text = words.to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.trim().trim_end_matches('.').split_whitespace().collect();
    let mut words = words.as_slice();
    let leads: [&[&str]; 4] = [&["in", "time", "for"], &["before"], &["by"], &["the"]];
    while let Some(rest) = leads.iter().find_map(|lead| words.strip_prefix(*lead)) {
        words = rest;
    }
    if let [text] = words
        && let Ok(day) =
            NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
    {
        return Some(day);
    }
    match words {
        ["next", "meeting" | "committee" | "panel"]
        | ["next", "meeting", "of", "the", "panel" | "committee" | "council"] => later.next(),
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

/// A day of the calendar, with its year or without.
fn dated(words: &[&str], said: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = words.iter().copied().filter(|word| !is_weekday(word)).collect();
    match words.as_slice() {
        [day, name, year] => NaiveDate::from_ymd_opt(year.parse().ok()?, month(name)?, number(day)?),
        [day, name] if number(day).is_some() => {
            let of = |year| NaiveDate::from_ymd_opt(year, month(name)?, number(day)?);
            of(said.year()).filter(|day| *day >= said).or_else(|| of(said.year() + 1))
        }
        [name, year] => last_day(year.parse().ok()?, month(name)?),
        [name] => {
            let of = |year| last_day(year, month(name)?);
            of(said.year()).filter(|day| *day >= said).or_else(|| of(said.year() + 1))
        }
        _ => None,
    }
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
    word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
}

fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))
}
