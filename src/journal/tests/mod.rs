//! Tests of the journal.

mod faults;
mod golden;
mod matching;
mod reading;
mod recording;
mod redaction;
mod support;
mod troubles;
mod versions;
