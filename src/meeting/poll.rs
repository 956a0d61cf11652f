//! Votes as the clerk gives them, before what follows from the rules and from who is there.

use super::fact::{Choice, Count, Method, Tally, Vote, Way};
use super::id::{FactId, ItemId, PersonId};

/// A vote as the clerk gives it. What is left out follows from the rules and from who is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// How it is taken.
    pub method: Method,
    /// The count, where there is one.
    pub tally: Option<Tally>,
    /// Votes by name.
    pub votes: Vec<Vote>,
    /// The casting vote of whoever presides.
    pub casting: Option<Way>,
    /// The name of the rule that applies, where it is not the simple majority of those voting.
    pub majority: Option<String>,
    /// What the chair declared, where that was said: whether it carried.
    pub carried: Option<bool>,
    /// Who asked for the votes to be recorded by name.
    pub asked_by: Vec<PersonId>,
    /// Other items that were put at once with this one.
    pub also: Vec<ItemId>,
}

/// A vote between several motions or nominations as the clerk gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// How it is taken.
    pub method: Method,
    /// How many votes each had, where they were counted.
    pub counts: Vec<Count>,
    /// How many abstained.
    pub abstained: u32,
    /// Who chose what, where votes were taken by name.
    pub choices: Vec<Choice>,
    /// What the casting vote of whoever presides is for.
    pub casting: Option<FactId>,
    /// What the chair declared chosen, where that was said.
    pub chosen: Option<FactId>,
    /// What the chair declared out, where that was said.
    pub out: Option<FactId>,
}
