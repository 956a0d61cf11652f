//! The parts of a recorded fact, each by a name: what they say, and putting them right.
//!
//! One list serves `correct`, its completion, and the pad that the edit key opens. An election also has the parts of its
//! nominations, which are facts of their own.

mod course;
mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::app::refs;
use crate::app::session::Session;
use crate::meeting::fact::{Content, Election};
use crate::meeting::id::FactId;
use crate::meeting::state::State;

use super::complete::Candidate;
use super::parse::first_word;
pub(super) use write::put;

/// A part of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Part {
    /// Its name in `correct`.
    pub name: String,
    /// What the clerk calls it.
    pub label: &'static str,
    /// What it says, as it may be typed again; empty where it says nothing.
    pub value: String,
    /// The fact that holds it, and its name there.
    pub held: (FactId, String),
}

/// The parts of a fact that may be corrected; none where it has none or is not there.
pub(in crate::app) fn of(state: &State, id: FactId) -> Vec<Part> {
    let Some(content) = state.content(id) else { return Vec::new() };
    let mut parts = own(state, id, content);
    if let Content::Election(Election { nominations, .. }) = content {
        for (index, motion) in nominations.iter().enumerate() {
            let Some(content) = state.content(*motion) else { continue };
            let named = |part: Part| Part { name: numbered(&part.name, index), ..part };
            parts.extend(own(state, *motion, content).into_iter().map(named));
        }
    }
    parts
}

/// The parts of a content of a fact itself.
pub(in crate::app) fn own(state: &State, id: FactId, content: &Content) -> Vec<Part> {
    let part = |read::Read { name, label, value }| Part { held: (id, name.clone()), name, label, value };
    read::parts(state, content).into_iter().map(part).collect()
}

/// The name of one of several parts of a kind, from 0: `reason`, `reason2`.
fn numbered(name: &str, index: usize) -> String {
    if index == 0 { name.to_owned() } else { format!("{name}{}", index + 1) }
}

/// How a command line goes on after `correct`: with the names of the fact's parts, and then with what the part says.
pub(super) fn complete(session: &Session, rest: &str, partial: &str) -> Vec<Candidate> {
    let (reference, rest) = first_word(rest.trim_start());
    let Ok(id) = refs::fact(session.state(), reference, session.last()) else { return Vec::new() };
    let (typed, text) = first_word(rest);
    let whole = typed.len() < rest.len();
    let fits = |part: &Part| if whole { part.name == typed && text.is_empty() } else { part.name.starts_with(typed) };
    let before = partial.strip_suffix(rest).unwrap_or(partial);
    let candidate = |part: Part| {
        let value = if whole { part.value.as_str() } else { "" };
        let insert = format!("{before}{} {value}", part.name);
        Candidate { insert, shown: part.name, note: if whole { part.value } else { part.label.to_owned() } }
    };
    of(session.state(), id).into_iter().filter(fits).map(candidate).collect()
}
