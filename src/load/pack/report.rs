//! Front pages of reports: whose it is, for which item, what it is for and what it recommends.

use chrono::NaiveDate;

use super::days;
use super::found::{Found, Sure};
use super::head::is_body;
use super::lines::Line;
use super::parts::{item_number, label_free, starts_word};
use super::titles::Capitals;
use crate::load::checker::{LINE, PASSAGE};

/// A report by its front page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Report {
    /// The line at which it begins.
    pub(super) line: usize,
    /// The item it is for, "8".
    pub(super) item: Option<String>,
    pub(super) date: Option<NaiveDate>,
    pub(super) title: Option<Found<String>>,
    pub(super) author: Option<Found<String>>,
    pub(super) contact: Option<Found<String>>,
    pub(super) purpose: Option<Found<String>>,
    pub(super) recommendation: Option<Found<String>>,
    /// The words before the number of its item, which name the body it goes to.
    pub(super) head: String,
}

/// How many lines the front page of a report may have.
const FRONT: usize = 160;

const AUTHOR: [&str; 9] = [
    "report of",
    "from:",
    "report by",
    "report from",
    "report author",
    "author",
    "lead officer",
    "submitted by",
    "presented by",
];
const CONTACT: [&str; 8] = [
    "contact officers",
    "contact officer",
    "contact officer(s)",
    "contact name",
    "officer contact",
    "for further information contact",
    "report contact",
    "contact:",
];
const TITLE: [&str; 4] = ["report title", "subject", "title", "title of report"];
const PURPOSE: [&str; 6] = [
    "purpose of the report",
    "purpose of this report",
    "purpose of report",
    "purpose",
    "summary and purpose",
    "reason for report",
];
const RECOMMENDATION: [&str; 6] = [
    "recommendations",
    "recommendation(s)",
    "recommendation",
    "recommended",
    "officer recommendation",
    "it is recommended that",
];
/// What stands on a front page and is neither a title nor a value.
const OTHER: [&str; 17] = [
    "public report",
    "agenda item",
    "contact details",
    "report to",
    "committee",
    "date",
    "ward",
    "wards affected",
    "key decision",
    "classification",
    "portfolio",
    "status",
    "meeting",
    "item no",
    "cabinet member",
    "lead member",
    "open report",
];

/// Reads the front page that begins at the first of `lines`. `before` are the lines above it.
pub(super) fn report(before: &[Line], lines: &[Line], capitals: &Capitals) -> Option<Report> {
    let first = lines.first()?;
    let lines = lines.get(..lines.len().min(FRONT)).unwrap_or(lines);
    let mut report = Report {
        line: first.number,
        item: lines.iter().take(15).find_map(|line| item_number(&line.text)),
        date: None,
        title: None,
        author: None,
        contact: None,
        purpose: None,
        recommendation: None,
        head: head(before, first, lines.get(1..).unwrap_or_default()),
    };
    let purpose_at = section_at(lines, &PURPOSE);
    let recommendation_at = section_at(lines, &RECOMMENDATION);
    let head_end = purpose_at.into_iter().chain(recommendation_at).min().unwrap_or(lines.len().min(25));
    let head = lines.get(..head_end).unwrap_or(lines);
    report.date = head.iter().take(15).find_map(|line| days::date(&line.text)).map(|day| day.date);
    report.author = labelled(head, &AUTHOR);
    report.contact = labelled(head, &CONTACT).map(|found| found.map(|contact| reached(&contact).to_owned()));
    report.title =
        labelled(head, &TITLE).or_else(|| title(head)).map(|found| found.map(|title| capitals.title(&title)));
    report.purpose = purpose_at.and_then(|at| section(lines, at, &PURPOSE));
    report.recommendation = recommendation_at.and_then(|at| section(lines, at, &RECOMMENDATION));
    Some(report)
}

/// The name of the body above the number of the item.
fn head(before: &[Line], first: &Line, below: &[Line]) -> String {
    let capital =
        |line: &&Line| !line.text.chars().any(char::is_lowercase) && line.text.chars().any(char::is_alphabetic);
    let close = || before.iter().rev().take(3).filter(|line| line.text.len() < 100 && !line.text.ends_with('.'));
    let mut words: Vec<&str> = close().take_while(capital).map(|line| line.text.as_str()).collect();
    if words.is_empty() {
        words = close().take(1).map(|line| line.text.as_str()).collect();
    }
    words.reverse();
    // Or below it.
    if words.is_empty() {
        words.extend(
            below
                .iter()
                .take(3)
                .filter(|line| capital(line) && is_body(&line.text))
                .map(|line| line.text.as_str())
                .take(1),
        );
    }
    words.push(&first.text);
    words.join(" ")
}

