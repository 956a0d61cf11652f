//! Tests of sessions.

use chrono_tz::Europe::London;
use proptest::prelude::*;

use super::*;
use crate::app::sample::{self, busy, clock, run, run_all};
use crate::meeting::event::Presence;

fn stop(session: &mut Session, line: &str) -> String {
    run(session, line).map(|ran| format!("{ran:?}")).unwrap_err().to_string()
}

fn room(session: &Session) -> &str {
    session.state().room_item().map_or("", ItemId::as_str)
}

fn pen(session: &Session) -> &str {
    session.pen().item.as_ref().map_or("", ItemId::as_str)
}

#[test]
fn the_pen_follows_the_room_unless_it_is_to_stay() {
    let mut session = busy();
    assert_eq!((room(&session), pen(&session)), ("item-9", "item-9"));
    run_all(&mut session, &["next"]);
    assert_eq!((room(&session), pen(&session)), ("item-10", "item-10"));
    session.keep_pen(true);
    run_all(&mut session, &["next", "point el half written", "decide"]);
    assert_eq!((room(&session), pen(&session)), ("item-11", "item-10"));
    let decided = session.state().item(&"item-11".into()).unwrap();
    assert_eq!(session.state().facts_of(decided).count(), 1, "a decision goes to the room's item");
    session.keep_pen(false);
    run_all(&mut session, &["pen room"]);
    assert_eq!(pen(&session), "item-11");
    run_all(&mut session, &["pen back"]);
    assert_eq!(pen(&session), "item-10");
}

#[test]
fn next_passes_over_what_was_taken_before_its_turn() {
    let mut session = busy();
    run_all(&mut session, &["go 11", "decide", "go 10", "next"]);
    assert_eq!(room(&session), "item-12");
    // Where the room only looked in, the item is still to be taken.
    let mut session = busy();
    run_all(&mut session, &["go 11", "go 10", "next"]);
    assert_eq!(room(&session), "item-11");
}

#[test]
fn undo_asks_before_it_takes_the_room_back() {
    let mut session = busy();
    run_all(&mut session, &["note x"]);
    let ran = run(&mut session, "undo").unwrap();
    assert_eq!(ran.notices, ["Taken back: a private note. “redo” does it again."]);
    run_all(&mut session, &["redo", "next"]);
    assert!(matches!(run(&mut session, "undo"), Err(Stop::Ask(question)) if question.lines() == ["undo yes"]));
    run_all(&mut session, &["undo yes"]);
    assert_eq!(room(&session), "item-9");
}

#[test]
fn the_beginning_is_corrected_to_an_earlier_or_later_time_and_back() {
    for (corrected, expected) in [("13:45", clock(13, 45)), ("14:45", clock(14, 45))] {
        let mut session = busy();
        let before = session.state().clone();
        session.run(&format!("correct began {corrected}"), When::now(clock(15, 0))).unwrap();
        assert_eq!(session.state().began(), Some(expected));
        run_all(&mut session, &["undo"]);
        let (mut now, mut then) = (session.state().began(), before.began());
        assert_eq!(now.take(), then.take());
    }
    assert!(stop(&mut busy(), "correct ended 16:00").contains("has not happened yet"));
    assert!(stop(&mut busy(), "correct #999 16:00").contains("There is no “#999”."));
}

#[test]
fn an_entry_corrected_to_an_earlier_time_comes_before_what_followed_and_is_put_back() {
    let mut session = busy();
    let at = |session: &mut Session, line: &str, minute| session.run(line, When::now(clock(15, minute))).unwrap();
    at(&mut session, "next", 0);
    let left = at(&mut session, "leave sharp", 20).entries[0].n;
    let decided = at(&mut session, "decide", 21).entries[0].n;
    let gone = at(&mut session, "leave gowing", 22).entries[0].n;
    let before = |session: &Session, who: &str, n| session.state().presences(&who.into()).unwrap().before(n).copied();
    assert_eq!(before(&session, "gowing", decided), Some(Presence::Present));
    at(&mut session, &format!("correct #{gone} 15:10"), 30);
    assert_eq!(before(&session, "gowing", left), Some(Presence::Left), "it now comes before what happened after 15:10");
    at(&mut session, "undo", 31);
    assert_eq!(before(&session, "gowing", decided), Some(Presence::Present));
    let times = |session: &Session| -> Vec<_> {
        session.state().facts_of(session.state().item(&"item-10".into()).unwrap()).map(|fact| fact.when).collect()
    };
    assert_eq!(times(&session), [clock(15, 20), clock(15, 21), clock(15, 22)]);
}

