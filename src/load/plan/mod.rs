//! `plan.toml`: the forward plan of a body, beside its `body.toml`.

mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::NaiveDate;

use crate::meeting::agenda::PlanEntry;
use crate::meeting::calendar::Diary;
use crate::meeting::plan::{self, Change, KINDS, Kind, Plan, PlanItem, Planned, WHATS, What};
use crate::problem::{Problems, did_you_mean};
use crate::source::{Spanned, read};

use super::agenda::lines;
use super::checker::{Checker, LINE};
use super::key;
use super::kind;
use super::table::Text;
use super::value::LineOr;
use super::when;

use table::{ChangeTable, ItemTable, ItemValue, PlanText, PlannedTable};

/// Reads a `plan.toml`; `diary` says on which days the body is closed.
///
/// There is a plan unless the file has errors; warnings leave it usable.
pub fn plan(file: &str, text: &str, diary: Diary<'_>) -> (Option<Plan>, Problems) {
    let (read, problems) = read::<PlanText>(file, text);
    let Some(read) = read else { return (None, problems) };
    let mut checker = Checker::new(file, text, problems);
    let largest = read.meetings.iter().map(|meeting| meeting.get_ref().items.len()).max().unwrap_or_default();
    let largest = largest.max(read.meetings.len()).max(read.topics.len()).max(read.changes.len());
    if !checker.size(&read.plan.span(), largest) {
        return (None, checker.into_problems());
    }
    let mut reader = Reader { checker: &mut checker, keys: Vec::new(), changes: Vec::new() };
    let plan = reader.whole(&read);
    for remark in plan::remarks(&plan, diary) {
        // A day that cannot be read was said already.
        let unread = |table: &Text| when::date(table.get_ref()).is_err();
        let table = read.meetings.get(remark.index);
        if let Some(table) = table.filter(|table| !table.get_ref().date.as_ref().is_some_and(unread)) {
            let span = table.get_ref().date.as_ref().map_or_else(|| table.span(), Text::span);
            checker.warn(&span, remark.what, remark.hint);
        }
    }
    let whole = !checker.has_errors();
    (whole.then_some(plan), checker.into_problems())
}

/// Whether a meeting is for the members alone: by its kind, or where none is stated by what it is called.
fn is_for_members(kind: Kind, label: Option<&str>) -> bool {
    let called = PlanEntry { label: label.map(str::to_owned), ..PlanEntry::default() };
    let kind = if label.is_some() { called.told_kind() } else { kind };
    matches!(kind, Kind::Briefing | Kind::Training)
}

struct Reader<'c, 't> {
    checker: &'c mut Checker<'t>,
    keys: Vec<String>,
    changes: Vec<Change>,
}

impl Reader<'_, '_> {
    fn whole(&mut self, read: &PlanText) -> Plan {
        let head = read.plan.get_ref();
        for table in &read.meetings {
            if let Some(given) = &table.get_ref().key {
                let key = self.checker.key(given);
                if self.keys.contains(&key) {
                    self.checker.error(&given.span(), format!("there are two meetings '{key}'"), "Change one of them");
                }
                self.keys.push(key);
            }
        }
        // Keys are made of the days on which meetings were first planned.
        self.changes = read.changes.iter().filter_map(|change| self.change(change)).collect();
        Plan {
            title: self.checker.maybe(head.title.as_ref(), "title of the plan"),
            updated: self.day(head.updated.as_ref()),
            note: head.note.as_ref().map(|note| self.checker.passage(note, "note")),
            meetings: read.meetings.iter().map(|table| self.planned(table)).collect(),
            topics: read.topics.iter().filter_map(|topic| self.item(topic)).collect(),
            changes: self.cancelled(),
        }
    }

    fn day(&mut self, text: Option<&Text>) -> Option<NaiveDate> {
        text.and_then(|text| self.checker.date(text).ok().flatten())
    }

    fn planned(&mut self, table: &Spanned<PlannedTable>) -> Planned {
        let (span, table) = (table.span(), table.get_ref());
        let (kind, words) = table.kind.as_ref().map_or((Kind::Ordinary, None), |kind| self.kind(kind));
        let date = self.day(table.date.as_ref());
        let label = self.checker.maybe(table.label.as_ref(), "name of the meeting").or(words);
        let items: Vec<PlanItem> = table.items.iter().filter_map(|item| self.item(item)).collect();
        if table.date.is_none() && label.is_none() && items.is_empty() && kind == Kind::Ordinary {
            let hint = "Give it a date, a label or items, or take it away";
            self.checker.error(&span, "this meeting of the plan is empty", hint);
        }
        let label_of_kind = label.clone().filter(|_| table.kind.is_none());
        let planned = Planned {
            key: String::new(),
            date,
            time: table.time.as_ref().and_then(|time| self.checker.time(time).ok()).flatten(),
            venue: lines(table.venue.as_ref(), "venue", self.checker),
            kind,
            label,
            private: table.private.unwrap_or_else(|| is_for_members(kind, label_of_kind.as_deref())),
            theme: self.checker.maybe(table.theme.as_ref(), "theme"),
            note: table.note.as_ref().map(|note| self.checker.passage(note, "note")),
            items,
        };
        Planned { key: self.key(table, &planned), ..planned }
    }

