//! What becomes of a record that was cut, flipped, mangled or mixed up.

use proptest::prelude::*;

use super::support::{recorded, says};
use crate::journal::{Line, Opened, Tail, Why, read, whole_lines};

/// Opens bytes as a record without a private file.
fn open(bytes: &[u8]) -> Opened<'_> {
    read(bytes, None)
}

fn lines_of(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

/// Every line must be one of the original's, and the believed ones its first.
#[track_caller]
fn assert_only_originals(opened: &Opened<'_>, original: &[u8], about: &str) {
    let original = open(original);
    let known: Vec<String> = original.public.lines.iter().map(said_and_sum).collect();
    let believed: Vec<String> = opened.public.lines.iter().map(said_and_sum).collect();
    assert!(known.starts_with(&believed), "{about}: believed {believed:?}");
    if let Tail::Damaged { after, .. } = &opened.public.tail {
        for line in after {
            assert!(known.contains(&said_and_sum(line)), "{about}: salvaged {line:?}");
        }
    }
}

fn said_and_sum(line: &Line<'_>) -> String {
    format!("{} {:?} {}", says(line), line.private, line.sum)
}

fn damage(opened: &Opened<'_>) -> Option<(usize, Why, usize)> {
    match &opened.public.tail {
        Tail::Damaged { line, why, after } => Some((*line, *why, after.len())),
        _ => None,
    }
}

#[test]
fn cut_at_every_byte_it_opens_to_its_whole_lines() {
    let bytes = recorded().public;
    for cut in 0..=bytes.len() {
        let opened = open(&bytes[..cut]);
        let whole = whole_lines(&bytes[..cut]);
        assert_eq!(opened.public.lines.len(), lines_of(whole).len(), "cut at {cut}");
        assert_eq!(opened.public.valid_len, whole.len(), "cut at {cut}");
        let torn = matches!(opened.public.tail, Tail::Torn { bytes } if !bytes.is_empty());
        assert_eq!(torn, whole.len() < cut, "cut at {cut}");
        assert_eq!(opened.troubles().len(), usize::from(torn), "cut at {cut}");
        assert!(opened.footing().is_some(), "cut at {cut}");
        assert_only_originals(&opened, &bytes, &format!("cut at {cut}"));
    }
}

#[test]
fn cut_at_every_byte_the_private_file_opens_to_its_whole_lines() {
    let files = recorded();
    for cut in 0..files.private.len() {
        let opened = read(&files.public, Some(&files.private[..cut]));
        let private = opened.private.as_ref().unwrap();
        let whole = lines_of(whole_lines(&files.private[..cut])).len();
        assert_eq!(private.chain.lines.len(), whole, "cut at {cut}");
        assert_eq!(private.unmatched.len(), 3 - whole, "cut at {cut}");
        assert_eq!(opened.public.lines.len(), 8, "cut at {cut}");
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let bytes = recorded().public;
    let last = bytes.len() - lines_of(&bytes).last().unwrap().len();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let about = format!("bit {bit} of byte {at}");
            let opened = open(&flipped);
            assert_only_originals(&opened, &bytes, &about);
            let line = lines_of(&bytes[..=at]).len();
            assert_eq!(opened.public.lines.len(), line - 1, "{about}");
            if at < last {
                assert_eq!(damage(&opened).map(|found| found.0), Some(line), "{about}");
                assert!(opened.footing().is_none(), "{about}");
                assert_eq!(opened.troubles()[0].line, Some(line), "{about}");
            } else {
                assert!(matches!(opened.public.tail, Tail::Torn { .. }), "{about}");
            }
        }
    }
}

#[test]
fn what_is_behind_a_flipped_bit_is_given() {
    let bytes = recorded().public;
    let lines = lines_of(&bytes);
    for (index, line) in lines.iter().enumerate().take(7) {
        let start: usize = lines[..index].iter().map(|line| line.len()).sum();
        let mut flipped = bytes.clone();
        flipped[start + 8] ^= 1; // within the body, whose line then prints a sum all the same
        let found = damage(&open(&flipped)).unwrap();
        assert_eq!((found.0, found.2), (index + 1, 7 - index), "{}", line.len());
    }
}

#[test]
fn zeros_at_the_end_are_a_torn_tail() {
    let bytes = recorded().public;
    for zeros in [1, 7, 4096] {
        let mut filled = bytes.clone();
        filled.resize(bytes.len() + zeros, 0);
        let opened = open(&filled);
        assert_eq!(opened.public.lines.len(), 8);
        assert_eq!(opened.footing().unwrap().public.len, bytes.len());
        // The end of the last line never came, only its length did.
        let half = bytes.len() - 20;
        filled[half..].fill(0);
        assert_eq!(open(&filled).public.lines.len(), 7);
        assert!(matches!(open(&filled).public.tail, Tail::Torn { .. }));
    }
    assert!(matches!(open(&[0; 512]).public.tail, Tail::Torn { .. }));
}

