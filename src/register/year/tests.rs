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
    let printed = blocks(&[year], &Style::default());
    assert!(format!("{printed:?}").contains("never called to order: 20 September 2023"));
}
