//! Dates and times of day in running text.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use crate::load::when;

/// A date in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// The day of the week printed with it, where that is another one.
    pub(super) other: Option<Weekday>,
    /// How many words stand before it.
    pub(super) at: usize,
}

fn words(text: &str) -> Vec<&str> {
    let trim = |word: &'_ str| word.trim_matches(|letter: char| "(),.;:[]*–—-|".contains(letter)).len();
    text.split_whitespace()
        .map(|word| {
            let bare = word.trim_start_matches(|letter: char| "(),.;:[]*–—-|".contains(letter));
            bare.get(..trim(word)).unwrap_or(bare)
        })
        .collect()
}

/// Every date in a text, in order.
pub(super) fn dates(text: &str) -> Vec<Day> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let words = words(text);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = words.get(from..).filter(|rest| !rest.is_empty()) {
        let (date, length) = match rest {
            [day, suffix, month, year, ..] if ["st", "nd", "rd", "th"].contains(suffix) => {
                (numbered(day, month, year), 4)
            }
            [one, two, year, ..] => (numbered(one, two, year).or_else(|| numbered(two, one, year)), 3),
            _ => (None, 0),
        };
        let (date, length) = match (date, rest.first()) {
            (None, Some(word)) => (slashed(word), 1),
            _ => (date, length),
        };
        let Some(date) = date else {
            from += 1;
            continue;
        };
        let said = from.checked_sub(1).and_then(|before| words.get(before)).and_then(|word| word.parse().ok());
        let said = said.or_else(|| words.get(from + length).and_then(|word| word.parse::<Weekday>().ok()));
        found.push(Day { date, other: said.filter(|said| *said != date.weekday()), at: from });
        from += length;
    }
    found
}

/// The day and month that a short text begins with, after the day of the week, where no year follows; and how many words
/// stand before the month.
pub(super) fn undated(text: &str) -> Option<(u32, u32, usize)> {
    let words = words(Some(text).filter(|text| text.len() <= 60)?);
    let from = usize::from(words.first().is_some_and(|word| word.parse::<Weekday>().is_ok()));
    let day = words.get(from)?;
    let month = words.get(from + 1)?.parse::<chrono::Month>().ok()?.number_from_month();
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let day = bare.parse::<u32>().ok().filter(|day| (1..=31).contains(day))?;
    let year =
        words.get(from + 2).is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    (!year).then_some((day, month, from + 1))
}

/// The first such day on or after another day.
pub(super) fn next(day: u32, month: u32, since: NaiveDate) -> Option<NaiveDate> {
    // Up to eight years until a 29th of February.
    (0..=8).find_map(|years| NaiveDate::from_ymd_opt(since.year() + years, month, day).filter(|date| *date >= since))
}

/// The first date of a text.
pub(super) fn date(text: &str) -> Option<Day> {
    dates(text).into_iter().next()
}

/// "20th", "September", "2023".
fn numbered(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let shaped = day.starts_with(|letter: char| letter.is_ascii_digit())
        && day.len() <= 4
        && month.len() >= 3
        && month.chars().all(char::is_alphabetic)
        && year.len() == 4;
    if !shaped || when::date(year).is_ok() {
        return None;
    }
    sensible(when::date(&format!("{day} {month} {year}")).ok().flatten()?)
}

/// "20/09/2023", "20.9.2023" or "2023-09-20".
fn slashed(word: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let [first, _, last] = parts.as_slice() else { return None };
    if !digits || (first.len() != 4 && last.len() != 4) {
        return None;
    }
    sensible(when::date(&parts.join("/")).ok().flatten()?)
}

fn sensible(date: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&date.year()).then_some(date)
}

