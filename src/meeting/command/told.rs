//! What goes with commands: when, votes as they are given, what a command comes to, why it is refused.

use chrono::{DateTime, Utc};

use crate::meeting::event::Event;
use crate::meeting::fact::{Audience, Choice, Count, Method, Tally, Verb, Vote, Way};
use crate::meeting::id::{FactId, ItemId, PersonId};

/// When something is recorded, and when it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The wall clock, in UTC.
    pub now: DateTime<Utc>,
    /// When it happened in the room, if not just now, in UTC.
    pub at: Option<DateTime<Utc>>,
}

impl When {
    /// Something recorded as it happens.
    pub const fn now(now: DateTime<Utc>) -> Self {
        Self { now, at: None }
    }

    /// When it happened in the room, in UTC.
    pub fn happened(self) -> DateTime<Utc> {
        self.at.unwrap_or(self.now)
    }
}

/// A vote as the clerk gives it. What is left out follows from the rules and from who is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// How it is taken.
    pub method: Method,
    /// The count, where there is one.
    pub tally: Option<Tally>,
    /// Votes by name.
    pub votes: Vec<Vote>,
    /// The casting vote of whoever presides.
    pub casting: Option<Way>,
    /// The name of the rule that applies, where it is not the simple majority of those voting.
    pub majority: Option<String>,
    /// What the chair declared, where that was said: whether it carried.
    pub carried: Option<bool>,
    /// Who asked for the votes to be recorded by name.
    pub asked_by: Vec<PersonId>,
    /// Other items that were put at once with this one.
    pub also: Vec<ItemId>,
    /// What is decided when a motion carries, and in which words, where the house puts the motion's into a frame of its
    /// own.
    pub framed: Option<(Verb, String)>,
}

/// A vote between several motions or nominations as the clerk gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// How it is taken.
    pub method: Method,
    /// How many votes each had, where they were counted.
    pub counts: Vec<Count>,
    /// How many abstained.
    pub abstained: u32,
    /// Who chose what, where votes were taken by name.
    pub choices: Vec<Choice>,
    /// What the casting vote of whoever presides is for.
    pub casting: Option<FactId>,
    /// What the chair declared chosen, where that was said.
    pub chosen: Option<FactId>,
    /// What the chair declared out, where that was said.
    pub out: Option<FactId>,
}

/// What a command comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// What to record; public kinds come first where one event names another of the same entry.
    pub events: Vec<Event>,
    /// What the clerk should know of it, a plain sentence each.
    pub notices: Vec<String>,
    /// Whom what is said in it is for: private where it was typed while the public was out, whatever holds now.
    pub audience: Audience,
}

/// Why a command cannot be recorded as it stands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} {hint}")]
pub struct Refusal {
    /// What stands in the way: a sentence.
    pub what: String,
    /// The way out: a sentence.
    pub hint: String,
}

impl Refusal {
    /// Says what stands in the way and the way out, a sentence each.
    pub fn new(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { what: what.into(), hint: hint.into() }
    }
}
