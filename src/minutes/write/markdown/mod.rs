//! Markdown: `CommonMark` with the tables of GitHub.

mod spell;
#[cfg(test)]
mod tests;

use std::io;

use super::outline::Outline;
use super::{Sheet, Writer};
use crate::minutes::block::{Block, Cell, Emphasis, Line, Part, Run, Table};

/// Writes Markdown. It has no place for a document's properties.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Writer for Markdown {
    fn write(&self, _: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut page = Page::default();
        let mut first = true;
        for block in blocks {
            let (list, text) = page.part(&block.part);
            if text.is_empty() {
                continue;
            }
            if !first {
                out.write_all(between(page.list, list).as_bytes())?;
            }
            out.write_all(text.as_bytes())?;
            out.write_all(b"\n")?;
            (page.list, first) = (list, false);
        }
        Ok(())
    }
}

/// A list, as far as it was written.
#[derive(Clone, Copy)]
enum List {
    /// Without numbers, or with such as Markdown does not have.
    Bullets,
    /// With this number last and this sign behind it.
    Numbers(u32, char),
}

impl List {
    /// The list whose next member is printed with `marker`.
    fn of(marker: &str) -> Self {
        let number = marker.strip_suffix(['.', ')']).filter(|digits| digits.len() < 10);
        // What is written otherwise, such as 01, would be printed otherwise.
        let number = number.and_then(|digits| digits.parse().ok().filter(|number: &u32| number.to_string() == *digits));
        match (number, marker.chars().next_back()) {
            (Some(number), Some(sign)) => Self::Numbers(number, sign),
            _ => Self::Bullets,
        }
    }
}

/// What stands between a block of the list `before`, or of none, and one of the list `after`.
fn between(before: Option<List>, after: Option<List>) -> &'static str {
    match (before, after) {
        (Some(List::Bullets), Some(List::Bullets)) => "",
        (Some(List::Numbers(last, sign)), Some(List::Numbers(next, other))) if sign == other => {
            // A reader counts from the first number of a list; a comment keeps it from reading two lists as one.
            if last.checked_add(1) == Some(next) { "" } else { "\n<!-- -->\n\n" }
        }
        _ => "\n",
    }
}

/// A page while it is written.
#[derive(Default)]
struct Page {
    outline: Outline,
    titled: bool,
    /// The list that the block before was a member of.
    list: Option<List>,
}

impl Page {
    /// A block without the line break at its end, and the list that it is a member of.
    fn part(&mut self, part: &Part) -> (Option<List>, String) {
        let text = match part {
            Part::ListItem { marker, line } => return item(marker, line),
            Part::ToWriteUp { marker, line } if !marker.is_empty() => return item(marker, line),
            Part::Bullet(line) => return item("", line),
            Part::Notice(text) => paragraph(&[strong(text)]),
            Part::Title(lines) => {
                let first = !std::mem::replace(&mut self.titled, true);
                let level = |outline: &mut Outline| if first { outline.title() } else { outline.item(1) };
                self.heading(level, &lines.join("\n"))
            }
            Part::Attendance { label, lines } => attendance(label, lines),
            Part::Heading { level, number, text } => {
                self.heading(|outline| outline.item(*level), &format!("{number} {text}"))
            }
            Part::DecisionHeading(text) | Part::Subheading(text) => self.heading(Outline::inner, text),
            Part::Paragraph(line) | Part::Decision { line, .. } | Part::ToWriteUp { line, .. } | Part::Times(line) => {
                paragraph(line)
            }
            Part::Quote(line) => quoted(&paragraph(line)),
            Part::Table(table) => drawn(table),
            Part::Signature(text) => paragraph(&[Run::plain(text.as_str())]),
        };
        (None, text)
    }

    /// A heading is one line, whatever it holds.
    fn heading(&mut self, level: impl FnOnce(&mut Outline) -> usize, text: &str) -> String {
        let lines = spell::lines(&[Run::plain(text)]);
        if lines.is_empty() {
            return String::new();
        }
        let text = lines.iter().map(|line| spell::inside(line)).collect::<Vec<_>>().join(" ");
        format!("{} {text}", "#".repeat(level(&mut self.outline)))
    }
}

fn strong(text: &str) -> Run {
    Run { text: text.to_owned(), emphasis: Emphasis::Strong }
}

fn paragraph(line: &[Run]) -> String {
    broken(line, "")
}

/// The lines of some runs below each other, the later ones behind `indent`.
fn broken(line: &[Run], indent: &str) -> String {
    let lines: Vec<String> = spell::lines(line).iter().map(|line| spell::beginning(line)).collect();
    lines.join(&format!("\\\n{indent}"))
}

fn attendance(label: &str, people: &[Line]) -> String {
    let mut all = vec![strong(label), Run::plain(" ")];
    for (index, person) in people.iter().enumerate() {
        all.extend((index > 0).then(|| Run::plain("\n")));
        all.extend_from_slice(person);
    }
    paragraph(&all)
}

/// Text set in, each of its lines marked.
fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n")
}

/// A member of a list: with its own number where Markdown has such numbers, else with its marker as text.
fn item(marker: &str, line: &[Run]) -> (Option<List>, String) {
    let list = List::of(marker);
    let (sign, text) = match list {
        List::Numbers(..) => (marker, broken(line, &" ".repeat(marker.len() + 1))),
        List::Bullets => {
            let marker = [Run::plain(marker), Run::plain(" ")];
            ("-", broken(&[&marker, line].concat(), "  "))
        }
    };
    (Some(list), format!("{sign} {text}").trim_end().to_owned())
}

fn drawn(table: &Table) -> String {
    let wide = table.rows.iter().map(Vec::len).chain([table.columns.len()]).max().unwrap_or(0);
    let columns = table.columns.iter().map(|column| cell(&vec![vec![Run::plain(column.as_str())]]));
    let rows = table.rows.iter().map(|cells| row(cells.iter().map(cell), wide));
    let head = [row(columns, wide), row(std::iter::repeat_n("---".to_owned(), wide), wide)];
    if wide == 0 { String::new() } else { head.into_iter().chain(rows).collect::<Vec<_>>().join("\n") }
}

fn row(cells: impl Iterator<Item = String>, wide: usize) -> String {
    let cells: Vec<String> = cells.chain(std::iter::repeat(String::new())).take(wide).collect();
    format!("| {} |", cells.join(" | "))
}

fn cell(cell: &Cell) -> String {
    let lines = cell.iter().flat_map(|line| spell::lines(line));
    // Readers that leave out what is HTML join the words around it, but for the space.
    lines.map(|line| spell::inside(&line)).collect::<Vec<_>>().join("<br> ")
}
