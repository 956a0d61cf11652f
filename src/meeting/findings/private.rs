//! Findings on the public's being there or not.

use crate::meeting::event::Sitting;
use crate::meeting::fact::{Audience, Exclusion, Ground};
use crate::meeting::state::Item;

use super::Desk;

pub(super) fn meeting(desk: &mut Desk<'_>) {
    if desk.state.room() == Audience::Public {
        return;
    }
    let since = desk.state.private_since();
    let since = since.map(|at| desk.state.local(at.time).format("%H:%M").to_string()).unwrap_or_default();
    if desk.state.exclusion().is_none() {
        desk.find("private-without-ground", format!("The room is private since {since}, and nothing says why."));
    }
    if desk.state.sitting() == Sitting::Closed {
        desk.find("private-at-close", format!("The meeting closed with the public excluded since {since}."));
    }
}

pub(super) fn item(desk: &mut Desk<'_>, item: &Item) {
    let (state, id, title) = (desk.state, &item.agenda.id, &item.agenda.title);
    if state.room_item() != Some(id) || state.sitting() != Sitting::Sitting {
        return;
    }
    let expected = item.agenda.confidential || !item.agenda.private.is_empty();
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
    if exclusion.ground == Ground::Exempt && bare {
        let sentence = "The resolution to exclude the public names no paragraph of Schedule 12A.";
        desk.find("exclusion-without-paragraph", sentence);
    }
}
