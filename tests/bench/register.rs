//! The register of actions over a folder of records: read, verified, folded and made one.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use quorate::meeting::command::When;
use quorate::meeting::event::{Entry, Event};
use quorate::meeting::fact::{Action, Audience, Content, Owner, Standing};
use quorate::register::{actions, of_meeting};
use quorate::run::folder::gather;
use serde_json::Value;

use crate::Effort;
use crate::meetings::{Spread, long};
use crate::scratch::Scratch;
use crate::table::{heading, judged, ratio, row, shown};
use crate::timing::Samples;

/// The points of a meeting of two hours.
const POINTS: usize = 150;
/// The undertakings of such a meeting.
const ACTIONS: usize = 8;
/// The most that reading hundreds of records may take, in seconds.
const MOST: f64 = 1.0;

/// Measures it.
pub(crate) fn run(effort: Effort) {
    let size = effort.pick(20, 200);
    let about = "Yardstick: the same bytes read and parsed as JSON values on one thread, by turns.";
    heading("The register of actions", about, &["register", "JSON values"]);
    let scratch = Scratch::new();
    let entries = meeting();
    for number in 0..size {
        scratch.record(&format!("{number:03}"), &entries);
    }
    let (mut register, mut parsing) = (Samples::default(), Samples::default());
    for _ in 0..effort.pick(2, 9) {
        let found = register.take(|| {
            actions(
                gather(&scratch.file(""), |whole| of_meeting(whole.state, whole.style, whole.entries))
                    .expect("a folder")
                    .found,
            )
        });
        assert!(found.actions.len() >= ACTIONS, "every action is found");
        parsing.take(|| parsed(&scratch.file("")));
    }
    let times = [register.median(), parsing.median()];
    let verdict = format!("{:.1} times the yardstick", ratio(times[0], times[1]));
    row(&format!("{size} records of {} entries", entries.len()), &times.map(shown), &verdict);
    row("a second at most", &[], &judged("below", "SLOW", times[0].as_secs_f64(), MOST));
}

/// A meeting of usual length, with undertakings.
fn meeting() -> Vec<Entry> {
    let mut long = long(POINTS, Spread::OneItem, 200);
    for number in 0..ACTIONS {
        let action = Action {
            text: format!("send figure {number} to all members"),
            owner: Some(Owner::Named("the Clerk".to_owned())),
            due: Some("next meeting".to_owned()),
            from: None,
            standing: Standing::Open,
        };
        let index = POINTS + number;
        let events = vec![Event::Recorded { item: long.middle.clone(), index, content: Content::Action(action) }];
        long.at += TimeDelta::seconds(1);
        let entry = long.meeting.entry_for(events, When::now(long.at), "clerk", Audience::Public);
        long.meeting.apply(&entry);
        long.entries.push(entry);
    }
    long.entries
}

fn parsed(folder: &Path) -> usize {
    let records = fs::read_dir(folder).expect("a folder").filter_map(|entry| fs::read(entry.ok()?.path()).ok());
    let values = |bytes: Vec<u8>| {
        bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice::<Value>(line).ok()).count()
    };
    records.map(values).sum()
}
