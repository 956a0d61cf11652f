//! Deciding: from a command to the events that record it, or a refusal with the way out.
//!
//! Nothing here changes anything. What happened in the room may always be written down: a refusal is for commands that
//! name what does not exist or contradict themselves; what is merely irregular is recorded and becomes a finding.

mod attendance;
mod ballots;
mod chair;
mod contests;
mod course;
mod discussion;
mod elections;
mod entry;
mod follow;
mod items;
mod mend;
mod motions;
mod pauses;
mod private;
mod proposals;
mod seats;
mod stage;
mod votes;

use super::command::{Command, Decided, Refusal, When};
use super::event::{Event, Turning};
use super::fact::{Content, Fact, Movement};
use super::id::{FactId, ItemId, PersonId};
use super::machine::Meeting;
use super::state::{Item, State};
use super::timeline::Moment;

/// What deciding looks at.
struct Desk<'a> {
    meeting: &'a Meeting,
    state: &'a State,
    when: When,
}

type Outcome = Result<Decided, Refusal>;

impl Meeting {
    /// What a command comes to now.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] where the command names what is not there, or contradicts what is.
    pub fn decide(&self, command: &Command, when: When) -> Outcome {
        let desk = Desk { meeting: self, state: self.state(), when };
        desk.may_alter(command)?;
        match command {
            Command::Attendance { people, to, because } => desk.attendance(people, *to, because.as_ref()),
            Command::EverybodyPresent => desk.everybody_present(),
            Command::UsualPresent => desk.usual_present(),
            Command::Substitute { seat, by, because } => desk.substitute(seat, by.as_ref(), because.as_ref()),
            Command::Movement { moved, people, party, manner, because, for_item } => {
                let for_item = for_item.clone();
                let (party, manner, because) = (party.clone(), manner.clone(), because.clone());
                desk.movement(Movement { moved: *moved, people: people.clone(), party, manner, because, for_item })
            }
            Command::Mode { person, to } => desk.mode(person, *to),
            Command::Person { person } => desk.add_person(person),
            Command::Public { count } => Ok(Decided::of(vec![desk.turned(Turning::Public { count: *count })])),
            Command::Preside { person, during } => desk.preside(person, during.as_ref()),
            Command::GiveUp { person, office, removed, because } => {
                desk.give_up(person, *office, *removed, because.as_ref())
            }
            Command::CoOpt { person, seat } => desk.co_opt(person, seat.as_ref()),
            Command::AcceptOffice { person, office } => desk.accept_office(person, *office),
            Command::Sitting { to } => desk.sitting(*to),
            Command::Course(course) => desk.in_course(course),
            Command::Go { item } => desk.go(item),
            Command::AddItem { item, after } => desk.add_item(item, after.as_ref()),
            Command::ItemState { item, state } => desk.item_state(item, state),
            Command::ItemTitle { item, title } => desk.item_title(item, title),
            Command::Record { item, content, started } => desk.record(item, content, *started),
            Command::Election { item, office, step } => desk.electing(item, *office, step),
            Command::Draft { item, verb, words } => desk.draft(item, *verb, words),
            Command::Put { item, draft, method } => desk.put(item, *draft, *method),
            Command::Decide { item, verb, words, method } => desk.decide_words(item, *verb, words, *method),
            Command::Propose { item, motion } => desk.propose(item, motion),
            Command::Second { motion, by } => desk.second(*motion, by.as_ref()),
            Command::Reword { motion, words } => desk.reword(*motion, words),
            Command::Dispose { motion, fate } => desk.dispose(*motion, *fate),
            Command::Divide { motion, parts } => desk.divide(*motion, parts),
            Command::Vote { motion, part, poll } => desk.vote(*motion, *part, poll),
            Command::CastingVote { motion, part, way } => desk.casting_vote(*motion, *part, *way),
            Command::OwnVote { on, vote } => desk.own_vote(*on, vote),
            Command::DecideByVote { item, verb, words, poll } => desk.decide_by_vote(item, *verb, words, poll),
            Command::Contest { item, motions } => desk.contest(item, motions),
            Command::Choose { contest, choosing } => desk.choose(*contest, choosing),
            Command::Reason { id, because } => desk.reason(*id, because),
            Command::Correct { id, content } => desk.correct(*id, content),
            Command::Strike { id, because } => desk.strike(*id, because),
            Command::Shift { id, item, index } => desk.shift(*id, item, *index),
            Command::Split { id, turn } => desk.split(*id, *turn),
            Command::Join { id } => desk.join(*id),
            Command::Plan { index, entry } => desk.plan(*index, entry.as_ref()),
            Command::Overrule { name, subject, because } => course::overrule(name, subject, because),
            Command::Adopt(adoption) => Ok(Decided::of(vec![Event::Adopted(adoption.clone())])),
            Command::Clock { from, to } => Ok(Decided::of(vec![Event::Clock { from: *from, to: *to }])),
            Command::Retime { entry, to } => desk.retime(*entry, *to),
            Command::Private(step) => desk.private(step),
            Command::Reach(reached) => desk.reach(reached),
            Command::Undo => desk.undo(),
            Command::Redo => desk.redo(),
        }
    }
}

