//! Opening a record to go on with it, or beginning one.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::journal::codec::rescued;
use crate::journal::{Pair, Recorder, Sum, Trouble};
use crate::meeting::Meeting;
use crate::meeting::event::{Entry, Opened};
use crate::meeting::state::State;
use crate::problem::Problem;

use super::deposit::{make_folder, stores};
use super::drafts;
use super::exposure;
use super::files::{Draft, FileStore, Holder, Lock, Locked};
use super::places::{RecordFiles, data_folder, name_of};
use super::reading::{self, Scope};
use super::records::{first_line, paths};
use super::replay;

/// The folder of rescued records, in the user's own.
const RESCUED: &str = "rescued";

/// A record, open.
#[derive(Debug)]
pub struct Desk {
    /// Its files.
    pub files: RecordFiles,
    /// The meeting as recorded.
    pub meeting: Meeting,
    /// What writes to it; nothing if it may only be read.
    pub recorder: Option<Recorder<FileStore>>,
    /// The entry that begins a new record, which is still to be written.
    pub first: Option<Entry>,
    /// The text that was being typed last time.
    pub draft: Option<Draft>,
    /// What was done to open it that the clerk should know, in a sentence.
    pub done: Option<String>,
    /// What the clerk should know, most serious first.
    pub troubles: Vec<Trouble>,
    /// When the last entry was recorded, in UTC, for a record that was there already.
    pub last: Option<DateTime<Utc>>,
    /// Keeps other copies of the program off.
    pub lock: Option<Lock>,
}

/// Goes on with the record that is there.
///
/// A torn tail is cut, with a copy kept. What is damaged, made by a newer release or open in another copy is shown and
/// not written to. Fails if it cannot be read at all, or if its minutes are signed.
pub fn resume(files: RecordFiles) -> Result<Desk, Problem> {
    let (lock, held) = take_lock(&files);
    let barred_by_lock = lock.is_none() && held.as_ref().is_some_and(|(_, barred)| *barred);
    let reading = reading::read(&files, Scope::Whole)?;
    unsigned(&files, reading.meeting.state())?;
    let mut troubles: Vec<Trouble> = reading.barred.iter().cloned().collect();
    troubles.extend(held.into_iter().map(|(trouble, _)| trouble));
    let ends_in = reading.footing.map(|footing| footing.public.head);
    troubles.extend(went_on(&files, ends_in));
    troubles.extend(reading.troubles);
    let writable = reading.barred.is_none() && !barred_by_lock;
    let footing = reading.footing.filter(|_| writable);
    let recorder = footing.map(|footing| Recorder::resume(stores(&files), reading.bytes, footing));
    let (draft, trouble) = drafts::load(&files);
    troubles.extend(trouble);
    troubles.extend(exposure::of(&files, reading.meeting.state()));
    let last = reading.entries.last().map(|entry| entry.at);
    Ok(Desk { files, meeting: reading.meeting, recorder, first: None, draft, done: None, troubles, last, lock })
}

/// Refuses what is signed, with the way out.
pub fn unsigned(files: &RecordFiles, state: &State) -> Result<(), Problem> {
    let Some(signature) = state.signature() else { return Ok(()) };
    let (name, day) = (name_of(files.record()), state.agenda().date.format("%-d %B %Y"));
    let what = format!("the minutes of {day} are signed, by {}, so '{name}' is never opened again", signature.by);
    let hint = format!(
        "A correction is a minute of a later meeting: record it there with `minutes amended`, for {day}. \
         `quorate log {name}` and `quorate export {name}` still read this one"
    );
    Err(Problem::error(what).hint(hint))
}

/// Begins a record. Its first entry is still to be written.
pub fn begin(files: RecordFiles, opened: Opened, now: DateTime<Utc>, by: &str) -> Desk {
    let mut troubles = Vec::new();
    // A folder that cannot be written to hinders nothing but saving, which then goes elsewhere.
    if make_folder(&files).is_err() {
        troubles.push(Trouble::new(
            format!("The folder of '{}' cannot be made.", name_of(files.record())),
            "The record will be kept in your own folder instead.",
        ));
    }
    let (lock, held) = take_lock(&files);
    let barred = held.as_ref().is_some_and(|(_, barred)| *barred);
    troubles.extend(held.into_iter().map(|(trouble, _)| trouble));
    let (meeting, entry) = replay::begin(opened, now, by);
    troubles.extend(exposure::of(&files, meeting.state()));
    let recorder = (!barred).then(|| Recorder::begin(stores(&files)));
    Desk { files, meeting, recorder, first: Some(entry), draft: None, done: None, troubles, last: None, lock }
}

/// The lock, or why there is none and whether that bars writing.
fn take_lock(files: &RecordFiles) -> (Option<Lock>, Option<(Trouble, bool)>) {
    match Lock::take(files.record(), &Holder::me()) {
        Locked::Ours(lock) => (Some(lock), None),
        Locked::Held { trouble, .. } => (None, Some((trouble, true))),
        Locked::Unknown(trouble) => (None, Some((trouble, false))),
    }
}

/// Says that the meeting went on in a rescued record, where this is the one that could not be written any more.
fn went_on(files: &RecordFiles, head: Option<Sum>) -> Option<Trouble> {
    let folder = data_folder()?.join(RESCUED);
    let from = name_of(files.record());
    let follows = |path: &PathBuf| {
        let line = first_line(path).unwrap_or_default();
        rescued(&line).iter().any(|old| old.from == from && Some(old.head) == head)
    };
    let next = paths(&folder, 0).find(follows)?;
    Some(Trouble::new(
        format!("This meeting went on in '{}', because this record could not be written any more.", next.display()),
        "Leave this one, and open that one: from the start screen, or with `quorate run` and its name.",
    ))
}

/// Files for a rescued record in `folder`, named after the old one, of a name that is still free.
pub fn rescue_files(old: &RecordFiles, folder: &Path) -> Option<(RecordFiles, Pair<FileStore>)> {
    let folder = folder.join(RESCUED);
    fs::create_dir_all(&folder).ok()?;
    let name = |number: u32| match number {
        1 => format!("{}.record.jsonl", old.stem()),
        number => format!("{}-{number}.record.jsonl", old.stem()),
    };
    let free = |files: &RecordFiles| !files.record().exists() && !files.exempt().exists();
    let files = (1..1000).map(|number| RecordFiles::at(folder.join(name(number)))).find(free)?;
    let stores = stores(&files);
    Some((files, stores))
}
