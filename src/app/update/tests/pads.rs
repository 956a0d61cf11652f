//! Pads from end to end: keys in, facts out.

use super::{Desk, keymap};
use super::{Message, update};
use crate::app::keymap::Context;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::agenda::Office;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Move, PublicQuestion, Speaker};

fn contents(desk: &Desk) -> Vec<Content> {
    let state = desk.model.state();
    let item = state.item(desk.model.session().room().unwrap()).unwrap();
    state.facts_of(item).map(|fact| fact.content.clone()).collect()
}

fn questions(desk: &Desk) -> Vec<PublicQuestion> {
    let question = |content| match content {
        Content::Question(question) => Some(question),
        _ => None,
    };
    contents(desk).into_iter().filter_map(question).collect()
}

#[test]
fn a_question_leads_to_its_answer_and_its_supplementary() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 7", "pen 9"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 q").text("Ann Hill of the parish council of Oakham Magna").keys("enter");
    desk.text("3 buses were cancelled: why?").keys("enter");
    assert_eq!(desk.notice(), "");
    desk.text("pcc").keys("enter").text("said that drivers were ill").keys("enter");
    desk.text("When will it end?").keys("enter").keys("enter").text("He could not say").keys("enter");
    desk.keys("s").text("Mr Green: The verge is a disgrace.").keys("enter enter");
    desk.keys("q").text("Ann Hill").keys("enter").text("And the bench?").keys("enter").keys("enter enter esc");
    assert!(desk.model.pad().is_none(), "{}", desk.notice());
    let asked = questions(&desk);
    let [first, statement, last] = asked.as_slice() else { panic!("{asked:?}") };
    assert_eq!(first.asker, "Ann Hill of the parish council of Oakham Magna");
    assert_eq!(first.text, "3 buses were cancelled: why?");
    let answer = first.answer.as_ref().unwrap();
    assert_eq!(answer.speaker, Speaker::Person("preston".into()));
    assert_eq!(answer.text, "said that drivers were ill");
    assert_eq!(first.supplementary.as_deref(), Some("When will it end?"));
    assert_eq!(first.supplementary_answer.as_ref().map(|turn| turn.text.as_str()), Some("He could not say"));
    assert!(statement.statement && statement.answer.is_none());
    assert!(last.answer.is_none() && last.supplementary.is_none());
}

#[test]
fn reports_on_actions_go_to_the_review_wherever_the_pen_is() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 6", "pen 9"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("logo").text("No money for one").keys("enter");
    let updates = contents(&desk).into_iter().filter(|content| matches!(content, Content::Update(_))).count();
    assert_eq!(updates, 1, "{}", desk.notice());
}

#[test]
fn reasons_and_recommendations_are_given_in_the_decision_pad() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 10"]);
    let mut desk = Desk::new(session);
    desk.keys("f4 w");
    assert!(desk.notice().contains("a reason follows a decision"), "{}", desk.notice());
    desk.keys("enter f4 w").text("It was clear.").keys("enter");
    desk.keys("f4 m").text("The Commissioner").keys("enter").text("report back in May").keys("enter");
    let found = contents(&desk);
    let reasons = found.iter().find_map(|content| match content {
        Content::Decision(decision) => Some(decision.reasons.clone()),
        _ => None,
    });
    assert_eq!(reasons, Some(vec!["It was clear.".to_owned()]), "{}", desk.notice());
    let advised = found.iter().any(
        |content| matches!(content, Content::Recommendation(it) if it.to == "The Commissioner" && it.decision.is_some()),
    );
    assert!(advised, "{}", desk.notice());
}

#[test]
fn of_several_nominees_one_is_chosen() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present all", "present usual", "next", "next"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("george leigh barkham").pick("bradnam leigh barkham").keys("enter");
    assert_eq!(desk.model.pad().unwrap().rows.len(), 2, "only those nominated can be elected");
    desk.pick("bradnam");
    assert_eq!(desk.notice(), "");
    assert_eq!(desk.model.state().office(Office::Chair), Some(&"bradnam".into()));
    assert!(desk.model.pad().is_none());
}