#[test]
fn the_visit_of_an_item_is_corrected_with_the_room() {
    let mut session = busy();
    let n = session.run("next", When::now(clock(15, 0))).unwrap().entries[0].n;
    let visit = |session: &Session| session.state().item(&"item-10".into()).unwrap().visits[0].time;
    session.run(&format!("correct #{n} 14:55"), When::now(clock(15, 5))).unwrap();
    assert_eq!(visit(&session), clock(14, 55));
    session.run("undo", When::now(clock(15, 6))).unwrap();
    assert_eq!(visit(&session), clock(15, 0));
}

#[test]
fn a_close_may_name_its_time_and_a_meeting_may_go_on() {
    let mut session = busy();
    session.run("close 16:22", When::now(clock(16, 25))).unwrap();
    assert_eq!(session.state().ended(), Some(clock(16, 22)));
    assert!(stop(&mut session, "next").contains("reopen"));
    run_all(&mut session, &["reopen", "next"]);
    assert_eq!(session.state().ended(), None);
}

#[test]
fn several_facts_of_one_line_are_one_entry_in_their_order() {
    let mut session = busy();
    run_all(&mut session, &["go 10"]);
    let ran = run(&mut session, "point el a gap").unwrap();
    assert_eq!(ran.entries.len(), 1, "a lead-in comes with the first point");
    let item = session.state().item(&"item-10".into()).unwrap();
    let kinds: Vec<bool> =
        session.state().facts_of(item).map(|fact| matches!(fact.content, Content::LeadIn(_))).collect();
    assert_eq!(kinds, [true, false]);
    assert_eq!(run(&mut session, "point el another").unwrap().entries[0].public.len(), 1, "and only with the first");
}

#[test]
fn an_election_in_one_line_is_undone_whole() {
    let mut session = sample::session();
    run_all(&mut session, &["present george, leigh", "call-to-order", "next"]);
    let before = session.state().clone();
    let ran = run(&mut session, "elect george by leigh seconded jamil").unwrap();
    assert_eq!(ran.entries.len(), 1);
    let chair = |session: &Session| session.state().office(crate::meeting::agenda::Office::Chair).cloned();
    assert_eq!(chair(&session), Some("george".into()));
    assert_eq!(session.state().presiding(), Some(&"george".into()));
    run_all(&mut session, &["undo"]);
    assert_eq!(chair(&session), before.office(crate::meeting::agenda::Office::Chair).cloned());
    let item = session.state().item(&"item-1".into()).unwrap();
    assert_eq!(session.state().facts_of(item).count(), 0);
}

#[test]
fn typed_text_becomes_a_line_by_where_the_pen_is() {
    let mut session = busy();
    assert_eq!(session.typed("sb more", None), "point sb more");
    run_all(&mut session, &["pen 6"]);
    for (text, line) in [
        ("logo - not now", "update logo - not now"),
        ("pcc wished all well", "point pcc wished all well"),
        ("something else - said", "point something else - said"),
        ("hard to reach - 25 volunteers", "update hard to reach - 25 volunteers"),
    ] {
        assert_eq!(session.typed(text, None), line);
    }
    let line = session.typed("Hard to Reach Communities - Diversity of Panels - 25 volunteers", None);
    run_all(&mut session, &[&line]);
    let last = session.last().and_then(|id| session.state().content(id)).cloned();
    let Some(Content::Update(update)) = last else { panic!("{last:?}") };
    assert_eq!(update.topic, "Hard to Reach Communities - Diversity of Panels");
    assert_eq!(update.text, "25 volunteers");
}

