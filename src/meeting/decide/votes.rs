//! Votes: taken, taken again, settled by a casting vote, and what follows from them.

use crate::meeting::command::{Decided, Poll, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Basis, Casting, Content, Decision, Fate, Method, Motion, Proposal, Take, Verb, Vote, Way};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::majority::{Majority, Outcome as Reckoned};

use super::proposals::changed;
use super::{Desk, Outcome, some_text};

/// What a vote settled.
struct Settled<'a> {
    take: Take,
    fate: Fate,
    /// Whether it takes the place of the last take.
    instead: bool,
    also: &'a [ItemId],
    /// The decision in the house's own frame.
    framed: Option<&'a (Verb, String)>,
}

impl Desk<'_> {
    pub(super) fn vote(&self, id: FactId, part: Option<usize>, poll: &Poll) -> Outcome {
        let motion = self.motion(id)?;
        let item = &self.fact(id)?.item;
        if matches!(motion.fate, Fate::Withdrawn | Fate::Lapsed | Fate::Accepted | Fate::Fallen | Fate::NotPut) {
            return Err(Refusal::new(
                "That motion is not before the meeting any more.",
                "Undo what became of it if that was wrong.",
            ));
        }
        poll.also.iter().try_for_each(|item| self.item(item).map(|_| ()))?;
        let (take, notice) = self.take(item, poll)?;
        // What was declared is settled, an equality of votes too.
        let fate = match take.carried {
            true => Fate::Carried,
            false if tied(&take) && poll.carried.is_none() => Fate::Open,
            false => Fate::Lost,
        };
        let settled = Settled { take, fate, instead: false, also: &poll.also, framed: poll.framed.as_ref() };
        self.concluded(id, part, settled).map(|decided| decided.with_notice(notice))
    }

    pub(super) fn casting_vote(&self, id: FactId, part: Option<usize>, way: Way) -> Outcome {
        let motion = self.motion(id)?;
        let takes = match part {
            None => Some(&motion.takes),
            Some(part) => motion.parts.get(part).map(|part| &part.takes),
        };
        let Some(last) = takes.and_then(|takes| takes.last()) else {
            return Err(Refusal::new("No vote has been taken on it.", "Record the count first."));
        };
        let mut take = last.clone();
        // Whoever gives no casting vote needs no right to one.
        let casting = self.casting(Some(way).filter(|way| matches!(way, Way::For | Way::Against)))?;
        let tied = take.count().is_some_and(|tally| tally.yes == tally.no) && take.rule().settled_by_casting();
        if !tied {
            return Err(Refusal::new(
                format!("The votes on “{}” are not equal, so there is nothing to settle.", motion.words()),
                "If the count is wrong, take the vote again or correct it.",
            ));
        }
        take.casting = casting;
        take.carried = way == Way::For;
        let fate = if take.carried { Fate::Carried } else { Fate::Lost };
        self.concluded(id, part, Settled { take, fate, instead: true, also: &[], framed: None })
    }

    pub(super) fn own_vote(&self, on: FactId, vote: &Vote) -> Outcome {
        self.known(&vote.person)?;
        let fact = self.fact(on)?;
        if let Content::Decision(Decision { basis: Some(Basis::Motion { motion }), .. }) = &fact.content {
            return self.own_vote(*motion, vote);
        }
        let mut content = fact.content.clone();
        let Some(take) = last_take(&mut content) else {
            return Err(Refusal::new("No vote has been taken on it.", "Record the vote first."));
        };
        take.votes.retain(|other| other.person != vote.person);
        take.votes.push(vote.clone());
        let not_entitled = self.not_entitled(std::slice::from_ref(&vote.person), Some(&fact.item));
        let notice = self.cannot_vote(&not_entitled);
        take.not_entitled.retain(|other| *other != vote.person);
        take.not_entitled.extend(not_entitled);
        Ok(Decided::of(vec![Event::Changed { id: on, content }]).with_notice(notice))
    }

    pub(super) fn decide_by_vote(&self, item: &ItemId, verb: Verb, words: &str, poll: &Poll) -> Outcome {
        some_text(words, "The decision")?;
        poll.also.iter().try_for_each(|item| self.item(item).map(|_| ()))?;
        let (take, notice) = self.take(item, poll)?;
        if !take.carried {
            // What was not carried is no decision: it is a motion that was lost, or tied.
            let proposal = Proposal::Substantive;
            let fate = if tied(&take) && poll.carried.is_none() { Fate::Open } else { Fate::Lost };
            let motion = Motion {
                moved: true,
                verb: Some(verb),
                versions: vec![self.version(words)],
                takes: vec![take],
                fate,
                ..Motion::new(proposal)
            };
            let index = self.item(item)?.facts.len();
            let event = Event::Recorded { item: item.clone(), index, content: Content::Motion(motion) };
            return Ok(Decided::of(vec![event]).with_notice(notice));
        }
        Ok(self.decided(item, verb, words, Basis::Vote { take: Box::new(take) }, &poll.also)?.with_notice(notice))
    }

    /// The vote that a poll comes to, with what had effect in the room.
    fn take(&self, item: &ItemId, poll: &Poll) -> Result<(Take, Option<String>), Refusal> {
        let majority = poll.majority.as_deref().map(|name| self.majority(name)).transpose()?;
        let mut seen = std::collections::BTreeSet::new();
        for vote in &poll.votes {
            self.known(&vote.person)?;
            if !seen.insert(&vote.person) {
                return Err(Refusal::new(
                    format!("{} is named twice in the vote.", self.called(&vote.person)),
                    "Name everybody once.",
                ));
            }
        }
        if poll.method == Method::Names && poll.votes.is_empty() {
            return Err(Refusal::new("A vote by name names nobody.", "Say who voted for and against."));
        }
        poll.asked_by.iter().try_for_each(|person| self.known(person))?;
        let voters: Vec<PersonId> = poll.votes.iter().map(|vote| vote.person.clone()).collect();
        let room = self.state.circumstances(Some(item));
        let mut take = Take {
            method: poll.method,
            tally: poll.tally,
            votes: poll.votes.clone(),
            casting: self.casting(poll.casting)?,
            majority,
            not_entitled: self.not_entitled(&voters, Some(item)),
            asked_by: poll.asked_by.clone(),
            carried: true,
            room,
        };
        let reckoned = take.reckoning().map(|reckoning| reckoning.outcome);
        take.carried = poll.carried.unwrap_or(reckoned.is_none_or(|outcome| outcome == Reckoned::Carried));
        let notice = gap(&take).or_else(|| self.cannot_vote(&take.not_entitled));
        Ok((take, notice))
    }

    fn majority(&self, name: &str) -> Result<Majority, Refusal> {
        let rules = &self.state.body().rules;
        rules.majority(name).cloned().ok_or_else(|| {
            let known: Vec<&str> = rules.majorities.iter().map(|rule| rule.name.as_str()).collect();
            let hint = match known.as_slice() {
                [] => "The body's file sets none: add one as [[rules.majority]].".to_owned(),
                known => format!("The body's file has {}.", known.join(", ")),
            };
            Refusal::new(format!("There is no rule “{name}” by which motions carry."), hint)
        })
    }

    fn casting(&self, way: Option<Way>) -> Result<Option<Casting>, Refusal> {
        let Some(way) = way else { return Ok(None) };
        Ok(Some(Casting { by: self.casting_voter()?, way }))
    }

    /// Whoever has a casting vote now.
    pub(super) fn casting_voter(&self) -> Result<PersonId, Refusal> {
        let Some(by) = self.state.presiding() else {
            return Err(Refusal::new("Nobody presides, so nobody has a casting vote.", "Say who presides: “preside”."));
        };
        if self.state.body().rules.casting_vote == Some(false) {
            return Err(Refusal::new(
                "The body's rules give no casting vote.",
                "If one was given all the same, set casting-vote in the body's file, or record the vote as declared.",
            ));
        }
        Ok(by.clone())
    }

    /// Those of `voters` who cannot vote under an item.
    pub(super) fn not_entitled(&self, voters: &[PersonId], item: Option<&ItemId>) -> Vec<PersonId> {
        let entitled = self.state.electorate(item).entitled;
        voters.iter().filter(|voter| !entitled.contains(voter)).cloned().collect()
    }

    pub(super) fn cannot_vote(&self, voters: &[PersonId]) -> Option<String> {
        let names: Vec<String> = voters.iter().map(|voter| self.called(voter)).collect();
        (!names.is_empty()).then(|| format!("Not entitled to vote here: {}.", names.join(", ")))
    }

    /// A vote on a motion, and what follows from it.
    fn concluded(&self, id: FactId, part: Option<usize>, settled: Settled<'_>) -> Outcome {
        let Settled { take, fate, instead, also, framed } = settled;
        let mut motion = self.motion(id)?.clone();
        let words = match part {
            None => {
                put(&mut motion.takes, take, instead);
                motion.fate = fate;
                motion.words().to_owned()
            }
            Some(index) => {
                let Some(part) = motion.parts.get_mut(index) else {
                    return Err(Refusal::new("The motion has no such part.", "Count its parts from 1."));
                };
                put(&mut part.takes, take, instead);
                part.fate = fate;
                let words = part.words.clone();
                motion.fate = whole(&motion);
                words
            }
        };
        let mut decided = Decided::of(vec![changed(id, motion.clone())]);
        if fate == Fate::Carried {
            let (verb, words) =
                framed.map_or((motion.verb.unwrap_or_default(), words.as_str()), |(verb, words)| (*verb, words));
            let decision =
                Decision { verb, versions: vec![self.version(words)], also: also.to_vec(), ..Decision::default() };
            self.carried(id, &motion, decision, &mut decided)?;
        } else {
            self.taken_back(id, &motion, &words, &mut decided);
        }
        if tied_now(&motion, part) {
            decided.notices.push(self.tie());
        }
        Ok(decided)
    }

    fn tie(&self) -> String {
        match self.state.body().rules.casting_vote {
            Some(false) => "The votes are equal, so the motion is not carried: “casting none” records it as lost.".to_owned(),
            _ => "The votes are equal: “casting for” or “casting against” records the casting vote, “casting none” that there was none.".to_owned(),
        }
    }

    /// What follows from a motion that carried.
    fn carried(&self, id: FactId, motion: &Motion, decision: Decision, decided: &mut Decided) -> Result<(), Refusal> {
        match motion.proposal {
            Proposal::Amendment { .. } => self.alter(motion, decided),
            Proposal::Substantive if self.state.decisions_on(id).any(|(_, old)| old.words() == decision.words()) => {}
            Proposal::Substantive => {
                let decision = Decision { basis: Some(Basis::Motion { motion: id }), ..decision };
                let item = self.fact(id)?.item.clone();
                decided.events.push(self.decision(&item, decision)?);
            }
            Proposal::Appointment { .. } | Proposal::Procedural { .. } => {}
        }
        Ok(())
    }

    /// A vote that was taken again and lost takes back the decision of the earlier one.
    fn taken_back(&self, id: FactId, motion: &Motion, words: &str, decided: &mut Decided) {
        // Of a motion put in parts each part has a decision of its own; of a whole one there is but one, however framed.
        let of_it = |decision: &Decision| motion.parts.is_empty() || decision.words() == words;
        let earlier = self.state.decisions_on(id).filter(|(_, decision)| of_it(decision));
        let because = "the vote was taken again".to_owned();
        decided.events.extend(earlier.map(|(id, _)| Event::Struck { id, because: because.clone() }));
    }
}

