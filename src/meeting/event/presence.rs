//! Whether somebody is there, and how.

use serde::{Deserialize, Serialize};

/// Whether a member is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Presence {
    /// Nothing is known yet.
    #[default]
    #[serde(rename = "unaccounted")]
    Unaccounted,
    /// In the room, or connected to it.
    #[serde(rename = "present")]
    Present,
    /// Sent apologies.
    #[serde(rename = "apologies")]
    Apologies,
    /// Not there, and sent none.
    #[serde(rename = "absent")]
    Absent,
    /// Was there and has left.
    #[serde(rename = "left")]
    Left,
}

/// How somebody attends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// In the room.
    #[default]
    #[serde(rename = "in-room")]
    InRoom,
    /// By a connection.
    #[serde(rename = "remote")]
    Remote,
}
