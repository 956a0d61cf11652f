//! An item of business, and how its first line is told from other lines.

use super::found::{Found, Sure};
use super::lines::Line;
use super::report::Report;
use crate::load::new_meeting::lines::trailing_pages;

/// An item as the pack has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its number as printed, without its stop.
    pub(super) number: Option<String>,
    pub(super) title: Found<String>,
    /// "3 - 12".
    pub(super) pages: Option<String>,
    /// Sentences printed under the title.
    pub(super) under: String,
    /// Whether it is to be taken without the public.
    pub(super) closed: bool,
    /// The paragraphs of Schedule 12A that the pack gives for that.
    pub(super) private: Vec<u32>,
    pub(super) report: Option<Report>,
    /// Who leads it, where a table of the agenda says so.
    pub(super) lead: Option<String>,
    /// Why it is here, where its title stands on no agenda.
    pub(super) remark: Option<&'static str>,
    /// Parts of it, lettered.
    pub(super) items: Vec<Item>,
}

impl Item {
    pub(super) fn new(number: Option<String>, title: Found<String>) -> Self {
        Self {
            number,
            title,
            pages: None,
            under: String::new(),
            closed: false,
            private: Vec::new(),
            report: None,
            lead: None,
            remark: None,
            items: Vec::new(),
        }
    }
}

/// How an item's line begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// A number, a letter behind it, whether a stop or the like closes it, and what follows.
    Number { number: u32, letter: Option<char>, closed: bool, rest: &'a str },
    /// "(a)", "b.", "(i)", and what follows.
    Letter { letter: String, rest: &'a str },
}

/// The number or letter that a line begins with, if it begins with one.
pub(super) fn mark(text: &str) -> Option<Mark<'_>> {
    let lower = text.to_ascii_lowercase();
    let word = ["agenda item no.", "agenda item ", "item no. ", "item no ", "item "]
        .into_iter()
        .find(|word| lower.starts_with(word));
    let bare = word.and_then(|word| text.get(word.len()..)).unwrap_or(text).trim_start();
    let digits = bare.len() - bare.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let (head, after) = bare.split_at(digits);
    if (1..=3).contains(&digits) {
        return number(head.parse().ok()?, after, word.is_some());
    }
    let inner = text.strip_prefix('(').unwrap_or(text);
    let end = inner.find([')', '.']).filter(|end| (1..=4).contains(end))?;
    let (letter, rest) = inner.split_at(end);
    let closed = rest.get(1..).filter(|rest| rest.starts_with(' ') || rest.is_empty())?;
    let lone = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_lowercase());
    let roman = letter.bytes().all(|byte| b"ivx".contains(&byte));
    let bracketed = text.starts_with('(') || rest.starts_with(')');
    (lone || (roman && bracketed)).then(|| Mark::Letter { letter: letter.to_owned(), rest: closed.trim_start() })
}

fn number(number: u32, after: &str, named: bool) -> Option<Mark<'_>> {
    let mut rest = after;
    // "6.1", "6a", "6(a)" and "6 (a)".
    let part = rest.strip_prefix('.').filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if let Some(part) = part {
        let digits = part.len() - part.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        let (place, after) = part.split_at(digits);
        let place = place.parse::<u32>().ok()?;
        // "11.0" is 11, "6.1" a part of 6; "1.30" is a time.
        if digits > 1 || after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '.') {
            return None;
        }
        let letter = place.checked_sub(1).and_then(|place| char::from_u32(u32::from('a') + place));
        return Some(Mark::Number { number, letter, closed: true, rest: after.trim_start_matches([' ', ')', ':']) });
    }
    let mut letter = None;
    let lettered = rest.trim_start_matches([' ', '(']);
    let mut ahead = lettered.chars();
    if let Some(first) = ahead.next().filter(char::is_ascii_lowercase) {
        let after = ahead.as_str();
        if after.starts_with([')', '.', ':']) || (after.starts_with(' ') && !rest.starts_with(' ')) {
            letter = Some(first);
            rest = after;
        }
    }
    let closed = rest.starts_with(['.', ')', ':']) || named;
    let clear = rest.is_empty() || rest.starts_with(['.', ')', ':', ' ']);
    let rest = rest.trim_start_matches(['.', ')', ':', ' ', '-', '–']).trim();
    clear.then_some(Mark::Number { number, letter, closed, rest })
}

