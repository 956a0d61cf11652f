//! Keys of what was renamed in the files. A key that a file leaves out is made of a name or title, so that whoever mends
//! a spelling changes it; what is plainly the same person or item keeps the key that the record knows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::meeting::agenda::{Agenda, AgendaItem};
use crate::meeting::body::Body;
use crate::meeting::state::State;

/// How alike two names must be to be one, from 0 to 1.
const ALIKE: f64 = 0.6;
/// The fields that hold keys.
const FIELDS: [&str; 10] =
    ["id", "holder", "chair", "vice_chair", "opens", "substitutes", "presenters", "people", "person", "items"];

/// Old keys by new ones.
type Keys = BTreeMap<String, String>;

/// Body and agenda of the files, by the keys of the record.
pub(super) fn of_record(state: &State, body: &Body, agenda: &Agenda) -> (Body, Agenda) {
    let people = |body: &Body| -> Vec<(String, String)> {
        body.people.iter().map(|person| (person.id.to_string(), person.full())).collect()
    };
    let people = pair(people(state.body()), &people(body));
    let seats: Keys = {
        let there = |key: &str| state.body().seats.iter().any(|seat| seat.id.as_str() == key);
        let new = |key: &str| body.seats.iter().any(|seat| seat.id.as_str() == key);
        people.iter().filter(|(now, was)| new(now) && there(was)).map(|(now, was)| (now.clone(), was.clone())).collect()
    };
    let items = pair(titles(&state.agenda().items), &titles(&agenda.items));
    let mut body: Body = renamed(body, &people, "seats");
    for seat in &mut body.seats {
        if let Some(was) = seats.get(seat.id.as_str()) {
            seat.id = was.as_str().into();
        }
    }
    (body, renamed(agenda, &people.into_iter().chain(items).collect(), ""))
}

fn titles(items: &[AgendaItem]) -> Vec<(String, String)> {
    let below = items.iter().flat_map(|item| titles(&item.items));
    items.iter().map(|item| (item.id.to_string(), item.title.clone())).chain(below).collect()
}

/// Pairs keys that are new with those that are gone, by their names, the most alike first.
fn pair(old: Vec<(String, String)>, new: &[(String, String)]) -> Keys {
    let known: BTreeSet<String> = old.iter().map(|(key, _)| key.clone()).collect();
    let there: BTreeSet<String> = new.iter().map(|(key, _)| key.clone()).collect();
    let gone: Vec<_> = old.into_iter().filter(|(key, _)| !there.contains(key)).collect();
    let mut likeness: Vec<(f64, String, String)> = Vec::new();
    for (now, name) in new.iter().filter(|(key, _)| !known.contains(key)) {
        let alike = gone.iter().map(|(was, before)| (strsim::normalized_levenshtein(name, before), now, was));
        let alike = alike.filter(|(alike, ..)| *alike >= ALIKE);
        likeness.extend(alike.map(|(alike, now, was)| (alike, now.clone(), was.clone())));
    }
    likeness.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut keys, mut taken) = (Keys::new(), BTreeSet::new());
    for (_, now, was) in likeness {
        if !keys.contains_key(&now) && taken.insert(was.clone()) {
            keys.insert(now, was);
        }
    }
    keys
}

/// A value with its keys renamed; identities right below the list `spared` have keys of their own.
fn renamed<T: Serialize + DeserializeOwned + Clone>(value: &T, keys: &Keys, spared: &str) -> T {
    let Ok(mut tree) = serde_json::to_value(value) else { return value.clone() };
    rename(&mut tree, keys, spared, "", "");
    serde_json::from_value(tree).unwrap_or_else(|_| value.clone())
}

fn rename(value: &mut Value, keys: &Keys, spared: &str, list: &str, field: &str) {
    match value {
        Value::String(text) if FIELDS.contains(&field) && !(field == "id" && (list == spared || list.is_empty())) => {
            if let Some(was) = keys.get(text) {
                text.clone_from(was);
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, keys, spared, field, field)),
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                rename(value, keys, spared, list, name);
            }
        }
        _ => {}
    }
}
