//! What earlier meetings left to be done, as a review item lists it.

use chrono::NaiveDateTime;

use crate::meeting::agenda::{Origin, Pledge, Report, Topic};
use crate::meeting::fact::Standing;
use crate::meeting::id::FactId;

use super::checker::{Checker, LINE};
use super::table::{Text, TopicTable, TopicValue, UpdateTable};
use super::value::LineOr;
use super::when;

const PLEDGES: [(&str, Pledge); 2] = [("undertaking", Pledge::Undertaking), ("recommendation", Pledge::Recommendation)];

/// Reads the topics of a review.
pub(super) fn topics(values: &[TopicValue], checker: &mut Checker<'_>) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::new();
    for value in values {
        let topic = match value.get_ref() {
            LineOr::Line(title) => Topic::titled(checker.clean(title, &value.span(), "topic", LINE)),
            LineOr::Table(table) => topic(table, checker),
        };
        if topic.title.is_empty() {
            checker.error(&value.span(), "this topic has no title", "Write it, or take it away");
        } else if topics.iter().any(|other| other.title == topic.title) {
            let hint = "Word one of them otherwise; until then the second is left out";
            checker.warn(&value.span(), format!("there are two topics '{}'", topic.title), hint);
        } else {
            if topics.iter().any(|other| are_parts(other, &topic)) {
                let hint = "From here on each is followed by itself, by its text: leave both texts as they are";
                checker.warn(&value.span(), format!("'{}' and a topic before it were one action", topic.title), hint);
            }
            topics.push(topic);
        }
    }
    topics
}

/// Whether one action stands on the agenda in two parts.
fn are_parts(one: &Topic, other: &Topic) -> bool {
    let (Some(one), Some(other)) = (&one.origin, &other.origin) else { return false };
    one.fact.is_some() && one.fact == other.fact && one.is_at(other)
}

/// What is up for review was left by meetings before this one.
pub(super) fn check_dates(values: &[TopicValue], meeting: NaiveDateTime, checker: &mut Checker<'_>) {
    let tables = values.iter().filter_map(|value| match value.get_ref() {
        LineOr::Line(_) => None,
        LineOr::Table(table) => Some(table),
    });
    let days = tables.flat_map(|table| {
        let earlier = table.time.as_ref().and_then(|time| when::time(time.get_ref()).ok().flatten());
        // A body may meet twice on a day, and the second meeting reviews what the first one left.
        let first = earlier.filter(|earlier| *earlier < meeting.time()).and_then(|_| meeting.date().succ_opt());
        let first = first.unwrap_or_else(|| meeting.date());
        let days = table.meeting.iter().chain(table.updates.iter().map(|it| &it.get_ref().meeting));
        days.map(move |day| (first, day))
    });
    for (first, day) in days {
        // What is no date at all was said when it was read.
        if matches!(when::date(day.get_ref()), Ok(Some(date)) if date >= first) {
            let hint = "Correct the date, or the date of this meeting";
            checker.error(&day.span(), "the meeting that this action is from is not before this one", hint);
        }
    }
}

fn topic(table: &TopicTable, checker: &mut Checker<'_>) -> Topic {
    Topic {
        title: checker.line(&table.title, "topic"),
        owner: checker.maybe(table.owner.as_ref(), "owner"),
        due: checker.maybe(table.due.as_ref(), "day by which it is due"),
        standing: standing(table.state.as_ref(), checker).unwrap_or_default(),
        origin: origin(table, checker),
        reports: table.updates.iter().filter_map(|update| report(update.get_ref(), checker)).collect(),
    }
}

/// The action that a topic is; without the day of its meeting there is none.
fn origin(table: &TopicTable, checker: &mut Checker<'_>) -> Option<Origin> {
    let Some(day) = &table.meeting else {
        let rest = [&table.time, &table.fact, &table.kind, &table.minute, &table.item, &table.text];
        if let Some(lost) = rest.into_iter().flatten().next() {
            let hint = "Add meeting = 2023-07-19 with the day of the meeting in which the action was recorded";
            checker.error(&lost.span(), "it is not said which meeting this action is of", hint);
        }
        return None;
    };
    let origin = Origin {
        meeting: checker.date(day).ok().flatten()?,
        time: table.time.as_ref().and_then(|time| checker.time(time).ok().flatten()),
        fact: table.fact.as_ref().and_then(|fact| fact_id(fact, checker)),
        pledge: table
            .kind
            .as_ref()
            .and_then(|kind| checker.choice(kind, "kind of action", &PLEDGES))
            .unwrap_or_default(),
        minute: checker.maybe(table.minute.as_ref(), "minute"),
        item: checker.maybe(table.item.as_ref(), "item"),
        text: table.text.as_ref().map_or_else(|| table.title.get_ref().clone(), |text| checker.passage(text, "text")),
    };
    Some(origin)
}

fn fact_id(fact: &Text, checker: &mut Checker<'_>) -> Option<FactId> {
    let id = fact.get_ref().parse().ok();
    if id.is_none() {
        let hint = "Leave it as the program wrote it, \"41.0\", or take the line away";
        checker.error(&fact.span(), format!("'{}' is no place in a record", fact.get_ref()), hint);
    }
    id
}

fn report(table: &UpdateTable, checker: &mut Checker<'_>) -> Option<Report> {
    Some(Report {
        text: checker.passage(&table.text, "update"),
        standing: standing(table.state.as_ref(), checker),
        meeting: checker.date(&table.meeting).ok().flatten()?,
    })
}

fn standing(word: Option<&Text>, checker: &mut Checker<'_>) -> Option<Standing> {
    checker.choice(word?, "state of an action", &Standing::NAMED)
}

#[cfg(test)]
mod tests;
