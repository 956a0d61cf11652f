//! The minutes as blocks.
//!
//! Blocks are built fact by fact, on demand and from both ends, so that a screen can pull outward from any fact at a
//! cost that does not depend on how long the item or the meeting is. Notes to oneself and time marks never become
//! blocks. What may be read by whom is decided by the caller, who hands in the state that may be.

mod agenda;
mod around;
mod attendance;
mod ballots;
mod course;
mod decided;
mod elections;
mod facts;
mod follow;
mod formal;
mod forward;
mod grid;
mod head;
mod interests;
mod item;
mod motions;
mod number;
mod panel;
mod private;
mod report;
mod sections;
mod stage;
mod tables;
#[cfg(test)]
mod tests;
mod votes;

use chrono::{DateTime, Utc};

use crate::meeting::event::Sitting;
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::{Item, State};
use crate::meeting::timeline::Change;

use super::block::{Block, Line, Part, Run};
use super::phrase::{Fill, Phrase, Value};
use super::style::{EndBlock, ItemOrder, Marker, Style};

pub use agenda::agenda_paper;
pub use around::{attendance, decisions, items, summaries, undertakings};
pub use facts::denies_nil;
pub use follow::{Followed, followed, followed_apart, named_apart, worded};
pub use forward::{forward_change, forward_name, forward_plan, forward_register};
pub use number::{agenda_number, both_numbers, cited, item_number, last_minute, minute_number, reference, sub_marker};
pub use report::precept_report;
pub use tables::{actions, register};

/// Builds blocks for one meeting in one style.
#[derive(Clone, Copy)]
struct Build<'a> {
    state: &'a State,
    style: &'a Style,
    fill: Fill<'a>,
}

impl<'a> Build<'a> {
    fn new(state: &'a State, style: &'a Style) -> Self {
        Self { state, style, fill: Fill::new(state, style) }
    }

    fn short(&self) -> Value<'a> {
        Value::text(Some(&self.state.body().short))
    }

    /// A paragraph of a phrase; nothing where the house leaves the phrase out.
    fn sentence(&self, phrase: Phrase, values: &[(&'static str, Value<'_>)]) -> Option<Part> {
        paragraph(self.fill.line(phrase, values))
    }
}

fn paragraph(line: Line) -> Option<Part> {
    (!line.is_empty()).then_some(Part::Paragraph(line))
}

/// A member of a list in the manner of its marker; nothing where there is nothing to say.
fn listed(marker: &Marker, index: usize, line: Line) -> Option<Part> {
    listed_as(marker, marker.show(index), line)
}

/// A member of a list that is marked with `sign`.
fn listed_as(marker: &Marker, sign: String, line: Line) -> Option<Part> {
    if line.is_empty() {
        return None;
    }
    Some(if marker.counts() {
        Part::ListItem { marker: sign, line }
    } else if marker.is_bare() {
        Part::Paragraph(line)
    } else {
        Part::Bullet(line)
    })
}

/// Lines one after the other with a space between.
fn run_in(lines: impl IntoIterator<Item = Line>) -> Line {
    joined(lines, " ")
}

/// Lines one after the other with `between` between; empty ones are left out.
fn joined(lines: impl IntoIterator<Item = Line>, between: &str) -> Line {
    let mut all = Line::new();
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        if !all.is_empty() {
            all.push(Run::plain(between));
        }
        all.extend(line);
    }
    all
}

/// The blocks of one item, without the items below it; may be walked from both ends.
pub fn item_blocks<'a>(
    state: &'a State,
    style: &'a Style,
    item: &ItemId,
) -> impl DoubleEndedIterator<Item = Block> + use<'a> {
    let build = Build::new(state, style);
    state.item(item).into_iter().flat_map(move |item| {
        let opening = build.opening(item).into_iter();
        opening.chain(build.facts(item, 0..item.facts.len())).chain(build.closing(item))
    })
}

/// The blocks of one item on either side of the fact at `index` among its facts: those before it, nearest first, and
/// those from it on.
pub fn item_blocks_around<'a>(
    state: &'a State,
    style: &'a Style,
    item: &ItemId,
    index: usize,
) -> (impl Iterator<Item = Block> + use<'a>, impl Iterator<Item = Block> + use<'a>) {
    let build = Build::new(state, style);
    let item = state.item(item);
    let before = item.into_iter().flat_map(move |item| {
        let facts = build.facts(item, 0..index.min(item.facts.len())).rev();
        let opening = std::iter::once_with(move || build.opening(item)).flat_map(|blocks| blocks.into_iter().rev());
        facts.chain(opening)
    });
    let after = item.into_iter().flat_map(move |item| {
        let closing = std::iter::once_with(move || build.closing(item)).flatten();
        build.facts(item, index.min(item.facts.len())..item.facts.len()).chain(closing)
    });
    (before, after)
}

/// The whole draft, in the order of the page.
pub fn minutes<'a>(state: &'a State, style: &'a Style) -> impl Iterator<Item = Block> + use<'a> {
    let build = Build::new(state, style);
    let body = build.sections().into_iter().flat_map(move |section| build.section(&section));
    let end = style.end.iter().flat_map(move |block| build.end(*block));
    std::iter::once_with(move || build.head()).flatten().chain(body).chain(end)
}

