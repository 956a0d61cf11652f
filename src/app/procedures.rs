//! Procedural motions: their names in commands, the words in which the house usually moves them, and what is done next
//! where one is carried.
//!
//! Nothing is done by itself: what follows is offered, with the command that does it and one key that runs or begins it.

use crate::meeting::event::ItemState;
use crate::meeting::fact::{Content, Fact, Fate, Procedure, Proposal, Verb};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;
use crate::minutes::phrase::Phrase;

use super::names::{self, names};

/// By their names in commands, each with the phrase that holds its usual words.
const PROCEDURES: [(&str, (Procedure, Option<Phrase>)); 9] = [
    ("next-business", (Procedure::NextBusiness, Some(Phrase::ThatNextBusiness))),
    ("put-the-question", (Procedure::PutTheQuestion, Some(Phrase::ThatPutTheQuestion))),
    ("adjourn-debate", (Procedure::AdjournDebate, Some(Phrase::ThatAdjournDebate))),
    ("adjourn", (Procedure::Adjourn, Some(Phrase::ThatAdjourn))),
    ("extend", (Procedure::Extend, Some(Phrase::ThatExtend))),
    ("change-order", (Procedure::ChangeOrder, Some(Phrase::ThatChangeOrder))),
    ("way-of-voting", (Procedure::WayOfVoting, Some(Phrase::ThatRecordedVote))),
    ("suspend-rule", (Procedure::SuspendRule, Some(Phrase::ThatSuspendRule))),
    ("other", (Procedure::Other, None)),
];

/// Their names in commands.
pub const NAMES: &[&str] = &names(&PROCEDURES);

/// The procedure of a name.
pub fn named(name: &str) -> Option<Procedure> {
    names::named(&PROCEDURES, name).map(|(procedure, _)| procedure)
}

/// The phrase that holds its usual words; none for what only its own words say.
pub fn phrase(procedure: Procedure) -> Option<Phrase> {
    PROCEDURES.iter().find(|(_, (other, _))| *other == procedure).and_then(|(_, (_, phrase))| *phrase)
}

/// How near the end of an item what was carried last stands. An item must not cost more the longer it is.
const NEAR: usize = 64;

/// What is done next where something was carried that asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follow {
    /// The command line; one that ends in a space is to be gone on with.
    pub line: &'static str,
    /// What the hint bar calls it.
    pub short: &'static str,
    /// What the clerk is told: a sentence that holds the command.
    pub say: &'static str,
}

const fn follows(line: &'static str, short: &'static str, say: &'static str) -> Follow {
    Follow { line, short, say }
}

/// What follows from what was carried last under an item, as long as it is not done.
pub fn follow(state: &State, item: &ItemId) -> Option<Follow> {
    let item = state.item(item).filter(|item| item.state == ItemState::Open)?;
    let (id, carried) = state.facts_of(item).rev().take(NEAR).find_map(settled)?;
    let open = || state.floor(&item.agenda.id).next().is_some();
    Some(match carried? {
        Carried::Defer => {
            follows("defer to ", "defer the item", "“defer to …” marks the item as deferred; the minutes say it once.")
        }
        Carried::Procedure(Procedure::NextBusiness) if open() => {
            follows("not-put", "motion not put", "Carried: “not-put” closes the motion that is open, without a vote.")
        }
        Carried::Procedure(Procedure::NextBusiness) => follows("next", "next item", "“next” takes the next item."),
        Carried::Procedure(Procedure::PutTheQuestion) if open() => {
            follows("pad vote", "vote", "Carried: “vote …” puts the motion that is open.")
        }
        Carried::Procedure(Procedure::WayOfVoting) if open() => {
            follows("pad vote", "vote", "Carried: “vote names …” or “vote ballot …” takes the vote.")
        }
        Carried::Procedure(Procedure::AdjournDebate) => {
            follows("defer to ", "defer the item", "Carried: “defer to …” puts the item off.")
        }
        Carried::Procedure(Procedure::Adjourn) => {
            follows("adjourn until ", "adjourn", "Carried: “adjourn until …” adjourns the meeting.")
        }
        Carried::Procedure(Procedure::Extend) if !state.extended_after(id) => {
            follows("extend until ", "extend", "Carried: “extend until …” sets the new finish time.")
        }
        Carried::Procedure(Procedure::ChangeOrder) => {
            follows("go ", "go to an item", "Carried: “go …” takes an item out of its turn.")
        }
        Carried::Procedure(_) => return None,
    })
}

/// What was carried and asks for more.
enum Carried {
    Procedure(Procedure),
    Defer,
}

