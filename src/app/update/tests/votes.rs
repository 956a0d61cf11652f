//! Motions and votes from end to end: keys in, facts out.

use super::Desk;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::agenda::ItemKind;
use crate::meeting::fact::{Basis, Content, Decision, Fate, Method, Motion, Take, Tally, Way};
use crate::meeting::majority::{Majority, Of};
use crate::meeting::panel::Precept;

const START: [&str; 5] = [
    "present george, leigh, bradnam, barkham, sharp, gowing, leeming, jones, ferguson, varkey, wallwork",
    "call-to-order",
    "preside leigh",
    "go 12",
    "pen room",
];

fn debating() -> Desk {
    let mut session = sample::session();
    sample::run_all(&mut session, &START);
    Desk::new(session)
}

fn motions(desk: &Desk) -> Vec<Motion> {
    facts(desk, |content| if let Content::Motion(motion) = content { Some(motion.clone()) } else { None })
}

fn decisions(desk: &Desk) -> Vec<Decision> {
    facts(desk, |content| if let Content::Decision(decision) = content { Some(decision.clone()) } else { None })
}

fn facts<T>(desk: &Desk, pick: fn(&Content) -> Option<T>) -> Vec<T> {
    let state = desk.model.state();
    let item = state.item(desk.model.session().room().unwrap()).unwrap();
    state.facts_of(item).filter_map(|fact| pick(&fact.content)).collect()
}

fn foot(desk: &Desk) -> String {
    desk.model.pad().unwrap().foot.unwrap().1
}

#[test]
fn proposed_seconded_and_carried_on_a_show_of_hands_in_a_dozen_keys() {
    let mut desk = debating();
    desk.keys("alt-z m").text("That a letter be sent by \"Friday\"").keys("enter").pick("sharp gowing");
    assert_eq!(desk.model.pad().unwrap().rows.len(), 1, "{}", desk.notice());
    desk.keys("enter 7 tab 3 tab 1");
    assert_eq!(foot(&desk), "7 for, 3 against, 1 abstaining: carried, 6 of 10 voting needed.");
    desk.keys("enter");
    assert!(desk.model.pad().is_none(), "{}", desk.notice());
    let [motion] = &motions(&desk)[..] else { panic!() };
    assert_eq!(
        (motion.mover.as_ref().unwrap().as_str(), motion.seconder.as_ref().unwrap().as_str()),
        ("sharp", "gowing")
    );
    assert_eq!((motion.words(), motion.fate), ("That a letter be sent by \"Friday\"", Fate::Carried));
    assert_eq!(motion.takes[0].tally, Some(Tally { yes: 7, no: 3, abstained: 1, not_voting: 0 }));
    assert_eq!(decisions(&desk).len(), 1);
    desk.keys("ctrl-r");
    assert!(desk.model.cover().is_some(), "the words are read back");
}

#[test]
fn the_decision_pad_takes_counts_and_the_rest_of_a_count() {
    let mut desk = debating();
    desk.keys("f4 v 8 tab space enter");
    let [Decision { basis: Some(Basis::Vote { take }), .. }] = &decisions(&desk)[..] else {
        panic!("{}", desk.notice())
    };
    assert_eq!((take.method, take.tally.unwrap().no), (Method::Hands, 3));
    desk.keys("f4 v u");
    let [_, Decision { basis: Some(Basis::Vote { take }), .. }] = &decisions(&desk)[..] else { panic!() };
    assert_eq!(take.method, Method::Unanimous);
}

#[test]
fn names_are_called_and_take_a_key_each() {
    let mut desk = debating();
    desk.keys("f4 v n f f a b n f f f f f");
    assert!(foot(&desk).contains("1 still to account for"), "{}", foot(&desk));
    desk.keys("f enter");
    let [Decision { basis: Some(Basis::Vote { take }), .. }] = &decisions(&desk)[..] else {
        panic!("{}", desk.notice())
    };
    assert_eq!(take.count(), Some(Tally { yes: 8, no: 1, abstained: 1, not_voting: 1 }));
    let against: Vec<&str> =
        take.votes.iter().filter(|vote| vote.way == Way::Against).map(|vote| vote.person.as_str()).collect();
    assert_eq!((take.method, against), (Method::Names, vec!["barkham"]));
}

