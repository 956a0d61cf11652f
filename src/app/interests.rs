//! Declared interests in words for the clerk: what is to be remembered at an item, and what is done about it.

use crate::meeting::event::{Entry, Event, Presence, Turning};
use crate::meeting::fact::{Consequence, Content, Declaration};
use crate::meeting::findings::Finding;
use crate::meeting::id::PersonId;
use crate::meeting::interests::Due;
use crate::meeting::people::Person;
use crate::meeting::state::State;
use crate::minutes::document::both_numbers;

/// What somebody may do, as lists say it.
pub const fn consequence(consequence: Consequence) -> &'static str {
    match consequence {
        Consequence::Stay => "stays",
        Consequence::StayNoVote => "does not vote",
        Consequence::SpeakThenLeave => "may speak, then leaves",
        Consequence::Leave => "leaves",
    }
}

/// What follows from a declaration, in a few words for lists.
pub fn effect(declaration: &Declaration) -> &'static str {
    match (&declaration.dispensation, declaration.consequence) {
        (Some(_), _) => "dispensation",
        (None, None) => "declared",
        (None, Some(after)) => consequence(after),
    }
}

/// Whether declared interests are to be remembered after an entry: the room came to an item, or one was declared.
pub fn reminds(entry: &Entry) -> bool {
    let declares = |event: &Event| {
        matches!(
            event,
            Event::Recorded { content: Content::Declaration(_), .. }
                | Event::Changed { content: Content::Declaration(_), .. }
        )
    };
    comes(entry) || entry.public.iter().chain(&entry.private).any(declares)
}

/// Whether the room came to an item with an entry.
pub fn comes(entry: &Entry) -> bool {
    let turns = |event: &Event| matches!(event, Event::Turned { turning: Turning::Item { .. }, .. });
    entry.public.iter().chain(&entry.private).any(turns)
}

/// Whether [`reminders`] say already what a finding says.
pub fn told(finding: &Finding) -> bool {
    ["interested-present", "presider-interested"].contains(&finding.rule.name)
}

/// What is to be remembered at the room's item, a sentence each: who declared an interest in it and what follows, who may
/// come back, who may take the chair.
pub fn reminders(state: &State) -> Vec<String> {
    let Some(room) = state.room_item() else { return Vec::new() };
    let here = |declaration: &&Declaration| state.presence(&declaration.person) == Presence::Present;
    let declared = state.interests_in(room).into_iter().map(|(_, declaration)| declaration).filter(here);
    let mut said: Vec<String> = declared.map(|declaration| reminder(state, declaration)).collect();
    said.extend(given(state));
    said.extend(state.noticed_in(room).map(|notice| {
        let (who, kind) = (name(state, &notice.person), sort(notice));
        format!("{who} gave notice of an interest in this item ({kind}), and has not declared it.")
    }));
    let due = state.due();
    if !due.returning.is_empty() {
        said.push(format!("{} may return: the item is over.", names(state, &due.returning)));
    }
    if due.vacates {
        let vice = due.chair.as_ref().map(|person| format!(": the vice-chair, {}", name(state, person)));
        said.push(format!("Somebody else must preside{}.", vice.unwrap_or_default()));
    }
    said
}

/// At the item for declarations: of which interests notice was given.
fn given(state: &State) -> Option<String> {
    let given: Vec<String> = state.to_declare().into_iter().map(|notice| in_short(state, notice)).collect();
    (!given.is_empty()).then(|| format!("Notice was given of: {}.", given.join("; ")))
}

/// A declaration in a few words: who, of what kind, in what.
pub fn in_short(state: &State, declaration: &Declaration) -> String {
    let number = |id| state.item(id).map_or_else(String::new, |item| both_numbers(state, item));
    let items: Vec<String> = declaration.items.iter().map(number).collect();
    let items = if items.is_empty() { "all business".to_owned() } else { format!("item {}", items.join(", ")) };
    format!("{}: {}, {items}", name(state, &declaration.person), declaration.kind.as_deref().unwrap_or("interest"))
}

/// Whether one key does something now: what declared interests ask for, or declaring those of which notice was given.
pub fn asks(state: &State) -> bool {
    !state.due().is_empty() || !state.to_declare().is_empty()
}

/// What kind of interest it is, in words: "sensitive personal interest".
fn sort(declaration: &Declaration) -> String {
    let sensitive = declaration.sensitive.then_some("sensitive");
    let words: Vec<&str> = sensitive.into_iter().chain(declaration.kind.as_deref()).chain(["interest"]).collect();
    words.join(" ")
}

fn reminder(state: &State, declaration: &Declaration) -> String {
    let who = name(state, &declaration.person);
    let follows = match (&declaration.dispensation, declaration.consequence) {
        (Some(_), _) => "takes part under a dispensation",
        (None, Some(Consequence::Stay)) => "may stay and vote",
        (None, Some(Consequence::StayNoVote)) => "may stay but not vote",
        (None, Some(Consequence::SpeakThenLeave)) => "may speak first and must then leave",
        (None, Some(Consequence::Leave)) => "must leave",
        (None, None) => "has declared an interest, and what follows is not set",
    };
    let part = declaration.part.as_ref().map(|part| format!(" in a part, {part}")).unwrap_or_default();
    format!("{who} {follows} ({}{part}).", sort(declaration))
}

/// What [`Due`] comes to once it is done: a sentence for each change.
pub fn done(state: &State, due: &Due) -> String {
    let verb = |people: &[PersonId], one: &str, many: &str| {
        let verb = if people.len() == 1 { one } else { many };
        (!people.is_empty()).then(|| format!("{} {verb}.", names(state, people)))
    };
    let chair = due.chair.as_ref().map(|person| format!("{} takes the chair.", name(state, person)));
    let empty = (due.vacates && due.chair.is_none()).then(|| "Record who takes the chair with “preside”.".to_owned());
    let returns = verb(&due.returning, "returns", "return");
    let leaves = verb(&due.leaving, "leaves for the item", "leave for the item");
    [returns, chair, leaves, empty].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

pub(super) fn names(state: &State, people: &[PersonId]) -> String {
    let mut names: Vec<String> = people.iter().map(|person| name(state, person)).collect();
    match names.pop() {
        Some(last) if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        last => last.unwrap_or_default(),
    }
}

fn name(state: &State, person: &PersonId) -> String {
    state.person(person).map_or_else(|| person.to_string(), Person::short)
}
