//! Tables: a heading that is repeated on every page, rows that stay whole unless they are long, columns as wide as what
//! they hold.

use std::io;

use super::page::ROOM;
use super::paragraph::{self, Format, styled};
use super::runs;
use super::xml::Xml;
use crate::minutes::block::{Cell, Table, plain};
use crate::text::{harmless, harmless_line};

/// What stands to the left and right of the text of a cell, in twentieths of a point like all widths here.
const PADDING: usize = 2 * 108;

/// How many lines a row may have that stays whole, about half of a page. A word processor that finds no room below the
/// repeated heading for a row that may not be split leaves out what does not fit.
const WHOLE: usize = 24;

/// Writes a table; one without columns is nothing.
pub(super) fn write(xml: &mut Xml<'_>, table: &Table) -> io::Result<()> {
    let room = widths(table);
    let widths: Vec<String> = room.iter().map(usize::to_string).collect();
    if widths.is_empty() {
        return Ok(());
    }
    xml.element("w:tbl", &[], |xml| {
        properties(xml, &table.name)?;
        xml.element("w:tblGrid", &[], |xml| {
            widths.iter().try_for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]))
        })?;
        row(xml, &widths, &["w:cantSplit", "w:tblHeader"], |xml, at| heading(xml, table.columns.get(at)))?;
        table.rows.iter().try_for_each(|row_of| {
            let marks: &[&str] = if lines(row_of, &room) > WHOLE { &[] } else { &["w:cantSplit"] };
            row(xml, &widths, marks, |xml, at| cell(xml, row_of.get(at)))
        })
    })
}

/// About how many lines a row takes in columns of these widths.
fn lines(row: &[Cell], widths: &[usize]) -> usize {
    let cells = row.iter().zip(widths).map(|(cell, width)| {
        let room = width.saturating_sub(PADDING).max(1);
        cell.iter().map(|line| measured(&plain(line)).div_ceil(room).max(1)).sum()
    });
    cells.max().unwrap_or(0)
}

fn properties(xml: &mut Xml<'_>, name: &str) -> io::Result<()> {
    let name = harmless_line(name);
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", "TableGrid")?;
        xml.empty("w:tblW", &[("w:w", &ROOM.to_string()), ("w:type", "dxa")])?;
        xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
        xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")])?;
        if name.is_empty() {
            return Ok(());
        }
        xml.value("w:tblCaption", &name)
    })
}

/// A row with a cell for every column.
fn row(
    xml: &mut Xml<'_>,
    widths: &[String],
    marks: &[&str],
    cell: impl Fn(&mut Xml<'_>, usize) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        if !marks.is_empty() {
            xml.element("w:trPr", &[], |xml| marks.iter().try_for_each(|mark| xml.empty(mark, &[])))?;
        }
        for (at, width) in widths.iter().enumerate() {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]))?;
                cell(xml, at)
            })?;
        }
        Ok(())
    })
}

/// The heading of a column, which does not stand alone at the foot of a page.
fn heading(xml: &mut Xml<'_>, text: Option<&String>) -> io::Result<()> {
    paragraph::write(xml, "Normal", Format::WithNext, |xml| text.map_or(Ok(()), |text| runs::strong(xml, text)))
}

/// A paragraph for every line; a cell without any still holds one.
fn cell(xml: &mut Xml<'_>, cell: Option<&Cell>) -> io::Result<()> {
    match cell.filter(|cell| !cell.is_empty()) {
        Some(cell) => cell.iter().try_for_each(|line| styled(xml, "Normal", |xml| runs::line(xml, line))),
        None => styled(xml, "Normal", |_| Ok(())),
    }
}

/// The widths of the columns, which together fill the room: the narrow ones take what they need, the others share what
/// is left by how much they hold, and none is narrower than its longest word as long as there is room for that.
fn widths(table: &Table) -> Vec<usize> {
    let columns = table.rows.iter().map(Vec::len).fold(table.columns.len(), usize::max);
    let needs: Vec<Need> = (0..columns).map(|at| Need::of(table, at)).collect();
    let mut widths: Vec<usize> = vec![0; needs.len()];
    let mut by_need: Vec<(&mut usize, &Need)> = widths.iter_mut().zip(&needs).collect();
    by_need.sort_by_key(|(_, need)| need.line);
    let mut left = ROOM;
    // What the columns to come need for their longest words.
    let mut kept: usize = by_need.iter().map(|(_, need)| need.word).sum();
    let mut weight: usize = by_need.iter().map(|(_, need)| need.weight()).sum();
    let mut open = by_need.len();
    for (width, need) in by_need {
        kept = kept.saturating_sub(need.word);
        let even = left / open.max(1);
        let share = if need.line <= even { need.line } else { left * need.weight() / weight.max(1) };
        *width = share.min(left.saturating_sub(kept)).max(need.word);
        left = left.saturating_sub(*width);
        weight = weight.saturating_sub(need.weight());
        open -= 1;
    }
    fill(&mut widths);
    widths
}

/// Stretches or shrinks columns, so that together they fill the room.
fn fill(widths: &mut [usize]) {
    let total = widths.iter().sum::<usize>().max(1);
    for width in &mut *widths {
        *width = *width * ROOM / total;
    }
    let rest = ROOM.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
}

/// What a column needs.
struct Need {
    /// For its longest line; a heading may run over several.
    line: usize,
    /// For its longest word, as far as one column may need that.
    word: usize,
    /// For all that it holds, on one line.
    all: usize,
}

impl Need {
    fn of(table: &Table, at: usize) -> Self {
        let mut need = Self { line: PADDING, word: PADDING, all: 0 };
        if let Some(heading) = table.columns.get(at) {
            need.take_words(&harmless(heading), bold);
        }
        for line in table.rows.iter().filter_map(|row| row.get(at)).flatten() {
            need.take(&harmless(&plain(line)));
        }
        need.word = need.word.min(ROOM / 3);
        need.line = need.line.max(need.word);
        need
    }

    /// How much of the room it gets against others. Text that is four times as long needs twice the width to be twice as
    /// high.
    fn weight(&self) -> usize {
        self.all.isqrt().max(1)
    }

    fn take(&mut self, text: &str) {
        for line in text.split('\n') {
            let width = measured(line);
            self.line = self.line.max(width + PADDING);
            self.all = self.all.saturating_add(width);
            self.take_words(line, measured);
        }
    }

    fn take_words(&mut self, line: &str, measure: impl Fn(&str) -> usize) {
        let words = line.split_whitespace().map(|word| measure(word) + PADDING);
        self.word = words.fold(self.word, usize::max);
    }
}

/// About how wide text is in a font like Arial at 12 points.
fn measured(text: &str) -> usize {
    text.chars().map(letter).sum()
}

/// The same in bold, which is wider.
fn bold(text: &str) -> usize {
    text.chars().map(|at| letter(at) + if at.is_uppercase() { 8 } else { letter(at) / 10 }).sum()
}

fn letter(letter: char) -> usize {
    match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' => 67,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '–' | '—' => 200,
        'A' | 'B' | 'E' | 'F' | 'J'..='L' | 'P' | 'S' | 'T' | 'V'..='Z' => 163,
        letter if letter.is_uppercase() => 180,
        letter if letter.is_ascii() => 130,
        letter if crate::text::width(letter.encode_utf8(&mut [0; 4])) > 1 => 250,
        _ => 140,
    }
}
