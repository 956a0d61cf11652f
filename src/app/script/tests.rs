//! Tests of scripts.

use chrono::NaiveDate;

use super::*;
use crate::app::sample;
use crate::meeting::Meeting;
use crate::meeting::event::{Opened, Presence};
use crate::meeting::fact::{Content, Owner, Section};

const JULY: &str = include_str!("../../../agendas/cambridgeshire-police-and-crime-panel/2023-07-19.script");

fn read(text: &str) -> (Script, Problems) {
    parse("it.script", text, NaiveDate::from_ymd_opt(2023, 7, 19).unwrap(), chrono_tz::Europe::London)
}

fn played(text: &str) -> (Session, Result<Vec<Entry>, ScriptStop>) {
    let (script, problems) = read(text);
    assert!(problems.is_empty(), "{problems}");
    let mut session = sample::session();
    let result = play(&mut session, &script);
    (session, result)
}

/// The meeting of July as its own files have it.
fn july() -> Opened {
    let file = crate::load::compiled::find("2023-07-19").unwrap();
    let body = crate::load::body("body.toml", file.body_text().unwrap()).0.unwrap();
    let (body, agenda) = crate::load::agenda(file.name, file.text, &body).0.unwrap();
    Opened { body, agenda, ..sample::opened() }
}

fn count(session: &Session, item: usize, wanted: impl Fn(&Content) -> bool) -> usize {
    let id = crate::app::refs::item(session.state(), &item.to_string()).unwrap();
    let item = session.state().item(&id).unwrap();
    session.state().facts_of(item).filter(|fact| wanted(&fact.content)).count()
}

#[test]
fn the_meeting_of_july_plays_to_its_end() {
    let (script, problems) = read(JULY);
    assert!(problems.is_empty(), "{problems}");
    let mut session = Session::new(Meeting::new(july()), "clerk");
    let entries = play(&mut session, &script).unwrap();
    let state = session.state();
    assert_eq!(state.local(state.began().unwrap()).format("%H:%M").to_string(), "14:00");
    assert_eq!(state.local(state.ended().unwrap()).format("%H:%M").to_string(), "16:22");
    assert_eq!(state.members_present().count(), 10);
    let with = |presence| state.sitting_members().chain(std::iter::empty()).filter(|(_, who)| state.presence(who) == presence).count();
    assert_eq!((with(Presence::Absent), with(Presence::Apologies)), (2, 1));
    let section = |wanted| move |content: &Content| matches!(content, Content::Point(point) if point.section == wanted);
    assert_eq!(count(&session, 9, section(Section::Highlights)), 8);
    for (item, points) in [(9, 12), (10, 2), (11, 7)] {
        assert_eq!(count(&session, item, section(Section::Discussion)), points, "item {item}");
        assert_eq!(count(&session, item, |content| matches!(content, Content::LeadIn(_))), if item == 9 { 2 } else { 1 });
    }
    assert_eq!(count(&session, 6, |content| matches!(content, Content::Update(_))), 10);
    for item in [8, 9, 10, 11, 12, 13, 14] {
        assert_eq!(count(&session, item, |content| matches!(content, Content::Decision(_))), 1, "item {item}");
    }
    let owners: Vec<_> = state.actions().filter_map(|fact| match &fact.content {
        Content::Action(action) => action.owner.clone(),
        _ => None,
    }).collect();
    assert_eq!(owners.iter().filter(|owner| **owner == Owner::Person("preston".into())).count(), 4);
    assert_eq!(owners.len(), 5);
    let jottings = state.items().flat_map(|item| state.facts_of(item)).filter(|fact| matches!(&fact.content, Content::Point(point) if point.jotting));
    assert_eq!(jottings.count(), 0);
    let unnamed = state.items().flat_map(|item| state.facts_of(item)).filter(|fact| {
        matches!(&fact.content, Content::Point(point) if point.section == Section::Discussion
            && point.turns.iter().any(|turn| turn.speaker == crate::meeting::fact::Speaker::None))
    });
    assert_eq!(unnamed.count(), 0, "every point of the discussion has its speakers");
    let mut again = Meeting::new(july());
    entries.iter().for_each(|entry| again.apply(entry));
    assert_eq!(again.state(), state);
}

#[test]
fn every_problem_of_a_script_is_found_at_once() {
    let text = "quorate script 1\n\
        14:00 call-to-order\n\
        13:59 next\n\
        nonsense here\n\
        14:01 nexxt\n\
        14:02\n\
        date yesterday\n\
        25:00 next\n\
        # a remark\n\
        14:03 point <<\n\
        never ends\n";
    let (script, problems) = read(text);
    let lines: Vec<usize> = problems.iter().map(|problem| problem.place.as_ref().unwrap().line).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8, 10]);
    assert_eq!(script.steps.len(), 1);
    let said = problems.to_string();
    assert!(said.contains("it.script:3:1: 13:59 is before 14:00"), "{said}");
    assert!(said.contains("at 13:59 next"), "{said}");
    assert!(said.contains("Did you mean “next”?"), "{said}");
}

#[test]
fn a_script_of_another_kind_is_refused() {
    for text in ["", "\n", "quorate script 2\n", "14:00 next", "[meeting]\n"] {
        let (script, problems) = read(text);
        assert!(script.steps.is_empty() && problems.len() == 1, "{text:?}: {problems}");
    }
}

#[test]
fn line_endings_marks_of_order_and_blank_lines_say_nothing() {
    let (script, problems) = read("\u{feff}quorate script 1\r\n\r\n# x\r\n14:00 note <<\r\none\r\ntwo\r\n.\r\n14:01 next\r\n");
    assert!(problems.is_empty(), "{problems}");
    let commands: Vec<&str> = script.steps.iter().map(|step| step.command.as_str()).collect();
    assert_eq!(commands, ["note\none\ntwo", "next"]);
}

#[test]
fn a_time_that_never_was_is_a_problem() {
    let (_, problems) = read("quorate script 1\ndate 2024-03-31\n01:30 next\n");
    assert!(problems.to_string().contains("the clocks went forward"), "{problems}");
}

#[test]
fn a_script_stops_at_the_first_refusal_or_question() {
    for (text, line, reason) in [
        ("quorate script 1\n14:00 arrive nobody\n", 2, "Nobody on the roll"),
        ("quorate script 1\n14:00 call-to-order\n14:01 undo\n", 3, "Take it back? Answer with “undo yes”."),
        ("quorate script 1\n14:00 export text\n", 2, "A script writes no files."),
        ("quorate script 1\n14:00 at 15:00 at 16:00 next\n", 2, "twice"),
    ] {
        let stop = played(text).1.unwrap_err();
        assert_eq!(stop.line, line, "{text}");
        assert!(stop.reason.contains(reason), "{}", stop.reason);
    }
}

#[test]
fn what_is_for_the_screen_is_passed_over_and_quit_ends() {
    let (_, result) = played("quorate script 1\n14:00 read-back\n14:00 pad attendance\n14:00 quit\n14:01 arrive nobody\n");
    assert_eq!(result, Ok(Vec::new()));
}

#[test]
fn at_sets_only_when() {
    let (_, result) = played("quorate script 1\n14:00 call-to-order\n14:00 next\n14:30 point x\nat 14:10 arrive tyler\n");
    let entries = result.unwrap();
    let entry = entries.last().unwrap();
    assert_eq!((entry.at, entry.when), (sample::clock(14, 30), Some(sample::clock(14, 10))));
}
