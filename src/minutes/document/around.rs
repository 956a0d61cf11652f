//! Papers made from the same record as the minutes: decisions, undertakings by owner, attendance, the items one by one.

use crate::meeting::fact::{Action, Content, Fact, Owner};
use crate::meeting::state::State;
use crate::minutes::block::{Block, Line, Part, Run};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::minutes::style::{AttendanceForm, Style};

use super::{Build, agenda_number, item_blocks, items_in_order, minute_number, paragraph};

/// What was decided, under the item that it was decided on.
pub fn decisions(state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let listed = items_in_order(state, style).into_iter().flat_map(|item| {
        let line = |line| Part::Decision { line, taken: true };
        let taken = state.facts_of(item).filter_map(|fact| match &fact.content {
            Content::Decision(decision) if decision.basis.is_some() => Some(build.whole_decision(decision, None)),
            _ => None,
        });
        let resolved = build.resolutions_listed(item).map(line);
        let decided: Vec<Part> =
            resolved.chain(taken.flatten()).chain(build.restricted_decisions(item).map(line)).collect();
        let heading = (!decided.is_empty()).then(|| build.heading(item));
        heading.into_iter().chain(decided)
    });
    build.under_title(Phrase::PaperDecisions, listed.collect(), Phrase::NoDecisions)
}

/// What was undertaken, under whoever is to do it.
pub fn undertakings(state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let mut owners: Vec<(String, Vec<Line>)> = Vec::new();
    for (owner, line) in build.owned() {
        match owners.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, lines)) => lines.push(line),
            None => owners.push((owner, vec![line])),
        }
    }
    let listed = owners.into_iter().flat_map(|(owner, lines)| {
        let heading = Part::Heading { level: 1, number: String::new(), text: owner };
        std::iter::once(heading).chain(lines.into_iter().map(Part::Bullet))
    });
    build.under_title(Phrase::PaperUndertakings, listed.collect(), Phrase::NoUndertakings)
}

/// What everybody may read of business taken in private, under its item.
pub fn summaries(state: &State, style: &Style) -> Vec<Block> {
    let build = Build::new(state, style);
    let listed = items_in_order(state, style).into_iter().flat_map(|item| {
        let written = state.summaries_of(&item.agenda.id).filter_map(|(_, passage)| build.passage(passage));
        let written: Vec<Part> = written.collect();
        let heading = (!written.is_empty()).then(|| build.heading(item));
        heading.into_iter().chain(written)
    });
    build.under_title(Phrase::PaperSummary, listed.collect(), Phrase::NoSummaries)
}

/// Who was there, in a table of all members whatever the minutes have.
pub fn attendance(state: &State, style: &Style) -> Vec<Block> {
    let style = Style { attendance: AttendanceForm::Grid, ..style.clone() };
    let build = Build::new(state, &style);
    let lists = build.lists().into_iter().map(Block::of);
    std::iter::once(Block::of(build.paper_head(Phrase::PaperAttendance))).chain(lists).collect()
}

/// The minutes of one item after the other, each behind a divider, to be pasted one by one.
pub fn items<'a>(state: &'a State, style: &'a Style) -> impl Iterator<Item = Block> + use<'a> {
    let build = Build::new(state, style);
    items_in_order(state, style).into_iter().flat_map(move |item| {
        let number = Value::from(agenda_number(state, item).trim_end_matches('.').to_owned());
        let divider = paragraph(build.fill.line(Phrase::ItemDivider, &[("number", number)])).map(Block::of);
        divider.into_iter().chain(item_blocks(state, style, &item.agenda.id))
    })
}

impl Build<'_> {
    fn paper_head(self, paper: Phrase) -> Part {
        let values = [
            ("paper", Value::from(self.style.label(paper))),
            ("body", Value::text(Some(&self.state.body().name))),
            ("date", Value::Date(self.state.agenda().date)),
        ];
        Part::Title(self.fill.text(Phrase::PaperHead, &values).lines().map(str::to_owned).collect())
    }

    fn under_title(self, paper: Phrase, parts: Vec<Part>, nothing: Phrase) -> Vec<Block> {
        let parts = if parts.is_empty() { self.sentence(nothing, &[]).into_iter().collect() } else { parts };
        std::iter::once(self.paper_head(paper)).chain(parts).map(Block::of).collect()
    }

    /// Every undertaking that may be read, with whose it is.
    fn owned(self) -> Vec<(String, Line)> {
        let open = self.state.actions().filter_map(|fact| match &fact.content {
            Content::Action(action) => Some((self.owner_of(action), self.owned_line(fact, action))),
            _ => None,
        });
        let titled = self.titled_actions().map(|(item, title)| {
            let words =
                [title, "", &minute_number(self.state, self.style, item), &self.title_of(item)].map(str::to_owned);
            (self.style.label(Phrase::NoOwner), self.undertaken(words))
        });
        open.chain(titled).collect()
    }

    fn owner_of(self, action: &Action) -> String {
        let known = match &action.owner {
            None => return self.style.label(Phrase::NoOwner),
            Some(Owner::Person(id)) => self.state.person(id).map(|person| self.fill.names().called(person)),
            Some(Owner::Party(id)) => self.state.party(id).map(|party| party.name.clone()),
            Some(Owner::Named(name)) => Some(name.clone()),
        };
        capitalised(&known.unwrap_or_default())
    }

    fn owned_line(self, fact: &Fact, action: &Action) -> Line {
        let [text, _, due, minute] = self.undertaking_words(fact, action);
        let title = self.state.item(&fact.item).map_or_else(String::new, |item| self.title_of(item));
        self.undertaken([text.trim_end_matches('.').to_owned(), due, minute, title])
    }

    fn undertaken(self, [text, due, minute, title]: [String; 4]) -> Line {
        let values = [
            ("text", Value::Runs(vec![Run::plain(capitalised(&text))])),
            ("due", Value::from(due)),
            ("minute", Value::from(minute)),
            ("title", Value::from(title)),
        ];
        self.fill.line(Phrase::OwnedUndertaking, &values)
    }
}
