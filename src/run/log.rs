//! `quorate log`: what a record holds, an entry a line, with what was corrected as it read and as it reads since.

use chrono::NaiveDate;

use crate::app::describe::describe;
use crate::app::history::{Altered, altered};
use crate::app::{people, refs};
use crate::meeting::Meeting;
use crate::meeting::command::Refusal;
use crate::meeting::event::{Entry, Event, Turning};
use crate::meeting::fact::Accuracy;
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::State;
use crate::problem::Problem;
use crate::text::{harmless_line, wrap};

use super::account::troubles;
use super::approve::dealt_with;
use super::cli::Log;
use super::outcome::{Ended, Failure, Outcome, say, warn};
use super::places::{RecordFiles, name_of};
use super::reading::{self, Reading, Scope};

/// How wide what was altered may be, in cells, and how far it stands in.
const WIDTH: usize = 78;
const INDENT: &str = "         ";

/// Carries out `quorate log`. What was said in private is left out.
pub fn log(log: &Log) -> Outcome {
    let files = RecordFiles::at(&log.record);
    let reading = reading::read(&files, Scope::Public)?;
    let wanted = Wanted::of(log, reading.meeting.state())?;
    let undone = undone(&reading.entries);
    let (mut meeting, mut day): (Option<Meeting>, Option<NaiveDate>) = (None, None);
    for entry in &reading.entries {
        let now = meeting.get_or_insert_with(|| begun(&reading, entry));
        let wanted = wanted.concerns(&reading.entries, now.state(), entry);
        let altered = if wanted { altered(now.state(), entry) } else { Vec::new() };
        now.apply(entry);
        if wanted {
            say_day(now.state(), entry, &mut day)?;
            say_entry(now.state(), entry, &altered, undone.contains(&entry.n))?;
        }
    }
    for later in &log.later {
        say_later(reading.meeting.state(), &reading::read(&RecordFiles::at(later), Scope::Public)?, &name_of(later))?;
    }
    let problems = troubles(&reading, &files);
    warn(&problems);
    Ok(if problems.is_empty() { Ended::Done } else { Ended::Problems })
}

/// The meeting as its first entry begins it.
fn begun(reading: &Reading, first: &Entry) -> Meeting {
    match first.public.as_slice() {
        [Event::Opened(opened)] => Meeting::new(opened.as_ref().clone()),
        // Nothing that can be read begins otherwise.
        _ => reading.meeting.clone(),
    }
}

/// The entries that are undone in the end.
fn undone(entries: &[Entry]) -> Vec<u64> {
    let mut undone = Vec::new();
    for entry in entries {
        match entry.public.as_slice() {
            [Event::Undone { entry }] => undone.push(*entry),
            [Event::Redone { entry }] => undone.retain(|other| other != entry),
            _ => {}
        }
    }
    undone
}

fn say_day(state: &State, entry: &Entry, day: &mut Option<NaiveDate>) -> Result<(), Failure> {
    let date = state.local(entry.happened()).date_naive();
    if day.replace(date) == Some(date) {
        return Ok(());
    }
    say(&format!("{}\n", date.format("%-d %B %Y")))
}

fn say_entry(now: &State, entry: &Entry, altered: &[Altered], undone: bool) -> Result<(), Failure> {
    let time = now.local(entry.happened()).format("%H:%M:%S");
    let mark = if undone { " (undone)" } else { "" };
    let said = if entry.public.is_empty() { "something private".to_owned() } else { describe(now, entry) };
    say(&format!("{:>5}  {time}  {}  {said}{mark}\n", entry.n, entry.by))?;
    for altered in altered {
        say(&format!("{INDENT}{}\n", harmless_line(&altered.what)))?;
        say(&aside("was:", &altered.before))?;
        say(&aside("now:", &altered.after))?;
    }
    Ok(())
}

/// Text behind a word, its later lines under its first; nothing where there is none.
fn aside(word: &str, text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let text = harmless_line(text);
    let indent = format!("{INDENT}  {}", " ".repeat(word.len() + 1));
    let lines = wrap(&text, WIDTH.saturating_sub(indent.len()));
    format!("{INDENT}  {word} {}\n", lines.join(&format!("\n{indent}")))
}

