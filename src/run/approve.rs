//! `quorate approve`: an earlier record is told which minute of a later meeting approved its minutes.
//!
//! Approval and its corrections are facts of the later meeting. The earlier record gets one entry that cites them.

use chrono::NaiveDate;

use crate::meeting::command::Command;
use crate::meeting::event::{Entry, Event};
use crate::meeting::fact::{Accuracy, Content, Fact};
use crate::meeting::id::FactId;
use crate::meeting::stage::{Approval, Reached};
use crate::meeting::state::State;
use crate::minutes::names::Names;
use crate::minutes::style::Style;
use crate::problem::Problem;

use super::addition::Addition;
use super::cli::Approve;
use super::outcome::{Ended, Outcome, say};
use super::places::{RecordFiles, name_of};
use super::reading::{self, Reading, Scope};
use super::who;

/// Carries out `quorate approve`.
pub fn approve(approve: &Approve) -> Outcome {
    let later = reading::read(&RecordFiles::at(&approve.later), Scope::Public)?;
    let addition = Addition::to(RecordFiles::at(&approve.record), who(approve.by.as_deref()))?;
    let set = addition.state().agenda().date;
    let approval = citation(addition.state(), &later, &name_of(&approve.later))?;
    let said = sentence(set, &approval);
    let n = addition.record(&Command::Reach(Reached::Approved(approval)))?;
    say(&format!("{said} It is entry {n} of {}.\n", name_of(&approve.record)))?;
    Ok(Ended::Done)
}

fn sentence(set: NaiveDate, approval: &Approval) -> String {
    let corrections = match approval.amendments.len() {
        0 => String::new(),
        1 => ", with 1 correction".to_owned(),
        many => format!(", with {many} corrections"),
    };
    format!(
        "The minutes of {} are approved: by the {} on {}, entry {}{corrections}.",
        day(set),
        approval.body,
        day(approval.date),
        approval.entry
    )
}

/// What a later meeting made of the minutes of a day: its live minutes of them, in order.
pub fn dealt_with(later: &State, set: NaiveDate) -> Vec<(&Fact, &Accuracy)> {
    let facts = later.items().flat_map(|item| later.facts_of(item));
    let dealt = facts.filter_map(|fact| match &fact.content {
        Content::Minutes(outcome) if outcome.set == set => Some((fact, &outcome.accuracy)),
        _ => None,
    });
    dealt.collect()
}

/// The minute that approved the minutes of `earlier`, or why there is none.
fn citation(earlier: &State, later: &Reading, name: &str) -> Result<Approval, Problem> {
    let (set, state) = (earlier.agenda().date, later.meeting.state());
    let refused = |what: String, hint: &str| Err(Problem::error(what).hint(hint));
    if earlier.body().id != state.body().id {
        let what = format!("'{name}' is the record of another body, the {}", state.body().name);
        return refused(what, "Name the record of the meeting of this body that approved the minutes");
    }
    if state.practice() && !earlier.practice() {
        return refused(format!("'{name}' is the record of a rehearsal"), "Name the record of the meeting itself");
    }
    if state.agenda().date < set {
        let what = format!("the meeting of '{name}' was on {}, before that of {}", day(state.agenda().date), day(set));
        return refused(
            what,
            "Minutes are approved by a later meeting; perhaps the two records are the wrong way round",
        );
    }
    match dealt_with(state, set).pop() {
        None => refused(not_there(state, set, name), "Record it there with `minutes agreed` or `minutes amended`"),
        Some((_, Accuracy::Deferred { because })) => {
            let because = because.as_ref().map(|because| format!(", because {because}")).unwrap_or_default();
            let what = format!("that meeting put the minutes of {} off{because}", day(set));
            refused(what, "Name the record of the meeting that agreed them")
        }
        Some((fact, accuracy)) => cited(later, fact.id, accuracy),
    }
}

/// That the minutes were not dealt with there, and which were.
fn not_there(state: &State, set: NaiveDate, name: &str) -> String {
    let facts = state.items().flat_map(|item| state.facts_of(item));
    let others: Vec<String> = facts
        .filter_map(|fact| match &fact.content {
            Content::Minutes(outcome) => Some(day(outcome.set)),
            _ => None,
        })
        .collect();
    let dealt = match others.as_slice() {
        [] => "It deals with no minutes".to_owned(),
        others => format!("It deals with those of {}", others.join(" and ")),
    };
    format!("'{name}' says nothing of the minutes of {}. {dealt}", day(set))
}

fn cited(later: &Reading, id: FactId, accuracy: &Accuracy) -> Result<Approval, Problem> {
    let state = later.meeting.state();
    let entry = worded_by(later.meeting.entries(), id);
    let sum = later.sum_of(entry).ok_or_else(|| {
        Problem::error(format!("entry {entry} of that record cannot be read"))
            .hint("Check the record with `quorate check`")
    })?;
    let amendments = match accuracy {
        Accuracy::Amended { amendments } => amendments.clone(),
        Accuracy::Agreed | Accuracy::Deferred { .. } => Vec::new(),
    };
    let (style, _) = Style::read("the record's house style", state.style());
    let chairing = state.presidings().before(id.entry).and_then(|chairing| chairing.person.as_ref());
    let presider = chairing.and_then(|person| state.person(person));
    Ok(Approval {
        body: state.body().name.clone(),
        date: state.agenda().date,
        entry,
        sum,
        amendments,
        presided: presider.map(|person| Names::new(state, &style).full(person)),
    })
}

/// The newest live entry that recorded a fact or changed it. Entries come newest first.
fn worded_by<'a>(mut entries: impl Iterator<Item = &'a Entry>, id: FactId) -> u64 {
    let words = |event: &Event| matches!(event, Event::Changed { id: of, .. } if *of == id);
    entries.find(|entry| entry.public.iter().any(words)).map_or(id.entry, |entry| entry.n)
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}
