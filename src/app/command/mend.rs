//! Mending: corrections, the way back, and what is let stand.

use crate::app::describe::describe;
use crate::app::session::{Answer, Question, Request, Stop};
use crate::app::{clock, refs};
use crate::meeting::command::{Command, Refusal};
use crate::meeting::event::{Entry, Event, Sitting, Turning};
use crate::meeting::fact::{Content, Version};
use crate::meeting::id::{FactId, ItemId};

use super::discussion::point_at;
use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, may, need, parts, point};

const AREA: Area = Area::Mend;

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "edit",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), may("TEXT", Kind::Text)],
        help: "Words a point, decision, update or note anew; without words, brings the old ones under the pen.",
        example: "edit 9(1) sb asked about hunting with hounds. / pcc explained.",
        run: edit,
    },
    Spec {
        name: "replace",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("/OLD/NEW/", Kind::Text)],
        help: "Replaces words in the last fact: “s/old/new/”, with “g” at the end wherever they stand.",
        example: "s/hunting/racing/",
        run: super::replace::replace,
    },
    Spec {
        name: "strike",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), BECAUSE],
        help: "Strikes a fact out; it stays in the record.",
        example: "strike 9(2) because \"recorded twice\"",
        run: strike,
    },
    Spec {
        name: "move",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[
            need("REF", Kind::Fact),
            may("BEFORE", Kind::Words).after(&["before"]),
            may("AFTER", Kind::Words).after(&["after"]),
            may("ITEM", Kind::Item).after(&["to"]),
        ],
        help: "Moves a fact before or after another one, or to another item.",
        example: "move 9(2) before 9(1)",
        run: shift,
    },
    Spec {
        name: "move-up",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact)],
        help: "Moves a fact before the one above it.",
        example: "move-up 9(2)",
        run: |call| beside_next(call, true),
    },
    Spec {
        name: "move-down",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact)],
        help: "Moves a fact after the one below it.",
        example: "move-down 9(1)",
        run: |call| beside_next(call, false),
    },
    Spec {
        name: "split",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), may("TURN", Kind::Word)],
        help: "Splits a point before its last turn, or before the turn of that number.",
        example: "split 9(1) 2",
        run: split,
    },
    Spec {
        name: "join",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact)],
        help: "Joins a point to the one before it.",
        example: "join 9(2)",
        run: join,
    },
    Spec {
        name: "correct",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("WHAT", Kind::Word), may("TIME-OR-PART", Kind::Word), may("TEXT", Kind::Text)],
        help: "Corrects a time, of “began”, “ended” or an entry such as “#41”, or a part of a fact; without TEXT, takes it away.",
        example: "correct began 14:02",
        run: correct,
    },
    Spec {
        name: "asked-by",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("NAME: COMMAND", Kind::Text)],
        help: "Records what a command records, and with it who asked for that.",
        example: "asked-by Jane Webb: correct 9(1) topic Wildlife",
        run: asked_by,
    },
    Spec {
        name: "undo",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("YES", Kind::Choice(&["yes"]))],
        help: "Takes the newest act back, and says which.",
        example: "undo",
        run: undo,
    },
    Spec {
        name: "redo",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Does again what was just taken back.",
        example: "redo",
        run: redo,
    },
    Spec {
        name: "overrule",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("NAME", Kind::Word), may("SUBJECT", Kind::Words), need("REASON", Kind::Text).after(&["because"])],
        help: "Lets a finding stand, and says why.",
        example: "overrule member-unaccounted tyler because \"he has resigned\"",
        run: super::overrule::overrule,
    },
    Spec {
        name: "adopt",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Takes changes of the body's and the agenda's files over into the record.",
        example: "adopt",
        run: |_| Ok(Act::ask(Request::Adopt)),
    },
];

fn edit(call: &Call<'_>) -> Result<Act, Stop> {
    let id = call.fact("REF")?;
    let text = call.text("TEXT").to_owned();
    if text.is_empty() {
        return Ok(Act::ask(Request::Edit(id)));
    }
    let old = call.state().content(id).ok_or_else(|| Refusal::new("That was struck out.", refs::HOW))?;
    let content = reworded(call, old, text)?;
    Ok(Act::of(Command::Correct { id, content }))
}

