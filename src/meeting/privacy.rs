//! Since when the room is closed to the public and why, and what belongs to the private part.

use chrono::{DateTime, Utc};

use super::command::When;
use super::fact::{Audience, Content, Exclusion, Fact, Ground, Restricted};
use super::id::{FactId, ItemId};
use super::state::State;
use super::timeline::{Change, Moment, Timeline};

/// What everybody may read of something decided or promised in private.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// The item.
    pub item: ItemId,
    /// What it stands for.
    pub what: Restricted,
    /// The title typed for it, if any.
    pub title: Option<String>,
}

/// A time for which the public was out.
struct Span<'a> {
    from: &'a Change<Audience>,
    to: Option<Moment>,
}

impl State {
    /// When the room was closed to the public and opened again.
    pub fn publicity(&self) -> &Timeline<Audience> {
        &self.publicity
    }

    /// What is recorded with these times is for: private while the public is out, or where it was at the earlier time.
    pub fn room_when(&self, when: When) -> Audience {
        match when.at {
            Some(at) if self.room() == Audience::Public && self.private_between(at, at) => Audience::Private,
            _ => self.room(),
        }
    }

    /// Whether the public was out at any time.
    pub fn was_private(&self) -> bool {
        self.private_spans().next().is_some()
    }

    /// Whether the public was out at any time between two.
    pub fn private_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        self.private_spans().any(|span| span.from.at.time <= to && span.to.is_none_or(|end| end.time > from))
    }

    /// Since when the public is out; nothing while the room is open.
    pub fn private_since(&self) -> Option<Moment> {
        self.private_spans().last().filter(|span| span.to.is_none()).map(|span| span.from.at)
    }

    /// Resolutions to exclude the public or not, and duties to, that are not struck out, in order.
    pub fn exclusions(&self) -> impl DoubleEndedIterator<Item = (&Fact, &Exclusion)> {
        self.exclusions.iter().filter_map(|id| match self.content(*id)? {
            Content::Exclusion(exclusion) => Some((self.fact(*id)?, exclusion)),
            _ => None,
        })
    }

    /// Why the public is out, where that was recorded; nothing while the room is open.
    pub fn exclusion(&self) -> Option<(&Fact, &Exclusion)> {
        let span = self.private_spans().last().filter(|span| span.to.is_none())?;
        self.ground_of(&span)
    }

    /// The newest resolution or duty that names an item itself, if it keeps the public out of the whole of it.
    pub fn exclusion_of(&self, item: &ItemId) -> Option<(&Fact, &Exclusion)> {
        // That of the rest of the meeting ends with the public's return.
        let itself = |exclusion: &Exclusion| exclusion.business.iter().any(|it| it.item.as_ref() == Some(item));
        let newest = self.exclusions().rev().find(|(_, exclusion)| itself(exclusion))?;
        Some(newest).filter(|(_, exclusion)| exclusion.covers(item))
    }

    /// What is said under an item is for: private while the public is out, and for items taken without it.
    pub fn setting(&self, item: &ItemId) -> Audience {
        let private = self.room() == Audience::Private || self.taken_in_private(item);
        if private { Audience::Private } else { Audience::Public }
    }

    /// Whether an item was taken, as a whole, for a time without the public.
    pub(super) fn taken_in_private(&self, item: &ItemId) -> bool {
        self.private_spans().any(|span| self.within(item, &span))
    }

    /// Whether the public was out at any time while the room was at an item.
    pub(super) fn private_at(&self, item: &ItemId) -> bool {
        self.private_spans().any(|span| self.visits_in(item, &span).next().is_some())
    }

    /// Whom a change of a fact is for while the room is open: those whom the fact is for, and where it says what became
    /// of business, those whom the item was taken for.
    pub(super) fn changing(&self, fact: &Fact) -> Audience {
        let resolves = matches!(
            fact.content,
            Content::Motion(_) | Content::Decision(_) | Content::Election(_) | Content::Contest(_)
        );
        if resolves { fact.audience.or(self.setting(&fact.item)) } else { fact.audience }
    }

    /// What everybody may read of what was decided and promised in private under an item.
    pub fn stubs_of(&self, item: &ItemId) -> impl Iterator<Item = (FactId, &Stub)> {
        self.stubs.iter().filter(move |(_, stub)| stub.item == *item).map(|(of, stub)| (*of, stub))
    }

    /// What everybody may read of a fact of the private part.
    pub fn stub(&self, of: FactId) -> Option<&Stub> {
        self.stubs.get(&of)
    }

    /// Who may read of what a finding names.
    pub(super) fn audience_of(&self, subject: &str) -> Audience {
        let fact = || self.fact(subject.strip_prefix("fact ")?.parse().ok()?).map(|fact| fact.audience);
        let item = || self.item(&subject.strip_prefix("item ")?.into()).map(|item| item.audience);
        fact().or_else(item).unwrap_or_default()
    }

    pub(super) fn make_private(&mut self, events: &[FactId]) {
        for id in events {
            if let Some(fact) = self.facts.get_mut(id) {
                (fact.audience, fact.told) = (Audience::Private, None);
            }
        }
    }

    fn private_spans(&self) -> impl Iterator<Item = Span<'_>> {
        let changes = || self.publicity.changes();
        let ends = changes().skip(1).map(|change| Some(change.at)).chain([None]);
        changes().zip(ends).filter(|(from, _)| from.value == Audience::Private).map(|(from, to)| Span { from, to })
    }

    /// Whether the room was closed at any time on the ground of a resolution or duty.
    pub(super) fn ground_for(&self, of: FactId) -> bool {
        self.private_spans().any(|span| self.ground_of(&span).is_some_and(|(fact, _)| fact.id == of))
    }

    /// Times for which the public was out and nothing says why: from when, until when, and whether the resolution that
    /// closed the room was struck out.
    pub(super) fn groundless(&self) -> impl Iterator<Item = (Moment, Option<Moment>, bool)> {
        let bare = self.private_spans().filter(|span| self.ground_of(span).is_none());
        bare.map(|span| (span.from.at, span.to, self.closed_by(&span).is_some()))
    }

    /// What was recorded together with the closing of the room, struck out or not.
    fn closed_by(&self, span: &Span<'_>) -> Option<FactId> {
        let n = span.from.by.entry;
        self.exclusions.range(FactId::new(n, 0)..=FactId::new(n, u32::MAX)).next().copied()
    }

    /// What was recorded together with the closing of the room, or else the last of its kind before. Where that was
    /// struck out, nothing.
    fn ground_of(&self, span: &Span<'_>) -> Option<(&Fact, &Exclusion)> {
        if self.closed_by(span).is_some_and(|id| self.content(id).is_none()) {
            return None;
        }
        let holds = |exclusion: &Exclusion| exclusion.ground != Ground::NotExcluded;
        let mut before = self.exclusions().rev().filter(|(fact, _)| fact.id.entry <= span.from.by.entry);
        before.find(|(_, exclusion)| holds(exclusion))
    }

    /// Whether the room was at an item, as a whole, for a time without the public.
    fn within(&self, item: &ItemId, span: &Span<'_>) -> bool {
        let ground = self.ground_of(span).map(|(_, exclusion)| exclusion);
        if ground.is_some_and(|exclusion| !exclusion.covers(item)) {
            return false;
        }
        let named = ground.is_none_or(|it| it.business.iter().any(|business| business.item.as_ref() == Some(item)));
        // The rest of the meeting begins with what comes after the resolution.
        self.visits_in(item, span).any(|visit| named || visit >= span.from.at)
    }

    /// When the room came to an item, each time that it was there for a while of a span.
    fn visits_in(&self, item: &ItemId, span: &Span<'_>) -> impl Iterator<Item = Moment> {
        let changes = || self.at_item.changes();
        let ends = changes().skip(1).map(|change| Some(change.at)).chain([None]);
        let visits = changes().zip(ends).filter(move |(change, _)| change.value.as_ref() == Some(item));
        let overlaps = |visit: Moment, end: Option<Moment>| {
            span.to.is_none_or(|to| visit < to) && end.is_none_or(|end| span.from.at < end)
        };
        visits.filter(move |(visit, end)| overlaps(visit.at, *end)).map(|(visit, _)| visit.at)
    }
}
