//! England's bank holidays, Good Friday and Christmas Day.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days appointed by proclamation for one year alone.
const EXTRA: [(i32, u32, u32); 7] =
    [(1999, 12, 31), (2002, 6, 3), (2011, 4, 29), (2012, 6, 5), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8)];

/// Holidays that were held on another day of one year: the usual month, and the day that took its place.
const INSTEAD: [(i32, Moved, u32, u32); 5] = [
    (1995, Moved::EarlyMay, 5, 8),
    (2002, Moved::Spring, 6, 4),
    (2012, Moved::Spring, 6, 4),
    (2020, Moved::EarlyMay, 5, 8),
    (2022, Moved::Spring, 6, 2),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    EarlyMay,
    Spring,
}

/// Easter Day of a year of the Gregorian calendar.
pub fn easter(year: i32) -> Option<NaiveDate> {
    // The rule of 1582 for the full moon and the Sunday after it, as the Calendar (New Style) Act 1750 has it in tables.
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let leap_centuries = century.div_euclid(4);
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let moon = (19 * golden + century - leap_centuries - correction + 15).rem_euclid(30);
    let week =
        (32 + 2 * century.rem_euclid(4) + 2 * in_century.div_euclid(4) - moon - in_century.rem_euclid(4)).rem_euclid(7);
    let late = (golden + 11 * moon + 22 * week).div_euclid(451);
    let day = moon + week - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(day.div_euclid(31)).ok()?, u32::try_from(day.rem_euclid(31)).ok()? + 1)
}

/// The days of a year on which England is closed, in order: the bank holidays (Banking and Financial Dealings Act 1971,
/// Schedule 1, and proclamations), and Good Friday and Christmas Day, which are holidays by common law.
pub fn holidays(year: i32) -> Vec<NaiveDate> {
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let easter = easter(year);
    let near = |shift: i64| easter.and_then(|easter| easter.checked_add_signed(chrono::TimeDelta::days(shift)));
    let instead = |which| {
        let moved = INSTEAD.iter().find(|(of, what, ..)| *of == year && *what == which)?;
        on(moved.2, moved.3)
    };
    let early_may = instead(Moved::EarlyMay).or_else(|| NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1));
    let spring = instead(Moved::Spring).or_else(|| last_monday(year, 5));
    let mut days: Vec<NaiveDate> =
        [on(1, 1).map(next_weekday), near(-2), near(1), early_may, spring, last_monday(year, 8)]
            .into_iter()
            .flatten()
            .collect();
    days.extend(EXTRA.iter().filter(|(of, ..)| *of == year).filter_map(|(_, month, day)| on(*month, *day)));
    days.extend(christmas(year));
    days.sort_unstable();
    days.dedup();
    days
}

/// Whether England is closed on a day, Saturdays and Sundays aside.
pub fn is_holiday(day: NaiveDate) -> bool {
    holidays(day.year()).contains(&day)
}

fn last_monday(year: i32, month: u32) -> Option<NaiveDate> {
    // A fifth Monday where there is one.
    let nth = |n| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, n);
    nth(5).or_else(|| nth(4))
}

/// The day itself, or the Monday after the week-end that it falls on.
fn next_weekday(day: NaiveDate) -> NaiveDate {
    let later = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(later)).unwrap_or(day)
}

/// Christmas Day and Boxing Day, with the days that stand for them where they fall on a week-end.
fn christmas(year: i32) -> Vec<NaiveDate> {
    let on = |day| NaiveDate::from_ymd_opt(year, 12, day);
    let Some(day) = on(25) else { return Vec::new() };
    let more: &[u32] = match day.weekday() {
        Weekday::Fri => &[28],
        Weekday::Sat => &[27, 28],
        Weekday::Sun => &[27],
        _ => &[],
    };
    [25, 26].iter().chain(more).filter_map(|day| on(*day)).collect()
}
