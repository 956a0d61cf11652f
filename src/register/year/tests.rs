//! A year from meetings: who came how often, what was decided, what is outside it.

use super::sat::Seats;
use super::*;
use crate::meeting::agenda::{Origin, Report};
use crate::meeting::fact::Standing;
use crate::meeting::id::FactId;
use crate::minutes::style::Style;
use crate::register::Held;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn meeting(date: &str, municipal: &str, members: &[(&str, Came)], decided: &[Verb]) -> Sat {
    Sat {
        held: Held::new("panel", day(date), Vec::new()),
        municipal: Some(municipal.to_owned()),
        venue: "Town Hall".to_owned(),
        began: Some(day(date).and_hms_opt(13, 0, 0).expect("a time").and_utc()),
        seats: Seats {
            held: members.len(),
            filled: members.iter().filter(|(_, came)| matches!(came, Came::Present | Came::Substituted)).count(),
        },
        members: members.iter().map(|(name, came)| ((*name).to_owned(), *came)).collect(),
        substitutes: Vec::new(),
        decided: decided.to_vec(),
    }
}

fn three() -> Vec<Sat> {
    let mut second = meeting(
        "2023-09-20",
        "2023-24",
        &[("Ann Hill", Came::Substituted), ("Councillor Bo Dale", Came::Present)],
        &[Verb::Note],
    );
    second.substitutes = vec![("Cy Rowe".to_owned(), "Ann Hill".to_owned())];
    vec![
        second,
        meeting("2023-03-15", "2022/23", &[("Ann Hill", Came::Absent)], &[Verb::Approve]),
        meeting(
            "2023-07-19",
            "2023/24",
            &[("Ann Hill", Came::Present), ("Councillor Bo Dale", Came::Apologies)],
            &[Verb::Note, Verb::Recommend],
        ),
    ]
}

fn municipal(year: &str) -> Span {
    Span { municipal: Some(year.to_owned()), ..Span::default() }
}

#[test]
fn members_are_counted_over_the_meetings_of_the_year() {
    let [year] = years(three(), &municipal("2023/24")).try_into().expect("one body");
    let days: Vec<NaiveDate> = year.meetings.iter().map(|meeting| meeting.date).collect();
    assert_eq!(days, [day("2023-07-19"), day("2023-09-20")]);
    let counts = |name: &str| {
        let one = year.attendance.iter().find(|one| one.name == name).expect("a member");
        [one.meetings, one.present, one.substituted, one.apologies, one.absent]
    };
    assert_eq!(counts("Ann Hill"), [2, 1, 1, 0, 0]);
    assert_eq!(counts("Councillor Bo Dale"), [2, 1, 0, 1, 0]);
    assert_eq!(year.meetings.iter().map(|meeting| meeting.present).collect::<Vec<_>>(), [1, 2]);
    let stood_in = StoodIn { name: "Cy Rowe".into(), member: "Ann Hill".into(), times: 1 };
    assert_eq!(year.substitutes, [stood_in]);
    assert_eq!(year.decisions, BTreeMap::from([(Verb::Note, 2), (Verb::Recommend, 1)]));
}

#[test]
fn a_span_is_days_or_the_year_that_agendas_name() {
    let days = |span: &Span| years(three(), span).iter().flat_map(|year| &year.meetings).count();
    assert_eq!(days(&Span::default()), 3);
    for (year, count) in [("2022/23", 1), ("2023-2024", 2), ("23/24", 2), ("2024/25", 0)] {
        assert_eq!(days(&municipal(year)), count, "{year}");
    }
    let from = Span { from: Some(day("2023-07-19")), ..Span::default() };
    assert_eq!(days(&from), 2);
    let until = Span { until: Some(day("2023-07-19")), ..Span::default() };
    assert_eq!(days(&until), 2);
    assert!(years(three(), &municipal("2024/25")).is_empty());
}

#[test]
fn what_was_never_called_to_order_was_not_held() {
    let mut all = three();
    for meeting in all.iter_mut().filter(|meeting| meeting.held.date == day("2023-09-20")) {
        meeting.began = None;
    }
    let [year] = years(all, &municipal("2023/24")).try_into().expect("one body");
    assert_eq!(year.not_held, [day("2023-09-20")]);
    assert_eq!((year.meetings.len(), year.substitutes.len()), (1, 0));
    let printed = blocks(&[year], false, &Style::default());
    assert!(format!("{printed:?}").contains("never called to order: 20 September 2023"));
}

#[test]
fn a_meeting_whose_agenda_names_no_year_is_of_that_of_its_day() {
    let mut all = three();
    for meeting in &mut all {
        meeting.municipal = None;
    }
    all.push(Sat { municipal: None, ..meeting("2023-05-17", "", &[], &[]) });
    let days = |year: &str| years(all.clone(), &municipal(year)).iter().flat_map(|year| &year.meetings).count();
    assert_eq!([days("2022/23"), days("2023/24"), days("2024/25")], [1, 2, 0]);
    let unsure = |year: &str| without_year(&all, &municipal(year));
    let may = vec![("panel".to_owned(), day("2023-05-17"))];
    assert_eq!([unsure("2022/23"), unsure("2023/24"), unsure("2024/25")], [may.clone(), may, Vec::new()]);
    assert_eq!(without_year(&all, &Span::default()), []);
}

