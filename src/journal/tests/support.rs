//! A small meeting to record, and what to ask of it afterwards.

use serde_json::value::RawValue;

use crate::journal::faulty::{FaultyDisk, FaultyStore};
use crate::journal::{Entry, Line, Opened, Pair, Recorder, Store, Sum, read};

/// JSON as it would come from the meeting.
pub(super) fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

pub(super) fn entry(n: u64, events: &[&str], exempt: &[&str]) -> Entry {
    Entry {
        n,
        at: format!("2023-07-19T13:{n:02}:00Z"),
        when: n.is_multiple_of(3).then(|| "2023-07-19T13:00:00Z".to_owned()),
        by: "jw".to_owned(),
        events: events.iter().map(|json| raw(json)).collect(),
        exempt: exempt.iter().map(|json| raw(json)).collect(),
        redaction: None,
    }
}

/// A meeting as it reaches the recorder: eight entries, of which three hold something private.
pub(super) fn meeting() -> Vec<Vec<Entry>> {
    vec![
        vec![entry(1, &[r#"{"format":1,"body":"*JJ*"}"#], &[])],
        vec![entry(2, &[], &[r#"{"said":"one"}"#])],
        vec![
            entry(3, &[r#"{"came":"MJ"}"#], &[]),
            entry(4, &[r#"{"left":"SB"}"#], &[r#"{"said":"two"}"#, r#"{"said":"three"}"#]),
            entry(5, &[r#"{"point":"sb \"fox\" hunting","sum":"0123456789abcdef"}"#], &[]),
        ],
        vec![entry(6, &[], &[r#"{"said":"four"}"#]), entry(7, &[r#"{"closed":true}"#], &[])],
        vec![entry(8, &[r#"{"edit":5}"#], &[])],
    ]
}

/// The bytes of the whole meeting, recorded without a fault.
pub(super) fn recorded() -> Pair<Vec<u8>> {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    for batch in meeting() {
        recorder.append(&batch).unwrap();
    }
    files(&disk, "m")
}

pub(super) fn files(disk: &FaultyDisk, name: &str) -> Pair<Vec<u8>> {
    Pair::new(disk.bytes(&format!("{name}.record.jsonl")), disk.bytes(&format!("{name}.exempt.jsonl")))
}

/// Opens a record that must not be damaged and goes on with it.
pub(super) fn reopen(disk: &FaultyDisk, name: &str) -> Recorder<FaultyStore> {
    let mut stores = disk.pair(name);
    let bytes = Pair::new(stores.public.read_all().unwrap(), stores.private.read_all().unwrap());
    let footing = read(&bytes.public, Some(&bytes.private)).footing().unwrap();
    Recorder::resume(stores, bytes, footing)
}

/// What a line says, without its sum: number, times, initials, events.
pub(super) fn says(line: &Line<'_>) -> String {
    let events: Vec<&str> = line.events.iter().map(|event| event.get()).collect();
    let when = line.when.as_deref().unwrap_or("-");
    format!("{} {} {when} {} [{}]", line.n, line.at, line.by, events.join(","))
}

/// What all lines of a record say, public and private.
pub(super) fn all_says(opened: &Opened<'_>) -> Pair<Vec<String>> {
    let private = opened.private.iter().flat_map(|private| &private.chain.lines);
    Pair::new(opened.public.lines.iter().map(says).collect(), private.map(says).collect())
}

/// Lines with these bodies, chained rightly from `start` on, whatever they say.
pub(super) fn chained(start: Sum, bodies: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut head = start;
    for body in bodies {
        head = Sum::after(head, body.as_bytes());
        bytes.extend_from_slice(format!("{body},\"sum\":\"{head}\"}}\n").as_bytes());
    }
    bytes
}