/// Prints what a later meeting made of these minutes.
fn say_later(state: &State, later: &Reading, name: &str) -> Result<(), Failure> {
    let (set, other) = (state.agenda().date, later.meeting.state());
    let date = other.agenda().date.format("%-d %B %Y");
    if other.body().id != state.body().id {
        let problem = Problem::error(format!("'{name}' is the record of another body, the {}", other.body().name));
        return Err(Failure::Usage(problem.hint("Name a later record of the same body")));
    }
    let dealt = dealt_with(other, set);
    if dealt.is_empty() {
        return say(&format!("The meeting of {date} made nothing of these minutes.\n"));
    }
    for (fact, accuracy) in dealt {
        let (made, amendments) = match accuracy {
            Accuracy::Agreed => ("agreed", &[][..]),
            Accuracy::Amended { amendments } => ("corrected", amendments.as_slice()),
            Accuracy::Deferred { .. } => ("put off", &[][..]),
        };
        say(&format!("These minutes were {made} on {date}, entry {} of '{name}'\n", fact.id.entry))?;
        for amendment in amendments {
            say(&aside("-", &format!("{} – {}", amendment.cite, amendment.change)))?;
        }
    }
    Ok(())
}

/// What of the record is asked for.
#[derive(Default)]
struct Wanted {
    /// Nothing for every item.
    items: Option<Vec<ItemId>>,
    person: Option<PersonId>,
}

impl Wanted {
    fn of(log: &Log, state: &State) -> Result<Self, Failure> {
        let unclear = |refusal: Refusal| {
            let what = refusal.what.trim_end_matches('.').to_owned();
            Failure::Usage(Problem::error(what).hint(refusal.hint.trim_end_matches('.')))
        };
        let item = log.item.as_deref().map(|text| refs::item(state, text)).transpose().map_err(unclear)?;
        let person = log.person.as_deref().map(|text| people::person(state, text)).transpose().map_err(unclear)?;
        let family = |id: ItemId| state.family(&id).into_iter().map(|item| item.agenda.id.clone()).collect();
        Ok(Self { items: item.map(family), person })
    }

    /// Whether an entry is asked for, `before` being the meeting just before it; one that undoes or redoes another is, where that is.
    fn concerns(&self, entries: &[Entry], before: &State, entry: &Entry) -> bool {
        let event = |event: &Event| match event {
            Event::Undone { entry: n } | Event::Redone { entry: n } => {
                let other = entries.iter().find(|other| other.n == *n).filter(|other| other.n < entry.n);
                self.is_everything() || other.is_some_and(|other| self.concerns(entries, before, other))
            }
            event => self.about_item(before, event) && self.about_person(before, event),
        };
        entry.public.iter().any(event) || (entry.public.is_empty() && self.is_everything())
    }

    fn is_everything(&self) -> bool {
        self.items.is_none() && self.person.is_none()
    }

    fn about_item(&self, before: &State, event: &Event) -> bool {
        let Some(wanted) = &self.items else { return true };
        let is = |item: &ItemId| wanted.contains(item);
        let of_fact = |id: &FactId| before.fact(*id).is_some_and(|fact| is(&fact.item));
        match event {
            Event::Recorded { item, .. }
            | Event::ItemState { item, .. }
            | Event::ItemTitle { item, .. }
            | Event::ItemPaper { item, .. }
            | Event::PublicTitle { item, .. }
            | Event::Stub { item, .. }
            | Event::Turned { turning: Turning::Item { item: Some(item) }, .. }
            | Event::Turned { turning: Turning::Presiding { during: Some(item), .. }, .. } => is(item),
            Event::ItemAdded { item, parent, .. } => is(&item.id) || parent.as_ref().is_some_and(is),
            Event::Changed { id, .. }
            | Event::Published { id, .. }
            | Event::Struck { id, .. }
            | Event::TurnedAnew { id, .. } => of_fact(id),
            Event::Moved { id, item, .. } => is(item) || of_fact(id),
            _ => false,
        }
    }

    fn about_person(&self, before: &State, event: &Event) -> bool {
        let Some(person) = &self.person else { return true };
        let names = |value: serde_json::Result<serde_json::Value>| value.is_ok_and(|value| names(&value, person));
        match event {
            // They name everybody.
            Event::Opened(_) | Event::Adopted(_) => false,
            Event::Changed { id, .. } | Event::Moved { id, .. } | Event::Struck { id, .. } => {
                let named_before = before.fact(*id).is_some_and(|fact| names(serde_json::to_value(&fact.content)));
                named_before || names(serde_json::to_value(event))
            }
            event => names(serde_json::to_value(event)),
        }
    }
}

/// Whether somebody's key stands anywhere in what was recorded.
fn names(value: &serde_json::Value, person: &PersonId) -> bool {
    match value {
        serde_json::Value::String(text) => text == person.as_str(),
        serde_json::Value::Array(values) => values.iter().any(|value| names(value, person)),
        serde_json::Value::Object(fields) => fields.values().any(|value| names(value, person)),
        _ => false,
    }
}
