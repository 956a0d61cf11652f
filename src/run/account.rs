//! `quorate lint`: what a record lacks.

use std::path::Path;

use crate::meeting::findings::{Findings, Urgency};
use crate::problem::Problems;

use super::outcome::{Ended, Outcome, say, warn};
use super::places::RecordFiles;
use super::reading::{self, Reading, Scope, problem_of};
use super::sign;

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
    let mut problems = troubles(&reading, &files);
    problems.extend(sign::verify(&files, reading.meeting.state()));
    warn(&problems);
    if findings.total() == 0 && problems.is_empty() {
        say("nothing is unfinished or inconsistent\n")?;
        return Ok(Ended::Done);
    }
    Ok(Ended::Problems)
}

/// What is wrong with the files of a record.
pub fn troubles(reading: &Reading, files: &RecordFiles) -> Problems {
    let all = reading.barred.iter().chain(&reading.troubles);
    all.map(|trouble| problem_of(trouble, files.record())).collect()
}
