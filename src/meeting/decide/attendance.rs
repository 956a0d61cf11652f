//! Who is there, who is not, and who sits for whom.

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, Mode, Presence, Sitting, Turning};
use crate::meeting::fact::{Content, Move, Movement};
use crate::meeting::id::{FactId, ItemId, PartyId, PersonId, SeatId};
use crate::meeting::people::Person;

use super::{Desk, Outcome};

impl Desk<'_> {
    pub(super) fn attendance(&self, people: &[PersonId], to: Presence, because: Option<&String>) -> Outcome {
        self.all_known(people)?;
        let events = people.iter().map(|person| self.presence(person, to, because)).collect();
        Ok(Decided::of(events).with_notice(self.consequences(people)))
    }

    pub(super) fn everybody_present(&self) -> Outcome {
        let unaccounted = |person: &&PersonId| self.state.presence(person) == Presence::Unaccounted;
        let members = self.state.sitting_members().map(|(_, person)| person).filter(unaccounted);
        self.all_present(members, "Every member is accounted for already.")
    }

    pub(super) fn usual_present(&self) -> Outcome {
        let unaccounted = |person: &&Person| self.state.presence(&person.id) == Presence::Unaccounted;
        let usual = self.state.people().filter(|person| person.usual).filter(unaccounted);
        self.all_present(usual.map(|person| &person.id), "Everybody who usually attends is accounted for already.")
    }

    fn all_present<'b>(&self, people: impl Iterator<Item = &'b PersonId>, nobody: &str) -> Outcome {
        let events: Vec<Event> = people.map(|person| self.presence(person, Presence::Present, None)).collect();
        if events.is_empty() {
            return Err(Refusal::new(nobody, "Mark the exceptions one by one."));
        }
        Ok(Decided::of(events))
    }

    pub(super) fn presence(&self, person: &PersonId, to: Presence, because: Option<&String>) -> Event {
        self.turned(Turning::Presence { person: person.clone(), to, because: because.cloned() })
    }

    pub(super) fn substitute(&self, seat: &SeatId, by: Option<&PersonId>, because: Option<&String>) -> Outcome {
        let Some(place) = self.state.seat(seat) else {
            return Err(Refusal::new(format!("There is no seat “{seat}”."), "Name the member who is replaced."));
        };
        let turning = Turning::Substitute { seat: seat.clone(), by: by.cloned(), because: because.cloned() };
        let mut events = vec![self.turned(turning)];
        let Some(by) = by else {
            let Some(leaver) = self.state.substitute(seat) else {
                return Err(Refusal::new("Nobody substitutes in that seat.", "There is nothing to end."));
            };
            events.push(self.presence(leaver, Presence::Left, None));
            return Ok(Decided::of(events));
        };
        self.known(by)?;
        self.seatless(by, seat)?;
        events.push(self.presence(by, Presence::Present, None));
        if let Some(member) = &place.holder
            && matches!(self.state.presence(member), Presence::Unaccounted | Presence::Present)
            && self.state.sitting() == Sitting::Before
        {
            events.push(self.presence(member, Presence::Apologies, None));
        }
        let unlisted = !place.substitutes.contains(by) && because.is_none();
        let notice = unlisted
            .then(|| format!("{} is not on the list of substitutes for this seat: give the reason.", self.called(by)));
        Ok(Decided::of(events).with_notice(notice))
    }

    /// Nobody holds two seats.
    fn seatless(&self, person: &PersonId, seat: &SeatId) -> Result<(), Refusal> {
        match self.state.seat_of(person) {
            Some(other) if other.id != *seat => {
                let holder = other.holder.as_ref().filter(|holder| *holder != person);
                let how = holder.map_or_else(
                    || "holds a seat of their own".to_owned(),
                    |holder| format!("already sits for {}", self.called(holder)),
                );
                Err(Refusal::new(
                    format!("{} {how}.", self.called(person)),
                    "Nobody can fill two seats: choose somebody else, or end the other substitution first.",
                ))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn movement(
        &self,
        moved: Move,
        people: &[PersonId],
        party: Option<&PartyId>,
        because: Option<&String>,
        for_item: Option<&ItemId>,
    ) -> Outcome {
        self.all_known(people)?;
        for_item.map(|item| self.item(item)).transpose()?;
        let to = after(moved);
        let already: Vec<_> = people.iter().filter(|person| self.state.presence(person) == to).collect();
        let movers: Vec<PersonId> =
            people.iter().filter(|person| self.concerned(person, moved, party.is_some())).cloned().collect();
        if movers.is_empty() {
            let names: Vec<String> = already.iter().map(|person| self.called(person)).collect();
            let are = if names.len() == 1 { "is" } else { "are" };
            let there = if to == Presence::Left { "not in the room" } else { "in the room already" };
            return Err(Refusal::new(
                format!("{} {are} {there}.", names.join(", ")),
                "If that is wrong, mend it in the attendance pad.",
            ));
        }
        let mut events: Vec<Event> = movers.iter().map(|person| self.presence(person, to, because)).collect();
        // Something that happened earlier stands under the item of that time.
        if let Some(item) = self.state.room_item_before(self.moment().anchor).or_else(|| self.state.room_item()) {
            let movement = Movement {
                moved,
                people: movers.clone(),
                party: party.cloned(),
                because: because.cloned(),
                for_item: for_item.cloned(),
            };
            let index = self.state.item(item).map_or(0, |item| self.by_time(item));
            events.push(Event::Recorded { item: item.clone(), index, content: Content::Movement(movement) });
        }
        let notice = self.never_there(moved, &movers).or_else(|| self.consequences(&movers));
        Ok(Decided::of(events).with_notice(notice))
    }

    /// Those who leave although they were not recorded as present.
    fn never_there(&self, moved: Move, movers: &[PersonId]) -> Option<String> {
        let absent = |person: &&PersonId| moved == Move::Left && self.state.presence(person) != Presence::Present;
        let names: Vec<String> = movers.iter().filter(absent).map(|person| self.called(person)).collect();
        (!names.is_empty()).then(|| {
            format!("Not recorded as present until now: {}. Undo this if they were not there.", names.join(", "))
        })
    }

    /// Whether a movement is news of somebody. Those of a party who were never there do not leave with it.
    fn concerned(&self, person: &PersonId, moved: Move, party: bool) -> bool {
        let presence = self.state.presence(person);
        match moved {
            Move::Left if party => presence == Presence::Present,
            Move::Left => presence != Presence::Left,
            Move::Arrived | Move::Returned => presence != Presence::Present,
        }
    }

    pub(super) fn mode(&self, person: &PersonId, to: Mode) -> Outcome {
        self.known(person)?;
        Ok(Decided::of(vec![self.turned(Turning::Mode { person: person.clone(), to })]))
    }

    pub(super) fn add_person(&self, person: &Person) -> Outcome {
        if person.name.surname.trim().is_empty() {
            return Err(Refusal::new("The person has no name.", "Type at least a surname."));
        }
        let mut person = person.clone();
        let new = person.id.as_str().is_empty();
        if new {
            person.id = FactId::new(self.meeting.next(), 0).into();
        }
        let id = person.id.clone();
        let mut events = vec![Event::Person { person }];
        if new {
            events.push(self.presence(&id, Presence::Present, None));
        }
        Ok(Decided::of(events))
    }

    pub(super) fn preside(&self, person: &PersonId) -> Outcome {
        self.known(person)?;
        Ok(Decided::of(vec![self.turned(Turning::Presiding { person: Some(person.clone()) })]))
    }

    /// For something back-timed: the later changes of the same people, which stand.
    fn consequences(&self, people: &[PersonId]) -> Option<String> {
        self.when.at?;
        let anchor = self.moment().anchor;
        let later: Vec<String> = people
            .iter()
            .filter(|person| self.state.presences(person).is_some_and(|line| line.after(anchor).next().is_some()))
            .map(|person| self.called(person))
            .collect();
        (!later.is_empty()).then(|| {
            format!("Something later is recorded of {} and still holds from its own time on.", later.join(", "))
        })
    }
}

/// What holds of people who moved.
pub(super) const fn after(moved: Move) -> Presence {
    match moved {
        Move::Left => Presence::Left,
        Move::Arrived | Move::Returned => Presence::Present,
    }
}
