//! The items of an agenda.

use std::ops::Range;

use chrono::NaiveDateTime;

use crate::meeting::agenda::{AgendaItem, ItemFact, ItemKind, KINDS, Office, Paper};
use crate::meeting::body::Access;
use crate::meeting::fact::Paragraph;
use crate::meeting::id::{ItemId, PartyId};

use super::checker::{Checker, LINE, suggestion};
use super::key;
use super::kind;
use super::panel;
use super::roster::Roster;
use super::topics;
use crate::minutes::document::sub_marker;

use super::table::{ItemTable, ItemValue, Text, TopicValue};
use super::value::LineOr;
use crate::source::Spanned;

const OFFICES: [(&str, Office); 2] = [("chair", Office::Chair), ("vice-chair", Office::ViceChair)];

/// Reads the items. Those that give no number are numbered by their place, "7", and below another item "7.1".
pub(super) fn items(values: &[ItemValue], roster: &mut Roster<'_, '_>) -> Vec<AgendaItem> {
    let mut reader = Reader { roster, keys: Vec::new() };
    reader.claim(values);
    reader.level(values, None)
}

/// How many items there are, those below others too.
pub(super) fn count(values: &[ItemValue]) -> usize {
    let below = |value: &ItemValue| match value.get_ref() {
        LineOr::Line(_) => 0,
        LineOr::Table(table) => count(&table.items),
    };
    values.iter().map(|value| 1 + below(value)).sum()
}

/// Minutes before the body are of meetings before this one. `items` are those read from `values`.
pub(super) fn check_dates(
    values: &[ItemValue],
    items: &[AgendaItem],
    meeting: NaiveDateTime,
    checker: &mut Checker<'_>,
) {
    for (value, item) in values.iter().zip(items) {
        let late = matches!(&item.kind, ItemKind::Minutes { sets } if sets.iter().any(|set| *set >= meeting.date()));
        let place = match value.get_ref() {
            LineOr::Line(_) => value.span(),
            LineOr::Table(table) => {
                check_dates(&table.items, &item.items, meeting, checker);
                topics::check_dates(table.topics.as_deref().unwrap_or_default(), meeting, checker);
                let set = table.sets.as_ref().and_then(|sets| sets.first());
                set.or(table.title.as_ref()).map_or(value.span(), Text::span)
            }
        };
        if late {
            let hint = "Correct the date, or the date of this meeting";
            checker.error(&place, "these minutes are not of an earlier meeting", hint);
        }
    }
}

/// The descriptions of Schedule 12A are not for a body that excludes the public under the 1960 Act.
pub(super) fn check_access(values: &[ItemValue], access: Option<Access>, checker: &mut Checker<'_>) {
    if access != Some(Access::Act1960) {
        return;
    }
    for value in values {
        let LineOr::Table(table) = value.get_ref() else { continue };
        if let Some(number) = table.private.first() {
            let what = "a paragraph of Schedule 12A is nothing to a body whose rules have access = \"1960-act\"";
            let hint = "Write confidential = true; the resolution in the meeting says why the public is excluded";
            checker.warn(&number.span(), what, hint);
        }
        check_access(&table.items, access, checker);
    }
}

/// The kinds that a field belongs to, its name, and where it stands.
type Owned = (&'static [&'static str], &'static str, Option<Range<usize>>);

struct Reader<'r, 'c, 't> {
    roster: &'r mut Roster<'c, 't>,
    /// Every key given or derived so far.
    keys: Vec<String>,
}

