//! The meeting of July 2023 with the default keys: how many presses, and the same facts as from its script.

use std::mem::discriminant;

use super::tests::Desk;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::command::When;
use crate::meeting::fact::Content;

const SCRIPT: &str = include_str!("../../../agendas/cambridgeshire-police-and-crime-panel/2023-07-19.script");

/// Presses for what is formulaic, and for handling pieces of prose.
#[derive(Debug, Default)]
struct Presses {
    formulaic: usize,
    handling: usize,
    pieces: usize,
}

/// The script's lines without their times, after the attendance.
fn lines() -> impl Iterator<Item = &'static str> {
    let lines = SCRIPT.lines().filter_map(|line| line.split_once(' '));
    let timed = lines.filter(|(time, _)| time.len() == 5 && time.contains(':')).map(|(_, line)| line);
    timed.skip_while(|line| *line != "call-to-order")
}

fn formulaic(desk: &mut Desk, presses: &mut Presses, keys: &str) {
    desk.keys(keys);
    presses.formulaic += keys.split_whitespace().count();
}

fn pick(desk: &mut Desk, presses: &mut Presses, rows: &str) {
    desk.pick(rows);
    presses.formulaic += rows.split_whitespace().count();
}

fn prose(desk: &mut Desk, presses: &mut Presses, text: &str, end: &str) {
    desk.text(text).keys(end);
    assert!(desk.model.editor().is_empty(), "{text}: {}", desk.notice());
    presses.handling += 1;
    presses.pieces += 1;
}

fn attendance(desk: &mut Desk, presses: &mut Presses) {
    formulaic(desk, presses, "f5");
    pick(desk, presses, "jones ferguson varkey wallwork");
    formulaic(desk, presses, "3");
    pick(desk, presses, "jones wallwork varkey");
    formulaic(desk, presses, "4");
    pick(desk, presses, "beuttell tyler");
    formulaic(desk, presses, "* = enter");
}

fn play(desk: &mut Desk, presses: &mut Presses) {
    attendance(desk, presses);
    for line in lines() {
        let (command, rest) = line.split_once(' ').unwrap_or((line, ""));
        match command {
            "call-to-order" | "next" => formulaic(desk, presses, "f2"),
            "nil" => formulaic(desk, presses, "f3"),
            "decide" | "minutes" => formulaic(desk, presses, "f4 enter"),
            "undertake" => formulaic(desk, presses, "f7 enter"),
            "leave" => formulaic(desk, presses, "f9 a"),
            "close" => formulaic(desk, presses, "ctrl-k c"),
            "elect" => {
                formulaic(desk, presses, "f4");
                pick(desk, presses, &rest.replace("by ", "").replace("seconded ", ""));
                formulaic(desk, presses, "enter");
            }
            "highlights" | "discussion" => {
                desk.keys(if command == "highlights" { "alt-h" } else { "alt-d" });
                presses.handling += 1;
            }
            "remark" => prose(desk, presses, rest, "alt-r"),
            "point" | "update" => prose(desk, presses, rest, "enter"),
            other => panic!("the script has a line that no key is known for: {other}"),
        }
        assert!(desk.model.pad().is_none(), "{line}: {:?} {}", desk.model.pad(), desk.notice());
    }
}

/// What stands under each item, by kind.
fn kinds(session: &Session) -> Vec<(String, Vec<std::mem::Discriminant<Content>>)> {
    let state = session.state();
    let item = |item| {
        let facts = state.facts_of(item).map(|fact| discriminant(&fact.content)).collect();
        (item.agenda.title.clone(), facts)
    };
    state.items().map(item).collect()
}

#[test]
fn the_whole_meeting_takes_few_presses() {
    let mut desk = Desk::new(sample::session());
    let mut presses = Presses::default();
    play(&mut desk, &mut presses);
    println!("{presses:?}");
    assert!(presses.formulaic <= 95, "{presses:?}");
    assert!(presses.handling <= 60, "{presses:?}");
    assert!(presses.pieces >= 40, "{presses:?}");

    let mut session = sample::session();
    let attendance = [
        "apologies jones, ferguson, varkey, wallwork",
        "substitute jamil for jones",
        "substitute foice-beard for wallwork",
        "substitute gilderdale for varkey",
        "absent beuttell, tyler",
        "present all",
        "present usual",
    ];
    for line in attendance.into_iter().chain(lines()) {
        session.run(line, When::now(sample::clock(14, 0))).unwrap_or_else(|stop| panic!("{line}: {stop}"));
    }
    assert_eq!(kinds(desk.model.session()), kinds(&session));
    for person in session.state().people() {
        assert_eq!(desk.model.state().presence(&person.id), session.state().presence(&person.id), "{}", person.short());
    }
}
