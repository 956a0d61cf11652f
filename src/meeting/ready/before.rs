//! Checks against the meeting before, and against the plan.

use crate::meeting::agenda::{AgendaItem, ItemKind, PlanEntry, Topic};
use crate::meeting::plan::{Difference, absent, contradictions, differences, lost, remarks, same_title};

use super::{Answer, Desk, PutOff, shown};

const NO_RECORD: &str = "No record of an earlier meeting lies beside the agenda.";

pub(super) fn promised(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let day = agenda.date;
    let of_plan = desk.plan.and_then(|plan| plan.on(day)).map(crate::meeting::plan::Planned::entry);
    let of_last = desk.just_before().and_then(|last| last.plan().iter().find(|entry| entry.date == Some(day)).cloned());
    if of_plan.is_none() && of_last.is_none() {
        return Answer::does_not_apply("Nothing says what was planned for this day.");
    }
    let mut titles: Vec<String> = Vec::new();
    for title in of_plan.into_iter().chain(of_last).flat_map(|entry| entry.items) {
        if !titles.iter().any(|known| same_title(known, &title)) {
            titles.push(title);
        }
    }
    let gone = absent(&titles, day, &agenda.items, desk.plan);
    let say = |title: String| {
        format!(
            "“{title}” was planned for this meeting and is not on the agenda: add it, or note in the plan what became of it."
        )
    };
    Answer::of(gone.into_iter().map(say).collect(), "Everything that was planned is on the agenda.")
        .by(desk.publish_by())
}

pub(super) fn deferred(desk: &Desk<'_>) -> Answer {
    if desk.last.is_none() {
        return Answer::does_not_apply(NO_RECORD);
    }
    if desk.put_off.is_empty() {
        return Answer::does_not_apply("Nothing that was put off or not reached is waiting.");
    }
    let day = desk.agenda().date;
    let of_body = desk.plan.map(|plan| plan.after(day)).unwrap_or_default();
    let own = desk.agenda().plan.iter().filter(|entry| entry.date.is_none_or(|date| date > day));
    let later: Vec<&PlanEntry> = of_body.iter().chain(own).collect();
    let planned = |title: &str| {
        let waiting = desk.plan.into_iter().flat_map(|plan| &plan.topics).map(|topic| &topic.title);
        later.iter().flat_map(|entry| &entry.items).chain(waiting).any(|item| same_title(item, title))
    };
    let gone = desk.put_off.iter().filter(|left| !has(&desk.agenda().items, &left.title) && !planned(&left.title));
    let say = |left: &PutOff| {
        format!(
            "“{}” was left undone by the meeting of {}, and is neither on the agenda nor in the plan.",
            left.title,
            shown(left.meeting)
        )
    };
    Answer::of(gone.map(say).collect(), "Everything that was left undone is on the agenda or in the plan.")
}

fn has(items: &[AgendaItem], title: &str) -> bool {
    items.iter().any(|item| same_title(&item.title, title) || has(&item.items, title))
}

pub(super) fn actions(desk: &Desk<'_>) -> Answer {
    if desk.last.is_none() {
        return Answer::does_not_apply(NO_RECORD);
    }
    let open: Vec<&Topic> = desk.left.iter().filter(|topic| !topic.standing.is_finished()).collect();
    if open.is_empty() {
        return Answer::does_not_apply("The earlier meetings left no open action.");
    }
    let reviews = desk.items(|kind| matches!(kind, ItemKind::Review { .. }));
    let topics: Vec<&Topic> = reviews
        .flat_map(|item| match &item.agenda.kind {
            ItemKind::Review { topics } => topics.as_slice(),
            _ => &[],
        })
        .collect();
    let gone = open.into_iter().filter(|action| !topics.iter().any(|topic| is_same(topic, action)));
    let say = |action: &Topic| {
        let from = action.origin.as_ref().map(|origin| format!(" (from {})", shown(origin.meeting)));
        format!("“{}” is open and not up for review{}.", action.title, from.unwrap_or_default())
    };
    let missing = gone.map(say).collect();
    Answer::of(missing, "Every open action is up for review.").by(desk.publish_by())
}

/// Whether a topic is the action: where its file does not say, by its words.
fn is_same(topic: &Topic, action: &Topic) -> bool {
    match (&topic.origin, &action.origin) {
        (Some(one), Some(other)) => one.is_same(other),
        _ => same_title(&topic.title, &action.title),
    }
}

