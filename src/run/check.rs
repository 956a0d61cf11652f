//! `quorate check`: every problem of any file of ours, each read by the part that uses it.

use std::path::Path;

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::app::keymap::Keymap;
use crate::app::script;
use crate::load;
use crate::meeting::plan::contradictions;
use crate::minutes::style::Style;
use crate::problem::{Place, Problem, Problems, did_you_mean};
use crate::source::{Source, top_table};
use crate::spelling::list;
use crate::ui::theme::{self, Theme};

use super::conduct::command_names;
use super::config::Config;
use super::outcome::{Ended, Outcome, say, shown, warn};
use super::papers::{body_of, body_path, plan_beside, read_text, style_beside};
use super::places::{RecordFiles, name_of};
use super::plan::file as plan;
use super::reading::{self, Scope, problem_of};
use super::{specimens, spelling};

/// The tables by which a file says what it is.
const TABLES: [&str; 7] = ["body", "meeting", "plan", "style", "key", "theme", "config"];

/// Carries out `quorate check`, and shows the house styles that have no error where samples are asked for. Warnings alone
/// are no reason for a bad exit code.
pub fn check(files: &[impl AsRef<Path>], samples: bool) -> Outcome {
    let mut all = Problems::new();
    for file in files {
        let problems = problems(file.as_ref());
        if problems.is_empty() {
            say(&format!("{}: nothing wrong\n", shown(file.as_ref())))?;
        }
        if samples && !problems.has_errors() {
            match specimens::samples(file.as_ref()) {
                Ok(text) => say(&text)?,
                Err(problem) => all.push(problem),
            }
        }
        all = both(Some(all), problems);
    }
    warn(&all);
    Ok(if all.has_errors() { Ended::Problems } else { Ended::Done })
}

/// Every problem of one file.
pub fn problems(path: &Path) -> Problems {
    if is_journal(path) {
        return record(path);
    }
    match read_text(path) {
        Ok(text) => both(Some(of_text(path, &text)), unsettled(path, &text)),
        Err(problem) => problem.into(),
    }
}

/// That remarks of a file of papers still ask for something.
fn unsettled(path: &Path, text: &str) -> Problems {
    let lines = load::remarks_left(text);
    let (Some(what), Some(line)) = (load::left_to_settle(&lines), lines.first().copied()) else {
        return Problems::new();
    };
    let place = Place { file: path.display().to_string(), line, column: 1 };
    Problem::warning(what).at(place).hint("Settle what each asks for, and take the remark away").into()
}

fn of_text(path: &Path, text: &str) -> Problems {
    let name = path.display().to_string();
    if text.trim_start().starts_with("quorate script") {
        return script(&name, text);
    }
    if text.starts_with("{\"n\":") {
        return record(path);
    }
    if spelling::is_own_list(path) {
        return list::read(&name, text).1;
    }
    let bodies = |named: Option<&str>| body_of(path, named);
    match top_table(text).as_deref() {
        Some("body" | "seat") => of_body(path, text),
        Some("meeting" | "item") => {
            let found = both(load::check(&name, text, &bodies), own_style(path, text));
            let found = both(Some(found), body_plan(path, text));
            both(Some(found), run_with(path, text))
        }
        Some("plan") => load::check(&name, text, &bodies).unwrap_or_default(),
        Some("style") => Style::read(&name, text).1,
        Some("key") => keys(&name, text),
        Some("config") => Config::read(&name, text).1,
        Some("theme") => theme::read(&name, text, &other_themes(path)).1,
        other => unknown(&name, other),
    }
}

/// The problems of the files that an agenda is run with: its body's, the house style that this names, and the plan.
fn run_with(agenda: &Path, text: &str) -> Problems {
    let body = body_path(agenda, load::body_named(text).as_deref());
    // What is not there, or cannot be read, is a problem of the agenda and was told with its others.
    let mut found = match read_text(&body) {
        Ok(text) if body.is_file() => of_body(&body, &text),
        _ => return Problems::new(),
    };
    match plan_beside(&body) {
        Ok(Some((name, text))) => {
            found =
                both(Some(found), load::check(&name, &text, &|_| body_of(Path::new(&name), None)).unwrap_or_default());
        }
        Ok(None) => {}
        Err(problem) => found.push(problem),
    }
    found
}

