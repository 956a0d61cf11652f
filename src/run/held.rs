//! The records that lie beside an agenda or a plan: which meeting of the body was the last before a day.
//!
//! Public records only: what is private is nobody's business in the papers of another meeting.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use crate::meeting::Meeting;
use crate::meeting::event::{Entry, Opened};

use super::places::RecordFiles;
use super::reading::{self, Reading, Scope};
use super::records::meetings;

/// A meeting that was held.
#[derive(Debug)]
pub struct Held {
    /// Its record.
    pub record: PathBuf,
    /// The meeting, as everybody may read it.
    pub meeting: Meeting,
}

impl Held {
    /// Its day.
    pub fn date(&self) -> NaiveDate {
        self.meeting.state().agenda().date
    }
}

/// The records of a body's meetings in a folder that are no rehearsals, by when their agendas say that they begin, from
/// their first lines alone.
pub fn records(folder: &Path, body: &str) -> Vec<(NaiveDateTime, PathBuf)> {
    let of_body = meetings(folder, 0).filter(|(_, opened)| opened.body.id == body);
    let begins = |opened: &Opened| opened.agenda.date.and_time(opened.agenda.time);
    let mut found: Vec<(NaiveDateTime, PathBuf)> = of_body.map(|(record, opened)| (begins(&opened), record)).collect();
    found.sort();
    found
}

/// The meeting of a record with its entries, if it began and can be read.
pub fn read(record: PathBuf) -> Option<(Held, Vec<Entry>)> {
    let Reading { meeting, entries, .. } = reading::read(&RecordFiles::at(&record), Scope::Public).ok()?;
    meeting.state().began().is_some().then_some((Held { record, meeting }, entries))
}

/// The last meeting before `day` that began, in a folder. One whose record cannot be read is passed over: `quorate check`
/// says what is wrong with it.
pub fn last_before(folder: &Path, body: &str, day: NaiveDate) -> Option<Held> {
    let earlier = records(folder, body).into_iter().rev().filter(|(when, _)| when.date() < day);
    earlier.map(|(_, record)| record).find_map(|record| Some(read(record)?.0))
}
