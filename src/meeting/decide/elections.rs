//! Elections to an office.

use crate::meeting::agenda::Office;
use crate::meeting::command::{Decided, Electing, Nomination, Refusal};
use crate::meeting::event::{Event, Presence, Turning};
use crate::meeting::fact::{Content, Election, Fate, Method, Motion, Proposal, Round, Take};
use crate::meeting::id::{FactId, ItemId, PersonId};

use super::{Desk, Outcome};

/// An election that is being held: its fact, its nominations and its rounds so far.
#[derive(Default)]
pub(super) struct Course {
    pub id: Option<FactId>,
    pub nominations: Vec<FactId>,
    pub rounds: Vec<Round>,
}

impl Desk<'_> {
    /// An election goes on by a step.
    pub(super) fn electing(&self, item: &ItemId, office: Office, step: &Electing) -> Outcome {
        match step {
            Electing::Nominate(nomination) => self.nominate(item, office, nomination),
            Electing::Elect => self.elect(item, office),
            Electing::Appoint(nomination) => self.appoint(item, office, nomination),
            Electing::Ballot { choosing, by_lot } => self.ballot(item, office, choosing, *by_lot),
            Electing::Withdraw { nominee } => self.withdraw_nominee(item, office, nominee),
        }
    }

    fn nominate(&self, item: &ItemId, office: Office, nomination: &Nomination) -> Outcome {
        let index = self.item(item)?.facts.len();
        let motion = self.nomination(item, office, nomination)?;
        Ok(Decided::of(vec![Event::Recorded { item: item.clone(), index, content: Content::Motion(motion) }]))
    }

    fn nomination(&self, item: &ItemId, office: Office, nomination: &Nomination) -> Result<Motion, Refusal> {
        let Nomination { nominee, mover, seconder } = nomination;
        for person in [Some(nominee), mover.as_ref(), seconder.as_ref()].into_iter().flatten() {
            self.known(person)?;
        }
        if mover.is_some() && mover == seconder {
            return Err(Refusal::new("The same person cannot nominate and second.", "Name somebody else."));
        }
        if self.nominations(item, office)?.iter().any(|(_, motion)| nominates(motion, nominee)) {
            return Err(Refusal::new(
                format!("{} has been nominated already.", self.called(nominee)),
                "Undo that nomination first if it was wrong.",
            ));
        }
        let absent = self.state.presence(nominee) != Presence::Present;
        let proposal = Proposal::Appointment { office, nominee: nominee.clone(), absent };
        Ok(Motion { mover: mover.clone(), seconder: seconder.clone(), ..Motion::new(proposal) })
    }

    /// Somebody is elected by name: nominated just now, or before, alone or among others.
    fn appoint(&self, item: &ItemId, office: Office, nomination: &Nomination) -> Outcome {
        let Nomination { nominee, mover, seconder } = nomination;
        let open = self.nominations(item, office)?;
        let named = open.iter().any(|(_, motion)| nominates(motion, nominee));
        let new = if named && mover.is_none() && seconder.is_none() {
            None
        } else {
            Some(self.nomination(item, office, nomination)?)
        };
        self.elected(item, office, nominee, &open, new, self.course(item, office)?)
    }

    /// The only nominee is elected.
    fn elect(&self, item: &ItemId, office: Office) -> Outcome {
        let open = self.nominations(item, office)?;
        match open.as_slice() {
            [(_, Motion { proposal: Proposal::Appointment { nominee, .. }, .. })] => {
                self.elected(item, office, nominee, &open, None, self.course(item, office)?)
            }
            _ => Err(many_or_none(open.len())),
        }
    }

    /// The outcome of an election: every nomination is carried or lost, and somebody takes office.
    pub(super) fn elected(
        &self,
        item: &ItemId,
        office: Office,
        elected: &PersonId,
        open: &[(FactId, &Motion)],
        new: Option<Motion>,
        course: Course,
    ) -> Outcome {
        let one = open.len() + usize::from(new.is_some()) <= 1;
        let method = match course.rounds.last() {
            Some(round) => round.method,
            None if one => Method::Unopposed,
            None => Method::Vote,
        };
        let index = self.item(item)?.facts.len();
        let mut events = self.takes_office(office, elected);
        let mut named: Vec<FactId> = open.iter().map(|(id, _)| *id).collect();
        if let Some(mut motion) = new {
            // What turns is always public and comes first, so the motion's number does not depend on the room.
            named.push(FactId::new(self.meeting.next(), u32::try_from(events.len()).unwrap_or(u32::MAX)));
            self.settle(item, &mut motion, method, true);
            events.push(Event::Recorded { item: item.clone(), index, content: Content::Motion(motion) });
        }
        for (id, motion) in open {
            let mut motion = (*motion).clone();
            let carried = nominates(&motion, elected);
            self.settle(item, &mut motion, method, carried);
            events.push(Event::Changed { id: *id, content: Content::Motion(motion) });
        }
        let at = events.iter().filter(|event| matches!(event, Event::Recorded { .. })).count() + index;
        events.push(self.held(item, at, office, course, named, Some(elected)));
        Ok(Decided::of(events))
    }

    /// The election as it stands, recorded or, where a round was taken before, changed.
    pub(super) fn held(
        &self,
        item: &ItemId,
        index: usize,
        office: Office,
        course: Course,
        open: Vec<FactId>,
        elected: Option<&PersonId>,
    ) -> Event {
        let Course { id, mut nominations, rounds } = course;
        // Those who withdrew are told of with the others.
        let all: Vec<FactId> = self.withdrawn(item, office).into_iter().chain(open).collect();
        nominations.extend(all.into_iter().filter(|id| !nominations.contains(id)).collect::<Vec<_>>());
        nominations.sort_unstable();
        let presiding = self.state.presiding().cloned();
        let content = Content::Election(Election { office, nominations, presiding, rounds, elected: elected.cloned() });
        match id {
            Some(id) => Event::Changed { id, content },
            None => Event::Recorded { item: item.clone(), index, content },
        }
    }

    /// The nominations to an office that were withdrawn and of which no earlier election tells.
    fn withdrawn(&self, item: &ItemId, office: Office) -> Vec<FactId> {
        let Some(item) = self.state.item(item) else { return Vec::new() };
        let (mut withdrawn, mut told) = (Vec::new(), Vec::new());
        for fact in self.state.facts_of(item) {
            match &fact.content {
                Content::Motion(motion) if motion.fate == Fate::Withdrawn && appoints(motion, office) => {
                    withdrawn.push(fact.id);
                }
                Content::Election(election) if election.elected.is_some() => told.extend(&election.nominations),
                _ => {}
            }
        }
        withdrawn.retain(|id| !told.contains(id));
        withdrawn
    }

    /// The rounds of the election that is being held under an item; none where no vote was taken yet.
    pub(super) fn course(&self, item: &ItemId, office: Office) -> Result<Course, Refusal> {
        let open = self.state.election(self.item(item)?, office);
        Ok(open.map_or_else(Course::default, |(id, election)| Course {
            id: Some(id),
            nominations: election.nominations.clone(),
            rounds: election.rounds.clone(),
        }))
    }

    fn takes_office(&self, office: Office, person: &PersonId) -> Vec<Event> {
        let mut events = vec![self.turned(Turning::Office { office, person: Some(person.clone()) })];
        if office == Office::Chair && self.state.presence(person) == Presence::Present {
            events.push(self.turned(Turning::Presiding { person: Some(person.clone()), during: None }));
        }
        events
    }

    fn settle(&self, item: &ItemId, motion: &mut Motion, method: Method, carried: bool) {
        motion.takes.push(Take::uncounted(method, carried, self.state.circumstances(Some(item))));
        motion.fate = if carried { Fate::Carried } else { Fate::Lost };
    }

    /// The open nominations to an office under an item.
    pub(super) fn nominations(&self, item: &ItemId, office: Office) -> Result<Vec<(FactId, &Motion)>, Refusal> {
        let facts = self.state.facts_of(self.item(item)?);
        let open = facts.filter_map(|fact| match &fact.content {
            Content::Motion(motion) if motion.fate == Fate::Open && appoints(motion, office) => Some((fact.id, motion)),
            _ => None,
        });
        Ok(open.collect())
    }
}

fn appoints(motion: &Motion, to: Office) -> bool {
    matches!(&motion.proposal, Proposal::Appointment { office, .. } if *office == to)
}

pub(super) fn nominates(motion: &Motion, whom: &PersonId) -> bool {
    matches!(&motion.proposal, Proposal::Appointment { nominee, .. } if nominee == whom)
}

fn many_or_none(nominations: usize) -> Refusal {
    if nominations == 0 {
        return Refusal::new("Nobody has been nominated.", "Record the nomination first.");
    }
    Refusal::new(
        format!("There are {nominations} nominations, so nobody is elected unopposed."),
        "Record the vote with “ballot”, or name whoever was elected: “elect NAME”. A nominee may withdraw: “withdraw-nominee”.",
    )
}
