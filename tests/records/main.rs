//! Records that must open for ever.
//!
//! Those in this folder were written by some release and are never written again. When the format grows, a new record
//! is made beside them under a new name (`QUORATE_WRITE_RECORDS=1 cargo test --test records write`, which leaves
//! those that are there alone), with the text of what it comes to.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod corpus;
mod kinds;
mod write;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use quorate::journal::codec::encode;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Reading, Scope, fold, read};

/// Every record here that this release understands whole.
const WHOLE: [&str; 22] = [
    "every-kind",
    "rescued",
    "corrected",
    "adopted",
    "private",
    "interests",
    "attended",
    "lettered",
    "course",
    "panel",
    "parish",
    "published",
    "voted",
    "stages",
    "submitted",
    "summarised",
    "signed",
    "asked",
    "carried",
    "timed",
    "substituted",
    "hearing",
];
/// Records of releases that are not there yet, with what such a release is told by.
const NEWER: [(&str, &str); 2] = [("newer-kind", "hologram"), ("newer-format", "format 2")];

fn place(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/records").join(name)
}

fn files(name: &str) -> RecordFiles {
    RecordFiles::at(place(&format!("{name}.record.jsonl")))
}

fn open(name: &str, scope: Scope) -> Reading {
    read(&files(name), scope).unwrap_or_else(|problem| panic!("{name}: {problem}"))
}

/// What a record comes to in print, from its public file alone.
fn spelled(name: &str) -> String {
    let reading = open(name, Scope::Public);
    let page = Page { width: 80, place: For::Screen, private: false };
    let part = |name| {
        let format = Format::named(name).unwrap();
        let text = String::from_utf8(spell(reading.meeting.state(), format, page)).unwrap();
        format!("==== {}\n{text}", format.ending())
    };
    ["text", "actions", "actions-csv"].map(part).concat()
}

#[test]
fn every_kind_is_in_the_corpus() {
    let seen: kinds::Seen =
        WHOLE.iter().flat_map(|name| kinds::in_entries(&open(name, Scope::Whole).entries)).collect();
    let missing: Vec<_> = kinds::all().difference(&seen).copied().collect();
    assert!(missing.is_empty(), "put these into the corpus, in a record beside the old one: {missing:?}");
}

/// The fields of facts that the format leaves out where they hold nothing, as the types of the domain declare them.
fn optional_fields() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/meeting/fact")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(path).unwrap();
            let mut renamed = None;
            for line in text.lines().map(str::trim) {
                if line.starts_with("#[serde(") && line.contains("skip_serializing_if") {
                    renamed = Some(line.split_once("rename = \"").map(|(_, name)| name.split('"').next().unwrap()));
                } else if let Some(rename) = renamed.filter(|_| !line.starts_with("#[")) {
                    let field = line.trim_start_matches("pub ").split(':').next().unwrap();
                    found.insert(rename.unwrap_or(field).to_owned());
                    renamed = None;
                }
            }
        }
    }
    found
}

#[test]
fn every_optional_field_is_in_the_corpus() {
    let files = WHOLE.iter().flat_map(|name| {
        let files = files(name);
        [files.record().to_owned(), place(&format!("{name}.exempt.jsonl"))]
    });
    let text: String = files.map(|file| fs::read_to_string(file).unwrap()).collect();
    let fields = optional_fields();
    assert!(fields.len() > 40, "{fields:?}");
    let missing: Vec<&String> = fields.iter().filter(|field| !text.contains(&format!("\"{field}\":"))).collect();
    assert!(missing.is_empty(), "put these into the corpus, in a record beside the old ones: {missing:?}");
}

#[test]
fn what_was_written_is_what_would_be_written() {
    for name in WHOLE {
        let reading = open(name, Scope::Whole);
        let raw = quorate::journal::read(&reading.bytes.public, Some(&reading.bytes.private));
        let private = raw.private.unwrap().chain.lines;
        let mut stubs = 0;
        for (line, entry) in raw.public.lines.iter().zip(&reading.entries) {
            let again = encode(entry).unwrap();
            let texts = |raw: &[&serde_json::value::RawValue]| -> Vec<String> {
                raw.iter().map(|raw| raw.get().to_owned()).collect()
            };
            let events: Vec<String> = again.events.iter().map(|raw| raw.get().to_owned()).collect();
            assert_eq!(events, texts(&line.events), "{name}: entry {}", line.n);
            let exempt = private.iter().find(|other| other.n == line.n);
            let events: Vec<String> = again.exempt.iter().map(|raw| raw.get().to_owned()).collect();
            assert_eq!(events, exempt.map_or_else(Vec::new, |line| texts(&line.events)), "{name}: entry {}", line.n);
            assert_eq!((&again.at[..], again.when.as_deref()), (&line.at[..], line.when.as_deref()));
            assert_eq!(line.private, exempt.map(|exempt| exempt.sum));
            stubs += usize::from(line.private.is_some());
        }
        assert_eq!((raw.public.lines.len(), private.len()), (reading.entries.len(), stubs), "{name}");
        assert!(stubs > 3, "{name} has a private file");
    }
}

#[test]
fn each_opens_without_a_word_and_prints_what_it_printed() {
    for name in WHOLE {
        let reading = open(name, Scope::Whole);
        assert!(reading.troubles.is_empty() && reading.barred.is_none(), "{name}: {:?}", reading.troubles);
        assert!(reading.footing.is_some(), "{name} can be gone on with");
        let printed = fs::read_to_string(place(&format!("{name}.txt"))).unwrap();
        assert_eq!(spelled(name), printed, "{name} prints something else than it did");
    }
}

#[test]
fn a_newer_record_is_read_as_far_as_it_is_understood_and_never_written_to() {
    for (name, what) in NEWER {
        let reading = open(name, Scope::Whole);
        let barred = reading.barred.unwrap_or_else(|| panic!("{name} may be written to"));
        assert!(barred.what.contains("made by a newer quorate") && barred.what.contains(what), "{}", barred.what);
        let printed = fs::read_to_string(place(&format!("{name}.txt"))).unwrap();
        assert_eq!(spelled(name), printed, "{name} prints something else than it did");
    }
}

#[test]
fn a_rescued_record_names_the_one_it_came_from() {
    let reading = open("rescued", Scope::Whole);
    let rescued = quorate::journal::codec::rescued(reading.bytes.public.split(|byte| *byte == b'\n').next().unwrap());
    assert_eq!(rescued.len(), 1);
    assert!(rescued[0].from.ends_with("every-kind.record.jsonl"), "{:?}", rescued[0]);
}

/// A record cut anywhere opens to the entries before the cut, or says that it is no record.
#[test]
fn every_record_cut_at_every_line_is_a_shorter_meeting() {
    for name in WHOLE {
        let whole = open(name, Scope::Whole);
        for end in 1..=whole.entries.len() {
            let meeting = fold(&whole.entries[..end]).unwrap();
            assert_eq!(meeting.next(), whole.entries[end - 1].n + 1, "{name}");
        }
    }
}
