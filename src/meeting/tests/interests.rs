//! What declared interests ask for, item by item.

use super::*;
use crate::meeting::fact::{Consequence, Declaration};

impl Driven {
    fn declare(&mut self, person: &str, item: &str, consequence: Consequence, part: Option<&str>) {
        let items = vec![item.into()];
        let part = part.map(str::to_owned);
        let it = Declaration { items, consequence: Some(consequence), part, ..Declaration::new(person.into()) };
        let content = Content::Declaration(it);
        self.tell(&Command::Record { item: "interests".into(), content, started: None }).unwrap();
    }

    fn moves(&mut self, moved: Move, person: &str, for_item: Option<&str>) {
        let people = vec![person.into()];
        let for_item = for_item.map(Into::into);
        self.tell(&Command::Movement { moved, people, party: None, manner: None, because: None, for_item }).unwrap();
    }
}

#[test]
fn whoever_must_leave_is_due_until_they_left_and_due_back_when_the_item_is_over() {
    let mut it = Driven::new();
    it.sit();
    it.declare("cedar", "report", Consequence::Leave, None);
    it.declare("birch", "report", Consequence::StayNoVote, None);
    assert!(it.state().due().is_empty(), "the room is at no item yet");
    it.go("report");
    assert_eq!(it.state().due().leaving, ["cedar".into()]);
    it.moves(Move::Left, "cedar", Some("report"));
    assert!(it.state().due().is_empty());
    assert_eq!(it.state().withdrawn_for(&"cedar".into()), Some(&"report".into()));
    it.go("costs");
    assert_eq!(it.state().due().returning, ["cedar".into()]);
    it.moves(Move::Returned, "cedar", None);
    assert!(it.state().due().is_empty() && it.state().withdrawn().is_empty());
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().due().returning, ["cedar".into()]);
}

#[test]
fn whoever_must_leave_for_the_next_item_too_stays_away() {
    let mut it = Driven::new();
    it.sit();
    it.declare("cedar", "report", Consequence::Leave, None);
    it.declare("cedar", "costs", Consequence::SpeakThenLeave, None);
    it.go("report");
    it.moves(Move::Left, "cedar", Some("report"));
    it.go("costs");
    assert!(it.state().due().is_empty());
    assert!(!it.names().contains(&"interested-present"), "{:?}", it.names());
}

#[test]
fn who_left_for_good_is_not_due_back() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    it.moves(Move::Left, "cedar", None);
    it.go("costs");
    assert!(it.state().due().is_empty() && it.state().withdrawn().is_empty());
}

#[test]
fn an_interest_in_a_part_bars_from_nothing_by_itself() {
    let mut it = Driven::new();
    it.sit();
    it.declare("cedar", "report", Consequence::Leave, Some("paragraph 3"));
    it.go("report");
    assert!(it.state().due().is_empty());
    assert_eq!(it.state().electorate(Some(&"report".into())).entitled.len(), 3);
    assert_eq!(it.state().interests_in(&"report".into()).len(), 1, "it is remembered all the same");
    assert!(it.state().has_interest(&"report".into()) && !it.state().has_interest(&"costs".into()));
}

#[test]
fn a_departure_recorded_late_is_one_all_the_same() {
    let mut it = Driven::new();
    it.sit();
    it.declare("cedar", "report", Consequence::Leave, None);
    it.go("report");
    let then = it.now;
    it.now += TimeDelta::minutes(5);
    it.go("costs");
    assert!(it.names().contains(&"interested-present"));
    let for_item = Some("report".into());
    let people = vec!["cedar".into()];
    let leave = Command::Movement { moved: Move::Left, people, party: None, manner: None, because: None, for_item };
    it.tell_at(&leave, Some(then + TimeDelta::minutes(1))).unwrap();
    assert!(!it.names().contains(&"interested-present"), "{:?}", it.names());
    assert_eq!(it.state().due().returning, ["cedar".into()]);
}

#[test]
fn votes_by_name_of_whoever_may_not_vote_are_found() {
    use crate::meeting::command::Poll;
    use crate::meeting::fact::{Vote, Way};
    let mut it = Driven::new();
    it.sit();
    it.declare("cedar", "report", Consequence::StayNoVote, None);
    it.go("report");
    let decide = |way| {
        let vote = |person: &str, way| Vote { person: person.into(), way };
        let votes = vec![vote("ash", Way::For), vote("birch", Way::For), vote("cedar", way)];
        let poll = Poll { method: Method::Names, votes, ..Poll::default() };
        Command::DecideByVote { item: "report".into(), verb: Verb::Note, words: "Noted.".into(), poll }
    };
    it.tell(&decide(Way::NotVoting)).unwrap();
    assert!(!it.names().contains(&"interested-voter"), "{:?}", it.names());
    it.tell(&Command::Undo).unwrap();
    it.tell(&decide(Way::For)).unwrap();
    assert!(it.names().contains(&"interested-voter"), "{:?}", it.names());
}