#[test]
fn a_tie_asks_for_the_casting_vote_and_the_chair_may_declare_otherwise() {
    let mut desk = debating();
    let text = |desk: &mut Desk, words: &str| {
        desk.keys("alt-z m").text(words).keys("enter enter enter enter");
    };
    text(&mut desk, "That it be red");
    desk.keys("5 tab 5 tab 1 enter b");
    assert_eq!(desk.notice(), "");
    text(&mut desk, "That it be blue");
    desk.keys("5 tab 6 d");
    assert!(foot(&desk).starts_with("Declared CARRIED, though:"), "{}", foot(&desk));
    desk.keys("enter");
    text(&mut desk, "That it be green");
    desk.keys("5 tab 5 tab 1 enter c");
    let found: Vec<_> = motions(&desk).into_iter().map(|motion| (motion.fate, motion.takes)).collect();
    let [(Fate::Lost, red), (Fate::Carried, blue), (Fate::Lost, green)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(red[0].casting.as_ref().map(|casting| casting.way), Some(Way::Against));
    assert!(blue[0].carried && green[0].casting.is_none());
}

#[test]
fn a_veto_is_measured_by_members_and_never_by_those_present() {
    let mut opened = sample::opened();
    opened.body.rules.majorities =
        vec![Majority { name: "veto".into(), of: 2, over: 3, more_than: false, base: Of::Members }];
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &START);
    let mut desk = Desk::new(session);
    desk.keys("f4 v y 8 tab 0 tab 3");
    assert_eq!(foot(&desk), "8 of 13 members, need 9: lost.");
    desk.keys("enter");
    let [Motion { takes, fate: Fate::Lost, .. }] = &motions(&desk)[..] else { panic!("{}", desk.notice()) };
    let [Take { majority: Some(rule), .. }] = &takes[..] else { panic!() };
    assert_eq!(rule.name, "veto");
}

#[test]
fn a_veto_is_put_by_its_own_rule_without_being_asked() {
    let mut opened = sample::opened();
    let majority = Majority { name: "veto".into(), of: 2, over: 3, more_than: false, base: Of::Members };
    opened.body.rules.majorities.push(majority);
    let twelfth = opened.agenda.items.get_mut(11).unwrap();
    twelfth.kind = ItemKind::Precept(Precept { proposed: Some("an increase of £14".into()), ..Precept::default() });
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &START);
    let mut desk = Desk::new(session);
    desk.keys("f4 t").text("The Panel *AGREED* to *VETO* the precept as too high").keys("enter enter");
    assert_eq!(
        desk.model.pad().unwrap().title,
        "Vote by show of hands, rule: veto",
        "agreeing to it asks for its votes"
    );
    desk.keys("7 tab 4");
    assert_eq!(foot(&desk), "7 of 13 members, need 9: lost.");
    desk.keys("esc esc alt-z m").text("That the proposed precept be vetoed").keys("enter").pick("sharp gowing");
    desk.keys("enter 9 tab 2");
    assert_eq!(foot(&desk), "9 of 13 members, need 9: carried.");
    desk.keys("esc alt-z m")
        .text("That the precept be not vetoed")
        .keys("enter")
        .pick("sharp gowing")
        .keys("enter 6 tab 5");
    assert_eq!(foot(&desk), "6 for, 5 against: carried, 6 of 11 voting needed.");
}

#[test]
fn amendments_are_dealt_with_first_and_a_motion_is_put_in_parts() {
    let mut desk = debating();
    desk.keys("alt-z m").text("That a letter be sent").keys("enter enter enter s").pick("gowing");
    desk.keys("a end").text(" soon").keys("enter").pick("sharp jones").keys("c");
    let [motion, amendment] = &motions(&desk)[..] else { panic!("{}", desk.notice()) };
    assert_eq!((motion.words(), amendment.fate), ("That a letter be sent soon", Fate::Accepted));
    desk.keys("d").keys("ctrl-u").text("That a letter be sent / That it be soon").keys("enter");
    assert_eq!(desk.notice(), "");
    desk.keys("enter 9 tab 2 enter alt-q 2 tab 9 enter");
    let motion = &motions(&desk)[0];
    let fates: Vec<Fate> = motion.parts.iter().map(|part| part.fate).collect();
    assert_eq!(fates, [Fate::Carried, Fate::Lost], "{}", desk.notice());
    assert_eq!(decisions(&desk).len(), 1);
}

#[test]
fn procedures_alternatives_and_a_vote_taken_again() {
    let mut desk = debating();
    desk.keys("alt-z m").text("That it be red").keys("enter enter enter");
    desk.keys("m").text("That it be blue").keys("enter enter enter p b enter enter");
    desk.keys("enter 9 tab 2 enter alt-z x 4 enter 6 enter 1 enter");
    assert_eq!(desk.notice(), "");
    desk.keys("enter 6 tab 5 enter alt-q 5 tab 6 enter");
    let fates: Vec<Fate> = motions(&desk).into_iter().map(|motion| motion.fate).collect();
    assert_eq!(fates, [Fate::Fallen, Fate::Lost, Fate::Carried], "{}", desk.notice());
    assert_eq!(motions(&desk)[1].takes.len(), 2);
    assert!(decisions(&desk).is_empty(), "the vote taken again took its decision back");
}
