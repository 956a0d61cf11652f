//! Scripts: a meeting as a file of command lines, each with its time. A public language.
//!
//! ```text
//! quorate script 1
//! date 2023-07-19
//! 14:00 call-to-order
//! 14:01 point <<
//! Several lines of text,
//! up to a stop on a line of its own.
//! .
//! at 14:00 arrive Tyler
//! ```
//!
//! Times are those of the body's zone and do not run backwards; `at` says that something happened earlier than it is
//! recorded. Blank lines and lines that begin with `#` say nothing. Text is the rest of the line.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use chrono_tz::Tz;

use crate::app::clock;
use crate::app::command;
use crate::app::session::{Ran, Request, Session, Stop};
use crate::meeting::command::When;
use crate::meeting::event::Entry;
use crate::problem::{Excerpt, Place, Problem, Problems};

/// The first line of a script.
pub const FIRST_LINE: &str = "quorate script 1";

/// A script, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// What it does, in order.
    pub steps: Vec<Step>,
}

/// One command line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its line in the file, from 1.
    pub line: usize,
    /// When it is recorded, in UTC.
    pub now: DateTime<Utc>,
    /// The command line.
    pub command: String,
}

/// Where a script stopped.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct ScriptStop {
    /// The line, from 1.
    pub line: usize,
    /// Why: a sentence or two.
    pub reason: String,
}

/// Reads a script for a meeting on `date` in `zone`. All problems are found at once; `file` is its name in them.
pub fn parse(file: &str, text: &str, date: NaiveDate, zone: Tz) -> (Script, Problems) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader { file, date, zone, time: None, script: Script::default(), problems: Problems::new() };
    let mut lines = (1..).zip(text.lines());
    match lines.next() {
        Some((_, first)) if first.trim_end() == FIRST_LINE => {}
        first => {
            let hint = format!("Begin it with the line “{FIRST_LINE}”");
            reader.problem(1, first.map_or("", |(_, line)| line), "This is not a script of this release", hint);
            return (reader.script, reader.problems);
        }
    }
    while let Some((number, line)) = lines.next() {
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let Some(opening) = trimmed.strip_suffix("<<") else {
            reader.line(number, line, trimmed);
            continue;
        };
        if let Some(text) = text_until_stop(&mut lines) {
            reader.line(number, line, &format!("{}\n{text}", opening.trim_end()));
        } else {
            let hint = "End it with a line that holds nothing but a full stop";
            reader.problem(number, line, "The text that begins here with “<<” does not end", hint);
        }
    }
    (reader.script, reader.problems)
}

fn text_until_stop<'a>(lines: &mut impl Iterator<Item = (usize, &'a str)>) -> Option<String> {
    let mut text = Vec::new();
    loop {
        match lines.next()?.1.trim_end() {
            "." => return Some(text.join("\n")),
            line => text.push(line),
        }
    }
}

struct Reader<'a> {
    file: &'a str,
    date: NaiveDate,
    zone: Tz,
    time: Option<NaiveTime>,
    script: Script,
    problems: Problems,
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &str, text: &str) {
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        match first {
            "date" => self.day(number, line, rest.trim()),
            "at" => match self.time {
                Some(_) => self.step(number, line, text),
                None => self.problem(
                    number,
                    line,
                    "Nothing says when this is recorded",
                    "Put a line with its time before it",
                ),
            },
            _ => match clock::time(first) {
                Some(time) if rest.trim().is_empty() => {
                    let what = format!("Nothing stands after {}", time.format("%H:%M"));
                    self.problem(number, line, what, "Write a command after the time");
                }
                Some(time) => self.timed(number, line, time, rest.trim_start()),
                None => {
                    let what = format!("“{first}” is not a time of day");
                    self.problem(number, line, what, "Begin the line with when it happened, such as 14:05");
                }
            },
        }
    }

    fn day(&mut self, number: usize, line: &str, text: &str) {
        match clock::day(text) {
            Some(date) if date < self.date && self.time.is_some() => {
                self.problem(number, line, "The day is before the one so far", "Days of a script run forwards");
            }
            Some(date) => {
                self.time = self.time.filter(|_| date == self.date);
                self.date = date;
            }
            None => self.problem(number, line, format!("“{text}” is not a day"), "Write it as 2023-07-19"),
        }
    }

    fn timed(&mut self, number: usize, line: &str, time: NaiveTime, command: &str) {
        if let Some(before) = self.time.filter(|before| time < *before) {
            let what =
                format!("{} is before {}, the time of an earlier line", time.format("%H:%M"), before.format("%H:%M"));
            let hint = format!(
                "For what happened earlier write “at {} {}”",
                time.format("%H:%M"),
                crate::text::cut(command, 40)
            );
            self.problem(number, line, what, hint);
            return;
        }
        self.time = Some(time);
        self.step(number, line, command);
    }

    fn step(&mut self, number: usize, line: &str, text: &str) {
        let time = self.time.unwrap_or_default();
        match clock::moment(self.zone, NaiveDateTime::new(self.date, time)) {
            Err(refusal) => self.problem(number, line, refusal.what, refusal.hint),
            Ok(now) => match command::find(text) {
                Err(refusal) => self.problem(number, line, refusal.what, refusal.hint),
                Ok(_) => self.script.steps.push(Step { line: number, now, command: text.to_owned() }),
            },
        }
    }

    fn problem(&mut self, number: usize, line: &str, what: impl Into<String>, hint: impl Into<String>) {
        let line = crate::text::cut(line.trim_end(), 200).into_owned();
        let place = Place { file: self.file.to_owned(), line: number, column: 1 };
        let excerpt = Excerpt { marked: 0..line.len(), line };
        self.problems.push(Problem::error(what).hint(hint).at(place).excerpt(excerpt));
    }
}

/// Plays a script, and returns what it recorded.
///
/// What only a screen can do is passed over; `quit` ends the script.
///
/// # Errors
///
/// The first refusal or unanswered question stops it. The session then holds what came before, which is not to be kept.
pub fn play(session: &mut Session, script: &Script) -> Result<Vec<Entry>, ScriptStop> {
    Ok(played(session, script)?.into_iter().flatten().collect())
}

/// The same, step by step.
///
/// # Errors
///
/// As [`play`].
pub fn played(session: &mut Session, script: &Script) -> Result<Vec<Vec<Entry>>, ScriptStop> {
    let mut steps = Vec::new();
    for step in &script.steps {
        let stop = |reason: String| ScriptStop { line: step.line, reason };
        let Ran { entries: recorded, request, .. } =
            session.run(&step.command, When::now(step.now)).map_err(|reason: Stop| stop(reason.to_string()))?;
        steps.push(recorded);
        match request {
            Some(Request::Quit) => break,
            Some(request) if request.is_outside() => {
                return Err(stop(
                    "A script writes no files. Use “quorate export” on the record that it makes.".to_owned(),
                ));
            }
            _ => {}
        }
    }
    Ok(steps)
}

#[cfg(test)]
mod tests;
