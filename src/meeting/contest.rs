//! One of several: nominees for an office, or motions put against each other, counted in rounds.
//!
//! A round has a winner, sends the least supported out, or is tied. Which of these is the body's rule: some choose whoever
//! has the most votes, others go on until one has more than half of the votes given. Of two both rules come to the same.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::agenda::Office;
use super::fact::{Content, Count, Election, Fate, Motion, Proposal, Round};
use super::id::{FactId, PersonId};
use super::state::{Item, State};

/// By what one of several is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Won {
    /// By more votes than any other.
    #[serde(rename = "most-votes")]
    MostVotes,
    /// By more than half of the votes given; until one has them, the least supported leaves after each round.
    #[serde(rename = "majority")]
    Majority,
}

/// What a round comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// One is chosen.
    Chosen(FactId),
    /// The least supported leaves, and the others are voted on again.
    Out(FactId),
    /// As many votes for each of these, where one of them would be chosen. A casting vote may settle it.
    TiedForFirst(Vec<FactId>),
    /// As many votes for each of these, where one of them would have to leave. A casting vote may keep one of them in.
    TiedForLast(Vec<FactId>),
    /// Nobody has more than half, and the body's rules do not say whether the most votes are enough.
    RuleNotSet,
    /// There was no count, or nobody voted.
    NotCounted,
}

impl Round {
    /// The votes for each of `among`, in their order: as counted, or as the choices by name add up to.
    pub fn votes(&self, among: &[FactId]) -> Vec<Count> {
        let counted = |motion| self.counts.iter().filter(move |count| count.motion == motion).map(|count| count.votes);
        let named = |motion| u32::try_from(self.choices.iter().filter(|choice| choice.motion == motion).count());
        let votes = |motion: FactId| {
            if self.counts.is_empty() { named(motion).unwrap_or(u32::MAX) } else { counted(motion).sum() }
        };
        among.iter().map(|&motion| Count { motion, votes: votes(motion) }).collect()
    }

    /// How many the round accounts for.
    pub fn total(&self) -> u32 {
        let given = if self.counts.is_empty() {
            u32::try_from(self.choices.len()).unwrap_or(u32::MAX)
        } else {
            self.counts.iter().fold(0, |sum: u32, count| sum.saturating_add(count.votes))
        };
        given.saturating_add(self.abstained)
    }

    /// What the round comes to for those still in it, by the body's rule. Abstentions are no votes given. The casting
    /// vote counts only where there is equality, and only for one of those who are equal.
    pub fn standing(&self, among: &[FactId], won: Option<Won>) -> Standing {
        let mut votes = self.votes(among);
        // Stable, so that equals keep the order in which they were put.
        votes.sort_by_key(|count| Reverse(count.votes));
        let (Some(first), Some(last)) = (votes.first().copied(), votes.last().copied()) else {
            return Standing::NotCounted;
        };
        if first.votes == 0 {
            return Standing::NotCounted;
        }
        let given: u64 = votes.iter().map(|count| u64::from(count.votes)).sum();
        let by_half = u64::from(first.votes) * 2 > given;
        let equal_to = |of: Count| -> Vec<FactId> {
            votes.iter().filter(|count| count.votes == of.votes).map(|count| count.motion).collect()
        };
        if by_half {
            return Standing::Chosen(first.motion);
        }
        if votes.len() <= 2 || won == Some(Won::MostVotes) {
            return match self.equals(equal_to(first)) {
                Equals::One(chosen) => Standing::Chosen(chosen),
                Equals::Several(equals) => Standing::TiedForFirst(equals),
            };
        }
        if won.is_none() {
            return Standing::RuleNotSet;
        }
        let lowest = equal_to(last);
        match (lowest.as_slice(), self.casting_among(&lowest)) {
            ([only], _) => Standing::Out(*only),
            ([one, other], Some(kept)) => Standing::Out(if *one == kept { *other } else { *one }),
            (_, kept) => Standing::TiedForLast(lowest.iter().copied().filter(|motion| Some(*motion) != kept).collect()),
        }
    }

    /// Those who are equal, or the one of them whom the casting vote is for.
    fn equals(&self, equals: Vec<FactId>) -> Equals {
        match (equals.as_slice(), self.casting_among(&equals)) {
            ([only], _) => Equals::One(*only),
            (_, Some(chosen)) => Equals::One(chosen),
            (_, None) => Equals::Several(equals),
        }
    }

    fn casting_among(&self, equals: &[FactId]) -> Option<FactId> {
        self.casting.as_ref().map(|casting| casting.motion).filter(|motion| equals.contains(motion))
    }
}

enum Equals {
    One(FactId),
    Several(Vec<FactId>),
}

/// Those who are still in after the rounds so far, of all that were put.
pub fn remaining(all: &[FactId], rounds: &[Round]) -> Vec<FactId> {
    let left = |motion: &&FactId| !rounds.iter().any(|round| round.out.contains(motion));
    all.iter().filter(left).copied().collect()
}

