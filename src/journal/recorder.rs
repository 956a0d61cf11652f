//! Adding entries to a record so that they survive whatever happens next.

use std::io;

use super::batch::Batch;
use super::line::{Entry, Rescued};
use super::mirror::Mirror;
use super::open::{Foot, Footing};
use super::store::{Pair, Store};
use super::sum::Sum;
use super::trouble::Trouble;

/// Adds entries to a record.
///
/// It keeps all bytes of the record in memory: they are what a rescue starts from, which must not
/// depend on reading a disk that has just failed. (A meeting is a megabyte or so.)
///
/// After the first trouble it never writes again; [`rescue`](Recorder::rescue) makes a new one.
#[derive(Debug)]
pub struct Recorder<S> {
    public: Track<S>,
    /// Nothing if the private file is there and damaged, or may not be opened.
    private: Option<Track<S>>,
    last: u64,
    trouble: Option<Trouble>,
    mirror: Option<Mirror<S>>,
}

impl<S: Store> Recorder<S> {
    /// Begins a record that doesn't exist yet. Nothing is written before the first entry.
    pub fn begin(stores: Pair<S>) -> Self {
        Self::resume(stores, Pair::default(), Footing::NEW)
    }

    /// Goes on with a record whose files held `bytes`, on the footing found in them.
    ///
    /// Torn tails and leftovers are set aside and cut. What was read is synced once more, because
    /// the program that wrote it may have been stopped before it could. If any of this fails the
    /// recorder is made all the same, with [`trouble`](Self::trouble), and can be rescued.
    pub fn resume(stores: Pair<S>, bytes: Pair<Vec<u8>>, footing: Footing) -> Self {
        let (public, mut trouble) = Track::seal(stores.public, bytes.public, footing.public);
        let private = footing.private.map(|foot| {
            let (private, failed) = Track::seal(stores.private, bytes.private, foot);
            trouble = trouble.take().or(failed);
            private
        });
        Recorder { public, private, last: footing.public.last, trouble, mirror: None }
    }

    /// The number of the last entry that is safe; 0 if there is none.
    pub fn last(&self) -> u64 {
        self.last
    }

    /// The sum of the last line that is safe.
    pub fn head(&self) -> Sum {
        self.public.head
    }

    /// Why it writes no more.
    pub fn trouble(&self) -> Option<&Trouble> {
        self.trouble.as_ref()
    }

    /// The name by which the clerk knows the record.
    pub fn place(&self) -> &str {
        self.public.store.place()
    }

    /// Writes these entries, syncs each file once, and returns the number of the last safe entry.
    ///
    /// On an error none of them counts as saved: hand them all to [`rescue`](Self::rescue).
    pub fn append(&mut self, entries: &[Entry]) -> Result<u64, Trouble> {
        if let Some(trouble) = &self.trouble {
            return Err(trouble.clone());
        }
        let done = self.try_append(entries);
        if let Err(trouble) = &done {
            self.trouble = Some(trouble.clone());
        }
        done.map(|()| self.last)
    }

    fn try_append(&mut self, entries: &[Entry]) -> Result<(), Trouble> {
        if entries.is_empty() {
            return Ok(());
        }
        let exempt = self.private.as_ref().map_or(Sum::EXEMPT, |private| private.head);
        let mut batch = Batch::new(Pair::new(self.public.head, exempt), self.last);
        if entries.iter().any(|entry| entry.redaction.is_some()) {
            batch = batch.of_whole(&self.public.kept);
        }
        for entry in entries {
            batch.add(entry, None)?;
        }
        self.write(&batch)
    }

    /// Writes a batch, the private file first: no stub may ever stand in the record without the
    /// line that it names.
    fn write(&mut self, batch: &Batch) -> Result<(), Trouble> {
        self.public.unchanged()?;
        if !batch.bytes.private.is_empty() {
            let private = self.private.as_mut().ok_or_else(|| closed(self.public.store.place()))?;
            private.unchanged()?;
            private.write(&batch.bytes.private)?;
        }
        for (n, old) in &batch.old {
            let private = self.private.as_mut().ok_or_else(|| closed(self.public.store.place()))?;
            let kept = private.store.keep_old(*n, old);
            private.name(kept, "keep the record as it was beside")?;
        }
        if batch.whole {
            self.public.replace(&batch.bytes.public, batch.heads.public)?;
            self.mirror.iter_mut().for_each(Mirror::rewritten);
        } else {
            self.public.write(&batch.bytes.public)?;
            self.public.settle(&batch.bytes.public, batch.heads.public);
        }
        if let Some(private) = &mut self.private {
            private.settle(&batch.bytes.private, batch.heads.private);
        }
        self.last = batch.last;
        Ok(())
    }

