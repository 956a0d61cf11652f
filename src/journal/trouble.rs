//! What went wrong with a record, in a clerk's words.

use std::io;

/// One thing that went wrong: what happened and where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} {hint}")]
pub struct Trouble {
    /// The line of the file, counted from 1, where there is one.
    pub line: Option<usize>,
    /// What happened, as a whole sentence.
    pub what: String,
    /// What to do, as a whole sentence.
    pub hint: String,
}

impl Trouble {
    /// A trouble that belongs to no line.
    pub fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Trouble { line: None, what: what.into(), hint: hint.into() }
    }

    /// The same trouble, at a line of the file.
    #[must_use]
    pub fn at_line(self, line: usize) -> Self {
        Trouble { line: Some(line), ..self }
    }

    /// What the system refused while `doing` ("write to", "open" ...) the file known as `place`.
    pub fn from_io(doing: &str, place: &str, error: &io::Error) -> Self {
        let (why, hint) = explain(error);
        Trouble::new(format!("Could not {doing} '{place}': {why}."), hint)
    }
}

/// The cause and the remedy for an error of the system.
fn explain(error: &io::Error) -> (String, &'static str) {
    use io::ErrorKind as K;
    let (why, hint) = match error.kind() {
        K::StorageFull => ("the disk is full", "Free some space, or choose another folder."),
        K::QuotaExceeded => {
            ("your share of the disk is used up", "Delete what you no longer need, or choose another folder.")
        }
        K::PermissionDenied => (
            "you are not allowed to write there, or another program has it open",
            "Ask for write permission, close the other program, or choose another folder.",
        ),
        K::ReadOnlyFilesystem => ("that disk can only be read", "Choose a folder on a disk that can be written to."),
        K::NotFound => {
            ("the file or its folder is no longer there", "Put the disk or folder back, or choose another folder.")
        }
        K::NotADirectory | K::IsADirectory => (
            "there is a folder where a file should be, or a file where a folder should be",
            "Move it out of the way, or choose another name.",
        ),
        K::FileTooLarge => ("the file is larger than that disk allows", "Choose another disk."),
        K::Unsupported => ("that disk does not offer this", "Choose a folder on a local disk."),
        _ => {
            // What has no number is not the system's, but a sentence of ours.
            let ours = error.raw_os_error().is_none();
            let why = if ours { error.to_string() } else { format!("the system said \"{error}\"") };
            return (why, "Check the disk, or choose another folder.");
        }
    };
    (why.to_owned(), hint)
}
