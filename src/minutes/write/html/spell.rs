//! Text and runs as HTML.

use crate::minutes::block::{Cell, Emphasis, Run, plain};
use crate::text::{harmless, head};

/// A word longer than this, in cells, may be broken inside a table, whose columns it would push off the page.
const LONG: usize = 30;

/// How much of a long word stands together.
const PIECE: usize = 15;

/// Adds text; a line feed becomes a line break.
pub(super) fn text(html: &mut String, text: &str) {
    for letter in harmless(text).chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str("<br>"),
            letter => html.push(letter),
        }
    }
}

/// Adds runs with their emphasis.
pub(super) fn runs(html: &mut String, line: &[Run]) {
    emphasised(html, line, text);
}

/// Adds the lines of a cell, as paragraphs where there are several.
pub(super) fn cell(html: &mut String, cell: &Cell) {
    if let [line] = cell.as_slice() {
        return emphasised(html, line, breakable);
    }
    for line in cell {
        html.push_str("<p");
        html.push_str(direction(&plain(line)));
        html.push('>');
        emphasised(html, line, breakable);
        html.push_str("</p>");
    }
}

/// The attribute of an element whose text runs from right to left; nothing for other text.
///
/// Most of the letters say so, not the first: a sentence may begin with a name in another script.
pub(super) fn direction(text: &str) -> &'static str {
    let (mut left, mut letters) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        letters += 1;
        left += usize::from(runs_left(letter));
    }
    if left * 2 > letters { " dir=\"rtl\"" } else { "" }
}

fn emphasised(html: &mut String, line: &[Run], spell: fn(&mut String, &str)) {
    for run in line {
        let (open, close) = match run.emphasis {
            Emphasis::Plain => ("", ""),
            Emphasis::Strong => ("<strong>", "</strong>"),
            Emphasis::Italic => ("<em>", "</em>"),
        };
        html.push_str(open);
        spell(html, &run.text);
        html.push_str(close);
    }
}

/// As [`text`], with places in long words where a line may break.
fn breakable(html: &mut String, all: &str) {
    for word in harmless(all).split_inclusive(char::is_whitespace) {
        let mut rest = word;
        while head(rest, LONG).len() < rest.len() {
            let piece = head(rest, PIECE);
            // A single character may be wider than a piece.
            let Some(after) = rest.get(piece.len()..).filter(|_| !piece.is_empty()) else { break };
            text(html, piece);
            html.push_str("<wbr>");
            rest = after;
        }
        text(html, rest);
    }
}

/// Whether a letter belongs to a script that is written from right to left.
fn runs_left(letter: char) -> bool {
    matches!(
        letter,
        '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
