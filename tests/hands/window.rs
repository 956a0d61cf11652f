//! The window around a meeting: it is opened from the start screen, becomes tiny, goes away, and comes back.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use quorate::run::files::{Holder, Lock, Locked};
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, read};
use support::pty::{Launch, Screen};
use tempfile::TempDir;

use super::clerk::{RECORD, before_cursor, open_in, press, written};
use super::keys_file::Pace;
use super::support;

const HALF: &str = "barkham asked whether the half sentence would be ba";

/// Ten minutes to two, and a second a key.
const PACE: Pace = Pace { start: 50_400_000 - 600_000, step: 1000 };

fn open(home: &TempDir) -> Screen {
    open_in(home.path(), PACE, (80, 24))
}

/// The meeting in the middle of a sentence, with two facts recorded.
fn half_typed(home: &Path) -> Screen {
    let mut screen = open_in(home, PACE, (80, 24));
    for key in ["f2", "f2"] {
        press(&mut screen, key);
    }
    screen.send(HALF);
    written(&screen, HALF);
    screen
}

fn files(home: &Path) -> RecordFiles {
    RecordFiles::at(home.join(RECORD))
}

/// Waits for what a program does to its files; a test has no other way to see it.
fn wait_for(what: &str, wanted: impl Fn() -> bool) {
    #[allow(clippy::disallowed_methods, reason = "a deadline, not a measurement")]
    let now = Instant::now;
    let deadline = now() + Duration::from_secs(20);
    while !wanted() {
        assert!(now() < deadline, "{what}");
        std::thread::yield_now();
    }
}

fn wait_for_draft(home: &Path) {
    let draft = files(home).draft();
    wait_for("the half sentence was never kept", || {
        std::fs::read_to_string(&draft).is_ok_and(|held| held.contains(HALF))
    });
}

/// Opens the meeting again, finishes the sentence, and looks whether it is recorded whole.
fn comes_back(home: &TempDir) {
    let mut screen = open(home);
    written(&screen, HALF);
    screen.send("ck.");
    written(&screen, &format!("{HALF}ck."));
    press(&mut screen, "enter");
    press(&mut screen, ":");
    screen.send("quit\r");
    assert_eq!(screen.wait_exit().exit_code(), 0);
    let entries = read(&files(home.path()), Scope::Whole).unwrap().entries;
    let last = format!("{:?}", entries.last().unwrap());
    assert_eq!(entries.len(), 4, "{entries:?}");
    assert!(last.contains("asked whether the half sentence would be back."), "{last}");
}

#[test]
fn the_start_screen_opens_an_agenda_with_the_key_that_it_shows() {
    let home = tempfile::tempdir().unwrap();
    let nothing: [&str; 0] = [];
    let mut screen = Launch::quorate(nothing).home(home.path()).env("QUORATE_CLOCK", "2023-07-19T12:50:00Z").start();
    screen.wait_for("n new meeting");
    let shown = screen.contents();
    let row = shown.lines().find(|line| line.contains("19 Jul 2023")).unwrap_or_else(|| panic!("{shown}"));
    let key = row.trim_start_matches(['│', ' ']).split(' ').next().unwrap().to_owned();
    assert_eq!(key.chars().count(), 1, "{row}");
    screen.key(&key);
    screen.wait_for("Election of Chair");
    screen.wait_for("saved #1");
    press(&mut screen, "f2");
    screen.key("ctrl-q");
    assert_eq!(screen.wait_exit().exit_code(), 0);

    // It is now the first of the meetings to go on with, and Enter opens it.
    let mut screen = Launch::quorate(nothing).home(home.path()).env("QUORATE_CLOCK", "2023-07-19T12:51:00Z").start();
    screen.wait_for("n new meeting");
    screen.key("enter");
    screen.wait_for("goes on from entry 2");
}

#[test]
fn a_killed_program_comes_back_in_mid_sentence() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = half_typed(home.path());
    wait_for_draft(home.path());
    screen.kill();
    screen.wait_exit();
    comes_back(&home);
}

#[test]
fn a_program_told_to_end_keeps_everything_and_gives_the_terminal_back() {
    for signal in ["-TERM", "-HUP"] {
        let home = tempfile::tempdir().unwrap();
        let mut screen = half_typed(home.path());
        let process = screen.process().unwrap().to_string();
        assert!(Command::new("kill").args([signal, &process]).status().unwrap().success());
        assert_eq!(screen.wait_exit().exit_code(), 0);
        assert!(!screen.look(vt100::Screen::alternate_screen), "{signal}: {}", screen.contents());
        assert!(!screen.look(vt100::Screen::bracketed_paste), "{signal}");
        assert!(!screen.look(vt100::Screen::hide_cursor), "{signal}");
        comes_back(&home);
    }
}

/// Names the folder that the terminal below is to open its meeting in; without it there is nothing to do.
const HOME: &str = "QUORATE_TEST_WINDOW";

#[test]
fn a_terminal_to_be_closed() {
    let Some(home) = std::env::var_os(HOME).map(PathBuf::from) else { return };
    let _screen = half_typed(&home);
    println!("half typed");
    std::io::stdin().read_line(&mut String::new()).unwrap();
}

#[test]
fn a_terminal_that_is_closed_takes_nothing_with_it() {
    let home = tempfile::tempdir().unwrap();
    let arguments = ["--exact", "window::a_terminal_to_be_closed", "--nocapture"].map(Into::into);
    let own = std::env::current_exe().unwrap();
    let folder = std::env::current_dir().unwrap();
    let launch = Launch::program::<std::ffi::OsString>(own, arguments).folder(folder);
    let mut terminal = launch.env(HOME, home.path().to_str().unwrap()).start();
    terminal.wait_for("half typed");
    // Its end of the program's terminal goes with it, which is what closing the window comes to.
    terminal.kill();
    wait_for_draft(home.path());
    wait_for("the program went on without a terminal", || {
        matches!(Lock::take(files(home.path()).record(), &Holder::me()), Locked::Ours(_))
    });
    comes_back(&home);
}

#[test]
fn a_tiny_window_loses_nothing_and_the_old_size_shows_all_again() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = half_typed(home.path());
    // Only the clock at the top goes on.
    let below = |screen: &Screen| screen.contents().split_once('\n').map(|(_, below)| below.to_owned());
    let before = below(&screen);
    screen.resize(19, 4);
    screen.wait_for("Too small.");
    screen.send("ck to the let");
    screen.resize(1, 1);
    screen.send("ter");
    screen.resize(80, 24);
    screen.wait_for_frame(|screen| before_cursor(screen).ends_with("back to the letter"));
    for _ in "ck to the letter".chars() {
        press(&mut screen, "backspace");
    }
    written(&screen, HALF);
    assert_eq!(below(&screen), before);
}

#[test]
fn the_arrows_go_by_the_rows_that_are_seen() {
    let home = tempfile::tempdir().unwrap();
    let mut screen = open(&home);
    let text = "one two three four five six ".repeat(6) + "end.";
    screen.send(&text);
    written(&screen, &text);
    let at = screen.look(vt100::Screen::cursor_position);
    press(&mut screen, "up");
    assert_eq!(screen.look(vt100::Screen::cursor_position), (at.0 - 1, at.1));
    screen.resize(120, 30);
    screen.wait_for_frame(|screen| screen.contents().contains("Roll"));
    press(&mut screen, "end");
    let at = screen.look(vt100::Screen::cursor_position);
    press(&mut screen, "up");
    assert_eq!(screen.look(vt100::Screen::cursor_position), (at.0 - 1, at.1));
}
