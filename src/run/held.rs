//! The records that lie beside an agenda or a plan: which meeting of the body was the last before a day.
//!
//! Public records only: what is private is nobody's business in the papers of another meeting.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::meeting::Meeting;

use super::places::RecordFiles;
use super::reading::{self, Scope};
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

/// The records of a body's meetings in a folder that are no rehearsals, by their days, from their first lines alone.
pub fn records(folder: &Path, body: &str) -> Vec<(NaiveDate, PathBuf)> {
    let of_body = meetings(folder, 0).filter(|(_, opened)| opened.body.id == body);
    let mut found: Vec<(NaiveDate, PathBuf)> = of_body.map(|(record, opened)| (opened.agenda.date, record)).collect();
    found.sort();
    found
}

/// The last meeting before `day` that began, in a folder. One whose record cannot be read is passed over: `quorate check`
/// says what is wrong with it.
pub fn last_before(folder: &Path, body: &str, day: NaiveDate) -> Option<Held> {
    let earlier = records(folder, body).into_iter().rev().filter(|(date, _)| *date < day);
    earlier.map(|(_, record)| record).find_map(|record| {
        let meeting = reading::read(&RecordFiles::at(&record), Scope::Public).ok()?.meeting;
        meeting.state().began().is_some().then_some(Held { record, meeting })
    })
}
