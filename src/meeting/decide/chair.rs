//! Who presides, and who takes or gives up an office.

use crate::meeting::agenda::Office;
use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, Presence, Sitting, Turning};
use crate::meeting::fact::{Content, Held, Tenure};
use crate::meeting::id::{ItemId, PersonId};

use super::{Desk, Outcome};

impl Desk<'_> {
    /// Somebody takes the chair, for an item or until somebody else does.
    pub(super) fn preside(&self, person: &PersonId, during: Option<&ItemId>) -> Outcome {
        self.known(person)?;
        let Some(chairing) = self.state.presidings().now().filter(|now| now.person.as_ref() == Some(person)) else {
            return Ok(Decided::of(self.takes_chair(person, during)));
        };
        if chairing.during.as_ref() == during && self.state.sitting() == Sitting::Sitting {
            let name = self.called(person);
            let hint = if self.state.presence(person) == Presence::Present {
                "There is nothing to do.".to_owned()
            } else {
                format!("They are not marked present: “present {name}”.")
            };
            return Err(Refusal::new(format!("{name} presides already."), hint));
        }
        Ok(Decided::of(vec![self.presiding(Some(person), during)]))
    }

    fn presiding(&self, person: Option<&PersonId>, during: Option<&ItemId>) -> Event {
        self.turned(Turning::Presiding { person: person.cloned(), during: during.cloned() })
    }

    /// The chair changes hands, which the minutes tell once the meeting is on.
    fn takes_chair(&self, person: &PersonId, during: Option<&ItemId>) -> Vec<Event> {
        let before = self.state.presidings().changes().any(|change| change.value.person.as_ref() == Some(person));
        let held = if before { Held::BackInTheChair } else { Held::InTheChair };
        let mut events = vec![self.presiding(Some(person), during)];
        if self.state.sitting() == Sitting::Sitting {
            let tenure = Tenure { during: during.cloned(), ..Tenure::new(person.clone(), held) };
            events.extend(self.in_the_room(Content::Tenure(tenure)));
        }
        events
    }

    /// Where whoever presides is among those who go, nobody does.
    pub(super) fn chair_left(&self, people: &[PersonId], to: Presence) -> Option<Event> {
        let presider = self.state.presiding()?;
        let gone = matches!(to, Presence::Left | Presence::Absent | Presence::Apologies);
        // Whoever took the chair after what is only recorded now keeps it.
        let later = self.state.presidings().after(self.moment().anchor).next().is_some();
        (gone && people.contains(presider) && !later).then(|| self.presiding(None, None))
    }

    /// Where somebody presided for one item and the room leaves it, the chair goes back to whoever had it before.
    pub(super) fn chair_goes_back(&self, to: &ItemId) -> Decided {
        let Some(chairing) = self.state.presidings().now() else { return Decided::default() };
        let Some(during) = chairing.during.as_ref().filter(|during| !self.state.is_within(to, during)) else {
            return Decided::default();
        };
        let for_item = chairing.person.as_ref().map_or_else(String::new, |person| self.called(person));
        let earlier = self.state.presidings().changes().rev().map(|change| &change.value);
        let mut earlier =
            earlier.filter(|other| other.during.as_ref() != Some(during)).filter_map(|it| it.person.as_ref());
        let before = earlier.next();
        let Some(person) = before.filter(|person| self.state.presence(person) == Presence::Present) else {
            let notice =
                format!("{for_item} presided for that item only, and whoever had the chair before is not here.");
            return Decided::of(vec![self.presiding(None, None)]).with_notice(Some(notice));
        };
        let tenure = Content::Tenure(Tenure::new(person.clone(), Held::BackInTheChair));
        let told = Event::Recorded { item: to.clone(), index: 0, content: tenure };
        let notice = format!("{for_item} presided for that item; {} has the chair again.", self.called(person));
        Decided::of(vec![self.presiding(Some(person), None), told]).with_notice(Some(notice))
    }

    /// That somebody else than the chair presides from the call to order, told under the first item that is taken. Whoever
    /// the agenda names to open the meeting is named where they ask for nominations.
    pub(super) fn presides_instead(&self, first: &ItemId) -> Option<Event> {
        let person = self.state.presiding().filter(|person| self.state.office(Office::Chair) != Some(person))?;
        let opens = self.state.agenda().opens.as_ref() == Some(person);
        let told = Content::Tenure(Tenure::new(person.clone(), Held::InTheChair));
        let began = self.state.at_item.changes().next().is_none();
        (began && !opens).then(|| Event::Recorded { item: first.clone(), index: 0, content: told })
    }

    /// Somebody gives up an office or their seat, or is removed from an office.
    pub(super) fn give_up(
        &self,
        person: &PersonId,
        office: Option<Office>,
        removed: bool,
        because: Option<&String>,
    ) -> Outcome {
        self.known(person)?;
        let (mut events, seat) = match office {
            Some(office) if self.state.office(office) != Some(person) => {
                return Err(Refusal::new(
                    format!("{} does not hold that office.", self.called(person)),
                    "Say which: “from chair”, “from vice-chair” or “from seat”.",
                ));
            }
            Some(office) => (vec![self.turned(Turning::Office { office, person: None })], None),
            None => {
                let seats = &self.state.body().seats;
                let Some(seat) = seats.iter().find(|seat| seat.holder.as_ref() == Some(person)) else {
                    return Err(Refusal::new(format!("{} holds no seat.", self.called(person)), "Name a member."));
                };
                (vec![Event::Seated { seat: seat.id.clone(), holder: None }], Some(seat.id.clone()))
            }
        };
        if self.state.presiding() == Some(person) {
            events.push(self.presiding(None, None));
        }
        let held = if removed { Held::Removed } else { Held::Resigned };
        let tenure = Tenure { office, seat, because: because.cloned(), ..Tenure::new(person.clone(), held) };
        events.extend(self.in_the_room(Content::Tenure(tenure)));
        Ok(Decided::of(events))
    }

    pub(super) fn accept_office(&self, person: &PersonId, office: Option<Office>) -> Outcome {
        self.known(person)?;
        let tenure = Tenure { office, ..Tenure::new(person.clone(), Held::Accepted) };
        Ok(Decided::of(self.in_the_room(Content::Tenure(tenure)).into_iter().collect()))
    }
}
