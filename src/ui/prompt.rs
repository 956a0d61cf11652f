//! A line being typed, in a pad or as a command, which scrolls sideways so that its cursor is always seen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::{byte_of, cells, put, put_cut, tail};
use crate::app::view::Prompt;
use crate::text;

/// Draws a line being typed on the first row of `area`, and says where its cursor is.
pub(super) fn draw(prompt: &Prompt, label: Style, style: Style, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.width < 2 || area.height == 0 {
        return None;
    }
    let half = Rect { width: area.width / 2, ..area };
    let mut x = put_cut(buf, half, area.x, area.y, &prompt.label, label);
    if !prompt.label.is_empty() && !matches!(prompt.label.as_str(), ":" | "/") && x < half.right() {
        x = put(buf, half, x, area.y, " ", label);
    }
    let room = usize::from(area.right().saturating_sub(x)).saturating_sub(1);
    let at = byte_of(&prompt.text, prompt.cursor);
    let (before, after) = prompt.text.split_at_checked(at).unwrap_or((&prompt.text, ""));
    let before = text::harmless_line(before);
    let cut = text::width(&before) > room;
    let seen = if cut { tail(&before, room.saturating_sub(1)) } else { &before };
    if cut {
        x = put(buf, area, x, area.y, text::ELLIPSIS, style);
    }
    let x = put(buf, area, x, area.y, seen, style);
    put_cut(buf, area, x, area.y, after, style);
    Some(Position::new(x.min(area.right() - 1), area.y))
}

/// How many cells a line being typed would like.
pub(super) fn width(prompt: &Prompt) -> u16 {
    cells(&prompt.label).saturating_add(cells(&prompt.text)).saturating_add(2)
}
