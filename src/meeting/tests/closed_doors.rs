//! What began in public and goes on without it: nobody else reads what became of it.

use super::*;
use crate::meeting::command::{Poll, Private};
use crate::meeting::event::Event;
use crate::meeting::fact::{Business, Exclusion, Fate, Ground, Motion, Proposal, Restricted, Tally, Way};

fn exclude(part: Option<&str>) -> Command {
    let business =
        vec![Business { item: Some("report".into()), part: part.map(str::to_owned), paragraphs: Vec::new() }];
    let exclusion = Exclusion { ground: Ground::Exempt, business, mover: None, seconder: None, tested: true };
    Command::Private(Private::Exclude { item: "report".into(), exclusion })
}

fn readmit() -> Command {
    Command::Private(Private::Readmit { item: "report".into() })
}

fn counted(motion: FactId, yes: u32, no: u32) -> Command {
    let tally = Some(Tally { yes, no, abstained: 0, not_voting: 0 });
    Command::Vote { motion, part: None, poll: Poll { method: Method::Hands, tally, ..Poll::default() } }
}

/// What everybody may read, as words and as a meeting.
fn public(it: &Driven) -> (String, Meeting) {
    let mut meeting = Meeting::new(opened());
    let mut words = String::new();
    for entry in &it.entries {
        words += &serde_json::to_string(&entry.public).unwrap();
        meeting.apply(&Entry { private: Vec::new(), ..entry.clone() });
    }
    (words, meeting)
}

fn motion(state: &State, id: FactId) -> &Motion {
    let Some(Content::Motion(motion)) = state.content(id) else { panic!() };
    motion
}

#[test]
fn a_motion_moved_in_public_is_voted_on_in_private() {
    let mut it = Driven::debating();
    let id = it.propose(Proposal::Substantive, "That the lease be signed.");
    it.tell(&exclude(None)).unwrap();
    it.tell(&Command::Reword { motion: id, words: "That the canary lease be signed.".into() }).unwrap();
    it.tell(&counted(id, 1, 1)).unwrap();
    it.tell(&Command::CastingVote { motion: id, part: None, way: Way::For }).unwrap();
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Redo).unwrap();
    it.tell(&readmit()).unwrap();
    // The change holds all that was said before; so what is private of it stays so.
    it.tell(&Command::Second { motion: id, by: Some("ash".into()) }).unwrap();

    let (words, public) = public(&it);
    assert!(!words.contains("canary") && !words.contains("\"takes\":[{"), "{words}");
    assert_eq!(motion(public.state(), id).fate, Fate::Open, "what became of it is private");
    assert_eq!(motion(it.state(), id).fate, Fate::Carried);
    let item = it.state().item(&"report".into()).unwrap();
    let decision = it.state().facts_of(item).find(|fact| matches!(fact.content, Content::Decision(_))).unwrap();
    assert!(public.state().fact(decision.id).is_none());
    assert!(public.state().stub(decision.id).is_some(), "that something was decided, everybody may know");
}

#[test]
fn what_a_private_amendment_does_to_a_public_motion_is_private_though_the_public_is_back() {
    let mut it = Driven::debating();
    let id = it.propose(Proposal::Substantive, "That the lease be signed.");
    it.tell(&exclude(Some("the rent"))).unwrap();
    let reads = Some("That the canary lease be signed.".into());
    let amendment = it.propose(Proposal::Amendment { to: id, reads }, "Insert “canary”.");
    it.tell(&readmit()).unwrap();
    it.tell(&counted(amendment, 2, 0)).unwrap();
    it.tell(&counted(id, 2, 0)).unwrap();
    let (words, public) = public(&it);
    assert!(!words.contains("canary"), "{words}");
    assert_eq!(motion(public.state(), id).words(), "That the lease be signed.");
    assert!(motion(it.state(), id).words().contains("canary"));
}

