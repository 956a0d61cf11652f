//! A clerk at the keyboard: presses keys one by one, each after seeing what the one before did.

use std::path::Path;

use support::keys::encode;
use support::pty::{Launch, Screen};
use tempfile::TempDir;

use super::keys_file::{Entry, KeysFile, Pace, Press};
use super::minutes::AGENDA;
use super::support;

/// How prose gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prose {
    /// Letter by letter, without a pause.
    Typed,
    /// In one paste.
    Pasted,
}

/// As much of the text before the cursor as is compared: the rest may be above it, or out of sight to the left.
const TAIL: usize = 12;

/// The record of a meeting that is played in `home`.
pub(crate) const RECORD: &str = "july.record.jsonl";

/// Starts the program on the meeting of July 2023 in a terminal of this size, with a clock that moves at `pace`.
pub(crate) fn open_in(home: &Path, pace: Pace, (columns, rows): (u16, u16)) -> Screen {
    let clock = format!("{} {}", time_of(pace.start), pace.step);
    let arguments = ["run", AGENDA, "--by", "JW", "--record", RECORD];
    let screen = Launch::quorate(arguments).home(home).size(columns, rows).env("QUORATE_CLOCK", &clock).start();
    screen.wait_for_frame(|screen| screen.contents().contains("saved #"));
    screen
}

/// A time of the meeting's day, from milliseconds since midnight there.
fn time_of(milliseconds: u64) -> String {
    let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000);
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    format!("2023-07-19T{hours:02}:{minutes:02}:{:02}.{rest:03}+01:00", seconds % 60)
}

/// Plays a meeting from its keys and leaves it.
pub(crate) fn play(home: &TempDir, file: &KeysFile, prose: Prose) {
    let moves = |text: &str| if prose == Prose::Typed { text.chars().count() } else { 1 };
    let mut screen = open_in(home.path(), file.pace(moves), (120, 40));
    for entry in &file.entries {
        enter(&mut screen, entry, prose);
    }
    screen.key("ctrl-q");
    assert_eq!(screen.wait_exit().exit_code(), 0);
}

/// Does what one line of a file says, and waits until the screen shows that it is done.
pub(crate) fn enter(screen: &mut Screen, entry: &Entry, prose: Prose) {
    println!("line {}: {:?}", entry.line, entry.press);
    match (&entry.press, prose) {
        (Press::Key(key), _) => press(screen, key),
        (Press::Type(text), _) => text.chars().for_each(|letter| send(screen, &letter.to_string())),
        (Press::Prose(text), Prose::Typed) => {
            screen.send(text);
            written(screen, text);
        }
        (Press::Prose(text), Prose::Pasted) => {
            screen.paste(text);
            written(screen, text);
        }
    }
}

/// Presses a key and waits until the screen shows that something came of it and that all of it is saved.
pub(crate) fn press(screen: &mut Screen, key: &str) {
    let bytes = encode(key).unwrap_or_else(|why| panic!("{why}"));
    send(screen, &bytes);
}

fn send(screen: &mut Screen, bytes: &str) {
    let seen = |screen: &vt100::Screen| (screen.contents(), screen.cursor_position(), screen.hide_cursor());
    let before = screen.look(seen);
    screen.send(bytes);
    // The top line is drawn first, so what is saved is never older than what came of the key.
    screen.wait_for_frame(|screen| seen(screen) != before && !screen.contents().contains("unsaved "));
}

/// Waits until `text` stands before the cursor.
pub(crate) fn written(screen: &Screen, text: &str) {
    screen.wait_for_frame(|screen| {
        let before = before_cursor(screen);
        let tail: String = before.chars().skip(before.chars().count().saturating_sub(TAIL)).collect();
        !tail.is_empty() && text.trim_end().ends_with(&tail)
    });
}

/// What stands before the cursor in its row, without what frames it.
pub(crate) fn before_cursor(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    let shown = screen.contents_between(row, 0, row, column);
    let own = shown.rsplit('│').next().unwrap_or("");
    own.trim_start_matches(['✎', ' ']).trim_end().to_owned()
}
