//! One HTML file that stands by itself: readable aloud, on a screen in light and dark, and on paper.
//!
//! Markers of lists are text, because they have to be exactly those that the house prints, to everybody and in every
//! copy; what browsers count by themselves is neither.

mod page;
mod spell;
#[cfg(test)]
mod tests;

use std::io;

use super::outline::Outline;
use super::{Sheet, Writer};
use crate::minutes::block::{Block, Line, Part, Run, Table, plain};
use crate::text::harmless;

/// Writes a page of HTML.
#[derive(Clone, Copy, Debug, Default)]
pub struct Html;

impl Writer for Html {
    fn write(&self, sheet: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()> {
        let mut page = Page { html: page::head(sheet), ..Page::new(sheet) };
        page.html.push_str("<header>\n");
        for block in blocks {
            page.part(&block.part);
            out.write_all(page.html.as_bytes())?;
            page.html.clear();
        }
        page.end();
        out.write_all(page.html.as_bytes())
    }
}

/// Blocks of one kind that stand in one element together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    People,
    Points,
    Bullets,
}

impl Group {
    fn of(part: &Part) -> Option<Self> {
        match part {
            Part::Attendance { .. } => Some(Self::People),
            Part::ListItem { .. } => Some(Self::Points),
            Part::ToWriteUp { marker, .. } if !marker.is_empty() => Some(Self::Points),
            Part::Bullet(_) => Some(Self::Bullets),
            _ => None,
        }
    }

    /// Some browsers take a list without their own markers for no list unless its role says so.
    const fn opening(self) -> &'static str {
        match self {
            Self::People => "<dl class=\"people\">\n",
            Self::Points => "<ol class=\"points\" role=\"list\">\n",
            Self::Bullets => "<ul>\n",
        }
    }

    const fn closing(self) -> &'static str {
        match self {
            Self::People => "</dl>\n",
            Self::Points => "</ol>\n",
            Self::Bullets => "</ul>\n",
        }
    }
}

/// Whether there is nothing to read in a text.
fn blank(text: &str) -> bool {
    harmless(text).trim().is_empty()
}

/// A page while it is written.
struct Page<'a> {
    sheet: &'a Sheet,
    outline: Outline,
    /// What is open.
    group: Option<Group>,
    /// Whether the head of the page has its heading.
    titled: bool,
    /// Whether the head of the page is over.
    begun: bool,
    /// What is not yet written out.
    html: String,
}

impl<'a> Page<'a> {
    fn new(sheet: &'a Sheet) -> Self {
        Self { sheet, outline: Outline::default(), group: None, titled: false, begun: false, html: String::new() }
    }

    fn part(&mut self, part: &Part) {
        let title = matches!(part, Part::Title(lines) if !self.titled && !blank(&lines.concat()));
        if !self.begun && !title && !matches!(part, Part::Notice(_)) {
            self.begin();
        }
        self.enter(Group::of(part));
        match part {
            Part::Notice(text) => self.paragraph(Some("notice"), &[Run::plain(text.as_str())]),
            Part::Title(lines) => self.title(&lines.join("\n")),
            Part::Attendance { label, lines } => self.people(label, lines),
            Part::Heading { level, number, text } => {
                self.heading(|outline| outline.item(*level), format!("{number} {text}").trim());
            }
            Part::Paragraph(line) => self.paragraph(None, line),
            Part::Quote(line) => self.element("blockquote", None, line),
            Part::ListItem { marker, line } => self.item(None, marker, line),
            Part::Bullet(line) => self.item(None, "", line),
            Part::DecisionHeading(text) | Part::Subheading(text) => self.heading(Outline::inner, text),
            Part::Decision { line, taken } => self.paragraph(Some(if *taken { "decision" } else { "draft" }), line),
            Part::ToWriteUp { marker, line } if marker.is_empty() => self.paragraph(Some("to-write-up"), line),
            Part::ToWriteUp { marker, line } => self.item(Some("to-write-up"), marker, line),
            Part::Table(table) => self.table(table),
            Part::Times(line) => self.paragraph(Some("times"), line),
            Part::Signature(text) => self.paragraph(Some("signature"), &[Run::plain(text.as_str())]),
        }
    }