#[test]
fn a_body_that_changed_its_name_has_one_year_under_the_newest() {
    let mut all = three();
    for meeting in all.iter_mut().filter(|meeting| meeting.held.date == day("2023-09-20")) {
        meeting.held.name = "The New Panel".to_owned();
    }
    let [year] = years(all, &Span::default()).try_into().expect("one body");
    assert_eq!((year.body.as_str(), year.meetings.len()), ("The New Panel", 3));
}

#[test]
fn what_does_not_count_by_the_rules_is_told_apart() {
    let all = vec![meeting("2023-07-19", "2023/24", &[("Ann Hill", Came::Remote), ("Bo Dale", Came::Present)], &[])];
    let [year] = years(all, &Span::default()).try_into().expect("one body");
    assert_eq!(year.meetings.iter().map(|meeting| meeting.present).collect::<Vec<_>>(), [1]);
    let [remote, _] = year.attendance.as_slice() else { panic!("two members") };
    assert_eq!((remote.present, remote.remote, remote.absent), (0, 1, 0));
    let printed = |sheet| format!("{:?}", blocks(std::slice::from_ref(&year), sheet, &Style::default()));
    assert!(printed(false).contains("REMOTE, NOT COUNTED") && !printed(false).contains("BODY"));
    let counts = years(three(), &Span::default());
    assert!(
        !format!("{:?}", blocks(&counts, false, &Style::default())).contains("REMOTE"),
        "only where it is told apart"
    );
}

#[test]
fn the_figures_of_actions_add_up() {
    let made = |date: &str, fact: u64, pledge| Topic {
        origin: Some(Origin {
            meeting: day(date),
            time: None,
            fact: Some(FactId::new(fact, 0)),
            pledge,
            minute: None,
            item: None,
            text: format!("do {fact}"),
        }),
        ..Topic::titled(format!("do {fact}"))
    };
    let done = |topic: &Topic, date: &str| Topic {
        standing: Standing::Done,
        reports: vec![Report { meeting: day(date), text: "Done.".into(), standing: Some(Standing::Done) }],
        ..topic.clone()
    };
    let (undertaking, recommendation) = (Pledge::Undertaking, Pledge::Recommendation);
    let old: Vec<Topic> = (1..4).map(|fact| made("2023-03-15", fact, undertaking)).collect();
    let new = [made("2023-07-19", 1, undertaking), made("2023-07-19", 2, recommendation)];
    let held = |date: &str, topics: Vec<Topic>| Sat {
        held: Held::new("panel", day(date), topics.into_iter().map(|topic| (topic, Vec::new())).collect()),
        ..meeting(date, "", &[], &[])
    };
    let [first, second, third] = old.as_slice() else { panic!("three actions") };
    let all = vec![
        held("2023-03-15", old.clone()),
        held("2023-04-15", vec![done(first, "2023-04-15"), second.clone(), third.clone()]),
        held("2023-07-19", vec![done(second, "2023-07-19"), third.clone(), new[0].clone(), new[1].clone()]),
        held("2023-09-20", vec![third.clone(), new[0].clone(), done(&new[1], "2023-09-20")]),
    ];
    let span = Span { from: Some(day("2023-06-01")), ..Span::default() };
    let [year] = years(all, &span).try_into().expect("one body");
    let wanted = Actions { carried_in: 2, undertakings: 1, recommendations: 1, finished: 2, open: 2 };
    assert_eq!(year.actions, wanted, "two carried in and two given are two finished and two open");
}

#[test]
fn several_bodies_stand_apart_and_share_the_tables_for_spreadsheets() {
    use crate::minutes::write::{Csv, Html, Text, Writer};

    let style = Style::default();
    let other = three().into_iter().map(|mut sat| {
        sat.held = Held::new("council", sat.held.date, Vec::new());
        sat
    });
    let years = years(three().into_iter().chain(other).collect(), &municipal("2023/24"));
    let text = Text::new(&style, 100).to_text(blocks(&years, false, &style));
    let [first, second] = text.split("\n\n\n\n").collect::<Vec<_>>().try_into().expect("two bodies");
    assert!(first.trim_start().starts_with("The year of meetings\n\n") && !first.contains("panel"), "{text}");
    assert_eq!(second.lines().next().map(str::trim), Some("panel"), "{text}");
    let mut html = Vec::new();
    Html.write(&sheet(&years, &style), &mut blocks(&years, false, &style).into_iter(), &mut html).expect("written");
    let html = String::from_utf8(html).expect("text");
    for heading in ["<h1>The year of meetings</h1>", "<h2>council</h2>", "<h2>panel</h2>", "<h3>Attendance</h3>"] {
        assert!(html.contains(heading), "{heading}: {html}");
    }
    let csv = Csv::default().to_text(blocks(&years, true, &style));
    let rows: Vec<&str> = csv.lines().take(5).collect();
    let wanted = [
        "BODY,DATE,VENUE,PRESENT,MEMBERS,DECISIONS",
        "council,2023-07-19,Town Hall,1,2,2",
        "council,2023-09-20,Town Hall,2,2,1",
        "panel,2023-07-19,Town Hall,1,2,2",
        "panel,2023-09-20,Town Hall,2,2,1",
    ];
    assert_eq!(rows, wanted);
    assert_eq!(csv.matches("BODY,").count(), 5, "one table of a kind: {csv}");
}
