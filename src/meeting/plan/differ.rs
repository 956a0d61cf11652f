//! What one plan has otherwise than another: days that moved, and what only one of them has.

use chrono::{Days, NaiveDate};

use super::{Change, Plan, What, same_title};
use crate::meeting::agenda::PlanEntry;

/// How far a meeting may have moved to be taken for the same one, in days.
const NEAR: u64 = 28;

/// Something that an earlier plan and a later one have otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A meeting is on another day.
    Moved {
        /// Its day in the earlier plan.
        from: NaiveDate,
        /// Its day in the later one.
        to: NaiveDate,
    },
    /// The later plan does not have it.
    Gone {
        /// The day of the meeting in the earlier plan.
        meeting: NaiveDate,
        /// The item; nothing where it is the meeting itself.
        item: Option<String>,
    },
    /// The earlier plan does not have it.
    New {
        /// The day of the meeting in the later plan.
        meeting: NaiveDate,
        /// The item; nothing where it is the meeting itself.
        item: Option<String>,
    },
}

impl Difference {
    /// It as a clause without a full stop, with what the two plans are called.
    pub fn clause(&self, earlier: &str, later: &str) -> String {
        let day = |day: &NaiveDate| day.format("%-d %B %Y").to_string();
        let lacks = |has: &str, lacks: &str, meeting: &NaiveDate, item: &Option<String>| match item {
            Some(item) => format!("{has} has “{item}” for {}, and {lacks} does not", day(meeting)),
            None => format!("{has} has a meeting on {}, and {lacks} does not", day(meeting)),
        };
        match self {
            Self::Moved { from, to } => {
                format!("{earlier} has a meeting on {}, which {later} has on {}", day(from), day(to))
            }
            Self::Gone { meeting, item } => lacks(earlier, later, meeting, item),
            Self::New { meeting, item } => lacks(later, earlier, meeting, item),
        }
    }
}

/// The meetings of a plan with a day after `after`.
fn dated(plan: &[PlanEntry], after: NaiveDate) -> Vec<(NaiveDate, &PlanEntry)> {
    plan.iter().filter_map(|entry| Some((entry.date.filter(|date| *date > after)?, entry))).collect()
}

/// Everything that two plans have otherwise of the meetings after `after`. A meeting without a day is left out.
pub fn differences(earlier: &[PlanEntry], later: &[PlanEntry], after: NaiveDate) -> Vec<Difference> {
    let (earlier, later) = (dated(earlier, after), dated(later, after));
    let mut fresh: Vec<_> = later.iter().filter(|(day, _)| !earlier.iter().any(|(other, _)| other == day)).collect();
    let mut found = Vec::new();
    for (day, entry) in &earlier {
        if let Some((_, now)) = later.iter().find(|(other, _)| other == day) {
            items(*day, entry, now, &mut found);
            continue;
        }
        let away = |other: NaiveDate| (other - *day).num_days().unsigned_abs();
        let nearest = (0..fresh.len()).min_by_key(|at| fresh.get(*at).map(|(other, _)| away(*other)));
        match nearest.filter(|at| fresh.get(*at).is_some_and(|(other, _)| away(*other) <= NEAR)) {
            Some(at) => {
                let (to, now) = fresh.remove(at);
                found.push(Difference::Moved { from: *day, to: *to });
                items(*to, entry, now, &mut found);
            }
            None => found.push(Difference::Gone { meeting: *day, item: None }),
        }
    }
    found.extend(fresh.into_iter().map(|(day, _)| Difference::New { meeting: *day, item: None }));
    found
}

/// What two plans have otherwise of one meeting, which is on `meeting` in the later.
fn items(meeting: NaiveDate, earlier: &PlanEntry, later: &PlanEntry, found: &mut Vec<Difference>) {
    let only = |here: &PlanEntry, there: &PlanEntry| -> Vec<String> {
        let lacks = |item: &&String| !there.items.iter().any(|other| same_title(other, item));
        here.items.iter().filter(lacks).cloned().collect()
    };
    found.extend(only(earlier, later).into_iter().map(|item| Difference::Gone { meeting, item: Some(item) }));
    found.extend(only(later, earlier).into_iter().map(|item| Difference::New { meeting, item: Some(item) }));
}

/// What the plan that an agenda has of its own says otherwise than the body's, where no change of the body's plan that was
/// decided at that meeting or later says why. The body's plan is the later one; one that was brought up to date after
/// the meeting says nothing about what its agenda had.
pub fn contradictions(own: &[PlanEntry], day: NaiveDate, plan: &Plan) -> Vec<Difference> {
    if own.is_empty() || plan.updated.is_some_and(|updated| updated > day) {
        return Vec::new();
    }
    let since = |change: &&Change| change.decided.is_none_or(|decided| decided >= day);
    let noted: Vec<&Change> = plan.changes.iter().filter(since).collect();
    let mut found = differences(own, &plan.after(day), day);
    found.retain(|difference| !noted.iter().any(|change| accounts(change, difference)));
    found
}

/// Whether a change says how a difference came about.
fn accounts(change: &Change, difference: &Difference) -> bool {
    let about = |meeting: NaiveDate, item: &Option<String>| {
        let near = |planned: NaiveDate| planned.checked_add_days(Days::new(NEAR)).is_some_and(|last| meeting <= last);
        let same = match (&change.item, item) {
            (Some(one), Some(other)) => same_title(one, other),
            (None, None) => true,
            _ => false,
        };
        let there = change.meeting.is_none_or(near) || change.new_day() == Some(meeting);
        same && there
    };
    match difference {
        Difference::Moved { from, to } => {
            change.item.is_none() && change.meeting == Some(*from) && change.new_day().is_none_or(|day| day == *to)
        }
        Difference::Gone { meeting, item } => change.what != What::Added && about(*meeting, item),
        Difference::New { meeting, item } => change.what != What::Dropped && about(*meeting, item),
    }
}
