//! `quorate year`: what an annual report needs of the meetings in a folder.

use chrono::NaiveDate;

use crate::minutes::style::Style;
use crate::minutes::write::Spelling;
use crate::problem::Problem;
use crate::register::year::{self, Sat, Span};

use super::cli::Year;
use super::folder::{self, Of, Whole};
use super::outcome::{Ended, Failure, Outcome, warn};

/// Carries out `quorate year`. A record that could not be read is a reason for exit code 1.
pub fn year(asked: &Year) -> Outcome {
    let take = |whole: &Whole<'_>| Taken {
        of: whole.of(),
        style: whole.style.clone(),
        sat: year::sat(whole.state, whole.style, whole.entries),
    };
    let gathered = folder::gather(&asked.folder, take)?;
    warn(&gathered.problems);
    let newest = gathered.found.iter().max_by_key(|taken| taken.of.date).map(|taken| taken.style.clone());
    let style = newest.unwrap_or_default();
    let of_body: Vec<Taken> = folder::of_body(gathered.found, asked.body.as_deref(), |taken| &taken.of)?;
    let span = Span { from: asked.from, until: asked.until, municipal: asked.municipal.clone() };
    let sats: Vec<Sat> = of_body.into_iter().map(|taken| taken.sat).collect();
    warn(&year::without_year(&sats, &span).into_iter().map(|(body, day)| yearless(&body, day)).collect());
    let years = year::years(sats, &span);
    if years.is_empty() {
        let problem = Problem::error("there is no meeting in that time");
        let hint = "Give other days with --from and --until, or a municipal year as the agendas name it with --year";
        return Err(Failure::Problems(problem.hint(hint).into()));
    }
    let blocks = year::blocks(&years, asked.printing.spelling == Spelling::Csv, &style);
    asked.printing.print(&style, &year::sheet(&years, &style), blocks, || year::to_json(&years))?;
    Ok(if gathered.problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// That nothing says which year a meeting is of.
fn yearless(body: &str, day: NaiveDate) -> Problem {
    let day = day.format("%-d %B %Y");
    let what = format!(
        "the meeting of {body} on {day} is not counted: its agenda names no municipal year, and in May its day does not say which it is"
    );
    Problem::warning(what).hint("Give the days of the year with --from and --until in place of --year")
}

/// What is taken of a meeting.
struct Taken {
    of: Of,
    style: Style,
    sat: Sat,
}