    /// Makes a new record of everything that is safe in this one and of the `unsaved` entries, and
    /// goes on there. Its first entry says that it was rescued, and from where.
    ///
    /// The new files must not exist yet. Numbers and contents stay as they are; the sums are new,
    /// since entry 1 is. If it fails, it can be tried again with other new files.
    pub fn rescue<T: Store>(&self, stores: Pair<T>, unsaved: &[Entry]) -> Result<Recorder<T>, Trouble> {
        let mut rescued = Recorder::begin(stores);
        if let Some(trouble) = rescued.trouble {
            return Err(trouble);
        }
        let note = Rescued { from: self.place().to_owned(), head: self.head() };
        let exempt = self.private.as_ref().map_or(Sum::EXEMPT, |private| private.head);
        let mut batch = Batch::new(Pair::new(Sum::RECORD, exempt), self.last);
        batch.rechain(&self.public.kept, &note)?;
        if let Some(private) = &self.private {
            // Its chain doesn't depend on the record's, so the stubs stay true.
            batch.bytes.private.extend_from_slice(&private.kept);
        }
        for entry in unsaved {
            batch.add(entry, Some(&note))?;
        }
        rescued.write(&batch)?;
        Ok(rescued)
    }

    /// Keeps a second copy from now on, brought up to date by [`copy_to_mirror`](Self::copy_to_mirror).
    pub fn attach_mirror(&mut self, stores: Pair<S>) {
        self.mirror = Some(Mirror::new(stores));
    }

    /// Brings the second copy up to date, if there is one. After the first trouble it is given up.
    pub fn copy_to_mirror(&mut self) -> Option<Trouble> {
        let private = self.private.as_ref().map_or(&[][..], |private| &private.kept);
        let done = self.mirror.as_mut()?.catch_up(Pair::new(&self.public.kept, private));
        let trouble = done.err()?;
        self.mirror = None;
        Some(trouble)
    }
}

/// One file: where it is, what is safe in it, and the sum of its last line.
#[derive(Debug)]
struct Track<S> {
    store: S,
    kept: Vec<u8>,
    head: Sum,
}

impl<S: Store> Track<S> {
    /// Makes the end of a file fit to be written behind.
    fn seal(store: S, mut bytes: Vec<u8>, foot: Foot) -> (Self, Option<Trouble>) {
        let torn = bytes.split_off(foot.len.min(bytes.len()));
        let mut track = Track { store, kept: bytes, head: foot.head };
        let trouble = track.cut(&torn).err();
        (track, trouble)
    }

    fn cut(&mut self, torn: &[u8]) -> Result<(), Trouble> {
        let whole = self.kept.len() + torn.len();
        self.length_is(whole)?;
        if !torn.is_empty() {
            let kept = self.store.set_aside(torn);
            self.name(kept, "keep a copy of the torn end of")?;
            let cut = self.store.truncate(to_u64(self.kept.len()));
            self.name(cut, "cut the torn end off")?;
        }
        if whole > 0 {
            let synced = self.store.sync();
            self.name(synced, "make safe what is in")?;
        }
        Ok(())
    }

    /// Whether the file still is as long as we left it.
    fn unchanged(&mut self) -> Result<(), Trouble> {
        self.length_is(self.kept.len())
    }

    fn length_is(&mut self, expected: usize) -> Result<(), Trouble> {
        let length = self.store.length();
        if self.name(length, "look at")? == to_u64(expected) {
            return Ok(());
        }
        Err(Trouble::new(
            format!("Another program has written to '{}'.", self.store.place()),
            "Nothing was written over. Find out which program it was, and open the file again.",
        ))
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        let written = self.store.append(bytes);
        self.name(written, "write to")?;
        let synced = self.store.sync();
        self.name(synced, "make safe what was written to")
    }

    /// Puts these bytes, up to the line with this sum, in place of everything in the file.
    fn replace(&mut self, bytes: &[u8], head: Sum) -> Result<(), Trouble> {
        let replaced = self.store.replace(bytes);
        self.name(replaced, "replace")?;
        (self.kept, self.head) = (bytes.to_vec(), head);
        Ok(())
    }

    /// Counts these bytes, up to the line with this sum, as safe.
    fn settle(&mut self, bytes: &[u8], head: Sum) {
        self.kept.extend_from_slice(bytes);
        self.head = head;
    }

    fn name<T>(&self, result: io::Result<T>, doing: &str) -> Result<T, Trouble> {
        result.map_err(|error| Trouble::from_io(doing, self.store.place(), &error))
    }
}

fn to_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

fn closed(place: &str) -> Trouble {
    Trouble::new(
        format!(
            "The private file beside '{place}' is damaged or was not opened, so nothing private can be added to it."
        ),
        "Put back an undamaged copy, or go on in a new record.",
    )
}
