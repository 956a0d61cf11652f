//! Motions and amendments: moved, seconded, reworded, withdrawn.

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Content, Fate, Motion, Part, Proposal};
use crate::meeting::id::{FactId, ItemId, PersonId};

use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn propose(&self, item: &ItemId, motion: &Motion) -> Outcome {
        self.sound_motion(motion)?;
        let index = self.item(item)?.facts.len();
        let mut motion = motion.clone();
        for version in &mut motion.versions {
            version.words = version.words.trim().to_owned();
            version.at = self.when.happened();
        }
        let notice = self.about_amendment(&motion);
        let content = Content::Motion(motion);
        Ok(Decided::of(vec![Event::Recorded { item: item.clone(), index, content }]).with_notice(notice))
    }

    /// Refuses a motion that says nothing, or that contradicts itself.
    pub(super) fn sound_motion(&self, motion: &Motion) -> Result<(), Refusal> {
        for person in [&motion.mover, &motion.seconder].into_iter().flatten() {
            self.known(person)?;
        }
        if motion.mover.is_some() && motion.mover == motion.seconder {
            return Err(Refusal::new("The same person cannot move and second.", "Name somebody else."));
        }
        match &motion.proposal {
            Proposal::Appointment { nominee, .. } => self.known(nominee),
            Proposal::Amendment { to, .. } => {
                self.motion(*to)?;
                some_text(motion.words(), "The amendment")
            }
            Proposal::Substantive => some_text(motion.words(), "The motion"),
            Proposal::Procedural { .. } => Ok(()),
        }
    }

    /// What the clerk should know of an amendment that is irregular. It is recorded all the same.
    fn about_amendment(&self, motion: &Motion) -> Option<String> {
        let to = self.state.content(motion.amends()?)?;
        let Content::Motion(to) = to else { return None };
        let of_amendment = to.amends().is_some() && self.state.body().rules.amend_amendments == Some(false);
        if of_amendment {
            return Some("The body's rules do not let an amendment be amended.".to_owned());
        }
        (to.fate != Fate::Open).then(|| "The motion that it would alter has been dealt with already.".to_owned())
    }

    pub(super) fn motion(&self, id: FactId) -> Result<&Motion, Refusal> {
        match &self.fact(id)?.content {
            Content::Motion(motion) => Ok(motion),
            _ => Err(Refusal::new("That is not a motion.", "Name a motion, or leave it out for the latest one.")),
        }
    }

    pub(super) fn second(&self, id: FactId, by: Option<&PersonId>) -> Outcome {
        let mut motion = self.motion(id)?.clone();
        motion.seconder = by.cloned();
        motion.seconded = by.is_none();
        self.sound_motion(&motion)?;
        if motion.fate == Fate::Lapsed {
            motion.fate = Fate::Open;
        }
        Ok(Decided::of(vec![changed(id, motion)]))
    }

    pub(super) fn reword(&self, id: FactId, words: &str) -> Outcome {
        some_text(words, "The motion")?;
        let mut motion = self.motion(id)?.clone();
        if motion.words() == words.trim() {
            return Err(Refusal::new("The motion says that already.", "There is nothing to change."));
        }
        motion.versions.push(self.version(words));
        let frozen = motion.fate != Fate::Open;
        let notice = frozen.then(|| "The motion has been put: the decision keeps the words it was put in.".to_owned());
        Ok(Decided::of(vec![changed(id, motion)]).with_notice(notice))
    }

    /// What becomes of a motion without a vote. What would have altered it falls with it.
    pub(super) fn dispose(&self, id: FactId, fate: Fate) -> Outcome {
        let mut motion = self.motion(id)?.clone();
        if motion.fate == fate {
            return Err(Refusal::new("That has been recorded of the motion already.", "Undo it if it was wrong."));
        }
        if fate == Fate::Accepted && motion.amends().is_none() {
            return Err(Refusal::new("Only an amendment can be accepted.", "Put the motion to the vote."));
        }
        motion.fate = fate;
        let mut decided = Decided::default();
        if fate == Fate::Accepted {
            self.alter(&motion, &mut decided);
        } else if fate != Fate::Open {
            self.amendments_fall(id, &mut decided);
        }
        decided.events.insert(0, changed(id, motion));
        Ok(decided)
    }

    /// An amendment that was carried or accepted alters its motion.
    pub(super) fn alter(&self, amendment: &Motion, decided: &mut Decided) {
        let Proposal::Amendment { to, reads } = &amendment.proposal else { return };
        let Ok(motion) = self.motion(*to) else { return };
        match reads {
            Some(reads) => {
                let mut motion = motion.clone();
                motion.versions.push(self.version(reads));
                decided.events.push(changed(*to, motion));
            }
            None => decided.notices.push("Say how the motion reads now: “reword”.".to_owned()),
        }
    }

    /// Amendments that are open fall with their motion.
    pub(super) fn amendments_fall(&self, to: FactId, decided: &mut Decided) {
        for (id, motion) in self.state.open_motions().filter(|(_, motion)| motion.amends() == Some(to)) {
            decided.events.push(changed(id, Motion { fate: Fate::Fallen, ..motion.clone() }));
            self.amendments_fall(id, decided);
        }
    }

    pub(super) fn divide(&self, id: FactId, parts: &[String]) -> Outcome {
        let motion = self.motion(id)?;
        if motion.fate != Fate::Open || motion.parts.iter().any(|part| part.fate != Fate::Open) {
            return Err(Refusal::new("The motion has been voted on.", "Undo the vote before putting it in parts."));
        }
        if parts.len() < 2 {
            return Err(Refusal::new("One part is no division.", "Give at least two parts."));
        }
        parts.iter().try_for_each(|part| some_text(part, "A part of the motion"))?;
        let part = |words: &String| Part { words: words.trim().to_owned(), takes: Vec::new(), fate: Fate::Open };
        let parts = parts.iter().map(part).collect();
        Ok(Decided::of(vec![changed(id, Motion { parts, ..motion.clone() })]))
    }
}

pub(super) fn changed(id: FactId, motion: Motion) -> Event {
    Event::Changed { id, content: Content::Motion(motion) }
}
