//! The meeting of 19 July 2023, replayed from its script: the minutes hold every formulaic line of the published ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;

const MEETING: &str = "cambridgeshire-police-and-crime-panel/2023-07-19";

fn quorate(home: &Path) -> Command {
    let mut command = Command::cargo_bin("quorate").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    command
}

/// Replays the script into a record in `home`.
fn replayed(home: &Path) -> PathBuf {
    let record = home.join("july.record.jsonl");
    let script = format!("agendas/{MEETING}.script");
    quorate(home).args(["replay", MEETING, &script, "--record"]).arg(&record).assert().success();
    record
}

fn exported(home: &Path, record: &Path, format: &str) -> String {
    let output = quorate(home).arg("export").arg(record).args(["--to", format, "-o", "-"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Text without its line breaks and without the emphasis marks of the text writer.
fn flat(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn golden(name: &str) -> String {
    std::fs::read_to_string(Path::new("tests/golden").join(name)).unwrap()
}

#[test]
fn every_formulaic_line_comes_out_word_for_word_and_in_order() {
    let home = tempfile::tempdir().unwrap();
    let minutes = flat(&exported(home.path(), &replayed(home.path()), "text"));
    let mut rest = minutes.as_str();
    for line in golden("2023-07-19.formulaic.txt").lines().filter(|line| !line.starts_with('#')) {
        let line = flat(line);
        let at = rest.find(&line).unwrap_or_else(|| {
            let there = if minutes.contains(&line) { "stands elsewhere" } else { "is missing" };
            panic!("“{line}” {there}; looked after:\n{}", rest.chars().take(400).collect::<String>())
        });
        rest = rest.get(at + line.len()..).unwrap();
    }
}

#[test]
fn the_script_holds_no_sentence_of_the_house() {
    let script = flat(&std::fs::read_to_string(format!("agendas/{MEETING}.script")).unwrap());
    for line in golden("2023-07-19.formulaic.txt").lines().filter(|line| !line.starts_with('#')) {
        // Names and headings are facts; sentences of four words or more are the house's.
        if line.split_whitespace().count() > 6 && !line.contains("Present:") {
            assert!(!script.contains(&flat(line)), "the script types “{line}”");
        }
    }
}

#[test]
fn the_minutes_are_marked_as_a_draft_and_are_the_same_bytes_each_time() {
    let home = tempfile::tempdir().unwrap();
    let record = replayed(home.path());
    let first = exported(home.path(), &record, "text");
    assert!(first.contains("DRAFT"));
    assert_eq!(first, exported(home.path(), &record, "text"));
}

#[test]
fn the_tables_are_those_of_the_body() {
    let home = tempfile::tempdir().unwrap();
    let record = replayed(home.path());
    let minutes = flat(&exported(home.path(), &record, "text"));
    let csv = exported(home.path(), &record, "actions-csv");
    let rows: Vec<Vec<String>> = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(csv.as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let decided = rows.iter().filter(|row| row.iter().any(|cell| cell.contains("NOTED") || cell.contains("AGREED")));
    let mut count = 0;
    for row in decided {
        count += 1;
        let words = row.iter().find(|cell| cell.contains("NOTED") || cell.contains("AGREED")).unwrap();
        assert!(minutes.contains(&flat(words)), "“{words}” has no minute");
    }
    assert_eq!(count, 7, "seven items decided something:\n{csv}");
}
