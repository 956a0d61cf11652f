//! One of several: motions put against each other, and the rounds that elections share with them.

use std::collections::BTreeSet;

use crate::meeting::command::{Choosing, Decided, Refusal};
use crate::meeting::contest::{Standing, remaining};
use crate::meeting::event::Event;
use crate::meeting::fact::{Choice, Content, Contest, Fate, Motion, Proposal, Round};
use crate::meeting::id::{FactId, ItemId};

use super::proposals::changed;
use super::{Desk, Outcome};

impl Desk<'_> {
    /// Puts motions against each other. Nothing is voted on yet.
    pub(super) fn contest(&self, item: &ItemId, motions: &[FactId]) -> Outcome {
        let distinct: BTreeSet<&FactId> = motions.iter().collect();
        if distinct.len() < 2 || distinct.len() < motions.len() {
            return Err(Refusal::new("A choice is between two motions or more.", "Name each of them once."));
        }
        for id in motions {
            let motion = self.motion(*id)?;
            if motion.fate != Fate::Open {
                return Err(Refusal::new(
                    "One of the motions is not before the meeting any more.",
                    "Undo what became of it if that was wrong.",
                ));
            }
            if matches!(motion.proposal, Proposal::Appointment { .. }) {
                return Err(Refusal::new("Nominees are chosen by an election.", "Use the commands of elections."));
            }
        }
        let index = self.item(item)?.facts.len();
        let contest = Contest { motions: motions.to_vec(), rounds: Vec::new(), chosen: None };
        Ok(Decided::of(vec![Event::Recorded { item: item.clone(), index, content: Content::Contest(contest) }]))
    }

    /// A round between the motions of a contest that are still in. The one that is chosen stays before the meeting as
    /// the substantive motion; the others fall.
    pub(super) fn choose(&self, id: FactId, choosing: &Choosing) -> Outcome {
        let fact = self.fact(id)?;
        let Content::Contest(contest) = &fact.content else {
            return Err(Refusal::new("That is no choice between motions.", "Put motions against each other first."));
        };
        if contest.chosen.is_some() {
            return Err(Refusal::new("The choice has been made.", "Undo it if it was wrong."));
        }
        let among = remaining(&contest.motions, &contest.rounds);
        let (round, standing, notices) = self.round(&fact.item, &among, choosing)?;
        let mut contest = contest.clone();
        let fallen: Vec<FactId> = match &standing {
            Standing::Chosen(chosen) => {
                contest.chosen = Some(*chosen);
                among.iter().copied().filter(|motion| motion != chosen).collect()
            }
            _ => round.out.clone(),
        };
        contest.rounds.push(round);
        let mut decided = Decided::of(vec![Event::Changed { id, content: Content::Contest(contest) }]);
        decided.notices = notices;
        for motion in fallen {
            self.falls(motion, &mut decided)?;
        }
        Ok(decided)
    }

    fn falls(&self, id: FactId, decided: &mut Decided) -> Result<(), Refusal> {
        let motion = self.motion(id)?.clone();
        decided.events.push(changed(id, Motion { fate: Fate::Fallen, ..motion }));
        self.amendments_fall(id, decided);
        Ok(())
    }

    /// A round between `among`, with what had effect in the room, what it comes to, and what the clerk should know. What
    /// the chair declared goes before what the count comes to.
    pub(super) fn round(
        &self,
        item: &ItemId,
        among: &[FactId],
        choosing: &Choosing,
    ) -> Result<(Round, Standing, Vec<String>), Refusal> {
        let named = choosing.counts.iter().map(|count| count.motion);
        let named = named.chain(choosing.choices.iter().map(|choice| choice.motion));
        let named: Vec<FactId> = named.chain(choosing.casting).chain(choosing.chosen).chain(choosing.out).collect();
        if !named.iter().all(|motion| among.contains(motion)) {
            return Err(Refusal::new(
                "Somebody or something named is not in this vote.",
                "Name only what is put, and what has not left in an earlier round.",
            ));
        }
        let mut seen = BTreeSet::new();
        for choice in &choosing.choices {
            self.known(&choice.person)?;
            if !seen.insert(&choice.person) {
                let name = self.called(&choice.person);
                return Err(Refusal::new(format!("{name} is named twice in the vote."), "Name everybody once."));
            }
        }
        let casting = choosing.casting.map(|motion| self.casting_choice(motion)).transpose()?;
        let mut round = Round {
            method: choosing.method,
            counts: choosing.counts.clone(),
            abstained: choosing.abstained,
            choices: choosing.choices.clone(),
            casting,
            by_lot: false,
            out: Vec::new(),
            room: self.state.circumstances(Some(item)),
        };
        let reckoned = round.standing(among, self.state.body().rules.contests);
        let standing = match (choosing.chosen, choosing.out) {
            (Some(chosen), _) => Standing::Chosen(chosen),
            (None, Some(out)) => Standing::Out(out),
            (None, None) => reckoned,
        };
        if let Standing::Out(out) = standing {
            round.out.push(out);
        }
        let voters = round.choices.iter().map(|choice| choice.person.clone()).collect::<Vec<_>>();
        let notices = gap(&round).into_iter().chain(self.cannot_vote(&self.not_entitled(&voters, Some(item))));
        let notices = notices.chain(advice(&standing).map(str::to_owned)).collect();
        Ok((round, standing, notices))
    }

    fn casting_choice(&self, motion: FactId) -> Result<Choice, Refusal> {
        Ok(Choice { person: self.casting_voter()?, motion })
    }
}

/// The gap between a round and those who could vote, where it was counted.
fn gap(round: &Round) -> Option<String> {
    let (total, entitled) = (round.total(), round.room.entitled);
    (total != 0 && total != entitled).then(|| format!("{entitled} could vote, and {total} are accounted for."))
}

fn advice(standing: &Standing) -> Option<&'static str> {
    Some(match standing {
        Standing::Chosen(_) => return None,
        Standing::Out(_) => "Nothing has more than half of the votes: the least supported leaves, so vote again.",
        Standing::TiedForFirst(_) => "The votes are equal: record the casting vote, or what the chair declared.",
        Standing::TiedForLast(_) => "It is equal which has the fewest votes: say which leaves.",
        Standing::RuleNotSet => {
            "Nothing has more than half of the votes, and the body's rules do not set “contests”: say what the chair declared."
        }
        Standing::NotCounted => "No votes are recorded: say what the chair declared.",
    })
}
