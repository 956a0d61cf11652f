//! Entries on their way to the files: numbered, chained and spelled.

use std::io;

use super::line::{self, Entry, Rescued};
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
}

impl Batch {
    /// An empty one, behind lines with these sums and this number.
    pub(super) fn new(heads: Pair<Sum>, last: u64) -> Self {
        Batch { bytes: Pair::default(), heads, last }
    }

    /// Adds one entry. If it begins the record, it takes the note.
    pub(super) fn add(&mut self, entry: &Entry, note: Option<&Rescued>) -> Result<(), Trouble> {
        if self.last.checked_add(1) != Some(entry.n) {
            return Err(out_of_order(self.last, entry.n));
        }
        let private = if entry.exempt.is_empty() { None } else { Some(self.add_exempt(entry)?) };
        let body = line::public_body(entry, private).map_err(|error| unspelt(&error))?;
        let note = note.filter(|_| self.bytes.public.is_empty());
        self.push(&body, note)?;
        self.last = entry.n;
        Ok(())
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
