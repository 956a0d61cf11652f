//! Reading a record's two files together.

use std::collections::BTreeMap;

use super::chain::{self, Chain, Tail, Which, Why};
use super::line::Line;
use super::sum::Sum;
use super::trouble::Trouble;

/// A record as it was found.
///
/// Its lines borrow the bytes they were read from.
#[derive(Debug, Clone)]
pub struct Opened<'a> {
    /// The record itself. Line 1 holds the format number and the kinds of events: both are the
    /// meeting's business.
    pub public: Chain<'a>,
    /// The private file, if it was looked for.
    pub private: Option<Exempt<'a>>,
}

/// The private file as it was found.
#[derive(Debug, Clone)]
pub struct Exempt<'a> {
    /// Its lines, without those that no entry of the record names (see `leftover`).
    pub chain: Chain<'a>,
    /// The end of its good bytes that belongs to entries which never reached the record: they were
    /// synced here first, and then the program was stopped. They were never acknowledged, and their
    /// numbers have to be free, so they are cut like a torn tail.
    pub leftover: &'a [u8],
    /// Where the two files contradict each other, by number of entry.
    pub unmatched: BTreeMap<u64, Unmatched>,
}

/// How the two files contradict each other about an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unmatched {
    /// The record names a private line that isn't there.
    Missing,
    /// The private line isn't the one that the record names.
    Differs,
    /// There is a private line that the record doesn't name.
    Unnamed,
}

/// Where writing may go on in a file: behind its good lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foot {
    /// How many bytes are good.
    pub len: usize,
    /// The sum of the last line.
    pub head: Sum,
    /// The number of the last line; 0 if there is none.
    pub last: u64,
}

/// Where writing may go on in a record, got from [`Opened::footing`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footing {
    /// In the record.
    pub public: Foot,
    /// In the private file; nothing if it is damaged or wasn't looked for.
    pub private: Option<Foot>,
}

impl Footing {
    /// That of a record which doesn't exist yet.
    pub const NEW: Footing = Footing {
        public: Foot { len: 0, head: Sum::RECORD, last: 0 },
        private: Some(Foot { len: 0, head: Sum::EXEMPT, last: 0 }),
    };
}

/// Reads a record from the bytes of its files.
///
/// Give `private` as nothing if the private file is not to be opened at all (exports for the
/// public), and as empty bytes if it was looked for and isn't there. Nothing is changed: a torn
/// tail is cut when a [`Recorder`](super::Recorder) is made from the [`Footing`].
pub fn read<'a>(public: &'a [u8], private: Option<&'a [u8]>) -> Opened<'a> {
    let public = chain::read(Which::Record, public);
    let private = private.map(|bytes| match_up(&public, bytes));
    Opened { public, private }
}

/// The bytes up to and with the last line feed: what may be read of a file that is being written.
pub fn whole_lines(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    bytes.get(..end).unwrap_or_default()
}

impl Opened<'_> {
    /// Where writing may go on; nothing if the record is damaged and may only be read.
    pub fn footing(&self) -> Option<Footing> {
        let private = self.private.as_ref().and_then(|private| foot(&private.chain));
        Some(Footing { public: foot(&self.public)?, private })
    }

    /// Everything the clerk should be told about the state of the files, most serious first.
    pub fn troubles(&self) -> Vec<Trouble> {
        let mut troubles = Vec::new();
        troubles.extend(about_tail(&self.public.tail, "record"));
        if let Some(private) = &self.private {
            troubles.extend(about_tail(&private.chain.tail, "private file"));
            let entries = private.unmatched.iter();
            troubles.extend(entries.map(|(n, how)| about_unmatched(*n, *how)));
            troubles.extend(about_leftover(private.leftover));
        }
        troubles
    }
}

fn foot(chain: &Chain<'_>) -> Option<Foot> {
    let foot = Foot { len: chain.valid_len, head: chain.head, last: chain.last() };
    (!matches!(chain.tail, Tail::Damaged { .. })).then_some(foot)
}

/// Reads the private file and holds it against the record.
fn match_up<'a>(public: &Chain<'_>, bytes: &'a [u8]) -> Exempt<'a> {
    let mut chain = chain::read(Which::Exempt, bytes);
    let damage: &[Line<'_>] = match &public.tail {
        Tail::Damaged { after, .. } => after,
        _ => &[],
    };
    let stub = |line: &Line<'_>| line.private.map(|sum| (line.n, sum));
    let stubs: BTreeMap<u64, Sum> = public.lines.iter().chain(damage).filter_map(stub).collect();
    let whole = chain.valid_len;
    if !matches!(public.tail, Tail::Damaged { .. }) {
        drop_leftover(&mut chain, &stubs, bytes);
    }
    let leftover = bytes.get(chain.valid_len..whole).unwrap_or_default();
    Exempt { unmatched: contradictions(&chain, stubs), chain, leftover }
}

