//! Elections with several nominees.

use super::*;
use crate::meeting::command::Choosing;
use crate::meeting::contest::Won;
use crate::meeting::fact::{Count, Election};

fn election(rule: Option<Won>, nominees: &[&str]) -> (Driven, Vec<FactId>) {
    let mut opened = opened();
    opened.body.rules.contests = rule;
    opened.body.rules.casting_vote = Some(true);
    let mut it = Driven { meeting: Meeting::new(opened), ..Driven::new() };
    it.sit();
    it.go("chair");
    let ids = nominees.iter().map(|who| it.nominated(who)).collect();
    (it, ids)
}

impl Driven {
    fn nominated(&mut self, who: &str) -> FactId {
        self.tell(&electing(Electing::Nominate(nominee(who)))).unwrap();
        FactId::new(self.entries.last().unwrap().n, 0)
    }

    fn ballot(&mut self, choosing: Choosing, by_lot: bool) -> Result<(), String> {
        self.tell(&electing(Electing::Ballot { choosing, by_lot }))
    }

    fn elections(&self) -> Vec<Election> {
        let item = self.state().item(&"chair".into()).unwrap();
        let facts = self.state().facts_of(item).filter_map(|fact| match &fact.content {
            Content::Election(election) => Some(election.clone()),
            _ => None,
        });
        facts.collect()
    }

    fn chair(&self) -> Option<&str> {
        self.state().office(Office::Chair).map(crate::meeting::id::PersonId::as_str)
    }
}

fn counts(votes: &[(FactId, u32)]) -> Choosing {
    let counts = votes.iter().map(|&(motion, votes)| Count { motion, votes }).collect();
    Choosing { method: Method::Hands, counts, ..Choosing::default() }
}

#[test]
fn whoever_has_more_than_half_is_elected_and_takes_the_chair() {
    let (mut it, ids) = election(None, &["birch", "cedar"]);
    it.ballot(counts(&[(ids[0], 1), (ids[1], 2)]), false).unwrap();
    assert_eq!((it.chair(), it.state().presiding()), (Some("cedar"), Some(&"cedar".into())));
    let [held] = it.elections().try_into().unwrap();
    assert_eq!((held.nominations, held.rounds.len()), (ids.clone(), 1));
    assert!(it.ballot(counts(&[(ids[0], 1)]), false).is_err(), "it is over");
    it.tell(&Command::Undo).unwrap();
    assert_eq!((it.chair(), it.elections().len()), (Some("ash"), 0));
}

#[test]
fn the_lowest_leaves_and_the_others_are_voted_on_again() {
    let (mut it, ids) = election(Some(Won::Majority), &["ash", "birch", "cedar"]);
    it.ballot(counts(&[(ids[0], 4), (ids[1], 2), (ids[2], 3)]), false).unwrap();
    let [held] = it.elections().try_into().unwrap();
    assert_eq!((held.elected, held.rounds[0].out.clone()), (None, vec![ids[1]]));
    assert!(it.names().contains(&"election-unfinished") || it.state().room_item() == Some(&"chair".into()));
    assert!(it.ballot(counts(&[(ids[1], 9)]), false).unwrap_err().contains("not in this vote"));
    it.ballot(counts(&[(ids[0], 4), (ids[2], 5)]), false).unwrap();
    let [held] = it.elections().try_into().unwrap();
    assert_eq!((held.elected, held.rounds.len()), (Some("cedar".into()), 2));
}

#[test]
fn a_tie_is_settled_by_the_casting_vote_or_by_lot() {
    for by_lot in [false, true] {
        let (mut it, ids) = election(None, &["birch", "cedar"]);
        it.tell(&Command::Preside { person: "ash".into(), during: None }).unwrap();
        it.ballot(counts(&[(ids[0], 1), (ids[1], 1)]), false).unwrap();
        assert_eq!(it.chair(), Some("ash"));
        let settled = if by_lot {
            Choosing { chosen: Some(ids[1]), ..Choosing::default() }
        } else {
            Choosing { casting: Some(ids[1]), ..Choosing::default() }
        };
        it.ballot(settled, by_lot).unwrap();
        let [held] = it.elections().try_into().unwrap();
        assert_eq!((it.chair(), held.rounds.len(), held.rounds[0].by_lot), (Some("cedar"), 1, by_lot));
        assert_eq!(held.rounds[0].casting.is_some(), !by_lot);
        assert_eq!(held.rounds[0].counts.len(), 2, "the votes stay");
    }
}

#[test]
fn a_lot_among_the_lowest_sends_one_out() {
    let (mut it, ids) = election(Some(Won::Majority), &["ash", "birch", "cedar"]);
    it.ballot(counts(&[(ids[0], 2), (ids[1], 1), (ids[2], 1)]), false).unwrap();
    it.ballot(Choosing { chosen: Some(ids[2]), ..Choosing::default() }, true).unwrap();
    let [held] = it.elections().try_into().unwrap();
    assert_eq!((held.elected, held.rounds.len()), (None, 1));
    assert_eq!((held.rounds[0].out.clone(), held.rounds[0].by_lot), (vec![ids[2]], true));
}

#[test]
fn a_nominee_withdraws_and_the_only_one_left_is_elected() {
    let (mut it, ids) = election(None, &["birch", "cedar"]);
    let withdraw = |who: &str| electing(Electing::Withdraw { nominee: who.into() });
    it.tell(&withdraw("birch")).unwrap();
    assert!(it.tell(&withdraw("birch")).is_err());
    assert!(it.ballot(counts(&[(ids[1], 3)]), false).unwrap_err().contains("several nominees"));
    it.tell(&electing(Electing::Elect)).unwrap();
    let [held] = it.elections().try_into().unwrap();
    assert_eq!((held.nominations, held.elected), (ids, Some("cedar".into())));
}
