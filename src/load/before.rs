//! What an agenda says of the meeting before: its day and the number of its last minute.

use chrono::NaiveDate;

use crate::meeting::agenda::{AgendaItem, ItemKind};

use super::checker::Checker;
use super::table::MeetingTable;

/// The day of the last meeting held, which lies before the day of this one.
pub(super) fn last_meeting(table: &MeetingTable, date: NaiveDate, checker: &mut Checker<'_>) -> Option<NaiveDate> {
    let text = table.last_meeting.as_ref()?;
    let last = checker.date(text).ok().flatten()?;
    if last >= date {
        let what = "the last meeting is not before this one";
        checker.error(&text.span(), what, "Write the day of the last meeting that was held");
        return None;
    }
    Some(last)
}

/// Warns where the items and the numbers do not follow on from the meeting before.
pub(super) fn check(table: &MeetingTable, last: Option<NaiveDate>, items: &[AgendaItem], checker: &mut Checker<'_>) {
    if let (Some(text), Some(last)) = (&table.last_meeting, last) {
        let sets = earlier_minutes(items);
        if !sets.is_empty() && !sets.contains(&last) {
            let what = format!("no item has the minutes of {}, the last meeting", last.format("%-d %B %Y"));
            checker.warn(&text.span(), what, "Correct the date in the item's title, or this one");
        }
    }
    if let (Some(first), Some(last)) = (&table.first_minute, &table.last_minute) {
        let (number, next) = (*first.get_ref(), last.get_ref().saturating_add(1));
        if number > 1 && number != next {
            let what = format!("the first minute is {number}, but the last one was {}", last.get_ref());
            checker.warn(&first.span(), what, format!("Write {next}, or 1 where the numbers begin anew"));
        }
    }
}

/// The meetings whose minutes are before the body.
fn earlier_minutes(items: &[AgendaItem]) -> Vec<NaiveDate> {
    let of = |item: &AgendaItem| match &item.kind {
        ItemKind::Minutes { sets } => sets.clone(),
        _ => earlier_minutes(&item.items),
    };
    items.iter().flat_map(of).collect()
}
