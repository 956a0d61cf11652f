//! Findings on motions and votes.

use crate::meeting::fact::{
    Basis, Content, Contest, Decision, Election, Fact, Fate, Method, Motion, Proposal, Round, Take, Tally, Way,
};
use crate::meeting::id::FactId;
use crate::meeting::majority::{Of, Outcome};
use crate::meeting::state::Item;

use super::Desk;
use super::facts::quote;

/// What a motion lacks, and what is wrong with the votes on it.
pub(super) fn motion(desk: &mut Desk<'_>, id: FactId, motion: &Motion) {
    members(desk, id, motion);
    if matches!(motion.proposal, Proposal::Appointment { .. }) {
        return;
    }
    let words = motion.words().to_owned();
    let carried = motion.fate == Fate::Carried;
    if carried && motion.mover.is_none() && !motion.moved && desk.state.body().rules.seconder == Some(true) {
        let sentence = format!("“{}” was carried, but nobody is recorded as moving it.", quote(&words));
        desk.find("motion-without-mover", sentence);
    }
    for (words, takes, fate) in parts(motion) {
        let Some(take) = takes.last() else { continue };
        vote(desk, words, take);
        if fate == Fate::Open && tied(take) {
            let sentence = format!("The votes on “{}” were equal, and no casting vote is recorded.", quote(words));
            desk.find("tie-unsettled", sentence);
        }
    }
    amendment(desk, id, motion);
    amended(desk, id, motion);
}

/// Whoever moves or seconds sits in a seat with a vote, or did in this meeting.
fn members(desk: &mut Desk<'_>, id: FactId, motion: &Motion) {
    let what = match &motion.proposal {
        Proposal::Appointment { nominee, .. } => format!("the election of {}", desk.called(nominee)),
        _ => format!("“{}”", quote(motion.words())),
    };
    let fact = desk.state.fact(id);
    for (person, did) in [(motion.mover.as_ref(), "moved"), (motion.seconder.as_ref(), "seconded")] {
        let Some(person) = person else { continue };
        let name = desk.called(person);
        if !desk.state.is_voting_member(person) {
            desk.find("mover-not-member", format!("{name} {did} {what} and is no member with a vote."));
        } else if fact.is_some_and(|fact| desk.state.awaited_acceptance(person, Some(fact))) {
            desk.find("acted-before-acceptance", format!("{name} {did} {what} and had not accepted office."));
        }
    }
}

/// The whole motion, or its parts: the words, the votes and what became of it.
fn parts(motion: &Motion) -> Vec<(&str, &[Take], Fate)> {
    if motion.parts.is_empty() {
        return vec![(motion.words(), &motion.takes, motion.fate)];
    }
    motion.parts.iter().map(|part| (part.words.as_str(), part.takes.as_slice(), part.fate)).collect()
}

fn tied(take: &Take) -> bool {
    take.reckoning().is_some_and(|reckoning| reckoning.outcome == Outcome::Tied)
}

/// An amendment is dealt with before its motion is put.
fn amendment(desk: &mut Desk<'_>, id: FactId, motion: &Motion) {
    let Some(to) = motion.amends() else { return };
    let Some(Content::Motion(altered)) = desk.state.content(to) else { return };
    let decided_before = desk.state.decisions_on(to).any(|(decision, _)| decision < id);
    let words = quote(motion.words());
    if decided_before {
        desk.find("amendment-after-vote", format!("The amendment “{words}” came after its motion was carried."));
    } else if motion.fate == Fate::Open && altered.fate != Fate::Open {
        desk.find("amendment-open", format!("The motion was dealt with while its amendment “{words}” was open."));
    }
}

/// Whatever alters a motion leaves it with new words.
fn amended(desk: &mut Desk<'_>, id: FactId, motion: &Motion) {
    let altering = |(_, amendment): &(FactId, &Motion)| matches!(amendment.fate, Fate::Carried | Fate::Accepted);
    let altered = desk.state.amendments(id).filter(altering).count();
    if altered > 0 && motion.versions.len() <= altered {
        let sentence = format!("“{}” was amended, but it is not recorded how it reads now.", quote(motion.words()));
        desk.find("amended-without-words", sentence);
    }
}

