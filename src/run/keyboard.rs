//! What the terminal sends, read on a thread of its own.
//!
//! The thread waits for nothing else. The library's own stream is asked from two threads, and where a key, a new size
//! and a call to wake come at the same moment it takes one of them and hears of the others with the next key only; when
//! the terminal goes away it never comes back from reading.

use std::io;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use tokio::sync::mpsc::{self, UnboundedReceiver};

/// How long more is waited for behind a key: a paste that is not marked as one comes in one go, a hand does not.
const GATHER: Duration = Duration::from_millis(1);
/// The most that is gathered before it is handed on.
const MOST: usize = 1024;

/// The keyboard, with whatever else the terminal tells. There is one; it is read from the first wait on.
#[derive(Debug, Default)]
pub struct Keyboard {
    events: Option<UnboundedReceiver<io::Result<Vec<Event>>>>,
}

impl Keyboard {
    /// Waits until something comes, and returns it with all that came by then. Nothing is lost if the wait is given up.
    ///
    /// It is an error if the terminal is gone or the system gives us no thread.
    pub async fn next(&mut self) -> io::Result<Vec<Event>> {
        let events = match &mut self.events {
            Some(events) => events,
            none => none.insert(listen()?),
        };
        let mut batch = events.recv().await.unwrap_or_else(|| Err(io::ErrorKind::BrokenPipe.into()))?;
        // An error behind them is met again as the end of the channel.
        while let Ok(Ok(more)) = events.try_recv() {
            batch.extend(more);
        }
        Ok(batch)
    }
}

fn listen() -> io::Result<UnboundedReceiver<io::Result<Vec<Event>>>> {
    let (sender, events) = mpsc::unbounded_channel();
    thread::Builder::new().name("keyboard".to_owned()).spawn(move || {
        loop {
            let batch = together();
            let gone = batch.is_err();
            if sender.send(batch).is_err() || gone {
                return;
            }
        }
    })?;
    Ok(events)
}

/// What comes together.
fn together() -> io::Result<Vec<Event>> {
    let mut batch = vec![event::read()?];
    while batch.len() < MOST && event::poll(GATHER).unwrap_or(false) {
        match event::read() {
            Ok(event) => batch.push(event),
            Err(_) => break, // met again by the next read
        }
    }
    Ok(batch)
}
