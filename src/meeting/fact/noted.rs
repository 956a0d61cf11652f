//! What is noted in passing: movements, interests, earlier minutes, marks and notes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::id::{ItemId, PartyId, PersonId};

/// How people moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// They came after the meeting had begun.
    #[serde(rename = "arrived")]
    Arrived,
    /// They left.
    #[serde(rename = "left")]
    Left,
    /// They came back.
    #[serde(rename = "returned")]
    Returned,
    /// Their connection was lost.
    #[serde(rename = "disconnected")]
    Disconnected,
    /// Their connection was there again.
    #[serde(rename = "reconnected")]
    Reconnected,
}

impl Move {
    /// Whether they are gone from then on; otherwise they are there.
    pub const fn is_away(self) -> bool {
        matches!(self, Self::Left | Self::Disconnected)
    }
}

/// People came, left or returned, at a point in the business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// How.
    pub moved: Move,
    /// Each of them.
    pub people: Vec<PersonId>,
    /// The party they are, where they moved as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// How or for how long, where said, as it is printed: "in protest", "for the item".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// Why, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The item that they leave for, and no longer: as an interest in it asks.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    pub for_item: Option<ItemId>,
}

impl Movement {
    /// People who moved, of whom nothing more was said.
    pub const fn new(moved: Move, people: Vec<PersonId>) -> Self {
        Self { moved, people, party: None, manner: None, because: None, for_item: None }
    }
}

/// An interest declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// By whom.
    pub person: PersonId,
    /// In which items; none means in the business as a whole.
    #[serde(default)]
    pub items: Vec<ItemId>,
    /// Whether it was said to be in the business as a whole, rather than in no item that the clerk named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all: bool,
    /// Its kind, in the body's own words: "disclosable pecuniary". Stored under another name, since an event's own kind
    /// stands beside it.
    #[serde(rename = "interest", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its nature; nothing where it is sensitive (Localism Act 2011, section 32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
    /// Whether it is sensitive, so that its nature is not recorded in public (Localism Act 2011, section 32).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// What it bars from, as the body's rules had it, or as the member said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Consequence>,
    /// The dispensation under which the member takes part all the same (Localism Act 2011, section 33).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispensation: Option<String>,
    /// The part of the item, or the minute, that it is in, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}

impl Declaration {
    /// An interest of somebody, of which nothing more was said.
    pub fn new(person: PersonId) -> Self {
        Self {
            person,
            items: Vec::new(),
            all: false,
            kind: None,
            nature: None,
            sensitive: false,
            consequence: None,
            dispensation: None,
            part: None,
        }
    }

    /// What the member may do under an item that it is in; everything where no consequence is known, or under a
    /// dispensation.
    pub fn effect(&self) -> Consequence {
        if self.dispensation.is_some() { Consequence::Stay } else { self.consequence.unwrap_or_default() }
    }
}

/// What an interest bars a member from while its item is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Consequence {
    /// Nothing: the member stays, speaks and votes.
    #[default]
    #[serde(rename = "stay")]
    Stay,
    /// The member stays and speaks, and does not vote.
    #[serde(rename = "stay-no-vote")]
    StayNoVote,
    /// The member may speak as the public may, and then leaves.
    #[serde(rename = "speak-then-leave")]
    SpeakThenLeave,
    /// The member leaves.
    #[serde(rename = "leave")]
    Leave,
}

/// A correction of earlier minutes, by citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Where: "Paragraph 5, first line".
    pub cite: String,
    /// What: `deletion of the words "..."`.
    pub change: String,
}

/// What became of a set of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome")]
pub enum Accuracy {
    /// Agreed as they stood.
    #[serde(rename = "agreed")]
    Agreed,
    /// Agreed subject to amendments.
    #[serde(rename = "amended")]
    Amended {
        /// The amendments, in order.
        amendments: Vec<Amendment>,
    },
    /// Put off.
    #[serde(rename = "deferred")]
    Deferred {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
}

/// Minutes of an earlier meeting were dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesOutcome {
    /// The date of that meeting.
    pub set: NaiveDate,
    /// What became of them.
    #[serde(flatten)]
    pub accuracy: Accuracy,
}

/// A moment to be named later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMark {
    /// What happened, once it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A note to oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its text.
    pub text: String,
}