/// What is wrong with the vote that a decision rests on.
pub(super) fn decision(desk: &mut Desk<'_>, decision: &Decision) {
    let voted = match &decision.basis {
        Some(Basis::Vote { .. }) => true,
        Some(Basis::Declared { method, .. }) => !matches!(method, Method::Assent | Method::Unopposed),
        _ => false,
    };
    if voted && desk.state.body().rules.seconder == Some(true) {
        let sentence = format!("“{}” was voted on, but no motion is recorded.", quote(decision.words()));
        desk.find("motion-without-mover", sentence);
    }
    if let Some(Basis::Vote { take }) = &decision.basis {
        vote(desk, decision.words(), take);
    }
}

/// What is wrong with a vote.
fn vote(desk: &mut Desk<'_>, words: &str, take: &Take) {
    let words = quote(words);
    if let Some(count) = take.count() {
        gap(desk, &words, count.total(), take.room.entitled);
    }
    // Of those whom an interest barred the findings on interests tell.
    for person in take.not_entitled.iter().filter(|person| !take.room.barred.contains(person)) {
        let name = desk.called(person);
        if desk.state.was_co_opted(person) {
            desk.find("acted-before-acceptance", format!("{name} voted on “{words}” and had not accepted office."));
        } else {
            desk.find("voter-not-entitled", format!("{name} voted on “{words}” and could not."));
        }
    }
    if let Some(reckoning) = take.reckoning().filter(|_| !uncertain(take))
        && (reckoning.outcome == Outcome::Carried) != take.carried
        && (!tied(take) || take.carried)
    {
        let (declared, reckoned) = if take.carried { ("carried", "lost") } else { ("lost", "carried") };
        let reckoned = if tied(take) { "equal" } else { reckoned };
        desk.find(
            "declared-otherwise",
            format!("“{words}” was declared {declared}, but by the count it is {reckoned}."),
        );
    }
    unanimity(desk, &words, take);
    majority(desk, &words, take);
    let asked = u32::try_from(take.asked_by.len()).unwrap_or(u32::MAX);
    // A share of all members is counted by name whoever asks.
    let recorded = asked > 0 || take.method == Method::Names && take.majority.is_none();
    if let Some(needed) = desk.state.body().rules.recorded_vote.filter(|needed| recorded && asked < *needed) {
        let sentence = match asked {
            0 => format!("“{words}” was voted on by name, and nobody is recorded as asking for it."),
            _ => format!("{asked} of the {needed} members needed asked for the recorded vote on “{words}”."),
        };
        desk.find("recorded-vote-askers", sentence);
    }
}

fn gap(desk: &mut Desk<'_>, words: &str, total: u32, entitled: u32) {
    if total != entitled {
        let sentence = format!("{entitled} could vote on “{words}”, and {total} are accounted for.");
        desk.find("vote-miscounted", sentence);
    }
}

/// Unanimous is that everybody voted for it; nobody against leaves room for abstentions.
fn unanimity(desk: &mut Desk<'_>, words: &str, take: &Take) {
    let named = |way| take.votes.iter().any(|vote| vote.way == way);
    let counted = take.tally.unwrap_or_default();
    let against = counted.no > 0 || named(Way::Against);
    let abstained = counted.abstained > 0 || counted.not_voting > 0 || named(Way::Abstained) || named(Way::NotVoting);
    let sentence = match take.method {
        Method::Unanimous if against => format!("“{words}” is called unanimous, and somebody voted against."),
        Method::Unanimous if abstained => {
            format!("“{words}” is called unanimous, and somebody abstained: that is nobody against.")
        }
        Method::NobodyAgainst if against => format!("Somebody voted against “{words}”, which says that nobody did."),
        _ => return,
    };
    desk.find("not-unanimous", sentence);
}

