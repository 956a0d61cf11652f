//! Words planted in everything that can be recorded without the public, and looked for in everything that comes out.
//!
//! What can be recorded is taken from the records that must open for ever, of which a test of their own holds that they
//! have every kind; so a new kind is in here as soon as it is in there. Every text of an event, however deep, becomes a
//! canary of its own if the event is still one with it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, Duration, Utc};
use quorate::app::editor::Unfinished;
use quorate::app::model::{Draft, Place};
use quorate::meeting::Meeting;
use quorate::meeting::command::{Command as Order, Private, When};
use quorate::meeting::event::{Entry, Event, Old, Sitting, Turning};
use quorate::meeting::fact::{Audience, Business, Content, Exclusion, Ground, Point, Speaker, Turn};
use quorate::meeting::id::{FactId, ItemId};
use quorate::meeting::state::State;
use quorate::run::deposit::Deposit;
use quorate::run::drafts;
use quorate::run::format::Format;
use quorate::run::hook::Countdown;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Reading, Scope, read};
use serde_json::Value;

/// Files that may hold the words: those of the private part.
const PRIVATE: [&str; 2] = ["a.exempt.jsonl", "a.exempt.draft"];

/// A meeting while it is written down.
struct Desk {
    meeting: Meeting,
    entries: Vec<Entry>,
    last: Option<FactId>,
    canaries: usize,
}

/// What the records hold, and the keys of everything in them.
fn corpus() -> (Vec<Entry>, BTreeSet<String>) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/records");
    let record = |name: &str| {
        let files = RecordFiles::at(folder.join(format!("{name}.record.jsonl")));
        read(&files, Scope::Whole).unwrap_or_else(|problem| panic!("{name}: {problem}"))
    };
    let names = fs::read_dir(&folder).unwrap().filter_map(|entry| {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        name.strip_suffix(".record.jsonl").filter(|name| !name.starts_with("newer")).map(str::to_owned)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    let records: Vec<Reading> = names.iter().map(|name| record(name)).collect();
    let keys = records.iter().flat_map(|record| keys(record.meeting.state())).collect();
    (records.into_iter().flat_map(|record| record.entries).collect(), keys)
}

/// What is for everybody whatever the room is: resolutions on the public itself, titles typed for everybody, how far the
/// minutes have come, files.
fn is_for_everybody(event: &Event) -> bool {
    matches!(
        event,
        Event::Opened(_)
            | Event::Adopted { .. }
            | Event::Stub { .. }
            | Event::PublicTitle { .. }
            | Event::Published { .. }
            | Event::Stage { .. }
            | Event::Redacted { .. }
            | Event::Withheld { .. }
            | Event::Kept { .. }
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Retimed { .. }
            | Event::Turned { turning: Turning::Room { .. } | Turning::Sitting { .. } | Turning::Clerk { .. }, .. }
            | Event::Recorded { content: Content::Exclusion(_), .. }
            | Event::Changed { content: Content::Exclusion(_), .. }
    ) || is_summary(event)
}

/// Whether it is what the proper officer writes for everybody of private business.
fn is_summary(event: &Event) -> bool {
    matches!(event, Event::Recorded { content, .. } | Event::Changed { content, .. } if content.is_summary())
}

/// Every key by which something is known, which is no word of anybody's.
fn keys(state: &State) -> BTreeSet<String> {
    let items = state.items().map(|item| item.agenda.id.to_string());
    let people = state.people().map(|person| person.id.to_string());
    let seats = state.body().seats.iter().map(|seat| seat.id.to_string());
    let parties = state.body().parties.iter().map(|party| party.id.to_string());
    items.chain(people).chain(seats).chain(parties).collect()
}

/// Where the texts of a value are.
fn texts(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at.to_owned()),
        Value::Array(all) => all.iter().enumerate().for_each(|(n, value)| texts(value, &format!("{at}/{n}"), found)),
        Value::Object(all) => all.iter().for_each(|(name, value)| texts(value, &format!("{at}/{name}"), found)),
        _ => {}
    }
}

impl Desk {
    fn new(opened: &Event) -> Self {
        let Event::Opened(inside) = opened else { panic!("a record begins with its beginning") };
        let (meeting, first) = quorate::run::replay::begin(inside.as_ref().clone(), Self::began(), "JB");
        Self { meeting, entries: vec![first], last: None, canaries: 0 }
    }

