//! The tables: meetings to come, what was decided, who promised what.

use crate::meeting::agenda::PlanEntry;
use crate::meeting::fact::{Action, Content, Fact, Owner, class};
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Cell, Line, Part, Run, Table};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::minutes::style::{PlanForm, Style};

use super::number::cited;
use super::{Build, items_in_order, minute_number};

/// The table of decisions and the table of undertakings, under the title of the meeting.
pub fn actions<'a>(state: &'a State, style: &'a Style) -> impl Iterator<Item = Block> + use<'a> {
    let build = Build::new(state, style);
    let tables = [build.decisions_table(), build.undertakings_table()].into_iter().flatten().map(Part::Table);
    std::iter::once(build.title()).chain(tables).map(Block::of)
}

/// Decisions and undertakings in one table, a row for each, for spreadsheets.
pub fn register(state: &State, style: &Style) -> Block {
    let build = Build::new(state, style);
    Block::of(Part::Table(Table {
        name: style.label(Phrase::PaperActions),
        columns: style.columns.register.to_vec(),
        rows: build.register_rows(),
    }))
}

fn line(text: impl Into<String>) -> Line {
    vec![Run::plain(text)]
}

fn cell(text: impl Into<String>) -> Cell {
    vec![line(text)]
}

impl<'a> Build<'a> {
    /// Meetings to come in the form of the house.
    pub(super) fn plan(self) -> Vec<Part> {
        match self.style.plan {
            PlanForm::Table => self.plan_table().map(Part::Table).into_iter().collect(),
            PlanForm::Sentences => self.state.plan().iter().filter_map(|entry| self.plan_sentence(entry)).collect(),
        }
    }

    fn plan_sentence(self, entry: &PlanEntry) -> Option<Part> {
        let values = [
            ("date", entry.date.map_or(Value::Empty, Value::Date)),
            ("time", entry.time.map_or(Value::Empty, Value::Time)),
            ("venue", Value::from(entry.venue.join(", "))),
            ("items", Value::from(self.fill.names().join(&entry.items))),
        ];
        self.sentence(Phrase::PlanSentence, &values)
    }

    /// Meetings to come; nothing where none is planned.
    fn plan_table(self) -> Option<Table> {
        let rows: Vec<Vec<Cell>> = self.state.plan().iter().map(|entry| self.plan_row(entry)).collect();
        (!rows.is_empty()).then(|| Table {
            name: self.style.label(Phrase::TablePlan),
            columns: self.style.columns.plan.to_vec(),
            rows,
        })
    }

    fn plan_row(self, entry: &PlanEntry) -> Vec<Cell> {
        let time = ("time", entry.time.map_or(Value::Empty, Value::Time));
        let when = match entry.date {
            Some(date) => self.fill.line(Phrase::PlanDate, &[("date", Value::Date(date)), time]),
            None => self.fill.line(Phrase::PlanUndated, &[time]),
        };
        let meeting = std::iter::once(when).chain(entry.venue.iter().map(line)).collect();
        vec![meeting, entry.items.iter().map(line).collect()]
    }

    /// What was decided, a row for every item that decided something; nothing where none did.
    pub(super) fn decisions_table(self) -> Option<Table> {
        let items = items_in_order(self.state, self.style).into_iter();
        let deciding = items.map(|item| (item, self.decided(item))).filter(|(_, decided)| !decided.is_empty());
        let rows: Vec<Vec<Cell>> = deciding
            .enumerate()
            .map(|(row, (item, decided))| {
                let row = Value::from(self.style.rows.show(row));
                let minute = Value::from(minute_number(self.state, self.style, item));
                let values = [("row", row), ("title", Value::from(self.title_of(item))), ("minute", minute)];
                vec![vec![self.fill.line(Phrase::DecisionRow, &values)], decided]
            })
            .collect();
        (!rows.is_empty()).then(|| Table {
            name: self.style.label(Phrase::TableDecisions),
            columns: self.style.columns.actions.to_vec(),
            rows,
        })
    }

    /// What was decided under an item, a line for each decision.
    pub(super) fn decided(self, item: &'a Item) -> Cell {
        let restricted = self.restricted_decisions(item);
        if item.facts.rank(item.facts.len(), class::DECISION) == 0 {
            return restricted.collect();
        }
        let taken = |fact: &'a Fact| match &fact.content {
            Content::Decision(decision) if decision.basis.is_some() => self.decided_cell(decision),
            _ => Vec::new(),
        };
        self.state.facts_of(item).flat_map(taken).chain(restricted).collect()
    }

    fn register_rows(self) -> Vec<Vec<Cell>> {
        let decision = self.style.label(Phrase::RegisterDecision);
        let undertaking = self.style.label(Phrase::RegisterUndertaking);
        let decided = items_in_order(self.state, self.style).into_iter().flat_map(|item| {
            let (number, title) = (minute_number(self.state, self.style, item), self.title_of(item));
            let start = [decision.clone(), number, title].map(cell);
            self.decided(item)
                .into_iter()
                .map(move |words| start.clone().into_iter().chain([vec![words], Cell::new(), Cell::new()]).collect())
        });
        let promised = self.state.actions().filter_map(|fact| {
            let Content::Action(action) = &fact.content else { return None };
            let title = self.state.item(&fact.item).map_or_else(String::new, |item| self.title_of(item));
            let [what, owner, due, minute] = self.undertaking(fact, action);
            Some(vec![cell(undertaking.clone()), minute, cell(title), what, owner, due])
        });
        let titled = self.titled_actions().map(|(item, title)| {
            let minute = minute_number(self.state, self.style, item);
            let row =
                [undertaking.clone(), minute, self.title_of(item), title.to_owned(), String::new(), String::new()];
            row.map(cell).to_vec()
        });
        decided.chain(promised).chain(titled).collect()
    }

    /// Who promised what; nothing where nobody did.
    pub(super) fn undertakings_table(self) -> Option<Table> {
        let rows = self.state.actions().filter_map(|fact| match &fact.content {
            Content::Action(action) => Some(self.undertaking(fact, action).to_vec()),
            _ => None,
        });
        let titled = self.titled_actions().map(|(item, title)| {
            [title.to_owned(), String::new(), String::new(), minute_number(self.state, self.style, item)]
                .map(cell)
                .to_vec()
        });
        let rows: Vec<Vec<Cell>> = rows.chain(titled).collect();
        (!rows.is_empty()).then(|| Table {
            name: self.style.label(Phrase::TableUndertakings),
            columns: self.style.columns.undertakings.to_vec(),
            rows,
        })
    }

    fn undertaking(self, fact: &Fact, action: &Action) -> [Cell; 4] {
        self.undertaking_words(fact, action).map(cell)
    }

    /// What was undertaken, by whom, by when, and where it was said.
    pub(super) fn undertaking_words(self, fact: &Fact, action: &Action) -> [String; 4] {
        let owner = match &action.owner {
            None => self.style.label(Phrase::Unknown),
            Some(Owner::Person(id)) => self.state.person(id).map_or_else(String::new, |p| self.fill.names().called(p)),
            Some(Owner::Party(id)) => self.state.party(id).map_or_else(String::new, |party| party.name.clone()),
            Some(Owner::Named(name)) => name.clone(),
        };
        let from = action.from.filter(|from| self.state.content(*from).is_some()).unwrap_or(fact.id);
        let place = cited(self.state, self.style, from).unwrap_or_default();
        let due = action.due.clone().unwrap_or_default();
        [action.text.clone(), capitalised(&owner), due, place]
    }
}