/// Takes the lines off the end of the private file that no entry of the record names.
fn drop_leftover(chain: &mut Chain<'_>, stubs: &BTreeMap<u64, Sum>, bytes: &[u8]) {
    if matches!(chain.tail, Tail::Damaged { .. }) {
        return; // nothing of it may be cut
    }
    while chain.lines.pop_if(|line| !stubs.contains_key(&line.n)).is_some() {
        let rest = bytes.get(..chain.valid_len.saturating_sub(1)).unwrap_or_default();
        chain.valid_len = whole_lines(rest).len();
    }
    chain.head = chain.lines.last().map_or(Sum::EXEMPT, |line| line.sum);
}

/// Where the stubs of the record and the lines of the private file contradict each other.
fn contradictions(chain: &Chain<'_>, mut stubs: BTreeMap<u64, Sum>) -> BTreeMap<u64, Unmatched> {
    let after: &[Line<'_>] = match &chain.tail {
        Tail::Damaged { after, .. } => after,
        _ => &[],
    };
    let mut unmatched = BTreeMap::new();
    for line in chain.lines.iter().chain(after) {
        match stubs.remove(&line.n) {
            Some(sum) if sum == line.sum => {}
            Some(_) => _ = unmatched.insert(line.n, Unmatched::Differs),
            None => _ = unmatched.insert(line.n, Unmatched::Unnamed),
        }
    }
    unmatched.extend(stubs.into_keys().map(|n| (n, Unmatched::Missing)));
    unmatched
}

fn about_tail(tail: &Tail<'_>, file: &str) -> Option<Trouble> {
    match tail {
        Tail::Clean => None,
        Tail::Torn { bytes } => Some(Trouble::new(
            format!(
                "The last write to the {file} was cut short: {} at its end are not a whole entry.",
                count(bytes.len())
            ),
            "They are kept in the .torn file. Check that the last thing entered before the program \
             stopped is in the record, and enter it again if it is not.",
        )),
        Tail::Damaged { line, why, after } => {
            let what = format!("Line {line} of the {file} {}{}", describe(*why), readable(after));
            Some(Trouble::new(what, remedy(*why)).at_line(*line))
        }
    }
}

fn count(bytes: usize) -> String {
    if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") }
}

fn readable(after: &[Line<'_>]) -> String {
    match after.len() {
        0 => String::new(),
        1 => " One line from there on can be read.".to_owned(),
        lines => format!(" {lines} lines from there on can be read."),
    }
}

fn describe(why: Why) -> &'static str {
    match why {
        Why::Unfinished | Why::Shape => "is not a whole line of a record: it was changed after it was written.",
        Why::Sum => "does not match its checksum: it was changed, moved or damaged after it was written.",
        Why::LineEnd => "ends in another way than it was written: another program changed the line ends.",
        Why::Number => "does not have the next number in order.",
        Why::Content => "is undamaged but is not an entry that this version of quorate knows.",
        Why::Nothing => "and all others are unreadable: this is not a record, or it was damaged.",
    }
}

fn remedy(why: Why) -> &'static str {
    match why {
        Why::LineEnd => "Nothing will be written to it. Put back a copy that no other program has saved.",
        Why::Content => "Nothing will be written to it. Open it with a newer version of quorate.",
        Why::Nothing => {
            "Nothing will be written to it. Check that it is the right file, put back an \
             undamaged copy, or move it away to begin anew."
        }
        _ => "Nothing will be written to it. Put back an undamaged copy, or export what can be read.",
    }
}

fn about_unmatched(n: u64, how: Unmatched) -> Trouble {
    let what = match how {
        Unmatched::Missing => {
            format!("The private words of entry {n} are not in the private file.")
        }
        Unmatched::Differs => {
            format!("The private file holds other words for entry {n} than were recorded.")
        }
        Unmatched::Unnamed => {
            format!("The private file holds an entry {n} that the record does not know as private.")
        }
    };
    Trouble::new(what, "The record itself is whole. Put the .exempt.jsonl file that belongs to it back beside it.")
}

fn about_leftover(leftover: &[u8]) -> Option<Trouble> {
    let lines = leftover.split_inclusive(|byte| *byte == b'\n').count();
    let what = match lines {
        0 => return None,
        1 => "One private entry was being saved when the program stopped.".to_owned(),
        lines => format!("{lines} private entries were being saved when the program stopped."),
    };
    Some(Trouble::new(
        what,
        "It was not yet shown as saved. What was written is kept in the private .torn file: enter \
         it again if it is missing.",
    ))
}