/// Mangles a record of eight lines, and says which line is wrong and how.
type Mangling = (&'static str, fn(&[&[u8]]) -> Vec<u8>, Option<(usize, Why)>);

const MANGLED: [Mangling; 15] = [
    ("nothing", |lines| lines.concat(), None),
    ("CR LF throughout", |lines| crlf(lines, 0), Some((1, Why::LineEnd))),
    ("CR LF from line 4 on", |lines| crlf(lines, 3), Some((4, Why::LineEnd))),
    ("CR LF in the last line", |lines| crlf(lines, 7), Some((8, Why::LineEnd))),
    ("old Mac line ends", |lines| lines.concat().replaced(b'\n', b'\r'), Some((1, Why::Unfinished))),
    ("first line twice", |lines| [&lines[..1], lines].concat().concat(), Some((2, Why::Sum))),
    ("line 3 twice", |lines| [&lines[..3], &lines[2..]].concat().concat(), Some((4, Why::Sum))),
    ("lines 2 and 3 swapped", |lines| swapped(lines, 1), Some((2, Why::Sum))),
    ("lines 7 and 8 swapped", |lines| swapped(lines, 6), Some((7, Why::Sum))),
    ("line 1 lost", |lines| lines[1..].concat(), Some((1, Why::Sum))),
    ("line 5 lost", |lines| [&lines[..4], &lines[5..]].concat().concat(), Some((5, Why::Sum))),
    ("byte order mark", |lines| [b"\xEF\xBB\xBF", lines.concat().as_slice()].concat(), Some((1, Why::Sum))),
    ("empty line", |lines| [lines[0], b"\n", lines[1], lines[2]].concat(), Some((2, Why::Shape))),
    ("a line feed lost", |lines| lines.concat().without_feed(3), Some((4, Why::Sum))),
    ("the last line feed but one lost", |lines| lines.concat().without_feed(6), Some((7, Why::Sum))),
];

trait Mangle {
    fn replaced(self, old: u8, new: u8) -> Self;
    fn without_feed(self, which: usize) -> Self;
}

impl Mangle for Vec<u8> {
    fn replaced(mut self, old: u8, new: u8) -> Self {
        self.iter_mut().filter(|byte| **byte == old).for_each(|byte| *byte = new);
        self
    }

    fn without_feed(mut self, which: usize) -> Self {
        let feeds = self.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let at = feeds.map(|(at, _)| at).nth(which).unwrap();
        self.remove(at);
        self
    }
}

fn crlf(lines: &[&[u8]], from: usize) -> Vec<u8> {
    let mut bytes = lines[..from].concat();
    for line in &lines[from..] {
        bytes.extend_from_slice(&line[..line.len() - 1]);
        bytes.extend_from_slice(b"\r\n");
    }
    bytes
}

fn swapped(lines: &[&[u8]], first: usize) -> Vec<u8> {
    let mut lines = lines.to_vec();
    lines.swap(first, first + 1);
    lines.concat()
}

#[test]
fn mangling_is_damage_and_never_cut() {
    let bytes = recorded().public;
    for (about, mangle, expected) in MANGLED {
        let mangled = mangle(&lines_of(&bytes));
        let opened = open(&mangled);
        let found = damage(&opened).map(|(line, why, _)| (line, why));
        assert_eq!(found, expected, "{about}");
        assert_only_originals(&opened, &bytes, about);
        assert_eq!(opened.footing().is_none(), expected.is_some(), "{about}");
    }
}

#[test]
fn a_file_that_was_never_ours_is_not_cut() {
    for text in ["Minutes of the meeting\n", "{\"n\":1,\"at\":\"\"}\n", "[body]\nname = 1", "\n", "\u{feff}"] {
        let opened = open(text.as_bytes());
        assert_eq!(damage(&opened), Some((1, Why::Nothing, 0)), "{text:?}");
        assert!(opened.troubles()[0].what.contains("not a record"), "{text:?}");
    }
}

#[test]
fn what_the_troubles_say() {
    let bytes = recorded().public;
    let mut torn = bytes.clone();
    torn.pop();
    for (bytes, text) in [
        (
            torn,
            "The last write to the record was cut short: 92 bytes at its end are not a whole \
             entry. They are kept in the .torn file. Check that the last thing entered before the \
             program stopped is in the record, and enter it again if it is not.",
        ),
        (
            crlf(&lines_of(&bytes), 3),
            "Line 4 of the record ends in another way than it was written: another program \
             changed the line ends. 5 lines from there on can be read. Nothing will be written to it. Put \
             back a copy that no other program has saved.",
        ),
        (
            swapped(&lines_of(&bytes), 1),
            "Line 2 of the record does not match its checksum: it was changed, moved or damaged \
             after it was written. 5 lines from there on can be read. Nothing will be written to it. Put \
             back an undamaged copy, or export what can be read.",
        ),
    ] {
        assert_eq!(open(&bytes).troubles()[0].to_string(), text);
    }
}

proptest! {
    #[test]
    fn whatever_is_done_to_it_nothing_false_is_believed(
        at in 0..2000_usize,
        take in 0..300_usize,
        put in proptest::collection::vec(any::<u8>(), 0..40),
    ) {
        let original = recorded().public;
        let mut bytes = original.clone();
        let at = at.min(bytes.len());
        let end = (at + take).min(bytes.len());
        bytes.splice(at..end, put);
        let opened = open(&bytes);
        assert_only_originals(&opened, &original, "spliced");
        let clean = matches!(opened.public.tail, Tail::Clean);
        prop_assert_eq!(clean, original.starts_with(&bytes) && whole_lines(&bytes) == bytes);
    }

    #[test]
    fn any_bytes_open_to_something(
        public in proptest::collection::vec(any::<u8>(), 0..400),
        private in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let opened = read(&public, Some(&private));
        prop_assert!(opened.public.lines.is_empty());
        _ = opened.troubles();
    }
}
