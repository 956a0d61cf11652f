//! `quorate find`: what was said and decided in the meetings of a folder.

use crate::minutes::style::Style;
use crate::minutes::write::Spelling;
use crate::problem::Problem;
use crate::register::find::{self, Found, Query};

use super::cli::Find;
use super::folder::{self, Of, Whole};
use super::outcome::{Ended, Failure, Outcome, note, warn};

/// Carries out `quorate find`. A record that could not be read is a reason for exit code 1.
pub fn find(find: &Find) -> Outcome {
    let typed = find.words.join(" ");
    let query = Query::read(&typed).ok_or_else(|| {
        let problem = Problem::error(format!("there is no word to look for in “{typed}”"));
        Failure::Usage(problem.hint("Give words, or several in quotation marks to find them side by side"))
    })?;
    let take = |whole: &Whole<'_>| Taken {
        of: whole.of(),
        style: whole.style.clone(),
        found: find::find(whole.state, whole.style, &query, find.decided),
    };
    let gathered = folder::gather(&find.folder, take)?;
    warn(&gathered.problems);
    let newest = gathered.found.iter().max_by_key(|taken| taken.of.date).map(|taken| taken.style.clone());
    let style = newest.unwrap_or_default();
    let of_body: Vec<Taken> = folder::of_body(gathered.found, find.body.as_deref(), |taken| &taken.of)?;
    let meetings = of_body.len();
    let found: Vec<Found> = of_body.into_iter().flat_map(|taken| taken.found).collect();
    let found = find::in_order(found);
    if found.is_empty() {
        let meetings = if meetings == 1 { "one meeting".to_owned() } else { format!("{meetings} meetings") };
        note(&format!("Nothing was found for “{typed}” in the public minutes of {meetings}."));
    }
    let blocks = find::blocks(&found, find.printing.spelling == Spelling::Csv, &style);
    find.printing.print(&style, &find::sheet(&style), blocks, || find::to_json(&found))?;
    Ok(if gathered.problems.has_errors() { Ended::Problems } else { Ended::Done })
}

/// What is taken of a meeting.
struct Taken {
    of: Of,
    style: Style,
    found: Vec<Found>,
}
