//! The course of the meeting, as it follows from what was recorded: when it must end, who writes it down, what its
//! pauses were, who is speaking.

use chrono::{DateTime, Days, TimeDelta, TimeZone, Utc};

use super::event::Sitting;
use super::fact::{Content, Owner, Passage, PassageKind, Pause};
use super::id::FactId;
use super::state::State;
use super::timeline::Change;

/// How many facts from the end of the room's item are looked at for who speaks.
const NEAR: usize = 64;

/// A time from when until when, in UTC.
pub type Span = (DateTime<Utc>, DateTime<Utc>);

/// Somebody who is not a member is speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Who, as the clerk calls them; the role where no name was given.
    pub name: String,
    /// How long so far; never less than nothing.
    pub spoken: TimeDelta,
    /// How long they may speak, where the body's rules say so.
    pub limit: Option<TimeDelta>,
}

impl Speech {
    /// Whether the time is over.
    pub fn is_over(&self) -> bool {
        self.limit.is_some_and(|limit| self.spoken >= limit)
    }
}

impl State {
    /// When the meeting must end, in UTC: as it decided itself, or by its rules on the day on which it last sat down.
    /// Nothing while it does not sit, and where no rule is known.
    pub fn finishes(&self) -> Option<DateTime<Utc>> {
        self.last_finish().filter(|_| self.sitting() == Sitting::Sitting)
    }

    /// When the meeting must end, or had to when it sat down last, in UTC.
    pub fn last_finish(&self) -> Option<DateTime<Utc>> {
        let sits = self.sittings().changes().rev().find(|change| change.value == Sitting::Sitting)?;
        if let Some(extended) = self.finish.last().filter(|change| change.value > sits.at.time) {
            return Some(extended.value);
        }
        let finish = self.body().rules.finish?;
        let began = self.local(sits.at.time).naive_local();
        // A meeting that begins after its finish time ends on the day after.
        let day = if began.time() < finish { began.date() } else { began.date().checked_add_days(Days::new(1))? };
        Some(self.body().zone.from_local_datetime(&day.and_time(finish)).earliest()?.with_timezone(&Utc))
    }

    /// The times in which the meeting sat, in order and in UTC, as they were recorded before any was corrected. Until it is
    /// closed, the last of them ends `now`.
    pub fn sat(&self, now: DateTime<Utc>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut since = None;
        for change in self.sittings().changes() {
            let at = self.recorded_as(change.by.entry).unwrap_or(change.at.time);
            match (change.value, since) {
                (Sitting::Sitting, None) => since = Some(at),
                (Sitting::Sitting | Sitting::Before, _) | (_, None) => {}
                (Sitting::Adjourned | Sitting::Closed, Some(from)) => {
                    spans.push((from, at));
                    since = None;
                }
            }
        }
        let goes_on = !spans.is_empty() && self.sitting() == Sitting::Adjourned;
        spans.extend(since.or(goes_on.then_some(now)).map(|from| (from, now)));
        spans
    }

    /// About when something happened that an entry recorded, in UTC, whatever it was corrected to: what ended the
    /// meeting, when something was recorded last before it, for it may have been recorded the day after. Nothing for
    /// what was recorded of another time than `spans`, those in which the meeting sat.
    pub fn happened_about(&self, entry: u64, spans: &[Span]) -> Option<DateTime<Utc>> {
        let closed = self.sittings().last().filter(|change| change.value == Sitting::Closed);
        let ends = closed.is_some_and(|change| change.by.entry == entry);
        let before = || (1..entry).rev().find_map(|entry| self.recorded_as(entry));
        let about = if ends { before() } else { self.recorded_as(entry) }?;
        let (first, last) = (spans.first()?.0, spans.last()?.1);
        let ended = closed.is_some() && about > last;
        Some(about).filter(|_| !ended).map(|about| about.max(first))
    }

    /// Whether the meeting was given another finish time after a fact was recorded.
    pub fn extended_after(&self, id: FactId) -> bool {
        self.finish.last().is_some_and(|change| change.by.entry > id.entry)
    }

    /// Who writes the meeting down, where it was handed over.
    pub fn clerk(&self) -> Option<&str> {
        self.clerk.now().map(String::as_str)
    }

    /// What the minutes say of a change of the sitting, where a pause was recorded with it.
    pub fn pause_with(&self, change: &Change<Sitting>) -> Option<&Pause> {
        let entry = FactId::new(change.by.entry, 0)..=FactId::new(change.by.entry, u32::MAX);
        self.facts.range(entry).filter(|(_, fact)| fact.struck.is_none()).find_map(|(_, fact)| match &fact.content {
            Content::Pause(pause) => Some(pause),
            _ => None,
        })
    }

    /// When the pause that a fact records began, in UTC, and when the meeting resumed after it.
    pub fn paused(&self, fact: FactId) -> Option<(&Change<Sitting>, Option<DateTime<Utc>>)> {
        let mut changes = self.sittings().changes().skip_while(|change| change.by.entry != fact.entry);
        let began = changes.next()?;
        Some((began, changes.find(|change| change.value == Sitting::Sitting).map(|change| change.at.time)))
    }

    /// Who speaks under the room's item at `now`, where the clerk said so and did not say that they have finished.
    pub fn speaking(&self, now: DateTime<Utc>) -> Option<Speech> {
        let item = self.item(self.room_item()?)?;
        let (passage, since) = self.facts_of(item).rev().take(NEAR).find_map(|fact| match &fact.content {
            Content::Passage(passage) if passage.kind == PassageKind::Speaker => Some((passage, fact.when)),
            _ => None,
        })?;
        if passage.ended.is_some() || self.sitting() != Sitting::Sitting {
            return None;
        }
        let limit = self.body().rules.may_speak(passage.role.as_deref());
        let limit = limit.map(|minutes| TimeDelta::minutes(minutes.into()));
        Some(Speech { name: self.speaker_of(passage), spoken: (now - since).max(TimeDelta::zero()), limit })
    }

    fn speaker_of(&self, passage: &Passage) -> String {
        let named = match &passage.by {
            Some(Owner::Named(name)) => Some(name.clone()),
            Some(Owner::Person(id)) => self.person(id).map(super::people::Person::short),
            Some(Owner::Party(id)) => self.party(id).map(|party| party.name.clone()),
            None => None,
        };
        named.or_else(|| passage.role.clone()).unwrap_or_else(|| "the speaker".to_owned())
    }
}
