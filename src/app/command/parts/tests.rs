//! Tests of parts: each says what it is and can be put right, and what follows from a fact follows it.

use super::*;
use crate::app::command::Call;
use crate::app::command::Values;
use crate::app::sample::{busy, clock, run, run_all};
use crate::app::session::Session;
use crate::meeting::agenda::Office;
use crate::meeting::command::When;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Fate, Motion};
use crate::meeting::state::State;

/// A meeting with a fact of every kind that has parts.
fn full() -> Session {
    let mut session = busy();
    run_all(
        &mut session,
        &[
            "highlights",
            "point Youth Fund - chair named 35 projects.",
            "lead-in discussion by pcc+",
            "leave pcc+ because of another meeting",
            "reason it met the deadline",
            "undertake pcc: circulate it by next meeting",
            "recommend The Commissioner: report back",
            "mark a bell rang",
            "note check the name",
            "declare Barkham in 9, 11 kind personal because \"a friend\"",
            "go 2",
            "elect George by Barkham seconded Sharp",
            "go 5",
            "minutes amended Paragraph 5 - deletion of a word",
            "go 6",
            "update logo - no money for it [declined]",
            "go 7",
            "question Ann Hill: why? / why not?",
            "answer pcc: said so.",
            "supplementary really?",
            "answer chair: said yes.",
        ],
    );
    session
}

fn facts(state: &State) -> Vec<FactId> {
    state.items().flat_map(|item| state.facts_of(item)).map(|fact| fact.id).collect()
}

fn values(session: &Session, id: FactId) -> Vec<(String, String)> {
    of(session.state(), id).into_iter().map(|part| (part.name, part.value)).collect()
}

#[test]
fn what_every_part_says_can_be_typed_again() {
    let session = full();
    let call = Call { session: &session, when: When::now(clock(14, 40)), values: Values::default(), started: None };
    let mut kinds = std::collections::BTreeSet::new();
    for id in facts(session.state()) {
        for part in of(session.state(), id) {
            let fact = session.state().fact(part.held.0).unwrap();
            kinds.insert(format!("{:?}", std::mem::discriminant(&fact.content)));
            let is_new_outcome = matches!(fact.content, Content::Minutes(_)) && part.value.is_empty();
            if is_new_outcome {
                continue;
            }
            let again = put(&call, fact, &part.held.1, &part.value);
            assert_eq!(again.as_ref(), Ok(&fact.content), "{}: {}", part.name, part.value);
        }
    }
    assert_eq!(kinds.len(), 14, "every kind of fact but the nil entry has parts");
}

