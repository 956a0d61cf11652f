//! The course of the meeting: sitting, items, times.

use crate::app::refs;
use crate::app::session::{Request, Stop};
use crate::meeting::agenda::{AgendaItem, ItemKind};
use crate::meeting::command::{Command, Course, Refusal, When};
use crate::meeting::event::{ItemState, Sitting};
use crate::meeting::fact::Content;
use crate::meeting::state::{Item, State};
use crate::meeting::walk::Walk;

use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, find, may, need, parse};

const AREA: Area = Area::Course;

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "call-to-order",
        aliases: &["start", "begin"],
        area: AREA,
        context: Context::NotSitting,
        args: &[may("TIME", Kind::Time)],
        help: "The meeting begins.",
        example: "call-to-order 14:00",
        run: |call| sitting(call, Sitting::Sitting),
    },
    Spec {
        name: "next",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "The room comes to the next item; before the meeting, calls it to order.",
        example: "next",
        run: next,
    },
    Spec {
        name: "go",
        aliases: &["item"],
        area: AREA,
        context: Context::Open,
        args: &[need("ITEM", Kind::Item)],
        help: "The room comes to an item, in any order.",
        example: "go 11",
        run: go,
    },
    Spec {
        name: "skip",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("ITEM", Kind::Item)],
        help: "Passes an item over, with nothing recorded.",
        example: "skip 13",
        run: skip,
    },
    Spec {
        name: "defer",
        aliases: &["postpone"],
        area: AREA,
        context: Context::Any,
        args: &[may("ITEM", Kind::Item), may("WHEN", Kind::Words).after(&["to", "until"]), BECAUSE],
        help: "Puts an item off.",
        example: "defer 13 to the next meeting because \"the report is late\"",
        run: defer,
    },
    Spec {
        name: "take-up",
        aliases: &["reopen-item"],
        area: AREA,
        context: Context::Any,
        args: &[need("ITEM", Kind::Item)],
        help: "Takes a skipped or deferred item up again.",
        example: "take-up 14",
        run: take_up,
    },
    Spec {
        name: "add-item",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[
            need("TITLE", Kind::Words),
            may("KIND", Kind::Choice(KINDS)).after(&["kind"]),
            may("ITEM", Kind::Item).after(&["after"]),
            may("PARENT", Kind::Item).after(&["under"]),
            BECAUSE,
        ],
        help: "Adds an item, after the room's or the one named, or under one; the reason is why it is urgent.",
        example: "add-item Urgent Business after 13",
        run: add_item,
    },
    Spec {
        name: "retitle",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("ITEM", Kind::Item), need("TITLE", Kind::Text).after(&["to", "as"])],
        help: "Changes an item's title.",
        example: "retitle 13 to Costs and Expenses",
        run: retitle,
    },
    Spec {
        name: "resume",
        aliases: &[],
        area: AREA,
        context: Context::NotSitting,
        args: &[may("TIME", Kind::Time)],
        help: "The meeting goes on after a pause.",
        example: "resume",
        run: |call| resumed(call, Sitting::Adjourned),
    },
    Spec {
        name: "close",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[may("TIME", Kind::Time)],
        help: "The meeting ends, now or at the time given; the screen shows the closing list first where anything is on it.",
        example: "close 16:22",
        run: |call| sitting(call, Sitting::Closed),
    },
    Spec {
        name: "reopen",
        aliases: &[],
        area: AREA,
        context: Context::NotSitting,
        args: &[may("TIME", Kind::Time)],
        help: "The meeting goes on although it was closed.",
        example: "reopen",
        run: |call| resumed(call, Sitting::Closed),
    },
    Spec {
        name: "closing-list",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Shows what is unfinished or inconsistent, before closing.",
        example: "closing-list",
        run: |_| Ok(Act::ask(Request::ClosingList)),
    },
    Spec {
        name: "at",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("TIME", Kind::Time), need("COMMAND", Kind::Line)],
        help: "Runs a command for something that happened at another time.",
        example: "at 14:20 arrive Tyler",
        run: at,
    },
];

const KINDS: &[&str] =
    &["business", "report", "questions", "plan", "declarations", "apologies", "substitutes", "complaints"];

pub(super) fn sitting(call: &Call<'_>, to: Sitting) -> Result<Act, Stop> {
    let goes_on = to == Sitting::Sitting && call.state().sitting() != Sitting::Closed;
    let at = if goes_on { call.time_just_now("TIME")? } else { call.time("TIME")? };
    Ok(Act { at, ..Act::of(Command::Sitting { to }) })
}

/// Whether a command line closes the meeting.
pub fn closes(line: &str) -> bool {
    let Ok((spec, rest)) = find(line) else { return false };
    let later = || parse(spec, rest).is_ok_and(|values| values.get("COMMAND").is_some_and(closes));
    spec.name == "close" || (spec.name == "at" && later())
}

