//! Text into cells: made harmless, cut by what it takes up, and never outside its area.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::{self, ELLIPSIS};

/// Text with styles, made harmless when it is added, to be written on one line or wrapped.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    text: String,
    /// Where each style ends, in bytes, in order.
    ends: Vec<(usize, Style)>,
}

impl Words {
    /// `text` in one style.
    pub(super) fn of(text: &str, style: Style) -> Self {
        Self::default().and(text, style)
    }

    /// These words with more after them.
    pub(super) fn and(mut self, text: &str, style: Style) -> Self {
        self.add(text, style);
        self
    }

    /// Puts more words after these.
    pub(super) fn add(&mut self, text: &str, style: Style) {
        if !text.is_empty() {
            self.text.push_str(&text::harmless_line(text));
            self.ends.push((self.text.len(), style));
        }
    }

    /// As [`Words::add`], but line feeds stay, for text that will be wrapped.
    pub(super) fn add_lines(&mut self, text: &str, style: Style) {
        if !text.is_empty() {
            self.text.push_str(&text::harmless(text));
            self.ends.push((self.text.len(), style));
        }
    }

    /// Puts other words after these.
    pub(super) fn append(&mut self, more: &Self) {
        let before = self.text.len();
        self.text.push_str(&more.text);
        self.ends.extend(more.ends.iter().map(|(end, style)| (before + end, *style)));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Cells.
    pub(super) fn width(&self) -> u16 {
        cells(&self.text)
    }

    /// The lines that fit into `width` cells each, as ranges of bytes.
    pub(super) fn wrap(&self, width: u16) -> Vec<Range<usize>> {
        text::wrap_ranges(&self.text, usize::from(width))
    }

    /// Writes all on one line from column `x` on, with an ellipsis where the area ends first. Returns the next column.
    pub(super) fn put(&self, buf: &mut Buffer, area: Rect, x: u16, y: u16) -> u16 {
        self.put_from(0, buf, area, x, y)
    }

    /// As [`Words::put`], from a byte on.
    fn put_from(&self, start: usize, buf: &mut Buffer, area: Rect, x: u16, y: u16) -> u16 {
        let room = area.right().saturating_sub(x);
        let text = self.text.get(start..).unwrap_or_default();
        if cells(text) <= room {
            return self.put_range(start..self.text.len(), buf, area, x, y);
        }
        let Some(room) = room.checked_sub(cells(ELLIPSIS)) else { return x };
        let kept = start + text::head(text, room.into()).len();
        let x = self.put_range(start..kept, buf, area, x, y);
        put(buf, area, x, y, ELLIPSIS, self.style_at(kept))
    }

    /// Writes all on at most `rows` lines from row `y` of the area on, the last with an ellipsis where there is more.
    /// Returns the row after them.
    pub(super) fn put_lines(&self, buf: &mut Buffer, area: Rect, y: u16, rows: u16) -> u16 {
        let lines = self.wrap(area.width);
        let cut = (lines.len() > rows.into()).then(|| usize::from(rows).saturating_sub(1));
        let mut y = y;
        for (index, line) in lines.into_iter().take(rows.into()).enumerate() {
            if cut == Some(index) {
                self.put_from(line.start, buf, area, area.x, y);
            } else {
                self.put_range(line, buf, area, area.x, y);
            }
            y = y.saturating_add(1);
        }
        y
    }

    /// How many lines it takes, at most `most`.
    pub(super) fn height(&self, width: u16, most: u16) -> u16 {
        u16::try_from(self.wrap(width).len()).unwrap_or(u16::MAX).min(most)
    }

    /// Writes a range of bytes on one line from column `x` on. Returns the next column.
    pub(super) fn put_range(&self, range: Range<usize>, buf: &mut Buffer, area: Rect, x: u16, y: u16) -> u16 {
        let (mut x, mut from) = (x, range.start);
        for (end, style) in &self.ends {
            let until = range.end.min(*end);
            if until > from {
                x = put(buf, area, x, y, self.text.get(from..until).unwrap_or_default(), *style);
                from = until;
            }
        }
        x
    }

    fn style_at(&self, byte: usize) -> Style {
        self.ends.iter().find(|(end, _)| *end > byte).or(self.ends.last()).map_or_else(Style::new, |(_, style)| *style)
    }
}

/// The cells that `text` takes up, as far as a screen can be wide.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}

/// Writes harmless `text` from column `x` of row `y`, as much of it as lies in `area`. Returns the next column.
pub(super) fn put(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if !area.contains(Position::new(x, y)) {
        return x;
    }
    let room = usize::from(area.right() - x);
    buf.set_stringn(x, y, text::harmless_line(text), room, style).0
}

/// As [`put`], with an ellipsis where the area ends before the text does.
pub(super) fn put_cut(buf: &mut Buffer, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
    let clean = text::harmless_line(text);
    let room = usize::from(area.right().saturating_sub(x));
    put(buf, area, x, y, &text::cut(&clean, room), style)
}

/// Writes `words` so that they end at the right edge of the area; words that don't fit are left out.
pub(super) fn put_right(buf: &mut Buffer, area: Rect, y: u16, words: &Words) {
    if words.width() <= area.width {
        words.put(buf, area, area.right() - words.width(), y);
    }
}

/// Empties an area for something laid over it, and gives it a ground.
pub(super) fn clear(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        blank_half(buf, area.left(), y);
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut(Position::new(x, y)) {
                cell.reset();
            }
        }
    }
    buf.set_style(area, style);
}

/// A wide glyph that would reach into column `x` is taken out: half of it would push the row out of line.
fn blank_half(buf: &mut Buffer, x: u16, y: u16) {
    let Some(left) = x.checked_sub(1) else { return };
    if let Some(cell) = buf.cell_mut(Position::new(left, y))
        && text::width(cell.symbol()) > 1
    {
        cell.set_symbol(" ");
    }
}

/// A vertical line between two panes.
pub(super) fn upright(buf: &mut Buffer, x: u16, area: Rect, style: Style) {
    for y in area.top()..area.bottom() {
        put(buf, Rect::new(x, area.y, 1, area.height), x, y, "│", style);
    }
}

/// The byte at which character `index` of `text` begins; its end, where it has fewer.
pub(super) fn byte_of(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// The end of `text` that fits into `width` cells, in whole clusters.
pub(super) fn tail(text: &str, width: usize) -> &str {
    let mut used = 0;
    let start = text.grapheme_indices(true).rev().find_map(|(at, grapheme)| {
        used += text::width(grapheme);
        (used > width).then_some(at + grapheme.len())
    });
    start.and_then(|start| text.get(start..)).unwrap_or(text)
}
