//! The harness that drives the program in a terminal, tried on programs that are known to work.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use support::keys::encode;
use support::pty::Launch;

const NONE: [&str; 0] = [];

#[test]
fn the_spelling_of_a_key_gives_what_a_terminal_sends() {
    for (key, bytes) in [
        ("a", "a"),
        ("é", "é"),
        ("-", "-"),
        ("A", "A"),
        ("space", " "),
        ("enter", "\r"),
        ("tab", "\t"),
        ("shift-tab", "\x1b[Z"),
        ("esc", "\x1b"),
        ("backspace", "\x7f"),
        ("up", "\x1b[A"),
        ("ctrl-right", "\x1b[1;5C"),
        ("shift-end", "\x1b[1;2F"),
        ("pageup", "\x1b[5~"),
        ("ctrl-pagedown", "\x1b[6;5~"),
        ("f1", "\x1bOP"),
        ("f4", "\x1bOS"),
        ("alt-f4", "\x1b[1;3S"),
        ("f5", "\x1b[15~"),
        ("shift-f12", "\x1b[24;2~"),
        ("ctrl-n", "\x0e"),
        ("ctrl-space", "\0"),
        ("ctrl-]", "\x1d"),
        ("alt-x", "\x1bx"),
        ("alt-X", "\x1bX"),
        ("alt-shift-x", "\x1bX"),
        ("alt--", "\x1b-"),
        ("alt-enter", "\x1b\r"),
        ("ctrl-alt-n", "\x1b\x0e"),
    ] {
        assert_eq!(encode(key).as_deref(), Ok(bytes), "{key}");
    }
    for key in ["", "ctrl-enter", "ctrl-1", "f13", "ctrl", "hyper-x", "ctrl-shift-n"] {
        assert!(encode(key).is_err(), "{key}");
    }
}

#[test]
fn what_is_sent_comes_back_on_the_screen_and_the_end_is_seen() {
    let mut screen = Launch::program("/bin/cat", NONE).start();
    screen.send("Siân asked 水\r");
    screen.wait_for("Siân asked 水\nSiân asked 水");
    screen.key("ctrl-d");
    assert!(screen.wait_exit().success());
}

#[test]
fn the_environment_is_the_harness_s_own() {
    let home = tempfile::tempdir().unwrap();
    let program = Launch::program("/usr/bin/env", NONE).home(home.path()).env("NO_COLOR", "1");
    let screen = program.size(200, 40).in_shell().start();
    screen.wait_for("[exit 0]");
    let contents = screen.contents();
    let mut shown: Vec<&str> = contents.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
    // The shell's own, and what measures how much of the program the tests reach.
    shown.retain(|name| !["PWD", "OLDPWD", "SHLVL", "_", "LLVM_PROFILE_FILE"].contains(name));
    shown.sort_unstable();
    let expected = [
        "APPDATA",
        "HOME",
        "LANG",
        "LOCALAPPDATA",
        "NO_COLOR",
        "SHELL",
        "TERM",
        "TZ",
        "USERPROFILE",
        "XDG_CACHE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR",
        "XDG_STATE_HOME",
    ];
    assert_eq!(shown, expected);
    assert!(contents.contains(&format!("HOME={}", home.path().display())));
}

#[test]
fn the_size_is_told_and_told_again() {
    let script = "trap 'stty size' WINCH; stty size; while read line; do :; done";
    let mut screen = Launch::program("/bin/sh", ["-c", script]).env("PATH", "/usr/bin:/bin").size(101, 31).start();
    screen.wait_for("31 101");
    screen.resize(60, 20);
    screen.send("\r");
    screen.wait_for("20 60");
}

#[test]
fn a_program_that_is_killed_can_answer_nothing() {
    let script = "trap 'echo heard; exit 0' HUP TERM; echo ready; while read line; do :; done";
    let mut screen = Launch::program("/bin/sh", ["-c", script]).start();
    screen.wait_for("ready");
    screen.kill();
    assert!(!screen.wait_exit().success());
    assert!(!screen.contents().contains("heard"), "{}", screen.contents());
}

#[test]
fn in_a_shell_the_code_is_shown_and_the_words_stay() {
    let mut screen =
        Launch::program("/bin/sh", ["-c", "echo \"$1 said\"; exit 3", "sh", "Siân O'Hara"]).in_shell().start();
    screen.wait_for("Siân O'Hara said\n[exit 3]");
    screen.key("enter");
    assert!(screen.wait_exit().success());
}

#[test]
fn a_paste_is_marked_as_one() {
    let mut screen = Launch::program("/bin/cat", ["-v"]).start();
    screen.paste("two\rlines");
    screen.send("\r");
    screen.wait_for("^[[200~two");
    screen.wait_for("lines^[[201~");
}

#[test]
#[should_panic(expected = "never showed \"Friday\" (the program has ended); the screen of 80x24:\nWednesday")]
fn waiting_for_what_never_comes_fails_and_shows_the_screen() {
    let mut screen = Launch::program("/bin/cat", NONE).start();
    screen.send("Wednesday\r");
    screen.wait_for("Wednesday\nWednesday");
    screen.key("ctrl-d");
    screen.wait_for("Friday");
}

#[test]
fn the_program_itself_can_be_run() {
    let mut screen = Launch::quorate(["--version"]).start();
    screen.wait_exit();
}