/// A majority of all members is within reach of those who are there, and taken of members.
fn majority(desk: &mut Desk<'_>, words: &str, take: &Take) {
    let Some(rule) = take.majority.as_ref().filter(|rule| matches!(rule.base, Of::Members | Of::Seats)) else { return };
    let base = if rule.base == Of::Members { take.room.members } else { take.room.seats };
    let (needed, present) = (rule.needed(base), take.room.entitled);
    if present < needed {
        let sentence = format!("“{words}” was put with {present} who could vote, and {needed} were needed for it.");
        desk.find("majority-out-of-reach", sentence);
    }
    let voted = take.votes.iter().filter(|vote| vote.way == Way::For && take.room.not_members.contains(&vote.person));
    let names: Vec<String> = voted.map(|vote| desk.called(&vote.person)).collect();
    if !names.is_empty() {
        let names = names.join(", ");
        let sentence = format!("{names} voted for “{words}” as a substitute, and the rules count members only.");
        desk.find("substitute-counted", sentence);
    }
    if uncertain(take) {
        let sentence = format!(
            "Substitutes could vote on “{words}”, the rules count members only, and it is not recorded how they voted."
        );
        desk.find("substitute-counted", sentence);
    }
}

/// Whether the outcome depends on how substitutes voted who are no members, and that is not recorded.
fn uncertain(take: &Take) -> bool {
    let rule = take.rule();
    let unnamed = take.left_out(&rule).unnamed;
    let most = |tally: Tally| take.left_out(&rule).of(tally.yes).saturating_add(unnamed);
    take.reckoning().zip(take.count()).is_some_and(|(reckoning, tally)| {
        reckoning.outcome == Outcome::Lost && unnamed > 0 && most(tally) >= reckoning.needed
    })
}

/// The rounds of an election or a contest add up.
pub(super) fn rounds(desk: &mut Desk<'_>, fact: &Fact) {
    let (what, rounds): (&str, &[Round]) = match &fact.content {
        Content::Election(Election { rounds, .. }) => ("the nominees", rounds),
        Content::Contest(Contest { rounds, .. }) => ("the alternatives", rounds),
        _ => return,
    };
    for round in rounds.iter().filter(|round| round.total() > 0) {
        gap(desk, what, round.total(), round.room.entitled);
    }
}

/// Something became of whatever was moved under an item that the room has left. Several motions at once are told of as
/// such, and a tie is.
pub(super) fn left_open(desk: &mut Desk<'_>, item: &Item) {
    let id = &item.agenda.id;
    let substantive = |(_, motion): &(FactId, &Motion)| motion.proposal == Proposal::Substantive;
    let open: Vec<(FactId, &Motion)> = desk.state.floor(id).filter(substantive).collect();
    if let [(motion, only)] = open.as_slice()
        && only.takes.is_empty()
        && only.parts.is_empty()
        && desk.state.contest(id).is_none_or(|(_, contest)| !contest.motions.contains(motion))
    {
        let sentence = format!("“{}” was moved, and it is not recorded what became of it.", quote(only.words()));
        desk.find("motion-open", sentence);
    }
}

/// One motion is before the meeting at a time, unless several are put against each other.
pub(super) fn floor(desk: &mut Desk<'_>, item: &Item) {
    let id = &item.agenda.id;
    let substantive = |(_, motion): &(FactId, &Motion)| motion.proposal == Proposal::Substantive;
    let open: Vec<(FactId, &Motion)> = desk.state.floor(id).filter(substantive).collect();
    let contested = desk.state.contest(id).is_some_and(|(_, contest)| {
        contest.chosen.is_none() && open.iter().all(|(motion, _)| contest.motions.contains(motion))
    });
    if let [.., (_, before), (_, last)] = open.as_slice()
        && !contested
    {
        let (before, last) = (quote(before.words()), quote(last.words()));
        desk.find("two-motions-open", format!("“{before}” and “{last}” are both before the meeting."));
    }
}
