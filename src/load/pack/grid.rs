//! Agendas set as tables: a column of titles, with times before it and who leads, papers and pages behind it.

use std::collections::BTreeMap;

use super::days;
use super::item::{Mark, mark, pages_alone};
use super::lines::Line;
use crate::text::fold;

/// Heads of the column of titles.
const TITLES: [&str; 11] = [
    "item",
    "title",
    "subject",
    "topic",
    "report title",
    "agenda item",
    "business",
    "description",
    "item title",
    "report",
    "details",
];
/// Heads of columns before the titles.
const BEFORE: [&str; 11] =
    ["no", "no.", "item no", "item no.", "ref", "time", "timing", "timings", "agenda", "agenda no", "item"];
/// Heads of columns of those who lead an item.
const LEADS: [&str; 13] = [
    "lead",
    "leads",
    "presenter",
    "presenting",
    "presented by",
    "lead officer",
    "reporting officer",
    "officer",
    "report by",
    "report of",
    "author",
    "owner",
    "speaker",
];
/// Heads of other columns behind the titles.
const BEHIND: [&str; 21] = [
    "page",
    "pages",
    "page no",
    "page no.",
    "page nos",
    "page number",
    "page numbers",
    "page(s)",
    "pages no",
    "ward",
    "wards",
    "paper",
    "papers",
    "enclosure",
    "enc",
    "action",
    "purpose",
    "format",
    "for",
    "status",
    "time",
];

/// Heads of columns of a plan.
const PLANS: [&str; 9] =
    ["date of meeting", "meeting date", "date", "meeting", "items", "agenda items", "lead member", "officers", "venue"];

/// The columns of an agenda by the places at which their heads begin.
struct Columns {
    /// The first behind the titles.
    behind: usize,
    leads: Vec<usize>,
    all: Vec<usize>,
}

/// Takes out of the lines below a table's head what does not belong to number, title and pages. Who leads an item comes
/// back by the line of its title.
pub(super) fn relay(lines: &mut [Line]) -> BTreeMap<usize, String> {
    let mut leads = BTreeMap::new();
    let mut columns: Option<Columns> = None;
    let mut row: Option<usize> = None;
    for line in lines {
        pages_behind(line);
        if let Some(found) = head(line) {
            columns = Some(found);
            row = None;
        } else if let Some(columns) = &columns {
            if let (Some(more), Some(row)) = (columns.only_behind(line), row) {
                // Who leads goes on below, beside nothing of the title.
                leads
                    .entry(row)
                    .and_modify(|lead: &mut String| {
                        lead.push(' ');
                        lead.push_str(&more);
                    })
                    .or_insert(more);
                *line = Line::of(line, "", String::new());
                continue;
            }
            if let Some(lead) = columns.relay(line) {
                leads.insert(line.number, lead);
            }
            row = mark(&line.text).map(|_| line.number).or(row);
        }
    }
    leads
}

/// Parts columns again that one space parts, by the places of their heads.
pub(super) fn widen(lines: &mut [Line]) {
    const FEWEST: usize = 3;
    let mut places: Vec<usize> = Vec::new();
    for line in lines {
        let columns = line.columns();
        let is_head = |text: &str| {
            let text = fold(text);
            [&TITLES[..], &BEFORE, &LEADS, &BEHIND, &PLANS].iter().any(|list| list.contains(&text.as_str()))
        };
        if columns.len() >= FEWEST && columns.iter().all(|(_, text)| is_head(text)) {
            places = columns.iter().skip(1).map(|(at, _)| *at).collect();
            continue;
        }
        let letters: Vec<char> = line.raw.chars().collect();
        let space = |at: usize| letters.get(at).is_none_or(|letter| *letter == ' ');
        let close = |at: &&usize| **at > 1 && space(**at - 1) && !space(**at - 2) && !space(**at);
        let cuts: Vec<usize> = places.iter().filter(close).copied().collect();
        if !cuts.is_empty() {
            let mut raw = String::with_capacity(line.raw.len() + 4);
            for (at, letter) in letters.iter().enumerate() {
                if cuts.contains(&at) {
                    raw.push_str("  ");
                }
                raw.push(*letter);
            }
            line.raw = raw;
        }
    }
}

/// Moves pages that stand before the numbers of items behind their titles.
fn pages_behind(line: &mut Line) {
    let columns = line.columns();
    let [(_, pages), (at, next), ..] = columns[..] else { return };
    let numbered = matches!(mark(next), Some(Mark::Number { .. }));
    if !numbered || !pages.contains(['-', '–']) || pages_alone(pages).flatten().is_none() {
        return;
    }
    let behind: String = line.raw.chars().skip(at).collect();
    let raw = format!("{}{behind}      {pages}", " ".repeat(at));
    *line = Line::of(line, &raw, raw.clone());
}

