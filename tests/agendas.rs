//! Files of ours with one fault each, and the shipped ones with none.

#![allow(clippy::expect_used, clippy::panic, reason = "a test helper that cannot go on fails the test")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use quorate::load::{self, BodyFile};
use quorate::meeting::agenda::{Agenda, ItemKind};
use quorate::meeting::body::Body;
use quorate::meeting::id::PersonId;
use quorate::problem::{Problem, Problems, Severity};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).replace("\r\n", "\n")
}

fn sound_body() -> BodyFile {
    let (file, problems) = load::body("sound-body.toml", &read(&folder("tests/bad/sound-body.toml")));
    assert_eq!(problems.to_string(), "");
    file.expect("a body without problems")
}

fn said(problems: &Problems) -> String {
    problems.sorted().into_iter().fold(String::new(), |mut said, problem| {
        let weight = if problem.severity == Severity::Error { "error" } else { "warning" };
        let _ = writeln!(said, "{weight}: {problem}");
        said
    })
}

/// Each `tests/bad/*.toml` has its problems in the `.txt` beside it. `QUORATE_BLESS=1` writes those that are missing.
#[test]
fn every_fault_is_named_with_its_place_and_remedy() {
    let body = sound_body();
    let bodies = |_: Option<&str>| -> Result<BodyFile, Problem> { Ok(body.clone()) };
    let entries = fs::read_dir(folder("tests/bad")).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("sound-body.toml"));
    paths.sort();
    assert!(paths.len() > 40, "the folder holds the corpus");
    let mut wrong = String::new();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let problems = load::check(&name, &read(&path), &bodies).unwrap_or_else(|| panic!("{name} is a file of ours"));
        assert!(!problems.is_empty(), "{name} has a fault");
        assert!(problems.iter().all(|problem| problem.place.is_some()), "{name}: every problem has its place");
        let beside = path.with_extension("txt");
        if !beside.exists() && std::env::var_os("QUORATE_BLESS").is_some() {
            fs::write(&beside, said(&problems)).expect("the file can be written");
        }
        let wanted = if beside.exists() { read(&beside) } else { String::new() };
        if said(&problems) != wanted {
            let _ = writeln!(wrong, "{name}: wanted\n{wanted}but found\n{}", said(&problems));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn shipped(name: &str) -> (Body, Agenda) {
    let file = load::compiled::find(name).expect("a sample agenda");
    let (body, _) = load::body("body.toml", file.body_text().expect("its body"));
    load::agenda(file.name, file.text, &body.expect("a sound body")).0.expect("a sound agenda")
}

#[test]
fn the_july_agenda_is_that_of_its_minutes() {
    let (body, agenda) = shipped("2023-07-19");
    let roll: Vec<&str> = body.seats.iter().map(|seat| seat.id.as_str()).collect();
    let present = ["varkey", "bradnam", "barkham", "sharp", "gowing", "jones", "leeming", "wallwork"];
    assert_eq!(roll.get(..8), Some(present.as_slice()));
    for (seat, substitute) in [("jones", "jamil"), ("varkey", "gilderdale"), ("wallwork", "foice-beard")] {
        let seat = body.seats.iter().find(|held| held.id.as_str() == seat).expect(seat);
        assert_eq!(seat.substitutes.first().map(PersonId::as_str), Some(substitute));
    }
    let key = |person: Option<PersonId>| person.map(|person| person.to_string()).unwrap_or_default();
    assert_eq!(
        (key(body.chair), key(body.vice_chair), key(agenda.opens)),
        ("leigh".into(), "george".into(), "webb".into())
    );
    let offers: Vec<&str> = agenda.items.iter().map(|item| item.offer.as_deref().unwrap_or("-")).collect();
    let decided =
        ["note-item", "agree-document", "note-report", "note-report", "no-changes", "note-report", "note-dates"];
    assert_eq!(offers, [["-"; 7], decided].concat());
    let internal: Vec<&str> =
        agenda.items.iter().filter(|item| item.internal).filter_map(|item| item.number.as_deref()).collect();
    assert_eq!(internal, ["12", "13", "14"]);
    let topics = agenda.items.iter().find_map(|item| match &item.kind {
        ItemKind::Review { topics } => Some(topics.len()),
        _ => None,
    });
    assert_eq!(topics, Some(10));
    let plan: Vec<String> = agenda.plan.iter().filter_map(|entry| entry.date).map(|date| date.to_string()).collect();
    assert_eq!(plan, ["2023-09-13", "2023-11-29", "2024-01-31", "2024-02-14", "2024-03-13"]);
}

#[test]
fn the_september_agenda_is_the_printed_one() {
    let (body, agenda) = shipped("2023-09-20");
    assert_eq!(body.chair.map(|person| person.to_string()).as_deref(), Some("george"));
    assert_eq!(agenda.time.to_string(), "13:30:00");
    let pages: Vec<&str> = agenda.items.iter().map(|item| item.paper.pages.as_deref().unwrap_or("-")).collect();
    assert_eq!(pages, ["-", "-", "3 - 12", "-", "-", "13 - 16", "17 - 22", "23 - 26", "27 - 42", "43 - 44"]);
    let reports = agenda.items.iter().filter(|item| item.paper.recommendation.is_some());
    assert!(reports.clone().all(|item| item.kind == ItemKind::Report && item.offer.is_some()));
    assert_eq!(reports.count(), 4);
    assert_eq!(
        agenda.plan.first().and_then(|entry| entry.date).map(|date| date.to_string()).as_deref(),
        Some("2023-11-27")
    );
}

#[test]
fn shipped_agendas_have_no_problems_and_no_decisions() {
    for file in load::compiled::agendas() {
        let text = file.body_text().expect("every agenda has its body");
        let (body, problems) = load::body("body.toml", text);
        assert_eq!(said(&problems), "", "{}", file.folder);
        let body = body.expect("a body without problems");
        let (read, problems) = load::agenda(file.name, file.text, &body);
        assert_eq!(said(&problems), "", "{}", file.name);
        let (body, agenda) = read.expect("an agenda without problems");
        let sample = body.name.starts_with("Sample");
        assert_eq!(body.rules.quorum.is_some(), sample, "{}: the panel's papers do not show it", body.name);
        let seats = if file.name.starts_with("2017") { 14 } else { 13 };
        assert!(sample || body.seats.len() == seats, "{}", body.name);
        assert!(!agenda.items.is_empty());
        for verb in ["AGREED", "NOTED", "RESOLVED"] {
            assert!(!file.text.contains(verb), "{} holds a decision", file.name);
        }
    }
}
