//! Who came, left, stood in and took the chair, as sentences.

use crate::meeting::event::{Presence, Sitting};
use crate::meeting::fact::{Content, Fact, Held, Move, Movement, Tenure};
use crate::meeting::id::{FactId, PersonId, SeatId};
use crate::meeting::people::Person;
use crate::meeting::state::Item;
use crate::meeting::timeline::Moment;
use crate::minutes::block::{Line, Part};
use crate::minutes::phrase::{Phrase, Value, Who};
use crate::minutes::style::{ListOrder, Movements, Substitutes};

use super::Build;

/// How many facts before a co-option are looked at for the decision that it follows from.
const NEAR: usize = 16;

/// Somebody's time in a seat that is another's.
#[derive(Clone, Copy)]
struct Standing<'a> {
    person: &'a PersonId,
    seat: &'a SeatId,
    from: Moment,
    until: Option<Moment>,
    by: FactId,
}

impl<'a> Build<'a> {
    pub(super) fn movement(self, movement: &'a Movement, fact: &Fact) -> Option<Part> {
        // Who came or went before the meeting began is no part of what happened in it.
        if self.state.before_beginning(fact.when) {
            return None;
        }
        if self.style.movements == Movements::Head && self.is_for_head(movement, fact.id) {
            return None;
        }
        if let Some(phrase) = movement.for_item.as_ref().and_then(|item| self.withdrawal(movement, fact, item)) {
            return Some(phrase);
        }
        let party = movement.party.as_ref().and_then(|id| self.state.party(id));
        let phrase = match (movement.moved, party.is_some()) {
            (Move::Left, false) => Phrase::Left,
            (Move::Disconnected, false) => Phrase::Disconnected,
            (Move::Arrived, false) => Phrase::Arrived,
            (Move::Returned, false) => Phrase::Returned,
            (Move::Reconnected, false) => Phrase::Reconnected,
            (Move::Left | Move::Disconnected, true) => Phrase::PartyLeft,
            (Move::Arrived, true) => Phrase::PartyArrived,
            (Move::Returned | Move::Reconnected, true) => Phrase::PartyReturned,
        };
        let values = [
            ("members", self.persons(&movement.people)),
            ("party", Value::People(party.map(Who::Party).into_iter().collect())),
            ("manner", Value::text(movement.manner.as_deref())),
            ("reason", Value::text(movement.because.as_deref())),
            ("time", self.time(Some(fact.when))),
        ];
        self.sentence(phrase, &values)
    }

    /// Whether a movement is one that a head tells of: members who came late, or left and did not come back.
    pub(super) fn is_for_head(self, movement: &Movement, id: FactId) -> bool {
        let last = |person: &PersonId| {
            let change = self.state.presences(person).and_then(|line| line.last());
            change.is_some_and(|change| change.by.entry == id.entry)
        };
        let told = match movement.moved {
            Move::Arrived => true,
            Move::Left => movement.for_item.is_none() && movement.people.iter().all(last),
            Move::Returned | Move::Disconnected | Move::Reconnected => false,
        };
        told && movement.party.is_none() && movement.people.iter().all(|person| self.sat(person))
    }

    /// Whether somebody sat in a seat at any time.
    fn sat(self, person: &PersonId) -> bool {
        let seats = &self.state.body().seats;
        seats.iter().any(|seat| {
            seat.holder.as_ref() == Some(person)
                || self.state.former_holders(&seat.id).contains(person)
                || self.state.substitutions(&seat.id).any(|(by, ..)| by == person)
        })
    }

    pub(super) fn tenure(self, tenure: &'a Tenure) -> Option<Part> {
        let phrase = match tenure.held {
            Held::InTheChair | Held::BackInTheChair if tenure.during.is_some() => Phrase::InTheChairForItem,
            Held::InTheChair => Phrase::InTheChair,
            Held::BackInTheChair => Phrase::BackInTheChair,
            Held::CoOpted => Phrase::CoOpted,
            Held::Accepted => Phrase::AcceptedOffice,
            Held::Resigned => Phrase::Resigned,
            Held::Removed => Phrase::Removed,
        };
        let seat = tenure.seat.as_ref().and_then(|id| self.state.seat(id));
        let role = match tenure.office {
            Some(office) => self.role(office),
            None if seat.is_some() => self.fill.text(Phrase::RoleMember, &[("body", self.short())]),
            None => String::new(),
        };
        let values = [
            ("person", self.persons([&tenure.person])),
            ("authority", Value::text(seat.and_then(|seat| seat.authority.as_deref()))),
            ("role", Value::from(role)),
            ("reason", Value::text(tenure.because.as_deref())),
        ];
        self.sentence(phrase, &values)
    }

