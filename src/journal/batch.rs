//! Entries on their way to the files: numbered, chained and spelled.

use std::io;

use super::line::{self, Entry, Names, Redaction, Rescued};
use super::store::Pair;
use super::sum::Sum;
use super::trouble::Trouble;

/// What is to be written at once.
pub(super) struct Batch {
    /// The bytes for each file.
    pub(super) bytes: Pair<Vec<u8>>,
    /// The sum of the last line of each.
    pub(super) heads: Pair<Sum>,
    /// The number of the last entry.
    pub(super) last: u64,
    /// Whether the public bytes are the whole record, which takes the place of the one that is there.
    pub(super) whole: bool,
    /// The record as it was before each redaction that is to be kept, with the redaction's number.
    pub(super) old: Vec<(u64, Vec<u8>)>,
}

impl Batch {
    /// An empty one, behind lines with these sums and this number.
    pub(super) fn new(heads: Pair<Sum>, last: u64) -> Self {
        Batch { bytes: Pair::default(), heads, last, whole: false, old: Vec::new() }
    }

    /// Makes it the whole record, of which these are the lines so far: a redaction rewrites them all.
    pub(super) fn of_whole(mut self, lines: &[u8]) -> Self {
        self.bytes.public = lines.to_vec();
        self.whole = true;
        self
    }

    /// Adds one entry. If it begins the record, it takes the note.
    pub(super) fn add(&mut self, entry: &Entry, note: Option<&Rescued>) -> Result<(), Trouble> {
        if self.last.checked_add(1) != Some(entry.n) {
            return Err(out_of_order(self.last, entry.n));
        }
        let private = if entry.exempt.is_empty() { None } else { Some(self.add_exempt(entry)?) };
        let redacted = entry.redaction.as_ref().map(|redaction| self.redact(entry.n, redaction)).transpose()?;
        let body = line::public_body(entry, Names { private, redacted }).map_err(|error| unspelt(&error))?;
        let note = note.filter(|_| self.bytes.public.is_empty());
        self.push(&body, note)?;
        self.last = entry.n;
        Ok(())
    }

    /// Rewrites the lines so far without the redacted words, and gives the sum that the last of them had.
    fn redact(&mut self, n: u64, redaction: &Redaction) -> Result<Sum, Trouble> {
        let old = std::mem::take(&mut self.bytes.public);
        let head = std::mem::replace(&mut self.heads.public, Sum::RECORD);
        for line in old.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let body = line::Shape::of(line).map_or(line, |shape| shape.body);
            let events = line::number_of(body).and_then(|n| redaction.lines.get(&n));
            let new = events.map(|events| line::with_events(body, events)).transpose();
            let new = new.map_err(|error| unspelt(&error))?;
            self.push(new.as_deref().unwrap_or(body), None)?;
        }
        if redaction.keep {
            self.old.push((n, old));
        }
        Ok(head)
    }

    fn add_exempt(&mut self, entry: &Entry) -> Result<Sum, Trouble> {
        let body = line::exempt_body(entry).map_err(|error| unspelt(&error))?;
        let sum = line::write(&mut self.bytes.private, self.heads.private, &body);
        self.heads.private = sum;
        Ok(sum)
    }

    /// Adds the lines of another record, of which the first takes the note.
    pub(super) fn rechain(&mut self, lines: &[u8], note: &Rescued) -> Result<(), Trouble> {
        let mut note = Some(note);
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let body = line::Shape::of(line).map_or(line, |shape| shape.body);
            self.push(body, note.take())?;
        }
        Ok(())
    }

    fn push(&mut self, body: &[u8], note: Option<&Rescued>) -> Result<(), Trouble> {
        let noted = note.map(|note| line::with_rescued(body, note)).transpose();
        let noted = noted.map_err(|error| unspelt(&error))?;
        let body = noted.as_deref().unwrap_or(body);
        self.heads.public = line::write(&mut self.bytes.public, self.heads.public, body);
        Ok(())
    }
}

fn out_of_order(last: u64, n: u64) -> Trouble {
    Trouble::new(
        format!("Entry {n} came to be saved after entry {last}, which is a mistake in the program."),
        "It is still held in memory. Go on in a new record, and report this.",
    )
}

fn unspelt(error: &io::Error) -> Trouble {
    Trouble::new(
        format!("An entry could not be turned into text (\"{error}\"), which is a mistake in the program."),
        "It is still held in memory. Export the minutes now, and report this.",
    )
}
