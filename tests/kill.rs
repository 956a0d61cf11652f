//! The real program, killed at seeded moments: what it acknowledged is there, nothing is half, and it goes on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fmt::Write;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use quorate::journal::Recorder;
use quorate::meeting::event::Entry;
use quorate::run::deposit::stores;
use quorate::run::drafts;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, fold, read};

/// How many times the program is killed by its own hook, and from outside.
const ABORTS: u64 = 170;
const SIGNALS: u64 = 40;
/// How many threads kill side by side.
const SIDE_BY_SIDE: u64 = 4;

/// A meeting with points, private notes, an undo and a redo, long enough to be killed in two hundred places.
fn script() -> String {
    let mut script =
        "quorate script 1\n13:50 present all\n13:52 apologies jones\n14:00 call-to-order\n14:01 next\n".to_owned();
    for number in 0..22 {
        let time = format!("14:{:02}", 2 + number);
        let lines = [
            format!("point chair said thing {number}."),
            format!("note ask about {number}"),
            "undo".to_owned(),
            "redo".to_owned(),
        ];
        for line in lines.iter().take(if number % 7 == 0 { 4 } else { 2 }) {
            writeln!(script, "{time} {line}").unwrap();
        }
    }
    script + "14:30 close\n"
}

/// What a program that was killed had said.
struct Said {
    saved: u64,
    drafts: Vec<usize>,
    done: bool,
}

#[test]
fn nothing_acknowledged_is_lost_however_it_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let whole = folder.path().join("whole");
    let said = play(&whole, None, None);
    assert!(said.done && said.saved > 15, "the script plays when nobody kills it");
    let expected = entries(&whole);
    let jobs: Vec<(Option<u64>, Option<u64>)> =
        (1..=ABORTS).map(|seed| (Some(seed), None)).chain((0..SIGNALS).map(|seed| (None, Some(seed)))).collect();
    let killed: usize = thread::scope(|scope| {
        let share = jobs.len().div_ceil(usize::try_from(SIDE_BY_SIDE).unwrap());
        let shares: Vec<_> = jobs
            .chunks(share)
            .map(|jobs| {
                let (folder, expected) = (folder.path(), expected.as_slice());
                scope.spawn(move || jobs.iter().filter(|job| survives(folder, **job, expected)).count())
            })
            .collect();
        shares.into_iter().map(|share| share.join().unwrap()).sum()
    });
    assert!(killed >= 200, "only {killed} of {} were killed before they were done", jobs.len());
}

/// Kills the program and looks at what it left. Says whether it was killed before it was done.
fn survives(folder: &Path, (after, lines): (Option<u64>, Option<u64>), expected: &[Entry]) -> bool {
    let place = folder.join(format!("{after:?}-{lines:?}"));
    let said = play(&place, after, lines);
    let files = files(&place);
    let name = place.display();
    draft_is_whole(&files, &said, expected.len(), &name.to_string());
    if !files.record().exists() {
        assert_eq!(said.saved, 0, "{name}: what was saved is gone");
        return !said.done;
    }
    let Ok(reading) = read(&files, Scope::Whole) else {
        assert_eq!(said.saved, 0, "{name}: what was saved cannot be read");
        return !said.done;
    };
    assert!(reading.barred.is_none(), "{name}: a killed program does no damage: {:?}", reading.barred);
    let kept = u64::try_from(reading.entries.len()).unwrap();
    assert!(kept >= said.saved, "{name}: {} were acknowledged and {kept} are there", said.saved);
    assert_eq!(reading.entries, expected[..reading.entries.len()], "{name}: not a beginning of the meeting");
    // It goes on where it was: the rest is added and the whole is there.
    let mut recorder = Recorder::resume(stores(&files), reading.bytes, reading.footing.unwrap());
    let rest: Vec<_> =
        expected[reading.entries.len()..].iter().map(|entry| quorate::journal::codec::encode(entry).unwrap()).collect();
    recorder.append(&rest).unwrap();
    let whole = read(&files, Scope::Whole).unwrap();
    assert_eq!(whole.entries, expected, "{name}: the meeting did not go on");
    assert!(whole.troubles.is_empty(), "{name}: {:?}", whole.troubles);
    assert_eq!(fold(&whole.entries).unwrap().state(), fold(expected).unwrap().state(), "{name}");
    !said.done
}

/// The unfinished text is the last one acknowledged, or the one that was just being saved.
fn draft_is_whole(files: &RecordFiles, said: &Said, all: usize, name: &str) {
    let (draft, trouble) = drafts::load(files);
    assert_eq!(trouble, None, "{name}");
    let script = script();
    let commands: Vec<&str> = script.lines().skip(1).map(|line| line.split_once(' ').unwrap().1).collect();
    let next = said.drafts.len();
    let possible: Vec<&str> = commands.iter().take(next + 1).skip(next.saturating_sub(1)).copied().collect();
    match draft {
        Some(draft) => assert!(possible.contains(&draft.text.as_str()), "{name}: {:?}", draft.text),
        // It is removed when all is recorded.
        None => assert!(next == 0 || said.saved == u64::try_from(all).unwrap(), "{name}: the unfinished text is gone"),
    }
}

/// Plays the script, killed after so many touches of the disk or after so many lines of its output.
fn play(place: &Path, after: Option<u64>, lines: Option<u64>) -> Said {
    fs::create_dir_all(place).unwrap();
    fs::write(place.join("a.script"), script()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
    command.current_dir(place).env("QUORATE_DATA", place).env_remove("QUORATE_KILL_AFTER");
    command.args(["replay", "2023-07-19", "a.script", "--record", "a.record.jsonl", "--by", "JB", "--ack"]);
    if let Some(after) = after {
        command.env("QUORATE_KILL_AFTER", after.to_string());
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = Said { saved: 0, drafts: Vec::new(), done: false };
    let output = BufReader::new(child.stdout.take().unwrap());
    for (number, line) in (0..).zip(output.lines()) {
        let line = line.unwrap();
        match line.split_once(' ') {
            Some(("saved", n)) => said.saved = n.parse().unwrap(),
            Some(("draft", n)) => said.drafts.push(n.parse().unwrap()),
            _ => said.done |= line == "done",
        }
        if lines == Some(number) {
            // SIGKILL, or its like elsewhere. What the program said before it died is still read.
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    said
}

fn files(place: &Path) -> RecordFiles {
    RecordFiles::at(place.join("a.record.jsonl"))
}

fn entries(place: &Path) -> Vec<Entry> {
    read(&files(place), Scope::Whole).unwrap().entries
}
