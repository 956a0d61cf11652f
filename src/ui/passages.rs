//! The minutes of the pen's item as paragraphs for the screen, pulled outward from where the text being typed will go.
//!
//! They are the blocks that an export is made of. What never prints, undertakings and notes and time marks, stands dimly
//! below the paragraph that it belongs to.

use std::collections::BTreeMap;

use crate::meeting::fact::{Action, Audience, Content, Fact, Owner, Speaker};
use crate::meeting::id::FactId;
use crate::meeting::people::Person;
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Emphasis, Line, Part, Run, Table, plain};
use crate::minutes::document::item_blocks_around;
use crate::minutes::phrase::Phrase;
use crate::minutes::style::Style;

/// How many facts to either side of the pen are searched for what never prints: more than any screen shows.
const REACH: usize = 120;

/// One paragraph of the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passage {
    pub(super) kind: Kind,
    /// What stands before its first line, with the other lines indented to match: "3)".
    pub(super) label: String,
    pub(super) runs: Vec<(String, Look)>,
    pub(super) fact: Option<FactId>,
    /// Whether it is for those entitled to private business only.
    pub(super) private: bool,
    /// What is known of it and not printed with it.
    pub(super) asides: Vec<String>,
}

/// What a paragraph of the minutes is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Paragraph,
    Heading,
    Point,
    Jotting,
    Decision,
    /// A decision that was not taken yet.
    Draft,
    Movement,
    /// A row of a table.
    Cells,
    /// What never prints and belongs to nothing that does.
    Aside,
}

/// How words of a paragraph look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    Strong,
    Italic,
    /// A speaker who has yet to be named.
    Unknown,
}

/// The minutes around a place in an item.
pub(super) struct Passages<'a> {
    state: &'a State,
    style: &'a Style,
    item: &'a Item,
    place: usize,
    asides: BTreeMap<FactId, Vec<String>>,
    loose: Vec<String>,
    unknown: String,
}

impl<'a> Passages<'a> {
    /// The minutes around the fact at index `place` among the item's.
    pub(super) fn new(state: &'a State, style: &'a Style, item: &'a Item, place: usize) -> Self {
        let unknown = style.label(Phrase::Unknown);
        let place = place.min(item.facts.len());
        let mut passages = Self { state, style, item, place, asides: BTreeMap::new(), loose: Vec::new(), unknown };
        passages.collect();
        passages
    }

    /// What stands before the place, the nearest first.
    pub(super) fn above(&self) -> impl Iterator<Item = Passage> {
        let (before, _) = item_blocks_around(self.state, self.style, &self.item.agenda.id, self.place);
        let loose = self.loose.iter().rev().map(|text| Passage {
            kind: Kind::Aside,
            runs: vec![(text.clone(), Look::Plain)],
            ..Passage::default()
        });
        let mut told = None;
        loose.chain(before.flat_map(move |block| {
            let mut passages = self.passages(block, &mut told);
            passages.reverse();
            passages
        }))
    }

    /// What stands after the place, the nearest first.
    pub(super) fn below(&self) -> impl Iterator<Item = Passage> {
        let (_, after) = item_blocks_around(self.state, self.style, &self.item.agenda.id, self.place);
        let mut told = None;
        after.flat_map(move |block| self.passages(block, &mut told))
    }

    /// Gives what never prints to the paragraph that it belongs to.
    fn collect(&mut self) {
        let mut before = None;
        for id in self.item.facts.range(self.place.saturating_sub(REACH)..self.place.saturating_add(REACH)) {
            let Some(fact) = self.state.fact(*id).filter(|fact| fact.struck.is_none()) else { continue };
            let Some((of, text)) = aside(self.state, fact) else {
                before = Some(fact.id);
                continue;
            };
            match of.or(before) {
                Some(of) => self.asides.entry(of).or_default().push(text),
                None => self.loose.push(text),
            }
        }
    }

