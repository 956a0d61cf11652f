//! What keeps the clerk from the wrong key: questions that are seen, pads that close, words that the paper asks for.

use super::Desk;
use crate::app::pad::names;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::agenda::AgendaItem;
use crate::meeting::event::{Opened, Sitting};
use crate::meeting::fact::{Basis, Content, Decision, Paragraph};
use crate::meeting::id::PersonId;

const SITTING: [&str; 4] =
    ["present leigh, george, bradnam, barkham, sharp, gowing", "call-to-order", "preside leigh", "go approach"];

/// The sample meeting, altered before it begins, with the room at item 10.
fn altered(alter: impl FnOnce(&mut Opened)) -> Desk {
    let mut opened = sample::opened();
    alter(&mut opened);
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &SITTING);
    Desk::new(session)
}

fn tenth(opened: &mut Opened) -> &mut AgendaItem {
    &mut opened.agenda.items[9]
}

fn decisions(desk: &Desk) -> Vec<Decision> {
    let state = desk.model.state();
    let item = state.item(desk.model.session().room().unwrap()).unwrap();
    let decision = |content: &Content| if let Content::Decision(it) = content { Some(it.clone()) } else { None };
    state.facts_of(item).filter_map(|fact| decision(&fact.content)).collect()
}

fn lead(desk: &Desk) -> String {
    desk.model.pad().unwrap().lead.unwrap_or_default()
}

#[test]
fn a_question_stands_before_what_was_answered() {
    let mut desk = altered(|_| {});
    desk.keys("alt-z m").text(&"That *all* be done again ".repeat(9)).keys("enter");
    assert!(lead(&desk).starts_with("Moved by whom? — That all be done"), "{}", lead(&desk));
    desk.keys("a");
    assert!(lead(&desk).starts_with("Seconded by whom? — "), "{}", lead(&desk));
    let enter = |desk: &Desk| desk.model.pad().unwrap().hints[0].text.clone();
    assert_eq!(enter(&desk), "leave it out");
    desk.keys("down");
    assert_eq!(enter(&desk), "do it");
}

#[test]
fn a_vote_by_name_asks_who_wanted_the_names_where_the_rules_say_how_many_must() {
    for (rule, asked) in [(Some(2), vec!["sharp", "gowing"]), (None, Vec::new())] {
        let mut desk = altered(|opened| opened.body.rules.recorded_vote = rule);
        desk.keys("f4 v n f f f a a f enter");
        if rule.is_some() {
            assert!(decisions(&desk).is_empty());
            desk.text("sharp, gowing").keys("enter");
        }
        let [Decision { basis: Some(Basis::Vote { take }), .. }] = &decisions(&desk)[..] else {
            panic!("{}", desk.notice())
        };
        assert_eq!(take.asked_by.iter().map(PersonId::as_str).collect::<Vec<_>>(), asked);
    }
}

#[test]
fn what_the_paper_recommends_is_offered_as_it_is_worded() {
    let asked = "That the Clerk be asked to write to the Home Office.";
    for (offer, recommended, wanted) in [
        (None, asked, Some(0)),
        (Some("note-report"), asked, Some(1)),
        (Some("note-report"), "To note the report.", None),
        (None, "Members are asked to consider it.", None),
    ] {
        let mut desk = altered(|opened| {
            let item = tenth(opened);
            item.offer = offer.map(str::to_owned);
            item.paper.recommendation = Some(recommended.to_owned());
        });
        desk.keys("f4");
        let rows = desk.model.pad().unwrap().rows;
        assert_eq!(rows.iter().position(|row| row.note == "recommended"), wanted, "{recommended}");
        if wanted == Some(0) {
            desk.keys("enter");
            assert_eq!(decisions(&desk)[0].words(), asked, "{}", desk.notice());
        }
    }
}

#[test]
fn the_key_after_a_reason_decides_nothing_and_a_second_decision_is_told_of() {
    let mut desk = altered(|_| {});
    desk.keys("f4 enter f4 w").text("It was clear.").keys("enter");
    assert!(desk.model.pad().is_none());
    desk.keys("enter f4");
    assert!(lead(&desk).contains("already"), "{}", lead(&desk));
    assert_eq!(decisions(&desk).len(), 1);
}

#[test]
fn a_colon_opens_the_command_line_over_a_pad() {
    let mut desk = altered(|_| {});
    desk.keys("f4").text(":reason It was clear.").keys("esc");
    assert_eq!(lead(&desk), "Enter records it as agreed.");
    desk.text(":go 9").keys("enter");
    assert!(desk.model.pad().is_none(), "the pad was about item 10");
    assert!(decisions(&desk).is_empty());
}

#[test]
fn a_question_does_not_outlive_what_it_is_about() {
    let mut desk = altered(|_| {});
    desk.keys("ctrl-z");
    assert_eq!(desk.model.pad().unwrap().rows[0].text, "Take it back");
    desk.keys("f8 f5 f5");
    assert!(desk.model.pad().is_none());
}

#[test]
fn what_is_wrong_with_taking_an_item_is_said_when_the_room_comes_to_it() {
    let mut desk = altered(|opened| opened.agenda.items[10].private = vec![Paragraph::Affairs]);
    desk.keys("f2");
    assert!(desk.notice().contains("was to be taken in private"), "{}", desk.notice());
    assert!(desk.notice().ends_with("Alt-F shows what to do."), "{}", desk.notice());
    desk.keys("f2");
    assert!(!desk.notice().contains("private"), "{}", desk.notice());
}

#[test]
fn pads_name_an_item_by_its_number_on_the_agenda_where_that_is_clear() {
    for (first, wanted) in [(None, "10"), (Some(61), "10"), (Some(5), "item-10")] {
        let desk = altered(|opened| opened.agenda.first_minute = first);
        let item = desk.model.session().room().unwrap();
        assert_eq!(names::item(desk.model.state(), item), wanted, "{first:?}");
    }
}

#[test]
fn the_command_that_closes_shows_the_list_first() {
    let closed = |desk: &Desk| desk.model.state().sitting() == Sitting::Closed;
    for typed in ["close 14:39", "at 14:39 close"] {
        let mut desk = Desk::new(sample::busy());
        desk.keys(":").text(typed).keys("enter");
        let list = desk.model.pad().unwrap();
        assert_eq!((list.title.as_str(), closed(&desk)), ("Before closing", false), "{typed}");
        assert!(list.lead.unwrap().contains(typed), "what was typed is what c runs");
        desk.keys("c");
        assert!(closed(&desk) && desk.model.pad().is_none(), "{typed}");
        let when = desk.entries().last().unwrap().when.unwrap();
        assert_eq!(desk.model.state().local(when).time().to_string(), "14:39:00");
    }
    let mut desk = Desk::new(sample::busy());
    desk.keys(":").text("close").keys("enter :").text("close").keys("enter");
    assert!(closed(&desk) && desk.model.pad().is_none(), "typed again with the list in view, it closes");
}
