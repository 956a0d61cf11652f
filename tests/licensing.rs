//! A licensing hearing as a script, the papers that it comes to, and what the program says of it.
//!
//! What is printed is accepted on purpose: `QUORATE_BLESS=1 cargo test --test licensing`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use quorate::app::script;
use quorate::meeting::Meeting;
use quorate::meeting::findings::Findings;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::papers;
use quorate::run::replay::play;

/// The script of the hearing, altered, played on the agenda of this folder.
fn played(alter: impl Fn(String) -> String) -> Meeting {
    let papers = papers::find("tests/licensing/meeting.toml").unwrap();
    let papers = papers.read().unwrap_or_else(|problems| panic!("{problems}"));
    let text = alter(fs::read_to_string("tests/licensing/hearing.script").unwrap());
    let (script, problems) = script::parse("hearing", &text, papers.agenda.date, papers.body.zone);
    assert!(problems.is_empty(), "{problems}");
    let opened = papers.opened(false);
    let entries = play(opened.clone(), &script, "clerk").unwrap_or_else(|stop| panic!("{stop}"));
    let mut meeting = Meeting::new(opened);
    for entry in &entries {
        meeting.apply(entry);
    }
    meeting
}

fn printed(meeting: &Meeting, format: &str) -> String {
    let page = Page { width: 80, place: For::Screen, private: false };
    let format = Format::named(format).unwrap();
    String::from_utf8(spell(meeting.state(), format, page)).unwrap()
}

fn found(meeting: &Meeting) -> Vec<&'static str> {
    Findings::of(meeting.state()).iter().map(|finding| finding.rule.name).collect()
}

#[test]
fn a_hearing_reads_as_its_minutes_and_decisions_do() {
    let meeting = played(|text| text);
    for format in ["text", "decisions"] {
        let (text, file) = (printed(&meeting, format), format!("tests/licensing/{format}.txt"));
        if std::env::var_os("QUORATE_BLESS").is_some() {
            fs::write(&file, &text).unwrap();
        }
        assert_eq!(text, fs::read_to_string(file).unwrap());
    }
}

#[test]
fn no_question_mark_is_printed_for_what_nobody_recorded() {
    let text = printed(&played(|text| text), "text");
    assert!(!text.contains('?'), "{text}");
    assert!(text.contains("Minutes of the meeting held on 3 November 2026 were agreed"), "{text}");
}

#[test]
fn no_act_is_cited_that_nobody_named() {
    let meeting = played(|text| text.replace("under hearing moved", "because the parties asked for it moved"));
    let meeting = match meeting {
        meeting if found(&meeting).contains(&"exclusion-without-law") => meeting,
        other => panic!("{:?}", found(&other)),
    };
    let text = printed(&meeting, "text");
    assert!(!text.contains(" Act "), "{text}");
}

#[test]
fn minutes_of_which_nothing_was_recorded_are_no_bare_heading() {
    let meeting = played(|text| text.replace("10:01 minutes agreed\n", ""));
    let text = printed(&meeting, "text");
    assert!(text.contains("Nothing is recorded of the minutes of the previous meeting."), "{text}");
    assert!(found(&meeting).contains(&"minutes-not-dealt-with"));
}

#[test]
fn the_list_before_closing_has_what_is_wrong_after_it() {
    let of = |meeting: &Meeting, closing: bool| -> Vec<(&'static str, String)> {
        let findings = Findings::of(meeting.state());
        let told = |finding: &quorate::meeting::findings::Finding| (finding.rule.name, finding.subject.to_string());
        let mut told: Vec<_> = if closing {
            findings.at_close(meeting.state()).in_order(meeting.state()).map(told).collect()
        } else {
            findings.iter().map(told).collect()
        };
        told.sort();
        told
    };
    let until = |text: String, last: &str| text.split(last).next().unwrap().to_owned();
    let drop = ["10:41 decide", "10:40 readmit", "10:02 update", "10:05 go 5", "10:01 minutes"];
    for line in drop {
        let open = played(|text| until(text, line));
        let closed = played(|text| format!("{}10:50 close\n", until(text, line)));
        let live = ["no-presider", "inquorate", "private-at-open-item"];
        let before: Vec<_> = of(&open, true).into_iter().filter(|(name, _)| !live.contains(name)).collect();
        assert_eq!(before, of(&closed, false), "before {line}");
    }
}
