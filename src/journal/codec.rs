//! Entries of the meeting, to and from the raw JSON that lines are made of.
//!
//! A line whose sum is right was written by some release of the program. If this one can't read what is in it, it was a
//! newer one: the record is then shown as far as it is understood, and nothing is written to it.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};

use super::line::{Entry, Line, Redaction, Rescued};
use crate::meeting::event::{Entry as Fact, Event, FORMAT, Old, Opened};

/// What lines say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The entries, in order. An event that is not understood is replaced by one that changes nothing, so that the
    /// identities of those after it stay.
    pub entries: Vec<Fact>,
    /// The first thing that is not understood, if any. The record must then not be written to.
    pub newer: Option<Newer>,
}

/// What a newer release wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newer {
    /// The number of the entry.
    pub entry: u64,
    /// What it is, for a report: the kind of the event, or the format's number.
    pub what: String,
}

/// The entry as the recorder takes it.
///
/// Fails only for values that JSON can't hold, of which the meeting has none.
pub fn encode(entry: &Fact) -> serde_json::Result<Entry> {
    let raw = |events: &[Event]| events.iter().map(to_raw_value).collect::<serde_json::Result<Vec<_>>>();
    Ok(Entry {
        n: entry.n,
        at: spell(entry.at),
        when: entry.when.map(spell),
        by: entry.by.clone(),
        events: raw(&entry.public)?,
        exempt: raw(&entry.private)?,
        redaction: None,
    })
}

/// A redaction as the recorder takes it, with the entries that it rewrites as they stand from now on.
pub fn encode_redaction(entry: &Fact, rewritten: &[Fact]) -> serde_json::Result<Entry> {
    let lines =
        rewritten.iter().map(|entry| Ok((entry.n, encode(entry)?.events))).collect::<serde_json::Result<_>>()?;
    let keep = entry.public.iter().any(|event| matches!(event, Event::Redacted { old: Old::Kept, .. }));
    Ok(Entry { redaction: Some(Redaction { lines, keep }), ..encode(entry)? })
}

/// The entries that these lines record, private events joined to their entries.
///
/// `private` may be empty: the public part is whole without it.
pub fn decode(public: &[Line<'_>], private: &[Line<'_>]) -> Decoded {
    let mut decoded = Decoded { entries: Vec::with_capacity(public.len()), newer: None };
    let mut private = private.iter().peekable();
    for line in public {
        while private.next_if(|other| other.n < line.n).is_some() {}
        let exempt = private.next_if(|other| other.n == line.n && line.private == Some(other.sum));
        let mut reader = Reader { n: line.n, newer: None };
        let entry = Fact {
            n: line.n,
            at: reader.time(&line.at),
            when: line.when.as_deref().map(|when| reader.time(when)),
            by: line.by.clone(),
            public: reader.events(&line.events),
            private: exempt.map_or_else(Vec::new, |exempt| reader.events(&exempt.events)),
        };
        decoded.newer = decoded.newer.take().or(reader.newer);
        decoded.entries.push(entry);
    }
    restore(&mut decoded.entries);
    decoded
}

/// Puts redacted events that the private file keeps behind what stands in their place.
fn restore(entries: &mut [Fact]) {
    let events = entries.iter().flat_map(|entry| &entry.private);
    let kept = events.filter_map(|event| match event {
        Event::Kept { id, event } => Some((*id, event.clone())),
        _ => None,
    });
    for (id, kept) in kept.collect::<Vec<_>>() {
        let place = usize::try_from(id.ordinal).unwrap_or(usize::MAX);
        let entry = entries.binary_search_by_key(&id.entry, |entry| entry.n).ok().and_then(|at| entries.get_mut(at));
        if let Some(Event::Withheld { event }) = entry.and_then(|entry| entry.public.get_mut(place)) {
            *event = Some(kept);
        }
    }
}

/// What the meeting of a record is, from the record's first line alone, which is not verified: for lists of records.
pub fn first(line: &[u8]) -> Option<Box<Opened>> {
    let line: Line<'_> = serde_json::from_slice(line).ok()?;
    match serde_json::from_str(line.events.first()?.get()).ok()? {
        Event::Opened(opened) => Some(opened),
        _ => None,
    }
}

/// The records that a record was rescued from, from its first line alone, which is not verified.
pub fn rescued(line: &[u8]) -> Vec<Rescued> {
    serde_json::from_slice::<Line<'_>>(line).map_or_else(|_| Vec::new(), |line| line.rescued)
}

fn spell(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Reads the parts of one entry and remembers the first that it can't.
struct Reader {
    n: u64,
    newer: Option<Newer>,
}

impl Reader {
    fn events(&mut self, raw: &[&RawValue]) -> Vec<Event> {
        raw.iter().map(|raw| self.event(raw)).collect()
    }

    fn event(&mut self, raw: &RawValue) -> Event {
        match serde_json::from_str(raw.get()) {
            Ok(Event::Opened(opened)) if opened.format > FORMAT => {
                self.newer(format!("format {}", opened.format));
                Event::Opened(opened)
            }
            Ok(event) => event,
            Err(_) => {
                self.newer(kind(raw));
                nothing()
            }
        }
    }

    fn time(&mut self, text: &str) -> DateTime<Utc> {
        let read = DateTime::parse_from_rfc3339(text);
        if read.is_err() {
            self.newer(format!("the time '{text}'"));
        }
        read.map(|time| time.to_utc()).unwrap_or_default()
    }

    fn newer(&mut self, what: String) {
        self.newer.get_or_insert(Newer { entry: self.n, what });
    }
}

/// The kind that an event gives itself.
fn kind(raw: &RawValue) -> String {
    #[derive(Deserialize)]
    struct Kind {
        kind: String,
    }
    serde_json::from_str::<Kind>(raw.get()).map_or_else(|_| "an event without a kind".to_owned(), |found| found.kind)
}

/// An event that changes nothing.
fn nothing() -> Event {
    Event::Adopted(Box::default())
}

#[cfg(test)]
mod tests;
