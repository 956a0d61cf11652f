//! Every rule of the catalogue has a scenario that raises it and a look-alike that does not, and neither raises anything
//! else: `findings/<name>.script` and `findings/<name>.look-alike.script`, played on the agenda of the same name or, where
//! there is none, on `findings/meeting.toml`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quorate::app::script;
use quorate::meeting::Meeting;
use quorate::meeting::event::{Entry, Event};
use quorate::meeting::findings::{CATALOGUE, Findings, finish, rule};
use quorate::run::papers;
use quorate::run::replay::play;

/// Rules that no script can break, each with the reason. A rule leaves the list when a script can.
const BEYOND_SCRIPTS: &[(&str, &str)] = &[
    ("approved-too-early", "an approval comes from another record, and an earlier one is refused"),
    ("clock-jumped", "the machine's clock jumps, and scripts have a clock of their own"),
    ("corrections-cited", "an approval comes from another record"),
    ("declaration-item-gone", "items are found when an interest is declared, and nothing takes an item off the agenda"),
    ("half-typed", "it is about text that is not recorded, and a script records every line"),
];

/// It says no more than that a scenario stops in the middle of the meeting, so it is looked at only where
/// the end is what the scenario is about.
const STILL_OPEN: &str = "still-open";

fn file(name: &str, ending: &str) -> PathBuf {
    Path::new("tests/findings").join(format!("{name}.{ending}"))
}

/// Rules that share an agenda, by how their names begin.
const OF_INTERESTS: [&str; 3] = ["declaration-", "interested-", "quorum-lost-to-interests"];

/// Rules of parish councils.
const OF_PARISHES: [&str; 3] = ["acted-before-acceptance", "business-not-summoned", "exclusion-without-reason"];

/// The agenda of a scenario: its own, that of the rule, that of rules like it, or the one for all.
fn agenda(scenario: &str) -> PathBuf {
    let rule = scenario.trim_end_matches(".look-alike");
    let shared = match rule {
        _ if OF_INTERESTS.iter().any(|begin| rule.starts_with(begin)) => "interests",
        _ if OF_PARISHES.contains(&rule) => "parish",
        _ => "meeting",
    };
    [scenario, rule, shared].into_iter().map(|name| file(name, "toml")).find(|path| path.is_file()).unwrap()
}

/// The meeting of a scenario as it stands at the end of its script.
fn played(scenario: &str) -> Result<(Meeting, Vec<Entry>), String> {
    let agenda = agenda(scenario);
    let found = papers::find(&agenda.display().to_string()).unwrap();
    let papers = found.read().unwrap_or_else(|problems| panic!("{scenario}: {problems}"));
    let text = fs::read_to_string(file(scenario, "script")).unwrap();
    let (script, problems) = script::parse(scenario, &text, papers.agenda.date, papers.body.zone);
    if !problems.is_empty() {
        return Err(format!("{scenario} is no script: {problems}"));
    }
    let opened = papers.opened(false);
    let entries = play(opened.clone(), &script, "clerk").map_err(|stop| format!("{scenario} stops: {stop}"))?;
    let mut meeting = Meeting::new(opened);
    for entry in &entries {
        meeting.apply(entry);
    }
    Ok((meeting, entries))
}

/// The names of everything that is found at the end of a scenario, by its last clock.
fn names(scenario: &str) -> Result<BTreeSet<&'static str>, String> {
    let (meeting, entries) = played(scenario)?;
    let state = meeting.state();
    let findings = Findings::of(state);
    let last = entries.last().map(|entry| entry.at).unwrap();
    let timely = finish(state, last);
    let all = findings.iter().chain(&timely).map(|finding| finding.rule.name);
    let ends = [STILL_OPEN, "ends-before-it-begins"].iter().any(|rule| scenario.starts_with(rule));
    Ok(all.filter(|name| *name != STILL_OPEN || ends).collect())
}

fn beyond_scripts(name: &str) -> bool {
    BEYOND_SCRIPTS.iter().any(|(beyond, _)| *beyond == name)
}

#[test]
fn every_rule_has_its_scenario_and_its_look_alike() {
    let without: Vec<&str> = CATALOGUE
        .iter()
        .map(|rule| rule.name)
        .filter(|name| !file(name, "script").is_file() || !file(&format!("{name}.look-alike"), "script").is_file())
        .collect();
    let beyond: Vec<&str> = BEYOND_SCRIPTS.iter().map(|(name, _)| *name).collect();
    assert_eq!(without, beyond, "rules without scenarios, and those that can have none");
}

#[test]
fn every_file_is_of_a_rule() {
    for entry in fs::read_dir("tests/findings").unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let stem = name.trim_end_matches(".script").trim_end_matches(".toml").trim_end_matches(".look-alike");
        assert!(
            ["body", "interests", "meeting", "parish", "unset"].contains(&stem) || rule(stem).is_some(),
            "{name} is of no rule"
        );
    }
}

#[test]
fn a_scenario_raises_its_rule_and_nothing_else_and_its_look_alike_raises_nothing() {
    let mut wrong = Vec::new();
    for rule in CATALOGUE.iter().filter(|rule| !beyond_scripts(rule.name)) {
        for (scenario, wanted) in [
            (rule.name.to_owned(), BTreeSet::from([rule.name])),
            (format!("{}.look-alike", rule.name), BTreeSet::new()),
        ] {
            match names(&scenario) {
                Ok(found) if found == wanted => {}
                Ok(found) => wrong.push(format!("{scenario} raises {found:?}")),
                Err(stop) => wrong.push(stop),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As the window keeps findings up to date while the meeting is on.
#[test]
fn entry_by_entry_the_same_is_found() {
    for rule in CATALOGUE.iter().filter(|rule| !beyond_scripts(rule.name)) {
        let (_, entries) = played(rule.name).unwrap();
        let Some(Event::Opened(opened)) = entries.first().and_then(|entry| entry.public.first()) else {
            panic!("{} has no beginning", rule.name)
        };
        let mut meeting = Meeting::new((**opened).clone());
        let mut findings = Findings::of(meeting.state());
        for entry in &entries {
            meeting.apply(entry);
            findings.after(meeting.state(), &[entry]);
            assert!(findings == Findings::of(meeting.state()), "{}: after entry {}", rule.name, entry.n);
        }
    }
}
