//! Interests at the keyboard: declared in a few keys, remembered at their items, carried out with one.

use super::Desk;
use crate::app::sample;
use crate::app::session::Session;
use crate::meeting::Meeting;
use crate::meeting::agenda::Office;
use crate::meeting::body::InterestKind;
use crate::meeting::event::Presence;
use crate::meeting::fact::{Consequence, Content, Declaration};

const KINDS: [(&str, Consequence); 4] = [
    ("disclosable pecuniary", Consequence::Leave),
    ("other registrable", Consequence::SpeakThenLeave),
    ("non-registrable", Consequence::StayNoVote),
    ("personal", Consequence::Stay),
];

/// The sample meeting of a body that lists its kinds of interest, at the item for declarations.
fn listed() -> Session {
    with_notice(Vec::new())
}

/// As [`listed`], with interests of which notice was given.
fn with_notice(declared: Vec<Declaration>) -> Session {
    let mut opened = sample::opened();
    opened.agenda.declared = declared;
    let kind = |(name, consequence): (&str, Consequence)| InterestKind { name: name.to_owned(), consequence };
    opened.body.rules.interests = KINDS.map(kind).into();
    opened.body.chair = Some("george".into());
    opened.body.vice_chair = Some("leigh".into());
    opened.agenda.opens = None;
    let mut session = Session::new(Meeting::new(opened), "clerk");
    sample::run_all(&mut session, &["present all", "present usual", "call-to-order", "go 4"]);
    session
}

fn declared(session: &Session) -> Vec<Declaration> {
    let state = session.state();
    let mut ids: Vec<_> = state.declared().collect();
    ids.sort_unstable();
    let of = |id| match state.content(id) {
        Some(Content::Declaration(declaration)) => Some(declaration.clone()),
        _ => None,
    };
    ids.into_iter().filter_map(of).collect()
}

#[test]
fn interests_in_the_rooms_item_are_known() {
    let mut session = sample::busy();
    sample::run_all(&mut session, &["declare barkham in 9", "declare sharp in 10"]);
    let mut desk = Desk::new(session);
    assert_eq!(desk.model.interests(), [("barkham".into(), "declared")]);
    desk.text(":declare leigh").keys("enter");
    assert_eq!(desk.model.interests().len(), 2);
    desk.keys("ctrl-z");
    assert_eq!(desk.model.interests(), [("barkham".into(), "declared")], "{}", desk.notice());
    desk.keys("f2");
    assert_eq!(desk.model.interests(), [("sharp".into(), "declared")]);
}

#[test]
fn a_line_says_all_that_is_declared() {
    for (line, kind, consequence) in [
        ("declare sharp in 9 kind dp", Some("disclosable pecuniary"), Some(Consequence::Leave)),
        ("declare sharp in 9 kind Other", Some("other registrable"), Some(Consequence::SpeakThenLeave)),
        ("declare sharp in 9 kind personal and leave", Some("personal"), Some(Consequence::Leave)),
        ("declare sharp in 9 and stay-no-vote", None, Some(Consequence::StayNoVote)),
        ("declare sharp in 9 kind prejudicial", Some("prejudicial"), None),
    ] {
        let mut session = listed();
        let ran = sample::run(&mut session, line).unwrap();
        let said = declared(&session).remove(0);
        assert_eq!((said.kind.as_deref(), said.consequence), (kind, consequence), "{line}");
        assert_eq!(ran.notices.concat().contains("is not one of the body’s kinds"), kind == Some("prejudicial"));
    }
    let mut session = listed();
    sample::run_all(
        &mut session,
        &[
            "declare sharp in 9 and 11 part \"the grant\" kind personal dispensation \"to speak and vote\" because a friend",
            "declare gowing in all kind personal because he is the Mayor",
            "declare webb in this kind personal because it is about her post",
        ],
    );
    let all = declared(&session);
    assert_eq!((all[0].items.len(), all[0].part.as_deref()), (2, Some("the grant")));
    assert_eq!(all[0].dispensation.as_deref(), Some("to speak and vote"));
    assert_eq!(all[0].effect(), Consequence::Stay);
    assert!(all[1].all && all[1].items.is_empty());
    assert_eq!(all[2].items, ["item-4".into()], "the room’s, and officers declare too");
}

#[test]
fn the_nature_of_a_sensitive_interest_is_recorded_nowhere() {
    let mut session = listed();
    let ran =
        sample::run(&mut session, "declare sharp in 9 kind dp sensitive because she hides from a canary").unwrap();
    assert!(ran.notices.concat().contains("nature was left out"), "{:?}", ran.notices);
    assert!(!format!("{:?}", ran.entries).contains("canary"));
    let refused = sample::run(&mut session, "edit 4(i1) she hides from a canary").unwrap_err().to_string();
    sample::run_all(&mut session, &["declare gowing in 9 kind personal because it was said too soon"]);
    let ran = sample::run(&mut session, "correct 4(i2) sensitive yes").unwrap();
    assert!(ran.notices.concat().contains("until it is redacted"), "{:?}", ran.notices);
    assert_eq!(declared(&session)[1].nature, None);
    assert!(refused.contains("The nature of a sensitive interest is not recorded."), "{refused}");
}