impl Reader<'_, '_, '_> {
    /// Takes the keys that the file gives, so that no derived key takes one first.
    fn claim(&mut self, values: &[ItemValue]) {
        for value in values {
            let LineOr::Table(table) = value.get_ref() else { continue };
            if let Some(given) = &table.key {
                let key = self.roster.checker().key(given);
                if self.keys.contains(&key) {
                    let what = format!("there are two items '{key}'");
                    self.roster.checker().error(&given.span(), what, "Give one of them another key");
                }
                self.keys.push(key);
            }
            self.claim(&table.items);
        }
    }

    fn level(&mut self, values: &[ItemValue], above: Option<&str>) -> Vec<AgendaItem> {
        let marker = self.roster.rules().sub_items.as_deref().and_then(sub_marker);
        let mut items: Vec<AgendaItem> = Vec::new();
        for (place, value) in values.iter().enumerate() {
            let number = match (above, &marker) {
                (None, _) => (place + 1).to_string(),
                (Some(above), None) => format!("{above}.{}", place + 1),
                (Some(above), Some(marker)) => format!("{above}{}", marker.show(place)),
            };
            let item = match value.get_ref() {
                LineOr::Line(title) => {
                    let title = self.title(title, &value.span());
                    self.item(title, number, &ItemTable::default(), &value.span())
                }
                LineOr::Table(table) => {
                    let title = match &table.title {
                        Some(title) => self.title(title.get_ref(), &title.span()),
                        None => self.title("", &value.span()),
                    };
                    self.item(title, number, table, &value.span())
                }
            };
            if items.iter().any(|other| other.number == item.number) {
                let what = format!("two items have the number {}", item.number.as_deref().unwrap_or_default());
                self.roster.checker().warn(&value.span(), what, "Give one of them another number");
            }
            items.push(item);
        }
        items
    }

    fn title(&mut self, title: &str, span: &Range<usize>) -> String {
        let title = self.roster.checker().clean(title, span, "title", LINE);
        if title.is_empty() {
            self.roster.checker().error(
                span,
                "this item has no title",
                "Add title = \"...\" with the words of the agenda",
            );
        }
        title
    }

    fn item(&mut self, title: String, number: String, table: &ItemTable, span: &Range<usize>) -> AgendaItem {
        let given = self.roster.checker().maybe(table.number.as_ref(), "number of an item");
        let number = given.map_or(number, |number| number.trim_end_matches('.').to_owned());
        // A given key was checked when it was claimed.
        let id = table.key.as_ref().map_or_else(|| self.derived_key(&title), |key| key.get_ref().clone());
        let kind = self.kind(&title, table, span);
        let paper = self.paper(table);
        let offer = table.offer.as_ref().map(|offer| self.roster.checker().word(offer, "name of ready-made words"));
        let private = table.private.iter().filter_map(|number| self.description(number)).collect();
        let items = self.level(&table.items, Some(&number));
        AgendaItem {
            id: ItemId::from(id),
            number: Some(number),
            title,
            kind,
            internal: table.internal,
            offer,
            private,
            confidential: table.confidential,
            paper,
            items,
        }
    }

    /// A description of exempt information by its number.
    fn description(&mut self, number: &Spanned<u32>) -> Option<Paragraph> {
        let found = Paragraph::of(*number.get_ref());
        if found.is_none() {
            let hint = match number.get_ref() {
                12..=18 => "That is the Welsh list; in England the descriptions are numbered 1 to 7",
                8..=11 => "Paragraphs 8 to 10 are conditions, or this is the list before March 2006; use 1 to 7",
                _ => "Use the number of a description in Part 1 of Schedule 12A, 1 to 7",
            };
            let what = format!("{} is no description of exempt information", number.get_ref());
            self.roster.checker().error(&number.span(), what, hint);
        }
        found
    }

    fn derived_key(&mut self, title: &str) -> String {
        let key = key::free(&[key::slug(title)], "item", |key| self.keys.iter().any(|taken| taken == key));
        self.keys.push(key.clone());
        key
    }

    fn kind(&mut self, title: &str, table: &ItemTable, span: &Range<usize>) -> ItemKind {
        let paper = table.pages.is_some() || table.author.is_some() || table.receives.is_some();
        let guessed = kind::guess(title, paper);
        let name = match &table.kind {
            Some(named) if KINDS.contains(&named.get_ref().as_str()) => named.get_ref().as_str(),
            Some(named) => {
                let what = format!("'{}' is no kind of item", named.get_ref());
                self.roster.checker().error(&named.span(), what, suggestion(named.get_ref(), &KINDS));
                guessed
            }
            None => guessed,
        };
        let office = table.office.as_ref().and_then(|office| self.roster.checker().choice(office, "office", &OFFICES));
        let mut kind = match (name, office) {
            ("election", Some(office)) => ItemKind::Election { office },
            ("hearing", _) => panel::hearing_of(title, table, span, self.roster.checker()),
            _ => kind::named(name, title).unwrap_or_else(|| {
                if table.office.is_none() {
                    let hint = "Add office = \"chair\" or office = \"vice-chair\"";
                    self.roster.checker().error(span, "this election is to no office that we know", hint);
                }
                ItemKind::Business
            }),
        };
        self.fill(&mut kind, table, span);
        self.misplaced(name, table);
        kind
    }

    fn fill(&mut self, kind: &mut ItemKind, table: &ItemTable, span: &Range<usize>) {
        match kind {
            ItemKind::Minutes { sets } => {
                if let Some(given) = &table.sets {
                    *sets = given.iter().filter_map(|date| self.roster.checker().date(date).ok().flatten()).collect();
                }
                if sets.is_empty() && table.sets.is_none() {
                    let hint = "Add sets = [2023-03-15] with the dates of the meetings whose minutes are to be agreed";
                    self.roster.checker().warn(span, "the title does not say of which day these minutes are", hint);
                }
            }
            ItemKind::Review { topics } => {
                *topics = topics::topics(table.topics.as_deref().unwrap_or_default(), self.roster.checker());
            }
            ItemKind::Complaints { year, received, outcomes } => {
                panel::complaints((year, received, outcomes), table, self.roster.checker());
            }
            ItemKind::Precept(precept) => panel::precept(precept, table, self.roster.checker()),
            ItemKind::Hearing(hearing) => panel::hearing(hearing, table, self.roster.checker()),
            _ => {}
        }
    }

    /// What belongs to another kind of item would be read and never used.
    fn misplaced(&mut self, name: &str, table: &ItemTable) {
        let text = |text: &Option<Text>| text.as_ref().map(Text::span);
        let first = |list: &Option<Vec<Text>>| list.as_ref().and_then(|list| list.first()).map(Text::span);
        let all: [Owned; 12] = [
            (&["election"], "office", text(&table.office)),
            (&["minutes"], "sets", first(&table.sets)),
            (&["review"], "topics", table.topics.as_ref().and_then(|topics| topics.first()).map(TopicValue::span)),
            (&["complaints", "precept"], "year", text(&table.year)),
            (&["complaints"], "received", table.received.as_ref().map(Spanned::span)),
            (&["complaints"], "outcomes", first(&table.outcomes)),
            (&["precept"], "proposed", text(&table.proposed)),
            (&["precept", "hearing"], "notified", text(&table.notified)),
            (&["precept"], "revised", table.revised.as_ref().map(Spanned::span)),
            (&["hearing"], "post", text(&table.post)),
            (&["hearing"], "candidates", first(&table.candidates)),
            (&["hearing"], "reserve", table.reserve.as_ref().map(Spanned::span)),
        ];
        for (kinds, field, span) in all {
            if let (Some(span), false) = (span, kinds.contains(&name)) {
                let kind = kinds.join("\" or \"");
                let what = format!("`{field}` belongs to the kind \"{kind}\", and this item is of the kind \"{name}\"");
                self.roster.checker().error(&span, what, format!("Add kind = \"{kind}\", or take `{field}` away"));
            }
        }
    }

    fn paper(&mut self, table: &ItemTable) -> Paper {
        let presenters = table.presenters.iter().filter_map(|person| self.roster.refer(person)).collect();
        let answers = table.answers.as_ref().and_then(|party| self.party(party));
        let facts = self.facts(&table.facts);
        let added = table.added.as_ref().and_then(|day| self.roster.checker().date(day).ok().flatten());
        let checker = self.roster.checker();
        let purposes = table.purposes.iter().map(|purpose| checker.passage(purpose, "purpose")).collect();
        let mut passage = |value: &Option<Text>, what: &str| value.as_ref().map(|value| checker.passage(value, what));
        Paper {
            pages: passage(&table.pages, "page range"),
            author: passage(&table.author, "author"),
            receives: passage(&table.receives, "purpose of the paper"),
            purposes,
            requested: table.requested,
            subject: passage(&table.subject, "subject"),
            document: passage(&table.document, "name of the document"),
            recommendation: passage(&table.recommendation, "recommendation"),
            urgency: passage(&table.urgency, "reason for urgency"),
            public_interest: passage(&table.public_interest, "public interest"),
            added,
            facts,
            presenters,
            answers,
        }
    }

    /// What is known of an item, as lines such as "Reference: 23/0145/FUL".
    fn facts(&mut self, lines: &[Text]) -> Vec<ItemFact> {
        let mut facts = Vec::new();
        for line in lines {
            let text = self.roster.checker().line(line, "fact of an item");
            if let Some(fact) = ItemFact::read(&text) {
                facts.push(fact);
            } else {
                let hint = "Write it as \"Reference: 23/0145/FUL\"";
                self.roster.checker().error(&line.span(), "this does not say what it is", hint);
            }
        }
        facts
    }

    fn party(&mut self, named: &Text) -> Option<PartyId> {
        let parties = self.roster.parties();
        let found = parties.iter().find(|party| party.id.as_str() == named.get_ref()).map(|party| party.id.clone());
        if found.is_none() {
            let known: Vec<&str> = parties.iter().map(|party| party.id.as_str()).collect();
            let hint = suggestion(named.get_ref(), &known);
            self.roster.checker().error(&named.span(), format!("there is no party '{}'", named.get_ref()), hint);
        }
        found
    }
}
