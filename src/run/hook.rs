//! A hook for tests: the program stops as if killed, at a chosen moment of its work on the disk.
//!
//! `QUORATE_KILL_AFTER=N` makes `quorate replay` abort at the N-th time that it touches a file of its record; half of
//! what it is about to write is written then. Nothing else reads the variable.

use std::env;
use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::journal::{Pair, Store};

/// Counts down to the end.
#[derive(Clone, Debug, Default)]
pub struct Countdown(Option<Arc<AtomicU64>>);

impl Countdown {
    /// The one that the environment asks for; mostly one that never ends.
    pub fn from_environment() -> Self {
        let number = env::var("QUORATE_KILL_AFTER").ok().and_then(|text| text.parse().ok());
        Self(number.map(|number| Arc::new(AtomicU64::new(number))))
    }

    /// Whether this is the last moment.
    fn ends(&self) -> bool {
        self.0.as_ref().is_some_and(|left| left.fetch_sub(1, Ordering::SeqCst) <= 1)
    }

    /// Lives through one more moment, or ends the program on the spot.
    pub fn pass(&self) {
        if self.ends() {
            process::abort();
        }
    }
}

/// A store that ends the program when its time has come.
#[derive(Debug)]
pub struct Mortal<S> {
    store: S,
    countdown: Countdown,
}

/// Makes both files of a record mortal.
pub fn mortal<S>(stores: Pair<S>, countdown: &Countdown) -> Pair<Mortal<S>> {
    let mortal = |store| Mortal { store, countdown: countdown.clone() };
    Pair::new(mortal(stores.public), mortal(stores.private))
}

impl<S: Store> Store for Mortal<S> {
    fn place(&self) -> &str {
        self.store.place()
    }

    fn length(&mut self) -> io::Result<u64> {
        self.countdown.pass();
        self.store.length()
    }

    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        self.store.read_all()
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.countdown.ends() {
            _ = self.store.append(bytes.get(..bytes.len() / 2).unwrap_or_default());
            process::abort();
        }
        self.store.append(bytes)?;
        self.countdown.pass();
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.store.sync()?;
        self.countdown.pass();
        Ok(())
    }

    fn truncate(&mut self, len: u64) -> io::Result<()> {
        self.countdown.pass();
        self.store.truncate(len)
    }

    fn replace(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.countdown.pass();
        self.store.replace(bytes)?;
        self.countdown.pass();
        Ok(())
    }

    fn keep_old(&mut self, n: u64, bytes: &[u8]) -> io::Result<()> {
        self.countdown.pass();
        self.store.keep_old(n, bytes)?;
        self.countdown.pass();
        Ok(())
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.countdown.pass();
        self.store.set_aside(bytes)
    }
}
