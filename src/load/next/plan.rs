//! Which meeting of the plan comes next.

use chrono::NaiveDate;

use crate::meeting::agenda::PlanEntry;
use crate::meeting::plan::Kind;
use crate::meeting::state::State;
use crate::problem::Problem;

use super::said;

/// The meeting that comes next.
pub(super) struct Chosen {
    /// Its day.
    pub(super) day: NaiveDate,
    /// What the plan says of it.
    pub(super) entry: PlanEntry,
    /// Whether it is the annual meeting, as far as the plan says.
    pub(super) annual: bool,
    /// The plan after it.
    pub(super) rest: Vec<PlanEntry>,
    /// What was passed over or is not on the plan.
    pub(super) gaps: Vec<String>,
}

/// The next meeting of the plan as the meeting left it, or that on `wanted`.
pub(super) fn chosen(state: &State, wanted: Option<NaiveDate>) -> Result<Chosen, Problem> {
    let this = state.agenda().date;
    if let Some(day) = wanted.filter(|day| *day <= this) {
        let problem = Problem::error(format!("{} is not after this meeting, which was on {}", said(day), said(this)));
        return Err(problem.hint("Give the day of the next meeting"));
    }
    let mut dated: Vec<(usize, NaiveDate, &PlanEntry)> = state
        .plan()
        .iter()
        .enumerate()
        .filter_map(|(place, entry)| Some((place, entry.date.filter(|date| *date > this)?, entry)))
        .collect();
    // Of two on one day the earlier comes first; one without a time is behind.
    dated.sort_by_key(|(_, date, entry)| (*date, entry.time.is_none(), entry.time));
    let mut gaps = Vec::new();
    let found = match wanted {
        Some(day) => dated
            .iter()
            .find(|(_, date, entry)| *date == day && apart(entry.told_kind()).is_none())
            .or_else(|| dated.iter().find(|(_, date, _)| *date == day)),
        None => Some(next(&dated, this, &mut gaps)?),
    };
    let taken = found.map(|(place, ..)| *place);
    let day = found.map(|(_, date, _)| *date).or(wanted).unwrap_or(this);
    let entry = found.map_or_else(|| unplanned(day, &mut gaps), |(.., entry)| (*entry).clone());
    for (_, _, other) in dated.iter().filter(|(place, date, _)| *date == day && Some(*place) != taken) {
        gaps.push(also_on(day, &entry, other));
    }
    let rest = |(place, other): (usize, &PlanEntry)| {
        let to_come = other.date.is_none_or(|date| date >= day) && Some(place) != taken;
        to_come.then(|| other.clone())
    };
    let rest = state.plan().iter().enumerate().filter_map(rest).collect();
    Ok(Chosen { day, annual: entry.told_kind() == Kind::Annual, entry, rest, gaps })
}

/// That there is another meeting on the day, which is left in the plan.
fn also_on(day: NaiveDate, taken: &PlanEntry, other: &PlanEntry) -> String {
    let called = |entry: &PlanEntry| {
        let time = entry.time.map(|time| format!(" at {}", time.format("%H:%M"))).unwrap_or_default();
        let label = entry.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        format!("{time}{label}")
    };
    format!(
        "The plan has two meetings on {}: this is the one{}. That{} is still in the plan; its agenda is another file.",
        said(day),
        called(taken),
        called(other)
    )
}

/// What is known of a day of which the plan says nothing.
fn unplanned(day: NaiveDate, gaps: &mut Vec<String>) -> PlanEntry {
    gaps.push(format!("The plan has no meeting on {}, so its time, venue and items are not known.", said(day)));
    PlanEntry { date: Some(day), ..PlanEntry::default() }
}

fn next<'d, 'p>(
    dated: &'d [(usize, NaiveDate, &'p PlanEntry)],
    this: NaiveDate,
    gaps: &mut Vec<String>,
) -> Result<&'d (usize, NaiveDate, &'p PlanEntry), Problem> {
    for found in dated {
        match apart(found.2.told_kind()) {
            None => return Ok(found),
            Some(why) => gaps.push(format!("{} was passed over: {why}.", said(found.1))),
        }
    }
    let problem = Problem::error(format!("the plan has no meeting after {}", said(this)));
    Err(problem.hint("Give its day: quorate next RECORD --date 2023-09-20"))
}

/// Why a meeting of a kind is not simply the next one.
const fn apart(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Briefing | Kind::Training | Kind::Conference => Some("the plan has it as no public meeting of the body"),
        Kind::IfNeeded => Some("the plan has it to be held only if needed"),
        Kind::Ordinary | Kind::Annual | Kind::Budget | Kind::Hearing | Kind::Other => None,
    }
}
