//! What becomes of an item of business.

use serde::{Deserialize, Serialize};

use super::id::ItemId;

/// What became of an item beyond being visited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state")]
pub enum ItemState {
    /// To be taken, being taken or taken.
    #[default]
    #[serde(rename = "open")]
    Open,
    /// Passed over, with nothing recorded.
    #[serde(rename = "skipped")]
    Skipped,
    /// Put off.
    #[serde(rename = "deferred")]
    Deferred {
        /// To when or where, as said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// Taken off the agenda by whoever put it there.
    #[serde(rename = "withdrawn")]
    Withdrawn {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// Taken as part of another item.
    #[serde(rename = "merged")]
    Merged {
        /// Which.
        into: ItemId,
    },
}
