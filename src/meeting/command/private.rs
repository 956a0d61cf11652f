//! Commands on business without the public.

use chrono::{DateTime, Utc};

use crate::meeting::event::Old;
use crate::meeting::fact::{Content, Exclusion};
use crate::meeting::id::{FactId, ItemId};

/// What is done about the public, and about what it must not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Private {
    /// The public is excluded, or it is resolved that it is not.
    Exclude {
        /// The item under which it is recorded.
        item: ItemId,
        /// On what ground and from what.
        exclusion: Exclusion,
    },
    /// The public comes back.
    Readmit {
        /// The item under which it is recorded.
        item: ItemId,
    },
    /// The public was out from a time on.
    Since {
        /// From when, in UTC.
        time: DateTime<Utc>,
    },
    /// Takes words out of the public record.
    Redact {
        /// The events, each by its entry and its place there. Others that hold words of the same facts go with them.
        events: Vec<FactId>,
        /// Why, for everybody.
        because: String,
        /// What becomes of the record as it was.
        old: Old,
    },
    /// Gives a decision or undertaking of the private part a title that everybody may read.
    TitleFact {
        /// Which.
        of: FactId,
        /// The title.
        title: String,
    },
    /// Words for everybody what the private part changed of a fact that they heard.
    Publish {
        /// Which.
        of: FactId,
        /// As everybody reads it from now on: what they read of it so far, in the words typed for them.
        content: Box<Content>,
    },
    /// Gives an item whose title is private one that everybody may read.
    TitleItem {
        /// Which.
        item: ItemId,
        /// The title.
        title: String,
    },
}
