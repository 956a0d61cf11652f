//! The two sample bodies that come with the program: their meetings play from script to minutes, word for word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;

const MEETINGS: [&str; 4] = [
    "sample-planning-committee/2026-03-11",
    "sample-parish-council/2026-04-14",
    "sample-police-and-crime-panel/2026-02-04",
    "sample-police-and-crime-panel/2026-02-18",
];

fn quorate(home: &Path) -> Command {
    let mut command = Command::cargo_bin("quorate").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    command
}

/// What a run of the program prints, which must succeed.
fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stdout).unwrap()
}

/// The script is played into a record in `home`, on the agenda that the program carries.
fn replayed(home: &Path, meeting: &str) -> PathBuf {
    let record = home.join("sample.record.jsonl");
    let script = format!("agendas/{meeting}.script");
    quorate(home).args(["replay", meeting, &script, "--record"]).arg(&record).assert().success();
    record
}

/// What is exported of a meeting is the golden file of that name. `QUORATE_BLESS=1` writes it anew; read what has changed.
fn is_golden(meeting: &str, format: &str, name: &str) {
    let home = tempfile::tempdir().unwrap();
    let record = replayed(home.path(), meeting);
    let text = said(quorate(home.path()).arg("export").arg(&record).args(["--to", format, "-o", "-"]));
    let golden = Path::new("tests/golden").join(format!("{name}.txt"));
    if std::env::var_os("QUORATE_BLESS").is_some() {
        std::fs::write(&golden, &text).unwrap();
    }
    let wanted = std::fs::read_to_string(&golden).unwrap_or_default();
    assert!(text == wanted, "{meeting}: {} is not what is printed:\n{text}", golden.display());
}

#[test]
fn the_minutes_are_those_that_were_read_and_found_good() {
    for meeting in MEETINGS {
        is_golden(meeting, "text", &meeting.replace('/', "-"));
    }
}

/// Like the minutes, with the panel's report to its commissioner.
#[test]
fn the_reports_on_the_precept_say_what_was_decided() {
    for day in ["2026-02-04", "2026-02-18"] {
        let meeting = format!("sample-police-and-crime-panel/{day}");
        is_golden(&meeting, "precept-report", &format!("{}-precept-report", meeting.replace('/', "-")));
    }
}

#[test]
fn nothing_is_left_on_the_closing_lists() {
    for meeting in MEETINGS {
        let home = tempfile::tempdir().unwrap();
        let record = replayed(home.path(), meeting);
        let list = said(quorate(home.path()).arg("lint").arg(&record));
        assert!(list.contains("nothing is unfinished or inconsistent"), "{meeting}: {list}");
    }
}

/// The one warning is that of the README: a day of the published plan that lies before the days of the Act.
#[test]
fn the_files_of_the_samples_have_nothing_wrong_with_them() {
    let home = tempfile::tempdir().unwrap();
    let files = std::fs::read_dir("agendas").unwrap().flat_map(|it| std::fs::read_dir(it.unwrap().path()).unwrap());
    let mut files: Vec<PathBuf> = files.map(|it| it.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 15, "{files:?}");
    let output = quorate(home.path()).arg("check").args(&files).output().unwrap();
    let warned = String::from_utf8(output.stderr).unwrap();
    let warnings: Vec<&str> = warned.lines().filter(|line| line.starts_with(['w', 'e'])).collect();
    let [only] = warnings.as_slice() else { panic!("{warned}") };
    assert!(only.starts_with("warning: 14 February 2024 is no day for a revised precept"), "{only}");
    let readme = std::fs::read_to_string("README.md").unwrap();
    assert!(readme.contains("14 February 2024, and `check` says so"));
}
