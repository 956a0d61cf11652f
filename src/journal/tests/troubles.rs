//! What the system says, in a clerk's words.

use std::io::{Error, ErrorKind};

use crate::journal::Trouble;

#[test]
fn errors_of_the_system_are_named_plainly() {
    for (kind, why) in [
        (ErrorKind::StorageFull, "the disk is full"),
        (ErrorKind::QuotaExceeded, "your share of the disk is used up"),
        (ErrorKind::PermissionDenied, "you are not allowed to write there"),
        (ErrorKind::ReadOnlyFilesystem, "that disk can only be read"),
        (ErrorKind::NotFound, "the file or its folder is no longer there"),
        (ErrorKind::NotADirectory, "there is a folder where a file should be"),
        (ErrorKind::IsADirectory, "there is a folder where a file should be"),
        (ErrorKind::FileTooLarge, "the file is larger than that disk allows"),
        (ErrorKind::Unsupported, "that disk does not offer this"),
    ] {
        let trouble = Trouble::from_io("write to", "m.record.jsonl", &Error::from(kind));
        let start = format!("Could not write to 'm.record.jsonl': {why}");
        assert!(trouble.what.starts_with(&start), "{kind:?}: {trouble}");
        assert!(trouble.what.ends_with('.') && trouble.hint.ends_with('.'), "{trouble}");
    }
}

#[test]
fn an_error_that_we_have_no_words_for_is_quoted() {
    let system = Error::from_raw_os_error(9999);
    let trouble = Trouble::from_io("write to", "m.record.jsonl", &system);
    assert_eq!(trouble.what, format!("Could not write to 'm.record.jsonl': the system said \"{system}\"."));
    let trouble = Trouble::from_io("write to", "m.record.jsonl", &Error::other("another file has taken its name"));
    assert_eq!(trouble.what, "Could not write to 'm.record.jsonl': another file has taken its name.");
}
