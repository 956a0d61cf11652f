//! Items: withdrawn, merged, split, taken together, urgent, and what is known of them.

use std::collections::BTreeSet;

use crate::app::refs;
use crate::app::session::Stop;
use crate::meeting::agenda::{AgendaItem, ItemFact, Paper};
use crate::meeting::command::{Command, Course, Refusal};
use crate::meeting::event::ItemState;
use crate::meeting::fact::{Content, Passage, PassageKind};
use crate::meeting::id::ItemId;
use crate::text::fold;

use super::{Act, Area, BECAUSE, Call, Kind, Spec, may, need};

const AREA: Area = Area::Course;

pub(super) const COMMANDS: &[Spec] = &[
    Spec::always(
        AREA,
        "withdraw-item",
        &[may("ITEM", Kind::Item), BECAUSE],
        ["An item is withdrawn from the agenda.", "withdraw-item 13 because \"the figures were not ready\""],
        withdraw,
    ),
    Spec::always(
        AREA,
        "merge",
        &[need("ITEM", Kind::Item), need("OTHER", Kind::Item).after(&["into", "with"])],
        ["An item is taken as part of another.", "merge 14 into 13"],
        merge,
    ),
    Spec::always(
        AREA,
        "split-item",
        &[may("ITEM", Kind::Item), need("TITLES", Kind::Text).after(&["into"])],
        [
            "An item is parted into items below it, with “/” between their titles.",
            "split-item 13 into Costs / Expenses",
        ],
        split,
    ),
    Spec::always(
        AREA,
        "together",
        &[need("ITEMS", Kind::Items)],
        ["Items are considered together, each with a decision of its own.", "together 13 and 14"],
        together,
    ),
    Spec::always(
        AREA,
        "urgent",
        &[may("ITEM", Kind::Item), need("REASON", Kind::Text).after(&["because"])],
        [
            "Says why the chair takes an item that was not on the agenda in time (1972 Act, section 100B(4)(b)).",
            "urgent 13 because \"the deadline is before the next meeting\"",
        ],
        urgent,
    ),
    Spec::always(
        AREA,
        "item-fact",
        &[may("ITEM", Kind::Item).after(&["of"]), need("LABEL: VALUE", Kind::Text).after(&["is"])],
        [
            "Says what is known of an item, such as its reference or site; again, corrects it.",
            "item-fact of 13 is Reference: 23/0145/FUL",
        ],
        fact,
    ),
];

fn withdraw(call: &Call<'_>) -> Result<Act, Stop> {
    let state = ItemState::Withdrawn { because: call.some("REASON") };
    Ok(Act::of(Command::ItemState { item: call.item_or_room("ITEM")?, state }))
}

fn merge(call: &Call<'_>) -> Result<Act, Stop> {
    let (item, into) = (call.item("ITEM")?, call.item("OTHER")?);
    if item == into {
        return Err(Refusal::new("An item cannot be merged into itself.", "Name another item.").into());
    }
    Ok(Act::of(Command::ItemState { item, state: ItemState::Merged { into } }))
}

fn split(call: &Call<'_>) -> Result<Act, Stop> {
    let parent = call.item_or_room("ITEM")?;
    let kind = call.state().item(&parent).map(|item| item.agenda.kind.clone()).unwrap_or_default();
    let titles = call.text("TITLES").split('/').map(str::trim).filter(|title| !title.is_empty());
    let items: Vec<AgendaItem> = titles.map(|title| AgendaItem::titled(title, kind.clone())).collect();
    let known = |title: &str| {
        let below = call.state().family(&parent).into_iter().filter(|item| item.parent.as_ref() == Some(&parent));
        below.map(|item| fold(&item.agenda.title)).any(|other| other == fold(title))
    };
    let mut seen = BTreeSet::new();
    if let Some(again) = items.iter().find(|item| known(&item.title) || !seen.insert(fold(&item.title))) {
        let what = format!("“{}” is a part of the item already.", again.title);
        return Err(
            Refusal::new(what, "Name only the new parts, each once, or add one with “add-item … under”.").into()
        );
    }
    if items.len() < 2 {
        return Err(Refusal::new("An item is split into two or more.", "Put “/” between their titles.").into());
    }
    Ok(Act::all(vec![Command::Course(Course::AddBelow { items, parent })]))
}

/// Every item says which others it was considered with.
fn together(call: &Call<'_>) -> Result<Act, Stop> {
    let items = refs::items(call.state(), call.text("ITEMS"))?;
    if items.len() < 2 {
        return Err(Refusal::new("Two or more items are considered together.", "Name each of them.").into());
    }
    let passage = |item: &ItemId| {
        let others = items.iter().filter(|other| *other != item).cloned().collect();
        let content = Content::Passage(Passage { kind: PassageKind::Together, items: others, ..Passage::default() });
        Command::Record { item: item.clone(), content, started: None }
    };
    Ok(Act::all(items.iter().map(passage).collect()))
}

fn urgent(call: &Call<'_>) -> Result<Act, Stop> {
    let reason = call.some("REASON");
    with_paper(call, |paper| paper.urgency = reason)
}

fn fact(call: &Call<'_>) -> Result<Act, Stop> {
    let Some(fact) = ItemFact::read(call.text("LABEL: VALUE")) else {
        let hint = "Write what it is, a colon and its value: item-fact is Reference: 23/0145/FUL";
        return Err(Refusal::new("It is not said what that is.", hint).into());
    };
    with_paper(call, |paper| match paper.facts.iter_mut().find(|known| known.label.eq_ignore_ascii_case(&fact.label)) {
        Some(known) => known.value = fact.value,
        None => paper.facts.push(fact),
    })
}

/// Changes what is known of the item named, or else of the room's.
fn with_paper(call: &Call<'_>, change: impl FnOnce(&mut Paper)) -> Result<Act, Stop> {
    let item = call.item_or_room("ITEM")?;
    let mut paper = call.state().item(&item).map(|item| item.agenda.paper.clone()).unwrap_or_default();
    change(&mut paper);
    Ok(Act::of(Command::Course(Course::ItemPaper { item, paper: Box::new(paper) })))
}
