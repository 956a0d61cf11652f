//! An election as it was held: nominations, rounds, who was elected.

use crate::meeting::contest::remaining;
use crate::meeting::fact::{Choice, Content, Election, Fate, Method, Motion, Proposal, Round};
use crate::meeting::id::{FactId, PersonId};
use crate::minutes::block::{Line, Part};
use crate::minutes::phrase::{Phrase, Value};

use super::{Build, paragraph, run_in};

impl<'a> Build<'a> {
    pub(super) fn election(self, election: &'a Election) -> Option<Part> {
        let role = || ("role", Value::from(self.role(election.office)));
        let asked = match &election.presiding {
            Some(person) => self.fill.line(Phrase::NominationsAsked, &[("presider", self.persons([person])), role()]),
            None => self.fill.line(Phrase::NominationsInvited, &[role()]),
        };
        let motions: Vec<&Motion> = election.nominations.iter().filter_map(|id| self.nominated(*id)).collect();
        let withdrew = motions.iter().filter(|motion| motion.fate == Fate::Withdrawn).count();
        let nominations = motions.iter().flat_map(|motion| [self.nomination(motion), self.withdrawal_of(motion)]);
        let told: Vec<Line> = nominations.collect();
        let rounds: Vec<Line> = (0..election.rounds.len()).flat_map(|index| self.round(election, index)).collect();
        let outcome = match (&election.elected, motions.len() - withdrew) {
            // The next round, or the clerk, has yet to say.
            (None, _) if !election.rounds.is_empty() && self.state.ended().is_none() => None,
            (None, 0) => Some(Phrase::NoNominations),
            (None, _) => Some(Phrase::NobodyElected),
            (Some(_), _) if !election.rounds.is_empty() => Some(Phrase::ElectedAfterVotes),
            (Some(_), 0 | 1) if withdrew > 0 => Some(Phrase::ElectedRemaining),
            (Some(_), 0 | 1) => Some(Phrase::ElectedUnopposed),
            (Some(_), _) => Some(Phrase::ElectedByVote),
        };
        let year = Value::text(self.state.agenda().municipal_year.as_deref());
        let values = [("elected", self.persons(&election.elected)), role(), ("year", year)];
        let outcome = outcome.map(|phrase| self.fill.line(phrase, &values));
        paragraph(run_in(std::iter::once(asked).chain(told).chain(rounds).chain(outcome)))
    }

    fn nominated(self, id: FactId) -> Option<&'a Motion> {
        match self.state.content(id)? {
            Content::Motion(motion) => Some(motion),
            _ => None,
        }
    }

    fn nominee(self, id: FactId) -> Option<&'a PersonId> {
        match &self.nominated(id)?.proposal {
            Proposal::Appointment { nominee, .. } => Some(nominee),
            _ => None,
        }
    }

    fn withdrawal_of(self, motion: &'a Motion) -> Line {
        match &motion.proposal {
            Proposal::Appointment { nominee, .. } if motion.fate == Fate::Withdrawn => {
                self.fill.line(Phrase::NomineeWithdrew, &[("nominee", self.persons([nominee]))])
            }
            _ => Line::new(),
        }
    }

    /// One round: the votes, what settled a tie, who left.
    fn round(self, election: &'a Election, index: usize) -> Vec<Line> {
        let Some(round) = election.rounds.get(index) else { return Vec::new() };
        let among = remaining(&election.nominations, election.rounds.get(..index).unwrap_or_default());
        let among: Vec<FactId> = among.into_iter().filter(|id| self.stood(*id, round)).collect();
        let mut lines = vec![self.votes_cast(round, &among)];
        if let Some(Choice { person, motion }) = &round.casting {
            let values = [("presider", self.persons([person])), ("nominee", self.persons(self.nominee(*motion)))];
            lines.push(self.fill.line(Phrase::NomineeCasting, &values));
        }
        if round.by_lot {
            lines.push(self.fill.line(Phrase::DrawnByLot, &[]));
        }
        let out: Vec<&PersonId> = round.out.iter().filter_map(|id| self.nominee(*id)).collect();
        if !out.is_empty() {
            lines.push(self.fill.line(Phrase::NomineesOut, &[("nominees", self.persons(out))]));
        }
        lines
    }

    /// Whether a nominee was still in for a round: who withdrew before it is not counted.
    fn stood(self, id: FactId, round: &Round) -> bool {
        let voted = round.counts.iter().any(|count| count.motion == id && count.votes > 0)
            || round.choices.iter().any(|choice| choice.motion == id);
        voted || self.nominated(id).is_some_and(|motion| motion.fate != Fate::Withdrawn)
    }

    fn votes_cast(self, round: &'a Round, among: &[FactId]) -> Line {
        let counted = !round.counts.is_empty() || !round.choices.is_empty();
        let each = round.votes(among).into_iter().filter(|_| counted).map(|count| {
            let chose: Vec<&PersonId> =
                round.choices.iter().filter(|it| it.motion == count.motion).map(|it| &it.person).collect();
            let votes = usize::try_from(count.votes).unwrap_or(usize::MAX);
            let values = [
                ("votes", Value::Number(votes)),
                ("nominee", self.persons(self.nominee(count.motion))),
                ("voters", self.persons(chose)),
            ];
            crate::minutes::block::plain(&self.fill.counted(Phrase::NomineeVotes, votes, &values))
        });
        let votes: Vec<String> = each.collect();
        let how = match round.method {
            Method::Hands => self.style.label(Phrase::ShowOfHands),
            Method::Ballot => self.style.label(Phrase::ByBallot),
            Method::Names => self.style.label(Phrase::ByNames),
            _ => String::new(),
        };
        let abstained = usize::try_from(round.abstained).unwrap_or(usize::MAX);
        let values = [
            ("method", Value::from(how)),
            ("votes", Value::from(self.fill.names().join(&votes))),
            ("abstained", if abstained == 0 { Value::Empty } else { Value::Number(abstained) }),
        ];
        self.fill.line(Phrase::NomineesVotedOn, &values)
    }
}
