//! Opening a record: read, its chain verified, decoded, folded, and every finding found.

use std::fs;

use quorate::meeting::findings::Findings;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{self, Scope};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::scratch::Scratch;
use crate::table::{heading, ratio, row, shown};
use crate::timing::Samples;

/// Measures it.
pub(crate) fn run(effort: Effort) {
    let sizes = [1_000, effort.pick(5_000, 100_000)];
    let about = "Yardstick: the same bytes read, hashed with SHA-256 and parsed as JSON values, by turns.";
    heading("Opening a record", about, &["opening", "findings", "read and hash", "JSON values"]);
    let scratch = Scratch::new();
    for (spread, name) in [(Spread::OneItem, "one item"), (Spread::ManyItems, "many items")] {
        for size in sizes {
            let files = scratch.record(&format!("{size} {name}"), &long(size, spread, 200).entries);
            let megabytes = fs::metadata(files.record()).map_or(0, |found| found.len()) / 1_000_000;
            measure(&format!("{size} facts, {name}, {megabytes} MB"), &files, effort.pick(3, 7));
        }
    }
}

fn measure(name: &str, files: &RecordFiles, rounds: usize) {
    let [mut opening, mut findings, mut hashing, mut parsing]: [Samples; 4] = Default::default();
    for _ in 0..rounds {
        let reading = opening.take(|| reading::read(files, Scope::Whole)).expect("the record can be read");
        findings.take(|| Findings::of(reading.meeting.state()));
        let bytes = hashing.take(|| read_and_hash(files));
        parsing.take(|| bytes.split(|byte| *byte == b'\n').filter_map(value).count());
    }
    let times = [&opening, &findings, &hashing, &parsing].map(Samples::median);
    let [opening, findings, hashing, parsing] = times;
    let verdict = format!("{:.1} times the yardstick", ratio(opening + findings, hashing + parsing));
    row(name, &times.map(shown), &verdict);
}

fn read_and_hash(files: &RecordFiles) -> Vec<u8> {
    let bytes = fs::read(files.record()).expect("the record can be read");
    std::hint::black_box(Sha256::digest(&bytes));
    bytes
}

fn value(line: &[u8]) -> Option<Value> {
    serde_json::from_slice(line).ok()
}
