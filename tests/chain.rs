//! From one meeting to the next: whatever state a meeting is in, the next agenda can be written and read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate};
use quorate::load::{self, Before, BodyFile, Earlier};
use quorate::meeting::Meeting;
use quorate::meeting::agenda::{Agenda, AgendaItem, ItemKind, Topic};
use quorate::meeting::body::Body;
use quorate::meeting::event::{Entry, FORMAT, Opened};
use quorate::meeting::findings::Findings;
use quorate::meeting::plan::Plan;
use quorate::meeting::ready::{CHECKS, Desk, Standing};
use quorate::meeting::state::State;
use quorate::minutes::document::{followed, last_minute};
use quorate::minutes::style::Style;
use quorate::run::chain::Chain;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{self, Scope};

mod replays {
    //! Playing scripts with the program itself.
    use std::path::{Path, PathBuf};

    use assert_cmd::Command;

    /// A sample's script played into a record in `home`.
    pub(crate) fn replayed(home: &Path, agenda: &Path) -> PathBuf {
        let record = home.join("sample.record.jsonl");
        let mut command = Command::cargo_bin("quorate").unwrap();
        command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
        command.arg("replay").arg(agenda).arg(agenda.with_extension("script")).arg("--record").arg(&record);
        command.assert().success();
        record
    }
}

/// Every agenda of the samples that has a script.
fn samples() -> Vec<PathBuf> {
    let folders = std::fs::read_dir("agendas").unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    let scripts = files.filter(|path| path.extension().is_some_and(|ending| ending == "script"));
    let mut agendas: Vec<PathBuf> = scripts.map(|path| path.with_extension("toml")).collect();
    agendas.sort();
    agendas
}

/// What is left where a meeting is the only one of its body.
fn earlier(state: &State, body: &BodyFile) -> Earlier {
    let mut chain = Chain::default();
    chain.take(state, &[], &body.body);
    chain.left(None)
}

/// What the next agenda has up for review, or nothing where none could be made because no day is known. `made` names the
/// state in messages.
fn next(state: &State, made: &str) -> Vec<Topic> {
    let body_text = state.stated().map_or_else(String::new, |stated| stated.body.clone());
    let (body, _) = load::body("body.toml", &body_text);
    let body = body.unwrap_or_else(|| panic!("{made}: the body that the record holds can be read"));
    let (style, _) = Style::read("style", state.style());
    let earlier = earlier(state, &body);
    let before = Before { state, style: &style, body: &body, earlier: &earlier, planned: false };
    let later = state.agenda().date.checked_add_days(Days::new(70));
    let next = load::next_agenda(&before, None).or_else(|_| load::next_agenda(&before, later));
    let next = next.unwrap_or_else(|problem| panic!("{made}: {problem}"));
    let (read, problems) = load::agenda(&next.name, &next.text, &body);
    // A plan that the meeting left with two meetings on a day is handed on, and warned about.
    let others = problems.iter().filter(|problem| !problem.what.contains("two meetings of the plan"));
    assert_eq!(others.count(), 0, "{made}: {problems}\n{}", next.text);
    let (whole, agenda) = read.expect("an agenda without problems");
    checked(state, &whole, &agenda, &body_text);
    assert!(agenda.date > state.agenda().date, "{made}");
    assert_eq!(agenda.last_meeting, Some(state.agenda().date), "{made}");
    topics(&agenda.items)
}

/// The week before: every check of the new agenda against the meeting that it follows has an answer.
fn checked(last: &State, body: &Body, agenda: &Agenda, body_text: &str) {
    let (style, _) = Style::read("body.toml", body_text);
    let opened = Opened {
        format: FORMAT,
        program: String::new(),
        body: body.clone(),
        agenda: agenda.clone(),
        style: style.to_text(),
        practice: false,
        stated: None,
    };
    let meeting = Meeting::new(opened);
    let findings = Findings::of(meeting.state());
    let plan = Plan::default();
    let left = followed(last, &style);
    for plan in [None, Some(&plan)] {
        let desk = Desk {
            state: meeting.state(),
            findings: &findings,
            plan,
            last: Some(last),
            last_minute: last_minute(last),
            left: &left,
            unsettled: &[],
            put_off: &[],
            today: agenda.date,
            files: &[],
            exposed: None,
        };
        for check in CHECKS {
            assert!(!check.answer(&desk).says.is_empty(), "{}", check.name);
        }
        let actions = CHECKS.iter().find(|check| check.name == "actions").unwrap().answer(&desk);
        assert_ne!(actions.standing, Standing::Missing, "{:?}", actions.says);
    }
}

fn topics(items: &[AgendaItem]) -> Vec<Topic> {
    let of = |item: &AgendaItem| match &item.kind {
        ItemKind::Review { topics } => topics.clone(),
        _ => topics(&item.items),
    };
    items.iter().flat_map(of).collect()
}

fn read(record: &Path) -> Vec<Entry> {
    reading::read(&RecordFiles::at(record), Scope::Public).unwrap().entries
}

#[test]
fn after_any_entry_of_any_sample_the_next_agenda_can_be_written_and_read() {
    for agenda in samples() {
        let home = tempfile::tempdir().unwrap();
        let entries = read(&replays::replayed(home.path(), &agenda));
        for len in (1..entries.len()).step_by(4).chain([entries.len()]) {
            let made = format!("{} after entry {len}", agenda.display());
            let meeting = reading::fold(entries.get(..len).unwrap()).unwrap();
            let state = meeting.state();
            let (style, _) = Style::read("style", state.style());
            let mut open = followed(state, &style);
            open.retain(|topic| !topic.standing.is_finished());
            assert_eq!(next(state, &made), open, "{made}: what is not finished is up for review");
        }
    }
}

#[test]
fn after_every_kind_of_entry_the_next_agenda_can_be_written_and_read() {
    let records = std::fs::read_dir("tests/records").unwrap().map(|entry| entry.unwrap().path());
    let mut checked = 0;
    for record in records.filter(|path| path.to_string_lossy().ends_with(".record.jsonl")) {
        let entries = read(&record);
        let known = |len: &usize| reading::fold(&entries[..*len]).is_some_and(|it| it.state().stated().is_some());
        for len in (1..=entries.len()).rev().step_by(5).filter(known) {
            let meeting = reading::fold(&entries[..len]).unwrap();
            _ = next(meeting.state(), &format!("{} after entry {len}", record.display()));
            checked += 1;
        }
    }
    assert!(checked > 60, "only {checked} states hold what their files say");
}

#[test]
fn days_are_after_the_meeting() {
    let agenda = Path::new("agendas/cambridgeshire-police-and-crime-panel/2023-07-19.toml");
    let home = tempfile::tempdir().unwrap();
    let entries = read(&replays::replayed(home.path(), agenda));
    let meeting = reading::fold(&entries).unwrap();
    let (body, _) = load::body("body.toml", &meeting.state().stated().unwrap().body);
    let (body, style) = (body.unwrap(), Style::default());
    let earlier = earlier(meeting.state(), &body);
    let before = Before { state: meeting.state(), style: &style, body: &body, earlier: &earlier, planned: false };
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let refused = load::next_agenda(&before, day("2023-07-19")).unwrap_err().to_string();
    assert!(refused.contains("19 July 2023 is not after this meeting"), "{refused}");
    let made = load::next_agenda(&before, day("2024-02-14")).unwrap();
    assert!(made.text.contains("title = \"If needed (Veto)\""), "{}", made.text);
    assert!(made.gaps.iter().any(|gap| gap.contains("gives no venue")), "{:?}", made.gaps);
}
