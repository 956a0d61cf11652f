//! What is odd about the days of a plan.

use chrono::NaiveDate;

use super::Plan;
use crate::meeting::calendar::Diary;
use crate::meeting::panel::Calendar;

/// Something odd about a meeting of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The place of the meeting in the plan, from 0.
    pub index: usize,
    /// What is odd: a clause without a full stop.
    pub what: String,
    /// What to do.
    pub hint: &'static str,
}

/// What is odd about a day for these items: that it is no working day, or outside the days of the Acts.
pub fn on_day<'a>(
    day: NaiveDate,
    items: impl IntoIterator<Item = &'a str>,
    diary: Diary<'_>,
) -> Vec<(String, &'static str)> {
    let closed = diary.why_closed(day).map(|why| {
        (format!("{} is {why}", shown(day)), "Check the date; keep it where the body does meet on such days")
    });
    let statutory = items.into_iter().find_map(|item| Calendar::about(day).outside(day, item));
    closed.into_iter().chain(statutory.map(|what| (what, "Check the date against the Acts"))).collect()
}

/// Everything that is odd about the days of a plan.
pub fn remarks(plan: &Plan, diary: Diary<'_>) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for (index, planned) in plan.meetings.iter().enumerate() {
        let Some(day) = planned.date else {
            let what = "this meeting has no date yet".to_owned();
            remarks.push(Remark { index, what, hint: "Add date = 2023-09-20 once it is fixed" });
            continue;
        };
        let items = planned.items.iter().map(|item| item.title.as_str()).chain(planned.called());
        let odd = on_day(day, items, diary);
        remarks.extend(odd.into_iter().map(|(what, hint)| Remark { index, what, hint }));
        if plan.meetings.iter().take(index).any(|other| other.date == Some(day)) {
            let what = format!("two meetings of the plan are on {}", shown(day));
            remarks.push(Remark { index, what, hint: "Check the dates of both" });
        }
    }
    remarks
}

fn shown(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}
