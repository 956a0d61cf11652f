//! A record as bytes: entries become lines, lines become entries, and nothing that was acknowledged
//! is lost.
//!
//! This part neither knows nor cares what an event is; it moves them as raw JSON. It touches no
//! disk either: a [`Store`] does that, of which there is one for files and one for tests that fails
//! on demand ([`faulty`]).
//!
//! # The format
//!
//! A record is a UTF-8 text file, `NAME.record.jsonl`, of lines that end in one line feed (`0A`).
//! Each line is one JSON object without line ends inside it, and is one entry: everything that one
//! command caused. The fields, in the order in which they are written:
//!
//! | field | value |
//! |---|---|
//! | `n` | number of the entry: 1, 2, 3 and so on without a gap. Only `n` orders entries |
//! | `at` | when it was entered, RFC 3339 in UTC (`2023-07-19T13:00:05Z`). May run backwards: it is a wall clock |
//! | `when` | when it happened in the room, in the same spelling; absent if that is `at` |
//! | `by` | initials of whoever entered it |
//! | `events` | list of events, each a JSON value; the meeting specifies them. May be empty |
//! | `private` | the `sum` of the line with the same `n` in the private file; absent if there is none |
//! | `redacted` | only in the entry of a redaction: the `sum` of the last line of the record as it was before |
//! | `rescued` | only in entry 1 of a rescued record: list of `{"from": NAME, "head": SUM}`, oldest first; always the last field before `sum` |
//! | `sum` | sixteen lower-case hexadecimal digits |
//!
//! A line begins with `{"n":` and ends with `,"sum":"` sixteen digits `"}` and the line feed.
//!
//! **Sum.** The first sixteen hexadecimal digits of the SHA-256 of: the sixteen digits of the line
//! before, a line feed, and the bytes of this line before `,"sum":`. For entry 1 the constant
//! `quorate-record-1` stands in for the digits of the line before. It is always verified on the
//! bytes in the file, never on JSON that was written again. With `sha256sum`:
//!
//! ```text
//! (printf 'quorate-record-1\n'; head -n 1 NAME.record.jsonl | sed 's/,"sum":"................"}$//' | tr -d '\n') | sha256sum
//! ```
//!
//! **The private file**, `NAME.exempt.jsonl`, has lines of the same form with the constant
//! `quorate-exempt-1` and without `private` and `rescued`. Its numbers are some of the record's and
//! rise. An entry with something private in it has a line in each: `events` there are the private
//! ones, `events` here the public ones (possibly none). The private line is synced before the public
//! one is written, so the record never names a line that isn't there.
//!
//! **A redaction** is the only thing that rewrites a record. Its entry has `redacted`; the lines before it have their
//! numbers, times and stubs and other events, and are chained anew. The private file is only added to, and has the
//! words in the line of the redaction: it is synced first, then the record as it was is kept beside it
//! (`NAME.exempt.jsonl.before-N`) if that was asked for, and then the new record takes the name of the old one in one
//! step. Whenever the program is stopped, the record is either the old one or the new one.
//!
//! **A rescued record** holds the lines of the record it comes from with their numbers and
//! contents, chained anew because entry 1 now has `rescued`. Its private file is the old one's
//! bytes and goes on from there. `head` is the sum of the last line that was safe in the old
//! record, or the constant if there was none.
//!
//! **Versions.** The format number of what stands in `events` is in entry 1 and is the meeting's. The
//! two constants are the version of what is specified here: their final `1` changes if a program
//! that knows this page could no longer read a record rightly. Otherwise changes only add optional
//! fields, before `rescued`; a reader ignores fields it doesn't know, and a rescue copies them.
//!
//! # What is found when it is opened
//!
//! [`read`] believes lines up to the first that is wrong. If nothing behind it was once whole, it is
//! a **torn tail**: what a write leaves that was cut short. [`Recorder::resume`] keeps a copy of it in
//! `.torn` and cuts it before anything else is written. If anything behind it was once whole, it is
//! **damage**: there is no [`Footing`], so nobody can write, and the lines behind it that hold
//! together are given too. So is a file of which not even the first line holds, unless it can be
//! what is left of the first write.
//!
//! "Once whole" is meant generously: a line counts if it follows on the last good line, on the sum
//! that the line before it prints, or on the one that the line before it ought to print; also if the
//! line feed between two lines is lost or spoilt or has become CR LF. What can't be told from a torn
//! tail is a flaw in the very last line. Then that one entry is in the `.torn` file.
//!
//! Lines at the end of the private file that no entry names are a **leftover**: the program was
//! stopped between the two syncs. They were never acknowledged, and their numbers will be used
//! again, so they are kept in `.torn` and cut as well. Other contradictions between the files are
//! told and change nothing: the record is whole without the private file.
//!
//! Somebody who reads a record while it is being written uses only bytes up to the last line feed
//! ([`whole_lines`]), or ignores a torn tail, which is the same.

mod batch;
mod chain;
pub mod codec;
pub mod faulty;
mod line;
mod mirror;
mod open;
mod recorder;
mod store;
mod sum;
mod trouble;

#[cfg(test)]
mod tests;

pub use chain::{Chain, Tail, Why};
pub use line::{Entry, Line, Redaction, Rescued};
pub use open::{Exempt, Foot, Footing, Opened, Unmatched, read, whole_lines};
pub use recorder::Recorder;
pub use store::{Pair, Store};
pub use sum::Sum;
pub use trouble::Trouble;
