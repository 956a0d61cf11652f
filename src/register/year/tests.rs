//! A year from meetings: who came how often, what was decided, what is outside it.

use super::*;
use crate::minutes::style::Style;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn meeting(date: &str, municipal: &str, members: &[(&str, Came)], decided: &[Verb]) -> Sat {
    Sat {
        held: Held::new("panel", day(date), Vec::new()),
        municipal: Some(municipal.to_owned()),
        venue: "Town Hall".to_owned(),
        began: Some(day(date).and_hms_opt(13, 0, 0).expect("a time").and_utc()),
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
