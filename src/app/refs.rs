//! Finding items and facts by what people see: `9`, `9.2`, part of a title; `9(3)`, `9(h1)`, `9(d)`, `last`, `#41`.

use crate::meeting::command::Refusal;
use crate::meeting::event::Entry;
use crate::meeting::fact::{Content, Fact, Point, Section, class};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::{Item, State};
use crate::minutes::document::{agenda_number, item_number, minute_number};
use crate::minutes::style::Style;
use crate::problem::did_you_mean;
use crate::text::fold;

/// How references are written, for refusals.
pub const HOW: &str = "Write 9(3) for point 3 of item 9, 9(h1) for a highlight, 9(d1) for a decision, 9(o1) for a motion, #41 for entry 41, or “last”.";

/// The item that `text` names: by its number, by a part of its title that no other title has, or “the item”, which is the
/// room's.
///
/// # Errors
///
/// No item is named so, or several are.
pub fn item(state: &State, text: &str) -> Result<ItemId, Refusal> {
    let wanted = fold(text.trim());
    let wanted = wanted.strip_prefix("item ").unwrap_or(&wanted).trim();
    if matches!(wanted, "this" | "this item" | "the item")
        && let Some(room) = state.room_item()
    {
        return Ok(room.clone());
    }
    if wanted.is_empty() {
        return Err(Refusal::new("No item is named.", "Give its number, or a part of its title."));
    }
    let minuted = numbered(state, wanted);
    let on_agenda = on_agenda(state, wanted);
    if let (Some(minuted), Some(other)) = (minuted, on_agenda)
        && minuted.agenda.id != other.agenda.id
    {
        let (minuted, other) = (&minuted.agenda.title, &other.agenda.title);
        let what = format!("{wanted} is the minute number of {minuted} and the agenda number of {other}.");
        return Err(Refusal::new(what, "Give a part of its title."));
    }
    let keyed = || state.item(&wanted.into());
    if let Some(item) = minuted.or(on_agenda).or_else(keyed) {
        return Ok(item.agenda.id.clone());
    }
    // A number that no item has is not looked for among the years in titles.
    let is_number = wanted.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    let in_title = |item: &&Item| !is_number && fold(&item.agenda.title).contains(wanted);
    let found: Vec<&Item> = state.items().filter(in_title).collect();
    match found.as_slice() {
        [only] => Ok(only.agenda.id.clone()),
        [] => {
            if let Some(item) = cited(state, wanted) {
                return Ok(item.agenda.id.clone());
            }
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

/// The items that `text` names, with commas or “and” between, each once.
///
/// # Errors
///
/// As [`item`].
pub fn items(state: &State, text: &str) -> Result<Vec<ItemId>, Refusal> {
    let parts = text.split(',').flat_map(|part| part.split(" and "));
    let parts = parts.map(|part| part.trim().trim_start_matches("and ")).filter(|part| !part.is_empty());
    let mut items = Vec::new();
    for part in parts {
        let id = item(state, part)?;
        if !items.contains(&id) {
            items.push(id);
        }
    }
    Ok(items)
}

/// The item of a printed number. Most agendas count their items, so the one at that place is tried first.
pub(super) fn numbered<'a>(state: &'a State, wanted: &str) -> Option<&'a Item> {
    if !wanted.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let has_number = |item: &&Item| fold(&item_number(state, item)) == wanted;
    let first = state.agenda().first_minute.and_then(|first| usize::try_from(first).ok()).unwrap_or(1);
    let place = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(first));
    let there = place.and_then(|place| state.item(state.top().get(place)?));
    there.filter(has_number).or_else(|| state.items().find(has_number))
}

/// The item of a number on the agenda, where the minutes number items on from earlier ones.
fn on_agenda<'a>(state: &'a State, wanted: &str) -> Option<&'a Item> {
    let numbered = state.agenda().first_minute.is_some() && wanted.starts_with(|first: char| first.is_ascii_digit());
    let mut items = numbered.then(|| state.items()).into_iter().flatten();
    items.find(|item| fold(&agenda_number(state, item)) == wanted)
}

/// The item of a minute as the house cites it: `PL48`, `39/20`. The style is read for it, so this is tried last.
fn cited<'a>(state: &'a State, wanted: &str) -> Option<&'a Item> {
    let style = Style::read("house style", state.style()).0;
    state.items().find(|item| fold(&minute_number(state, &style, item)) == wanted)
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
        "e" => matches!(content, Content::Election(_)),
        "o" => matches!(content, Content::Motion(_)),
        "m" => matches!(content, Content::Movement(_)),
        "s" => matches!(content, Content::Minutes(_)),
        "a" => matches!(content, Content::Recommendation(_)),
        "l" => matches!(content, Content::LeadIn(_)),
        "k" => matches!(content, Content::Mark(_)),
        "" => section(Section::Discussion),
        _ => false,
    }
}

