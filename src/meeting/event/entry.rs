//! Entries: what one command caused, under one number.

use chrono::{DateTime, Utc};

use super::Event;
use crate::meeting::fact::Audience;
use crate::meeting::id::FactId;

/// Everything that one command caused, written, undone and redone whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub n: u64,
    /// When it was recorded, by the machine's clock, in UTC.
    pub at: DateTime<Utc>,
    /// When it happened in the room, if that differs, in UTC.
    pub when: Option<DateTime<Utc>>,
    /// Who recorded it.
    pub by: String,
    /// What everybody may read of it.
    pub public: Vec<Event>,
    /// What only those entitled may read. Its events are numbered after the public ones.
    pub private: Vec<Event>,
}

impl Entry {
    /// When it happened in the room, in UTC.
    pub fn happened(&self) -> DateTime<Utc> {
        self.when.unwrap_or(self.at)
    }

    /// Who asked for what it records, where that is not whoever recorded it.
    pub fn asked_by(&self) -> Option<&str> {
        self.public.iter().chain(&self.private).find_map(|event| match event {
            Event::Asked { by } => Some(by.as_str()),
            _ => None,
        })
    }

    /// Its events in order, each with the identity that it gives to what it records, and who may read it. Stubs, stages
    /// and who asked, which have none, come last.
    pub fn events(&self) -> impl Iterator<Item = (FactId, Audience, &Event)> {
        let public = self.public.iter().map(|event| (Audience::Public, event));
        let private = self.private.iter().map(|event| (Audience::Private, event));
        let mut ordinal = 0;
        public.chain(private).map(move |(audience, event)| {
            let numbered = !matches!(event, Event::Stub { .. } | Event::Stage { .. } | Event::Asked { .. });
            let id = FactId::new(self.n, if numbered { ordinal } else { u32::MAX });
            ordinal += u32::from(numbered);
            (id, audience, event)
        })
    }
}