    fn began() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + Duration::seconds(1_689_771_600)
    }

    fn when(&self) -> When {
        When::now(Self::began() + Duration::minutes(i64::try_from(self.meeting.next()).unwrap()))
    }

    fn record(&mut self, events: Vec<Event>) {
        let entry = self.meeting.entry_for(events, self.when(), "JB", Audience::Public);
        self.meeting.apply(&entry);
        let recorded = entry.events().filter(|(_, _, event)| matches!(event, Event::Recorded { .. }));
        self.last = recorded.map(|(id, ..)| id).last().or(self.last);
        self.entries.push(entry);
    }

    fn order(&mut self, order: &Order) {
        let decided = self.meeting.decide(order, self.when()).unwrap();
        self.record(decided.events);
    }

    fn canary(&mut self) -> String {
        self.canaries += 1;
        format!("canary{}x", self.canaries)
    }

    /// The event with a canary in every text that may say anything.
    fn planted(&mut self, event: &Event, keys: &BTreeSet<String>) -> Event {
        let mut value = serde_json::to_value(event).unwrap();
        let mut places = Vec::new();
        texts(&value, "", &mut places);
        for place in places {
            let old = value.pointer(&place).and_then(Value::as_str).unwrap().to_owned();
            if keys.contains(&old) || old.parse::<FactId>().is_ok() {
                continue;
            }
            let canary = self.canary();
            *value.pointer_mut(&place).unwrap() = canary.into();
            // A word of the format, such as how somebody voted, takes no other.
            if serde_json::from_value::<Event>(value.clone()).is_err() {
                *value.pointer_mut(&place).unwrap() = old.into();
            }
        }
        if let (Some(last), Some(id)) = (self.last, value.pointer_mut("/id")) {
            *id = last.to_string().into();
        }
        serde_json::from_value(value).unwrap()
    }

    fn close_room(&mut self) {
        self.order(&Order::EverybodyPresent);
        self.order(&Order::Sitting { to: Sitting::Sitting });
        let item = self.meeting.state().top().get(3).unwrap().clone();
        self.order(&Order::Go { item: item.clone() });
        let business = vec![Business::default()];
        let exclusion = Exclusion { ground: Ground::Exempt, business, mover: None, seconder: None, tested: true };
        self.order(&Order::Private(Private::Exclude { item, exclusion }));
        assert_eq!(self.meeting.state().room(), Audience::Private);
    }
}

/// A meeting in which everything that can be recorded was recorded without the public; then the public is back, and
/// what was public by mistake is redacted.
fn meeting() -> Desk {
    let (corpus, known) = corpus();
    let mut desk = Desk::new(&corpus[0].public[0]);
    desk.close_room();
    for event in corpus.iter().flat_map(|entry| entry.public.iter().chain(&entry.private)) {
        if is_for_everybody(event) {
            continue;
        }
        let planted = desk.planted(event, &known);
        desk.record(vec![planted]);
        let n = desk.entries.last().unwrap().n;
        if n.is_multiple_of(3) {
            desk.record(vec![Event::Undone { entry: n }]);
        }
        if n.is_multiple_of(6) {
            desk.record(vec![Event::Redone { entry: n }]);
        }
    }
    let room = desk.meeting.state().top().get(0).unwrap().clone();
    desk.order(&Order::Private(Private::Readmit { item: room.clone() }));
    // Every other item was taken without the public.
    let mut fresh = desk.meeting.state().item(&room).unwrap().agenda.clone();
    (fresh.id, fresh.title) = ("fresh".into(), "Open business".into());
    desk.order(&Order::AddItem { item: Box::new(fresh), after: None });
    let room: ItemId = "fresh".into();
    desk.order(&Order::Go { item: room.clone() });
    let since = desk.when().now;
    for undone in [false, true] {
        let text = desk.canary();
        let turns = vec![Turn { speaker: Speaker::default(), text }];
        let content = Content::Point(Point { turns, ..Point::default() });
        desk.order(&Order::Record { item: room.clone(), content, started: None });
        if undone {
            desk.order(&Order::Undo);
        }
    }
    let events = desk.meeting.public_words_since(since).into_iter().map(|(id, _)| id).collect();
    let because = "the public was out".to_owned();
    desk.order(&Order::Private(Private::Redact { events, because, old: Old::Kept }));
    desk
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
    command.current_dir(folder).args(arguments).env("QUORATE_DATA", folder).env("QUORATE_CONFIG", folder);
    let output = command.output().unwrap();
    readable(&output.stdout) + &String::from_utf8_lossy(&output.stderr)
}

