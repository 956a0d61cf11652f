//! `quorate actions`: every action of the meetings in a folder, with what became of it.

use std::path::Path;

use chrono::NaiveDate;

use crate::journal::Trouble;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::minutes::write::{Csv, Docx, Html, Markdown, Spelling, Text, Writer};
use crate::problem::Problem;
use crate::register::{self, Form, Held, Register, Wanted};

use super::cli::Actions;
use super::clock::Clock;
use super::files::Access;
use super::folder;
use super::ledger::replace;
use super::outcome::{Ended, Failure, Outcome, say, say_bytes, shown, warn};
use super::reading::problem_of;

/// Carries out `quorate actions`. A record that could not be read is a reason for exit code 1.
pub fn actions(actions: &Actions) -> Outcome {
    let now = Clock::from_environment()?.now();
    let take = |_: &Path, state: &State, style: &Style| Taken {
        held: register::of_meeting(state, style),
        date: state.agenda().date,
        today: state.local(now).date_naive(),
        style: style.clone(),
    };
    let gathered = folder::gather(&actions.folder, take)?;
    warn(&gathered.problems);
    // What is common to all is printed as the newest meeting's house does, and by its clock.
    let newest = gathered.found.iter().max_by_key(|taken| taken.date).map(|taken| (taken.today, taken.style.clone()));
    let (today, style) = newest.unwrap_or_else(|| (now.date_naive(), Style::default()));
    let day = actions.on.unwrap_or(today);
    let register = register::actions(gathered.found.into_iter().map(|taken| taken.held).collect());
    let wanted = wanted(actions, &register, day)?;
    let register = register.only(&wanted);
    let bytes = spell(actions, &register, day, &style);
    match &actions.output {
        Some(path) if path.exists() && !actions.force => {
            let problem = Problem::error(format!("there is a file already: '{}'", shown(path)));
            return Err(problem.hint("Give another name, or --force to replace it").into());
        }
        Some(path) => {
            let written = replace(path, &bytes, Access::Shared);
            written.map_err(|error| problem_of(&Trouble::from_io("write", &shown(path), &error), path))?;
            say(&format!("Written: {}\n", shown(path)))?;
        }
        None => say_bytes(&bytes)?,
    }
    Ok(if gathered.problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// What is taken of a meeting.
struct Taken {
    held: Held,
    date: NaiveDate,
    today: NaiveDate,
    style: Style,
}

fn wanted(actions: &Actions, register: &Register, day: NaiveDate) -> Result<Wanted, Failure> {
    let wanted = Wanted {
        open: actions.open,
        overdue: actions.overdue.then_some(day),
        owner: actions.owner.clone(),
        body: actions.body.clone(),
    };
    let of_body = Wanted { body: wanted.body.clone(), ..Wanted::default() };
    if register.clone().only(&of_body).bodies.is_empty() {
        let names: Vec<&str> = register.bodies.iter().map(|(_, name)| name.as_str()).collect();
        let problem = Problem::error("there are no meetings of that body");
        return Err(Failure::Usage(problem.hint(format!("The folder has those of: {}", names.join(", ")))));
    }
    Ok(wanted)
}

fn spell(actions: &Actions, register: &Register, day: NaiveDate, style: &Style) -> Vec<u8> {
    let form = match (actions.tracker, actions.spelling) {
        (true, _) => Form::Tracker,
        (false, Spelling::Csv) => Form::Sheet,
        (false, _) => Form::Register,
    };
    let writer: Box<dyn Writer> = match actions.spelling {
        Spelling::Text => Box::new(Text::new(style, usize::from(actions.width))),
        Spelling::Markdown => Box::new(Markdown),
        Spelling::Html => Box::new(Html),
        Spelling::Docx => Box::new(Docx),
        Spelling::Csv => Box::new(Csv { mark: actions.output.is_some() }),
        Spelling::Json => return register::to_json(register, day),
    };
    let blocks = register::blocks(register, form, day, style);
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    _ = writer.write(&register::sheet(register, style), &mut blocks.into_iter(), &mut bytes);
    bytes
}
