//! Findings on the public's being there or not.

use crate::meeting::agenda::ItemKind;
use crate::meeting::body::Access;
use crate::meeting::event::Sitting;
use crate::meeting::fact::{Audience, Exclusion, Fact, Ground};
use crate::meeting::state::{Item, State};
use crate::meeting::timeline::Moment;

use super::{Desk, Finding, Subject};

/// Rules that say what is missing, where it may stand in the private part.
const MISSING: [&str; 11] = [
    "amendment-open",
    "decision-not-put",
    "election-unfinished",
    "item-without-decision",
    "minutes-not-dealt-with",
    "nothing-recorded",
    "possible-undertaking",
    "tie-unsettled",
    "topic-not-reviewed",
    "two-motions-open",
    "verb-not-recommended",
];

/// Whether a finding on what everybody may read of a meeting says that something is missing which the private part may
/// have: the public was out while its item was taken, or for a part of it.
pub fn answered_in_private(state: &State, finding: &Finding) -> bool {
    let item = match &finding.subject {
        Subject::Item(item) => item,
        Subject::Fact(id) => match state.fact(*id) {
            Some(fact) => &fact.item,
            None => return false,
        },
        Subject::Meeting | Subject::Seat(_) | Subject::Person(_) => return false,
    };
    MISSING.contains(&finding.rule.name) && state.private_at(item)
}

pub(super) fn meeting(desk: &mut Desk<'_>) {
    let state = desk.state;
    let clock = |at: Moment| state.local(at.time).format("%H:%M").to_string();
    for (from, to, struck) in state.groundless() {
        let when = match to {
            Some(to) => format!("was private from {} to {}", clock(from), clock(to)),
            None => format!("is private since {}", clock(from)),
        };
        let why = if struck { "the resolution that closed it is struck out" } else { "nothing says why" };
        desk.find("private-without-ground", format!("The room {when}, and {why}."));
    }
    match state.private_since() {
        Some(since) if state.sitting() == Sitting::Closed => {
            desk.find(
                "private-at-close",
                format!("The meeting closed with the public excluded since {}.", clock(since)),
            );
        }
        Some(since) if desk.closing => {
            desk.find("private-at-close", format!("The public is still excluded, since {}.", clock(since)));
        }
        _ => {}
    }
}

/// What was said in public and corrected in private is read by everybody as it was.
pub(super) fn corrected(desk: &mut Desk<'_>, fact: &Fact) {
    let unread = fact.told.is_some() && fact.content.has_own_words() && desk.state.stub(fact.id).is_none();
    if let Some(item) = desk.state.item(&fact.item).filter(|_| unread) {
        let (time, title) = (desk.state.local(fact.when).format("%H:%M"), &item.agenda.title);
        let sentence = format!(
            "What was recorded at {time} under “{title}” was changed in private, and everybody still reads it as it was."
        );
        desk.find("private-correction", sentence);
    }
}

/// An item that was taken in private and of which everybody reads nothing coherent.
pub(super) fn summary(desk: &mut Desk<'_>, item: &Item) {
    if desk.state.lacks_summary(item) {
        let title = &item.agenda.title;
        desk.find(
            "private-without-summary",
            format!("Everybody reads no more of “{title}” than that it was taken in private."),
        );
    }
}

/// A confirmation hearing that is held without the public, as a whole rather than for its deliberation.
pub(super) fn hearing(desk: &mut Desk<'_>, item: &Item) {
    if matches!(item.agenda.kind, ItemKind::Hearing(_)) && desk.state.taken_in_private(&item.agenda.id) {
        let title = &item.agenda.title;
        desk.find("hearing-in-private", format!("“{title}” is held with the public excluded from the whole of it."));
    }
}

pub(super) fn item(desk: &mut Desk<'_>, item: &Item) {
    let (state, id, title) = (desk.state, &item.agenda.id, &item.agenda.title);
    if state.room_item() != Some(id) || state.sitting() != Sitting::Sitting {
        return;
    }
    // Of a hearing, the agenda can only expect that it is deliberated in private.
    let hearing = matches!(item.agenda.kind, ItemKind::Hearing(_));
    let expected = !hearing && (item.agenda.confidential || !item.agenda.private.is_empty());
    match state.room() {
        Audience::Public => {
            // Somebody who was told not to exclude, or who let the public back, knows what they do.
            let settled = state.exclusions().any(|(_, exclusion)| exclusion.names(id));
            if expected && !settled {
                desk.find(
                    "exempt-in-public",
                    format!("“{title}” was to be taken in private, and the public is there."),
                );
            }
        }
        Audience::Private => {
            let named = state.exclusion().is_none_or(|(_, exclusion)| exclusion.names(id));
            // The resolution itself is passed under an item that it need not name.
            let passed = state.exclusion().is_some_and(|(fact, _)| fact.item == *id);
            if !named && !expected && !passed {
                desk.find("private-at-open-item", format!("“{title}” is being taken with the public excluded."));
            }
        }
    }
}

pub(super) fn exclusion(desk: &mut Desk<'_>, exclusion: &Exclusion) {
    let bare = exclusion.business.iter().any(|business| business.paragraphs.is_empty());
    let law = desk.state.body().rules.access;
    match (&exclusion.ground, law) {
        (Ground::Exempt, Some(Access::Act1960)) => {
            let sentence =
                "The resolution to exclude the public cites Schedule 12A, which does not apply to this body.";
            desk.find("exclusion-without-reason", sentence);
        }
        (Ground::Exempt, _) if bare => {
            let sentence = "The resolution to exclude the public names no paragraph of Schedule 12A.";
            desk.find("exclusion-without-paragraph", sentence);
        }
        (Ground::Prejudicial { .. }, Some(Access::Act1972)) => {
            let sentence = "The resolution to exclude the public gives a reason, and no paragraph of Schedule 12A.";
            desk.find("exclusion-without-paragraph", sentence);
        }
        (Ground::Other { law: None, .. }, _) => {
            desk.find("exclusion-without-law", "The resolution to exclude the public cites no law.");
        }
        (Ground::Prejudicial { because: None }, _) => {
            let sentence = "The resolution to exclude the public does not say why publicity would be prejudicial.";
            desk.find("exclusion-without-reason", sentence);
        }
        _ => {}
    }
}
