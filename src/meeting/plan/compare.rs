//! What was promised and is not there.

use chrono::NaiveDate;

use super::{Change, Plan, What};
use crate::meeting::agenda::{AgendaItem, PlanEntry};
use crate::text::fold;

/// Something that a meeting planned, that is not in the plan, and of which no change says what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The day of the meeting that was planned.
    pub meeting: NaiveDate,
    /// The item; nothing where the meeting itself is not there.
    pub item: Option<String>,
}

impl Lost {
    /// It as a sentence; `promised` is the day of the meeting that planned it.
    pub fn sentence(&self, promised: NaiveDate) -> String {
        let day = |day: NaiveDate| day.format("%-d %B %Y").to_string();
        let (on, by) = (day(self.meeting), day(promised));
        match &self.item {
            Some(item) => format!("The meeting of {by} planned “{item}” for {on}; it is not in the plan."),
            None => format!("The meeting of {by} planned a meeting on {on}; it is not in the plan."),
        }
    }
}

/// How long a title must be for one that holds it to be the same item: "Plan" is a part of too many.
const LONG_ENOUGH: usize = 8;

/// Whether two titles mean one item: the same words, or one of them with more words about it.
pub fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    let holds =
        |long: &str, short: &str| short.len() >= LONG_ENOUGH && format!(" {long} ").contains(&format!(" {short} "));
    one == other || holds(&one, &other) || holds(&other, &one)
}

/// Words that come and go in titles.
const SMALL: [&str; 5] = ["a", "and", "of", "s", "the"];

fn plain(title: &str) -> String {
    let title = fold(title).replace('’', "'").replace("'s", "").replace('\'', "");
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !SMALL.contains(word));
    words.collect::<Vec<_>>().join(" ")
}

/// What a meeting planned (`promised`, as its record has the plan at its end) and the plan does not have.
///
/// Meetings up to `held`, the last day on which a meeting was held, are over and may have left the plan.
pub fn lost(promised: &[PlanEntry], held: NaiveDate, plan: &Plan) -> Vec<Lost> {
    let mut lost = Vec::new();
    for entry in promised {
        let Some(day) = entry.date.filter(|day| *day > held) else { continue };
        match now_on(day, plan) {
            Now::Dropped => {}
            Now::Nowhere => lost.push(Lost { meeting: day, item: None }),
            Now::On(now) => {
                let here = |item: &&String| !is_planned(plan, now, item) && !is_accounted(plan, day, now, item);
                let gone = entry.items.iter().filter(here);
                lost.extend(gone.map(|item| Lost { meeting: day, item: Some(item.clone()) }));
            }
        }
    }
    lost
}

/// What was planned for a meeting and is not on its agenda, unless a change of the plan says what became of it.
pub fn absent(promised: &[String], day: NaiveDate, agenda: &[AgendaItem], plan: Option<&Plan>) -> Vec<String> {
    let noted = |item: &str| plan.is_some_and(|plan| is_accounted(plan, day, day, item));
    promised.iter().filter(|item| !is_on(agenda, item) && !noted(item)).cloned().collect()
}

fn is_on(agenda: &[AgendaItem], title: &str) -> bool {
    agenda.iter().any(|item| same_title(&item.title, title) || is_on(&item.items, title))
}

/// Where a planned meeting is now.
enum Now {
    On(NaiveDate),
    Dropped,
    Nowhere,
}

fn now_on(day: NaiveDate, plan: &Plan) -> Now {
    let mut day = day;
    // Every change is followed once at most, so that two that point at each other end.
    for _ in 0..=plan.changes.len() {
        if plan.on(day).is_some() {
            return Now::On(day);
        }
        let of_meeting = |change: &&Change| change.item.is_none() && change.meeting == Some(day);
        match plan.changes.iter().rev().filter(of_meeting).find(|change| change.what != What::Changed) {
            Some(change) if change.what == What::Dropped => return Now::Dropped,
            Some(change) => match change.new_day() {
                Some(new) => day = new,
                // It moved to a day that is not known yet.
                None if change.what == What::Moved => return Now::Dropped,
                None => return Now::Nowhere,
            },
            None => return Now::Nowhere,
        }
    }
    Now::Nowhere
}

fn is_planned(plan: &Plan, day: NaiveDate, title: &str) -> bool {
    plan.on(day).is_some_and(|planned| planned.items.iter().any(|item| same_title(&item.title, title)))
}

/// Whether a change says that an item left a meeting, which was planned for one day and may be on another now.
fn is_accounted(plan: &Plan, day: NaiveDate, now: NaiveDate, title: &str) -> bool {
    plan.changes.iter().any(|change| {
        let left = matches!(change.what, What::Dropped | What::Moved | What::Changed);
        let of_it = change.item.as_deref().is_some_and(|item| same_title(item, title));
        left && of_it && change.meeting.is_none_or(|meeting| meeting == day || meeting == now)
    })
}
