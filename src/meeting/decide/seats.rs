//! Who sits in which seat: substitutes, and members who are co-opted.

use crate::meeting::body::Seat;
use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, Presence, Sitting, Turning};
use crate::meeting::fact::{Content, Held, Tenure};
use crate::meeting::id::{PersonId, SeatId};
use crate::meeting::substitution::Fit;

use super::{Desk, Outcome};

impl Desk<'_> {
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
            // Who was to sit and does not, before anything began, left nothing.
            let before = self.state.sitting() == Sitting::Before;
            let to = if before { Presence::Unaccounted } else { Presence::Left };
            events.push(self.presence(leaver, to, None));
            return Ok(Decided::of(events));
        };
        self.known(by)?;
        self.seatless(by, seat)?;
        if place.holder.is_none() && !self.state.fills_vacancy(place) {
            return Err(self.vacant(place, by));
        }
        events.push(self.presence(by, Presence::Present, None));
        if let Some(member) = &place.holder
            && matches!(self.state.presence(member), Presence::Unaccounted | Presence::Present)
            && self.state.sitting() == Sitting::Before
        {
            events.push(self.presence(member, Presence::Apologies, None));
        }
        let notice = match self.state.fit(place, by, because.map(String::as_str)) {
            Fit::Fits => None,
            Fit::Unlisted => {
                Some(format!("{} is not on the list of substitutes for this seat: give the reason.", self.called(by)))
            }
            Fit::Unfit(why) => {
                Some(format!("{}: it is recorded, and is on the list of findings.", self.unfit(by, why)))
            }
        };
        Ok(Decided::of(events).with_notice(notice))
    }

    /// Nobody substitutes for nobody, unless the seat is an authority's to fill.
    fn vacant(&self, seat: &Seat, by: &PersonId) -> Refusal {
        let name = self.called(by);
        Refusal::new(
            format!("The seat “{}” is vacant, and by the body's rules a substitute sits for a member.", seat.id),
            format!("“co-opt {name} to {}” fills the seat; “present {name}” records that they attend.", seat.id),
        )
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

    fn unfit(&self, person: &PersonId, why: &str) -> String {
        format!("{} {why}", self.called(person))
    }

    /// For somebody who is there while another sits in their seat: the way out.
    pub(super) fn seat_taken(&self, person: &PersonId) -> Option<String> {
        let seat = self.state.body().seats.iter().find(|seat| seat.holder.as_ref() == Some(person))?;
        let substitute = self.state.substitute(&seat.id)?;
        let (member, other) = (self.called(person), self.called(substitute));
        Some(format!("{other} still sits for {member}: “end-substitute {member}” gives the seat back."))
    }

    /// Somebody is co-opted to a vacant seat, and holds it from now on.
    pub(super) fn co_opt(&self, person: &PersonId, seat: Option<&SeatId>) -> Outcome {
        self.known(person)?;
        let seats = &self.state.body().seats;
        let vacant = seats.iter().find(|place| seat.map_or(place.holder.is_none(), |id| place.id == *id));
        let Some(place) = vacant else {
            return Err(Refusal::new(
                "No seat is vacant.",
                "Record whose seat fell vacant with “resign NAME from seat”.",
            ));
        };
        if let Some(holder) = &place.holder {
            return Err(Refusal::new(
                format!("That seat is held by {}.", self.called(holder)),
                "Name a seat that is vacant.",
            ));
        }
        self.seatless(person, &place.id)?;
        let mut events = vec![Event::Seated { seat: place.id.clone(), holder: Some(person.clone()) }];
        let tenure = Tenure { seat: Some(place.id.clone()), ..Tenure::new(person.clone(), Held::CoOpted) };
        events.extend(self.in_the_room(Content::Tenure(tenure)));
        let there = self.state.presence(person) == Presence::Present;
        let notice = if there {
            format!("{} sits from now on. Acceptance of office: “:accept-office”.", self.called(person))
        } else {
            format!("{} is not recorded as present: say so when they take their seat.", self.called(person))
        };
        Ok(Decided::of(events).with_notice(Some(notice)))
    }
}