#[test]
fn one_key_does_what_interests_ask_for_and_one_undoes_it() {
    let mut session = listed();
    sample::run_all(
        &mut session,
        &["declare sharp in 9 kind dp because a lease", "declare gowing in 10 kind dp because x"],
    );
    let mut desk = Desk::new(session);
    desk.text(":go 9").keys("enter");
    assert!(desk.notice().contains("Councillor Sharp must leave (disclosable pecuniary interest). Alt-Y does it."));
    assert_eq!(desk.model.interests(), [("sharp".into(), "leaves")]);
    assert_eq!(desk.model.hints()[0].text, "as declared");
    assert_eq!(desk.model.findings().of_rule("interested-present").count(), 1);
    desk.text("half a sentence").keys("alt-y");
    assert_eq!(desk.model.state().presence(&"sharp".into()), Presence::Left);
    assert_eq!(desk.model.editor().text(), "half a sentence");
    assert_eq!(desk.model.findings().of_rule("interested-present").count(), 0);
    assert_eq!(desk.model.hints()[0].text, "next");
    desk.keys("f2 alt-y");
    let state = desk.model.state();
    assert_eq!(state.presence(&"sharp".into()), Presence::Present, "{}", desk.notice());
    assert_eq!(state.withdrawn(), [(&"gowing".into(), &"item-10".into())]);
    desk.keys("alt-y");
    assert!(desk.notice().contains("No declared interest asks for anything now."), "{}", desk.notice());
}

#[test]
fn where_the_chair_must_leave_the_vice_chair_is_offered() {
    let mut session = listed();
    sample::run_all(&mut session, &["declare george in 9 kind dp because a lease"]);
    assert_eq!(session.state().presiding(), Some(&"george".into()));
    let mut desk = Desk::new(session);
    desk.text(":go 9").keys("enter");
    let wanted = "Somebody else must preside: the vice-chair, Edward Leigh.";
    assert!(desk.notice().contains(wanted), "{}", desk.notice());
    assert_eq!(desk.model.findings().of_rule("presider-interested").count(), 1);
    desk.keys("alt-t");
    let rows: Vec<String> = desk.model.pad().unwrap().rows.into_iter().map(|row| row.text + ": " + &row.note).collect();
    assert_eq!(rows, ["Edward Leigh: takes the chair", "Claire George: leaves for the item"]);
    desk.keys("enter");
    assert_eq!(desk.model.state().presiding(), Some(&"leigh".into()));
    assert_eq!(desk.model.findings().of_rule("presider-interested").count(), 0);
    desk.keys("f2 alt-y");
    assert_eq!(desk.model.state().presiding(), Some(&"george".into()), "{}", desk.notice());
    assert_eq!(desk.model.state().office(Office::ViceChair), Some(&"leigh".into()));
}

#[test]
fn the_pad_asks_for_kind_by_letter_and_for_what_else_there_is() {
    let mut desk = Desk::new(listed());
    desk.keys("f4").pick("sharp").text("9, 11").keys("enter a").text("he leases a barn").keys("enter enter");
    desk.pick("gowing").text("all").keys("enter d").keys("enter b").text("to speak and vote").keys("enter");
    desk.pick("bradnam").text("9").keys("enter b").text("a secret").keys("enter a");
    desk.pick("leeming")
        .text("9")
        .keys("enter e")
        .text("a friend")
        .keys("enter enter")
        .text("prejudicial")
        .keys("enter");
    let all = declared(desk.model.session());
    assert_eq!(all.len(), 4, "{}", desk.notice());
    assert_eq!((all[0].kind.as_deref(), all[0].items.len()), (Some("disclosable pecuniary"), 2));
    assert_eq!((all[1].all, all[1].dispensation.as_deref()), (true, Some("to speak and vote")));
    assert_eq!((all[2].sensitive, all[2].nature.as_deref()), (true, None));
    assert_eq!((all[3].kind.as_deref(), all[3].nature.as_deref()), (Some("prejudicial"), Some("a friend")));
    // What was declared stands in the list, and opens filled in.
    let rows = desk.model.pad().unwrap().rows;
    let last = rows.last().unwrap();
    assert_eq!(last.text, "Councillor Leeming: prejudicial, item 9");
    desk.keys("end enter");
    let rows: Vec<String> = desk.model.pad().unwrap().rows.into_iter().map(|row| row.text).collect();
    assert_eq!(rows[..4], ["Councillor Leeming", "9", "prejudicial", "a friend"]);
}

fn notices() -> Vec<Declaration> {
    let of = |who: &str, item: &str, kind: (&str, Consequence)| Declaration {
        items: vec![item.into()],
        kind: Some(kind.0.to_owned()),
        consequence: Some(kind.1),
        nature: Some("he leases a barn; and, in part, a yard".to_owned()),
        ..Declaration::new(who.into())
    };
    vec![of("sharp", "item-9", KINDS[0]), of("gowing", "item-9", KINDS[3]), of("varkey", "item-10", KINDS[0])]
}

