//! What the clerk is told the moment it happens: who presides unseen, who left too early, whose apologies come late.

use super::Desk;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;

fn sitting() -> Session {
    let mut session = Session::new(Meeting::new(sample::opened()), "clerk");
    sample::run_all(&mut session, &["present all", "present usual", "call-to-order", "next"]);
    session
}

fn told(session: &mut Session, line: &str) -> String {
    sample::run(session, line).unwrap().notices.join(" ")
}

#[test]
fn an_officer_who_is_to_preside_and_is_not_marked_present_is_named() {
    let mut session = Session::new(Meeting::new(sample::opened()), "clerk");
    sample::run_all(&mut session, &["present all"]);
    let said = told(&mut session, "call-to-order");
    assert!(said.contains("Jane Webb presides but is not marked present: say “present Jane Webb”"), "{said}");
    let refused = sample::run(&mut session, "preside webb").unwrap_err().to_string();
    assert!(refused.contains("“present Jane Webb”"), "{refused}");
    assert!(!told(&mut session, "present webb").contains("presides"));
}

#[test]
fn a_departure_before_the_beginning_is_told_at_once() {
    let mut session = sitting();
    let began = session.state().local(session.state().began().unwrap());
    let early = (began - chrono::TimeDelta::hours(1)).format("%H:%M");
    let said = told(&mut session, &format!("at {early} leave sharp"));
    assert!(said.contains("so nobody left it at"), "{said}");
    let mut desk = Desk::new(session);
    desk.text(":apologies gowing").keys("enter");
    assert!(!desk.notice().contains("Recorded as leaving"), "the roll is not taken yet: {}", desk.notice());
    desk.text(":go 9").keys("enter").text(":go 3").keys("enter").text(":go 9").keys("enter");
    desk.text(":apologies barkham").keys("enter");
    assert!(desk.notice().contains("Recorded as leaving now"), "{}", desk.notice());
}
