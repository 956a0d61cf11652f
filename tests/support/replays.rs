//! Playing scripts with the program itself, and what it says of the records.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// The folder of the body whose meetings were published.
pub(crate) const BODY: &str = "cambridgeshire-police-and-crime-panel";

/// The program, with a home of its own.
pub(crate) fn quorate(home: &Path) -> Command {
    let mut command = Command::cargo_bin("quorate").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    command
}

/// The script of a published meeting played into a record in `home`, on the agenda that the program carries.
pub(crate) fn replayed(home: &Path, day: &str) -> PathBuf {
    let script = std::fs::read_to_string(format!("agendas/{BODY}/{day}.script")).unwrap();
    played(home, day, &script).unwrap()
}

/// A script played on the agenda of a published meeting; what the program says where it stops.
pub(crate) fn played(home: &Path, day: &str, script: &str) -> Result<PathBuf, String> {
    let (record, file) = (home.join(format!("{day}.record.jsonl")), home.join(format!("{day}.script")));
    std::fs::write(&file, script).unwrap();
    let output =
        quorate(home).arg("replay").arg(format!("{BODY}/{day}")).arg(&file).arg("--record").arg(&record).output();
    let output = output.unwrap();
    if output.status.success() { Ok(record) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// What the program prints of a record.
pub(crate) fn said(home: &Path, args: &[&str], record: &Path) -> String {
    let output = quorate(home).args(args).arg(record).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// A paper of a record in a spelling.
pub(crate) fn exported(home: &Path, record: &Path, format: &str) -> String {
    let output = quorate(home).arg("export").arg(record).args(["--to", format, "-o", "-"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
