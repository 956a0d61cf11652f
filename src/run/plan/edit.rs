//! What a meeting changed, written into the plan's file. Comments, order and spacing of the file stay as they are: it is
//! the clerk's own, so that it is edited in place rather than written anew.

use chrono::NaiveDate;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use crate::meeting::agenda::PlanEntry;
use crate::meeting::plan::{Amended, Change, Edit, KINDS, Kind, Plan, PlanItem, Planned};
use crate::problem::Problem;

/// The text of a plan's file with what was amended in it; `decided` is the day of the meeting.
///
/// Fails where the file writes its meetings or items in a way that cannot be edited in place.
pub(super) fn edited(text: &str, plan: &Plan, amended: &Amended, decided: NaiveDate) -> Result<String, Problem> {
    let mut document: DocumentMut = text.parse().map_err(|_| in_one_line())?;
    let meetings = tables(document.as_table_mut(), "meeting")?;
    // What shifts places comes after what names them, from the end backwards.
    for (index, planned) in plan.meetings.iter().enumerate() {
        let Some(table) = meetings.get_mut(index) else { continue };
        let own = || amended.edits.iter().filter(|edit| edit.place() == Some(index));
        own().for_each(|edit| in_place(table, planned, edit));
        for edit in own().rev() {
            if let Edit::DropItem(_, item) = edit {
                drop_item(table, *item)?;
            }
        }
        for edit in own() {
            if let Edit::AddItem(_, title) = edit {
                add_item(table, title)?;
            }
        }
    }
    let mut dropped: Vec<usize> = amended.edits.iter().filter_map(dropped_meeting).collect();
    dropped.sort_unstable_by(|one, other| other.cmp(one));
    for index in dropped {
        meetings.remove(index);
    }
    for edit in &amended.edits {
        if let Edit::AddMeeting(entry) = edit {
            meetings.push(meeting(entry));
        }
    }
    for edit in &amended.edits {
        if let Edit::AddTopic(item) = edit {
            add_topic(document.as_table_mut(), item)?;
        }
    }
    let changes = tables(document.as_table_mut(), "change")?;
    for change in &amended.changes {
        changes.push(noted(change));
    }
    if let Some(head) = document.get_mut("plan").and_then(Item::as_table_mut)
        && plan.updated.is_none_or(|updated| updated < decided)
    {
        head.insert("updated", day(decided));
    }
    Ok(document.to_string())
}

fn dropped_meeting(edit: &Edit) -> Option<usize> {
    match edit {
        Edit::DropMeeting(index) => Some(*index),
        _ => None,
    }
}

/// Changes a value of a meeting, if the edit is of that kind.
fn in_place(table: &mut Table, planned: &Planned, edit: &Edit) {
    match edit {
        Edit::Date(_, date) => {
            // Its key was made of its day: written out, it stays what it was.
            if !table.contains_key("key") {
                table.insert("key", value(planned.key.as_str()));
            }
            replace(table, "date", Some(date.map_or_else(|| value("TBC"), day)));
        }
        Edit::Time(_, time) => replace(table, "time", time.map(|time| value(time.format("%H:%M").to_string()))),
        Edit::Venue(_, lines) => replace(table, "venue", (!lines.is_empty()).then(|| list(lines))),
        Edit::Label(_, label) => replace(table, "label", label.as_deref().map(value)),
        Edit::AddMeeting(_) | Edit::AddTopic(_) | Edit::DropMeeting(_) | Edit::AddItem(..) | Edit::DropItem(..) => {}
    }
}

/// Another value for a key, with the comment that stood behind the old one; no value takes the key away.
fn replace(table: &mut Table, key: &str, new: Option<Item>) {
    let Some(mut new) = new else {
        table.remove(key);
        return;
    };
    if let (Some(old), Some(new)) = (table.get(key).and_then(Item::as_value), new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, new);
}

fn tables<'d>(table: &'d mut Table, key: &str) -> Result<&'d mut ArrayOfTables, Problem> {
    let item = table.entry(key).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    item.as_array_of_tables_mut().ok_or_else(in_one_line)
}