#[test]
fn every_part_of_every_fact_is_put_right_and_taken_back() {
    for (line, wanted) in [
        ("correct 4(i1) person Sharp", "person=Councillor Sharp"),
        ("correct 4(i1) items 9", "items=9"),
        ("correct 4(i1) items", "items="),
        ("correct 4(i1) kind disclosable pecuniary", "kind=disclosable pecuniary"),
        ("correct 4(i1) nature because he lives there", "nature=because he lives there"),
        ("correct 4(i1) nature", "nature="),
        ("correct 9(m1) kind returned", "kind=returned"),
        ("correct 9(m1) reason it was late", "reason=it was late"),
        ("correct 9(m1) people Tyler and Preston", "people=Councillor Tyler, Darryl Preston"),
        ("correct 2(e1) mover Leeming", "mover=Councillor Leeming"),
        ("correct 2(e1) elected Barkham", "nominee=Councillor Barkham"),
        ("correct 2(e1) nominee Bradnam", "elected=Councillor Bradnam"),
        ("correct 2(e1) presiding Leigh", "presiding=Edward Leigh"),
        ("correct 5(s1) amendments Page 2 - \"x\" to \"y\"", "amendments=Page 2 - \"x\" to \"y\""),
        ("correct 5(s1) outcome agreed", "outcome=agreed"),
        ("correct 5(s1) outcome deferred", "outcome=deferred"),
        ("correct 5(s1) reason they came late", "outcome=deferred"),
        ("correct 5(s1) set 22 March 2023", "set=22 March 2023"),
        ("correct 4(i1) kind prejudicial", "kind=prejudicial"),
        ("correct 4(i1) items all", "items=all"),
        ("correct 4(i1) items this, 11", "items=7, 11"),
        ("correct 4(i1) consequence leave", "consequence=leave"),
        ("correct 4(i1) sensitive yes", "sensitive=yes"),
        ("correct 4(i1) part paragraph 3", "part=paragraph 3"),
        ("correct 6(t1) text it was done", "text=it was done"),
        ("correct 6(t1) topic District Days", "topic=District Days"),
        ("correct 6(t1) standing done", "standing=done"),
        ("correct 7(q1) asker Bob Hill", "asker=Bob Hill"),
        ("correct 7(q1) text when?", "text=when?"),
        ("correct 7(q1) answer peach: said no.", "answer=John Peach: said no."),
        ("correct 7(q1) supplementary where?", "supplementary=where?"),
        ("correct 7(q1) supplementary-answer chair: said no.", "supplementary-answer=chair: said no."),
        ("correct 7(q1) kind statement", "kind=statement"),
        ("correct 9(d1) verb endorse", "verb=endorse"),
        ("correct 9(d1) method unanimous", "method=unanimous"),
        ("correct 9(d1) text The Panel *AGREED* it.", "text=The Panel *AGREED* it."),
        ("correct 9(d1) reason it was good", "reason=it was good"),
        ("correct 9(d1) reason2 it was cheap", "reason2=it was cheap"),
        ("correct 9(u1) text send it round", "text=send it round"),
        ("correct 9(u1) owner the webmaster", "owner=the webmaster"),
        ("correct 9(u1) owner pcc+", "owner=the Commissioner and his staff"),
        ("correct 9(u1) due", "due="),
        ("correct 9(a1) to The Chief Constable", "to=The Chief Constable"),
        ("correct 9(l1) speaker Peach", "speaker=John Peach"),
        ("correct 9(k1) label it was a test", "label=it was a test"),
        ("correct 9(1) list highlights", "list=highlights"),
        ("correct 9(h1) topic Funds", "topic=Funds"),
        ("correct 9(h1) text Peach: named 36.", "text=John Peach: named 36."),
    ] {
        let mut session = full();
        let reference = line.split(' ').nth(1).unwrap();
        let id = refs::fact(session.state(), reference, None).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let before = values(&session, id);
        run_all(&mut session, &[line]);
        let (name, value) = wanted.split_once('=').unwrap();
        assert!(values(&session, id).contains(&(name.into(), value.into())), "{line}: {:?}", values(&session, id));
        run_all(&mut session, &["undo yes"]);
        assert_eq!(values(&session, id), before, "{line}");
        run_all(&mut session, &["redo"]);
        assert!(values(&session, id).contains(&(name.into(), value.into())), "{line}, done again");
    }
}

#[test]
fn what_a_part_cannot_say_is_refused_in_plain_words() {
    for (line, wanted) in [
        ("correct 9(m1) kind gone", "It cannot be “gone”. It is one of arrived, left, returned, disconnected,"),
        ("correct 9(m1) people nobody known", "Nobody on the roll is called"),
        ("correct 4(i1) person", "That part cannot be left empty."),
        ("correct 4(i1) colour red", "no part “colour”. It has person, items, kind, nature,"),
        ("correct 5(s1) outcome lost", "It cannot be “lost”."),
        ("correct 6(t1) topic", "That part cannot be left empty."),
        ("correct 2(e1) seconder Barkham", "The same person cannot move and second."),
        ("correct 9(d1) verb sing", "no verb of a decision"),
        ("correct 9(x9) text a", "There is nothing at “9(x9)”."),
        ("correct 4(i1) kind personal", "It says that already."),
        ("correct began", "It is not said when it happened."),
    ] {
        let said = run(&mut full(), line).unwrap_err().to_string();
        assert!(said.contains(wanted), "{line}: {said}");
    }
}

#[test]
fn presence_follows_a_corrected_movement_and_its_time() {
    let mut session = busy();
    run_all(&mut session, &["leave Sharp", "point more was said"]);
    let there = |session: &Session, who: &str| session.state().presence(&who.into());
    let left = refs::fact(session.state(), "9(m1)", None).unwrap();
    run_all(&mut session, &["correct 9(m1) people Gowing"]);
    assert_eq!((there(&session, "sharp"), there(&session, "gowing")), (Presence::Present, Presence::Left));
    run_all(&mut session, &[&format!("correct #{} 14:20", left.entry)]);
    let changes = session.state().presences(&"gowing".into()).unwrap().changes();
    let times: Vec<_> = changes.filter(|it| it.value == Presence::Left).map(|it| it.at.time).collect();
    assert_eq!(times, [clock(14, 20)], "a time corrected later moves what was put right before");
    run_all(&mut session, &["undo", "undo"]);
    assert_eq!((there(&session, "sharp"), there(&session, "gowing")), (Presence::Left, Presence::Present));
    run_all(&mut session, &["return Sharp because it was short", "correct 9(m1) reason a train"]);
    assert_eq!(there(&session, "sharp"), Presence::Present, "what happened later stands");
    assert_eq!(session.state().presence_reason(&"sharp".into()), Some("it was short"));
}

