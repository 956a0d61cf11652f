//! Who may vote on an item, and who counts towards the quorum, as follows from what was recorded.

use super::body::Seat;
use super::event::Mode;
use super::fact::{Circumstances, Consequence, Content, Declaration};
use super::id::{FactId, ItemId, PersonId};
use super::state::State;

/// Why a member who is present may not vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Their seat has no vote.
    Seat,
    /// They attend remotely, and the body's rules do not say that this counts.
    Remote,
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
            Self::Remote => true,
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

    /// Why somebody who sits in a seat may not vote under an item.
    fn bar(&self, seat: &Seat, person: &PersonId, item: Option<&ItemId>) -> Option<Bar> {
        if self.body().rules.remote_counts != Some(true) && self.mode(person) == Mode::Remote {
            return Some(Bar::Remote);
        }
        let interest = item.and_then(|item| self.gravest_interest(person, item));
        if let Some((declared, consequence)) = interest.filter(|(_, consequence)| *consequence > Consequence::Stay) {
            return Some(Bar::Interest { declared, consequence });
        }
        (seat.votes == Some(false)).then_some(Bar::Seat)
    }

    /// The interests that somebody declared, in order, struck ones left out.
    pub fn interests_of(&self, person: &PersonId) -> impl Iterator<Item = (FactId, &Declaration)> {
        let (first, last) = (FactId::new(0, 0), FactId::new(u64::MAX, u32::MAX));
        let declared = self.declared.range((person.clone(), first)..=(person.clone(), last));
        declared.filter_map(|(_, id)| match self.content(*id) {
            Some(Content::Declaration(declaration)) => Some((*id, declaration)),
            _ => None,
        })
    }

    /// Everybody's interests in an item, in the order of the roll.
    pub fn interests_in(&self, item: &ItemId) -> Vec<(FactId, &Declaration)> {
        let mut all: Vec<_> = self.declared.iter().map(|(_, id)| *id).collect();
        all.sort_unstable();
        let held = all.into_iter().filter_map(|id| match self.content(id) {
            Some(Content::Declaration(declaration)) if self.concerns(declaration, item) => Some((id, declaration)),
            _ => None,
        });
        held.collect()
    }

    /// What bars somebody most from an item, of all that they declared.
    pub fn gravest_interest(&self, person: &PersonId, item: &ItemId) -> Option<(FactId, Consequence)> {
        let held = self.interests_of(person).filter(|(_, declaration)| self.concerns(declaration, item));
        held.map(|(id, declaration)| (id, declaration.effect())).max_by_key(|(_, consequence)| *consequence)
    }

    /// Whether a declaration is in an item, in what it is part of, or in the business as a whole.
    fn concerns(&self, declaration: &Declaration, item: &ItemId) -> bool {
        let above = std::iter::successors(self.item(item), |item| item.parent.as_ref().and_then(|id| self.item(id)));
        declaration.items.is_empty() || above.into_iter().any(|item| declaration.items.contains(&item.agenda.id))
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
        }
    }
}
