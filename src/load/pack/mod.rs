//! Published agenda packs, read from their text.
//!
//! A pack is what a council publishes before a meeting: the agenda, the last minutes, a report behind each item, and the
//! plan of meetings to come. [`decode()`] makes text of its bytes; [`import`] reads the text and writes the agenda's file, and
//! the body's where there is none. Nothing is invented: what was not found is a gap, marked in the file and listed.
//!
//! # How a pack is read
//!
//! ```text
//! text -> lines (pages, tags, bullets off) -> furniture (headers and footers off), web (what a listing adds off), abreast, centred (columns and rows in
//!         the order in which they are read)
//!      -> parts (front, minutes, reports, plan) -> grid, series (columns and numbers made plain)
//!      -> front (items, lists of people) or listed -> head; minutes; report; plan -> gather -> write, write_body -> checked
//! ```
//!
//! Every value carries its line and how [`Sure`] it is. All readers go through their lines once, and every list has an end,
//! so that a text of any length is read in time that grows with it.

mod abreast;
mod actions;
mod attended;
mod begins;
mod cells;
mod centred;
mod days;
mod decode;
mod derive;
mod findings;
mod found;
mod front;
mod furniture;
mod gather;
mod grid;
mod head;
mod item;
mod lines;
mod listed;
mod minutes;
mod names;
mod parts;
mod people;
mod pieces;
mod place;
mod plan;
mod planned;
mod promised;
mod quorum;
mod ranks;
mod recorded;
mod report;
mod review;
mod roll;
mod seats;
mod series;
mod served;
mod signs;
mod standing;
mod summons;
mod supplement;
mod titles;
mod told;
mod web;
mod write;
mod write_body;
mod years;

use chrono::{NaiveDate, NaiveTime};

use super::BodyFile;
use crate::meeting::plan::Plan;
use crate::problem::{Problem, Problems};

pub use decode::{Decoded, LARGEST, decode};
pub use found::{Finding, Found, Sure};
pub use names::Answer;
pub use recorded::Last;
pub use years::odd_years;

/// What is known before a pack is read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Given<'a> {
    /// What the pack is called, for the remark at the head of its agenda.
    pub file: &'a str,
    /// The body's file, if it has one.
    pub known: Option<&'a BodyFile>,
    /// What the body's file beside the agenda is called, where that is not `body.toml`.
    pub beside: Option<&'a str>,
    /// The body's name, where the pack does not say it.
    pub body: Option<&'a str>,
    /// The day of the meeting, where the pack does not say it.
    pub date: Option<NaiveDate>,
    /// The time of day it begins, in the body's time zone, where the pack does not say it.
    pub time: Option<NaiveTime>,
    /// Who is meant by names that are spelt otherwise than in the body's file.
    pub answers: &'a [Answer],
    /// The last meeting of the body that was recorded before this one.
    pub last: Option<&'a Last>,
    /// The body's forward plan, where it has one.
    pub plan: Option<&'a Plan>,
}

/// The files made of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The text of `body.toml`; nothing where the body has its file.
    pub body: Option<String>,
    /// The name of the agenda's file: "2023-07-19.toml".
    pub name: String,
    /// The text of the agenda.
    pub agenda: String,
}

/// A pack that was read, of which files can be made.
#[derive(Debug)]
pub struct Reading {
    pack: gather::Pack,
    /// Years that cannot be meant.
    odd: Vec<Finding>,
}

/// Reads a pack. Of what is given the body, its name, the day and the time have a say in it.
pub fn read(text: &str, given: &Given<'_>) -> Reading {
    Reading { pack: gather::gather(text, given), odd: odd_years(text) }
}

impl Reading {
    /// The day of the meeting that the pack is for, as far as it or what was given says.
    pub fn day(&self) -> Option<NaiveDate> {
        self.pack.head.date.as_ref().map(|found| found.value)
    }

    /// Writes the files. What was found and what was not comes back in any case.
    ///
    /// Fails as [`import`] does.
    pub fn import(&self, given: &Given<'_>) -> (Result<Imported, Problem>, Vec<Finding>) {
        let mut pack = self.pack.clone();
        recorded::settle(&mut pack, given);
        standing::add(&mut pack);
        written(&pack, given, &self.odd)
    }
}

/// Reads a pack and writes its files. What was found and what was not comes back in any case.
///
/// Fails where the text holds no agenda and no report for an item of one, or does not say which body meets or on which day.
/// The files that come back have been read again and have no errors.
pub fn import(text: &str, given: &Given<'_>) -> (Result<Imported, Problem>, Vec<Finding>) {
    read(text, given).import(given)
}

fn written(pack: &gather::Pack, given: &Given<'_>, odd: &[Finding]) -> (Result<Imported, Problem>, Vec<Finding>) {
    let mut findings = findings::findings(pack);
    findings.extend(odd.iter().cloned());
    let questions = given.known.map(|known| names::compare(pack, &known.body, given.answers)).unwrap_or_default();
    findings.extend(questions.iter().cloned());
    if pack.items.is_empty() {
        let problem = Problem::error(format!("there is no agenda in '{}'", given.file));
        return (Err(problem.hint("Check that it is the text of an agenda pack; nothing was written")), findings);
    }
    let Some(date) = pack.head.date.as_ref().map(|found| found.value) else {
        let problem = Problem::error("the day of the meeting was not found in the pack");
        return (Err(problem.hint("Give it with --date 2023-07-19; nothing was written")), findings);
    };
    if pack.head.body.is_none() {
        let problem = Problem::error("the name of the body was not found in the pack");
        return (
            Err(problem.hint(
                "Give it with --name \"Planning Committee\", or the body's file with --body; nothing was written",
            )),
            findings,
        );
    }
    let body = if given.known.is_none() { write_body::body(pack) } else { None };
    let name = format!("{date}.toml");
    let mut problems = Problems::new();
    for plain in [false, true] {
        let Some(agenda) = write::agenda(pack, given, &questions, plain) else { continue };
        problems = check(given, body.as_deref(), &name, &agenda);
        if !problems.has_errors() {
            if plain {
                findings.push(Finding::gap("some of what was found could not be written in a sound file; the agenda has titles and pages alone"));
            }
            return (Ok(Imported { body, name, agenda }), findings);
        }
    }
    let first = problems.iter().next().map_or_else(String::new, |problem| problem.what.clone());
    let problem = Problem::error(format!("no sound agenda could be made of the pack: {first}"));
    (Err(problem.hint("Make the agenda with `quorate new`; nothing was written")), findings)
}

/// What reading the files again will say.
fn check(given: &Given<'_>, body: Option<&str>, name: &str, agenda: &str) -> Problems {
    let (made, mut problems) = match body {
        Some(text) => super::body("body.toml", text),
        None => (None, Problems::new()),
    };
    if let Some(file) = made.as_ref().or(given.known) {
        problems.extend(super::agenda(name, agenda, file).1);
    }
    problems
}
