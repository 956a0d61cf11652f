//! How far a long piece of work has come, said on one line of the terminal that is gone when the work is done.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crossterm::cursor::MoveToColumn;
use crossterm::queue;
use crossterm::terminal::{Clear, ClearType};

use crate::text::harmless_line;

/// Work that takes less is done before anybody could read about it.
const QUIET: Duration = Duration::from_millis(400);
/// How often the line changes.
const BEAT: Duration = Duration::from_millis(100);

/// Progress of one piece of work, where somebody sees it.
pub(super) struct Progress {
    what: String,
    total: usize,
    began: Instant,
    said: Option<Duration>,
    seen: bool,
}

impl Progress {
    /// Progress of work of about `total` steps. It is said only where errors go to a terminal.
    #[expect(clippy::disallowed_methods, reason = "how long something takes, not what time it is")]
    pub(super) fn of(what: String, total: usize) -> Self {
        Self { what, total, began: Instant::now(), said: None, seen: io::stderr().is_terminal() }
    }

    /// `done` steps are done.
    pub(super) fn reached(&mut self, done: usize) {
        let elapsed = self.began.elapsed();
        if !self.seen || !due(elapsed, self.said) {
            return;
        }
        self.said = Some(elapsed);
        let mut out = io::stderr().lock();
        // Nothing depends on its being read.
        _ = queue!(out, MoveToColumn(0), Clear(ClearType::UntilNewLine));
        _ = write!(out, "{}", line(&self.what, done, self.total));
        _ = out.flush();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.said.is_some() {
            let mut out = io::stderr().lock();
            _ = queue!(out, MoveToColumn(0), Clear(ClearType::UntilNewLine));
            _ = out.flush();
        }
    }
}

/// Whether something is to be said after `elapsed`, when something was said at `said`.
fn due(elapsed: Duration, said: Option<Duration>) -> bool {
    elapsed >= said.map_or(QUIET, |said| said + BEAT)
}

/// What is said. The total is an estimate, so the end is never told before it is there.
fn line(what: &str, done: usize, total: usize) -> String {
    let percent = done.saturating_mul(100).checked_div(total).unwrap_or(0).min(99);
    format!("{}: {percent}% written …", harmless_line(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quickly_done_is_not_talked_about() {
        let after = Duration::from_millis;
        assert!(!due(after(399), None) && due(after(400), None));
        assert!(!due(after(499), Some(after(400))) && due(after(500), Some(after(400))));
    }

    #[test]
    fn the_end_is_never_told_before_it_is_there() {
        for (done, total, wanted) in [(0, 10, "0%"), (5, 10, "50%"), (10, 10, "99%"), (30, 10, "99%"), (3, 0, "0%")] {
            assert_eq!(line("minutes-docx", done, total), format!("minutes-docx: {wanted} written …"));
        }
        assert_eq!(line("a\u{1b}[2Jb", 0, 1).matches('\u{1b}').count(), 0);
    }
}
