//! The numbers that people see. They are computed when minutes are built and never stored.

use chrono::Datelike;

use crate::meeting::fact::{Content, Point, Section, class};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::sequence::Sequence;
use crate::meeting::state::{Item, NUMBERED, State};
use crate::minutes::phrase::{Fill, Phrase, Value};
use crate::minutes::style::{Marker, Style};

/// The number of an item as minutes print it, without its full stop: "9", "9.1", "5a" for one added after item 5.
pub fn item_number(state: &State, item: &Item) -> String {
    let Some(first) = state.agenda().first_minute else { return agenda_number(state, item) };
    let index = state.neighbours(item).position(&item.agenda.id).unwrap_or(0);
    match item.parent.as_ref().and_then(|parent| state.item(parent)) {
        Some(parent) => sub_number(state, &item_number(state, parent), index),
        None => usize::try_from(first).unwrap_or(1).saturating_add(index).to_string(),
    }
}

/// The number of a minute as the house prints it: "48", "PL48", "48/26".
pub fn minute_number(state: &State, style: &Style, item: &Item) -> String {
    let agenda = state.agenda();
    let municipal = agenda.municipal_year.as_deref().unwrap_or("");
    let begins = municipal.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or("");
    let short = |year: &str| year.get(year.len().saturating_sub(2)..).unwrap_or("").to_owned();
    let year = agenda.date.year().to_string();
    let values = [
        ("number", Value::from(item_number(state, item))),
        ("yy", Value::from(short(&year))),
        ("year", Value::from(year)),
        ("month", Value::from(format!("{:02}", agenda.date.month()))),
        ("municipal", Value::text(Some(municipal))),
        ("municipal_year", Value::text(Some(begins))),
        ("municipal_yy", Value::from(short(begins))),
    ];
    Fill::new(state, style).text(Phrase::MinuteNumber, &values)
}

/// The number of an item on its agenda, which differs from the one in the minutes where those are numbered on from
/// earlier ones.
pub fn agenda_number(state: &State, item: &Item) -> String {
    if let Some(number) = &item.agenda.number {
        return number.clone();
    }
    let siblings = state.neighbours(item);
    let index = siblings.position(&item.agenda.id).unwrap_or(0);
    let Some(parent) = item.parent.as_ref().and_then(|parent| state.item(parent)) else {
        return computed(state, siblings, index);
    };
    // Behind numbers that the agenda prints in another way than the body's, their way goes on.
    let whole = sub_number(state, &agenda_number(state, parent), index);
    let printed = |at: usize| state.item(siblings.get(at)?)?.agenda.number.clone();
    let taken =
        (index.saturating_sub(NEAR)..siblings.len().min(index + NEAR)).any(|at| printed(at).as_ref() == Some(&whole));
    if taken { computed(state, siblings, index) } else { whole }
}

/// How the first number below an item reads without the item's own, for the samples "7.1", "7a" and "7(i)".
pub fn sub_marker(sample: &str) -> Option<Marker> {
    let own = sample.trim().trim_start_matches(|letter: char| letter.is_ascii_digit());
    (own.len() < sample.trim().len()).then(|| Marker::like(own)).flatten().filter(Marker::counts)
}

/// The number of the member at `index` below the item numbered `parent`: "7.1" where the body's rules say nothing.
pub(super) fn sub_number(state: &State, parent: &str, index: usize) -> String {
    let marker = state.body().rules.sub_items.as_deref().and_then(sub_marker);
    marker.map_or_else(|| format!("{parent}.{}", index + 1), |marker| format!("{parent}{}", marker.show(index)))
}

/// The number of a meeting's last minute, where its minutes have numbers of their own and not those of the agenda.
pub fn last_minute(state: &State) -> Option<u32> {
    state.agenda().first_minute?;
    let top = state.items().filter(|item| item.parent.is_none());
    top.filter_map(|item| item_number(state, item).parse().ok()).max()
}

/// The slots of a phrase that names an item: its number on the agenda, which those in the room have before them, and
/// that of its minute.
pub(super) fn numbers<'a>(state: &State, style: &Style, item: &Item) -> [(&'static str, Value<'a>); 2] {
    let agenda = agenda_number(state, item).trim_end_matches('.').to_owned();
    [("number", Value::from(agenda)), ("minute", Value::from(minute_number(state, style, item)))]
}

