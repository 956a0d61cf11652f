//! The text of the document: a paragraph or a table for every block.

use std::io;

use super::numbering::Lists;
use super::paragraph::{self, Format};
use super::xml::Xml;
use super::{NAMESPACES, page, runs, table};
use crate::minutes::block::{Block, Line, Part, Run, Table};
use crate::minutes::write::outline::Outline;

/// Writes the blocks, and with the last of them the page that they stand on.
pub(super) fn document(
    blocks: &mut dyn Iterator<Item = Block>,
    lists: &mut Lists,
    xml: &mut Xml<'_>,
) -> io::Result<()> {
    xml.element("w:document", NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            let mut outline = Outline::default();
            // The title has a style of its own, above all headings.
            outline.title();
            let mut body = Body { xml, lists, outline, titled: false, after_table: false, leads: false };
            let mut blocks = blocks.peekable();
            while let Some(block) = blocks.next() {
                body.leads = blocks.peek().is_some_and(|next| is_led_into(&next.part));
                body.part(&block.part)?;
            }
            body.apart()?;
            page::section(body.xml)
        })
    })
}

/// The text while it is written.
struct Body<'a, 'b> {
    xml: &'a mut Xml<'b>,
    lists: &'a mut Lists,
    outline: Outline,
    /// Whether the title of the paper is written; any later one heads a part of it.
    titled: bool,
    after_table: bool,
    /// Whether a list or a table comes next, which what leads into it stays with.
    leads: bool,
}

impl Body<'_, '_> {
    fn part(&mut self, part: &Part) -> io::Result<()> {
        match part {
            Part::Notice(text) => self.paragraph("Subtitle", |xml| runs::plain(xml, text)),
            Part::Title(lines) if std::mem::replace(&mut self.titled, true) => {
                self.lists.close();
                let level = self.outline.item(1);
                self.heading(level, "", &lines.join("\n"))
            }
            Part::Title(lines) => self.paragraph("Title", |xml| runs::plain(xml, &lines.join("\n"))),
            Part::Attendance { label, lines } => self.attendance(label, lines),
            Part::Heading { level, number, text } => {
                self.lists.close();
                let level = self.outline.item(*level);
                self.heading(level, number, text)
            }
            Part::DecisionHeading(text) | Part::Subheading(text) => {
                let level = self.outline.inner();
                self.heading(level, "", text)
            }
            Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => self.listed(marker, line),
            Part::Bullet(line) => self.paragraph("ListBullet", |xml| runs::line(xml, line)),
            Part::Quote(line) => self.paragraph("Quote", |xml| runs::line(xml, line)),
            Part::Paragraph(line) | Part::Decision { line, .. } => self.text(line),
            // The signature stays with the last words that it stands under.
            Part::Times(line) => self.formatted("BodyText", Format::WithNext, |xml| runs::line(xml, line)),
            Part::Signature(text) => self.paragraph("Signature", |xml| runs::plain(xml, text)),
            Part::Table(table) => self.table(table),
        }
    }

    fn table(&mut self, table: &Table) -> io::Result<()> {
        self.apart()?;
        self.after_table = true;
        table::write(self.xml, table)
    }

    /// Two tables in a row would be one, and no document ends in a table: what stands between is an empty paragraph.
    fn apart(&mut self) -> io::Result<()> {
        if self.after_table { self.paragraph("BodyText", |_| Ok(())) } else { Ok(()) }
    }

    fn paragraph(&mut self, style: &str, inside: impl FnOnce(&mut Xml<'_>) -> io::Result<()>) -> io::Result<()> {
        self.formatted(style, Format::Styled, inside)
    }

    fn formatted(
        &mut self,
        style: &str,
        format: Format,
        inside: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        self.after_table = false;
        paragraph::write(self.xml, style, format, inside)
    }

    fn text(&mut self, line: &[Run]) -> io::Result<()> {
        let format = if self.leads { Format::WithNext } else { Format::Styled };
        self.formatted("BodyText", format, |xml| runs::line(xml, line))
    }

    /// The label hangs before the first person; the others stand below that one.
    fn attendance(&mut self, label: &str, people: &[Line]) -> io::Result<()> {
        for (index, person) in people.iter().enumerate() {
            if index > 0 {
                self.paragraph("ListContinue", |xml| runs::line(xml, person))?;
                continue;
            }
            self.paragraph("BodyTextIndent", |xml| {
                runs::strong(xml, label)?;
                runs::tab(xml)?;
                runs::line(xml, person)
            })?;
        }
        Ok(())
    }

    /// A heading; `level` counts that of the title.
    fn heading(&mut self, level: usize, number: &str, text: &str) -> io::Result<()> {
        let style = format!("Heading{}", level.saturating_sub(1).max(1));
        if number.is_empty() {
            return self.paragraph(&style, |xml| runs::plain(xml, text));
        }
        self.formatted(&style, Format::Hanging, |xml| {
            runs::plain(xml, number)?;
            runs::tab(xml)?;
            runs::plain(xml, text)
        })
    }

    /// A member of a list, numbered by the list where that says the marker as printed.
    fn listed(&mut self, marker: &str, line: &[Run]) -> io::Result<()> {
        if marker.is_empty() {
            return self.text(line);
        }
        match self.lists.place(marker) {
            Some(list) => self.formatted("ListNumber", Format::Numbered(list), |xml| runs::line(xml, line)),
            None => self.formatted("ListParagraph", Format::Hanging, |xml| {
                runs::plain(xml, marker)?;
                runs::tab(xml)?;
                runs::line(xml, line)
            }),
        }
    }
}

fn is_led_into(part: &Part) -> bool {
    matches!(part, Part::ListItem { .. } | Part::Bullet(_) | Part::Table(_))
}
