//! Records cut, flipped and mangled: whatever is left of one, the program says in plain words what it is.

use std::fs;

use quorate::app::describe::describe;
use quorate::meeting::findings::Findings;
use quorate::minutes::write::Spelling;
use quorate::run::export::{For, Page, spell};
use quorate::run::format::Format;
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Reading, Scope, read};

use crate::support::{Desk, entries};

/// Reads a record both ways and uses it for everything that a record is used for.
fn used(desk: &Desk) -> Option<Reading> {
    let files = RecordFiles::at(desk.path("july.record.jsonl"));
    for scope in [Scope::Public, Scope::Whole] {
        match read(&files, scope) {
            Err(problem) => {
                assert!(problem.hint.is_some(), "{problem} has no remedy");
                return None;
            }
            Ok(reading) => {
                let state = reading.meeting.state();
                let page = Page { width: 80, place: For::File, private: false };
                // What the other spellings spell is the same blocks.
                let read_through = |spelling| matches!(spelling, Spelling::Text | Spelling::Json);
                let formats = Format::every().filter(|format| read_through(format.spelling));
                formats.for_each(|format| _ = spell(state, format, page));
                let _ = Findings::of(state);
                reading.entries.iter().for_each(|entry| _ = describe(state, entry));
                if scope == Scope::Whole {
                    return Some(reading);
                }
            }
        }
    }
    None
}

/// Places to hurt a file at: everywhere near its line ends, and a sample of what lies between.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let second = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    (0..bytes.len()).filter(move |at| *at + 40 > second || *at < 60 || at.is_multiple_of(211))
}

#[test]
fn a_record_cut_anywhere_is_a_shorter_meeting_or_none() {
    let desk = Desk::new();
    let path = desk.record();
    let whole = fs::read(&path).unwrap();
    let written = entries();
    for at in places(&whole) {
        fs::write(&path, &whole[..at]).unwrap();
        let lines = whole[..at].split(|byte| *byte == b'\n').count() - 1;
        match used(&desk) {
            Some(reading) => {
                assert_eq!(reading.entries.len(), lines, "cut at {at}");
                assert!(reading.entries.iter().zip(&written).all(|(read, written)| read.public == written.public));
                let whole_lines = whole[..at].ends_with(b"\n");
                assert!(whole_lines || !reading.troubles.is_empty(), "cut at {at}, and nothing is said");
            }
            None => assert_eq!(lines, 0, "cut at {at}"),
        }
    }
}

#[test]
fn every_flipped_bit_is_found() {
    let desk = Desk::new();
    let path = desk.record();
    let whole = fs::read(&path).unwrap();
    for at in places(&whole) {
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (at % 8);
        fs::write(&path, &flipped).unwrap();
        if let Some(reading) = used(&desk) {
            assert!(!reading.troubles.is_empty(), "bit {} of byte {at} is flipped, and nothing is said", at % 8);
            assert!(reading.entries.len() < 3 || reading.barred.is_some(), "byte {at}");
        }
    }
}

