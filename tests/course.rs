//! Whole meetings as scripts, and the minutes that they come to: `course/<name>.script` and `course/<name>.txt`.
//!
//! What is printed is accepted on purpose: `QUORATE_BLESS=1 cargo test --test course`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use quorate::app::script;
use quorate::meeting::Meeting;
use quorate::meeting::event::Entry;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::papers;
use quorate::run::replay::play;

/// A script played on the agenda of this folder.
fn played(name: &str) -> (Meeting, Vec<Entry>) {
    let papers = papers::find("tests/course/meeting.toml").unwrap();
    let papers = papers.read().unwrap_or_else(|problems| panic!("{problems}"));
    let text = fs::read_to_string(format!("tests/course/{name}.script")).unwrap();
    let (script, problems) = script::parse(name, &text, papers.agenda.date, papers.body.zone);
    assert!(problems.is_empty(), "{name} is no script: {problems}");
    let opened = papers.opened(false);
    let entries = play(opened.clone(), &script, "clerk").unwrap_or_else(|stop| panic!("{name} stops: {stop}"));
    let mut meeting = Meeting::new(opened);
    for entry in &entries {
        meeting.apply(entry);
    }
    (meeting, entries)
}

fn printed(name: &str) -> String {
    let (meeting, _) = played(name);
    let page = Page { width: 80, place: For::Screen, private: false };
    String::from_utf8(spell(meeting.state(), Format::TEXT, page)).unwrap()
}

#[test]
fn a_lively_evening_reads_as_minutes_do() {
    let (text, file) = (printed("evening"), "tests/course/evening.txt");
    if std::env::var_os("QUORATE_BLESS").is_some() {
        fs::write(file, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(file).unwrap());
}

#[test]
fn entries_after_a_handover_bear_the_name_of_whoever_writes() {
    let (_, entries) = played("evening");
    let by: Vec<&str> = entries.iter().map(|entry| entry.by.as_str()).collect();
    let handed = by.iter().position(|by| *by == "LL").unwrap();
    assert!(by.iter().take(handed).all(|by| *by == "clerk") && by.iter().skip(handed).all(|by| *by == "LL"));
}