    /// A block as paragraphs; its asides are told once where a fact has several blocks.
    fn passages(&self, block: Block, told: &mut Option<FactId>) -> Vec<Passage> {
        let Block { fact, part } = block;
        let content = fact.and_then(|id| self.state.content(id));
        let (kind, label, line) = match part {
            // The item's heading stands above the pane, with what is known of its paper.
            Part::Heading { .. } => return Vec::new(),
            Part::Table(table) => return rows(&table),
            Part::Title(lines) => (Kind::Heading, String::new(), vec![Run::plain(lines.join(" "))]),
            Part::Notice(text) | Part::DecisionHeading(text) | Part::Subheading(text) => {
                (Kind::Heading, String::new(), vec![Run::plain(text)])
            }
            Part::Signature(text) => (Kind::Paragraph, String::new(), vec![Run::plain(text)]),
            Part::Attendance { label, lines } => (Kind::Paragraph, label, lines.concat()),
            Part::Paragraph(line) if matches!(content, Some(Content::Movement(_))) => {
                (Kind::Movement, String::new(), line)
            }
            Part::Paragraph(line) | Part::Quote(line) | Part::Times(line) => (Kind::Paragraph, String::new(), line),
            Part::ListItem { marker, line } => (Kind::Point, marker, line),
            Part::Bullet(line) => (Kind::Point, "-".to_owned(), line),
            Part::Decision { line, taken: true } => (Kind::Decision, String::new(), line),
            Part::Decision { line, taken: false } => (Kind::Draft, String::new(), line),
            Part::ToWriteUp { marker, line } => (Kind::Jotting, marker, line),
        };
        let again = std::mem::replace(told, fact) == fact;
        let asides = fact.filter(|_| !again).and_then(|id| self.asides.get(&id)).cloned().unwrap_or_default();
        let runs = self.runs(line, content.is_some_and(unnamed));
        let private = fact.and_then(|id| self.state.fact(id)).is_some_and(|fact| fact.audience == Audience::Private);
        vec![Passage { kind, label: label.trim_end().to_owned(), runs, fact, private, asides }]
    }

    /// Runs with their looks; where somebody is unnamed, what stands for their name looks like it.
    fn runs(&self, line: Line, unnamed: bool) -> Vec<(String, Look)> {
        let mut runs = Vec::new();
        for Run { text, emphasis } in line {
            let look = match emphasis {
                Emphasis::Plain => Look::Plain,
                Emphasis::Strong => Look::Strong,
                Emphasis::Italic => Look::Italic,
            };
            if !unnamed {
                runs.push((text, look));
                continue;
            }
            for word in text.split_inclusive(' ') {
                let bare = word.trim_end();
                let gap = word.get(bare.len()..).unwrap_or_default();
                let stands_in = !bare.is_empty() && bare == self.unknown;
                runs.push((bare.to_owned(), if stands_in { Look::Unknown } else { look }));
                runs.push((gap.to_owned(), look));
            }
        }
        runs
    }
}

/// Whether somebody who speaks in it has yet to be named.
fn unnamed(content: &Content) -> bool {
    match content {
        Content::Point(point) => point.turns.iter().any(|turn| turn.speaker == Speaker::Unknown),
        Content::Question(question) => [&question.answer, &question.supplementary_answer]
            .into_iter()
            .flatten()
            .any(|turn| turn.speaker == Speaker::Unknown),
        _ => false,
    }
}

/// What a fact that never prints says, and which fact it belongs to where it says so.
fn aside(state: &State, fact: &Fact) -> Option<(Option<FactId>, String)> {
    match &fact.content {
        Content::Action(action) => Some((action.from, undertaking(state, action))),
        Content::Note(note) => Some((None, format!("Note to self: {}", note.text.replace('*', "")))),
        Content::Mark(mark) => {
            let time = state.local(fact.when).format("%H:%M");
            let label = mark.label.as_deref().unwrap_or("to be named");
            Some((None, format!("Time mark {time}: {label}")))
        }
        _ => None,
    }
}

fn undertaking(state: &State, action: &Action) -> String {
    let owner = match &action.owner {
        Some(Owner::Person(id)) => state.person(id).map_or_else(|| id.to_string(), Person::short),
        Some(Owner::Party(id)) => state.party(id).map_or_else(|| id.to_string(), |party| party.name.clone()),
        Some(Owner::Named(name)) => name.clone(),
        None => "no owner yet".to_owned(),
    };
    let due = action.due.as_ref().map(|due| format!(", {due}")).unwrap_or_default();
    format!("Undertaking ({owner}{due}): {}", action.text)
}

/// The rows of a table, its headings first.
fn rows(table: &Table) -> Vec<Passage> {
    let headings =
        Passage { kind: Kind::Cells, runs: vec![(table.columns.join(" │ "), Look::Strong)], ..Passage::default() };
    let row = |cells: &Vec<Vec<Line>>| {
        let cells: Vec<String> =
            cells.iter().map(|lines| lines.iter().map(|line| plain(line)).collect::<Vec<_>>().join("; ")).collect();
        Passage { kind: Kind::Cells, runs: vec![(cells.join(" │ "), Look::Plain)], ..Passage::default() }
    };
    std::iter::once(headings).chain(table.rows.iter().map(row)).collect()
}
