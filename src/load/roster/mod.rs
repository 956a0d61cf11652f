//! The people, seats, groups and parties of a body, with those of one more file laid over them.
//!
//! `body.toml` is laid over nothing, an agenda over its body. What a file says of somebody already there replaces it,
//! what it leaves out stays.

mod days;
mod grounds;
mod people;
mod rules;
mod seats;
mod speaking;
mod voting;

use std::ops::Range;

use crate::meeting::body::{Body, Rules};
use crate::meeting::id::{GroupId, PersonId, SeatId};
use crate::meeting::people::{Group, GroupKind, Party};

use super::checker::{Checker, suggestion};
use super::key;
use super::table::{GroupTable, PartyTable, PersonValue, RulesTable, SeatTable, Text};
use super::value::LineOr;
use crate::source::Spanned;

const GROUP_KINDS: [(&str, GroupKind, &str); 3] = [
    ("members", GroupKind::Members, "Members Present"),
    ("officers", GroupKind::Officers, "Officers Present"),
    ("others", GroupKind::Others, "Others Present"),
];

/// What one file says of the body.
pub(super) struct Layer<'t> {
    pub(super) rules: &'t RulesTable,
    pub(super) seats: &'t [Spanned<SeatTable>],
    pub(super) people: &'t [PersonValue],
    pub(super) groups: &'t [Spanned<GroupTable>],
    pub(super) parties: &'t [Spanned<PartyTable>],
}

impl Layer<'_> {
    /// How many people, seats, groups or parties it may name, whichever is most.
    pub(super) fn size(&self) -> usize {
        let stand_in: usize =
            self.seats.iter().map(|seat| seat.get_ref().substitutes.as_ref().map_or(0, Vec::len)).sum();
        let listed: usize = self.groups.iter().map(|group| group.get_ref().people.len()).sum();
        let together: usize =
            self.parties.iter().map(|party| party.get_ref().people.as_ref().map_or(0, Vec::len)).sum();
        let people = self.people.len() + self.seats.len() + stand_in + listed;
        people.max(together).max(self.groups.len()).max(self.parties.len())
    }
}

/// A body being written by one file.
pub(super) struct Roster<'c, 't> {
    body: Body,
    checker: &'c mut Checker<'t>,
    /// Where this file speaks of a person, for problems that show only at the end.
    people: Vec<(PersonId, Range<usize>)>,
    /// Where this file names who sits in a seat, or stands in.
    seats: Vec<(SeatId, Range<usize>)>,
    substitutes: Vec<(SeatId, PersonId, Range<usize>)>,
}

impl<'c, 't> Roster<'c, 't> {
    /// Lays `layer` over `body`. Groups come first and rules last, because later tables refer to earlier ones.
    pub(super) fn lay(body: Body, layer: &Layer<'_>, checker: &'c mut Checker<'t>) -> Self {
        let mut roster = Self { body, checker, people: Vec::new(), seats: Vec::new(), substitutes: Vec::new() };
        let groups = roster.add_groups(layer.groups);
        roster.add_people(layer.people);
        for seat in layer.seats {
            roster.add_seat(seat);
        }
        for (group, table) in groups.into_iter().zip(layer.groups) {
            roster.fill_group(&group, table.get_ref());
        }
        roster.add_parties(layer.parties);
        roster.settle_groups();
        roster.set_rules(layer.rules);
        roster.check_seats();
        roster.check_twins();
        roster
    }

    pub(super) fn into_body(self) -> Body {
        self.body
    }

