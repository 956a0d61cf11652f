//! Declarations of interest, in the manner of the house, and who left because of them.

use crate::meeting::fact::{Consequence, Content, Declaration, Fact, Move, Movement, Speaker};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::Item;
use crate::minutes::block::{Cell, Line, Part, Run, Table};
use crate::minutes::phrase::{Phrase, Value, Who, capitalised};
use crate::minutes::style::Declarations;

use super::number::numbers;
use super::{Build, paragraph, run_in};

impl<'a> Build<'a> {
    /// What a declaration becomes. Where they stand together, the first under an item prints them all.
    pub(super) fn declared(self, item: &'a Item, id: FactId, declaration: &'a Declaration) -> Vec<Part> {
        if self.style.declarations == Declarations::Prose {
            return paragraph(self.declaration(declaration)).into_iter().collect();
        }
        let all = self.state.declarations_under(&item.agenda.id);
        if all.first().is_none_or(|(first, _)| *first != id) {
            return Vec::new();
        }
        let all: Vec<&Declaration> = all.into_iter().map(|(_, declaration)| declaration).collect();
        match self.style.declarations {
            Declarations::ByItem => self.by_item(&all),
            Declarations::Prose | Declarations::Table => vec![Part::Table(self.interests_table(&all))],
        }
    }

    fn declaration(self, declaration: &'a Declaration) -> Line {
        let values = [
            self.member(declaration),
            ("post", self.post(&declaration.person)),
            self.interest(declaration),
            ("items", Value::from(self.items(declaration))),
            nature(declaration),
        ];
        let line = if declaration.sensitive {
            self.fill.line(Phrase::SensitiveDeclaration, &values)
        } else if self.is_member(&declaration.person) {
            let count = if declaration.all { 1 } else { declaration.items.len() };
            self.fill.counted(Phrase::Declaration, count, &values)
        } else {
            self.fill.line(Phrase::OfficerDeclaration, &values)
        };
        run_in([line, self.dispensation(declaration)])
    }

    fn dispensation(self, declaration: &'a Declaration) -> Line {
        if declaration.dispensation.is_none() {
            return Line::new();
        }
        let terms = ("dispensation", Value::text(declaration.dispensation.as_deref()));
        self.fill.line(Phrase::Dispensation, &[self.member(declaration), terms])
    }

    fn member(self, declaration: &'a Declaration) -> (&'static str, Value<'a>) {
        ("member", self.persons([&declaration.person]))
    }

    fn interest(self, declaration: &'a Declaration) -> (&'static str, Value<'a>) {
        let kind = Value::text(declaration.kind.as_deref());
        ("interest", Value::from(self.fill.text(Phrase::Interest, &[("kind", kind)])))
    }