pub(super) fn minutes(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let stated = agenda.last_meeting;
    let held = desk.last.map(|last| last.agenda().date);
    let Some(last) = held.or(stated) else {
        return Answer::missing("Nothing says when the last meeting was: add last-meeting = DATE under [meeting].");
    };
    let mut missing = Vec::new();
    if let (Some(held), Some(stated)) = (held, stated)
        && held != stated
    {
        let (held, stated) = (shown(held), shown(stated));
        missing.push(format!("The agenda says that the last meeting was on {stated}; the last record is of {held}."));
    }
    let sets: Vec<_> = desk
        .items(|kind| matches!(kind, ItemKind::Minutes { .. }))
        .flat_map(|item| match &item.agenda.kind {
            ItemKind::Minutes { sets } => sets.clone(),
            _ => Vec::new(),
        })
        .collect();
    // Where a meeting in between has no record here, that one may have agreed them.
    let whole = desk.just_before().is_some();
    for earlier in desk.unsettled.iter().filter(|day| whole && **day != last && !sets.contains(day)) {
        missing.push(format!(
            "No record says that the minutes of {} were agreed, and they are not on the agenda.",
            shown(*earlier)
        ));
    }
    if !sets.contains(&last) && (held != Some(last) || desk.unsettled.contains(&last)) {
        let there: Vec<String> = sets.iter().map(|set| shown(*set)).collect();
        let there = if there.is_empty() { "none".to_owned() } else { format!("those of {}", there.join(", ")) };
        missing
            .push(format!("The minutes of {}, the last meeting, are not on the agenda; it has {there}.", shown(last)));
    }
    let otherwise = if sets.contains(&last) { "are on the agenda" } else { "were agreed already" };
    Answer::of(missing, format!("The minutes of {} {otherwise}.", shown(last)))
}

pub(super) fn numbers(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let Some(first) = agenda.first_minute else {
        return Answer::does_not_apply("Minutes take the numbers of their agenda items.");
    };
    let recorded = desk.just_before().and(desk.last_minute);
    let Some(last) = recorded.or(agenda.last_minute) else {
        return Answer::does_not_apply("Nothing says which minute was the last one.");
    };
    let next = last.saturating_add(1);
    let fits = first == 1 || first == next;
    let wrong = (!fits)
        .then(|| format!("The first minute is {first}, but the last one was {last}: write first-minute = {next}."));
    Answer::of(wrong.into_iter().collect(), format!("The first minute is {first}; the last one was {last}."))
}

pub(super) fn plan(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let Some(plan) = desk.plan else { return plan_of_last(desk) };
    let own = contradictions(&agenda.plan, agenda.date, plan);
    let mut missing: Vec<String> = own.iter().map(|it| sentence(&it.clause("the agenda", "plan.toml"))).collect();
    if let Some(last) = desk.just_before() {
        let day = last.agenda().date;
        missing.extend(lost(last.plan(), day, plan).iter().map(|lost| lost.sentence(day)));
    }
    for remark in remarks(plan, desk.rules().diary()) {
        let day = plan.meetings.get(remark.index).and_then(|planned| planned.date);
        // What is over cannot be changed any more; what has no date yet is looked at when it has one.
        if day.is_some_and(|day| day > desk.agenda().date) {
            missing.push(format!("In the plan {}.", remark.what));
        }
    }
    Answer::of(missing, "The plan has everything that the last meeting planned.")
}

/// Where the body has no plan of its own, that of the agenda follows the one that the last meeting left.
fn plan_of_last(desk: &Desk<'_>) -> Answer {
    let agenda = desk.agenda();
    let (Some(last), false) = (desk.just_before(), agenda.plan.is_empty()) else {
        return Answer::does_not_apply("There is no plan.toml beside the body's file.");
    };
    let mut found = differences(last.plan(), &agenda.plan, agenda.date);
    // What was added since may be in order; what was promised is not lost.
    found.retain(|it| !matches!(it, Difference::New { item: Some(_), .. }));
    let missing = found.iter().map(|it| sentence(&it.clause("the record of the last meeting", "the agenda")));
    Answer::of(missing.collect(), "The agenda has the plan as the last meeting left it.")
}

fn sentence(clause: &str) -> String {
    format!("{}.", capitalised(clause))
}

fn capitalised(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
