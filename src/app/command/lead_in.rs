//! The sentence that opens a list of highlights or a discussion, recorded once.

use crate::meeting::command::Command;
use crate::meeting::fact::{Content, LeadIn, Section, Speaker};
use crate::meeting::people::Party;
use crate::meeting::state::{Item, State};

/// The lead-in that a list of an item still needs. One that was struck out is not put back.
pub(super) fn needed(state: &State, item: &Item, section: Section) -> Option<Command> {
    let opens = matches!(section, Section::Highlights | Section::Discussion);
    let is_one = |content: &Content| matches!(content, Content::LeadIn(lead_in) if lead_in.section == section);
    let mut facts = item.facts.iter().filter_map(|id| state.fact(*id));
    (opens && !facts.any(|fact| is_one(&fact.content))).then(|| record(state, item, section))
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
