//! The minutes as paragraphs: what each says, which fact it came from, and where it stands.

use super::words;
use crate::app::command::point::is_sentence;
use crate::load::draft::{Written, marker};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;
use crate::minutes::block::{Block, Part, Table, plain};
use crate::minutes::document;
use crate::minutes::phrase::Phrase;
use crate::minutes::style::Style;
use crate::minutes::write::Text;
use crate::text::harmless;

/// What a paragraph of the minutes is, as far as it matters to whoever changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The title.
    Title,
    /// Who was there, in the head.
    Attendance,
    /// The heading of an item.
    Heading,
    /// Words of the house style alone: a heading inside an item, that of a column, what stands above a signature.
    Label,
    /// What was recorded, or follows from it.
    Words,
    /// A cell of a table.
    Cell,
    /// When the meeting began and ended.
    Times,
}

/// A paragraph of the minutes, or a cell of one of their tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// The fact it was built from, where there is one.
    pub(super) fact: Option<FactId>,
    /// The item that it stands under.
    pub(super) item: Option<ItemId>,
    pub(super) kind: Kind,
    /// The number or sign before it, if it has one.
    pub(super) marker: Option<String>,
    /// What it says.
    pub(super) text: String,
    /// Where it stands, in words that do not depend on pages.
    pub(super) place: String,
}

/// How texts of a draft are spelt.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling<'a> {
    pub(super) state: &'a State,
    pub(super) style: &'a Style,
    pub(super) written: Written,
}

impl Spelling<'_> {
    /// The whole minutes.
    pub(super) fn units(self) -> Vec<Unit> {
        let mut walk = Walk::of(self);
        let blocks = document::minutes(self.state, self.style);
        blocks.for_each(|block| walk.block(&block));
        walk.units
    }

    /// What a fact says, paragraph by paragraph.
    pub(super) fn of_fact(self, id: FactId) -> Vec<String> {
        let mut walk = Walk::of(self);
        for block in &document::fact_blocks(self.state, self.style, id) {
            walk.block(block);
        }
        walk.units.into_iter().map(|unit| unit.text).collect()
    }

    /// A line as the draft spells it.
    fn line(self, line: &[crate::minutes::block::Run]) -> String {
        match self.written {
            Written::Text => Text::new(self.style, usize::MAX).spell(line),
            Written::Docx | Written::Markdown => harmless(&plain(line)).into_owned(),
        }
    }
}

/// Goes through the blocks and remembers where it is.
struct Walk<'a> {
    spelling: Spelling<'a>,
    /// The items in the order of their headings.
    items: std::vec::IntoIter<ItemId>,
    item: Option<ItemId>,
    /// The number of the item, as printed.
    number: Option<String>,
    /// How many paragraphs without a number there were under the item.
    paragraphs: usize,
    units: Vec<Unit>,
}

impl<'a> Walk<'a> {
    fn of(spelling: Spelling<'a>) -> Self {
        let items = document::items_in_order(spelling.state, spelling.style);
        let items: Vec<ItemId> = items.into_iter().map(|item| item.agenda.id.clone()).collect();
        Self { spelling, items: items.into_iter(), item: None, number: None, paragraphs: 0, units: Vec::new() }
    }

    fn block(&mut self, block: &Block) {
        if let Some(fact) = block.fact.and_then(|id| self.spelling.state.fact(id)) {
            self.item = Some(fact.item.clone());
        }
        let spell = |line: &[_]| self.spelling.line(line);
        match &block.part {
            Part::Notice(_) => {}
            Part::Title(lines) => self.unit(block, Kind::Title, None, &lines.join("\n")),
            Part::Attendance { label, lines } => {
                let mut lines: Vec<String> = lines.iter().map(|line| spell(line)).collect();
                if let Some(first) = lines.first_mut() {
                    *first = format!("{label} {first}");
                }
                let apart = self.spelling.written == Written::Docx;
                let lines = if apart { lines } else { vec![lines.join("\n")] };
                for line in lines {
                    self.unit(block, Kind::Attendance, None, &line);
                }
            }
            Part::Heading { number, text, .. } => {
                self.item = self.items.next();
                self.number = Some(number.trim_end_matches('.').to_owned()).filter(|number| !number.is_empty());
                self.paragraphs = 0;
                self.unit(block, Kind::Heading, Some(number.clone()), text);
            }
            Part::Paragraph(line) | Part::Quote(line) | Part::Decision { line, .. } => {
                let text = spell(line);
                self.unit(block, Kind::Words, None, &text);
            }
            Part::Bullet(line) => {
                let text = spell(line);
                self.unit(block, Kind::Words, Some("-".to_owned()), &text);
            }
            Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => {
                let text = spell(line);
                self.unit(block, Kind::Words, Some(marker.clone()), &text);
            }
            Part::DecisionHeading(text) | Part::Subheading(text) => self.unit(block, Kind::Label, None, text),
            Part::Table(table) => self.table(block, table),
            Part::Times(line) => {
                let text = spell(line);
                (self.item, self.number) = (None, None);
                self.unit(block, Kind::Times, None, &text);
            }
            Part::Signature(text) => {
                (self.item, self.number) = (None, None);
                self.unit(block, Kind::Label, None, text);
            }
        }
    }

