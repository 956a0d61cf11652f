//! Reading one file: how far its chain holds, and what is behind that.

use super::line::{Line, OPENING, Shape};
use super::sum::{self, Sum};

/// Which of a record's two files it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The record: numbered without a gap from 1.
    Record,
    /// The private file: its numbers rise.
    Exempt,
}

impl Which {
    /// What stands before the first line.
    pub(super) fn start(self) -> Sum {
        match self {
            Which::Record => Sum::RECORD,
            Which::Exempt => Sum::EXEMPT,
        }
    }

    /// Whether a line numbered `n` may follow one numbered `last` (0: it is the first).
    fn may_follow(self, last: u64, n: u64) -> bool {
        match self {
            Which::Record => last.checked_add(1) == Some(n),
            Which::Exempt => n > last,
        }
    }
}

/// What comes after the last good line of a file.
#[derive(Debug, Clone)]
pub enum Tail<'a> {
    /// Nothing.
    Clean,
    /// The rest of a write that never finished. To somebody who only reads while a meeting goes on
    /// it is a write that hasn't finished *yet*, and no trouble at all.
    Torn {
        /// What was written of it.
        bytes: &'a [u8],
    },
    /// Something that was once whole. Nobody may write to this file or cut it.
    Damaged {
        /// The line that is wrong, counted from 1.
        line: usize,
        /// What is wrong with it.
        why: Why,
        /// The lines behind it that hold together among themselves, in the order of the file.
        after: Vec<Line<'a>>,
    },
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It has no line feed.
    Unfinished,
    /// It isn't shaped like a line of a record.
    Shape,
    /// Its sum is not that of its bytes and of the line before it.
    Sum,
    /// Another program changed the line ends; the words are untouched.
    LineEnd,
    /// It is as it was written, but it has the wrong number.
    Number,
    /// It is as it was written, but it isn't an entry as this version knows them.
    Content,
    /// Nothing in the file holds: it may not be a record at all.
    Nothing,
}

/// One file, read.
#[derive(Debug, Clone)]
pub struct Chain<'a> {
    /// The good lines, from the first on.
    pub lines: Vec<Line<'a>>,
    /// How many bytes they take, line feeds included.
    pub valid_len: usize,
    /// The sum of the last of them, or the constant before the first.
    pub head: Sum,
    /// What comes after them.
    pub tail: Tail<'a>,
}

impl Chain<'_> {
    /// The number of the last good line; 0 if there is none.
    pub(super) fn last(&self) -> u64 {
        self.lines.last().map_or(0, |line| line.n)
    }
}

/// Reads the lines of a file as far as they hold, and says what the rest is.
pub(super) fn read(which: Which, bytes: &[u8]) -> Chain<'_> {
    let mut chain = Chain { lines: Vec::new(), valid_len: 0, head: which.start(), tail: Tail::Clean };
    for segment in bytes.split_inclusive(|byte| *byte == b'\n') {
        match check(which, &chain, segment) {
            Ok(line) => {
                chain.valid_len += segment.len();
                chain.head = line.sum;
                chain.lines.push(line);
            }
            Err(why) => {
                let rest = bytes.get(chain.valid_len..).unwrap_or_default();
                chain.tail = classify(&chain, rest, why);
                break;
            }
        }
    }
    chain
}

/// Whether a line, with its line feed, is the next one of the chain.
fn check<'a>(which: Which, chain: &Chain<'_>, segment: &'a [u8]) -> Result<Line<'a>, Why> {
    let line = segment.strip_suffix(b"\n").ok_or(Why::Unfinished)?;
    let Some(shape) = Shape::of(line) else {
        let mangled = line.strip_suffix(b"\r").and_then(Shape::of);
        let known = mangled.is_some_and(|shape| shape.follows(chain.head));
        return Err(if known { Why::LineEnd } else { Why::Shape });
    };
    if !shape.follows(chain.head) {
        return Err(Why::Sum);
    }
    let opened = shape.body.starts_with(OPENING).then_some(line);
    let line = opened.and_then(parse).ok_or(Why::Content)?;
    if which.may_follow(chain.last(), line.n) { Ok(line) } else { Err(Why::Number) }
}

