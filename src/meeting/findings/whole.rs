//! Findings on the meeting as a whole.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::meeting::event::{Presence, Sitting};
use crate::meeting::state::State;

use super::{Desk, course, interests, panel, papers, private, stage};

pub(super) fn meeting(desk: &mut Desk<'_>) {
    presiding(desk);
    quorum(desk);
    times(desk);
    plan(desk);
    course::meeting(desk);
    private::meeting(desk);
    papers::numbering(desk);
    papers::notice(desk);
    panel::second_meeting(desk);
    stage::meeting(desk);
    let closed = desk.closing || desk.state.sitting() == Sitting::Closed || closed_early(desk.state).is_some();
    if !closed && desk.state.began().is_some() {
        desk.find("still-open", "The meeting has not been closed.");
    }
}

fn presiding(desk: &mut Desk<'_>) {
    if desk.state.sitting() != Sitting::Sitting {
        return;
    }
    match desk.state.presiding() {
        None => desk.find("no-presider", "Nobody is recorded as presiding."),
        Some(person) if desk.state.presence(person) != Presence::Present => {
            let sentence = format!("{} presides but is not recorded as present.", desk.called(person));
            desk.find("no-presider", sentence);
        }
        Some(_) => {}
    }
}

fn quorum(desk: &mut Desk<'_>) {
    let Some(needed) = desk.state.body().quorum() else { return };
    let present = desk.state.electorate(desk.state.room_item()).counting();
    if desk.state.sitting() == Sitting::Sitting && u32::try_from(present).is_ok_and(|present| present < needed) {
        match interests::would_count(desk.state) {
            there if u32::try_from(there).is_ok_and(|there| there >= needed) => desk.find(
                "quorum-lost-to-interests",
                format!("Only {present} of the {needed} members needed may take part in the item, for interests."),
            ),
            _ => desk.find("inquorate", format!("Only {present} of the {needed} members needed are present.")),
        }
    }
}

/// A close that was timed too early: it stands before the beginning, and the meeting seems to go on.
fn closed_early(state: &State) -> Option<DateTime<Utc>> {
    let early = state.sittings().changes().take_while(|change| change.value != Sitting::Sitting);
    early.filter(|change| change.value == Sitting::Closed).last().map(|change| change.at.time)
}

fn times(desk: &mut Desk<'_>) {
    let clock = |time| desk.state.local(time).format("%H:%M").to_string();
    let (began, ended) = (desk.state.began(), desk.state.ended().or_else(|| closed_early(desk.state)));
    if let (Some(began), Some(ended)) = (began, ended)
        && ended < began
    {
        let sentence = format!("It ends at {} but begins at {}.", clock(ended), clock(began));
        desk.find("ends-before-it-begins", sentence);
    }
    let jumps: Vec<String> = desk
        .state
        .clock_jumps()
        .iter()
        .map(|(from, to)| format!("The clock went from {} to {}.", clock(*from), clock(*to)))
        .collect();
    for jump in jumps {
        desk.find("clock-jumped", jump);
    }
}

fn plan(desk: &mut Desk<'_>) {
    let today = desk.state.agenda().date;
    let mut seen = BTreeSet::new();
    let dates: Vec<_> = desk.state.plan().iter().filter_map(|entry| entry.date).collect();
    for date in dates {
        let day = date.format("%-d %B %Y");
        if date <= today {
            desk.find("plan-date-past", format!("The plan has a meeting on {day}, which is not after this one."));
        }
        if let Some(why) = desk.state.body().rules.diary().why_closed(date) {
            desk.find("plan-date-closed", format!("The plan has a meeting on {day}, which is {why}."));
        }
        if !seen.insert(date) {
            desk.find("plan-date-twice", format!("The plan has two meetings on {day}."));
        }
    }
}
