//! When an agenda was published and added to, and whether that was in time.

use chrono::NaiveDate;

use crate::meeting::agenda::{Agenda, AgendaItem};
use crate::meeting::body::Rules;
use crate::meeting::notice;

use super::checker::Checker;
use super::table::{AgendaText, ItemValue, MeetingTable, Text};
use super::value::LineOr;

/// The day of publication, which is not after the meeting.
pub(super) fn published(table: &MeetingTable, date: NaiveDate, checker: &mut Checker<'_>) -> Option<NaiveDate> {
    let text = table.published.as_ref()?;
    let published = checker.date(text).ok().flatten()?;
    if published > date {
        let what = "the agenda was not published before the meeting";
        checker.error(&text.span(), what, "Write the day on which it was published");
        return None;
    }
    Some(published)
}

/// Warns where the agenda, or what was added to it, came too late by the body's rules.
pub(super) fn check(read: &AgendaText, agenda: &Agenda, rules: &Rules, checker: &mut Checker<'_>) {
    if let (Some(text), Some(what)) = (&read.meeting.get_ref().published, notice::short_of_notice(agenda, rules)) {
        checker.warn(&text.span(), what, "Check the date; tell the chair and the Monitoring Officer");
    }
    added(&read.items, &agenda.items, agenda, rules, checker);
}

fn added(values: &[ItemValue], items: &[AgendaItem], agenda: &Agenda, rules: &Rules, checker: &mut Checker<'_>) {
    for (value, item) in values.iter().zip(items) {
        let LineOr::Table(table) = value.get_ref() else { continue };
        added(&table.items, &item.items, agenda, rules, checker);
        let (Some(day), Some(text)) = (item.paper.added, &table.added) else { continue };
        check_added(day, text, item, agenda, rules, checker);
    }
}

fn check_added(
    day: NaiveDate,
    text: &Text,
    item: &AgendaItem,
    agenda: &Agenda,
    rules: &Rules,
    checker: &mut Checker<'_>,
) {
    if day > agenda.date {
        let hint = "Correct it; what the meeting itself takes up is added in the meeting";
        checker.error(&text.span(), "this item was added after the meeting", hint);
    } else if agenda.published.is_some_and(|published| day < published) {
        let hint = "Take `added` away, or correct `published`";
        checker.warn(&text.span(), "this item was added before the agenda was published", hint);
    } else if let Some(what) = notice::added_late(agenda, rules, item) {
        let hint = "Add urgency = \"...\" with the chair's reason, or leave the item to the next meeting";
        checker.warn(&text.span(), what, hint);
    }
}
