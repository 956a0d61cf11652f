//! Who is there, and who is not.

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, Mode, Presence, Sitting, Turning};
use crate::meeting::fact::{Content, Move, Movement};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::people::Person;

use super::{Desk, Outcome};

impl Desk<'_> {
    pub(super) fn attendance(&self, people: &[PersonId], to: Presence, because: Option<&String>) -> Outcome {
        self.all_known(people)?;
        let gone = matches!(to, Presence::Apologies | Presence::Absent);
        let (leavers, rest): (Vec<_>, Vec<_>) =
            people.iter().cloned().partition(|person| gone && self.was_here(person));
        let mut events: Vec<Event> = rest.iter().map(|person| self.presence(person, to, because)).collect();
        events.extend(leavers.iter().map(|person| self.presence(person, Presence::Left, because)));
        events.extend(self.chair_left(people, to));
        let notices: Vec<String> = self.consequences(people).into_iter().chain(self.as_leaving(&leavers)).collect();
        if !leavers.is_empty() {
            let movement = Movement { because: because.cloned(), ..Movement::new(Move::Left, leavers) };
            events.extend(self.in_the_room(Content::Movement(movement)));
        }
        let taken = rest.iter().filter(|_| to == Presence::Present).filter_map(|person| self.seat_taken(person));
        Ok(Decided::of(events).with_notices(notices.into_iter().chain(taken)))
    }

    /// Whether somebody was there when the roll had been taken already, so that whoever is said not to be there now has
    /// left: that they were present stays in the minutes (Local Government Act 1972, Schedule 12, paragraph 40).
    fn was_here(&self, person: &PersonId) -> bool {
        let anchor = self.moment().anchor;
        let there = self.state.presences(person).and_then(|line| line.before(anchor)) == Some(&Presence::Present);
        let sits = matches!(self.state.sitting(), Sitting::Sitting | Sitting::Adjourned);
        there && sits && self.state.roll_was_taken(anchor)
    }

    fn as_leaving(&self, leavers: &[PersonId]) -> Option<String> {
        let names: Vec<String> = leavers.iter().map(|person| self.called(person)).collect();
        (!names.is_empty()).then(|| {
            format!(
                "Recorded as leaving now, for they were marked present: {}. Were they never there? Undo this, and mark \
                 them “unaccounted” first.",
                names.join(", ")
            )
        })
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

    /// People come, leave or return while the meeting is on.
    pub(super) fn movement(&self, mut movement: Movement) -> Outcome {
        self.all_known(&movement.people)?;
        movement.for_item.as_ref().map(|item| self.item(item)).transpose()?;
        let moved = movement.moved;
        let to = after(moved);
        let party = movement.party.is_some();
        let (movers, others): (Vec<_>, Vec<_>) =
            movement.people.iter().cloned().partition(|person| self.concerned(person, moved, party));
        if movers.is_empty() {
            let names: Vec<String> = others.iter().map(|person| self.called(person)).collect();
            let are = if names.len() == 1 { "is" } else { "are" };
            let there = if to == Presence::Left { "not in the room" } else { "in the room already" };
            return Err(Refusal::new(
                format!("{} {are} {there}.", names.join(", ")),
                "If that is wrong, mend it in the attendance pad.",
            ));
        }
        let mut events: Vec<Event> =
            movers.iter().map(|person| self.presence(person, to, movement.because.as_ref())).collect();
        events.extend(self.mode_of(moved, &movers));
        events.extend(self.chair_left(&movers, to));
        movement.people.clone_from(&movers);
        events.extend(self.in_the_room(Content::Movement(movement)));
        let notices = self.too_early(moved).or_else(|| self.never_there(moved, &movers));
        let notices = notices.or_else(|| self.consequences(&movers));
        let seats = movers.iter().filter(|_| to == Presence::Present).filter_map(|person| self.seat_taken(person));
        Ok(Decided::of(events).with_notices(notices.into_iter().chain(seats)))
    }

    /// Whoever loses or regains a connection attends by one; whoever comes or returns otherwise is in the room.
    fn mode_of(&self, moved: Move, movers: &[PersonId]) -> Vec<Event> {
        let to = match moved {
            Move::Disconnected | Move::Reconnected => Mode::Remote,
            Move::Returned => Mode::InRoom,
            Move::Arrived | Move::Left => return Vec::new(),
        };
        // Somebody whose connection was lost, and who comes into the room, attends there from then on.
        let lost = |person: &&PersonId| moved != Move::Returned || self.last_move(person) == Some(Move::Disconnected);
        let changed = movers.iter().filter(|person| self.state.mode(person) != to).filter(lost);
        let turned = changed.map(|person| {
            // Whose connection is lost had one since they came.
            let came = self.state.presences(person).and_then(|line| line.last());
            let came = came.filter(|change| moved == Move::Disconnected && change.value == Presence::Present);
            let at = came.map_or_else(|| self.moment(), |change| change.at);
            Event::Turned { at, turning: Turning::Mode { person: person.clone(), to } }
        });
        turned.collect()
    }

    /// How somebody came to be where they are, where it was a movement.
    fn last_move(&self, person: &PersonId) -> Option<Move> {
        let by = self.state.presences(person)?.last()?.by;
        self.state.movement_of(by).map(|(_, movement)| movement.moved)
    }

    /// Nobody leaves a meeting that has not begun.
    fn too_early(&self, moved: Move) -> Option<String> {
        let (left, began) = (self.when.happened(), self.state.began()?);
        let early = moved.is_away() && self.state.before_beginning(left);
        let clock = |time| self.state.local(time).format("%H:%M").to_string();
        let (left, began) = (clock(left), clock(began));
        early.then(|| {
            format!("The meeting began at {began}, so nobody left it at {left}: undo this, and give the right time.")
        })
    }

    /// Those who leave although they were not recorded as present.
    fn never_there(&self, moved: Move, movers: &[PersonId]) -> Option<String> {
        let absent = |person: &&PersonId| moved.is_away() && self.state.presence(person) != Presence::Present;
        let names: Vec<String> = movers.iter().filter(absent).map(|person| self.called(person)).collect();
        (!names.is_empty()).then(|| {
            format!("Not recorded as present until now: {}. Undo this if they were not there.", names.join(", "))
        })
    }

    /// Whether a movement is news of somebody. Those of a party who were never there do not leave with it.
    fn concerned(&self, person: &PersonId, moved: Move, party: bool) -> bool {
        let presence = self.state.presence(person);
        match moved {
            away if away.is_away() && party => presence == Presence::Present,
            away if away.is_away() => presence != Presence::Left,
            _ => presence != Presence::Present,
        }
    }

    /// How somebody attends from now on. Whoever attends is there: those who are not come with it.
    pub(super) fn mode(&self, person: &PersonId, to: Mode) -> Outcome {
        self.known(person)?;
        let coming = |moved| self.movement(Movement::new(moved, vec![person.clone()]));
        let sits = self.state.sitting() == Sitting::Sitting;
        let mut decided = match (self.state.presence(person), to) {
            (Presence::Left, Mode::Remote) if sits => coming(Move::Reconnected)?,
            (Presence::Left, Mode::InRoom) if sits => coming(Move::Returned)?,
            (Presence::Apologies | Presence::Absent, _) if sits => coming(Move::Arrived)?,
            (Presence::Present, _) => Decided::default(),
            _ => Decided::of(vec![self.presence(person, Presence::Present, None)]),
        };
        let told = |event: &Event| matches!(event, Event::Turned { turning: Turning::Mode { .. }, .. });
        if !decided.events.iter().any(told) {
            decided.events.push(self.turned(Turning::Mode { person: person.clone(), to }));
        }
        Ok(decided)
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
        Move::Left | Move::Disconnected => Presence::Left,
        Move::Arrived | Move::Returned | Move::Reconnected => Presence::Present,
    }
}