    fn post(self, person: &PersonId) -> Value<'a> {
        Value::text(self.state.person(person).and_then(|person| person.post.as_deref()))
    }

    /// Whether somebody holds a seat of the body, or ever sat in one.
    fn is_member(self, person: &PersonId) -> bool {
        let mut seats = self.state.body().seats.iter();
        self.state.seat_of(person).is_some()
            || seats.any(|seat| self.state.substitutions(&seat.id).any(|(by, ..)| by == person))
    }

    /// What a declaration is in, as sentences have it: "item 9 (Annual Report)".
    fn items(self, declaration: &Declaration) -> String {
        let named = |id| self.item_named(id);
        let items: Vec<String> = declaration.items.iter().filter_map(named).collect();
        let all = declaration.all && items.is_empty();
        let items = if all { self.style.label(Phrase::AllBusiness) } else { self.fill.names().join(&items) };
        match &declaration.part {
            None => items,
            Some(part) => {
                let values = [("items", Value::from(items)), ("part", Value::text(Some(part)))];
                self.fill.text(Phrase::InterestPart, &values)
            }
        }
    }

    pub(super) fn titled(self, phrase: Phrase, item: &Item) -> String {
        let [number, minute] = numbers(self.state, self.style, item);
        self.fill.text(phrase, &[number, minute, ("title", Value::text(Some(&item.agenda.title)))])
    }

    fn interests_table(self, all: &[&'a Declaration]) -> Table {
        Table {
            name: self.style.label(Phrase::TableDeclarations),
            columns: self.style.columns.declarations.to_vec(),
            rows: all.iter().map(|declaration| self.interest_row(declaration)).collect(),
        }
    }

    fn interest_row(self, declaration: &'a Declaration) -> Vec<Cell> {
        let cell = |text: String| -> Cell { vec![vec![Run::plain(capitalised(&text))]] };
        let members = self.fill.text(Phrase::GroupedMember, &[self.member(declaration)]);
        let interest = declaration.kind.clone().unwrap_or_default();
        let mut reason: Cell = if declaration.sensitive {
            cell(self.style.label(Phrase::SensitiveInterest))
        } else {
            cell(declaration.nature.clone().unwrap_or_default())
        };
        reason.extend(Some(self.dispensation(declaration)).filter(|line| !line.is_empty()));
        vec![cell(members), cell(self.items(declaration)), cell(interest), reason]
    }

    /// Interests under the headings of what they are in, in the order of the agenda; those in everything come first.
    fn by_item(self, all: &[&'a Declaration]) -> Vec<Part> {
        let whole: Vec<&Declaration> = all.iter().copied().filter(|it| it.items.is_empty()).collect();
        let mut parts = Vec::new();
        if whole.iter().any(|declaration| declaration.all) {
            parts.push(Part::Subheading(capitalised(&self.style.label(Phrase::AllBusiness))));
        }
        parts.extend(whole.into_iter().filter_map(|declaration| paragraph(self.grouped(declaration))));
        for item in self.state.items() {
            let mut here = all.iter().filter(|it| it.items.contains(&item.agenda.id)).peekable();
            if here.peek().is_some() {
                parts.push(Part::Subheading(self.titled(Phrase::InterestsHeading, item)));
                parts.extend(here.filter_map(|declaration| paragraph(self.grouped(declaration))));
            }
        }
        parts
    }

    fn grouped(self, declaration: &'a Declaration) -> Line {
        let values = [self.member(declaration), self.interest(declaration), nature(declaration)];
        let line = if declaration.sensitive {
            self.fill.line(Phrase::SensitiveDeclaration, &values)
        } else {
            self.fill.line(Phrase::GroupedDeclaration, &values)
        };
        run_in([line, self.dispensation(declaration)])
    }

    /// How it is said that people left for the length of an item.
    pub(super) fn withdrawal(self, movement: &'a Movement, fact: &Fact, item: &ItemId) -> Option<Part> {
        if movement.moved != Move::Left {
            return None;
        }
        let people = &movement.people;
        let party = movement.party.as_ref().and_then(|id| self.state.party(id));
        let members = party.map_or_else(|| self.persons(people), |party| Value::People(vec![Who::Party(party)]));
        let phrase = if !people.iter().all(|person| self.is_member(person)) {
            Phrase::OthersLeftForItem
        } else if people.iter().all(|person| self.spoke_before(person, fact, item)) {
            Phrase::SpokeThenLeft
        } else {
            Phrase::LeftForItem
        };
        let values = [
            ("members", members),
            ("reason", Value::text(movement.because.as_deref())),
            ("item", Value::text(self.state.item(item).map(|item| item.agenda.title.as_str()))),
        ];
        self.sentence(phrase, &values)
    }

    /// Whether somebody who may speak as the public may did so before leaving.
    fn spoke_before(self, person: &PersonId, left: &Fact, item: &ItemId) -> bool {
        let may = self.state.gravest_interest(person, item).is_some_and(|(_, it)| it == Consequence::SpeakThenLeave);
        let Some(place) = self.state.item(&left.item).filter(|_| may) else { return false };
        self.state.facts_of(place).take_while(|fact| fact.id != left.id).any(|fact| match &fact.content {
            Content::Point(point) => point.turns.iter().any(|turn| turn.speaker == Speaker::Person(person.clone())),
            _ => false,
        })
    }
}

fn nature(declaration: &Declaration) -> (&'static str, Value<'_>) {
    let nature = declaration.nature.as_deref().map(|nature| nature.trim().trim_end_matches('.'));
    ("nature", Value::text(nature))
}
