//! Plain text: paragraphs between empty lines, members of lists by their markers, tables by their rules.

use super::Paragraph;
use crate::problem::Problem;
use crate::text::{clean_text, width};

/// The text of a file. Fails for what is none, or is not in Unicode.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<String, Problem> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| Some(of(pair.try_into().ok()?))).collect();
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        bytes => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    let text = text.filter(|text| !text.contains('\0')).ok_or_else(|| {
        let problem = Problem::error(format!("'{name}' is neither a Word document nor text in Unicode (UTF-8)"));
        problem.hint("Open it where it was written, and save it as .docx, or as plain text in UTF-8")
    })?;
    Ok(clean_text(&text).text)
}

/// The paragraphs of a text that [`decode`] gave.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines: Vec<&str> = text.lines().map(unquoted).collect();
    let page = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let chunks = lines.split(|line| line.trim().is_empty()).filter(|chunk| !chunk.is_empty());
    chunks
        .flat_map(|chunk| if chunk.iter().any(|line| is_rule(line)) { cells(chunk) } else { members(chunk, page) })
        .collect()
}

/// A line without the marks that a reply by e-mail puts before it.
fn unquoted(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

/// Whether a line is drawn between the rows of a table.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && line.contains("--") && line.chars().all(|letter| matches!(letter, '-' | '+' | '|'))
}

/// The cells of a table that hold anything, row by row.
fn cells(lines: &[&str]) -> Vec<Paragraph> {
    let rules = lines.iter().filter(|line| is_rule(line));
    let rule = rules.max_by_key(|line| line.matches('+').count()).copied().unwrap_or_default();
    let bars: Vec<usize> = rule.match_indices('+').map(|(at, _)| at).collect();
    let rows = lines.split(|line| is_rule(line));
    let read = rows.flat_map(|row| {
        let mut cells = vec![Joined::default(); bars.len() + 1];
        for line in row {
            let starts = std::iter::once(0).chain(bars.iter().map(|bar| bar + BESIDE));
            let ends = bars.iter().map(|bar| bar.saturating_sub(1)).chain([rule.trim_end().len()]);
            let rooms = starts.zip(ends).map(|(start, end)| end.saturating_sub(start));
            for ((cell, text), room) in cells.iter_mut().zip(parted(line, &bars)).zip(rooms) {
                cell.take(text.trim(), room);
            }
        }
        cells.into_iter().map(|cell| cell.text)
    });
    let filled = read.filter(|cell| !cell.trim().is_empty());
    filled.map(|cell| Paragraph { cell: true, ..Paragraph::plain(cell.trim()) }).collect()
}

/// How far behind a bar the next column begins.
const BESIDE: usize = 2;

/// The parts of a line between the bars of a table that are drawn at these columns. A bar in a cell is told from those by
/// where it stands; where columns have shifted, the first bars count.
fn parted<'l>(line: &'l str, bars: &[usize]) -> Vec<&'l str> {
    let found: Vec<usize> = line.match_indices('|').map(|(at, _)| at).collect();
    let stands = |bar: &usize| found.iter().copied().find(|at| line.get(..*at).map(width) == Some(*bar));
    let drawn: Option<Vec<usize>> = bars.iter().map(stands).collect();
    match drawn.filter(|_| found.len() > bars.len()) {
        Some(drawn) => {
            let starts = std::iter::once(0).chain(drawn.iter().map(|at| at + 1));
            let ends = drawn.iter().copied().chain([line.len()]);
            starts.zip(ends).map(|(start, end)| line.get(start..end).unwrap_or_default()).collect()
        }
        None => line.splitn(bars.len() + 1, '|').collect(),
    }
}

/// The lines of a cell or a paragraph put together again.
#[derive(Clone, Default)]
struct Joined {
    text: String,
    /// Whether the last line is a piece of a word that was too long for it.
    broken: bool,
}

impl Joined {
    /// Takes a line where there is room for so many cells.
    fn take(&mut self, line: &str, room: usize) {
        if !self.broken && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(line);
        self.broken = width(line) >= room && !line.contains(char::is_whitespace);
    }
}

/// Lines that belong together: one paragraph, or the members of a list. `page` is how wide the widest line is, in cells.
fn members(lines: &[&str], page: usize) -> Vec<Paragraph> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = lines.first().copied().unwrap_or_default();
    let listed = marker(first.trim_start()).is_some();
    let mut members: Vec<Joined> = Vec::new();
    for line in lines {
        let begins = listed && indent(line) <= indent(first) && marker(line.trim_start()).is_some();
        let room = page.saturating_sub(indent(line));
        match members.last_mut() {
            Some(last) if !begins => last.take(line.trim(), room),
            _ => {
                let mut first = Joined::default();
                first.take(line.trim(), room);
                members.push(first);
            }
        }
    }
    members.into_iter().map(|member| Paragraph::plain(member.text)).collect()
}

/// How long the marker of a member of a list is that `line` begins with, in bytes: a bullet, or a number or letter such
/// as `12.`, `a)` or `(iv)`.
pub fn marker(line: &str) -> Option<usize> {
    let (word, _) = line.split_once(char::is_whitespace)?;
    if matches!(word, "•" | "-" | "*" | "–" | "o" | "▪" | "·") {
        return Some(word.len());
    }
    let inner = word.strip_prefix('(').unwrap_or(word);
    let count = inner.strip_suffix([')', '.'])?;
    let figures = count.split('.').all(|part| matches!(part.len(), 1..=4) && part.bytes().all(|b| b.is_ascii_digit()));
    let letters = matches!(count.len(), 1..=5) && count.bytes().all(|letter| letter.is_ascii_lowercase());
    let lettered = letters && (count.len() == 1 || count.chars().all(|letter| "ivxlc".contains(letter)));
    (figures || lettered).then_some(word.len())
}
