//! Agendas set as tables: a column of titles, with times before it and who leads, papers and pages behind it.

use std::collections::BTreeMap;

use super::days;
use super::item::pages_alone;
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
    for line in lines {
        if let Some(found) = head(line) {
            columns = Some(found);
        } else if let Some(columns) = &columns
            && let Some(lead) = columns.relay(line)
        {
            leads.insert(line.number, lead);
        }
    }
    leads
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
        let timed = columns.first().is_some_and(|(_, text)| is_time(text));
        if columns.len() < 2 || !(timed || columns.iter().any(|(at, _)| is_behind(*at))) {
            return None;
        }
        let title: Vec<&str> =
            columns.iter().skip(usize::from(timed)).filter(|(at, _)| !is_behind(*at)).map(|(_, text)| *text).collect();
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
