//! Whether an agenda, and what was added to it, came in time before the meeting.

use chrono::NaiveDate;

use super::agenda::{Agenda, AgendaItem};
use super::body::{Access, Rules};
use super::calendar::Notice;

/// A day as a sentence names it.
fn shown(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}

/// "1 clear day", "5 clear days".
pub fn clear_days(days: u32) -> String {
    if days == 1 { "1 clear day".to_owned() } else { format!("{days} clear days") }
}

/// How many clear days there were from a day to the meeting, where they are fewer than the body's rules ask for.
fn short(agenda: &Agenda, rules: &Rules, from: NaiveDate) -> Option<(u32, Notice)> {
    let notice = rules.notice?;
    let days = rules.diary().clear_days(from, agenda.date, notice.counted);
    (days < notice.clear_days).then_some((days, notice))
}

/// That an agenda was published too late, as a sentence; nothing where it was in time, or where the day or the rule is
/// not known.
pub fn short_of_notice(agenda: &Agenda, rules: &Rules) -> Option<String> {
    let published = agenda.published?;
    let (days, notice) = short(agenda, rules, published)?;
    Some(format!(
        "The agenda was published on {}, {} before the meeting; the rules ask for {}.",
        shown(published),
        clear_days(days),
        notice.clear_days
    ))
}

/// That an item was added too late and nothing says why it is urgent (Local Government Act 1972, section 100B(4)), as a
/// sentence. An item that was added later than the agenda was published, but long enough before the meeting, is in time.
///
/// Of a parish council there is no such reason: only what the summons specifies is its business.
pub fn added_late(agenda: &Agenda, rules: &Rules, item: &AgendaItem) -> Option<String> {
    let added = item.paper.added?;
    let summoned = rules.access == Some(Access::Act1960);
    let reason = item.paper.urgency.is_some() && !summoned;
    let late = rules.notice.is_none() || short(agenda, rules, added).is_some();
    if reason || !late || agenda.published.is_some_and(|published| added <= published) {
        return None;
    }
    let (title, day) = (&item.title, shown(added));
    Some(if summoned {
        format!("“{title}” was added on {day}, too late for the summons.")
    } else {
        format!("“{title}” was added on {day}, and nothing says why it is urgent.")
    })
}
