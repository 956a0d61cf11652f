//! The next meeting's agenda, from what a meeting came to.
//!
//! Nothing is typed again and nothing is guessed: what follows from the record, its plan and the body's file is written
//! with a remark that says where it is from; what cannot be known is left out, marked in the file, and told.

mod business;
mod earlier;
mod head;
mod plan;
mod standing;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::meeting::agenda::{AgendaItem, ItemKind, PlanEntry};
use crate::meeting::plan::PutOff;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::problem::{Problem, Severity};
use crate::text::fold;

use super::body::BodyFile;
use super::written;

pub use earlier::{Earlier, Past, Waiting};

/// The meeting that the next one follows.
#[derive(Clone, Copy, Debug)]
pub struct Before<'a> {
    /// The meeting, as everybody may read it.
    pub state: &'a State,
    /// Its house style, by which its minutes are cited.
    pub style: &'a Style,
    /// The body's file, which the next agenda will be read with.
    pub body: &'a BodyFile,
    /// What it and the meetings before it left.
    pub earlier: &'a Earlier,
    /// Whether the body has a plan of its own, `plan.toml`, which an agenda then takes the later meetings from.
    pub planned: bool,
}

/// An agenda, to be looked through and completed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextAgenda {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The name of its file: `2023-09-20.toml`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What it lacks or should be looked at, a sentence each; all but the last few stand in the text too.
    pub gaps: Vec<String>,
    /// The later meetings as this one left them, with what it put off to their days.
    pub plan: Vec<PlanEntry>,
}

/// An item and where it is from.
#[derive(Clone, Debug)]
struct Line {
    remark: String,
    item: AgendaItem,
}

impl Line {
    fn new(remark: impl Into<String>, item: AgendaItem) -> Self {
        Self { remark: remark.into(), item }
    }
}

/// Writes the agenda of the meeting that comes next on the plan, or of that on `day`.
///
/// # Errors
///
/// The plan has no meeting to come and no day is given, the day is not after the meeting, or the body's file does not
/// fit what was recorded, so that the agenda could not be read.
pub fn next_agenda(before: &Before<'_>, day: Option<NaiveDate>) -> Result<NextAgenda, Problem> {
    let adjourned = || business::day_of(business::adjourned(before.state)?.until.as_deref());
    let day = day.or_else(|| adjourned().filter(|day| *day > before.state.agenda().date));
    let chosen = plan::chosen(before.state, day)?;
    let mut gaps = chosen.gaps.clone();
    let (lines, plan) = items(before, &chosen, &mut gaps);
    let head = head::head(before, &chosen, &lines, &mut gaps);
    let listed = lines
        .iter()
        .flat_map(|Line { remark, item }| ["\n".to_owned(), written::remark(remark), written::item("item", item)]);
    let rest = if before.planned { String::new() } else { rest(&plan, &chosen.rest) };
    let text: String = std::iter::once(head).chain(listed).chain([rest]).collect();
    let name = format!("{}.toml", chosen.day);
    let (_, problems) = super::agenda(&name, &text, before.body);
    match problems.sorted().into_iter().find(|problem| problem.severity == Severity::Error) {
        None => Ok(NextAgenda { day: chosen.day, name, text, gaps, plan }),
        Some(error) => {
            let what = format!("the next agenda does not fit the body's file: {}", error.what);
            Err(Problem::error(what).hint(error.hint.clone().unwrap_or_default()))
        }
    }
}

/// What an item was put off to, with its day, by a meeting that gave one.
pub fn put_off(state: &State, style: &Style) -> Vec<PutOff> {
    business::put_off(state, style)
}

/// The later meetings as text; those that only wait for a meeting are marked. `known` is the plan without them.
fn rest(plan: &[PlanEntry], known: &[PlanEntry]) -> String {
    let mut text = String::new();
    if !plan.is_empty() {
        text.push('\n');
        text.push_str(&written::remark("The rest of the plan, as this meeting left it."));
    }
    for entry in plan {
        text.push('\n');
        if !known.iter().any(|other| other.date == entry.date) {
            let remark = "TO FILL IN: put off to this day, on which the plan had no meeting: its time and venue, or another day.";
            text.push_str(&written::remark(remark));
        }
        text.push_str(&written::plan(entry));
    }
    text
}

/// The items in order, and the plan with what was put off to its meetings.
fn items(before: &Before<'_>, chosen: &plan::Chosen, gaps: &mut Vec<String>) -> (Vec<Line>, Vec<PlanEntry>) {
    let mut plan = chosen.rest.clone();
    let (mut lines, after) = standing::lines(before, chosen);
    let mut business = business::left(before, chosen, &mut plan, gaps);
    business.retain(|line| !has(&lines, &line.item) && !has(&after, &line.item));
    for title in &chosen.entry.items {
        let item = AgendaItem::titled(title, standing::kind_of(title));
        if !has(&lines, &item) && !has(&after, &item) && !has(&business, &item) {
            business.push(Line::new("From the plan.", item));
        }
    }
    lines.extend(business);
    lines.extend(after);
    standing::fill(before, &mut lines);
    (lines, plan)
}

/// Whether there is such an item: of the same title, or of the same kind where an agenda has one of the kind.
fn has(lines: &[Line], item: &AgendaItem) -> bool {
    let title = fold(&item.title);
    let once = standing::recurs(&item.kind) || matches!(item.kind, ItemKind::Election { .. });
    lines.iter().any(|line| {
        let same = match (&line.item.kind, &item.kind) {
            (ItemKind::Election { office }, ItemKind::Election { office: other }) => office == other,
            (kind, other) => std::mem::discriminant(kind) == std::mem::discriminant(other),
        };
        fold(&line.item.title) == title || once && same
    })
}

/// A day as people write it.
fn said(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
