//! What an entry may change the findings on.

use std::collections::BTreeSet;

use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::event::{Event, Presence, Turning};
use crate::meeting::fact::{Content, Speaker};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::{Item, State};

use super::Subject;

/// Something that facts anywhere may name, and that a rule about them asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Whether somebody was ever there, of whom points say that they spoke.
    Present(PersonId),
    /// Whether an item, or one below it, is on the agenda, which declarations name.
    Items(Vec<ItemId>),
    /// Whether somebody is a member with a vote, of whom motions say that they moved or seconded.
    Member(PersonId),
    /// Whether the meeting is not closed, after which nothing is decided.
    NotClosed,
}

impl Named {
    /// The rule that asks for it. Once it is so, the findings of that rule may be gone, and nothing else is.
    pub(super) const fn rule(&self) -> &'static str {
        match self {
            Self::Present(_) => "speaker-not-present",
            Self::Items(_) => "declaration-item-gone",
            Self::Member(_) => "mover-not-member",
            Self::NotClosed => "decided-after-close",
        }
    }

    /// Whether it is so.
    fn holds(&self, state: &State) -> bool {
        match self {
            Self::Present(person) => state.was_present(person),
            Self::Items(items) => items.iter().all(|item| state.item(item).is_some()),
            Self::Member(person) => state.is_voting_member(person),
            Self::NotClosed => state.ended().is_none(),
        }
    }

    /// Whether a fact names it.
    fn in_fact(&self, content: &Content) -> bool {
        match (self, content) {
            (Self::Present(person), Content::Point(point)) => {
                point.turns.iter().any(|turn| match &turn.speaker {
                    Speaker::Person(speaker) => speaker == person,
                    // Who held the office is not asked here: it may have been anybody.
                    Speaker::Office(_) => true,
                    _ => false,
                })
            }
            (Self::Items(items), Content::Declaration(declaration)) => {
                declaration.items.iter().any(|item| items.contains(item))
            }
            (Self::Member(person), Content::Motion(motion)) => {
                [&motion.mover, &motion.seconder].into_iter().flatten().any(|named| named == person)
            }
            (Self::NotClosed, Content::Decision(_) | Content::Motion(_)) => true,
            _ => false,
        }
    }
}

/// How far an event reaches beyond the subjects that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// No further.
    Touched,
    /// To the facts that name something which is so from now on. Undone, it may be so no longer.
    Reading(Named),
    /// To the facts that name something which may be so no longer, and undone may be so again.
    Unsaid(Named),
    /// To whatever is wrong, which it may put right or call by another name. Undone, it may make anything wrong.
    Found,
    /// To anything.
    All,
}

impl Reach {
    /// How far an event of entry `n` reaches.
    pub(super) fn of(state: &State, n: u64, event: &Event) -> Self {
        match event {
            _ if of_interests(state, n, event) || of_acceptance(state, event) => Self::All,
            Event::Turned { turning: Turning::Presence { person, to: Presence::Present, .. }, .. } => {
                Self::Reading(Named::Present(person.clone()))
            }
            Event::Turned { turning: Turning::Presence { person, to, .. }, .. } if *to != Presence::Left => {
                Self::Unsaid(Named::Present(person.clone()))
            }
            Event::Turned { turning: Turning::Substitute { by: Some(person), .. }, .. }
            | Event::Seated { holder: Some(person), .. } => Self::Reading(Named::Member(person.clone())),
            Event::Turned { turning: Turning::Sitting { .. }, .. } => Self::Reading(Named::NotClosed),
            Event::ItemAdded { item, .. } => Self::Reading(Named::Items(ids(item))),
            // Somebody is called by their name, or as the holder of an office.
            Event::Person { .. } | Event::Turned { turning: Turning::Office { .. }, .. } => Self::Found,
            // Where something stood, or what it came from, before it was moved or changed is not known any more. A time
            // that was wrong may have made anything look wrong.
            Event::Moved { .. }
            | Event::Changed { content: Content::Action(_), .. }
            | Event::Published { content: Content::Action(_), .. }
            | Event::Retimed { .. }
            | Event::Adopted(_)
            | Event::Redacted { .. }
            | Event::TurnedAnew { .. } => Self::All,
            Event::Withheld { event: Some(event) } => Self::of(state, n, event),
            _ => Self::Touched,
        }
    }
}

