//! Dates and times in the spellings that people use.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

/// Why a value is not a date or a time: what is wrong and what to write.
pub(super) type Wrong = (String, &'static str);

const DATE_HINT: &str = "Write it as 2023-07-19 or as \"19 July 2023\"";
const TIME_HINT: &str = "Write it as \"13:30\" or as \"1.30pm\"";

/// Reads a date: 2023-07-19, "Wednesday 19 July 2023" or "19/07/2023". "TBC" is no date.
pub(super) fn date(text: &str) -> Result<Option<NaiveDate>, Wrong> {
    if to_come(text) { Ok(None) } else { date_in(text).map(Some) }
}

/// Reads a time of day: "13:30", 13:30:00, "1.30pm" or "12 noon". "TBC" is no time.
pub(super) fn time(text: &str) -> Result<Option<NaiveTime>, Wrong> {
    match time_in(text) {
        Some(time) => Ok(Some(time)),
        None if to_come(text) => Ok(None),
        None => Err((format!("'{text}' is not a time of day"), TIME_HINT)),
    }
}

fn to_come(text: &str) -> bool {
    ["tbc", "tba", "to be confirmed", "to be arranged"].contains(&text.trim().to_lowercase().as_str())
}

fn date_in(text: &str) -> Result<NaiveDate, Wrong> {
    let no_date = || (format!("'{text}' is not a date"), DATE_HINT);
    let words: Vec<&str> = text.split([' ', ',', '/', '-']).filter(|word| !word.is_empty()).collect();
    let (weekday, rest) = match words.split_first() {
        Some((first, rest)) => match first.parse::<Weekday>() {
            Ok(weekday) => (Some(weekday), rest),
            Err(_) => (None, words.as_slice()),
        },
        None => (None, words.as_slice()),
    };
    let [day, month, year] = rest else { return Err(no_date()) };
    let year_first = day.len() == 4 && day.bytes().all(|byte| byte.is_ascii_digit());
    let (day, year) = if year_first { (year, day) } else { (day, year) };
    let date = day_month_year(day, month, year).ok_or_else(no_date)?;
    match weekday {
        Some(said) if said != date.weekday() => Err((
            format!("{} is a {}, not a {}", date.format("%-d %B %Y"), weekday_name(date.weekday()), weekday_name(said)),
            "Correct the day of the week or the date",
        )),
        _ => Ok(date),
    }
}

fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

fn day_month_year(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    if year.len() != 4 || day.len() > 4 {
        return None;
    }
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let month = match month.parse::<u32>() {
        Ok(number) => number,
        Err(_) if month.eq_ignore_ascii_case("sept") => 9,
        Err(_) => month.parse::<chrono::Month>().ok()?.number_from_month(),
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, day.parse().ok()?)
}

/// Every date that a title names, such as "Minutes of the Meetings held on 1 February and 15 March 2023".
///
/// A day and month without a year take the year of the next date.
pub(super) fn dates_in(title: &str) -> Vec<NaiveDate> {
    let words = title.split([' ', ',', '(', ')', '&', ';']).map(|word| word.trim_end_matches('.'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut dates = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let [day, month] = pair else { continue };
        let year = words.iter().skip(at + 2).find(|word| year(word));
        let number = day.starts_with(|letter: char| letter.is_ascii_digit());
        let name = month.starts_with(|letter: char| letter.is_alphabetic());
        if let (true, true, Some(year)) = (number, name, year) {
            dates.extend(day_month_year(day, month, year));
        }
    }
    dates.extend(words.iter().filter(|word| word.len() == 10).filter_map(|word| date_in(word).ok()));
    dates
}

/// Reads a time of day from text, in 24 or 12 hours.
pub(super) fn time_in(text: &str) -> Option<NaiveTime> {
    let text: String = text.to_lowercase().chars().filter(|letter| !letter.is_whitespace()).collect();
    match text.as_str() {
        "noon" | "12noon" | "midday" | "12midday" => return NaiveTime::from_hms_opt(12, 0, 0),
        "midnight" | "12midnight" => return NaiveTime::from_hms_opt(0, 0, 0),
        _ => {}
    }
    let text = text.replace("a.m.", "am").replace("p.m.", "pm");
    let (digits, afternoon) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(false)),
        (None, Some(digits)) => (digits, Some(true)),
        (None, None) => (text.as_str(), None),
    };
    let digits = if afternoon.is_none() {
        digits.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(digits)
    } else {
        digits
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (number(hour)?, number(minute)?),
        None if afternoon.is_some() => (number(digits)?, 0),
        _ => return None,
    };
    let hour = match afternoon {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn number(digits: &str) -> Option<u32> {
    let short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2023-07-19",
            "19 July 2023",
            "19th July 2023",
            "Wednesday 19 July 2023",
            "Wednesday, 19 July 2023",
            "WEDNESDAY 19 JULY 2023",
            "Wed 19 Jul 2023",
            "19/07/2023",
            " 19  July 2023 ",
        ] {
            assert_eq!(date(text).map_err(|wrong| wrong.0), Ok(day(2023, 7, 19)), "{text}");
        }
        assert_eq!(date("1 Sept 2023").ok().flatten(), day(2023, 9, 1));
        assert_eq!(date("TBC").map_err(|wrong| wrong.0), Ok(None));
    }

    #[test]
    fn what_is_no_date_is_said() {
        for text in [
            "",
            "July 2023",
            "31 June 2023",
            "2023-02-29",
            "19 July",
            "19 July 23",
            "19 Juli 2023",
            "later",
            "19 July 2023 x",
        ] {
            assert_eq!(date(text).map_err(|wrong| wrong.0), Err(format!("'{text}' is not a date")), "{text}");
        }
        let wrong = date("Thursday 19 July 2023").map_err(|wrong| wrong.0);
        assert_eq!(wrong, Err("19 July 2023 is a Wednesday, not a Thursday".to_owned()));
    }

    #[test]
    fn titles_name_dates() {
        for (title, wanted) in [
            ("Minutes of the Meeting held on 15 March 2023", vec![day(2023, 3, 15)]),
            ("Minutes of the Meetings held on 1 February and 15 March 2023", vec![day(2023, 2, 1), day(2023, 3, 15)]),
            ("Minutes (20th July 2022, 23rd November 2022)", vec![day(2022, 7, 20), day(2022, 11, 23)]),
            ("Minutes of 15/03/2023", vec![day(2023, 3, 15)]),
            ("Minutes of the meeting held on 15 March 2023.", vec![day(2023, 3, 15)]),
            ("Minutes of the last meeting", vec![]),
            ("Minutes of 31 June 2023", vec![]),
        ] {
            assert_eq!(dates_in(title), wanted.into_iter().flatten().collect::<Vec<_>>(), "{title}");
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, hour, minute) in [
            ("13:30", 13, 30),
            ("13.30", 13, 30),
            ("13:30:00", 13, 30),
            ("1.30pm", 13, 30),
            ("1:30 PM", 13, 30),
            ("1.30 p.m.", 13, 30),
            ("2pm", 14, 0),
            ("9am", 9, 0),
            ("12 noon", 12, 0),
            ("noon", 12, 0),
            ("12.15am", 0, 15),
            ("12.15pm", 12, 15),
            ("0:00", 0, 0),
        ] {
            assert_eq!(time_in(text), NaiveTime::from_hms_opt(hour, minute, 0), "{text}");
        }
        for text in ["", "13", "25:00", "13:60", "13:3", "13pm", "0pm", "pm", "half past one", "1:30:", "१:३०"] {
            assert_eq!(time_in(text), None, "{text}");
        }
    }
}
