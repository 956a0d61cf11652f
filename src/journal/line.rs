//! One line of a record: reading it and spelling it.

use std::io;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::sum::{self, Sum};

/// What comes between the body of a line and the digits of its sum.
const BEFORE_SUM: &[u8] = b",\"sum\":\"";
/// What comes after the digits.
const AFTER_SUM: &[u8] = b"\"}";
/// The first bytes of every line.
pub(super) const OPENING: &[u8] = b"{\"n\":";

/// One entry as it is handed to the recorder.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The number of the entry: the one before it and one.
    pub n: u64,
    /// When it was entered: RFC 3339, in UTC.
    pub at: String,
    /// When it happened in the room, if that differs: RFC 3339, in UTC.
    pub when: Option<String>,
    /// The initials of whoever entered it.
    pub by: String,
    /// What everybody may read.
    pub events: Vec<Box<RawValue>>,
    /// What goes to the private file; mostly nothing.
    pub exempt: Vec<Box<RawValue>>,
}

/// One line as it was read and found good. Fields as specified in the [module](super).
#[derive(Debug, Clone, Deserialize)]
pub struct Line<'a> {
    /// The number of the entry.
    pub n: u64,
    /// When it was entered: RFC 3339, in UTC.
    pub at: String,
    /// When it happened in the room, if that differs: RFC 3339, in UTC.
    #[serde(default)]
    pub when: Option<String>,
    /// The initials of whoever entered it.
    pub by: String,
    /// The events, unread.
    #[serde(borrow)]
    pub events: Vec<&'a RawValue>,
    /// In a record: the sum of the line with this number in the private file, if there is one.
    #[serde(default)]
    pub private: Option<Sum>,
    /// In entry 1 of a rescued record: the records it was rescued from, oldest first.
    #[serde(default)]
    pub rescued: Vec<Rescued>,
    /// The line's own sum.
    pub sum: Sum,
}

/// Where a rescued record comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescued {
    /// The old record, as the clerk knows it.
    pub from: String,
    /// The sum of its last line that was safe; the constant `quorate-record-1` if none was.
    pub head: Sum,
}

/// A line's bytes taken apart, with nothing yet believed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape<'a> {
    /// Everything before `,"sum":`.
    pub(super) body: &'a [u8],
    /// The sum that the line claims.
    pub(super) sum: Sum,
}

impl<'a> Shape<'a> {
    /// Takes apart a line without its line feed, if it has the shape of one.
    pub(super) fn of(line: &'a [u8]) -> Option<Self> {
        let rest = line.strip_suffix(AFTER_SUM)?;
        let (rest, digits) = rest.split_at_checked(rest.len().checked_sub(sum::LENGTH)?)?;
        let body = rest.strip_suffix(BEFORE_SUM)?;
        Some(Shape { body, sum: Sum::from_digits(digits)? })
    }

    /// Whether it follows on a line with the sum `previous`.
    pub(super) fn follows(&self, previous: Sum) -> bool {
        Sum::after(previous, self.body) == self.sum
    }
}

/// The fields of a line before its sum, in the order in which they are written.
#[derive(Serialize)]
struct Body<'a> {
    n: u64,
    at: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<&'a str>,
    by: &'a str,
    events: &'a [Box<RawValue>],
    #[serde(skip_serializing_if = "Option::is_none")]
    private: Option<Sum>,
}

/// The body of an entry's line in the private file.
pub(super) fn exempt_body(entry: &Entry) -> io::Result<Vec<u8>> {
    spell(entry, &entry.exempt, None)
}

/// The body of an entry's line in the record; `private` is the sum of its line in the private file.
pub(super) fn public_body(entry: &Entry, private: Option<Sum>) -> io::Result<Vec<u8>> {
    spell(entry, &entry.events, private)
}

fn spell(entry: &Entry, events: &[Box<RawValue>], private: Option<Sum>) -> io::Result<Vec<u8>> {
    let Entry { n, at, when, by, .. } = entry;
    let mut body = serde_json::to_vec(&Body { n: *n, at, when: when.as_deref(), by, events, private })?;
    body.pop(); // the closing brace, which comes after the sum
    for byte in &mut body {
        // JSON allows line ends between tokens and nowhere else, so a space says the same.
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    Ok(body)
}

/// Adds the line with this body to `out`, following on `previous`, and gives its sum.
pub(super) fn write(out: &mut Vec<u8>, previous: Sum, body: &[u8]) -> Sum {
    let sum = Sum::after(previous, body);
    for part in [body, BEFORE_SUM, sum.as_str().as_bytes(), AFTER_SUM, b"\n"] {
        out.extend_from_slice(part);
    }
    sum
}

/// The body of entry 1 with one more place named that it was rescued from.
pub(super) fn with_rescued(body: &[u8], rescued: &Rescued) -> io::Result<Vec<u8>> {
    #[derive(Deserialize)]
    struct Before {
        #[serde(default)]
        rescued: Vec<serde::de::IgnoredAny>,
    }
    let mut whole = body.to_vec();
    whole.push(b'}');
    let before: Before = serde_json::from_slice(&whole)?;
    whole.pop();
    // `rescued` is always the last field before the sum: see the format.
    if !before.rescued.is_empty() && whole.last() == Some(&b']') {
        whole.pop();
        whole.push(b',');
    } else {
        whole.extend_from_slice(b",\"rescued\":[");
    }
    serde_json::to_writer(&mut whole, rescued)?;
    whole.push(b']');
    Ok(whole)
}