#[test]
fn words_added_in_private_to_what_was_said_in_public_are_private() {
    let mut it = Driven::debating();
    let id = it.point("report", "said to all");
    it.tell(&exclude(Some("the rent"))).unwrap();
    it.tell(&Command::Correct { id, content: said("canary") }).unwrap();
    it.tell(&readmit()).unwrap();
    let (words, public) = public(&it);
    assert!(!words.contains("canary"), "{words}");
    assert_eq!(public.state().content(id), Some(&said("said to all")));
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().fact(id).unwrap().audience, Audience::Public, "undoing gives it back to everybody");
}

#[test]
fn a_decision_that_everybody_reads_leaves_no_stub_when_it_is_reasoned_in_private() {
    let mut it = Driven::debating();
    let words = "That the lease be signed.".into();
    let decide = Command::Decide { item: "report".into(), verb: Verb::Agree, words, method: Method::Assent };
    it.tell(&decide).unwrap();
    let id = FactId::new(it.entries.last().unwrap().n, 0);
    it.tell(&exclude(Some("the rent"))).unwrap();
    it.tell(&Command::Reason { id, because: "canary".into() }).unwrap();
    let (words, public) = public(&it);
    assert!(!words.contains("canary"), "{words}");
    assert!(public.state().stub(id).is_none() && public.state().fact(id).is_some());
}

#[test]
fn the_public_is_not_excluded_from_the_same_twice() {
    let mut it = Driven::debating();
    it.tell(&exclude(None)).unwrap();
    let refused = it.tell(&exclude(None)).unwrap_err();
    assert!(refused.contains("excluded from that already"), "{refused}");
    it.tell(&exclude(Some("the rent"))).unwrap();
    it.tell(&readmit()).unwrap();
    it.tell(&exclude(Some("the rent"))).unwrap();
}

#[test]
fn points_of_the_public_part_and_the_private_one_are_not_joined() {
    let mut it = Driven::debating();
    it.point("report", "one for all");
    let second = it.point("report", "two for all");
    it.tell(&exclude(Some("the rent"))).unwrap();
    let refused = it.tell(&Command::Join { id: second }).unwrap_err();
    assert!(refused.contains("once the public is back"), "{refused}");
    let third = it.point("report", "canary");
    it.tell(&readmit()).unwrap();
    let refused = it.tell(&Command::Join { id: third }).unwrap_err();
    assert!(refused.contains("the other private"), "{refused}");
    it.tell(&Command::Join { id: second }).unwrap();
    assert!(!it.entries.iter().any(|entry| entry.public.iter().any(|event| match event {
        Event::Changed { content, .. } => *content == said("canary"),
        _ => false,
    })));
}

#[test]
fn everybody_may_know_that_a_motion_they_heard_was_dealt_with() {
    let mut it = Driven::debating();
    let id = it.propose(Proposal::Substantive, "That the lease be signed.");
    it.tell(&exclude(None)).unwrap();
    let hidden = it.propose(Proposal::Substantive, "That the canary be sold.");
    it.tell(&Command::Dispose { motion: hidden, fate: Fate::Withdrawn }).unwrap();
    it.tell(&Command::Dispose { motion: id, fate: Fate::Withdrawn }).unwrap();
    it.tell(&Command::Undo).unwrap();
    assert!(public(&it).1.state().stub(id).is_none());
    it.tell(&Command::Redo).unwrap();
    it.tell(&readmit()).unwrap();
    let stub = |it: &Driven, id| public(it).1.state().stub(id).map(|stub| (stub.what, stub.title.clone()));
    assert_eq!(stub(&it, id), Some((Restricted::Motion, None)));
    assert_eq!(stub(&it, hidden), None, "of a motion of the private part nobody else hears");
    let titled = |of| Command::Private(Private::TitleFact { of, title: "It was withdrawn.".into() });
    assert!(it.tell(&titled(hidden)).is_err());
    it.tell(&titled(id)).unwrap();
    assert_eq!(stub(&it, id), Some((Restricted::Motion, Some("It was withdrawn.".into()))));
    assert!(!public(&it).0.contains("canary"));
}

