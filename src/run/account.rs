//! `quorate lint`: what a record lacks.

use std::path::Path;

use crate::meeting::findings::{Finding, Findings, Urgency, answered_in_private};
use crate::problem::Problems;

use super::outcome::{Ended, Outcome, say, shown, warn};
use super::places::RecordFiles;
use super::reading::{self, Reading, Scope, problem_of};
use super::sign;

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
        say(PRIVATE)?;
    }
    for urgency in [Urgency::Now, Urgency::Close] {
        for finding in list.iter().filter(|finding| finding.rule.urgency == urgency) {
            say(&format!("{}: {} {}\n", finding.rule.name, finding.sentence, finding.rule.remedy))?;
        }
    }
    let mut problems = troubles(&reading, &files);
    problems.extend(sign::verify(&files, reading.meeting.state(), private));
    warn(&problems);
    let clean = list.is_empty() && problems.is_empty();
    if clean {
        say("nothing is unfinished or inconsistent\n")?;
    }
    if !private {
        say(&private_left_out(&reading, record, "--private"))?;
    }
    Ok(if clean { Ended::Done } else { Ended::Problems })
}

/// A line that says that a list is not for everybody.
pub const PRIVATE: &str = "PRIVATE: this list names what was said without the public\n";

/// A line that says that private business was left out, where there was any, and with which options it is looked at.
pub fn private_left_out(reading: &Reading, record: &Path, options: &str) -> String {
    if !has_private_business(reading) {
        return String::new();
    }
    format!(
        "There was business without the public, which is not looked at here: quorate lint {} {options}\n",
        shown(record)
    )
}

/// Whether what everybody may read of a record says that there is more.
fn has_private_business(reading: &Reading) -> bool {
    reading.meeting.state().was_private() || reading.entries.iter().any(|entry| entry.redacted().is_some())
}

/// What is wrong with the files of a record.
pub fn troubles(reading: &Reading, files: &RecordFiles) -> Problems {
    let all = reading.barred.iter().chain(&reading.troubles);
    all.map(|trouble| problem_of(trouble, files.record())).collect()
}
