//! The recorder when nothing, or one thing, goes wrong.

use super::support::{all_says, entry, files, meeting, raw, recorded, reopen, says};
use crate::journal::faulty::{Fault, FaultyDisk};
use crate::journal::{Entry, Recorder, Rescued, Sum, read};

#[test]
fn what_is_recorded_is_read() {
    let files = recorded();
    let opened = read(&files.public, Some(&files.private));
    let said = all_says(&opened);
    assert_eq!(said.public.len(), 8);
    assert_eq!(said.public[2], r#"3 2023-07-19T13:03:00Z 2023-07-19T13:00:00Z jw [{"came":"MJ"}]"#);
    assert_eq!(said.private[1], r#"4 2023-07-19T13:04:00Z - jw [{"said":"two"},{"said":"three"}]"#);
    let private: Vec<u64> =
        opened.public.lines.iter().filter(|line| line.private.is_some()).map(|line| line.n).collect();
    assert_eq!(private, [2, 4, 6]);
}

#[test]
fn a_batch_is_synced_once_and_the_private_file_first() {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    recorder.append(&meeting().concat()).unwrap();
    let writes: Vec<String> = disk.log().into_iter().filter(|line| !line.starts_with("length")).collect();
    assert_eq!(
        writes,
        ["append m.exempt.jsonl", "sync m.exempt.jsonl", "append m.record.jsonl", "sync m.record.jsonl"]
    );
    assert_eq!(files(&disk, "m"), recorded(), "batches leave no trace in the bytes");
}

#[test]
fn nothing_is_read_again_and_no_file_made_before_the_first_entry() {
    let disk = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    assert!(!disk.log().iter().any(|line| line.starts_with("append")));
    assert_eq!(recorder.append(&[]), Ok(0));
    for batch in meeting() {
        recorder.append(&batch).unwrap();
    }
    assert!(!disk.log().iter().any(|line| line.starts_with("read")));
}

#[test]
fn line_ends_between_tokens_never_reach_the_file() {
    let disk = FaultyDisk::new();
    let pretty = "{\r\n  \"text\": \"two\\nlines\"\n}";
    let odd = Entry { by: "j\n\"w\u{2028}".to_owned(), ..entry(1, &[pretty], &[]) };
    Recorder::begin(disk.pair("m")).append(&[odd]).unwrap();
    let bytes = disk.bytes("m.record.jsonl");
    assert_eq!(bytes.split(|byte| *byte == b'\n').count(), 2, "one line, and nothing after it");
    let opened = read(&bytes, None);
    assert_eq!(opened.public.lines[0].by, "j\n\"w\u{2028}");
    let event: serde_json::Value = serde_json::from_str(opened.public.lines[0].events[0].get()).unwrap();
    assert_eq!(event["text"], "two\nlines");
}

#[test]
fn another_writer_is_noticed_and_nothing_is_written_over() {
    for name in ["m.record.jsonl", "m.exempt.jsonl"] {
        let disk = FaultyDisk::new();
        let mut recorder = Recorder::begin(disk.pair("m"));
        recorder.append(&[entry(1, &[], &["1"])]).unwrap();
        let mut bytes = disk.bytes(name);
        bytes.extend_from_slice(b"x");
        disk.put(name, &bytes);
        let trouble = recorder.append(&[entry(2, &[], &["2"])]).unwrap_err();
        assert!(trouble.what.contains("Another program has written"), "{trouble}");
        assert_eq!(disk.bytes(name), bytes);
        assert_eq!(recorder.append(&[entry(2, &[], &[])]), Err(trouble), "and it stays so");
        assert_eq!(recorder.rescue(disk.pair("r"), &[entry(2, &[], &["2"])]).unwrap().last(), 2);
    }
}

#[test]
fn a_record_that_changed_since_it_was_read_is_not_cut() {
    let disk = FaultyDisk::new();
    let mut torn = recorded();
    torn.public.extend_from_slice(b"{\"n\":9,");
    disk.put("m.record.jsonl", &torn.public);
    disk.put("m.exempt.jsonl", &torn.private);
    let footing = read(&torn.public, Some(&torn.private)).footing().unwrap();
    let mut longer = torn.public.clone();
    longer.extend_from_slice(b"\"at\":");
    disk.put("m.record.jsonl", &longer);
    let recorder = Recorder::resume(disk.pair("m"), torn, footing);
    assert!(recorder.trouble().is_some());
    assert_eq!(disk.bytes("m.record.jsonl"), longer);
}

#[test]
fn an_existing_file_is_never_begun_anew() {
    let disk = FaultyDisk::new();
    disk.put("m.record.jsonl", b"something");
    assert!(Recorder::begin(disk.pair("m")).append(&[entry(1, &[], &[])]).is_err());
    assert!(reopen(&FaultyDisk::new(), "n").rescue(disk.pair("m"), &[entry(1, &[], &[])]).is_err());
    assert_eq!(disk.bytes("m.record.jsonl"), b"something");
}

#[test]
fn numbers_without_order_are_refused() {
    for wrong in [0, 1, 3, u64::MAX] {
        let disk = FaultyDisk::new();
        let mut recorder = Recorder::begin(disk.pair("m"));
        recorder.append(&[entry(1, &[], &[])]).unwrap();
        let before = files(&disk, "m");
        assert!(recorder.append(&[Entry { n: wrong, ..entry(2, &[], &["1"]) }]).is_err());
        assert_eq!(files(&disk, "m"), before, "{wrong}");
    }
}

#[test]
fn a_rescued_record_says_where_it_comes_from_each_time() {
    let disk = FaultyDisk::new();
    let mut first = Recorder::begin(disk.pair("first"));
    first.append(&meeting().concat()[..4]).unwrap();
    let heads = [first.head()];
    let mut second = first.rescue(disk.pair("second"), &meeting().concat()[4..6]).unwrap();
    second.append(&meeting().concat()[6..7]).unwrap();
    let heads = [heads[0], second.head()];
    let third = second.rescue(disk.pair("third"), &meeting().concat()[7..]).unwrap();
    assert_eq!(third.last(), 8);
    let files = files(&disk, "third");
    let opened = read(&files.public, Some(&files.private));
    assert_eq!(opened.troubles(), []);
    let plain = recorded();
    assert_eq!(all_says(&opened), all_says(&read(&plain.public, Some(&plain.private))));
    assert_eq!(files.private, plain.private);
    let from = |name: &str, head| Rescued { from: format!("{name}.record.jsonl"), head };
    assert_eq!(opened.public.lines[0].rescued, [from("first", heads[0]), from("second", heads[1])]);
    assert!(opened.public.lines[1..].iter().all(|line| line.rescued.is_empty()));
}

#[test]
fn a_record_that_could_never_be_begun_is_rescued() {
    let disk = FaultyDisk::new();
    disk.plan(0, Fault::Fail);
    let mut recorder = Recorder::begin(disk.pair("m"));
    let entries = [entry(1, &["1"], &["2"]), entry(2, &["3"], &[])];
    recorder.append(&entries).unwrap_err();
    recorder.rescue(disk.pair("r"), &entries).unwrap();
    let bytes = disk.bytes("r.record.jsonl");
    let opened = read(&bytes, None);
    assert_eq!(opened.public.lines[0].rescued[0].head, Sum::RECORD);
    assert_eq!(says(&opened.public.lines[1]), says(&read(&bytes, None).public.lines[1]));
    assert_eq!(opened.public.lines.len(), 2);
}

#[test]
fn a_mirror_catches_up_and_is_given_up_once() {
    let disk = FaultyDisk::new();
    let stick = FaultyDisk::new();
    let mut recorder = Recorder::begin(disk.pair("m"));
    recorder.append(&meeting()[0]).unwrap();
    recorder.attach_mirror(stick.pair("copy"));
    for batch in &meeting()[1..4] {
        assert_eq!(recorder.copy_to_mirror(), None);
        recorder.append(batch).unwrap();
    }
    assert_eq!(recorder.copy_to_mirror(), None);
    assert_eq!(files(&stick, "copy"), files(&disk, "m"));
    stick.plan(1, Fault::Full);
    recorder.append(&meeting()[4]).unwrap();
    let trouble = recorder.copy_to_mirror().unwrap();
    assert!(trouble.what.contains("the disk is full"), "{trouble}");
    assert_eq!(recorder.copy_to_mirror(), None, "said once");
    assert_eq!(files(&disk, "m"), recorded(), "the record doesn't mind");
    // Next time the torn copy is still a beginning of the record, and is filled up.
    stick.heal();
    let mut recorder = reopen(&disk, "m");
    recorder.attach_mirror(stick.pair("copy"));
    assert_eq!(recorder.copy_to_mirror(), None);
    assert_eq!(files(&stick, "copy"), recorded());
}

#[test]
fn a_mirror_that_is_something_else_is_left_alone() {
    let disk = FaultyDisk::new();
    disk.put("copy.record.jsonl", b"other");
    let mut recorder = Recorder::begin(disk.pair("m"));
    recorder.append(&meeting()[0]).unwrap();
    recorder.attach_mirror(disk.pair("copy"));
    assert!(recorder.copy_to_mirror().unwrap().what.contains("not a copy"));
    assert_eq!(disk.bytes("copy.record.jsonl"), b"other");
}

#[test]
fn events_are_moved_byte_for_byte() {
    let disk = FaultyDisk::new();
    let odd = r#"{"b" : 1.50, "a":[ ],"b":2}"#;
    let entry = Entry { events: vec![raw(odd)], ..entry(1, &[], &[]) };
    Recorder::begin(disk.pair("m")).append(&[entry]).unwrap();
    let bytes = disk.bytes("m.record.jsonl");
    assert_eq!(read(&bytes, None).public.lines[0].events[0].get(), odd);
}
