//! What a veto needs, for the clerk: so many of all members, and never a share of those present.

use crate::meeting::body::Seat;
use crate::meeting::id::{ItemId, PersonId};
use crate::meeting::panel::{Needed, VETO};
use crate::meeting::state::State;

/// In a line of the roll: "Veto: 9 of 13 members, 11 here". Nothing where the item is nothing that may be vetoed.
pub fn brief(state: &State, item: &ItemId) -> Option<String> {
    may(state, item)?;
    Some(match state.veto(item) {
        Some(Needed { votes, members, here }) => format!("Veto: {votes} of {members} members, {here} here"),
        None => "Veto: votes needed not set".to_owned(),
    })
}

/// In a sentence: "A veto needs 9 votes of the 13 members, wherever they are; 11 of them are here and may vote."
pub fn sentence(state: &State, item: &ItemId) -> Option<String> {
    may(state, item)?;
    let Some(Needed { votes, members, here }) = state.veto(item) else {
        return Some(format!(
            "How many votes a veto needs is not set: [[rules.majority]] “{VETO}” in the body’s file."
        ));
    };
    let base = format!("A veto needs {votes} votes of the {members} members, wherever they are");
    let sentence = match here {
        here if here < votes => format!("{base}: it cannot be had, since {here} are here and may vote."),
        here => format!("{base}; {here} of them are here and may vote."),
    };
    Some(if doubtful(state) {
        format!("{sentence} Whether a substitute counts as a member is not set.")
    } else {
        sentence
    })
}

fn may(state: &State, item: &ItemId) -> Option<()> {
    state.item(item).filter(|item| item.agenda.kind.may_veto()).map(|_| ())
}

/// Whether a substitute is here and the body's rules do not say whether they are one of the members.
fn doubtful(state: &State) -> bool {
    let stands_in = |(seat, person): (&Seat, &PersonId)| seat.holder.as_ref() != Some(person);
    state.body().rules.substitutes_are_members.is_none() && state.members_present().any(stands_in)
}
