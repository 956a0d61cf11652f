//! Classes of the Popolo data standard for open government, with the names of its terms.
//!
//! Only terms that a record knows are written; a term that is not known is left out, never guessed.

use serde::Serialize;

/// A legislative or scrutinising body.
#[derive(Clone, Debug, Serialize)]
pub struct Organization {
    /// The key of the body.
    pub id: String,
    /// Its name as printed.
    pub name: String,
    /// What kind of organisation it is.
    pub classification: &'static str,
}

/// Somebody who is named in the record.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    /// The person's key.
    pub id: String,
    /// The name in full.
    pub name: String,
    /// What stands before the name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub honorific_prefix: String,
    /// The forename, where it is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given_name: String,
    /// The surname.
    pub family_name: String,
}

/// A seat, which somebody may hold.
#[derive(Clone, Debug, Serialize)]
pub struct Post {
    /// The seat's key.
    pub id: String,
    /// What the holder is.
    pub label: &'static str,
    /// The body that it is a seat of.
    pub organization_id: String,
}

/// That somebody is a member of the body, or holds an office of it.
#[derive(Clone, Debug, Serialize)]
pub struct Membership {
    /// Who.
    pub person_id: String,
    /// Of what body.
    pub organization_id: String,
    /// As what: member, substitute, chair, vice-chair.
    pub role: &'static str,
    /// In which seat, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post_id: Option<String>,
    /// The name of the authority that appointed them, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// Whom a substitute stood in for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitute_for: Option<String>,
}

/// The meeting.
#[derive(Clone, Debug, Serialize)]
pub struct Event {
    /// The body's key and the day.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it began, or was called for: RFC 3339, with the offset of the body's time zone.
    pub start_date: String,
    /// When it ended, where it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_date: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub location: String,
    /// The body that met.
    pub organization_id: String,
}

/// Something moved.
#[derive(Clone, Debug, Serialize)]
pub struct Motion {
    /// Its identity in the record.
    pub id: String,
    /// The body that it was moved in.
    pub organization_id: String,
    /// The item that it was moved under.
    pub item_id: String,
    /// What kind of motion: substantive, amendment, procedural, appointment.
    pub classification: &'static str,
    /// The motion that it would amend.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<String>,
    /// Who moved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_id: Option<String>,
    /// Who seconded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconder_id: Option<String>,
    /// Whom it would appoint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nominee_id: Option<String>,
    /// Its words as put.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// When it was moved: RFC 3339.
    pub date: String,
    /// What became of it, in the record's words: open, carried, lost, withdrawn, lapsed, accepted, fallen, not-put.
    pub fate: crate::meeting::fact::Fate,
    /// Whether it passed, where it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<&'static str>,
}

/// A vote.
#[derive(Clone, Debug, Serialize)]
pub struct VoteEvent {
    /// Its identity: that of what was voted on, and which vote on it.
    pub id: String,
    /// The motion that was voted on, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motion_id: Option<String>,
    /// The decision that it was taken on, where no motion was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_id: Option<String>,
    /// The election or choice that it is a round of, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice_id: Option<String>,
    /// The body that voted.
    pub organization_id: String,
    /// How it was taken, in the record's words.
    pub method: crate::meeting::fact::Method,
    /// `pass` or `fail`, as the chair declared; left out for a choice between several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<&'static str>,
    /// How many could vote.
    pub entitled: u32,
    /// The numbers, where a count was taken.
    pub counts: Vec<Count>,
    /// The votes by name that were recorded.
    pub votes: Vec<Vote>,
}

/// How many voted in one way.
#[derive(Clone, Debug, Serialize)]
pub struct Count {
    /// `yes`, `no`, `abstain`, `not voting`; in a choice, the identity of what was chosen.
    pub option: String,
    /// How many.
    pub value: u32,
}

/// How one person voted.
#[derive(Clone, Debug, Serialize)]
pub struct Vote {
    /// Who.
    pub voter_id: String,
    /// As in [`Count::option`].
    pub option: String,
    /// `casting vote` for the second vote of whoever presided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<&'static str>,
}