/// What may be read in bytes: the text of a file, and of every part of one that holds several.
fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).into_owned();
    if !bytes.starts_with(b"PK") {
        return text;
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut bytes = Vec::new();
        archive.by_index(index).unwrap().read_to_end(&mut bytes).unwrap();
        readable(&bytes)
    };
    let parts: Vec<String> = (0..count).map(part).collect();
    assert!(parts.iter().any(|part| part.contains("<w:document")), "no part could be read");
    text + &parts.join("\n")
}

#[track_caller]
fn silent(place: &str, text: &str) {
    if let Some(at) = text.find("canary") {
        let from = text[..at].rfind('\n').map_or(0, |line| line + 1);
        panic!("{place} tells what is private: {}", text[from..].lines().next().unwrap());
    }
}

#[test]
fn nothing_that_everybody_may_read_holds_a_private_word() {
    let folder = tempfile::tempdir().unwrap();
    let files = RecordFiles::at(folder.path().join("a.record.jsonl"));
    let desk = meeting();
    assert!(desk.canaries > 150, "only {} words were planted", desk.canaries);
    Deposit::begin(files.clone(), false, &Countdown::default()).unwrap().save(&desk.entries).unwrap();
    let place = Place::Item(None);
    let text = Unfinished { text: "canary-unfinished".to_owned(), ..Unfinished::default() };
    let unfinished = Draft { here: Some(place.clone()), texts: vec![(place, text)], private: true };
    drafts::keep(&files, &unfinished).unwrap();

    for format in Format::every().map(Format::name) {
        let format = format.as_str();
        silent(format, &run(folder.path(), &["export", "a.record.jsonl", "--to", format, "-o", "-"]));
        silent(format, &run(folder.path(), &["export", "a.record.jsonl", "--to", format]));
    }
    for arguments in [["log", "a.record.jsonl"], ["lint", "a.record.jsonl"], ["check", "a.record.jsonl"]] {
        let said = run(folder.path(), &arguments);
        assert!(!said.is_empty());
        silent(arguments[0], &said);
    }
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let kept = name.starts_with("a.exempt.jsonl.before-");
        if !PRIVATE.contains(&name.as_str()) && !kept {
            silent(&name, &readable(&fs::read(&path).unwrap()));
        }
    }

    // The words are where they belong, and only an export that says so in its name and on every page has them.
    let private = fs::read_to_string(files.exempt()).unwrap();
    for n in 1..=desk.canaries {
        let canary = format!("canary{n}x");
        let planted = desk.entries.iter().any(|entry| {
            let events =
                serde_json::to_string(&entry.private).unwrap() + &serde_json::to_string(&entry.public).unwrap();
            events.contains(&canary)
        });
        assert!(!planted || private.contains(&canary), "{canary} is lost");
    }
    let said = run(folder.path(), &["export", "a.record.jsonl", "--to", "text", "--private"]);
    assert!(said.contains("a.private.minutes.txt"), "{said}");
    let minutes = fs::read_to_string(folder.path().join("a.private.minutes.txt")).unwrap();
    assert!(minutes.contains("canary") && minutes.trim_start().starts_with("PRIVATE"), "{minutes}");
}

#[test]
fn the_meeting_read_again_is_the_one_that_was_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let files = RecordFiles::at(folder.path().join("a.record.jsonl"));
    let desk = meeting();
    Deposit::begin(files.clone(), false, &Countdown::default()).unwrap().save(&desk.entries).unwrap();
    let reading = read(&files, Scope::Whole).unwrap();
    assert!(reading.troubles.is_empty() && reading.barred.is_none(), "{:?}", reading.troubles);
    assert_eq!(reading.meeting.state(), desk.meeting.state());
}
