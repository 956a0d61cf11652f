//! What one meeting has for the register of actions, taken from the record of it that everybody may read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};

use crate::meeting::agenda::{Office, Topic};
use crate::meeting::event::{Entry, Event};
use crate::meeting::fact::{Content, Owner};
use crate::meeting::id::FactId;
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::minutes::document::{Followed, followed_apart, worded};
use crate::minutes::style::Style;
use crate::text::fold;

/// What a meeting has of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The body's key.
    pub body: String,
    /// The body's name at that time.
    pub name: String,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// What it was called for, in the body's time zone.
    pub time: NaiveTime,
    /// What its minutes call the body: "Panel".
    pub(super) short: String,
    /// Whether it was called to order.
    pub(super) began: bool,
    /// The days of its plan after it on which the body meets as a matter of course, in order.
    pub(super) planned: Vec<NaiveDate>,
    /// What earlier meetings left.
    pub(super) carried: Vec<Kept>,
    /// What was recorded in it.
    pub(super) added: Vec<Kept>,
    /// What was recorded in it and struck out.
    pub(super) struck: BTreeSet<FactId>,
}

/// An action as one meeting has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) topic: Topic,
    /// What else its owner is called.
    pub(super) also: Vec<String>,
    /// As it was before it was corrected.
    pub(super) was: Vec<Topic>,
}

/// What a meeting has of actions. `entries` are those of its record, by which corrections are told from what they
/// corrected.
pub fn of_meeting(state: &State, style: &Style, entries: &[Entry]) -> Held {
    let agenda = state.agenda();
    let Followed { carried, added } = followed_apart(state, style);
    let former = former(entries);
    let kept = |topic: Topic| {
        let was = topic.origin.as_ref().and_then(|origin| origin.fact).map(|fact| was(state, style, fact, &former));
        Kept { also: also_called(state, &topic), was: was.unwrap_or_default(), topic }
    };
    let carry = |topic: Topic| Kept { also: owner_called(state, &topic), topic, was: Vec::new() };
    let meets = state.plan().iter().filter(|entry| entry.told_kind().is_of_course()).filter_map(|entry| entry.date);
    Held {
        body: state.body().id.clone(),
        name: state.body().name.clone(),
        date: agenda.date,
        time: agenda.time,
        short: state.body().short.clone(),
        began: state.began().is_some(),
        planned: meets.filter(|day| *day > agenda.date).collect::<BTreeSet<_>>().into_iter().collect(),
        carried: carried.into_iter().map(carry).collect(),
        added: added.into_iter().map(kept).collect(),
        struck: struck(state, entries),
    }
}

/// Every wording that the record gave to what was corrected in it.
fn former(entries: &[Entry]) -> BTreeMap<FactId, Vec<&Content>> {
    let events = || entries.iter().flat_map(Entry::events);
    let changed = events().filter_map(|(_, _, event)| match event {
        Event::Changed { id, .. } => Some(*id),
        _ => None,
    });
    let mut former: BTreeMap<FactId, Vec<&Content>> = changed.map(|id| (id, Vec::new())).collect();
    for (own, _, event) in events() {
        let (id, content) = match event {
            Event::Recorded { content, .. } => (own, content),
            Event::Changed { id, content } => (*id, content),
            _ => continue,
        };
        former.entry(id).and_modify(|versions| versions.push(content));
    }
    former
}

/// A fact as it was before each correction.
fn was(state: &State, style: &Style, fact: FactId, former: &BTreeMap<FactId, Vec<&Content>>) -> Vec<Topic> {
    let versions = former.get(&fact).into_iter().flatten();
    let earlier = versions.filter(|content| Some(**content) != state.content(fact));
    earlier.filter_map(|content| worded(state, style, fact, content)).collect()
}

fn struck(state: &State, entries: &[Entry]) -> BTreeSet<FactId> {
    let ids = entries.iter().flat_map(Entry::events).filter_map(|(_, _, event)| match event {
        Event::Struck { id, .. } => Some(*id),
        _ => None,
    });
    ids.filter(|id| state.fact(*id).is_some_and(|fact| fact.struck.is_some())).collect()
}

/// Everything that the owner of an action goes by which was recorded in this meeting.
fn also_called(state: &State, topic: &Topic) -> Vec<String> {
    let fact = topic.origin.as_ref().and_then(|origin| origin.fact);
    let Some(Content::Action(action)) = fact.and_then(|fact| state.content(fact)) else {
        return owner_called(state, topic);
    };
    match &action.owner {
        Some(Owner::Person(id)) => state.person(id).map_or_else(Vec::new, |person| names(state, person)),
        Some(Owner::Party(id)) => state.party(id).map(|party| party.name.clone()).into_iter().collect(),
        Some(Owner::Named(name)) => called(state, name),
        None => Vec::new(),
    }
}

fn owner_called(state: &State, topic: &Topic) -> Vec<String> {
    topic.owner.as_ref().map_or_else(Vec::new, |owner| called(state, owner))
}

/// What those go by whom words name: somebody on the roll, or several.
fn called(state: &State, words: &str) -> Vec<String> {
    let whole = named(state, words);
    if whole.is_some() {
        return whole.into_iter().flat_map(|person| names(state, person)).collect();
    }
    let parts = words.split(',').flat_map(|part| part.split(" and ")).map(str::trim);
    parts.filter_map(|part| named(state, part)).flat_map(|person| names(state, person)).collect()
}

/// The one person on the roll whom words name.
fn named<'a>(state: &'a State, words: &str) -> Option<&'a Person> {
    let wanted = fold(words.trim().trim_start_matches("and "));
    let is = |person: &&Person| {
        let own = [&person.called, &person.post].into_iter().flatten().chain([&person.name.surname]);
        let made = [person.full(), person.short()];
        own.chain(&made).chain(&person.handles).any(|known| fold(known) == wanted)
    };
    let mut found = state.people().filter(is);
    found.next().filter(|_| found.next().is_none())
}

/// Everything that somebody goes by: names, post, handles and the office they hold.
fn names(state: &State, person: &Person) -> Vec<String> {
    let holds = |office| state.office(office) == Some(&person.id);
    let offices = [(Office::Chair, "Chair"), (Office::ViceChair, "Vice-Chair")];
    let offices = offices.into_iter().filter(|(office, _)| holds(*office)).map(|(_, name)| name.to_owned());
    let known = [Some(person.full()), person.called.clone(), person.post.clone()];
    known.into_iter().flatten().chain(person.handles.iter().cloned()).chain(offices).collect()
}

#[cfg(test)]
impl Held {
    /// What a meeting without a plan has, called for 14:00: of an action, its own where it is of that day and has a fact.
    pub(super) fn new(body: &str, date: NaiveDate, actions: Vec<(Topic, Vec<String>)>) -> Self {
        let own = |kept: &Kept| {
            kept.topic.origin.as_ref().is_some_and(|origin| origin.meeting == date && origin.fact.is_some())
        };
        let kept = actions.into_iter().map(|(topic, also)| Kept { topic, also, was: Vec::new() });
        let (added, carried) = kept.partition(own);
        Self {
            body: body.to_owned(),
            name: body.to_owned(),
            date,
            time: NaiveTime::from_hms_opt(14, 0, 0).unwrap_or_default(),
            short: "Panel".to_owned(),
            began: true,
            planned: Vec::new(),
            carried,
            added,
            struck: BTreeSet::new(),
        }
    }
}
