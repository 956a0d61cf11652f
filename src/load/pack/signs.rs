//! Signs in the lines of an agenda: headings, beginnings, and where titles and lists end.

use super::item::{Mark, explains, mark, unfinished};
use super::lines::Line;
use crate::load::checker::LINE;
use crate::load::kind;

pub(super) fn is_exclusion(title: &str) -> bool {
    let title = title.to_lowercase();
    title.contains("exclu") && (title.contains("public") || title.contains("press"))
}

pub(super) fn is_agenda(word: &str) -> bool {
    matches!(
        word,
        "agenda"
            | "a g e n d a"
            | "agenda items"
            | "order of business"
            | "business to be transacted"
            | "items of business"
    ) || (word.starts_with("agenda ") && word.len() < 40 && (word.contains("part") || word.contains("public")))
        || word.strip_suffix(" agenda").is_some_and(|kind| {
            kind.split(' ').count() <= 3
                && kind.split(' ').all(|word| {
                    ["meeting", "council", "annual", "standing", "draft", "public", "full", "ordinary", "revised"]
                        .contains(&word)
                })
        })
}

/// "Page No" and its like above a column.
pub(super) fn is_column_head(word: &str) -> bool {
    matches!(
        word,
        "page"
            | "page no"
            | "page nos"
            | "pages"
            | "page number"
            | "page numbers"
            | "item"
            | "item no"
            | "no"
            | "subject"
            | "title"
            | "item page"
            | "item title"
            | "agenda item page"
            | "no title page"
    ) || word.split_whitespace().count() <= 4
        && word.split_whitespace().all(|word| {
            ["item", "page", "no", "pages", "business", "title", "subject"].contains(&word.trim_matches('.'))
        })
}

/// Whether an agenda's first item stands close below.
pub(super) fn begins_anew(below: &[Line]) -> bool {
    below.iter().take(12).any(|line| matches!(mark(&line.text), Some(Mark::Number { number: 1, .. })))
}

/// Whether the line below could be an agenda's first item.
pub(super) fn opens(below: &[Line]) -> bool {
    below.first().is_some_and(|next| usual(&next.text))
}

/// Whether an agenda's further items stand below its first: numbers that go on, and titles that agendas have.
pub(super) fn opens_series(below: &[Line]) -> bool {
    const NEAR: usize = 60;
    let (mut expected, mut known) = (2, 0);
    for (at, line) in below.iter().enumerate().take(NEAR) {
        let Some(Mark::Number { number, letter: None, closed: true, rest }) = mark(&line.text) else { continue };
        if number == expected {
            let title = if rest.is_empty() { below.get(at + 1).map_or("", |next| next.text.as_str()) } else { rest };
            expected += 1;
            known += u32::from(usual(title) && kind::guess(title, false) != "report");
        }
    }
    expected > 4 && known > 1
}

/// "Part 2: Finance": the heading of a part of an agenda.
pub(super) fn is_part(folded: &str) -> bool {
    let mut words = folded.split([' ', ':']);
    let named = matches!(words.next(), Some("part" | "section"));
    let number = words.next().is_some_and(|word| {
        let bare = word.trim_end_matches(['.', ':', '-']);
        (1..=3).contains(&bare.len())
            && (bare.bytes().all(|byte| byte.is_ascii_digit() || b"iv".contains(&byte)) || bare.len() == 1)
    });
    named && number && folded.len() < 80
}

/// Titles that agendas begin with.
pub(super) fn usual(title: &str) -> bool {
    let lower = title.to_lowercase();
    kind::guess(title, false) != "business"
        || [
            "welcome",
            "substitut",
            "chair",
            "election",
            "appointment",
            "opening",
            "attendance",
            "evacuation",
            "minutes",
        ]
        .iter()
        .any(|word| lower.starts_with(word))
}

pub(super) fn is_month(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or("");
    word.parse::<chrono::Month>().is_ok() || word.eq_ignore_ascii_case("sept")
}

/// Whether a line goes on with the title above it.
pub(super) fn continues(title: &str, line: &Line, below: &[Line]) -> bool {
    let text = line.text.as_str();
    let small = text.starts_with(|first: char| first.is_lowercase() || first.is_ascii_digit());
    let capitals = |text: &str| text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    if title.is_empty() {
        return true;
    }
    if explains(&line.folded) || title.chars().count() + text.chars().count() > LINE || line.blanks > 1 {
        return false;
    }
    if unfinished(title) {
        return true;
    }
    if line.apart() || text.ends_with(['.', ':', ';']) || title.ends_with(['.', '?']) {
        return false;
    }
    if capitals(title) && title.len() > 8 {
        return capitals(text);
    }
    let block: Vec<&Line> =
        below.iter().take_while(|next| !next.apart() && mark(&next.text).is_none()).take(4).collect();
    let sentence = block.last().is_some_and(|last| last.text.ends_with('.')) || block.len() > 2;
    !sentence && (small || title.chars().count() >= 30)
}

/// Beginnings of lines that belong to no list.
const ENDS: [&str; 22] = [
    "contact",
    "notes",
    "note:",
    "information",
    "if you",
    "for further",
    "for more",
    "for information",
    "please",
    "this meeting",
    "there is",
    "the meeting",
    "members of the public",
    "members of the press",
    "date",
    "venue",
    "recording",
    "emergency",
    "you are",
    "notice",
    "dear ",
    "quorum",
];

/// Whether a line ends a list of people.
pub(super) fn leaves_people(line: &Line) -> bool {
    let text = line.folded.trim_start_matches(['(', '*']);
    ENDS.iter().any(|end| text.starts_with(end))
        || (line.text.len() > 120 && line.text.ends_with('.'))
        || text.contains("www.")
        || text.contains("http")
}
