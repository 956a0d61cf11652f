//! Lines that are chained rightly and yet not what this version writes.

use super::support::{chained, entry, files, reopen};
use crate::journal::faulty::FaultyDisk;
use crate::journal::{Sum, Tail, Why, read};

const FIRST: &str = r#"{"n":1,"at":"a","by":"b","events":[]"#;

#[test]
fn fields_of_a_later_version_are_passed_over_and_survive_a_rescue() {
    let disk = FaultyDisk::new();
    disk.put("m.record.jsonl", &chained(Sum::RECORD, &[r#"{"n":1,"at":"a","by":"b","events":[],"room":"Bourges""#]));
    reopen(&disk, "m").rescue(disk.pair("r"), &[entry(2, &["1"], &[])]).unwrap();
    let files = files(&disk, "r");
    assert_eq!(read(&files.public, None).public.lines.len(), 2);
    assert!(String::from_utf8(files.public).unwrap().contains(r#""room":"Bourges","rescued":"#));
}

#[test]
fn what_is_chained_but_not_an_entry_is_damage_even_at_the_end() {
    for (second, expected) in [
        (r#"{"n":1,"at":"a","by":"b","events":[]"#, Why::Number),
        (r#"{"n":3,"at":"a","by":"b","events":[]"#, Why::Number),
        (r#"{"n":0,"at":"a","by":"b","events":[]"#, Why::Number),
        (r#"{"n":-2,"at":"a","by":"b","events":[]"#, Why::Content),
        (r#"{"n":2.0,"at":"a","by":"b","events":[]"#, Why::Content),
        (r#"{"n":2,"at":"a","by":"b","events":{}"#, Why::Content),
        (r#"{"n":2,"at":"a","events":[]"#, Why::Content),
        (r#"{"n":2,"n":2,"at":"a","by":"b","events":[]"#, Why::Content),
        (r#"{"n":2,"at":"a","by":"b","events":[],"private":"quorate""#, Why::Content),
        (r#"{"at":"a","n":2,"by":"b","events":[]"#, Why::Content),
        (r#"{"n":2,"at":"a","by":"b","events":["#, Why::Content),
    ] {
        for more in [&[][..], &[r#"{"n":3,"at":"a","by":"b","events":[]"#]] {
            let bytes = chained(Sum::RECORD, &[&[FIRST, second], more].concat());
            let opened = read(&bytes, None);
            assert_eq!(opened.public.lines.len(), 1, "{second}");
            let Tail::Damaged { line: 2, why, .. } = opened.public.tail else {
                panic!("{second}: {:?}", opened.public.tail);
            };
            assert_eq!(why, expected, "{second}");
        }
    }
}

#[test]
fn the_private_file_may_leave_numbers_out_and_never_go_back() {
    let line = |n: u64| format!(r#"{{"n":{n},"at":"a","by":"b","events":[]"#);
    for (numbers, good) in [([1, 2], 2), ([3, 9], 2), ([3, 3], 1), ([3, 2], 1)] {
        let bodies = numbers.map(line);
        let bytes = chained(Sum::EXEMPT, &[&bodies[0], &bodies[1]]);
        // A record that names none of them, damaged so that nothing is taken for a leftover.
        let opened = read(b"{}\n", Some(&bytes));
        assert_eq!(opened.private.unwrap().chain.lines.len(), good, "{numbers:?}");
    }
}
