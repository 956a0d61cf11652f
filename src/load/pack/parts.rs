//! The parts of a pack: the agenda in front, minutes, the front pages of reports, and the plan.

use std::ops::Range;

use super::days;
use super::item::{Mark, mark};
use super::lines::Line;

/// What begins at a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Front,
    Minutes,
    Report,
    Plan,
}

/// The parts in their order: what each is and which lines it has.
pub(super) fn parts(lines: &[Line]) -> Vec<(Part, Range<usize>)> {
    let mut starts = vec![(Part::Front, 0)];
    let mut signed = false;
    let mut last = Part::Front;
    let mut titled = None;
    for (at, line) in lines.iter().enumerate() {
        let rest = lines.get(at..).unwrap_or_default();
        signed |= is_end_of_minutes(line);
        let part = if is_minutes(rest) && titled.is_none_or(|title| at > title + 3) {
            titled = Some(at);
            signed = false;
            Part::Minutes
        } else if is_report(rest)
            && (last != Part::Report || starts.last().is_none_or(|(_, start)| at > start + apart(line)))
        {
            Part::Report
        } else if (last != Part::Minutes || signed)
            && last != Part::Plan
            && !is_title_of_item(lines, at)
            && is_plan(rest)
        {
            Part::Plan
        } else {
            continue;
        };
        last = part;
        starts.push((part, at));
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([lines.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&(part, start), end)| (part, start..end))
        .filter(|(_, range)| !range.is_empty())
        .collect()
}

/// How many lines stand between the beginnings of two reports: labels of one front page come one after the other.
fn apart(line: &Line) -> usize {
    if item_number(&line.text).is_some() { 4 } else { 20 }
}

/// Whether a line is the title below a number that stands alone, or the first line of all.
fn is_title_of_item(lines: &[Line], at: usize) -> bool {
    let above = at.checked_sub(1).and_then(|above| lines.get(above));
    let digit = |line: &Line| line.text.starts_with(|first: char| first.is_ascii_digit());
    above.is_none_or(|above| digit(above) && matches!(mark(&above.text), Some(Mark::Number { rest: "", .. })))
}

/// The title of minutes: in capitals, or with who was present close below.
fn is_minutes(rest: &[Line]) -> bool {
    let Some((line, below)) = rest.split_first() else { return false };
    let text = line.folded.as_str();
    let bare = text.strip_prefix("draft ").unwrap_or(text);
    let title = bare == "minutes"
        || bare.starts_with("minutes of a ")
        || bare.starts_with("minutes of the ")
        || bare.starts_with("minutes of ")
        || bare.starts_with("minutes - ");
    // A sentence such as "Minutes of the meeting were agreed" stands within minutes.
    let sentence = [" were ", " was ", " be ", " are "].iter().any(|word| text.contains(word));
    if !title
        || sentence
        || text.len() > 200
        || text.starts_with("minutes of the meetings ")
        || ["minutes of the previous meeting", "minutes of the last meeting"].contains(&bare)
    {
        return false;
    }
    let dated = rest.iter().take(8).any(|line| days::date(&line.text).is_some());
    let capital = line.text.starts_with("MINUTES OF") && bare != "minutes";
    let present = below.iter().take(14).any(|line| is_attendance(&line.folded));
    let numbered = below.iter().take(14).any(|line| line.folded == "agenda");
    dated && !numbered && (present || (capital && line.text.chars().all(|letter| !letter.is_lowercase())))
}

/// The heading of those who came.
pub(super) fn is_attendance(folded: &str) -> bool {
    ["present", "members present", "councillors present", "attendance", "in attendance", "committee members present"]
        .iter()
        .any(|heading| {
            folded.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', ' ', '-']))
        })
        && folded.len() < 400
}

/// A line that ends minutes: the chair's signature, or when the meeting ended.
fn is_end_of_minutes(line: &Line) -> bool {
    let text = line.folded.trim_matches(|letter: char| !letter.is_alphanumeric());
    matches!(text, "chair" | "chairman" | "chairperson" | "chairwoman")
        || [
            "the meeting began",
            "the meeting ended",
            "the meeting closed",
            "the meeting concluded",
            "meeting closed",
            "meeting ended",
        ]
        .iter()
        .any(|words| text.starts_with(words))
}

/// Headings that a report has.
const BODY: [&str; 6] = ["recommendation", "recommendations", "recommended", "purpose", "summary", "reason for report"];

/// Labels on the front page of a report.
const LABELS: [&str; 12] = [
    "report to",
    "report title",
    "report author",
    "contact officer",
    "contact officers",
    "date",
    "subject",
    "title",
    "purpose",
    "recommendation",
    "recommendations",
    "ward",
];

/// The front page of a report: "Agenda Item No. 6", or labels such as "Report to:", with what a report has below.
fn is_report(rest: &[Line]) -> bool {
    let Some(line) = rest.first() else { return false };
    let below = |most: usize, words: &[&str]| {
        rest.iter().take(most).any(|line| words.iter().any(|word| starts_word(label_free(&line.folded), word)))
    };
    if item_number(&line.text).is_some() {
        // "Item 5" alone may stand anywhere: whose report it is stands close below then.
        let bare = line.folded.starts_with("item ") && line.folded.len() < 9;
        return below(
            if bare { 10 } else { 30 },
            &[
                "report of",
                "report by",
                "report from",
                "report author",
                "from",
                "lead officer",
                "contact officer",
                "author",
                "public report",
                "report to",
            ],
        ) && below(60, &BODY);
    }
    let labelled =
        ["report to", "report of", "report by", "report from"].iter().any(|word| starts_word(&line.folded, word));
    // Below an item of an agenda may stand whose report it is, and nothing of these.
    let block = rest
        .iter()
        .skip(1)
        .take(12)
        .filter(|line| LABELS.iter().any(|label| starts_word(label_free(&line.folded), label)))
        .count();
    // Nor is it the front page of a report where that page itself begins below.
    let begins_below = !line.folded.starts_with("report to")
        && rest
            .iter()
            .skip(1)
            .take(12)
            .any(|line| item_number(&line.text).is_some() || starts_word(&line.folded, "report to"));
    labelled && !begins_below && line.text.len() < 160 && block >= 2 && below(40, &BODY)
}

/// The number of an item in a line that says "Agenda Item No. 6" and nothing more.
pub(super) fn item_number(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let rest = lower
        .strip_prefix("agenda item")
        .or_else(|| lower.strip_prefix("item no"))
        .or_else(|| lower.strip_prefix("item number"))
        .or_else(|| lower.strip_prefix("item "))?;
    let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ".:-–".contains(letter));
    let rest = ["number", "no"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let number = rest.trim_matches(|letter: char| letter.is_whitespace() || ".:()-–".contains(letter));
    let number = number.strip_suffix(".0").unwrap_or(number);
    let digits = number.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let fits = !digits.is_empty() && digits.len() <= 3 && number.len() - digits.len() <= 1;
    (fits && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
}

/// The heading of a plan, with dates below it.
fn is_plan(rest: &[Line]) -> bool {
    let Some((line, below)) = rest.split_first() else { return false };
    let text = line.folded.as_str();
    if mark(&line.text).is_some() || text.starts_with("minutes") {
        return false;
    }
    let heading = ["forward plan", "agenda plan", "work programme", "work plan", "forward agenda"]
        .iter()
        .any(|words| text.contains(words))
        && text.len() <= 100
        && !text.ends_with(['.', ';', ','])
        && capitals(&line.text);
    let table = matches!(text, "dates" | "date" | "meeting date" | "date of meeting")
        && below
            .iter()
            .take(3)
            .any(|line| matches!(line.folded.as_str(), "items" | "item" | "agenda items" | "topics"));
    let dated = || {
        below
            .iter()
            .take(14)
            .filter(|line| {
                line.text.len() < 200 && (days::date(&line.text).is_some() || days::undated(&line.text).is_some())
            })
            .count()
    };
    ((heading || table) && dated() > 0) || is_series(rest)
}

/// A line with a day and date alone, with others below it: a plan without a heading.
fn is_series(rest: &[Line]) -> bool {
    const FEWEST: usize = 4;
    let alone = |line: &Line| {
        let words = line.text.split_whitespace().count();
        let weekday = line
            .text
            .split([' ', ','])
            .next()
            .is_some_and(|word| word.len() > 5 && word.parse::<chrono::Weekday>().is_ok());
        weekday && words <= 8 && days::date(&line.text).is_some()
    };
    rest.first().is_some_and(alone) && rest.iter().take(200).filter(|line| alone(line)).count() >= FEWEST
}

/// Whether a text is written as a heading is: most words begin with a capital.
pub(super) fn capitals(text: &str) -> bool {
    let words =
        || text.split_whitespace().filter(|word| word.chars().count() > 3 && word.starts_with(char::is_alphabetic));
    let capital = words().filter(|word| word.starts_with(char::is_uppercase)).count();
    capital * 2 > words().count()
}

/// A line without the number before it: "2.1 Recommendation" is "recommendation".
pub(super) fn label_free(folded: &str) -> &str {
    let bare = folded.trim_start_matches(|letter: char| letter.is_ascii_digit() || " .:)(".contains(letter));
    if bare.is_empty() { folded } else { bare }
}

/// Whether a text begins with a word, or words, and that word ends there.
pub(super) fn starts_word(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn item_numbers_are_read_from_heads_of_reports() {
        for (text, wanted) in [
            ("Agenda Item No. 8", Some("8")),
            ("Agenda Item No.9", Some("9")),
            ("AGENDA ITEM 10", Some("10")),
            ("Agenda Item: 11.0", Some("11")),
            ("Agenda item 7b", Some("7b")),
            ("Item No: 4", Some("4")),
            ("Item 5", Some("5")),
            ("Item withdrawn", None),
            ("Agenda Item 12, Business Board", None),
            ("Agenda items", None),
        ] {
            assert_eq!(item_number(text).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_pack_is_parted() {
        let text = "ANY PANEL\n1 May 2026\nAGENDA\n1. Apologies\n2. Minutes of the meeting held on 2 April 2026\n\
                    MINUTES OF A MEETING OF ANY PANEL\nON 2 APRIL 2026\nMembers Present: A\n1. Apologies\n\
                    9. Agenda Plan\nDATES\nITEMS\n3 June 2026\nCHAIR\nANY PANEL\nAgenda Item 6\nReport of: X\n1. PURPOSE\n\
                    ANY PANEL\nFORWARD PLAN 2026\nDATES\tITEMS\n3 JUNE 2026\tThings\n";
        let found: Vec<_> = parts(&lines(text)).into_iter().map(|(part, range)| (part, range.start)).collect();
        assert_eq!(found, [(Part::Front, 0), (Part::Minutes, 5), (Part::Report, 15), (Part::Plan, 19)]);
    }
}
