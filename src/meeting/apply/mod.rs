//! Applying events. Total: any event, in any state, changes what it can and leaves the rest.
//!
//! Each application returns what it touched as it was before, so that an entry is undone by putting that back in
//! reverse order.

mod adopt;
mod facts;
mod turns;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::meeting::agenda::{AgendaItem, Office, Paper, PlanEntry};
use crate::meeting::event::{Event, ItemState, Opened};
use crate::meeting::fact::{Audience, Content};
use crate::meeting::id::{FactId, ItemId, PersonId, SeatId};
use crate::meeting::people::Person;
use crate::meeting::privacy::Stub;
use crate::meeting::sequence::Sequence;
use crate::meeting::stage::Step;
use crate::meeting::state::{Item, NUMBERED, State, UNNUMBERED};
use crate::meeting::timeline::{Change, Moment, Timeline};

/// Which entry an event belongs to, and where in it.
#[derive(Clone, Copy, Debug)]
pub(in crate::meeting) struct Stamp {
    /// The identity that the event gives to what it records.
    pub id: FactId,
    /// When it happened in the room, in UTC.
    pub when: DateTime<Utc>,
    /// Who may read it.
    pub audience: Audience,
}

/// Which timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Presence(PersonId),
    Mode(PersonId),
    Substitute(SeatId),
    Presiding,
    Public,
    Office(Office),
    Room,
    Sitting,
    Finish,
    Clerk,
    Item(Option<ItemId>),
}

/// The reason that a turning replaced.
#[derive(Clone, Debug)]
enum Reason {
    Presence(PersonId, Option<String>),
    Substitute(SeatId, Option<String>),
}

/// What was touched, as it was before.
#[derive(Clone, Debug)]
pub(in crate::meeting) struct Before(Was);

/// A fact's content, and who reads what of it.
#[derive(Clone, Debug)]
struct Standing {
    content: Box<Content>,
    audience: Audience,
    told: Option<Box<Content>>,
}

#[derive(Clone, Debug)]
enum Was {
    Files(Box<adopt::Files>),
    Turned { line: Line, index: usize, reason: Option<Reason> },
    Person { id: PersonId, person: Option<Box<Person>> },
    Seated { seat: SeatId, holder: Option<PersonId>, former: Option<Vec<PersonId>> },
    ItemAdded { id: ItemId, parent: Option<ItemId> },
    ItemState { id: ItemId, state: ItemState },
    ItemTitle { id: ItemId, title: String, audience: Audience },
    ItemPaper { id: ItemId, paper: Box<Paper> },
    PublicTitle { id: ItemId, title: Option<String> },
    Stub { of: FactId, stub: Option<Stub> },
    Recorded { id: FactId },
    Changed { id: FactId, standing: Standing },
    Moved { id: FactId, item: ItemId, index: usize },
    Struck { id: FactId, because: Option<String> },
    Plan { index: usize, entry: Option<PlanEntry>, added: bool },
    Overruled { key: (String, String), because: Option<String> },
    Clock,
    Retimed(super::retime::Times),
    TurnedAnew(turns::Whole),
    Stage,
}

impl State {
    /// The meeting before anything happened.
    pub fn new(opened: Opened) -> Self {
        let Opened { body, agenda, style, practice, stated, .. } = opened;
        let mut state = Self {
            people: body.people.iter().map(|person| (person.id.clone(), person.clone())).collect(),
            roll: body.people.iter().map(|person| person.id.clone()).collect(),
            items: std::collections::HashMap::new(),
            top: Sequence::default(),
            facts: BTreeMap::new(),
            open_actions: BTreeSet::new(),
            declared: BTreeSet::new(),
            withdrawals: BTreeSet::new(),
            promised_in: BTreeSet::new(),
            open_motions: BTreeSet::new(),
            amendments: BTreeSet::new(),
            rested_on: BTreeSet::new(),
            decided_with: BTreeSet::new(),
            plan: agenda.plan.clone(),
            presence: BTreeMap::new(),
            reasons: BTreeMap::new(),
            substitute_reasons: BTreeMap::new(),
            mode: BTreeMap::new(),
            substitutes: BTreeMap::new(),
            presiding: Timeline::default(),
            public: Timeline::default(),
            reseated: BTreeMap::new(),
            offices: BTreeMap::new(),
            publicity: Timeline::default(),
            sitting: Timeline::default(),
            at_item: Timeline::default(),
            finish: Timeline::default(),
            clerk: Timeline::default(),
            overruled: BTreeMap::new(),
            exclusions: BTreeSet::new(),
            summaries: BTreeSet::new(),
            tenures: BTreeSet::new(),
            stubs: BTreeMap::new(),
            steps: Vec::new(),
            clock_jumps: Vec::new(),
            times: Vec::new(),
            body,
            agenda,
            style,
            stated,
            practice,
        };
        for (office, holder) in
            [(Office::Chair, state.body.chair.clone()), (Office::ViceChair, state.body.vice_chair.clone())]
        {
            let at = Moment { anchor: 0, time: DateTime::UNIX_EPOCH };
            let change = Change { at, by: FactId::new(0, 0), value: holder };
            state.offices.entry(office).or_default().insert(change);
        }
        let items = state.agenda.items.clone();
        for item in items {
            state.add_item(item, None, usize::MAX, Audience::Public, false);
        }
        state
    }

