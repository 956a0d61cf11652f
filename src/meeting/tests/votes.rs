//! Motions, amendments and votes, and what follows from them.

use super::*;
use crate::meeting::command::Poll;
use crate::meeting::fact::{Basis, Consequence, Decision, Declaration, Motion, Proposal, Tally, Version, Vote, Way};

fn motion(proposal: Proposal, words: &str) -> Command {
    let version = Version { words: words.to_owned(), at: DateTime::UNIX_EPOCH };
    let motion = Motion { mover: Some("birch".into()), versions: vec![version], ..Motion::new(proposal) };
    Command::Propose { item: "report".into(), motion: Box::new(motion) }
}

fn hands(yes: u32, no: u32, abstained: u32) -> Poll {
    let tally = Some(Tally { yes, no, abstained, not_voting: 0 });
    Poll { method: Method::Hands, tally, ..Poll::default() }
}

impl Driven {
    /// A meeting under its report, with all three members present and Ash in the chair.
    pub(super) fn debating() -> Self {
        let mut it = Self::new();
        it.debate();
        it
    }

    pub(super) fn debate(&mut self) {
        self.sit();
        self.tell(&Command::Preside { person: "ash".into(), during: None }).unwrap();
        self.go("report");
    }

    pub(super) fn propose(&mut self, proposal: Proposal, words: &str) -> FactId {
        self.tell(&motion(proposal, words)).unwrap();
        FactId::new(self.entries.last().unwrap().n, 0)
    }

    fn vote(&mut self, motion: FactId, poll: Poll) -> Vec<String> {
        let command = Command::Vote { motion, part: None, poll };
        let when = When::now(self.now);
        let notices = self.meeting.decide(&command, when).unwrap().notices;
        self.tell(&command).unwrap();
        notices
    }

    fn motion(&self, id: FactId) -> &Motion {
        match self.state().content(id) {
            Some(Content::Motion(motion)) => motion,
            other => panic!("{other:?}"),
        }
    }

    pub(super) fn decisions(&self) -> Vec<&Decision> {
        let item = self.state().item(&"report".into()).unwrap();
        let decisions = self.state().facts_of(item).filter_map(|fact| match &fact.content {
            Content::Decision(decision) => Some(decision),
            _ => None,
        });
        decisions.collect()
    }
}

#[test]
fn what_carries_becomes_a_decision_in_its_last_words() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    let to = Proposal::Amendment { to: motion, reads: Some("That two benches be bought.".into()) };
    let amendment = it.propose(to, "Leave out “a bench”, insert “two benches”.");
    assert!(it.vote(amendment, hands(2, 1, 0)).is_empty());
    assert_eq!(it.motion(amendment).fate, Fate::Carried);
    assert!(it.decisions().is_empty(), "an amendment decides nothing yet");
    assert_eq!(it.motion(motion).words(), "That two benches be bought.");
    it.vote(motion, hands(3, 0, 0));
    let [decision] = it.decisions()[..] else { panic!() };
    assert_eq!(decision.words(), "That two benches be bought.");
    assert_eq!(decision.basis, Some(Basis::Motion { motion }));
    assert_eq!(it.motion(motion).versions.len(), 2, "the first wording is kept");
}

#[test]
fn a_tie_waits_for_the_casting_vote() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    let notices = it.vote(motion, hands(1, 1, 1));
    assert!(notices.iter().any(|notice| notice.contains("casting")), "{notices:?}");
    assert_eq!(it.motion(motion).fate, Fate::Open);
    it.tell(&Command::CastingVote { motion, part: None, way: Way::For }).unwrap();
    let take = it.motion(motion).takes.last().unwrap();
    assert_eq!((take.casting.as_ref().unwrap().by.as_str(), take.carried), ("ash", true));
    assert_eq!(take.count().unwrap().yes, 1, "a casting vote is apart from the chair's own");
    assert_eq!(it.decisions().len(), 1);
    it.tell(&Command::Undo).unwrap();
    assert!(it.decisions().is_empty());
    assert_eq!(it.motion(motion).fate, Fate::Open);
}

