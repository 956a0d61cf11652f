//! One item: its heading and opening, its facts, its close.

use std::ops::Range;

use crate::meeting::agenda::ItemKind;
use crate::meeting::event::{ItemState, Sitting};
use crate::meeting::fact::Content;
use crate::meeting::state::Item;
use crate::minutes::block::{Block, Part, Run};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::ItemBlock;

use super::Build;
use super::number::{agenda_number, minute_number, numbers};

/// How many facts at an item's end are looked at for business. An item must not cost more the longer it is.
const NEAR: usize = 64;

#[cfg(test)]
thread_local! {
    /// How many facts have been looked at, for the test that nothing is built before it is asked for.
    pub(super) static BUILT: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl<'a> Build<'a> {
    /// The heading and whatever else stands before the business in the order of the house.
    pub(super) fn opening(self, item: &'a Item) -> Vec<Block> {
        let blocks = self.style.item.iter().take_while(|block| **block != ItemBlock::Business);
        // What was received without the public was received once it was out.
        let later = self.excluded_first(item).is_some();
        let blocks = blocks.filter(|block| !later || !block.is_paper());
        blocks.flat_map(|block| self.item_block(item, *block)).map(Block::of).collect()
    }

    /// What the house says of the paper before the business.
    pub(super) fn paper(self, item: &'a Item) -> Vec<Part> {
        let blocks = self.style.item.iter().take_while(|block| **block != ItemBlock::Business);
        blocks.filter(|block| block.is_paper()).flat_map(|block| self.item_block(item, *block)).collect()
    }

    /// What the house says after everything that was recorded.
    pub(super) fn closing(self, item: &'a Item) -> Vec<Block> {
        let blocks = self.style.item.iter().skip_while(|block| **block != ItemBlock::Business).skip(1);
        let blocks = blocks.flat_map(|block| self.item_block(item, *block));
        self.untold_minutes(item).into_iter().chain(blocks).map(Block::of).collect()
    }

    /// That nothing was recorded of earlier minutes, once the meeting is over: an item is no bare heading.
    fn untold_minutes(self, item: &'a Item) -> Option<Part> {
        let bare = self.state.facts_of(item).next().is_none() && item.children.is_empty();
        let untold = matches!(item.agenda.kind, ItemKind::Minutes { .. }) && bare && was_taken(item);
        if untold && self.state.ended().is_some() { self.sentence(Phrase::MinutesUntold, &[]) } else { None }
    }

    /// A block of an item beside its business.
    fn item_block(self, item: &'a Item, block: ItemBlock) -> Vec<Part> {
        let one = |part: Option<Part>| part.into_iter().collect();
        let kind = &item.agenda.kind;
        match block {
            ItemBlock::Heading => vec![self.heading(item)],
            ItemBlock::Attendance => self.lists_under(item),
            ItemBlock::Details => one(self.item_facts(item)),
            ItemBlock::NotTaken => one(self.not_taken(item).or_else(|| self.silent(item))),
            ItemBlock::Restricted if self.readmitted(item).is_some() => Vec::new(),
            ItemBlock::Restricted => self.stubs(item),
            ItemBlock::DecidedWith => self.decided_with(item),
            ItemBlock::Became => one(self.became(item)),
            ItemBlock::Business => Vec::new(),
            // What is left is said of items that were taken.
            _ if !self.was_dealt_with(item) => Vec::new(),
            ItemBlock::OutOfTurn => one(self.taken_before(item)),
            ItemBlock::Urgency => one(self.urgency(item)),
            ItemBlock::Apologies if *kind == ItemKind::Apologies && !self.apologies_in_head() => self.apologies(),
            ItemBlock::Apologies if *kind == ItemKind::Substitutes => self.substitutes_alone(),
            ItemBlock::Received => self.received(item),
            ItemBlock::Statutory => self.statutory(item),
            ItemBlock::Recommended => one(self.recommends(item)),
            ItemBlock::Plan if *kind == ItemKind::Plan => self.plan(),
            ItemBlock::Apologies | ItemBlock::Plan => Vec::new(),
        }
    }

    pub(super) fn was_dealt_with(self, item: &Item) -> bool {
        was_taken(item) || self.state.decided_with(&item.agenda.id).next().is_some()
    }

    fn not_taken(self, item: &Item) -> Option<Part> {
        let waits = item.children.is_empty() && matches!(item.state, ItemState::Open | ItemState::Skipped);
        if !waits || self.was_dealt_with(item) {
            return None;
        }
        let over = self.state.ended().is_some() || item.state == ItemState::Skipped;
        self.sentence(if over { Phrase::ItemSkipped } else { Phrase::ItemToCome }, &[])
    }

    /// What the house says of an item that the room has left and under which nothing is recorded.
    fn silent(self, item: &Item) -> Option<Part> {
        let (state, id) = (self.state, &item.agenda.id);
        let here = state.room_item() == Some(id) && state.sitting() == Sitting::Sitting;
        let told = match item.agenda.kind {
            ItemKind::Apologies | ItemKind::Substitutes | ItemKind::Plan => true,
            _ => item.agenda.paper.receives.is_some() || state.stubs_of(id).next().is_some(),
        };
        let taken = !item.visits.is_empty() && item.state == ItemState::Open && item.children.is_empty();
        let mut facts = state.facts_of(item).rev().take(NEAR);
        let silent = taken && !here && !told && state.decided_with(id).next().is_none();
        if !silent || !facts.all(|fact| fact.content.is_beside_business()) {
            return None;
        }
        self.sentence(Phrase::ItemNothing, &[])
    }

    /// What the paper asks for.
    fn recommends(self, item: &'a Item) -> Option<Part> {
        let words = item.agenda.paper.recommendation.as_deref()?.trim_end_matches('.');
        self.sentence(Phrase::Recommended, &[("body", self.short()), ("recommendation", Value::text(Some(words)))])
    }

    fn decided_with(self, item: &'a Item) -> Vec<Part> {
        let with = self.state.decided_with(&item.agenda.id).filter_map(|fact| {
            let with = Value::from(self.item_named(&fact.item)?);
            self.sentence(Phrase::DecidedWith, &[("item", with)])
        });
        with.collect()
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
        if fact.after_meeting
            && !of_course_after(&fact.content)
            && let Some(line) = blocks.iter_mut().rev().find_map(Block::line_mut)
        {
            line.push(Run::plain(self.style.label(Phrase::AfterMeeting)));
        }
        blocks
    }
}

/// Whether nothing is said of its having been recorded after the meeting: of a sentence of the house that came with a late
/// point, and of a summary, which is written afterwards.
fn of_course_after(content: &Content) -> bool {
    matches!(content, Content::LeadIn(_)) || content.is_summary()
}

fn was_taken(item: &Item) -> bool {
    !item.facts.is_empty() || (!item.visits.is_empty() && item.state == ItemState::Open)
}
