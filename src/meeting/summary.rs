//! The public summary of business that was taken in private.
//!
//! Where leaving the private words out of the minutes leaves no "reasonably fair and coherent record", the proper officer
//! writes a summary that discloses nothing exempt (Local Government Act 1972, section 100C(2)). It is recorded against
//! its item and public whatever the room is; nothing of the private part is ever taken into it by the program.

use super::body::Access;
use super::fact::{Audience, Content, Fact, Passage, PassageKind};
use super::id::ItemId;
use super::state::{Item, State};

/// How many facts at either end of an item are looked at. What is public of an item that was taken in private stands
/// there, and an item must not cost more the longer it is.
const NEAR: usize = 64;

impl Passage {
    /// Whether it is written for everybody, whatever the room is.
    pub fn is_summary(&self) -> bool {
        self.kind == PassageKind::Summary
    }
}

impl Content {
    /// Whether it is written for everybody of business taken in private.
    pub fn is_summary(&self) -> bool {
        matches!(self, Self::Passage(passage) if passage.is_summary())
    }
}

impl State {
    /// The summaries written for everybody that are not struck out, in order.
    pub fn summaries(&self) -> impl Iterator<Item = (&Fact, &Passage)> {
        self.summaries.iter().filter_map(|id| match self.content(*id)? {
            Content::Passage(passage) => Some((self.fact(*id)?, passage)),
            _ => None,
        })
    }

    /// The summaries of one item.
    pub fn summaries_of(&self, item: &ItemId) -> impl Iterator<Item = (&Fact, &Passage)> {
        self.summaries().filter(move |(fact, _)| fact.item == *item)
    }

    /// Whether everybody reads no more of an item that was taken in private than that it was: there is no summary, no
    /// title of what was decided, and no word of the business itself. Only of a body under the 1972 Act.
    pub(super) fn lacks_summary(&self, item: &Item) -> bool {
        let id = &item.agenda.id;
        self.body().rules.access == Some(Access::Act1972)
            && self.taken_in_private(id)
            && self.summaries_of(id).next().is_none()
            && self.stubs_of(id).all(|(_, stub)| stub.title.is_none())
            && self.has_private_business(item)
            && !self.near_ends(item).filter_map(Fact::heard).any(tells)
    }

    /// Whether something that is not for everybody was recorded of the business of an item.
    pub(super) fn has_private_business(&self, item: &Item) -> bool {
        let words = |fact: &Fact| fact.audience == Audience::Private && tells(&fact.content);
        self.stubs_of(&item.agenda.id).next().is_some() || self.near_ends(item).any(words)
    }

    fn near_ends<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Fact> {
        self.facts_of(item).take(NEAR).chain(self.facts_of(item).rev().take(NEAR))
    }
}

/// Whether a content tells of the business of an item, rather than of who was there to hear it.
fn tells(content: &Content) -> bool {
    match content {
        Content::Decision(decision) => decision.basis.is_some(),
        Content::Point(_)
        | Content::Update(_)
        | Content::Question(_)
        | Content::Action(_)
        | Content::Recommendation(_)
        | Content::Passage(_)
        | Content::Table(_)
        | Content::Minutes(_)
        | Content::Motion(_)
        | Content::Election(_)
        | Content::Contest(_) => true,
        Content::LeadIn(_)
        | Content::Movement(_)
        | Content::Tenure(_)
        | Content::Nil
        | Content::Declaration(_)
        | Content::Exclusion(_)
        | Content::Readmission
        | Content::Pause(_)
        | Content::Mark(_)
        | Content::Note(_) => false,
    }
}
