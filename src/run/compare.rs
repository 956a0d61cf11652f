//! `quorate compare`: what differs between the minutes and a draft that came back.
//!
//! The public file is folded afresh, as for an export; the private one is opened only for `--private`.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

use chrono::{DateTime, Utc};

use crate::app::compare::{self, Comparison, Told};
use crate::load::draft::{self, Draft, LARGEST};
use crate::meeting::event::Sitting;
use crate::meeting::stage::Stage;
use crate::meeting::state::State;
use crate::problem::Problem;
use crate::text::clean_line;

use super::account::troubles;
use super::cli::Compare;
use super::clock::Clock;
use super::open::unsigned;
use super::outcome::{Ended, Failure, Outcome, note, say, warn};
use super::papers::unreadable;
use super::places::{RecordFiles, name_of};
use super::reading::{self, Scope};

/// Carries out `quorate compare`. A difference is a reason for exit code 1.
pub fn compare(compare: &Compare) -> Outcome {
    let files = RecordFiles::at(&compare.record);
    let reading = reading::read(&files, if compare.private { Scope::Whole } else { Scope::Public })?;
    let state = reading.meeting.state().clone();
    unaltered(&files, &state)?;
    let draft = read(&compare.draft)?;
    let now = Clock::from_environment()?.now();
    let by = compare.by.as_deref().map(|by| clean_line(by).text).filter(|by| !by.is_empty());
    let told = Told { by: by.as_deref(), private: compare.private, now };
    let problems = troubles(&reading, &files);
    let found = compare::compare(reading.meeting, &draft, told).ok_or_else(|| another(&compare.draft, &state))?;
    if compare.private {
        say("PRIVATE: this list names what was said without the public\n")?;
    }
    let to_screen = compare.script.as_deref().is_some_and(|path| path == Path::new("-"));
    if !to_screen {
        say(&listed(&found, &state, &compare.draft))?;
    }
    if let Some(path) = &compare.script {
        write_script(&found, &state, now, path, compare)?;
    }
    warn(&problems);
    let clean = found.differences.is_empty() && problems.is_empty();
    Ok(if clean { Ended::Done } else { Ended::Problems })
}

/// The list with a line at its head that says how long it is.
fn listed(found: &Comparison, state: &State, draft: &Path) -> String {
    let (day, name) = (state.agenda().date.format("%-d %B %Y"), name_of(draft));
    let many = match found.differences.len() {
        0 => return format!("'{name}' says what the minutes of {day} say\n"),
        1 => "1 difference".to_owned(),
        many => format!("{many} differences"),
    };
    format!("{many} between the minutes of {day} and '{name}'\n{}", compare::list(found))
}

/// Refuses minutes that are altered by a minute of a later meeting only, and those of a meeting that still sits.
pub fn unaltered(files: &RecordFiles, state: &State) -> Result<(), Problem> {
    unsigned(files, state)?;
    let (name, day) = (name_of(files.record()), state.agenda().date.format("%-d %B %Y"));
    if state.stage() >= Stage::Approved {
        let problem =
            Problem::error(format!("the minutes of {day} are approved, so no draft of '{name}' changes them"));
        return Err(problem.hint(format!(
            "A correction is a minute of the next meeting: record it there with `minutes amended`, for {day}"
        )));
    }
    if state.sitting() != Sitting::Closed {
        let problem = Problem::error(format!("the meeting of '{name}' has not been closed, so there is no draft yet"));
        return Err(problem.hint(format!("Go on with it: `quorate run {name}`")));
    }
    Ok(())
}

/// Reads a draft. No more of it is read than may be.
pub fn read(path: &Path) -> Result<Draft, Problem> {
    let name = name_of(path);
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if about.is_dir() {
        return Err(Problem::error(format!("'{name}' is a folder, not a file")).hint("Name the draft in it"));
    }
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, &error))?;
    if bytes.len() > LARGEST {
        let limit = LARGEST / 1024 / 1024;
        let problem = Problem::error(format!("'{name}' is larger than {limit} MB, the most that is read"));
        return Err(problem.hint("Check that it is the right file"));
    }
    draft::read(&name, &bytes)
}

/// That a file is no draft of these minutes.
pub fn another(draft: &Path, state: &State) -> Problem {
    let (name, day) = (name_of(draft), state.agenda().date.format("%-d %B %Y"));
    let body = &state.body().name;
    let problem = Problem::error(format!(
        "nearly everything in '{name}' differs from the minutes of the {body} of {day}, so nothing is offered"
    ));
    problem.hint("Check that it is a draft of this meeting, and that the record is the right one")
}

fn write_script(
    found: &Comparison,
    state: &State,
    now: DateTime<Utc>,
    path: &Path,
    compare: &Compare,
) -> Result<(), Failure> {
    let text = compare::script(found, state, now);
    if path == Path::new("-") {
        return say(&text);
    }
    if path.exists() && !compare.force {
        let problem = Problem::error(format!("'{}' is there already", path.display()));
        return Err(Failure::Usage(problem.hint("Give another name for the script, or --force to replace it")));
    }
    let written = File::create(path).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| {
        let problem = Problem::error(format!("'{}' could not be written: {error}", path.display()));
        problem.hint("Check the folder, and whether its disk is full")
    })?;
    note(&format!("The script is in '{}'", path.display()));
    Ok(())
}
