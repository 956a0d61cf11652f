//! Every record of a folder, for the registers. Only what everybody may read: the private files stay shut.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use chrono::NaiveDate;

use crate::meeting::event::Entry;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::problem::{Problem, Problems};
use crate::register::{self, Named};

use super::outcome::{Failure, shown};
use super::places::{RecordFiles, is_record};
use super::reading::{self, Scope, problem_of};
use super::records::{self, Walked};

/// What came of reading the records of a folder.
#[derive(Debug)]
pub struct Gathered<T> {
    /// What was taken of each meeting that could be read whole, in the order of the names of the records.
    pub found: Vec<T>,
    /// What is wrong with the others, and with the folder.
    pub problems: Problems,
}

/// A record that was read whole.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// The meeting, as everybody may read it.
    pub state: &'a State,
    /// Its house style.
    pub style: &'a Style,
    /// Everything that was recorded.
    pub entries: &'a [Entry],
}

impl Whole<'_> {
    /// Which meeting it is.
    pub fn of(&self) -> Of {
        let (body, date) = (self.state.body(), self.state.agenda().date);
        Of { key: body.id.clone(), name: body.name.clone(), date }
    }
}

/// A meeting of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Of {
    /// The body's key.
    pub key: String,
    /// The body's name at that time.
    pub name: String,
    /// The day.
    pub date: NaiveDate,
}

/// Reads every record in `folder` and in the folders below it, and takes of each meeting what `take` makes of it; a meeting
/// is let go of as soon as that is done. Rehearsals are passed over, and so are copies of a record, and records that
/// cannot be read whole; the last two are told, and so is a folder that cannot be opened.
///
/// Fails where there is no such folder, or no record in it.
pub fn gather<T: Send>(folder: &Path, take: impl Fn(&Whole<'_>) -> T + Sync) -> Result<Gathered<T>, Problem> {
    let Walked { records, mut problems } = records(folder)?;
    let next = AtomicUsize::new(0);
    let styles = Styles::default();
    let work = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = records.get(place) else { return done };
            done.push((place, one(path, &styles, &take)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(records.len());
    let mut read: Vec<(usize, One<T>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let own = work();
        // A worker that failed has nothing to give; its panic is told by the hook.
        own.into_iter().chain(others.into_iter().filter_map(|other| other.join().ok()).flatten()).collect()
    });
    read.sort_by_key(|(place, _)| *place);
    let mut found = Vec::new();
    for (_, One { taken, problems: more }) in read {
        found.extend(taken);
        problems.extend(more);
    }
    Ok(Gathered { found, problems })
}

/// What came of one record.
struct One<T> {
    taken: Option<T>,
    problems: Problems,
}

fn one<T>(path: &Path, styles: &Styles, take: &impl Fn(&Whole<'_>) -> T) -> One<T> {
    let reading = match reading::read(&RecordFiles::at(path), Scope::Public) {
        Ok(reading) => reading,
        Err(problem) => return One { taken: None, problems: named(problem, path).into() },
    };
    let told = reading.troubles.iter().chain(&reading.barred);
    let problems: Problems = told.map(|trouble| named(problem_of(trouble, path), path)).collect();
    let state = reading.meeting.state();
    let whole = Whole { state, style: &styles.of(state), entries: &reading.entries };
    One { taken: reading.barred.is_none().then(|| take(&whole)), problems }
}

/// A problem that says which record it is of.
fn named(problem: Problem, path: &Path) -> Problem {
    let name = shown(path);
    if problem.place.is_some() || problem.what.contains(&name) {
        return problem;
    }
    Problem { what: format!("'{name}' was passed over: {}", problem.what), ..problem }
}

/// House styles already read: the meetings of a body mostly have the same.
#[derive(Default)]
struct Styles(Mutex<HashMap<String, Arc<Style>>>);

impl Styles {
    fn of(&self, state: &State) -> Arc<Style> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(style) = known().get(state.style()) {
            return Arc::clone(style);
        }
        let style = Arc::new(Style::read("the record's house style", state.style()).0);
        known().insert(state.style().to_owned(), Arc::clone(&style));
        style
    }
}

/// The records in a folder and below it that are no rehearsals and no copies, in the order of their names.
fn records(folder: &Path) -> Result<Walked, Problem> {
    let name = shown(folder);
    if is_record(folder) && folder.is_file() {
        return Ok(Walked { records: vec![folder.to_owned()], problems: Problems::new() });
    }
    if !folder.is_dir() {
        let problem = Problem::error(format!("'{name}' is not a folder"));
        return Err(problem.hint("Name the folder with the records of the body"));
    }
    let walked = records::walked(folder);
    if walked.records.is_empty() && walked.problems.is_empty() {
        let problem = Problem::error(format!("there is no record of a meeting in '{name}'"));
        return Err(problem.hint("Name the folder with files that end in .record.jsonl"));
    }
    Ok(records::distinct(walked))
}

/// Only what is of the bodies with `wanted` in their key or in a name that they had; all where nothing is wanted. Fails
/// where there is none.
pub fn of_body<T>(found: Vec<T>, wanted: Option<&str>, of: impl Fn(&T) -> &Of) -> Result<Vec<T>, Failure> {
    let Some(wanted) = wanted else { return Ok(found) };
    let known = found.iter().map(&of).map(|of| (of.key.as_str(), of.name.as_str(), of.date));
    let (asked, others): (Vec<Named>, Vec<Named>) =
        register::bodies(known).into_iter().partition(|body| body.is_asked_for(wanted));
    if asked.is_empty() {
        let names: Vec<&str> = others.iter().map(|body| body.name.as_str()).collect();
        return Err(Failure::Usage(no_such_body(&names)));
    }
    Ok(found.into_iter().filter(|one| asked.iter().any(|body| body.key == of(one).key)).collect())
}

/// That a body which was asked for has no meetings, where those of others are there.
pub fn no_such_body(others: &[&str]) -> Problem {
    let problem = Problem::error("there are no meetings of that body");
    problem.hint(format!("The folder has those of: {}", others.join(", ")))
}
