//! Wrapping by grapheme clusters.
//!
//! Lines are filled greedily. A break may be at white space, which the break swallows, and inside a word only if the word
//! alone is too long. Hyphens do not break: "2021-24" stays whole, and wrapped lines can be joined again as they were. Written here because wrapping must measure as the screen does: a
//! width that is summed over characters gets emoji sequences wrong and splits them.

use std::ops::Range;

use super::{Cluster, clusters};

/// The lines of `text`, each at most `width` cells wide.
///
/// The only line that is ever wider is one grapheme cluster that is wider alone. A line feed always breaks, so there
/// is at least one line, and an empty line stays empty. Spaces before the first word of a paragraph stay if they fit.
pub fn wrap(text: &str, width: usize) -> Vec<&str> {
    wrap_ranges(text, width).into_iter().map(|range| text.get(range).unwrap_or("")).collect()
}

/// The same lines as ranges of bytes in `text`, for wrapping text that carries styles.
///
/// The ranges rise and never overlap, and nothing but white space lies between them.
pub fn wrap_ranges(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in text.split('\n') {
        let mut filler = Filler { lines: &mut lines, width, line: start..start, used: 0, gap: 0, begun: false };
        for piece in pieces(paragraph, start) {
            filler.take(&piece, text);
        }
        filler.end();
        start += paragraph.len() + 1;
    }
    lines
}

/// A run of text that is not broken if it fits on a line.
struct Piece {
    range: Range<usize>,
    width: usize,
    space: bool,
}

/// What a grapheme cluster is to a piece.
#[derive(PartialEq, Clone, Copy)]
enum Part {
    Space,
    Word,
}

fn part(grapheme: &str) -> Part {
    match grapheme.chars().next() {
        // No-break spaces are part of the word they stand in.
        Some('\u{a0}' | '\u{202f}' | '\u{2007}') => Part::Word,
        // A space that carries a combining mark is not blank, and must not be lost at a break.
        Some(first) if first.is_whitespace() && grapheme.trim().is_empty() => Part::Space,
        _ => Part::Word,
    }
}

fn pieces(paragraph: &str, offset: usize) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for Cluster { at, text, width } in clusters(paragraph) {
        let (part, start) = (part(text), offset + at);
        let end = start + text.len();
        let joins = before == Some(part);
        match pieces.last_mut().filter(|_| joins) {
            Some(piece) => {
                piece.range.end = end;
                piece.width += width;
            }
            None => pieces.push(Piece { range: start..end, width, space: part == Part::Space }),
        }
        before = Some(part);
    }
    pieces
}

struct Filler<'a> {
    lines: &'a mut Vec<Range<usize>>,
    width: usize,
    /// The line being filled.
    line: Range<usize>,
    /// Its width without `gap`.
    used: usize,
    /// The width of the white space after it.
    gap: usize,
    /// Whether a word is on it.
    begun: bool,
}

impl Filler<'_> {
    fn take(&mut self, piece: &Piece, text: &str) {
        if piece.space {
            self.gap += piece.width;
        } else if self.used + self.gap + piece.width <= self.width {
            self.add(piece.range.clone(), piece.width);
        } else {
            self.start_at(piece.range.start);
            if piece.width <= self.width {
                self.add(piece.range.clone(), piece.width);
            } else {
                self.add_broken(piece, text);
            }
        }
    }

    fn add(&mut self, range: Range<usize>, width: usize) {
        self.used += self.gap + width;
        self.gap = 0;
        self.line.end = range.end;
        self.begun = true;
    }

    /// Puts what is filled away, and begins a line at `at`.
    fn start_at(&mut self, at: usize) {
        if self.begun {
            self.lines.push(self.line.clone());
        }
        self.line = at..at;
        (self.used, self.gap, self.begun) = (0, 0, false);
    }

    fn add_broken(&mut self, piece: &Piece, text: &str) {
        let word = text.get(piece.range.clone()).unwrap_or("");
        for Cluster { at, text, width } in clusters(word) {
            let start = piece.range.start + at;
            if self.begun && self.used + width > self.width {
                self.start_at(start);
            }
            self.add(start..start + text.len(), width);
        }
    }

    fn end(self) {
        self.lines.push(self.line);
    }
}
