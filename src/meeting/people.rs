//! People: how they are named, and what they are to the body.

use serde::{Deserialize, Serialize};

use super::id::{GroupId, PartyId, PersonId};
pub use super::name::Name;

/// How a person is referred to: "his", "her" or "their". Unset prints "their".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pronoun {
    /// he, him, his
    #[serde(rename = "he")]
    He,
    /// she, her, her
    #[serde(rename = "she")]
    She,
    /// they, them, their
    #[default]
    #[serde(rename = "they")]
    They,
}

/// Somebody on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their key.
    pub id: PersonId,
    /// Their name.
    pub name: Name,
    /// How they are referred to.
    #[serde(default)]
    pub pronoun: Pronoun,
    /// The attendance group they are listed in, for people who hold no seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Post or role: "Monitoring Officer".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Employer or organisation: "Peterborough City Council".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// How they are called in the minutes where not by name: "the Commissioner".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// Short handles the clerk types: `pcc`, `mj`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handles: Vec<String>,
    /// Whether they usually attend, and so are offered with one key.
    #[serde(default)]
    pub usual: bool,
    /// The authority that they are a member of, which decides for whom they may substitute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The political group that they belong to, which decides for whom they may substitute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub political_group: Option<String>,
}

/// What an attendance group is to the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupKind {
    /// Holders of seats and their substitutes.
    #[serde(rename = "members")]
    Members,
    /// Officers who serve the body.
    #[serde(rename = "officers")]
    Officers,
    /// Everybody else whom the minutes list.
    #[serde(rename = "others")]
    Others,
}

/// A list of people in the head of the minutes, as the house names it: "Officers Present".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its key.
    pub id: GroupId,
    /// Its label in the minutes, without the colon.
    pub label: String,
    /// What its people are to the body.
    pub kind: GroupKind,
}

/// People who come, go and answer together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its key.
    pub id: PartyId,
    /// How the minutes call it, as in the middle of a sentence: "the Commissioner and his staff".
    pub name: String,
    /// Its people, the first of them its head.
    pub people: Vec<PersonId>,
    /// Whether it leaves before the body's internal business.
    #[serde(default)]
    pub leaves_for_internal: bool,
}

impl Person {
    /// Somebody of whom no more is known than their name.
    pub const fn new(id: PersonId, name: Name) -> Self {
        Self {
            id,
            name,
            pronoun: Pronoun::They,
            group: None,
            post: None,
            organisation: None,
            called: None,
            handles: Vec::new(),
            usual: false,
            authority: None,
            political_group: None,
        }
    }

    /// How messages tell namesakes apart: "Councillor John Gowing", "Jane Webb".
    pub fn full(&self) -> String {
        self.name.full()
    }

    /// How messages to the clerk call them, which is never printed in minutes: "Councillor Jamil", "Jane Webb".
    pub fn short(&self) -> String {
        let Name { title, forename, initials, surname, .. } = &self.name;
        let first = [title, forename, initials].into_iter().find(|part| !part.is_empty());
        first.map_or_else(|| surname.clone(), |first| format!("{first} {surname}"))
    }
}