#[test]
fn votes_between_nominees_are_counted_and_a_tie_is_settled_by_a_letter() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present all", "present usual", "next", "next"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("george leigh barkham").pick("bradnam leigh barkham").keys("1 6 tab 6 tab 1");
    let foot = desk.model.pad().unwrap().foot.unwrap().1;
    assert_eq!(foot, "A tie between Claire George, Councillor Bradnam.");
    desk.keys("enter");
    assert!(desk.model.pad().unwrap().lead.unwrap().starts_with("Round 1: A tie between"));
    desk.keys("l").pick("bradnam");
    assert_eq!(desk.model.state().office(Office::Chair), Some(&"bradnam".into()), "{}", desk.notice());
}

#[test]
fn who_goes_goes_for_the_item_or_with_a_connection_by_a_digit() {
    let mut desk = Desk::new(sample::busy());
    let presence = |desk: &Desk, who: &str| desk.model.state().presence(&who.into());
    desk.keys("f9 3").pick("gowing");
    assert_eq!(presence(&desk, "gowing"), Presence::Left, "{}", desk.notice());
    desk.keys("f9").pick("gowing");
    assert_eq!(presence(&desk, "gowing"), Presence::Present, "a lost connection is there again");
    desk.keys("f9 2").pick("sharp");
    desk.keys("f9 4").pick("barkham").text("in protest").keys("enter");
    let said: Vec<_> = contents(&desk)
        .into_iter()
        .filter_map(|content| match content {
            Content::Movement(movement) => Some((movement.moved, movement.manner, movement.for_item.is_some())),
            _ => None,
        })
        .collect();
    let wanted = [
        (Move::Disconnected, None, false),
        (Move::Reconnected, None, false),
        (Move::Left, None, true),
        (Move::Left, Some("in protest".to_owned()), false),
    ];
    assert_eq!(said, wanted);
}

#[test]
fn a_chair_who_leaves_is_followed_with_one_key() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("alt-g");
    let chair = desk.model.state().presiding().cloned();
    desk.keys("f9").pick(chair.as_ref().map_or("", |person| person.as_str()));
    assert!(desk.notice().contains("Nobody presides: Alt-G puts"), "{}", desk.notice());
    desk.keys("alt-g");
    assert!(desk.model.state().presiding().is_some_and(|person| Some(person) != chair.as_ref()), "{}", desk.notice());
}

#[test]
fn an_undertaking_is_due_when_it_was_said_whatever_the_words() {
    let due = |desk: &Desk| match contents(desk).pop() {
        Some(Content::Action(action)) => action.due,
        other => panic!("{other:?}"),
    };
    let mut desk = Desk::new(sample::busy());
    desk.text("pcc would circulate the plan by next meeting.").keys("enter f7 enter");
    assert_eq!(due(&desk).as_deref(), Some("next meeting"), "{}", desk.notice());
    desk.text("pcc would provide figures").keys("enter f7 d").text("by as soon as he could").keys("enter enter");
    assert_eq!(due(&desk).as_deref(), Some("as soon as he could"), "{}", desk.notice());
}

#[test]
fn the_closing_list_follows_the_agenda_and_says_nothing_of_being_open() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("ctrl-k");
    let rows: Vec<String> = desk.model.pad().unwrap().rows.into_iter().map(|row| row.text).collect();
    assert!(rows.iter().all(|row| !row.contains("has not been closed")), "{rows:?}");
    let place = |title: &str| rows.iter().position(|row| row.contains(title) && row.contains("not been taken"));
    let (first, second) = (place("Declarations of Interest"), place("Administration Costs"));
    assert!(first.is_some() && first < second, "{rows:?}");
}

fn rows(desk: &Desk) -> Vec<String> {
    desk.model.pad().map_or_else(Vec::new, |pad| pad.rows.into_iter().map(|row| row.text).collect())
}

/// Goes down the open list to the row that holds `text`, and presses Enter on it.
fn enter(desk: &mut Desk, text: &str) {
    let row =
        rows(desk).iter().position(|row| row.contains(text)).unwrap_or_else(|| panic!("{text}: {:?}", rows(desk)));
    desk.keys(&"down ".repeat(row)).keys("enter");
}