    /// Applies one event. Returns what it touched, as it was before; nothing where it touched nothing.
    pub(in crate::meeting) fn apply(&mut self, stamp: Stamp, event: &Event) -> Option<Before> {
        let was = match event {
            Event::Withheld { event: Some(event) } => {
                return self.apply(Stamp { audience: Audience::Private, ..stamp }, event);
            }
            Event::Opened(_)
            | Event::Undone { .. }
            | Event::Redone { .. }
            | Event::Redacted { .. }
            | Event::Withheld { event: None }
            | Event::Kept { .. }
            | Event::Asked { .. } => return None,
            Event::Adopted(adoption) => Was::Files(Box::new(self.adopt(adoption))),
            Event::Turned { at, turning } => self.turn(stamp, *at, turning)?,
            Event::Person { person } => self.put_person(person),
            Event::Seated { seat, holder } => self.seat_somebody(seat, holder.clone())?,
            Event::ItemAdded { item, parent, index } => {
                let id = item.id.clone();
                if self.items.contains_key(&id)
                    || parent.as_ref().is_some_and(|parent| !self.items.contains_key(parent))
                {
                    return None;
                }
                self.add_item((**item).clone(), parent.as_ref(), *index, stamp.audience, true);
                Was::ItemAdded { id, parent: parent.clone() }
            }
            Event::ItemState { item, state } => {
                let item = self.items.get_mut(item)?;
                let before = std::mem::replace(&mut item.state, state.clone());
                Was::ItemState { id: item.agenda.id.clone(), state: before }
            }
            Event::ItemTitle { item, title } => {
                let item = self.items.get_mut(item)?;
                let before = std::mem::replace(&mut item.agenda.title, title.clone());
                let audience = std::mem::replace(&mut item.audience, stamp.audience);
                Was::ItemTitle { id: item.agenda.id.clone(), title: before, audience }
            }
            Event::ItemPaper { item, paper } => {
                let item = self.items.get_mut(item)?;
                let before = std::mem::replace(&mut item.agenda.paper, (**paper).clone());
                Was::ItemPaper { id: item.agenda.id.clone(), paper: Box::new(before) }
            }
            Event::Recorded { item, index, content } => self.record(stamp, item, *index, content)?,
            Event::Changed { id, content } => self.change(*id, content.clone(), stamp.audience)?,
            Event::Published { id, content } => self.publish(*id, content.clone(), stamp.audience)?,
            Event::Moved { id, item, index } => self.shift(*id, item, *index)?,
            Event::Struck { id, because } => {
                let before = self.facts.get(id)?.struck.clone();
                self.strike(*id, Some(because.clone()));
                Was::Struck { id: *id, because: before }
            }
            Event::Plan { index, entry } => self.replan(*index, entry.clone())?,
            Event::Overruled { name, subject, because } => {
                let key = (name.clone(), subject.clone());
                let before = self.overruled.insert(key.clone(), because.clone());
                Was::Overruled { key, because: before }
            }
            Event::Clock { from, to } => {
                self.clock_jumps.push((*from, *to));
                Was::Clock
            }
            Event::Stub { of, withdrawn: true, .. } => Was::Stub { of: *of, stub: self.stubs.remove(of) },
            Event::Stub { of, item, what, title, withdrawn: false } => {
                let stub = Stub { item: item.clone(), what: *what, title: title.clone() };
                Was::Stub { of: *of, stub: self.stubs.insert(*of, stub) }
            }
            Event::Stage { reached } => {
                self.steps.push(Step { at: stamp.when, reached: reached.clone() });
                Was::Stage
            }
            Event::PublicTitle { item, title } => {
                let item = self.items.get_mut(item)?;
                let before = item.public_title.replace(title.clone());
                Was::PublicTitle { id: item.agenda.id.clone(), title: before }
            }
            Event::Retimed { entry, at } => Was::Retimed(self.retime(*entry, *at)),
            Event::TurnedAnew { id, at, withdrawn, turning } => {
                let instead = (!withdrawn).then_some(*at);
                Was::TurnedAnew(self.turn_anew(Stamp { id: *id, ..stamp }, instead, turning)?)
            }
        };
        Some(Before(was))
    }

