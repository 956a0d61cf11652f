//! Motions put against each other.

use super::*;
use crate::meeting::command::Choosing;
use crate::meeting::contest::Won;
use crate::meeting::fact::{Contest, Count, Motion, Proposal};

impl Driven {
    fn alternatives(&mut self, words: &[&str]) -> (FactId, Vec<FactId>) {
        let motions: Vec<FactId> = words.iter().map(|words| self.propose(Proposal::Substantive, words)).collect();
        self.tell(&Command::Contest { item: "report".into(), motions: motions.clone() }).unwrap();
        (FactId::new(self.entries.last().unwrap().n, 0), motions)
    }

    fn choose(&mut self, contest: FactId, votes: &[(FactId, u32)], casting: Option<FactId>) -> Vec<String> {
        let counts = votes.iter().map(|&(motion, votes)| Count { motion, votes }).collect();
        let choosing = Choosing { method: Method::Hands, counts, casting, ..Choosing::default() };
        let command = Command::Choose { contest, choosing };
        let notices = self.meeting.decide(&command, When::now(self.now)).unwrap().notices;
        self.tell(&command).unwrap();
        notices
    }

    fn held(&self, id: FactId) -> &Contest {
        match self.state().content(id) {
            Some(Content::Contest(contest)) => contest,
            other => panic!("{other:?}"),
        }
    }

    fn fates(&self, motions: &[FactId]) -> Vec<Fate> {
        let fate = |id: &FactId| match self.state().content(*id) {
            Some(Content::Motion(Motion { fate, .. })) => *fate,
            other => panic!("{other:?}"),
        };
        motions.iter().map(fate).collect()
    }
}

#[test]
fn the_alternative_that_is_chosen_is_the_motion_and_the_other_falls() {
    let mut it = Driven::debating();
    let (contest, motions) = it.alternatives(&["That a bench be bought.", "That a bin be bought."]);
    assert!(it.choose(contest, &[(motions[0], 2), (motions[1], 1)], None).is_empty());
    assert_eq!(it.held(contest).chosen, Some(motions[0]));
    assert_eq!(it.fates(&motions), [Fate::Open, Fate::Fallen]);
    assert!(it.decisions().is_empty(), "the substantive motion is still to be put");
    let again = Command::Choose { contest, choosing: Choosing::default() };
    assert!(it.tell(&again).unwrap_err().contains("has been made"));
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.fates(&motions), [Fate::Open, Fate::Open]);
}

#[test]
fn equal_alternatives_wait_for_the_casting_vote() {
    let mut it = Driven::debating();
    let (contest, motions) = it.alternatives(&["That a bench be bought.", "That a bin be bought."]);
    let votes = [(motions[0], 1), (motions[1], 1)];
    let notices = it.choose(contest, &votes, None);
    assert!(notices.iter().any(|notice| notice.contains("casting vote")), "{notices:?}");
    assert!(notices.iter().any(|notice| notice.contains("2 are accounted for")), "{notices:?}");
    it.choose(contest, &votes, Some(motions[1]));
    let held = it.held(contest);
    assert_eq!((held.chosen, held.rounds.len()), (Some(motions[1]), 2));
    assert_eq!(held.rounds[1].casting.as_ref().map(|casting| casting.person.as_str()), Some("ash"));
}

#[test]
fn the_least_supported_leaves_where_a_majority_is_needed() {
    let mut opened = opened();
    opened.body.rules.contests = Some(Won::Majority);
    let mut it = Driven { meeting: Meeting::new(opened), ..Driven::new() };
    it.debate();
    let (contest, motions) = it.alternatives(&["That it be red.", "That it be blue.", "That it be green."]);
    it.choose(contest, &[(motions[0], 4), (motions[1], 3), (motions[2], 2)], None);
    assert_eq!(it.fates(&motions), [Fate::Open, Fate::Open, Fate::Fallen]);
    let gone = Choosing { counts: vec![Count { motion: motions[2], votes: 3 }], ..Choosing::default() };
    assert!(it.tell(&Command::Choose { contest, choosing: gone }).unwrap_err().contains("not in this vote"));
    it.choose(contest, &[(motions[0], 4), (motions[1], 5)], None);
    assert_eq!(it.held(contest).chosen, Some(motions[1]));
}

#[test]
fn what_the_chair_declares_goes_before_the_count_and_a_choice_needs_two() {
    let mut it = Driven::debating();
    let (contest, motions) = it.alternatives(&["That it be red.", "That it be blue.", "That it be green."]);
    let notices = it.choose(contest, &[(motions[0], 1), (motions[1], 1), (motions[2], 1)], None);
    assert!(notices.iter().any(|notice| notice.contains("“contests”")), "{notices:?}");
    let declared = Choosing { chosen: Some(motions[2]), ..Choosing::default() };
    it.tell(&Command::Choose { contest, choosing: declared }).unwrap();
    assert_eq!(it.held(contest).chosen, Some(motions[2]));
    for motions in [vec![motions[2]], vec![motions[2], motions[2]], vec![motions[0], motions[2]]] {
        assert!(it.tell(&Command::Contest { item: "report".into(), motions }).is_err());
    }
}
