//! Writing a whole record at once, for a script that was played: every entry goes through the recorder's thread, and
//! success waits until none is unsaved.

use std::fs;
use std::io;
use std::path::Path;

use tokio::sync::mpsc::{self, UnboundedReceiver};

use crate::journal::codec::{encode, encode_redaction};
use crate::journal::{Pair, Recorder, Trouble};
use crate::meeting::event::Entry;
use crate::problem::Problem;

use super::files::{Access, FileStore, Holder, Lock, Locked};
use super::hook::{Countdown, Mortal, mortal};
use super::papers::unreadable;
use super::places::{RecordFiles, folder_of, name_of};
use super::reading::problem_of;
use super::recorder::{RecorderThread, Report};
use super::records::first_line;

/// A new record that is being written.
#[derive(Debug)]
pub struct Deposit {
    files: RecordFiles,
    /// Everything handed over, as it stands in the record.
    written: Vec<Entry>,
    thread: RecorderThread<Mortal<FileStore>>,
    reports: UnboundedReceiver<Report>,
    /// Held so that no other copy writes there.
    _lock: Option<Lock>,
}

impl Deposit {
    /// Begins a record at `files`, in place of one that is there if `force`.
    ///
    /// Fails if there is one otherwise, or if another copy of the program has it open.
    pub fn begin(files: RecordFiles, force: bool, countdown: &Countdown) -> Result<Self, Problem> {
        vacant(&files, force)?;
        make_folder(&files)?;
        let lock = match Lock::take(files.record(), &Holder::me()) {
            Locked::Ours(lock) => Some(lock),
            Locked::Held { trouble, .. } => return Err(problem_of(&trouble, files.record())),
            // What hinders the lock hinders the record as well, and is said then.
            Locked::Unknown(_) => None,
        };
        clear(&files)?;
        let stores = mortal(stores(&files), countdown);
        let (sender, reports) = mpsc::unbounded_channel();
        let thread = RecorderThread::start(Recorder::begin(stores), sender).map_err(|error| no_thread(&error))?;
        Ok(Self { files, written: Vec::new(), thread, reports, _lock: lock })
    }

    /// Hands over entries and waits until they are safe; gives the number of the newest safe one.
    pub fn save(&mut self, entries: &[Entry]) -> Result<u64, Problem> {
        for entry in entries {
            let rewritten = self.rewrite(entry);
            let encoded = if entry.redacted().is_some() { encode_redaction(entry, &rewritten) } else { encode(entry) };
            let encoded = encoded.map_err(|error| unspelt(entry.n, &error))?;
            self.written.push(entry.clone());
            // If the thread has died the flush says so.
            _ = self.thread.record(encoded);
        }
        let flushed = self.thread.flush().blocking_recv();
        if let Ok(Ok(up_to)) = flushed {
            return Ok(up_to);
        }
        Err(problem_of(&self.trouble(), self.files.record()))
    }

    /// Takes what a redaction withholds out of the entries so far, and gives those.
    fn rewrite(&mut self, redaction: &Entry) -> Vec<Entry> {
        let mut rewritten = Vec::new();
        if redaction.redacted().is_none() {
            return rewritten;
        }
        for entry in &mut self.written {
            if let Some(after) = entry.after(redaction) {
                entry.clone_from(&after);
                rewritten.push(after);
            }
        }
        rewritten
    }

    /// What the thread said was wrong.
    fn trouble(&mut self) -> Trouble {
        while let Ok(report) = self.reports.try_recv() {
            if let Report::Trouble { trouble, .. } = report {
                return trouble;
            }
        }
        Trouble::new("The record could not be written.", "Try again with another --record FILE.")
    }
}

/// The stores of a record's two files.
pub fn stores(files: &RecordFiles) -> Pair<FileStore> {
    Pair::new(FileStore::new(files.record(), Access::Shared), FileStore::new(files.exempt(), Access::OwnerOnly))
}

/// Makes the folder of a record, if it is not there.
pub fn make_folder(files: &RecordFiles) -> Result<(), Problem> {
    let folder = folder_of(files.record());
    fs::create_dir_all(folder).map_err(|error| {
        let trouble = Trouble::from_io("make the folder", &folder.display().to_string(), &error);
        problem_of(&trouble, files.record())
    })
}

/// Whether a new record may be written there.
pub fn vacant(files: &RecordFiles, force: bool) -> Result<(), Problem> {
    if name_of(files.record()).ends_with(".exempt.jsonl") {
        let problem = Problem::error(format!("'{}' is the name of a private file", files.record().display()));
        return Err(problem.hint("Choose another name, such as one that ends in .record.jsonl"));
    }
    let taken = [files.record().to_owned(), files.exempt()].into_iter().find(|path| path.exists());
    if let Some(taken) = &taken
        && !may_be_record(taken)
    {
        let problem = Problem::error(format!("'{}' is there and is not a record", taken.display()));
        return Err(problem.hint("Choose another name, such as one that ends in .record.jsonl"));
    }
    match taken {
        Some(taken) if !force => {
            let problem = Problem::error(format!("there is a record already: '{}'", taken.display()));
            Err(problem.hint("Choose another name, or give --force to replace it"))
        }
        _ => Ok(()),
    }
}

/// Whether what is there may be a record's file, however damaged: nothing else is ever replaced by one, even by force.
fn may_be_record(path: &Path) -> bool {
    path.is_file()
        && (path.extension().is_some_and(|ending| ending == "jsonl")
            || first_line(path).is_some_and(|line| line.starts_with(b"{\"n\":")))
}

/// Removes the files of a record that is to be replaced.
fn clear(files: &RecordFiles) -> Result<(), Problem> {
    for path in [files.record().to_owned(), files.exempt(), files.draft(), files.private_draft()] {
        match fs::remove_file(&path) {
            Err(error) if !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Err(unreadable(&path, &error));
            }
            _ => {}
        }
    }
    Ok(())
}

fn no_thread(error: &io::Error) -> Problem {
    let problem = Problem::error(format!("the system has no thread left to save entries with: {error}"));
    problem.hint("Close other programs and try again")
}

fn unspelt(n: u64, error: &serde_json::Error) -> Problem {
    Problem::error(format!("entry {n} could not be turned into text ({error}), which is a mistake in the program"))
        .hint("Please report this")
}