/// Whether an event is about a declared interest, or a departure for one: which bear on whatever was said and done under
/// the items, before as after.
fn of_interests(state: &State, n: u64, event: &Event) -> bool {
    let is = |content: &Content| match content {
        Content::Declaration(_) => true,
        Content::Movement(movement) => movement.for_item.is_some(),
        _ => false,
    };
    match event {
        Event::Recorded { content, .. } | Event::Changed { content, .. } => is(content),
        Event::Struck { id, .. } => state.fact(*id).is_some_and(|fact| is(&fact.content)),
        // Whoever was away for an interest, and is said afterwards to have been back sooner, was there all the while.
        Event::Turned { at, turning: Turning::Presence { .. } } => at.anchor < n && !state.declared.is_empty(),
        _ => false,
    }
}

/// Whether an event is about somebody's taking a seat, where whoever did acts only once they accepted office.
fn of_acceptance(state: &State, event: &Event) -> bool {
    let content = match event {
        Event::Recorded { content, .. } | Event::Changed { content, .. } => Some(content),
        Event::Struck { id, .. } => state.fact(*id).map(|fact| &fact.content),
        _ => None,
    };
    state.body().rules.acceptance == Some(true) && matches!(content, Some(Content::Tenure(_)))
}

/// An item and all below it.
fn ids(item: &AgendaItem) -> Vec<ItemId> {
    std::iter::once(item.id.clone()).chain(item.items.iter().flat_map(ids)).collect()
}

/// The facts that name something which is no longer so. Walks over the facts only where it ceased to be.
pub(super) fn reading(state: &State, what: &Named) -> Vec<Subject> {
    if what.holds(state) {
        return Vec::new();
    }
    let named = state.facts.values().filter(|fact| what.in_fact(&fact.content));
    named.map(|fact| Subject::Fact(fact.id)).collect()
}

/// Subjects that any entry may concern: the meeting as a whole, its seats, and the items that the room is at and was at
/// before. They are few.
pub(super) fn standing(state: &State) -> BTreeSet<Subject> {
    let seats = state.body().seats.iter().map(|seat| Subject::Seat(seat.id.clone()));
    let rooms = state.at_item.changes().rev().take(2).filter_map(|change| change.value.as_ref());
    let room = rooms.map(|item| Subject::Item(item.clone()));
    std::iter::once(Subject::Meeting).chain(seats).chain(room).collect()
}

pub(super) fn everything(state: &State) -> impl Iterator<Item = Subject> {
    let people = state.people().map(|person| Subject::Person(person.id.clone()));
    let items = state.items().flat_map(|item| {
        let facts = item.facts.iter().map(|id| Subject::Fact(*id));
        std::iter::once(Subject::Item(item.agenda.id.clone())).chain(facts)
    });
    standing(state).into_iter().chain(people).chain(items)
}

