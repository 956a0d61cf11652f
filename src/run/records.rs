//! The records that lie in folders, and what the first line of each says of its meeting: the body, the day, whether it is
//! a rehearsal. Whatever looks for meetings looks here.

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::journal::codec::first;
use crate::meeting::event::Opened;
use crate::problem::{Problem, Problems};

use super::outcome::shown;
use super::places::{RecordFiles, files_below, is_record};

/// How many folders deep agendas and records are looked for.
pub const DEPTH: usize = 2;
/// The longest first line of a record that is looked at, in bytes.
const FIRST_LINE: u64 = 16 * 1024 * 1024;

/// How many copies of records are named.
const NAMED: usize = 3;

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
        let line = first_line(&record);
        listed(record, line.as_deref())
    }

    /// Whether it is of a rehearsal, by its first line or its name.
    pub fn practice(&self) -> bool {
        self.opened.as_ref().is_some_and(|opened| opened.practice) || RecordFiles::at(&self.record).practice()
    }
}

fn listed(record: PathBuf, line: Option<&[u8]>) -> Listed {
    Listed { record, opened: line.and_then(first) }
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

/// The records below a folder.
#[derive(Clone, Debug)]
pub struct Walked {
    /// The records, in the order of their names.
    pub records: Vec<PathBuf>,
    /// The folders that cannot be opened, and what was passed over.
    pub problems: Problems,
}

/// Every record in a folder and below it, however deep and however linked: each folder and each file once.
pub fn walked(folder: &Path) -> Walked {
    let mut walked = Walked { records: Vec::new(), problems: Problems::new() };
    let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::canonicalize(&folder).and_then(|whole| {
            if seen.insert(whole) { fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>() } else { Ok(Vec::new()) }
        });
        let entries = entries.unwrap_or_else(|error| {
            walked.problems.push(unopened(&folder, &error));
            Vec::new()
        });
        for path in entries.into_iter().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if is_record(&path) && fs::canonicalize(&path).map_or(true, |whole| seen.insert(whole)) {
                walked.records.push(path);
            }
        }
    }
    walked.records.sort();
    walked
}

fn unopened(folder: &Path, error: &io::Error) -> Problem {
    let what = format!("the folder '{}' cannot be opened, and no record in it was read: {error}", shown(folder));
    Problem::error(what).hint("Ask whoever may open it, or move the records to where you may read them")
}

/// Those that are no rehearsals, and of records that begin with the same entry the longest: the others are copies of it.
pub fn distinct(walked: Walked) -> Walked {
    let Walked { records, mut problems } = walked;
    let length = |record: &Path| fs::metadata(record).map_or(0, |data| data.len());
    let mut kept: Vec<PathBuf> = Vec::new();
    let mut known: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut copies: Vec<String> = Vec::new();
    for record in records {
        let line = first_line(&record);
        if listed(record.clone(), line.as_deref()).practice() {
            continue;
        }
        let line = line.filter(|line| line.ends_with(b"\n"));
        let place = line.as_ref().and_then(|line| known.get(line).copied());
        let Some(other) = place.and_then(|place| kept.get_mut(place)) else {
            known.extend(line.map(|line| (line, kept.len())));
            kept.push(record);
            continue;
        };
        let longer = length(&record) > length(other);
        let copy = if longer { std::mem::replace(other, record) } else { record };
        copies.push(format!("'{}' of '{}'", shown(&copy), shown(other)));
    }
    problems.extend(passed_over(&copies));
    Walked { records: kept, problems }
}

/// That copies of records are not read, of which a few are named.
fn passed_over(copies: &[String]) -> Option<Problem> {
    let named: Vec<&str> = copies.iter().take(NAMED).map(String::as_str).collect();
    let more = match copies.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let what = match copies.len() {
        0 => return None,
        1 => format!("a copy of a record was passed over: {}", named.concat()),
        some => format!("{some} copies of records were passed over: {}{more}", named.join(", ")),
    };
    Some(Problem::warning(what).hint("Keep copies of records in a folder of their own"))
}

/// The first line of a record; nothing where that is no file.
pub fn first_line(record: &Path) -> Option<Vec<u8>> {
    // A pipe would be waited for.
    fs::metadata(record).ok().filter(fs::Metadata::is_file)?;
    let file = File::open(record).ok()?;
    let mut line = Vec::new();
    BufReader::new(file).take(FIRST_LINE).read_until(b'\n', &mut line).ok()?;
    Some(line)
}

#[cfg(test)]
mod tests {
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