#[test]
fn a_casting_vote_settles_nothing_but_a_tie() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    it.vote(motion, hands(1, 2, 0));
    let refused = it.tell(&Command::CastingVote { motion, part: None, way: Way::For }).unwrap_err();
    assert!(refused.contains("not equal"), "{refused}");
}

#[test]
fn a_vote_taken_again_keeps_both_takes_and_takes_its_decision_back() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    it.vote(motion, hands(2, 1, 0));
    assert_eq!(it.decisions().len(), 1);
    it.vote(motion, hands(1, 2, 0));
    assert_eq!(it.motion(motion).takes.len(), 2);
    assert_eq!(it.motion(motion).fate, Fate::Lost);
    assert!(it.decisions().is_empty());
    it.vote(motion, hands(3, 0, 0));
    assert_eq!(it.decisions().len(), 1);
}

#[test]
fn what_the_chair_declares_stands() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    it.vote(motion, Poll { carried: Some(true), ..hands(1, 2, 0) });
    let take = it.motion(motion).takes.last().unwrap();
    assert!(take.carried);
    assert_ne!(take.reckoning().unwrap().outcome, crate::meeting::majority::Outcome::Carried);
}

#[test]
fn the_gap_in_a_count_is_named() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    let notices = it.vote(motion, hands(1, 0, 1));
    assert_eq!(notices, ["3 could vote, and 2 are accounted for."]);
}

#[test]
fn an_accepted_amendment_alters_without_a_vote_and_an_open_one_falls_with_its_motion() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    let reads = Some("That an oak bench be bought.".to_owned());
    let accepted = it.propose(Proposal::Amendment { to: motion, reads }, "Insert “oak”.");
    let open = it.propose(Proposal::Amendment { to: motion, reads: None }, "Insert “green”.");
    it.tell(&Command::Dispose { motion: accepted, fate: Fate::Accepted }).unwrap();
    assert_eq!(it.motion(motion).words(), "That an oak bench be bought.");
    it.tell(&Command::Dispose { motion, fate: Fate::Withdrawn }).unwrap();
    assert_eq!(it.motion(open).fate, Fate::Fallen);
    let refused = it.tell(&Command::Vote { motion, part: None, poll: hands(3, 0, 0) }).unwrap_err();
    assert!(refused.contains("not before the meeting"), "{refused}");
}

#[test]
fn parts_are_put_one_by_one() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench and a bin be bought.");
    let parts = vec!["That a bench be bought.".to_owned(), "That a bin be bought.".to_owned()];
    it.tell(&Command::Divide { motion, parts }).unwrap();
    it.tell(&Command::Vote { motion, part: Some(0), poll: hands(3, 0, 0) }).unwrap();
    assert_eq!(it.motion(motion).fate, Fate::Open);
    it.tell(&Command::Vote { motion, part: Some(1), poll: hands(0, 3, 0) }).unwrap();
    assert_eq!(it.motion(motion).fate, Fate::Carried);
    let words: Vec<&str> = it.decisions().iter().map(|decision| decision.words()).collect();
    assert_eq!(words, ["That a bench be bought."]);
    assert!(it.tell(&Command::Vote { motion, part: Some(2), poll: hands(3, 0, 0) }).is_err());
}

