//! Files of ours with one fault each, and the shipped ones with none.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use quorate::load::{self, BodyFile};
use quorate::problem::{Problem, Problems, Severity};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).replace("\r\n", "\n")
}

fn sound_body() -> BodyFile {
    let (file, problems) = load::body("sound-body.toml", &read(&folder("tests/bad/sound-body.toml")));
    assert_eq!(problems.to_string(), "");
    file.expect("a body without problems")
}

fn said(problems: &Problems) -> String {
    problems.sorted().into_iter().fold(String::new(), |mut said, problem| {
        let weight = if problem.severity == Severity::Error { "error" } else { "warning" };
        let _ = writeln!(said, "{weight}: {problem}");
        said
    })
}

/// Each `tests/bad/*.toml` has its problems in the `.txt` beside it. `QUORATE_BLESS=1` writes those that are missing.
#[test]
fn every_fault_is_named_with_its_place_and_remedy() {
    let body = sound_body();
    let bodies = |_: Option<&str>| -> Result<BodyFile, Problem> { Ok(body.clone()) };
    let entries = fs::read_dir(folder("tests/bad")).expect("the folder is there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with("sound-body.toml"));
    paths.sort();
    assert!(paths.len() > 40, "the folder holds the corpus");
    let mut wrong = String::new();
    for path in paths {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let problems = load::check(&name, &read(&path), &bodies).unwrap_or_else(|| panic!("{name} is a file of ours"));
        assert!(!problems.is_empty(), "{name} has a fault");
        assert!(problems.iter().all(|problem| problem.place.is_some()), "{name}: every problem has its place");
        let beside = path.with_extension("txt");
        if !beside.exists() && std::env::var_os("QUORATE_BLESS").is_some() {
            fs::write(&beside, said(&problems)).expect("the file can be written");
        }
        let wanted = if beside.exists() { read(&beside) } else { String::new() };
        if said(&problems) != wanted {
            let _ = writeln!(wrong, "{name}: wanted\n{wanted}but found\n{}", said(&problems));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn shipped_agendas_have_no_problems_and_no_decisions() {
    for file in load::compiled::agendas() {
        let text = file.body_text().expect("every agenda has its body");
        let (body, problems) = load::body("body.toml", text);
        assert_eq!(said(&problems), "", "{}", file.folder);
        let body = body.expect("a body without problems");
        let (read, problems) = load::agenda(file.name, file.text, &body);
        assert_eq!(said(&problems), "", "{}", file.name);
        let (body, agenda) = read.expect("an agenda without problems");
        assert_eq!(body.seats.len(), 13);
        assert!(body.rules.quorum.is_none(), "the papers do not show it");
        assert!(!agenda.items.is_empty());
        for verb in ["AGREED", "NOTED", "RESOLVED"] {
            assert!(!file.text.contains(verb) && !text.contains(verb), "{} holds a decision", file.name);
        }
    }
}