/// The problems of a body's file, with those of its house style.
fn of_body(path: &Path, text: &str) -> Problems {
    let name = path.display().to_string();
    let found = both(Some(load::body(&name, text).1), Style::read(&name, text).1);
    both(Some(found), own_style(path, text))
}

/// What the plan that an agenda has of its own says otherwise than that of its body.
fn body_plan(path: &Path, text: &str) -> Problems {
    let name = path.display().to_string();
    let named = load::body_named(text);
    let agenda = body_of(path, named.as_deref()).ok().and_then(|body| load::agenda(&name, text, &body).0);
    let plan = plan_beside(&body_path(path, named.as_deref())).ok().flatten();
    let (Some((body, agenda)), Some((file, text))) = (agenda, plan) else { return Problems::new() };
    let Some(plan) = plan::read(&file, &text, &body.rules) else { return Problems::new() };
    let hint =
        "Bring the one that is wrong up to date, or take the agenda's [[plan]] away: then it has that of plan.toml";
    let odd = contradictions(&agenda.plan, agenda.date, &plan);
    odd.iter().map(|it| Problem::warning(it.clause("the agenda", "plan.toml")).hint(hint)).collect()
}

/// The problems of the file of house style that a file names.
fn own_style(path: &Path, text: &str) -> Problems {
    match style_beside(path, text) {
        Ok(style) => style.map_or_else(Problems::new, |(name, text)| Style::read(&name, &text).1),
        Err(problem) => problem.into(),
    }
}

/// What two readers of one file found; a mistake that both saw counts once.
fn both(first: Option<Problems>, second: Problems) -> Problems {
    let mut found = first.unwrap_or_default();
    let more: Vec<Problem> = second.into_iter().filter(|problem| !found.iter().any(|seen| seen == problem)).collect();
    found.extend(more);
    found
}

fn is_journal(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl")
}

/// The problems of a record, or of a private file together with its record.
fn record(path: &Path) -> Problems {
    // The private file is only opened where it is named itself; not a word of it is told even then.
    let name = path.to_string_lossy();
    let (files, scope) = match name.strip_suffix(".exempt.jsonl") {
        Some(stem) => {
            let files = RecordFiles::at(format!("{stem}.record.jsonl"));
            if !files.record().exists() {
                let problem = Problem::error(format!("'{name}' is the private file of a record"));
                return problem.hint("Put the record that it belongs to beside it, and check again").into();
            }
            (files, Scope::Whole)
        }
        None => (RecordFiles::at(path), Scope::Public),
    };
    match reading::read(&files, scope) {
        Ok(reading) => {
            let troubles = reading.barred.iter().chain(&reading.troubles);
            troubles.map(|trouble| problem_of(trouble, path)).collect()
        }
        Err(problem) => problem.into(),
    }
}

/// The shipped themes, without the one that the file itself is.
fn other_themes(path: &Path) -> Vec<Theme> {
    let name = name_of(path);
    let own = name.strip_suffix(".toml").unwrap_or(&name);
    theme::shipped().0.into_iter().filter(|theme| theme.name() != own).collect()
}

fn unknown(name: &str, table: Option<&str>) -> Problems {
    let what = match table {
        Some(table) => format!("{name} begins with [{table}], which no file of ours does"),
        None => format!("{name} does not say what kind of file it is"),
    };
    let near = table.and_then(|table| did_you_mean(table, TABLES.iter().copied()));
    let hint = match near {
        Some(near) => format!("Did you mean [{near}]?"),
        None => {
            "Bodies begin with [body], agendas with [meeting], plans with [plan], house styles with [style], keys with [[key]], themes \
                 with [theme], and scripts with the line \"quorate script 1\""
                .to_owned()
        }
    };
    Problem::error(what).hint(hint).into()
}

/// The problems of a script by itself: what it names is only known when it is played.
fn script(name: &str, text: &str) -> Problems {
    // Any day will do to read times with, but for the hour that is left out in spring.
    script::parse(name, text, NaiveDate::default(), Tz::UTC).1
}

fn keys(name: &str, text: &str) -> Problems {
    Keymap::load(Some(Source { file: name, text }), &command_names()).1
}