/// The gap between a count and those who could vote.
fn gap(take: &Take) -> Option<String> {
    let count = take.count()?;
    let (total, entitled) = (count.total(), take.room.entitled);
    (total != entitled).then(|| format!("{entitled} could vote, and {total} are accounted for."))
}

fn put(takes: &mut Vec<Take>, take: Take, instead: bool) {
    if instead {
        takes.pop();
    }
    takes.push(take);
}

/// What became of a motion whose parts are put one by one.
fn whole(motion: &Motion) -> Fate {
    let any = |fate| motion.parts.iter().any(|part| part.fate == fate);
    if any(Fate::Open) {
        Fate::Open
    } else if any(Fate::Carried) {
        Fate::Carried
    } else {
        Fate::Lost
    }
}

fn tied(take: &Take) -> bool {
    take.reckoning().is_some_and(|reckoning| reckoning.outcome == Reckoned::Tied)
}

fn tied_now(motion: &Motion, part: Option<usize>) -> bool {
    let (takes, fate) = match part.and_then(|part| motion.parts.get(part)) {
        Some(part) => (&part.takes, part.fate),
        None => (&motion.takes, motion.fate),
    };
    fate == Fate::Open && takes.last().is_some_and(tied)
}

/// The last vote on a motion or decision. One that was declared without a count becomes a vote that can hold names.
fn last_take(content: &mut Content) -> Option<&mut Take> {
    match content {
        Content::Motion(motion) => motion.takes.last_mut(),
        Content::Decision(decision) => {
            if let Some(Basis::Declared { method, room }) = &decision.basis {
                let take = Take::uncounted(*method, true, room.clone());
                decision.basis = Some(Basis::Vote { take: Box::new(take) });
            }
            match &mut decision.basis {
                Some(Basis::Vote { take }) => Some(take),
                _ => None,
            }
        }
        _ => None,
    }
}
