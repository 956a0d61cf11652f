//! What is to be done: promises, recommendations, and reports on earlier ones.

use serde::{Deserialize, Serialize};

use crate::meeting::id::{FactId, PartyId, PersonId};
use crate::text::fold;

/// Where an action stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Nothing is known yet.
    #[default]
    #[serde(rename = "open")]
    Open,
    /// It is being done.
    #[serde(rename = "in-hand")]
    InHand,
    /// It is too early to say.
    #[serde(rename = "too-early")]
    TooEarly,
    /// It is done.
    #[serde(rename = "done")]
    Done,
    /// It was declined, with a reason.
    #[serde(rename = "declined")]
    Declined,
    /// It is for somebody else.
    #[serde(rename = "not-ours")]
    NotOurs,
}

impl Standing {
    /// All of them by the names that files and commands give them.
    pub const NAMED: [(&str, Self); 6] = [
        ("open", Self::Open),
        ("in-hand", Self::InHand),
        ("too-early", Self::TooEarly),
        ("done", Self::Done),
        ("declined", Self::Declined),
        ("not-ours", Self::NotOurs),
    ];

    /// Its name in files and commands.
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, standing)| *standing == self).map_or("", |(name, _)| name)
    }

    /// As registers print it.
    pub const fn shown(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InHand => "in hand",
            Self::TooEarly => "too early to say",
            Self::Done => "done",
            Self::Declined => "declined",
            Self::NotOurs => "for somebody else",
        }
    }

    /// Where an action stands by words of a person: its name, or as registers print it, whatever the capitals and with or
    /// without a hyphen.
    pub fn told(words: &str) -> Option<Self> {
        let plain = |words: &str| fold(words).replace('-', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = plain(words);
        let all = Self::NAMED.iter().copied();
        // What is overdue is printed so behind where it stands.
        let wanted = wanted.strip_suffix(", overdue").unwrap_or(&wanted);
        all.into_iter().find(|(name, one)| plain(name) == wanted || one.shown() == wanted).map(|(_, one)| one)
    }

    /// Whether nothing is known of it yet.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    pub(in crate::meeting) fn is_open(&self) -> bool {
        *self == Self::Open
    }

    /// Whether nothing more is to come of it: it is done, was declined, or is for somebody else.
    pub const fn is_finished(self) -> bool {
        matches!(self, Self::Done | Self::Declined | Self::NotOurs)
    }
}

/// A report on an earlier action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// The action's topic as printed.
    pub topic: String,
    /// What was reported.
    pub text: String,
    /// Where the action stands, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// Who is to act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "owner", content = "who")]
pub enum Owner {
    /// A person on the roll.
    #[serde(rename = "person")]
    Person(PersonId),
    /// People who act together.
    #[serde(rename = "party")]
    Party(PartyId),
    /// Somebody named in words.
    #[serde(rename = "named")]
    Named(String),
}

/// A promise made in the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub text: String,
    /// By whom; the closing list asks where nobody is named.
    #[serde(flatten)]
    pub owner: Option<Owner>,
    /// By when, as said: "next meeting", "30 September 2023".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// The point it was promised in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FactId>,
    /// Where it stands.
    #[serde(default)]
    pub standing: Standing,
}

/// Advice to somebody else who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// To whom.
    pub to: String,
    /// What.
    pub text: String,
    /// The decision that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FactId>,
    /// Why, where reasons were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}
