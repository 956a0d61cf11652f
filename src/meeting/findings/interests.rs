//! Findings on declared interests: what they lack, and who took part although they should not.

use crate::meeting::event::{Presence, Sitting};
use crate::meeting::fact::{Consequence, Declaration, Fact, Motion, Point, Take, Way, class};
use crate::meeting::id::{ItemId, PersonId};
use crate::meeting::state::{Item, State};

use super::Desk;
use super::facts::speaker;

pub(super) fn declaration(desk: &mut Desk<'_>, declaration: &Declaration) {
    let state = desk.state;
    let name = desk.called(&declaration.person);
    if declaration.items.iter().any(|item| state.item(item).is_none()) {
        desk.find("declaration-item-gone", format!("{name} declared an interest in an item that is not there."));
    }
    if declaration.items.is_empty() && !declaration.all {
        desk.find("declaration-without-item", format!("It is not said in what {name} declared an interest."));
    }
    if declaration.nature.is_none() && !declaration.sensitive {
        desk.find("declaration-without-nature", format!("The nature of {name}’s interest is not recorded."));
    }
    let rules = &state.body().rules;
    if !rules.interests.is_empty() {
        match &declaration.kind {
            None => desk.find("declaration-kind", format!("It is not said of what kind {name}’s interest is.")),
            Some(kind) if rules.interest(kind).is_none() => {
                desk.find("declaration-kind", format!("“{kind}” is not one of the body’s kinds of interest."));
            }
            Some(_) => {}
        }
    }
}

/// Who stays for an item although they must leave, and who presides over it.
pub(super) fn item(desk: &mut Desk<'_>, item: &Item) {
    let state = desk.state;
    let (id, title) = (&item.agenda.id, &item.agenda.title);
    let here = state.room_item() == Some(id) && state.sitting() == Sitting::Sitting;
    let presiding = state.presiding().filter(|person| here && presides_interested(state, person, id));
    if let Some(presiding) = presiding {
        let name = desk.called(presiding);
        let sentence = format!("{name} presides over “{title}”, having declared an interest in it.");
        desk.find("presider-interested", sentence);
    }
    let mut seen: Vec<&PersonId> = presiding.into_iter().collect();
    for (_, declaration) in state.interests_in(id) {
        let person = &declaration.person;
        if seen.contains(&person) || !stays(state, person, item, here) {
            continue;
        }
        seen.push(person);
        let name = desk.called(person);
        let sentence = if here {
            format!("{name} must leave for “{title}” and is still present.")
        } else {
            format!("{name} had to leave for “{title}”, and it is not recorded that they did.")
        };
        desk.find("interested-present", sentence);
    }
}

/// Whether somebody presides over an item in which they have an interest, unless it is known that they may stay.
fn presides_interested(state: &State, person: &PersonId, item: &ItemId) -> bool {
    let may_stay = |held: &Declaration| held.dispensation.is_some() || held.consequence == Some(Consequence::Stay);
    let mut held = state.interests_of(person).map(|(_, held)| held);
    held.any(|held| held.items.contains(item) && held.part.is_none() && !may_stay(held))
}

/// Whether somebody who must leave for an item did not. Who may speak first must be gone when something is decided.
fn stays(state: &State, person: &PersonId, item: &Item, here: bool) -> bool {
    let effect = state.gravest_interest(person, &item.agenda.id).map(|(_, effect)| effect);
    if !here {
        return effect >= Some(Consequence::SpeakThenLeave) && !state.was_away_during(person, &item.agenda.id);
    }
    let decided = || item.facts.rank(item.facts.len(), class::DECISION) > 0;
    let present = state.presence(person) == Presence::Present;
    match effect {
        Some(Consequence::Leave) => present,
        Some(Consequence::SpeakThenLeave) => present && decided() && !state.was_away_during(person, &item.agenda.id),
        _ => false,
    }
}