    fn table(&mut self, block: &Block, table: &Table) {
        let place = match (block.fact, table.name.as_str()) {
            (None, name) if !name.is_empty() => format!("the table “{name}”"),
            _ => format!("{}, the table", self.under()),
        };
        for column in &table.columns {
            self.put(block, Kind::Label, None, column, place.clone());
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for (at, cell) in cells.iter().enumerate() {
                let lines: Vec<String> = cell.iter().map(|line| self.spelling.line(line)).collect();
                let column = table.columns.get(at).map_or(String::new(), |column| format!(", “{column}”"));
                self.put(block, Kind::Cell, None, &lines.join("\n"), format!("{place}, row {row}{column}"));
            }
        }
    }

    fn under(&self) -> String {
        match &self.number {
            Some(number) => format!("minute {number}"),
            None if self.units.iter().any(|unit| unit.kind == Kind::Heading) => "the end of the minutes".to_owned(),
            None => "the head of the minutes".to_owned(),
        }
    }

    fn unit(&mut self, block: &Block, kind: Kind, marker: Option<String>, text: &str) {
        let under = self.under();
        let counted = marker.as_deref().map(|marker| marker.trim_matches(['(', ')', '.', ' ', '-']));
        let place = match (kind, counted) {
            (Kind::Heading, _) => format!("the heading of {under}"),
            (Kind::Words, Some(point)) if !point.is_empty() => format!("{under}, point {point}"),
            (Kind::Words, _) => {
                self.paragraphs += 1;
                format!("{under}, paragraph {}", self.paragraphs)
            }
            _ => under,
        };
        self.put(block, kind, marker, text, place);
    }

    fn put(&mut self, block: &Block, kind: Kind, marker: Option<String>, text: &str, place: String) {
        let text = in_time(text, self.spelling.style).to_owned();
        if !text.trim().is_empty() {
            self.units.push(Unit { fact: block.fact, item: self.item.clone(), kind, marker, text, place });
        }
    }
}

/// A text without the words that say that it was recorded after the meeting.
pub(super) fn in_time<'t>(text: &'t str, style: &Style) -> &'t str {
    text.trim_end().strip_suffix(style.label(Phrase::AfterMeeting).trim()).unwrap_or(text).trim_end()
}

/// What a paragraph of a draft says without the number or sign that its place in the minutes has.
fn without_marker<'t>(text: &'t str, unit: &Unit) -> &'t str {
    let Some(own) = &unit.marker else { return text };
    let (own, said) = (words::words(own), words::words(text));
    let begins =
        !own.is_empty() && said.len() > own.len() && own.iter().zip(&said).all(|(one, other)| one.key == other.key);
    match said.get(own.len()).filter(|_| begins) {
        Some(next) => text.get(next.at.start..).unwrap_or(text),
        None => unmarked(text),
    }
}

/// What a paragraph of a draft says in the place of one of the minutes: without a number or sign, and with the full stop
/// that whatever is recorded ends in.
pub(super) fn said(text: &str, unit: &Unit) -> String {
    let text = without_marker(text, unit);
    let stopped = unit.kind == Kind::Words && unit.fact.is_some() && unit.text.ends_with('.');
    if stopped && !text.trim().is_empty() { full_sentence(text) } else { text.to_owned() }
}

/// Text that is recorded as a minute, not as a jotting.
pub(super) fn full_sentence(text: &str) -> String {
    let text = text.trim();
    if is_sentence(text) { text.to_owned() } else { format!("{text}.") }
}

/// A text without what may be the number or sign of a list.
pub(super) fn unmarked(text: &str) -> &str {
    let text = text.trim_start();
    marker(text).and_then(|end| text.get(end..)).unwrap_or(text).trim_start()
}
