//! The only clock. Everywhere else time is an argument.

use std::env;

use chrono::{DateTime, Duration, SubsecRound, Utc};

use crate::problem::Problem;

/// Names the variable that stops the clock, for tests and demonstrations: a time in RFC 3339, such as
/// `2023-07-19T13:00:00Z`.
///
/// The clock then stands at that time and moves on by one second for each key, so that the same keys give the same
/// record on every machine, however fast it is. A number of milliseconds behind the time, as in
/// `2023-07-19T13:00:00Z 1500`, is how far it moves instead, so that a meeting can last as long as it did. A paste is
/// one key.
pub const VARIABLE: &str = "QUORATE_CLOCK";

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's.
    Machine,
    /// One that moves when a key is pressed.
    Keys {
        /// Its time, in UTC.
        now: DateTime<Utc>,
        /// How far it moves with each key.
        step: Duration,
    },
}

impl Clock {
    /// The clock that the environment asks for. Fails for a variable that holds no time.
    pub fn from_environment() -> Result<Self, Problem> {
        match env::var(VARIABLE) {
            Ok(text) => Self::stopped(&text),
            Err(_) => Ok(Self::Machine),
        }
    }

    fn stopped(text: &str) -> Result<Self, Problem> {
        let (time, step) = text.split_once(' ').unwrap_or((text, "1000"));
        let now = DateTime::parse_from_rfc3339(time).ok();
        let step = step.parse().ok().map(|step: u32| Duration::milliseconds(step.into()));
        let (Some(now), Some(step)) = (now, step) else {
            let what = format!("{VARIABLE} is set to '{text}', which is not a time");
            return Err(Problem::error(what).hint("Set it to a time such as 2023-07-19T13:00:00Z, or take it away"));
        };
        Ok(Self::Keys { now: now.to_utc(), step })
    }

    /// The time now, in UTC, to the millisecond: finer parts would only make records longer.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[allow(clippy::disallowed_methods, reason = "this is the clock")]
            Self::Machine => Utc::now().trunc_subsecs(3),
            Self::Keys { now, .. } => *now,
        }
    }

    /// Notes that a key was pressed, and gives the time at which it was.
    pub fn key(&mut self) -> DateTime<Utc> {
        if let Self::Keys { now, step } = self {
            *now += *step;
        }
        self.now()
    }

    /// Whether it is the machine's, so that it moves by itself.
    pub fn runs(&self) -> bool {
        matches!(self, Self::Machine)
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn a_stopped_clock_moves_a_second_for_each_key() {
        let mut clock = Clock::stopped("2023-07-19T14:00:00+01:00").unwrap();
        assert_eq!(clock.now().to_rfc3339(), "2023-07-19T13:00:00+00:00");
        assert_eq!(clock.key(), clock.now());
        assert_eq!(clock.key().to_rfc3339(), "2023-07-19T13:00:02+00:00");
        assert!(!clock.runs());
    }

    #[test]
    fn how_far_it_moves_can_be_told() {
        let mut clock = Clock::stopped("2023-07-19T13:00:00Z 1500").unwrap();
        assert_eq!(clock.key().timestamp_subsec_millis(), 500);
        assert_eq!(clock.key().to_rfc3339(), "2023-07-19T13:00:03+00:00");
    }

    #[test]
    fn what_is_not_a_time_is_refused_by_name() {
        for wrong in ["teatime", "2023-07-19T13:00:00Z soon", "2023-07-19T13:00:00Z -5", ""] {
            let problem = Clock::stopped(wrong).unwrap_err();
            assert!(problem.to_string().contains(&format!("'{wrong}'")), "{problem}");
        }
    }
}