#[test]
fn what_other_programs_make_of_a_record_is_said_and_never_written_to() {
    let desk = Desk::new();
    let path = desk.record();
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    for (mangled, expected) in [
        (whole.replace('\n', "\r\n"), "line ends"),
        (format!("\u{feff}{whole}"), "Line 1"),
        (format!("{}\n{}\n{}\n", lines[0], lines[2], lines[1]), "Line 2"),
        (format!("{}\n{}\n", lines[0], lines[2]), "cut short"),
        (format!("{}\n{}\n{}\n", lines[0], lines[1], lines[1]), "cut short"),
        (format!("{whole}{whole}"), "Line 4"),
        (whole.replacen("fox", "f\0x", 1), "Line 2"),
        (format!("{whole}{}\n", "x".repeat(3 << 20)), "cut short"),
    ] {
        fs::write(&path, &mangled).unwrap();
        for arguments in ["check july.record.jsonl", "lint july.record.jsonl"] {
            let said = desk.run(arguments);
            assert_eq!(said.code, 1, "{expected}: {}", said.out);
            assert!(said.err.contains(expected), "{expected}: {}", said.err);
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), mangled, "{expected}: it was written to");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_has_no_end_is_not_read_to_its_end() {
    let desk = Desk::new();
    for (arguments, expected) in [
        ("export /dev/zero --to text -o -", "not a file but a device"),
        ("log /dev/zero", "not a file but a device"),
        ("check /dev/zero", "larger than 4 MB"),
        ("replay /dev/zero /dev/zero --record a.record.jsonl", "no file"),
        ("replay 2023-07-19 /dev/zero --record a.record.jsonl", "larger than 4 MB"),
    ] {
        let said = desk.run(arguments);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{arguments}");
        assert!(said.err.contains(expected), "{arguments}: {}", said.err);
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_harmless_on_the_screen() {
    let desk = Desk::new();
    let name = "e\u{1b}[31mvil\u{202e}.record.jsonl";
    fs::copy(desk.record(), desk.path(name)).unwrap();
    let damaged = "d\u{1b}[31mvil\u{202e}.record.jsonl";
    fs::write(desk.path(damaged), fs::read_to_string(desk.path(name)).unwrap().replacen("fox", "fax", 1)).unwrap();
    fs::write(desk.path("x\u{1b}[2J.toml"), "[boddy]\nname = 1\n").unwrap();
    let export = format!("export {name} --to text");
    for arguments in [
        export.clone(),
        format!("check {name} {damaged} x\u{1b}[2J.toml absent\u{1b}[2J.toml"),
        format!("log {damaged}"),
        "replay x\u{1b}[2J.toml a --record b\u{1b}[2J.record.jsonl".to_owned(),
        format!("run \u{1b}[2J --record {name}"),
    ] {
        let said = desk.run(&arguments);
        let all = said.out + &said.err;
        assert!(!all.contains(['\u{1b}', '\u{202e}']), "{arguments:?} says {all:?}");
    }
    fs::write(desk.path("e\u{1b}[31mvil\u{202e}.minutes.txt"), "edited").unwrap();
    let said = desk.run(&export);
    assert!(said.err.contains("changed since") && !said.err.contains('\u{1b}'), "{:?}", said.err);
}

#[test]
fn no_export_and_no_replay_ever_takes_the_place_of_what_is_no_export_and_no_record() {
    let desk = Desk::new();
    desk.record();
    desk.write("a.script", "quorate script 1\n13:55 present all\n");
    desk.write("agenda.toml", "precious");
    fs::create_dir(desk.path("folder")).unwrap();
    let files = ["july.record.jsonl", "july.exempt.jsonl", "agenda.toml", "a.script"];
    let before = files.map(|name| desk.read(name));
    for name in ["july.record.jsonl", "./july.exempt.jsonl", "july.draft", "other.record.jsonl", "july.lock"] {
        let said = desk.run(&format!("export july.record.jsonl --to text --force -o {name}"));
        assert_eq!(said.code, 1, "{name}: {}", said.out);
        assert!(said.err.contains("is a file of a meeting's record"), "{name}: {}", said.err);
    }
    for name in ["agenda.toml", "a.script", "july.exempt.jsonl", "folder", "."] {
        let said = desk.run(&format!("replay 2023-07-19 a.script --force --record {name}"));
        assert_eq!(said.code, 1, "{name}: {}", said.out);
        assert!(said.err.contains("Choose another name"), "{name}: {}", said.err);
    }
    assert_eq!(files.map(|name| desk.read(name)), before);
}

#[cfg(target_os = "linux")]
#[test]
fn an_export_may_go_to_a_device() {
    let desk = Desk::new();
    desk.record();
    assert_eq!(desk.run("export july.record.jsonl --to text -o /dev/null").code, 0);
    let said = desk.run("export july.record.jsonl --to text -o /dev/full");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("full"), "{}", said.err);
}
