//! Business of a police and crime panel: the review of a precept, and confirmation hearings.
//!
//! Police Reform and Social Responsibility Act 2011, Schedules 1, 5 and 8; Police and Crime Panels (Precepts and Chief
//! Constable Appointments) Regulations 2012 (SI 2012/2271). A veto needs a share of all members, wherever they are: the
//! share is the body's own rule called [`VETO`], which no body has unless its file says so.

mod calendar;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agenda::ItemKind;
use super::fact::{Basis, Circumstances, Content, Decision, Method, Take, Tally, Verb};
use super::id::ItemId;
use super::majority::Majority;
use super::state::State;

pub use calendar::{Calendar, hearing_report_due};

/// The name of the rule by which a veto carries, in `[[rules.majority]]`.
pub const VETO: &str = "veto";

/// A precept under review: 2011 Act, Schedule 5.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Precept {
    /// The financial year that it is for, as printed: "2026/27".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// What is proposed, as printed: "an increase of £14 a year for a band D property".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<String>,
    /// The day on which the body was notified of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified: Option<NaiveDate>,
    /// Whether it was revised after a veto: to reject it is not a veto (SI 2012/2271, regulation 6(2)).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub revised: bool,
}

/// A post that somebody is proposed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Post {
    /// The chief constable, whose appointment may be vetoed: 2011 Act, Schedule 8, paragraph 5.
    #[serde(rename = "chief-constable")]
    ChiefConstable,
    /// The deputy police and crime commissioner: 2011 Act, Schedule 1, paragraph 9.
    #[serde(rename = "deputy-commissioner")]
    DeputyCommissioner,
    /// The commissioner's chief executive: 2011 Act, Schedule 1, paragraph 9.
    #[serde(rename = "chief-executive")]
    ChiefExecutive,
    /// The commissioner's chief finance officer: 2011 Act, Schedule 1, paragraph 9.
    #[serde(rename = "chief-finance-officer")]
    ChiefFinanceOfficer,
}

/// The posts, as files name them and as sentences call them.
pub const POSTS: [(&str, &str, Post); 4] = [
    ("chief-constable", "Chief Constable", Post::ChiefConstable),
    ("deputy-commissioner", "Deputy Police and Crime Commissioner", Post::DeputyCommissioner),
    ("chief-executive", "Chief Executive", Post::ChiefExecutive),
    ("chief-finance-officer", "Chief Finance Officer", Post::ChiefFinanceOfficer),
];

impl Post {
    /// What it is called in a sentence.
    pub fn title(self) -> &'static str {
        POSTS.iter().find(|(.., post)| *post == self).map_or("", |(_, title, _)| title)
    }
}

/// A confirmation hearing, which is held in public: 2011 Act, Schedule 1, paragraph 10, and Schedule 8, paragraph 6.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// The post.
    pub post: Post,
    /// Who is proposed for it, by full name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<String>,
    /// The day on which the body was notified of the proposal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notified: Option<NaiveDate>,
    /// Whether a first candidate was vetoed: there is no second veto (SI 2012/2271, regulations 9 to 12).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reserve: bool,
}

/// How many votes a veto needs now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// How many votes for it are enough.
    pub votes: u32,
    /// How many members there are, wherever they are.
    pub members: u32,
    /// How many members are in the room and may vote on it: without substitutes where the body's rules say that they
    /// are not members.
    pub here: u32,
}

/// The votes that a veto had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    /// How many members voted for it, as far as that is certain; nothing where nobody counted.
    pub votes: Option<u32>,
    /// How many it needed.
    pub needed: u32,
    /// How many members there were, wherever they were.
    pub members: u32,
    /// Which votes for it are no members' and do not count, as a clause.
    pub substitutes: Option<String>,
}

impl ItemKind {
    /// Whether what is before the body may be vetoed.
    pub fn may_veto(&self) -> bool {
        match self {
            Self::Precept(precept) => !precept.revised,
            Self::Hearing(hearing) => hearing.post == Post::ChiefConstable && !hearing.reserve,
            _ => false,
        }
    }
}

impl Verb {
    /// Whether it is a veto.
    pub fn is_veto(self) -> bool {
        matches!(self, Self::Veto | Self::VetoTooHigh | Self::VetoTooLow)
    }
}

impl State {
    /// What a veto under an item needs, where one may be had there and the body's rules say what it needs.
    pub fn veto(&self, item: &ItemId) -> Option<Needed> {
        self.item(item).filter(|item| item.agenda.kind.may_veto())?;
        let room = self.circumstances(Some(item));
        let rule = self.body().rules.majority(VETO)?;
        Some(Needed { votes: rule.needed(base(rule, &room)), members: room.members, here: of_members(rule, &room) })
    }

    /// The votes that a veto had which was decided; nothing for a draft, or where the body's rules have no veto.
    pub fn veto_votes(&self, decision: &Decision) -> Option<Votes> {
        let rule = self.body().rules.majority(VETO)?;
        let declared;
        let (take, room) = match decision.basis.as_ref()? {
            Basis::Declared { method, room } => {
                declared = Take::uncounted(*method, true, room.clone());
                (&declared, room)
            }
            Basis::Vote { take } => (take.as_ref(), &take.room),
            Basis::Motion { motion } => match self.content(*motion) {
                Some(Content::Motion(motion)) => motion.takes.last().map(|take| (take, &take.room))?,
                _ => return None,
            },
            // Nobody voted on it here.
            Basis::Stands { .. } | Basis::Outside { .. } => return None,
        };
        let (votes, substitutes) = (votes_for(rule, take), take.left_out(rule).clause());
        Some(Votes { votes, needed: rule.needed(base(rule, room)), members: room.members, substitutes })
    }

    /// Why a veto that was decided does not stand, as far as is recorded: what it lacks, as a clause. Nothing where it
    /// has the votes that the body's rule asks for.
    pub fn veto_lacks(&self, decision: &Decision) -> Option<String> {
        if self.body().rules.majority(VETO).is_none() {
            return Some(format!("the body’s rules have no majority called “{VETO}”"));
        }
        let Votes { votes, needed, members, substitutes } = self.veto_votes(decision)?;
        match votes {
            None => Some(format!("the votes for it were not counted; it needs {needed} of {members}")),
            Some(votes) if votes < needed => {
                let others = substitutes.map_or_else(String::new, |substitutes| format!("; {substitutes}"));
                Some(format!("it had {votes} votes of the {needed} that it needs, of {members} members{others}"))
            }
            Some(_) => None,
        }
    }
}

/// How many a share is taken of, where nobody has voted yet.
fn base(rule: &Majority, room: &Circumstances) -> u32 {
    rule.reckon(Tally::default(), room.heads(), None).base
}

/// How many there are in a room who may vote and of whose votes the rule takes its share.
fn of_members(rule: &Majority, room: &Circumstances) -> u32 {
    let others = if rule.base.is_of_members() { room.not_members.len() } else { 0 };
    room.entitled.saturating_sub(u32::try_from(others).unwrap_or(u32::MAX))
}

/// How many votes for it count by the rule, where that is known. Where it is not known how substitutes voted who are no
/// members, only as many as are certain.
fn votes_for(rule: &Majority, take: &Take) -> Option<u32> {
    let all = (take.method == Method::Unanimous).then(|| of_members(rule, &take.room));
    take.count().map(|tally| take.left_out(rule).of(tally.yes)).or(all)
}
