//! Findings on members, seats and others who attend.

use crate::meeting::body::SubstituteScheme;
use crate::meeting::event::{Presence, Sitting};
use crate::meeting::id::SeatId;

use super::Desk;

pub(super) fn seat(desk: &mut Desk<'_>, id: &SeatId) {
    let state = desk.state;
    let Some(seat) = state.seat(id) else { return };
    let substitute = state.substitute(id);
    let Some(holder) = &seat.holder else {
        if let Some(substitute) = substitute {
            let other = desk.called(substitute);
            desk.find("substitute-for-nobody", format!("{other} sits in a seat that nobody holds."));
        }
        return;
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
    if let Some(substitute) = substitute
        && !seat.substitutes.contains(substitute)
        && !matches!(
            state.body().rules.substitutes,
            Some(SubstituteScheme::SameGroup | SubstituteScheme::SameAuthority)
        )
        && state.substitute_reason(id).is_none()
    {
        let (member, other) = (desk.called(holder), desk.called(substitute));
        let sentence =
            format!("{other} sits for {member} but is not on the list for that seat, and no reason is given.");
        desk.find("substitute-not-listed", sentence);
    }
}
