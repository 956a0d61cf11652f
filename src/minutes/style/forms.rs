//! In which of several forms a thing stands in the minutes.

use serde::{Deserialize, Serialize};

/// How the count of a vote stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoteForm {
    /// In the sentence or the brackets that tell of the vote.
    #[default]
    Prose,
    /// In lines below: for, against, abstention.
    Lines,
    /// In a table below, with the names of a recorded vote.
    Table,
}

/// Where the brackets after a decision stand: who moved it, how it was agreed, the count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Brackets {
    /// Before its full stop.
    #[default]
    Inside,
    /// After its full stop.
    After,
    /// In a paragraph of their own below it.
    Below,
}

/// How a decision stands under its item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionForm {
    /// As a paragraph, under a heading where the house has one.
    #[default]
    Block,
    /// In a table: what was decided, who moved it, the vote.
    Table,
}

/// How somebody is named who speaks for the first time under an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirstMention {
    /// As always.
    #[default]
    Usual,
    /// In full: "Councillor Dennis Jones".
    Full,
}

/// How people stand who are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeopleForm {
    /// One after the other in a sentence.
    RunIn,
    /// A line each.
    Lines,
}

/// Where it stands who substituted for whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubstitutesPlace {
    /// With the apologies.
    #[default]
    Apologies,
    /// In the head, below the members present.
    Head,
}

/// How meetings to come stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanForm {
    /// In a table.
    #[default]
    Table,
    /// In a sentence each.
    Sentences,
}

/// How reports on earlier actions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Updates {
    /// In a list.
    #[default]
    Bullets,
    /// A paragraph each.
    Paragraphs,
}
