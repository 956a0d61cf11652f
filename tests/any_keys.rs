//! Any keys, pastes, ticks and sizes leave a program that draws and exports, a record that replays to the same meeting,
//! and an undo that takes nothing away for good.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use quorate::app::key::{Code, Key};
use quorate::app::keymap::Keymap;
use quorate::app::model::{Draft, Model};
use quorate::app::session::Session;
use quorate::app::update::{Effect, Message, update};
use quorate::journal::codec::{decode, encode};
use quorate::journal::faulty::FaultyDisk;
use quorate::journal::{self, Recorder};
use quorate::meeting::Meeting;
use quorate::meeting::command::{Command, When};
use quorate::meeting::event::{Entry, Event};
use quorate::meeting::state::State;
use quorate::minutes::write::Spelling;
use quorate::run::conduct::command_names;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::{papers, reading};
use quorate::ui;
use quorate::ui::theme::{Theme, shipped};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const KEYS: [&str; 52] = [
    "f2",
    "f3",
    "f4",
    "f5",
    "f6",
    "f7",
    "f8",
    "f9",
    "f12",
    "ctrl-r",
    "ctrl-f",
    "alt-b",
    "alt-h",
    "alt-d",
    "alt-r",
    "ctrl-k",
    "alt-u",
    "alt-m",
    "alt-j",
    "alt-n",
    "ctrl-w",
    "ctrl-e",
    "ctrl-z",
    "ctrl-y",
    "up",
    "down",
    "left",
    "right",
    "home",
    "end",
    "enter",
    "enter",
    "enter",
    "esc",
    "esc",
    "tab",
    "space",
    "backspace",
    "delete",
    "alt-up",
    "alt-down",
    "pageup",
    "pagedown",
    ":",
    "?",
    "*",
    "=",
    "+",
    "1",
    "3",
    "a",
    "c",
];

const LINES: [&str; 31] = [
    "call-to-order",
    "next",
    "go 9",
    "point sb foxes / pcc would circulate a plan",
    "note for myself",
    "mark",
    "decide",
    "undertake",
    "nil",
    "elect leigh",
    "draft The Panel *AGREED* to wait",
    "put",
    "undo",
    "redo",
    "leave pcc+",
    "arrive jamil",
    "s/a/the/",
    "strike last",
    "move last to 5",
    "add-item Urgent",
    "close",
    "reopen",
    "correct began 13:01",
    "declare sharp in 9 kind pecuniary because a cousin",
    "declare gowing in this and leave",
    "as-declared",
    "motion That a letter be sent",
    "procedural next-business",
    "vote hands 5 3",
    "as-due",
    "leave sharp for the item",
];

#[derive(Clone, Debug)]
enum Step {
    Key(usize),
    Text(String),
    Line(usize),
    Paste(String),
    Tick(i64),
    Size(u16, u16),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let odd = "([a-z /?@*:]|é|👨‍👩‍👧|\u{202e}|\u{1b}\\[2J|\n|\t|\u{0}){0,12}";
    let step = prop_oneof![
        5 => (0..KEYS.len()).prop_map(Step::Key),
        2 => "[ -~é]{0,6}".prop_map(Step::Text),
        4 => (0..LINES.len()).prop_map(Step::Line),
        1 => odd.prop_map(Step::Paste),
        1 => (-4000_i64..4000).prop_map(Step::Tick),
        1 => (0_u16..160, 0_u16..60).prop_map(|(width, height)| Step::Size(width, height)),
    ];
    prop::collection::vec(step, 0..40)
}

/// The program without the world around it.
struct Program {
    model: Model,
    now: DateTime<Utc>,
    entries: Vec<Entry>,
    size: (u16, u16),
    theme: Theme,
}

impl Program {
    fn new() -> Self {
        let now = DateTime::UNIX_EPOCH + TimeDelta::seconds(1_689_771_600);
        let opened = papers::find("2023-07-19").unwrap().read().unwrap().opened(false);
        let first = Entry {
            n: 1,
            at: now,
            when: None,
            by: "JB".to_owned(),
            public: vec![Event::Opened(Box::new(opened.clone()))],
            private: Vec::new(),
        };
        let mut meeting = Meeting::new(opened);
        meeting.apply(&first);
        let keymap = Keymap::load(None, &command_names()).0;
        let model = Model::new(Session::new(meeting, "JB"), keymap, Draft::default(), now);
        let theme = shipped().0.into_iter().next().unwrap();
        Self { model, now, entries: vec![first], size: (80, 24), theme }
    }

