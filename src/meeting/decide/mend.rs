//! Mending what was recorded: correcting, striking, moving, splitting, joining.

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Audience, Content, Fact, Point};
use crate::meeting::id::{FactId, ItemId};

use super::{Desk, Outcome};

impl Desk<'_> {
    pub(super) fn correct(&self, id: FactId, content: &Content) -> Outcome {
        let fact = self.fact(id)?;
        if std::mem::discriminant(&fact.content) != std::mem::discriminant(content) {
            return Err(Refusal::new(
                "A fact cannot become one of another kind.",
                "Strike it out and record the right one.",
            ));
        }
        if fact.content == *content {
            return Err(Refusal::new("It says that already.", "There is nothing to correct."));
        }
        self.sound(content)?;
        let mut events = self.follow(fact, content);
        events.push(Event::Changed { id, content: content.clone() });
        let told = matches!((&fact.content, content), (Content::Declaration(was), Content::Declaration(now))
            if now.sensitive && was.nature.is_some());
        let notice = told.then(|| "The nature that was recorded stays in the record until it is redacted.".to_owned());
        Ok(Decided::of(events).with_notices(notice.into_iter().chain(self.stays_private(fact, content))))
    }

    /// That a correction made without the public is not read by those who heard what it corrects.
    fn stays_private(&self, fact: &Fact, content: &Content) -> Option<String> {
        let room = self.state.room_when(self.when).or(self.state.changing(fact));
        let unread = content.audience(room) == Audience::Private && content.has_own_words();
        (unread && fact.heard().is_some()).then(|| {
            "That stays private, and everybody goes on reading it as it was. “publish” words it for everybody."
                .to_owned()
        })
    }

    pub(super) fn strike(&self, id: FactId, because: &str) -> Outcome {
        let fact = self.fact(id)?;
        let closed = matches!(fact.content, Content::Exclusion(_)) && self.state.ground_for(id);
        let notice = closed.then(|| {
            "The room was closed by that and stays so in the record. If the public is there, say “readmit” with the \
             time; if it had to leave, record on what ground."
                .to_owned()
        });
        Ok(Decided::of(vec![Event::Struck { id, because: because.trim().to_owned() }]).with_notice(notice))
    }

    pub(super) fn shift(&self, id: FactId, item: &ItemId, index: usize) -> Outcome {
        let fact = self.fact(id)?;
        let target = self.item(item)?;
        if fact.item == *item && target.facts.position(&id) == Some(index) {
            return Err(Refusal::new("It stands there already.", "Choose another place."));
        }
        Ok(Decided::of(vec![Event::Moved { id, item: item.clone(), index }]))
    }

    pub(super) fn split(&self, id: FactId, turn: usize) -> Outcome {
        let (point, item, index) = self.point(id)?;
        if turn == 0 || turn >= point.turns.len() {
            return Err(Refusal::new(
                "The point cannot be split there.",
                "Begin the second point with a turn of its own: put “ / ” before it.",
            ));
        }
        let mut first = point.clone();
        let turns = first.turns.split_off(turn);
        let second = Point { topic: None, turns, jotted: None, ..point.clone() };
        Ok(Decided::of(vec![
            Event::Changed { id, content: Content::Point(first) },
            Event::Recorded { item, index: index + 1, content: Content::Point(second) },
        ]))
    }

    pub(super) fn join(&self, id: FactId) -> Outcome {
        let (point, item, index) = self.point(id)?;
        let earlier = self.state.item(&item).and_then(|item| {
            item.facts.range(0..index).rev().find_map(|id| match self.state.content(*id) {
                Some(Content::Point(earlier)) => Some((*id, earlier)),
                _ => None,
            })
        });
        let Some((first, earlier)) = earlier else {
            return Err(Refusal::new("There is no point before it.", "Move it first, or join the one after it."));
        };
        self.for_the_same(first, id)?;
        let mut joined = earlier.clone();
        joined.turns.extend(point.turns.iter().cloned());
        joined.jotting |= point.jotting;
        Ok(Decided::of(vec![
            Event::Changed { id: first, content: Content::Point(joined) },
            Event::Struck { id, because: format!("joined to {first}") },
        ]))
    }

    /// Refuses to make one of two facts where words would change between the public part and the private one.
    fn for_the_same(&self, first: FactId, second: FactId) -> Result<(), Refusal> {
        let (first, second) = (self.fact(first)?.audience, self.fact(second)?.audience);
        if first != second {
            return Err(Refusal::new(
                "One of the two points is public and the other private.",
                "Leave them apart, or take the public one out of the public record first with “redact”.",
            ));
        }
        if first == Audience::Public && self.state.room_when(self.when) == Audience::Private {
            return Err(Refusal::new(
                "The public is out, and both points are for everybody.",
                "Join them once the public is back.",
            ));
        }
        Ok(())
    }

    fn point(&self, id: FactId) -> Result<(&Point, ItemId, usize), Refusal> {
        let fact = self.fact(id)?;
        let index = self.item(&fact.item)?.facts.position(&id);
        match (&fact.content, index) {
            (Content::Point(point), Some(index)) => Ok((point, fact.item.clone(), index)),
            _ => Err(Refusal::new("That is not a point.", "Put the pen on a point of the discussion.")),
        }
    }
}
