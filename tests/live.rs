//! A meeting in a real terminal: killed, told to stop, opened twice, and with a disk that fails.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, read};
use support::pty::{Launch, Screen};
use tempfile::TempDir;

const CLOCK: (&str, &str) = ("QUORATE_CLOCK", "2023-07-19T13:00:00Z");

fn launch(home: &TempDir, record: &str) -> Launch {
    let arguments = ["run", "2023-07-19", "--by", "JB", "--record", record];
    let data = home.path().join("data");
    let launch = Launch::quorate(arguments).home(home.path()).size(110, 30).env(CLOCK.0, CLOCK.1);
    launch.env("QUORATE_DATA", data.to_str().unwrap()).env("QUORATE_CONFIG", data.to_str().unwrap())
}

/// Opens the meeting and waits until it can be written in.
fn opened(home: &TempDir, record: &str) -> Screen {
    let screen = launch(home, record).start();
    screen.wait_for("Election of Chair");
    screen
}

/// Waits until a file holds some text; a test has no other way to see what a program keeps to itself.
fn wait_for_file(path: &Path, text: &str) {
    #[allow(clippy::disallowed_methods, reason = "a deadline, not a measurement")]
    let now = Instant::now;
    let deadline = now() + Duration::from_secs(20);
    while !fs::read_to_string(path).is_ok_and(|held| held.contains(text)) {
        assert!(now() < deadline, "{} never held {text:?}", path.display());
        std::thread::yield_now();
    }
}

fn files(home: &TempDir, record: &str) -> RecordFiles {
    RecordFiles::at(home.path().join(record))
}

fn quit(mut screen: Screen) -> u32 {
    screen.send(":quit\r");
    screen.wait_exit().exit_code()
}

#[test]
fn a_killed_meeting_comes_back_with_its_half_sentence() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = opened(&home, "july.record.jsonl");
    screen.send(":present all\r");
    screen.wait_for("saved #2");
    screen.send("what was half typ");
    wait_for_file(&files(&home, "july.record.jsonl").draft(), "what was half typ");
    screen.kill();
    let screen = opened(&home, "july.record.jsonl");
    screen.wait_for("goes on from entry 2");
    screen.wait_for("what was half typ");
    let reading = read(&files(&home, "july.record.jsonl"), Scope::Whole).unwrap();
    assert_eq!(reading.entries.len(), 2);
}

#[test]
fn a_signal_keeps_everything_and_gives_the_terminal_back() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = opened(&home, "july.record.jsonl");
    screen.send("half a sentence");
    screen.wait_for("half a sentence");
    let process = screen.process().unwrap().to_string();
    assert!(Command::new("kill").args(["-TERM", &process]).status().unwrap().success());
    assert_eq!(screen.wait_exit().exit_code(), 0);
    assert!(!screen.look(vt100::Screen::alternate_screen), "the terminal was not given back");
    let draft = fs::read_to_string(files(&home, "july.record.jsonl").draft()).unwrap();
    assert!(draft.contains("half a sentence"), "{draft}");
}

#[test]
fn leaving_takes_the_draft_file_away_when_nothing_is_unfinished() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = opened(&home, "july.record.jsonl");
    screen.send(":present all\r");
    screen.wait_for("saved #2");
    assert_eq!(quit(screen), 0);
    let files = files(&home, "july.record.jsonl");
    assert!(!files.draft().exists());
    assert!(read(&files, Scope::Whole).unwrap().troubles.is_empty());
}

#[test]
fn a_second_copy_may_only_look() {
    let home = tempfile::tempdir().unwrap();
    let first = opened(&home, "july.record.jsonl");
    first.wait_for("saved #1");
    let mut second = opened(&home, "july.record.jsonl");
    second.wait_for("already open in another copy");
    second.send(":present all\r");
    second.wait_for("NOT SAVED");
    drop(second);
    assert_eq!(quit(first), 0);
    assert_eq!(read(&files(&home, "july.record.jsonl"), Scope::Whole).unwrap().entries.len(), 1);
}

#[test]
fn a_meeting_whose_folder_fails_goes_on_in_ones_own() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("file"), "in the way").unwrap();
    let mut screen = opened(&home, "file/july.record.jsonl");
    screen.wait_for("The meeting goes on in");
    screen.send(":present all\r");
    screen.wait_for("saved #2");
    assert_eq!(quit(screen), 0);
    let rescued = home.path().join("data/rescued/july.record.jsonl");
    assert_eq!(read(&RecordFiles::at(rescued), Scope::Whole).unwrap().entries.len(), 2);
}

#[test]
fn a_record_that_could_not_be_written_any_more_says_where_the_meeting_went_on() {
    let home = tempfile::tempdir().unwrap();
    let files = files(&home, "july.record.jsonl");
    let mut screen = opened(&home, "july.record.jsonl");
    screen.wait_for("saved #1");
    // Somebody else's bytes at its end: nothing may be written behind them.
    let mut other = fs::OpenOptions::new().append(true).open(files.record()).unwrap();
    std::io::Write::write_all(&mut other, b"{").unwrap();
    screen.send(":present all\r");
    screen.wait_for("The meeting goes on in");
    assert_eq!(quit(screen), 0);
    let screen = opened(&home, "july.record.jsonl");
    screen.wait_for("This meeting went on in");
}

