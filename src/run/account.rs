//! `quorate lint` and `quorate log`: what a record lacks, and what it holds.

use std::path::Path;

use crate::app::describe::describe;
use crate::meeting::event::{Entry, Event};
use crate::meeting::findings::{Findings, Urgency};
use crate::meeting::state::State;
use crate::problem::Problems;

use super::outcome::{Ended, Failure, Outcome, say, warn};
use super::places::RecordFiles;
use super::reading::{self, Reading, Scope, problem_of};

/// Carries out `quorate lint`: the closing list of what everybody may read. Something on it is a reason for exit code 1.
/// What is private is on the closing list of the meeting's own screen.
pub fn lint(record: &Path) -> Outcome {
    let files = RecordFiles::at(record);
    let reading = reading::read(&files, Scope::Public)?;
    let findings = Findings::of(reading.meeting.state());
    let ordered = || findings.in_order(reading.meeting.state());
    for urgency in [Urgency::Now, Urgency::Close] {
        for finding in ordered().filter(|finding| finding.rule.urgency == urgency) {
            say(&format!("{}: {} {}\n", finding.rule.name, finding.sentence, finding.rule.remedy))?;
        }
    }
    let problems = troubles(&reading, &files);
    warn(&problems);
    if findings.total() == 0 && problems.is_empty() {
        say("nothing is unfinished or inconsistent\n")?;
        return Ok(Ended::Done);
    }
    Ok(Ended::Problems)
}

/// Carries out `quorate log`: a line for each entry of the record. What was said in private is left out.
pub fn log(record: &Path) -> Outcome {
    let files = RecordFiles::at(record);
    let reading = reading::read(&files, Scope::Public)?;
    let undone = undone(&reading.entries);
    for entry in &reading.entries {
        say_entry(reading.meeting.state(), entry, undone.contains(&entry.n))?;
    }
    let problems = troubles(&reading, &files);
    warn(&problems);
    Ok(if problems.is_empty() { Ended::Done } else { Ended::Problems })
}

fn troubles(reading: &Reading, files: &RecordFiles) -> Problems {
    let all = reading.barred.iter().chain(&reading.troubles);
    all.map(|trouble| problem_of(trouble, files.record())).collect()
}

/// The entries that are undone in the end.
fn undone(entries: &[Entry]) -> Vec<u64> {
    let mut undone = Vec::new();
    for entry in entries {
        match entry.public.as_slice() {
            [Event::Undone { entry }] => undone.push(*entry),
            [Event::Redone { entry }] => undone.retain(|other| other != entry),
            _ => {}
        }
    }
    undone
}

fn say_entry(state: &State, entry: &Entry, undone: bool) -> Result<(), Failure> {
    let time = state.local(entry.happened()).format("%H:%M:%S");
    let mark = if undone { " (undone)" } else { "" };
    let said = if entry.public.is_empty() { "something private".to_owned() } else { describe(state, entry) };
    say(&format!("{:>5}  {time}  {}  {said}{mark}\n", entry.n, entry.by))
}
