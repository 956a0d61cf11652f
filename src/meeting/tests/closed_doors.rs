//! What began in public and goes on without it: nobody else reads what became of it.

use super::*;
use crate::meeting::command::{Poll, Private};
use crate::meeting::event::Event;
use crate::meeting::fact::{Business, Exclusion, Ground, Motion, Proposal, Tally, Way};

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
