//! The tables: meetings to come, what was decided, who promised what.

use chrono::NaiveDate;

use crate::meeting::agenda::{PlanEntry, Topic};
use crate::meeting::fact::{Action, Content, Fact, Owner, class};
use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Cell, Line, Part, Run, Table};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::minutes::style::{ActionRow, Column, PlanForm, Style};

use super::follow::followed;
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

/// A row of the table of decisions, whatever columns the house has.
struct ActionCells {
    /// The day of the meeting that it is of.
    date: NaiveDate,
    /// The title of its item, in the first row of the item.
    title: Option<String>,
    action: Cell,
    owner: Cell,
    due: Cell,
    minute: String,
    /// Where it was said, where that is more than the minute's number.
    cited: Option<String>,
    /// What was heard of it since.
    update: Cell,
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
        let label = ("label", Value::text(entry.label.as_deref()));
        let when = match entry.date {
            Some(date) => self.fill.line(Phrase::PlanDate, &[("date", Value::Date(date)), time, label]),
            None => self.fill.line(Phrase::PlanUndated, &[time, label]),
        };
        let meeting = std::iter::once(when).chain(entry.venue.iter().map(line)).collect();
        vec![meeting, entry.items.iter().map(line).collect()]
    }

    /// What was decided, a row for every item that decided something, and what else the house has in that table; nothing
    /// where there is none. A house with a column for updates has what earlier meetings left above it.
    pub(super) fn decisions_table(self) -> Option<Table> {
        let tracks = self.style.columns.actions.iter().any(|column| matches!(column, Column::Update(_)));
        let left = if tracks { self.left_rows() } else { Vec::new() };
        let found = items_in_order(self.state, self.style).into_iter().flat_map(|item| self.action_rows(item));
        let mut last = None;
        let cells = left.into_iter().chain(found).enumerate().map(|(index, row)| {
            let first = last.replace(row.date) != Some(row.date);
            self.action_cells(index, &row, first)
        });
        let rows: Vec<Vec<Cell>> = cells.collect();
        (!rows.is_empty()).then(|| Table {
            name: self.style.label(Phrase::TableDecisions),
            columns: self.style.columns.actions.iter().map(|column| column.heading().to_owned()).collect(),
            rows,
        })
    }

    /// The rows of what earlier meetings left and this one had up for review.
    fn left_rows(self) -> Vec<ActionCells> {
        let row = |topic: Topic| {
            let origin = topic.origin.filter(|origin| origin.meeting < self.state.agenda().date)?;
            let owner = topic.owner.clone().unwrap_or_default();
            let values = [
                ("owner", Value::from(owner.clone())),
                ("text", Value::from(origin.text.trim().trim_end_matches('.').to_owned())),
                ("due", Value::text(topic.due.as_deref())),
            ];
            let action =
                if owner.is_empty() { line(origin.text) } else { self.fill.line(Phrase::UndertakingRow, &values) };
            let heard = topic.reports.iter().map(|report| {
                let values = [("date", Value::Date(report.meeting)), ("text", Value::text(Some(&report.text)))];
                self.fill.line(Phrase::UpdateRow, &values)
            });
            Some(ActionCells {
                date: origin.meeting,
                title: origin.item,
                action: vec![action],
                owner: cell(owner),
                due: cell(topic.due.clone().unwrap_or_default()),
                minute: origin.minute.unwrap_or_default(),
                cited: None,
                update: heard.collect(),
            })
        };
        followed(self.state, self.style).into_iter().filter_map(row).collect()
    }

    /// The rows of an item: one for what was decided and recommended, one for each undertaking.
    fn action_rows(self, item: &'a Item) -> Vec<ActionCells> {
        let wants = |row| self.style.action_rows.contains(&row);
        let row = |action| ActionCells {
            date: self.state.agenda().date,
            title: None,
            action,
            owner: Cell::new(),
            due: Cell::new(),
            minute: minute_number(self.state, self.style, item),
            cited: None,
            update: Cell::new(),
        };
        let decided = self.decided(item, wants(ActionRow::Decisions), wants(ActionRow::Recommendations));
        let decided: Cell = self.resolutions_listed(item).chain(decided.into_iter().flatten()).collect();
        let mut rows: Vec<ActionCells> = (!decided.is_empty()).then(|| row(decided)).into_iter().collect();
        if wants(ActionRow::Undertakings) {
            rows.extend(self.state.facts_of(item).filter_map(|fact| match &fact.content {
                Content::Action(action) => {
                    let [_, owner, due, place] = self.undertaking_words(fact, action);
                    let (owner, due) = (cell(owner), cell(due));
                    Some(ActionCells { owner, due, cited: Some(place), ..row(vec![self.undertaking_line(action)]) })
                }
                _ => None,
            }));
            rows.extend(self.titled_actions_of(item).map(|title| row(cell(title))));
        }
        if let Some(row) = rows.first_mut() {
            row.title = Some(self.title_of(item));
        }
        rows
    }

    fn action_cells(self, index: usize, row: &ActionCells, dated: bool) -> Vec<Cell> {
        let number = || ("row", Value::from(self.style.rows.show(index)));
        let title = row.title.clone().map_or(Value::Empty, Value::from);
        let minute = || ("minute", Value::from(row.minute.clone()));
        let date = if dated { Value::Date(row.date) } else { Value::Empty };
        let columns = self.style.columns.actions.iter().map(|column| match column {
            Column::Date(_) => vec![self.fill.line(Phrase::DecisionDate, &[number(), ("date", date.clone())])],
            Column::Item(_) => {
                vec![self.fill.line(Phrase::DecisionRow, &[number(), ("title", title.clone()), minute()])]
            }
            Column::Action(_) => row.action.clone(),
            Column::Owner(_) => row.owner.clone(),
            Column::Due(_) => row.due.clone(),
            Column::Minute(_) => cell(row.cited.as_ref().unwrap_or(&row.minute)),
            Column::Update(_) => row.update.clone(),
        });
        columns.collect()
    }

    /// What an item decided and recommended, in the order in which it did, the lines of each together.
    fn decided(self, item: &'a Item, decisions: bool, recommendations: bool) -> Vec<Cell> {
        let restricted = self.restricted_decisions(item).filter(|_| decisions).map(|line| vec![line]);
        if !recommendations && item.facts.rank(item.facts.len(), class::DECISION) == 0 {
            return restricted.collect();
        }
        let taken = |fact: &'a Fact| match &fact.content {
            Content::Decision(decision) if decisions && decision.basis.is_some() => Some(self.reasoned_cell(decision)),
            Content::Recommendation(made) if recommendations => Some(vec![self.recommended(made)]),
            _ => None,
        };
        self.state.facts_of(item).filter_map(taken).chain(restricted).collect()
    }

    fn undertaking_line(self, action: &Action) -> Line {
        let values = [
            ("owner", Value::from(capitalised(&self.promiser(action)))),
            ("text", Value::text(Some(action.text.trim().trim_end_matches('.')))),
            ("due", Value::text(action.due.as_deref())),
        ];
        self.fill.line(Phrase::UndertakingRow, &values)
    }

    fn register_rows(self) -> Vec<Vec<Cell>> {
        let decision = self.style.label(Phrase::RegisterDecision);
        let undertaking = self.style.label(Phrase::RegisterUndertaking);
        let decided = items_in_order(self.state, self.style).into_iter().flat_map(|item| {
            let (number, title) = (minute_number(self.state, self.style, item), self.title_of(item));
            let start = [decision.clone(), number, title].map(cell);
            let resolved = self.resolutions_listed(item).map(|line| vec![line]);
            let decided = resolved.chain(self.decided(item, true, false));
            decided.map(move |words| start.clone().into_iter().chain([words, Cell::new(), Cell::new()]).collect())
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
        let from = action.from.filter(|from| self.state.content(*from).is_some()).unwrap_or(fact.id);
        let place = cited(self.state, self.style, from).unwrap_or_default();
        let due = action.due.clone().unwrap_or_default();
        [action.text.clone(), capitalised(&self.promiser(action)), due, place]
    }

    /// Who promised something.
    fn promiser(self, action: &Action) -> String {
        match &action.owner {
            None => self.style.label(Phrase::Unknown),
            Some(Owner::Person(id)) => self.state.person(id).map_or_else(String::new, |p| self.fill.names().called(p)),
            Some(Owner::Party(id)) => self.state.party(id).map_or_else(String::new, |party| party.name.clone()),
            Some(Owner::Named(name)) => name.clone(),
        }
    }
}
