//! Days by which things are due, and one action through several meetings.

use chrono::NaiveDate;

use super::held::Kept;
use super::*;
use crate::meeting::agenda::{Origin, Pledge, Report, Topic};
use crate::meeting::fact::Standing;
use crate::meeting::id::FactId;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn words_that_are_a_day_are_known_as_one() {
    let days = |texts: &[&str]| texts.iter().map(|text| day(text)).collect::<Vec<_>>();
    let planned = days(&["2023-11-27", "2024-01-31", "2024-03-06", "2024-03-13", "2025-01-29"]);
    // A Wednesday.
    let (said, body) = (day("2023-09-20"), ["Committee", "Audit Committee"]);
    let later = due::Later { held: &[], planned: &planned, body: &body };
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
        ("next meeting of the Committee", Some("2023-11-27")),
        ("the next meeting of the Audit Committee", Some("2023-11-27")),
        ("next Committee meeting", Some("2023-11-27")),
        ("next Panel", None),
        ("30 Sept 26", Some("2026-09-30")),
        ("20/05/26", Some("2026-05-20")),
        ("20.5.2026", Some("2026-05-20")),
        ("20th of May", Some("2024-05-20")),
        ("the 20th of May 2025", Some("2025-05-20")),
        ("May 20", Some("2024-05-20")),
        ("Sept 20", Some("2023-09-20")),
        ("May 20th, 2025", Some("2025-05-20")),
        ("May '26", Some("2026-05-31")),
        ("June 99", Some("2099-06-30")),
        ("May 202", None),
        ("0026-09-30", None),
        ("20x May", None),
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
    let held = days(&["2024-01-24"]);
    let held = due::Later { held: &held, ..later };
    assert_eq!(due::day("the January meeting", said, &held), Some(day("2024-01-24")), "as it was held in the end");
}