fn resumed(call: &Call<'_>, from: Sitting) -> Result<Act, Stop> {
    if call.state().sitting() == from {
        return sitting(call, Sitting::Sitting);
    }
    let what = if from == Sitting::Closed { "The meeting is not closed." } else { "The meeting is not adjourned." };
    Err(Refusal::new(what, "There is nothing to do.").into())
}

fn next(call: &Call<'_>) -> Result<Act, Stop> {
    if call.state().sitting() == Sitting::Before {
        let notices = vec!["The meeting is called to order. The same key takes the first item.".to_owned()];
        return Ok(Act { notices, ..Act::of(Command::Sitting { to: Sitting::Sitting }) });
    }
    let Some(item) = following(call) else {
        if call.state().sitting() == Sitting::Closed {
            let what = "The meeting is closed and every item was taken.";
            return Err(Refusal::new(what, "Go to an item by its number, or use :reopen.").into());
        }
        return Ok(Act::ask(Request::ClosingList));
    };
    Ok(Act::of(Command::Go { item: item.agenda.id.clone() }))
}

/// The next item in the order of the agenda that is open and has no outcome: what was taken before its turn is over, and
/// what the room only looked in on is not.
fn following<'a>(call: &Call<'a>) -> Option<&'a Item> {
    let state = call.state();
    let first = match state.room_item() {
        Some(room) => Walk::at(state, room)?.next(),
        None => Walk::first(state),
    };
    let mut items = std::iter::successors(first, Walk::next).filter_map(|place| place.item());
    items.find(|item| item.state == ItemState::Open && !dealt_with(state, item))
}

/// Whether the room was at an item and something was settled there, or it was decided with another.
fn dealt_with(state: &State, item: &Item) -> bool {
    let settles = |content: &Content| match content {
        Content::Decision(decision) => decision.basis.is_some(),
        Content::Election(election) => election.elected.is_some(),
        Content::Minutes(_) | Content::Nil => true,
        _ => false,
    };
    // Outcomes stand near the end.
    let settled = || state.facts_of(item).rev().take(64).any(|fact| settles(&fact.content));
    state.decided_with(&item.agenda.id).next().is_some() || (!item.visits.is_empty() && settled())
}

fn go(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Go { item: call.item("ITEM")? }))
}

fn skip(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::ItemState { item: call.item_or_room("ITEM")?, state: ItemState::Skipped }))
}

fn defer(call: &Call<'_>) -> Result<Act, Stop> {
    let state = ItemState::Deferred { to: call.some("WHEN"), because: call.some("REASON") };
    Ok(Act::of(Command::ItemState { item: call.item_or_room("ITEM")?, state }))
}

fn take_up(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::ItemState { item: call.item("ITEM")?, state: ItemState::Open }))
}

fn add_item(call: &Call<'_>) -> Result<Act, Stop> {
    let kind = match call.text("KIND") {
        "report" => ItemKind::Report,
        "questions" => ItemKind::Questions,
        "plan" => ItemKind::Plan,
        "declarations" => ItemKind::Declarations,
        "apologies" => ItemKind::Apologies,
        "substitutes" => ItemKind::Substitutes,
        "complaints" => ItemKind::Complaints { year: None, received: None, outcomes: Vec::new() },
        "" | "business" => ItemKind::Business,
        other => {
            let hint = format!("It is one of {}.", KINDS.join(", "));
            return Err(Refusal::new(format!("There is no kind of item “{other}”."), hint).into());
        }
    };
    let mut item = AgendaItem::titled(call.text("TITLE"), kind);
    item.paper.urgency = call.some("REASON");
    if let Some(parent) = call.values.get("PARENT") {
        let parent = refs::item(call.state(), parent)?;
        return Ok(Act::of(Command::Course(Course::AddBelow { items: vec![item], parent })));
    }
    let after = match call.values.get("ITEM") {
        Some(text) => Some(refs::item(call.state(), text)?),
        None => call.state().room_item().cloned(),
    };
    Ok(Act::of(Command::AddItem { item: Box::new(item), after }))
}

fn retitle(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::ItemTitle { item: call.item("ITEM")?, title: call.text("TITLE").to_owned() }))
}

fn at(call: &Call<'_>) -> Result<Act, Stop> {
    let line = call.text("COMMAND");
    if find(line)?.0.name == "at" {
        return Err(Refusal::new("“at” stands twice in the line.", "Give one time.").into());
    }
    let when = When { at: call.time("TIME")?, ..call.when };
    Ok(Act { again: Some((line.to_owned(), when)), ..Act::default() })
}
