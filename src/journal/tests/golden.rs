//! A record written by hand, with sums computed by `sha256sum`: the format, held still.

use super::support::raw;
use crate::journal::faulty::FaultyDisk;
use crate::journal::{Entry, Recorder, Tail, read};

const RECORD: &str = include_str!("golden.record.jsonl");
const EXEMPT: &str = include_str!("golden.exempt.jsonl");

fn by_hand() -> [Entry; 3] {
    let entry = |n, at: &str| Entry {
        n,
        at: at.to_owned(),
        when: None,
        by: "jw".to_owned(),
        events: Vec::new(),
        exempt: Vec::new(),
        redaction: None,
    };
    let chair = r#"{"kind":"opened","note":"Cllr O’Brien \"in the chair\""}"#;
    [
        Entry { events: vec![raw(r#"{"format":1}"#)], ..entry(1, "2023-07-19T12:41:00Z") },
        Entry {
            when: Some("2023-07-19T13:00:00Z".to_owned()),
            events: vec![raw(chair)],
            ..entry(2, "2023-07-19T13:00:05Z")
        },
        Entry { exempt: vec![raw(r#"{"kind":"said","text":"in private"}"#)], ..entry(3, "2023-07-19T13:20:00Z") },
    ]
}

#[test]
fn it_is_written_so() {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    assert_eq!(recorder.append(&by_hand()), Ok(3));
    assert_eq!(String::from_utf8(disk.bytes("m.record.jsonl")).unwrap(), RECORD);
    assert_eq!(String::from_utf8(disk.bytes("m.exempt.jsonl")).unwrap(), EXEMPT);
}

#[test]
fn it_is_read_so() {
    let opened = read(RECORD.as_bytes(), Some(EXEMPT.as_bytes()));
    let sums: Vec<String> = opened.public.lines.iter().map(|line| line.sum.to_string()).collect();
    assert_eq!(sums, ["1695c9ed0b9f5405", "a7917008d0e9ad7a", "609afa78a7fc5a10"]);
    assert_eq!(opened.public.lines[0].events[0].get(), r#"{"format":1}"#);
    assert_eq!(opened.public.lines[1].when.as_deref(), Some("2023-07-19T13:00:00Z"));
    assert_eq!(opened.public.lines[2].private.unwrap().as_str(), "a46ca6c0edbbb212");
    assert_eq!(opened.private.as_ref().unwrap().chain.head.as_str(), "a46ca6c0edbbb212");
    assert!(matches!(opened.public.tail, Tail::Clean));
    assert_eq!(opened.troubles(), []);
}
