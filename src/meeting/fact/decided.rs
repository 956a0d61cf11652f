//! What is moved, voted on and decided.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::meeting::agenda::Office;
use crate::meeting::id::{FactId, PersonId};

/// One wording of a motion or decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The words; verbs between asterisks.
    pub words: String,
    /// When they were proposed.
    pub at: DateTime<Utc>,
}

/// What a motion proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "motion")]
pub enum Proposal {
    /// That somebody be elected.
    #[serde(rename = "appointment")]
    Appointment {
        /// To what.
        office: Office,
        /// Who.
        nominee: PersonId,
        /// Whether they were not in the room.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        absent: bool,
    },
    /// What its words say.
    #[serde(rename = "substantive")]
    Substantive,
}

/// What became of a motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// Before the meeting.
    #[default]
    #[serde(rename = "open")]
    Open,
    /// Carried.
    #[serde(rename = "carried")]
    Carried,
    /// Lost.
    #[serde(rename = "lost")]
    Lost,
    /// Withdrawn by its mover.
    #[serde(rename = "withdrawn")]
    Withdrawn,
    /// Fallen for want of a seconder.
    #[serde(rename = "lapsed")]
    Lapsed,
}

/// Something moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// What it proposes.
    #[serde(flatten)]
    pub proposal: Proposal,
    /// Who moved it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mover: Option<PersonId>,
    /// Who seconded it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<PersonId>,
    /// Its wordings; the last is the one that was put.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// Votes taken on it; the last counts.
    #[serde(default)]
    pub takes: Vec<Take>,
    /// What became of it.
    #[serde(default)]
    pub fate: Fate,
}

/// How agreement was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Nobody dissented and no count was taken.
    #[default]
    #[serde(rename = "assent")]
    Assent,
    /// There was one candidate.
    #[serde(rename = "unopposed")]
    Unopposed,
    /// Everybody voted for it.
    #[serde(rename = "unanimous")]
    Unanimous,
    /// Nobody voted against it; some may have abstained.
    #[serde(rename = "nobody-against")]
    NobodyAgainst,
    /// Hands were shown.
    #[serde(rename = "hands")]
    Hands,
    /// A vote was taken in a way that is not said.
    #[serde(rename = "vote")]
    Vote,
}

/// Numbers of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstained: u32,
}

/// One vote on a motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// How it was taken.
    pub method: Method,
    /// The count, where one was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// Whether the chair declared it carried.
    pub carried: bool,
    /// Who and how many were there.
    pub room: Circumstances,
}

/// What had effect in the room when something was decided. Stored, so that later changes of code cannot alter it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Who presided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// How many members were present.
    pub present: u32,
    /// How many of them could vote.
    pub entitled: u32,
    /// How many were needed, where the body's rules say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
}

/// An election to an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    /// The office.
    pub office: Office,
    /// The nominations, which are motions.
    pub nominations: Vec<FactId>,
    /// Who presided over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// Who was elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<PersonId>,
}

/// What a decision does. Kept apart from its words, since the verb has legal effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verb {
    /// Decided, with no narrower verb.
    #[default]
    #[serde(rename = "agree")]
    Agree,
    /// Received without approving.
    #[serde(rename = "note")]
    Note,
    /// Formally taken.
    #[serde(rename = "receive")]
    Receive,
    /// Consented to.
    #[serde(rename = "approve")]
    Approve,
    /// Supported somebody else's document.
    #[serde(rename = "endorse")]
    Endorse,
    /// Made the body's own.
    #[serde(rename = "adopt")]
    Adopt,
    /// Advised somebody else who decides.
    #[serde(rename = "recommend")]
    Recommend,
    /// Put off.
    #[serde(rename = "defer")]
    Defer,
    /// Sent to another body.
    #[serde(rename = "refer")]
    Refer,
    /// Refused.
    #[serde(rename = "refuse")]
    Refuse,
}

/// What a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis")]
pub enum Basis {
    /// The chair declared it agreed in this way, on no motion.
    #[serde(rename = "declared")]
    Declared {
        /// How.
        method: Method,
        /// Who and how many were there.
        room: Circumstances,
    },
    /// The last vote on a motion.
    #[serde(rename = "motion")]
    Motion {
        /// The motion.
        motion: FactId,
    },
}

/// Something decided, or drafted to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it does.
    #[serde(default)]
    pub verb: Verb,
    /// Its wordings; the last one stands.
    pub versions: Vec<Version>,
    /// What it rests on; nothing while it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Why, where reasons were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

impl Decision {
    /// The words as they stand.
    pub fn words(&self) -> &str {
        self.versions.last().map_or("", |version| &version.words)
    }
}
