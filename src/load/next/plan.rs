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
    let mut dated: Vec<(NaiveDate, &PlanEntry)> =
        state.plan().iter().filter_map(|entry| Some((entry.date.filter(|date| *date > this)?, entry))).collect();
    dated.sort_by_key(|(date, _)| *date);
    let mut gaps = Vec::new();
    let (day, entry) = match wanted {
        Some(day) => (day, on_plan(&dated, day, &mut gaps)),
        None => next(&dated, this, &mut gaps)?,
    };
    let rest = state.plan().iter().filter(|other| other.date.is_none_or(|date| date > day)).cloned().collect();
    Ok(Chosen { day, annual: entry.told_kind() == Kind::Annual, entry, rest, gaps })
}

/// What the plan says of a day.
fn on_plan(dated: &[(NaiveDate, &PlanEntry)], day: NaiveDate, gaps: &mut Vec<String>) -> PlanEntry {
    if let Some((_, entry)) = dated.iter().find(|(date, _)| *date == day) {
        return (*entry).clone();
    }
    gaps.push(format!("The plan has no meeting on {}, so its time, venue and items are not known.", said(day)));
    PlanEntry { date: Some(day), ..PlanEntry::default() }
}

fn next(
    dated: &[(NaiveDate, &PlanEntry)],
    this: NaiveDate,
    gaps: &mut Vec<String>,
) -> Result<(NaiveDate, PlanEntry), Problem> {
    for (day, entry) in dated {
        match apart(entry.told_kind()) {
            None => return Ok((*day, (*entry).clone())),
            Some(why) => gaps.push(format!("{} was passed over: {why}.", said(*day))),
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
