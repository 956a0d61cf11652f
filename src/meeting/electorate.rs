//! Who may vote on an item, and who counts towards the quorum, as follows from what was recorded.

use super::body::Seat;
use super::event::Mode;
use super::fact::{Circumstances, Consequence, Content, Fact, Held};
use super::id::{FactId, ItemId, PersonId};
use super::state::State;

/// Why a member who is present may not vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Their seat has no vote.
    Seat,
    /// They attend remotely, and the body's rules do not say that this counts.
    Remote,
    /// They did not make the declaration of acceptance of office yet, before which they may not act (Local Government Act
    /// 1972, section 83(1)).
    Acceptance,
    /// They declared an interest.
    Interest {
        /// The declaration.
        declared: FactId,
        /// What it bars from.
        consequence: Consequence,
    },
}

impl Bar {
    /// Whether the member does not count towards the quorum either: for who attends remotely, or should have left.
    pub fn is_from_quorum(self) -> bool {
        match self {
            Self::Seat => false,
            Self::Remote | Self::Acceptance => true,
            Self::Interest { consequence, .. } => consequence >= Consequence::SpeakThenLeave,
        }
    }
}

/// The members present, parted into those who may vote and those who may not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Electorate {
    /// Who may vote, in the order of the seats.
    pub entitled: Vec<PersonId>,
    /// Who may not, and why.
    pub barred: Vec<(PersonId, Bar)>,
}

impl Electorate {
    /// How many count towards the quorum.
    pub fn counting(&self) -> usize {
        self.entitled.len() + self.barred.iter().filter(|(_, bar)| !bar.is_from_quorum()).count()
    }
}

impl State {
    /// The members present, with what they may do under an item; under none, only what holds throughout counts.
    pub fn electorate(&self, item: Option<&ItemId>) -> Electorate {
        let mut electorate = Electorate::default();
        for (seat, person) in self.members_present() {
            match self.bar(seat, person, item) {
                None => electorate.entitled.push(person.clone()),
                Some(bar) => electorate.barred.push((person.clone(), bar)),
            }
        }
        electorate
    }

    /// Whether somebody sits in a seat with a vote, or has in this meeting.
    pub fn is_voting_member(&self, person: &PersonId) -> bool {
        let sat = |seat: &Seat| {
            seat.holder.as_ref() == Some(person)
                || self.former_holders(&seat.id).contains(person)
                || self.substitutions(&seat.id).any(|(by, ..)| by == person)
        };
        self.body().seats.iter().any(|seat| seat.votes != Some(false) && sat(seat))
    }

    /// Whether somebody who was co-opted in this meeting had not accepted the office when something was recorded, or has
    /// not by now: asked where the body's rules say that it matters.
    pub fn awaited_acceptance(&self, person: &PersonId, by: Option<&Fact>) -> bool {
        if self.body().rules.acceptance != Some(true) {
            return false;
        }
        let place = |fact: &Fact| (fact.when, fact.id);
        let before = |fact: &&Fact| by.is_none_or(|by| place(fact) < place(by));
        let held = |fact: &Fact| match &fact.content {
            Content::Tenure(tenure) if tenure.person == *person && tenure.office.is_none() => Some(tenure.held),
            _ => None,
        };
        let facts = self.tenures.iter().filter_map(|id| self.fact(*id)).filter(|fact| fact.struck.is_none());
        let told = facts.filter(before).filter_map(|fact| Some((place(fact), held(fact)?)));
        let told = told.filter(|(_, held)| matches!(held, Held::CoOpted | Held::Accepted));
        told.max_by_key(|(place, _)| *place).is_some_and(|(_, held)| held == Held::CoOpted)
    }

    /// Whether somebody was co-opted in this meeting to a body whose members accept office before they act.
    pub(super) fn was_co_opted(&self, person: &PersonId) -> bool {
        let co_opted = |id: &FactId| {
            let content = self.content(*id);
            matches!(content, Some(Content::Tenure(it)) if it.held == Held::CoOpted && it.person == *person)
        };
        self.body().rules.acceptance == Some(true) && self.tenures.iter().any(co_opted)
    }

    /// Why somebody who sits in a seat may not vote under an item.
    fn bar(&self, seat: &Seat, person: &PersonId, item: Option<&ItemId>) -> Option<Bar> {
        if self.body().rules.remote_counts != Some(true) && self.mode(person) == Mode::Remote {
            return Some(Bar::Remote);
        }
        if self.awaited_acceptance(person, None) {
            return Some(Bar::Acceptance);
        }
        let interest = item.and_then(|item| self.gravest_interest(person, item));
        if let Some((declared, consequence)) = interest.filter(|(_, consequence)| *consequence > Consequence::Stay) {
            return Some(Bar::Interest { declared, consequence });
        }
        (seat.votes == Some(false)).then_some(Bar::Seat)
    }

    /// Who and how many are there now for what is decided under an item.
    pub fn circumstances(&self, item: Option<&ItemId>) -> Circumstances {
        let electorate = self.electorate(item);
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let interested = |(person, bar): &(PersonId, Bar)| matches!(bar, Bar::Interest { .. }).then(|| person.clone());
        Circumstances {
            presiding: self.presiding().cloned(),
            present: number(electorate.counting()),
            entitled: number(electorate.entitled.len()),
            quorum: self.body().quorum(),
            members: self.body().members_in_post(),
            seats: number(self.body().seats.len()),
            barred: electorate.barred.iter().filter_map(interested).collect(),
            not_members: self.not_members(&electorate.entitled),
        }
    }

    /// Those of `entitled` who sit as substitutes, where the body's rules say that a substitute is none of the members.
    fn not_members(&self, entitled: &[PersonId]) -> Vec<PersonId> {
        if self.body().rules.substitutes_are_members != Some(false) {
            return Vec::new();
        }
        let substitutes = self.members_present().filter(|(seat, person)| seat.holder.as_ref() != Some(person));
        substitutes.map(|(_, person)| person).filter(|person| entitled.contains(person)).cloned().collect()
    }
}
