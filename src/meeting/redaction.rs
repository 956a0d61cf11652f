//! What holds words in public events, and taking them out.

use chrono::{DateTime, Utc};

use super::agenda::{AgendaItem, ItemKind, PRIVATE_TITLE, Paper, PlanEntry};
use super::event::{Entry, Event, ItemState, Turning};
use super::fact::{Audience, Content};
use super::id::FactId;
use super::machine::Meeting;
use super::panel::Precept;

/// How the words of a public event are taken out of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// It holds none.
    Nothing,
    /// The whole event is withheld.
    Words,
    /// What it says stays public, and the words in it are taken out.
    Remarks,
}

impl Event {
    /// What words it holds that may have to be withheld.
    pub(super) fn holds(&self) -> Holds {
        match self {
            Self::Recorded { content, .. } | Self::Changed { content, .. }
                if content.audience(Audience::Private) == Audience::Private =>
            {
                Holds::Words
            }
            Self::Published { .. }
            | Self::ItemTitle { .. }
            | Self::ItemPaper { .. }
            | Self::PublicTitle { .. }
            | Self::Overruled { .. }
            | Self::Person { .. } => Holds::Words,
            other if other.clone().strip().is_some() => Holds::Remarks,
            _ => Holds::Nothing,
        }
    }

    /// Takes the words out of an event that is public by its kind, and gives them.
    pub(super) fn strip(&mut self) -> Option<String> {
        match self {
            Self::TurnedAnew {
                turning: Turning::Presence { because, .. } | Turning::Substitute { because, .. },
                ..
            }
            | Self::Turned {
                turning: Turning::Presence { because, .. } | Turning::Substitute { because, .. }, ..
            }
            | Self::ItemState { state: ItemState::Withdrawn { because }, .. } => because.take(),
            Self::ItemState { state: ItemState::Deferred { to, because }, .. } => {
                joined([to.take(), because.take()].into_iter().flatten())
            }
            Self::Struck { because, .. } => joined([std::mem::take(because)]),
            Self::ItemAdded { item, .. } => item.strip(),
            Self::Plan { entry: Some(PlanEntry { label, venue, items, .. }), .. } => {
                joined(label.take().into_iter().chain(std::mem::take(venue)).chain(std::mem::take(items)))
            }
            Self::Recorded { content, .. } | Self::Changed { content, .. } => match content {
                Content::Movement(movement) => {
                    joined([movement.manner.take(), movement.because.take()].into_iter().flatten())
                }
                Content::Tenure(tenure) => tenure.because.take(),
                Content::Exclusion(exclusion) => {
                    let parts = exclusion.business.iter_mut().filter_map(|business| business.part.take());
                    joined(parts.chain(exclusion.ground.take_reason()))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it records a resolution on the public, which has to say what it covers.
    pub(super) fn resolves(&self) -> bool {
        matches!(self, Self::Recorded { content: Content::Exclusion(_), .. })
    }

    /// The fact that an event is about.
    fn fact(&self, id: FactId) -> Option<FactId> {
        match self {
            Self::Recorded { .. } => Some(id),
            Self::Changed { id, .. } | Self::Published { id, .. } | Self::Struck { id, .. } => Some(*id),
            _ => None,
        }
    }
}

impl AgendaItem {
    /// Takes everything out that says what the item is about, and gives its title.
    pub(super) fn strip(&mut self) -> Option<String> {
        (self.offer, self.paper) = (None, Paper::default());
        self.kind.strip();
        for item in &mut self.items {
            _ = item.strip();
        }
        let title = std::mem::replace(&mut self.title, PRIVATE_TITLE.to_owned());
        joined([title]).filter(|title| title != PRIVATE_TITLE)
    }
}

impl ItemKind {
    /// Takes out what says more than what is done under it.
    fn strip(&mut self) {
        match self {
            Self::Review { topics } => topics.clear(),
            Self::Complaints { year, received, outcomes } => {
                (*year, *received) = (None, None);
                outcomes.clear();
            }
            Self::Precept(precept) => *precept = Precept { revised: precept.revised, ..Precept::default() },
            Self::Hearing(hearing) => {
                hearing.notified = None;
                hearing.candidates.clear();
            }
            Self::Election { .. }
            | Self::Apologies
            | Self::Substitutes
            | Self::Declarations
            | Self::Minutes { .. }
            | Self::Questions
            | Self::Report
            | Self::Plan
            | Self::Business => {}
        }
    }
}

fn joined(words: impl IntoIterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.into_iter().filter(|words| !words.trim().is_empty()).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

impl Entry {
    /// The events that it redacts, if it is a redaction.
    pub fn redacted(&self) -> Option<&[FactId]> {
        self.public.iter().find_map(|event| match event {
            Event::Redacted { events, .. } => Some(events.as_slice()),
            _ => None,
        })
    }

    /// The entry as it stands in the public record after a redaction; nothing if it is not touched by it.
    pub fn after(&self, redaction: &Self) -> Option<Self> {
        let touched = redaction.redacted()?.iter().any(|id| id.entry == self.n);
        touched.then(|| {
            let mut entry = self.clone();
            entry.withhold(redaction);
            entry
        })
    }

    /// Takes out what `redaction` withholds.
    pub(super) fn withhold(&mut self, redaction: &Self) {
        for id in redaction.redacted().unwrap_or_default().iter().filter(|id| id.entry == self.n) {
            let Some(event) = usize::try_from(id.ordinal).ok().and_then(|place| self.public.get_mut(place)) else {
                continue;
            };
            match redaction.kept(*id) {
                Some(kept) => *event = Event::Withheld { event: Some(Box::new(kept.clone())) },
                // In the public record it was taken out when it was written.
                None => _ = event.strip(),
            }
        }
    }

    /// The event of an entry that this one keeps in private.
    fn kept(&self, wanted: FactId) -> Option<&Event> {
        self.private.iter().find_map(|event| match event {
            Event::Kept { id, event } if *id == wanted => Some(event.as_ref()),
            _ => None,
        })
    }
}

impl Meeting {
    /// The entries that a redaction rewrites, as they stand from now on.
    pub fn rewritten(&self, redaction: &Entry) -> Vec<Entry> {
        // Every entry is asked about with each that is recorded, and hardly any is a redaction.
        let recorded = redaction.redacted().map(|_| self.recorded());
        recorded.into_iter().flatten().filter_map(|entry| entry.after(redaction)).collect()
    }

    /// The public events that hold words, of entries for which `wanted` holds, undone ones too: each with the entry.
    pub fn public_words(&self, wanted: impl Fn(&Entry) -> bool) -> Vec<(FactId, &Entry)> {
        let entries = self.recorded().filter(|entry| wanted(entry));
        let mut found: Vec<(FactId, &Entry)> =
            entries.flat_map(|entry| public_words(entry).map(move |(id, _)| (id, entry))).collect();
        found.sort_by_key(|(id, _)| *id);
        found
    }

    /// The public events that hold words and were recorded, or are said to have happened, at `time` or later.
    pub fn public_words_since(&self, time: DateTime<Utc>) -> Vec<(FactId, &Entry)> {
        self.public_words(|entry| entry.at >= time || entry.happened() >= time)
    }

    /// These events with every other one that holds words of the same facts.
    pub(super) fn with_related(&self, events: &[FactId]) -> Vec<(FactId, &Event)> {
        let all = || self.recorded().flat_map(public_words);
        let facts: Vec<FactId> =
            all().filter(|(id, _)| events.contains(id)).filter_map(|(id, event)| event.fact(id)).collect();
        let related = |id: FactId, event: &Event| {
            events.contains(&id) || event.fact(id).is_some_and(|fact| facts.contains(&fact))
        };
        let mut found: Vec<(FactId, &Event)> = all().filter(|(id, event)| related(*id, event)).collect();
        found.sort_by_key(|(id, _)| *id);
        found
    }
}

fn public_words(entry: &Entry) -> impl Iterator<Item = (FactId, &Event)> {
    let public = entry.events().filter(|(_, audience, _)| *audience == Audience::Public);
    public.filter(|(_, _, event)| event.holds() != Holds::Nothing).map(|(id, _, event)| (id, event))
}
