//! The course of the meeting: passages with a sentence of their own, pauses, tables inside a minute.

use crate::meeting::event::Sitting;
use crate::meeting::fact::{Content, Decision, Fact, Grid, Owner, Passage, PassageKind, Pause, PauseKind, Verb};
use crate::meeting::id::ItemId;
use crate::meeting::state::Item;
use crate::minutes::block::{Line, Part, Run, Table};
use crate::minutes::money;
use crate::minutes::phrase::{Phrase, Value, Who, capitalised};
use crate::text::fold;

use super::number::numbers;
use super::{Build, paragraph};

impl<'a> Build<'a> {
    /// Other meetings that this one belongs with, a paragraph each below the title.
    pub(super) fn links(self) -> Vec<Part> {
        use crate::meeting::agenda::Link;
        let sentence = |link: &'a Link| match link {
            Link::Follows { date } => self.sentence(Phrase::Follows, &[("date", Value::Date(*date))]),
            Link::AdjournedFrom { date } => self.sentence(Phrase::AdjournedFrom, &[("date", Value::Date(*date))]),
            Link::Companion { meeting } => self.sentence(Phrase::Companion, &[("meeting", Value::text(Some(meeting)))]),
        };
        self.state.agenda().links.iter().filter_map(sentence).collect()
    }

    pub(super) fn passage(self, passage: &'a Passage) -> Option<Part> {
        let text = passage.text.trim().trim_end_matches('.');
        let values = [
            ("body", self.short()),
            ("by", self.named(passage)),
            ("role", Value::text(passage.role.as_deref().filter(|_| passage.by.is_some()))),
            ("text", Value::text(Some(text))),
            ("signatures", passage.signatures.map_or(Value::Empty, |signed| Value::Number(count(signed)))),
            ("outcome", Value::text(passage.outcome.as_deref().map(|outcome| outcome.trim_end_matches('.')))),
            ("items", Value::from(self.item_references(&passage.items))),
        ];
        let counted = passage.signatures.map_or(0, count);
        paragraph(match phrase(passage.kind) {
            Phrase::Petition => self.fill.counted(Phrase::Petition, counted, &values),
            phrase => self.fill.line(phrase, &values),
        })
    }

    /// Whoever announced, presented or spoke; of whom no more than the role is known, the role.
    fn named(self, passage: &'a Passage) -> Value<'a> {
        match (&passage.by, &passage.role) {
            (Some(owner), _) => self.owner(owner),
            (None, Some(role)) => {
                let name = self.fill.text(Phrase::SpeakerOfRole, &[("role", Value::text(Some(role)))]);
                Value::from(if passage.kind == PassageKind::Speaker { capitalised(&name) } else { name })
            }
            (None, None) => Value::Empty,
        }
    }

    /// Whoever is named, on the roll or in words.
    pub(super) fn owner(self, owner: &'a Owner) -> Value<'a> {
        match owner {
            Owner::Person(id) => self.persons([id]),
            Owner::Party(id) => Value::People(vec![self.state.party(id).map_or(Who::Unknown, Who::Party)]),
            Owner::Named(name) => Value::text(Some(name)),
        }
    }

    /// Items as other items refer to them: "item 7 (Costs) and item 8 (Fees)".
    pub(super) fn item_references(self, items: &[ItemId]) -> String {
        let one = |id| {
            let item = self.state.item(id)?;
            let [number, minute] = numbers(self.state, self.style, item);
            let values = [number, minute, ("title", Value::from(self.title_of(item)))];
            Some(self.fill.text(Phrase::ItemReference, &values))
        };
        self.fill.names().join(&items.iter().filter_map(one).collect::<Vec<_>>())
    }

    pub(super) fn pause(self, fact: &Fact, pause: &'a Pause) -> Option<Part> {
        let found = self.state.paused(fact.id);
        let closed = found.is_some_and(|(change, _)| change.value == Sitting::Closed);
        let (from, to) = found.map_or((fact.when, None), |(change, resumed)| (change.at.time, resumed));
        let values = [
            ("from", self.time(Some(from))),
            ("to", self.time(to)),
            ("until", Value::text(pause.until.as_deref())),
            ("reason", Value::text(pause.because.as_deref())),
        ];
        let phrase = match (pause.kind, closed) {
            (PauseKind::Adjourned, _) => Phrase::Adjournment,
            (PauseKind::Recess, _) => Phrase::Recess,
            (PauseKind::Inquorate, false) => Phrase::InquorateAdjourned,
            (PauseKind::Inquorate, true) => Phrase::InquorateClosed,
        };
        self.sentence(phrase, &values)
    }

    pub(super) fn table(self, item: &Item, grid: &Grid) -> Part {
        let title = [("title", Value::from(self.title_of(item)))];
        let cell = |text: &String| vec![vec![Run::plain(text.as_str())]];
        let mut rows: Vec<Vec<Vec<Line>>> = grid.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        if grid.total {
            rows.push(money::totals(grid, &self.style.label(Phrase::Total)).iter().map(cell).collect());
        }
        let name = self.fill.text(Phrase::TableInside, &title);
        Part::Table(Table { name, columns: grid.columns.clone(), rows })
    }

    /// What is known of an item, a line each.
    pub(super) fn item_facts(self, item: &'a Item) -> Option<Part> {
        let lines = item.agenda.paper.facts.iter().map(|fact| {
            let values = [("label", Value::text(Some(&fact.label))), ("value", Value::text(Some(&fact.value)))];
            self.fill.line(Phrase::ItemFact, &values)
        });
        paragraph(super::joined(lines, "\n"))
    }

    /// Why an item that was not on the agenda was urgent, in the opinion of whoever presided when it was reached.
    pub(super) fn urgency(self, item: &'a Item) -> Option<Part> {
        let reason = item.agenda.paper.urgency.as_deref()?;
        let taken = item.visits.iter().min();
        let presided = self.state.presidings().changes().rev().find(|change| Some(&change.at) <= taken);
        let by = presided.and_then(|change| change.value.person.as_ref()).or_else(|| self.state.presiding());
        let values = [("by", self.persons(by)), ("text", Value::text(Some(reason.trim().trim_end_matches('.'))))];
        self.sentence(Phrase::Urgency, &values)
    }

    /// The item that this one was taken before although it stands after it, where there is one close by.
    pub(super) fn taken_before(self, item: &'a Item) -> Option<Part> {
        const NEAR: usize = 64;
        let taken = item.visits.iter().min()?;
        let siblings = self.state.neighbours(item);
        let index = siblings.position(&item.agenda.id)?;
        let earlier = siblings.range(index.saturating_sub(NEAR)..index).rev().filter_map(|id| self.state.item(id));
        let first = |other: &Item| other.visits.iter().min().copied();
        let passed = earlier
            .filter_map(|other| Some((other, first(other)?)))
            .take_while(|(_, visited)| visited > taken)
            .last()?;
        let reference = self.item_references(std::slice::from_ref(&passed.0.agenda.id));
        self.sentence(Phrase::TakenBefore, &[("item", Value::from(reference))])
    }

    /// Whether a decision near the end of an item says already that it is put off, and to when.
    fn deferred_by_decision(self, item: &'a Item, to: Option<&str>) -> bool {
        const NEAR: usize = 64;
        let says = |decision: &Decision| {
            let due = decision.onward.as_ref().and_then(|onward| onward.due.as_deref());
            to.is_none_or(|to| due == Some(to) || fold(decision.words()).contains(&fold(to)))
        };
        let mut facts = self.state.facts_of(item).rev().take(NEAR);
        facts.any(|fact| match &fact.content {
            Content::Decision(decision) => decision.basis.is_some() && decision.verb == Verb::Defer && says(decision),
            _ => false,
        })
    }

    /// What became of an item that was not dealt with by itself.
    pub(super) fn became(self, item: &'a Item) -> Option<Part> {
        use crate::meeting::event::ItemState;
        let reason = |because: &'a Option<String>| ("reason", Value::text(because.as_deref()));
        match &item.state {
            ItemState::Open | ItemState::Skipped => None,
            ItemState::Deferred { to, .. } if self.deferred_by_decision(item, to.as_deref()) => None,
            ItemState::Deferred { to, because } => {
                self.sentence(Phrase::ItemDeferred, &[("to", Value::text(to.as_deref())), reason(because)])
            }
            ItemState::Withdrawn { because } => self.sentence(Phrase::ItemWithdrawn, &[reason(because)]),
            ItemState::Merged { into } => {
                let other = self.item_references(std::slice::from_ref(into));
                self.sentence(Phrase::ItemMerged, &[("item", Value::from(other))])
            }
        }
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

const fn phrase(kind: PassageKind) -> Phrase {
    match kind {
        PassageKind::Announcement => Phrase::Announcement,
        PassageKind::Tribute => Phrase::Tribute,
        PassageKind::Silence => Phrase::Silence,
        PassageKind::Tabled => Phrase::Tabled,
        PassageKind::Presentation => Phrase::Presentation,
        PassageKind::Advice => Phrase::Advice,
        PassageKind::Petition => Phrase::Petition,
        PassageKind::Deputation => Phrase::Deputation,
        PassageKind::Speaker => Phrase::Speaker,
        PassageKind::Together => Phrase::Together,
        PassageKind::Informal => Phrase::Informal,
        PassageKind::LateSubmission => Phrase::LateSubmission,
        PassageKind::Summary => Phrase::PublicSummary,
    }
}