pub(super) fn touched(state: &State, id: FactId, event: &Event, subjects: &mut BTreeSet<Subject>) {
    match event {
        Event::Turned { at, turning } => match turning {
            Turning::Presence { person, .. } | Turning::Mode { person, .. } => {
                subjects.insert(Subject::Person(person.clone()));
            }
            Turning::Substitute { by, .. } => subjects.extend(by.clone().map(Subject::Person)),
            // Who left when is measured by when it began.
            Turning::Sitting { .. } => subjects.extend(state.people().map(|person| Subject::Person(person.id.clone()))),
            Turning::Item { item } => {
                subjects.extend(item.clone().map(Subject::Item));
                subjects.extend((at.anchor < id.entry).then(|| of_the_public(state)).into_iter().flatten());
            }
            Turning::Room { .. } if at.anchor < id.entry => subjects.extend(of_the_public(state)),
            Turning::Presiding { .. }
            | Turning::Office { .. }
            | Turning::Public { .. }
            | Turning::Room { .. }
            | Turning::Finish { .. }
            | Turning::Clerk { .. } => {}
        },
        Event::Person { person } => {
            subjects.insert(Subject::Person(person.id.clone()));
        }
        Event::ItemAdded { item, parent, .. } => {
            subjects.extend(ids(item).into_iter().chain(parent.clone()).map(Subject::Item));
        }
        Event::Withheld { event: Some(event) } => touched(state, id, event, subjects),
        Event::ItemState { item, .. }
        | Event::ItemTitle { item, .. }
        | Event::ItemPaper { item, .. }
        | Event::PublicTitle { item, .. }
        | Event::Stub { item, .. } => {
            subjects.insert(Subject::Item(item.clone()));
        }
        Event::Recorded { item, content, .. } => {
            subjects.insert(Subject::Item(item.clone()));
            touched_fact(state, id, subjects);
            beside(state, content, subjects);
        }
        Event::Changed { id, content } | Event::Published { id, content } => {
            touched_fact(state, *id, subjects);
            beside(state, content, subjects);
        }
        Event::Moved { id, .. } | Event::Struck { id, .. } => {
            touched_fact(state, *id, subjects);
        }
        Event::Overruled { subject, .. } => {
            subjects.extend(Subject::named(state, subject));
        }
        // These reach further, or concern the meeting as a whole.
        Event::Opened(_)
        | Event::Retimed { .. }
        | Event::TurnedAnew { .. }
        | Event::Adopted { .. }
        | Event::Seated { .. }
        | Event::Plan { .. }
        | Event::Clock { .. }
        | Event::Redacted { .. }
        | Event::Stage { .. }
        | Event::Asked { .. }
        | Event::Withheld { event: None }
        | Event::Kept { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => {}
    }
}

/// The items of which it is asked whether they were taken in public: hearings, and those that have private words.
fn of_the_public(state: &State) -> impl Iterator<Item = Subject> {
    let asked = |item: &&Item| matches!(item.agenda.kind, ItemKind::Hearing(_)) || state.has_private_business(item);
    state.items().filter(asked).map(|item| Subject::Item(item.agenda.id.clone()))
}

fn touched_fact(state: &State, id: FactId, subjects: &mut BTreeSet<Subject>) {
    subjects.insert(Subject::Fact(id));
    let Some(fact) = state.fact(id) else { return };
    // What the room was closed for is known of an exclusion that stands.
    if matches!(fact.content, Content::Exclusion(_)) {
        subjects.extend(of_the_public(state));
    }
    subjects.insert(Subject::Item(fact.item.clone()));
    beside(state, &fact.content, subjects);
    // Whatever alters a motion is looked at with it.
    subjects.extend(state.amendments(id).map(|(amendment, _)| Subject::Fact(amendment)));
}

/// The subjects that a content names beside its own.
fn beside(state: &State, content: &Content, subjects: &mut BTreeSet<Subject>) {
    match content {
        Content::Movement(movement) => subjects.extend(movement.people.iter().cloned().map(Subject::Person)),
        Content::Action(action) => subjects.extend(action.from.map(Subject::Fact)),
        Content::Motion(motion) => subjects.extend(motion.amends().map(Subject::Fact)),
        Content::Decision(decision) => {
            subjects.extend(decision.also.iter().cloned().map(Subject::Item));
            let amendments = decision.rests_on().into_iter().flat_map(|motion| state.amendments(motion));
            subjects.extend(amendments.map(|(amendment, _)| Subject::Fact(amendment)));
        }
        _ => {}
    }
}
