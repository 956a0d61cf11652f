//! The thread that writes entries, so that no key ever waits for a disk.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;

use crate::journal::{Entry, Pair, Recorder, Store, Trouble};

#[cfg(test)]
mod tests;

/// What the recorder's thread has to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// Every entry up to this number is safe.
    Saved {
        /// The number of the newest safe entry.
        up_to: u64,
    },
    /// Writing failed. Everything from entry `first` on is held in memory, and so is what comes
    /// after, until a [`rescue`](RecorderThread::rescue) succeeds. Said once for each failure.
    Trouble {
        /// The number of the first entry that isn't saved.
        first: u64,
        /// What happened.
        trouble: Trouble,
    },
    /// The meeting goes on in a new record; a `Saved` for what it holds comes before this.
    Rescued {
        /// The name of the new record.
        to: String,
    },
    /// The second copy was given up. The record itself is not touched by this.
    MirrorLost(Trouble),
}

/// What came of a flush: the number of the newest safe entry, or how many entries are not safe.
pub type Flushed = Result<u64, usize>;

enum Request<S> {
    Entry(Entry),
    Flush(oneshot::Sender<Flushed>),
    Rescue(Pair<S>),
}

/// The thread that writes a record, seen from outside.
#[derive(Debug)]
pub struct RecorderThread<S> {
    requests: Sender<Request<S>>,
    thread: JoinHandle<Vec<Entry>>,
}

impl<S: Store + Send + 'static> RecorderThread<S> {
    /// Starts the thread. A trouble that the recorder has already is reported with the first entry.
    ///
    /// It is an error if the system gives us no thread.
    pub fn start(recorder: Recorder<S>, reports: UnboundedSender<Report>) -> io::Result<Self> {
        let (requests, waiting) = mpsc::channel();
        let desk = Desk { recorder, reports, unsaved: Vec::new(), told: false };
        let thread = thread::Builder::new().name("recorder".to_owned()).spawn(move || desk.serve(&waiting))?;
        Ok(RecorderThread { requests, thread })
    }

    /// Hands over an entry and returns at once. It comes back if the thread has died, in which case
    /// it can't be saved.
    pub fn record(&self, entry: Entry) -> Result<(), Box<Entry>> {
        match self.requests.send(Request::Entry(entry)) {
            Err(mpsc::SendError(Request::Entry(entry))) => Err(Box::new(entry)),
            _ => Ok(()),
        }
    }

    /// Asks for an answer when everything handed over so far is safe or known not to be. If the
    /// thread has died the answer is the receiver's error.
    pub fn flush(&self) -> oneshot::Receiver<Flushed> {
        let (answer, answered) = oneshot::channel();
        // If this fails, `answer` is dropped, and that is what the receiver sees.
        _ = self.requests.send(Request::Flush(answer));
        answered
    }

    /// After a [`Report::Trouble`]: moves everything to a new record at files that don't exist yet.
    /// Reports `Saved` and `Rescued`, or `Trouble` again. Does nothing if there is no trouble.
    pub fn rescue(&self, stores: Pair<S>) {
        // If the thread has died, the next entry or flush says so.
        _ = self.requests.send(Request::Rescue(stores));
    }

    /// Waits until all is written and the thread has ended, and gives back what could not be saved.
    ///
    /// It is an error if the thread died.
    pub fn finish(self) -> Result<Vec<Entry>, Trouble> {
        drop(self.requests);
        self.thread.join().map_err(|_| {
            Trouble::new(
                "The part of the program that saves entries has failed.",
                "Export the minutes before you leave, and report this.",
            )
        })
    }
}

/// What the thread works with.
struct Desk<S> {
    recorder: Recorder<S>,
    reports: UnboundedSender<Report>,
    /// In order, from the first that isn't safe.
    unsaved: Vec<Entry>,
    /// The trouble was reported.
    told: bool,
}

impl<S: Store> Desk<S> {
    /// Works until there is nobody left who could ask, and gives back what could not be saved.
    fn serve(mut self, requests: &Receiver<Request<S>>) -> Vec<Entry> {
        while let Ok(first) = requests.recv() {
            let mut answers = Vec::new();
            let mut rescue = None;
            for request in std::iter::once(first).chain(requests.try_iter()) {
                match request {
                    Request::Entry(entry) => self.unsaved.push(entry),
                    Request::Flush(answer) => answers.push(answer),
                    Request::Rescue(stores) => rescue = Some(stores),
                }
            }
            self.save();
            if let Some(stores) = rescue {
                self.rescue(stores);
            }
            self.answer(answers);
            if let Some(trouble) = self.recorder.copy_to_mirror() {
                self.report(Report::MirrorLost(trouble));
            }
        }
        self.unsaved
    }

    fn save(&mut self) {
        if self.unsaved.is_empty() || self.told {
            return;
        }
        match self.recorder.append(&self.unsaved) {
            Ok(_) => self.saved(),
            Err(trouble) => self.fail(trouble),
        }
    }

    fn rescue(&mut self, stores: Pair<S>) {
        if self.recorder.trouble().is_none() {
            return;
        }
        match self.recorder.rescue(stores, &self.unsaved) {
            Ok(recorder) => {
                self.recorder = recorder;
                self.told = false;
                self.saved();
                self.report(Report::Rescued { to: self.recorder.place().to_owned() });
            }
            Err(trouble) => self.fail(trouble),
        }
    }

    fn saved(&mut self) {
        self.unsaved.clear();
        self.report(Report::Saved { up_to: self.recorder.last() });
    }

    fn fail(&mut self, trouble: Trouble) {
        self.told = true;
        self.report(Report::Trouble { first: self.recorder.last() + 1, trouble });
    }

    fn answer(&self, answers: Vec<oneshot::Sender<Flushed>>) {
        let result = match self.unsaved.len() {
            0 => Ok(self.recorder.last()),
            unsaved => Err(unsaved),
        };
        for answer in answers {
            _ = answer.send(result); // whoever asked may have gone
        }
    }

    fn report(&self, report: Report) {
        _ = self.reports.send(report); // at the end of the program nobody listens any more
    }
}