    /// From the head of the page to what it holds.
    fn begin(&mut self) {
        if !self.titled {
            self.title(&self.sheet.title);
        }
        self.html.push_str("</header>\n<main>\n");
        self.begun = true;
    }

    fn end(&mut self) {
        self.enter(None);
        if !self.begun {
            self.begin();
        }
        self.html.push_str("</main>\n");
        if !self.sheet.head.is_empty() {
            self.html.push_str("<footer>\n");
            self.paragraph(None, &[Run::plain(self.sheet.head.as_str())]);
            self.html.push_str("</footer>\n");
        }
        self.html.push_str("</body>\n</html>\n");
    }

    /// Closes and opens what blocks stand in together.
    fn enter(&mut self, group: Option<Group>) {
        if group != self.group {
            self.html.push_str(self.group.map_or("", Group::closing));
            self.html.push_str(group.map_or("", Group::opening));
            self.group = group;
        }
    }

    /// The first title is that of the page; any later one heads a part of it.
    fn title(&mut self, text: &str) {
        let first = !std::mem::replace(&mut self.titled, true);
        self.heading(|outline| if first { outline.title() } else { outline.item(1) }, text);
    }

    fn heading(&mut self, level: impl FnOnce(&mut Outline) -> usize, text: &str) {
        if !blank(text) {
            let level = level(&mut self.outline);
            self.element(&format!("h{level}"), None, &[Run::plain(text)]);
        }
    }

    fn paragraph(&mut self, class: Option<&str>, line: &[Run]) {
        if !blank(&plain(line)) {
            self.element("p", class, line);
        }
    }

    fn people(&mut self, label: &str, lines: &[Line]) {
        self.html.push_str("<div>\n");
        self.element("dt", None, &[Run::plain(label)]);
        for line in lines {
            self.element("dd", None, line);
        }
        self.html.push_str("</div>\n");
    }

    fn item(&mut self, class: Option<&str>, marker: &str, line: &[Run]) {
        self.open("li", class, &plain(line));
        if !marker.is_empty() {
            // By itself, so that it neither turns the text after it round nor is turned by it.
            self.html.push_str("<bdi class=\"marker\">");
            spell::text(&mut self.html, marker);
            self.html.push_str(" </bdi>");
        }
        spell::runs(&mut self.html, line);
        self.html.push_str("</li>\n");
    }

    fn table(&mut self, table: &Table) {
        self.html.push_str("<table>\n");
        if !table.name.is_empty() {
            self.element("caption", None, &[Run::plain(table.name.as_str())]);
        }
        self.html.push_str("<thead>\n<tr>\n");
        for column in &table.columns {
            // A heading without words would be read aloud as one.
            let tag = if column.trim().is_empty() { "td" } else { "th scope=\"col\"" };
            self.element(tag, None, &[Run::plain(column.as_str())]);
        }
        self.html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in &table.rows {
            self.html.push_str("<tr>\n");
            for cell in row {
                let text: String = cell.iter().map(|line| plain(line)).collect();
                self.open("td", None, if cell.len() == 1 { &text } else { "" });
                spell::cell(&mut self.html, cell);
                self.html.push_str("</td>\n");
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</tbody>\n</table>\n");
    }

    /// An element of this text alone. `tag` may hold attributes.
    fn element(&mut self, tag: &str, class: Option<&str>, line: &[Run]) {
        self.open(tag, class, &plain(line));
        spell::runs(&mut self.html, line);
        self.html.push_str("</");
        self.html.push_str(tag.split(' ').next().unwrap_or(tag));
        self.html.push_str(">\n");
    }

    /// The opening tag of an element with `text` in it.
    fn open(&mut self, tag: &str, class: Option<&str>, text: &str) {
        let class = class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
        for part in ["<", tag, &class, spell::direction(text), ">"] {
            self.html.push_str(part);
        }
    }
}