/// What follows a label, on its line or the next.
fn labelled(lines: &[Line], labels: &[&str]) -> Option<Found<String>> {
    for (at, line) in lines.iter().enumerate() {
        let Some(label) =
            labels.iter().filter(|label| starts_word(&line.folded, label)).max_by_key(|label| label.len())
        else {
            continue;
        };
        let rest = line.text.get(label.len()..).unwrap_or("");
        let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":–-—".contains(letter));
        let rest = rest
            .strip_prefix("(s)")
            .unwrap_or(rest)
            .trim_start_matches(|letter: char| letter.is_whitespace() || ":–-—".contains(letter));
        let rest = rest.strip_prefix("the ").filter(|rest| rest.starts_with(char::is_uppercase)).unwrap_or(rest);
        let (value, line) = if rest.is_empty() {
            lines.get(at + 1).map(|next| (next.text.clone(), next))?
        } else {
            (rest.to_owned(), line)
        };
        if is_other(&value.to_lowercase()) || value.chars().count() > LINE {
            continue;
        }
        return Some(Found::new(value, line.number, Sure::Certain));
    }
    None
}

/// Who may be asked, without how they are reached.
fn reached(contact: &str) -> &str {
    const WAYS: [&str; 5] = [" Tel", " Telephone", " Email", " E-mail", " Phone"];
    let cut = WAYS.iter().filter_map(|way| contact.find(&format!("{way}:"))).min();
    cut.and_then(|at| contact.get(..at)).filter(|who| !who.trim().is_empty()).unwrap_or(contact).trim_end()
}

fn is_other(folded: &str) -> bool {
    [&AUTHOR[..], &CONTACT, &TITLE, &PURPOSE, &RECOMMENDATION, &OTHER]
        .concat()
        .iter()
        .any(|label| starts_word(folded, label))
}

/// The title: the last lines in capitals, or else the last that is no label, before the first section.
fn title(head: &[Line]) -> Option<Found<String>> {
    let free: Vec<&Line> = head
        .iter()
        .filter(|line| {
            !is_other(&line.folded)
                && item_number(&line.text).is_none()
                && line.text.chars().filter(|letter| letter.is_alphabetic()).count() > 3
        })
        .filter(|line| !line.text.contains('@') && days::date(&line.text).is_none())
        .collect();
    let capital = |line: &&&Line| {
        !line.text.chars().any(char::is_lowercase)
            || line.text.split_whitespace().all(|word| !word.chars().skip(1).any(char::is_lowercase))
    };
    let last = free.last()?;
    let mut title: Vec<&Line> = if capital(&last) {
        free.iter().rev().take_while(|line| capital(line)).take(3).copied().collect()
    } else {
        vec![last]
    };
    title.reverse();
    // What stands above the author is the body's name.
    let labels_end =
        head.iter().rposition(|line| is_other(&line.folded)).and_then(|at| head.get(at)).map_or(0, |line| line.number);
    let below: Vec<&Line> = title.iter().filter(|line| line.number >= labels_end).copied().collect();
    let (chosen, sure) = if below.is_empty() { (title, Sure::Unsure) } else { (below, Sure::Likely) };
    let text = chosen.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let line = chosen.first()?.number;
    (text.chars().count() <= LINE).then(|| Found::new(text, line, sure))
}

/// Where a section of one of these headings begins.
fn section_at(lines: &[Line], names: &[&str]) -> Option<usize> {
    lines.iter().position(|line| {
        let bare = label_free(&line.folded);
        let name = names.iter().filter(|name| starts_word(bare, name)).max_by_key(|name| name.len());
        name.is_some_and(|name| {
            let rest = bare.get(name.len()..).unwrap_or("").trim_start();
            rest.is_empty()
                || rest.starts_with([':', '-', '–', '(', '.'])
                || (name.starts_with("it is") && !rest.is_empty())
        })
    })
}

