//! `quorate year`: what an annual report needs of the meetings in a folder.

use std::path::Path;

use chrono::NaiveDate;

use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::minutes::write::Spelling;
use crate::problem::Problem;
use crate::register::year::{self, Sat, Span};

use super::cli::Year;
use super::folder;
use super::outcome::{Ended, Failure, Outcome, warn};

/// Carries out `quorate year`. A record that could not be read is a reason for exit code 1.
pub fn year(asked: &Year) -> Outcome {
    let take = |_: &Path, state: &State, style: &Style| Taken {
        body: state.body().name.clone(),
        date: state.agenda().date,
        style: style.clone(),
        sat: year::sat(state, style),
    };
    let gathered = folder::gather(&asked.folder, take)?;
    warn(&gathered.problems);
    let newest = gathered.found.iter().max_by_key(|taken| taken.date).map(|taken| taken.style.clone());
    let style = newest.unwrap_or_default();
    let of_body: Vec<Taken> = folder::of_body(gathered.found, asked.body.as_deref(), |taken| &taken.body)?;
    let span = Span { from: asked.from, until: asked.until, municipal: asked.municipal.clone() };
    let years = year::years(of_body.into_iter().map(|taken| taken.sat).collect(), &span);
    if years.is_empty() {
        let problem = Problem::error("there is no meeting in that time");
        let hint = "Give other days with --from and --until, or a municipal year as the agendas name it with --year";
        return Err(Failure::Problems(problem.hint(hint).into()));
    }
    let blocks = year::blocks(&years, asked.printing.spelling == Spelling::Csv, &style);
    asked.printing.print(&style, &year::sheet(&years, &style), blocks, || year::to_json(&years))?;
    Ok(if gathered.problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// What is taken of a meeting.
struct Taken {
    body: String,
    date: NaiveDate,
    style: Style,
    sat: Sat,
}