/// The class by which items count the facts that a letter means, for the lists that grow long.
fn counted(letter: &str) -> Option<u8> {
    match letter {
        "" => Some(class::DISCUSSION),
        "h" => Some(class::HIGHLIGHT),
        "d" => Some(class::DECISION),
        _ => None,
    }
}

/// In which order the lists of an item are tried where a reference has no letter.
const LISTS: [&str; 16] = ["", "h", "t", "q", "i", "p", "d", "u", "r", "s", "e", "o", "m", "a", "l", "k"];

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
    // References are printed with minute numbers.
    let item = match numbered(state, place.trim()) {
        Some(item) => Some(item),
        None => state.item(&item(state, place)?),
    };
    let Some(item) = item else { return Ok(None) };
    let digits = inside.trim_start_matches(|first: char| !first.is_ascii_digit());
    let letter = inside.strip_suffix(digits).unwrap_or("").trim();
    let nth: usize = if digits.is_empty() { 1 } else { digits.parse().unwrap_or(0) };
    let lists = if letter.is_empty() { LISTS.as_slice() } else { &[letter] };
    let found = lists.iter().find_map(|letter| pick(state, item, letter, nth));
    // Points that print as a), b) are named so where the item has none of what the letter means otherwise.
    let lettered = || digits.is_empty().then(|| lettered(letter)).flatten();
    Ok(found.or_else(|| pick(state, item, "", lettered()?)))
}

/// The place of a letter in the alphabet, counted from 1.
fn lettered(letter: &str) -> Option<usize> {
    ('a'..='z').position(|other| letter.chars().eq([other])).map(|place| place + 1)
}

/// How many numbers the points of an item's discussion go on from: those of its highlights, where the house numbers both
/// in one list. The record has the style in full, a setting a line, so that it need not be read as a whole for this.
fn goes_on_from(state: &State, item: &Item) -> usize {
    let highlights = item.facts.rank(item.facts.len(), class::HIGHLIGHT);
    let set = || state.style().lines().filter_map(|line| line.split_once('='));
    let runs_on = || set().any(|(name, value)| (name.trim(), value.trim()) == ("run-on", "true"));
    if highlights > 0 && runs_on() { highlights } else { 0 }
}

/// A list that has members at all is the one meant: a number beyond its end names nothing.
fn pick(state: &State, item: &Item, letter: &str, nth: usize) -> Option<FactId> {
    let before = if letter.is_empty() { goes_on_from(state, item) } else { 0 };
    let (letter, nth) = if nth <= before { ("h", nth) } else { (letter, nth - before) };
    let mut facts = state.facts_of(item).filter(|fact| of_letter(letter, &fact.content));
    facts.nth(nth.checked_sub(1)?).map(|fact| fact.id)
}

/// The reference by which people see a fact, where it has one: `9(3)`.
pub fn reference(state: &State, fact: &Fact) -> Option<String> {
    let item = state.item(&fact.item)?;
    let letter = LISTS.iter().find(|letter| of_letter(letter, &fact.content))?;
    let nth = if let Some(class) = counted(letter).filter(|_| fact.struck.is_none()) {
        item.facts.rank(item.facts.position(&fact.id)?, class)
    } else {
        let mut alike = state.facts_of(item).filter(|other| of_letter(letter, &other.content));
        alike.position(|other| other.id == fact.id)?
    };
    let before = if letter.is_empty() { goes_on_from(state, item) } else { 0 };
    let nth = before + nth + 1;
    Some(format!("{}({letter}{nth})", item_number(state, item)))
}

