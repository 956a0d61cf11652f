//! One meeting's agenda, as it was when the record began, and the plan of those to come.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::fact::{Declaration, Paragraph};
use super::id::{ItemId, PartyId, PersonId};
use super::panel::{Hearing, Precept};
use super::plan::Kind as PlanKind;

pub use super::topic::{Origin, Pledge, Report, Topic, spoken};

/// What stands for the title of an item that was added in private.
pub const PRIVATE_TITLE: &str = "Private business";

/// The agenda of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The day of the meeting.
    pub date: NaiveDate,
    /// When it is called for, in the body's time zone.
    pub time: NaiveTime,
    /// Where, as printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub venue: String,
    /// Whom to write to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// The municipal year as printed: "2023/24".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipal_year: Option<String>,
    /// The number of the first minute; unset means that minutes take their agenda item's number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_minute: Option<u32>,
    /// The number of the last minute of the meeting before, where the papers say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_minute: Option<u32>,
    /// The day of the last meeting that was held, where the papers say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_meeting: Option<NaiveDate>,
    /// The day on which the agenda was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// Who presides until there is a chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<PersonId>,
    /// What the published page says below the items, such as the deadline for public questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<String>,
    /// Other meetings that this one belongs with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Topics for reports to come, as the papers list them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// A remark about the file itself, such as what it was reconstructed from. It is not printed in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The items, in order.
    pub items: Vec<AgendaItem>,
    /// Meetings to come, as the plan before this meeting has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plan: Vec<PlanEntry>,
    /// Interests of which notice was given before the meeting: to be offered and remembered, and declared only once
    /// whoever gave notice declares them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declared: Vec<Declaration>,
}

impl Agenda {
    /// An agenda of which nothing is known but when the meeting is.
    pub fn bare(date: NaiveDate, time: NaiveTime) -> Self {
        Self {
            date,
            time,
            venue: String::new(),
            contact: String::new(),
            municipal_year: None,
            first_minute: None,
            last_minute: None,
            last_meeting: None,
            published: None,
            opens: None,
            notices: Vec::new(),
            links: Vec::new(),
            topics: Vec::new(),
            note: None,
            items: Vec::new(),
            plan: Vec::new(),
            declared: Vec::new(),
        }
    }

    /// The title of every item, by its key.
    pub fn titles(&self) -> BTreeMap<&ItemId, &str> {
        fn list<'a>(items: &'a [AgendaItem], titles: &mut BTreeMap<&'a ItemId, &'a str>) {
            for item in items {
                titles.insert(&item.id, &item.title);
                list(&item.items, titles);
            }
        }
        let mut titles = BTreeMap::new();
        list(&self.items, &mut titles);
        titles
    }
}

/// Another meeting that a meeting belongs with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "link")]
pub enum Link {
    /// This meeting deals with what an earlier one left.
    #[serde(rename = "follows")]
    Follows {
        /// The day of that meeting.
        date: NaiveDate,
    },
    /// This is an earlier meeting, which was adjourned to this day.
    #[serde(rename = "adjourned-from")]
    AdjournedFrom {
        /// The day of that meeting.
        date: NaiveDate,
    },
    /// Another meeting is held with this one.
    #[serde(rename = "companion")]
    Companion {
        /// Which, as printed: "the meeting of the Audit Committee on 3 May 2023".
        meeting: String,
    },
}

/// One thing that is known of an item, as the agenda lists it: "Reference", "23/0145/FUL".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFact {
    /// What it is.
    pub label: String,
    /// What it is for this item.
    pub value: String,
}

impl ItemFact {
    /// Reads `Label: value`; nothing where either is missing.
    pub fn read(text: &str) -> Option<Self> {
        let (label, value) = text.split_once(':')?;
        let (label, value) = (label.trim(), value.trim());
        (!label.is_empty() && !value.is_empty()).then(|| Self { label: label.to_owned(), value: value.to_owned() })
    }
}

/// An office that the body elects to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Office {
    /// The chair.
    #[serde(rename = "chair")]
    Chair,
    /// The vice-chair.
    #[serde(rename = "vice-chair")]
    ViceChair,
}