#[test]
fn refusals_change_nothing() {
    for (line, expected) in [
        ("arrive nobody", "Nobody on the roll"),
        ("go 99", "There is no item “99”."),
        ("go 2021", "There is no item “2021”."),
        ("go 9.9", "There is no item “9.9”."),
        ("go police and crime", "may be"),
        ("decide nonsense", "The house offers no decision “nonsense” for this item. It offers agree-document"),
        ("minutes agreed", "No minutes are before the meeting"),
        ("strike 9(99)", "There is nothing at “9(99)”."),
        ("s/zzz/y/", "has no “zzz”"),
        ("s/a", "There is no command"),
        ("at 25:00 next", "is not a time of day"),
        ("elect jones by jamil seconded jamil for chair", "cannot nominate and second"),
        ("who 9(1) jamil", "Everybody in that point is named."),
    ] {
        let mut session = busy();
        let before = session.state().clone();
        let said = stop(&mut session, line);
        assert!(said.contains(expected), "{line}: {said}");
        assert_eq!(session.state(), &before, "{line}");
    }
}

#[test]
fn a_line_too_long_is_refused() {
    let line = format!("point {}", "x".repeat(LONGEST));
    assert!(stop(&mut busy(), &line).contains("several parts"));
}

/// Lines that are nearly right: a command's name with pieces of arguments.
fn lines() -> impl Strategy<Value = String> {
    let names: Vec<&'static str> = command::all().map(|spec| spec.name).collect();
    let examples: Vec<&'static str> = command::all().map(|spec| spec.example).collect();
    let pieces = prop::sample::select(vec![
        "jamil",
        "pcc+",
        "all",
        "9",
        "9(1)",
        "last",
        "#3",
        "14:20",
        "by",
        "for",
        "because",
        "\"",
        "to",
        "in",
        "x - y",
        "- ",
        "é",
        "yes",
        "/",
        "[done]",
        "agreed",
        "add",
        ";",
        "before",
        "number 1",
        "👩‍👩‍👧",
        "sb",
    ]);
    let made = (prop::sample::select(names), prop::collection::vec(pieces, 0..5))
        .prop_map(|(name, pieces)| format!("{name} {}", pieces.join(" ")));
    prop_oneof![4 => made, 3 => prop::sample::select(examples).prop_map(str::to_owned), 1 => "\\PC{0,40}", 1 => ".{0,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_typed_the_entries_returned_are_what_was_applied(lines in prop::collection::vec(lines(), 1..25)) {
        let mut session = sample::session();
        let mut again = Meeting::new(sample::opened());
        for (minute, line) in (0..).zip(&lines) {
            let _ = command::complete(&session, line);
            let before = session.state().clone();
            let ran = session.run(line, When::now(clock(13, 0) + chrono::TimeDelta::minutes(minute)));
            let entries = ran.map(|ran| ran.entries);
            if entries.is_err() {
                prop_assert_eq!(session.state(), &before);
            }
            for entry in entries.iter().flatten() {
                again.apply(entry);
            }
        }
        prop_assert_eq!(session.state(), again.state());
        prop_assert_eq!(session.state().body().zone, London);
    }
}

#[test]
fn what_a_room_closed_by_mistake_heard_is_recorded_again_for_everybody() {
    let mut session = busy();
    let heard = ["point sharp said that the pond was full.", "decide *AGREED* to drain the pond."];
    run_all(&mut session, &["exclude under 3"]);
    run_all(&mut session, &heard);
    let item = session.room().cloned().unwrap();
    let audiences = |session: &Session| -> Vec<Audience> {
        let item = session.state().item(&item).unwrap();
        let facts = session
            .state()
            .facts_of(item)
            .filter(|fact| matches!(fact.content, Content::Point(_) | Content::Decision(_)));
        facts.map(|fact| fact.audience).collect()
    };
    assert!(audiences(&session).iter().rev().take(2).all(|audience| *audience == Audience::Private));
    let before = audiences(&session).len() - 2;
    while session.state().room() == Audience::Private {
        if run(&mut session, "undo").is_err() {
            run_all(&mut session, &["undo yes"]);
        }
    }
    run_all(&mut session, &heard);
    assert_eq!(audiences(&session)[before..], [Audience::Public; 2]);
    let found = crate::meeting::findings::Findings::of(session.state());
    let about = |finding: &&crate::meeting::findings::Finding| finding.sentence.contains("pond");
    assert_eq!(found.in_order(session.state()).filter(about).count(), 0, "nothing takes it for a second time");
}
