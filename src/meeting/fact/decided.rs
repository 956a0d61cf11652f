//! What is moved and decided.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::meeting::agenda::Office;
use crate::meeting::id::{FactId, ItemId, PersonId};

use super::room::Circumstances;
use super::voted::{Method, Take};

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
    /// That another motion be altered.
    #[serde(rename = "amendment")]
    Amendment {
        /// The motion, or amendment, that it would alter.
        to: FactId,
        /// How that one would read, where it was typed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reads: Option<String>,
    },
    /// That the meeting proceed in some way.
    #[serde(rename = "procedural")]
    Procedural {
        /// In which.
        procedure: Procedure,
    },
}

/// How a procedural motion would have the meeting proceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Procedure {
    /// To the next business.
    #[serde(rename = "next-business")]
    NextBusiness,
    /// To the vote, without more debate.
    #[serde(rename = "put-the-question")]
    PutTheQuestion,
    /// By adjourning the debate.
    #[serde(rename = "adjourn-debate")]
    AdjournDebate,
    /// By adjourning the meeting.
    #[serde(rename = "adjourn")]
    Adjourn,
    /// Beyond the time at which it would end.
    #[serde(rename = "extend")]
    Extend,
    /// In another order of business.
    #[serde(rename = "change-order")]
    ChangeOrder,
    /// By taking a vote in a certain way, such as by ballot or by name.
    #[serde(rename = "way-of-voting")]
    WayOfVoting,
    /// Without a rule of procedure, for a time.
    #[serde(rename = "suspend-rule")]
    SuspendRule,
    /// As its words say.
    #[serde(rename = "other")]
    Other,
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
    /// Taken into the motion by its mover, with consent and without a vote.
    #[serde(rename = "accepted")]
    Accepted,
    /// Fallen with what it would have altered, or by the choice of an alternative.
    #[serde(rename = "fallen")]
    Fallen,
    /// Not put, since the meeting resolved to go on to its next business.
    #[serde(rename = "not-put")]
    NotPut,
}

/// One part of a motion that is put by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its words.
    pub words: String,
    /// Votes taken on it; the last counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub takes: Vec<Take>,
    /// What became of it.
    #[serde(default)]
    pub fate: Fate,
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
    /// Whether somebody moved it who was not named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moved: bool,
    /// Whether somebody seconded it who was not named.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub seconded: bool,
    /// What the decision does if it carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verb: Option<Verb>,
    /// Its wordings; the last is the one that was put.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// Votes taken on it; the last counts.
    #[serde(default)]
    pub takes: Vec<Take>,
    /// Its parts, where they are put one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// What became of it.
    #[serde(default)]
    pub fate: Fate,
}

impl Motion {
    /// A motion that nothing has become of.
    pub fn new(proposal: Proposal) -> Self {
        Self {
            proposal,
            mover: None,
            seconder: None,
            moved: false,
            seconded: false,
            verb: None,
            versions: Vec::new(),
            takes: Vec::new(),
            parts: Vec::new(),
            fate: Fate::Open,
        }
    }

    /// The words as they stand; empty for a nomination.
    pub fn words(&self) -> &str {
        self.versions.last().map_or("", |version| &version.words)
    }

    /// Whether a vote was taken on it or on a part of it.
    pub fn was_put(&self) -> bool {
        !self.takes.is_empty() || self.parts.iter().any(|part| !part.takes.is_empty())
    }

    /// Whether it waits to be dealt with. A nomination waits for its election instead.
    pub fn is_before_the_meeting(&self) -> bool {
        self.fate == Fate::Open && !matches!(self.proposal, Proposal::Appointment { .. })
    }

    /// The motion that it would alter, where it is an amendment.
    pub fn amends(&self) -> Option<FactId> {
        match self.proposal {
            Proposal::Amendment { to, .. } => Some(to),
            _ => None,
        }
    }
}

/// What a decision does. Kept apart from its words, since the verb has legal effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Given to an officer to decide.
    #[serde(rename = "delegate")]
    Delegate,
    /// Vetoed.
    #[serde(rename = "veto")]
    Veto,
    /// Vetoed as too high (SI 2012/2271, regulation 5(3), on which the revised precept depends).
    #[serde(rename = "veto-too-high")]
    VetoTooHigh,
    /// Vetoed as too low.
    #[serde(rename = "veto-too-low")]
    VetoTooLow,
    /// Nothing was decided on what was before the body.
    #[serde(rename = "no-decision")]
    NoDecision,
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
    /// A vote on its words, with no motion recorded.
    #[serde(rename = "vote")]
    Vote {
        /// The vote.
        take: Box<Take>,
    },
    /// The last vote on a motion.
    #[serde(rename = "motion")]
    Motion {
        /// The motion.
        motion: FactId,
    },
    /// It has effect although the vote was against it, such as where a rule needs more than a majority to undo it.
    #[serde(rename = "stands")]
    Stands {
        /// Why, as the chair said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// Somebody decided it outside the meeting, which was told of it.
    #[serde(rename = "outside")]
    Outside {
        /// Who, as said: "the Chief Executive in consultation with the Chair".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<String>,
        /// When, as said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<String>,
    },
}

/// Whom a decision goes on to: the body that is advised or asked, the officer it is left to, the day it is put off to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Onward {
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// In consultation with whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// By when a reply is asked for, or to when it is put off, as said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
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
    /// Conditions that it is subject to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Members who asked that their dissent be recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dissent: Vec<PersonId>,
    /// Whom it goes on to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onward: Option<Onward>,
    /// Other items that it decides as well, where several were put at once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ItemId>,
}

impl Decision {
    /// The motion that it rests on, if it rests on one.
    pub fn rests_on(&self) -> Option<FactId> {
        match self.basis {
            Some(Basis::Motion { motion }) => Some(motion),
            _ => None,
        }
    }

    /// The words as they stand.
    pub fn words(&self) -> &str {
        self.versions.last().map_or("", |version| &version.words)
    }
}