/// Whatever becomes of a record while it is open, what is recorded is kept in another and the clerk is told.
fn goes_on_elsewhere(harm: impl Fn(&Path)) {
    let home = tempfile::tempdir().unwrap();
    let files = files(&home, "july.record.jsonl");
    let mut screen = opened(&home, "july.record.jsonl");
    screen.send(":present all\r");
    screen.wait_for("saved #2");
    harm(files.record());
    screen.send(":note canary\r");
    screen.wait_for("data/rescued");
    screen.send(":present usual\r");
    screen.wait_for("saved #4");
    assert_eq!(quit(screen), 0);
    let rescued = RecordFiles::at(home.path().join("data/rescued/july.record.jsonl"));
    let reading = read(&rescued, Scope::Whole).unwrap();
    assert_eq!((reading.entries.len(), reading.troubles), (4, Vec::new()));
    assert!(fs::read_to_string(rescued.exempt()).unwrap().contains("canary"));
}

#[test]
fn a_record_that_is_removed_while_it_is_open_goes_on_elsewhere() {
    goes_on_elsewhere(|record| fs::remove_file(record).unwrap());
}

#[test]
fn a_record_that_is_cut_while_it_is_open_goes_on_elsewhere() {
    goes_on_elsewhere(|record| fs::OpenOptions::new().write(true).open(record).unwrap().set_len(100).unwrap());
}

#[test]
fn a_record_that_is_replaced_while_it_is_open_goes_on_elsewhere() {
    goes_on_elsewhere(|record| {
        let other = record.with_extension("other");
        fs::copy(record, &other).unwrap();
        fs::rename(other, record).unwrap();
    });
}

#[test]
fn a_record_whose_folder_is_moved_while_it_is_open_goes_on_elsewhere() {
    goes_on_elsewhere(|record| {
        let moved = record.with_file_name("moved");
        fs::rename(record, moved).unwrap();
        fs::create_dir(record).unwrap();
    });
}

#[test]
fn what_is_no_record_is_neither_opened_nor_touched() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("folder.record.jsonl")).unwrap();
    for (name, bytes) in [("prose.record.jsonl", &b"Dear diary\n"[..]), ("bin.record.jsonl", b"\xff\0\x1b[2J\n\n")] {
        fs::write(home.path().join(name), bytes).unwrap();
        let screen = launch(&home, name).in_shell().start();
        screen.wait_for("[exit 1]");
        screen.wait_for("not a record");
        assert_eq!(fs::read(home.path().join(name)).unwrap(), bytes);
    }
    let screen = launch(&home, "folder.record.jsonl").in_shell().start();
    screen.wait_for("[exit 1]");
    screen.wait_for("folder");
}

#[test]
fn an_export_from_within_waits_for_what_is_unsaved() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = opened(&home, "july.record.jsonl");
    screen.send(":present all\r:export text\r");
    screen.wait_for("Exported: july.minutes.txt");
    let text = fs::read_to_string(home.path().join("july.minutes.txt")).unwrap();
    assert!(text.contains("DRAFT"), "{text}");
    assert_eq!(quit(screen), 0);
}

#[test]
fn a_record_can_be_gone_on_with_by_its_own_name() {
    let home = tempfile::tempdir().unwrap();
    let screen = opened(&home, "july.record.jsonl");
    screen.wait_for("saved #1");
    assert_eq!(quit(screen), 0);
    let data = home.path().join("data");
    let launch = Launch::quorate(["run", "july.record.jsonl"]).home(home.path()).env(CLOCK.0, CLOCK.1);
    let screen = launch.env("QUORATE_DATA", data.to_str().unwrap()).start();
    screen.wait_for("goes on from entry 1");
    assert_eq!(quit(screen), 0);
}

#[test]
fn without_a_terminal_it_says_what_needs_none() {
    let home = tempfile::tempdir().unwrap();
    let mut command = assert_cmd::Command::cargo_bin("quorate").unwrap();
    let output = command.args(["run", "2023-07-19"]).env("QUORATE_DATA", home.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("quorate replay"), "{said}");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0, "nothing was begun");
}

#[test]
fn the_users_settings_are_followed_and_a_second_copy_is_kept() {
    let home = tempfile::tempdir().unwrap();
    let (data, copies) = (home.path().join("data"), home.path().join("copies"));
    fs::create_dir_all(&data).unwrap();
    fs::create_dir_all(&copies).unwrap();
    fs::write(data.join("config.toml"), format!("[config]\nthem = \"light\"\nmirror = {copies:?}\n")).unwrap();
    let mut screen = opened(&home, "july.record.jsonl");
    screen.wait_for("theme");
    screen.send(":present all\r");
    screen.wait_for("saved #2");
    assert_eq!(quit(screen), 0);
    let copy = copies.join("cambridgeshire-police-and-crime-panel-july.record.jsonl");
    let record = fs::read(files(&home, "july.record.jsonl").record()).unwrap();
    assert_eq!(fs::read(copy).unwrap(), record);
}
