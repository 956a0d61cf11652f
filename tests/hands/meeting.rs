//! The meeting of July 2023 without an interruption: what it costs the clerk's hands, and that the minutes are those of
//! the script.

use super::clerk::{Prose, RECORD, play};
use super::keys_file::KeysFile;
use super::minutes::{assert_formulaic, export, flat, formulaic, replay};

const FILE: &str = "2023-07-19.keys";

/// The most presses that what happens often may take.
const TASKS: [(&str, usize); 5] =
    [("nil", 2), ("decide as offered", 2), ("next item", 2), ("a group leaves", 3), ("election", 13)];

#[test]
fn the_meeting_takes_few_keystrokes() {
    let counts = KeysFile::read(FILE).counts();
    println!("{counts:?}");
    assert!(counts.formulaic <= 95, "{counts:?}");
    assert!(counts.handling <= 60, "{counts:?}");
    assert!(counts.pieces >= 40, "{counts:?}");
    for (task, most) in TASKS {
        let presses = *counts.tasks.get(task).unwrap_or_else(|| panic!("nobody does “{task}”"));
        assert!((1..=most).contains(&presses), "{task} takes {presses} presses of at most {most}");
    }
}

#[test]
fn the_prose_holds_no_sentence_of_the_house() {
    let file = KeysFile::read(FILE);
    // Shorter lines are names and headings, which are facts and not sentences.
    let sentences: Vec<String> = formulaic().into_iter().filter(|line| line.split_whitespace().count() > 6).collect();
    for prose in file.prose().map(flat) {
        for sentence in &sentences {
            assert!(!prose.contains(sentence.as_str()), "“{prose}” holds “{sentence}”");
        }
    }
}

fn gives_the_minutes_of_the_script(prose: Prose) {
    let home = tempfile::tempdir().unwrap();
    play(&home, &KeysFile::read(FILE), prose);
    replay(home.path(), "replayed.record.jsonl");
    for format in ["text", "actions", "actions-csv"] {
        let played = export(home.path(), RECORD, format);
        assert_eq!(played, export(home.path(), "replayed.record.jsonl", format), "{format}");
    }
    assert_formulaic(&export(home.path(), RECORD, "text"));
}

#[test]
fn typed_it_gives_the_minutes_of_the_script() {
    gives_the_minutes_of_the_script(Prose::Typed);
}

#[test]
fn pasted_it_gives_the_minutes_of_the_script() {
    gives_the_minutes_of_the_script(Prose::Pasted);
}
