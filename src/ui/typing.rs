//! The text in the making: wrapped, with its cursor always in sight.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::paint::{Words, byte_of};
use super::screen::Typing;
use super::theme::{Role, Theme};
use crate::app::spelling::is_finished;
use crate::meeting::findings::undertakings;
use crate::spelling::Written;
use crate::text;

/// At how many cells text is wrapped in a column of this width: the last is kept for a cursor behind the last letter.
pub(super) fn wrap_width(column: u16) -> u16 {
    column.saturating_sub(1).max(1)
}

/// The rows of the text being typed that are shown, and where its cursor is among them.
pub(super) struct Typed<'a> {
    typing: Typing<'a>,
    /// Line and bytes of each.
    rows: VecDeque<(usize, Range<usize>)>,
    /// Row, from the first shown.
    cursor: u16,
    column: u16,
}

impl<'a> Typed<'a> {
    /// Wraps what lies around the cursor, for at most `most` rows of `width` cells.
    pub(super) fn new(typing: Typing<'a>, width: u16, most: u16) -> Self {
        let (line, index) = typing.cursor;
        let width = wrap_width(width);
        let text = typing.lines.get(line).map_or("", String::as_str);
        let at = shown_byte(text, byte_of(text, index));
        let text = text::harmless_line(text);
        let own = text::wrap_ranges(&text, width.into());
        let here = own.iter().rposition(|range| range.start <= at).unwrap_or(0);
        let start = own.get(here).map_or(0, |range| range.start);
        let before = text.get(start..at).unwrap_or_default();
        let column = u16::try_from(text::width(before)).unwrap_or(u16::MAX).min(width);
        let most = usize::from(most.max(1));
        let mut typed = Self { typing, rows: own.into_iter().map(|range| (line, range)).collect(), cursor: 0, column };
        let above = typed.fill_above(line, width, most, here);
        typed.fill_below(line, width, most + above);
        typed.keep(above, most);
        typed
    }

    /// Adds the lines before `line` until there are enough; returns the cursor's row among all.
    fn fill_above(&mut self, line: usize, width: u16, most: usize, here: usize) -> usize {
        let mut above = here;
        for (number, text) in self.typing.lines.iter().enumerate().take(line).rev() {
            if above >= most {
                break;
            }
            for range in text::wrap_ranges(&text::harmless_line(text), width.into()).into_iter().rev() {
                self.rows.push_front((number, range));
                above += 1;
            }
        }
        above
    }

    fn fill_below(&mut self, line: usize, width: u16, most: usize) {
        for (number, text) in self.typing.lines.iter().enumerate().skip(line + 1) {
            if self.rows.len() >= most {
                return;
            }
            let ranges = text::wrap_ranges(&text::harmless_line(text), width.into());
            self.rows.extend(ranges.into_iter().map(|range| (number, range)));
        }
    }

    /// Keeps `most` rows with the cursor's among them, and a third of them after it where there are so many.
    fn keep(&mut self, cursor: usize, most: usize) {
        let after = (self.rows.len().saturating_sub(cursor + 1)).min(most / 3);
        let first = (cursor + 1 + after).saturating_sub(most).min(cursor);
        self.rows.drain(..first);
        self.rows.truncate(most);
        self.cursor = u16::try_from(cursor - first).unwrap_or(u16::MAX);
    }

    /// How many rows are shown.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// Draws the rows from row `y` of the area on, and says where the cursor is, if it is in the area.
    pub(super) fn draw(&self, theme: &Theme, area: Rect, y: u16, buf: &mut Buffer) -> Option<Position> {
        let mut dressed: Option<(usize, Words)> = None;
        for (row, (line, range)) in (y..area.bottom()).zip(&self.rows) {
            let words = match dressed.take() {
                Some((number, words)) if number == *line => words,
                _ => self.dress(*line, theme),
            };
            words.put_range(range.clone(), buf, area, area.x, row);
            dressed = Some((*line, words));
        }
        let place =
            Position::new(area.x + self.column.min(area.width.saturating_sub(1)), y.saturating_add(self.cursor));
        area.contains(place).then_some(place)
    }

    /// The words of a line that nobody knows, as far as its rows are shown, but for the one that is being typed.
    fn unknown(&self, number: usize, line: &str) -> Vec<Range<usize>> {
        let Some(speller) = self.typing.speller else { return Vec::new() };
        let shown = || self.rows.iter().filter(|(of, _)| *of == number).map(|(_, range)| range);
        let start = shown().map(|range| range.start).min().unwrap_or(0);
        let end = shown().map(|range| range.end).max().unwrap_or(0);
        // A row may begin and end within a word.
        let start = line.get(..start).and_then(|before| before.rfind(' ')).unwrap_or(0);
        let end = line.get(end..).and_then(|after| after.find(' ')).map_or(line.len(), |more| end + more);
        let found = speller.unknown(line.get(start..end).unwrap_or(line), Written::Typing).into_iter();
        let cursor = (self.typing.cursor.0 == number).then(|| byte_of(line, self.typing.cursor.1));
        let found = found.map(|word| start + word.start..start + word.end);
        found.filter(|word| cursor.is_none_or(|cursor| is_finished(word, cursor))).collect()
    }

    /// A line in its styles: what sounds like an undertaking and what nobody knows underlined, what is selected under the
    /// selection.
    fn dress(&self, number: usize, theme: &Theme) -> Words {
        let typing = &self.typing;
        let base = theme.style(Role::Typing);
        let line = typing.lines.get(number).map_or("", String::as_str);
        let selected = selected(typing, number, line);
        let marked = undertakings(line, typing.undertakings);
        let unknown = self.unknown(number, line);
        let mut stops: Vec<usize> = marked.iter().chain(&unknown).flat_map(|range| [range.start, range.end]).collect();
        stops.extend([selected.start, selected.end, line.len()]);
        stops.retain(|stop| line.is_char_boundary(*stop));
        stops.sort_unstable();
        let mut words = Words::default();
        let mut from = 0;
        for stop in stops {
            let mut style = base;
            if marked.iter().any(|range| range.contains(&from)) {
                style = underlined(style, Role::Undertaking, theme);
            }
            if unknown.iter().any(|range| range.contains(&from)) {
                style = underlined(style, Role::UnknownWord, theme);
            }
            if selected.contains(&from) {
                style = style.patch(theme.style(Role::Selection));
            }
            words.add(line.get(from..stop).unwrap_or_default(), style);
            from = from.max(stop);
        }
        words
    }
}

/// Where a byte of a line is once the line is made harmless.
fn shown_byte(line: &str, byte: usize) -> usize {
    match text::harmless_line(line) {
        Cow::Borrowed(_) => byte,
        Cow::Owned(_) => text::harmless_line(line.get(..byte).unwrap_or(line)).len(),
    }
}

/// Words that are marked, in the style of where they stand: underlined in every theme.
pub(super) fn underlined(style: Style, role: Role, theme: &Theme) -> Style {
    style.patch(theme.style(role)).add_modifier(Modifier::UNDERLINED)
}

/// The bytes of a line that are selected.
fn selected(typing: &Typing<'_>, number: usize, line: &str) -> Range<usize> {
    let Some((first, last)) = typing.selected.filter(|(first, last)| first <= last) else { return 0..0 };
    if number < first.0 || number > last.0 {
        return 0..0;
    }
    let start = if number == first.0 { byte_of(line, first.1) } else { 0 };
    let end = if number == last.0 { byte_of(line, last.1) } else { line.len() };
    start..end.max(start)
}