/// Who speaks on an item, or after they left for another one.
pub(super) fn point(desk: &mut Desk<'_>, fact: &Fact, point: &Point) {
    let mut seen: Vec<&PersonId> = Vec::new();
    for person in point.turns.iter().filter_map(|turn| speaker(desk.state, &turn.speaker)) {
        if seen.contains(&person) {
            continue;
        }
        seen.push(person);
        let bound = desk.state.bound(person, &fact.item, fact.when);
        if bound == Consequence::Leave || is_back(desk, fact, person, "spoke") == Some(false) {
            let (name, title) = (desk.called(person), title(desk.state, &fact.item));
            let sentence = format!("{name} spoke on “{title}”, having an interest in it for which they must leave.");
            desk.find("interested-speaker", sentence);
        }
    }
}

/// Who moves or seconds under an item in which they may not vote, and who votes on it.
pub(super) fn motion(desk: &mut Desk<'_>, fact: &Fact, motion: &Motion) {
    for (person, did) in
        motion.mover.iter().map(|it| (it, "moved")).chain(motion.seconder.iter().map(|it| (it, "seconded")))
    {
        let bound = desk.state.bound(person, &fact.item, fact.when);
        if bound > Consequence::Stay || is_back(desk, fact, person, did) == Some(false) {
            let (name, title) = (desk.called(person), title(desk.state, &fact.item));
            let sentence = format!("{name} {did} something under “{title}”, having declared an interest in it.");
            desk.find("interested-mover", sentence);
        }
    }
    let parts = motion.parts.iter().filter_map(|part| part.takes.last());
    for take in motion.takes.last().into_iter().chain(parts) {
        vote(desk, fact, take);
    }
}

pub(super) fn vote(desk: &mut Desk<'_>, fact: &Fact, take: &Take) {
    let voted = take.votes.iter().filter(|vote| vote.way != Way::NotVoting).map(|vote| &vote.person);
    for person in voted.chain(take.casting.iter().map(|casting| &casting.by)) {
        let effect = desk.state.gravest_interest(person, &fact.item).map(|(_, effect)| effect);
        if effect > Some(Consequence::Stay) || is_back(desk, fact, person, "voted") == Some(false) {
            let (name, title) = (desk.called(person), title(desk.state, &fact.item));
            let sentence = format!("{name} voted on “{title}”, having an interest in it that bars from voting.");
            desk.find("interested-voter", sentence);
        }
    }
}

/// Whether somebody who left for an item is back when they take part in the room: false where they are still away for
/// this very item, nothing where they never left. Where they are away for another one, that is found.
fn is_back(desk: &mut Desk<'_>, fact: &Fact, person: &PersonId, did: &str) -> Option<bool> {
    let state = desk.state;
    // What is written up later, while the room is elsewhere, says nothing of who was there.
    let live = state.room_item_before(fact.id.entry) == Some(&fact.item);
    let away = state.withdrawn_before(person, fact.id.entry).filter(|_| live)?;
    if state.is_within(&fact.item, away) {
        return Some(false);
    }
    let time = state.local(fact.when).format("%H:%M").to_string();
    let (name, left) = (desk.called(person), title(state, away));
    let sentence = format!("{name} {did} at {time}, and is not recorded as back after leaving for “{left}”.");
    desk.find("interested-not-back", sentence);
    Some(true)
}

/// How many would count towards the quorum if nobody had declared an interest in the room's item.
pub(super) fn would_count(state: &State) -> usize {
    let Some(room) = state.room_item() else { return state.electorate(None).counting() };
    let away = state.withdrawn().into_iter().filter(|(person, item)| {
        state.is_within(room, item) && state.sitting_members().any(|(_, member)| member == *person)
    });
    state.electorate(None).counting() + away.count()
}

fn title<'a>(state: &'a State, item: &ItemId) -> &'a str {
    state.item(item).map_or("", |item| &item.agenda.title)
}
