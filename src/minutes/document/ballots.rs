//! What stands below a vote: its count in lines or in a table, and how members voted.

use crate::meeting::fact::{Method, Take, Tally, Vote, Way};
use crate::minutes::block::{Cell, Part, Run, Table};
use crate::minutes::phrase::{Form, Phrase, Value};
use crate::minutes::style::{Motions, VoteForm};

use super::votes::{count, number};
use super::{Build, paragraph};

/// The ways of voting, with the votes that a count holds of each.
fn ways(tally: Tally) -> [(Way, u32); 4] {
    [
        (Way::For, tally.yes),
        (Way::Against, tally.no),
        (Way::Abstained, tally.abstained),
        (Way::NotVoting, tally.not_voting),
    ]
}

impl<'a> Build<'a> {
    /// What stands below the sentence that tells of a vote.
    pub(super) fn vote_below(self, take: &'a Take) -> Vec<Part> {
        match (self.style.votes, take.count()) {
            (VoteForm::Lines, Some(tally)) => self.count_lines(tally).into_iter().chain(self.names(take)).collect(),
            (VoteForm::Table, Some(tally)) => {
                let own = take.votes.iter().filter(|_| take.method != Method::Names);
                let own = own.filter_map(|vote| self.own_vote(vote));
                std::iter::once(self.count_table(take, tally)).chain(own).collect()
            }
            _ => self.names(take),
        }
    }

    /// What stands below a decision of the vote that it was carried by.
    pub(super) fn vote_after(self, take: &'a Take) -> Vec<Part> {
        if self.style.motions == Motions::Silent { self.names(take) } else { self.vote_below(take) }
    }

    fn count_lines(self, tally: Tally) -> Vec<Part> {
        let line = |(way, votes)| {
            let (phrase, votes) = match way {
                Way::For => (Phrase::VoteLineFor, number(votes)),
                Way::Against => (Phrase::VoteLineAgainst, number(votes)),
                Way::Abstained => (Phrase::VoteLineAbstained, number(votes)),
                Way::NotVoting => (Phrase::VoteLineNot, count(votes)),
            };
            paragraph(self.fill.line(phrase, &[("votes", votes)]))
        };
        ways(tally).into_iter().filter_map(line).collect()
    }

    /// A column for each way of voting, with the votes and, in a recorded vote, whose they were.
    fn count_table(self, take: &'a Take, tally: Tally) -> Part {
        let told = ways(tally).into_iter().filter(|(way, votes)| *way != Way::NotVoting || *votes > 0);
        let column = |way| match way {
            Way::For => Phrase::VoteColumnFor,
            Way::Against => Phrase::VoteColumnAgainst,
            Way::Abstained => Phrase::VoteColumnAbstained,
            Way::NotVoting => Phrase::VoteColumnNot,
        };
        let counts = |votes: u32| -> Cell { vec![vec![Run::plain(votes.to_string())]] };
        let mut rows: Vec<Vec<Cell>> = vec![told.clone().map(|(_, votes)| counts(votes)).collect()];
        if take.method == Method::Names {
            rows.push(told.clone().map(|(way, _)| self.voters(take, way)).collect());
        }
        Part::Table(Table {
            name: self.style.label(Phrase::TableVotes),
            columns: told.map(|(way, _)| self.style.label(column(way))).collect(),
            rows,
        })
    }

    fn voters(self, take: &'a Take, way: Way) -> Cell {
        let voted = take.votes.iter().filter(|vote| vote.way == way);
        let people = voted.filter_map(|vote| self.state.person(&vote.person));
        people.map(|person| vec![Run::plain(self.fill.names().in_form(person, Form::Formal))]).collect()
    }

    /// Votes as a phrase has them: "one vote".
    pub(super) fn some(self, phrase: Phrase, votes: u32) -> Value<'a> {
        let votes = usize::try_from(votes).unwrap_or(usize::MAX);
        let line = self.fill.counted(phrase, votes, &[("count", Value::Number(votes))]);
        Value::from(crate::minutes::block::plain(&line))
    }

    /// How each member voted in a recorded vote; else those who had their own vote recorded.
    fn names(self, take: &'a Take) -> Vec<Part> {
        const LISTS: [(Way, Phrase); 4] = [
            (Way::For, Phrase::VotesFor),
            (Way::Against, Phrase::VotesAgainst),
            (Way::Abstained, Phrase::VotesAbstained),
            (Way::NotVoting, Phrase::VotesNot),
        ];
        if take.method != Method::Names {
            return take.votes.iter().filter_map(|vote| self.own_vote(vote)).collect();
        }
        let list = |(way, phrase): (Way, Phrase)| {
            let members: Vec<_> = take.votes.iter().filter(|vote| vote.way == way).map(|vote| &vote.person).collect();
            (!members.is_empty()).then(|| {
                self.fill.line(phrase, &[("count", Value::Number(members.len())), ("members", self.persons(members))])
            })
        };
        LISTS.into_iter().filter_map(list).filter_map(paragraph).collect()
    }

    fn own_vote(self, vote: &'a Vote) -> Option<Part> {
        let way = self.style.label(match vote.way {
            Way::For => Phrase::VotedFor,
            Way::Against => Phrase::VotedAgainst,
            Way::Abstained => Phrase::VotedAbstained,
            Way::NotVoting => Phrase::VotedNot,
        });
        self.sentence(Phrase::OwnVote, &[("member", self.persons([&vote.person])), ("way", Value::from(way))])
    }
}