/// What is done under an item, which decides its pads and its ready-made words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum ItemKind {
    /// Election to an office.
    #[serde(rename = "election")]
    Election {
        /// The office.
        office: Office,
    },
    /// Apologies for absence, and substitutes.
    #[serde(rename = "apologies")]
    Apologies,
    /// Substitutes, where the agenda has them apart from the apologies.
    #[serde(rename = "substitutes")]
    Substitutes,
    /// Declarations of interest.
    #[serde(rename = "declarations")]
    Declarations,
    /// Minutes of earlier meetings.
    #[serde(rename = "minutes")]
    Minutes {
        /// The dates of the meetings whose minutes are before the body.
        sets: Vec<NaiveDate>,
    },
    /// Review of actions and recommendations.
    #[serde(rename = "review")]
    Review {
        /// What is up for review.
        #[serde(default)]
        topics: Vec<Topic>,
    },
    /// Public questions and statements.
    #[serde(rename = "questions")]
    Questions,
    /// Complaints against the office-holder whom the body scrutinises.
    #[serde(rename = "complaints")]
    Complaints {
        /// The year reported on, as printed: "2022/23".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<String>,
        /// How many were received, where the papers say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received: Option<u32>,
        /// What became of them, a line each.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        outcomes: Vec<String>,
    },
    /// Review of a proposed precept.
    #[serde(rename = "precept")]
    Precept(Precept),
    /// A confirmation hearing.
    #[serde(rename = "hearing")]
    Hearing(Hearing),
    /// A report.
    #[serde(rename = "report")]
    Report,
    /// The plan of meetings to come.
    #[serde(rename = "plan")]
    Plan,
    /// Anything else.
    #[default]
    #[serde(rename = "business")]
    Business,
}

/// The kinds of item, as files name them.
pub const KINDS: [&str; 13] = [
    "election",
    "apologies",
    "substitutes",
    "declarations",
    "minutes",
    "review",
    "questions",
    "complaints",
    "precept",
    "hearing",
    "report",
    "plan",
    "business",
];

/// The paper behind an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Page range as printed: "13 - 16".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<String>,
    /// Whose report it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// What the body received, after "received": "details of the mechanisms ...".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receives: Option<String>,
    /// What the paper is for, a line each: they stand below what the body received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Whether the body had asked for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub requested: bool,
    /// How the discussion calls it: "the draft Annual Report".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The document that is agreed to, where the body is asked for more than to note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The recommendation as the paper words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<String>,
    /// Who presents it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presenters: Vec<PersonId>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<PartyId>,
    /// What else is known of the item, in order: its reference, site, proposal, applicant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<ItemFact>,
    /// Why the item is urgent, where it was not on the agenda in time (Local Government Act 1972, section 100B(4)(b)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Why the public interest in keeping it private is the greater (Local Government Act 1972, Schedule 12A,
    /// paragraph 10), where it is expected to be taken without the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_interest: Option<String>,
    /// The day on which the item was added to the agenda, where that was after it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub added: Option<NaiveDate>,
}

impl AgendaItem {
    /// An item of which nothing is known but its title and what is done under it. It is given a key when it is added.
    pub fn titled(title: &str, kind: ItemKind) -> Self {
        Self {
            id: ItemId::from(""),
            number: None,
            title: title.to_owned(),
            kind,
            internal: false,
            offer: None,
            private: Vec::new(),
            confidential: false,
            paper: Paper::default(),
            items: Vec::new(),
        }
    }
}

impl Paper {
    /// This paper with what the meeting came to know of another: facts of other labels, and why the item is urgent.
    #[must_use]
    pub fn keeping(mut self, known: &Self) -> Self {
        let new = |fact: &&ItemFact| !self.facts.iter().any(|own| own.label == fact.label);
        let kept: Vec<ItemFact> = known.facts.iter().filter(new).cloned().collect();
        self.facts.extend(kept);
        self.urgency = self.urgency.or_else(|| known.urgency.clone());
        self
    }
}

/// One item of business. Items are a tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its key.
    pub id: ItemId,
    /// Its number on the agenda as printed; computed for items added in the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Its title as printed.
    pub title: String,
    /// What is done under it.
    #[serde(flatten)]
    pub kind: ItemKind,
    /// Whether it is the body's own business, which those scrutinised do not stay for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub internal: bool,
    /// The house's ready-made decision that is offered first, by its name in the style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
    /// The descriptions of exempt information under which it is expected to be taken in private.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub private: Vec<Paragraph>,
    /// Whether it is expected to be taken in private as confidential business.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    /// The paper behind it.
    #[serde(default)]
    pub paper: Paper,
    /// Items below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<AgendaItem>,
}

/// One meeting to come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// The day; nothing while it is to be arranged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The time of day, in the body's time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// What kind of meeting it is, where the files say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<PlanKind>,
    /// What meeting it is, where it is not an ordinary one: "AGM".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Venue, a line each, or "TBC".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub venue: Vec<String>,
    /// Items, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
}
