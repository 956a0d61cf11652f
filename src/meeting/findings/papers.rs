//! Findings on what the papers of the meeting say: of the meeting before, and of what is asked for.

use chrono::NaiveDate;

use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::fact::{Content, Decision, Fact, Verb};
use crate::meeting::notice;
use crate::meeting::state::Item;

use super::Desk;
use super::recommended::{recommended, shown};

/// The minutes of the last meeting held are those that are before the body.
pub(super) fn earlier_minutes(desk: &mut Desk<'_>, item: &Item) {
    let ItemKind::Minutes { sets } = &item.agenda.kind else { return };
    let agenda = desk.state.agenda();
    let Some(last) = agenda.last_meeting else { return };
    let elsewhere = || has_minutes_of(&agenda.items, last);
    if sets.is_empty() || sets.contains(&last) || elsewhere() {
        return;
    }
    let day = |date: &NaiveDate| date.format("%-d %B %Y").to_string();
    let days: Vec<String> = sets.iter().map(day).collect();
    let sentence = format!(
        "“{}” has the minutes of {}, but the last meeting was on {}.",
        item.agenda.title,
        days.join(", "),
        day(&last)
    );
    desk.find("earlier-minutes-date", sentence);
}

fn has_minutes_of(items: &[AgendaItem], day: NaiveDate) -> bool {
    let has = |item: &AgendaItem| match &item.kind {
        ItemKind::Minutes { sets } => sets.contains(&day),
        _ => false,
    };
    items.iter().any(|item| has(item) || has_minutes_of(&item.items, day))
}

/// The agenda is published long enough before the meeting.
pub(super) fn notice(desk: &mut Desk<'_>) {
    let state = desk.state;
    if let Some(sentence) = notice::short_of_notice(state.agenda(), &state.body().rules) {
        desk.find("notice-too-short", sentence);
    }
}

/// Minutes are numbered on from the meeting before. Beginning anew at 1 is no slip.
pub(super) fn numbering(desk: &mut Desk<'_>) {
    let agenda = desk.state.agenda();
    let (Some(first), Some(last)) = (agenda.first_minute, agenda.last_minute) else { return };
    if first != 1 && first != last.saturating_add(1) {
        desk.find("first-minute-number", format!("The first minute is {first}, but the last one was {last}."));
    }
}

/// What was decided is what the paper asks for. A body that amended the words, or put the matter off, sent it on or
/// refused it, meant to do something else.
pub(super) fn as_recommended(desk: &mut Desk<'_>, item: &Item, facts: &[&Fact]) {
    let wanted = item.agenda.paper.recommendation.as_deref().map(recommended).unwrap_or_default();
    if wanted.is_empty() {
        return;
    }
    let put = facts.iter().filter_map(|fact| match &fact.content {
        Content::Decision(decision) if decision.basis.is_some() => Some(decision),
        _ => None,
    });
    let put: Vec<&Decision> = put.collect();
    let meant = |decision: &&Decision| {
        let elsewhere = decision.verb.is_veto()
            || matches!(decision.verb, Verb::Agree | Verb::Defer | Verb::Refer | Verb::Refuse | Verb::NoDecision);
        elsewhere || decision.versions.len() > 1 || wanted.contains(&decision.verb)
    };
    let Some(decision) = put.first().filter(|_| !put.iter().any(meant)) else { return };
    let asked: Vec<&str> = wanted.iter().map(|verb| shown(*verb)).collect();
    let sentence = format!(
        "“{}” asks the {} to {}, but what was decided is to {}.",
        item.agenda.title,
        desk.state.body().short,
        asked.join(" or "),
        shown(decision.verb)
    );
    desk.find("verb-not-recommended", sentence);
}
