//! One line of a record: reading it and spelling it.

use std::collections::BTreeMap;
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
    /// How the lines before it are rewritten, if it is a redaction.
    pub redaction: Option<Redaction>,
}

/// How a redaction rewrites the record.
#[derive(Debug, Clone)]
pub struct Redaction {
    /// The numbers of entries with the events that stand in their lines from now on.
    pub lines: BTreeMap<u64, Vec<Box<RawValue>>>,
    /// Whether the record as it was is kept beside the private file.
    pub keep: bool,
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
    /// In the entry of a redaction: the sum of the last line of the record as it was before.
    #[serde(default)]
    pub redacted: Option<Sum>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    redacted: Option<Sum>,
}

/// The sums that an entry's line names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names {
    /// Of its line in the private file.
    pub(super) private: Option<Sum>,
    /// Of the last line of the record before it was redacted.
    pub(super) redacted: Option<Sum>,
}

/// The body of an entry's line in the private file.
pub(super) fn exempt_body(entry: &Entry) -> io::Result<Vec<u8>> {
    spell(entry, &entry.exempt, Names::default())
}

/// The body of an entry's line in the record, with the sums that it names.
pub(super) fn public_body(entry: &Entry, names: Names) -> io::Result<Vec<u8>> {
    spell(entry, &entry.events, names)
}

fn spell(entry: &Entry, events: &[Box<RawValue>], Names { private, redacted }: Names) -> io::Result<Vec<u8>> {
    let Entry { n, at, when, by, .. } = entry;
    let mut body = serde_json::to_vec(&Body { n: *n, at, when: when.as_deref(), by, events, private, redacted })?;
    body.pop(); // the closing brace, which comes after the sum
    one_line(&mut body);
    Ok(body)
}

/// The number in the body of a line; nothing if there is none.
pub(super) fn number_of(body: &[u8]) -> Option<u64> {
    let digits = body.strip_prefix(OPENING)?;
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(digits.get(..end)?).ok()?.parse().ok()
}

/// The body of a line with other events. Everything else of it stays, also what this version doesn't know.
pub(super) fn with_events(body: &[u8], events: &[Box<RawValue>]) -> io::Result<Vec<u8>> {
    #[derive(Deserialize)]
    struct Before<'a> {
        #[serde(borrow)]
        events: &'a RawValue,
    }
    let mut whole = body.to_vec();
    whole.push(b'}');
    let before: Before<'_> = serde_json::from_slice(&whole)?;
    // Within a string the quotation marks are escaped, so this can only be the field itself.
    let field = format!("\"events\":{}", before.events.get());
    let at = whole.windows(field.len()).position(|part| part == field.as_bytes()).ok_or(io::ErrorKind::InvalidData)?;
    let mut new = whole.get(..at).unwrap_or_default().to_vec();
    new.extend_from_slice(b"\"events\":");
    serde_json::to_writer(&mut new, events)?;
    one_line(&mut new);
    new.extend_from_slice(body.get(at + field.len()..).unwrap_or_default());
    Ok(new)
}

fn one_line(body: &mut [u8]) {
    for byte in body {
        // JSON allows line ends between tokens and nowhere else, so a space says the same.
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
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
