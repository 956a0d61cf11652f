//! The register of actions: every promise and recommendation of a body's meetings, once, with its whole history.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::meeting::agenda::{Report, Topic};
use crate::meeting::fact::{Content, Owner};
use crate::meeting::id::FactId;
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::minutes::document::followed;
use crate::minutes::style::Style;
use crate::text::fold;

use super::due::{self, Later};

/// What a meeting has of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The body's key.
    pub body: String,
    /// The body's name.
    pub name: String,
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The days of its plan after it, in order.
    planned: Vec<NaiveDate>,
    /// Its actions, each with what else its owner is called.
    actions: Vec<(Topic, Vec<String>)>,
}

/// An action through every meeting that dealt with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// The body's key.
    pub body: String,
    /// The action with what all meetings heard of it, as the last of them has it.
    pub topic: Topic,
    /// The day by which it is due, where its words are a day.
    pub due_on: Option<NaiveDate>,
    /// What else its owner is called.
    also: Vec<String>,
}

/// Every action of some meetings, by body and then in the order in which they were recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The bodies, each by its key and name, in the order of their names.
    pub bodies: Vec<(String, String)>,
    /// The actions.
    pub actions: Vec<Action>,
}

/// Which actions are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only those that are not finished.
    pub open: bool,
    /// Only those that are not finished and were due before this day.
    pub overdue: Option<NaiveDate>,
    /// Only those of an owner with this in the name.
    pub owner: Option<String>,
    /// Only those of a body with this in the name or key.
    pub body: Option<String>,
}

/// What a meeting has of actions, by the record of it that everybody may read.
pub fn of_meeting(state: &State, style: &Style) -> Held {
    let date = state.agenda().date;
    let planned: BTreeSet<NaiveDate> =
        state.plan().iter().filter_map(|entry| entry.date).filter(|day| *day > date).collect();
    let actions = followed(state, style).into_iter().map(|topic| {
        let own = topic.origin.as_ref().filter(|origin| origin.meeting == date).and_then(|origin| origin.fact);
        let also = own.map(|fact| also_called(state, fact)).unwrap_or_default();
        (topic, also)
    });
    Held {
        body: state.body().id.clone(),
        name: state.body().name.clone(),
        date,
        planned: planned.into_iter().collect(),
        actions: actions.collect(),
    }
}