/// A fact with other words; everything else of it stays.
pub(super) fn reworded(call: &Call<'_>, old: &Content, text: String) -> Result<Content, Refusal> {
    let mut content = old.clone();
    match &mut content {
        Content::Point(old) => {
            let new = point::read(call.state(), &text, old.section)?;
            old.topic = new.topic.or(old.topic.take());
            old.turns = new.turns;
            old.jotting = new.jotting && old.jotted.is_none();
        }
        Content::Decision(decision) => {
            decision.versions.push(Version { words: text, at: call.when.happened() });
        }
        Content::Update(update) => update.text = text,
        Content::Action(action) => action.text = text,
        Content::Recommendation(recommendation) => recommendation.text = text,
        Content::Question(question) => question.text = text,
        Content::Note(note) => note.text = text,
        Content::Declaration(declaration) => declaration.nature = Some(text),
        Content::Mark(mark) => mark.label = Some(text),
        Content::Passage(passage) => passage.text = text,
        Content::Pause(pause) => pause.because = Some(text),
        Content::Table(grid) => *grid = super::tables::read(&text, grid.total)?,
        Content::LeadIn(_)
        | Content::Movement(_)
        | Content::Tenure(_)
        | Content::Nil
        | Content::Minutes(_)
        | Content::Motion(_)
        | Content::Election(_)
        | Content::Contest(_)
        | Content::Exclusion(_)
        | Content::Readmission => {
            return Err(Refusal::new("That is worded by the house style.", "Strike it out and record it again."));
        }
    }
    Ok(content)
}

fn strike(call: &Call<'_>) -> Result<Act, Stop> {
    let id = call.fact("REF")?;
    Ok(Act::of(Command::Strike { id, because: call.text("REASON").to_owned() }))
}

/// Moves a fact past its neighbour, struck ones aside.
fn beside_next(call: &Call<'_>, up: bool) -> Result<Act, Stop> {
    let id = call.fact("REF")?;
    let item = call.state().fact(id).map(|fact| fact.item.clone()).ok_or_else(nowhere)?;
    let facts = &call.state().item(&item).ok_or_else(nowhere)?.facts;
    let place = facts.position(&id).ok_or_else(nowhere)?;
    let live = |id: &&FactId| call.state().content(**id).is_some();
    let neighbour =
        if up { facts.range(0..place).rev().find(live) } else { facts.range(place + 1..facts.len()).find(live) };
    let index = neighbour.and_then(|other| facts.position(other));
    let last = || Refusal::new("There is nothing to move it past.", "Use “move” to take it to another item.");
    Ok(Act::of(Command::Shift { id, item, index: index.ok_or_else(last)? }))
}

fn shift(call: &Call<'_>) -> Result<Act, Stop> {
    let id = call.fact("REF")?;
    let beside = |name: &str, after: usize| -> Result<(ItemId, usize), Refusal> {
        let other = refs::fact(call.state(), call.text(name), call.session.last())?;
        let item = call.state().fact(other).map(|fact| fact.item.clone()).ok_or_else(nowhere)?;
        let facts = &call.state().item(&item).ok_or_else(nowhere)?.facts;
        let place = facts.position(&other).ok_or_else(nowhere)? + after;
        // Places are counted without the fact itself.
        let own = facts.position(&id).filter(|own| *own < place);
        Ok((item, place - usize::from(own.is_some())))
    };
    let (item, index) = if call.values.get("BEFORE").is_some() {
        beside("BEFORE", 0)?
    } else if call.values.get("AFTER").is_some() {
        beside("AFTER", 1)?
    } else if call.values.get("ITEM").is_some() {
        let item = call.item("ITEM")?;
        let facts = &call.state().item(&item).ok_or_else(nowhere)?.facts;
        let own = facts.position(&id);
        (item, facts.len() - usize::from(own.is_some()))
    } else {
        return Err(nowhere().into());
    };
    Ok(Act::of(Command::Shift { id, item, index }))
}

fn nowhere() -> Refusal {
    Refusal::new("It is not said where it goes.", "Say “before 9(1)”, “after 9(1)” or “to 11”.")
}

fn split(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, point) = point_at(call, "REF")?;
    let turn = match call.values.get("TURN") {
        None => point.turns.len().saturating_sub(1),
        Some(text) => text.parse::<usize>().unwrap_or(0).saturating_sub(1),
    };
    Ok(Act::of(Command::Split { id, turn }))
}

fn join(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Join { id: call.fact("REF")? }))
}