#[test]
fn interests_of_which_notice_was_given_are_declared_with_one_key() {
    let mut session = with_notice(notices());
    sample::run_all(&mut session, &["go 5", "unaccounted varkey", "apologies varkey"]);
    let ran = sample::run(&mut session, "go 4").unwrap();
    let said = ran.notices.concat();
    assert!(said.contains("Notice was given of: Councillor Sharp: disclosable pecuniary, item 9; "), "{said}");
    assert!(!said.contains("Varkey"), "who is not there declares nothing: {said}");
    let mut desk = Desk::new(session);
    assert_eq!(desk.model.hints()[0].text, "as declared");
    desk.keys("alt-y");
    assert!(desk.notice().contains("Declared as notice was given"), "{}", desk.notice());
    let all = declared(desk.model.session());
    assert_eq!(all, notices()[..2]);
    assert_eq!(desk.model.hints()[0].text, "next", "nothing is left to declare");
    desk.keys("alt-y");
    assert!(desk.notice().contains("No declared interest asks for anything now."), "{}", desk.notice());
}

#[test]
fn the_pad_has_them_ready_and_nothing_is_declared_twice() {
    let mut desk = Desk::new(with_notice(notices()));
    desk.keys("f4");
    let rows = |desk: &Desk| desk.model.pad().unwrap().rows.into_iter().map(|row| row.text).collect::<Vec<_>>();
    assert_eq!(rows(&desk)[0], "Councillor Sharp: disclosable pecuniary, item 9");
    desk.keys("a");
    assert_eq!(declared(desk.model.session()), notices()[..1], "{}", desk.notice());
    assert_eq!(rows(&desk)[0], "Councillor Gowing: personal, item 9");
    // One declared in other words is declared.
    desk.keys("esc").text(":declare gowing in 9, 11 kind personal because it was so").keys("enter");
    assert_eq!(desk.model.state().noticed().count(), 1);
}

#[test]
fn at_the_item_whoever_has_not_declared_is_reminded_of_and_nothing_follows() {
    let mut session = with_notice(notices());
    let ran = sample::run(&mut session, "go 9").unwrap();
    let wanted = "Councillor Sharp gave notice of an interest in this item (disclosable pecuniary interest), and has not declared it.";
    assert!(ran.notices.concat().contains(wanted), "{:?}", ran.notices);
    let state = session.state();
    assert!(state.due().is_empty() && state.to_declare().is_empty());
    assert!(state.electorate(state.room_item()).barred.is_empty(), "only what is declared bars");
    sample::run_all(&mut session, &["declare sharp in 9 kind dp because a lease"]);
    assert_eq!(session.state().due().leaving, ["sharp".into()]);
}

#[test]
fn where_there_is_no_list_those_whom_the_scheme_allows_are_offered() {
    let mut opened = sample::opened();
    opened.body.rules.substitutes = Some(crate::meeting::body::SubstituteScheme::SameAuthority);
    for seat in &mut opened.body.seats {
        (seat.authority, seat.substitutes) = (Some("Eastshire".to_owned()), Vec::new());
    }
    opened.body.seats[0].holder = None;
    for person in &mut opened.body.people {
        person.authority = (person.id == "huffer".into()).then(|| "Eastshire".to_owned());
    }
    let mut desk = Desk::new(Session::new(Meeting::new(opened), "clerk"));
    desk.keys("f5");
    let keyed = |desk: &Desk, what: &str| {
        let rows = desk.model.pad().unwrap().rows;
        rows.into_iter().find(|row| row.text.contains(what)).unwrap().key.unwrap()
    };
    let key = keyed(&desk, "Barkham");
    desk.keys(&format!("3 {key}"));
    let rows: Vec<String> = desk.model.pad().unwrap().rows.into_iter().map(|row| row.text).collect();
    assert_eq!(rows, ["Councillor Huffer"]);
    desk.keys("down enter");
    let seat = |desk: &Desk, index: usize| desk.model.state().body().seats[index].id.clone();
    let barkham = desk.model.state().seat_of(&"huffer".into()).unwrap().holder.clone();
    assert_eq!(barkham, Some("barkham".into()), "{}", desk.notice());
    // A vacant seat of the authority is filled in the same way, and given back by any other mark.
    desk.keys("esc").text(":end-substitute barkham").keys("enter f5");
    let key = keyed(&desk, "Vacant");
    desk.keys(&format!("3 {key}")).keys("down enter");
    assert_eq!(desk.model.state().substitute(&seat(&desk, 0)), Some(&"huffer".into()), "{}", desk.notice());
    desk.keys(&format!("0 {key}"));
    assert_eq!(desk.model.state().substitute(&seat(&desk, 0)), None, "{}", desk.notice());
}