impl Decided {
    pub(super) fn of(events: Vec<Event>) -> Self {
        Self { events, ..Self::default() }
    }

    fn with_notice(self, notice: Option<String>) -> Self {
        self.with_notices(notice)
    }

    fn with_notices(mut self, notices: impl IntoIterator<Item = String>) -> Self {
        self.notices.extend(notices);
        self
    }
}

impl<'a> Desk<'a> {
    /// The moment in the room: before the first entry that happened later, for what is back-timed.
    fn moment(&self) -> Moment {
        let next = self.meeting.next();
        let anchor = self.when.at.map_or(next, |at| self.state.anchor(at, next));
        Moment { anchor, time: self.when.happened() }
    }

    fn turned(&self, turning: Turning) -> Event {
        Event::Turned { at: self.moment(), turning }
    }

    /// Records something of the room where it belongs by its time, which for what happened earlier is the item of then,
    /// and for what happened before there was one, the first; nothing where there is no item.
    fn in_the_room(&self, content: Content) -> Option<Event> {
        let first = || self.state.at_item.changes().find_map(|visit| visit.value.as_ref());
        let item = self.state.room_item_before(self.moment().anchor).or_else(first)?;
        let index = self.state.item(item).map_or(0, |item| self.by_time(item));
        Some(Event::Recorded { item: item.clone(), index, content })
    }

    fn item(&self, id: &ItemId) -> Result<&'a Item, Refusal> {
        self.state.item(id).ok_or_else(|| {
            Refusal::new(format!("There is no item {id}."), "Open the agenda with F6 to see what there is.")
        })
    }

    fn fact(&self, id: FactId) -> Result<&'a Fact, Refusal> {
        let fact = self.state.fact(id).filter(|fact| fact.struck.is_none());
        fact.ok_or_else(|| Refusal::new(format!("There is no fact {id}."), "It may have been undone or struck out."))
    }

    fn known(&self, person: &PersonId) -> Result<(), Refusal> {
        match self.state.person(person) {
            Some(_) => Ok(()),
            None => Err(Refusal::new(
                format!("“{person}” is not on the roll."),
                "Add them with :person, or choose somebody who is.",
            )),
        }
    }

    fn all_known(&self, people: &[PersonId]) -> Result<(), Refusal> {
        if people.is_empty() {
            return Err(Refusal::new("Nobody is named.", "Say who."));
        }
        people.iter().try_for_each(|person| self.known(person))
    }

    /// How the clerk's messages call somebody.
    fn called(&self, person: &PersonId) -> String {
        self.state.person(person).map_or_else(|| person.to_string(), super::people::Person::short)
    }
}

fn some_text(text: &str, what: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new(format!("{what} is empty."), "Type some words first."));
    }
    Ok(())
}
