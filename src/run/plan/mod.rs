//! `quorate plan`: the forward plan as a paper, as a table or as a calendar, and what a meeting changed in it.

mod edit;
pub mod file;
#[cfg(test)]
mod tests;

use std::path::Path;

use chrono::NaiveDate;

use crate::journal::Trouble;
use crate::meeting::plan::{Amended, amend, lost, put_off};
use crate::meeting::state::State;
use crate::minutes::document::{forward_change, forward_name, forward_plan, forward_register, minute_number};
use crate::minutes::style::Style;
use crate::minutes::write::{Spelling, Text};
use crate::minutes::{ics, paper};
use crate::problem::{Problem, Problems};

use super::cli::Plan as Asked;
use super::clock::Clock;
use super::files::Access;
use super::held::{self, Held};
use super::ledger::replace;
use super::outcome::{Ended, Failure, Outcome, say, shown, warn};
use super::places::{RecordFiles, folder_of};
use super::printing::{spelt, writer};
use super::reading::{self, Scope};
use file::PlanFile;

/// How the plan is spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFormat {
    /// As a paper, or for spreadsheets.
    Paper(Spelling),
    /// As a calendar.
    Calendar,
}

/// The names of the formats.
pub const FORMATS: [(&str, PlanFormat); 6] = [
    ("text", PlanFormat::Paper(Spelling::Text)),
    ("markdown", PlanFormat::Paper(Spelling::Markdown)),
    ("html", PlanFormat::Paper(Spelling::Html)),
    ("docx", PlanFormat::Paper(Spelling::Docx)),
    ("csv", PlanFormat::Paper(Spelling::Csv)),
    ("ics", PlanFormat::Calendar),
];

/// Carries out `quorate plan`.
pub fn plan(asked: &Asked) -> Outcome {
    let file = file::open(&asked.path)?;
    match &asked.after {
        Some(record) => after(&file, record),
        None => show(&file, asked),
    }
}

/// Writes the plan, and warns of what is odd about it and of what the last meeting planned and is not in it.
fn show(file: &PlanFile, asked: &Asked) -> Outcome {
    let now = Clock::from_environment()?.now();
    let today = now.with_timezone(&file.body.zone).date_naive();
    let bytes = match asked.format {
        PlanFormat::Calendar => ics::calendar(&file.plan, &file.body, now, asked.private).into_bytes(),
        PlanFormat::Paper(spelling) => spell(file, spelling, usize::from(asked.width), today),
    };
    asked.target.put(&bytes, asked.format != PlanFormat::Paper(Spelling::Docx))?;
    let mut problems = file.warnings.clone();
    if let Some(last) = held::last_before(folder_of(&file.path), &file.body.id, NaiveDate::MAX) {
        problems.extend(lost_since(file, &last));
    }
    warn(&problems);
    Ok(Ended::Done)
}

fn spell(file: &PlanFile, spelling: Spelling, width: usize, today: NaiveDate) -> Vec<u8> {
    let meeting = file.meeting(file.plan.updated.unwrap_or(today));
    let (state, style) = (meeting.state(), &file.style);
    let sheet = paper::sheet(&forward_name(&file.plan, style), state, style, "");
    let blocks = match spelling {
        Spelling::Csv => vec![forward_register(&file.plan, state, style)],
        _ => forward_plan(&file.plan, state, style),
    };
    // There is no plan as data: it is a file of its own already.
    let writer = writer(spelling, style, width, true).unwrap_or_else(|| Box::new(Text::new(style, width)));
    spelt(&*writer, &sheet, &mut blocks.into_iter())
}

/// What the last meeting planned and the plan does not have.
pub fn lost_since(file: &PlanFile, last: &Held) -> Vec<Problem> {
    let date = last.date();
    let hint = "Put it back, or note in a [[change]] where it was decided; `quorate plan PLAN --after RECORD` writes \
                what a meeting changed";
    let gone = lost(last.meeting.state().plan(), date, &file.plan);
    gone.iter().map(|lost| Problem::warning(lost.sentence(date)).hint(hint)).collect()
}

/// Writes what a meeting changed into the plan, and says it.
fn after(file: &PlanFile, record: &Path) -> Outcome {
    let reading = reading::read(&RecordFiles::at(record), Scope::Public)?;
    let state = reading.meeting.state();
    let date = state.agenda().date;
    if state.body().id != file.body.id {
        let what = format!("'{}' is the record of another body, the {}", shown(record), state.body().name);
        return Err(Failure::Usage(Problem::error(what).hint("Name a record of the body whose plan this is")));
    }
    let amended = changes_of(state, &file.plan);
    let hint =
        "Write older records into the plan before newer ones; what is not clear is written into plan.toml by hand";
    let unclear: Problems = amended.unclear.iter().map(|it| Problem::warning(it.sentence()).hint(hint)).collect();
    if amended.edits.is_empty() {
        say(&format!("The meeting of {} changed nothing that the plan does not have.\n", date.format("%-d %B %Y")))?;
    } else {
        let text = edit::edited(&file.text, &file.plan, &amended, date)?;
        let again = crate::load::plan(&file.path.display().to_string(), &text, file.body.rules.diary());
        if again.0.is_none() {
            return Err(again.1.into());
        }
        let wrote = replace(&file.path, text.as_bytes(), Access::Shared);
        wrote.map_err(|error| failed("write", &file.path, &error))?;
        let meeting = file.meeting(date);
        for change in &amended.changes {
            say(&format!("{}\n", forward_change(change, meeting.state(), &file.style)))?;
        }
        say(&format!("{}\n", shown(&file.path)))?;
    }
    let written = file::open(&file.path)?;
    let mut problems = unclear;
    problems.extend(written.warnings.clone());
    problems.extend(lost_since(&written, &Held { record: record.to_owned(), meeting: reading.meeting }));
    warn(&problems);
    Ok(Ended::Done)
}

/// What a meeting's changes do to the plan, with the minutes that they were decided in.
fn changes_of(state: &State, plan: &crate::meeting::plan::Plan) -> Amended {
    let (style, _) = Style::read("the record's house style", state.style());
    let steps = state.plan_changes().into_iter().map(|step| {
        let of_plan = || state.items().find(|item| item.agenda.kind == crate::meeting::agenda::ItemKind::Plan);
        let item = step.item.as_ref().and_then(|item| state.item(item)).or_else(of_plan);
        let minute = item.map(|item| minute_number(state, &style, item)).filter(|number| !number.is_empty());
        (step.from, step.to, minute)
    });
    let day = state.agenda().date;
    let mut amended = amend(plan, day, &steps.collect::<Vec<_>>());
    put_off(plan, day, &crate::load::put_off(state, &style), &mut amended);
    amended
}

fn failed(doing: &str, path: &Path, error: &std::io::Error) -> Problem {
    let Trouble { what, hint, .. } = Trouble::from_io(doing, &path.display().to_string(), error);
    Problem::error(what).hint(hint)
}
