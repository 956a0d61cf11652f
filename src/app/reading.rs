//! A page that is open to be read: the keys scroll it, and what is typed finds its lines.

use super::document::{Document, Read};
use super::key::{Code, Key};
use super::line::Line;
use super::view::{PageView, Tone};
use crate::text::fold;

/// How many lines a page goes.
const PAGE: usize = 15;

/// An open page.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    whole: PageView,
    /// The lines that hold what is typed; all where nothing is.
    shown: PageView,
    find: Line,
    /// Whether what is typed is looked for, whatever it is.
    finding: bool,
    /// The text of a document that is read on the whole screen.
    document: Option<Document>,
}

impl Reading {
    /// Opens a page at its scroll.
    pub(super) fn new(page: PageView) -> Self {
        let document = page.search.is_some().then(|| Document::of(&page.lines));
        Self { shown: page.clone(), whole: page, find: Line::default(), finding: false, document }
    }

    /// What the screen shows.
    pub(super) const fn page(&self) -> &PageView {
        &self.shown
    }

    /// Takes a key on a screen of so many rows: Esc, Enter and q close the page; a letter or `/` begins to find.
    pub(super) fn key(&mut self, key: Key, rows: u16) -> Read {
        if let Some(document) = &self.document {
            return document.key(&mut self.shown, &mut self.find, key, rows);
        }
        let last = self.shown.lines.len().saturating_sub(1);
        let scroll = self.shown.scroll;
        self.shown.scroll = match key.code {
            Code::Up => scroll.saturating_sub(1),
            Code::Down => (scroll + 1).min(last),
            Code::PageUp => scroll.saturating_sub(PAGE),
            Code::PageDown => (scroll + PAGE).min(last),
            Code::Char(' ') if !self.finding => (scroll + PAGE).min(last),
            Code::Home => 0,
            Code::End => last,
            Code::Esc if self.finding => return self.look(false),
            Code::Backspace if self.find.is_empty() => return self.look(false),
            Code::Esc | Code::Enter => return Read::Leave,
            Code::Char('q') if !self.finding => return Read::Leave,
            Code::Char('/') if !self.finding => return self.look(true),
            _ if self.find.key(key) => return self.look(true),
            _ if key.letter().is_some() => scroll,
            _ => return Read::Pass,
        };
        Read::Stay
    }

    /// Takes pasted text on a screen of so many rows, where something to look for in a document is typed.
    pub(super) fn paste(&mut self, text: &str, rows: u16) -> bool {
        let document = self.document.as_ref();
        document.is_some_and(|document| document.paste(&mut self.shown, &mut self.find, text, rows))
    }

    /// Shows the lines that are looked for.
    fn look(&mut self, finding: bool) -> Read {
        self.finding = finding;
        if !finding {
            self.find = Line::default();
        }
        let wanted = fold(self.find.text());
        let holds = |(tone, line): &(Tone, String)| *tone != Tone::Heading && fold(line).contains(&wanted);
        let fits = |lines: &&[(Tone, String)]| wanted.is_empty() || lines.iter().any(holds);
        // What is said of a command stands indented below it, and is of no use without it.
        let together = self.whole.lines.chunk_by(|_, (_, next)| next.starts_with("    "));
        self.shown.lines = together.filter(fits).flatten().cloned().collect();
        self.shown.title =
            if finding { format!("{} / {}", self.whole.title, self.find.text()) } else { self.whole.title.clone() };
        self.shown.scroll = 0;
        Read::Stay
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Reading {
        let lines = ["  quorum", "      sets it", "  declare  an interest", "  decide", "      it is agreed"];
        let lines = lines.iter().map(|line| (Tone::Plain, (*line).to_owned())).collect();
        Reading::new(PageView { title: "Help".into(), lines, ..PageView::default() })
    }

    fn read(page: &mut Reading, keys: &str) -> Read {
        keys.split(' ').map(|key| page.key(key.parse().unwrap(), 24)).last().unwrap()
    }

    #[test]
    fn letters_find_lines_and_esc_shows_all_again() {
        let mut page = page();
        assert_eq!(read(&mut page, "d e c"), Read::Stay);
        assert_eq!((page.page().lines.len(), page.page().title.as_str()), (3, "Help / dec"));
        read(&mut page, "l");
        assert_eq!(page.page().lines.len(), 1);
        assert_eq!(read(&mut page, "esc"), Read::Stay);
        assert_eq!((page.page().lines.len(), page.page().title.as_str()), (5, "Help"));
        read(&mut page, "/ q u o");
        assert_eq!(page.page().lines.len(), 2, "a line that begins with the letter that closes");
    }

    #[test]
    fn q_and_esc_close_and_function_keys_go_on() {
        assert_eq!([read(&mut page(), "q"), read(&mut page(), "esc")], [Read::Leave; 2]);
        assert_eq!(read(&mut page(), "down f2"), Read::Pass);
    }
}
