//! What follows from correcting a fact that turned something: presence follows a movement, the office and the chair an
//! election. All of it is in the entry of the correction, so that undoing takes it back whole.

use crate::meeting::agenda::Office;
use crate::meeting::event::{Event, Presence, Turning};
use crate::meeting::fact::{Content, Election, Fact, Fate, Held, Motion, Movement, Proposal, Tenure};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::timeline::{Moment, Timeline};

use super::Desk;
use super::attendance::after;
use super::elections::nominates;

impl Desk<'_> {
    /// What else changes where `fact` is corrected to `now`.
    pub(super) fn follow(&self, fact: &Fact, now: &Content) -> Vec<Event> {
        match (&fact.content, now) {
            (Content::Movement(was), Content::Movement(now)) => self.moved_anew(fact, was, now),
            (Content::Election(was), Content::Election(now)) if was.elected != now.elected => {
                let mut events = self.nominated_anew(was, now.elected.as_ref());
                events.extend(self.office_anew(fact, now.office, now.elected.as_ref()));
                events
            }
            (Content::Tenure(was), Content::Tenure(now)) if was.person != now.person => self.chaired_anew(fact, now),
            (Content::Motion(was), Content::Motion(now)) => self.nominee_anew(fact, was, now),
            _ => Vec::new(),
        }
    }

    /// The chair where somebody else took it.
    fn chaired_anew(&self, fact: &Fact, now: &Tenure) -> Vec<Event> {
        if !matches!(now.held, Held::InTheChair | Held::BackInTheChair) {
            return Vec::new();
        }
        let at = moment_on(fact, Some(self.state.presidings())).unwrap_or_else(|| own_moment(fact));
        let turning = Turning::Presiding { person: Some(now.person.clone()), during: now.during.clone() };
        vec![Event::TurnedAnew { id: fact.id, at, withdrawn: false, turning }]
    }

    fn moved_anew(&self, fact: &Fact, was: &Movement, now: &Movement) -> Vec<Event> {
        let at = was.people.iter().find_map(|person| moment_on(fact, self.state.presences(person)));
        let turned = |person: &PersonId, movement: &Movement, withdrawn| Event::TurnedAnew {
            id: fact.id,
            at: at.unwrap_or_else(|| own_moment(fact)),
            withdrawn,
            turning: Turning::Presence {
                person: person.clone(),
                to: after(movement.moved),
                because: movement.because.clone(),
            },
        };
        let same = was.moved == now.moved && was.because == now.because;
        let gone = was.people.iter().filter(|person| !now.people.contains(person));
        let put = now.people.iter().filter(|person| !same || !was.people.contains(person));
        gone.map(|person| turned(person, was, true)).chain(put.map(|person| turned(person, now, false))).collect()
    }

    /// The nominations where somebody else was elected: another of them was carried, or the one that was named somebody
    /// else.
    fn nominated_anew(&self, was: &Election, elected: Option<&PersonId>) -> Vec<Event> {
        let (Some(was_elected), Some(elected)) = (&was.elected, elected) else { return Vec::new() };
        let motions: Vec<(FactId, &Motion)> =
            was.nominations.iter().filter_map(|id| Some((*id, self.motion(*id).ok()?))).collect();
        let changed = |id: FactId, motion: Motion| Event::Changed { id, content: Content::Motion(motion) };
        let carried = motions.iter().find(|(_, motion)| nominates(motion, was_elected));
        let other = motions.iter().find(|(_, motion)| nominates(motion, elected));
        match (carried, other) {
            (carried, Some((id, other))) => {
                let lost = carried.map(|(id, motion)| changed(*id, decided((*motion).clone(), false)));
                lost.into_iter().chain([changed(*id, decided((*other).clone(), true))]).collect()
            }
            (Some((id, motion)), None) => {
                let mut motion = (*motion).clone();
                if let Proposal::Appointment { nominee, absent, .. } = &mut motion.proposal {
                    *absent = !self.was_there(elected, id.entry);
                    nominee.clone_from(elected);
                }
                vec![changed(*id, motion)]
            }
            (None, None) => Vec::new(),
        }
    }

    /// The election where the nomination that was carried named somebody else.
    fn nominee_anew(&self, fact: &Fact, was: &Motion, now: &Motion) -> Vec<Event> {
        let (Proposal::Appointment { nominee: was, .. }, Proposal::Appointment { nominee: now, .. }) =
            (&was.proposal, &now.proposal)
        else {
            return Vec::new();
        };
        let told = |other: &Fact| match &other.content {
            Content::Election(election) if election.nominations.contains(&fact.id) => {
                Some((other.id, election.clone()))
            }
            _ => None,
        };
        let item = self.state.item(&fact.item);
        let election = item.and_then(|item| self.state.facts_of(item).rev().find_map(told));
        let Some((id, election)) = election.filter(|(_, it)| was != now && it.elected.as_ref() == Some(was)) else {
            return Vec::new();
        };
        let Some(of) = self.state.fact(id) else { return Vec::new() };
        let mut events = self.office_anew(of, election.office, Some(now));
        let content = Content::Election(Election { elected: Some(now.clone()), ..election });
        events.push(Event::Changed { id, content });
        events
    }

    /// Who takes office, and with it the chair where they were there.
    fn office_anew(&self, fact: &Fact, office: Office, elected: Option<&PersonId>) -> Vec<Event> {
        let at = moment_on(fact, self.state.offices.get(&office)).unwrap_or_else(|| own_moment(fact));
        let turned = |turning, withdrawn| Event::TurnedAnew { id: fact.id, at, withdrawn, turning };
        let mut events = vec![turned(Turning::Office { office, person: elected.cloned() }, elected.is_none())];
        if office == Office::Chair {
            let there = elected.is_some_and(|person| self.was_there(person, at.anchor));
            events.push(turned(Turning::Presiding { person: elected.cloned(), during: None }, !there));
        }
        events
    }

    fn was_there(&self, person: &PersonId, anchor: u64) -> bool {
        self.state.presences(person).and_then(|line| line.before(anchor)) == Some(&Presence::Present)
    }
}

fn decided(mut motion: Motion, carried: bool) -> Motion {
    motion.fate = if carried { Fate::Carried } else { Fate::Lost };
    if let Some(take) = motion.takes.last_mut() {
        take.carried = carried;
    }
    motion
}

/// The moment of what a fact's entry turned on a timeline.
fn moment_on<T>(fact: &Fact, line: Option<&Timeline<T>>) -> Option<Moment> {
    line?.changes().find(|change| change.by.entry == fact.id.entry).map(|change| change.at)
}

fn own_moment(fact: &Fact) -> Moment {
    Moment { anchor: fact.id.entry, time: fact.when }
}
