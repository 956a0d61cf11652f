//! Reading a record: from the bytes of its files to the meeting.

use std::fs;
use std::io;
use std::path::Path;

use crate::journal::codec::{Newer, decode};
use crate::journal::{self, Footing, Pair, Tail, Trouble, whole_lines};
use crate::meeting::Meeting;
use crate::meeting::event::{Entry, Event};
use crate::problem::Problem;

use super::papers::read_record;
use super::places::{RecordFiles, name_of};

/// A record as far as it can be read.
#[derive(Debug)]
pub struct Reading {
    /// The meeting.
    pub meeting: Meeting,
    /// Every entry, undone ones too.
    pub entries: Vec<Entry>,
    /// What the clerk should know about the files, most serious first.
    pub troubles: Vec<Trouble>,
    /// Why nothing may be written to it, if so.
    pub barred: Option<Trouble>,
    /// What came behind the first bad byte of the record and is not in the meeting.
    pub cut_short: bool,
    /// Where writing may go on.
    pub footing: Option<Footing>,
    /// What the files hold.
    pub bytes: Pair<Vec<u8>>,
}

impl Reading {
    /// The sum of an entry of the record.
    pub fn sum_of(&self, entry: u64) -> Option<String> {
        let opened = journal::read(&self.bytes.public, None);
        opened.public.lines.iter().find(|line| line.n == entry).map(|line| line.sum.to_string())
    }
}

/// Whether the private file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The record alone; the private file stays shut.
    Public,
    /// Both files.
    Whole,
}

/// Reads a record; nothing is changed.
///
/// Fails if it is not there, may not be read, or has no meeting in it. Of a damaged one, or one that a newer release
/// wrote, comes what can be understood.
pub fn read(files: &RecordFiles, scope: Scope) -> Result<Reading, Problem> {
    let public = read_record(files.record())?;
    let private = match scope {
        Scope::Public => None,
        Scope::Whole => Some(bytes_if_there(&files.exempt())?),
    };
    let name = name_of(files.record());
    // Somebody may be writing to it just now: then the last line is not finished yet, which is no trouble.
    let whole = if scope == Scope::Public { whole_lines(&public) } else { &public };
    let opened = journal::read(whole, private.as_deref());
    let exempt = opened.private.as_ref().map_or(&[][..], |exempt| &exempt.chain.lines);
    let decoded = decode(&opened.public.lines, exempt);
    let damaged = matches!(opened.public.tail, Tail::Damaged { .. });
    let barred = match &decoded.newer {
        Some(newer) => Some(made_by_newer(newer)),
        None if damaged => Some(only_read(&name)),
        None => None,
    };
    let meeting = fold(&decoded.entries).ok_or_else(|| not_a_record(files.record(), &opened.troubles()))?;
    let (troubles, footing) = (opened.troubles(), opened.footing());
    drop(opened);
    let bytes = Pair::new(public, private.unwrap_or_default());
    Ok(Reading { meeting, entries: decoded.entries, troubles, barred, cut_short: damaged, footing, bytes })
}

/// The meeting that entries add up to; nothing if they do not begin with one.
pub fn fold(entries: &[Entry]) -> Option<Meeting> {
    let [Event::Opened(opened)] = entries.first()?.public.as_slice() else { return None };
    let mut meeting = Meeting::new(opened.as_ref().clone());
    for entry in entries {
        meeting.apply(entry);
    }
    Some(meeting)
}

/// A trouble as a problem of `file`.
pub fn problem_of(trouble: &Trouble, file: &Path) -> Problem {
    let problem = Problem::error(trouble.what.clone()).hint(trouble.hint.clone());
    match trouble.line {
        Some(line) => problem.at(crate::problem::Place { file: file.display().to_string(), line, column: 1 }),
        None => problem,
    }
}

fn bytes_if_there(path: &Path) -> Result<Vec<u8>, Problem> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        _ => read_record(path),
    }
}

fn made_by_newer(newer: &Newer) -> Trouble {
    let Newer { entry, what } = newer;
    Trouble::new(
        format!(
            "This record was made by a newer quorate: entry {entry} holds {what}, which this release does not know."
        ),
        "It can be read and exported as far as it is understood. Install the newer release to go on with it.",
    )
}

fn only_read(name: &str) -> Trouble {
    Trouble::new(
        format!("'{name}' is damaged, so nothing is written to it."),
        "It can be read and exported as far as it is whole. Put back an undamaged copy to go on with it.",
    )
}

fn not_a_record(path: &Path, troubles: &[Trouble]) -> Problem {
    if let Some(trouble) = troubles.first() {
        return problem_of(trouble, path);
    }
    let problem = Problem::error(format!("'{}' is not the record of a meeting", path.display()));
    problem.hint("Name a file that ends in .record.jsonl")
}
