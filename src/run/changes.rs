//! What changed in the files of a meeting since its record began, to be offered and taken over by `adopt`.

use serde::Serialize;
use serde_json::Value;

use crate::meeting::state::State;
use crate::text::cut;

use super::papers::Papers;

/// The longest value that is quoted, in cells.
const QUOTED: usize = 60;
/// The most differences that are listed; more are counted.
const MOST: usize = 50;

/// The differences between the files now and the record, a line each; none if nothing changed.
pub fn differences(state: &State, now: &Papers) -> Vec<String> {
    let mut found = Vec::new();
    compare("body", &tree(state.body()), &tree(&now.body), &mut found);
    compare("agenda", &tree(state.agenda()), &tree(&now.agenda), &mut found);
    if state.style() != now.style {
        let (old, new) = (styles(state.style()), styles(&now.style));
        compare("style", &old, &new, &mut found);
    }
    if found.len() > MOST {
        let more = found.len() - MOST;
        found.truncate(MOST);
        found.push(format!("and {more} more"));
    }
    found
}

fn tree(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn styles(text: &str) -> Value {
    toml::from_str::<toml::Table>(text)
        .ok()
        .and_then(|mut table| table.remove("style"))
        .map_or(Value::Null, |style| tree(&style))
}

fn compare(path: &str, old: &Value, new: &Value, found: &mut Vec<String>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in old {
                compare(&format!("{path}, {key}"), value, new.get(key).unwrap_or(&Value::Null), found);
            }
            for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
                compare(&format!("{path}, {key}"), &Value::Null, value, found);
            }
        }
        (Value::Array(old), Value::Array(new)) => lists(path, old, new, found),
        (Value::Null, new) => found.push(format!("{path}: {} was added", shown(new))),
        (old, Value::Null) => found.push(format!("{path}: {} was taken out", shown(old))),
        (old, new) => found.push(format!("{path}: {} became {}", shown(old), shown(new))),
    }
}

/// Lists of things with keys are compared by key, so that one more in front is one difference; others by place.
fn lists(path: &str, old: &[Value], new: &[Value], found: &mut Vec<String>) {
    let key = |value: &Value| value.get("id").and_then(Value::as_str).map(str::to_owned);
    let keyed = old.iter().chain(new).all(|value| key(value).is_some());
    if !keyed {
        for place in 0..old.len().max(new.len()) {
            let at = |list: &[Value]| list.get(place).cloned().unwrap_or_default();
            compare(&format!("{path} {}", place + 1), &at(old), &at(new), found);
        }
        return;
    }
    let with =
        |list: &[Value], id: &Option<String>| list.iter().find(|value| key(value) == *id).cloned().unwrap_or_default();
    for value in old {
        let id = key(value);
        compare(&format!("{path}, {}", id.as_deref().unwrap_or_default()), value, &with(new, &id), found);
    }
    for value in new.iter().filter(|value| with(old, &key(value)).is_null()) {
        compare(&format!("{path}, {}", key(value).unwrap_or_default()), &Value::Null, value, found);
    }
    let order = |list: &[Value], other: &[Value]| -> Vec<Option<String>> {
        list.iter().map(key).filter(|id| !with(other, id).is_null()).collect()
    };
    if order(old, new) != order(new, old) {
        found.push(format!("{path}: the order changed"));
    }
}

fn shown(value: &Value) -> String {
    let name = ["title", "name", "id"].iter().find_map(|key| value.get(key)).and_then(Value::as_str);
    let text = name.or(value.as_str()).map_or_else(|| value.to_string(), |text| format!("“{text}”"));
    cut(&text, QUOTED).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::compare;

    #[test]
    fn differences_are_named_where_they_are() {
        let mut found = Vec::new();
        let old = json!({"venue": "Town Hall", "items": [{"id": "apologies", "title": "Apologies"}, {"id": "plan", "title": "Plan"}]});
        let new = json!({"venue": "Guildhall", "time": "14:00", "items": [{"id": "apologies", "title": "Apologies for absence"}, {"id": "budget", "title": "Budget"}]});
        compare("agenda", &old, &new, &mut found);
        found.sort();
        assert_eq!(
            found,
            [
                "agenda, items, apologies, title: “Apologies” became “Apologies for absence”",
                "agenda, items, budget: “Budget” was added",
                "agenda, items, plan: “Plan” was taken out",
                "agenda, time: “14:00” was added",
                "agenda, venue: “Town Hall” became “Guildhall”",
            ]
        );
    }

    #[test]
    fn another_order_is_said_once() {
        let mut found = Vec::new();
        compare("items", &json!([{"id": "a"}, {"id": "b"}]), &json!([{"id": "b"}, {"id": "a"}]), &mut found);
        assert_eq!(found, ["items: the order changed"]);
    }
}