/// The words of a title's line, and the pages at its end.
pub(super) fn title_and_pages(line: &Line, rest: &str) -> (String, Option<String>) {
    let rest = rest.trim_end_matches(['|', ' ']);
    // A column of page numbers at the right.
    if let [.., (_, before), (_, last)] = line.columns().as_slice() {
        let before_digits = before.chars().any(char::is_alphabetic);
        if let (true, Some(pages), Some(title)) =
            (before_digits, pages_alone(last), rest.strip_suffix(&single_spaced(last)))
        {
            return (trimmed(title), pages.filter(|pages| !pages.is_empty()));
        }
    }
    let lower = rest.to_lowercase();
    for words in
        ["(to follow)", "(verbal)", "(verbal report)", "(attached)", "(report attached)", "(oral)", "[to follow]"]
    {
        if lower.ends_with(words)
            && let Some(title) = rest.get(..rest.len() - words.len())
        {
            return (trimmed(title), None);
        }
    }
    let ranged = rest.replace(" to ", " - ");
    let (title, pages) = match trailing_pages(&ranged) {
        (title, Some(pages)) if rest.starts_with(title) => (title.to_owned(), Some(pages)),
        _ => {
            let (title, pages) = trailing_pages(rest);
            (title.to_owned(), pages)
        }
    };
    (trimmed(&title), pages)
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trimmed(title: &str) -> String {
    title.trim().trim_end_matches(['.', '…', '_']).trim().to_owned()
}

/// The pages where a text is nothing else: "3 - 12", "(Pages 3 - 12)", "7". What only says that a paper comes later or is
/// spoken gives an empty text.
#[expect(clippy::option_option, reason = "no pages, pages that do not come, and pages are three things")]
pub(super) fn pages_alone(text: &str) -> Option<Option<String>> {
    // The last line of a sentence may be a year and its stop.
    if text.ends_with('.') && !text.starts_with('.') && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let bare = text.trim().trim_start_matches(['(', '[', '.']).trim_end_matches([')', ']', '.']).trim().to_lowercase();
    if ["to follow", "verbal", "verbal report", "oral", "attached", "tabled", "n/a", "-", "none"]
        .contains(&bare.as_str())
    {
        return Some(None);
    }
    let bare = ["pages", "page", "pgs", "pp.", "pp", "p."]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .unwrap_or(&bare)
        .trim();
    let parts: Vec<&str> = bare.split(['-', '–', '—']).map(str::trim).collect();
    let parts = match parts.as_slice() {
        [one] => one.split(" to ").map(str::trim).collect(),
        _ => parts,
    };
    let digits = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [from, to] if digits(from) && digits(to) => Some(Some(format!("{from} - {to}"))),
        [page] if digits(page) => Some(Some((*page).to_owned())),
        _ => None,
    }
}

/// Whether a line begins a sentence about the item above and is no title.
pub(super) fn explains(folded: &str) -> bool {
    const BEGINNINGS: [&str; 50] = [
        "not for publication",
        "key decision",
        "to receive",
        "to consider",
        "to note",
        "to approve",
        "to agree",
        "to confirm",
        "to sign",
        "to elect",
        "to appoint",
        "to review",
        "to determine",
        "to report",
        "to invite",
        "to be ",
        "to deal",
        "to hear",
        "to authorise",
        "to adopt",
        "to discuss",
        "to answer",
        "to take",
        "to identify",
        "to resolve",
        "to enable",
        "to declare",
        "to welcome",
        "to scrutinise",
        "to provide",
        "to update",
        "members are",
        "members of the public",
        "members should",
        "councillors are",
        "report of",
        "report by",
        "report from",
        "questions must",
        "questions from members of the public must",
        "this item",
        "this report",
        "the committee",
        "the panel",
        "any member",
        "please",
        "a report",
        "in accordance",
        "there are",
        "to ask",
    ];
    BEGINNINGS.iter().any(|beginning| folded.starts_with(beginning))
}

