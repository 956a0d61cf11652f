//! Elections to an office.

use crate::meeting::agenda::Office;
use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::{Event, Presence, Turning};
use crate::meeting::fact::{Content, Election, Fate, Method, Motion, Proposal, Take};
use crate::meeting::id::{FactId, ItemId, PersonId};

use super::{Desk, Outcome};

impl Desk<'_> {
    pub(super) fn nominate(
        &self,
        item: &ItemId,
        office: Office,
        nominee: &PersonId,
        mover: Option<&PersonId>,
        seconder: Option<&PersonId>,
    ) -> Outcome {
        let index = self.item(item)?.facts.len();
        for person in [Some(nominee), mover, seconder].into_iter().flatten() {
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
        let motion = Motion {
            proposal,
            mover: mover.cloned(),
            seconder: seconder.cloned(),
            versions: Vec::new(),
            takes: Vec::new(),
            fate: Fate::Open,
        };
        Ok(Decided::of(vec![Event::Recorded { item: item.clone(), index, content: Content::Motion(motion) }]))
    }

    pub(super) fn appoint(
        &self,
        item: &ItemId,
        office: Office,
        nominee: &PersonId,
        mover: Option<&PersonId>,
        seconder: Option<&PersonId>,
    ) -> Outcome {
        let others = self.nominations(item, office)?.len();
        if others > 0 {
            return Err(many_or_none(others + 1));
        }
        let mut nominated = self.nominate(item, office, nominee, mover, seconder)?;
        let Some(Event::Recorded { index, content: Content::Motion(mut motion), .. }) = nominated.events.pop() else {
            return Err(many_or_none(0));
        };
        let mut events = self.takes_office(office, nominee);
        // What turns is always public and comes first, so the motion's number does not depend on the room.
        let id = FactId::new(self.meeting.next(), u32::try_from(events.len()).unwrap_or(u32::MAX));
        self.carry(&mut motion);
        let election = self.election(office, id, nominee);
        for (index, content) in [(index, Content::Motion(motion)), (index + 1, Content::Election(election))] {
            events.push(Event::Recorded { item: item.clone(), index, content });
        }
        Ok(Decided::of(events))
    }

    fn takes_office(&self, office: Office, person: &PersonId) -> Vec<Event> {
        let mut events = vec![self.turned(Turning::Office { office, person: Some(person.clone()) })];
        if office == Office::Chair && self.state.presence(person) == Presence::Present {
            events.push(self.turned(Turning::Presiding { person: Some(person.clone()) }));
        }
        events
    }

    fn carry(&self, motion: &mut Motion) {
        let take = Take { method: Method::Unopposed, tally: None, carried: true, room: self.circumstances() };
        motion.takes.push(take);
        motion.fate = Fate::Carried;
    }

    fn election(&self, office: Office, nomination: FactId, elected: &PersonId) -> Election {
        Election {
            office,
            nominations: vec![nomination],
            presiding: self.state.presiding().cloned(),
            elected: Some(elected.clone()),
        }
    }

    pub(super) fn elect(&self, item: &ItemId, office: Office) -> Outcome {
        let index = self.item(item)?.facts.len();
        let nominations = self.nominations(item, office)?;
        let [(id, motion)] = nominations.as_slice() else {
            return Err(many_or_none(nominations.len()));
        };
        let Proposal::Appointment { nominee, .. } = &motion.proposal else {
            return Err(many_or_none(0));
        };
        let mut carried = (*motion).clone();
        self.carry(&mut carried);
        let election = self.election(office, *id, nominee);
        let mut events = self.takes_office(office, nominee);
        events.push(Event::Changed { id: *id, content: Content::Motion(carried) });
        events.push(Event::Recorded { item: item.clone(), index, content: Content::Election(election) });
        Ok(Decided::of(events))
    }

    /// The open nominations to an office under an item.
    fn nominations(&self, item: &ItemId, office: Office) -> Result<Vec<(FactId, &Motion)>, Refusal> {
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

fn nominates(motion: &Motion, whom: &PersonId) -> bool {
    matches!(&motion.proposal, Proposal::Appointment { nominee, .. } if nominee == whom)
}

fn many_or_none(nominations: usize) -> Refusal {
    if nominations == 0 {
        return Refusal::new("Nobody has been nominated.", "Record the nomination first.");
    }
    Refusal::new(
        format!("There are {nominations} nominations, so nobody is elected unopposed."),
        "Strike the nominations that were withdrawn, then elect whoever is left.",
    )
}