/// The first time of day in a text: "1.30 PM", "at 13.30", "7pm", "12 noon". `bare` takes "13.30" without "at" too.
pub(super) fn time(text: &str, bare: bool) -> Option<NaiveTime> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';').collect();
    let words: Vec<&str> = words
        .into_iter()
        .map(|word| word.trim_matches(|letter: char| "()[]*".contains(letter)))
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or("");
        let joined = format!("{word} {next}");
        let word = word.trim_end_matches(|letter: char| "-–:".contains(letter));
        let alone = if word.ends_with(".m.") { word } else { word.trim_end_matches('.') };
        if half_of_day(next)
            && let Some(time) =
                when::time_in(if joined.ends_with(".m.") { &joined } else { joined.trim_end_matches(['.', ',']) })
        {
            return Some(time);
        }
        let marked =
            half_of_day(alone.trim_start_matches(|letter: char| letter.is_ascii_digit() || ".:".contains(letter)));
        let after_at = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| *word == "at");
        // "09.30 - 12.00" is from when until when.
        let range =
            matches!(next, "-" | "–" | "to") && words.get(at + 2).is_some_and(|until| until.contains([':', '.']));
        let clock = alone.contains([':', '.']) && (bare || after_at || range || alone.contains(':'));
        let hours = alone.trim_end_matches("hrs").trim_end_matches("hours");
        if (marked || clock || matches!(alone, "noon" | "midday"))
            && let Some(time) = when::time_in(hours)
        {
            return Some(time);
        }
    }
    None
}

fn half_of_day(word: &str) -> bool {
    matches!(word.trim_matches('.'), "am" | "pm" | "a.m" | "p.m" | "noon" | "midday" | "midnight")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_in_sentences() {
        for (text, wanted) in [
            ("WEDNESDAY 20 SEPTEMBER 2023, 1.30 PM", "2023-09-20"),
            ("Date: Wednesday, 20th September, 2023 Time: 1.30 p.m.", "2023-09-20"),
            ("to be held on 20/09/2023 at noon", "2023-09-20"),
            ("on 20.09.2023", "2023-09-20"),
            ("Wednesday, September 20, 2023", "2023-09-20"),
            ("20 th September 2023", "2023-09-20"),
            ("(Monday) 27 NOVEMBER 2023 1:30pm", "2023-11-27"),
            ("the 21stSeptember 2017", ""),
            ("31 June 2023; 1 2 3; version 1.2.3", ""),
            ("5 May 9999", ""),
        ] {
            let found = date(text).map(|day| day.date.to_string()).unwrap_or_default();
            assert_eq!(found, wanted, "{text}");
        }
        assert_eq!(date("Tuesday 20 September 2023").and_then(|day| day.other), Some(Weekday::Tue));
        assert_eq!(dates("1 May 2023 and 2 May 2023").len(), 2);
    }

    #[test]
    fn a_year_is_taken_from_the_day_before() {
        for (text, wanted) in [
            ("Wednesday 14 January, 2pm", "2026-01-14"),
            ("3rd December", "2025-12-03"),
            ("14 January 2026", ""),
            ("May Fair 3", ""),
            ("31 June", ""),
        ] {
            let since = NaiveDate::from_ymd_opt(2025, 11, 20).expect("a day");
            let found = undated(text).and_then(|(day, month, _)| next(day, month, since));
            assert_eq!(found.map(|date| date.to_string()).unwrap_or_default(), wanted, "{text}");
        }
    }

    #[test]
    fn times_stand_in_sentences() {
        for (text, bare, wanted) in [
            ("WEDNESDAY 20 SEPTEMBER 2023, 1.30 PM", false, "13:30"),
            ("Time: 1.30 p.m. Place: Hall", false, "13:30"),
            ("on 20/09/2023 at 7.00 p.m., in the Hall", false, "19:00"),
            ("commencing at 13.30.", false, "13:30"),
            ("13.30", true, "13:30"),
            ("13.30", false, ""),
            ("at 12 noon on", false, "12:00"),
            ("on 11 May 2026 at 6.30 pm.", false, "18:30"),
            ("at 6.30 p.m. in", false, "18:30"),
            ("2pm", false, "14:00"),
            ("(7:30pm)", false, "19:30"),
            ("10:00", false, "10:00"),
            ("18:30hrs", true, "18:30"),
            ("Item 1.30 of 2", false, ""),
            ("Tuesday 30 January 2024, 09.30 – 12.00", false, "09:30"),
            ("99.99 pm", false, ""),
        ] {
            let found = time(text, bare).map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
