//! Interests of which notice was given before the meeting.

use std::collections::BTreeMap;

use crate::meeting::agenda::AgendaItem;
use crate::meeting::fact::Declaration;
use crate::meeting::id::ItemId;
use crate::source::Spanned;
use crate::text::fold;

use super::checker::suggestion;
use super::roster::Roster;
use super::table::DeclaredTable;
use super::value::Label;

/// Reads the notices: who, in which of `items`, of what kind and nature. Every one of them is checked to its end.
pub(super) fn declared(
    tables: &[Spanned<DeclaredTable>],
    items: &[AgendaItem],
    roster: &mut Roster<'_, '_>,
) -> Vec<Declaration> {
    let mut all: Vec<Declaration> = Vec::new();
    for table in tables {
        let Some(declaration) = one(table, items, roster) else { continue };
        if all.iter().any(|other| other.person == declaration.person && other.items == declaration.items) {
            let hint = "Take one of them away, or give each its own items";
            roster.checker().warn(&table.span(), "this interest is listed twice", hint);
        }
        all.push(declaration);
    }
    all
}

fn one(table: &Spanned<DeclaredTable>, items: &[AgendaItem], roster: &mut Roster<'_, '_>) -> Option<Declaration> {
    let fields = table.get_ref();
    let person = roster.refer(&fields.person);
    let named: Vec<Option<ItemId>> =
        fields.item.iter().chain(&fields.items).map(|label| item(label, items, roster)).collect();
    if named.is_empty() && fields.all != Some(true) {
        let hint = "Add items = [9, 11] with their numbers, or all = true for all business";
        roster.checker().error(&table.span(), "this does not say in which items the interest is", hint);
    }
    let kind = kind(fields, roster);
    let consequence = kind.as_deref().and_then(|kind| roster.rules().interest(kind)).map(|kind| kind.consequence);
    let sensitive = fields.sensitive == Some(true);
    let checker = roster.checker();
    let nature = fields.nature.as_ref().map(|nature| checker.passage(nature, "nature of an interest"));
    match &fields.nature {
        Some(nature) if sensitive => {
            let hint = "Take `nature` away, or `sensitive`";
            checker.error(&nature.span(), "the nature of a sensitive interest is not recorded", hint);
        }
        None if !sensitive => {
            let hint = "Add nature = \"...\", or sensitive = true where it is not to be told";
            checker.warn(&table.span(), "the nature of this interest is not given", hint);
        }
        _ => {}
    }
    Some(Declaration {
        items: named.into_iter().flatten().collect(),
        all: fields.all == Some(true),
        kind,
        nature: nature.filter(|_| !sensitive),
        sensitive,
        consequence,
        dispensation: fields.dispensation.as_ref().map(|text| checker.line(text, "dispensation")),
        part: fields.part.as_ref().map(|text| checker.line(text, "part of an item")),
        ..Declaration::new(person?)
    })
}

/// A kind of interest as the body's rules list it; any, where they list none.
fn kind(fields: &DeclaredTable, roster: &mut Roster<'_, '_>) -> Option<String> {
    let given = fields.kind.as_ref()?;
    let known: Vec<String> = roster.rules().interests.iter().map(|kind| kind.name.clone()).collect();
    let text = roster.checker().line(given, "kind of interest");
    let listed = known.iter().find(|name| name.eq_ignore_ascii_case(&text)).cloned();
    if listed.is_none() && !known.is_empty() {
        let hint = suggestion(&text, &known.iter().map(String::as_str).collect::<Vec<_>>());
        roster.checker().error(&given.span(), format!("'{text}' is not one of the body's kinds of interest"), hint);
    }
    Some(listed.unwrap_or(text))
}

/// The item of a number, a key or a title; of a part of a title, where no other has it.
fn item(label: &Spanned<Label>, items: &[AgendaItem], roster: &mut Roster<'_, '_>) -> Option<ItemId> {
    let wanted = fold(label.get_ref().0.trim());
    let mut all = BTreeMap::new();
    list(items, &mut all);
    let exact = |item: &&&AgendaItem| {
        item.number.as_deref() == Some(wanted.as_str()) || item.id.as_str() == wanted || fold(&item.title) == wanted
    };
    let mut titled = all.values().filter(|item| !wanted.is_empty() && fold(&item.title).contains(&wanted));
    let found = all.values().find(exact).or_else(|| titled.next().filter(|_| titled.next().is_none()));
    if found.is_none() {
        let numbers: Vec<&str> = items.iter().filter_map(|item| item.number.as_deref()).collect();
        let hint = format!("Write a number of the agenda ({}), or a part of a title", numbers.join(", "));
        let what = format!("there is no item '{}', or more than one", label.get_ref().0);
        roster.checker().error(&label.span(), what, hint);
    }
    found.map(|item| item.id.clone())
}

fn list<'a>(items: &'a [AgendaItem], all: &mut BTreeMap<&'a ItemId, &'a AgendaItem>) {
    for item in items {
        all.insert(&item.id, item);
        list(&item.items, all);
    }
}
