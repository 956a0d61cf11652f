//! A folder of one's own with a record in it, and the program run there.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use chrono::{DateTime, Duration, Utc};
use quorate::meeting::Meeting;
use quorate::meeting::command::When;
use quorate::meeting::event::{Entry, Event};
use quorate::meeting::fact::{Audience, Content, Note, Point, Section, Speaker, Turn};
use quorate::meeting::id::ItemId;
use quorate::run::deposit::Deposit;
use quorate::run::hook::Countdown;
use quorate::run::papers;
use quorate::run::places::RecordFiles;
use tempfile::TempDir;

/// A folder that goes with the test, which is also the user's home.
pub(crate) struct Desk {
    folder: TempDir,
}

/// What the program said.
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The program, in this folder and with nothing of the machine's own around it.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::cargo_bin("quorate").unwrap();
        command.current_dir(self.folder.path());
        for name in ["HOME", "USERPROFILE", "QUORATE_DATA", "QUORATE_CONFIG"] {
            command.env(name, self.folder.path());
        }
        command.env_remove("QUORATE_CLOCK").env_remove("QUORATE_KILL_AFTER").env("NO_COLOR", "1");
        command
    }

    pub(crate) fn run(&self, arguments: &str) -> Said {
        let output = self.command().args(arguments.split_whitespace()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Said { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Makes `july.record.jsonl`: a point, a note to oneself, and a decision undone.
    pub(crate) fn record(&self) -> PathBuf {
        let path = self.path("july.record.jsonl");
        let mut deposit = Deposit::begin(RecordFiles::at(&path), true, &Countdown::default()).unwrap();
        deposit.save(&entries()).unwrap();
        path
    }
}

pub(crate) fn began() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::seconds(1_689_771_600)
}

/// A short meeting.
pub(crate) fn entries() -> Vec<Entry> {
    let opened = papers::find("2023-07-19").unwrap().read().unwrap().opened(false);
    let mut meeting = Meeting::new(opened.clone());
    let item: ItemId = meeting
        .state()
        .items()
        .find(|item| item.agenda.kind == quorate::meeting::agenda::ItemKind::Report)
        .map(|item| item.agenda.id.clone())
        .unwrap();
    let turn = Turn { speaker: Speaker::Body, text: "asked about fox hunting.".to_owned() };
    let point = Content::Point(Point { section: Section::Discussion, turns: vec![turn], ..Point::default() });
    let note = Content::Note(Note { text: "ring the venue".to_owned() });
    let events: [Vec<Event>; 3] = [
        vec![Event::Opened(Box::new(opened))],
        vec![Event::Recorded { item: item.clone(), index: 0, content: point }],
        vec![Event::Recorded { item, index: 1, content: note }],
    ];
    events
        .into_iter()
        .enumerate()
        .map(|(n, events)| {
            let now = began() + Duration::minutes(i64::try_from(n).unwrap());
            let mut entry = meeting.entry_for(events, When::now(now), "JB", Audience::Public);
            entry.n = u64::try_from(n).unwrap() + 1;
            meeting.apply(&entry);
            entry
        })
        .collect()
}

/// Whether every byte of a text file ends in a whole line.
pub(crate) fn whole_lines(path: &Path) -> usize {
    let bytes = fs::read(path).unwrap();
    assert!(bytes.is_empty() || bytes.ends_with(b"\n"), "{} ends within a line", path.display());
    bytes.split_inclusive(|byte| *byte == b'\n').count()
}
