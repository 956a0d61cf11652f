//! What an earlier meeting left to be done, up for review: the same action from one meeting to the next.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::fact::Standing;
use super::id::FactId;
use super::plan::same_title;
use crate::text::fold;

/// A promise or recommendation of an earlier meeting, up for review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its name as printed, which no other topic of the agenda has: "Hard to Reach Communities - Diversity of Panels".
    pub title: String,
    /// Who was to act, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when, as said: "next meeting", "30 September 2023".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Where it stood before this meeting.
    #[serde(default, skip_serializing_if = "Standing::is_open")]
    pub standing: Standing,
    /// The action that it is, where the files say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What earlier meetings heard of it, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
}

impl Topic {
    /// A topic of which nothing is known but its name.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }
}

/// Where an action comes from. The meeting and the fact make it the same action in every later one; where no record is
/// known to hold it, the meeting and its words do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The day of the meeting in which it was recorded, or of the first that is known to have had it.
    pub meeting: NaiveDate,
    /// When that meeting was called for, in the body's time zone: two of one day are told apart by it. Nothing in what
    /// was written before this was kept, and for an action taken from papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
    /// The fact that it is in that meeting's record; nothing for an action taken from papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<FactId>,
    /// Whether it was promised or asked for.
    #[serde(default, skip_serializing_if = "Pledge::is_undertaking")]
    pub pledge: Pledge,
    /// Where it stands in the minutes of that meeting, as they cite it: "11(3)".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minute: Option<String>,
    /// The title of the item that it was recorded under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// What is to be done, in that meeting's words.
    pub text: String,
}

impl Origin {
    /// Whether two papers mean the same action: by its place in the record, and by its words where one of them was made
    /// without the record.
    pub fn is_same(&self, other: &Self) -> bool {
        self.meeting == other.meeting
            && match (self.fact, other.fact) {
                // A meeting may have been called for another time since.
                (Some(fact), Some(its)) => fact == its && (self.is_at(other) || self.words() == other.words()),
                (None, None) => self.words() == other.words(),
                (Some(_), None) => is_within(&self.text, &other.text),
                (None, Some(_)) => is_within(&other.text, &self.text),
            }
    }

    /// Whether both may be of one meeting of their day, by the times that are known.
    pub fn is_at(&self, other: &Self) -> bool {
        self.meeting == other.meeting && self.time.zip(other.time).is_none_or(|(one, other)| one == other)
    }

    /// What is to be done, as words are compared.
    pub fn words(&self) -> String {
        spoken(&self.text)
    }
}

/// The name or the words of an action as they are compared: whatever their capitals, accents and full stop.
pub fn spoken(text: &str) -> String {
    fold(text.trim().trim_end_matches('.'))
}

/// Whether a sentence of the minutes is that of a recorded action: it has the action's words, and may have more.
fn is_within(action: &str, sentence: &str) -> bool {
    action.trim_end_matches('.').chars().count() <= sentence.chars().count() && same_title(action, sentence)
}

/// What kind of thing is left to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Pledge {
    /// Somebody undertook it.
    #[default]
    #[serde(rename = "undertaking")]
    Undertaking,
    /// The body recommended it to somebody, who is to answer.
    #[serde(rename = "recommendation")]
    Recommendation,
}

impl Pledge {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    fn is_undertaking(&self) -> bool {
        *self == Self::Undertaking
    }
}

/// What a meeting heard of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The day of that meeting.
    pub meeting: NaiveDate,
    /// What was reported.
    pub text: String,
    /// Where the action stood from then on, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}
