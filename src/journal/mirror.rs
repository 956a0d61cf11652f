//! A second copy of a record on another disk, best effort.

use std::io;

use super::line::Shape;
use super::store::{Pair, Store};
use super::sum::LENGTH;
use super::trouble::Trouble;

/// Stands for how much of a file is there where it has to be replaced.
const STALE: usize = usize::MAX;

/// A second copy of a record: always byte for byte a beginning of it.
#[derive(Debug)]
pub(super) struct Mirror<S> {
    stores: Pair<S>,
    /// How much of each file is there; not known before the first look.
    copied: Option<Pair<usize>>,
}

impl<S: Store> Mirror<S> {
    pub(super) fn new(stores: Pair<S>) -> Self {
        Mirror { stores, copied: None }
    }

    /// What the record held was rewritten, so that the copy is no beginning of it any more.
    pub(super) fn rewritten(&mut self) {
        if let Some(copied) = &mut self.copied {
            copied.public = STALE;
        }
    }

    /// Adds what is missing. A mirror that holds anything else is left alone.
    ///
    /// As in the record, what is private goes first.
    pub(super) fn catch_up(&mut self, record: Pair<&[u8]>) -> Result<(), Trouble> {
        let Pair { public, private } = &mut self.stores;
        let mut copied = match self.copied {
            Some(copied) => copied,
            None => Pair::new(look(public, record.public)?, look(private, record.private)?),
        };
        copied.private = add(private, copied.private, record.private)?;
        copied.public = add(public, copied.public, record.public)?;
        self.copied = Some(copied);
        Ok(())
    }
}

/// How much of the file is in the mirror already.
fn look<S: Store>(store: &mut S, file: &[u8]) -> Result<usize, Trouble> {
    let bytes = store.read_all();
    let bytes = named(store, bytes)?;
    match file.starts_with(&bytes) {
        true => Ok(bytes.len()),
        false if is_older(file, &bytes) => Ok(STALE),
        false => Err(other(store)),
    }
}

/// Whether a copy is of this record before a redaction, which names the last line that there was.
fn is_older(file: &[u8], copy: &[u8]) -> bool {
    const FIELD: &[u8] = b"\"redacted\":\"";
    let named = file.windows(FIELD.len() + LENGTH).filter_map(|part| part.strip_prefix(FIELD));
    let last = copy.rsplit(|byte| *byte == b'\n').find(|line| !line.is_empty()).and_then(Shape::of);
    last.is_some_and(|last| named.into_iter().any(|sum| sum == last.sum.as_str().as_bytes()))
}

/// Adds what is missing, and returns how much is there now.
fn add<S: Store>(store: &mut S, copied: usize, file: &[u8]) -> Result<usize, Trouble> {
    let missing = file.get(copied..).unwrap_or_default();
    if copied == STALE {
        let done = store.replace(file);
        return named(store, done).map(|()| file.len());
    }
    if missing.is_empty() {
        return Ok(copied);
    }
    let length = store.length();
    if usize::try_from(named(store, length)?) != Ok(copied) {
        return Err(other(store));
    }
    let done = store.append(missing).and_then(|()| store.sync());
    named(store, done)?;
    Ok(file.len())
}

fn named<S: Store, T>(store: &S, result: io::Result<T>) -> Result<T, Trouble> {
    result.map_err(|error| Trouble::from_io("keep the second copy", store.place(), &error))
}

fn other<S: Store>(store: &S) -> Trouble {
    Trouble::new(
        format!("The second copy '{}' is not a copy of this record.", store.place()),
        "It was left as it is, and this meeting has no second copy. Move it away to get one.",
    )
}
