//! The one finding that the clock makes: the meeting's finish time is near, or over.

use chrono::{DateTime, Days, TimeDelta, TimeZone, Utc};

use crate::meeting::event::Sitting;
use crate::meeting::state::State;

use super::{Finding, Subject, of_rule};

/// How long before the finish time the chair is warned.
const NEAR: TimeDelta = TimeDelta::minutes(15);

/// Whether, at `now`, the meeting's finish time is near or over. Findings know no clock, so whoever has one asks for it.
pub fn finish(state: &State, now: DateTime<Utc>) -> Option<Finding> {
    let finish = state.body().rules.finish?;
    let sits = state.sittings().last().filter(|change| change.value == Sitting::Sitting)?;
    let began = state.local(sits.at.time).naive_local();
    // A meeting that begins after its finish time ends on the day after.
    let day = if began.time() < finish { began.date() } else { began.date().checked_add_days(Days::new(1))? };
    let end = state.body().zone.from_local_datetime(&day.and_time(finish)).earliest()?.with_timezone(&Utc);
    let clock = finish.format("%H:%M");
    let sentence = match end - now {
        left if left <= TimeDelta::zero() => format!("The finish time, {clock}, has passed."),
        left if left <= NEAR => format!("{} to the finish time, {clock}.", minutes(left)),
        _ => return None,
    };
    of_rule(state, "finish-time", Subject::Meeting, sentence)
}

/// Whole minutes, counted up: with half a minute left it is still one.
fn minutes(left: TimeDelta) -> String {
    match (left.num_seconds() + 59) / 60 {
        1 => "1 minute is left".to_owned(),
        some => format!("{some} minutes are left"),
    }
}
