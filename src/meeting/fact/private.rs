//! Business taken without the public: what it is excluded from, under which description, and the return.

use serde::{Deserialize, Serialize};

use crate::meeting::id::{ItemId, PersonId};

/// A description of exempt information in Part 1 of Schedule 12A to the Local Government Act 1972, as it stands in
/// England since March 2006. Older lists had other numbers, and Wales has its own, 12 to 18.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Paragraph {
    /// Individuals.
    #[serde(rename = "1")]
    Individual,
    /// The identity of individuals.
    #[serde(rename = "2")]
    Identity,
    /// Financial or business affairs.
    #[serde(rename = "3")]
    Affairs,
    /// Labour relations.
    #[serde(rename = "4")]
    Labour,
    /// Legal professional privilege.
    #[serde(rename = "5")]
    Privilege,
    /// Notices, orders and directions.
    #[serde(rename = "6")]
    Orders,
    /// Crime.
    #[serde(rename = "7")]
    Crime,
}

impl Paragraph {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Individual, Self::Identity, Self::Affairs, Self::Labour, Self::Privilege, Self::Orders, Self::Crime];

    /// The paragraph of a number, 1 to 7.
    pub fn of(number: u32) -> Option<Self> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        Self::ALL.get(place).copied()
    }

    /// Its number.
    pub const fn number(self) -> usize {
        match self {
            Self::Individual => 1,
            Self::Identity => 2,
            Self::Affairs => 3,
            Self::Labour => 4,
            Self::Privilege => 5,
            Self::Orders => 6,
            Self::Crime => 7,
        }
    }

    /// The statute's own words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Individual => "Information relating to any individual.",
            Self::Identity => "Information which is likely to reveal the identity of an individual.",
            Self::Affairs => {
                "Information relating to the financial or business affairs of any particular person (including the \
                 authority holding that information)."
            }
            Self::Labour => {
                "Information relating to any consultations or negotiations, or contemplated consultations or \
                 negotiations, in connection with any labour relations matter arising between the authority or a \
                 Minister of the Crown and employees of, or office holders under, the authority."
            }
            Self::Privilege => {
                "Information in respect of which a claim to legal professional privilege could be maintained in legal \
                 proceedings."
            }
            Self::Orders => {
                "Information which reveals that the authority proposes (a) to give under any enactment a notice under \
                 or by virtue of which requirements are imposed on a person; or (b) to make an order or direction \
                 under any enactment."
            }
            Self::Crime => {
                "Information relating to any action taken or to be taken in connection with the prevention, \
                 investigation or prosecution of crime."
            }
        }
    }
}

/// Why business is confidential (Local Government Act 1972, section 100A(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// A Government department gave the information on terms that forbid its disclosure.
    #[serde(rename = "department")]
    Department,
    /// An enactment or the order of a court forbids its disclosure.
    #[serde(rename = "law")]
    Law,
}

/// Why publicity would be prejudicial to the public interest (Public Bodies (Admission to Meetings) Act 1960, section
/// 1(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prejudice {
    /// By reason of the confidential nature of the business.
    #[serde(rename = "confidential")]
    Confidential,
    /// For special reasons, which the resolution states and which arise from the nature of the business.
    #[serde(rename = "special")]
    Special(String),
}

/// On what ground the public is kept out, or was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ground")]
pub enum Ground {
    /// It was resolved to exclude them, since exempt information would be disclosed (section 100A(4)).
    #[serde(rename = "exempt")]
    Exempt,
    /// They must be excluded, without a resolution, since confidential information would be (section 100A(2)).
    #[serde(rename = "confidential")]
    Confidential {
        /// Why it is confidential, where said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<Confidence>,
    },
    /// It was resolved to exclude them, since publicity would be prejudicial to the public interest (1960 Act, section
    /// 1(2)).
    #[serde(rename = "prejudicial")]
    Prejudicial {
        /// Why, where said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<Prejudice>,
    },
    /// It was resolved to exclude them under another law, such as one on hearings, or under one that is not known.
    #[serde(rename = "other")]
    Other {
        /// The provision, as the resolution cites it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        law: Option<String>,
        /// What it asks for, in its own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
        /// Why, where said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// It was resolved not to exclude them.
    #[serde(rename = "not-excluded")]
    NotExcluded,
}

impl Ground {
    /// The special reason that a resolution states, where it does.
    pub fn reason_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::Prejudicial { because: Some(Prejudice::Special(reason)) }
            | Self::Other { because: Some(reason), .. } => Some(reason),
            _ => None,
        }
    }

    /// Takes the special reason out.
    pub fn take_reason(&mut self) -> Option<String> {
        let reason = self.reason_mut().map(std::mem::take)?;
        match self {
            Self::Other { because, .. } => *because = None,
            _ => *self = Self::Prejudicial { because: None },
        }
        Some(reason)
    }
}

/// Business that the public is excluded from (section 100A(5): the resolution identifies it and its description).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Business {
    /// The item; none for the rest of the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Which part of it, as the resolution identifies it, where it is not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The descriptions that apply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
}

/// The public was excluded, or it was resolved that it is not. Always public itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// On what ground.
    #[serde(flatten)]
    pub ground: Ground,
    /// From what.
    #[serde(default)]
    pub business: Vec<Business>,
    /// Who moved it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mover: Option<PersonId>,
    /// Who seconded it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<PersonId>,
    /// Whether it was noted that the public interest in the exemption outweighs that in disclosure (Schedule 12A,
    /// paragraph 10).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tested: bool,
}

impl Exclusion {
    /// Whether it keeps the public out of the whole of an item, or of everything from now on.
    pub fn covers(&self, item: &ItemId) -> bool {
        let whole = |business: &Business| business.item.as_ref().is_none_or(|it| it == item) && business.part.is_none();
        self.ground != Ground::NotExcluded && self.business.iter().any(whole)
    }

    /// Whether it names an item, the whole of it or a part.
    pub fn names(&self, item: &ItemId) -> bool {
        self.business.iter().any(|business| business.item.as_ref().is_none_or(|it| it == item))
    }
}

/// What a public stub stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Restricted {
    /// A decision taken in private.
    #[serde(rename = "decision")]
    Decision,
    /// An undertaking given in private.
    #[serde(rename = "action")]
    Action,
    /// What became in private of a motion that everybody heard moved.
    #[serde(rename = "motion")]
    Motion,
}