fn topic(title: &str, meeting: &str, fact: Option<u64>) -> Topic {
    let origin = Origin {
        meeting: day(meeting),
        time: None,
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

/// The topic as the record of a meeting called for another time has it.
fn at(topic: Topic, hour: u32) -> Topic {
    let time = chrono::NaiveTime::from_hms_opt(hour, 0, 0);
    let origin = topic.origin.map(|origin| Origin { time, ..origin });
    Topic { origin, ..topic }
}

fn at_hour(held: Held, hour: u32) -> Held {
    Held { time: chrono::NaiveTime::from_hms_opt(hour, 0, 0).expect("a time"), ..held }
}

#[test]
fn what_two_meetings_of_one_day_recorded_is_never_taken_for_one() {
    let [one, two] = ["number 1", "number 2"].map(|title| topic(title, "2023-01-01", Some(7)));
    let day_of = |first: &Topic, second: &Topic| {
        [(10, first), (14, second)].map(|(hour, own)| at_hour(held("panel", "2023-01-01", vec![own.clone()]), hour))
    };
    let heard_of = |own: &Topic| heard(own.clone(), "2023-02-01", "there it is", Standing::Done);
    // Of the same words; and by what was written before the times were kept.
    let same = topic("number 1", "2023-01-01", Some(7));
    for (first, second, done, wanted) in [
        (&at(one.clone(), 10), &at(two.clone(), 14), heard_of(&at(two.clone(), 14)), [false, true]),
        (&one, &two, heard_of(&two), [false, true]),
        (&one, &two, heard_of(&one), [true, false]),
        (&at(one.clone(), 10), &at(same.clone(), 14), heard_of(&at(same.clone(), 14)), [false, true]),
    ] {
        let mut meetings = day_of(first, second).to_vec();
        meetings.push(held("panel", "2023-02-01", vec![done]));
        let register = actions(meetings);
        let finished: Vec<bool> = register.actions.iter().map(|action| !action.is_open()).collect();
        assert_eq!(finished, wanted, "{:?}", told(&register));
    }
    // The afternoon reviews what the morning left.
    let mut meetings = day_of(&at(one.clone(), 10), &at(two, 14));
    meetings[1]
        .carried
        .push(Kept { topic: heard(at(one, 10), "2023-01-01", "already", Standing::Done), ..Kept::default() });
    assert_eq!(told(&actions(meetings.to_vec())), ["number 1 Done already", "number 2 Open "]);
}

#[test]
fn an_action_in_two_parts_is_two_actions_from_then_on() {
    let whole = topic("send the table and write", "2023-01-01", Some(7));
    let part = |text: &str| {
        let origin = whole.origin.clone().map(|origin| Origin { text: text.into(), ..origin });
        Topic { origin, ..Topic::titled(text) }
    };
    let (table, letter) = (part("send the table"), part("write"));
    let meetings = [
        held("panel", "2023-01-01", vec![whole.clone(), topic("other", "2023-01-01", Some(8))]),
        held(
            "panel",
            "2023-02-01",
            vec![
                heard(table.clone(), "2023-02-01", "not sent", Standing::InHand),
                heard(letter, "2023-02-01", "went", Standing::Done),
            ],
        ),
        held("panel", "2023-03-01", vec![heard(table, "2023-03-01", "sent", Standing::Done)]),
    ];
    let wanted = ["send the table InHand not sent", "write Done went", "other Open "];
    assert_eq!(told(&actions(meetings[..2].to_vec())), wanted);
    let later = ["send the table Done not sent/sent", "write Done went", "other Open "];
    assert_eq!(told(&actions(meetings.to_vec())), later);
    let last = ["send the table InHand not sent", "write Done went"];
    assert_eq!(told(&actions(meetings[1..2].to_vec())), last, "without the record that had it whole");
}

#[test]
fn a_copy_made_before_a_correction_does_not_undo_it() {
    let was = Topic { owner: Some("Clay".into()), due: Some("May".into()), ..topic("plan", "2023-01-01", Some(7)) };
    let now = Topic { owner: Some("Webb".into()), due: Some("June 2023".into()), ..was.clone() };
    let mut first = held("panel", "2023-01-01", vec![now.clone()]);
    first.added.iter_mut().for_each(|kept| kept.was = vec![was.clone()]);
    let of = |copy: &Topic| {
        let register = actions(vec![first.clone(), held("panel", "2023-02-01", vec![copy.clone()])]);
        let action = register.actions.first().expect("an action");
        [action.topic.owner.clone(), action.topic.due.clone()].map(Option::unwrap_or_default)
    };
    assert_eq!(of(&was), ["Webb", "June 2023"]);
    assert_eq!(of(&Topic { owner: Some("Hill".into()), ..was.clone() }), ["Hill", "June 2023"], "changed since");
    // What was struck out there is no action, but what was heard of it all the same is told.
    let mut struck = held("panel", "2023-01-01", vec![]);
    struck.struck.insert(FactId::new(7, 0));
    let after = |copy: Topic| told(&actions(vec![struck.clone(), held("panel", "2023-02-01", vec![copy])]));
    assert_eq!(after(was.clone()), Vec::<String>::new());
    assert_eq!(after(heard(was, "2023-02-01", "it went", Standing::Done)), ["plan Done it went"]);
}

#[test]
fn a_body_that_changed_its_name_has_one_register() {
    let first = topic("plan", "2023-01-01", Some(7));
    let named = |held: Held, name: &str| Held { name: name.into(), ..held };
    let register = actions(vec![
        named(
            held("audit", "2023-02-01", vec![heard(first.clone(), "2023-02-01", "sent", Standing::Done)]),
            "Governance",
        ),
        named(held("audit", "2023-01-01", vec![first]), "Audit Committee"),
        held("council", "2023-01-01", vec![]),
    ]);
    assert_eq!(told(&register), ["plan Done sent"]);
    let shown: Vec<&str> = register.bodies.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(shown, ["Governance", "council"]);
    for (wanted, found) in [("governance", 1), ("AUDIT COMM", 1), ("audit", 1), ("council", 0), ("nowhere", 0)] {
        let only = Wanted { body: Some(wanted.into()), ..Wanted::default() };
        assert_eq!(register.clone().only(&only).actions.len(), found, "{wanted}");
    }
}

#[test]
fn the_next_meeting_is_one_that_was_held_or_is_held_as_a_matter_of_course() {
    let due = Topic { due: Some("next meeting".into()), ..topic("plan", "2023-01-01", Some(7)) };
    let first = Held { planned: vec![day("2023-02-15")], ..held("panel", "2023-01-01", vec![due]) };
    let never = Held { began: false, ..held("panel", "2023-02-01", vec![]) };
    let on = |meetings: Vec<Held>| actions(meetings).actions.first().and_then(|action| action.due_on);
    assert_eq!(on(vec![first.clone(), never.clone()]), Some(day("2023-02-15")));
    assert_eq!(on(vec![first, never, held("panel", "2023-03-01", vec![])]), Some(day("2023-03-01")));
}

#[test]
fn an_owner_is_found_by_whole_words_of_a_name_or_an_office() {
    let owned = |title: &str, fact, owner: &str, also: &[&str]| {
        let topic = Topic { owner: Some(owner.into()), ..topic(title, "2023-01-01", Some(fact)) };
        (topic, also.iter().map(|&name| name.to_owned()).collect())
    };
    let register = actions(vec![Held::new(
        "panel",
        day("2023-01-01"),
        vec![
            owned("one", 1, "Councillor Penhallow", &["Chair"]),
            owned("two", 2, "Councillor Hill", &["Vice-Chair"]),
            owned("three", 3, "Jane Webb and Tom Clay", &["Jane Webb", "Head of Audit", "Tom Clay"]),
        ],
    )]);
    for (owner, wanted) in [
        ("chair", &["one"][..]),
        ("vice-chair", &["two"]),
        ("jane webb", &["three"]),
        ("head of audit", &["three"]),
        ("councillor", &["one", "two"]),
        ("enhallow", &[]),
    ] {
        let only = Wanted { owner: Some(owner.into()), ..Wanted::default() };
        let found: Vec<String> = register.clone().only(&only).actions.into_iter().map(|it| it.topic.title).collect();
        assert_eq!(found, wanted, "{owner}");
    }
}