fn parse(line: &[u8]) -> Option<Line<'_>> {
    serde_json::from_slice(line).ok()
}

/// Tells damage from a torn tail: damage has something behind it that was once whole.
fn classify<'a>(chain: &Chain<'_>, rest: &'a [u8], why: Why) -> Tail<'a> {
    let line = chain.lines.len() + 1;
    let (found, after) = salvage(chain.head, rest);
    if found {
        return Tail::Damaged { line, why, after };
    }
    if chain.lines.is_empty() && !could_be_first(rest) {
        return Tail::Damaged { line, why: Why::Nothing, after };
    }
    Tail::Torn { bytes: rest }
}

/// Whether these bytes can be what is left of the first write to a new file. If not, cutting them
/// could destroy a file that was never ours.
fn could_be_first(rest: &[u8]) -> bool {
    let starts = rest.starts_with(OPENING) || OPENING.starts_with(rest);
    let zeros = rest.iter().all(|byte| *byte == 0);
    zeros || (starts && !rest.contains(&b'\n'))
}

/// Looks for lines that were once whole behind the end of the chain: whether there are any, and
/// those that can be read.
///
/// A line counts if it follows on the last good line, on the sum printed in the line before it, or
/// on the sum which that line ought to have (so a flaw within the printed digits is found too).
fn salvage(head: Sum, rest: &[u8]) -> (bool, Vec<Line<'_>>) {
    let mut before = vec![head];
    let mut found = false;
    let mut lines = Vec::new();
    for segment in rest.split_inclusive(|byte| *byte == b'\n') {
        for piece in Pieces(segment) {
            let piece = piece.strip_suffix(b"\r").unwrap_or(piece);
            let shape = Shape::of(piece);
            if let Some(shape) = shape
                && before.iter().any(|previous| shape.follows(*previous))
            {
                found = true;
                lines.extend(parse(piece));
            }
            before = candidates(head, before.last().copied(), piece, shape);
        }
    }
    (found, lines)
}

/// The sums on which the line after `piece` may follow. The last is that which `piece` prints or,
/// if its digits can't be read, that which it ought to have.
fn candidates(head: Sum, previous: Option<Sum>, piece: &[u8], shape: Option<Shape<'_>>) -> Vec<Sum> {
    let body = shape.map(|shape| shape.body).or_else(|| {
        // Digits spoilt: the length still tells where the body ends.
        let end = piece.len().checked_sub(sum::LENGTH + AROUND_SUM)?;
        piece.get(..end)
    });
    let ought = body.zip(previous).map(|(body, previous)| Sum::after(previous, body));
    let printed = shape.map(|shape| shape.sum);
    [Some(head), ought, printed].into_iter().flatten().collect()
}

/// How many bytes of a line's end are neither body nor digits: `,"sum":"` and `"}`.
const AROUND_SUM: usize = 10;

/// The whole lines within what is one line only because a line feed is gone or spoilt.
///
/// Yields only pieces that something follows: what is unfinished was never acknowledged.
struct Pieces<'a>(&'a [u8]);

impl<'a> Iterator for Pieces<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let (piece, rest) = match seam(self.0) {
            Some((end, start)) => (self.0.get(..end)?, self.0.get(start..)?),
            None => (self.0.strip_suffix(b"\n")?, &[][..]),
        };
        self.0 = rest;
        Some(piece)
    }
}

/// Where a line ends and, there or a byte later, the next begins.
fn seam(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let end = from + 2 + bytes.get(from..)?.windows(2).position(|pair| pair == b"\"}")?;
        let next =
            [end, end + 1].into_iter().find(|start| bytes.get(*start..).is_some_and(|rest| rest.starts_with(OPENING)));
        if let Some(start) = next
            && Shape::of(bytes.get(..end)?).is_some()
        {
            return Some((end, start));
        }
        from = end;
    }
}