    fn send(&mut self, message: Message) {
        for effect in update(&mut self.model, message) {
            if let Effect::Record(entry) = effect {
                self.entries.push(entry);
            }
        }
    }

    fn key(&mut self, key: Key) {
        self.now += TimeDelta::seconds(1);
        self.send(Message::Key(key, self.now));
    }

    fn named(&mut self, key: &str) {
        self.key(key.parse().unwrap_or_else(|wrong| panic!("{key}: {wrong}")));
    }

    fn text(&mut self, text: &str) {
        text.chars().for_each(|letter| self.key(Key::new(false, false, false, Code::Char(letter))));
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Key(which) => self.named(KEYS[*which]),
            Step::Text(text) => self.text(text),
            Step::Line(which) => {
                self.named("ctrl-e");
                self.text(":");
                self.text(LINES[*which]);
                self.named("enter");
            }
            Step::Paste(text) => self.send(Message::Paste(text.clone(), self.now)),
            Step::Tick(seconds) => {
                self.now += TimeDelta::seconds(*seconds);
                self.send(Message::Tick(self.now));
            }
            Step::Size(width, height) => {
                self.size = (*width, *height);
                self.send(Message::Resize(*width, *height));
            }
        }
        self.draw();
    }

    fn draw(&self) {
        let (width, height) = self.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let style = self.model.session().style();
        terminal.draw(|frame| ui::draw_model(frame, &self.model, style, &self.theme)).unwrap();
    }
}

/// Everything that is printed, once as text since other spellings are of the same blocks, and what only the private file
/// holds.
fn minutes(state: &State) -> String {
    let page = Page { width: 72, place: For::File, private: false };
    let formats = Format::every().filter(|format| matches!(format.spelling, Spelling::Text | Spelling::Json));
    let printed = formats.map(|format| String::from_utf8(spell(state, format, page)).unwrap());
    let facts = state.items().flat_map(|item| state.facts_of(item)).map(|fact| format!("{fact:?}\n"));
    printed.chain(facts).collect()
}

/// The meeting that the bytes of a record hold.
fn reread(entries: &[Entry]) -> Meeting {
    let disk = FaultyDisk::new();
    let encoded: Vec<_> = entries.iter().map(|entry| encode(entry).unwrap()).collect();
    Recorder::begin(disk.pair("m")).append(&encoded).unwrap();
    let (public, private) = (disk.bytes("m.record.jsonl"), disk.bytes("m.exempt.jsonl"));
    let opened = journal::read(&public, Some(&private));
    assert!(opened.troubles().is_empty(), "{:?}", opened.troubles());
    let decoded = decode(&opened.public.lines, &opened.private.as_ref().unwrap().chain.lines);
    assert_eq!(decoded.newer, None);
    assert_eq!(decoded.entries, entries, "what is read is what was written");
    reading::fold(&decoded.entries).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_leave_a_meeting_that_draws_exports_and_reopens(steps in steps()) {
        let mut program = Program::new();
        program.draw();
        for line in ["present all", "present usual", "call-to-order", "go 9", "point jw spoke / pcc would provide it"] {
            program.text(":");
            program.text(line);
            program.named("enter");
        }
        prop_assert!(program.entries.len() >= 6, "the meeting is on");
        for step in &steps {
            program.step(step);
        }
        let live = minutes(program.model.state());
        let mut meeting = reread(&program.entries);
        prop_assert_eq!(&minutes(meeting.state()), &live, "replayed");

        // All of it undone and redone is the same again; so is one step at a time.
        let tell = |meeting: &mut Meeting, command: Command| {
            let when = When::now(program.now);
            let decided = meeting.decide(&command, when).unwrap();
            let entry = meeting.entry_for(decided.events, when, "JB", decided.audience);
            meeting.apply(&entry);
        };
        let depth = meeting.entries().count();
        let mut before = Vec::new();
        for _ in 0..depth {
            before.push(minutes(meeting.state()));
            tell(&mut meeting, Command::Undo);
        }
        prop_assert!(meeting.undoable().is_none());
        while let Some(expected) = before.pop() {
            tell(&mut meeting, Command::Redo);
            prop_assert_eq!(&minutes(meeting.state()), &expected, "redone");
        }
        prop_assert_eq!(&minutes(meeting.state()), &live);
    }
}
