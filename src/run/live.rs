//! The record of a meeting that is on: what is handed over, what came back safe, and where to go when the disk fails.

use std::io;

use tokio::sync::mpsc::{self, UnboundedReceiver};

use crate::app::model::Draft as Unfinished;
use crate::app::update::Message;
use crate::app::view::{Notice, Tone};
use crate::journal::codec::{encode, encode_redaction};
use crate::journal::{Recorder, Trouble};
use crate::meeting::event::Entry;

use super::drafts::{self, DraftThread};
use super::files::{FileStore, Holder, Lock, Locked};
use super::open::rescue_files;
use super::places::{RecordFiles, data_folder, folder_of, name_of};
use super::recorder::{Flushed, RecorderThread, Report};

/// A record that is being written.
#[derive(Debug)]
pub struct Live {
    files: RecordFiles,
    /// Nothing for a record that may only be read.
    thread: Option<RecorderThread<FileStore>>,
    reports: UnboundedReceiver<Report>,
    troubles: UnboundedReceiver<Trouble>,
    drafts: DraftThread,
    lock: Option<Lock>,
    /// The files that a rescue is under way to.
    going_to: Option<RecordFiles>,
    /// What happened to the record that the meeting began in.
    happened: Option<Trouble>,
}

impl Live {
    /// Begins to write `files` with `recorder`; without one everything is only shown.
    ///
    /// It is an error if the system gives us no thread.
    pub fn start(files: RecordFiles, recorder: Option<Recorder<FileStore>>, lock: Option<Lock>) -> io::Result<Self> {
        let (sender, reports) = mpsc::unbounded_channel();
        let (teller, troubles) = mpsc::unbounded_channel();
        let thread = recorder.map(|recorder| RecorderThread::start(recorder, sender)).transpose()?;
        let drafts = DraftThread::start(teller)?;
        Ok(Self { files, thread, reports, troubles, drafts, lock, going_to: None, happened: None })
    }

    /// The record's files: the new ones after a rescue.
    pub fn files(&self) -> &RecordFiles {
        &self.files
    }

    /// Hands over an entry and returns at once. What comes back is for the clerk: it cannot be saved.
    ///
    /// Give the entries that it rewrites, as they stand from now on, with a redaction.
    pub fn record(&self, entry: &Entry, rewritten: &[Entry]) -> Option<Message> {
        let Some(thread) = &self.thread else { return Some(only_shown()) };
        let encoded = if entry.redacted().is_some() { encode_redaction(entry, rewritten) } else { encode(entry) };
        let handed = encoded.map(|entry| thread.record(entry).is_ok());
        (!handed.unwrap_or(false)).then(|| Message::Trouble { text: GONE.to_owned(), failing: true })
    }

    /// Has unfinished text kept. Returns at once.
    pub fn keep_draft(&self, unfinished: &Unfinished) {
        if self.thread.is_some() {
            self.drafts.keep(&self.files, unfinished);
        }
    }

    /// Waits for news of the disk. Never ends while there is a thread that could bring some.
    pub async fn news(&mut self) -> Vec<Message> {
        tokio::select! {
            Some(report) = self.reports.recv() => self.heard(report),
            Some(trouble) = self.troubles.recv() => vec![Message::News(warning(&trouble))],
            else => std::future::pending().await,
        }
    }

    fn heard(&mut self, report: Report) -> Vec<Message> {
        match report {
            Report::Saved { up_to } => vec![Message::Saved(up_to)],
            Report::Trouble { trouble, .. } => {
                let text = format!("NOT SAVED: {trouble} What you record is kept in memory.");
                if self.happened.is_none() {
                    self.happened = Some(trouble);
                }
                self.going_to = None;
                vec![Message::Trouble { text, failing: true }]
            }
            Report::Rescued { .. } => self.moved(),
            Report::MirrorLost(trouble) => vec![Message::News(warning(&trouble))],
        }
    }

    /// Tries to go on in the user's own folder; to be called after a failure, and again while nothing can be saved.
    pub fn rescue(&mut self) {
        if self.going_to.is_some() {
            return;
        }
        let Some(thread) = &self.thread else { return };
        let found = data_folder().and_then(|folder| rescue_files(&self.files, &folder));
        if let Some((files, stores)) = found {
            thread.rescue(stores);
            self.going_to = Some(files);
        }
    }

    fn moved(&mut self) -> Vec<Message> {
        let Some(files) = self.going_to.take() else { return Vec::new() };
        if let Locked::Ours(lock) = Lock::take(files.record(), &Holder::me()) {
            self.lock = Some(lock);
        }
        let why = self.happened.as_ref().map_or("", |trouble| trouble.what.as_str());
        let text = format!(
            "{why} The meeting goes on in '{}' in {}.",
            name_of(files.record()),
            folder_of(files.record()).display()
        );
        self.files = files;
        vec![Message::Trouble { text, failing: false }]
    }

    /// Waits until everything handed over is safe or known not to be.
    pub async fn flush(&self) -> Flushed {
        match &self.thread {
            Some(thread) => thread.flush().await.unwrap_or(Err(1)),
            None => Ok(0),
        }
    }

    /// Ends: keeps the unfinished text and lets the record go.
    pub fn end(self, unfinished: &Unfinished) -> Result<(), Trouble> {
        self.drafts.finish();
        let Some(thread) = self.thread else { return Ok(()) };
        let draft = drafts::keep(&self.files, unfinished);
        let unsaved = thread.finish()?;
        drop(self.lock);
        match unsaved.len() {
            0 => draft,
            1 => Err(Trouble::new("One entry could not be saved.", "It is lost; write it down on paper.")),
            many => Err(Trouble::new(
                format!("{many} entries could not be saved."),
                "They are lost; write them down on paper.",
            )),
        }
    }
}

const GONE: &str = "NOT SAVED: the part of the program that saves entries has failed. Export or copy the minutes now.";

fn only_shown() -> Message {
    let text = "NOT SAVED: this record may only be read here. Nothing that is typed goes into it.".to_owned();
    Message::Trouble { text, failing: true }
}

fn warning(trouble: &Trouble) -> Notice {
    Notice { text: trouble.to_string(), tone: Tone::Bad }
}
