//! The text of a pack as lines without its paper: pages, tags, marks and bullets taken off, line numbers kept.

use std::borrow::Cow;

use crate::text::{clean_text, fold};

/// The longest line that is read, in bytes. More than a page on one line is no text of a page.
const LONGEST: usize = 64 * 1024;

/// A line with something on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Its number in the text, from 1.
    pub(super) number: usize,
    /// What stands on it, single spaces between the words.
    pub(super) text: String,
    /// The same with the spaces that set columns apart.
    pub(super) raw: String,
    /// The text folded, for comparing.
    pub(super) folded: String,
    /// On which page, from 0.
    pub(super) page: usize,
    /// In which cell of a row of a table, from 0.
    pub(super) cell: usize,
    /// How many empty lines stand before it.
    pub(super) blanks: usize,
    /// Whether it had a bullet.
    pub(super) bullet: bool,
}

impl Line {
    /// A line in place of another, with other words on it.
    pub(super) fn of(place: &Self, text: &str, raw: String) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { folded: fold(&text), text, raw, ..place.clone() }
    }

    /// How far in it stands, in characters.
    pub(super) fn indent(&self) -> usize {
        self.raw.len() - self.raw.trim_start().len()
    }

    /// Whether an empty line stands before it.
    pub(super) fn apart(&self) -> bool {
        self.blanks > 0
    }

    /// The columns, where three or more spaces part them, with the place of each in characters.
    pub(super) fn columns(&self) -> Vec<(usize, &str)> {
        columns(&self.raw)
    }
}

fn columns(raw: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut rest = raw;
    while !rest.is_empty() {
        let bare = rest.trim_start_matches(' ');
        at += rest.len() - bare.len();
        let end = bare.find("   ").unwrap_or(bare.len());
        let (column, after) = bare.split_at(end);
        if !column.trim().is_empty() {
            found.push((at, column.trim()));
        }
        at += column.chars().count();
        rest = after;
    }
    found
}

/// The lines of a text that have something on them.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut page, mut blanks) = (0, 0);
    for (number, line) in (1..).zip(text.split('\n')) {
        for (place, sheet) in line.split('\u{c}').enumerate() {
            page += usize::from(place > 0);
            let sheet = crate::text::cap(sheet.trim_end_matches('\r'), LONGEST).0;
            let untagged = unruled(untagged(sheet));
            for (cell, within) in untagged.split('\t').enumerate() {
                for piece in within.split('\n') {
                    match read(piece) {
                        Some(read) => {
                            lines.push(Line { number, page, cell, blanks, ..read });
                            blanks = 0;
                        }
                        None if cell == 0 => blanks += 1,
                        None => {}
                    }
                }
            }
        }
    }
    lines
}

fn read(piece: &str) -> Option<Line> {
    let cleaned = clean_text(piece).text;
    let raw = cleaned.replace(['\n', '\u{a0}'], " ").trim_end().to_owned();
    let mut text = plain(raw.trim_start());
    // Word's own bullet is a letter of a private font, which cleaning takes out.
    let bullet = text.strip_prefix(['-', '–', '•', '*', '·', '▪', '●', '○']).filter(|rest| rest.starts_with(' '));
    let has_bullet = bullet.is_some() || piece.trim_start().starts_with('\u{f0b7}');
    if let Some(rest) = bullet {
        text = rest.trim().to_owned();
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return None;
    }
    let folded = fold(&text);
    Some(Line { text, raw, folded, bullet: has_bullet, ..Line::default() })
}

/// Without the marks that Markdown sets bold, headings and links with.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches('#').trim().replace("**", "");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    // "[words](address)" is its words.
    while let Some((before, (words, after))) =
        rest.split_once('[').and_then(|(before, after)| Some((before, after.split_once("](")?)))
    {
        let Some((_, after)) = after.split_once(')').filter(|_| !words.contains(['[', ']'])) else { break };
        out.push_str(before);
        out.push_str(words);
        rest = after;
    }
    out.push_str(rest);
    let starred = out.strip_prefix('*').and_then(|rest| rest.strip_suffix('*')).map(str::to_owned);
    starred.unwrap_or(out)
}

