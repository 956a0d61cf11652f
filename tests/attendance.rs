//! A meeting whose members come, go, send substitutes and change chairs, from its script to its minutes; and what the
//! clerk is told on the way.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use quorate::app::script;
use quorate::app::session::Session;
use quorate::meeting::Meeting;
use quorate::meeting::command::When;
use quorate::meeting::event::Opened;
use quorate::meeting::state::State;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::papers;

fn opened() -> Opened {
    papers::find("tests/attendance/meeting.toml").unwrap().read().unwrap().opened(false)
}

/// Plays the script and gives every notice, with the line that it followed.
fn played(opened: Opened) -> (Session, Vec<String>) {
    let text = fs::read_to_string("tests/attendance/meeting.script").unwrap();
    let (steps, problems) = script::parse("meeting", &text, opened.agenda.date, opened.body.zone);
    assert!(problems.is_empty(), "{problems}");
    let mut session = Session::new(Meeting::new(opened), "clerk");
    let mut notices = Vec::new();
    for step in &steps.steps {
        let ran = session.run(&step.command, When::now(step.now));
        let ran = ran.unwrap_or_else(|stop| panic!("{}: {stop}", step.command));
        notices.extend(ran.notices.into_iter().map(|notice| format!("{}: {notice}", step.command)));
    }
    (session, notices)
}

fn spelt(state: &State) -> String {
    let page = Page { width: 100, place: For::Screen, private: false };
    String::from_utf8(spell(state, Format::TEXT, page)).unwrap()
}

/// Compares with a file of this folder, which `QUORATE_BLESS=1` writes anew.
fn same(name: &str, text: &str) {
    let path = format!("tests/attendance/{name}");
    if std::env::var_os("QUORATE_BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), text, "{path}");
}

#[test]
fn the_minutes_tell_who_was_there_when_and_in_whose_place() {
    let (session, _) = played(opened());
    same("minutes.txt", &spelt(session.state()));
}

#[test]
fn a_house_may_print_attendance_as_a_table() {
    let mut opened = opened();
    opened.style = opened.style.replace("attendance = \"list\"", "attendance = \"grid\"");
    let (session, _) = played(opened);
    let text = spelt(session.state());
    let head = text.split("1. Apologies for Absence").next().unwrap();
    same("grid.txt", head);
}

#[test]
fn the_clerk_is_told_at_once_what_follows() {
    let (_, notices) = played(opened());
    same("notices.txt", &(notices.join("\n") + "\n"));
}
