//! Motions, amendments and choices between motions: who moved what, and what became of it.
//!
//! A motion is told where it was moved. What became of it follows its last amendment, or stands before the decision that
//! rests on it.

use crate::meeting::contest::remaining;
use crate::meeting::fact::{Content, Contest, Fate, Motion, Part as Division, Proposal, Round};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::state::Item;
use crate::minutes::block::{Line, Part};
use crate::minutes::phrase::{Phrase, Value};
use crate::minutes::style::Motions;

use super::facts::full_stop;
use super::{Build, paragraph, run_in};

impl<'a> Build<'a> {
    /// The parts of a motion at the place where it was moved.
    pub(super) fn motion(self, item: &'a Item, id: FactId, motion: &'a Motion) -> Vec<Part> {
        if matches!(motion.proposal, Proposal::Appointment { .. }) {
            let dealt_with = self.nominations_dealt_with(item, id);
            return self.untold_nomination(item, id, motion).into_iter().chain(dealt_with).collect();
        }
        if self.is_told_after(id, motion) {
            return Vec::new();
        }
        let amended = self.state.amendments(id).next().is_some();
        let ending = if amended { Vec::new() } else { self.ending(id, motion) };
        self.proposed(motion).into_iter().chain(ending).collect()
    }

    /// What everybody may read of nominations that were dealt with in private, once for those of a run that say the same.
    fn nominations_dealt_with(self, item: &'a Item, id: FactId) -> Option<Part> {
        let stub = |id| {
            let nominated = matches!(self.state.content(id), Some(Content::Motion(motion)) if matches!(motion.proposal, Proposal::Appointment { .. }));
            let what = || self.style.label(Phrase::WhatNomination);
            (nominated && self.is_withheld(id)).then(|| self.motion_stub(id, &what())).flatten()
        };
        let own = stub(id)?;
        let mut from_here = self.state.facts_of(item).skip_while(|fact| fact.id != id);
        let next = from_here.nth(1).and_then(|fact| stub(fact.id));
        Some(own).filter(|own| next.as_ref() != Some(own))
    }

    /// Whether a motion is told of in brackets after its decision, or not at all: one that was moved, put once and
    /// carried.
    pub(super) fn is_told_after(self, id: FactId, motion: &Motion) -> bool {
        let plain = motion.parts.is_empty()
            && motion.takes.len() == 1
            && motion.takes.iter().all(|take| take.casting.is_none())
            && self.state.amendments(id).next().is_none();
        self.style.motions != Motions::Narrative && plain && self.state.decisions_on(id).next().is_some()
    }

    /// What was proposed. Where the house's sentence has no place for the words, they stand below it, set in.
    fn proposed(self, motion: &'a Motion) -> Vec<Part> {
        // An amendment keeps its first words; a motion that was reworded or amended was moved in its first words too.
        let first = motion.versions.first().map_or("", |version| &version.words);
        let reads = match &motion.proposal {
            Proposal::Amendment { reads: Some(reads), .. } if reads != first => Value::Runs(self.stopped(reads)),
            _ => Value::Empty,
        };
        let seconded = if motion.seconded { Value::from(self.style.label(Phrase::Seconded)) } else { Value::Empty };
        let phrase = match (motion.amends().is_some(), motion.mover.is_some()) {
            (false, true) => Phrase::Motion,
            (false, false) => Phrase::MotionUnnamed,
            (true, true) => Phrase::AmendmentMoved,
            (true, false) => Phrase::AmendmentUnnamed,
        };
        let values = [
            ("mover", self.persons(&motion.mover)),
            ("seconder", self.persons(&motion.seconder)),
            ("seconded", seconded),
            ("words", Value::Runs(self.stopped(first))),
            ("reads", reads),
        ];
        let inside = self.style.template(phrase, 1).is_none_or(|template| template.uses("words"));
        let below = first.lines().map(str::trim).filter(|line| !line.is_empty() && !inside);
        self.sentence(phrase, &values).into_iter().chain(below.map(|line| Part::Quote(self.words(line)))).collect()
    }

    fn stopped(self, words: &str) -> Line {
        self.words(&full_stop(words))
    }

    /// What became of a motion and, where it was the last amendment to another, of that other.
    fn ending(self, id: FactId, motion: &'a Motion) -> Vec<Part> {
        let mut parts = if self.is_told_with_decision(id, motion) { Vec::new() } else { self.outcome(id, motion) };
        // Amendments come after what they alter, so this ends also where a damaged record says otherwise.
        if let Some(to) = motion.amends().filter(|to| *to < id)
            && self.state.amendments(to).next_back().is_some_and(|(last, _)| last == id)
            && let Some(Content::Motion(amended)) = self.state.content(to)
        {
            parts.extend(self.ending(to, amended));
        }
        parts
    }

    fn is_told_with_decision(self, id: FactId, motion: &Motion) -> bool {
        motion.parts.is_empty() && motion.fate == Fate::Carried && self.state.decisions_on(id).next().is_some()
    }

