//! A draft that came back is compared with the minutes: what differs is listed, and a script records it.

use std::fs;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::support::{Desk, Said};

const AGENDA: &str = "sample-parish-council/2026-04-14";
const RECORD: &str = "april.record.jsonl";

/// A folder with the record of a meeting that has closed.
fn desk() -> Desk {
    let desk = Desk::new();
    replayed(&desk, "", RECORD);
    desk
}

fn script() -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("agendas");
    fs::read_to_string(folder.join(format!("{AGENDA}.script"))).unwrap()
}

/// Plays the script of the meeting with more lines at its end.
fn replayed(desk: &Desk, more: &str, record: &str) {
    desk.write("april.script", script() + more);
    let said = desk.run(&format!("replay {AGENDA} april.script --record {record} --by JB"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
}

fn exported(desk: &Desk, format: &str, file: &str) -> String {
    let said = desk.run(&format!("export {RECORD} --to {format} -o {file} --force"));
    assert_eq!(said.code, 0, "{}", said.err);
    file.to_owned()
}

fn compared(desk: &Desk, rest: &str) -> Said {
    let mut command = desk.command();
    command.env("QUORATE_CLOCK", "2026-04-20T09:00:00Z").arg("compare").args(rest.split_whitespace());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// A document of a word processor with its text changed.
fn changed(desk: &Desk, file: &str, change: impl Fn(String) -> String) {
    let mut archive = ZipArchive::new(Cursor::new(fs::read(desk.path(file)).unwrap())).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let text = if name == "word/document.xml" { change(text) } else { text };
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    desk.write(file, zip.finish().unwrap().into_inner());
}

#[test]
fn an_export_says_what_the_minutes_say() {
    let desk = desk();
    for (format, file) in [("text", "a.txt"), ("markdown", "a.md"), ("docx", "a.docx")] {
        let said = compared(&desk, &format!("{RECORD} {}", exported(&desk, format, file)));
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{format}: {}", said.out);
        assert_eq!(said.out, format!("'{file}' says what the minutes of 14 April 2026 say\n"));
    }
    let wide = desk.run(&format!("export {RECORD} --to text --width 120 -o wide.txt"));
    assert_eq!((wide.code, compared(&desk, &format!("{RECORD} wide.txt")).code), (0, 0));
}

#[test]
fn tracked_changes_come_back_as_a_script_that_says_who_asked() {
    let desk = desk();
    exported(&desk, "docx", "a.docx");
    changed(&desk, "a.docx", |text| {
        let (old, by) = ("ran the youth club", "w:author=\"Jane Webb\" w:date=\"2026-04-18T10:00:00Z\"");
        assert!(text.contains(old));
        let end = "</w:t></w:r>";
        let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}{end}");
        let tracked = format!(
            "{end}<w:del {by}><w:r><w:delText>ran</w:delText></w:r></w:del><w:ins {by}>{}</w:ins>{}",
            run("founded"),
            run(" the youth club").trim_end_matches(end)
        );
        text.replacen(old, &tracked, 1)
    });
    let said = compared(&desk, &format!("{RECORD} a.docx --script changes.script"));
    assert_eq!((said.code, said.err.as_str()), (1, "The script is in 'changes.script'\n"), "{}", said.out);
    for part in [
        "1 difference between the minutes of 14 April 2026 and 'a.docx'\n",
        "1. Minute 116, paragraph 1: changed, Jane Webb on 18 April 2026\n",
        "[-ran-] {+founded+} the youth club.",
        "> asked-by Jane Webb: correct 116(p1) text ",
    ] {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    let changes = desk.read("changes.script");
    let again = compared(&desk, &format!("{RECORD} a.docx --script changes.script"));
    assert!(again.code == 2 && again.err.contains("is there already"), "{}", again.err);

    replayed(&desk, changes.strip_prefix("quorate script 1\n").unwrap(), "after.record.jsonl");
    let said = compared(&desk, "after.record.jsonl a.docx");
    assert_eq!(said.code, 0, "{}", said.out);
    let log = desk.run("log after.record.jsonl");
    assert!(log.out.contains(", asked for by Jane Webb\n"), "{}", log.out);
}

#[test]
fn every_edit_of_a_text_is_told() {
    let desk = desk();
    exported(&desk, "text", "a.txt");
    let text = desk.read("a.txt");
    let text = [
        ("R Bowles", "R Bowles and Sons"),
        ("began at 7.30pm", "began at 7.35pm"),
        ("The Chair said that the county council had ordered the part.\n\n", ""),
        ("RESOLVED to note the report.", "A resident thanked the Council.\n\nRESOLVED to note the report."),
        ("£412.60", "£413.60"),
        ("send the Clerk the        |", "send the Council the      |"),
    ]
    .into_iter()
    .fold(text, |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    });
    desk.write("b.txt", text);
    let said = compared(&desk, &format!("{RECORD} b.txt --by Lee --script b.script"));
    assert_eq!(said.code, 1, "{}", said.err);
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "> asked-by Lee: correct 119(d1) text ",
        "“correct began 14:02”",
        "> asked-by Lee: correct 115(q1) answer",
        "> asked-by Lee: point A resident thanked the Council.",
        "> asked-by Lee: correct 117(u1) text send the Council",
        "[-412.60-]",
    ] {
        assert!(flat(&said.out).contains(part.trim()), "{part}: {}", said.out);
    }
    replayed(&desk, desk.read("b.script").strip_prefix("quorate script 1\n").unwrap(), "after.record.jsonl");
    let left = compared(&desk, "after.record.jsonl b.txt");
    let left = flat(&left.out);
    assert!(left.starts_with("2 differences "), "the time, which is corrected by hand, and the total: {left}");
    assert!(left.contains("[-7.30pm-] {+7.35pm+}") && left.contains("[-567.85-] {+566.85+}"), "{left}");
}

#[test]
fn what_is_no_draft_of_these_minutes_is_refused() {
    let desk = desk();
    desk.write("tale.txt", "Once upon a time there was a fox.\n\nIt lived in a wood.\n".repeat(9));
    desk.write("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    desk.write("empty.docx", "");
    for (file, said) in [
        (
            "tale.txt",
            "nearly everything in 'tale.txt' differs from the minutes of the Sample Parish Council of 14 April 2026",
        ),
        ("old.doc", "is a document of an old Word"),
        ("empty.docx", "there is nothing to read in 'empty.docx'"),
        ("gone.docx", "it is not there"),
        (".", "is a folder"),
    ] {
        let answer = compared(&desk, &format!("{RECORD} {file}"));
        assert!(answer.code == 1 && answer.err.contains(said) && answer.out.is_empty(), "{file}: {}", answer.err);
    }
    assert_eq!(desk.run("compare only.record.jsonl").code, 2);
}

#[test]
fn minutes_that_are_approved_or_still_taken_have_no_draft() {
    let desk = desk();
    let open = script().lines().take(12).fold(String::new(), |all, line| all + line + "\n");
    desk.write("open.script", open);
    let said = desk.run(&format!("replay {AGENDA} open.script --record open.record.jsonl"));
    assert_eq!(said.code, 0, "{}", said.err);
    desk.write("a.txt", "x");
    let said = compared(&desk, "open.record.jsonl a.txt");
    assert!(said.code == 1 && said.err.contains("has not been closed"), "{}", said.err);
}
