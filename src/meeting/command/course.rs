//! Commands on the course of the meeting: pauses, the finish time, who writes, and what becomes known of items.

use chrono::{DateTime, Utc};

use crate::meeting::agenda::{AgendaItem, Paper};
use crate::meeting::fact::Pause;
use crate::meeting::id::ItemId;

/// What may happen in the course of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Course {
    /// The meeting adjourns, takes a recess or, being inquorate, ends; the minutes say so under the room's item.
    Pause {
        /// Why, and to when.
        pause: Pause,
        /// Whether it closes, and does not go on.
        closes: bool,
    },
    /// The meeting is to end later than its rules say.
    Extend {
        /// When, in UTC.
        to: DateTime<Utc>,
    },
    /// Somebody else writes the meeting down from now on.
    Handover {
        /// Their name or initials.
        to: String,
    },
    /// Adds items below another, after those that are there.
    AddBelow {
        /// The items; an empty key is replaced by a new one.
        items: Vec<AgendaItem>,
        /// The item it is part of.
        parent: ItemId,
    },
    /// Says what is known of an item's paper.
    ItemPaper {
        /// Which item.
        item: ItemId,
        /// The paper from now on.
        paper: Box<Paper>,
    },
}
