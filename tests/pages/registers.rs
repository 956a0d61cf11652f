//! What is made from the records of a whole year: registers and the forward plan, for whatever program reads them.

use std::path::Path;
use std::process::Command;

use super::docx::office::{converted, pages};
use super::docx::reader::unzipped;
use super::docx::rules::assert_sound;
use super::programs::{folder, said};
use super::support::{MEETINGS, differences};

const AXE: &str = "target/pages/node_modules/axe-core/axe.min.js";

/// The commands that make them, by the names of their files.
const REGISTERS: [(&str, &str); 5] = [
    ("actions", "actions records"),
    ("tracker", "actions records --tracker"),
    ("year", "year records"),
    ("find", "find records report"),
    ("plan", "plan plan"),
];

/// Runs the program in a folder where it also finds its settings.
fn run(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quorate"));
    command.current_dir(folder).args(arguments).env("QUORATE_CONFIG", folder).env("QUORATE_DATA", folder);
    let output = command.env("QUORATE_CLOCK", "2026-06-01T09:00:00Z").output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Writes all of them in one spelling into a folder, and gives their names and what they say in plain text.
fn written(folder: &Path, spelling: &str) -> Vec<(&'static str, String)> {
    let agendas = Path::new(env!("CARGO_MANIFEST_DIR")).join("agendas");
    for (place, name) in MEETINGS.iter().enumerate() {
        let [agenda, script] =
            ["toml", "script"].map(|ending| agendas.join(format!("{name}.{ending}")).display().to_string());
        std::fs::create_dir_all(folder.join("records")).unwrap();
        run(folder, &["replay", &agenda, &script, "--record", &format!("records/{place}.record.jsonl")]);
    }
    let plan = folder.join("plan");
    std::fs::create_dir_all(&plan).unwrap();
    for file in ["plan.toml", "body.toml"] {
        std::fs::copy(agendas.join("cambridgeshire-police-and-crime-panel").join(file), plan.join(file)).unwrap();
    }
    let made = REGISTERS.iter().map(|(name, command)| {
        let spelt = |to: &str| {
            let file = format!("{name}.{to}");
            run(folder, &command.split(' ').chain(["--to", to, "--width", "400", "-o", &file]).collect::<Vec<_>>());
            folder.join(file)
        };
        spelt(spelling);
        let said = std::fs::read_to_string(spelt("text")).unwrap();
        (*name, said)
    });
    made.collect()
}

/// Every page says which it is of how many.
fn assert_numbered(name: &str, pages: &[String]) {
    for (index, page) in pages.iter().enumerate() {
        let number = format!("Page {} of {}", index + 1, pages.len());
        assert!(page.contains(&number), "{name}: {number}: {page}");
    }
}

#[test]
fn registers_are_built_as_documents_must_be() {
    let folder = folder("registers");
    for (name, _) in written(&folder, "docx") {
        assert_sound(&unzipped(&std::fs::read(folder.join(format!("{name}.docx"))).unwrap()));
    }
}

#[test]
#[ignore = "needs LibreOffice and pdftotext: .ci/run pages"]
fn registers_open_and_print_whole() {
    let folder = folder("registers-office");
    let plain = written(&folder, "docx");
    converted(&folder, "txt:Text (encoded):UTF8");
    converted(&folder, "pdf");
    for (name, plain) in plain {
        let opened = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap();
        let opened = opened.trim_start_matches('\u{feff}').replace('•', "-");
        assert_eq!(differences(&plain, &opened), Vec::<String>::new(), "{name}");
        assert_numbered(name, &pages(&folder, name));
    }
}

#[test]
#[ignore = "needs Chromium, axe-core and pdftotext: .ci/run pages"]
fn registers_are_accessible_and_print_well() {
    let folder = folder("registers-pages");
    let plain = written(&folder, "html");
    println!("{}", said("node", &[".ci/pages/browse.mjs", AXE, folder.to_str().unwrap()]));
    for (name, _) in plain {
        assert_numbered(name, &pages(&folder, name));
    }
}
