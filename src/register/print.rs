//! The register of actions as blocks for the writers, and as data for other programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::meeting::agenda::{Origin, Pledge, Report};
use crate::meeting::fact::Standing;
use crate::minutes::block::{Block, Cell, Part, Run, Table};
use crate::minutes::paper;
use crate::minutes::phrase::{Phrase, capitalised};
use crate::minutes::sheet::Sheet;
use crate::minutes::style::Style;

use super::actions::{Action, Named, Register};
use super::tracker;

/// The name of the format of the data. It gets another number when something is taken out of it or changes its meaning.
const FORMAT: &str = "quorate-actions-1";

/// Which columns a register has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Everything, in as many columns as a page holds.
    #[default]
    Register,
    /// Meeting, item, action and update, as a tracker that goes with the minutes.
    Tracker,
    /// One table of all bodies with a column for every fact, for spreadsheets.
    Sheet,
}

/// The columns of the table for spreadsheets, which other programs may go by.
const SHEET: [&str; 10] = ["BODY", "MEETING", "MINUTE", "ITEM", "ACTION", "OWNER", "DUE", "DUE ON", "STATE", "UPDATES"];

/// What is true of the whole paper.
pub fn sheet(register: &Register, style: &Style) -> Sheet {
    let body = match register.bodies.as_slice() {
        [body] => body.name.clone(),
        _ => String::new(),
    };
    let called = style.label(Phrase::PaperFollowed);
    let title = if body.is_empty() { called } else { format!("{called} – {body}") };
    let (language, foot) = (style.language.clone(), paper::foot(style));
    Sheet { title: title.clone(), body, language, head: title, foot, ..Sheet::default() }
}

/// The register on `day`: a table for each body under its name, below what all of it is where there are several; one table
/// for all, where it is for spreadsheets.
pub fn blocks(register: &Register, form: Form, day: NaiveDate, style: &Style) -> Vec<Block> {
    let (print, called) = (Print { day, style, form }, style.label(Phrase::PaperFollowed));
    if form == Form::Sheet {
        let rows = register.bodies.iter().flat_map(|Named { key, name, .. }| {
            register.of(key).map(move |action| std::iter::once(cell(name)).chain(print.row(action)).collect())
        });
        return vec![table(&called, SHEET.map(str::to_owned).to_vec(), rows.collect())];
    }
    let several = register.bodies.len() > 1;
    let columns = match form {
        Form::Tracker => Phrase::FollowedTracker,
        Form::Register | Form::Sheet => Phrase::FollowedColumns,
    };
    let of_body = |Named { key, name, .. }: &Named| {
        let rows: Vec<Vec<Cell>> = print.rows(register.of(key));
        let table = if rows.is_empty() {
            Block::of(Part::Paragraph(vec![Run::plain(style.label(Phrase::FollowedNone))]))
        } else {
            table(name, style.label(columns).lines().map(str::to_owned).collect(), rows)
        };
        let title = if several { vec![name.clone()] } else { vec![name.clone(), called.clone()] };
        [Block::of(Part::Title(title)), table]
    };
    let head = several.then(|| Block::of(Part::Title(vec![called.clone()])));
    head.into_iter().chain(register.bodies.iter().flat_map(of_body)).collect()
}

fn table(name: &str, columns: Vec<String>, rows: Vec<Vec<Cell>>) -> Block {
    Block::of(Part::Table(Table { name: name.to_owned(), columns, rows }))
}

fn cell(text: impl Into<String>) -> Cell {
    vec![vec![Run::plain(text)]]
}

/// A cell of lines, those left out that are empty.
fn lines<const N: usize>(texts: [String; N]) -> Cell {
    texts.into_iter().filter(|text| !text.is_empty()).map(|text| vec![Run::plain(text)]).collect()
}

#[derive(Clone, Copy)]
struct Print<'a> {
    day: NaiveDate,
    style: &'a Style,
    form: Form,
}

