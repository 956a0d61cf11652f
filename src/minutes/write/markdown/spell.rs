//! Text and runs as Markdown: whatever a reader of it could take for a mark has a backslash before it.
//!
//! Not only the marks of `CommonMark` and of GitHub's tables: also those of the larger dialects that documents are
//! converted from, where a backslash does no harm elsewhere.

use crate::minutes::block::{Emphasis, Line, Run};
use crate::text::harmless;

/// The lines of some runs, none of them empty: runs of one emphasis in one, no space at the ends.
pub(super) fn lines(runs: &[Run]) -> Vec<Line> {
    let mut lines = vec![Line::new()];
    for run in runs {
        for (index, text) in harmless(&run.text).split('\n').enumerate() {
            if index > 0 {
                lines.push(Line::new());
            }
            if let (Some(line), false) = (lines.last_mut(), text.is_empty()) {
                add(line, text, run.emphasis);
            }
        }
    }
    lines.iter_mut().for_each(trim);
    lines.retain(|line| !line.is_empty());
    lines
}

fn add(line: &mut Line, text: &str, emphasis: Emphasis) {
    match line.last_mut() {
        Some(last) if last.emphasis == emphasis => last.text.push_str(text),
        _ => line.push(Run { text: text.to_owned(), emphasis }),
    }
}

fn trim(line: &mut Line) {
    while let Some(first) = line.first_mut() {
        first.text = first.text.trim_start().to_owned();
        if !first.text.is_empty() {
            break;
        }
        line.remove(0);
    }
    while let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        line.pop();
    }
}

/// One of [`lines`] as it may stand inside a line of the file.
pub(super) fn inside(line: &[Run]) -> String {
    spell(line, None)
}

/// One of [`lines`] as it may begin a line of the file, where numbers and dashes would begin a list.
pub(super) fn beginning(line: &[Run]) -> String {
    let first = line.first().filter(|run| run.emphasis == Emphasis::Plain).map_or("", |run| run.text.as_str());
    let mark = match first.chars().next() {
        Some('-' | '+' | '=' | ':' | '%') => Some(0),
        _ => counter(first),
    };
    spell(line, mark)
}

/// Where the point or bracket stands behind a number or letter that `text` begins with, in bytes.
fn counter(text: &str) -> Option<usize> {
    let bare = text.strip_prefix('(').unwrap_or(text);
    let rest = bare.trim_start_matches(|letter: char| letter.is_ascii_alphanumeric());
    let count = bare.get(..bare.len() - rest.len())?;
    let roman = |letter: char| matches!(letter.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l' | 'c' | 'd' | 'm');
    let counts = count.len() == 1 || count.chars().all(|letter| letter.is_ascii_digit()) || count.chars().all(roman);
    let after = rest.strip_prefix(['.', ')'])?;
    let ends = after.chars().next().is_none_or(char::is_whitespace);
    (!count.is_empty() && counts && ends).then_some(text.len() - rest.len())
}

/// `mark` is the byte of the first run before which there is a backslash in any case.
fn spell(line: &[Run], mark: Option<usize>) -> String {
    let mut markdown = String::new();
    let mut touches = false;
    for (index, run) in line.iter().enumerate() {
        let body = run.text.trim();
        if run.emphasis == Emphasis::Plain || body.is_empty() {
            escape(&mut markdown, &run.text, mark.filter(|_| index == 0));
            touches = false;
            continue;
        }
        let (before, rest) = run.text.split_at(run.text.len() - run.text.trim_start().len());
        let after = rest.strip_prefix(body).unwrap_or_default();
        let next = after.chars().next().or_else(|| line.get(index + 1)?.text.chars().next());
        escape(&mut markdown, before, None);
        let apart = !touches || !before.is_empty();
        let stands = apart
            && stands(body.chars().next(), markdown.chars().next_back())
            && stands(body.chars().next_back(), next);
        let (open, close) = marks(run.emphasis, stands);
        markdown.push_str(open);
        escape(&mut markdown, body, None);
        markdown.push_str(close);
        escape(&mut markdown, after, None);
        touches = after.is_empty();
    }
    markdown
}

/// Whether stars between these are read as emphasis: `inner` stands inside, `outer` outside.
fn stands(inner: Option<char>, outer: Option<char>) -> bool {
    inner.is_some_and(|letter| letter.is_ascii_alphanumeric())
        || outer.is_none_or(|letter| letter == ' ' || letter.is_ascii_punctuation())
}

/// Stars, or elements of HTML where stars would be read as such.
const fn marks(emphasis: Emphasis, stars: bool) -> (&'static str, &'static str) {
    match (emphasis, stars) {
        (Emphasis::Plain, _) => ("", ""),
        (Emphasis::Strong, true) => ("**", "**"),
        (Emphasis::Strong, false) => ("<strong>", "</strong>"),
        (Emphasis::Italic, true) => ("*", "*"),
        (Emphasis::Italic, false) => ("<em>", "</em>"),
    }
}

fn escape(markdown: &mut String, text: &str, mark: Option<usize>) {
    for (at, letter) in text.char_indices() {
        let means = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '{' | '}' | '<' | '>' | '&' | '|' | '~' | '$' | '^' | '#' => true,
            // Somebody who is cited; not an address.
            '@' => !markdown.ends_with(|before: char| before.is_ascii_alphanumeric()),
            // The address of a page is made a link as it stands, with every backslash in it.
            ':' => text.get(at..).is_some_and(|rest| rest.starts_with("://")),
            '.' => markdown.ends_with("www") || markdown.ends_with("WWW"),
            _ => false,
        };
        if means || mark == Some(at) {
            markdown.push('\\');
        }
        markdown.push(letter);
    }
}