impl State {
    /// Who is nominated for an office under an item and still in, each with the nomination.
    pub fn nominees<'a>(&'a self, item: &'a Item, to: Office) -> impl Iterator<Item = (FactId, &'a PersonId)> {
        let election = self.election(item, to).map(|(_, election)| election.rounds.as_slice()).unwrap_or_default();
        let left = move |id: FactId| election.iter().any(|round| round.out.contains(&id));
        self.facts_of(item).filter(move |fact| !left(fact.id)).filter_map(move |fact| match &fact.content {
            Content::Motion(Motion {
                fate: Fate::Open,
                proposal: Proposal::Appointment { office, nominee, .. },
                ..
            }) if *office == to => Some((fact.id, nominee)),
            _ => None,
        })
    }

    /// The election that is being held to an office under an item: one in which votes were taken and nobody is elected
    /// yet.
    pub fn election<'a>(&'a self, item: &'a Item, to: Office) -> Option<(FactId, &'a Election)> {
        let held = self.facts_of(item).rev().find_map(|fact| match &fact.content {
            Content::Election(election) if election.office == to => Some((fact.id, election)),
            _ => None,
        });
        held.filter(|(_, election)| election.elected.is_none() && !election.rounds.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::meeting::fact::{Choice, Circumstances, Method};

    fn id(n: u64) -> FactId {
        FactId::new(n, 0)
    }

    fn round(counts: &[u32]) -> Round {
        let counts = (1..).zip(counts).map(|(n, votes)| Count { motion: id(n), votes: *votes }).collect();
        Round {
            method: Method::Hands,
            counts,
            abstained: 0,
            choices: Vec::new(),
            casting: None,
            by_lot: false,
            out: Vec::new(),
            room: Circumstances::default(),
        }
    }

    fn casting(counts: &[u32], motion: u64) -> Round {
        Round { casting: Some(Choice { person: "ash".into(), motion: id(motion) }), ..round(counts) }
    }

    fn all(round: &Round) -> Vec<FactId> {
        round.counts.iter().map(|count| count.motion).collect()
    }

    #[test]
    fn one_of_several_is_chosen_by_the_rule_of_the_body() {
        use Standing::{Chosen, NotCounted, Out, RuleNotSet, TiedForFirst, TiedForLast};
        let (most, half) = (Some(Won::MostVotes), Some(Won::Majority));
        let table = [
            (round(&[6, 5]), None, Chosen(id(1))),
            (round(&[5, 6]), half, Chosen(id(2))),
            (round(&[5, 5]), None, TiedForFirst(vec![id(1), id(2)])),
            (casting(&[5, 5], 2), None, Chosen(id(2))),
            // A casting vote for somebody who is not among the equals settles nothing.
            (casting(&[5, 5], 3), None, TiedForFirst(vec![id(1), id(2)])),
            // Nor does it count where there is no equality.
            (casting(&[6, 5], 2), None, Chosen(id(1))),
            (round(&[7, 3, 3]), None, Chosen(id(1))),
            (round(&[5, 4, 3]), None, RuleNotSet),
            (round(&[5, 4, 3]), most, Chosen(id(1))),
            (round(&[5, 5, 3]), most, TiedForFirst(vec![id(1), id(2)])),
            (round(&[5, 4, 3]), half, Out(id(3))),
            // Half is not more than half.
            (round(&[6, 4, 2]), half, Out(id(3))),
            (round(&[5, 3, 3]), half, TiedForLast(vec![id(2), id(3)])),
            (casting(&[5, 3, 3], 2), half, Out(id(3))),
            (casting(&[3, 3, 3], 1), half, TiedForLast(vec![id(2), id(3)])),
            (round(&[0, 0]), half, NotCounted),
            (round(&[]), half, NotCounted),
        ];
        for (round, won, expected) in table {
            assert_eq!(round.standing(&all(&round), won), expected, "{:?} {won:?}", round.counts);
        }
    }

    #[test]
    fn choices_by_name_are_counted_and_those_who_left_are_not() {
        let choice = |person: &str, motion| Choice { person: person.into(), motion: id(motion) };
        let choices = vec![choice("ash", 1), choice("birch", 2), choice("cedar", 2)];
        let round = Round { choices, abstained: 1, ..round(&[]) };
        assert_eq!(round.standing(&[id(1), id(2)], None), Standing::Chosen(id(2)));
        assert_eq!(round.total(), 4);
        let first = Round { out: vec![id(2)], ..round };
        assert_eq!(remaining(&[id(1), id(2), id(3)], &[first]), [id(1), id(3)]);
    }

    proptest! {
        #[test]
        fn whoever_is_chosen_has_as_many_votes_as_anybody(counts in prop::collection::vec(0_u32..50, 1..7), half: bool) {
            let round = round(&counts);
            let won = Some(if half { Won::Majority } else { Won::MostVotes });
            let votes = |motion: FactId| round.votes(&[motion]).first().map_or(0, |count| count.votes);
            let most = counts.iter().max().copied().unwrap_or(0);
            match round.standing(&all(&round), won) {
                Standing::Chosen(motion) => prop_assert_eq!(votes(motion), most),
                Standing::Out(motion) => prop_assert_eq!(votes(motion), counts.iter().min().copied().unwrap_or(0)),
                Standing::TiedForFirst(equals) => prop_assert!(equals.len() > 1 && equals.iter().all(|m| votes(*m) == most)),
                Standing::TiedForLast(equals) => prop_assert!(equals.len() > 1),
                Standing::RuleNotSet => prop_assert!(false, "the rule is set"),
                Standing::NotCounted => prop_assert_eq!(most, 0),
            }
        }
    }
}
