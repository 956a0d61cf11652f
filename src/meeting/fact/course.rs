//! What happens in the course of a meeting besides debate and decision: passages with a sentence of their own, pauses,
//! and small tables.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::meeting::id::ItemId;

use super::Owner;

/// What kind of passage it is, which decides its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PassageKind {
    /// Somebody announced something.
    #[default]
    #[serde(rename = "announcement")]
    Announcement,
    /// Somebody paid tribute.
    #[serde(rename = "tribute")]
    Tribute,
    /// The meeting stood in silence.
    #[serde(rename = "silence")]
    Silence,
    /// A paper was laid before the meeting.
    #[serde(rename = "tabled")]
    Tabled,
    /// Somebody gave a presentation.
    #[serde(rename = "presentation")]
    Presentation,
    /// An officer gave advice that is to be minuted.
    #[serde(rename = "advice")]
    Advice,
    /// A petition was presented.
    #[serde(rename = "petition")]
    Petition,
    /// A deputation was received.
    #[serde(rename = "deputation")]
    Deputation,
    /// A member of the public, or somebody else with a right to be heard, spoke.
    #[serde(rename = "speaker")]
    Speaker,
    /// Items were considered together.
    #[serde(rename = "together")]
    Together,
    /// Being inquorate, members talked without deciding.
    #[serde(rename = "informal")]
    Informal,
    /// A question or statement from the public came too late to be put.
    #[serde(rename = "late-submission")]
    LateSubmission,
    /// What everybody may read of business that was taken in private, written by the proper officer where leaving the
    /// private words out leaves no coherent record (Local Government Act 1972, section 100C(2)). Always public.
    #[serde(rename = "summary")]
    Summary,
}

impl PassageKind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::Announcement,
        Self::Tribute,
        Self::Silence,
        Self::Tabled,
        Self::Presentation,
        Self::Advice,
        Self::Petition,
        Self::Deputation,
        Self::Speaker,
        Self::Together,
        Self::Informal,
        Self::LateSubmission,
        Self::Summary,
    ];

    /// Whether the passage says nothing unless words are given.
    pub const fn needs_words(self) -> bool {
        !matches!(
            self,
            Self::Silence | Self::Speaker | Self::Deputation | Self::Together | Self::Informal | Self::LateSubmission
        )
    }
}

/// Something in the course of the meeting that the minutes give a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What kind it is. Stored under another name, since an event's own kind stands beside it.
    #[serde(rename = "passage")]
    pub kind: PassageKind,
    /// Who announced, presented, advised or spoke.
    #[serde(flatten)]
    pub by: Option<Owner>,
    /// As what they spoke, in the body's words: "objector", "parish council".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What it was about, or what was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How many signed a petition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<u32>,
    /// What becomes of a petition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// The other items that it concerns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemId>,
    /// When a speaker had finished, in UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<Utc>>,
}

/// Why the meeting does not sit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum PauseKind {
    /// It adjourned.
    #[default]
    #[serde(rename = "adjourned")]
    Adjourned,
    /// It took a short break.
    #[serde(rename = "recess")]
    Recess,
    /// Too few members were there.
    #[serde(rename = "inquorate")]
    Inquorate,
}

/// The meeting adjourned, took a recess or ended for want of a quorum. Recorded in one entry with the change of the
/// sitting, which has the times; when it resumed is read from there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// Why it does not sit. Stored under another name, since an event's own kind stands beside it.
    #[serde(rename = "pause")]
    pub kind: PauseKind,
    /// To when, as said: "2 pm", "Thursday 20 July 2023 at 10 am".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Why, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// A small table inside a minute.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The headings of its columns.
    pub columns: Vec<String>,
    /// Its rows, each with a text for every column.
    pub rows: Vec<Vec<String>>,
    /// Whether a row of totals stands below.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub total: bool,
}
