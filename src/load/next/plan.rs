//! Which meeting of the plan comes next.

use chrono::NaiveDate;

use crate::meeting::agenda::PlanEntry;
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

/// What sort of meeting an entry of the plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Ordinary,
    Annual,
    /// Not a meeting of the body, or not certain to be held; and why.
    Apart(&'static str),
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
    Ok(Chosen { day, annual: sort(&entry) == Sort::Annual, entry, rest, gaps })
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
        match sort(entry) {
            Sort::Ordinary | Sort::Annual => return Ok((*day, (*entry).clone())),
            Sort::Apart(why) => gaps.push(format!("{} was passed over: {why}.", said(*day))),
        }
    }
    let problem = Problem::error(format!("the plan has no meeting after {}", said(this)));
    Err(problem.hint("Give its day: quorate next RECORD --date 2023-09-20"))
}

fn sort(entry: &PlanEntry) -> Sort {
    let label = entry.label.as_deref().unwrap_or("");
    // An entry of one item may be no more than what kind of meeting it is.
    let only = match entry.items.as_slice() {
        [item] => item.as_str(),
        _ => "",
    };
    let text = format!("{label} {only}").to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let named = |word: &str| label.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(|it| it == word);
    if holds(&["private", "briefing", "training", "workshop", "seminar", "conference"]) {
        Sort::Apart("the plan has it as no public meeting of the body")
    } else if holds(&["if needed", "if required", "if necessary"]) {
        Sort::Apart("the plan has it to be held only if needed")
    } else if named("agm") || named("annual") {
        Sort::Annual
    } else {
        Sort::Ordinary
    }
}
