//! The register of actions: every promise and recommendation of a body's meetings, once, with its whole history.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::meeting::agenda::Topic;
use crate::text::fold;

use super::held::Held;
use super::known;

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
    pub(super) also: Vec<String>,
}

/// A body whose meetings are here. Its key stays the same when its name changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Its key.
    pub key: String,
    /// Its name at its newest meeting.
    pub name: String,
    /// Every name that it had, the newest too.
    pub names: Vec<String>,
}

impl Named {
    /// Whether `wanted` is in the key, or in any name that the body had.
    pub fn is_asked_for(&self, wanted: &str) -> bool {
        let wanted = fold(wanted);
        self.names.iter().chain([&self.key]).any(|name| fold(name).contains(&wanted))
    }
}

/// The bodies of meetings, of each of which the key, the name and the day are given, in the order of their newest names.
pub fn bodies<'a>(meetings: impl Iterator<Item = (&'a str, &'a str, NaiveDate)>) -> Vec<Named> {
    let mut meetings: Vec<_> = meetings.collect();
    meetings.sort_by_key(|(_, _, date)| *date);
    let mut found: BTreeMap<&str, Named> = BTreeMap::new();
    for (key, name, _) in meetings {
        let body = found.entry(key).or_insert_with(|| Named { key: key.to_owned(), ..Named::default() });
        name.clone_into(&mut body.name);
        if !body.names.iter().any(|known| known == name) {
            body.names.push(name.to_owned());
        }
    }
    let mut bodies: Vec<Named> = found.into_values().collect();
    bodies.sort_by(|a, b| a.name.cmp(&b.name));
    bodies
}

/// Every action of some meetings, by body and then in the order in which they were recorded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The bodies, in the order of their names.
    pub bodies: Vec<Named>,
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
    /// Only those of an owner whose name, post or office has words that begin so.
    pub owner: Option<String>,
    /// Only those of a body with this in a name that it had, or in its key.
    pub body: Option<String>,
}

/// Makes one register of what meetings have, in whatever order they come.
pub fn actions(mut meetings: Vec<Held>) -> Register {
    meetings.sort_by(|a, b| (&a.body, a.date, a.time).cmp(&(&b.body, b.date, b.time)));
    let bodies = bodies(meetings.iter().map(|held| (held.body.as_str(), held.name.as_str(), held.date)));
    let of = |body: &Named| {
        let first = meetings.partition_point(|held| held.body < body.key);
        let last = meetings.partition_point(|held| held.body <= body.key);
        meetings.get(first..last).map_or_else(Vec::new, known::of_body)
    };
    let actions = bodies.iter().flat_map(of).collect();
    Register { bodies, actions }
}

impl Action {
    /// Whether it is not finished, and was due before `day`.
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        self.is_open() && self.due_on.is_some_and(|due| due < day)
    }

    /// Whether it is not finished.
    pub fn is_open(&self) -> bool {
        !self.topic.standing.is_finished()
    }

    /// Whether every word of `owner` begins a word of one name of whoever is to act: a vice-chair is no chair.
    fn is_of(&self, owner: &str) -> bool {
        let wanted = fold(owner);
        let is = |name: &String| {
            let name = fold(name);
            let words = || name.split(|letter: char| letter.is_whitespace() || "(,)".contains(letter));
            wanted.split_whitespace().all(|part| words().any(|word| word.starts_with(part)))
        };
        self.topic.owner.iter().chain(&self.also).any(is)
    }
}

impl Register {
    /// Only what is asked for; bodies without any of it stay.
    #[must_use]
    pub fn only(mut self, wanted: &Wanted) -> Self {
        if let Some(body) = &wanted.body {
            self.bodies.retain(|known| known.is_asked_for(body));
        }
        let bodies = &self.bodies;
        self.actions.retain(|action| {
            bodies.iter().any(|body| body.key == action.body)
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
