//! What becomes of the minutes once the meeting is over: checked, published as a draft, approved, signed.
//!
//! Steps are forwards, and may leave stages out. The one step back is taken by the program: whatever alters minutes that
//! were checked or published makes them a draft again. From their approval on nothing alters them; a correction is a
//! minute of the later meeting that made it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::event::Event;
use super::fact::{Amendment, Content, Owner};
use super::state::State;

/// How far minutes have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// They are being written.
    #[default]
    Draft,
    /// Somebody read them and found them right.
    Checked,
    /// Everybody may read them, as a draft.
    Published,
    /// A later meeting approved them as a correct record.
    Approved,
    /// Whoever presided at such a meeting signed them (Local Government Act 1972, Schedule 12, paragraph 41(1)).
    Signed,
}

impl Stage {
    /// How a sentence calls minutes at this stage.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "a draft",
            Self::Checked => "checked",
            Self::Published => "published as a draft",
            Self::Approved => "approved",
            Self::Signed => "signed",
        }
    }
}

/// The minute of a later meeting by which it approved these minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The name of the body that approved them.
    pub body: String,
    /// The date of its meeting.
    pub date: NaiveDate,
    /// The entry of that meeting's record that says so.
    pub entry: u64,
    /// That entry's sum.
    pub sum: String,
    /// The corrections made there, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
    /// Who presided there, as the minutes call them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presided: Option<String>,
}

/// How minutes were signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Who signed them.
    pub by: String,
    /// The last entry of the record as it was signed.
    pub entry: u64,
    /// That entry's sum.
    pub sum: String,
    /// The name of the file with the signed text, beside the record.
    pub file: String,
    /// The SHA-256 of that file.
    pub sha256: String,
    /// The private minutes, where they were signed with the public ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private: Option<SignedText>,
}

/// A text that was signed beside the public one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedText {
    /// The name of its file, beside the record.
    pub file: String,
    /// The SHA-256 of that file.
    pub sha256: String,
}

/// A stage that minutes reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state")]
pub enum Reached {
    /// They were altered, and are a draft again.
    #[serde(rename = "draft")]
    Draft,
    /// They were checked.
    #[serde(rename = "checked")]
    Checked {
        /// By whom, where named; whoever recorded it otherwise.
        #[serde(rename = "checker", default, skip_serializing_if = "Option::is_none")]
        by: Option<Owner>,
    },
    /// They were published as a draft.
    #[serde(rename = "published")]
    Published,
    /// They were approved.
    #[serde(rename = "approved")]
    Approved(Approval),
    /// They were signed.
    #[serde(rename = "signed")]
    Signed(Signature),
}

impl Reached {
    /// The stage.
    pub const fn stage(&self) -> Stage {
        match self {
            Self::Draft => Stage::Draft,
            Self::Checked { .. } => Stage::Checked,
            Self::Published => Stage::Published,
            Self::Approved(_) => Stage::Approved,
            Self::Signed(_) => Stage::Signed,
        }
    }
}

/// A stage that minutes reached, and when that was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// What.
    pub reached: Reached,
}

impl State {
    /// How far the minutes have come.
    pub fn stage(&self) -> Stage {
        self.steps.last().map_or(Stage::Draft, |step| step.reached.stage())
    }

    /// Every stage that the minutes reached, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// By which minute of a later meeting they were approved.
    pub fn approval(&self) -> Option<&Approval> {
        self.steps.iter().rev().find_map(|step| match &step.reached {
            Reached::Approved(approval) => Some(approval),
            _ => None,
        })
    }

    /// How they were signed.
    pub fn signature(&self) -> Option<&Signature> {
        self.steps.iter().rev().find_map(|step| match &step.reached {
            Reached::Signed(signature) => Some(signature),
            _ => None,
        })
    }

    /// Whether the minutes were checked or published, and altered since.
    pub fn altered_since_checked(&self) -> bool {
        self.steps.last().is_some_and(|step| step.reached == Reached::Draft)
    }
}

impl Event {
    /// Whether it alters the minutes. Notes to oneself, time marks and what is said of the record itself do not.
    pub(super) fn alters_minutes(&self, state: &State) -> bool {
        let never_printed = |content: &Content| matches!(content, Content::Note(_) | Content::Mark(_));
        match self {
            Self::Stage { .. }
            | Self::Asked { .. }
            | Self::Overruled { .. }
            | Self::Clock { .. }
            | Self::Redacted { .. }
            | Self::Withheld { .. }
            | Self::Kept { .. }
            | Self::Undone { .. }
            | Self::Redone { .. }
            | Self::Opened(_) => false,
            Self::Recorded { content, .. } | Self::Changed { content, .. } | Self::Published { content, .. } => {
                !never_printed(content)
            }
            Self::Moved { id, .. } | Self::Struck { id, .. } => {
                state.fact(*id).is_none_or(|fact| !never_printed(&fact.content))
            }
            Self::Adopted(_)
            | Self::Turned { .. }
            | Self::TurnedAnew { .. }
            | Self::Person { .. }
            | Self::Seated { .. }
            | Self::ItemAdded { .. }
            | Self::ItemState { .. }
            | Self::ItemTitle { .. }
            | Self::ItemPaper { .. }
            | Self::Plan { .. }
            | Self::Retimed { .. }
            | Self::Stub { .. }
            | Self::PublicTitle { .. } => true,
        }
    }
}
