//! JSON, read as another program would.

use serde_json::Value;

use super::support::{MEETINGS, NASTY, exported, nasty, sample};

fn data(meeting: &quorate::meeting::Meeting) -> Value {
    serde_json::from_str(&exported(meeting, "json")).unwrap()
}

fn list<'a>(data: &'a Value, member: &str) -> &'a [Value] {
    data[member].as_array().unwrap_or_else(|| panic!("{member} is no list"))
}

/// Every text in a value, a line each.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.extend(text.lines().map(str::to_owned)),
        Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
        Value::Object(members) => members.values().for_each(|value| texts(value, all)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn every_decision_and_action_of_the_register_is_in_it() {
    for played in MEETINGS.iter().map(|name| sample(name)).chain([nasty()]) {
        let data = data(&played);
        let mut said = Vec::new();
        texts(&data, &mut said);
        let sheet = exported(&played, "actions-csv");
        let mut rows = csv::Reader::from_reader(sheet.as_bytes());
        for row in rows.records().map(Result::unwrap) {
            for field in [&row[1], &row[3], &row[4]] {
                // What would run in a spreadsheet has an apostrophe there.
                let lines = field.strip_prefix('\'').unwrap_or(field).lines();
                for line in lines.filter(|line| !line.is_empty()) {
                    // The number of a condition is its place in the data.
                    let bare = line.split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok());
                    let bare = bare.map_or(line, |(_, words)| words);
                    let headings = ["Conditions", "Reasons for the decision"];
                    let there = said.iter().any(|text| text == line || text == bare) || headings.contains(&line);
                    assert!(there, "{line:?} is not in the data");
                }
            }
        }
    }
}

#[test]
fn identities_that_are_named_are_there() {
    for name in MEETINGS {
        let data = data(&sample(name));
        let ids = |member| list(&data, member).iter().map(|it| it["id"].as_str().unwrap()).collect::<Vec<_>>();
        let (persons, items, motions, posts) = (ids("persons"), ids("items"), ids("motions"), ids("posts"));
        let known = |value: &Value, ids: &[&str]| value.as_str().is_none_or(|id| ids.contains(&id));
        for member in ["motions", "decisions", "actions", "recommendations"] {
            assert!(list(&data, member).iter().all(|it| known(&it["item_id"], &items)), "{name}: {member}");
        }
        for motion in list(&data, "motions") {
            assert!(known(&motion["creator_id"], &persons) && known(&motion["amends"], &motions), "{motion}");
        }
        for event in list(&data, "vote_events") {
            assert!(known(&event["motion_id"], &motions), "{event}");
            assert!(list(event, "votes").iter().all(|vote| known(&vote["voter_id"], &persons)), "{event}");
        }
        for membership in list(&data, "memberships") {
            assert!(known(&membership["person_id"], &persons) && known(&membership["post_id"], &posts), "{membership}");
        }
    }
}

#[test]
fn the_votes_of_a_lively_meeting_are_told_in_the_terms_of_the_standard() {
    let data = data(&sample("sample-planning-committee/2026-03-11"));
    let named = list(&data, "vote_events").iter().find(|event| event["method"] == "names").unwrap();
    assert_eq!(named["result"], "pass");
    let counts: Vec<(&str, u64)> = list(named, "counts")
        .iter()
        .map(|count| (count["option"].as_str().unwrap(), count["value"].as_u64().unwrap()))
        .collect();
    assert_eq!(counts, [("yes", 5), ("no", 3), ("abstain", 1), ("not voting", 0)]);
    assert_eq!(list(named, "votes").len(), 9);
    let tie =
        list(&data, "vote_events").iter().find(|event| list(event, "votes").iter().any(|vote| !vote["role"].is_null()));
    assert_eq!(tie.unwrap()["result"], "fail", "the casting vote was against");
}

#[test]
fn whatever_was_said_comes_back_as_it_was_typed() {
    let mut said = Vec::new();
    texts(&data(&nasty()), &mut said);
    for text in NASTY {
        assert!(said.iter().any(|line| line.contains(text)), "{text}");
    }
}
