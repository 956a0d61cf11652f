//! What people hold: the chair for the time being, an office, a seat.

use serde::{Deserialize, Serialize};

use crate::meeting::agenda::Office;
use crate::meeting::id::{ItemId, PersonId, SeatId};

/// What became of what somebody holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Held {
    /// They took the chair.
    #[serde(rename = "in-the-chair")]
    InTheChair,
    /// They took the chair again.
    #[serde(rename = "back-in-the-chair")]
    BackInTheChair,
    /// They were co-opted to a seat.
    #[serde(rename = "co-opted")]
    CoOpted,
    /// They made the declaration of acceptance of office (Local Government Act 1972, section 83).
    #[serde(rename = "accepted")]
    Accepted,
    /// They resigned an office or a seat.
    #[serde(rename = "resigned")]
    Resigned,
    /// They were removed from an office.
    #[serde(rename = "removed")]
    Removed,
}

/// Somebody took the chair, an office or a seat, or gave one up. Who presides is always public, and so is this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tenure {
    /// Who.
    pub person: PersonId,
    /// What became of it.
    pub held: Held,
    /// The office, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Office>,
    /// The seat, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<SeatId>,
    /// The item that the chair was taken for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<ItemId>,
    /// Why, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl Tenure {
    /// What became of what somebody holds, of which nothing more was said.
    pub const fn new(person: PersonId, held: Held) -> Self {
        Self { person, held, office: None, seat: None, during: None, because: None }
    }
}
