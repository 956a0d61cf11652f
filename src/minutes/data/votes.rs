//! Motions and votes as data.

use crate::meeting::fact::{Basis, Content, Fact, Fate, Motion, Proposal, Round, Take, Way};

use super::build::Data;
use super::popolo::{self, Count, Vote, VoteEvent};
use super::printed::clean;

/// Every motion and every vote, in the order of the agenda.
pub(super) fn all(data: Data<'_>) -> (Vec<popolo::Motion>, Vec<VoteEvent>) {
    let (mut motions, mut events) = (Vec::new(), Vec::new());
    for fact in data.facts() {
        match &fact.content {
            Content::Motion(motion) => {
                motions.push(moved(data, fact, motion));
                events.extend(votes_on(data, fact, motion));
            }
            Content::Decision(decision) => {
                if let Some(Basis::Vote { take }) = &decision.basis {
                    let decision_id = Some(fact.id.to_string());
                    events.push(VoteEvent { decision_id, ..taken(data, format!("{}/1", fact.id), take) });
                }
            }
            Content::Election(election) => events.extend(rounds(data, fact, &election.rounds)),
            Content::Contest(contest) => events.extend(rounds(data, fact, &contest.rounds)),
            _ => {}
        }
    }
    (motions, events)
}

fn moved(data: Data<'_>, fact: &Fact, motion: &Motion) -> popolo::Motion {
    let (classification, nominee) = match &motion.proposal {
        Proposal::Substantive => ("substantive", None),
        Proposal::Amendment { .. } => ("amendment", None),
        Proposal::Procedural { .. } => ("procedural", None),
        Proposal::Appointment { nominee, .. } => ("appointment", Some(nominee)),
    };
    popolo::Motion {
        id: fact.id.to_string(),
        organization_id: data.body(),
        item_id: fact.item.to_string(),
        classification,
        amends: motion.amends().map(|to| to.to_string()),
        creator_id: motion.mover.as_ref().map(ToString::to_string),
        seconder_id: motion.seconder.as_ref().map(ToString::to_string),
        nominee_id: nominee.map(ToString::to_string),
        text: clean(&motion.words().replace('*', "")),
        date: data.time(fact.when),
        fate: motion.fate,
        result: match motion.fate {
            Fate::Carried | Fate::Accepted => Some("pass"),
            Fate::Lost => Some("fail"),
            Fate::Open | Fate::Withdrawn | Fate::Lapsed | Fate::Fallen | Fate::NotPut => None,
        },
    }
}

/// The votes on a motion and on its parts, in order; `12.1/2` is the second on motion `12.1`.
fn votes_on<'a>(data: Data<'a>, fact: &'a Fact, motion: &'a Motion) -> impl Iterator<Item = VoteEvent> {
    let takes = motion.takes.iter().chain(motion.parts.iter().flat_map(|part| &part.takes));
    takes.enumerate().map(move |(index, take)| {
        let motion_id = Some(fact.id.to_string());
        VoteEvent { motion_id, ..taken(data, format!("{}/{}", fact.id, index + 1), take) }
    })
}

fn option(way: Way) -> String {
    match way {
        Way::For => "yes",
        Way::Against => "no",
        Way::Abstained => "abstain",
        Way::NotVoting => "not voting",
    }
    .to_owned()
}

fn taken(data: Data<'_>, id: String, take: &Take) -> VoteEvent {
    let count = |way, value| Count { option: option(way), value };
    let counts = take.count().map_or_else(Vec::new, |tally| {
        let ways = [Way::For, Way::Against, Way::Abstained, Way::NotVoting];
        let values = [tally.yes, tally.no, tally.abstained, tally.not_voting];
        ways.into_iter().zip(values).map(|(way, value)| count(way, value)).collect()
    });
    let vote = |voter: &crate::meeting::id::PersonId, way, role| Vote {
        voter_id: voter.to_string(),
        option: option(way),
        role,
    };
    let named = take.votes.iter().map(|each| vote(&each.person, each.way, None));
    let casting = take.casting.iter().map(|casting| vote(&casting.by, casting.way, Some("casting vote")));
    VoteEvent {
        id,
        motion_id: None,
        decision_id: None,
        choice_id: None,
        organization_id: data.body(),
        method: take.method,
        result: Some(if take.carried { "pass" } else { "fail" }),
        entitled: take.room.entitled,
        counts,
        votes: named.chain(casting).collect(),
    }
}

fn rounds<'a>(data: Data<'a>, fact: &'a Fact, rounds: &'a [Round]) -> impl Iterator<Item = VoteEvent> {
    rounds.iter().enumerate().map(move |(index, round)| {
        let chosen = |choice: &crate::meeting::fact::Choice, role| Vote {
            voter_id: choice.person.to_string(),
            option: choice.motion.to_string(),
            role,
        };
        let abstained = (round.abstained > 0).then(|| Count { option: option(Way::Abstained), value: round.abstained });
        let counts = round.counts.iter().map(|count| Count { option: count.motion.to_string(), value: count.votes });
        let named = round.choices.iter().map(|choice| chosen(choice, None));
        let casting = round.casting.iter().map(|choice| chosen(choice, Some("casting vote")));
        VoteEvent {
            id: format!("{}/{}", fact.id, index + 1),
            motion_id: None,
            decision_id: None,
            choice_id: Some(fact.id.to_string()),
            organization_id: data.body(),
            method: round.method,
            result: None,
            entitled: round.room.entitled,
            counts: counts.chain(abstained).collect(),
            votes: named.chain(casting).collect(),
        }
    })
}