/// Whether a title cannot end here.
pub(super) fn unfinished(title: &str) -> bool {
    const JOINING: [&str; 17] =
        ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "-", "–", "&"];
    title.ends_with([',', '(', '/', ':'])
        || title.split_whitespace().next_back().is_some_and(|word| JOINING.contains(&word.to_lowercase().as_str()))
}

/// The paragraphs of Schedule 12A that a text names, 1 to 7.
pub(super) fn paragraphs(text: &str) -> Vec<u32> {
    let lower = text.to_lowercase();
    let mut found: Vec<u32> = Vec::new();
    for part in lower.split("paragraph").skip(1) {
        let part = part.strip_prefix("(s)").unwrap_or(part).trim_start_matches('s');
        for word in part
            .split(|letter: char| letter.is_whitespace() || ",;.()".contains(letter))
            .filter(|word| !word.is_empty())
        {
            match word.parse::<u32>() {
                Ok(number) if (1..=7).contains(&number) && !found.contains(&number) => found.push(number),
                Ok(_) => {}
                Err(_) if matches!(word, "and" | "&" | "or" | "to" | "no" | "nos" | "number" | "numbers") => {}
                Err(_) => break,
            }
        }
    }
    found
}

/// A title that was read in one piece from a line.
pub(super) fn certain(title: String, line: &Line) -> Found<String> {
    Found::new(title, line.number, Sure::Certain)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn marks_begin_items() {
        let number = |number, letter, closed, rest| Some(Mark::Number { number, letter, closed, rest });
        for (text, wanted) in [
            ("1. Apologies", number(1, None, true, "Apologies")),
            ("1 Apologies", number(1, None, false, "Apologies")),
            ("12) Any other business", number(12, None, true, "Any other business")),
            ("Item 3: Budget", number(3, None, true, "Budget")),
            ("16.", number(16, None, true, "")),
            ("6a Estates", number(6, Some('a'), false, "Estates")),
            ("6 (b) Fleet", number(6, Some('b'), true, "Fleet")),
            ("6.1 Estates", number(6, Some('a'), true, "Estates")),
            ("(a) Estates", Some(Mark::Letter { letter: "a".into(), rest: "Estates" })),
            ("b. Fleet", Some(Mark::Letter { letter: "b".into(), rest: "Fleet" })),
            ("(ii) Fleet", Some(Mark::Letter { letter: "ii".into(), rest: "Fleet" })),
            ("1.30 pm", None),
            ("20th May", None),
            ("2023/24 Budget", None),
            ("etc. and", None),
            ("e.g. this", None),
        ] {
            assert_eq!(mark(text), wanted, "{text}");
        }
    }

    #[test]
    fn pages_are_taken_off_titles() {
        for (line, title, pages) in [
            ("Minutes of 19 July 2023 3 - 12", "Minutes of 19 July 2023", Some("3 - 12")),
            ("Minutes (Pages 3 - 12)", "Minutes", Some("3 - 12")),
            ("Budget [pages 5 - 12]", "Budget", Some("5 - 12")),
            ("Budget ........... 5", "Budget", Some("5")),
            ("Budget (Pages 5 to 12)", "Budget", Some("5 - 12")),
            ("Budget          7", "Budget", Some("7")),
            ("Budget          To Follow", "Budget", None),
            ("Budget (to follow)", "Budget", None),
            ("Plan 2023 - 2024", "Plan 2023 - 2024", None),
            ("Budget 2023", "Budget 2023", None),
        ] {
            let read = lines(line);
            let line = read.first().expect("a line");
            assert_eq!(title_and_pages(line, &line.text), (title.to_owned(), pages.map(str::to_owned)), "{line:?}");
        }
    }

    #[test]
    fn paragraphs_of_the_schedule_are_read() {
        for (text, wanted) in [
            ("exempt under paragraph 3 of Part 1 of Schedule 12A", vec![3]),
            ("paragraphs 1, 2 and 3 of Schedule 12A", vec![1, 2, 3]),
            ("Paragraph(s) 3 & 5", vec![3, 5]),
            ("paragraph 14 of Schedule 12A", vec![]),
            ("paragraph three", vec![]),
        ] {
            assert_eq!(paragraphs(text), wanted, "{text}");
        }
    }
}