/// Everything that the owner of an action goes by.
fn also_called(state: &State, fact: FactId) -> Vec<String> {
    let person = |person: &Person| {
        let known = [Some(person.full()), person.called.clone(), person.post.clone()];
        known.into_iter().flatten().chain(person.handles.iter().cloned()).collect()
    };
    // Somebody named in words may be somebody on the roll.
    let named = |name: &str| {
        let is = |other: &&Person| other.called.iter().chain([&other.full()]).any(|known| fold(known) == fold(name));
        state.people().find(is).map_or_else(Vec::new, person)
    };
    match state.content(fact) {
        Some(Content::Recommendation(made)) => named(&made.to),
        Some(Content::Action(action)) => match &action.owner {
            Some(Owner::Person(id)) => state.person(id).map_or_else(Vec::new, person),
            Some(Owner::Party(id)) => state.party(id).map(|party| party.name.clone()).into_iter().collect(),
            Some(Owner::Named(name)) => named(name),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

#[cfg(test)]
impl Held {
    /// What a meeting without a plan has.
    pub(super) fn new(body: &str, date: NaiveDate, actions: Vec<(Topic, Vec<String>)>) -> Self {
        Self { body: body.to_owned(), name: body.to_owned(), date, planned: Vec::new(), actions }
    }
}

/// Makes one register of what meetings have, in whatever order they come.
pub fn actions(mut meetings: Vec<Held>) -> Register {
    meetings.sort_by(|a, b| (&a.name, &a.body, a.date).cmp(&(&b.name, &b.body, b.date)));
    let mut register = Register::default();
    for body in meetings.chunk_by(|a, b| a.body == b.body && a.name == b.name) {
        let Some(first) = body.first() else { continue };
        if !register.bodies.iter().any(|(key, _)| *key == first.body) {
            register.bodies.push((first.body.clone(), first.name.clone()));
        }
        register.actions.extend(of_body(body));
    }
    register
}

/// The actions of one body, whose meetings come in the order of their days.
fn of_body(meetings: &[Held]) -> Vec<Action> {
    let held: BTreeSet<NaiveDate> = meetings.iter().map(|meeting| meeting.date).collect();
    let mut known: Vec<Action> = Vec::new();
    for meeting in meetings {
        for (topic, also) in &meeting.actions {
            // What a meeting heard is known from its own record, where that is here.
            let heard = topic.reports.iter().filter(|it| it.meeting == meeting.date || !held.contains(&it.meeting));
            let heard: Vec<Report> = heard.cloned().collect();
            match known.iter_mut().find(|action| is_same(&action.topic, topic, meeting.date)) {
                Some(action) => action.go_on(topic, heard),
                None => known.push(Action {
                    body: meeting.body.clone(),
                    topic: Topic { reports: heard, ..topic.clone() },
                    due_on: None,
                    also: also.clone(),
                }),
            }
        }
    }
    let planned = |said: NaiveDate| meetings.iter().find(|meeting| meeting.date == said);
    for action in &mut known {
        let Some(said) = action.topic.origin.as_ref().map(|origin| origin.meeting) else { continue };
        let later = Later {
            held: held.range(said..).filter(|day| **day > said).copied().collect(),
            planned: planned(said).map(|meeting| meeting.planned.clone()).unwrap_or_default(),
        };
        action.due_on = action.topic.due.as_deref().and_then(|words| due::day(words, said, &later));
    }
    known
}

/// Whether two meetings mean the same action ([`Origin::is_same`](crate::meeting::agenda::Origin::is_same)).
///
/// `date` is the day of the later meeting. An item of its review whose file does not say where it is from is the action
/// of an earlier meeting that has the same words.
fn is_same(one: &Topic, other: &Topic, date: NaiveDate) -> bool {
    let (Some(one_from), Some(other_from)) = (&one.origin, &other.origin) else { return false };
    let said = |text: &str| fold(text.trim_end_matches('.'));
    let words = |topic: &Topic, text: &str| [said(&topic.title), said(text)];
    if other_from.fact.is_none() && other_from.meeting == date {
        let ours = words(one, &one_from.text);
        return words(other, &other_from.text).iter().any(|theirs| ours.contains(theirs));
    }
    one_from.is_same(other_from)
}

impl Action {
    /// Takes in what a later meeting has of it.
    fn go_on(&mut self, later: &Topic, heard: Vec<Report>) {
        let heard: Vec<Report> = heard.into_iter().filter(|report| !self.topic.reports.contains(report)).collect();
        self.topic.reports.extend(heard);
        self.topic.reports.sort_by_key(|report| report.meeting);
        self.topic.title.clone_from(&later.title);
        self.topic.standing = later.standing;
        self.topic.owner = later.owner.clone().or_else(|| self.topic.owner.take());
        self.topic.due = later.due.clone().or_else(|| self.topic.due.take());
    }

    /// Whether it is not finished, and was due before `day`.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.is_open() && self.due_on.is_some_and(|due| due < day)
    }

    /// Whether it is not finished.
    pub fn is_open(&self) -> bool {
        !self.topic.standing.is_finished()
    }

    fn is_of(&self, owner: &str) -> bool {
        let wanted = fold(owner);
        self.topic.owner.iter().chain(&self.also).any(|name| fold(name).contains(&wanted))
    }
}

impl Register {
    /// Only what is asked for; bodies without any of it stay.
    #[must_use]
    pub fn only(mut self, wanted: &Wanted) -> Self {
        if let Some(body) = wanted.body.as_deref().map(fold) {
            self.bodies.retain(|(key, name)| fold(key).contains(&body) || fold(name).contains(&body));
        }
        let bodies = &self.bodies;
        self.actions.retain(|action| {
            bodies.iter().any(|(key, _)| *key == action.body)
                && (!wanted.open || action.is_open())
                && wanted.overdue.is_none_or(|day| action.is_overdue(day))
                && wanted.owner.as_deref().is_none_or(|owner| action.is_of(owner))
        });
        self
    }

    /// The actions of a body.
    pub fn of(&self, body: &str) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |action| action.body == body)
    }
}
