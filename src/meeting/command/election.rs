//! Commands on an election to an office.

use crate::meeting::id::PersonId;

use super::Choosing;

/// A step of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Electing {
    /// Somebody is nominated.
    Nominate(Nomination),
    /// The only nominee is elected.
    Elect,
    /// Somebody is nominated and, there being no other nomination, elected.
    Appoint(Nomination),
    /// A round is voted on, or what a round left equal is settled.
    Ballot {
        /// The votes; none of them where only the last round is settled.
        choosing: Choosing,
        /// Whether a lot settled what was equal.
        by_lot: bool,
    },
    /// A nominee withdraws.
    Withdraw {
        /// Who.
        nominee: PersonId,
    },
}

/// Who is nominated, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nomination {
    /// Who.
    pub nominee: PersonId,
    /// By whom, where named.
    pub mover: Option<PersonId>,
    /// Seconded by whom, where named.
    pub seconder: Option<PersonId>,
}
