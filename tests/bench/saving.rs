//! A fact made safe, beside a bare append and sync of the same bytes on the same disk.

use std::fs::{self, OpenOptions};
use std::io::Write;

use quorate::journal::codec::encode;

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::scratch::Scratch;
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::Samples;

/// The most that a fact may take of a bare append's time.
const MOST: f64 = 1.5;

/// Measures it.
pub(crate) fn run(effort: Effort) {
    let facts = effort.pick(40, 400);
    let scratch = Scratch::new();
    let entries = long(facts, Spread::OneItem, 200).entries;
    let (files, mut recorder) = scratch.recorder("synced");
    let bare = scratch.file("bare");
    let mut file = OpenOptions::new().append(true).create(true).open(&bare).expect("the folder can be written to");
    let (mut ours, mut yardstick) = (Samples::default(), Samples::default());
    let mut known = 0;
    for entry in &entries {
        ours.take(|| {
            let line = encode(entry).expect("an entry can be spelt");
            recorder.append(&[line]).expect("the record can be written");
        });
        let whole = fs::read(files.record()).expect("the record can be read");
        let line = whole.get(known..).unwrap_or_default();
        yardstick.take(|| {
            file.write_all(line).expect("the folder can be written to");
            file.sync_data().expect("the disk can be synced");
        });
        known = whole.len();
    }
    heading(
        "A fact made safe",
        "Yardstick: the same bytes appended and synced bare, by turns.",
        &["fact", "bare append"],
    );
    let (ours, yardstick) = (ours.median(), yardstick.median());
    let verdict = judged("good", "TOO SLOW", ratio(ours, yardstick), MOST);
    row(&format!("one of {facts}"), &[shown(ours), shown(yardstick)], &verdict);
}
