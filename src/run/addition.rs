//! One entry more in a record that is not open on a screen.

use crate::app::session::Session;
use crate::journal::codec::encode;
use crate::meeting::command::{Command, When};
use crate::meeting::event::Entry;
use crate::meeting::state::State;
use crate::problem::Problem;

use super::clock::Clock;
use super::conduct::mirrored;
use super::config::Config;
use super::open::{self, Desk};
use super::outcome::{Failure, warn};
use super::places::RecordFiles;
use super::reading::problem_of;

/// A record that is open, to which nothing else is written until this is dropped.
#[derive(Debug)]
pub struct Addition {
    desk: Desk,
    when: When,
    by: String,
}

impl Addition {
    /// Opens a record as a screen would, in the name of `by`.
    ///
    /// Fails where it cannot be read or nothing may be written to it.
    pub fn to(files: RecordFiles, by: String) -> Result<Self, Failure> {
        let record = files.record().to_owned();
        let now = Clock::from_environment()?.now();
        let desk = open::resume(files)?;
        if desk.recorder.is_some() {
            return Ok(Self { desk, when: When::now(now), by });
        }
        let trouble = desk.troubles.first().map(|trouble| problem_of(trouble, &record));
        Err(trouble.unwrap_or_else(|| Problem::error(format!("'{}' cannot be written to", record.display()))).into())
    }

    /// The meeting as recorded.
    pub fn state(&self) -> &State {
        self.desk.meeting.state()
    }

    /// The number and the sum of the record's last entry.
    pub fn head(&self) -> Option<(u64, String)> {
        self.desk.recorder.as_ref().map(|recorder| (recorder.last(), recorder.head().to_string()))
    }

    /// What `command` would come to.
    pub fn draft(&self, command: &Command) -> Result<Entry, Failure> {
        let mut session = Session::new(self.desk.meeting.clone(), self.by.as_str());
        let ran = session.record(command, self.when).map_err(|refusal| {
            Problem::error(refusal.what.trim_end_matches('.').to_owned()).hint(refusal.hint.trim_end_matches('.'))
        })?;
        let entry = ran.entries.into_iter().next();
        entry.ok_or_else(|| Problem::error("there was nothing to record").into())
    }

    /// Records `command`, and gives its entry's number when it is safe.
    pub fn record(mut self, command: &Command) -> Result<u64, Failure> {
        let entry = self.draft(command)?;
        let encoded = encode(&entry).map_err(|error| {
            Problem::error(format!("entry {} could not be turned into text ({error})", entry.n))
                .hint("Please report this")
        })?;
        let record = self.desk.files.record().to_owned();
        let Some(recorder) = self.desk.recorder.take() else { return Ok(0) };
        let mut recorder = mirrored(recorder, &Config::of_user().0, &self.state().body().id, &self.desk.files);
        let n = recorder.append(&[encoded]).map_err(|trouble| problem_of(&trouble, &record))?;
        if let Some(trouble) = recorder.copy_to_mirror() {
            // The record itself is safe.
            warn(&problem_of(&trouble, &record).into());
        }
        Ok(n)
    }
}
