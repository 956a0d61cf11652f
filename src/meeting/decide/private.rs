//! Business without the public: excluding it, readmitting it, mending what was public by mistake.

use chrono::{DateTime, Utc};

use crate::meeting::command::{Decided, Private, Refusal};
use crate::meeting::event::{Event, ItemState, Old, Sitting, Turning};
use crate::meeting::fact::{Audience, Content, Exclusion, Fact, Fate, Ground, Note, Restricted};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::redaction::Holds;
use crate::meeting::state::Item;
use crate::meeting::timeline::Moment;
use crate::meeting::walk::Walk;

use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn private(&self, step: &Private) -> Outcome {
        match step {
            Private::Exclude { item, exclusion } => self.exclude(item, exclusion),
            Private::Readmit { item } => self.readmit(item),
            Private::Since { time } => self.private_since(*time),
            Private::Redact { events, because, old } => self.redact(events, because, *old),
            Private::TitleFact { of, title } => self.title_fact(*of, title),
            Private::Publish { of, content } => self.publish(*of, content),
            Private::TitleItem { item, title } => self.title_item(item, title),
        }
    }

    fn exclude(&self, item: &ItemId, exclusion: &Exclusion) -> Outcome {
        let place = self.item(item)?;
        if exclusion.business.is_empty() {
            return Err(Refusal::new("It is not said from what.", "Name the item, or say “rest”."));
        }
        for named in exclusion.business.iter().filter_map(|business| business.item.as_ref()) {
            self.item(named)?;
        }
        exclusion.mover.iter().chain(&exclusion.seconder).try_for_each(|person| self.known(person))?;
        let same =
            |standing: &Exclusion| (&standing.ground, &standing.business) == (&exclusion.ground, &exclusion.business);
        if self.state.exclusion().is_some_and(|(_, standing)| same(standing)) {
            return Err(Refusal::new(
                "The public is excluded from that already.",
                "Go on, or let it back in with “readmit”.",
            ));
        }
        let content = Content::Exclusion(exclusion.clone());
        let mut events = vec![Event::Recorded { item: item.clone(), index: self.by_time(place), content }];
        let out = exclusion.ground != Ground::NotExcluded;
        let later = out && !self.takes_effect(exclusion);
        if out && !later && self.state.room() == Audience::Public {
            events.push(self.turned(Turning::Room { to: Audience::Private }));
        }
        let notice = later.then(|| "The room closes to the public when it comes to that item.".to_owned());
        Ok(Decided::of(events).with_notice(notice))
    }

    /// Whether the public leaves at once: for the room's item, the next one, or all that is left.
    fn takes_effect(&self, exclusion: &Exclusion) -> bool {
        let room = self.state.room_item();
        let next = match room {
            Some(room) => Walk::at(self.state, room).and_then(|place| place.next()),
            None => Walk::first(self.state),
        };
        let mut items = std::iter::successors(next, Walk::next).filter_map(|place| place.item());
        let next = items.find(|item| item.state == ItemState::Open).map(|item| &item.agenda.id);
        self.state.sitting() != Sitting::Before && room.into_iter().chain(next).any(|item| exclusion.names(item))
    }

    fn readmit(&self, item: &ItemId) -> Outcome {
        if self.state.room_when(self.when) == Audience::Public {
            return Err(Refusal::new("The public is not excluded.", "There is nothing to do."));
        }
        let index = self.by_time(self.item(item)?);
        Ok(Decided::of(vec![
            self.turned(Turning::Room { to: Audience::Public }),
            Event::Recorded { item: item.clone(), index, content: Content::Readmission },
        ]))
    }

    fn private_since(&self, time: DateTime<Utc>) -> Outcome {
        if self.state.private_between(time, time) {
            return Err(Refusal::new(
                "The record says so already.",
                "Redact single facts with “redact”, by their reference.",
            ));
        }
        if time > self.when.now {
            return Err(Refusal::new("That time is yet to come.", "Give the time at which the public left."));
        }
        let at = Moment { anchor: self.state.anchor(time, self.meeting.next()), time };
        let event = Event::Turned { at, turning: Turning::Room { to: Audience::Private } };
        let reopened = self.state.publicity().after(at.anchor).any(|change| change.value == Audience::Public);
        let notice = reopened.then(|| "The room was opened again later; that stays as it is.".to_owned());
        Ok(Decided::of(vec![event]).with_notice(notice))
    }

    fn redact(&self, ids: &[FactId], because: &str, old: Old) -> Outcome {
        let related = self.meeting.with_related(ids);
        if related.is_empty() {
            return Err(Refusal::new(
                "There are no public words there.",
                "What is private already needs no redaction; the log shows the numbers of entries.",
            ));
        }
        let events = related.iter().map(|(id, _)| *id).collect();
        let mut all = vec![Event::Redacted { events, because: because.trim().to_owned(), old }];
        for (id, event) in related {
            self.keep(id, event, &mut all);
        }
        Ok(Decided::of(all))
    }

    /// What is recorded so that a redacted event lives on in private, and what is public of it.
    fn keep(&self, id: FactId, event: &Event, all: &mut Vec<Event>) {
        if event.holds() == Holds::Words {
            all.push(Event::Kept { id, event: Box::new(event.clone()) });
            all.extend(self.redacted_stub(id, event));
            return;
        }
        let words = event.clone().strip().unwrap_or_default();
        match event {
            Event::ItemAdded { item, .. } => {
                let title = self.state.item(&item.id).map_or(words, |item| item.agenda.title.clone());
                all.push(Event::ItemTitle { item: item.id.clone(), title });
            }
            _ => all.extend(self.note(format!("Redacted from entry #{}: {words}", id.entry))),
        }
    }

    fn redacted_stub(&self, id: FactId, event: &Event) -> Option<Event> {
        let Event::Recorded { item, .. } = event else { return None };
        let what = restricted(self.state.content(id)?).filter(|what| *what != Restricted::Motion)?;
        let stub = || Event::Stub { of: id, item: item.clone(), what, title: None, withdrawn: false };
        self.state.stub(id).is_none().then(stub)
    }

    fn note(&self, text: String) -> Option<Event> {
        let item = self.state.room_item().or_else(|| self.state.top().get(0)).and_then(|id| self.state.item(id))?;
        let (item, index) = (item.agenda.id.clone(), item.facts.len());
        Some(Event::Recorded { item, index, content: Content::Note(Note { text }) })
    }

    fn title_fact(&self, of: FactId, title: &str) -> Outcome {
        some_text(title, "The title")?;
        let fact = self.fact(of)?;
        let Some(what) = stands_for(fact, &fact.content).filter(|_| fact.audience == Audience::Private) else {
            return Err(Refusal::new(
                "Only what was decided or promised in the private part takes a public title.",
                "Name it by its reference, such as 9(d1), or name an item with a private title.",
            ));
        };
        let title = Some(title.trim().to_owned());
        Ok(Decided::of(vec![Event::Stub { of, item: fact.item.clone(), what, title, withdrawn: false }]))
    }

    fn publish(&self, id: FactId, content: &Content) -> Outcome {
        let fact = self.fact(id)?;
        let Some(told) = fact.told.as_deref() else {
            return Err(match fact.audience {
                Audience::Public => Refusal::new("Everybody reads that as it stands.", "Word it anew with “edit”."),
                Audience::Private => Refusal::new(
                    "That was said without the public.",
                    "Only what the public heard is worded for everybody; give a decision a “public-title”.",
                ),
            });
        };
        if std::mem::discriminant(told) != std::mem::discriminant(content) || !content.has_own_words() {
            return Err(Refusal::new(
                "That is worded by the house style.",
                "Say what became of a motion in private with “public-title”.",
            ));
        }
        self.sound(content)?;
        Ok(Decided::of(vec![Event::Published { id, content: content.clone() }]))
    }

    fn title_item(&self, item: &ItemId, title: &str) -> Outcome {
        some_text(title, "The title")?;
        let hidden = |item: &Item| item.audience == Audience::Private;
        if !hidden(self.item(item)?) {
            return Err(Refusal::new("The title of that item is public.", "Change it with “retitle”."));
        }
        Ok(Decided::of(vec![Event::PublicTitle { item: item.clone(), title: title.trim().to_owned() }]))
    }
}

/// What a public stub would stand for; nothing for what needs none.
pub(super) fn restricted(content: &Content) -> Option<Restricted> {
    match content {
        Content::Decision(decision) if decision.basis.is_some() => Some(Restricted::Decision),
        Content::Action(_) => Some(Restricted::Action),
        Content::Motion(motion) if motion.fate != Fate::Open => Some(Restricted::Motion),
        _ => None,
    }
}

/// What a public stub would stand for where a fact becomes `content` in private. What becomes of a motion is only told
/// of one that everybody heard.
pub(super) fn stands_for(fact: &Fact, content: &Content) -> Option<Restricted> {
    restricted(content).filter(|what| *what != Restricted::Motion || fact.heard().is_some())
}
