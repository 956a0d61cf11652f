//! What the records in a folder leave to the next meeting of a body.

use std::path::Path;

use chrono::NaiveDateTime;

use crate::load::{Earlier, Past};
use crate::meeting::agenda::Topic;
use crate::meeting::body::Body;
use crate::meeting::event::Entry;
use crate::meeting::plan::{Plan, same_title};
use crate::meeting::state::State;
use crate::minutes::document::followed;
use crate::minutes::style::Style;
use crate::register::{self, Register};

use super::held::{self, Held};

/// The meetings of a body up to a day, as far as later ones go on from them.
#[derive(Debug, Default)]
pub struct Chain {
    meetings: Vec<Past>,
    registers: Vec<register::Held>,
    newest: Vec<Topic>,
}

impl Chain {
    /// The meetings in `folder` that began before `until`, in the body's own time, and the last of them. A record that
    /// cannot be read is passed over: `quorate check` says what is wrong with it.
    pub fn before(folder: &Path, body: &Body, until: NaiveDateTime) -> (Self, Option<Held>) {
        let mut chain = Self::default();
        let mut last = None;
        for (_, record) in held::records(folder, &body.id).into_iter().filter(|(when, _)| *when < until) {
            let Some((held, entries)) = held::read(record) else { continue };
            chain.take(held.meeting.state(), &entries, body);
            last = Some(held);
        }
        (chain, last)
    }

    /// Adds a meeting with the entries of its record, which is later than those that are there.
    pub fn take(&mut self, state: &State, entries: &[Entry], body: &Body) {
        let (style, _) = Style::read("the record's house style", state.style());
        self.meetings.push(Past::of(state, &style, body));
        self.registers.push(register::of_meeting(state, &style, entries));
        self.newest = followed(state, &style);
    }

    /// What they left: the actions as the newest has them, and those of the others that it says nothing of.
    pub fn left(self, plan: Option<&Plan>) -> Earlier {
        let Register { actions, .. } = register::actions(self.registers);
        let mut topics = self.newest;
        for action in actions {
            if !topics.iter().any(|topic| is_same(topic, &action.topic)) {
                topics.push(action.topic);
            }
        }
        Earlier::of(self.meetings, topics, plan)
    }
}

fn is_same(one: &Topic, other: &Topic) -> bool {
    let placed = one.origin.as_ref().zip(other.origin.as_ref()).is_some_and(|(one, other)| one.is_same(other));
    placed || same_title(&one.title, &other.title)
}
