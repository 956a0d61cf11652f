//! Finding items and facts by what people see: `9`, `9.2`, part of a title; `9(3)`, `9(h1)`, `9(d)`, `last`, `#41`.

use crate::meeting::command::Refusal;
use crate::meeting::event::Entry;
use crate::meeting::fact::{Content, Fact, Point, Section};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::{Item, State};
use crate::minutes::document::item_number;
use crate::problem::did_you_mean;
use crate::text::fold;

/// How references are written, for refusals.
pub const HOW: &str = "Write 9(3) for point 3 of item 9, 9(h1) for a highlight, 9(d1) for a decision, #41 for entry 41, or “last”.";

/// The item that `text` names: by its number, or by a part of its title that no other title has.
///
/// # Errors
///
/// No item is named so, or several are.
pub fn item(state: &State, text: &str) -> Result<ItemId, Refusal> {
    let wanted = fold(text.trim());
    let wanted = wanted.strip_prefix("item ").unwrap_or(&wanted).trim();
    if wanted.is_empty() {
        return Err(Refusal::new("No item is named.", "Give its number, or a part of its title."));
    }
    let by_number = state.items().find(|item| fold(&item_number(state, item)) == wanted);
    let exact = by_number.or_else(|| state.items().find(|item| item.agenda.id.as_str() == wanted));
    if let Some(item) = exact {
        return Ok(item.agenda.id.clone());
    }
    let found: Vec<&Item> = state.items().filter(|item| fold(&item.agenda.title).contains(wanted)).collect();
    match found.as_slice() {
        [only] => Ok(only.agenda.id.clone()),
        [] => {
            let titles = state.items().map(|item| item.agenda.title.as_str());
            let hint = did_you_mean(text, titles).map_or_else(
                || "Give its number on the agenda, or a part of its title.".to_owned(),
                |near| format!("Did you mean “{near}”?"),
            );
            Err(Refusal::new(format!("There is no item “{}”.", text.trim()), hint))
        }
        several => {
            let titles: Vec<String> =
                several.iter().map(|item| format!("{} ({})", item.agenda.title, item_number(state, item))).collect();
            Err(Refusal::new(
                format!("“{}” may be {}.", text.trim(), titles.join(" or ")),
                "Give its number, or more of its title.",
            ))
        }
    }
}

/// Which facts of an item a letter before the number means.
fn of_letter(letter: &str, content: &Content) -> bool {
    let section = |wanted| matches!(content, Content::Point(Point { section, .. }) if *section == wanted);
    match letter {
        "h" => section(Section::Highlights),
        "p" => section(Section::Paragraph),
        "r" => section(Section::Remark),
        "d" => matches!(content, Content::Decision(_)),
        "u" => matches!(content, Content::Action(_)),
        "t" => matches!(content, Content::Update(_)),
        "q" => matches!(content, Content::Question(_)),
        "i" => matches!(content, Content::Declaration(_)),
        "n" => matches!(content, Content::Note(_)),
        _ => section(Section::Discussion),
    }
}

/// In which order the lists of an item are tried where a reference has no letter.
const LISTS: [&str; 9] = ["", "h", "t", "q", "i", "p", "d", "u", "r"];

/// The fact that `text` names. `last` is what “last” means: the fact under the pen, or the newest of the pen's item.
///
/// # Errors
///
/// It is no reference, or there is no such fact.
pub fn fact(state: &State, text: &str, last: Option<FactId>) -> Result<FactId, Refusal> {
    let wanted = fold(text.trim());
    if wanted == "last" {
        return last.ok_or_else(|| Refusal::new("Nothing has been recorded here yet.", HOW));
    }
    let found = match wanted.strip_prefix('#') {
        Some(id) => by_entry(state, id),
        None => printed(state, &wanted)?,
    };
    found.ok_or_else(|| Refusal::new(format!("There is nothing at “{}”.", text.trim()), HOW))
}

/// Whether `text` is written as a reference, without looking whether there is such a fact.
pub fn is_written_so(text: &str) -> bool {
    let digits = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    text == "last" || text.strip_prefix('#').is_some_and(digits) || digits(text) && text.ends_with(')')
}

fn by_entry(state: &State, id: &str) -> Option<FactId> {
    if let Ok(id) = id.parse::<FactId>() {
        return state.content(id).map(|_| id);
    }
    let entry: u64 = id.parse().ok()?;
    let mut facts = state.items().flat_map(|item| state.facts_of(item));
    facts.find(|fact| fact.id.entry == entry).map(|fact| fact.id)
}

fn printed(state: &State, text: &str) -> Result<Option<FactId>, Refusal> {
    let Some((place, inside)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) else {
        return Err(Refusal::new(format!("“{text}” is not a reference."), HOW));
    };
    let id = item(state, place)?;
    let Some(item) = state.item(&id) else { return Ok(None) };
    let digits = inside.trim_start_matches(|first: char| !first.is_ascii_digit());
    let letter = inside.strip_suffix(digits).unwrap_or("").trim();
    let nth: usize = if digits.is_empty() { 1 } else { digits.parse().unwrap_or(0) };
    let lists = if letter.is_empty() { LISTS.as_slice() } else { &[letter] };
    Ok(lists.iter().find_map(|letter| pick(state, item, letter, nth)))
}

/// A list that has members at all is the one meant: a number beyond its end names nothing.
fn pick(state: &State, item: &Item, letter: &str, nth: usize) -> Option<FactId> {
    let mut facts = state.facts_of(item).filter(|fact| of_letter(letter, &fact.content));
    facts.nth(nth.checked_sub(1)?).map(|fact| fact.id)
}

/// The reference by which people see a fact, where it has one: `9(3)`.
pub fn reference(state: &State, fact: &Fact) -> Option<String> {
    let item = state.item(&fact.item)?;
    let letter = LISTS.iter().find(|letter| of_letter(letter, &fact.content))?;
    let mut alike = state.facts_of(item).filter(|other| of_letter(letter, &other.content));
    let nth = alike.position(|other| other.id == fact.id)? + 1;
    Some(format!("{}({letter}{nth})", item_number(state, item)))
}

/// The entry that `#41` names.
pub fn entry<'a>(mut entries: impl Iterator<Item = &'a Entry>, text: &str) -> Option<&'a Entry> {
    let n: u64 = text.trim().strip_prefix('#')?.parse().ok()?;
    entries.find(|entry| entry.n == n)
}
