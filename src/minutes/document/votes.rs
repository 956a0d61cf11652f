//! Votes: how they were taken, what they came to, and how a decision was carried.

use crate::meeting::fact::{Basis, Content, Decision, Fate, Method, Take, Tally, Way};
use crate::meeting::majority::Of;
use crate::minutes::block::{Line, Part};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::{Motions, VoteForm};

use super::{Build, paragraph, run_in};

pub(super) fn number(count: u32) -> Value<'static> {
    Value::Number(usize::try_from(count).unwrap_or(usize::MAX))
}

pub(super) fn count(count: u32) -> Value<'static> {
    Value::Count(usize::try_from(count).unwrap_or(usize::MAX))
}

impl<'a> Build<'a> {
    /// The votes on one thing, in order, of which `fate` came.
    pub(super) fn takes(self, takes: &'a [Take], what: &str, fate: Fate) -> Vec<Part> {
        let told = takes.iter().enumerate().flat_map(|(index, take)| {
            let settled = fate != Fate::Open && index + 1 == takes.len();
            let again = (index > 0).then(|| self.fill.line(Phrase::VoteAgain, &[]));
            let needed = self.needed(take);
            let asked = (!take.asked_by.is_empty())
                .then(|| self.fill.line(Phrase::VoteAskedFor, &[("members", self.persons(&take.asked_by))]));
            let sentences = asked.into_iter().chain(again).chain(self.result(take, what, settled)).chain(needed);
            paragraph(run_in(sentences)).into_iter().chain(self.vote_below(take))
        });
        told.collect()
    }

    /// What a vote came to, in a sentence or two.
    fn result(self, take: &'a Take, what: &str, settled: bool) -> Vec<Line> {
        let votes = ("votes", Value::from(self.how(take)));
        let what = || ("what", Value::from(what.to_owned()));
        let tally = take.count().filter(|tally| tally.yes == tally.no && tally.yes > 0);
        if tally.is_none() || !take.rule().settled_by_casting() {
            let phrase = match (take.carried, take.method) {
                (true, Method::Assent) if take.tally.is_none() => Phrase::MotionAgreed,
                (true, _) => Phrase::MotionCarried,
                (false, _) => Phrase::MotionLost,
            };
            return vec![self.fill.line(phrase, &[what(), votes])];
        }
        let equal = self.fill.line(Phrase::VotesEqual, &[votes]);
        let outcome = self.style.label(if take.carried { Phrase::Carried } else { Phrase::Lost });
        let outcome = ("outcome", Value::from(outcome));
        let casting = match &take.casting {
            Some(casting) => {
                let way = if casting.way == Way::For { Phrase::CastingFor } else { Phrase::CastingAgainst };
                let way = Value::from(self.fill.text(way, &[what()]));
                let values = [("presider", self.persons([&casting.by])), ("way", way), outcome];
                self.fill.line(Phrase::CastingVote, &values)
            }
            None if settled => self.fill.line(Phrase::NoCastingVote, &[what(), outcome]),
            None => Line::new(),
        };
        vec![equal, casting]
    }

    /// The count, or what stands for one: "5 for, 2 against, 1 abstaining".
    pub(super) fn how(self, take: &Take) -> String {
        if let Some(tally) = take.count() {
            return if self.style.votes == VoteForm::Prose { self.votes(tally) } else { String::new() };
        }
        if !take.carried {
            // The words for votes without a count say how something was carried.
            return String::new();
        }
        self.style.label(match take.method {
            Method::Unanimous => Phrase::VotesUnanimous,
            Method::NobodyAgainst => Phrase::NobodyAgainst,
            Method::Hands => Phrase::ShowOfHands,
            Method::Ballot => Phrase::VotesByBallot,
            Method::Assent | Method::Unopposed | Method::Vote | Method::Names => return String::new(),
        })
    }

    fn votes(self, tally: Tally) -> String {
        let values = [
            ("yes", number(tally.yes)),
            ("no", number(tally.no)),
            ("abstained", count(tally.abstained)),
            ("not_voting", count(tally.not_voting)),
            ("yes_votes", self.some(Phrase::SomeVotes, tally.yes)),
            ("no_votes", self.some(Phrase::SomeVotes, tally.no)),
            ("abstentions", self.some(Phrase::SomeAbstentions, tally.abstained)),
        ];
        self.fill.text(Phrase::Votes, &values)
    }

    /// The rule that applied, where it is not the simple majority of those voting.
    fn needed(self, take: &Take) -> Option<Line> {
        let rule = take.majority.as_ref()?;
        let reckoning = take.reckoning()?;
        let whole = self.style.label(match rule.base {
            Of::Voting => Phrase::OfVoting,
            Of::Present => Phrase::OfPresent,
            Of::Members => Phrase::OfMembers,
            Of::Seats => Phrase::OfSeats,
        });
        let values =
            [("needed", number(reckoning.needed)), ("base", number(reckoning.base)), ("whole", Value::from(whole))];
        Some(self.fill.line(Phrase::VotesNeeded, &values))
    }

    /// What is told of how a decision was carried before its words.
    pub(super) fn carried_before(self, decision: &'a Decision) -> Vec<Part> {
        match &decision.basis {
            Some(Basis::Motion { motion: id }) => match self.state.content(*id) {
                Some(Content::Motion(motion)) if motion.parts.is_empty() && !self.is_told_after(*id, motion) => {
                    self.outcome(*id, motion)
                }
                _ => Vec::new(),
            },
            Some(Basis::Vote { take }) if self.style.motions == Motions::Narrative && take.count().is_some() => {
                let taken = self.sentence(Phrase::VoteTaken, &[("votes", Value::from(self.how(take)))]);
                taken.into_iter().chain(self.needed(take).and_then(paragraph)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What is told of how a decision was carried after its words: the names of a recorded vote, a member's own vote.
    pub(super) fn carried_after(self, decision: &'a Decision) -> Vec<Part> {
        match &decision.basis {
            Some(Basis::Vote { take }) => self.vote_after(take),
            Some(Basis::Motion { motion: id }) => match self.state.content(*id) {
                Some(Content::Motion(motion)) if self.is_told_after(*id, motion) => {
                    motion.takes.iter().flat_map(|take| self.vote_after(take)).collect()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    /// Who moved a decision and what the vote on it was, in houses that say so beside its words.
    pub(super) fn carried_beside(self, decision: &'a Decision) -> (String, String) {
        let none = || (String::new(), String::new());
        if self.style.motions != Motions::Brackets {
            return none();
        }
        match &decision.basis {
            Some(Basis::Vote { take }) if take.count().is_some() => (String::new(), self.how(take)),
            Some(Basis::Motion { motion: id }) => match self.state.content(*id) {
                Some(Content::Motion(motion)) if self.is_told_after(*id, motion) => {
                    let values = [("mover", self.persons(&motion.mover)), ("seconder", self.persons(&motion.seconder))];
                    let moved = motion.mover.as_ref().map(|_| self.fill.text(Phrase::MovedBrackets, &values));
                    (moved.unwrap_or_default(), motion.takes.last().map(|take| self.how(take)).unwrap_or_default())
                }
                _ => none(),
            },
            _ => none(),
        }
    }
}
