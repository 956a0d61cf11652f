//! Topics as one line and as a table with the action that they are.

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::load::{agenda, body};
use crate::meeting::agenda::ItemKind;
use crate::problem::Problems;

fn read(topics: &str) -> (Vec<Topic>, Problems) {
    let (body, _) = body("body.toml", "[body]\nname = \"Body\"\n[[seat]]\nvacant = true\n");
    let head = "[meeting]\ndate = 2023-09-20\ntime = \"14:00\"\n[[item]]\ntitle = \"Actions\"\nkind = \"review\"\n";
    let (read, problems) = agenda("agenda.toml", &format!("{head}{topics}"), &body.expect("a sound body"));
    let kind = read.and_then(|(_, agenda)| Some(agenda.items.into_iter().next()?.kind));
    match kind {
        Some(ItemKind::Review { topics }) => (topics, problems),
        _ => (Vec::new(), problems),
    }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, month, day).expect("a day")
}

#[test]
fn an_action_comes_with_where_it_is_from_and_what_was_heard_of_it() {
    let (topics, problems) = read(
        r#"
        [[item.topics]]
        title = "Improvement Plan"
        owner = "The Commissioner"
        due = "next meeting"
        state = "in-hand"
        meeting = 2023-02-01
        time = "14:00"
        fact = "112.0"
        kind = "recommendation"
        minute = "11(3)"
        item = "Progress Report"
        text = "circulate the Improvement Plan to Panel Members"
        [[item.topics.updates]]
        meeting = 2023-07-19
        text = "It was being written."
        state = "in-hand"
        [[item.topics]]
        title = "Logo"
        "#,
    );
    assert_eq!(problems.to_string(), "");
    let report = Report { meeting: day(7, 19), text: "It was being written.".into(), standing: Some(Standing::InHand) };
    let origin = Origin {
        meeting: day(2, 1),
        time: NaiveTime::from_hms_opt(14, 0, 0),
        fact: Some(FactId::new(112, 0)),
        pledge: Pledge::Recommendation,
        minute: Some("11(3)".into()),
        item: Some("Progress Report".into()),
        text: "circulate the Improvement Plan to Panel Members".into(),
    };
    let plan = Topic {
        title: "Improvement Plan".into(),
        owner: Some("The Commissioner".into()),
        due: Some("next meeting".into()),
        standing: Standing::InHand,
        origin: Some(origin),
        reports: vec![report],
    };
    assert_eq!(topics, [plan, Topic::titled("Logo")]);
}

#[test]
fn what_is_wrong_with_a_topic_is_said() {
    for (topics, said) in [
        ("topics = [\"Logo\", \"Logo\"]", "there are two topics 'Logo'"),
        ("topics = [\"\"]", "this topic has no title"),
        ("topics = [{ title = \"Logo\", fact = \"1.0\" }]", "which meeting this action is of"),
        ("topics = [{ title = \"Logo\", meeting = 2023-02-01, fact = \"one\" }]", "'one' is no place in a record"),
        ("topics = [{ title = \"Logo\", state = \"finished\" }]", "'finished' is no state of an action"),
        ("topics = [{ title = \"Logo\", meeting = 2023-02-01, kind = \"wish\" }]", "'wish' is no kind of action"),
        (
            "topics = [{ title = \"Logo\", updates = [{ meeting = 2023-09-20, text = \"No.\" }] }]",
            "not before this one",
        ),
        ("topics = [{ title = \"Logo\", meeting = 2023-09-20 }]", "not before this one"),
    ] {
        let (_, problems) = read(topics);
        assert!(problems.to_string().contains(said), "{topics}: {problems}");
    }
}

#[test]
fn an_action_in_two_parts_is_told_once_and_both_are_kept() {
    let part = |title: &str| format!("{{ title = \"{title}\", meeting = 2023-02-01, fact = \"11.0\" }}");
    let (topics, problems) = read(&format!("topics = [{}, {}]", part("Send the table"), part("Write to the police")));
    assert_eq!(topics.len(), 2);
    let said = problems.to_string();
    assert_eq!(said.matches("were one action").count(), 1, "{said}");
    let other = "{ title = \"Count pens\", meeting = 2023-02-01, time = \"18:00\", fact = \"11.0\" }";
    let first = part("Send the table").replace("fact", "time = \"10:00\", fact");
    let (_, problems) = read(&format!("topics = [{first}, {other}]"));
    assert_eq!(problems.to_string(), "", "facts of two meetings of one day are two actions");
}

#[test]
fn what_was_left_by_an_earlier_meeting_of_the_same_day_is_reviewed() {
    for (time, said) in [("10:00", ""), ("14:00", "not before this one"), ("18:00", "not before this one")] {
        let update = "updates = [{ meeting = 2023-09-20, text = \"No.\" }]";
        let topic = format!("topics = [{{ title = \"Logo\", meeting = 2023-09-20, time = \"{time}\", {update} }}]");
        let problems = read(&topic).1.to_string();
        assert!(problems.contains(said) && said.is_empty() == problems.is_empty(), "{time}: {problems}");
    }
}
