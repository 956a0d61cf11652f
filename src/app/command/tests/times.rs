//! Times of day: they are those of the meeting, whenever they are typed, and of what has happened.

use chrono::{DateTime, Days, Utc};

use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::agenda::Office;
use crate::meeting::command::When;
use crate::meeting::fact::Content;

/// A time so many days after the meeting's day: `(0, "20:05")`.
type At = (u64, &'static str);

/// A meeting in the evening, and one that ran on into the night.
const EVENING: [(At, &str); 5] = [
    ((0, "19:20"), "present leigh, george, bradnam, barkham, sharp, gowing"),
    ((0, "19:30"), "call-to-order"),
    ((0, "19:40"), "go 9"),
    ((0, "20:50"), "point sb asked why."),
    ((0, "21:00"), "close"),
];
const NIGHT: [(At, &str); 4] = [
    ((0, "19:20"), "present leigh, george, bradnam, barkham, sharp, gowing"),
    ((0, "19:30"), "call-to-order"),
    ((0, "19:40"), "go 9"),
    ((0, "23:55"), "point sb asked why."),
];

fn at((days, clock): At) -> DateTime<Utc> {
    let (hour, minute) = clock.split_once(':').unwrap();
    sample::clock(hour.parse().unwrap(), minute.parse().unwrap()) + Days::new(days)
}

fn run(session: &mut Session, now: At, line: &str) -> Result<(), String> {
    session.run(line, When::now(at(now))).map(|_| ()).map_err(|stop| stop.to_string())
}

fn played(lines: &[(At, &str)]) -> Session {
    let mut session = sample::session();
    for (now, line) in lines {
        run(&mut session, *now, line).unwrap_or_else(|stop| panic!("{line}: {stop}"));
    }
    session
}

/// When what a line corrected or recorded happened, by the room's clock.
fn told(session: &Session, line: &str) -> String {
    let state = session.state();
    let time = match line.split_whitespace().nth(1) {
        Some("began") => state.began(),
        Some("ended") => state.ended(),
        Some("until") => state.last_finish(),
        _ if line.starts_with("close") => state.ended(),
        _ => session.meeting().undoable().and_then(|entry| entry.when),
    };
    state.local(time.unwrap_or_else(|| panic!("{line}: no time"))).format("%-d %H:%M").to_string()
}

#[test]
fn a_time_is_of_the_meeting_whenever_it_is_typed() {
    let with = |first: &[(At, &'static str)], more: &[(At, &'static str)]| [first, more].concat();
    let night = with(&NIGHT, &[((1, "00:20"), "close")]);
    let forgotten = with(&NIGHT[..3], &[((0, "20:55"), "point sb asked why."), ((1, "09:00"), "close")]);
    for (meeting, now, line, expected) in [
        (&EVENING[..], (15, "10:00"), "correct began 19:25", "19 19:25"),
        (&EVENING, (15, "10:00"), "correct ended 20:55", "19 20:55"),
        (&EVENING, (15, "10:00"), "correct ended 9.05pm", "19 21:05"),
        (&EVENING, (15, "10:00"), "correct ended 00:10", "20 00:10"),
        (&EVENING, (15, "10:00"), "at 20:36 leave gowing", "19 20:36"),
        (&EVENING, (15, "22:00"), "at 19:31 arrive tyler", "19 19:31"),
        (&EVENING, (0, "21:10"), "correct ended 20:58", "19 20:58"),
        (&night, (15, "10:00"), "correct ended 00:30", "20 00:30"),
        (&night, (15, "10:00"), "correct ended 23:58", "19 23:58"),
        (&night, (15, "10:00"), "correct began 19:25", "19 19:25"),
        (&night, (15, "10:00"), "at 00:05 leave gowing", "20 00:05"),
        (&night, (15, "10:00"), "at 23:45 leave gowing", "19 23:45"),
        (&forgotten, (15, "10:00"), "correct ended 21:00", "19 21:00"),
        (&forgotten, (15, "10:00"), "correct ended 00:15", "20 00:15"),
        (&NIGHT, (1, "00:10"), "at 23:50 leave gowing", "19 23:50"),
        (&NIGHT, (1, "00:10"), "close 00:05", "20 00:05"),
        (&NIGHT, (1, "00:10"), "close 23:58", "19 23:58"),
        (&NIGHT, (0, "23:56"), "extend until 00:30", "20 00:30"),
        (&NIGHT[..3], (0, "20:00"), "extend until 22:30", "19 22:30"),
    ] {
        let mut session = played(meeting);
        run(&mut session, now, line).unwrap_or_else(|stop| panic!("{line}: {stop}"));
        assert_eq!(told(&session, line), expected, "{line} at {now:?}");
    }
}

#[test]
fn what_has_not_come_yet_is_refused_in_a_sentence() {
    for (meeting, now, line, expected) in [
        (&NIGHT[..1], (0, "19:20"), "call-to-order 19:30", "19:30 has not come yet: it is 19:20."),
        (&NIGHT[..3], (0, "19:58"), "correct began 20:05", "20:05 has not come yet: it is 19:58."),
        (&NIGHT[..3], (0, "20:00"), "at 20:12 arrive tyler", "20:12 has not come yet: it is 20:00."),
        (&NIGHT, (1, "00:10"), "at 00:20 leave gowing", "00:20 has not come yet: it is 00:10."),
        (&EVENING[..], (0, "21:01"), "correct ended 21:30", "21:30 has not come yet: it is 21:01."),
        (&NIGHT[..3], (0, "20:00"), "extend until 19:00", "19:00 has passed already."),
    ] {
        let mut session = played(meeting);
        let stop = run(&mut session, now, line).unwrap_err();
        assert!(stop.starts_with(expected), "{line}: {stop}");
    }
    // The clock on the wall may be a little ahead.
    let mut session = played(&NIGHT[..1]);
    run(&mut session, (0, "19:29"), "call-to-order 19:30").unwrap();
}

#[test]
fn what_is_recorded_afterwards_stands_where_it_happened() {
    let mut session = played(&EVENING);
    for line in ["at 20:10 leave gowing", "at 20:40 leave sharp", "at 20:20 leave barkham"] {
        run(&mut session, (15, "10:00"), line).unwrap_or_else(|stop| panic!("{line}: {stop}"));
    }
    let state = session.state();
    let item = state.items().find(|item| item.agenda.id.as_str() == "item-9").unwrap();
    let told: Vec<String> = state
        .facts_of(item)
        .map(|fact| match &fact.content {
            Content::Movement(movement) => movement.people[0].to_string(),
            Content::Point(_) => "point".to_owned(),
            other => format!("{other:?}"),
        })
        .filter(|told| !told.starts_with("LeadIn"))
        .collect();
    assert_eq!(told, ["gowing", "barkham", "sharp", "point"]);
}

#[test]
fn a_beginning_that_is_corrected_stays_before_what_followed_it() {
    let mut session = played(&EVENING);
    run(&mut session, (15, "10:00"), "correct began 20:00").unwrap();
    let state = session.state();
    let visit = state.item(&"item-9".into()).unwrap().visits[0];
    let presided = state.presidings().before(visit.anchor).and_then(|chairing| chairing.person.clone());
    assert!(presided.is_some(), "somebody presided when the room came to the item");
    run(&mut session, (15, "10:00"), "correct ended 19:45").unwrap();
    assert_eq!(session.state().sat(at((15, "10:00"))).len(), 1);
    assert!(session.state().ended().is_some(), "the meeting is over, whatever its end was corrected to");
}

#[test]
fn the_chair_is_whoever_presides() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present george, bradnam, barkham", "apologies leigh", "call-to-order"]);
    sample::run_all(&mut session, &["preside george", "go 9", "point chair explained the procedure."]);
    let state = session.state();
    assert_ne!(state.office(Office::Chair), Some(&"george".into()));
    let item = state.item(&"item-9".into()).unwrap();
    let said: Vec<String> = state.facts_of(item).map(|fact| format!("{:?}", fact.content)).collect();
    let said = said.join("\n");
    assert!(said.contains("InTheChair") && said.contains("Person(PersonId(\"george\"))"), "{said}");
    assert!(!said.contains("Office(Chair)"), "{said}");
    // Somebody asks for the chair while one is taken by the other.
    let stop = run(&mut session, (0, "14:40"), "preside").unwrap_err();
    assert!(stop.contains("George presides"), "{stop}");
}
