//! The record of a meeting as data: JSON for other programs, with the names of the Popolo standard where it has a class.
//!
//! It says what the minutes say and nothing else: what is private, struck out or a note to oneself is not in it.
//!
//! Its members: `format`, `mark`, `language`; `organization`, `event`, `persons`, `posts`, `memberships`, `attendance`;
//! `items`, `motions`, `vote_events`, `elections`, `decisions`, `recommendations`, `actions`, `reviewed`, `interests`.

mod build;
pub mod popolo;
mod printed;
#[cfg(test)]
mod tests;
mod votes;

use serde::Serialize;

use crate::meeting::agenda::{Office, Origin, Report};
use crate::meeting::event::Presence;
use crate::meeting::fact::{Standing, Verb};
use crate::meeting::state::State;

use super::sheet::Sheet;
use super::style::Style;

use popolo::{Event, Membership, Motion, Organization, Person, Post, VoteEvent};
use printed::Printed;

/// The name of this format. It gets another number when something is taken out of it or changes its meaning.
pub const FORMAT: &str = "quorate-meeting-1";

/// A meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// [`FORMAT`].
    pub format: &'static str,
    /// The mark on the minutes: that they are a draft, or private. Empty where there is none.
    pub mark: String,
    /// The language of the text, as a tag of BCP 47.
    pub language: String,
    /// The body.
    pub organization: Organization,
    /// The meeting.
    pub event: Event,
    /// Everybody who is named, members first.
    pub persons: Vec<Person>,
    /// The seats.
    pub posts: Vec<Post>,
    /// Who held which seat or office, and who stood in.
    pub memberships: Vec<Membership>,
    /// Who was there.
    pub attendance: Vec<Attendance>,
    /// The items in the order of the minutes, each with its text as printed.
    pub items: Vec<Item>,
    /// Everything that was moved.
    pub motions: Vec<Motion>,
    /// Every vote.
    pub vote_events: Vec<VoteEvent>,
    /// Every election.
    pub elections: Vec<Election>,
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// What was recommended to others.
    pub recommendations: Vec<Recommendation>,
    /// Who undertook to do what.
    pub actions: Vec<Action>,
    /// What earlier meetings left to be done, and what this one heard of it.
    pub reviewed: Vec<Reviewed>,
    /// The interests that were declared.
    pub interests: Vec<Interest>,
}

/// Whether somebody was there.
#[derive(Clone, Debug, Serialize)]
pub struct Attendance {
    /// Who.
    pub person_id: String,
    /// In the record's words: present, left, apologies, absent.
    pub presence: Presence,
    /// Why, where it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether they attended remotely at any time.
    pub remote: bool,
}

/// An item of business.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    /// Its key.
    pub id: String,
    /// The item that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// Its number on the agenda.
    pub number: String,
    /// The number of its minute.
    pub minute: String,
    /// Its title as everybody may read it.
    pub title: String,
    /// What is done under it, in the words of agenda files.
    pub kind: String,
    /// What became of it: open, skipped, deferred, withdrawn, merged.
    pub state: String,
    /// What the minutes print under it, below its heading.
    pub text: Vec<Printed>,
}

/// An election.
#[derive(Clone, Debug, Serialize)]
pub struct Election {
    /// Its identity in the record.
    pub id: String,
    /// The item that it was held under.
    pub item_id: String,
    /// To what office.
    pub office: Office,
    /// The nominations, which are motions.
    pub nominations: Vec<String>,
    /// Who was elected, where somebody was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elected_id: Option<String>,
}

/// A decision.
#[derive(Clone, Debug, Serialize)]
pub struct Decision {
    /// Its identity in the record.
    pub id: String,
    /// The item that it was taken under.
    pub item_id: String,
    /// Other items that it decides as well.
    pub also: Vec<String>,
    /// What it does, in the record's words.
    pub verb: Verb,
    /// As the minutes print it.
    pub text: String,
    /// The motion that it rests on, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motion_id: Option<String>,
    /// Its conditions.
    pub conditions: Vec<String>,
    /// Its reasons.
    pub reasons: Vec<String>,
    /// Members who asked that their dissent be recorded.
    pub dissent: Vec<String>,
}

/// Advice to somebody else who decides.
#[derive(Clone, Debug, Serialize)]
pub struct Recommendation {
    /// Its identity in the record.
    pub id: String,
    /// The item that it was made under.
    pub item_id: String,
    /// To whom.
    pub to: String,
    /// What.
    pub text: String,
    /// Why.
    pub reasons: Vec<String>,
}

/// An undertaking.
#[derive(Clone, Debug, Serialize)]
pub struct Action {
    /// Its identity in the record.
    pub id: String,
    /// The item that it was made under.
    pub item_id: String,
    /// What is to be done.
    pub text: String,
    /// By whom, as printed.
    pub owner: String,
    /// By whom, where it is one person who is named here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_id: Option<String>,
    /// By when, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Where it was said, as the minutes cite it.
    pub minute: String,
    /// Where it stands, in the record's words.
    pub standing: Standing,
}

/// An action of an earlier meeting that was up for review.
#[derive(Clone, Debug, Serialize)]
pub struct Reviewed {
    /// What it is called under the review.
    pub title: String,
    /// Where it is from: the meeting, the fact in its record, the minute and item, and its words.
    #[serde(flatten)]
    pub origin: Option<Origin>,
    /// By whom, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when, as said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// Where it stands after this meeting, in the record's words.
    pub standing: Standing,
    /// What meetings heard of it, the earliest first.
    pub updates: Vec<Report>,
}

/// An interest that was declared.
#[derive(Clone, Debug, Serialize)]
pub struct Interest {
    /// Its identity in the record.
    pub id: String,
    /// Who declared it.
    pub person_id: String,
    /// The items that it is in; none where it is in all business.
    pub items: Vec<String>,
    /// The body's category, where one was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// What it is; left out where it is sensitive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
}

/// The meeting as data, with what `sheet` says of the whole and `mark` on it.
pub fn document(state: &State, style: &Style, sheet: &Sheet, mark: &str) -> Document {
    build::document(state, style, sheet, mark)
}

/// The same as JSON with an end of line, the same bytes for the same record.
pub fn to_json(state: &State, style: &Style, sheet: &Sheet, mark: &str) -> Vec<u8> {
    // Every key is a string and every value can be said in JSON.
    let mut bytes = serde_json::to_vec_pretty(&document(state, style, sheet, mark)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
