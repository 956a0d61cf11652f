//! Documents that come back are compared with the minutes: as they were sent, nothing differs.

use chrono::{DateTime, Utc};
use quorate::app::compare::{Difference, Told, compare};
use quorate::load::draft::read;
use quorate::meeting::Meeting;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;

use super::meetings;

/// What differs between a meeting's minutes and a file.
pub(super) fn differing(meeting: &Meeting, file: &str, bytes: &[u8]) -> Vec<Difference> {
    let draft = read(file, bytes).unwrap_or_else(|problem| panic!("{problem}"));
    let told = Told { by: None, private: false, now: DateTime::<Utc>::UNIX_EPOCH };
    compare(meeting.clone(), &draft, told).unwrap_or_else(|| panic!("{file} is not known again")).differences
}

#[test]
fn what_was_exported_does_not_differ() {
    let page = Page { width: 80, place: For::File, private: false };
    for (name, meeting) in meetings() {
        let formats = [("docx", "a.docx"), ("markdown", "a.md"), ("text", "a.txt")];
        for (format, file) in formats {
            let bytes = spell(meeting.state(), Format::named(format).unwrap(), page);
            let found = differing(&meeting, file, &bytes);
            assert!(found.is_empty(), "{name} as {format}: {found:#?}");
        }
    }
}
