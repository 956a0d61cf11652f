//! Findings on the business of a police and crime panel: the days of the Acts, and vetoes.

use chrono::NaiveDate;

use crate::meeting::agenda::{ItemKind, PlanEntry};
use crate::meeting::fact::{Decision, Fact, Verb};
use crate::meeting::panel::{Calendar, Hearing, Precept, hearing_report_due};
use crate::meeting::state::Item;

use super::Desk;

fn shown(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

/// Days that have gone by when an item is before the meeting.
pub(super) fn item(desk: &mut Desk<'_>, item: &Item) {
    let today = desk.state.agenda().date;
    match &item.agenda.kind {
        ItemKind::Precept(precept) => days_of_precept(desk, precept, today),
        ItemKind::Hearing(Hearing { notified: Some(notified), .. }) if today > hearing_report_due(*notified) => {
            let due = shown(hearing_report_due(*notified));
            let sentence =
                format!("The report on this hearing was due by {due}, three weeks from {}.", shown(*notified));
            desk.find("hearing-report-late", sentence);
        }
        _ => {}
    }
}

fn days_of_precept(desk: &mut Desk<'_>, precept: &Precept, today: NaiveDate) {
    let days = Calendar::about(today);
    if let Some(notified) = precept.notified.filter(|notified| !precept.revised && *notified > days.notified) {
        let sentence =
            format!("The precept was to be notified by {}, but was on {}.", shown(days.notified), shown(notified));
        desk.find("precept-notified-late", sentence);
    }
    if let Some(odd) = precept.notified.and_then(|notified| odd_notice(precept, notified, today)) {
        desk.find("precept-notified-late", odd);
    }
    if precept.revised && today > days.second_report {
        let due = shown(days.second_report);
        desk.find("precept-report-late", format!("The report on the revised precept was due by {due}."));
    }
    if !precept.revised && today > days.report {
        let due = shown(days.report);
        let sentence = format!("The report on the precept was due by {due}: a veto has no effect any more.");
        desk.find("precept-report-late", sentence);
    }
}

/// What cannot be right about the day of a notice, or makes it late for a revised precept (SI 2012/2271, regulation 5).
fn odd_notice(precept: &Precept, notified: NaiveDate, today: NaiveDate) -> Option<String> {
    let days = Calendar::about(today);
    let on = shown(notified);
    if notified > today {
        return Some(format!("The precept was notified on {on}, which is after this meeting."));
    }
    if Calendar::about(notified) != days {
        return Some(format!("The precept was notified on {on}, which is for the precept of another year."));
    }
    (precept.revised && notified > days.response).then(|| {
        format!("The Commissioner was to respond with a revised precept by {}, but did on {on}.", shown(days.response))
    })
}

/// A meeting that the plan has for a precept, or for a revised one, comes when there may be one to review.
pub(super) fn second_meeting(desk: &mut Desk<'_>) {
    let outside = |entry: &PlanEntry| {
        let day = entry.date?;
        entry.items.iter().find_map(|item| Calendar::about(day).outside(day, item))
    };
    let outside: Vec<String> = desk.state.plan().iter().filter_map(outside).collect();
    for what in outside {
        desk.find("second-precept-meeting", format!("In the plan {what}."));
    }
}

/// A veto that was decided may be had, says what it must say, and has the votes.
pub(super) fn veto(desk: &mut Desk<'_>, fact: &Fact, decision: &Decision) {
    let Some(item) = desk.state.item(&fact.item).filter(|_| decision.basis.is_some() && decision.verb.is_veto()) else {
        return;
    };
    let kind = &item.agenda.kind;
    if !kind.may_veto() {
        let what = match kind {
            ItemKind::Precept(_) => "To reject a revised precept is no veto".to_owned(),
            ItemKind::Hearing(hearing) if hearing.reserve => "A reserve candidate cannot be vetoed".to_owned(),
            ItemKind::Hearing(hearing) => format!("The appointment of a {} cannot be vetoed", hearing.post.title()),
            _ => format!("“{}” is neither a precept nor the appointment of a Chief Constable", item.agenda.title),
        };
        desk.find("veto-not-available", format!("{what}, but a veto is recorded."));
        return;
    }
    if matches!(kind, ItemKind::Precept(_)) && decision.verb == Verb::Veto {
        desk.find("veto-without-direction", "The veto does not say whether the precept is too high or too low.");
    }
    if let Some(lack) = desk.state.veto_lacks(decision) {
        desk.find("veto-short-of-members", format!("The veto does not stand: {lack}."));
    }
}
