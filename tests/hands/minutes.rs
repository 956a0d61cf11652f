//! What came of a meeting: its exports, and the formulaic lines that the published minutes hold.

use std::path::Path;

use assert_cmd::Command;

pub(crate) const AGENDA: &str = "cambridgeshire-police-and-crime-panel/2023-07-19";

fn quorate(home: &Path) -> Command {
    let mut command = Command::cargo_bin("quorate").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    command
}

/// Replays the script of the meeting into a record.
pub(crate) fn replay(home: &Path, record: &str) {
    let script = format!("agendas/{AGENDA}.script");
    quorate(home).args(["replay", AGENDA, &script, "--record"]).arg(home.join(record)).assert().success();
}

/// An export of a record.
pub(crate) fn export(home: &Path, record: &str, format: &str) -> String {
    let output = quorate(home).arg("export").arg(home.join(record)).args(["--to", format, "-o", "-"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Text without its line breaks and without marks of emphasis.
pub(crate) fn flat(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every formulaic line of the published minutes, in order.
pub(crate) fn formulaic() -> Vec<String> {
    let golden = std::fs::read_to_string("tests/golden/2023-07-19.formulaic.txt").unwrap();
    golden.lines().filter(|line| !line.starts_with('#')).map(flat).collect()
}

/// Fails unless `minutes` hold every formulaic line, in order.
pub(crate) fn assert_formulaic(minutes: &str) {
    let minutes = flat(minutes);
    let mut rest = minutes.as_str();
    for line in formulaic() {
        let (_, after) = rest.split_once(&line).unwrap_or_else(|| panic!("“{line}” is missing from “{rest}”"));
        rest = after;
    }
}
