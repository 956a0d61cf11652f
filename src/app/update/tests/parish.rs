//! A parish council, which excludes the public by a resolution with a reason of its own.

use super::Desk;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::body::Access;
use crate::meeting::fact::{Exclusion, Ground, Prejudice};
use crate::meeting::findings::Findings;
use crate::meeting::id::PersonId;

const SITTING: [&str; 4] =
    ["present leigh, george, bradnam, barkham, sharp, gowing", "call-to-order", "preside leigh", "go approach"];

fn under(access: Option<Access>) -> Session {
    let mut opened = sample::opened();
    opened.body.rules.access = access;
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &SITTING);
    session
}

fn excluded(session: &Session) -> Exclusion {
    session.state().exclusions().next().map(|(_, exclusion)| exclusion.clone()).unwrap()
}

#[test]
fn the_pad_asks_for_the_reason_and_for_two_different_members() {
    let mut desk = Desk::new(under(Some(Access::Act1960)));
    desk.keys("alt-o");
    let rows = desk.model.pad().unwrap().rows;
    assert!(!rows.iter().any(|row| row.text.contains("without a resolution")), "{rows:?}");
    desk.keys("e enter").text("the terms were moved and seconded in confidence").keys("enter");
    let offered = |desk: &Desk| desk.model.pad().unwrap().rows.iter().map(|row| row.text.clone()).collect::<Vec<_>>();
    let first = offered(&desk)[0].clone();
    desk.keys("a");
    assert!(!offered(&desk).contains(&first), "nobody seconds their own motion");
    desk.keys("a");
    let exclusion = excluded(desk.model.session());
    let reason = "the terms were moved and seconded in confidence".to_owned();
    assert_eq!(exclusion.ground, Ground::Prejudicial { because: Some(Prejudice::Special(reason)) });
    assert_ne!(exclusion.mover, exclusion.seconder);
    assert!(exclusion.mover.is_some_and(|mover| mover != PersonId::from("")));
}

#[test]
fn a_resolution_is_recorded_as_it_was_passed_and_judged_by_the_law_of_the_body() {
    let special = || Ground::Prejudicial { because: Some(Prejudice::Special("it is secret".into())) };
    let confidential = || Ground::Prejudicial { because: Some(Prejudice::Confidential) };
    let other = |because: Option<&str>| Ground::Other { law: None, words: None, because: because.map(str::to_owned) };
    for (access, line, ground, found) in [
        (Some(Access::Act1960), "exclude because it is secret", special(), None),
        (Some(Access::Act1960), "exclude because confidential", confidential(), None),
        (Some(Access::Act1960), "exclude", Ground::Prejudicial { because: None }, Some("exclusion-without-reason")),
        (Some(Access::Act1960), "exclude under 3", Ground::Exempt, Some("exclusion-without-reason")),
        (Some(Access::Act1972), "exclude because it is secret", special(), Some("exclusion-without-paragraph")),
        (Some(Access::Act1972), "exclude under 3", Ground::Exempt, None),
        (None, "exclude because it is secret", other(Some("it is secret")), Some("exclusion-without-law")),
        (None, "exclude under 3", Ground::Exempt, None),
        (None, "exclude", other(None), Some("exclusion-without-law")),
    ] {
        let mut session = under(access);
        sample::run_all(&mut session, &[line]);
        assert_eq!(excluded(&session).ground, ground, "{line}");
        let findings = Findings::of(session.state());
        let names = findings.iter().map(|it| it.rule.name).filter(|name| name.starts_with("exclusion-"));
        assert_eq!(names.collect::<Vec<_>>(), found.into_iter().collect::<Vec<_>>(), "{access:?}: {line}");
    }
}

#[test]
fn confidential_business_needs_a_resolution_there() {
    let mut session = under(Some(Access::Act1960));
    assert!(sample::run(&mut session, "confidential").is_err());
    assert!(sample::run(&mut under(Some(Access::Act1972)), "confidential").is_ok());
}

#[test]
fn what_is_decided_after_the_public_is_back_says_that_it_stays_private() {
    let mut session = under(Some(Access::Act1960));
    sample::run_all(&mut session, &["exclude because confidential", "point gowing gave the price."]);
    let ran = sample::run(&mut session, "decide That it be let.").unwrap();
    assert!(!ran.notices.iter().any(|notice| notice.contains("stays") || notice.contains("is private")), "{ran:?}");
    let mut session = under(Some(Access::Act1960));
    sample::run_all(&mut session, &["exclude because confidential", "point gowing gave the price.", "readmit"]);
    let ran = sample::run(&mut session, "decide That it be let.").unwrap();
    assert!(ran.notices.iter().any(|notice| notice.contains("That decision is private")), "{ran:?}");
}

#[test]
fn an_own_vote_names_its_motion_first_or_last() {
    for line in ["own-vote 10(o1) against gowing", "own-vote against gowing 10(o1)"] {
        let mut session = under(None);
        sample::run_all(&mut session, &["motion That it be let", "vote hands 4 2", "motion That it be sold", line]);
        let motion = crate::app::refs::fact(session.state(), "10(o1)", None).unwrap();
        let crate::meeting::fact::Content::Motion(motion) = session.state().content(motion).unwrap() else { panic!() };
        assert_eq!(motion.takes.last().unwrap().votes.len(), 1, "{line}");
    }
}

#[test]
fn a_nil_entry_that_would_not_print_is_refused() {
    let mut session = under(None);
    assert!(sample::run(&mut session, "nil").is_ok());
    let mut session = under(None);
    sample::run_all(&mut session, &["point gowing asked why."]);
    let said = sample::run(&mut session, "nil").unwrap_err().to_string();
    assert!(said.contains("would not print"), "{said}");
}
