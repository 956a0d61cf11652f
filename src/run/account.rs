//! `quorate lint` and `quorate log`: what a record lacks, and what it holds.

use std::path::Path;

use crate::app::describe::describe;
use crate::meeting::event::{Entry, Event};
use crate::meeting::findings::{Finding, Findings, Urgency, answered_in_private};
use crate::meeting::state::State;
use crate::problem::Problems;

use super::outcome::{Ended, Failure, Outcome, say, shown, warn};
use super::places::RecordFiles;
use super::reading::{self, Reading, Scope, problem_of};

/// Carries out `quorate lint`: the closing list. Something on it is a reason for exit code 1.
///
/// It is that of what everybody may read, unless the `private` part is asked for. What only the private part could
/// answer is left out of the public list, and a line says that there is such business and how to ask for it.
pub fn lint(record: &Path, private: bool) -> Outcome {
    let files = RecordFiles::at(record);
    let reading = reading::read(&files, if private { Scope::Whole } else { Scope::Public })?;
    let state = reading.meeting.state();
    let findings = Findings::of(state);
    let told = |finding: &&Finding| private || !answered_in_private(state, finding);
    let list: Vec<&Finding> = findings.in_order(state).filter(told).collect();
    if private {
        say("PRIVATE: this list names what was said without the public\n")?;
    }
    for urgency in [Urgency::Now, Urgency::Close] {
        for finding in list.iter().filter(|finding| finding.rule.urgency == urgency) {
            say(&format!("{}: {} {}\n", finding.rule.name, finding.sentence, finding.rule.remedy))?;
        }
    }
    let problems = troubles(&reading, &files);
    warn(&problems);
    let clean = list.is_empty() && problems.is_empty();
    if clean {
        say("nothing is unfinished or inconsistent\n")?;
    }
    if !private && has_private_business(&reading) {
        say(&format!(
            "There was business without the public, which is not looked at here: quorate lint {} --private\n",
            shown(record)
        ))?;
    }
    Ok(if clean { Ended::Done } else { Ended::Problems })
}

/// Whether what everybody may read of a record says that there is more.
fn has_private_business(reading: &Reading) -> bool {
    reading.meeting.state().was_private() || reading.entries.iter().any(|entry| entry.redacted().is_some())
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