#[test]
fn of_a_party_only_those_who_were_there_leave_with_it() {
    let mut session = busy();
    run_all(&mut session, &["absent hudson", "leave preston", "correct 9(m1) people pcc+"]);
    assert_eq!(session.state().presence(&"hudson".into()), Presence::Absent);
    assert_eq!(session.state().presence(&"turner".into()), Presence::Left);
    run_all(&mut session, &["correct 9(m1) people Preston"]);
    assert_eq!(session.state().presence(&"turner".into()), Presence::Present);
}

#[test]
fn office_and_chair_follow_a_corrected_election() {
    let fates = |session: &Session| -> Vec<Fate> {
        let state = session.state();
        let item = state.item(&"item-1".into()).unwrap();
        let fate = |content: &Content| match content {
            Content::Motion(Motion { fate, .. }) => Some(*fate),
            _ => None,
        };
        state.facts_of(item).filter_map(|fact| fate(&fact.content)).collect()
    };
    let mut session = busy();
    run_all(&mut session, &["go 1", "nominate Sharp by Leigh", "nominate Gowing by Barkham", "elect Sharp", "go 3"]);
    assert_eq!(fates(&session), [Fate::Carried, Fate::Lost]);
    run_all(&mut session, &["correct 1(e1) elected Gowing"]);
    let chair = |session: &Session| session.state().office(Office::Chair).map(ToString::to_string);
    let presiding = |session: &Session| session.state().presiding().map(ToString::to_string);
    assert_eq!((chair(&session).as_deref(), presiding(&session).as_deref()), (Some("gowing"), Some("gowing")));
    assert_eq!(fates(&session), [Fate::Lost, Fate::Carried]);
    run_all(&mut session, &["correct 1(e1) elected Jones"]);
    assert_eq!(chair(&session).as_deref(), Some("jones"), "the carried nomination was of somebody else");
    assert_ne!(presiding(&session).as_deref(), Some("jones"), "who was not there cannot take the chair");
    run_all(&mut session, &["undo", "undo"]);
    assert_eq!((chair(&session).as_deref(), presiding(&session).as_deref()), (Some("sharp"), Some("sharp")));
    assert_eq!(fates(&session), [Fate::Carried, Fate::Lost]);
}

#[test]
fn words_are_replaced_in_every_text_and_it_is_said_where_that_was_not_all() {
    for (reference, line, name, wanted) in [
        ("7(q1)", "s/said yes/said no/", "supplementary-answer", "chair: said no."),
        ("7(q1)", "s/really/truly/", "supplementary", "truly?"),
        ("4(i1)", "s/friend/cousin/", "nature", "a cousin"),
        ("5(s1)", "s/word/line/", "amendments", "Paragraph 5 - deletion of a line"),
        ("9(m1)", "s/another/a/", "reason", "of a meeting"),
        ("9(d1)", "s/deadline/target/", "reason", "it met the target"),
        ("9(u1)", "s/meeting/week/", "due", "next week"),
        ("6(t1)", "s/money/funds/", "text", "no funds for it"),
    ] {
        let mut session = full();
        let id = refs::fact(session.state(), reference, None).unwrap();
        session.put_cursor(id);
        run_all(&mut session, &[line]);
        assert!(values(&session, id).contains(&(name.into(), wanted.into())), "{line}: {:?}", values(&session, id));
    }
    let mut session = busy();
    run_all(&mut session, &["point sb foxes and foxes / pcc foxes"]);
    let ran = run(&mut session, "s/foxes/deer/").unwrap();
    assert_eq!(ran.notices, ["“foxes” stood there 3 times; the first was replaced. End with “g” to replace all."]);
    assert!(run(&mut session, "s/foxes/deer/g").unwrap().notices.is_empty());
    let said = run(&mut session, "s/foxes/deer/g").unwrap_err().to_string();
    assert!(said.contains("The last fact has no “foxes”."), "{said}");
}

#[test]
fn a_line_is_completed_with_parts_and_with_what_they_say() {
    let session = full();
    let offered = |line: &str| -> Vec<String> {
        crate::app::command::complete(&session, line).into_iter().map(|found| found.insert).collect()
    };
    assert_eq!(offered("correct 4(i1) na"), ["correct 4(i1) nature "]);
    assert_eq!(offered("correct 4(i1) nature "), ["correct 4(i1) nature a friend"]);
    assert_eq!(offered("correct 4(i1) ").len(), 8);
    assert!(offered("correct 4(i1) nature a").is_empty());
}
