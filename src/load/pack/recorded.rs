//! The meeting before, where its record is there. What is recorded is not read again from the pack: what it left to be done
//! is handed on as the same actions, and the pack is held against it.

use chrono::NaiveDate;

use super::Given;
use super::found::{Finding, Found, Sure};
use super::gather::{Before, Pack};
use crate::load::kind;
use crate::meeting::agenda::{PlanEntry, Topic};
use crate::meeting::plan::{Difference, Plan, contradictions, differences};
use crate::meeting::state::State;
use crate::minutes::document::{followed, last_minute};
use crate::minutes::style::Style;

/// The last meeting that was recorded, as far as the next agenda goes on from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// Its day.
    pub date: NaiveDate,
    /// The number of its last minute, where its minutes number on.
    pub minute: Option<u32>,
    /// What is still to be done after it.
    pub left: Vec<Topic>,
    /// The plan as it left it.
    pub plan: Vec<PlanEntry>,
}

impl Last {
    /// What a meeting leaves to the next one, by the record that everybody may read.
    pub fn of(state: &State) -> Self {
        let (style, _) = Style::read("the record's house style", state.style());
        let mut left = followed(state, &style);
        left.retain(|topic| !topic.standing.is_finished());
        Self { date: state.agenda().date, minute: last_minute(state), left, plan: state.plan().to_vec() }
    }
}

/// Takes from the record what the pack goes on from, and says what the pack has otherwise.
pub(super) fn settle(pack: &mut Pack, given: &Given<'_>) {
    let Some(day) = pack.head.date.as_ref().map(|found| found.value) else { return };
    let own = entries(pack);
    let mut odd = match given.last.filter(|last| last.date < day) {
        Some(last) if later(pack, last).is_some() => long_before(pack, last),
        Some(last) => {
            let mut odd = before(pack, last);
            let whole: Vec<PlanEntry> = std::iter::once(this(pack, last, day)).chain(own.iter().cloned()).collect();
            let mut found = differences(&last.plan, &whole, last.date);
            // An agenda always has more than was planned for it.
            found.retain(|it| !matches!(it, Difference::New { meeting, item: Some(_) } if *meeting == day));
            odd.extend(told(&found, &of_record(last.date), "the pack"));
            odd
        }
        None => Vec::new(),
    };
    odd.extend(given.plan.into_iter().flat_map(|plan| of_plan(&own, day, plan)));
    pack.gaps.extend(odd.into_iter().map(Finding::gap));
}

fn of_plan(own: &[PlanEntry], day: NaiveDate, plan: &Plan) -> Vec<String> {
    told(&contradictions(own, day, plan), "the pack", "plan.toml")
}

fn told(found: &[Difference], earlier: &str, later: &str) -> Vec<String> {
    let business = found.iter().filter(|difference| !is_standing(difference));
    business.map(|difference| difference.clause(earlier, later)).collect()
}

/// Whether it is about an item that every agenda has, which plans list or leave out as they like.
fn is_standing(difference: &Difference) -> bool {
    let (Difference::Gone { item: Some(item), .. } | Difference::New { item: Some(item), .. }) = difference else {
        return false;
    };
    ["apologies", "declarations", "minutes", "review", "questions", "plan"].contains(&kind::guess(item, false))
}

/// The meeting of the pack as an entry of the plan. Where the pack has no agenda, nothing is known to have left it.
fn this(pack: &Pack, last: &Last, day: NaiveDate) -> PlanEntry {
    let planned = last.plan.iter().find(|entry| entry.date == Some(day));
    let items = match planned {
        Some(planned) if !pack.has_agenda => planned.items.clone(),
        _ => pack.items.iter().map(|item| item.title.value.clone()).collect(),
    };
    PlanEntry { date: Some(day), items, ..PlanEntry::default() }
}

fn of_record(day: NaiveDate) -> String {
    format!("the record of {}", day.format("%-d %B %Y"))
}

/// The meetings to come that the pack has; none where it has no plan.
fn entries(pack: &Pack) -> Vec<PlanEntry> {
    let entry = |row: &super::plan::Row| PlanEntry {
        date: Some(row.date),
        time: row.time,
        kind: None,
        label: row.label.clone(),
        venue: row.venue.clone(),
        items: row.items.clone(),
    };
    pack.plan.iter().map(entry).collect()
}

/// The day of the minutes in the pack, where they are of a later meeting than the last one that was recorded.
fn later(pack: &Pack, last: &Last) -> Option<NaiveDate> {
    let date = pack.before.as_ref()?.date.as_ref()?;
    (date.value > last.date).then_some(date.value)
}

/// Where a meeting in between was not recorded, its minutes say how numbers and plan went on; what the record left open is
/// open all the same.
fn long_before(pack: &mut Pack, last: &Last) -> Vec<String> {
    let printed = later(pack, last).map(|day| day.format("%-d %B %Y").to_string()).unwrap_or_default();
    let held = last.date.format("%-d %B %Y");
    if let Some(before) = &mut pack.before {
        before.left.clone_from(&last.left);
    }
    vec![format!(
        "the minutes in the pack are of {printed}, but the last meeting recorded was on {held}; what that one left to be \
         done is up for review, and its plan is not compared"
    )]
}

/// What the minutes in the pack have otherwise than the record of the last meeting.
fn before(pack: &mut Pack, last: &Last) -> Vec<String> {
    let before = pack.before.get_or_insert_with(Before::default);
    let mut odd = Vec::new();
    match &before.date {
        Some(printed) if printed.value != last.date => {
            let printed = printed.value.format("%-d %B %Y");
            let held = last.date.format("%-d %B %Y");
            odd.push(format!("the minutes in the pack are of {printed}, but the last meeting recorded was on {held}"));
            before.last = None;
        }
        Some(_) | None => {}
    }
    if before.date.as_ref().is_none_or(|date| date.value < last.date) {
        before.date = Some(Found::new(last.date, 0, Sure::Certain));
    }
    let same = before.date.as_ref().is_some_and(|date| date.value == last.date);
    match (&before.last, last.minute) {
        (Some(printed), Some(minute)) if printed.value != minute => odd.push(format!(
            "the last minute in the pack is {}, and {} ends with {minute}",
            printed.value,
            of_record(last.date)
        )),
        (None, Some(minute)) => (before.last, before.runs_on) = (Some(Found::new(minute, 0, Sure::Certain)), true),
        _ => {}
    }
    if same {
        // What somebody promised is the record's; the sentences of its minutes are the same again.
        before.actions.clear();
        before.left.clone_from(&last.left);
    }
    odd
}
