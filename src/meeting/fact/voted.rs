//! Votes: how they were taken, what they came to, and who was there.

use serde::{Deserialize, Serialize};

use crate::meeting::agenda::Office;
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::majority::{Majority, Reckoning};

use super::room::{Circumstances, Uncounted};

/// How agreement was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Nobody dissented and no count was taken.
    #[default]
    #[serde(rename = "assent")]
    Assent,
    /// There was one candidate.
    #[serde(rename = "unopposed")]
    Unopposed,
    /// Everybody voted for it.
    #[serde(rename = "unanimous")]
    Unanimous,
    /// Nobody voted against it; some may have abstained.
    #[serde(rename = "nobody-against")]
    NobodyAgainst,
    /// Hands were shown.
    #[serde(rename = "hands")]
    Hands,
    /// A vote was taken in a way that is not said.
    #[serde(rename = "vote")]
    Vote,
    /// Each member's vote was taken by name: a recorded vote.
    #[serde(rename = "names")]
    Names,
    /// Papers were collected.
    #[serde(rename = "ballot")]
    Ballot,
}

/// How somebody voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Way {
    /// For.
    #[serde(rename = "for")]
    For,
    /// Against.
    #[serde(rename = "against")]
    Against,
    /// Abstained.
    #[serde(rename = "abstained")]
    Abstained,
    /// Was there, could vote, and did nothing of these.
    #[serde(rename = "not-voting")]
    NotVoting,
}

/// One member's vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Whose.
    pub person: PersonId,
    /// How they voted.
    pub way: Way,
}

/// Numbers of a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstained: u32,
    /// Present and entitled, but not voting.
    #[serde(default, skip_serializing_if = "none")]
    pub not_voting: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
pub(super) fn none(number: &u32) -> bool {
    *number == 0
}

impl Tally {
    /// How many the count accounts for.
    pub fn total(self) -> u32 {
        [self.yes, self.no, self.abstained, self.not_voting].into_iter().fold(0, u32::saturating_add)
    }

    /// What votes by name add up to.
    pub fn of(votes: &[Vote]) -> Self {
        let count = |way| u32::try_from(votes.iter().filter(|vote| vote.way == way).count()).unwrap_or(u32::MAX);
        Self {
            yes: count(Way::For),
            no: count(Way::Against),
            abstained: count(Way::Abstained),
            not_voting: count(Way::NotVoting),
        }
    }
}

/// The second vote of whoever presides, apart from their own (Local Government Act 1972, Schedule 12, paragraph 39(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Casting {
    /// Whose.
    pub by: PersonId,
    /// How they gave it.
    pub way: Way,
}

/// One vote on a motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// How it was taken.
    pub method: Method,
    /// The count, where one was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// Votes by name: all of them where that was the method, else of those who had theirs recorded
    /// (Local Authorities (Standing Orders) Regulations 1993, Schedule 2, paragraph 1).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
    /// The casting vote, where one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting: Option<Casting>,
    /// The rule that applied, where it is not the simple majority of those voting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub majority: Option<Majority>,
    /// Those who voted by name although they could not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_entitled: Vec<PersonId>,
    /// Who asked for the votes to be recorded by name, where that was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked_by: Vec<PersonId>,
    /// Whether the chair declared it carried.
    pub carried: bool,
    /// Who and how many were there.
    pub room: Circumstances,
}

impl Take {
    /// A vote without a count.
    pub fn uncounted(method: Method, carried: bool, room: Circumstances) -> Self {
        let (votes, not_entitled, asked_by) = (Vec::new(), Vec::new(), Vec::new());
        Self { method, tally: None, votes, casting: None, majority: None, not_entitled, asked_by, carried, room }
    }

    /// The count: as counted, or as the votes by name add up to.
    pub fn count(&self) -> Option<Tally> {
        let named = self.method == Method::Names && !self.votes.is_empty();
        self.tally.or_else(|| named.then(|| Tally::of(&self.votes)))
    }

    /// The rule that applied.
    pub fn rule(&self) -> Majority {
        self.majority.clone().unwrap_or_else(Majority::simple)
    }

    /// How many of those counted for it do not count towards a rule's share of the members.
    pub fn left_out(&self, rule: &Majority) -> Uncounted {
        self.count().map_or_else(Uncounted::default, |tally| self.room.uncounted(rule, tally, &self.votes))
    }

    /// What the count comes to by the rule that applied, where there was a count.
    pub fn reckoning(&self) -> Option<Reckoning> {
        let way = self.casting.as_ref().map(|casting| casting.way);
        Some(self.room.reckon(&self.rule(), self.count()?, &self.votes, way))
    }
}

/// One choice between several motions: nominations, or alternatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// How it was taken.
    pub method: Method,
    /// How many votes each motion had, where they were counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Count>,
    /// How many abstained.
    #[serde(default, skip_serializing_if = "none")]
    pub abstained: u32,
    /// Who chose what, where votes were taken by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// The motion that the casting vote was for, and whose it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting: Option<Choice>,
    /// Whether a lot settled what the votes left equal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_lot: bool,
    /// What left the contest after this round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub out: Vec<FactId>,
    /// Who and how many were there.
    pub room: Circumstances,
}

/// The votes for one of several motions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The motion.
    pub motion: FactId,
    /// How many were for it.
    pub votes: u32,
}

/// One member's choice between several motions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Whose.
    pub person: PersonId,
    /// What they chose.
    pub motion: FactId,
}

/// An election to an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    /// The office.
    pub office: Office,
    /// The nominations, which are motions.
    pub nominations: Vec<FactId>,
    /// Who presided over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// The votes taken where there were several nominees, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// Who was elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<PersonId>,
}

/// Several motions put against each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// The motions.
    pub motions: Vec<FactId>,
    /// The votes taken, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round>,
    /// The motion that was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<FactId>,
}
