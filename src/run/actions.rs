//! `quorate actions`: every action of the meetings in a folder, with what became of it.

use chrono::NaiveDate;

use crate::minutes::style::Style;
use crate::minutes::write::Spelling;
use crate::register::{self, Form, Held, Register, Wanted};

use super::cli::Actions;
use super::clock::Clock;
use super::folder::{self, Whole};
use super::outcome::{Ended, Failure, Outcome, warn};

/// Carries out `quorate actions`. A record that could not be read is a reason for exit code 1.
pub fn actions(actions: &Actions) -> Outcome {
    let now = Clock::from_environment()?.now();
    let take = |whole: &Whole<'_>| Taken {
        held: register::of_meeting(whole.state, whole.style, whole.entries),
        date: whole.state.agenda().date,
        today: whole.state.local(now).date_naive(),
        style: whole.style.clone(),
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
    let form = match (actions.tracker, actions.printing.spelling) {
        (true, _) => Form::Tracker,
        (false, Spelling::Csv) => Form::Sheet,
        (false, _) => Form::Register,
    };
    let blocks = register::blocks(&register, form, day, &style);
    let sheet = register::sheet(&register, &style);
    actions.printing.print(&style, &sheet, blocks, || register::to_json(&register, day))?;
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
        let names: Vec<&str> = register.bodies.iter().map(|body| body.name.as_str()).collect();
        return Err(Failure::Usage(folder::no_such_body(&names)));
    }
    Ok(wanted)
}