#[test]
fn half_typed_text_is_on_the_closing_list_which_leads_to_it() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("alt-l");
    assert!(rows(&desk).iter().all(|row| !row.contains("half typed")));
    desk.keys("esc").text("half a sent").keys("f6").text("integ").keys("tab");
    desk.text("and anoth").keys("alt-l");
    let waiting: Vec<String> = rows(&desk).into_iter().filter(|row| row.contains("is half typed, under “")).collect();
    assert_eq!(waiting.len(), 2, "{waiting:?}");
    enter(&mut desk, "“half a sent”");
    assert_eq!(desk.model.editor().text(), "half a sent", "{}", desk.notice());
    desk.text("ence. ").keys("alt-l");
    enter(&mut desk, "“and anoth”");
    assert_eq!(desk.model.editor().text(), "and anoth", "{}", desk.notice());
}

#[test]
fn words_begun_for_a_fact_are_led_to_as_well() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("up up ctrl-e").text(" and more").keys("f6").text("integ").keys("tab alt-l");
    assert!(desk.model.editor().is_empty() && desk.model.writing().fact().is_none());
    enter(&mut desk, "half typed");
    assert!(desk.model.writing().fact().is_some() && desk.model.editor().text().ends_with("and more"));
}

#[test]
fn the_finish_time_is_told_when_it_is_near() {
    let mut opened = sample::opened();
    opened.body.rules.finish = chrono::NaiveTime::from_hms_opt(15, 0, 0);
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &["present all", "present usual", "call-to-order", "go 9"]);
    let mut desk = Desk::new(session);
    let told = |desk: &mut Desk, hour, minute| {
        update(&mut desk.model, Message::Tick(sample::clock(hour, minute)));
        desk.model.margin(9).iter().find(|line| line.contains("finish time")).map(ToString::to_string)
    };
    let (early, before) = (told(&mut desk, 14, 44), desk.model.urgent());
    assert_eq!(early, None);
    assert_eq!(told(&mut desk, 14, 45).as_deref(), Some("15 minutes are left to the finish time, 15:00."));
    assert_eq!(desk.model.urgent(), before + 1);
    assert_eq!(told(&mut desk, 14, 59).as_deref(), Some("1 minute is left to the finish time, 15:00."));
    assert_eq!(told(&mut desk, 15, 0).as_deref(), Some("The finish time, 15:00, has passed."));
    update(&mut desk.model, Message::Key("ctrl-k".parse().unwrap(), sample::clock(15, 0)));
    assert!(rows(&desk).iter().any(|row| row.contains("has passed")), "{:?}", rows(&desk));
}

#[test]
fn the_edit_key_opens_the_parts_of_a_fact_and_each_is_put_right() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 4", "declare Barkham in 9 kind personal because \"a friend\""]);
    let mut desk = Desk::new(session);
    desk.keys("ctrl-e");
    let rows: Vec<String> = desk.model.pad().unwrap().rows.into_iter().map(|row| row.text).collect();
    assert_eq!(rows[..4], ["Councillor Barkham", "9", "personal", "a friend"]);
    desk.keys("d backspace backspace backspace backspace backspace backspace").text("cousin").keys("enter");
    desk.keys("a enter");
    assert_eq!(desk.notice(), "", "what is left as it was is no correction");
    desk.keys("b").text(", nowhere").keys("enter");
    assert!(desk.model.pad().unwrap().foot.unwrap().1.contains("There is no item “nowhere”."), "{}", desk.notice());
    desk.keys("esc esc");
    assert!(desk.model.pad().is_none());
    let Some(Content::Declaration(declaration)) = contents(&desk).pop() else { panic!("no declaration") };
    assert_eq!(declaration.nature.as_deref(), Some("a cousin"));
}

#[test]
fn undoing_a_correction_takes_back_what_followed_from_it() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["leave Sharp"]);
    let mut desk = Desk::new(session);
    let left = |desk: &Desk, who: &str| desk.model.state().presence(&who.into()) == Presence::Left;
    desk.keys("down ctrl-e enter ctrl-u").text("Gowing").keys("enter esc");
    assert!(left(&desk, "gowing") && !left(&desk, "sharp"), "{}", desk.notice());
    desk.keys("ctrl-z");
    assert!(left(&desk, "sharp") && !left(&desk, "gowing"), "{}", desk.notice());
}