fn in_one_line() -> Problem {
    Problem::error("the plan is written in a way that cannot be changed for you")
        .hint("Write each meeting under a line [[meeting]] of its own and each change under [[change]]")
}

fn add_item(table: &mut Table, title: &str) -> Result<(), Problem> {
    match table.get_mut("item") {
        None => _ = table.insert("item", list(&[title.to_owned()])),
        Some(Item::ArrayOfTables(tables)) => {
            let mut item = Table::new();
            item.insert("title", value(title));
            tables.push(item);
        }
        Some(Item::Value(Value::Array(items))) => push_like_the_last(items, title),
        Some(_) => return Err(in_one_line()),
    }
    Ok(())
}

fn add_topic(plan: &mut Table, item: &PlanItem) -> Result<(), Problem> {
    if let Some(Item::Value(Value::Array(titles))) = plan.get_mut("topic") {
        push_like_the_last(titles, &item.title);
        return Ok(());
    }
    let mut topic = Table::new();
    topic.insert("title", value(item.title.as_str()));
    if let Some(purpose) = &item.purpose {
        topic.insert("purpose", value(purpose.as_str()));
    }
    topic.decor_mut().set_prefix("\n");
    tables(plan, "topic")?.push(topic);
    Ok(())
}

/// Adds to a list, on a line of its own where the others have one.
fn push_like_the_last(items: &mut Array, title: &str) {
    let decor = items.iter().last().map(|last| last.decor().clone());
    let mut new = Value::from(title);
    if let Some(prefix) = decor.as_ref().and_then(|decor| decor.prefix()) {
        new.decor_mut().set_prefix(prefix.clone());
    }
    items.push_formatted(new);
}

fn drop_item(table: &mut Table, index: usize) -> Result<(), Problem> {
    match table.get_mut("item") {
        Some(Item::ArrayOfTables(tables)) if index < tables.len() => _ = tables.remove(index),
        Some(Item::Value(Value::Array(items))) if index < items.len() => _ = items.remove(index),
        _ => return Err(in_one_line()),
    }
    Ok(())
}

fn meeting(entry: &PlanEntry) -> Table {
    let mut table = Table::new();
    table.insert("date", entry.date.map_or_else(|| value("TBC"), day));
    if let Some(time) = entry.time {
        table.insert("time", value(time.format("%H:%M").to_string()));
    }
    let kind = entry.told_kind();
    let name = KINDS.iter().find(|(.., known)| *known == kind && kind != Kind::Ordinary).map(|(name, ..)| *name);
    if let Some(name) = name {
        table.insert("kind", value(name));
    }
    if let Some(label) = &entry.label {
        table.insert("label", value(label.as_str()));
    }
    if !entry.venue.is_empty() {
        table.insert("venue", list(&entry.venue));
    }
    if !entry.items.is_empty() {
        table.insert("item", list(&entry.items));
    }
    table.decor_mut().set_prefix("\n");
    table
}

fn noted(change: &Change) -> Table {
    let mut table = Table::new();
    let words = |text: &Option<String>| text.as_deref().map(value);
    let to = change.new_day().map(day).or_else(|| words(&change.to));
    let fields = [
        ("what", Some(value(change.what.name()))),
        ("meeting", change.meeting.map(day)),
        ("item", words(&change.item)),
        ("from", words(&change.from)),
        ("to", to),
        ("decided", change.decided.map(day)),
        ("minute", words(&change.minute)),
        ("why", words(&change.why)),
        ("key", words(&change.key)),
        ("private", change.private.then(|| value(true))),
    ];
    for (key, item) in fields {
        if let Some(item) = item {
            table.insert(key, item);
        }
    }
    table.decor_mut().set_prefix("\n");
    table
}

fn day(date: NaiveDate) -> Item {
    // A day is written as TOML writes days; one that it could not write stays words.
    date.to_string().parse::<toml_edit::Datetime>().map_or_else(|_| value(date.to_string()), value)
}

fn list(lines: &[String]) -> Item {
    value(lines.iter().map(String::as_str).collect::<Array>())
}
