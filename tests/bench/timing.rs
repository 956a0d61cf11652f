//! Measuring.

use std::time::{Duration, Instant};

/// How long `work` takes, and what it gives.
#[allow(clippy::disallowed_methods, reason = "a benchmark is the one place outside the program that must read a clock")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// Durations of one thing, measured again and again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Samples(Vec<Duration>);

impl Samples {
    /// Measures `work` once more.
    pub(crate) fn take<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (time, done) = timed(work);
        self.0.push(time);
        done
    }

    /// The middle one: what is usual, whatever else the machine did meanwhile.
    pub(crate) fn median(&self) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }
}
