//! Plain text that survives e-mail.

use std::io;

use super::{Sheet, Writer, table};
use crate::minutes::block::{Block, Emphasis, Line, Part, Run};
use crate::minutes::style::{Style, TextItalics};
use crate::text::{harmless, width, wrap};

/// Below this, text beside a marker or a label would be a column of single words; it goes under it instead.
const LEAST: usize = 12;

/// Writes plain text. Bold becomes capitals.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The longest line, in cells.
    pub width: usize,
    /// How italics are shown.
    pub italics: TextItalics,
    /// What stands before the members of a list without numbers.
    pub bullet: char,
}

impl Text {
    /// Text of `width` cells in the manner of a house.
    pub fn new(style: &Style, width: usize) -> Self {
        Self { width: width.max(1), italics: style.text_italics, bullet: style.bullet }
    }

    /// A line spelt: its emphasis in letters, nothing harmful left.
    pub fn spell(&self, line: &[Run]) -> String {
        let run = |run: &Run| match (run.emphasis, self.italics) {
            (Emphasis::Strong, _) => run.text.to_uppercase(),
            (Emphasis::Italic, TextItalics::Stars) => format!("*{}*", run.text),
            _ => run.text.clone(),
        };
        let text: String = line.iter().map(run).collect();
        harmless(&text).into_owned()
    }

    /// Text behind a marker, its later lines under its first.
    fn hanging(&self, marker: &str, text: &str, lines: &mut Vec<String>) {
        let marker = harmless(marker);
        let indent = width(&marker) + 1;
        let wrapped = wrap(text, self.width.saturating_sub(indent));
        // A single character may be wider than the room beside the marker.
        let fits = indent + LEAST <= self.width && wrapped.iter().all(|line| indent + width(line) <= self.width);
        if marker.is_empty() || !fits {
            let all = if marker.is_empty() { text.to_owned() } else { format!("{marker} {text}") };
            lines.extend(wrap(&all, self.width).into_iter().map(str::to_owned));
            return;
        }
        for (index, line) in wrapped.into_iter().enumerate() {
            let start = if index == 0 { format!("{marker} ") } else { " ".repeat(indent) };
            lines.push(start + line);
        }
    }

    fn centred(&self, text: &str, lines: &mut Vec<String>) {
        for line in wrap(&harmless(text), self.width) {
            lines.push(" ".repeat(self.width.saturating_sub(width(line)) / 2) + line);
        }
    }

    fn attendance(&self, label: &str, people: &[Line], lines: &mut Vec<String>) {
        let indent = width(&harmless(label)) + 1;
        let beside = indent + LEAST <= self.width;
        for (index, person) in people.iter().enumerate() {
            let marker = match index {
                0 => label.to_owned(),
                _ if beside => " ".repeat(indent - 1),
                _ => String::new(),
            };
            self.hanging(&marker, &self.spell(person), lines);
        }
    }

    fn lines(&self, part: &Part) -> Vec<String> {
        let mut lines = Vec::new();
        match part {
            Part::Notice(text) => self.centred(text, &mut lines),
            Part::Title(title) => title.iter().for_each(|line| self.centred(line, &mut lines)),
            Part::Attendance { label, lines: people } => self.attendance(label, people, &mut lines),
            Part::Heading { number, text, .. } => self.hanging(number, &harmless(text), &mut lines),
            Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => {
                self.hanging(marker, &self.spell(line), &mut lines);
            }
            Part::Bullet(line) => self.hanging(self.bullet.encode_utf8(&mut [0; 4]), &self.spell(line), &mut lines),
            Part::Quote(line) => self.hanging("   ", &self.spell(line), &mut lines),
            Part::Paragraph(line) | Part::Decision { line, .. } | Part::Times(line) => {
                self.hanging("", &self.spell(line), &mut lines);
            }
            Part::DecisionHeading(text) | Part::Subheading(text) | Part::Signature(text) => {
                self.hanging("", &harmless(text), &mut lines);
            }
            Part::Table(table) => lines = table::draw(self, table),
        }
        lines
    }
}

impl Writer for Text {
    fn write(&self, _: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut before: Option<Part> = None;
        for block in blocks {
            if before.as_ref().is_some_and(|before| !(is_listed(before) && is_listed(&block.part))) {
                out.write_all(b"\n")?;
            }
            // Where another paper begins behind one in the same text.
            if matches!(block.part, Part::Title(_)) && !matches!(before, None | Some(Part::Notice(_) | Part::Title(_)))
            {
                out.write_all(b"\n\n")?;
            }
            for line in self.lines(&block.part) {
                writeln!(out, "{}", line.trim_end())?;
            }
            before = Some(block.part);
        }
        Ok(())
    }
}

/// Members of lists stand close together.
fn is_listed(part: &Part) -> bool {
    match part {
        Part::ListItem { .. } | Part::Bullet(_) => true,
        Part::ToWriteUp { marker, .. } => !marker.is_empty(),
        _ => false,
    }
}
