//! What changed in the files of a meeting since its record began, to be offered and taken over by `adopt`.

mod keys;
mod lines;

#[cfg(test)]
mod tests;

use serde::Serialize;
use serde_json::Value;
use toml::Table;

use crate::meeting::adoption::{Adoption, Kept, Stated};
use crate::meeting::id::{ItemId, PersonId, SeatId};
use crate::meeting::people::Person;
use crate::meeting::state::State;

use super::papers::Papers;
use lines::Lines;

/// The most differences that are listed; more are counted.
const MOST: usize = 50;

/// What the record could take over from the files as they are now; nothing if nobody changed them.
///
/// Where the record holds what its files said, that is read again by this release and compared, so that what the
/// program itself does otherwise now is no difference. Records from before that was kept are compared as they stand,
/// and in house style by what the file states.
pub fn adoption(state: &State, now: &Papers) -> Option<Adoption> {
    if state.stated() == Some(&now.stated) {
        return None;
    }
    let then = state.stated().and_then(|stated| now.again(stated));
    let (new_body, new_agenda) = keys::of_record(state, &now.body, &now.agenda);
    let (body, agenda) = then.as_ref().map_or_else(
        || (state.body().clone(), state.agenda().clone()),
        |then| keys::of_record(state, &then.body, &then.agenda),
    );
    let (old_style, new_style) = if let Some(then) = &then {
        (style(&then.style), style(&now.style))
    } else {
        let said = style(now.stated.style.as_ref().unwrap_or(&now.stated.body));
        (only(&style(state.style()), &said), only(&style(&now.style), &said))
    };
    let mut lines = Lines::new(new_body.people.iter().chain(&body.people));
    lines.compare("Body", &tree(&body), &tree(&new_body));
    lines.compare("Agenda", &tree(&agenda), &tree(&new_agenda));
    lines.compare("House style", &tree(&old_style), &tree(&new_style));
    let mut differences = lines.found();
    if differences.is_empty() {
        return None;
    }
    if differences.len() > MOST {
        let more = differences.len() - MOST;
        differences.truncate(MOST);
        differences.push(format!("and {more} more"));
    }
    let restyled = (old_style != new_style).then(|| {
        let mut whole = style(state.style());
        overlay(&mut whole, &old_style, &new_style);
        Table::from_iter([("style".to_owned(), toml::Value::Table(whole))]).to_string()
    });
    Some(Adoption {
        differences,
        style: restyled,
        body: (body != new_body).then(|| Box::new(new_body)),
        agenda: (agenda != new_agenda).then(|| Box::new(new_agenda)),
        stated: Some(now.stated.clone()),
    })
}

/// What stays as the meeting has it, a sentence each.
pub fn kept(state: &State, adoption: &Adoption) -> Vec<String> {
    let person = |id: &PersonId| state.person(id).map_or_else(|| format!("“{id}”"), Person::full);
    let seat = |id: &SeatId| {
        let holder = state.seat(id).and_then(|seat| seat.holder.as_ref());
        holder.map_or_else(|| format!("“{id}”"), person)
    };
    let item = |id: &ItemId| state.item(id).map_or_else(String::new, |item| item.agenda.title.clone());
    let sentence = |kept: &Kept| match kept {
        Kept::Person(id) => format!("{} stays on the roll, because the record names them.", person(id)),
        Kept::Changed(id) => format!("{} stays as put down in the meeting.", person(id)),
        Kept::Seat(id) => format!("The seat of {} stays, because the record needs it.", seat(id)),
        Kept::Holder(id) => format!("{} keeps the seat, because the record names them.", seat(id)),
        Kept::Item(id) => format!("Item “{}” stays, because something happened under it.", item(id)),
        Kept::Title(id) => format!("Item “{}” keeps the title given in the meeting.", item(id)),
    };
    state.kept(adoption).iter().map(sentence).collect()
}

/// What a file says without comments: its table, written out again.
pub fn said(text: &str) -> String {
    text.parse::<Table>().map_or_else(|_| text.to_owned(), |table| table.to_string())
}

/// What the files of a meeting say.
pub fn stated(body: &str, agenda: &str, style: Option<&str>) -> Stated {
    Stated { body: said(body), agenda: said(agenda), style: style.map(said) }
}

fn tree(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// The `[style]` of a file.
fn style(text: &str) -> Table {
    match text.parse::<Table>().ok().and_then(|mut table| table.remove("style")) {
        Some(toml::Value::Table(style)) => style,
        _ => Table::new(),
    }
}

/// Those values of `table` that `said` names too.
fn only(table: &Table, said: &Table) -> Table {
    let named = table.iter().filter_map(|(key, value)| {
        let value = match (value, said.get(key)?) {
            (toml::Value::Table(value), toml::Value::Table(said)) => toml::Value::Table(only(value, said)),
            (value, _) => value.clone(),
        };
        Some((key.clone(), value))
    });
    named.collect()
}

/// Changes in `whole` what changed from `old` to `new`, and nothing else.
fn overlay(whole: &mut Table, old: &Table, new: &Table) {
    for key in old.keys().filter(|key| !new.contains_key(*key)) {
        whole.remove(key);
    }
    for (key, value) in new.iter().filter(|(key, value)| old.get(*key) != Some(value)) {
        match (whole.get_mut(key), old.get(key), value) {
            (Some(toml::Value::Table(whole)), Some(toml::Value::Table(old)), toml::Value::Table(new)) => {
                overlay(whole, old, new);
            }
            _ => _ = whole.insert(key.clone(), value.clone()),
        }
    }
}
