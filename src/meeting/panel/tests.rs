//! The days of the Acts, and what a veto needs.

use chrono::NaiveDate;

use super::*;
use crate::meeting::fact::{Tally, Vote, Way};
use crate::meeting::id::PersonId;
use crate::meeting::majority::Of;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_days_of_a_precept_are_those_of_its_year() {
    for (about, year) in [
        ("2023-02-01", 2023),
        ("2023-01-23", 2023),
        ("2022-12-19", 2023),
        ("2023-07-19", 2024),
        ("2024-02-29", 2024),
        ("2024-03-01", 2024),
        ("2024-04-01", 2025),
    ] {
        let calendar = Calendar::about(day(about));
        let days = [calendar.notified, calendar.report, calendar.response, calendar.second_report, calendar.last];
        let wanted = ["02-01", "02-08", "02-15", "02-22", "03-01"].map(|end| day(&format!("{year}-{end}")));
        assert_eq!(days, wanted, "about {about}");
    }
}

#[test]
fn a_second_meeting_lies_between_the_response_and_the_second_report() {
    for (date, fits) in [
        ("2024-02-14", false),
        ("2024-02-15", true),
        ("2024-02-22", true),
        ("2024-02-23", false),
        ("2024-07-19", false),
    ] {
        assert_eq!(Calendar::about(day(date)).fits_second_meeting(day(date)), fits, "{date}");
    }
}

#[test]
fn three_weeks_begin_with_the_day_of_notification() {
    for (notified, due) in [("2026-01-15", "2026-02-04"), ("2024-02-10", "2024-03-01"), ("2023-12-20", "2024-01-09")] {
        assert_eq!(hearing_report_due(day(notified)), day(due), "notified {notified}");
    }
}

#[test]
fn only_a_first_precept_and_a_first_chief_constable_may_be_vetoed() {
    let precept = |revised| ItemKind::Precept(Precept { revised, ..Precept::default() });
    let hearing = |post, reserve| ItemKind::Hearing(Hearing { post, candidates: Vec::new(), notified: None, reserve });
    for (kind, wanted) in [
        (precept(false), true),
        (precept(true), false),
        (hearing(Post::ChiefConstable, false), true),
        (hearing(Post::ChiefConstable, true), false),
        (hearing(Post::DeputyCommissioner, false), false),
        (hearing(Post::ChiefExecutive, false), false),
        (hearing(Post::ChiefFinanceOfficer, false), false),
        (ItemKind::Report, false),
    ] {
        assert_eq!(kind.may_veto(), wanted, "{kind:?}");
    }
}

fn room(entitled: u32) -> Circumstances {
    Circumstances { present: entitled, entitled, members: 13, seats: 13, ..Circumstances::default() }
}

fn counted(yes: u32, no: u32) -> Basis {
    let tally = Tally { yes, no, abstained: 0, not_voting: 0 };
    let take = Take { tally: Some(tally), ..Take::uncounted(Method::Hands, true, room(yes + no)) };
    Basis::Vote { take: Box::new(take) }
}

fn lacks(rules: Vec<Majority>, basis: Basis) -> Option<String> {
    let mut opened = crate::meeting::tests::opened();
    opened.body.rules.majorities = rules;
    let state = crate::meeting::Meeting::new(opened).state().clone();
    state.veto_lacks(&Decision { verb: Verb::VetoTooHigh, basis: Some(basis), ..Decision::default() })
}

#[test]
fn a_veto_has_the_votes_of_two_thirds_of_all_members() {
    let rule = || vec![Majority { name: VETO.into(), of: 2, over: 3, more_than: false, base: Of::Members }];
    let declared = |method, entitled| Basis::Declared { method, room: room(entitled) };
    let names = |count: usize| {
        let vote = |n: usize| Vote { person: format!("member-{n}").into(), way: Way::For };
        let take = Take { votes: (0..count).map(vote).collect(), ..Take::uncounted(Method::Names, true, room(11)) };
        Basis::Vote { take: Box::new(take) }
    };
    for (basis, stands) in [
        (counted(9, 0), true),
        (counted(9, 4), true),
        (counted(8, 0), false),
        (counted(8, 2), false),
        (names(9), true),
        (names(8), false),
        (declared(Method::Unanimous, 9), true),
        (declared(Method::Unanimous, 8), false),
        // Nobody dissented, but nobody counted either.
        (declared(Method::Assent, 13), false),
        (declared(Method::NobodyAgainst, 13), false),
    ] {
        assert_eq!(lacks(rule(), basis.clone()).is_none(), stands, "{basis:?}");
    }
    assert!(lacks(Vec::new(), counted(13, 0)).is_some_and(|what| what.contains("no majority called “veto”")));
}

#[test]
fn votes_of_substitutes_who_are_no_members_do_not_make_a_veto() {
    let rule = || vec![Majority { name: VETO.into(), of: 2, over: 3, more_than: false, base: Of::Members }];
    let with = |substitutes: &[&str], entitled| Circumstances {
        not_members: substitutes.iter().map(|name| PersonId::from(*name)).collect(),
        ..room(entitled)
    };
    let votes = |substitute| {
        let vote = |n: usize| Vote { person: format!("member-{n}").into(), way: Way::For };
        (0..8).map(vote).chain([Vote { person: "elm".into(), way: Way::For }]).chain(substitute).collect()
    };
    let names =
        |votes, room| Basis::Vote { take: Box::new(Take { votes, ..Take::uncounted(Method::Names, true, room) }) };
    let hands = |yes, room| {
        let tally = Some(Tally { yes, ..Tally::default() });
        Basis::Vote { take: Box::new(Take { tally, ..Take::uncounted(Method::Hands, true, room) }) }
    };
    for (basis, said) in [
        (names(votes(None), with(&[], 9)), None),
        (names(votes(None), with(&["elm"], 9)), Some("1 by substitutes not counted")),
        (names(votes(Some(Vote { person: "oak".into(), way: Way::For })), with(&["elm"], 10)), None),
        (hands(9, with(&["elm"], 9)), Some("up to 1 by substitutes")),
        (hands(10, with(&["elm"], 10)), None),
        (Basis::Declared { method: Method::Unanimous, room: with(&["elm"], 9) }, Some("it had 8 votes of the 9")),
        (Basis::Declared { method: Method::Unanimous, room: with(&["elm"], 10) }, None),
    ] {
        let lacks = lacks(rule(), basis.clone());
        assert_eq!(lacks.is_some(), said.is_some(), "{basis:?}");
        assert!(said.is_none_or(|said| lacks.is_some_and(|lacks| lacks.contains(said))), "{basis:?}");
    }
}
