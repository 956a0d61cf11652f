//! What is said: points and their turns, the sentences that open lists, questions from the public.

use serde::{Deserialize, Serialize};

use crate::meeting::agenda::Office;
use crate::meeting::id::{PartyId, PersonId};

/// Which list of an item a point stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Section {
    /// A paragraph of its own, unnumbered.
    #[default]
    #[serde(rename = "paragraph")]
    Paragraph,
    /// What the presenter highlighted.
    #[serde(rename = "highlights")]
    Highlights,
    /// Comments, questions and answers.
    #[serde(rename = "discussion")]
    Discussion,
    /// A remark between two items, after what the item decided.
    #[serde(rename = "remark")]
    Remark,
}

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "who")]
pub enum Speaker {
    /// Nobody is named: the text is a sentence of its own.
    #[default]
    #[serde(rename = "none")]
    None,
    /// Somebody whom the clerk did not recognise; the closing list asks.
    #[serde(rename = "unknown")]
    Unknown,
    /// A person on the roll.
    #[serde(rename = "person")]
    Person(PersonId),
    /// People who answer together.
    #[serde(rename = "party")]
    Party(PartyId),
    /// The body as a whole: "The Panel asked".
    #[serde(rename = "body")]
    Body,
    /// Whoever holds an office, called by it: "The Chair thanked".
    #[serde(rename = "office")]
    Office(Office),
}

/// One speaker's part of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Who speaks.
    #[serde(flatten)]
    pub speaker: Speaker,
    /// What follows the speaker's name: "asked whether ...".
    pub text: String,
}

/// Something said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The list it stands in.
    #[serde(default)]
    pub section: Section,
    /// Its topic, set apart before the text: "Youth Fund".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Who said what, in turn.
    pub turns: Vec<Turn>,
    /// Whether it is still a jotting, to be written up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub jotting: bool,
    /// What the jotting was, once it is written up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jotted: Option<String>,
}

/// The sentence that opens a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadIn {
    /// Which list.
    pub section: Section,
    /// Who highlights, or who answers.
    #[serde(default)]
    pub by: Speaker,
}

/// What a member of the public brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicQuestion {
    /// Whether it was a statement, which needs no answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub statement: bool,
    /// Who.
    pub asker: String,
    /// The question or statement.
    pub text: String,
    /// The answer, by whom and what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Turn>,
    /// The supplementary question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplementary: Option<String>,
    /// Its answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplementary_answer: Option<Turn>,
}
