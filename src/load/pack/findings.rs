//! The report on a pack: each thing that was found, and each that was not.

use std::borrow::Cow;

use super::found::{Finding, Found, Sure};
use super::gather::Pack;
use super::item::Item;
use crate::meeting::agenda::Office;
use crate::text::cut;

/// How much of a value is shown, in columns.
const SHOWN: usize = 160;

/// What was found and what was not, in the order of an agenda.
pub(super) fn findings(pack: &Pack) -> Vec<Finding> {
    let mut list = List(Vec::new());
    let head = &pack.head;
    list.thing("body", head.body.as_ref().map(Found::as_text));
    list.thing("date", head.date.clone().map(|found| found.map(|date| date.format("%A %-d %B %Y").to_string())));
    list.thing("time", head.time.clone().map(|found| found.map(|time| time.format("%H:%M").to_string())));
    list.thing("venue", head.venue.as_ref().map(Found::as_text));
    list.thing("contact", head.contact.as_ref().map(Found::as_text));
    if let Some(quorum) = &pack.quorum {
        list.thing("quorum", Some(quorum.clone().map(|quorum| quorum.to_string())));
    }
    for notice in &pack.notices {
        list.thing("notice", Some(notice.as_text()));
    }
    for (place, item) in (1..).zip(&pack.items) {
        list.item(item, place);
    }
    for found in &pack.people {
        let member = &found.value.member;
        let name = if found.value.vacant { "vacant" } else { member.name.as_str() };
        let office = member.office.map(|office| format!(" ({})", office_name(office))).unwrap_or_default();
        list.thing(found.value.list.called(), Some(Found::new(format!("{name}{office}"), found.line, found.sure)));
    }
    if let Some(before) = &pack.before {
        let date = before.date.clone().map(|found| found.map(|date| date.format("%-d %B %Y").to_string()));
        list.thing("last meeting", date);
        list.thing("last minute", before.last.clone().map(|found| found.map(|number| number.to_string())));
        for decision in &before.decisions {
            let (item, words) = &decision.value;
            list.thing("decision", Some(Found::new(format!("{item}: {words}"), decision.line, decision.sure)));
        }
        for action in &before.actions {
            list.thing("action", Some(Found::new(action.value.1.clone(), action.line, action.sure)));
        }
    } else {
        list.0.push(Finding::gap("there are no minutes of an earlier meeting"));
    }
    for row in &pack.plan {
        let value = format!("{}: {} items", row.date.format("%A %-d %B %Y"), row.items.len());
        list.thing("plan", Some(Found::new(value, row.line, row.sure)));
    }
    if pack.plan.is_empty() {
        list.0.push(Finding::gap("there is no plan of later meetings"));
    }
    if !pack.has_agenda && !pack.items.is_empty() {
        list.0.push(Finding::gap("there is no agenda in the text; the items are those of the reports in it"));
    }
    if !super::write::seated(pack) {
        list.0.push(Finding::gap("there is no list of members"));
    } else if pack.attended {
        list.0.push(Finding::gap("there is no list of members; those who came to the last meeting stand in for it"));
    }
    list.0.extend(pack.gaps.iter().cloned());
    list.0
}

fn office_name(office: Office) -> &'static str {
    match office {
        Office::Chair => "chair",
        Office::ViceChair => "vice-chair",
    }
}

/// A value, cut where it is long, so that the pages behind a title are still there.
fn shown(value: &str) -> Cow<'_, str> {
    match value.rfind(" (page").and_then(|at| value.split_at_checked(at)) {
        Some((title, pages)) => format!("{}{pages}", cut(title, SHOWN)).into(),
        None => cut(value, SHOWN),
    }
}

struct List(Vec<Finding>);

impl List {
    fn thing(&mut self, what: &str, found: Option<Found<String>>) {
        self.0.push(match found {
            Some(Found { value, line, sure }) => {
                Finding::Found { what: what.to_owned(), value: shown(&value).into_owned(), line, sure }
            }
            None => Finding::gap(format!("no {what} was found")),
        });
    }

    fn item(&mut self, item: &Item, place: usize) {
        let number = item.number.clone().unwrap_or_else(|| place.to_string());
        let what = format!("item {number}");
        let pages = item.pages.as_ref().map(|pages| format!(" (pages {pages})")).unwrap_or_default();
        self.thing(&what, Some(Found::new(format!("{}{pages}", item.title.value), item.title.line, item.title.sure)));
        for part in &item.items {
            let pages = part.pages.as_ref().map(|pages| format!(" (pages {pages})")).unwrap_or_default();
            self.thing(&format!("part of {what}"), Some(part.title.as_text().map(|title| format!("{title}{pages}"))));
        }
        if item.closed {
            let (value, sure) = if item.private.is_empty() {
                ("without the public; no paragraph of Schedule 12A was found".to_owned(), Sure::Unsure)
            } else {
                (format!("without the public: paragraphs {:?}", item.private), Sure::Likely)
            };
            self.thing(&what, Some(Found::new(value, item.title.line, sure)));
        }
        let Some(report) = &item.report else { return };
        let named = [
            ("report of", &report.author),
            ("contact officer", &report.contact),
            ("purpose", &report.purpose),
            ("recommendation", &report.recommendation),
        ];
        for (field, found) in named {
            match found {
                Some(found) => self.thing(&format!("{what}, {field}"), Some(found.as_text())),
                None => self.0.push(Finding::gap_at(report.line, format!("{what}: no {field} was found"))),
            }
        }
    }
}

impl Found<String> {
    /// The same, of a copy of the text.
    fn as_text(&self) -> Self {
        self.clone()
    }
}
