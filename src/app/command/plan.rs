//! Meetings to come.

use crate::app::clock;
use crate::app::session::Stop;
use crate::meeting::agenda::PlanEntry;
use crate::meeting::command::{Command, Refusal};
use crate::text::fold;

use super::{Act, Area, Call, Context, Kind, Spec, may, need};

const ACTS: &[&str] = &["add", "change", "drop", "put", "take"];

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
    help: "Adds a meeting to the plan; by its number there changes or drops one, puts items to it or takes items from it.",
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
        "put" => (chosen(call)?.0, Some(put(call)?)),
        "take" => (chosen(call)?.0, Some(take(call)?)),
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

/// The entry with more items, those that it has already left out.
fn put(call: &Call<'_>) -> Result<PlanEntry, Refusal> {
    let (_, mut entry) = chosen(call)?;
    let new = named_items(call)?;
    let new: Vec<String> = new.into_iter().filter(|item| !entry.items.contains(item)).collect();
    entry.items.extend(new);
    Ok(entry)
}

/// The entry without some of its items, each by any words of its title that no other has.
fn take(call: &Call<'_>) -> Result<PlanEntry, Refusal> {
    let (_, mut entry) = chosen(call)?;
    for wanted in named_items(call)? {
        let fits = |item: &String| fold(item).contains(&fold(&wanted));
        let exact = entry.items.iter().position(|item| fold(item) == fold(&wanted));
        let found: Vec<usize> =
            entry.items.iter().enumerate().filter(|(_, item)| fits(item)).map(|(place, _)| place).collect();
        let only = if let [only] = found.as_slice() { Some(*only) } else { None };
        let Some(place) = exact.or(only) else {
            let hint = format!("It has: {}.", entry.items.join("; "));
            return Err(Refusal::new(format!("No one item of that meeting is “{wanted}”."), hint));
        };
        entry.items.remove(place);
    }
    Ok(entry)
}

fn named_items(call: &Call<'_>) -> Result<Vec<String>, Refusal> {
    let items = call.values.get("ITEM; ITEM").map(lines).unwrap_or_default();
    if items.is_empty() {
        return Err(Refusal::new("No item is named.", "Say which: “plan put number 1 items Annual Report”."));
    }
    Ok(items)
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
