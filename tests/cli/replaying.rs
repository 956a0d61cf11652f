//! `quorate replay`: a script becomes a record, or nothing at all.

use std::fs;

use crate::support::{Desk, whole_lines};

const SCRIPT: &str = "quorate script 1\n\
    13:55 present all\n14:00 call-to-order\n14:01 next\n14:02 point <<\nchair said\nseveral things.\n.\n14:03 undo\n\
    14:04 note ring the venue\n";

#[test]
fn a_script_becomes_a_record() {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("7 entries saved in a.record.jsonl"), "{}", said.out);
    assert_eq!(whole_lines(&desk.path("a.record.jsonl")), 7);
    let log = desk.run("log a.record.jsonl");
    assert_eq!((log.code, log.out.lines().count()), (0, 8), "the day and an entry a line: {}", log.out);
    assert!(log.out.contains("14:02:00  JB") && log.out.contains("(undone)"), "{}", log.out);
    assert!(log.out.contains("something private") && !log.out.contains("venue"), "{}", log.out);
}

#[test]
fn the_same_script_gives_the_same_bytes() {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    for name in ["a", "b"] {
        desk.run(&format!("replay 2023-07-19 a.script --record {name}.record.jsonl --by JB"));
    }
    assert_eq!(desk.read("a.record.jsonl"), desk.read("b.record.jsonl"));
    assert_eq!(desk.read("a.exempt.jsonl"), desk.read("b.exempt.jsonl"));
}

#[test]
fn a_script_that_is_refused_leaves_nothing() {
    let desk = Desk::new();
    let begun = SCRIPT.to_owned();
    for (script, expected) in [
        (begun.clone() + "14:05 arrive Nobody Known\n", "a.script:11"),
        (begun.clone() + "14:05 export\n", "quorate export"),
        (begun.clone() + "14:05 everybody\n", "a.script:11"),
        (begun.clone() + "13:00 next\n", "at 13:00 next"),
        (begun.clone() + "14:05 point <<\nno end\n", "full stop"),
        ("13:55 present all\n".to_owned(), "quorate script 1"),
        (String::new(), "quorate script 1"),
        ("quorate script 2\n".to_owned(), "quorate script 1"),
    ] {
        desk.write("a.script", &script);
        let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl");
        assert_eq!(said.code, 1, "{script}\n{}", said.out);
        assert!(said.err.contains(expected), "{script}\n{}", said.err);
        let left: Vec<_> = fs::read_dir(desk.path("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["a.script"], "{script}");
    }
}

#[test]
fn a_record_that_is_there_is_replaced_only_when_forced() {
    let desk = Desk::new();
    desk.record();
    let before = desk.read("july.record.jsonl");
    desk.write("a.script", SCRIPT);
    let said = desk.run("replay 2023-07-19 a.script --record july.record.jsonl");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(desk.read("july.record.jsonl"), before);
    assert_eq!(desk.run("replay 2023-07-19 a.script --record july.record.jsonl --force").code, 0);
    assert_eq!(whole_lines(&desk.path("july.record.jsonl")), 7);
    assert_eq!(desk.run("check july.record.jsonl a.script").code, 0);
}

#[test]
fn a_record_that_cannot_be_written_is_said() {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    desk.write("file", "in the way");
    let said = desk.run("replay 2023-07-19 a.script --record file/a.record.jsonl");
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.err.contains("folder"), "{}", said.err);
    assert_eq!(desk.read("file"), "in the way");
}

#[cfg(target_os = "linux")]
#[test]
fn a_record_on_a_full_disk_is_no_success() {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    std::os::unix::fs::symlink("/dev/full", desk.path("a.exempt.jsonl")).unwrap();
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl");
    assert_eq!(said.code, 1, "there is a private file already: {}", said.out);
}

#[test]
fn agendas_that_are_not_there_are_refused() {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    desk.write("bad.toml", "[meeting]\n");
    for (agenda, expected) in [("1999-01-01", "2023-07-19"), (".", "is a folder"), ("bad.toml", "body.toml")] {
        let said = desk.run(&format!("replay {agenda} a.script --record a.record.jsonl"));
        assert_eq!(said.code, 1, "{agenda}: {}", said.out);
        assert!(said.err.contains(expected), "{agenda}: {}", said.err);
    }
}

#[test]
fn a_script_puts_parts_of_facts_right_and_the_draft_follows() {
    let desk = Desk::new();
    let script = "quorate script 1\n13:55 present all\n13:56 present usual\n14:00 call-to-order\n14:01 go 9\n\
        14:10 leave pcc+\n14:11 correct 9(m1) reason of another meeting\n14:12 declare Barkham in 9\n\
        14:13 correct 4(i1) nature a friend works there\n14:14 point chair thanked everybody.\n";
    desk.write("a.script", script);
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let draft = desk.run("export a.record.jsonl --to text -o -").out;
    assert!(draft.contains("LEFT THE MEETING BECAUSE OF ANOTHER MEETING"), "{draft}");
    assert!(draft.contains("a friend works there") && draft.contains("The Chair thanked everybody."), "{draft}");
}
