//! The sentence that opens a list of highlights or a discussion, recorded once.

use crate::meeting::command::Command;
use crate::meeting::fact::{Content, LeadIn, Section, Speaker, class};
use crate::meeting::people::Party;
use crate::meeting::state::{Item, State};

/// The lead-in that a list of an item still needs. One that was struck out is not put back.
pub(super) fn needed(state: &State, item: &Item, section: Section) -> Option<Command> {
    let class = match section {
        Section::Highlights => class::HIGHLIGHTS_LEAD_IN,
        Section::Discussion => class::DISCUSSION_LEAD_IN,
        Section::Paragraph | Section::Remark => return None,
    };
    (item.facts.rank(item.facts.len(), class) == 0).then(|| record(state, item, section))
}

/// Records a lead-in, whether there is one or not.
pub(super) fn record(state: &State, item: &Item, section: Section) -> Command {
    let paper = &item.agenda.paper;
    let presenter = paper.presenters.first().map(|person| Speaker::Person(person.clone()));
    let party = paper.answers.as_ref().filter(|party| state.party(party).is_some());
    let answers = party.map(|party| Speaker::Party(party.clone()));
    let head = paper.answers.as_ref().and_then(|party| state.party(party)).or_else(|| only_party(state));
    let head = head.and_then(|party| party.people.first());
    let by = match section {
        Section::Discussion => answers.or(presenter),
        _ => presenter.or_else(|| head.map(|person| Speaker::Person(person.clone()))),
    };
    let content = Content::LeadIn(LeadIn { section, by: by.unwrap_or_default() });
    Command::Record { item: item.agenda.id.clone(), content, started: None }
}

/// The party of a body that has one: whom it scrutinises.
fn only_party(state: &State) -> Option<&Party> {
    match state.body().parties.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}
