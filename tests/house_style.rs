//! The house style of the README is read from the README and plays a sample meeting: what it prints is what was read and
//! found good, so that a clerk who writes a style from the README gets what it promises.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;

const BODY: &str = "agendas/sample-planning-committee";
const MEETING: &str = "2026-03-11";

fn quorate(home: &Path) -> Command {
    let mut command = Command::cargo_bin("quorate").unwrap();
    command.env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("XDG_CONFIG_HOME", home.join("config"));
    command
}

fn readmes_style() -> String {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let blocks = readme.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.into_iter().find(|block| block.contains("minute-number")).expect("the README shows a style").to_owned()
}

/// The sample committee with the README's style in place of its own.
fn housed(home: &Path) -> PathBuf {
    let body = std::fs::read_to_string(Path::new(BODY).join("body.toml")).unwrap();
    let body = body.split("\n[style]\n").next().unwrap();
    std::fs::write(home.join("body.toml"), format!("{body}\n{}", readmes_style())).unwrap();
    let agenda = home.join(format!("{MEETING}.toml"));
    std::fs::copy(Path::new(BODY).join(format!("{MEETING}.toml")), &agenda).unwrap();
    agenda
}

#[test]
fn the_style_of_the_readme_prints_what_it_promises() {
    let home = tempfile::tempdir().unwrap();
    let agenda = housed(home.path());
    let script = std::fs::read_to_string(Path::new(BODY).join(format!("{MEETING}.script"))).unwrap();
    let played = home.path().join("played.script");
    std::fs::write(&played, script).unwrap();
    let record = home.path().join("house.record.jsonl");
    quorate(home.path()).arg("replay").arg(&agenda).arg(&played).arg("--record").arg(&record).assert().success();
    let output = quorate(home.path()).arg("export").arg(&record).args(["--to", "text", "-o", "-"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let golden = Path::new("tests/golden/house-style.txt");
    if std::env::var_os("QUORATE_BLESS").is_some() {
        std::fs::write(golden, &text).unwrap();
    }
    assert!(
        text == std::fs::read_to_string(golden).unwrap_or_default(),
        "{} is not what is printed:\n{text}",
        golden.display()
    );
}

#[test]
fn samples_are_shown_of_a_sound_style_only() {
    let home = tempfile::tempdir().unwrap();
    housed(home.path());
    let body = home.path().join("body.toml");
    let said = |file: &Path| {
        let output = quorate(home.path()).args(["check", "--samples"]).arg(file).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, text) = said(&body);
    assert_eq!(code, Some(0), "{text}");
    for wanted in
        ["\n* minute-number             PL7/26\n", "RESOLVED: That the plan be made public.", "Councillor Marsh"]
    {
        assert!(text.contains(wanted), "{wanted} is missing from:\n{text}");
    }
    let broken = std::fs::read_to_string(&body).unwrap().replace("PL{number}", "PL{nunber}");
    std::fs::write(&body, broken).unwrap();
    let (code, text) = said(&body);
    assert_eq!((code, text.as_str()), (Some(1), ""));
    let (code, _) = said(&home.path().join(format!("{MEETING}.toml")));
    assert_eq!(code, Some(1), "an agenda holds no style");
}
