//! What a meeting left undone: items deferred, adjourned or not reached.

use chrono::NaiveDate;

use crate::load::when;
use crate::meeting::agenda::{AgendaItem, ItemFact, PlanEntry};
use crate::meeting::event::ItemState;
use crate::meeting::fact::Content;
use crate::meeting::id::ItemId;
use crate::meeting::plan::PutOff;
use crate::meeting::state::{Item, State};
use crate::minutes::document::{agenda_number, minute_number, title};
use crate::minutes::style::Style;
use crate::text::fold;

use super::plan::Chosen;
use super::standing::{knows_party, recurs};
use super::{Before, Line, said};

/// What the agenda says of an item that was put off.
const FROM: &str = "Deferred from";

/// Why an item comes back.
struct Left {
    /// In a remark: "Deferred".
    how: String,
    /// To when, as said.
    to: Option<String>,
}

/// The items that come back. What was put off to a later meeting of the plan is put down there.
pub(super) fn left(
    before: &Before<'_>,
    chosen: &Chosen,
    plan: &mut Vec<PlanEntry>,
    gaps: &mut Vec<String>,
) -> Vec<Line> {
    let state = before.state;
    let mut taken: Vec<ItemId> = Vec::new();
    let mut lines = Vec::new();
    for item in state.items() {
        if item.parent.as_ref().is_some_and(|parent| taken.contains(parent)) {
            taken.push(item.agenda.id.clone());
            continue;
        }
        let Some(left) = left_undone(state, item) else { continue };
        taken.push(item.agenda.id.clone());
        let (name, this) = (title(state, before.style, item), said(state.agenda().date));
        if let Some(day) = left.day().filter(|day| *day != chosen.day) {
            gaps.push(planned(plan, day, &name));
            continue;
        }
        let number = agenda_number(state, item);
        let number = number.trim_end_matches('.');
        let to = left.to.map(|to| format!(", to {to}")).unwrap_or_default();
        lines
            .push(Line::new(format!("{} at the meeting of {this}, item {number}{to}.", left.how), whole(before, item)));
    }
    lines
}

impl Left {
    /// The day to which it was put off, where what was said is one.
    fn day(&self) -> Option<NaiveDate> {
        when::date(self.to.as_deref()?).ok().flatten()
    }
}

/// What a meeting put off to a day, and in which minute.
pub(in crate::load) fn put_off(state: &State, style: &Style) -> Vec<PutOff> {
    let of_item = |item: &Item| {
        let to = left_undone(state, item)?.day()?;
        let minute = Some(minute_number(state, style, item)).filter(|number| !number.is_empty());
        Some(PutOff { title: title(state, style, item), to, minute })
    };
    state.items().filter_map(of_item).collect()
}

/// Puts an item down for a day of the plan, on which there may be no meeting yet. Says which.
fn planned(plan: &mut Vec<PlanEntry>, day: NaiveDate, title: &str) -> String {
    if let Some(entry) = plan.iter_mut().find(|entry| entry.date == Some(day)) {
        put_down(entry, title);
        return format!("“{title}” was put off to {}, which is in the plan.", said(day));
    }
    plan.push(PlanEntry { date: Some(day), items: vec![title.to_owned()], ..PlanEntry::default() });
    format!(
        "“{title}” was put off to {}, on which the plan had no meeting: it waits there; give it a time and a venue, or \
         another day.",
        said(day)
    )
}

fn put_down(entry: &mut PlanEntry, title: &str) {
    if !entry.items.iter().any(|item| fold(item) == fold(title)) {
        entry.items.push(title.to_owned());
    }
}

/// Whether an item comes back; what every agenda has comes back by itself.
fn left_undone(state: &State, item: &Item) -> Option<Left> {
    let because = |because: &Option<String>| because.as_ref().map(|why| format!(" because {why}")).unwrap_or_default();
    if recurs(&item.agenda.kind) {
        return None;
    }
    match &item.state {
        ItemState::Deferred { to, because: why } => {
            Some(Left { how: format!("Deferred{}", because(why)), to: to.clone() })
        }
        ItemState::Open if !reached(state, item) => Some(Left { how: "Not reached".to_owned(), to: None }),
        ItemState::Open => {
            let (id, pause) = state.facts_of(item).rev().find_map(|fact| match &fact.content {
                Content::Pause(pause) => Some((fact.id, pause)),
                _ => None,
            })?;
            let (_, resumed) = state.paused(id)?;
            let how = format!("Adjourned{}", because(&pause.because));
            resumed.is_none().then(|| Left { how, to: pause.until.clone() })
        }
        ItemState::Skipped | ItemState::Withdrawn { .. } | ItemState::Merged { .. } => None,
    }
}

/// Whether the room came to an item, to one below it, or decided it with another.
fn reached(state: &State, item: &Item) -> bool {
    let family = state.family(&item.agenda.id);
    family.iter().any(|item| !item.visits.is_empty() || state.decided_with(&item.agenda.id).next().is_some())
}

/// The item with its paper and those below it, as the next agenda has it.
fn whole(before: &Before<'_>, item: &Item) -> AgendaItem {
    let state = before.state;
    let mut copy = item.agenda.clone();
    copy.title = title(state, before.style, item);
    copy.paper.pages = None;
    copy.paper.presenters.retain(|id| before.body.body.people.iter().any(|person| person.id == *id));
    copy.paper.answers = copy.paper.answers.filter(|id| knows_party(before, id));
    let below = item.children.iter().filter_map(|id| state.item(id));
    copy.items = below.filter(|below| !reached(state, below)).map(|below| whole(before, below)).collect();
    if item.parent.is_none() || !matches!(item.state, ItemState::Open) {
        deferred_from(&mut copy, &said(state.agenda().date));
    }
    copy
}

fn deferred_from(item: &mut AgendaItem, day: &str) {
    match item.paper.facts.iter_mut().find(|fact| fact.label == FROM) {
        Some(fact) => fact.value = format!("{} and {day}", fact.value),
        None => item.paper.facts.push(ItemFact { label: FROM.to_owned(), value: day.to_owned() }),
    }
}
