//! Findings on members, seats and others who attend.

use crate::meeting::body::Seat;
use crate::meeting::event::{Mode, Presence, Sitting};
use crate::meeting::id::{PersonId, SeatId};
use crate::meeting::substitution::Fit;
use crate::meeting::timeline::Timeline;

use super::Desk;

pub(super) fn seat(desk: &mut Desk<'_>, id: &SeatId) {
    let state = desk.state;
    let Some(seat) = state.seat(id) else { return };
    let substitute = state.substitute(id);
    let Some(holder) = &seat.holder else {
        let Some(substitute) = substitute else { return };
        if state.fills_vacancy(seat) {
            stands_in(desk, seat, "the holder of a vacant seat", substitute);
            return remote(desk, substitute);
        }
        let other = desk.called(substitute);
        return desk.find("substitute-for-nobody", format!("{other} sits in a seat that nobody holds."));
    };
    let presence = state.presence(holder);
    match substitute {
        Some(substitute) if presence == Presence::Present && state.presence(substitute) == Presence::Present => {
            let (member, other) = (desk.called(holder), desk.called(substitute));
            desk.find("substitute-and-member", format!("{member} is present, and {other} sits for {member}."));
        }
        Some(substitute) if presence == Presence::Unaccounted => {
            let (member, other) = (desk.called(holder), desk.called(substitute));
            let sentence = format!("{other} sits for {member}, of whom nothing is recorded.");
            desk.find("substitute-for-nobody", sentence);
        }
        None if presence == Presence::Unaccounted && state.sitting() != Sitting::Before => {
            let member = desk.called(holder);
            desk.find("member-unaccounted", format!("Nothing is recorded of {member}."));
        }
        _ => {}
    }
    if let Some(substitute) = substitute {
        let member = desk.called(holder);
        stands_in(desk, seat, &member, substitute);
    }
    remote(desk, substitute.unwrap_or(holder));
}

/// A substitute is one whom the scheme allows, and of whom notice was given where that is asked for.
fn stands_in(desk: &mut Desk<'_>, seat: &Seat, member: &str, substitute: &PersonId) {
    let other = desk.called(substitute);
    let reason = desk.state.substitute_reason(&seat.id);
    match desk.state.fit(seat, substitute, reason) {
        Fit::Fits => {}
        Fit::Unlisted => {
            let sentence =
                format!("{other} sits for {member} but is not on the list for that seat, and no reason is given.");
            desk.find("substitute-not-listed", sentence);
        }
        Fit::Unfit(why) => desk.find("substitute-not-eligible", format!("{other} sits for {member} but {why}.")),
    }
    if let Some(notice) = desk.state.body().rules.substitute_notice.as_ref().filter(|_| reason.is_none()) {
        let sentence = format!("Notice of {other} was to be given {notice}, and none is recorded.");
        desk.find("substitute-without-notice", sentence);
    }
}

/// Whether somebody who attends by a connection counts is for the body's rules to say.
fn remote(desk: &mut Desk<'_>, member: &PersonId) {
    let state = desk.state;
    let there = state.presence(member) == Presence::Present && state.mode(member) == Mode::Remote;
    if there && state.sitting() == Sitting::Sitting && state.body().rules.remote_counts.is_none() {
        let name = desk.called(member);
        desk.find("remote-not-set", format!("{name} attends remotely, and it is not set whether that counts."));
    }
}

pub(super) fn person(desk: &mut Desk<'_>, id: &PersonId) {
    early(desk, id);
    apologised(desk, id);
}

/// Nobody leaves a meeting that has not begun.
fn early(desk: &mut Desk<'_>, id: &PersonId) {
    let state = desk.state;
    let (Some(change), Some(began)) = (state.left_too_early(id), state.began()) else { return };
    let clock = |time| state.local(time).format("%H:%M").to_string();
    let (left, began, entry) = (clock(change.at.time), clock(began), change.by.entry);
    let name = desk.called(id);
    let sentence = format!("{name} is recorded as leaving at {left} (#{entry}), before the meeting began at {began}.");
    desk.find("left-before-beginning", sentence);
}

/// Whoever sent apologies neither came nor went.
fn apologised(desk: &mut Desk<'_>, id: &PersonId) {
    let state = desk.state;
    if !matches!(state.presence(id), Presence::Apologies | Presence::Absent) {
        return;
    }
    let mut changes = state.presences(id).into_iter().flat_map(Timeline::changes);
    let moved = changes.find(|change| {
        let movement = state.movement_of(change.by).map(|(_, movement)| movement);
        movement.is_some_and(|movement| movement.people.contains(id))
    });
    if let Some(moved) = moved {
        let (name, time) = (desk.called(id), state.local(moved.at.time).format("%H:%M"));
        let how = if moved.value == Presence::Present { "came" } else { "left" };
        desk.find("apologies-and-present", format!("{name} is recorded as not there, but {how} at {time}."));
    }
}