/// The text of a section: to the next heading.
fn section(lines: &[Line], at: usize, names: &[&str]) -> Option<Found<String>> {
    let heading = lines.get(at)?;
    let bare = label_free(&heading.folded);
    let name = names.iter().filter(|name| starts_word(bare, name)).max_by_key(|name| name.len())?;
    let inline_at = heading.text.len().saturating_sub(bare.len());
    let inline = heading
        .text
        .get(inline_at + name.len()..)
        .unwrap_or("")
        .trim_start_matches(|letter: char| letter.is_whitespace() || ":–-—".contains(letter));
    let mut text = if name.starts_with("it is") {
        heading.text.clone()
    } else {
        inline.trim_start_matches("(s)").trim_start_matches([':', ' ']).to_owned()
    };
    let mut line_number = if text.is_empty() { None } else { Some(heading.number) };
    for line in lines.get(at + 1..)?.iter().take(40) {
        if ends_section(line, !text.is_empty()) {
            break;
        }
        let words = unnumbered(&line.text);
        if words.is_empty() {
            continue;
        }
        line_number = line_number.or(Some(line.number));
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(words);
        if text.len() > PASSAGE {
            return None;
        }
    }
    let text = text.trim();
    // A paragraph broken over a page ends in the middle.
    let sure = if text.ends_with(['.', ';', ')', ':']) { Sure::Certain } else { Sure::Likely };
    line_number.filter(|_| !text.is_empty()).map(|line| Found::new(text.to_owned(), line, sure))
}

/// Whether a line is the heading of the next section, or its number alone.
fn ends_section(line: &Line, begun: bool) -> bool {
    let text = line.text.trim_end_matches(':');
    let bare = label_free(&line.folded);
    let numbered = text.starts_with(|letter: char| letter.is_ascii_digit());
    let whole = text.split([' ', '\t']).next().is_some_and(|word| {
        let digits = word.trim_end_matches('.');
        !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    let capitals =
        !text.chars().any(char::is_lowercase) && text.chars().filter(|letter| letter.is_alphabetic()).count() > 3;
    let known = [
        "background",
        "terms of reference",
        "introduction",
        "summary",
        "key issues",
        "reasons",
        "reason for",
        "implications",
        "proposals",
        "context",
        "main considerations",
        "report detail",
        "options",
        "details",
        "financial",
        "legal",
        "consultation",
        "supporting information",
        "corporate",
        "executive summary",
        "reasons for recommendation",
        "recommendations",
        "recommendation",
        "purpose",
    ];
    let heading = line.text.len() < 60
        && !line.text.ends_with('.')
        && known.iter().any(|name| starts_word(bare, name))
        && line.text.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    begun
        && ((numbered && whole && (capitals || bare.len() < 60 && !bare.ends_with('.') || bare.is_empty()))
            || (capitals && !text.starts_with('(')))
        || heading && (begun || !whole)
}

/// A paragraph without its number: "2.1 The Panel" is "The Panel"; a number alone is nothing.
fn unnumbered(text: &str) -> &str {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let digits = first.trim_matches('.');
    let number =
        digits.contains('.') && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && digits.len() <= 6;
    if number || (rest.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())) { rest.trim() } else { text }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_front_page_is_read_in_each_layout() {
        let run_in = "ANY PANEL\tAgenda Item No. 8\n20th September 2023\tPublic Report\nReport of the Head of Parks\n\
                      Contact Officer – Jo Bell. Ranger.\nContact Details – jo@any.example\nTHE STATE OF\nTHE PARKS\n\
                      1. PURPOSE\n- 1.1 To provide the Panel with details.\n2. RECOMMENDATION\n2.1 The Panel is recommended to note\n\
                      the report.\n3. BACKGROUND\n3.1 Much.\n";
        let parted = "ANY PANEL\n\nAgenda Item No. 8\n\n20 SEPTEMBER 2023\n\nPublic Report\n\nReport of: Head of Parks\nContact Officer(s) – Jo Bell. Ranger.\n\
                      THE STATE OF THE PARKS\n1.\n\nPURPOSE\n\n1.1\n\nTo provide the Panel with details.\n\n2.\n\nRECOMMENDATIONS\n\n2.1\n\n\
                      The Panel is recommended to note the report.\n\n3.\n\nBACKGROUND\n\n3.1\n\nMuch.\n";
        for text in [run_in, parted] {
            let all = lines(text);
            let start = all.iter().position(|line| item_number(&line.text).is_some()).expect("a start");
            let (before, rest) = all.split_at(start);
            let report = report(before, rest, &Capitals::default()).expect("a report");
            let value =
                |found: &Option<Found<String>>| found.as_ref().map(|found| found.value.clone()).unwrap_or_default();
            assert_eq!(report.item.as_deref(), Some("8"));
            assert_eq!(report.date.map(|date| date.to_string()).as_deref(), Some("2023-09-20"));
            assert_eq!(value(&report.author), "Head of Parks");
            assert_eq!(value(&report.contact), "Jo Bell. Ranger.");
            assert_eq!(value(&report.title), "The State of the Parks");
            assert_eq!(value(&report.purpose), "To provide the Panel with details.");
            assert_eq!(value(&report.recommendation), "The Panel is recommended to note the report.");
            assert!(report.head.starts_with("ANY PANEL"), "{}", report.head);
        }
    }
}
