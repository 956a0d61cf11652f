//! Days by which things are due, and one action through several meetings.

use chrono::NaiveDate;

use super::*;
use crate::meeting::agenda::{Origin, Pledge, Report, Topic};
use crate::meeting::fact::Standing;
use crate::meeting::id::FactId;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn words_that_are_a_day_are_known_as_one() {
    let days = |texts: &[&str]| texts.iter().map(|text| day(text)).collect();
    let planned: Vec<NaiveDate> = days(&["2023-11-27", "2024-01-31", "2024-03-06", "2024-03-13", "2025-01-29"]);
    // A Wednesday.
    let (said, later) = (day("2023-09-20"), due::Later { held: Vec::new(), planned });
    for (words, wanted) in [
        ("2023-10-01", Some("2023-10-01")),
        ("01/10/2023", Some("2023-10-01")),
        ("1 October 2023", Some("2023-10-01")),
        ("Sunday, 1st October 2023", Some("2023-10-01")),
        ("1 October", Some("2023-10-01")),
        ("1 March", Some("2024-03-01")),
        ("30 Sept 2023", Some("2023-09-30")),
        ("October 2023", Some("2023-10-31")),
        ("the end of February", Some("2024-02-29")),
        ("end of September.", Some("2023-09-30")),
        ("next meeting", Some("2023-11-27")),
        ("The next meeting", Some("2023-11-27")),
        ("next meeting of the Panel", Some("2023-11-27")),
        ("before the next meeting", Some("2023-11-27")),
        ("the January meeting", Some("2024-01-31")),
        ("before the January meeting", Some("2024-01-31")),
        ("in time for the November meeting", Some("2023-11-27")),
        ("the March meeting", None),
        ("the April meeting", None),
        ("Friday", Some("2023-09-22")),
        ("this Friday", Some("2023-09-22")),
        ("Wednesday", Some("2023-09-27")),
        ("next Friday", None),
        ("today", Some("2023-09-20")),
        ("tomorrow", Some("2023-09-21")),
        ("the end of March", Some("2024-03-31")),
        ("the end of the month", Some("2023-09-30")),
        ("end of next month", Some("2023-10-31")),
        ("within 14 days", Some("2023-10-04")),
        ("within two weeks", Some("2023-10-04")),
        ("in a month", Some("2023-10-20")),
        ("within 5 working days", None),
        ("before Christmas", None),
        ("before 1 October", Some("2023-10-01")),
        ("31 June 2023", None),
        ("when he can", None),
        ("the end", None),
        ("", None),
    ] {
        assert_eq!(due::day(words, said, &later), wanted.map(day), "{words}");
    }
    assert_eq!(due::day("next meeting", said, &due::Later::default()), None);
    let held = due::Later { held: vec![day("2024-01-24")], ..later };
    assert_eq!(due::day("the January meeting", said, &held), Some(day("2024-01-24")), "as it was held in the end");
}

fn topic(title: &str, meeting: &str, fact: Option<u64>) -> Topic {
    let origin = Origin {
        meeting: day(meeting),
        fact: fact.map(|entry| FactId::new(entry, 0)),
        pledge: Pledge::Undertaking,
        minute: Some("9(1)".into()),
        item: Some("Report".into()),
        text: title.into(),
    };
    Topic { origin: Some(origin), ..Topic::titled(title) }
}

fn heard(topic: Topic, meeting: &str, text: &str, standing: Standing) -> Topic {
    let mut reports = topic.reports.clone();
    reports.push(Report { meeting: day(meeting), text: text.into(), standing: Some(standing) });
    Topic { standing, reports, ..topic }
}

fn held(body: &str, date: &str, topics: Vec<Topic>) -> Held {
    let actions = topics.into_iter().map(|topic| (topic, Vec::new())).collect();
    Held::new(body, day(date), actions)
}

fn told(register: &Register) -> Vec<String> {
    let updates = |action: &Action| {
        let texts = action.topic.reports.iter().map(|report| report.text.as_str());
        texts.collect::<Vec<_>>().join("/")
    };
    let action = |action: &Action| format!("{} {:?} {}", action.topic.title, action.topic.standing, updates(action));
    register.actions.iter().map(action).collect()
}