    /// The key of a meeting: given, or made of its day, or of what it is called.
    fn key(&mut self, table: &PlannedTable, planned: &Planned) -> String {
        if let Some(given) = &table.key {
            return given.get_ref().clone();
        }
        let day = planned.date.map(|date| self.first_day(date).to_string()).unwrap_or_default();
        let first = planned.items.first().map_or("", |item| &item.title);
        let name = key::slug(planned.called().unwrap_or(first));
        let key = key::free(&[day, name], "meeting", |key| self.keys.iter().any(|taken| taken == key));
        self.keys.push(key.clone());
        key
    }

    /// The day on which a meeting was first planned, as far as the changes say.
    fn first_day(&self, date: NaiveDate) -> NaiveDate {
        plan::days_of(&self.changes, date).last().copied().unwrap_or(date)
    }

    /// The changes, each that drops a meeting with the key that the meeting had.
    fn cancelled(&mut self) -> Vec<Change> {
        let mut changes = std::mem::take(&mut self.changes);
        let before = changes.clone();
        for change in changes.iter_mut().filter(|change| change.what == What::Dropped && change.item.is_none()) {
            let Some(day) = change.meeting.filter(|_| change.key.is_none()) else { continue };
            let first = plan::days_of(&before, day).last().copied().unwrap_or(day);
            let name = key::slug(change.from.as_deref().unwrap_or_default());
            change.key = Some(key::free(&[first.to_string(), name], "meeting", |_| false));
        }
        changes
    }

    /// A kind that we know, or the words of the house for one of its own.
    fn kind(&mut self, value: &Text) -> (Kind, Option<String>) {
        let words = self.checker.line(value, "kind of meeting");
        if let Some((.., kind)) = KINDS.iter().find(|(name, ..)| *name == words) {
            return (*kind, None);
        }
        if let Some(near) = did_you_mean(&words, KINDS.iter().map(|(name, ..)| *name)) {
            let hint = format!("Did you mean \"{near}\"? Otherwise it stays: it is printed as it stands");
            self.checker.warn(&value.span(), format!("'{words}' is a kind of the house's own"), hint);
        }
        (Kind::Other, Some(words))
    }

    fn item(&mut self, value: &ItemValue) -> Option<PlanItem> {
        let span = value.span();
        let item = match value.get_ref() {
            LineOr::Line(title) => PlanItem { title: self.words(title, &span, "item"), ..PlanItem::default() },
            LineOr::Table(table) => self.table(table),
        };
        if item.title.is_empty() {
            self.checker.error(&span, "this item has no title", "Write it, or take the item away");
            return None;
        }
        Some(item)
    }

    fn table(&mut self, table: &ItemTable) -> PlanItem {
        let purpose = table.purpose.as_ref().map(|text| {
            self.odd_year(text.get_ref(), &text.span());
            self.checker.passage(text, "purpose")
        });
        PlanItem {
            title: self.words(table.title.get_ref(), &table.title.span(), "title"),
            owner: self.checker.maybe(table.owner.as_ref(), "owner"),
            purpose,
            theme: self.checker.maybe(table.theme.as_ref(), "theme"),
        }
    }

    fn words(&mut self, text: &str, span: &Range<usize>, what: &str) -> String {
        self.odd_year(text, span);
        self.checker.clean(text, span, what, LINE)
    }

    fn odd_year(&mut self, text: &str, span: &Range<usize>) {
        if let Some(year) = kind::odd_year(text) {
            let what = format!("'{year}' is not a year such as 2017/18");
            self.checker.warn(span, what, "Check it; it is printed as it stands");
        }
    }

    fn change(&mut self, table: &Spanned<ChangeTable>) -> Option<Change> {
        let (span, table) = (table.span(), table.get_ref());
        let what = self.checker.choice(&table.what, "change of a plan", &WHATS)?;
        let to = match (what, &table.to) {
            // The day is kept as files write it, so that it can be read again.
            (What::Moved, Some(to)) => {
                let day = self.checker.date(to).ok()?;
                Some(day.map_or_else(|| "TBC".to_owned(), |day| day.to_string()))
            }
            (_, to) => self.checker.maybe(to.as_ref(), "how it is now"),
        };
        let change = Change {
            what,
            meeting: self.day(table.meeting.as_ref()),
            item: self.checker.maybe(table.item.as_ref(), "item"),
            from: self.checker.maybe(table.from.as_ref(), "how it was"),
            to,
            decided: self.day(table.decided.as_ref()),
            minute: table.minute.as_ref().map(|minute| minute.get_ref().0.clone()),
            key: table.key.as_ref().map(|key| key.get_ref().clone()),
            private: table.private.unwrap_or_else(|| {
                table.from.as_ref().is_some_and(|from| is_for_members(Kind::Ordinary, Some(from.get_ref())))
            }),
            why: table.why.as_ref().map(|why| self.checker.passage(why, "reason")),
        };
        if change.meeting.is_none() && change.item.is_none() {
            let hint = "Add meeting = 2023-09-13, the day it was planned for, or item = \"...\"";
            self.checker.error(&span, "this change does not say what was changed", hint);
        }
        if what == What::Moved && change.to.is_none() {
            self.checker.error(&span, "this change does not say to which day", "Add to = 2023-09-20, or to = \"TBC\"");
        }
        if change.decided.is_none() && table.decided.is_none() {
            let hint = "Add decided = 2023-07-19, the day of the meeting, and minute = \"14\"; or why = \"...\"";
            let unsaid = change.why.is_none();
            unsaid.then(|| self.checker.warn(&span, "this change does not say where it was decided", hint));
        }
        Some(change)
    }
}