#[test]
fn an_election_that_was_held_is_corrected_or_voted_on_again() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present all", "present usual", "next", "next", "elect george by leigh"]);
    let elections =
        |desk: &Desk| contents(desk).into_iter().filter(|content| matches!(content, Content::Election(_))).count();
    let mut desk = Desk::new(session);
    desk.keys("f4");
    assert!(desk.model.pad().unwrap().lead.unwrap().contains("was elected here already"));
    desk.keys("enter a esc");
    assert_eq!(elections(&desk), 1, "nobody is elected a second time by the usual keys");
    desk.keys("f4 c").pick("bradnam leigh barkham").keys("enter");
    assert_eq!((elections(&desk), desk.notice()), (1, ""));
    assert_eq!(desk.model.state().office(Office::Chair), Some(&"bradnam".into()));
    desk.keys("f4 v").pick("george leigh barkham").keys("enter");
    assert_eq!((elections(&desk), desk.notice()), (2, ""));
}

#[test]
fn a_refused_nomination_says_why_beside_the_answer_that_it_names() {
    let mut session = sample::session();
    sample::run_all(&mut session, &["present all", "present usual", "next", "next"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("george leigh leigh");
    let pad = desk.model.pad().unwrap();
    assert!(pad.foot.unwrap().1.contains("cannot nominate and second"));
    desk.pick("barkham").keys("enter");
    assert_eq!(desk.model.state().office(Office::Chair), Some(&"george".into()), "{}", desk.notice());
}

#[test]
fn a_declaration_lists_the_items_that_it_asks_for() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["go 4"]);
    let mut desk = Desk::new(session);
    desk.keys("f4").pick("barkham").text("admin");
    let rows = desk.model.pad().unwrap().rows;
    assert!(rows.iter().all(|row| row.text.to_lowercase().contains("admin")) && !rows.is_empty(), "{rows:?}");
}

#[test]
fn no_chord_is_taken_for_the_letter_of_a_pad() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("alt-z m").text("That it be red").keys("enter enter enter enter 2 tab 9 enter");
    desk.keys("alt-z alt-v");
    assert_eq!(desk.model.pad().unwrap().title, "The course of the meeting", "the vote is not taken again");
    let bound = |chord: &String| {
        let key = chord.parse().unwrap();
        [Context::Pad, Context::Pen].iter().any(|context| keymap().get(*context, key).is_some())
    };
    let chords = ('a'..='z').flat_map(|letter| [format!("alt-{letter}"), format!("ctrl-{letter}")]);
    let free: Vec<String> = chords.filter(|chord| !bound(chord)).collect();
    assert!(free.len() > 10, "{free:?}");
    let map = keymap();
    for pad in map.rows().filter_map(|(_, _, run)| run.strip_prefix("pad ")) {
        let mut desk = Desk::new(sample::busy());
        desk.keys(":").text(&format!("pad {pad}")).keys("enter");
        let shown = |desk: &Desk| desk.model.pad().map(|pad| (pad.title, pad.lead, pad.rows.len()));
        let (before, recorded) = (shown(&desk), desk.entries().len());
        desk.keys(&free.join(" "));
        assert_eq!((shown(&desk), desk.entries().len()), (before, recorded), "{pad}");
    }
}

#[test]
fn what_a_pad_recorded_is_undone_without_leaving_it() {
    let mut desk = Desk::new(sample::busy());
    let gone = |desk: &Desk| desk.model.state().presence(&"gowing".into()) == Presence::Left;
    desk.keys("f5 5").pick("gowing");
    assert!(gone(&desk));
    desk.keys("ctrl-z");
    assert!(!gone(&desk) && desk.model.pad().is_some(), "{}", desk.notice());
    desk.keys("ctrl-y");
    assert!(gone(&desk) && desk.model.pad().is_some(), "{}", desk.notice());
    desk.keys("7").pick("gowing").keys("ctrl-z");
    assert!(gone(&desk), "a question that is asked is not pulled from under the answer");
}

#[test]
fn the_chord_that_asked_for_words_records_them() {
    let mut desk = Desk::new(sample::busy());
    desk.keys("alt-r").text("chair thanked the staff.").keys("alt-r");
    assert!(desk.model.command().is_none());
    let last = contents(&desk).pop();
    assert!(matches!(last, Some(Content::Point(point)) if point.turns[0].text.contains("thanked the staff")));
    desk.keys("alt-r").text("half").keys("alt-v esc : up");
    assert!(desk.model.command().unwrap().text.contains("remark half"), "another chord puts the line by");
}
