//! The terminal is given back whole after a return, a panic and a signal: tried on a real pseudo-terminal.
//!
//! The program that takes the terminal is this test program itself, started again by the shell with `ENDING` set.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use quorate::run::terminal::{Guard, Unavailable, give_back, install_hook};
use ratatui::style::Stylize;
use ratatui::text::{Line, Span};
use support::pty::{Launch, Screen};

/// Stands for what is being minuted, which no message may quote.
const PRIVATE: &str = "the complaint about Councillor Example";

/// Says how the program below is to end; without it there is nothing to do.
const ENDING: &str = "QUORATE_TEST_ENDING";

#[test]
fn a_program_that_takes_the_terminal() {
    let Ok(ending) = std::env::var(ENDING) else {
        return;
    };
    install_hook();
    let guard = match Guard::take(Some("quorate in a test")) {
        Ok(guard) => guard,
        Err(why) => return println!("{why}"),
    };
    let mut screen = guard.screen().unwrap();
    // A change of colour within a line is where the library would drop what follows, if it were left to NO_COLOR.
    let drawn = Line::from(vec![Span::raw("well ").red(), Span::raw("drawn").bold()]);
    screen.draw(|frame| frame.render_widget(drawn, frame.area())).unwrap();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).unwrap_or_default();
    match ending.as_str() {
        "panic" => panic!("{PRIVATE}"),
        "thread" => std::thread::spawn(|| panic!("{PRIVATE}")).join().unwrap_or_default(),
        "signal" => {
            give_back();
            std::process::exit(0)
        }
        _ => drop(guard),
    }
}

/// Runs the program above until it has drawn, lets it end in the given way, and looks at what it leaves.
fn ended(ending: &str) -> Screen {
    ended_under(ending, &[])
}

fn ended_under(ending: &str, environment: &[(&str, &str)]) -> Screen {
    let own = std::env::current_exe().unwrap();
    let script = "\"$0\" --exact a_program_that_takes_the_terminal --nocapture; stty -a; echo done; read line";
    let program = ["-c".into(), script.into(), own.into_os_string()];
    let launch = Launch::program("/bin/sh", program).env("PATH", "/usr/bin:/bin").env(ENDING, ending).size(100, 40);
    let launch = environment.iter().fold(launch, |launch, (name, value)| launch.env(name, value));
    let mut screen = launch.start();
    screen.wait_until(|seen| seen.alternate_screen() && seen.contents().contains("drawn"));
    assert!(screen.look(|seen| seen.cell(0, 5).is_some_and(vt100::Cell::bold)), "bold did not arrive");
    assert!(screen.look(vt100::Screen::bracketed_paste));
    // In raw mode no line end is made of Enter: the program reads on until it gets one.
    screen.send("\n");
    screen.wait_for("done");
    screen
}

fn count(screen: &Screen, sequence: &str) -> usize {
    String::from_utf8_lossy(&screen.output()).matches(sequence).count()
}

#[track_caller]
fn given_back(screen: &Screen) {
    let shown = screen.contents();
    assert!(!screen.look(vt100::Screen::alternate_screen), "{shown}");
    assert!(!screen.look(vt100::Screen::bracketed_paste), "{shown}");
    assert!(!screen.look(vt100::Screen::hide_cursor), "{shown}");
    for mode in ["icanon", "echo", "isig", "opost"] {
        let on = shown.split_whitespace().any(|word| word == mode);
        assert!(on, "the terminal is left without {mode}:\n{shown}");
    }
    for once in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[23;0t"] {
        assert_eq!(count(screen, once), 1, "{once:?}");
    }
}

#[test]
fn after_a_return() {
    given_back(&ended("return"));
}

#[test]
fn without_colours_modifiers_still_arrive() {
    given_back(&ended_under("return", &[("NO_COLOR", "1")]));
}

#[test]
fn after_a_signal() {
    given_back(&ended("signal"));
}

#[test]
fn after_a_panic_with_one_message_that_quotes_nothing() {
    for ending in ["panic", "thread"] {
        let screen = ended(ending);
        given_back(&screen);
        let output = String::from_utf8_lossy(&screen.output()).into_owned();
        let (before, after) = output.split_once("\x1b[?1049l").unwrap();
        let message = "quorate has stopped because of a fault of its own (tests/terminal.rs";
        assert!(after.contains(message), "{after}");
        assert!(!before.contains(message), "{before}");
        assert!(!output.contains(PRIVATE), "{output}");
    }
}

#[test]
fn where_there_is_no_terminal_that_is_said() {
    let ran = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "a_program_that_takes_the_terminal", "--nocapture"])
        .env(ENDING, "return")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(ran.stdout).unwrap();
    assert!(said.contains(&Unavailable::NotATerminal.to_string()), "{said}");
    assert!(!said.contains('\x1b'), "{said:?}");
}