/// What a fact settles: something that asks for more, or something that ends what was asked for before. Motions that wait
/// and everything else settle nothing.
fn settled(fact: &Fact) -> Option<(FactId, Option<Carried>)> {
    let carried = match &fact.content {
        Content::Motion(motion) => match (&motion.proposal, motion.fate) {
            (Proposal::Procedural { procedure }, Fate::Carried) => Some(Carried::Procedure(*procedure)),
            (_, Fate::Open) | (Proposal::Amendment { .. }, _) => return None,
            _ => None,
        },
        Content::Decision(decision) if decision.basis.is_some() => {
            (decision.verb == Verb::Defer && decision.onward.is_none()).then_some(Carried::Defer)
        }
        Content::Pause(_) => None,
        _ => return None,
    };
    Some((fact.id, carried))
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::app::sample::{self, run, run_all};
    use crate::app::session::{Request, Session};

    fn debating() -> Session {
        let mut session = sample::session();
        let present = "present george, leigh, bradnam, barkham, sharp, gowing, leeming, jones, ferguson";
        run_all(&mut session, &[present, "call-to-order", "preside leigh", "go 12", "pen room"]);
        session
    }

    /// What is offered after lines.
    fn offered(session: &mut Session, lines: &[&str]) -> Option<&'static str> {
        run_all(session, lines);
        session.follow().map(|follow| follow.line)
    }

    #[test]
    fn what_was_carried_is_offered_until_it_is_done_and_never_done_by_itself() {
        let vote = "vote hands 6 3";
        let open = "motion That a letter be sent by sharp seconded gowing";
        // Whether a motion is open, what is moved, what is offered, what does it, and what is offered then.
        for (motion, procedure, offer, done, then) in [
            (Some(open), "next-business", Some("not-put"), "not-put", Some("next")),
            (None, "next-business", Some("next"), "next", None),
            (Some(open), "put-the-question", Some("pad vote"), vote, None),
            (None, "put-the-question", None, "next", None),
            (Some(open), "way-of-voting", Some("pad vote"), "vote names for sharp, jones against gowing", None),
            (Some(open), "adjourn-debate", Some("defer to "), "defer to 20 September", None),
            (None, "adjourn", Some("adjourn until "), "adjourn until 15:10", None),
            (None, "extend", Some("extend until "), "extend until 17:30", None),
            (None, "change-order", Some("go "), "go 14", None),
            (None, "suspend-rule", None, "next", None),
        ] {
            let mut session = debating();
            run_all(&mut session, motion.as_slice());
            let moved = format!("procedural {procedure} by leeming seconded jones");
            assert_eq!(offered(&mut session, &[&moved]), None, "{procedure} is not carried yet");
            let ran = run(&mut session, vote).unwrap();
            let said = session.follow().map(|follow| follow.say.to_owned());
            assert_eq!(ran.notices.last().filter(|said| said.contains("“")), said.as_ref(), "{procedure}");
            assert_eq!(session.follow().map(|follow| follow.line), offer, "{procedure}");
            assert_eq!(offered(&mut session, &[done]), then, "{procedure}, done");
        }
    }

    #[test]
    fn what_was_lost_asks_for_nothing() {
        let mut session = debating();
        let lines = ["motion That a letter be sent", "procedural next-business", "vote hands 3 6"];
        assert_eq!(offered(&mut session, &lines), None);
        assert!(run(&mut session, "as-due").unwrap_err().to_string().contains("Nor does anything that was carried"));
    }

    #[test]
    fn one_command_runs_or_begins_what_is_due() {
        let mut session = debating();
        run_all(&mut session, &["procedural adjourn", "vote hands 6 3"]);
        let ran = run(&mut session, "as-due").unwrap();
        assert_eq!((ran.request, ran.entries.len()), (Some(Request::Begin("adjourn until ".into())), 0));
        let lines =
            ["motion That a letter be sent", "amend Add “soon” reads That it be soon", "procedural next-business"];
        run_all(&mut session, &lines);
        run_all(&mut session, &["vote hands 6 3", "as-due"]);
        let item = session.room().cloned().unwrap();
        assert_eq!(session.state().floor(&item).count(), 0, "the motion and its amendment are dealt with");
        assert_eq!(session.follow().map(|follow| follow.line), Some("next"));
    }

    #[test]
    fn a_motion_to_defer_that_carries_asks_for_the_item() {
        let mut session = debating();
        let lines = ["motion That the item be deferred to 20 September", "vote hands 6 3"];
        assert_eq!(offered(&mut session, &lines), Some("defer to "));
        assert_eq!(offered(&mut session, &["defer to 20 September"]), None);
    }

    #[test]
    fn every_procedure_has_its_name_and_all_but_one_their_words() {
        for name in NAMES {
            let procedure = named(name).unwrap();
            assert_eq!(phrase(procedure).is_none(), procedure == Procedure::Other, "{name}");
        }
    }
}
