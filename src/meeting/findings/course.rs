//! Findings on the course of the meeting: items that were not on the agenda, put off or withdrawn; adjournments and the
//! finish time; decisions that do nothing.

use crate::meeting::body::Access;
use crate::meeting::event::{ItemState, Sitting};
use crate::meeting::fact::{Content, Decision, Verb, class};
use crate::meeting::notice;
use crate::meeting::state::Item;

use super::Desk;

/// How words begin that say what a decision does. Anything else may do so too, but most decisions have one of these.
const VERBS: &[&str] = &[
    "accept",
    "adopt",
    "agree",
    "amend",
    "appoint",
    "approv",
    "ask",
    "authori",
    "award",
    "confirm",
    "co-opt",
    "declin",
    "defer",
    "delegat",
    "determin",
    "dismiss",
    "elect",
    "endors",
    "establish",
    "grant",
    "instruct",
    "note",
    "noting",
    "permit",
    "ratif",
    "receiv",
    "recommend",
    "refer",
    "refus",
    "reject",
    "request",
    "resolv",
    "support",
    "thank",
    "veto",
    "withdr",
];

/// How many facts from an item's end are looked at for its decisions.
const NEAR: usize = 64;

pub(super) fn item(desk: &mut Desk<'_>, item: &Item) {
    let title = &item.agenda.title;
    match &item.state {
        ItemState::Deferred { to: None, .. } => {
            desk.find("deferred-to-when", format!("It is not said to when “{title}” was deferred."));
        }
        ItemState::Withdrawn { .. } if decides(desk, item) => {
            desk.find("withdrawn-yet-decided", format!("“{title}” was withdrawn, but something is decided under it."));
        }
        _ => {}
    }
    // A part of an item that was on the agenda is no new business.
    let new = item.added && item.parent.is_none() && !item.visits.is_empty() && item.state == ItemState::Open;
    let late = (item.state == ItemState::Open)
        .then(|| notice::added_late(desk.state.agenda(), &desk.state.body().rules, &item.agenda))
        .flatten();
    let summoned = desk.state.body().rules.access == Some(Access::Act1960);
    if let Some(sentence) = late.filter(|_| !new) {
        desk.find(if summoned { "business-not-summoned" } else { "urgent-without-reason" }, sentence);
    } else if new && summoned {
        // No reason makes business urgent that the summons does not specify.
        desk.find("business-not-summoned", format!("“{title}” was not on the agenda that the summons gave."));
    } else if new && item.agenda.paper.urgency.is_none() {
        let sentence = format!("“{title}” was not on the agenda, and nothing says why it was urgent.");
        desk.find("urgent-without-reason", sentence);
    }
}

fn decides(desk: &Desk<'_>, item: &Item) -> bool {
    let taken = |content: &Content| matches!(content, Content::Decision(decision) if decision.basis.is_some());
    item.facts.rank(item.facts.len(), class::DECISION) > 0
        && desk.state.facts_of(item).rev().take(NEAR).any(|fact| taken(&fact.content))
}

pub(super) fn decision(desk: &mut Desk<'_>, decision: &Decision) {
    let onward = decision.onward.as_ref().filter(|_| matches!(decision.verb, Verb::Refer | Verb::Recommend));
    if desk.state.body().rules.reply_dates == Some(true) && onward.is_some_and(|onward| onward.due.is_none()) {
        let sentence = format!("“{}” asks for a reply by no day.", super::facts::quote(decision.words()));
        desk.find("reply-without-date", sentence);
    }
    let words = decision.words().to_lowercase();
    let does = |word: &str| VERBS.iter().any(|verb| word.starts_with(verb));
    let parts: Vec<&str> = words.split(|letter: char| !letter.is_alphanumeric() && letter != '-').collect();
    // “That a letter be sent” is a resolution in words of its own.
    let resolves = parts.iter().find(|word| !word.is_empty()).is_some_and(|first| *first == "that");
    if decision.basis.is_some() && !resolves && !parts.iter().any(|word| does(word)) {
        let sentence = format!("“{}” does not say what was done.", super::facts::quote(decision.words()));
        desk.find("decision-without-verb", sentence);
    }
}

pub(super) fn meeting(desk: &mut Desk<'_>) {
    let state = desk.state;
    let clock = |time| state.local(time).format("%H:%M").to_string();
    let Some(last) = state.sittings().last() else { return };
    match last.value {
        Sitting::Adjourned => {
            let sentence = format!("The meeting adjourned at {} and neither resumed nor closed.", clock(last.at.time));
            desk.find("adjourned-not-resumed", sentence);
        }
        Sitting::Closed => {
            let ended = last.at.time;
            if let Some(finish) = state.last_finish().filter(|finish| ended > *finish) {
                let sentence =
                    format!("The meeting ended at {}, after its finish time of {}.", clock(ended), clock(finish));
                desk.find("finished-late", sentence);
            }
        }
        Sitting::Before | Sitting::Sitting => {}
    }
}
