//! Entries go into lines and come back the same; what a newer release wrote is found and changes nothing.

mod names;

use chrono::{DateTime, Duration, Utc};
use serde_json::value::RawValue;

use super::super::faulty::FaultyDisk;
use super::super::{Recorder, read};
use super::{Decoded, decode, encode};
use crate::meeting::event::{Entry, Event, ItemState, Presence, Turning};
use crate::meeting::fact::{Content, Note, Point, Section, Speaker, Turn};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::timeline::Moment;

fn at() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::milliseconds(1_689_771_600_125)
}

fn entry(n: u64, public: Vec<Event>, private: Vec<Event>) -> Entry {
    Entry { n, at: at(), when: None, by: "JB".to_owned(), public, private }
}

fn point(text: &str) -> Content {
    let turn = Turn { speaker: Speaker::Person(PersonId::from("jamil")), text: text.to_owned() };
    Content::Point(Point { section: Section::Discussion, turns: vec![turn], ..Point::default() })
}

fn recorded(content: Content) -> Event {
    Event::Recorded { item: ItemId::from("report"), index: 3, content }
}

/// What comes back after these entries were written; `private` says whether the private file is read too.
fn again(entries: &[super::Entry], private: bool) -> Decoded {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("x"));
    recorder.append(entries).unwrap();
    let (public, exempt) = (disk.bytes("x.record.jsonl"), disk.bytes("x.exempt.jsonl"));
    let opened = read(&public, private.then_some(exempt.as_slice()));
    let exempt = opened.private.map(|exempt| exempt.chain.lines).unwrap_or_default();
    decode(&opened.public.lines, &exempt)
}

fn encoded(entries: &[Entry]) -> Vec<super::Entry> {
    entries.iter().map(|entry| encode(entry).unwrap()).collect()
}

fn sample() -> Vec<Entry> {
    let turning = Turning::Presence { person: PersonId::from("jamil"), to: Presence::Left, because: None };
    let turned = Event::Turned { at: Moment { anchor: 2, time: at() }, turning };
    let deferred = ItemState::Deferred { to: Some("September".to_owned()), because: None };
    let mut back_timed = entry(2, vec![turned], vec![]);
    back_timed.when = Some(at() - Duration::minutes(7));
    vec![
        entry(1, vec![Event::ItemState { item: ItemId::from("plan"), state: deferred }], vec![]),
        back_timed,
        entry(
            3,
            vec![recorded(point("asked “why”\nand\u{202e} when"))],
            vec![recorded(Content::Note(Note { text: "ring her".to_owned() }))],
        ),
        entry(4, vec![], vec![recorded(point("said in private"))]),
        entry(5, vec![Event::Changed { id: FactId::new(3, 0), content: Content::Nil }], vec![]),
        entry(6, vec![Event::Undone { entry: 5 }], vec![]),
    ]
}

#[test]
fn entries_come_back_as_they_were() {
    let entries = sample();
    let decoded = again(&encoded(&entries), true);
    assert_eq!(decoded, Decoded { entries, newer: None });
}

#[test]
fn without_the_private_file_only_private_events_are_missing() {
    let decoded = again(&encoded(&sample()), false);
    let mut public = sample();
    for entry in &mut public {
        entry.private.clear();
    }
    assert_eq!(decoded, Decoded { entries: public, newer: None });
}

#[test]
fn what_a_newer_release_wrote_is_named_and_keeps_its_place() {
    let mut entries = encoded(&sample());
    let strange = RawValue::from_string(r#"{"kind":"hologram","of":"the chair"}"#.to_owned()).unwrap();
    entries[2].events.insert(0, strange);
    let decoded = again(&entries, true);
    let newer = decoded.newer.unwrap();
    assert_eq!((newer.entry, newer.what.as_str()), (3, "hologram"));
    assert_eq!(decoded.entries[2].public.len(), 2, "the fact after it keeps its number");
    assert_eq!(decoded.entries[2].public[1], sample()[2].public[0]);
}

#[test]
fn a_value_that_is_not_known_is_newer_too() {
    let mut entries = encoded(&sample());
    entries[0].at = "half past two".to_owned();
    entries[4].events = vec![RawValue::from_string(r#"{"kind":"undone","entry":"five"}"#.to_owned()).unwrap()];
    let newer = again(&entries, true).newer.unwrap();
    assert_eq!((newer.entry, newer.what.as_str()), (1, "the time 'half past two'"));
}
