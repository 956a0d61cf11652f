//! A lively debate from its script to the exported minutes: motions, amendments and votes of every kind.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use quorate::app::script;
use quorate::meeting::Meeting;
use quorate::meeting::event::Entry;
use quorate::meeting::findings::Findings;
use quorate::minutes::document::{minutes, register};
use quorate::minutes::style::Style;
use quorate::minutes::write::{Csv, Text, Writer};
use quorate::run::papers;
use quorate::run::replay::play;

fn read(name: &str) -> String {
    fs::read_to_string(Path::new("tests/debate").join(name)).unwrap()
}

fn played() -> Meeting {
    let papers = papers::find("tests/debate/meeting.toml").unwrap().read().unwrap_or_else(|wrong| panic!("{wrong}"));
    let (script, problems) =
        script::parse("meeting.script", &read("meeting.script"), papers.agenda.date, papers.body.zone);
    assert!(problems.is_empty(), "{problems}");
    let opened = papers.opened(false);
    let entries: Vec<Entry> = play(opened.clone(), &script, "clerk").unwrap_or_else(|stop| panic!("{stop}"));
    let mut meeting = Meeting::new(opened);
    for entry in &entries {
        meeting.apply(entry);
    }
    meeting
}

/// Compares with what was printed before; `QUORATE_BLESS` writes it anew.
fn prints(name: &str, text: &str) {
    if std::env::var_os("QUORATE_BLESS").is_some() {
        fs::write(Path::new("tests/debate").join(name), text).unwrap();
    }
    assert_eq!(text, read(name), "{name} prints otherwise than before");
}

#[test]
fn the_debate_prints_as_it_went() {
    let meeting = played();
    let (style, problems) = Style::read("house style", meeting.state().style());
    assert!(problems.is_empty(), "{problems}");
    prints("minutes.txt", &Text::new(&style, 100).to_text(minutes(meeting.state(), &style)));
    prints("actions.csv", &Csv::default().to_text([register(meeting.state(), &style)]));
}

#[test]
fn nothing_in_it_is_found_wrong() {
    let meeting = played();
    let found: Vec<String> = Findings::of(meeting.state()).iter().map(|found| found.sentence.clone()).collect();
    assert!(found.is_empty(), "{found:#?}");
}
