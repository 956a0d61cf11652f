//! Every record of a folder, for the registers. Only what everybody may read: the private files stay shut.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::problem::{Problem, Problems};
use crate::text::fold;

use super::outcome::{Failure, shown};
use super::places::{RecordFiles, is_record};
use super::reading::{self, Scope, problem_of};
use super::records::{self, DEPTH, Listed};

/// What came of reading the records of a folder.
#[derive(Debug)]
pub struct Gathered<T> {
    /// What was taken of each meeting that could be read whole, in the order of the names of the records.
    pub found: Vec<T>,
    /// What is wrong with the others, and with the folder.
    pub problems: Problems,
}

/// Reads every record in `folder` and in the folders below it, and takes of each meeting what `take` makes of it; a meeting
/// is let go of as soon as that is done. Rehearsals are passed over, and so are records that cannot be read whole, which
/// are told.
///
/// Fails where there is no such folder, or no record in it.
pub fn gather<T: Send>(
    folder: &Path,
    take: impl Fn(&Path, &State, &Style) -> T + Sync,
) -> Result<Gathered<T>, Problem> {
    let paths = records(folder)?;
    let next = AtomicUsize::new(0);
    let styles = Styles::default();
    let work = || {
        let mut done = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(place) else { return done };
            done.push((place, one(path, &styles, &take)));
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from).min(paths.len());
    let mut read: Vec<(usize, One<T>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let own = work();
        // A worker that failed has nothing to give; its panic is told by the hook.
        own.into_iter().chain(others.into_iter().filter_map(|other| other.join().ok()).flatten()).collect()
    });
    read.sort_by_key(|(place, _)| *place);
    let mut gathered = Gathered { found: Vec::new(), problems: Problems::new() };
    for (_, One { taken, problems }) in read {
        gathered.found.extend(taken);
        gathered.problems.extend(problems);
    }
    Ok(gathered)
}

/// What came of one record.
struct One<T> {
    taken: Option<T>,
    problems: Problems,
}

fn one<T>(path: &Path, styles: &Styles, take: &impl Fn(&Path, &State, &Style) -> T) -> One<T> {
    if Listed::at(path.to_owned()).practice() {
        return One { taken: None, problems: Problems::new() };
    }
    let reading = match reading::read(&RecordFiles::at(path), Scope::Public) {
        Ok(reading) => reading,
        Err(problem) => return One { taken: None, problems: named(problem, path).into() },
    };
    let told = reading.troubles.iter().chain(&reading.barred);
    let problems: Problems = told.map(|trouble| named(problem_of(trouble, path), path)).collect();
    let state = reading.meeting.state();
    One { taken: reading.barred.is_none().then(|| take(path, state, &styles.of(state))), problems }
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

/// The records in a folder and below it, in the order of their names.
fn records(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let name = shown(folder);
    if is_record(folder) && folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    if !folder.is_dir() {
        let problem = Problem::error(format!("'{name}' is not a folder"));
        return Err(problem.hint("Name the folder with the records of the body"));
    }
    let found: Vec<PathBuf> = records::paths(folder, DEPTH).collect();
    if found.is_empty() {
        let problem = Problem::error(format!("there is no record of a meeting in '{name}'"));
        return Err(problem.hint("Name the folder with files that end in .record.jsonl"));
    }
    Ok(found)
}

/// Only what is of the bodies with `wanted` in their name; all where nothing is wanted. Fails where there is none.
pub fn of_body<T>(found: Vec<T>, wanted: Option<&str>, name: impl Fn(&T) -> &String) -> Result<Vec<T>, Failure> {
    let Some(wanted) = wanted.map(fold) else { return Ok(found) };
    if !found.iter().any(|one| fold(name(one)).contains(&wanted)) {
        let names: BTreeSet<&str> = found.iter().map(|one| name(one).as_str()).collect();
        return Err(Failure::Usage(no_such_body(&names.into_iter().collect::<Vec<_>>())));
    }
    Ok(found.into_iter().filter(|one| fold(name(one)).contains(&wanted)).collect())
}

/// That a body which was asked for has no meetings, where those of others are there.
pub fn no_such_body(others: &[&str]) -> Problem {
    let problem = Problem::error("there are no meetings of that body");
    problem.hint(format!("The folder has those of: {}", others.join(", ")))
}