/// Both numbers of an item where they differ, for whoever has the agenda in hand and the minutes on the screen:
/// `3 (min 27)`.
pub fn both_numbers(state: &State, item: &Item) -> String {
    let (agenda, minute) = (agenda_number(state, item), item_number(state, item));
    let agenda = agenda.trim_end_matches('.');
    if agenda == minute.trim_end_matches('.') { agenda.to_owned() } else { format!("{agenda} (min {minute})") }
}

/// How far back a printed number is looked for. Beyond it nothing is numbered, or all is numbered in turn.
const NEAR: usize = 64;

/// A number for the member at `index`, which has none, made from the nearest printed number before it.
fn computed(state: &State, siblings: &Sequence<ItemId>, index: usize) -> String {
    let number = |at: usize| state.item(siblings.get(at)?)?.agenda.number.clone();
    let near = index.saturating_sub(NEAR);
    let any = siblings.rank(index, NUMBERED) > siblings.rank(near, NUMBERED);
    let before = (near..index).rev().filter(|_| any).find_map(|at| Some((number(at)?, index - at)));
    match before {
        Some((before, steps)) => after(&before, steps, number(index + 1).is_some()),
        None => (index + 1).to_string(),
    }
}

/// The number of the item that stands `steps` after the one printed as `before`.
fn after(before: &str, steps: usize, numbers_follow: bool) -> String {
    match before.parse::<usize>() {
        Ok(number) if !numbers_follow => (number + steps).to_string(),
        _ => {
            let letter = u8::try_from(steps - 1).ok().filter(|step| *step < 26);
            letter.map_or_else(|| format!("{before}-{steps}"), |step| format!("{before}{}", char::from(b'a' + step)))
        }
    }
}

/// The class by which an item counts the points of a section, where the section is numbered.
pub(super) fn class_of(section: Section) -> Option<u8> {
    match section {
        Section::Highlights => Some(class::HIGHLIGHT),
        Section::Discussion => Some(class::DISCUSSION),
        Section::Paragraph | Section::Remark => None,
    }
}

/// The place of a point in the list that it is numbered in, from 0.
pub(super) fn place_of(style: &Style, item: &Item, index: usize, section: Section) -> Option<usize> {
    let place = item.facts.rank(index, class_of(section)?);
    let before = match section {
        Section::Discussion if style.run_on => item.facts.rank(item.facts.len(), class::HIGHLIGHT),
        _ => 0,
    };
    Some(before + place)
}

/// How people refer to a fact: "9(3)" for a point of the discussion, however the house numbers points, "9" for anything
/// else.
pub fn reference(state: &State, style: &Style, fact: FactId) -> Option<String> {
    let point = |item: &Item, index| place_of(style, item, index, Section::Discussion).unwrap_or(index) + 1;
    place(state, style, fact, |item, index| Value::Number(point(item, index)))
}

/// How tables refer to a fact, by what stands on the page: "9(c)" for a point of a house that letters its points.
pub fn cited(state: &State, style: &Style, fact: FactId) -> Option<String> {
    let points = Some(&style.discussion).filter(|marker| marker.counts());
    place(state, style, fact, |item, index| {
        let place = place_of(style, item, index, Section::Discussion).unwrap_or(index);
        points.map_or(Value::Number(place + 1), |marker| Value::from(marker.bare(place)))
    })
}

fn place(state: &State, style: &Style, fact: FactId, point: impl Fn(&Item, usize) -> Value<'static>) -> Option<String> {
    let fact = state.fact(fact)?;
    let item = state.item(&fact.item)?;
    let number = minute_number(state, style, item);
    match &fact.content {
        Content::Point(Point { section: Section::Discussion, .. }) => {
            let values = [("item", Value::from(number)), ("point", point(item, item.facts.position(&fact.id)?))];
            Some(Fill::new(state, style).text(Phrase::PointReference, &values))
        }
        _ => Some(number),
    }
}
