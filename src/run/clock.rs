//! The only clock. Everywhere else time is an argument.

use std::env;

use chrono::{DateTime, Duration, SubsecRound, Utc};

use crate::problem::Problem;

/// Names the variable that stops the clock, for tests and demonstrations: a time in RFC 3339, such as
/// `2023-07-19T13:00:00Z`.
///
/// The clock then stands at that time and moves on by one second for each key, so that the same keys give the same
/// record on every machine, however fast it is.
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
        let now = DateTime::parse_from_rfc3339(text).map_err(|_| {
            let what = format!("{VARIABLE} is set to '{text}', which is not a time");
            Problem::error(what).hint("Set it to a time such as 2023-07-19T13:00:00Z, or take it away")
        })?;
        Ok(Self::Keys { now: now.to_utc() })
    }

    /// The time now, in UTC, to the millisecond: finer parts would only make records longer.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[allow(clippy::disallowed_methods, reason = "this is the clock")]
            Self::Machine => Utc::now().trunc_subsecs(3),
            Self::Keys { now } => *now,
        }
    }

    /// Notes that a key was pressed, and gives the time at which it was.
    pub fn key(&mut self) -> DateTime<Utc> {
        if let Self::Keys { now } = self {
            *now += Duration::seconds(1);
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
    fn what_is_not_a_time_is_refused_by_name() {
        let problem = Clock::stopped("teatime").unwrap_err();
        assert!(problem.to_string().contains("'teatime'"), "{problem}");
    }
}
