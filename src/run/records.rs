//! The records that lie in folders, and what the first line of each says of its meeting: the body, the day, whether it is
//! a rehearsal. Whatever looks for meetings looks here.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::journal::codec::first;
use crate::meeting::event::Opened;

use super::places::{RecordFiles, files_below, is_record};

/// How many folders deep agendas and records are looked for.
pub const DEPTH: usize = 2;
/// The longest first line of a record that is looked at, in bytes.
const FIRST_LINE: u64 = 16 * 1024 * 1024;

/// A record that lies in a folder.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The record.
    pub record: PathBuf,
    /// What its first line says; nothing where that cannot be read.
    pub opened: Option<Box<Opened>>,
}

impl Listed {
    /// The record at a path.
    pub fn at(record: PathBuf) -> Self {
        let opened = first_line(&record).and_then(|line| first(&line));
        Self { record, opened }
    }

    /// Whether it is of a rehearsal, by its first line or its name.
    pub fn practice(&self) -> bool {
        self.opened.as_ref().is_some_and(|opened| opened.practice) || RecordFiles::at(&self.record).practice()
    }
}

/// The records in a folder and `depth` levels below it, in the order of their names.
pub fn paths(folder: &Path, depth: usize) -> impl Iterator<Item = PathBuf> {
    files_below(folder, depth).into_iter().filter(|path| is_record(path))
}

/// The meetings whose records are in a folder and `depth` levels below it, in the order of the names of the records.
/// Rehearsals are passed over, and so are records whose first line cannot be read.
pub fn meetings(folder: &Path, depth: usize) -> impl Iterator<Item = (PathBuf, Box<Opened>)> {
    let listed = paths(folder, depth).map(Listed::at).filter(|listed| !listed.practice());
    listed.filter_map(|Listed { record, opened }| Some((record, opened?)))
}

/// The first line of a record.
pub fn first_line(record: &Path) -> Option<Vec<u8>> {
    let file = File::open(record).ok()?;
    let mut line = Vec::new();
    BufReader::new(file).take(FIRST_LINE).read_until(b'\n', &mut line).ok()?;
    Some(line)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// A first line of a meeting, with what differs.
    fn line(practice: bool) -> String {
        let compiled = crate::load::compiled::agendas().next().expect("an agenda");
        let place = crate::run::papers::Place::Compiled(compiled);
        let papers = place.read().expect("an agenda without errors");
        let opened = papers.opened(practice);
        let entry = serde_json::json!({
            "n": 1,
            "at": "2023-07-19T12:55:00Z",
            "by": "jb",
            "events": [crate::meeting::event::Event::Opened(Box::new(opened))],
            "sum": "0000000000000000",
        });
        format!("{entry}\n")
    }

    #[test]
    fn rehearsals_and_what_cannot_be_read_are_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("below");
        fs::create_dir(&below).expect("a folder");
        for (name, text) in [
            ("b.record.jsonl", line(false)),
            ("a.record.jsonl", line(false)),
            ("named.practice.record.jsonl", line(false)),
            ("said.record.jsonl", line(true)),
            ("broken.record.jsonl", "{\"n\":1".to_owned()),
            ("empty.record.jsonl", String::new()),
            ("a.exempt.jsonl", line(false)),
            ("below/c.record.jsonl", line(false)),
        ] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        let names = |depth| {
            let found = meetings(folder.path(), depth).map(|(path, _)| super::super::places::name_of(&path));
            found.collect::<Vec<_>>()
        };
        assert_eq!(names(0), ["a.record.jsonl", "b.record.jsonl"]);
        assert_eq!(names(1), ["a.record.jsonl", "b.record.jsonl", "c.record.jsonl"]);
        assert_eq!(meetings(&folder.path().join("none"), 1).count(), 0);
        assert_eq!(paths(folder.path(), 0).count(), 6, "whoever tells of broken records has all of them");
    }
}
