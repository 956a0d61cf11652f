//! The items that every agenda has, where the pack has lost its front page: as the last minutes and the plan have them.

use super::found::{Finding, Found, Sure};
use super::gather::{Before, Pack, missing};
use super::item::Item;
use super::review::is_empty;
use crate::load::kind;
use crate::text::fold;

/// What every agenda begins with, in the usual order.
const OPENING: [&str; 5] = ["apologies", "declarations", "minutes", "review", "questions"];

const MINUTED: &str = "As in the last minutes or the plan; check it.";
const PROMISED: &str = "GAP: the text names no such item. It stands here so that nothing promised is lost; take it away if it is not on the agenda.";

/// Puts the items before the first report there. Where they would be more than the numbers have room for, nothing is known.
pub(super) fn add(pack: &mut Pack) {
    if pack.has_agenda {
        return;
    }
    let (Some(before), Some(room)) = (&pack.before, room(pack)) else { return };
    let line = before.date.as_ref().map_or(0, |date| date.line);
    let standing = opening(pack, before);
    if standing.is_empty() || standing.len() > room {
        return;
    }
    let numbered = standing.len() == room;
    let mut items: Vec<Item> = Vec::new();
    for (place, (_, title)) in (1..).zip(&standing) {
        let number = numbered.then(|| format!("{place}"));
        items.push(made(number, title.clone(), line, MINUTED));
    }
    let has = |wanted: &str| standing.iter().position(|(kind, _)| *kind == wanted);
    if has("review").is_none() && !is_empty(before) {
        let place = has("minutes").map_or(items.len(), |minutes| minutes + 1);
        let number = numbered.then(|| format!("{place}a"));
        items.insert(place, made(number, "Review of Actions from the Previous Meeting".to_owned(), line, PROMISED));
    }
    items.append(&mut pack.items);
    pack.items = items;
    said(pack, room);
}

fn made(number: Option<String>, title: String, line: usize, remark: &'static str) -> Item {
    Item { remark: Some(remark), ..Item::new(number, Found::new(title, line, Sure::Likely)) }
}

/// How many items came before the first one that is there.
fn room(pack: &Pack) -> Option<usize> {
    let first = pack.items.first()?.number.as_deref()?.parse::<usize>().ok()?;
    first.checked_sub(1).filter(|room| *room > 0)
}

/// The items by kind and title, those of the plan by the titles that they have there.
fn opening(pack: &Pack, before: &Before) -> Vec<(&'static str, String)> {
    let of = |titles: &[String], wanted: &str| titles.iter().find(|title| kind::guess(title, false) == wanted).cloned();
    let planned = pack.planned.as_ref().map(|row| row.items.as_slice()).unwrap_or_default();
    let there = |wanted: &str| pack.items.iter().any(|item| kind::guess(&item.title.value, false) == wanted);
    let held = before.date.as_ref().map(|date| date.value.format("%-d %B %Y"));
    let title = |kind: &str| match (kind, &held) {
        ("minutes", Some(held)) => Some(format!("Minutes of the Meeting held on {held}")),
        _ => of(planned, kind).or_else(|| of(&before.titles, kind)),
    };
    // What was minuted in another order stands in that.
    let minuted = |kind: &str| before.titles.iter().position(|title| kind::guess(title, false) == kind);
    let mut kinds: Vec<&'static str> = OPENING.into_iter().filter(|kind| !there(kind)).collect();
    if kinds.iter().all(|kind| minuted(kind).is_some()) {
        kinds.sort_by_key(|kind| minuted(kind));
    }
    kinds.into_iter().filter_map(|kind| Some((kind, title(kind)?))).collect()
}

/// What is missing is said in other words where something stands for it.
fn said(pack: &mut Pack, room: usize) {
    let after = u32::try_from(room).unwrap_or(u32::MAX).saturating_add(1);
    let gap = missing(0, after);
    pack.skipped.retain(|(before, ..)| *before != 0);
    for finding in &mut pack.gaps {
        if let Finding::Gap { what, .. } = finding
            && fold(what) == fold(&gap)
        {
            *what = format!("{gap}: what every agenda has stands there as in the last minutes or the plan; check it");
        }
    }
}
