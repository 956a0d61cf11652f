//! What a command comes to: events, or a refusal with the way out.

use super::event::Event;
use super::fact::Audience;

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
