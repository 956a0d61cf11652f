//! Who may read an event.

use super::agenda::PRIVATE_TITLE;
use super::event::{Event, Turning};
use super::fact::Audience;
use super::state::State;

impl Event {
    /// Who may read the event when it is recorded in `state` while what is said is for `room`.
    ///
    /// Presence, who presides, whether the room is open and the times of items are always public; so is what names
    /// entries and files. Anything that may hold words said in private follows the room or the fact it belongs to.
    pub fn audience(&self, state: &State, room: Audience) -> Audience {
        match self {
            Self::Opened(_)
            | Self::Adopted { .. }
            | Self::Seated { .. }
            | Self::ItemState { .. }
            | Self::Plan { .. }
            | Self::Clock { .. }
            | Self::Retimed { .. }
            | Self::TurnedAnew { .. }
            | Self::Stub { .. }
            | Self::Published { .. }
            | Self::PublicTitle { .. }
            | Self::Redacted { .. }
            | Self::Withheld { .. }
            | Self::Stage { .. }
            | Self::Asked { .. }
            | Self::Undone { .. }
            | Self::Redone { .. } => Audience::Public,
            Self::Kept { .. } => Audience::Private,
            Self::Turned { turning, .. } => match turning {
                Turning::Presence { .. }
                | Turning::Mode { .. }
                | Turning::Substitute { .. }
                | Turning::Presiding { .. }
                | Turning::Office { .. }
                | Turning::Public { .. }
                | Turning::Room { .. }
                | Turning::Sitting { .. }
                | Turning::Item { .. }
                | Turning::Finish { .. }
                | Turning::Clerk { .. } => Audience::Public,
            },
            // Such an item tells nothing but that there is one.
            Self::ItemAdded { item, .. } if item.title == PRIVATE_TITLE => Audience::Public,
            Self::ItemAdded { .. } | Self::Person { .. } => room,
            Self::ItemTitle { item, .. } | Self::ItemPaper { item, .. } => {
                room.or(state.item(item).map_or(room, |item| item.audience))
            }
            Self::Overruled { subject, .. } => room.or(state.audience_of(subject)),
            Self::Recorded { item, content, .. } => content.audience(room.or(state.setting(item))),
            // What the private part makes of a fact is not for everybody, though the fact was.
            Self::Changed { id, content } => {
                let fact = state.fact(*id);
                let beside = room.or(fact.map_or(room, |fact| state.changing(fact)));
                // Nothing becomes a summary for everybody that was not written as one.
                let turned = content.is_summary() && !fact.is_some_and(|fact| fact.content.is_summary());
                if turned { beside } else { content.audience(beside) }
            }
            // What everybody has read of a fact is not left standing where the fact stands no longer.
            Self::Moved { id, .. } | Self::Struck { id, .. } => match state.fact(*id) {
                Some(fact) if fact.told.is_none() => fact.audience,
                Some(_) => Audience::Public,
                None => room,
            },
        }
    }
}