/// The entry that `#41` names.
pub fn entry<'a>(mut entries: impl Iterator<Item = &'a Entry>, text: &str) -> Option<&'a Entry> {
    let n: u64 = text.trim().strip_prefix('#')?.parse().ok()?;
    entries.find(|entry| entry.n == n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::sample;

    #[test]
    fn facts_are_found_by_what_people_see_and_named_the_same() {
        let mut session = sample::busy();
        sample::run_all(&mut session, &["highlights", "point Youth Fund - 35 projects", "paragraph", "point el x"]);
        sample::run_all(&mut session, &["undertake pcc: look into it", "strike 9(1)"]);
        let state = session.state();
        for (text, shown) in [
            ("9(1)", "9(1)"),
            ("9(2)", "9(2)"),
            ("9(h1)", "9(h1)"),
            ("9(h)", "9(h1)"),
            ("9(p1)", "9(p1)"),
            ("9(d1)", "9(d1)"),
            ("9(u1)", "9(u1)"),
            ("annual report(2)", "9(2)"),
            ("9(b)", "9(2)"),
            ("9(a)", "9(1)"),
        ] {
            let id = fact(state, text, None).unwrap_or_else(|refusal| panic!("{text}: {refusal}"));
            let found = state.fact(id).and_then(|fact| reference(state, fact));
            assert_eq!(found.as_deref(), Some(shown), "{text}");
            assert_eq!(fact(state, &format!("#{id}"), None), Ok(id));
        }
        for text in [
            "9(3)",
            "9(0)",
            "9(99999999999999999999)",
            "9()(",
            "9(x1)",
            "9(b1)",
            "9(ab)",
            "9(c)",
            "9(z)",
            "#0",
            "#a",
            "x",
            "",
            "last",
        ] {
            assert!(fact(state, text, None).is_err(), "{text}");
        }
    }

    #[test]
    fn points_are_numbered_as_they_print_where_they_run_on_from_the_highlights() {
        let mut opened = sample::opened();
        opened.style = "[style]\nrun-on = true\n".to_owned();
        let mut session = crate::app::session::Session::new(crate::meeting::Meeting::new(opened), "JB");
        let lines = ["present all", "call-to-order", "go 9", "highlights", "point the fund", "point the bid"];
        sample::run_all(&mut session, &lines);
        sample::run_all(&mut session, &["discussion", "point el the bikes", "point el the cars"]);
        let state = session.state();
        let words = |text: &str| match fact(state, text, None).ok().and_then(|id| state.content(id)) {
            Some(Content::Point(point)) => point.turns.iter().map(|turn| turn.text.as_str()).collect(),
            other => format!("{text}: {other:?}"),
        };
        for (text, said) in [
            ("9(1)", "the fund"),
            ("9(h2)", "the bid"),
            ("9(2)", "the bid"),
            ("9(3)", "the bikes"),
            ("9(4)", "the cars"),
        ] {
            assert!(words(text).contains(said), "{text}: {}", words(text));
        }
        assert!(fact(state, "9(5)", None).is_err());
        let shown = |text| reference(state, state.fact(fact(state, text, None).ok()?)?);
        assert_eq!((shown("9(3)").as_deref(), shown("9(1)").as_deref()), (Some("9(3)"), Some("9(h1)")));
    }

    #[test]
    fn a_minute_is_found_as_the_house_cites_it() {
        for (style, text) in [("PL{number}", "pl9"), ("{number}/{yy}", "9/23"), ("FC{number}/{municipal_yy}", "FC9/23")]
        {
            let mut opened = sample::opened();
            opened.style = format!("[style.phrases]\nminute-number = \"{style}\"\n");
            let meeting = crate::meeting::Meeting::new(opened);
            assert_eq!(item(meeting.state(), text).map(|id| id.to_string()).as_deref(), Ok("item-9"), "{text}");
        }
    }

    #[test]
    fn where_minutes_are_numbered_on_both_numbers_are_known_and_never_confused() {
        let numbered_from = |first| {
            let mut opened = sample::opened();
            opened.agenda.first_minute = Some(first);
            crate::meeting::Meeting::new(opened)
        };
        let far = numbered_from(101);
        for text in ["9", "109"] {
            assert_eq!(item(far.state(), text).map(|id| id.to_string()).as_deref(), Ok("item-9"), "{text}");
        }
        let near = numbered_from(3);
        assert_eq!(item(near.state(), "2").map(|id| id.to_string()).as_deref(), Ok("item-2"));
        let said = item(near.state(), "9").unwrap_err().to_string();
        assert!(said.contains("minute number of") && said.contains("agenda number of"), "{said}");
    }

    #[test]
    fn items_are_found_by_number_and_by_part_of_the_title() {
        let session = sample::session();
        for (text, expected) in [("9", "item-9"), ("item 9", "item-9"), ("Integrity", "item-10"), ("item-3", "item-3")]
        {
            assert_eq!(item(session.state(), text).map(|id| id.to_string()).as_deref(), Ok(expected), "{text}");
        }
        let said = item(session.state(), "integritty assurance").unwrap_err().to_string();
        assert!(said.contains("There is no item"), "{said}");
        assert!(item(session.state(), "election").unwrap_err().what.contains(" or "));
    }
}