/// Without the strokes that Markdown sets tables with: cells become lines, a number keeps the title beside it.
fn unruled(line: Cow<'_, str>) -> Cow<'_, str> {
    let bare = line.trim();
    if !bare.starts_with('|') && !bare.ends_with("|||") {
        return line;
    }
    let cells: Vec<&str> =
        bare.split('|').map(str::trim).filter(|cell| !cell.trim_matches(['-', ':']).is_empty()).collect();
    let numbered = |cell: &str| cell.len() <= 6 && cell.starts_with(|first: char| first.is_ascii_digit());
    let closed = |number: &str| {
        let stop = if number.bytes().all(|byte| byte.is_ascii_digit()) { "." } else { "" };
        format!("{number}{stop}")
    };
    Cow::Owned(match cells.as_slice() {
        [number, title, rest @ ..] if numbered(number) => [
            &[format!("{} {title}", closed(number))],
            rest.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>().as_slice(),
        ]
        .concat()
        .join("\n"),
        cells => cells.join("\n"),
    })
}

const BREAKS: [&str; 11] = ["br", "/p", "/li", "/tr", "/div", "/h1", "/h2", "/h3", "/h4", "/h5", "/ul"];
const CELLS: [&str; 2] = ["/td", "/th"];
const TAGS: [&str; 35] = [
    "h2", "h3", "h4", "h5", "a", "/a", "sup", "/sup", "u", "p", "li", "ul", "ol", "/ol", "tr", "td", "th", "table",
    "/table", "tbody", "/tbody", "thead", "/thead", "div", "span", "/span", "b", "/b", "i", "/i", "em", "/em",
    "strong", "/strong", "h1",
];

/// Without the tags of a page of the web: breaks become line feeds, cells tabs.
fn untagged(line: &str) -> Cow<'_, str> {
    if !line.contains('<') || !line.contains('>') {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let Some((tag, after)) = after.split_once('>') else {
            out.push('<');
            rest = after;
            break;
        };
        let name = tag.trim_end_matches('/').split([' ', '\t']).next().unwrap_or("").to_ascii_lowercase();
        match name.as_str() {
            name if BREAKS.contains(&name) => out.push('\n'),
            name if CELLS.contains(&name) => out.push('\t'),
            name if TAGS.contains(&name) => {}
            _ => {
                out.push('<');
                out.push_str(tag);
                out.push('>');
            }
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out.replace("&amp;", "&").replace("&nbsp;", " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(text).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_lose_marks_tags_and_bullets() {
        for (text, wanted) in [
            ("  a   b \r\n\n", vec!["a b"]),
            ("**MINUTES OF\nTHE PANEL**", vec!["MINUTES OF", "THE PANEL"]),
            ("- 1.1 To note", vec!["1.1 To note"]),
            ("[Rules](#)* of 5", vec!["Rules* of 5"]),
            ("<p>12 MAY 2026 1pm</p> <p>Hall</p>\t<p>One</p><br/>Two", vec!["12 MAY 2026 1pm", "Hall", "One", "Two"]),
            ("<https://a.example/b>", vec!["<https://a.example/b>"]),
            ("a < b > c <b", vec!["a < b > c <b"]),
            ("a\u{0}b\u{1b}[31mc", vec!["abc"]),
            ("[unclosed](x", vec!["[unclosed](x"]),
        ] {
            assert_eq!(texts(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn pages_cells_and_blanks_are_counted() {
        let all = lines("one\n\n\ntwo\tthree\n\u{c}four");
        let shape: Vec<_> = all.iter().map(|line| (line.number, line.page, line.cell, line.blanks)).collect();
        assert_eq!(shape, [(1, 0, 0, 0), (4, 0, 0, 2), (4, 0, 1, 0), (5, 1, 0, 1)]);
    }

    #[test]
    fn columns_are_parted_by_three_spaces() {
        assert_eq!(
            columns("  1.   Apologies for absence      3 - 12"),
            [(2, "1."), (7, "Apologies for absence"), (34, "3 - 12")]
        );
    }
}