#[test]
fn what_was_corrected_in_private_is_worded_for_everybody_without_the_private_words() {
    let mut it = Driven::debating();
    let id = it.point("report", "said to all");
    it.tell(&exclude(Some("the rent"))).unwrap();
    let secret = it.point("report", "canary one");
    it.tell(&Command::Correct { id, content: said("canary two") }).unwrap();
    assert!(it.names().contains(&"private-correction"));
    it.tell(&readmit()).unwrap();
    let publish = |of, words: &str| Command::Private(Private::Publish { of, content: Box::new(said(words)) });
    let refused = it.tell(&publish(secret, "open")).unwrap_err();
    assert!(refused.contains("without the public"), "{refused}");
    it.tell(&publish(id, "worded for all")).unwrap();
    assert!(!it.names().contains(&"private-correction"));
    let refused = it.tell(&publish(id, "again")).unwrap_err();
    assert!(refused.contains("as it stands"), "{refused}");
    let (words, meeting) = public(&it);
    assert!(!words.contains("canary"), "{words}");
    assert_eq!(meeting.state().content(id), Some(&said("worded for all")));
    it.tell(&Command::Undo).unwrap();
    assert!(it.names().contains(&"private-correction"));
    assert_eq!(public(&it).1.state().content(id), Some(&said("said to all")));
}

#[test]
fn what_is_struck_out_leaves_nothing_in_the_public_minutes() {
    let mut it = Driven::debating();
    let heard = it.point("report", "said to all");
    it.tell(&exclude(None)).unwrap();
    let words = "canary".into();
    it.tell(&Command::Decide { item: "report".into(), verb: Verb::Agree, words, method: Method::Assent }).unwrap();
    let decided = FactId::new(it.entries.last().unwrap().n, 0);
    it.tell(&Command::Correct { id: heard, content: said("canary two") }).unwrap();
    it.tell(&readmit()).unwrap();
    for id in [decided, heard] {
        it.tell(&Command::Strike { id, because: "canary".into() }).unwrap();
    }
    let (words, meeting) = public(&it);
    assert!(!words.contains("canary"), "{words}");
    assert!(meeting.state().stub(decided).is_none(), "nothing was decided after all");
    assert!(meeting.state().content(heard).is_none(), "nor was that said");
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Undo).unwrap();
    assert!(public(&it).1.state().stub(decided).is_some() && it.state().stub(decided).is_some());
}

#[test]
fn a_room_whose_resolution_is_struck_out_was_closed_for_nothing() {
    let mut it = Driven::debating();
    it.tell(&exclude(Some("the first part"))).unwrap();
    it.tell(&readmit()).unwrap();
    it.tell(&exclude(None)).unwrap();
    let second = FactId::new(it.entries.last().unwrap().n, 0);
    let strike = Command::Strike { id: second, because: String::new() };
    let notices = it.meeting.decide(&strike, When::now(it.now)).unwrap().notices;
    assert!(notices.iter().any(|notice| notice.contains("readmit")), "{notices:?}");
    it.tell(&strike).unwrap();
    assert!(it.names().contains(&"private-without-ground"), "the first resolution is not for this");
    it.tell(&readmit()).unwrap();
    assert!(it.names().contains(&"private-without-ground"), "what was so stays so");
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Undo).unwrap();
    assert!(!it.names().contains(&"private-without-ground"));
}

#[test]
fn that_a_public_nomination_was_dealt_with_in_private_everybody_may_know() {
    let mut it = Driven::new();
    it.sit();
    it.go("chair");
    let nomination = Nomination { nominee: "birch".into(), mover: Some("ash".into()), seconder: None };
    it.tell(&electing(Electing::Nominate(nomination))).unwrap();
    let id = FactId::new(it.entries.last().unwrap().n, 0);
    let business = vec![Business { item: None, part: None, paragraphs: Vec::new() }];
    let exclusion = Exclusion { ground: Ground::Exempt, business, mover: None, seconder: None, tested: false };
    it.tell(&Command::Private(Private::Exclude { item: "chair".into(), exclusion })).unwrap();
    it.tell(&electing(Electing::Elect)).unwrap();
    let (_, public) = public(&it);
    assert_eq!(motion(public.state(), id).fate, Fate::Open);
    assert_eq!(public.state().stub(id).map(|stub| stub.what), Some(Restricted::Motion));
}
