//! The sentences of formal business: elections, apologies, declarations, earlier minutes.

use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::event::Presence;
use crate::meeting::fact::{Accuracy, Amendment, Content, MinutesOutcome, Motion, Proposal};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::people::Person;
use crate::meeting::state::Item;
use crate::meeting::timeline::{Moment, Timeline};
use crate::minutes::block::{Line, Part};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::{ListOrder, Marker, PeopleForm, Substitutes, SubstitutesPlace};

use super::{Build, listed, paragraph, run_in};

/// When something was entered, for lists in that order.
type Entered = Option<(Moment, FactId)>;

impl<'a> Build<'a> {
    pub(super) fn role(self, office: Office) -> String {
        self.style.label(match office {
            Office::Chair => Phrase::RoleChair,
            Office::ViceChair => Phrase::RoleViceChair,
        })
    }

    /// A nomination of which no election tells.
    pub(super) fn untold_nomination(self, item: &'a Item, id: FactId, motion: &'a Motion) -> Option<Part> {
        let told =
            self.state.facts_of(item).rev().any(
                |other| matches!(&other.content, Content::Election(election) if election.nominations.contains(&id)),
            );
        if told { None } else { paragraph(self.nomination(motion)) }
    }

    pub(super) fn nomination(self, motion: &'a Motion) -> Line {
        let Proposal::Appointment { nominee, absent, .. } = &motion.proposal else { return Line::new() };
        let nominee = self.persons([nominee]);
        let absence =
            if *absent { self.fill.text(Phrase::InAbsence, &[("nominee", nominee.clone())]) } else { String::new() };
        let values = [
            ("nominee", nominee),
            ("absence", Value::from(absence)),
            ("proposer", self.persons(&motion.mover)),
            ("seconder", self.persons(&motion.seconder)),
        ];
        self.fill.line(Phrase::Nomination, &values)
    }

    /// The sentences about apologies and substitutes.
    pub(super) fn apologies(self) -> Vec<Part> {
        let sent = self.apologies_sent();
        let names = self.apologisers(&sent);
        let apologies = match sent.len() {
            0 => Line::new(),
            count => self.fill.counted(Phrase::Apologies, count, &[("members", names)]),
        };
        let substitutes = match self.style.substitutes_place {
            SubstitutesPlace::Apologies if !self.substitutes_have_an_item() => self.substitute_sentences(),
            SubstitutesPlace::Apologies | SubstitutesPlace::Head => Vec::new(),
        };
        if self.style.apology_list == PeopleForm::Lines && sent.len() > 1 {
            let listed = self.apologies_listed(&sent);
            return listed.into_iter().chain(substitutes.into_iter().filter_map(paragraph)).collect();
        }
        self.run_in_or_apart(std::iter::once(apologies).chain(substitutes))
    }

    /// The sentences about substitutes under the item that is for them.
    pub(super) fn substitutes_alone(self) -> Vec<Part> {
        match self.style.substitutes_place {
            SubstitutesPlace::Apologies => self.run_in_or_apart(self.substitute_sentences().into_iter()),
            SubstitutesPlace::Head => Vec::new(),
        }
    }

    /// Whether an item that was dealt with is for the substitutes, so that they stand there and not with the apologies.
    fn substitutes_have_an_item(self) -> bool {
        self.state.items().any(|item| item.agenda.kind == ItemKind::Substitutes && self.was_dealt_with(item))
    }

    /// Sentences in one paragraph or each in its own, as the house has those about substitutes.
    fn run_in_or_apart(self, sentences: impl Iterator<Item = Line>) -> Vec<Part> {
        match self.style.substitutes {
            Substitutes::RunIn => paragraph(run_in(sentences)).into_iter().collect(),
            Substitutes::Lines | Substitutes::Respectively => sentences.filter_map(paragraph).collect(),
        }
    }

    fn apologies_listed(self, sent: &[&'a Person]) -> Vec<Part> {
        let line = |person: &&'a Person| {
            let tag = ("tag", Value::from(self.apology_tag(&person.id)));
            self.fill.line(Phrase::ApologyLine, &[("member", Value::person(Some(person))), tag])
        };
        let lead_in = self.sentence(Phrase::ApologiesLeadIn, &[]);
        lead_in.into_iter().chain(sent.iter().filter_map(|person| listed(&Marker::none(), 0, line(person)))).collect()
    }

    /// Who sent apologies, in the order of the house: councillors, independents, then those who hold no seat.
    pub(super) fn apologies_sent(self) -> Vec<&'a Person> {
        let apologised = |person: &&Person| self.state.presence(&person.id) == Presence::Apologies;
        let mut people: Vec<&Person> = self.state.people().filter(apologised).collect();
        let order = self.style.apologies;
        people.sort_by_cached_key(|person| {
            let seat = self.held_seat(&person.id);
            (seat.is_none(), person.name.title.is_empty(), self.order_key(order, person, seat))
        });
        people
    }

    /// The place of the seat that somebody holds, or filled at any time.
    fn held_seat(self, person: &PersonId) -> Option<usize> {
        let holds = |seat: &crate::meeting::body::Seat| {
            seat.holder.as_ref() == Some(person) || self.state.substitutions(&seat.id).any(|(by, ..)| by == person)
        };
        self.state.body().seats.iter().position(holds)
    }

    pub(super) fn order_key(self, order: ListOrder, person: &Person, seat: Option<usize>) -> (usize, Entered, String) {
        let seat = seat.unwrap_or(usize::MAX);
        let last = self.state.presences(&person.id).and_then(Timeline::last);
        match order {
            ListOrder::Seat => (seat, None, String::new()),
            ListOrder::Entered => (0, last.map(|change| (change.at, change.by)), String::new()),
            ListOrder::Alphabet => (0, None, crate::text::fold(&person.name.surname)),
        }
    }

    /// An item as others refer to it.
    pub(super) fn item_named(self, id: &ItemId) -> Option<String> {
        self.state.item(id).map(|item| self.titled(Phrase::ItemReference, item))
    }

    pub(super) fn minutes_outcome(self, outcome: &'a MinutesOutcome) -> Vec<Part> {
        let date = ("date", Value::Date(outcome.set));
        match &outcome.accuracy {
            Accuracy::Agreed => self.sentence(Phrase::MinutesAgreed, &[date]).into_iter().collect(),
            Accuracy::Deferred { because } => {
                let values = [date, ("reason", Value::text(because.as_deref()))];
                self.sentence(Phrase::MinutesDeferred, &values).into_iter().collect()
            }
            Accuracy::Amended { amendments } => {
                let first = paragraph(self.fill.counted(Phrase::MinutesAmended, amendments.len(), &[date]));
                first.into_iter().chain(self.amendments(amendments)).collect()
            }
        }
    }

    /// Corrections of minutes, as the house lists them.
    pub(super) fn amendments(self, amendments: &[Amendment]) -> impl Iterator<Item = Part> {
        amendments.iter().enumerate().filter_map(move |(index, amendment)| {
            let values =
                [("place", Value::text(Some(&amendment.cite))), ("change", Value::text(Some(&amendment.change)))];
            listed(&self.style.amendments, index, self.fill.line(Phrase::Amendment, &values))
        })
    }
}
