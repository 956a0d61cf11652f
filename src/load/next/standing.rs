//! The items that stand on every agenda, and what they hold this time.

use chrono::NaiveDate;

use crate::load::kind;
use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::body::Body;
use crate::meeting::id::PartyId;
use crate::meeting::state::Item;
use crate::minutes::document::title;
use crate::text::fold;

use super::earlier::Earlier;
use super::plan::Chosen;
use super::{Before, Line, said};

/// The standing items before the business and after it.
pub(super) fn lines(before: &Before<'_>, chosen: &Chosen) -> (Vec<Line>, Vec<Line>) {
    let Some(rule) = &before.body.body.rules.standing_items else { return recurring(before) };
    let line = |title: &String| {
        let mut item = AgendaItem::titled(title, kind_of(title));
        like(before, &mut item);
        Line::new("A standing item of the body's file.", item)
    };
    let of = |lists: [&Vec<String>; 2]| lists.into_iter().flatten().map(line).collect();
    let none = Vec::new();
    let annual = |titles| if chosen.annual { titles } else { &none };
    (of([annual(&rule.annual_before), &rule.before]), of([annual(&rule.annual_after), &rule.after]))
}

/// Where the body's file does not say: the items of the last agenda that every agenda has.
fn recurring(before: &Before<'_>) -> (Vec<Line>, Vec<Line>) {
    let state = before.state;
    let day = said(state.agenda().date);
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let mut business = false;
    for item in state.top().iter().filter_map(|id| state.item(id)) {
        if recurs(&item.agenda.kind) {
            let mut copy = AgendaItem::titled(&title(state, before.style, item), bare(&item.agenda.kind));
            like(before, &mut copy);
            let remark = format!("As on the agenda of {day}.");
            if business { &mut last } else { &mut first }.push(Line::new(remark, copy));
        } else {
            business |= !matches!(item.agenda.kind, ItemKind::Election { .. });
        }
    }
    (first, last)
}

/// Whether every agenda has an item of this kind.
pub(super) const fn recurs(kind: &ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Apologies
            | ItemKind::Substitutes
            | ItemKind::Declarations
            | ItemKind::Minutes { .. }
            | ItemKind::Review { .. }
            | ItemKind::Questions
            | ItemKind::Plan
    )
}

/// The kind of an item of this title, as its file would be read.
pub(super) fn kind_of(title: &str) -> ItemKind {
    kind::named(kind::guess(title, false), title).unwrap_or_default()
}

/// A kind without what was up under it last time.
fn bare(kind: &ItemKind) -> ItemKind {
    match kind {
        ItemKind::Minutes { .. } => ItemKind::Minutes { sets: Vec::new() },
        ItemKind::Review { .. } => ItemKind::Review { topics: Vec::new() },
        kind => kind.clone(),
    }
}

/// Takes over how the same item was set up last time.
fn like(before: &Before<'_>, item: &mut AgendaItem) {
    let wanted = fold(&item.title);
    let same = |other: &&Item| fold(&other.agenda.title) == wanted;
    let of_kind = |other: &&Item| {
        recurs(&item.kind) && std::mem::discriminant(&other.agenda.kind) == std::mem::discriminant(&item.kind)
    };
    let items = || before.state.items();
    let Some(last) = items().find(same).or_else(|| items().find(of_kind)) else { return };
    (item.internal, item.offer) = (last.agenda.internal, last.agenda.offer.clone());
    item.paper.answers = last.agenda.paper.answers.clone().filter(|id| knows_party(&before.body.body, id));
}

/// Whether the body's file has a party.
pub(super) fn knows_party(body: &Body, id: &PartyId) -> bool {
    body.parties.iter().any(|party| party.id == *id)
}

/// Puts the minutes to be agreed and the actions to be reviewed into their items, and adds those items where the agenda
/// has none.
pub(super) fn fill(before: &Before<'_>, lines: &mut Vec<Line>) {
    let Earlier { minutes: sets, actions: topics, .. } = before.earlier.clone();
    let minutes = position(lines, |kind| matches!(kind, ItemKind::Minutes { .. })).unwrap_or_else(|| {
        let place = opening(lines);
        let item = AgendaItem::titled("Minutes", ItemKind::Minutes { sets: Vec::new() });
        lines.insert(place, Line::new("Added, since no item was found for the minutes of the last meeting.", item));
        place
    });
    if let Some(line) = lines.get_mut(minutes) {
        line.item.title = titled(&line.item.title, &sets);
        line.item.kind = ItemKind::Minutes { sets };
    }
    if topics.is_empty() {
        return;
    }
    let review = position(lines, |kind| matches!(kind, ItemKind::Review { .. })).unwrap_or_else(|| {
        let item =
            AgendaItem::titled("Review of Actions from the Previous Meeting", ItemKind::Review { topics: Vec::new() });
        lines.insert(minutes + 1, Line::new("Added, since no item was found for the actions that are open.", item));
        minutes + 1
    });
    if let Some(line) = lines.get_mut(review) {
        line.remark
            .push_str(" Its topics are the actions that are not finished: what becomes of them is recorded here.");
        line.item.kind = ItemKind::Review { topics };
    }
}

fn position(lines: &[Line], is: impl Fn(&ItemKind) -> bool) -> Option<usize> {
    lines.iter().position(|line| is(&line.item.kind))
}

/// Where the opening items end.
fn opening(lines: &[Line]) -> usize {
    let opens = |line: &Line| {
        matches!(
            line.item.kind,
            ItemKind::Election { .. } | ItemKind::Apologies | ItemKind::Substitutes | ItemKind::Declarations
        )
    };
    lines.iter().position(|line| !opens(line)).unwrap_or(lines.len())
}

/// The title with the dates of these meetings in the place of those that it names; any other is left as it is.
fn titled(title: &str, sets: &[NaiveDate]) -> String {
    let days: Vec<String> = sets.iter().map(|set| said(*set)).collect();
    let days = match days.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => return title.to_owned(),
    };
    let lead = match title.find(|letter: char| letter.is_ascii_digit()) {
        Some(digit) => title.get(..digit).unwrap_or(title),
        None if title.trim().eq_ignore_ascii_case("minutes") => "Minutes of the Meeting held on ",
        None => return title.to_owned(),
    };
    let lead = match sets.len() {
        1 => lead.replace("Meetings ", "Meeting "),
        _ if lead.contains("Meetings ") => lead.to_owned(),
        _ => lead.replace("Meeting ", "Meetings "),
    };
    format!("{} {days}", lead.trim_end())
}
