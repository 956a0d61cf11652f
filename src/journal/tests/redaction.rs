//! A redaction at every operation that can fail: the record is the old one or the new one, and the words are safe.

use std::collections::BTreeMap;

use super::support::{chained, entry, files, meeting, raw, recorded, reopen, says};
use crate::journal::faulty::{Fault, FaultyDisk};
use crate::journal::{Entry, Pair, Recorder, Redaction, Sum, Tail, read};

const OLD: &str = "m.exempt.jsonl.before-9";

/// Takes the words out of entry 5, and out of nothing else.
fn redaction(keep: bool) -> Entry {
    let lines = BTreeMap::from([(5, vec![raw(r#"{"kind":"withheld"}"#)])]);
    let mut redaction = entry(9, &[r#"{"kind":"redacted"}"#], &[r#"{"kept":"fox"}"#]);
    redaction.redaction = Some(Redaction { lines, keep });
    redaction
}

/// A disk with the whole meeting on it, and what writes there.
fn disk() -> FaultyDisk {
    let disk = FaultyDisk::new();
    let Pair { public, private } = recorded();
    disk.put("m.record.jsonl", &public);
    disk.put("m.exempt.jsonl", &private);
    disk
}

fn holds(bytes: &[u8], words: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(words)
}

#[test]
fn the_words_are_gone_and_everything_else_is_there() {
    let disk = disk();
    let mut recorder = reopen(&disk, "m");
    let head = recorder.head();
    assert_eq!(recorder.append(&[redaction(true), entry(10, &[r#"{"after":1}"#], &[])]), Ok(10));
    let Pair { public, private } = files(&disk, "m");
    assert!(!holds(&public, "fox") && holds(&private, "fox"));
    let old = recorded();
    assert_eq!(disk.bytes(OLD), old.public, "the record as it was");
    let (now, before) = (read(&public, Some(&private)), read(&old.public, Some(&old.private)));
    assert!(now.troubles().is_empty(), "{:?}", now.troubles());
    assert!(matches!(now.public.tail, Tail::Clean));
    for (line, before) in now.public.lines.iter().zip(&before.public.lines) {
        assert_eq!(line.private, before.private, "stubs stay true");
        if line.n != 5 {
            assert_eq!(says(line), says(before));
        }
    }
    assert_eq!(now.public.lines[4].events[0].get(), r#"{"kind":"withheld"}"#);
    assert_eq!(now.public.lines[8].redacted, Some(head), "it names the record as it was");
    assert_eq!(now.public.lines[9].redacted, None);
    assert_eq!(reopen(&disk, "m").last(), 10);
}

#[test]
fn what_is_disposed_of_is_kept_nowhere() {
    let disk = disk();
    assert_eq!(reopen(&disk, "m").append(&[redaction(false)]), Ok(9));
    assert!(disk.bytes(OLD).is_empty());
    assert!(!holds(&files(&disk, "m").public, "fox"));
}

#[test]
fn whenever_it_is_stopped_the_record_is_the_old_one_or_the_new_one() {
    let whole = disk();
    let mut recorder = reopen(&whole, "m");
    whole.heal();
    recorder.append(&[redaction(true)]).unwrap();
    let operations = whole.operations();
    let new = files(&whole, "m");
    for at in 0..operations {
        for fault in Fault::ALL {
            for aftermath in [None, Some(0), Some(50), Some(100)] {
                let about = format!("{fault:?} at {at} of {operations}, then {aftermath:?}");
                let disk = disk();
                let mut recorder = reopen(&disk, "m");
                disk.plan(at, fault);
                assert!(recorder.append(&[redaction(true)]).is_err(), "{about}");
                if let Some(keep) = aftermath {
                    disk.cut_power(keep);
                }
                disk.heal();
                let left = files(&disk, "m");
                assert!(left.public == recorded().public || left.public == new.public, "{about}");
                let mut again = reopen(&disk, "m");
                assert!(again.trouble().is_none(), "{about}: {:?}", again.trouble());
                if again.last() == 8 {
                    again.append(&[redaction(true)]).unwrap();
                }
                assert_eq!(files(&disk, "m"), new, "{about}");
            }
        }
    }
}

#[test]
fn a_rescue_redacts_what_could_not_be() {
    let disk = disk();
    let mut recorder = reopen(&disk, "m");
    disk.plan(3, Fault::Fail);
    assert!(recorder.append(&[redaction(true)]).is_err());
    let home = FaultyDisk::new();
    let rescued = recorder.rescue(home.pair("r"), &[redaction(true)]).unwrap();
    assert_eq!(rescued.last(), 9);
    let Pair { public, private } = files(&home, "r");
    assert!(!holds(&public, "fox") && holds(&private, "fox"));
    assert!(read(&public, Some(&private)).troubles().is_empty());
    assert!(holds(&home.bytes("r.exempt.jsonl.before-9"), "fox"));
}

#[test]
fn the_second_copy_is_redacted_too() {
    let disk = disk();
    let copy = FaultyDisk::new();
    let mut recorder = reopen(&disk, "m");
    recorder.attach_mirror(copy.pair("c"));
    assert_eq!(recorder.copy_to_mirror(), None);
    assert!(holds(&files(&copy, "c").public, "fox"));
    recorder.append(&[redaction(true)]).unwrap();
    let stale = files(&copy, "c");
    assert_eq!(recorder.copy_to_mirror(), None);
    assert_eq!(files(&copy, "c"), files(&disk, "m"));
    // The same where the program is stopped before the copy follows, and started again.
    copy.put("c.record.jsonl", &stale.public);
    copy.put("c.exempt.jsonl", &stale.private);
    let mut again = reopen(&disk, "m");
    again.attach_mirror(copy.pair("c"));
    assert_eq!(again.copy_to_mirror(), None);
    assert_eq!(files(&copy, "c"), files(&disk, "m"));
}

#[test]
fn everything_of_a_line_but_its_events_stays_as_it_is() {
    let odd = r#"{"n":1,"at":"2023-07-19T13:00:00Z","by":"a \"events\":[1] b","events":[{"a":"fox, \"events\":[2]"}, 3],"later":{"x":[1]}"#;
    let bytes = chained(Sum::RECORD, &[odd]);
    let disk = FaultyDisk::new();
    disk.put("m.record.jsonl", &bytes);
    let lines = BTreeMap::from([(1, vec![raw("0")])]);
    let mut redaction = entry(2, &[], &["1"]);
    redaction.redaction = Some(Redaction { lines, keep: false });
    let mut recorder: Recorder<_> = reopen(&disk, "m");
    recorder.append(&[redaction]).unwrap();
    let public = files(&disk, "m").public;
    let first = public.split(|byte| *byte == b'\n').next().unwrap();
    let expected = odd.replacen(r#"[{"a":"fox, \"events\":[2]"}, 3]"#, "[0]", 1);
    assert!(first.starts_with(expected.as_bytes()), "{}", String::from_utf8_lossy(first));
    assert_eq!(meeting().len(), 5);
}
