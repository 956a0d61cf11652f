//! `quorate export`: what comes out, where it goes, and what it never touches.

use std::fs;
use std::process::Stdio;

use crate::support::Desk;

#[test]
fn minutes_go_to_the_screen_or_beside_the_record() {
    let desk = Desk::new();
    desk.record();
    let screen = desk.run("export july.record.jsonl --to text -o -");
    assert_eq!((screen.code, screen.err.as_str()), (0, ""));
    assert!(screen.out.contains("DRAFT") && screen.out.contains("fox hunting"), "{}", screen.out);
    let files = desk.run("export july.record.jsonl --to text actions actions-csv");
    assert_eq!((files.code, files.err.as_str()), (0, ""));
    assert_eq!(desk.read("july.minutes.txt"), screen.out);
    assert!(desk.path("july.actions.txt").exists() && desk.path("july.actions.csv").exists());
    let folder = desk.run("export july.record.jsonl --to text -o out/");
    assert_eq!(folder.code, 1, "the folder is not there");
    fs::create_dir(desk.path("out")).unwrap();
    assert_eq!(desk.run("export july.record.jsonl --to text -o out").code, 0);
    assert_eq!(desk.read("out/july.minutes.txt"), screen.out);
}

#[test]
fn the_agenda_is_written_before_there_is_a_meeting_and_nothing_else_is() {
    let desk = Desk::new();
    for file in ["body.toml", "2026-04-14.toml"] {
        desk.write(file, fs::read_to_string(format!("agendas/sample-parish-council/{file}")).unwrap());
    }
    let said = desk.run("export 2026-04-14.toml --to agenda agenda-docx");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let text = desk.read("2026-04-14.agenda.txt");
    assert!(text.contains("AGENDA") && text.contains("Membership") && !text.contains("DRAFT"), "{text}");
    assert!(desk.path("2026-04-14.agenda.docx").exists());
    assert!(!desk.path("2026-04-14.record.jsonl").exists());
    let refused = desk.run("export 2026-04-14.toml --to minutes");
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("is an agenda, of which there is no 'minutes-text'"), "{}", refused.err);
}

#[test]
fn nothing_private_is_exported_and_the_private_file_stays_shut() {
    let desk = Desk::new();
    desk.record();
    let with = desk.run("export july.record.jsonl --to text -o -");
    assert!(!with.out.contains("ring the venue"), "{}", with.out);
    // Whatever is in the private file, the export is the same, byte for byte.
    fs::write(desk.path("july.exempt.jsonl"), "not even a record\n").unwrap();
    let garbled = desk.run("export july.record.jsonl --to text -o -");
    fs::remove_file(desk.path("july.exempt.jsonl")).unwrap();
    let without = desk.run("export july.record.jsonl --to text -o -");
    assert_eq!([garbled.code, without.code], [0, 0]);
    assert_eq!([&garbled.out, &without.out], [&with.out, &with.out]);
    assert_eq!(desk.run("log july.record.jsonl").out.matches("ring the venue").count(), 0);
}

#[test]
fn an_edited_export_is_left_alone_unless_forced() {
    let desk = Desk::new();
    desk.record();
    assert_eq!(desk.run("export july.record.jsonl --to text").code, 0);
    desk.write("july.minutes.txt", "edited");
    let said = desk.run("export july.record.jsonl --to text");
    assert_eq!(said.code, 0);
    assert!(said.err.contains("was changed since it was written"), "{}", said.err);
    assert_eq!(desk.read("july.minutes.txt"), "edited");
    assert!(desk.read("july.minutes-2.txt").contains("DRAFT"));
    assert_eq!(desk.run("export july.record.jsonl --to text --force").code, 0);
    assert!(desk.read("july.minutes.txt").contains("DRAFT"));
}

#[test]
fn what_is_no_record_is_refused() {
    let desk = Desk::new();
    desk.write("prose.txt", "Dear diary");
    for (file, expected) in [("absent.record.jsonl", "it is not there"), ("prose.txt", "prose.txt"), (".", "folder")] {
        let said = desk.run(&format!("export {file} --to text -o -"));
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{file}");
        assert!(said.err.contains(expected), "{file}: {}", said.err);
    }
}

#[test]
fn a_record_that_is_just_being_written_is_exported_as_far_as_it_is_whole() {
    let desk = Desk::new();
    let path = desk.record();
    let mut bytes = fs::read(&path).unwrap();
    bytes.extend_from_slice(br#"{"n":4,"at":"20"#);
    fs::write(&path, bytes).unwrap();
    let said = desk.run("export july.record.jsonl --to text -o -");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let desk = Desk::new();
    desk.record();
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("quorate"));
    command.current_dir(desk.path("")).args(["export", "july.record.jsonl", "--to", "text", "-o", "-"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let desk = Desk::new();
    desk.record();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("quorate"));
    command.current_dir(desk.path("")).args(["export", "july.record.jsonl", "--to", "text", "-o", "-"]);
    let output = command.stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"), "{output:?}");
}

#[test]
fn what_a_damaged_record_still_holds_is_exported_and_what_is_missing_is_said() {
    let desk = Desk::new();
    let path = desk.record();
    let damaged = fs::read_to_string(&path).unwrap().replacen("fox hunting", "fax hunting", 1);
    fs::write(&path, damaged).unwrap();
    let said = desk.run("export july.record.jsonl --to text -o -");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("DRAFT") && !said.out.contains("hunting"), "{}", said.out);
    assert!(said.err.contains("holds only entries 1 to 1"), "{}", said.err);
}
