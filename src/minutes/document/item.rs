//! One item: its heading and opening, its facts, its close.

use std::ops::Range;

use crate::meeting::agenda::ItemKind;
use crate::meeting::event::ItemState;
use crate::meeting::fact::Content;
use crate::meeting::state::Item;
use crate::minutes::block::{Block, Part, Run};
use crate::minutes::phrase::{Phrase, Value};

use super::Build;
use super::number::{agenda_number, minute_number, numbers};

#[cfg(test)]
thread_local! {
    /// How many facts have been looked at, for the test that nothing is built before it is asked for.
    pub(super) static BUILT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl<'a> Build<'a> {
    /// The heading and what the house says before anything that was recorded.
    pub(super) fn opening(self, item: &'a Item) -> Vec<Block> {
        let mut parts = vec![self.heading(item)];
        parts.extend(self.lists_under(item));
        parts.extend(self.item_facts(item));
        if was_taken(item) || self.state.decided_with(&item.agenda.id).next().is_some() {
            parts.extend(self.first_sentences(item));
            // What was received without the public was received once it was out.
            parts.extend(self.excluded_first(item).is_none().then(|| self.paper(item)).into_iter().flatten());
        } else if item.children.is_empty() && matches!(item.state, ItemState::Open | ItemState::Skipped) {
            let over = self.state.ended().is_some() || item.state == ItemState::Skipped;
            parts.extend(self.sentence(if over { Phrase::ItemSkipped } else { Phrase::ItemToCome }, &[]));
        }
        parts.into_iter().map(Block::of).collect()
    }

    /// Its number and title, as deep as it stands.
    pub(super) fn heading(self, item: &Item) -> Part {
        let parents = std::iter::successors(item.parent.as_ref(), |id| self.state.item(id)?.parent.as_ref());
        let level = 1 + parents.count();
        let number = Value::from(minute_number(self.state, self.style, item));
        let top = if level == 1 { number.clone() } else { Value::Empty };
        let agenda = || ("agenda", Value::from(agenda_number(self.state, item).trim_end_matches('.').to_owned()));
        let taken = item.visits.iter().min().map(|at| at.time);
        let title = [("title", Value::from(self.title_of(item))), agenda(), ("time", self.time(taken))];
        Part::Heading {
            level,
            number: self.fill.text(Phrase::ItemNumber, &[("number", number), ("top", top), agenda()]),
            text: self.fill.text(Phrase::ItemTitle, &title),
        }
    }

    fn first_sentences(self, item: &'a Item) -> Vec<Part> {
        let mut parts: Vec<Part> = self.taken_before(item).into_iter().chain(self.urgency(item)).collect();
        if item.agenda.kind == ItemKind::Apologies {
            parts.extend(self.apologies());
        }
        parts
    }

    /// What was received and what it asks for.
    pub(super) fn paper(self, item: &'a Item) -> Vec<Part> {
        let paper = &item.agenda.paper;
        let mut parts = self.received(item);
        parts.extend(self.statutory(item));
        if let Some(recommendation) = paper.recommendation.as_deref() {
            let words = Value::text(Some(recommendation.trim_end_matches('.')));
            parts.extend(self.sentence(Phrase::Recommended, &[("body", self.short()), ("recommendation", words)]));
        }
        if item.agenda.kind == ItemKind::Plan {
            parts.extend(self.plan());
        }
        parts
    }

    /// What the body received, and below it what that is for.
    fn received(self, item: &'a Item) -> Vec<Part> {
        let paper = &item.agenda.paper;
        let [number, minute] = numbers(self.state, self.style, item);
        let bare =
            |text: &'a Option<String>| Value::text(text.as_deref().map(|text| text.trim_end_matches(['.', ':'])));
        let values = [
            ("body", self.short()),
            ("receives", bare(&paper.receives)),
            ("recommendation", bare(&paper.recommendation)),
            ("by", self.persons(&paper.presenters)),
            ("title", Value::from(self.title_of(item))),
            number,
            minute,
        ];
        let phrase = match (paper.purposes.is_empty(), paper.requested) {
            (false, _) => Phrase::ReceivedFor,
            (true, true) => Phrase::ReceivedOnRequest,
            (true, false) => Phrase::Received,
        };
        let sentence = paper.receives.as_ref().and_then(|_| self.sentence(phrase, &values));
        let purposes = paper.purposes.iter().map(|purpose| Part::Bullet(vec![Run::plain(purpose)]));
        sentence.into_iter().chain(purposes).collect()
    }

    /// The blocks of the facts in `range`, each built when it is asked for.
    pub(super) fn facts(self, item: &'a Item, range: Range<usize>) -> impl DoubleEndedIterator<Item = Block> + use<'a> {
        range.flat_map(move |index| self.fact(item, index))
    }

    fn fact(self, item: &'a Item, index: usize) -> Vec<Block> {
        #[cfg(test)]
        BUILT.with(|built| built.set(built.get() + 1));
        let fact = item.facts.get(index).and_then(|id| self.state.fact(*id)).filter(|fact| fact.struck.is_none());
        let Some(fact) = fact else { return Vec::new() };
        let parts = self.parts(item, index, fact);
        let mut blocks: Vec<Block> = parts.into_iter().map(|part| Block::from_fact(fact.id, part)).collect();
        // A sentence of the house that came with a late point is no late fact itself.
        if fact.after_meeting
            && !matches!(fact.content, Content::LeadIn(_))
            && let Some(line) = blocks.iter_mut().rev().find_map(Block::line_mut)
        {
            line.push(Run::plain(self.style.label(Phrase::AfterMeeting)));
        }
        blocks
    }

    /// What the house says after everything that was recorded.
    pub(super) fn closing(self, item: &'a Item) -> Vec<Block> {
        let told = self.readmitted(item).is_some();
        let mut parts = if told { Vec::new() } else { self.stubs(item) };
        parts.extend(self.state.decided_with(&item.agenda.id).filter_map(|fact| {
            let with = Value::from(self.item_named(&fact.item)?);
            self.sentence(Phrase::DecidedWith, &[("item", with)])
        }));
        parts.into_iter().map(Block::of).chain(self.became(item)).collect()
    }
}

fn was_taken(item: &Item) -> bool {
    !item.facts.is_empty() || (!item.visits.is_empty() && item.state == ItemState::Open)
}
