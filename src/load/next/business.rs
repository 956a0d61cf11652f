//! What a meeting left undone: items deferred, adjourned or not reached.

use chrono::NaiveDate;

use crate::load::when;
use crate::meeting::agenda::{AgendaItem, ItemFact, PRIVATE_TITLE, PlanEntry};
use crate::meeting::body::Body;
use crate::meeting::event::ItemState;
use crate::meeting::fact::{Content, Fact, Paragraph, Pause};
use crate::meeting::id::ItemId;
use crate::meeting::plan::{PutOff, same_title};
use crate::meeting::state::{Item, State};
use crate::minutes::document::{agenda_number, minute_number, title};
use crate::minutes::phrase::capitalised;
use crate::minutes::style::Style;
use crate::text::fold;

use super::earlier::Waiting;
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
    let this = before.state.agenda().date;
    let mut lines = Vec::new();
    for (day, count) in &before.earlier.untitled {
        gaps.push(format!(
            "{count} of the actions recorded in private on {} have no title for everybody: they are not carried, and \
             whether they are done is not known here. See the private minutes.",
            said(*day)
        ));
    }
    for waiting in &before.earlier.waiting {
        let mut planned_items = chosen.rest.iter().flat_map(|entry| &entry.items);
        // What an earlier meeting put off may have its day already.
        if waiting.meeting < this && planned_items.any(|item| same_title(item, &waiting.title)) {
            continue;
        }
        if let Some(day) = waiting.to.filter(|day| *day > chosen.day) {
            gaps.push(planned(plan, day, &waiting.title));
            continue;
        }
        let mut why = waiting.why.clone();
        if let Some(called) = &waiting.withheld {
            let lacks = format!("the title of what is called “{called}” here, and why it is private.");
            why = format!("{why} TO FILL IN: {lacks}");
            gaps.push(capitalised(&lacks));
        }
        lines.push(Line::new(why, waiting.item.clone()));
    }
    lines
}

/// What a meeting left undone, in the order of its agenda. `body` is what later agendas are read with.
pub(super) fn waiting(state: &State, style: &Style, body: &Body) -> Vec<Waiting> {
    let meeting = state.agenda().date;
    let mut taken: Vec<ItemId> = Vec::new();
    let mut found = Vec::new();
    for item in state.items() {
        if item.parent.as_ref().is_some_and(|parent| taken.contains(parent)) {
            taken.push(item.agenda.id.clone());
            continue;
        }
        let Some(left) = left_undone(state, style, item) else { continue };
        taken.push(item.agenda.id.clone());
        let number = agenda_number(state, item);
        let number = number.trim_end_matches('.');
        let to = left.to.as_ref().map(|to| format!(", to {to}")).unwrap_or_default();
        found.push(Waiting {
            title: title(state, style, item),
            withheld: state
                .family(&item.agenda.id)
                .into_iter()
                .find(|item| withheld(item))
                .map(|item| title(state, style, item)),
            meeting,
            to: left.day(),
            why: format!("{} at the meeting of {}, item {number}{to}.", left.how, said(meeting)),
            item: whole(state, style, body, item),
        });
    }
    found
}

impl Left {
    /// The day to which it was put off, where what was said is one.
    fn day(&self) -> Option<NaiveDate> {
        day_of(self.to.as_deref())
    }
}

/// What a meeting put off to a day, and in which minute.
pub(in crate::load) fn put_off(state: &State, style: &Style) -> Vec<PutOff> {
    let of_item = |item: &Item| {
        let to = left_undone(state, style, item)?.day()?;
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
fn left_undone(state: &State, style: &Style, item: &Item) -> Option<Left> {
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
            let pause = state.facts_of(item).rev().find_map(|fact| adjournment(state, fact))?;
            let how = format!("Adjourned{}", because(&pause.because));
            Some(Left { how, to: pause.until.clone() })
        }
        ItemState::Merged { into } => with_target(state, style, into),
        ItemState::Skipped | ItemState::Withdrawn { .. } => None,
    }
}

/// The pause in which the meeting was adjourned as a whole, where it did not resume.
pub(super) fn adjourned(state: &State) -> Option<&Pause> {
    let facts = state.items().flat_map(|item| state.facts_of(item));
    facts.filter_map(|fact| adjournment(state, fact)).last()
}

/// The pause that a fact records, where the meeting did not resume after it and it was more than a break.
fn adjournment<'s>(state: &State, fact: &'s Fact) -> Option<&'s Pause> {
    let Content::Pause(pause) = &fact.content else { return None };
    let (_, resumed) = state.paused(fact.id)?;
    resumed.is_none().then_some(pause)
}

/// The day that was said, where it was one.
pub(super) fn day_of(said: Option<&str>) -> Option<NaiveDate> {
    when::date(said?).ok().flatten()
}

/// An item that was to be taken with another comes back where the other does. What was merged in a circle does not.
fn with_target(state: &State, style: &Style, into: &ItemId) -> Option<Left> {
    let mut target = state.item(into)?;
    for _ in state.items() {
        let ItemState::Merged { into } = &target.state else {
            let left = left_undone(state, style, target)?;
            return Some(Left { how: format!("{}, with “{}”,", left.how, title(state, style, target)), ..left });
        };
        target = state.item(into)?;
    }
    None
}

/// Whether the room came to an item, to one below it, or decided it with another.
fn reached(state: &State, item: &Item) -> bool {
    let family = state.family(&item.agenda.id);
    family.iter().any(|item| !item.visits.is_empty() || state.decided_with(&item.agenda.id).next().is_some())
}

/// The item with its paper and those below it, as the next agenda has it.
fn whole(state: &State, style: &Style, body: &Body, item: &Item) -> AgendaItem {
    let mut copy = item.agenda.clone();
    copy.title = title(state, style, item);
    if withheld(item) && copy.private.is_empty() {
        copy.private = paragraphs_about(state, item);
    }
    copy.paper.pages = None;
    copy.paper.presenters.retain(|id| body.people.iter().any(|person| person.id == *id));
    copy.paper.answers = copy.paper.answers.filter(|id| knows_party(body, id));
    let below = item.children.iter().filter_map(|id| state.item(id));
    copy.items = below.filter(|below| !reached(state, below)).map(|below| whole(state, style, body, below)).collect();
    if item.parent.is_none() || !matches!(item.state, ItemState::Open) {
        deferred_from(&mut copy, &said(state.agenda().date));
    }
    copy
}

/// Whether everybody may not read what an item is called.
fn withheld(item: &Item) -> bool {
    item.agenda.title == PRIVATE_TITLE && item.public_title.is_none()
}

/// Why an item that came up in private is private: as the one above it, or else the last one before it that says so.
fn paragraphs_about(state: &State, item: &Item) -> Vec<Paragraph> {
    let above = std::iter::successors(item.parent.as_ref().and_then(|id| state.item(id)), |item| {
        item.parent.as_ref().and_then(|id| state.item(id))
    });
    let before: Vec<&Item> = state.items().take_while(|other| other.agenda.id != item.agenda.id).collect();
    let mut near = above.chain(before.into_iter().rev()).map(|other| &other.agenda.private);
    near.find(|private| !private.is_empty()).cloned().unwrap_or_default()
}

fn deferred_from(item: &mut AgendaItem, day: &str) {
    match item.paper.facts.iter_mut().find(|fact| fact.label == FROM) {
        Some(fact) => fact.value = format!("{} and {day}", fact.value),
        None => item.paper.facts.push(ItemFact { label: FROM.to_owned(), value: day.to_owned() }),
    }
}
