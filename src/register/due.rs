//! By which day an action is due, as far as its words are a day.

use chrono::{Datelike, Days, Month, Months, NaiveDate};

/// The day that `words` mean at a meeting on `said`, whose next meeting is on `next`; nothing where they are no day.
///
/// A month alone, or the end of one, means its last day; a day without its year the first such day from the meeting on.
pub(super) fn day(words: &str, said: NaiveDate, next: Option<NaiveDate>) -> Option<NaiveDate> {
    let text = words.to_lowercase().replace(',', " ");
    let text = text.trim().trim_end_matches('.').trim_start_matches("the ");
    if let Ok(day) =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d/%m/%Y"))
    {
        return Some(day);
    }
    if matches!(text, "next meeting" | "next meeting of the panel" | "next committee" | "next panel") {
        return next;
    }
    let text = text.trim_start_matches("end of ").trim_start_matches("the ");
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_weekday(word)).collect();
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

fn is_weekday(word: &str) -> bool {
    word.parse::<chrono::Weekday>().is_ok()
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
