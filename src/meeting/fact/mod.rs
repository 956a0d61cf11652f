//! What is recorded under an item: points, decisions, declarations, promises and the rest.

mod course;
mod decided;
mod followed;
mod held;
mod noted;
mod private;
mod room;
mod said;
mod voted;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::id::{FactId, ItemId};

pub use course::*;
pub use decided::*;
pub use followed::*;
pub use held::*;
pub use noted::*;
pub use private::*;
pub use room::*;
pub use said::*;
pub use voted::*;

/// Who may read a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// Everybody.
    #[default]
    #[serde(rename = "public")]
    Public,
    /// Only those entitled to private business; kept in the private file.
    #[serde(rename = "private")]
    Private,
}

impl Audience {
    /// Of two, the narrower one.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::Private { self } else { other }
    }
}

/// A recorded fact, with its place and its standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its identity.
    pub id: FactId,
    /// The item it stands under.
    pub item: ItemId,
    /// Who may read it.
    pub audience: Audience,
    /// When it happened in the room.
    pub when: DateTime<Utc>,
    /// Whether it was recorded after the meeting had closed.
    pub after_meeting: bool,
    /// Why it was struck out, if it was.
    pub struck: Option<String>,
    /// What was recorded.
    pub content: Content,
    /// As everybody reads it, where the private part changed it since.
    pub told: Option<Box<Content>>,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact")]
pub enum Content {
    /// Something said, by one speaker or several in turn.
    #[serde(rename = "point")]
    Point(Point),
    /// The sentence that opens a list of highlights or a discussion.
    #[serde(rename = "lead-in")]
    LeadIn(LeadIn),
    /// People came, left or returned.
    #[serde(rename = "movement")]
    Movement(Movement),
    /// Somebody took the chair, an office or a seat, or gave one up.
    #[serde(rename = "tenure")]
    Tenure(Tenure),
    /// There was nothing to record under the item.
    #[serde(rename = "nil")]
    Nil,
    /// An interest was declared.
    #[serde(rename = "declaration")]
    Declaration(Declaration),
    /// Minutes of an earlier meeting were dealt with.
    #[serde(rename = "minutes")]
    Minutes(MinutesOutcome),
    /// An earlier action was reported on.
    #[serde(rename = "update")]
    Update(Update),
    /// A member of the public asked or stated something.
    #[serde(rename = "question")]
    Question(PublicQuestion),
    /// Something was moved.
    #[serde(rename = "motion")]
    Motion(Motion),
    /// Somebody was elected to an office.
    #[serde(rename = "election")]
    Election(Election),
    /// Several motions were put against each other.
    #[serde(rename = "contest")]
    Contest(Contest),
    /// Something was decided, or is about to be.
    #[serde(rename = "decision")]
    Decision(Decision),
    /// Somebody promised something.
    #[serde(rename = "action")]
    Action(Action),
    /// The body recommended something to somebody else.
    #[serde(rename = "recommendation")]
    Recommendation(Recommendation),
    /// The public was excluded, or was not after all.
    #[serde(rename = "exclusion")]
    Exclusion(Exclusion),
    /// The public came back.
    #[serde(rename = "readmission")]
    Readmission,
    /// A moment to be named later. Never printed.
    #[serde(rename = "mark")]
    Mark(TimeMark),
    /// Something in the course of the meeting that has a sentence of its own.
    #[serde(rename = "passage")]
    Passage(Passage),
    /// The meeting adjourned, took a recess or was inquorate.
    #[serde(rename = "pause")]
    Pause(Pause),
    /// A small table.
    #[serde(rename = "table")]
    Table(Grid),
    /// A note to oneself. Always private, never printed.
    #[serde(rename = "note")]
    Note(Note),
}

impl Fact {
    /// As everybody reads it; nothing where it is private from its beginning.
    pub fn heard(&self) -> Option<&Content> {
        let whole = (self.audience == Audience::Public).then_some(&self.content);
        self.told.as_deref().or(whole)
    }
}

impl Content {
    /// Whether it says nothing of the business of its item: a mark, a note, or who came and went.
    pub fn is_beside_business(&self) -> bool {
        matches!(self, Self::Mark(_) | Self::Note(_) | Self::Movement(_))
    }

    /// Whether its sentences are its own words rather than the house's.
    pub fn has_own_words(&self) -> bool {
        match self {
            Self::Point(_)
            | Self::Declaration(_)
            | Self::Update(_)
            | Self::Question(_)
            | Self::Decision(_)
            | Self::Action(_)
            | Self::Recommendation(_)
            | Self::Passage(_)
            | Self::Pause(_)
            | Self::Table(_) => true,
            Self::LeadIn(_)
            | Self::Movement(_)
            | Self::Tenure(_)
            | Self::Nil
            | Self::Minutes(_)
            | Self::Motion(_)
            | Self::Election(_)
            | Self::Contest(_)
            | Self::Exclusion(_)
            | Self::Readmission
            | Self::Mark(_)
            | Self::Note(_) => false,
        }
    }

    /// Who may read it when it is recorded while the room is `room`.
    pub fn audience(&self, room: Audience) -> Audience {
        match self {
            Self::Note(_) => Audience::Private,
            Self::Movement(_) | Self::Tenure(_) | Self::Nil | Self::Exclusion(_) | Self::Readmission => {
                Audience::Public
            }
            // It is written for everybody, whenever that is.
            _ if self.is_summary() => Audience::Public,
            _ => room,
        }
    }

    /// The class under which an item counts it, for the numbers of its lists.
    pub(super) fn class(&self) -> u8 {
        match self {
            Self::Point(Point { section: Section::Highlights, .. }) => class::HIGHLIGHT,
            Self::Point(Point { section: Section::Discussion, .. }) => class::DISCUSSION,
            Self::Decision(_) => class::DECISION,
            Self::LeadIn(LeadIn { section: Section::Highlights, .. }) => class::HIGHLIGHTS_LEAD_IN,
            Self::LeadIn(LeadIn { section: Section::Discussion, .. }) => class::DISCUSSION_LEAD_IN,
            _ => class::OTHER,
        }
    }
}

/// The classes that items count their facts by.
pub mod class {
    /// Points among the highlights.
    pub const HIGHLIGHT: u8 = 0;
    /// Points of the discussion.
    pub const DISCUSSION: u8 = 1;
    /// Decisions.
    pub const DECISION: u8 = 2;
    /// Everything else.
    pub const OTHER: u8 = 3;
    /// Sentences that open the highlights, struck ones too.
    pub const HIGHLIGHTS_LEAD_IN: u8 = 4;
    /// Sentences that open the discussion, struck ones too.
    pub const DISCUSSION_LEAD_IN: u8 = 5;
}