fn correct(call: &Call<'_>) -> Result<Act, Stop> {
    let (what, second) = (call.text("WHAT"), call.text("TIME-OR-PART"));
    let is_time = matches!(what, "began" | "ended") || clock::time(second).is_some();
    if is_time { retime(call, what) } else { correct_part(call, what, second) }
}

fn retime(call: &Call<'_>, what: &str) -> Result<Act, Stop> {
    let needed = || Refusal::new("It is not said when it happened.", "For example: correct began 14:02");
    let mut sittings = call.state().sittings().changes();
    let entry = match what {
        "began" => sittings.find(|change| change.value == Sitting::Sitting).map(|change| change.by.entry),
        "ended" => sittings.rfind(|change| change.value == Sitting::Closed).map(|change| change.by.entry),
        what => {
            let entry = refs::entry(call.session.meeting().entries(), what);
            let hint = "Say “began”, “ended”, or an entry by its number in the log, such as “#41”. To change words, use “edit”.";
            Some(entry.map(|entry| entry.n).ok_or_else(|| Refusal::new(format!("There is no “{what}”."), hint))?)
        }
    };
    let entry = entry.ok_or_else(|| Refusal::new("That has not happened yet.", "Record it with its time."))?;
    let to = call.time_of("TIME-OR-PART", Some(entry))?.ok_or_else(needed)?;
    Ok(Act::of(Command::Retime { entry, to }))
}

/// Puts a part of a fact right; where none is named, shows them all.
fn correct_part(call: &Call<'_>, what: &str, name: &str) -> Result<Act, Stop> {
    let id = refs::fact(call.state(), what, call.session.last())?;
    if name.is_empty() {
        return Ok(Act::ask(Request::Edit(id)));
    }
    let parts = parts::of(call.state(), id);
    let Some(part) = parts.iter().find(|part| part.name == name) else {
        let names: Vec<&str> = parts.iter().map(|part| part.name.as_str()).collect();
        let hint = match names.as_slice() {
            [] => "Strike it out if it is wrong.".to_owned(),
            names => format!("It has {}.", names.join(", ")),
        };
        return Err(Refusal::new(format!("That fact has no part “{name}”."), hint).into());
    };
    let (id, held) = &part.held;
    let fact = call.state().fact(*id).ok_or_else(|| Refusal::new("That was struck out.", refs::HOW))?;
    let content = parts::put(call, fact, held, call.text("TEXT"))?;
    Ok(Act::of(Command::Correct { id: *id, content }))
}

fn asked_by(call: &Call<'_>) -> Result<Act, Stop> {
    let split = call.text("NAME: COMMAND").split_once(':').map(|(name, line)| (name.trim(), line.trim()));
    let Some((name, line)) = split.filter(|(name, line)| !name.is_empty() && !line.is_empty()) else {
        let hint = "For example: asked-by Jane Webb: strike 9(2)";
        return Err(Refusal::new("It is not said who asked for what.", hint).into());
    };
    if super::find(line)?.0.name == "asked-by" {
        return Err(Refusal::new("“asked-by” stands twice in the line.", "Give all the names before one colon.").into());
    }
    Ok(Act { asked: Some(name.to_owned()), again: Some((line.to_owned(), call.when)), ..Act::default() })
}

fn undo(call: &Call<'_>) -> Result<Act, Stop> {
    let Some(entry) = call.session.meeting().undoable() else { return Ok(Act::of(Command::Undo)) };
    let what = describe(call.state(), entry);
    if call.values.get("YES").is_none() && crosses(entry) {
        let text = format!("The newest act is: {what}. Take it back?");
        return Err(Stop::Ask(Question { text, answers: vec![Answer::new("undo yes", "Take it back")] }));
    }
    Ok(Act::of(Command::Undo).notice(format!("Taken back: {what}. “redo” does it again.")))
}

/// Whether undoing an entry moves the room to another item, reopens the meeting, or opens or closes the room.
fn crosses(entry: &Entry) -> bool {
    entry.public.iter().any(|event| {
        matches!(
            event,
            Event::Turned { turning: Turning::Item { .. } | Turning::Sitting { .. } | Turning::Room { .. }, .. }
        )
    })
}

fn redo(call: &Call<'_>) -> Result<Act, Stop> {
    let what = call.session.meeting().redoable().map(|entry| describe(call.state(), entry));
    let act = Act::of(Command::Redo);
    Ok(match what {
        Some(what) => act.notice(format!("Done again: {what}.")),
        None => act,
    })
}
