//! What is missing from an agenda, check by check.

use chrono::NaiveDate;

use super::*;
use crate::meeting::Meeting;
use crate::meeting::agenda::AgendaItem;
use crate::meeting::calendar::{Counted, Notice, QuestionDeadline, Within};
use crate::meeting::event::Opened;
use crate::meeting::plan::{PlanItem, Planned};
use crate::meeting::tests::opened;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The answer of a check on papers that were changed, as a mark and what it says.
fn answer(name: &str, change: impl FnOnce(&mut Opened), plan: Option<&Plan>) -> (Standing, String) {
    let mut opened = opened();
    opened.agenda.date = day("2023-09-20");
    opened.body.rules.notice = Some(Notice { clear_days: 5, counted: Counted::Working });
    change(&mut opened);
    let meeting = Meeting::new(opened);
    let findings = Findings::of(meeting.state());
    let desk = Desk {
        state: meeting.state(),
        findings: &findings,
        plan,
        last: None,
        last_minute: None,
        left: &[],
        unsettled: &[],
        put_off: &[],
        today: day("2023-09-11"),
        files: &[],
        exposed: None,
    };
    let answer = CHECKS.iter().find(|check| check.name == name).unwrap().answer(&desk);
    (answer.standing, answer.says.join(" "))
}

fn item(title: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem { id: title.into(), ..AgendaItem::titled(title, kind) }
}

fn is(name: &str, change: impl FnOnce(&mut Opened), standing: Standing, part: &str) {
    let (found, says) = answer(name, change, None);
    assert!(found == standing && says.contains(part), "{name}: {found:?}: {says}");
}

#[test]
fn the_agenda_is_published_in_time() {
    is("notice", |it| it.body.rules.notice = None, Standing::DoesNotApply, "do not say");
    is("notice", |_| {}, Standing::Missing, "Publish it by Tuesday 12 September 2023, for 5 clear days");
    is("notice", |it| it.agenda.date = day("2023-09-15"), Standing::Missing, "That day is past");
    let published = |on: &'static str| move |it: &mut Opened| it.agenda.published = Some(day(on));
    is("notice", published("2023-09-12"), Standing::Done, "Published on Tuesday 12 September 2023, 5 clear days");
    is("notice", published("2023-09-13"), Standing::Missing, "4 clear days before the meeting; the rules ask for 5");
}

#[test]
fn questions_have_a_day() {
    let with = |notice: Option<&'static str>, published: Option<&'static str>| {
        move |it: &mut Opened| {
            it.agenda.items = vec![item("Public Questions", ItemKind::Questions)];
            it.agenda.notices = notice.map(str::to_owned).into_iter().collect();
            it.agenda.published = published.map(day);
            let within = Within::WorkingDaysAfterPublication(3);
            let time = chrono::NaiveTime::from_hms_opt(12, 0, 0);
            it.body.rules.question_deadline = Some(QuestionDeadline { within, time });
        }
    };
    let noon = "Questions by Friday 15 September 2023, 12 noon.";
    is("questions", with(Some("Questions by the third day"), Some("2023-09-12")), Standing::Done, noon);
    is("questions", with(None, Some("2023-09-12")), Standing::Missing, "No notice on the agenda");
    is("questions", with(Some("Public questions"), None), Standing::Done, "12 noon at the latest");
    is("questions", |it| it.agenda.items.clear(), Standing::DoesNotApply, "No item takes questions");
}

#[test]
fn items_that_came_late_say_why() {
    let added = |on: &'static str, why: Option<&'static str>| {
        move |it: &mut Opened| {
            let mut late = item("Emergency", ItemKind::Business);
            late.paper.added = Some(day(on));
            late.paper.urgency = why.map(str::to_owned);
            it.agenda.published = Some(day("2023-09-11"));
            it.agenda.items = vec![late];
        }
    };
    is("added", added("2023-09-14", None), Standing::Missing, "nothing says why it is urgent");
    is("added", added("2023-09-14", Some("a flood")), Standing::Done, "urgent");
    is("added", added("2023-09-12", None), Standing::Done, "in time");
    is("added", |_| {}, Standing::DoesNotApply, "Nothing was added");
}

