//! Rounds of an election with several nominees.

use crate::meeting::agenda::Office;
use crate::meeting::command::{Choosing, Decided, Refusal};
use crate::meeting::contest::{Standing, remaining};
use crate::meeting::fact::{Fate, Motion, Proposal};
use crate::meeting::id::{FactId, ItemId, PersonId};

use super::elections::{Course, nominates};
use super::proposals::changed;
use super::{Desk, Outcome};

impl Desk<'_> {
    /// A round between the nominees who are still in. Without votes of its own it settles what the last one left equal.
    pub(super) fn ballot(&self, item: &ItemId, office: Office, choosing: &Choosing, by_lot: bool) -> Outcome {
        let open = self.nominations(item, office)?;
        let mut course = self.course(item, office)?;
        let mut choosing = choosing.clone();
        let settles = choosing.counts.is_empty() && choosing.choices.is_empty();
        if let Some(last) = course.rounds.pop_if(|last| settles && last.out.is_empty()) {
            (choosing.method, choosing.abstained) = (last.method, last.abstained);
            (choosing.counts, choosing.choices) = (last.counts, last.choices);
            choosing.casting = choosing.casting.or(last.casting.map(|casting| casting.motion));
        }
        let all: Vec<FactId> = open.iter().map(|(id, _)| *id).collect();
        let among = remaining(&all, &course.rounds);
        // Where it is equal who leaves, the lot falls on whoever does; otherwise on whoever is elected.
        let leaves = by_lot && matches!(self.equal(item, &among, &choosing), Some(Standing::TiedForLast(_)));
        if leaves {
            choosing.out = choosing.chosen.take();
        }
        if among.len() < 2 {
            return Err(Refusal::new(
                "There are not several nominees to vote between.",
                "With one nominee say “elect”; otherwise record the nominations first.",
            ));
        }
        let (mut round, standing, notices) = self.round(item, &among, &choosing)?;
        round.by_lot = by_lot;
        course.rounds.push(round);
        let decided = match standing {
            Standing::Chosen(chosen) => self.won(item, office, chosen, &open, course)?,
            Standing::Out(_)
            | Standing::TiedForFirst(_)
            | Standing::TiedForLast(_)
            | Standing::RuleNotSet
            | Standing::NotCounted => {
                let index = self.item(item)?.facts.len();
                Decided::of(vec![self.held(item, index, office, course, all, None)])
            }
        };
        Ok(decided.with_notices(notices))
    }

    /// What the votes come to before anybody settles what is equal.
    fn equal(&self, item: &ItemId, among: &[FactId], choosing: &Choosing) -> Option<Standing> {
        let bare = Choosing { casting: None, chosen: None, out: None, ..choosing.clone() };
        self.round(item, among, &bare).ok().map(|(_, standing, _)| standing)
    }

    fn won(
        &self,
        item: &ItemId,
        office: Office,
        chosen: FactId,
        open: &[(FactId, &Motion)],
        course: Course,
    ) -> Outcome {
        let motion = open.iter().find(|(id, _)| *id == chosen).map(|(_, motion)| *motion);
        match motion.map(|motion| &motion.proposal) {
            Some(Proposal::Appointment { nominee, .. }) => self.elected(item, office, nominee, open, None, course),
            _ => Err(Refusal::new("Nobody of that name is nominated.", "Name one of the nominees.")),
        }
    }

    /// A nominee withdraws, before the vote or between two rounds.
    pub(super) fn withdraw_nominee(&self, item: &ItemId, office: Office, nominee: &PersonId) -> Outcome {
        let open = self.nominations(item, office)?;
        let Some((id, motion)) = open.iter().find(|(_, motion)| nominates(motion, nominee)) else {
            let what = format!("{} is not nominated.", self.called(nominee));
            return Err(Refusal::new(what, "Name somebody who is."));
        };
        if self.course(item, office)?.rounds.iter().any(|round| round.out.contains(id)) {
            let what = format!("{} has left the election already.", self.called(nominee));
            return Err(Refusal::new(what, "There is nothing to do."));
        }
        let withdrawn = changed(*id, Motion { fate: Fate::Withdrawn, ..(*motion).clone() });
        Ok(Decided::of(vec![withdrawn]))
    }
}