    pub(super) fn checker(&mut self) -> &mut Checker<'t> {
        self.checker
    }

    pub(super) fn rules(&self) -> &Rules {
        &self.body.rules
    }

    pub(super) fn parties(&self) -> &[Party] {
        &self.body.parties
    }

    /// Who holds an office, by reference; an empty text is nobody.
    pub(super) fn office(&mut self, value: &Text, what: &str) -> Option<PersonId> {
        if value.get_ref().trim().is_empty() {
            return None;
        }
        let person = self.refer(value)?;
        let sits = self.body.seats.iter().any(|seat| seat.holder.as_ref() == Some(&person));
        if !sits {
            let what = format!("the {what} '{}' holds no seat", value.get_ref());
            self.checker.error(&value.span(), what, "Name somebody who holds one, or add the seat");
        }
        Some(person)
    }

    /// Sets the chair and the vice-chair where the file names them.
    pub(super) fn offices(&mut self, chair: Option<&Text>, vice_chair: Option<&Text>) {
        if let Some(chair) = chair {
            self.body.chair = self.office(chair, "chair");
        }
        if let Some(vice_chair) = vice_chair {
            self.body.vice_chair = self.office(vice_chair, "vice-chair");
        }
        let same = self.body.chair.is_some() && self.body.chair == self.body.vice_chair;
        if let Some(named) = vice_chair.or(chair).filter(|_| same) {
            let hint = "Name two people; an empty text, \"\", means that nobody holds the office";
            self.checker.error(&named.span(), "the same person is chair and vice-chair", hint);
        }
    }

    /// Puts the seats into the order of the day; seats that are not named follow in their own order.
    pub(super) fn reorder(&mut self, roll: &[Text]) {
        let mut order: Vec<SeatId> = Vec::new();
        for entry in roll {
            match self.body.seats.iter().find(|seat| seat.id.as_str() == entry.get_ref()) {
                Some(seat) if order.contains(&seat.id) => {
                    let what = format!("the seat '{}' is on the roll twice", entry.get_ref());
                    self.checker.error(&entry.span(), what, "Name it once");
                }
                Some(seat) => order.push(seat.id.clone()),
                None => {
                    let known: Vec<&str> = self.body.seats.iter().map(|seat| seat.id.as_str()).collect();
                    let hint = suggestion(entry.get_ref(), &known);
                    self.checker.error(&entry.span(), format!("there is no seat '{}'", entry.get_ref()), hint);
                }
            }
        }
        let place = |id: &SeatId| order.iter().position(|named| named == id).unwrap_or(order.len());
        self.body.seats.sort_by_key(|seat| place(&seat.id));
    }

    fn add_groups(&mut self, tables: &[Spanned<GroupTable>]) -> Vec<GroupId> {
        let mut here = Vec::new();
        for table in tables {
            let id = self.add_group(table, &here);
            here.push(id);
        }
        for (name, kind, label) in GROUP_KINDS {
            if !self.body.groups.iter().any(|group| group.kind == kind) {
                let id = key::free(&[name.to_owned()], name, |key| {
                    self.body.groups.iter().any(|group| group.id.as_str() == key)
                });
                let group = Group { id: id.into(), label: label.to_owned(), kind };
                // Members come first unless the file places them.
                let place = if kind == GroupKind::Members { 0 } else { self.body.groups.len() };
                self.body.groups.insert(place, group);
            }
        }
        here
    }

    fn add_group(&mut self, table: &Spanned<GroupTable>, here: &[GroupId]) -> GroupId {
        let fields = table.get_ref();
        let label = self
            .checker
            .maybe(fields.label.as_ref(), "label of a group")
            .map(|label| label.trim_end_matches(':').to_owned());
        let kinds = GROUP_KINDS.map(|(name, kind, _)| (name, kind));
        let kind = fields.kind.as_ref().and_then(|kind| self.checker.choice(kind, "kind of group", &kinds));
        let named = fields.key.as_ref().map(|key| self.checker.key(key));
        let derived = label.as_deref().map(key::slug).unwrap_or_default();
        let kind_name = GROUP_KINDS.iter().find(|(_, of, _)| Some(*of) == kind).map(|(name, ..)| (*name).to_owned());
        let taken = |key: &str| self.body.groups.iter().any(|group| group.id.as_str() == key);
        let id = GroupId::from(
            named.unwrap_or_else(|| key::free(&[kind_name.unwrap_or_default(), derived], "group", taken)),
        );
        if here.contains(&id) {
            self.checker.error(&table.span(), format!("there are two groups '{id}'"), "Give one of them another key");
        } else if let Some(group) = self.body.groups.iter_mut().find(|group| group.id == id) {
            group.label = label.unwrap_or_else(|| group.label.clone());
            group.kind = kind.unwrap_or(group.kind);
        } else {
            if fields.kind.is_none() {
                let hint = "Add kind = \"members\", \"officers\" or \"others\"";
                self.checker.error(&table.span(), format!("the group '{id}' has no kind"), hint);
            }
            let kind = kind.unwrap_or(GroupKind::Others);
            let usual = GROUP_KINDS.iter().find(|(_, of, _)| *of == kind).map_or("", |(.., label)| label);
            self.body.groups.push(Group { id: id.clone(), label: label.unwrap_or_else(|| usual.to_owned()), kind });
        }
        id
    }

    fn fill_group(&mut self, group: &GroupId, table: &GroupTable) {
        for value in &table.people {
            let Some(id) = self.person(value, true) else { continue };
            let usual = match value.get_ref() {
                LineOr::Line(_) => None,
                LineOr::Table(table) => table.usual,
            };
            if let Some(person) = self.body.people.iter_mut().find(|person| person.id == id) {
                person.group = Some(group.clone());
                person.usual = usual.unwrap_or(true);
            }
        }
    }

    /// Whoever has no seat, stands in for nobody and is in no group is listed with the others.
    fn settle_groups(&mut self) {
        let Some(others) = self.body.groups.iter().find(|group| group.kind == GroupKind::Others) else { return };
        let others = others.id.clone();
        let seats = &self.body.seats;
        let member =
            |id: &PersonId| seats.iter().any(|seat| seat.holder.as_ref() == Some(id) || seat.substitutes.contains(id));
        for person in self.body.people.iter_mut().filter(|person| person.group.is_none()) {
            if !member(&person.id) {
                person.group = Some(others.clone());
            }
        }
    }

    fn add_parties(&mut self, tables: &[Spanned<PartyTable>]) {
        let mut here = Vec::new();
        for table in tables {
            let fields = table.get_ref();
            let name = self.checker.maybe(fields.name.as_ref(), "name of a party");
            let named = fields.key.as_ref().map(|key| self.checker.key(key));
            let derived =
                name.as_deref().map(|name| key::slug(name.strip_prefix("the ").unwrap_or(name))).unwrap_or_default();
            let id = named.unwrap_or(derived);
            let people =
                fields.people.as_ref().map(|people| people.iter().filter_map(|person| self.refer(person)).collect());
            if here.contains(&id) {
                self.checker.error(
                    &table.span(),
                    format!("there are two parties '{id}'"),
                    "Give one of them another key",
                );
                continue;
            }
            here.push(id.clone());
            self.put_party(table, id, name, people);
        }
    }

    fn put_party(
        &mut self,
        table: &Spanned<PartyTable>,
        id: String,
        name: Option<String>,
        people: Option<Vec<PersonId>>,
    ) {
        let fields = table.get_ref();
        if fields.people.as_ref().is_some_and(Vec::is_empty) {
            self.checker.error(&table.span(), "there is nobody in this party", "Name its people, the head of it first");
        }
        if let Some(party) = self.body.parties.iter_mut().find(|party| party.id.as_str() == id) {
            party.name = name.unwrap_or_else(|| party.name.clone());
            party.people = people.unwrap_or_else(|| party.people.clone());
            party.leaves_for_internal = fields.leaves_for_internal.unwrap_or(party.leaves_for_internal);
            return;
        }
        let (Some(name), Some(people)) = (name, people) else {
            let hint = "Add name = \"the Director and staff\" and people = [\"...\"]";
            self.checker.error(&table.span(), "a party needs a name and people", hint);
            return;
        };
        let leaves_for_internal = fields.leaves_for_internal.unwrap_or(false);
        self.body.parties.push(Party { id: id.into(), name, people, leaves_for_internal });
    }
}