impl Print<'_> {
    /// The rows of a body; a tracker names each meeting once.
    fn rows<'a>(self, actions: impl Iterator<Item = &'a Action>) -> Vec<Vec<Cell>> {
        let mut last = None;
        let mut rows = Vec::new();
        for action in actions {
            let mut row = self.row(action);
            let meeting = action.topic.origin.as_ref().map(|origin| origin.meeting);
            if let Some(first) = row.first_mut().filter(|_| self.form == Form::Tracker && last == meeting) {
                first.clear();
            }
            last = meeting;
            rows.push(row);
        }
        rows
    }

    fn row(self, action: &Action) -> Vec<Cell> {
        let topic = &action.topic;
        let origin = topic.origin.as_ref();
        let meeting = origin.map_or_else(String::new, |origin| self.date(origin.meeting));
        let item = origin.map(item).unwrap_or_default();
        let owner = topic.owner.clone().unwrap_or_default();
        let what = capitalised(origin.map_or(&topic.title, |origin| &origin.text));
        let heard = || topic.reports.iter().map(|report| vec![Run::plain(self.update(report))]);
        match self.form {
            Form::Register => {
                let state = vec![Run::plain(self.state(action))];
                let told = std::iter::once(state).chain(heard()).collect();
                vec![lines([meeting, item]), cell(what), cell(owner), cell(self.due(action)), told]
            }
            Form::Tracker => {
                let what = tracker::joined(&owner, &what);
                let unheard = topic.reports.is_empty() && topic.standing != Standing::Open;
                let state = unheard.then(|| vec![Run::plain(self.state_words(topic.standing))]);
                vec![cell(meeting), cell(item), cell(what), heard().chain(state).collect()]
            }
            Form::Sheet => {
                let minute = origin.and_then(|origin| origin.minute.clone()).unwrap_or_default();
                let title = origin.and_then(|origin| origin.item.clone()).unwrap_or_default();
                let due_on = action.due_on.map(|day| day.to_string()).unwrap_or_default();
                let day = origin.map(|origin| origin.meeting.to_string()).unwrap_or_default();
                let due = topic.due.clone().unwrap_or_default();
                let plain = [day, minute, title, what, owner, due, due_on, self.state(action)];
                plain.map(cell).into_iter().chain([heard().collect()]).collect()
            }
        }
    }

    fn date(self, date: NaiveDate) -> String {
        self.style.date.show(date, &self.style.words)
    }

    /// When it is due, as said, with the day that this means.
    fn due(self, action: &Action) -> String {
        let words = action.topic.due.clone().unwrap_or_default();
        match action.due_on.map(|day| self.date(day)) {
            Some(day) if !words.contains(&day) => format!("{words} ({day})"),
            _ => words,
        }
    }

    fn state(self, action: &Action) -> String {
        let state = self.state_words(action.topic.standing);
        if !action.is_overdue(self.day) {
            return state;
        }
        let overdue = self.style.label(Phrase::StateOverdue);
        [state, overdue].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn state_words(self, standing: Standing) -> String {
        self.style.label(match standing {
            Standing::Open => Phrase::StateOpen,
            Standing::InHand => Phrase::StateInHand,
            Standing::TooEarly => Phrase::StateTooEarly,
            Standing::Done => Phrase::StateDone,
            Standing::Declined => Phrase::StateDeclined,
            Standing::NotOurs => Phrase::StateNotOurs,
        })
    }

    fn update(self, report: &Report) -> String {
        let state = report.standing.map(|standing| format!(" [{}]", self.state_words(standing))).unwrap_or_default();
        format!("{}: {}{state}", self.date(report.meeting), report.text)
    }
}

/// Where an action was recorded: its item, and the minute.
fn item(origin: &Origin) -> String {
    let title = origin.item.clone().unwrap_or_default();
    match &origin.minute {
        Some(minute) if title.is_empty() => minute.clone(),
        Some(minute) => format!("{minute} {title}"),
        None => title,
    }
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    on: NaiveDate,
    bodies: Vec<BodyData<'a>>,
}

#[derive(Serialize)]
struct BodyData<'a> {
    id: &'a str,
    name: &'a str,
    actions: Vec<ActionData<'a>>,
}

#[derive(Serialize)]
struct ActionData<'a> {
    #[serde(flatten)]
    origin: Option<&'a Origin>,
    kind: Pledge,
    title: &'a str,
    owner: Option<&'a str>,
    due: Option<&'a str>,
    due_on: Option<NaiveDate>,
    state: Standing,
    open: bool,
    overdue: bool,
    updates: Vec<UpdateData<'a>>,
}

#[derive(Serialize)]
struct UpdateData<'a> {
    meeting: NaiveDate,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<Standing>,
}

/// The register on `day` as JSON with an end of line.
pub fn to_json(register: &Register, day: NaiveDate) -> Vec<u8> {
    let bodies = register.bodies.iter().map(|Named { key, name, .. }| BodyData {
        id: key,
        name,
        actions: register.of(key).map(|action| data_of(action, day)).collect(),
    });
    let document = Document { format: FORMAT, on: day, bodies: bodies.collect() };
    // Every key is a string and every value can be said in JSON.
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn data_of(action: &Action, day: NaiveDate) -> ActionData<'_> {
    ActionData {
        origin: action.topic.origin.as_ref(),
        kind: action.topic.origin.as_ref().map(|origin| origin.pledge).unwrap_or_default(),
        title: &action.topic.title,
        owner: action.topic.owner.as_deref(),
        due: action.topic.due.as_deref(),
        due_on: action.due_on,
        state: action.topic.standing,
        open: action.is_open(),
        overdue: action.is_overdue(day),
        updates: action.topic.reports.iter().map(update_of).collect(),
    }
}

fn update_of(report: &Report) -> UpdateData<'_> {
    UpdateData { meeting: report.meeting, text: &report.text, state: report.standing }
}
