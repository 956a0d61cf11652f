//! Times and days as a clerk types them, in the body's time zone.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::meeting::command::{Refusal, When};
use crate::meeting::course::Span;
use crate::meeting::state::State;

/// How far the clock on the wall may be ahead of the machine's, before a time counts as yet to come.
const AHEAD: TimeDelta = TimeDelta::minutes(1);
/// How long after the day a time may lie that is said of the night.
const NIGHT: TimeDelta = TimeDelta::hours(6);

/// A time of day: `14:05`, `14:05:30`, `14.05`, `2.05pm`, `2pm`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase().replace('.', ":");
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim_end(), Some(0)),
        (_, Some(digits)) => (digits.trim_end(), Some(12)),
        _ => (text.as_str(), None),
    };
    let mut parts = digits.split(':');
    let hour = number(parts.next()?)?;
    let minute = parts.next().map_or(half.map(|_| 0), number)?;
    let second = parts.next().map_or(Some(0), number)?;
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn number(text: &str) -> Option<u32> {
    let short = matches!(text.len(), 1 | 2) && text.bytes().all(|byte| byte.is_ascii_digit());
    short.then(|| text.parse().ok())?
}

/// A day: `2023-07-19`, `19 July 2023`, `19 Jul 2023`, `19/07/2023`.
pub fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    ["%Y-%m-%d", "%d %B %Y", "%d/%m/%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// The moment of a local time.
///
/// # Errors
///
/// The time was left out when the clocks went forward. Where the clocks went back, the earlier one is meant.
pub fn moment(zone: Tz, local: NaiveDateTime) -> Result<DateTime<Utc>, Refusal> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Ok(time.with_timezone(&Utc)),
        LocalResult::None => Err(Refusal::new(
            format!(
                "There was no {} on {}: the clocks went forward.",
                local.format("%H:%M"),
                local.format("%-d %B %Y")
            ),
            "Give a time before or after the change.",
        )),
    }
}

/// When a time of day was that lies in the past: on the day of the meeting, whenever it is typed. Of the days on which
/// it sat, and the night after, that on which the time is nearest to when it sat, and of several such the latest; where
/// something recorded is corrected, that on which it is nearest to `entry`. Before the meeting it is the last such time.
///
/// # Errors
///
/// It has not come yet, or the clocks left it out.
pub fn in_the_meeting(
    state: &State,
    time: NaiveTime,
    entry: Option<u64>,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, Refusal> {
    let spans = state.sat(now);
    let (Some((first, _)), Some((_, last))) = (spans.first(), spans.last()) else {
        return just_now(state, time, now);
    };
    let (begins, ends) = (day_of(state, *first), day_of(state, *last));
    let days = std::iter::successors(Some(begins), NaiveDate::succ_opt).take_while(|day| *day <= ends);
    let night = ends.succ_opt().and_then(|day| on(state, day, time).ok()).filter(|at| *at - *last <= NIGHT);
    let possible: Vec<DateTime<Utc>> = days.filter_map(|day| on(state, day, time).ok()).chain(night).collect();
    let near = entry.and_then(|entry| state.happened_about(entry, &spans));
    let away = |at: &DateTime<Utc>| match near {
        Some(near) => (*at - near).abs(),
        None => spans.iter().map(|span| outside(*at, *span)).min().unwrap_or_default(),
    };
    match possible.iter().rev().min_by_key(|at| away(at)) {
        Some(at) => past(state, *at, now),
        None => on(state, begins, time),
    }
}

/// When a time of day was last.
///
/// # Errors
///
/// It has not come yet today, or the clocks left it out.
pub fn just_now(state: &State, time: NaiveTime, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    let today = day_of(state, now);
    let at = on(state, today, time)?;
    let yesterday = today.pred_opt().and_then(|day| on(state, day, time).ok());
    let yesterday = yesterday.filter(|earlier| at > now + AHEAD && now - *earlier <= NIGHT);
    past(state, yesterday.unwrap_or(at), now)
}

/// When a time of day will be, seen from when something happened: on the same day, or in the night after.
///
/// # Errors
///
/// The clocks left it out.
pub fn to_come(state: &State, time: NaiveTime, when: When) -> Result<DateTime<Utc>, Refusal> {
    let from = when.happened();
    let day = day_of(state, from);
    let at = on(state, day, time)?;
    let night = day.succ_opt().and_then(|day| on(state, day, time).ok());
    Ok(night.filter(|later| at <= from && *later - from <= NIGHT).unwrap_or(at))
}

fn day_of(state: &State, time: DateTime<Utc>) -> NaiveDate {
    state.local(time).date_naive()
}

fn on(state: &State, day: NaiveDate, time: NaiveTime) -> Result<DateTime<Utc>, Refusal> {
    moment(state.body().zone, day.and_time(time))
}

/// How far a time lies before or after a span.
fn outside(at: DateTime<Utc>, (from, until): Span) -> TimeDelta {
    (from - at).max(at - until).max(TimeDelta::zero())
}

fn past(state: &State, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
    if at <= now + AHEAD {
        return Ok(at);
    }
    let clock = |time| state.local(time).format("%H:%M");
    Err(Refusal::new(
        format!("{} has not come yet: it is {}.", clock(at), clock(now)),
        "Give the time at which it happened.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("14:05", Some((14, 5, 0))),
            ("9:05", Some((9, 5, 0))),
            ("14.05", Some((14, 5, 0))),
            ("14:05:30", Some((14, 5, 30))),
            ("2pm", Some((14, 0, 0))),
            ("2.05 PM", Some((14, 5, 0))),
            ("12am", Some((0, 0, 0))),
            ("12:30pm", Some((12, 30, 0))),
            ("14", None),
            ("24:00", None),
            ("13pm", None),
            ("1:2:3:4", None),
            ("+1:30", None),
            ("later", None),
            ("", None),
        ] {
            let expected = expected.and_then(|(h, m, s)| NaiveTime::from_hms_opt(h, m, s));
            assert_eq!(time(text), expected, "{text}");
        }
    }

    #[test]
    fn a_time_that_the_clocks_left_out_is_refused() {
        let gap = NaiveDate::from_ymd_opt(2023, 3, 26).unwrap().and_hms_opt(1, 30, 0).unwrap();
        let refusal = moment(chrono_tz::Europe::London, gap).unwrap_err();
        assert_eq!(refusal.what, "There was no 01:30 on 26 March 2023: the clocks went forward.");
    }
}
