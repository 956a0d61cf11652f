//! Keeping a second copy of the program off a record.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::folder::{Access, beside, options};
use crate::journal::Trouble;

/// Who holds a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The computer's name; empty if it isn't known.
    pub host: String,
    /// The account's name; empty if it isn't known.
    pub user: String,
    /// The process number.
    pub process: u32,
}

impl Holder {
    /// This process.
    pub fn me() -> Self {
        let user = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        Holder { host: host(), user: user.unwrap_or_default(), process: std::process::id() }
    }
}

/// The computer's name, from wherever this system keeps it without a call that we may not make.
fn host() -> String {
    let variable = ["HOSTNAME", "COMPUTERNAME", "HOST"].iter().find_map(|name| std::env::var(name).ok());
    let file = || {
        let files = ["/proc/sys/kernel/hostname", "/etc/hostname"];
        files.iter().find_map(|file| std::fs::read_to_string(file).ok())
    };
    variable.or_else(file).unwrap_or_default().trim().to_owned()
}

/// A record held against other copies of the program until this is dropped.
///
/// The system's lock on `NAME.lock` is what counts, so that of a process that died is gone. The
/// file itself stays, empty: removing it would let two others each lock one of that name.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum Locked {
    /// The record is ours.
    Ours(Lock),
    /// Another copy holds it: may be read, and not be written.
    Held {
        /// Who; nothing if it can't be found out (Windows doesn't let a locked file be read).
        by: Option<Holder>,
        /// The same for the clerk.
        trouble: Trouble,
    },
    /// It can't be told. The clerk is warned, and the meeting goes on.
    Unknown(Trouble),
}

impl Lock {
    /// Asks for the lock of a record. Never waits.
    pub fn take(record: &Path, me: &Holder) -> Locked {
        let path = beside(record, ".lock");
        let opened = options(Access::Shared).read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = match opened {
            Ok(file) => file,
            Err(error) => return unknown(&path, &error),
        };
        match file.try_lock() {
            Ok(()) => {
                // Only a courtesy to the second copy, which the first must not fail for.
                _ = describe(&mut file, me);
                Locked::Ours(Lock { file })
            }
            Err(TryLockError::WouldBlock) => held(record, holder(&mut file)),
            Err(TryLockError::Error(error)) => unknown(&path, &error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // If either fails the system does it when the file is closed.
        _ = self.file.set_len(0);
        _ = self.file.unlock();
    }
}

fn describe(file: &mut File, me: &Holder) -> io::Result<()> {
    file.set_len(0)?;
    let mut line = serde_json::to_vec(me)?;
    line.push(b'\n');
    file.write_all(&line)
}

fn holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    // A lock file is a line. If somebody put something else there, it need not all be read.
    file.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn held(record: &Path, by: Option<Holder>) -> Locked {
    let record = name_of(record);
    let who = by.as_ref().map(|by| {
        let user = if by.user.is_empty() { "someone" } else { &by.user };
        let host = if by.host.is_empty() { "an unknown computer" } else { &by.host };
        format!(" by {user} on {host} (process {})", by.process)
    });
    let trouble = Trouble::new(
        format!("'{record}' is already open in another copy of quorate{}.", who.unwrap_or_default()),
        "Close it there first; here it can be read and exported.",
    );
    Locked::Held { by, trouble }
}

fn unknown(path: &Path, error: &io::Error) -> Locked {
    let Trouble { what, .. } = Trouble::from_io("lock", &name_of(path), error);
    let hint = "The meeting goes on. Make sure that no other copy of quorate has the same record open.";
    Locked::Unknown(Trouble::new(what, hint))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
