//! Times and days as a clerk types them, in the body's time zone.

use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::meeting::command::Refusal;

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