/// Reads the head of a table.
fn head(line: &Line) -> Option<Columns> {
    let columns = line.columns();
    if columns.len() < 2 {
        return None;
    }
    let words: Vec<(usize, String)> = columns.iter().map(|(at, text)| (*at, fold(text))).collect();
    let title = words.iter().rposition(|(_, word)| TITLES.contains(&word.as_str()))?;
    let (before, rest) = words.split_at(title);
    let (_, behind) = rest.split_first()?;
    let in_list = |word: &str, lists: &[&[&str]]| lists.iter().any(|list| list.contains(&word));
    let sound = before.iter().all(|(_, word)| in_list(word, &[&BEFORE, &TITLES]))
        && behind.iter().all(|(_, word)| in_list(word, &[&LEADS, &BEHIND]));
    let first = behind.first().filter(|_| sound)?;
    let leads = behind.iter().filter(|(_, word)| LEADS.contains(&word.as_str())).map(|(at, _)| *at).collect();
    Some(Columns { behind: first.0, leads, all: words.iter().map(|(at, _)| *at).collect() })
}

impl Columns {
    /// How far a column may begin before its head, which may be centred.
    const SLACK: usize = 3;

    fn relay(&self, line: &mut Line) -> Option<String> {
        let columns = line.columns();
        let is_behind = |at: usize| at + Self::SLACK >= self.behind;
        // A time stands before the title, with the number before or behind it.
        let timed = columns.iter().take(2).find(|(at, text)| !is_behind(*at) && is_time(text)).map(|(at, _)| *at);
        if columns.len() < 2 || !(timed.is_some() || columns.iter().any(|(at, _)| is_behind(*at))) {
            return None;
        }
        let title: Vec<&str> =
            columns.iter().filter(|(at, _)| Some(*at) != timed && !is_behind(*at)).map(|(_, text)| *text).collect();
        if title.is_empty() {
            return None;
        }
        let others = || columns.iter().filter(|(at, _)| is_behind(*at));
        let pages = others().find_map(|(_, text)| pages_alone(text).flatten());
        let lead = others()
            .find(|(at, text)| {
                self.leads.contains(&self.nearest(*at)) && pages_alone(text).is_none() && !is_nobody(text)
            })
            .map(|(_, text)| (*text).to_owned());
        let mut raw = title.join("   ");
        if let Some(pages) = &pages {
            raw.push_str("   ");
            raw.push_str(pages);
        }
        line.text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        line.folded = fold(&line.text);
        line.raw = raw;
        lead
    }

    /// The words of a line that has nothing but who leads, below a row.
    fn only_behind(&self, line: &Line) -> Option<String> {
        let columns = line.columns();
        let [(at, text)] = columns[..] else { return None };
        let lead = at + Self::SLACK >= self.behind && self.leads.contains(&self.nearest(at));
        (lead && !line.apart() && pages_alone(text).is_none() && mark(text).is_none()).then(|| text.to_owned())
    }

    /// The column whose head stands nearest.
    fn nearest(&self, at: usize) -> usize {
        self.all.iter().copied().min_by_key(|head| head.abs_diff(at)).unwrap_or(0)
    }
}

/// "10.00", "5.15pm", "09:30 - 09:40".
pub(super) fn is_time(text: &str) -> bool {
    text.len() <= 16
        && text.starts_with(|letter: char| letter.is_ascii_digit())
        && !text.ends_with('.')
        && days::time(text, true).is_some()
        && text.chars().filter(|letter| letter.is_alphabetic()).count() <= 6
}

/// Words in the column of leads that name nobody: the chair leads what nobody else does.
fn is_nobody(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "chair" | "chairman" | "chairperson" | "the chair" | "all" | "none" | "-" | "tbc" | "members"
    )
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn pages_before_numbers_go_behind() {
        let mut all = lines("            1      Apologies\n3 - 12      2      Minutes\n13 - 40     3      Land\n");
        relay(&mut all);
        let texts: Vec<&str> = all.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["1 Apologies", "2 Minutes 3 - 12", "3 Land 13 - 40"]);
    }

    #[test]
    fn columns_that_one_space_parts_are_parted() {
        let mut all = lines(
            "Date          Items             Lead officer\n1 May 2026    Paths and swings  Jo Bell\n              Walls of the park Al Poe\n",
        );
        widen(&mut all);
        let last = all.last().map(|line| line.columns().len());
        assert_eq!(last, Some(2));
    }

    #[test]
    fn tables_keep_number_title_and_pages() {
        let text = "Time     Item                      Lead           Page No\n\
                    10.00    1.   Apologies            Chair          -\n\
                    10.05    2.   Parks and            Jo Bell        3 - 9\n\
                    \x20             open spaces\n\
                    10.30    3.   Swings               Al Poe         Verbal\n";
        let mut all = lines(text);
        let leads = relay(&mut all);
        let texts: Vec<&str> = all.iter().skip(1).map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["1. Apologies", "2. Parks and 3 - 9", "open spaces", "3. Swings"]);
        assert_eq!(leads.into_iter().collect::<Vec<_>>(), [(3, "Jo Bell".to_owned()), (5, "Al Poe".to_owned())]);
    }
}
