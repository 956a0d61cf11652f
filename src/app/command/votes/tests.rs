//! Votes as command lines: numbers, names, choices, and what they are refused for.

use super::numbers;
use crate::app::sample::{self, run, run_all};
use crate::app::session::Session;
use crate::meeting::fact::{Basis, Content, Decision, Fate, Method, Motion, Verb};

/// The sample panel debating item 12, with Leigh in the chair.
fn debating() -> Session {
    let mut session = sample::session();
    let present = "present george, leigh, bradnam, barkham, sharp, gowing, leeming, jones, ferguson";
    run_all(&mut session, &[present, "call-to-order", "preside leigh", "go 12", "pen room"]);
    session
}

fn contents(session: &Session) -> Vec<&Content> {
    let state = session.state();
    state.facts_of(state.item(session.room().unwrap()).unwrap()).map(|fact| &fact.content).collect()
}

fn decisions(session: &Session) -> Vec<&Decision> {
    let found = contents(session).into_iter();
    found.filter_map(|content| if let Content::Decision(it) = content { Some(it) } else { None }).collect()
}

fn motions(session: &Session) -> Vec<&Motion> {
    let found = contents(session).into_iter();
    found.filter_map(|content| if let Content::Motion(it) = content { Some(it) } else { None }).collect()
}

fn refused(session: &mut Session, line: &str) -> String {
    run(session, line).unwrap_err().to_string()
}

#[test]
fn counts_are_whole_numbers_however_they_are_parted() {
    for text in ["7 3 1", "7-3-1", "7 – 3 – 1", "7, 3, 1", "7/3/1"] {
        assert_eq!(numbers(text), Ok(vec![7, 3, 1]), "{text}");
    }
    for text in ["-1 0", "7 -3", "seven", "1.5"] {
        assert!(numbers(text).is_err(), "{text}");
    }
}

#[test]
fn a_name_that_is_repeated_in_a_vote_is_refused_by_name() {
    let mut session = debating();
    run_all(&mut session, &["motion That it be red by sharp seconded gowing"]);
    for line in [
        "vote names for sharp, gowing, sharp against leeming",
        "vote names for sharp, gowing against leeming, sharp",
        "vote names for sharp, gowing and sharp",
    ] {
        let said = refused(&mut session, line);
        assert!(said.contains("Sharp is named twice"), "{line}: {said}");
    }
    run_all(&mut session, &["vote names for sharp, gowing against leeming"]);
    assert_eq!(motions(&session)[0].takes[0].votes.len(), 3);
}

#[test]
fn one_of_several_motions_is_chosen_by_name() {
    let mut session = debating();
    run_all(&mut session, &["motion That it be red", "motion That it be blue", "contest"]);
    for (line, said) in [
        ("choose names 1: sharp, gowing; 2: sharp", "Sharp is named twice"),
        ("choose names 1: sharp, sharp; 2: gowing", "Sharp is named twice"),
        ("choose names 3: sharp", "no motion 3"),
        ("choose names 1: sharp; gowing", "who chose what"),
        ("choose names", "names nobody"),
    ] {
        let refusal = refused(&mut session, line);
        assert!(refusal.contains(said), "{line}: {refusal}");
    }
    run_all(&mut session, &["choose names 1: sharp, gowing; 2: leeming, jones and ferguson"]);
    let fates: Vec<Fate> = motions(&session).iter().map(|motion| motion.fate).collect();
    assert_eq!(fates, [Fate::Fallen, Fate::Open]);
    let Some(Content::Contest(held)) = contents(&session).into_iter().find(|it| matches!(it, Content::Contest(_)))
    else {
        panic!()
    };
    assert_eq!((held.rounds[0].choices.len(), held.rounds[0].counts.len()), (5, 0));
}

#[test]
fn a_casting_vote_that_nobody_asks_for_is_refused_with_the_motion() {
    let mut session = debating();
    run_all(&mut session, &["motion That it be red", "vote hands 5 3"]);
    let said = refused(&mut session, "casting for");
    assert!(said.contains("“That it be red” was carried"), "{said}");
    run_all(&mut session, &["motion That it be blue", "vote hands 3 5"]);
    let said = refused(&mut session, "casting against");
    assert!(said.contains("“That it be blue” is settled and was not carried"), "{said}");
}

#[test]
fn how_it_was_agreed_stands_before_the_words_of_a_decision() {
    for (line, method, words) in [
        ("decide unanimous That a letter be sent", Method::Unanimous, "That a letter be sent"),
        ("decide nobody-against That a letter be sent", Method::NobodyAgainst, "That a letter be sent"),
        ("decide hands That a letter be sent", Method::Hands, "That a letter be sent"),
        ("decide assent That a letter be sent", Method::Assent, "That a letter be sent"),
        ("decide That a letter be sent unanimously", Method::Assent, "That a letter be sent unanimously"),
    ] {
        let mut session = debating();
        run_all(&mut session, &[line]);
        let [decision] = decisions(&session)[..] else { panic!("{line}") };
        let Some(Basis::Declared { method: found, .. }) = &decision.basis else { panic!("{line}") };
        assert_eq!((*found, decision.words()), (method, words), "{line}");
    }
    let mut session = debating();
    run_all(&mut session, &["draft That a letter be sent", "decide unanimous"]);
    let Some(Basis::Declared { method, .. }) = &decisions(&session)[0].basis else { panic!() };
    assert_eq!((*method, decisions(&session).len()), (Method::Unanimous, 1));
    let said = refused(&mut session, "decide hands 7 2 That two letters be sent");
    assert!(said.contains("vote hands 7 2 That two letters be sent"), "{said}");
}

#[test]
fn what_is_put_off_is_decided_and_the_item_is_deferred_with_it() {
    use crate::meeting::event::ItemState;
    let mut session = debating();
    run_all(&mut session, &["put-off to 20 September 2023 because \"the report is late\""]);
    let [decision] = decisions(&session)[..] else { panic!() };
    assert_eq!((decision.verb, decision.reasons.len()), (Verb::Defer, 1));
    let item = session.state().item(session.room().unwrap()).unwrap();
    assert!(matches!(&item.state, ItemState::Deferred { to: Some(to), .. } if to == "20 September 2023"));
    // Only something under the item is put off: the item stays.
    let mut session = debating();
    run_all(&mut session, &["put-off the grant to the next meeting"]);
    assert_eq!(session.state().item(session.room().unwrap()).unwrap().state, ItemState::Open);
    assert_eq!(session.follow(), None, "nothing more is asked for");
}