#[test]
fn an_interest_bars_from_its_item_and_those_below_and_from_no_other() {
    let mut it = Driven::debating();
    let declaration = Declaration {
        items: vec!["report".into()],
        consequence: Some(Consequence::Leave),
        ..Declaration::new("cedar".into())
    };
    let content = Content::Declaration(declaration.clone());
    it.tell(&Command::Record { item: "interests".into(), content, started: None }).unwrap();
    let id = FactId::new(it.entries.last().unwrap().n, 0);
    let here = it.state().electorate(Some(&"report".into()));
    assert_eq!((here.entitled.len(), here.barred.len(), here.counting()), (2, 1, 2));
    assert_eq!(it.state().electorate(Some(&"costs".into())).entitled.len(), 3);
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    it.vote(motion, hands(2, 0, 0));
    let room = &it.motion(motion).takes.last().unwrap().room;
    assert_eq!((room.present, room.entitled, room.barred.len(), room.members), (2, 2, 1, 3));
    // Under a dispensation the member takes part.
    let allowed = Declaration { dispensation: Some("of May".into()), ..declaration };
    it.tell(&Command::Correct { id, content: Content::Declaration(allowed) }).unwrap();
    assert_eq!(it.state().electorate(Some(&"report".into())).entitled.len(), 3);
}

#[test]
fn a_named_vote_names_everybody_once_and_says_who_could_not() {
    let mut it = Driven::debating();
    let motion = it.propose(Proposal::Substantive, "That a bench be bought.");
    let vote = |person: &str, way| Vote { person: person.into(), way };
    let votes = vec![vote("ash", Way::For), vote("birch", Way::For), vote("cedar", Way::NotVoting)];
    it.vote(motion, Poll { method: Method::Names, votes: votes.clone(), ..Poll::default() });
    assert_eq!(it.motion(motion).takes[0].count(), Some(Tally { yes: 2, no: 0, abstained: 0, not_voting: 1 }));
    let mut twice = votes.clone();
    twice.push(vote("ash", Way::Against));
    let poll = Poll { method: Method::Names, votes: twice, ..Poll::default() };
    assert!(it.tell(&Command::Vote { motion, part: None, poll }).is_err());
    let mut stranger = votes;
    stranger.push(vote("fir", Way::For));
    let notices = it.vote(motion, Poll { method: Method::Names, votes: stranger, ..Poll::default() });
    assert!(notices.iter().any(|notice| notice.contains("4 are accounted for")), "{notices:?}");
}

#[test]
fn a_member_has_their_own_vote_recorded() {
    let mut it = Driven::debating();
    let words = "The Committee *AGREED*.".to_owned();
    let item = "report".into();
    it.tell(&Command::Decide { item, verb: Verb::Agree, words, method: Method::NobodyAgainst }).unwrap();
    let on = FactId::new(it.entries.last().unwrap().n, 0);
    let vote = Vote { person: "cedar".into(), way: Way::Abstained };
    it.tell(&Command::OwnVote { on, vote: vote.clone() }).unwrap();
    let [Decision { basis: Some(Basis::Vote { take }), .. }] = it.decisions()[..] else { panic!() };
    assert_eq!((take.method, &take.votes), (Method::NobodyAgainst, &vec![vote]));
    assert_eq!(take.count(), None, "one member's vote is no count");
}

#[test]
fn words_decided_by_vote_take_the_draft_and_what_is_lost_is_no_decision() {
    let mut it = Driven::debating();
    let item = || "report".into();
    it.tell(&Command::Draft { item: item(), verb: Verb::Agree, words: "That a bench be bought.".into() }).unwrap();
    let words = "That two benches be bought.".to_owned();
    it.tell(&Command::DecideByVote { item: item(), verb: Verb::Agree, words: words.clone(), poll: hands(2, 1, 0) })
        .unwrap();
    let [decision] = it.decisions()[..] else { panic!() };
    assert_eq!((decision.versions.len(), decision.words()), (2, words.as_str()));
    it.tell(&Command::DecideByVote {
        item: item(),
        verb: Verb::Agree,
        words: "That it rain.".into(),
        poll: hands(0, 3, 0),
    })
    .unwrap();
    assert_eq!(it.decisions().len(), 1);
    let lost = FactId::new(it.entries.last().unwrap().n, 0);
    assert_eq!(it.motion(lost).fate, Fate::Lost);
}
