//! Meetings to come.

use crate::app::clock;
use crate::app::session::Stop;
use crate::meeting::agenda::PlanEntry;
use crate::meeting::command::{Command, Refusal};

use super::{Act, Area, Call, Context, Kind, Spec, may, need};

const ACTS: &[&str] = &["add", "change", "drop"];

pub(super) const COMMANDS: &[Spec] = &[Spec {
    name: "plan",
    aliases: &[],
    area: Area::Plan,
    context: Context::Any,
    args: &[
        need("ACT", Kind::Choice(ACTS)),
        may("NUMBER", Kind::Words).after(&["number"]),
        may("DATE", Kind::Date).after(&["on"]),
        may("TIME", Kind::Time).after(&["from"]),
        may("LABEL", Kind::Words).after(&["as"]),
        may("VENUE; LINE", Kind::Words).after(&["at"]),
        may("ITEM; ITEM", Kind::Words).after(&["items"]),
    ],
    help: "Adds a meeting to the plan, changes or drops one by its number there.",
    example: "plan add on 20 September 2023 from 1:30pm at Civic Suite; Huntingdon items Public Questions; Costs",
    run: plan,
}];

fn plan(call: &Call<'_>) -> Result<Act, Stop> {
    let entry = |old: PlanEntry| changed(call, old);
    let (index, entry) = match call.text("ACT") {
        "add" => (call.state().plan().len(), Some(entry(PlanEntry::default())?)),
        "change" => {
            let (index, old) = chosen(call)?;
            (index, Some(entry(old)?))
        }
        "drop" => (chosen(call)?.0, None),
        other => {
            let hint = format!("It is one of {}.", ACTS.join(", "));
            return Err(Refusal::new(format!("The plan knows no “{other}”."), hint).into());
        }
    };
    Ok(Act::of(Command::Plan { index, entry }))
}

/// The entry that is meant, by its number from 1.
fn chosen(call: &Call<'_>) -> Result<(usize, PlanEntry), Refusal> {
    let text = call.text("NUMBER");
    let index = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let entry = index.and_then(|index| Some((index, call.state().plan().get(index)?.clone())));
    entry.ok_or_else(|| {
        let len = call.state().plan().len();
        Refusal::new(format!("The plan has no meeting “{text}”."), format!("Say “number 1” up to “number {len}”."))
    })
}

fn changed(call: &Call<'_>, mut entry: PlanEntry) -> Result<PlanEntry, Refusal> {
    if let Some(text) = call.values.get("DATE") {
        let wrong = || Refusal::new(format!("“{text}” is not a day."), "Write it as 20 September 2023 or 2023-09-20.");
        entry.date = Some(clock::day(text).ok_or_else(wrong)?);
    }
    if let Some(text) = call.values.get("TIME") {
        let wrong = || Refusal::new(format!("“{text}” is not a time of day."), "Write it as 13:30 or 1:30pm.");
        entry.time = Some(clock::time(text).ok_or_else(wrong)?);
    }
    if let Some(text) = call.values.get("LABEL") {
        entry.label = Some(text.to_owned());
    }
    if let Some(text) = call.values.get("VENUE; LINE") {
        entry.venue = lines(text);
    }
    if let Some(text) = call.values.get("ITEM; ITEM") {
        entry.items = lines(text);
    }
    if entry == PlanEntry::default() {
        return Err(Refusal::new("Nothing is said of the meeting.", "Give at least “on DATE” or “items ITEM; ITEM”."));
    }
    Ok(entry)
}

fn lines(text: &str) -> Vec<String> {
    text.split(';').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
