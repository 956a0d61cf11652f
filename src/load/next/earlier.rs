//! What all earlier meetings of a body left, by their records: whatever no later one of them took up.
//!
//! The last meeting alone does not say: a special meeting reviews no actions, has no minutes before it and takes up
//! nothing that was put off.

use chrono::{NaiveDate, NaiveDateTime};

use crate::meeting::agenda::{AgendaItem, ItemKind, Topic};
use crate::meeting::body::Body;
use crate::meeting::fact::{Accuracy, Content, Restricted};
use crate::meeting::plan::{Plan, What, same_title};
use crate::meeting::stage::Stage;
use crate::meeting::state::State;
use crate::minutes::document::{named_apart, title};
use crate::minutes::style::Style;

use super::business;

/// An item that a meeting left undone and no later one had on its agenda.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Its title, as everybody may read it.
    pub title: String,
    /// The day of the meeting that left it.
    pub meeting: NaiveDate,
    /// The day to which it was put off, where what was said is one.
    pub to: Option<NaiveDate>,
    /// What stands for the title of it or of an item below it, where that was withheld since it was private.
    pub(super) withheld: Option<String>,
    /// Why it comes back, as a sentence: "Deferred at the meeting of 13 March 2024, item 7."
    pub why: String,
    /// It with its paper, as another agenda has it.
    pub(super) item: AgendaItem,
}

/// A meeting that was held, as far as later ones go on from it.
#[derive(Clone, Debug)]
pub struct Past {
    when: NaiveDateTime,
    last_meeting: Option<NaiveDate>,
    approved: bool,
    /// The meetings whose minutes it had before it, and of those the ones that it settled.
    sets: Vec<NaiveDate>,
    settled: Vec<NaiveDate>,
    titles: Vec<String>,
    waiting: Vec<Waiting>,
    /// How many actions it recorded in private and gave no title for everybody.
    untitled: usize,
}

impl Past {
    /// What a meeting left, by the record that everybody may read; `body` is what later agendas are read with.
    pub fn of(state: &State, style: &Style, body: &Body) -> Self {
        let agenda = state.agenda();
        let sets = state.items().flat_map(|item| match &item.agenda.kind {
            ItemKind::Minutes { sets } => sets.as_slice(),
            _ => &[],
        });
        Self {
            when: agenda.date.and_time(agenda.time),
            last_meeting: agenda.last_meeting,
            approved: state.stage() >= Stage::Approved,
            sets: sets.copied().collect(),
            settled: settled(state),
            titles: state.items().map(|item| title(state, style, item)).collect(),
            waiting: business::waiting(state, style, body),
            untitled: untitled(state),
        }
    }

    fn day(&self) -> NaiveDate {
        self.when.date()
    }
}

/// The meetings whose minutes this one agreed, as they were or amended.
fn settled(state: &State) -> Vec<NaiveDate> {
    let mut outcomes: Vec<(NaiveDate, bool)> = Vec::new();
    for fact in state.items().flat_map(|item| state.facts_of(item)) {
        if let Content::Minutes(outcome) = &fact.content {
            outcomes.retain(|(set, _)| *set != outcome.set);
            let agreed = matches!(outcome.accuracy, Accuracy::Agreed | Accuracy::Amended { .. });
            outcomes.push((outcome.set, agreed));
        }
    }
    outcomes.into_iter().filter_map(|(set, agreed)| agreed.then_some(set)).collect()
}

fn untitled(state: &State) -> usize {
    let stubs = state.items().flat_map(|item| state.stubs_of(&item.agenda.id));
    stubs.filter(|(_, stub)| stub.what == Restricted::Action && stub.title.is_none()).count()
}

/// What the earlier meetings of a body left.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// The actions that are not finished, each with a name of its own.
    pub actions: Vec<Topic>,
    /// The meetings whose minutes are still to be agreed, the oldest first.
    pub minutes: Vec<NaiveDate>,
    /// What was put off or not reached and never taken up, the oldest first.
    pub waiting: Vec<Waiting>,
    /// The meetings that recorded actions in private without a title for everybody, each with how many. What became of
    /// them is not known.
    pub untitled: Vec<(NaiveDate, usize)>,
}

impl Earlier {
    /// What meetings left, in whatever order they come. `actions` are those of the newest and then those of the others,
    /// and `plan` is the body's, which may say that an item was dropped.
    pub fn of(mut meetings: Vec<Past>, actions: Vec<Topic>, plan: Option<&Plan>) -> Self {
        meetings.sort_by_key(|past| past.when);
        let mut actions: Vec<Topic> = actions.into_iter().filter(|topic| !topic.standing.is_finished()).collect();
        named_apart(&mut actions);
        let untitled =
            meetings.iter().map(|past| (past.day(), past.untitled)).filter(|(_, count)| *count > 0).collect();
        Self { actions, minutes: unsettled(&meetings), waiting: never_taken_up(&meetings, plan), untitled }
    }
}

/// The meetings whose minutes nobody agreed: those held and those that they had before them.
fn unsettled(meetings: &[Past]) -> Vec<NaiveDate> {
    let Some(newest) = meetings.last() else { return Vec::new() };
    let held = meetings.iter().filter(|past| !past.approved || past.when == newest.when).map(Past::day);
    let mut days: Vec<NaiveDate> = held.chain(newest.sets.iter().copied()).collect();
    let agreed = |day: &NaiveDate| meetings.iter().any(|past| past.settled.contains(day));
    // A later meeting whose record is elsewhere may have agreed them.
    let elsewhere = |day: &NaiveDate| {
        let named = meetings.iter().filter_map(|past| past.last_meeting);
        named.filter(|named| named > day).any(|named| !meetings.iter().any(|past| past.day() == named))
    };
    let own = |day: &NaiveDate| newest.sets.contains(day) && *day < newest.day();
    days.retain(|day| !agreed(day) && (*day == newest.day() || own(day) || !elsewhere(day)));
    days.sort_unstable();
    days.dedup();
    days
}

fn never_taken_up(meetings: &[Past], plan: Option<&Plan>) -> Vec<Waiting> {
    let dropped = |title: &str| {
        let mut changes = plan.into_iter().flat_map(|plan| &plan.changes);
        changes.any(|change| {
            change.what == What::Dropped && change.item.as_deref().is_some_and(|item| same_title(item, title))
        })
    };
    let mut found: Vec<Waiting> = Vec::new();
    for past in meetings {
        found.retain(|waiting| !past.titles.iter().any(|title| same_title(title, &waiting.title)));
        found.extend(past.waiting.iter().filter(|waiting| !dropped(&waiting.title)).cloned());
    }
    found
}
