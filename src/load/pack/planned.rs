//! The plan within a pack: what it has for later meetings and for this one.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::found::{Finding, Found, Sure};
use super::gather::{Pack, by_their_numbers};
use super::item::{Item, pages_alone};
use super::lines::Line;
use super::parts::Part;
use super::plan::{Row, is_telling, plan};
use crate::load::kind;
use crate::text::fold;

/// The most titles by which items of a plan are told apart, and the most meetings of it.
const MOST_TITLES: usize = 300;
const MOST_MEETINGS: usize = 100;

/// Reads the plan, or the one in the minutes where there is no other.
pub(super) fn read_plan(pack: &mut Pack, lines: &[Line], parts: &[(Part, Range<usize>)], titles: &[String]) {
    let day = pack.head.date.as_ref().map(|found| found.value);
    let within = |range: &Range<usize>| lines.get(range.clone()).unwrap_or_default();
    let mut known: Vec<String> = pack.items.iter().map(|item| fold(&item.title.value)).collect();
    known.extend(["public questions", "if needed (veto)"].map(str::to_owned));
    known.extend(titles.iter().take(MOST_TITLES).cloned());
    let in_minutes: Vec<Row> = parts
        .iter()
        .filter(|(part, _)| *part == Part::Minutes)
        .filter_map(|(_, range)| {
            let lines = within(range);
            let at = lines.windows(2).position(
                |pair| matches!(pair, [one, two] if one.folded.starts_with("date") && two.folded.starts_with("item")),
            )?;
            lines.get(at + 2..).map(|rest| plan(rest, &known, day))
        })
        .flatten()
        .collect();
    known.extend(
        in_minutes
            .iter()
            .flat_map(|row| row.items.iter())
            .filter(|item| is_telling(item))
            .map(|item| fold(item))
            .take(MOST_TITLES),
    );
    let own: Vec<Row> = parts
        .iter()
        .filter(|(part, _)| *part == Part::Plan)
        .flat_map(|(_, range)| plan(within(range), &known, day))
        .collect();
    let (rows, from_minutes) = if own.is_empty() { (in_minutes, true) } else { (own, false) };
    let body = pack.head.body.as_ref().map(|found| fold(&found.value));
    let mut dates: Vec<NaiveDate> = Vec::new();
    for mut row in rows {
        row.sure = if from_minutes { Sure::Unsure } else { row.sure };
        // The head of a page between two parts of a table is no item.
        let lone = |item: &String| item.split_whitespace().all(|word| word.chars().count() == 1);
        row.items.retain(|item| pages_alone(item).is_none() && !lone(item) && Some(fold(item)) != body);
        if Some(row.date) == day {
            fill_from_plan(pack, &row);
            pack.planned = pack.planned.take().or(Some(row));
        } else if day.is_none_or(|day| row.date > day) && !dates.contains(&row.date) && dates.len() < MOST_MEETINGS {
            dates.push(row.date);
            pack.plan.push(row);
        }
    }
    pack.plan.sort_by_key(|row| row.date);
    if from_minutes && !pack.plan.is_empty() {
        pack.gaps.push(Finding::gap("the plan was taken from the minutes in the pack, because there is no plan of its own; it may have changed since"));
    }
    plan_item(pack, lines, parts);
}

/// Where there is no agenda, the plan may say when and where this meeting is.
fn fill_from_plan(pack: &mut Pack, row: &Row) {
    let time: Option<NaiveTime> = row.time;
    if let (None, Some(time)) = (&pack.head.time, time) {
        pack.head.time = Some(Found::new(time, row.line, Sure::Likely));
    }
    if pack.head.venue.is_none() && !row.venue.is_empty() {
        pack.head.venue = Some(Found::new(row.venue.join(", "), row.line, Sure::Likely));
    }
}

/// The plan itself is an item where its paper has the number of one and there is no agenda.
fn plan_item(pack: &mut Pack, lines: &[Line], parts: &[(Part, Range<usize>)]) {
    if pack.has_agenda || pack.items.is_empty() {
        return;
    }
    let plans = parts.iter().filter(|(part, _)| *part == Part::Plan).map(|(_, range)| range.start);
    let mut above = plans.flat_map(|start| lines.get(start.saturating_sub(4)..start).unwrap_or_default());
    let Some((number, line)) = above.find_map(|line| Some((super::parts::item_number(&line.text)?, line.number)))
    else {
        return;
    };
    let planned =
        pack.planned.as_ref().and_then(|row| row.items.iter().find(|item| kind::guess(item, false) == "plan")).cloned();
    let Some(title) = planned.filter(|_| !pack.items.iter().any(|item| item.number.as_ref() == Some(&number))) else {
        return;
    };
    pack.items.push(Item::new(Some(number), Found::new(title, line, Sure::Likely)));
    pack.skipped.clear();
    pack.gaps.retain(|gap| !matches!(gap, Finding::Gap { what, .. } if what.contains(" not in the text")));
    by_their_numbers(pack);
}
