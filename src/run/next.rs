//! `quorate next`: the agenda of the meeting after, from what a record came to. The private file stays shut.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::journal::Trouble;
use crate::load::{self, Before, BodyFile, NextAgenda};
use crate::meeting::event::Sitting;
use crate::meeting::plan::{Difference, contradictions, same_title};
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::problem::Problem;

use super::account;
use super::chain::Chain;
use super::cli::Next;
use super::files::Access;
use super::ledger::replace;
use super::outcome::{Ended, Outcome, folder_shown, say, shown, warn};
use super::papers::{Named, body_path, plan_beside, read_text};
use super::places::{RecordFiles, folder_of, name_of};
use super::plan::file as plan;
use super::reading::{self, Reading, Scope, problem_of};

/// Carries out `quorate next`.
pub fn next(next: &Next) -> Outcome {
    let files = RecordFiles::at(&next.record);
    let reading = reading::read(&files, Scope::Public)?;
    let folder = next.output.clone().unwrap_or_else(|| folder_of(files.record()).to_owned());
    for line in write(&reading, &files, &folder, next.date)? {
        say(&format!("{line}\n"))?;
    }
    let problems = account::troubles(&reading, &files);
    warn(&problems);
    Ok(if problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// Writes the next agenda beside a record, for whoever asks for it while the meeting is open. Sentences say what it is
/// called and what it lacks.
pub fn beside(files: &RecordFiles, day: Option<NaiveDate>) -> Result<Vec<String>, Problem> {
    let reading = reading::read(files, Scope::Public)?;
    write(&reading, files, folder_of(files.record()), day)
}

/// Writes the agenda that follows a meeting, whose record is `files`, into `folder`, and the body's file and its house style where they are not
/// there. Nothing that is there is touched.
fn write(
    reading: &Reading,
    files: &RecordFiles,
    folder: &Path,
    day: Option<NaiveDate>,
) -> Result<Vec<String>, Problem> {
    let state = reading.meeting.state();
    let stated = state.stated();
    let named = stated.and_then(|stated| load::body_named(&stated.agenda));
    // Only its folder counts: the day is not known yet.
    let body_file = body_path(&folder.join("next.toml"), named.as_deref());
    let (body, text) = body_of(&body_file, state)?;
    let (style, _) = Style::read("the record's house style", state.style());
    let beside = plan_beside(&body_file)?;
    let plan = beside.as_ref().and_then(|(name, text)| plan::read(name, text, &body.body.rules));
    let agenda = state.agenda();
    let (mut chain, _) = Chain::before(folder_of(files.record()), &body.body, agenda.date.and_time(agenda.time));
    chain.take(state, &reading.entries, &body.body);
    let earlier = chain.left(plan.as_ref());
    let before = Before { state, style: &style, body: &body, earlier: &earlier, planned: beside.is_some() };
    let next = load::next_agenda(&before, day)?;
    let agenda = folder.join(&next.name);
    if agenda.exists() {
        let problem = Problem::error(format!("there is an agenda already: '{}'", shown(&agenda)));
        return Err(problem.hint("Open that one, or move it away to have it written again"));
    }
    let next = NextAgenda {
        gaps: [next.gaps.clone(), against_plan(&next, &body, state.agenda().date, beside)].concat(),
        ..next
    };
    put_if_new(&body_file, &text)?;
    if let Some((path, style)) = style_file(state, &agenda, &body_file, &text) {
        put_if_new(&path, &style)?;
    }
    put_if_new(&agenda, &next.text)?;
    Ok(said(&next, &agenda, state))
}

/// What the body's plan says otherwise than the meeting on `held` left it.
fn against_plan(next: &NextAgenda, body: &BodyFile, held: NaiveDate, beside: Option<Named>) -> Vec<String> {
    let Some((name, text)) = beside else { return Vec::new() };
    let Some(plan) = plan::read(&name, &text, &body.body.rules) else {
        return vec![
            "plan.toml cannot be read; `quorate check` says why. The later meetings are not in the agenda.".to_owned(),
        ];
    };
    let said = |day: NaiveDate| day.format("%-d %B %Y");
    let unplanned = plan.on(next.day).is_none().then(|| format!("plan.toml has no meeting on {}.", said(next.day)));
    let odd = contradictions(&next.plan, next.day, &plan);
    // What only waits for a day is in the plan without one.
    let waits = |it: &Difference| {
        let Difference::Gone { meeting, item: None } = it else { return false };
        let waiting = next.plan.iter().filter(|entry| entry.date == Some(*meeting)).flat_map(|entry| &entry.items);
        waiting.clone().next().is_some()
            && waiting.into_iter().all(|item| plan.topics.iter().any(|topic| same_title(&topic.title, item)))
    };
    let odd: Vec<String> =
        odd.iter().filter(|it| !waits(it)).map(|it| format!("{}.", it.clause("the record", "plan.toml"))).collect();
    let write = (!odd.is_empty()).then(|| {
        format!("The agenda has the later meetings of plan.toml: what the meeting of {} changed is written there with `quorate plan {} --after RECORD`.", said(held), shown(folder_of(Path::new(&name))))
    });
    unplanned.into_iter().chain(odd).chain(write).collect()
}

fn said(next: &NextAgenda, agenda: &Path, state: &State) -> Vec<String> {
    let day = next.day.format("%A %-d %B %Y");
    let mut lines =
        vec![format!("Written: {}, the agenda of {day}, in {}.", next.name, folder_shown(folder_of(agenda)))];
    if state.sitting() != Sitting::Closed {
        lines.push("The meeting has not closed: what it has not come to yet is on the new agenda.".to_owned());
    }
    if state.practice() {
        lines.push("It comes from a rehearsal.".to_owned());
    }
    lines.extend(next.gaps.iter().map(|gap| format!("To look at: {gap}")));
    lines
}

/// The body's file with its text: the one that lies there, or else that of the record.
fn body_of(path: &Path, state: &State) -> Result<(BodyFile, String), Problem> {
    let (name, text) = match (path.is_file(), state.stated()) {
        (true, _) => (path.display().to_string(), read_text(path)?),
        (false, Some(stated)) => (name_of(path), stated.body.clone()),
        (false, None) => {
            let problem =
                Problem::error(format!("there is no file '{}', and the record holds no copy of it", shown(path)));
            return Err(problem.hint("Put the body's body.toml there"));
        }
    };
    let (file, problems) = load::body(&name, &text);
    let file = file.ok_or_else(|| {
        let first = problems.sorted().into_iter().next().cloned();
        first.unwrap_or_else(|| Problem::error(format!("'{name}' is not a body's file")))
    })?;
    Ok((file, text))
}

/// The file of house style that the agenda or the body's file will name, as the record holds it.
fn style_file(state: &State, agenda: &Path, body_file: &Path, body: &str) -> Option<(PathBuf, String)> {
    let stated = state.stated()?;
    let text = stated.style.clone()?;
    let of_agenda = load::style_named(&stated.agenda).map(|name| folder_of(agenda).join(name));
    let path = of_agenda.or_else(|| Some(folder_of(body_file).join(load::style_named(body)?)))?;
    Some((path, text))
}

fn put_if_new(path: &Path, text: &str) -> Result<(), Problem> {
    if path.exists() {
        return Ok(());
    }
    let written = fs::create_dir_all(folder_of(path)).and_then(|()| replace(path, text.as_bytes(), Access::Shared));
    written.map_err(|error| problem_of(&Trouble::from_io("write", &path.display().to_string(), &error), path))
}