#[test]
fn the_minutes_are_those_of_the_last_meeting_and_number_on() {
    let sets = |sets: &'static [&'static str]| {
        move |it: &mut Opened| {
            let sets = sets.iter().map(|set| day(set)).collect();
            it.agenda.items = vec![item("Minutes", ItemKind::Minutes { sets })];
            it.agenda.last_meeting = Some(day("2023-07-19"));
        }
    };
    is("minutes", sets(&["2023-07-19"]), Standing::Done, "Wednesday 19 July 2023");
    is(
        "minutes",
        sets(&["2023-06-19"]),
        Standing::Missing,
        "The minutes of Wednesday 19 July 2023, the last meeting, are not",
    );
    is("minutes", |it| it.agenda.last_meeting = None, Standing::Missing, "Nothing says when");
    let numbers = |first: Option<u32>| {
        move |it: &mut Opened| {
            it.agenda.first_minute = first;
            it.agenda.last_minute = Some(15);
        }
    };
    is("numbers", numbers(Some(16)), Standing::Done, "16");
    is("numbers", numbers(Some(1)), Standing::Done, "1");
    is("numbers", numbers(Some(18)), Standing::Missing, "write first-minute = 16");
    is("numbers", numbers(None), Standing::DoesNotApply, "agenda items");
}

#[test]
fn private_items_are_screened() {
    let with = |title: &'static str, private: bool, why: Option<&'static str>| {
        move |it: &mut Opened| {
            let mut secret = item(title, ItemKind::Business);
            secret.private = private.then_some(crate::meeting::fact::Paragraph::Individual).into_iter().collect();
            secret.paper.public_interest = why.map(str::to_owned);
            it.agenda.items = vec![secret];
        }
    };
    is("private", with("Staffing", false, None), Standing::DoesNotApply, "No item");
    is("private", with("Staffing (exempt)", false, None), Standing::Missing, "sounds private");
    is("private", with("Staffing", true, None), Standing::Missing, "public-interest");
    is("private", with("Staffing", true, Some("named officers")), Standing::Done, "private: 1 item.");
}

#[test]
fn what_was_planned_is_on_the_agenda() {
    let plan = Plan {
        meetings: vec![Planned {
            date: Some(day("2023-09-20")),
            items: vec![PlanItem { title: "Panel Annual Report".into(), ..PlanItem::default() }],
            ..Planned::default()
        }],
        ..Plan::default()
    };
    let (standing, says) = answer("promised", |_| {}, Some(&plan));
    assert!(standing == Standing::Missing && says.contains("“Panel Annual Report” was planned"), "{says}");
    let add = |it: &mut Opened| it.agenda.items = vec![item("Police and Crime Panel Annual Report", ItemKind::Report)];
    assert_eq!(answer("promised", add, Some(&plan)).0, Standing::Done);
    assert_eq!(answer("promised", |_| {}, None).0, Standing::DoesNotApply);
    let later = |it: &mut Opened| it.agenda.date = day("2023-09-23");
    let (standing, says) = answer("day", later, Some(&plan));
    assert!(standing == Standing::Missing && says.contains("a Saturday") && says.contains("no meeting on"), "{says}");
}

#[test]
fn a_precept_has_its_days_and_its_votes() {
    let precept = |notified: Option<&'static str>| {
        move |it: &mut Opened| {
            it.agenda.date = day("2024-01-31");
            let precept = crate::meeting::panel::Precept { notified: notified.map(day), ..Default::default() };
            it.agenda.items = vec![item("Precept", ItemKind::Precept(precept))];
        }
    };
    is("precept", precept(None), Standing::Missing, "Not notified yet: due by Thursday 1 February 2024");
    is("precept", precept(Some("2023-01-20")), Standing::Missing, "for the precept of another year");
    is("precept", precept(Some("2024-02-01")), Standing::Missing, "which is after this meeting");
    let revised = |it: &mut Opened| {
        it.agenda.date = day("2024-02-21");
        let notified = Some(day("2024-02-17"));
        let precept = crate::meeting::panel::Precept { notified, revised: true, ..Default::default() };
        it.agenda.items = vec![item("Precept", ItemKind::Precept(precept))];
    };
    is("precept", revised, Standing::Missing, "by 15 February 2024, but did on 17 February 2024");
    is("precept", precept(Some("2024-01-20")), Standing::Missing, "no [[rules.majority]] called “veto”");
    is("precept", |_| {}, Standing::DoesNotApply, "No precept");
}

#[test]
fn every_check_answers_on_any_papers() {
    for check in CHECKS {
        let (_, says) = answer(check.name, |_| {}, None);
        assert!(!says.is_empty() && says.ends_with(['.', ')']), "{}: {says}", check.name);
    }
    let mut names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CHECKS.len());
}
