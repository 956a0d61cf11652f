//! A meeting: its state, and the way back.

use super::apply::{Before, Stamp};
use super::event::{Entry, Event, Opened};
use super::state::{State, Timed};

/// A live entry, with what it touched.
#[derive(Clone, Debug)]
struct Done {
    entry: Entry,
    before: Vec<Before>,
}

/// A meeting as recorded so far.
///
/// Entries are applied in order. Undoing takes back the newest live entry whole; redoing does the newest undone one
/// again; any other entry ends redoing.
#[derive(Clone, Debug)]
pub struct Meeting {
    state: State,
    done: Vec<Done>,
    undone: Vec<Entry>,
    /// Undone entries that can't be done again. Their words are in the record all the same.
    dropped: Vec<Entry>,
    last: u64,
}

impl Meeting {
    /// A meeting that begins with `opened` as entry 1.
    pub fn new(opened: Opened) -> Self {
        Self { state: State::new(opened), done: Vec::new(), undone: Vec::new(), dropped: Vec::new(), last: 1 }
    }

    /// The meeting as it stands.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The number of the next entry.
    pub fn next(&self) -> u64 {
        self.last + 1
    }

    /// The newest entry that can be undone.
    pub fn undoable(&self) -> Option<&Entry> {
        self.done.last().map(|done| &done.entry)
    }

    /// The entry that can be done again.
    pub fn redoable(&self) -> Option<&Entry> {
        self.undone.last()
    }

    /// The live entries, newest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.done.iter().rev().map(|done| &done.entry)
    }

    /// Applies an entry. Total: whatever cannot be applied changes nothing.
    pub fn apply(&mut self, entry: &Entry) {
        self.last = self.last.max(entry.n);
        self.state.times.push(Timed { n: entry.n, happened: entry.happened(), set_back: entry.when.is_some() });
        match entry.public.as_slice() {
            [Event::Opened(_)] => {}
            [Event::Undone { entry: undone }] => self.take_back(*undone),
            [Event::Redone { entry: redone }] => self.do_again(*redone),
            _ => {
                self.dropped.append(&mut self.undone);
                self.redact(entry);
                self.run(entry.clone());
            }
        }
    }

    fn run(&mut self, entry: Entry) {
        let when = entry.happened();
        let mut before = Vec::new();
        for (id, audience, event) in entry.events() {
            let stamp = Stamp { id, when, audience };
            before.extend(self.state.apply(stamp, event));
        }
        self.done.push(Done { entry, before });
    }

    /// Every entry that recorded something, undone ones too.
    pub(super) fn recorded(&self) -> impl Iterator<Item = &Entry> {
        self.done.iter().map(|done| &done.entry).chain(&self.undone).chain(&self.dropped)
    }

    /// Takes the words that `redaction` withholds out of what is public of every entry here.
    fn redact(&mut self, redaction: &Entry) {
        let Some(events) = redaction.redacted() else { return };
        let done = self.done.iter_mut().map(|done| &mut done.entry);
        for entry in done.chain(&mut self.undone).chain(&mut self.dropped) {
            entry.withhold(redaction);
        }
        self.state.make_private(events);
    }

    fn take_back(&mut self, n: u64) {
        if let Some(done) = self.done.pop_if(|done| done.entry.n == n) {
            for before in done.before.into_iter().rev() {
                self.state.restore(before);
            }
            self.undone.push(done.entry);
        }
    }

    fn do_again(&mut self, n: u64) {
        if let Some(entry) = self.undone.pop_if(|entry| entry.n == n) {
            self.run(entry);
        }
    }
}
