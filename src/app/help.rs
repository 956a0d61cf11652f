//! Pages to read: the keys and commands as they are, and the entries of the record.

use super::command;
use super::keymap::{Context, Keymap};
use super::session::Session;
use super::view::{PageView, Tone};

/// How many entries the log shows: the newest.
const ENTRIES: usize = 1000;

/// Help: on one command, or on every key and command.
pub(super) fn page(keymap: &Keymap, name: Option<&str>) -> PageView {
    if let Some(spec) = name.and_then(command::named) {
        return PageView { title: spec.name.to_owned(), lines: lines(&command::page(spec)), ..PageView::default() };
    }
    let mut all = vec![(Tone::Heading, "Keys".to_owned())];
    all.extend(keymap.rows().map(|(context, key, run)| {
        let place = match context {
            Context::Empty => ", on an empty line",
            Context::Pad => ", in a pad",
            _ => "",
        };
        (Tone::Plain, format!("{:<12} {run}{place}", key.shown()))
    }));
    all.extend(
        [
            ("Enter", "ends the point"),
            ("Alt-Enter", "begins a new line in it"),
            ("@", "names somebody: type a part, then Enter"),
            ("↑ ↓", "on an empty line: go through the minutes of the item"),
            ("Ctrl-←  →", "go by words; with Shift, select"),
            ("Ctrl-W", "takes the word before the cursor away"),
            ("Ctrl-Z Y", "undo and redo in the text; on an empty line, of the last act"),
        ]
        .map(|(key, what)| (Tone::Plain, format!("{key:<12} {what}"))),
    );
    all.push((Tone::Plain, String::new()));
    all.extend(lines(&command::overview()));
    PageView { title: "Help".into(), lines: all, ..PageView::default() }
}

fn lines(text: &str) -> Vec<(Tone, String)> {
    text.lines().map(|line| (Tone::Plain, line.to_owned())).collect()
}

/// The newest entries with their numbers and times, newest first.
pub(super) fn log(session: &Session) -> PageView {
    let state = session.state();
    let entries = session.meeting().entries().take(ENTRIES);
    let line = entries.map(|entry| {
        let time = state.local(entry.happened()).format("%H:%M:%S");
        (Tone::Plain, format!("#{:<5} {time}  {}", entry.n, super::describe::describe(state, entry)))
    });
    PageView { title: "Record".into(), lines: line.collect(), ..PageView::default() }
}
