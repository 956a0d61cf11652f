//! Applying and taking back what is done to the facts of items.

use super::{Stamp, Standing, Was};
use crate::meeting::event::Sitting;
use crate::meeting::fact::{Audience, Content, Fact, class};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;

impl State {
    pub(super) fn record(&mut self, stamp: Stamp, item: &ItemId, index: usize, content: &Content) -> Option<Was> {
        if self.facts.contains_key(&stamp.id) {
            return None;
        }
        self.items.get_mut(item)?.facts.insert(index, stamp.id, content.class());
        self.link(stamp.id, content);
        let fact = Fact {
            id: stamp.id,
            item: item.clone(),
            audience: stamp.audience,
            when: stamp.when,
            after_meeting: self.sitting() == Sitting::Closed,
            struck: None,
            content: content.clone(),
            told: None,
        };
        self.facts.insert(stamp.id, fact);
        Some(Was::Recorded { id: stamp.id })
    }

    /// Changes a fact, for those whom the change is for at most.
    pub(super) fn change(&mut self, id: FactId, content: Content, by: Audience) -> Option<Was> {
        let fact = self.facts.get(&id)?;
        let parts = fact.audience == Audience::Public && by == Audience::Private;
        let told = if parts { Some(Box::new(fact.content.clone())) } else { fact.told.clone() };
        self.put_fact(id, Standing { content: Box::new(content), audience: fact.audience.or(by), told })
    }

    /// Words for everybody what the private part changed.
    pub(super) fn publish(&mut self, id: FactId, content: Content, by: Audience) -> Option<Was> {
        self.put_fact(id, Standing { content: Box::new(content), audience: by, told: None })
    }

    /// Puts a fact as it is from now on.
    pub(super) fn put_fact(&mut self, id: FactId, standing: Standing) -> Option<Was> {
        let fact = self.facts.get_mut(&id)?;
        let now = standing.content.clone();
        let content = Box::new(std::mem::replace(&mut fact.content, *standing.content));
        let audience = std::mem::replace(&mut fact.audience, standing.audience);
        let told = std::mem::replace(&mut fact.told, standing.told);
        self.unlink(id, &content);
        self.link(id, &now);
        self.reclass(id);
        Some(Was::Changed { id, standing: Standing { content, audience, told } })
    }

    pub(super) fn link(&mut self, id: FactId, content: &Content) {
        match content {
            Content::Action(action) => {
                self.open_actions.insert(id);
                self.promised_in.extend(action.from.map(|from| (from, id)));
            }
            Content::Declaration(declaration) => _ = self.declared.insert((declaration.person.clone(), id)),
            Content::Motion(motion) => {
                self.open_motions.extend(motion.is_before_the_meeting().then_some(id));
                self.amendments.extend(motion.amends().map(|to| (to, id)));
            }
            Content::Decision(decision) => {
                self.rested_on.extend(decision.rests_on().map(|motion| (motion, id)));
                self.decided_with.extend(decision.also.iter().map(|item| (item.clone(), id)));
            }
            Content::Movement(movement) if movement.for_item.is_some() => _ = self.withdrawals.insert(id),
            Content::Exclusion(_) => _ = self.exclusions.insert(id),
            Content::Passage(passage) if passage.is_summary() => _ = self.summaries.insert(id),
            Content::Tenure(_) => _ = self.tenures.insert(id),
            _ => {}
        }
    }

    pub(super) fn unlink(&mut self, id: FactId, content: &Content) {
        match content {
            Content::Action(action) => {
                self.open_actions.remove(&id);
                action.from.iter().for_each(|from| _ = self.promised_in.remove(&(*from, id)));
            }
            Content::Declaration(declaration) => _ = self.declared.remove(&(declaration.person.clone(), id)),
            Content::Motion(motion) => {
                self.open_motions.remove(&id);
                motion.amends().iter().for_each(|to| _ = self.amendments.remove(&(*to, id)));
            }
            Content::Decision(decision) => {
                decision.rests_on().iter().for_each(|motion| _ = self.rested_on.remove(&(*motion, id)));
                decision.also.iter().for_each(|item| _ = self.decided_with.remove(&(item.clone(), id)));
            }
            Content::Movement(_) => _ = self.withdrawals.remove(&id),
            Content::Exclusion(_) => _ = self.exclusions.remove(&id),
            Content::Passage(_) => _ = self.summaries.remove(&id),
            Content::Tenure(_) => _ = self.tenures.remove(&id),
            _ => {}
        }
    }

    pub(super) fn shift(&mut self, id: FactId, item: &ItemId, index: usize) -> Option<Was> {
        if !self.items.contains_key(item) {
            return None;
        }
        let fact = self.facts.get(&id)?;
        let (home, class) = (fact.item.clone(), class_of(fact));
        let old = self.unplace(id)?;
        self.items.get_mut(item)?.facts.insert(index, id, class);
        if let Some(fact) = self.facts.get_mut(&id) {
            fact.item = item.clone();
        }
        Some(Was::Moved { id, item: home, index: old })
    }

    pub(super) fn strike(&mut self, id: FactId, because: Option<String>) {
        if let Some(fact) = self.facts.get_mut(&id) {
            fact.struck = because;
        }
        self.reclass(id);
    }

    /// Counts a fact anew under the class it now has, in its old place.
    pub(super) fn reclass(&mut self, id: FactId) {
        let Some(fact) = self.facts.get(&id) else { return };
        let (item, class) = (fact.item.clone(), class_of(fact));
        if let Some(index) = self.unplace(id)
            && let Some(item) = self.items.get_mut(&item)
        {
            item.facts.insert(index, id, class);
        }
    }

    pub(super) fn unplace(&mut self, id: FactId) -> Option<usize> {
        let item = self.facts.get(&id)?.item.clone();
        let facts = &mut self.items.get_mut(&item)?.facts;
        let index = facts.position(&id)?;
        facts.remove(index);
        Some(index)
    }
}

/// The class that an item counts a fact by. What is struck out has no number; a lead-in, which has none, stays one.
fn class_of(fact: &Fact) -> u8 {
    let numbered = !matches!(fact.content, Content::LeadIn(_));
    if fact.struck.is_some() && numbered { class::OTHER } else { fact.content.class() }
}