#[test]
fn an_action_is_followed_by_its_place_in_a_record() {
    let first = topic("plan", "2023-01-01", Some(7));
    let second = heard(first.clone(), "2023-02-01", "soon", Standing::InHand);
    let renamed = Topic { title: "The plan".into(), ..second.clone() };
    let third = heard(renamed, "2023-03-01", "there it is", Standing::Done);
    let other = topic("plan", "2023-03-01", Some(7));
    let meetings = [
        held("panel", "2023-03-01", vec![third.clone(), other]),
        held("panel", "2023-01-01", vec![first]),
        held("panel", "2023-02-01", vec![second]),
    ];
    let wanted = ["The plan Done soon/there it is", "plan Open "];
    assert_eq!(told(&actions(meetings.to_vec())), wanted, "another fact of the same words is another action");
    let last = vec![meetings[0].clone()];
    assert_eq!(told(&actions(last)), wanted, "without the earlier records, what the last one was told counts");
}

#[test]
fn an_action_that_no_record_has_is_followed_by_its_words() {
    let plain = heard(topic("Logo", "2023-01-01", None), "2023-01-01", "later", Standing::InHand);
    let carried = heard(plain.clone(), "2023-02-01", "never", Standing::Declined);
    // The clerk typed the topic again, and the file does not say where it is from.
    let typed = heard(topic("logo.", "2023-03-01", None), "2023-03-01", "not now either", Standing::Declined);
    let meetings = vec![
        held("panel", "2023-01-01", vec![plain.clone()]),
        held("panel", "2023-02-01", vec![carried]),
        held("panel", "2023-03-01", vec![typed]),
        held("council", "2023-02-01", vec![plain]),
    ];
    let wanted = ["Logo InHand later", "logo. Declined later/never/not now either"];
    assert_eq!(told(&actions(meetings)), wanted, "and never across bodies");
}

#[test]
fn what_is_due_at_the_next_meeting_is_overdue_after_it() {
    let due = Topic { due: Some("next meeting".into()), ..topic("plan", "2023-01-01", Some(7)) };
    let done = Topic { standing: Standing::Done, ..due.clone() };
    for (topic, on, overdue) in [(&due, "2023-02-01", false), (&due, "2023-02-02", true), (&done, "2023-02-02", false)]
    {
        let register =
            actions(vec![held("panel", "2023-01-01", vec![topic.clone()]), held("panel", "2023-02-01", vec![])]);
        let wanted = Wanted { overdue: Some(day(on)), ..Wanted::default() };
        assert_eq!(register.only(&wanted).actions.len(), usize::from(overdue), "{on}");
    }
}

#[test]
fn a_register_of_several_bodies_names_each() {
    let meetings = vec![
        held("panel", "2023-01-01", vec![topic("plan", "2023-01-01", Some(7))]),
        held("council", "2023-01-01", vec![]),
    ];
    let register = actions(meetings);
    let style = crate::minutes::style::Style::default();
    let text = |form| {
        use crate::minutes::write::{Text, Writer};
        Text::new(&style, 100).to_text(blocks(&register, form, day("2023-01-02"), &style))
    };
    assert!(text(Form::Register).contains("None."), "{}", text(Form::Register));
    assert!(text(Form::Tracker).contains("DATE OF MEETING | ITEM"), "{}", text(Form::Tracker));
    let own = "[style.phrases]\npaper-followed = \"Camau\"\nfollowed-tracker = \"DYDDIAD\\nEITEM\\nCAM\\nDIWEDDARIAD\"\nstate-open = \"ar agor\"\n";
    let (welsh, problems) = crate::minutes::style::Style::read("s", own);
    assert_eq!(problems.to_string(), "");
    let printed = |form| {
        use crate::minutes::write::{Text, Writer};
        Text::new(&welsh, 100).to_text(blocks(&register, form, day("2023-01-02"), &welsh))
    };
    assert!(printed(Form::Tracker).contains("DYDDIAD") && printed(Form::Register).contains("ar agor"));
    assert_eq!(sheet(&register, &welsh).title, "Camau");
    assert_eq!(sheet(&register, &style).title, "Actions");
    let only = Wanted { body: Some("COUN".into()), ..Wanted::default() };
    assert_eq!(sheet(&register.clone().only(&only), &style).title, "Actions – council");
    let json = String::from_utf8(to_json(&register, day("2023-01-02"))).expect("text");
    assert!(json.contains("\"format\": \"quorate-actions-1\"") && json.contains("\"fact\": \"7.0\""), "{json}");
}
