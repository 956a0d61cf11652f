//! Agendas whose items have no numbers: a title a line below the heading.

use super::found::{Found, Sure};
use super::item::{Item, Mark, explains, mark, pages_alone, title_and_pages, unfinished};
use super::lines::Line;
use super::signs::{is_column_head, usual};
use crate::load::checker::LINE;

/// The most items that are read so.
const MOST: usize = 60;

/// Words that end such a list.
const ENDS: [&str; 10] = [
    "contact",
    "signed",
    "dated",
    "yours",
    "clerk",
    "note",
    "for further",
    "members of the public",
    "date of issue",
    "quorum",
];

/// The titles below an agenda's heading. Nothing where they do not look like those of an agenda.
pub(super) fn listed(below: &[&Line]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut before: Option<&Line> = None;
    for line in below {
        let above = before.replace(line);
        if ENDS.iter().any(|end| line.folded.starts_with(end)) && !items.is_empty() {
            break;
        }
        if is_column_head(line.folded.trim_end_matches(':')) {
            continue;
        }
        let part = matches!(mark(&line.text), Some(Mark::Letter { .. }));
        let opens = line.text.starts_with(|first: char| first.is_uppercase());
        let sentence = line.text.ends_with('.')
            && (explains(&line.folded) || line.folded.starts_with("to ") || line.text.split(' ').count() > 9);
        let joins = items.last().is_some_and(|item| unfinished(&item.title.value)) && !line.apart();
        let Some(item) = items.last_mut().filter(|_| joins || part || sentence || !opens) else {
            if opens && !part && !sentence && items.len() < MOST && line.text.chars().count() <= LINE {
                let (title, pages) = title_and_pages(line, &line.text);
                let mut item = Item::new(None, Found::new(title, line.number, Sure::Unsure));
                item.pages = pages;
                items.push(item);
            }
            continue;
        };
        under(item, line, part, joins || above.is_some_and(|above| !opens && above.text.len() > 50));
    }
    let known = items.iter().filter(|item| usual(&item.title.value)).count();
    if items.len() < 3 || known < 2 { Vec::new() } else { items }
}

/// A line below a title: pages, a part, a title's second line, or a sentence.
fn under(item: &mut Item, line: &Line, part: bool, joins: bool) {
    if let Some(pages) = pages_alone(&line.text) {
        item.pages = item.pages.take().or(pages);
    } else if let (true, Some(Mark::Letter { rest, .. })) = (part, mark(&line.text)) {
        item.items.push(Item::new(None, Found::new(rest.to_owned(), line.number, Sure::Unsure)));
    } else if joins && item.under.is_empty() && item.title.value.chars().count() + line.text.chars().count() < LINE {
        item.title.value = format!("{} {}", item.title.value, line.text);
    } else if item.under.len() < 8_000 {
        if !item.under.is_empty() {
            item.under.push(' ');
        }
        item.under.push_str(&line.text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        let all = lines(text);
        let all: Vec<&Line> = all.iter().collect();
        listed(&all).into_iter().map(|item| item.title.value).collect()
    }

    #[test]
    fn titles_without_numbers_are_told_from_sentences() {
        let text = "Apologies for absence\nTo receive any apologies.\nDeclarations of interest\nThis item allows members to say what interests they have.\nTo approve the minutes of 3 May 2026\nMoney\na. To pay\nClerk: Jo Bell\nMore\n";
        assert_eq!(
            titles(text),
            ["Apologies for absence", "Declarations of interest", "To approve the minutes of 3 May 2026", "Money"]
        );
        assert!(titles("Dear all\nThank you\nBest wishes\nJo\n").is_empty());
    }
}
