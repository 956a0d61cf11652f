//! The same meeting with what comes in between: nothing that was half typed is changed by it.

use quorate::meeting::Meeting;
use quorate::meeting::event::Presence;
use quorate::meeting::fact::{Content, Decision, Fact, Point, TimeMark};
use quorate::run::places::RecordFiles;
use quorate::run::reading::{Scope, read};
use tempfile::TempDir;

use super::clerk::{Prose, RECORD, play};
use super::keys_file::KeysFile;
use super::minutes::{assert_formulaic, export, flat};

const FILE: &str = "2023-07-19-interrupted.keys";

/// The most presses that these may take.
const TASKS: [(&str, usize); 3] = [("time mark", 2), ("cover the screen", 2), ("somebody arrives", 2)];

/// Sentences in whose middle something came in between, as they are in the record.
const BROKEN: [&str; 5] = [
    "raised hounds and horses on farmland, and asked whether anybody looked into it.",
    "liked a short report full of facts, and wanted operational successes credited to the Chief Constable.",
    "asked for figures on knife crime.",
    "asked how to change the minds of those who speed.",
    "praised progress and the new website, and missed a report on the answering of 999 and 101 calls.",
];

/// The words of a decision, from the first draft on.
const WORDINGS: [&str; 3] = [
    "The Panel *AGREED* to *NOTE* the report and to hear of it again in a year.",
    "The Panel *AGREED* to *NOTE* the report and to hear of it again in November.",
    "The Panel *AGREED* to *NOTE* the report.",
];

/// What stands under the item of this number.
fn facts(meeting: &Meeting, item: usize) -> Vec<&Fact> {
    let state = meeting.state();
    state.facts_of(state.items().nth(item - 1).unwrap()).collect()
}

fn recorded(home: &TempDir) -> Meeting {
    let reading = read(&RecordFiles::at(home.path().join(RECORD)), Scope::Whole).unwrap();
    assert!(reading.troubles.is_empty(), "{:?}", reading.troubles);
    reading.meeting
}

fn half_sentences_are_whole(meeting: &Meeting) {
    let texts: Vec<&str> = [9, 11]
        .into_iter()
        .flat_map(|item| facts(meeting, item))
        .filter_map(|fact| match &fact.content {
            Content::Point(Point { turns, .. }) => turns.first().map(|turn| turn.text.as_str()),
            _ => None,
        })
        .collect();
    for sentence in BROKEN {
        assert!(texts.contains(&sentence), "“{sentence}” is not among {texts:#?}");
    }
}

fn the_late_member_came_in_the_middle(meeting: &Meeting) {
    let facts = facts(meeting, 9);
    let came = facts.iter().find(|fact| matches!(fact.content, Content::Movement(_))).unwrap();
    let point = facts.iter().find(|fact| match &fact.content {
        Content::Point(point) => point.turns.iter().any(|turn| turn.text.contains("hounds")),
        _ => false,
    });
    let point = point.unwrap();
    assert!(came.id < point.id, "the point ended after: {came:?} {point:?}");
    assert_eq!(meeting.state().presence(&"sharp".into()), Presence::Present);
}

fn every_wording_is_kept(meeting: &Meeting) {
    let facts = facts(meeting, 10);
    let decisions: Vec<&Decision> = facts
        .iter()
        .filter_map(|fact| match &fact.content {
            Content::Decision(decision) => Some(decision),
            _ => None,
        })
        .collect();
    let [decision] = decisions.as_slice() else { panic!("{decisions:?}") };
    let words: Vec<&str> = decision.versions.iter().map(|version| version.words.as_str()).collect();
    assert_eq!(words, WORDINGS);
    assert!(decision.basis.is_some(), "it was put");
}

#[test]
fn what_comes_in_between_changes_nothing_that_was_half_typed() {
    let home = tempfile::tempdir().unwrap();
    play(&home, &KeysFile::read(FILE), Prose::Typed);
    let meeting = recorded(&home);
    half_sentences_are_whole(&meeting);
    the_late_member_came_in_the_middle(&meeting);
    every_wording_is_kept(&meeting);
    let marks: Vec<Option<String>> = meeting
        .state()
        .items()
        .flat_map(|item| meeting.state().facts_of(item))
        .filter_map(|fact| match &fact.content {
            Content::Mark(TimeMark { label }) => Some(label.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(marks, [Some("a reporter came in".to_owned())]);

    let minutes = export(home.path(), RECORD, "text");
    assert_formulaic(&minutes);
    let minutes = flat(&minutes);
    for (text, wanted) in [
        ("(Councillor Sharp joined the meeting at 2:", true),
        ("Councillor Jamil asked for a hall with a hearing loop.", true),
        ("hear of it again", false),
        ("a reporter came in", false),
    ] {
        assert_eq!(minutes.contains(text), wanted, "{text}: {minutes}");
    }
}

#[test]
fn interruptions_take_few_keystrokes() {
    let counts = KeysFile::read(FILE).counts();
    println!("{counts:?}");
    for (task, most) in TASKS {
        let presses = *counts.tasks.get(task).unwrap_or_else(|| panic!("nobody does “{task}”"));
        assert!((1..=most).contains(&presses), "{task} takes {presses} presses of at most {most}");
    }
}
