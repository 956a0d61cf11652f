//! Decisions: drafted, put, reasoned.

use crate::meeting::command::{Decided, Refusal};
use crate::meeting::event::Event;
use crate::meeting::fact::{Basis, Content, Decision, Method, Verb, Version};
use crate::meeting::id::{FactId, ItemId};

use super::{Desk, Outcome, some_text};

impl Desk<'_> {
    pub(super) fn draft(&self, item: &ItemId, verb: Verb, words: &str) -> Outcome {
        some_text(words, "The draft")?;
        let version = self.version(words);
        let event = match self.open_draft(item)? {
            Some((id, draft)) => {
                if draft.words() == version.words && draft.verb == verb {
                    return Err(Refusal::new("The draft says that already.", "Put it with F4 when the chair does."));
                }
                let mut draft = draft.clone();
                draft.verb = verb;
                draft.versions.push(version);
                Event::Changed { id, content: Content::Decision(draft) }
            }
            None => self.decision(item, Decision { verb, versions: vec![version], ..Decision::default() })?,
        };
        Ok(Decided::of(vec![event]))
    }

    pub(super) fn put(&self, item: &ItemId, draft: Option<FactId>, method: Method) -> Outcome {
        let (id, decision) = match draft {
            None => self.open_draft(item)?,
            Some(id) => match &self.fact(id)?.content {
                Content::Decision(decision) if decision.basis.is_none() => Some((id, decision)),
                _ => None,
            },
        }
        .ok_or_else(|| {
            Refusal::new("There is no draft to put.", "Draft the words first, or decide as offered with F4.")
        })?;
        let mut decision = decision.clone();
        decision.basis = Some(self.declared(item, method));
        Ok(Decided::of(vec![Event::Changed { id, content: Content::Decision(decision) }]))
    }

    pub(super) fn decide_words(&self, item: &ItemId, verb: Verb, words: &str, method: Method) -> Outcome {
        self.decided(item, verb, words, self.declared(item, method), &[])
    }

    /// Words are decided on a basis. A draft that waits under the item becomes the decision.
    pub(super) fn decided(&self, item: &ItemId, verb: Verb, words: &str, basis: Basis, also: &[ItemId]) -> Outcome {
        some_text(words, "The decision")?;
        let version = self.version(words);
        let basis = Some(basis);
        let event = match self.open_draft(item)? {
            Some((id, draft)) => {
                let mut draft = draft.clone();
                draft.verb = verb;
                if draft.words() != version.words {
                    draft.versions.push(version);
                }
                draft.basis = basis;
                draft.also = also.to_vec();
                Event::Changed { id, content: Content::Decision(draft) }
            }
            None => self.decision(
                item,
                Decision { verb, versions: vec![version], basis, also: also.to_vec(), ..Decision::default() },
            )?,
        };
        Ok(Decided::of(vec![event]))
    }

    pub(super) fn reason(&self, id: FactId, because: &str) -> Outcome {
        some_text(because, "The reason")?;
        let mut content = self.fact(id)?.content.clone();
        let reasons = match &mut content {
            Content::Decision(decision) => &mut decision.reasons,
            Content::Recommendation(recommendation) => &mut recommendation.reasons,
            _ => {
                let what = "Only a decision or a recommendation takes reasons.";
                return Err(Refusal::new(what, "Put the pen on one of them."));
            }
        };
        reasons.push(because.trim().to_owned());
        Ok(Decided::of(vec![Event::Changed { id, content }]))
    }

    pub(super) fn decision(&self, item: &ItemId, decision: Decision) -> Result<Event, Refusal> {
        let index = self.item(item)?.facts.len();
        Ok(Event::Recorded { item: item.clone(), index, content: Content::Decision(decision) })
    }

    /// The item's latest draft that has not been put. Drafts stand near the end, so the search is short.
    fn open_draft(&self, item: &ItemId) -> Result<Option<(FactId, &Decision)>, Refusal> {
        const NEAR: usize = 64;
        let mut facts = self.state.facts_of(self.item(item)?).rev().take(NEAR);
        Ok(facts.find_map(|fact| match &fact.content {
            Content::Decision(decision) if decision.basis.is_none() => Some((fact.id, decision)),
            _ => None,
        }))
    }

    pub(super) fn version(&self, words: &str) -> Version {
        Version { words: words.trim().to_owned(), at: self.when.happened() }
    }

    fn declared(&self, item: &ItemId, method: Method) -> Basis {
        Basis::Declared { method, room: self.state.circumstances(Some(item)) }
    }
}
