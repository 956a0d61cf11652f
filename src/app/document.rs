//! A document that is read on the whole screen: the keys page through it, and look for words in it.
//!
//! What is looked for is found whatever its capitals and accents, and over the end of a line.

use super::key::{Code, Key};
use super::line::Line;
use super::view::{Mark, PageView, Search, Tone};
use crate::text::fold;

/// The most finds that are shown. Whoever looks for a single letter is not helped by more.
const FINDS: usize = 5000;

/// Rows of the screen that are not the document's: the title and what the keys do.
const FRAME: u16 = 2;

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// It was for the page.
    Stay,
    /// The page is to be closed.
    Leave,
    /// The page is to be closed, and the key goes to what was under it.
    Pass,
}

/// A document's text, folded, to be looked through.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    /// The lines one after the other, without what stands before and after them, a space between.
    folded: String,
    /// Where each line begins in it, in bytes.
    starts: Vec<usize>,
}

impl Document {
    pub(super) fn of(lines: &[(Tone, String)]) -> Self {
        let mut document = Self::default();
        for (_, line) in lines {
            document.starts.push(document.folded.len());
            document.folded.push_str(&fold(line.trim()));
            document.folded.push(' ');
        }
        document
    }

    /// Takes a key: `/` looks for something, n and N go on and back, the page keys turn pages; Esc, q and Enter leave.
    pub(super) fn key(&self, page: &mut PageView, find: &mut Line, key: Key, rows: u16) -> Read {
        if page.search.as_ref().is_some_and(|search| search.typing.is_some()) {
            self.typed(page, find, key, rows);
            return Read::Stay;
        }
        let rows = usize::from(rows.saturating_sub(FRAME).max(1));
        let turn = rows.saturating_sub(1).max(1);
        let last = page.lines.len().saturating_sub(rows);
        page.scroll = match (key.code, key.letter()) {
            (Code::Up, _) | (_, Some('k')) => page.scroll.saturating_sub(1),
            (Code::Down, _) | (_, Some('j')) => page.scroll + 1,
            (Code::PageUp, _) | (_, Some('b')) => page.scroll.saturating_sub(turn),
            (Code::PageDown, _) | (_, Some(' ')) => page.scroll + turn,
            (Code::Home, _) | (_, Some('g')) => 0,
            (Code::End, _) | (_, Some('G')) => last,
            (_, Some('/')) => {
                *find = Line::default();
                page.search = Some(Search { typing: Some(0), ..Search::default() });
                page.scroll
            }
            (_, Some('n')) => next(page, rows, |at, finds| (at + 1) % finds),
            (_, Some('N')) => next(page, rows, |at, finds| (at + finds - 1) % finds),
            (Code::Esc, _) if page.search.as_ref().is_some_and(|search| !search.text.is_empty()) => {
                page.search = Some(Search::default());
                page.scroll
            }
            (Code::Esc | Code::Enter, _) | (_, Some('q')) => return Read::Leave,
            (_, Some(_)) => page.scroll,
            _ => return Read::Pass,
        }
        .min(last);
        Read::Stay
    }

    /// What is looked for is typed; the document shows the first find from where it is.
    fn typed(&self, page: &mut PageView, find: &mut Line, key: Key, rows: u16) {
        match key.code {
            Code::Esc => {
                page.search = Some(Search::default());
                return;
            }
            Code::Enter => {
                let search = page.search.get_or_insert_default();
                search.typing = None;
                return;
            }
            Code::Backspace if find.is_empty() => {
                page.search = Some(Search::default());
                return;
            }
            _ if find.key(key) => {}
            _ => return,
        }
        self.look(page, find, rows);
    }

    /// Takes pasted text, where something to look for is typed.
    pub(super) fn paste(&self, page: &mut PageView, find: &mut Line, text: &str, rows: u16) -> bool {
        let typing = page.search.as_ref().is_some_and(|search| search.typing.is_some());
        if typing {
            find.insert(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            self.look(page, find, rows);
        }
        typing
    }

    /// Looks for what is typed, from where the page is.
    fn look(&self, page: &mut PageView, find: &Line, rows: u16) {
        let mut search = self.search(&page.lines, find.text());
        search.typing = Some(find.prompt("/").cursor);
        search.at = search.marks.iter().find(|mark| mark.line >= page.scroll).map_or(0, |mark| mark.find);
        page.search = Some(search);
        let rows = usize::from(rows.saturating_sub(FRAME).max(1));
        page.scroll = shown(page, rows).min(page.lines.len().saturating_sub(rows));
    }

    /// Every place of some words.
    fn search(&self, lines: &[(Tone, String)], text: &str) -> Search {
        let wanted = fold(text);
        let mut search = Search { text: text.to_owned(), ..Search::default() };
        if wanted.trim().is_empty() {
            return search;
        }
        for (at, found) in self.folded.match_indices(&wanted).take(FINDS) {
            let (from, to) = (at, at + found.len());
            let first = self.starts.partition_point(|start| *start <= from).saturating_sub(1);
            for (line, start) in self.starts.iter().enumerate().skip(first).take_while(|(_, start)| **start < to) {
                let Some((_, text)) = lines.get(line) else { break };
                let part = part(text, from.saturating_sub(*start), to - start);
                if !part.is_empty() {
                    search.marks.push(Mark { line, part, find: search.finds });
                }
            }
            search.finds += 1;
        }
        search
    }
}

/// The part of a line whose folded text lies between two bytes of the line's folded text.
fn part(line: &str, from: usize, to: usize) -> std::ops::Range<usize> {
    let lead = line.len() - line.trim_start().len();
    let (mut folded, mut start, mut end) = (0, None, lead);
    let mut letter = [0; 4];
    for (at, character) in line.trim().char_indices() {
        let before = folded;
        folded += fold(character.encode_utf8(&mut letter)).len();
        if folded > from && before < to {
            start.get_or_insert(lead + at);
            end = lead + at + character.len_utf8();
        }
    }
    start.map_or(lead..lead, |start| start..end)
}

/// Goes to another find, and gives the first line to be shown.
fn next(page: &mut PageView, rows: usize, step: impl Fn(usize, usize) -> usize) -> usize {
    if let Some(search) = page.search.as_mut().filter(|search| search.finds > 0) {
        search.at = step(search.at, search.finds);
    }
    shown(page, rows)
}

/// The first line to be shown, so that the find that is looked at is on the screen: where the page is, if it is there.
fn shown(page: &PageView, rows: usize) -> usize {
    let Some(search) = &page.search else { return page.scroll };
    let line = search.marks.iter().find(|mark| mark.find == search.at).map(|mark| mark.line);
    match line {
        Some(line) if !(page.scroll..page.scroll + rows).contains(&line) => line.saturating_sub(rows / 3),
        _ => page.scroll,
    }
}

#[cfg(test)]
mod tests;