    /// Whether a decision printed before it in its item says already that somebody is co-opted.
    pub(super) fn resolved_already(self, item: &Item, index: usize, tenure: &Tenure) -> bool {
        let surname = || self.state.person(&tenure.person).map(|person| person.name.surname.to_lowercase());
        let says = |fact: &FactId| match self.state.content(*fact) {
            Some(Content::Decision(decision)) if decision.basis.is_some() && !self.is_withheld(*fact) => {
                let words = decision.words().to_lowercase();
                let named = surname().is_some_and(|name| !name.is_empty() && words.contains(&name));
                named && ["co-opt", "coopt"].iter().any(|verb| words.contains(verb))
            }
            _ => false,
        };
        tenure.held == Held::CoOpted && item.facts.range(index.saturating_sub(NEAR)..index).any(says)
    }

    /// Those who sent apologies, each with what the house says after their name.
    pub(super) fn apologisers(self, sent: &[&'a Person]) -> Value<'a> {
        let tagged: Vec<(&Person, String)> =
            sent.iter().map(|person| (*person, self.apology_tag(&person.id))).collect();
        if tagged.iter().any(|(_, tag)| !tag.is_empty()) {
            return Value::Tagged(tagged);
        }
        Value::People(sent.iter().map(|person| Who::Person(person)).collect())
    }

    pub(super) fn apology_tag(self, person: &PersonId) -> String {
        let seat = self.state.body().seats.iter().find(|seat| seat.holder.as_ref() == Some(person));
        let substitutes = seat.map(|seat| self.stood_in_for(&seat.id)).unwrap_or_default();
        let values = [
            ("reason", Value::text(self.state.presence_reason(person))),
            ("substitutes", self.persons(substitutes)),
            ("authority", Value::text(seat.and_then(|seat| seat.authority.as_deref()))),
        ];
        self.fill.text(Phrase::ApologyTag, &values)
    }

    /// Who stood in for the holder of a seat at any time, each once.
    pub(super) fn stood_in_for(self, seat: &SeatId) -> Vec<&'a PersonId> {
        let mut people: Vec<&PersonId> = Vec::new();
        for (person, ..) in self.state.substitutions(seat).filter(|(person, ..)| self.stood_in(person)) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    fn stood_in(self, person: &PersonId) -> bool {
        !matches!(self.state.presence(person), Presence::Apologies | Presence::Absent)
    }

    /// Everybody's time in a seat that is another's, in the order of the house.
    fn standings(self) -> Vec<Standing<'a>> {
        let mut all: Vec<Standing<'_>> = Vec::new();
        for seat in &self.state.body().seats {
            let times = self.state.substitutions(&seat.id).filter(|(person, ..)| self.stood_in(person));
            for (person, from, by) in times {
                if !all.iter().any(|other| other.person == person) {
                    let until = self.state.substitution_end(&seat.id, by);
                    all.push(Standing { person, seat: &seat.id, from, until, by });
                }
            }
        }
        if self.style.apologies == ListOrder::Entered {
            all.sort_by_key(|one| (one.from, one.by));
        }
        all
    }

    pub(super) fn substitute_sentences(self) -> Vec<Line> {
        let standings = self.standings();
        let holder = |one: &Standing<'_>| self.state.seat(one.seat).and_then(|seat| seat.holder.as_ref());
        let whole = |one: &&Standing<'a>| holder(one).is_some() && self.times_of(one) == (None, None);
        let together: Vec<Standing<'a>> = standings.iter().filter(whole).copied().collect();
        if self.style.substitutes != Substitutes::Respectively || together.len() < 2 {
            return standings.into_iter().map(|one| self.substitute_sentence(&one)).collect();
        }
        let values = [
            ("substitutes", self.persons(together.iter().map(|one| one.person))),
            ("members", self.persons(together.iter().filter_map(holder))),
        ];
        let rest = standings.iter().filter(|one| !whole(one)).map(|one| self.substitute_sentence(one));
        std::iter::once(self.fill.line(Phrase::SubstitutesRespectively, &values)).chain(rest).collect()
    }

    /// From when and until when somebody stood in, where it was not from the beginning or not to the end.
    fn times_of(self, one: &Standing<'_>) -> (Option<Moment>, Option<Moment>) {
        let began = self.state.began();
        let sat = |at: &Moment| began.is_some_and(|began| at.time > began);
        let closed = |at: &Moment| self.state.sitting() == Sitting::Closed && self.state.ended() <= Some(at.time);
        (Some(one.from).filter(sat), one.until.filter(sat).filter(|at| !closed(at)))
    }

    fn substitute_sentence(self, one: &Standing<'a>) -> Line {
        let (from, until) = self.times_of(one);
        let substitute = ("substitute", self.persons([one.person]));
        let seat = self.state.seat(one.seat);
        if let Some(holder) = seat.and_then(|seat| seat.holder.as_ref()) {
            let values = [
                substitute,
                ("member", self.persons([holder])),
                ("from", self.time(from.map(|at| at.time))),
                ("until", self.time(until.map(|at| at.time))),
            ];
            return self.fill.line(Phrase::Substitute, &values);
        }
        let authority = Value::text(seat.and_then(|seat| seat.authority.as_deref()));
        self.fill.line(Phrase::SubstituteForNobody, &[substitute, ("authority", authority)])
    }
}