    /// What became of a motion.
    pub(super) fn outcome(self, id: FactId, motion: &'a Motion) -> Vec<Part> {
        if !motion.parts.is_empty() {
            return self.divided(&motion.parts);
        }
        let what = self.what(id, motion);
        if self.is_withheld(id) {
            return self.motion_stub(id, &what).into_iter().collect();
        }
        let mut parts = self.takes(&motion.takes, &what, motion.fate);
        let shown = self.motion_stub(id, &what);
        let end = match motion.fate {
            Fate::Carried | Fate::Lost if motion.takes.is_empty() => {
                let phrase = if motion.fate == Fate::Carried { Phrase::MotionCarried } else { Phrase::MotionLost };
                self.sentence(phrase, &[("what", Value::from(what)), ("votes", Value::Empty)])
            }
            Fate::Open | Fate::Carried | Fate::Lost => None,
            Fate::Withdrawn => self.sentence(Phrase::MotionWithdrawn, &[("what", Value::from(what))]),
            Fate::Lapsed => self.sentence(Phrase::MotionLapsed, &[("what", Value::from(what))]),
            Fate::NotPut => self.sentence(Phrase::MotionNotPut, &[("what", Value::from(what))]),
            // The choice of an alternative tells of itself.
            Fate::Fallen if motion.amends().is_none() => None,
            Fate::Fallen => self.sentence(Phrase::MotionFallen, &[("what", Value::from(what))]),
            Fate::Accepted => {
                self.sentence(Phrase::AmendmentAccepted, &[("mover", self.persons(self.accepting(motion)))])
            }
        };
        parts.extend(end);
        if motion.fate == Fate::Carried && motion.amends().is_some() {
            parts.extend(self.sentence(Phrase::BecameSubstantive, &[]));
        }
        parts.extend(shown);
        parts
    }

    /// Whoever moved the motion that an amendment alters: theirs is the consent.
    fn accepting(self, amendment: &Motion) -> Option<&'a PersonId> {
        match self.state.content(amendment.amends()?)? {
            Content::Motion(motion) => motion.mover.as_ref(),
            _ => None,
        }
    }

    fn what(self, id: FactId, motion: &Motion) -> String {
        // What its mover took in is still the mover's motion; what the meeting put into it is not.
        let altered = |(_, amendment): (FactId, &Motion)| amendment.fate == Fate::Carried;
        self.style.label(match motion.amends() {
            Some(_) => Phrase::WhatAmendment,
            None if self.state.amendments(id).any(altered) => Phrase::WhatSubstantive,
            None => Phrase::WhatMotion,
        })
    }

    fn divided(self, divisions: &'a [Division]) -> Vec<Part> {
        let mut parts: Vec<Part> = self.sentence(Phrase::MotionDivided, &[]).into_iter().collect();
        for (number, division) in (1..).zip(divisions) {
            let number = ("number", Value::Number(number));
            let words = ("words", Value::Runs(self.stopped(&division.words)));
            parts.extend(paragraph(self.fill.line(Phrase::MotionPart, &[number.clone(), words])));
            let what = self.fill.text(Phrase::WhatPart, &[number]);
            parts.extend(self.takes(&division.takes, &what, division.fate));
        }
        parts
    }

    /// The votes between motions put against each other.
    pub(super) fn contest(self, contest: &'a Contest) -> Vec<Part> {
        let mut parts = Vec::new();
        for (index, round) in contest.rounds.iter().enumerate() {
            let before = contest.rounds.get(..index).unwrap_or_default();
            parts.extend(paragraph(self.contest_round(round, &remaining(&contest.motions, before))));
        }
        let words = contest.chosen.map(|chosen| ("words", Value::from(self.motion_words(chosen))));
        parts.extend(words.and_then(|words| self.sentence(Phrase::ContestChosen, &[words])));
        parts
    }

    fn contest_round(self, round: &'a Round, among: &[FactId]) -> Line {
        let number = |votes: u32| Value::Number(usize::try_from(votes).unwrap_or(usize::MAX));
        let votes = round.votes(among).into_iter().filter(|_| round.total() > 0).map(|count| {
            let chose = round.choices.iter().filter(|choice| choice.motion == count.motion);
            let values = [
                ("words", Value::from(self.motion_words(count.motion))),
                ("votes", number(count.votes)),
                ("voters", self.persons(chose.map(|choice| &choice.person))),
            ];
            self.fill.text(Phrase::ContestCount, &values)
        });
        let counts = self.fill.names().join(&votes.collect::<Vec<_>>());
        let abstained = if round.abstained == 0 { Value::Empty } else { number(round.abstained) };
        let first = self.fill.line(Phrase::ContestRound, &[("counts", Value::from(counts)), ("abstained", abstained)]);
        let casting = round.casting.as_ref().map(|casting| {
            let words = Value::from(self.motion_words(casting.motion));
            self.fill.line(Phrase::ContestCasting, &[("presider", self.persons([&casting.person])), ("words", words)])
        });
        let out = round
            .out
            .iter()
            .map(|out| self.fill.line(Phrase::ContestOut, &[("words", Value::from(self.motion_words(*out)))]));
        run_in(std::iter::once(first).chain(casting).chain(out))
    }

    /// The words of a motion as they stand, without what would end a sentence.
    fn motion_words(self, id: FactId) -> String {
        match self.state.content(id) {
            Some(Content::Motion(motion)) => motion.words().replace('*', "").trim_end_matches('.').to_owned(),
            _ => self.style.label(Phrase::Unknown),
        }
    }
}
