//! What an entry altered of what had been recorded before: how it read, and how it reads since.

use crate::meeting::event::{Entry, Event};
use crate::meeting::fact::{Content, Fact};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;

use super::command::parts::{self, Part};
use super::refs;

/// A part of something recorded that an entry altered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    /// What of it, and where it stands: "9(1), what was said".
    pub what: String,
    /// How it read before; empty where there was nothing.
    pub before: String,
    /// How it reads since; empty where nothing is left of it.
    pub after: String,
}

/// What an entry altered, `before` being the meeting just before it.
pub fn altered(before: &State, entry: &Entry) -> Vec<Altered> {
    entry.public.iter().chain(&entry.private).flat_map(|event| of_event(before, event)).collect()
}

fn of_event(before: &State, event: &Event) -> Vec<Altered> {
    match event {
        Event::Changed { id, content } => {
            let Some(fact) = before.fact(*id) else { return Vec::new() };
            parted(before, fact, content)
        }
        Event::Struck { id, because } => {
            before.fact(*id).map(|fact| struck(before, fact, because)).into_iter().collect()
        }
        Event::ItemTitle { item, title } => before
            .item(item)
            .map(|item| item.agenda.title.clone())
            .map(|was| Altered { what: "Title".to_owned(), before: was, after: title.clone() })
            .into_iter()
            .collect(),
        Event::Moved { id, item, .. } => moved(before, *id, item).into_iter().collect(),
        Event::Retimed { entry, at } => {
            let was = before.recorded_as(*entry);
            let clock = |time| before.local(time).format("%H:%M").to_string();
            let what = format!("When entry #{entry} happened");
            vec![Altered { what, before: was.map(clock).unwrap_or_default(), after: clock(at.time) }]
        }
        _ => Vec::new(),
    }
}

/// The parts of a fact that do not read as they did.
fn parted(state: &State, was: &Fact, now: &Content) -> Vec<Altered> {
    let (old, new) = (parts::own(state, was.id, &was.content), parts::own(state, was.id, now));
    let value = |all: &[Part], name: &str| {
        all.iter().find(|part| part.name == name).map(|part| part.value.clone()).unwrap_or_default()
    };
    let added = new.iter().filter(|part| !old.iter().any(|other| other.name == part.name));
    let read = |part: &Part| (value(&old, &part.name), value(&new, &part.name));
    let place = place(state, was);
    old.iter()
        .chain(added)
        .map(|part| (part.label, read(part)))
        .filter(|(_, (before, after))| before != after)
        .map(|(label, (before, after))| Altered { what: format!("{place}{}", small(label)), before, after })
        .collect()
}

/// A label as it stands within a line.
fn small(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn struck(state: &State, fact: &Fact, because: &str) -> Altered {
    let words = parts::own(state, fact.id, &fact.content).into_iter().map(|part| part.value);
    let before = words.filter(|value| !value.is_empty()).collect::<Vec<_>>().join("; ");
    let reason = if because.is_empty() { String::new() } else { format!(", because {because}") };
    Altered { what: format!("{}struck out{reason}", place(state, fact)), before, after: String::new() }
}

fn moved(state: &State, id: FactId, to: &ItemId) -> Option<Altered> {
    let fact = state.fact(id).filter(|fact| fact.item != *to)?;
    let title = |id: &ItemId| state.item(id).map(|item| item.agenda.title.clone()).unwrap_or_default();
    Some(Altered { what: format!("{}item", place(state, fact)), before: title(&fact.item), after: title(to) })
}

/// Where a fact stands, as people refer to it.
fn place(state: &State, fact: &Fact) -> String {
    refs::reference(state, fact).map(|reference| format!("{reference}, ")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample;

    #[test]
    fn what_an_entry_altered_is_told_as_it_read_and_reads() {
        for (line, what, before, after) in [
            ("edit 9(1) sb asked about hares.", "9(1), what was said", "fox hunting", "asked about hares."),
            ("strike 9(1) because \"said twice\"", "9(1), struck out, because said twice", "fox hunting", ""),
            ("retitle 9 to The Report", "Title", "Police and Crime Commissioner's Annual Report", "The Report"),
            ("move 9(1) to 10", "9(1), item", "Police and Crime Commissioner's Annual Report", "Integrity"),
        ] {
            let mut session = sample::busy();
            let was = session.state().clone();
            sample::run_all(&mut session, &[line]);
            let entry = session.meeting().undoable().unwrap();
            let told = altered(&was, entry);
            let first = told.first().unwrap_or_else(|| panic!("{line}: nothing"));
            assert_eq!(first.what, what, "{line}");
            assert!(first.before.contains(before) && first.after.contains(after), "{line}: {first:?}");
            assert!(!after.is_empty() || first.after.is_empty(), "{line}: {first:?}");
        }
    }

    #[test]
    fn what_is_only_added_altered_nothing() {
        let mut session = sample::busy();
        let was = session.state().clone();
        sample::run_all(&mut session, &["point sb more foxes"]);
        assert_eq!(altered(&was, session.meeting().undoable().unwrap()), []);
    }
}