/// The blocks that a fact becomes; none where it prints nothing.
pub fn fact_blocks(state: &State, style: &Style, fact: FactId) -> Vec<Block> {
    let build = Build::new(state, style);
    let item = state.fact(fact).and_then(|fact| state.item(&fact.item));
    let index = item.and_then(|item| Some((item, item.facts.position(&fact)?)));
    index.map_or_else(Vec::new, |(item, index)| build.facts(item, index..index + 1).collect())
}

/// The title of an item as these minutes print it.
pub fn title(state: &State, style: &Style, item: &Item) -> String {
    Build::new(state, style).title_of(item)
}

/// Whether what prints of a fact is only that it was dealt with in private.
pub fn is_withheld(state: &State, style: &Style, fact: FactId) -> bool {
    Build::new(state, style).is_withheld(fact)
}

/// The mark on minutes of the private part.
pub fn private_mark(style: &Style) -> String {
    style.label(Phrase::PrivateMark)
}

/// The mark on every page that says how far the minutes have come; empty where the house prints none.
pub fn state_mark(state: &State, style: &Style) -> String {
    Build::new(state, style).state_mark()
}

/// That the meeting is a rehearsal, and how far its minutes have come, as their head says it.
pub fn marks(state: &State, style: &Style) -> Vec<Block> {
    Build::new(state, style).marks().into_iter().map(Block::of).collect()
}

/// Blocks with a mark at their head, below every heading and in every row of a table, so that no part of them can be
/// taken for public.
pub fn marked(blocks: &mut dyn Iterator<Item = Block>, mark: &str) -> Vec<Block> {
    let notice = || Block::of(Part::Notice(mark.to_owned()));
    let mut marked = vec![notice()];
    for mut block in blocks {
        let heading = matches!(block.part, Part::Heading { .. } | Part::Signature(_));
        if let Part::Table(table) = &mut block.part {
            let first = table.rows.iter_mut().filter_map(|row| row.first_mut());
            first.for_each(|cell| cell.insert(0, vec![Run::plain(mark)]));
        }
        marked.push(block);
        marked.extend(heading.then(notice));
    }
    marked
}

/// Every item, each followed by those below it, in the order of the minutes.
pub fn items_in_order<'a>(state: &'a State, style: &Style) -> Vec<&'a Item> {
    match style.order {
        ItemOrder::Agenda => state.items().collect(),
        ItemOrder::Taken => {
            let mut top: Vec<&ItemId> = state.top().iter().collect();
            let first_visit = |id: &ItemId| state.item(id).and_then(|item| item.visits.iter().min().copied());
            // Items that were never taken keep their place on the agenda, after those that were.
            top.sort_by_key(|id| first_visit(id).map_or((true, None), |at| (false, Some(at))));
            top.into_iter().flat_map(|id| state.family(id)).collect()
        }
    }
}

impl Build<'_> {
    fn end(self, block: EndBlock) -> Vec<Block> {
        let part = match block {
            EndBlock::Actions => self.decisions_table().map(Part::Table),
            EndBlock::Undertakings => self.undertakings_table().map(Part::Table),
            EndBlock::Topics => return self.topics().into_iter().map(Block::of).collect(),
            EndBlock::Times => return self.adjournments().into_iter().chain(self.times()).map(Block::of).collect(),
            EndBlock::Signature => {
                Some(self.style.label(Phrase::Signature)).filter(|text| !text.is_empty()).map(Part::Signature)
            }
        };
        part.map(Block::of).into_iter().collect()
    }

    /// Topics for reports to come under their heading; nothing where the papers list none.
    fn topics(self) -> Vec<Part> {
        let topics = &self.state.agenda().topics;
        let heading = (!topics.is_empty()).then(|| Part::Subheading(self.style.label(Phrase::TopicsHeading)));
        heading.into_iter().chain(topics.iter().map(|topic| Part::Bullet(vec![Run::plain(topic)]))).collect()
    }

    fn times(self) -> Option<Part> {
        let began = self.time(Some(self.state.began()?));
        let line = self.fill.line(Phrase::Times, &[("began", began), ("ended", self.time(self.state.ended()))]);
        (!line.is_empty()).then_some(Part::Times(line))
    }

    fn adjournments(self) -> Vec<Part> {
        let changes: Vec<_> = self.state.sittings().changes().collect();
        // A pause that was recorded under an item is told of there.
        let told = |change: &Change<Sitting>| self.state.pause_with(change).is_some();
        let adjourned = changes.iter().enumerate();
        let adjourned = adjourned.filter(|(_, change)| change.value == Sitting::Adjourned && !told(change));
        let sentence = |(index, change): (usize, &&Change<Sitting>)| {
            let resumed = changes.get(index + 1).filter(|next| next.value == Sitting::Sitting).map(|next| next.at.time);
            let values = [("from", self.time(Some(change.at.time))), ("to", self.time(resumed))];
            self.sentence(Phrase::Adjournment, &values)
        };
        adjourned.filter_map(sentence).collect()
    }

    /// A time by the clock of the room, with its day where that is not the day on which the meeting began.
    fn time(self, at: Option<DateTime<Utc>>) -> Value<'static> {
        let Some(at) = at.map(|at| self.state.local(at)) else { return Value::Empty };
        let began = self.state.began().map(|began| self.state.local(began).date_naive());
        if began.is_none_or(|began| began == at.date_naive()) {
            return Value::Time(at.time());
        }
        let values = [("time", Value::Time(at.time())), ("date", Value::Date(at.date_naive()))];
        Value::from(self.fill.text(Phrase::OtherDay, &values))
    }
}
