//! The thread that keeps the unfinished text, so that no key waits for a disk.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::UnboundedSender;

use super::draft::{Draft, DraftFile};
use crate::journal::Trouble;

/// Keeps the newest draft in its file; drafts that were overtaken while the disk was busy are
/// never written.
#[derive(Debug)]
pub struct DraftKeeper {
    drafts: Sender<Option<Draft>>,
    thread: JoinHandle<()>,
}

impl DraftKeeper {
    /// Starts the thread. A trouble is told once, and again only after something was kept.
    ///
    /// It is an error if the system gives us no thread.
    pub fn start(file: DraftFile, troubles: UnboundedSender<Trouble>) -> io::Result<Self> {
        let (drafts, waiting) = mpsc::channel();
        let thread =
            thread::Builder::new().name("draft".to_owned()).spawn(move || keep_newest(&file, &waiting, &troubles))?;
        Ok(DraftKeeper { drafts, thread })
    }

    /// Keeps this draft from now on, or none, and returns at once. It comes back if the thread has
    /// died, in which case it can't be kept.
    pub fn keep(&self, draft: Option<Draft>) -> Result<(), Box<Option<Draft>>> {
        self.drafts.send(draft).map_err(|mpsc::SendError(draft)| Box::new(draft))
    }

    /// Waits until the last draft is in its file and the thread has ended.
    ///
    /// It is an error if the thread died.
    pub fn finish(self) -> Result<(), Trouble> {
        drop(self.drafts);
        self.thread.join().map_err(|_| {
            Trouble::new(
                "The part of the program that keeps unfinished text has failed.",
                "Finish or copy what you are typing before you leave, and report this.",
            )
        })
    }
}

fn keep_newest(file: &DraftFile, drafts: &Receiver<Option<Draft>>, troubles: &UnboundedSender<Trouble>) {
    let mut told = false;
    while let Ok(first) = drafts.recv() {
        let newest = drafts.try_iter().last().unwrap_or(first);
        let done = match newest {
            Some(draft) => file.save(&draft),
            None => file.clear(),
        };
        if let (Err(trouble), false) = (&done, told) {
            _ = troubles.send(trouble.clone()); // at the end of the program nobody listens
        }
        told = done.is_err();
    }
}
