//! Checks of days: of the meeting itself, of its notice, and of the Acts.

use crate::meeting::agenda::ItemKind;
use crate::meeting::calendar::Within;
use crate::meeting::notice::{self, clear_days};
use crate::meeting::panel::{Calendar, VETO, hearing_report_due};
use crate::meeting::state::Item;

use super::{Answer, Desk, shown};

pub(super) fn day(desk: &Desk<'_>) -> Answer {
    let date = desk.agenda().date;
    let closed = desk.rules().diary().why_closed(date).map(|why| format!("{} is {why}.", shown(date)));
    let planned = desk.plan.map(|plan| plan.on(date).is_some());
    let unplanned = (planned == Some(false)).then(|| format!("The plan has no meeting on {}.", shown(date)));
    let otherwise = match planned {
        Some(_) => "A working day, as planned.",
        None => "A working day; there is no plan to check it against.",
    };
    Answer::of(closed.into_iter().chain(unplanned).collect(), otherwise)
}

pub(super) fn notice(desk: &Desk<'_>) -> Answer {
    let (agenda, rules) = (desk.agenda(), desk.rules());
    let Some(asked) = rules.notice else {
        return Answer::does_not_apply("The body's rules do not say how long before the meeting it is published.");
    };
    let due = desk.publish_by();
    if let Some(published) = agenda.published {
        let days = rules.diary().clear_days(published, agenda.date, asked.counted);
        let short = notice::short_of_notice(agenda, rules);
        let done = format!("Published on {}, {} before the meeting.", shown(published), clear_days(days));
        return Answer::of(short.into_iter().collect(), done).by(due);
    }
    let left = match due {
        Some(due) if due < desk.today => " That day is past: tell the Monitoring Officer.",
        _ => "",
    };
    let by = due.map_or_else(String::new, shown);
    let asked = clear_days(asked.clear_days);
    let says = format!("Publish it by {by}, for {asked}, and write published = DATE under [meeting].{left}");
    Answer::missing(says).by(due)
}

pub(super) fn added(desk: &Desk<'_>) -> Answer {
    let added: Vec<&Item> = desk.state.items().filter(|item| item.agenda.paper.added.is_some()).collect();
    if added.is_empty() {
        return Answer::does_not_apply("Nothing was added after publication.");
    }
    let late = added.iter().filter_map(|item| notice::added_late(desk.agenda(), desk.rules(), &item.agenda));
    Answer::of(late.collect(), "What was added was in time, or says why it is urgent.")
}

pub(super) fn questions(desk: &Desk<'_>) -> Answer {
    let (agenda, rules) = (desk.agenda(), desk.rules());
    if desk.items(|kind| *kind == ItemKind::Questions).next().is_none() {
        return Answer::does_not_apply("No item takes questions from the public.");
    }
    let Some(deadline) = rules.question_deadline else {
        return Answer::does_not_apply("The body's rules do not say by when questions are received.");
    };
    // Where it follows from the day of publication, the last day for that gives the last day for questions.
    let published = agenda.published.or_else(|| desk.publish_by());
    let Some(due) = rules.diary().questions_by(deadline.within, published, agenda.date) else {
        return Answer::missing("It follows from the day of publication, which is not known: add published = DATE.");
    };
    let time = deadline.time.map_or_else(String::new, |time| format!(", {}", clock(time)));
    let supposed = agenda.published.is_none() && matches!(deadline.within, Within::WorkingDaysAfterPublication(_));
    let on = if supposed { " at the latest" } else { "" };
    let says = format!("Questions by {}{time}{on}.", shown(due));
    let told = agenda.notices.iter().any(|notice| notice.to_lowercase().contains("question"));
    if told {
        return Answer::done(says).by(Some(due));
    }
    Answer::missing(format!("{says} No notice on the agenda says so: add it to notices under [meeting].")).by(Some(due))
}

fn clock(time: chrono::NaiveTime) -> String {
    if time == chrono::NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default() {
        return "12 noon".to_owned();
    }
    time.format("%-I:%M%P").to_string()
}

pub(super) fn precept(desk: &Desk<'_>) -> Answer {
    let mut says = Vec::new();
    let (mut missing, mut due) = (Vec::new(), None);
    for item in desk.items(|kind| matches!(kind, ItemKind::Precept(_))) {
        let ItemKind::Precept(precept) = &item.agenda.kind else { continue };
        let days = Calendar::about(desk.agenda().date);
        let report = if precept.revised { days.second_report } else { days.report };
        due = Some(report);
        says.push(format!("Reviewed and reported on by {}.", shown(report)));
        if precept.notified.is_none() {
            let by = shown(if precept.revised { days.response } else { days.notified });
            missing.push(format!("Not notified yet: due by {by}; add notified = DATE to “{}”.", item.agenda.title));
        }
        votes(desk, item, &mut says, &mut missing);
    }
    missing.extend(desk.found(&["precept-notified-late", "precept-report-late"]));
    answer(says, missing, "No precept is before this meeting.").by(due)
}

pub(super) fn hearing(desk: &Desk<'_>) -> Answer {
    let mut says = Vec::new();
    let (mut missing, mut due) = (Vec::new(), None);
    for item in desk.items(|kind| matches!(kind, ItemKind::Hearing(_))) {
        let ItemKind::Hearing(hearing) = &item.agenda.kind else { continue };
        match hearing.notified {
            Some(notified) => {
                due = Some(hearing_report_due(notified));
                says.push(format!("Held and reported on by {}.", shown(hearing_report_due(notified))));
            }
            None => missing.push(format!("“{}” does not say when it was notified.", item.agenda.title)),
        }
        if hearing.candidates.is_empty() {
            missing.push(format!("“{}” names no candidate.", item.agenda.title));
        }
        votes(desk, item, &mut says, &mut missing);
    }
    missing.extend(desk.found(&["hearing-report-late"]));
    answer(says, missing, "No confirmation hearing is before this meeting.").by(due)
}

/// How many votes a veto needs, where one may be had.
fn votes(desk: &Desk<'_>, item: &Item, says: &mut Vec<String>, missing: &mut Vec<String>) {
    if !item.agenda.kind.may_veto() {
        return;
    }
    match desk.state.veto(&item.agenda.id) {
        Some(needed) => says.push(format!("A veto needs {} votes of {} members.", needed.votes, needed.members)),
        None => missing.push(format!("The body's rules have no [[rules.majority]] called “{VETO}”.")),
    }
}

fn answer(says: Vec<String>, missing: Vec<String>, nothing: &str) -> Answer {
    if says.is_empty() && missing.is_empty() {
        return Answer::does_not_apply(nothing);
    }
    let is_missing = !missing.is_empty();
    let mut answer = if is_missing { Answer::missing("") } else { Answer::done("") };
    answer.says = missing.into_iter().chain(says).collect();
    answer
}