    /// Puts back what an event touched. Only right in the reverse order of application.
    pub(in crate::meeting) fn restore(&mut self, before: Before) {
        match before.0 {
            Was::Files(files) => self.restore_files(*files),
            Was::Turned { line, index, reason } => {
                self.turn_back(&line, index);
                match reason {
                    Some(Reason::Presence(person, reason)) => set(&mut self.reasons, person, reason),
                    Some(Reason::Substitute(seat, reason)) => set(&mut self.substitute_reasons, seat, reason),
                    None => {}
                }
            }
            Was::Person { id, person } => {
                if person.is_none() {
                    self.roll.retain(|other| *other != id);
                }
                set(&mut self.people, id, person.map(|person| *person));
            }
            Was::Seated { seat, holder, former } => {
                self.seat_somebody(&seat, holder);
                set(&mut self.reseated, seat, former);
            }
            Was::ItemAdded { id, parent } => self.remove_item(&id, parent.as_ref()),
            Was::ItemState { id, state } => {
                if let Some(item) = self.items.get_mut(&id) {
                    item.state = state;
                }
            }
            Was::ItemTitle { id, title, audience } => {
                if let Some(item) = self.items.get_mut(&id) {
                    (item.agenda.title, item.audience) = (title, audience);
                }
            }
            Was::ItemPaper { id, paper } => {
                if let Some(item) = self.items.get_mut(&id) {
                    item.agenda.paper = *paper;
                }
            }
            Was::PublicTitle { id, title } => {
                if let Some(item) = self.items.get_mut(&id) {
                    item.public_title = title;
                }
            }
            Was::Stub { of, stub } => set(&mut self.stubs, of, stub),
            Was::Recorded { id } => {
                self.unplace(id);
                if let Some(fact) = self.facts.remove(&id) {
                    self.unlink(id, &fact.content);
                }
            }
            Was::Changed { id, standing } => _ = self.put_fact(id, standing),
            Was::Moved { id, item, index } => {
                self.shift(id, &item, index);
            }
            Was::Struck { id, because } => self.strike(id, because),
            Was::Plan { index, entry, added } => self.unplan(index, entry, added),
            Was::Overruled { key, because } => set(&mut self.overruled, key, because),
            Was::Clock => {
                self.clock_jumps.pop();
            }
            Was::Stage => {
                self.steps.pop();
            }
            Was::Retimed(times) => self.retime_back(&times),
            Was::TurnedAnew(whole) => self.put_back(whole),
        }
    }

    fn put_person(&mut self, person: &Person) -> Was {
        let before = self.people.insert(person.id.clone(), person.clone());
        if before.is_none() {
            self.roll.push(person.id.clone());
        }
        Was::Person { id: person.id.clone(), person: before.map(Box::new) }
    }

    fn seat_somebody(&mut self, seat: &SeatId, holder: Option<PersonId>) -> Option<Was> {
        let place = self.body.seats.iter_mut().find(|place| place.id == *seat)?;
        let holder = std::mem::replace(&mut place.holder, holder);
        let former = self.reseated.get(seat).cloned();
        self.reseated.entry(seat.clone()).or_default().extend(holder.clone());
        Some(Was::Seated { seat: seat.clone(), holder, former })
    }

    fn add_item(
        &mut self,
        mut agenda: AgendaItem,
        parent: Option<&ItemId>,
        index: usize,
        audience: Audience,
        added: bool,
    ) {
        let id = agenda.id.clone();
        let below = std::mem::take(&mut agenda.items);
        let class = if agenda.number.is_some() { NUMBERED } else { UNNUMBERED };
        let item = Item {
            agenda,
            parent: parent.cloned(),
            added,
            audience,
            public_title: None,
            state: ItemState::default(),
            visits: Vec::new(),
            children: Sequence::default(),
            facts: Sequence::default(),
        };
        self.items.insert(id.clone(), item);
        self.siblings(parent).insert(index, id.clone(), class);
        for child in below {
            if !self.items.contains_key(&child.id) {
                self.add_item(child, Some(&id), usize::MAX, audience, added);
            }
        }
    }

    fn remove_item(&mut self, id: &ItemId, parent: Option<&ItemId>) {
        let siblings = self.siblings(parent);
        if let Some(index) = siblings.position(id) {
            siblings.remove(index);
        }
        let gone: Vec<ItemId> = self.family(id).iter().map(|item| item.agenda.id.clone()).collect();
        for id in gone {
            self.items.remove(&id);
        }
    }

    fn siblings(&mut self, parent: Option<&ItemId>) -> &mut Sequence<ItemId> {
        match parent.and_then(|parent| self.items.get_mut(parent)) {
            Some(item) => &mut item.children,
            None => &mut self.top,
        }
    }

    fn replan(&mut self, index: usize, entry: Option<PlanEntry>) -> Option<Was> {
        match (self.plan.get_mut(index), entry) {
            (Some(old), Some(new)) => {
                let before = std::mem::replace(old, new);
                Some(Was::Plan { index, entry: Some(before), added: false })
            }
            (Some(_), None) => Some(Was::Plan { index, entry: Some(self.plan.remove(index)), added: true }),
            (None, Some(new)) => {
                self.plan.push(new);
                Some(Was::Plan { index: self.plan.len() - 1, entry: None, added: true })
            }
            (None, None) => None,
        }
    }

    fn unplan(&mut self, index: usize, entry: Option<PlanEntry>, moved: bool) {
        match entry {
            Some(entry) if moved => self.plan.insert(index.min(self.plan.len()), entry),
            Some(entry) => {
                if let Some(slot) = self.plan.get_mut(index) {
                    *slot = entry;
                }
            }
            None => {
                self.plan.pop();
            }
        }
    }
}

fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
