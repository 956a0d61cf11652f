//! Differences between two trees of values, a line each, in words for a clerk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Map, Value};

use crate::meeting::people::Person;
use crate::text::cut;

/// The longest value that is quoted, in cells.
const QUOTED: usize = 60;

/// How much is quoted before the place where two long values part, in characters.
const LEAD: usize = 20;

/// Lists of things that have names of their own, and what one of them is called.
const NAMED: [(&str, &str); 7] = [
    ("items", "Item"),
    ("people", ""),
    ("seats", "Seat"),
    ("groups", "Attendance group"),
    ("parties", "Party"),
    ("plan", "Plan for"),
    ("decision", "Ready-made decision"),
];

/// What fields are called whose own name says too little.
const LABELS: [(&str, &str); 5] = [
    ("receives", "words of what is received"),
    ("short", "short name"),
    ("internal", "mark as the body's own business"),
    ("usual", "mark as usually attending"),
    ("answers", "party that answers"),
];

/// The differences found so far.
pub(super) struct Lines {
    people: BTreeMap<String, String>,
    found: Vec<String>,
}

impl Lines {
    /// Nothing yet; `people` are called by their names.
    pub(super) fn new<'a>(people: impl Iterator<Item = &'a Person>) -> Self {
        let people = people.map(|person| (person.id.to_string(), person.full())).collect();
        Self { people, found: Vec::new() }
    }

    /// What was found.
    pub(super) fn found(self) -> Vec<String> {
        self.found
    }

    /// Compares two values of `subject`.
    pub(super) fn compare(&mut self, subject: &str, old: &Value, new: &Value) {
        if let (Value::Object(old), Value::Object(new)) = (old, new) {
            let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for key in keys.into_iter().filter(|key| old.get(*key) != new.get(*key)) {
                self.field(subject, key, at(old, key), at(new, key));
            }
        }
    }

    fn field(&mut self, subject: &str, key: &str, old: &Value, new: &Value) {
        if key == "number" && subject.starts_with("Item ") {
            // One item more or less moves all that follow.
            let said = "The items are numbered anew".to_owned();
            if !self.found.contains(&said) {
                self.found.push(said);
            }
            return;
        }
        let noun = NAMED.iter().find(|(list, _)| *list == key).map(|(_, noun)| *noun);
        if let (Some(noun), true) = (noun, things(old) && things(new)) {
            return self.list(noun, rows(old), rows(new));
        }
        if old.is_object() && new.is_object() && noun.is_none() {
            return self.compare(subject, old, new);
        }
        let label = LABELS.iter().find(|(field, _)| *field == key);
        let label = label.map_or_else(|| key.replace(['_', '-'], " "), |(_, label)| (*label).to_owned());
        let person =
            matches!(key, "holder" | "chair" | "vice_chair" | "opens" | "substitutes" | "presenters" | "people");
        let (before, after) = apart(&self.shown(old, person), &self.shown(new, person));
        self.found.push(match (before.is_empty(), after.is_empty()) {
            (true, _) => format!("{subject}: the {label} is now “{after}”"),
            (_, true) => format!("{subject}: the {label} “{before}” was taken out"),
            _ => format!("{subject}: the {label} “{before}” became “{after}”"),
        });
    }

    /// Things are compared by their key, so that one more in front is one difference.
    fn list(&mut self, noun: &str, old: &[Value], new: &[Value]) {
        let with = |list: &'_ [Value], thing: &Value| list.iter().find(|other| key(other) == key(thing)).cloned();
        for thing in old {
            let name = self.name(noun, thing);
            match with(new, thing) {
                Some(now) => self.compare(&name, thing, &now),
                None => self.found.push(format!("{name} was taken out")),
            }
        }
        for thing in new.iter().filter(|thing| with(old, thing).is_none()) {
            let name = self.name(noun, thing);
            self.found.push(format!("{name} is new"));
        }
        let order = |list: &[Value], other: &[Value]| -> Vec<Value> {
            list.iter().filter(|thing| with(other, thing).is_some()).map(|thing| key(thing).clone()).collect()
        };
        if order(old, new) != order(new, old) {
            let what = if noun.is_empty() { "people".to_owned() } else { format!("entries “{noun} ...”") };
            self.found.push(format!("The order of the {what} changed"));
        }
    }

    fn name(&self, noun: &str, thing: &Value) -> String {
        let id = key(thing).as_str().unwrap_or_default();
        if let Some(person) = self.people.get(id).filter(|_| noun.is_empty()) {
            return person.clone();
        }
        let holder = thing.get("holder").and_then(Value::as_str).and_then(|holder| self.people.get(holder));
        let named = ["title", "label", "name"].iter().find_map(|key| thing.get(key)?.as_str());
        let name = holder.map(String::as_str).or(named).map_or_else(|| self.shown(key(thing), false), str::to_owned);
        format!("{noun} “{}”", cut(&name, QUOTED))
    }

    fn shown(&self, value: &Value, person: bool) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(value) => (if *value { "yes" } else { "no" }).to_owned(),
            Value::String(text) if person => self.people.get(text).unwrap_or(text).clone(),
            Value::String(text) => plain(text),
            Value::Array(values) => values.iter().map(|value| self.shown(value, person)).collect::<Vec<_>>().join(", "),
            Value::Object(fields) => {
                let named = fields.get("title").or_else(|| fields.get("name")).filter(|name| name.is_string());
                named.map_or_else(
                    || fields.values().map(|value| self.shown(value, person)).collect::<Vec<_>>().join(" "),
                    |name| self.shown(name, false),
                )
            }
            Value::Number(number) => number.to_string(),
        }
    }
}

fn at<'a>(fields: &'a Map<String, Value>, key: &str) -> &'a Value {
    fields.get(key).unwrap_or(&Value::Null)
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

/// Whether all of a list have a key; no list at all is an empty one.
fn things(list: &Value) -> bool {
    list.is_null() || list.is_array() && rows(list).iter().all(Value::is_object)
}

/// What tells a thing from its neighbours.
fn key(thing: &Value) -> &Value {
    ["id", "date", "name"].into_iter().find_map(|key| thing.get(key)).unwrap_or(&Value::Null)
}

/// Two values as they are quoted: cut short, from a little before they part.
fn apart(before: &str, after: &str) -> (String, String) {
    let alike = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
    let quoted = |text: &str| {
        let skipped = if text.chars().count() > QUOTED && !before.is_empty() { alike.saturating_sub(LEAD) } else { 0 };
        let rest: String = text.chars().skip(skipped).collect();
        let mark = if skipped > 0 { "…" } else { "" };
        cut(&format!("{mark}{rest}"), QUOTED).to_string()
    };
    (quoted(before), quoted(after))
}

/// Dates and times as they are read.
fn plain(text: &str) -> String {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return date.format("%-d %B %Y").to_string();
    }
    match text.parse::<NaiveTime>() {
        Ok(time) => time.format("%H:%M").to_string(),
        Err(_) => text.to_owned(),
    }
}
