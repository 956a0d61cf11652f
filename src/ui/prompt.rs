//! A line being typed, in a pad or as a command, which scrolls sideways so that its cursor is always seen.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::paint::{Words, byte_of, cells, put, put_cut, tail};
use super::theme::{Role, Theme};
use super::typing::underlined;
use crate::app::view::Prompt;
use crate::text;

/// Draws a line being typed on the first row of `area`, and says where its cursor is.
pub(super) fn draw(
    prompt: &Prompt,
    [label, style]: [Role; 2],
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let [label, style] = [label, style].map(|role| theme.style(role));
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
    let (before, after) = (dressed(prompt, 0..at, style, theme), dressed(prompt, at..prompt.text.len(), style, theme));
    let shown = text::harmless_line(prompt.text.get(..at).unwrap_or_default());
    let cut = text::width(&shown) > room;
    let seen = if cut { tail(&shown, room.saturating_sub(1)) } else { &shown };
    if cut {
        x = put(buf, area, x, area.y, text::ELLIPSIS, style);
    }
    let x = before.put_range(shown.len() - seen.len()..shown.len(), buf, area, x, area.y);
    after.put(buf, area, x, area.y);
    Some(Position::new(x.min(area.right() - 1), area.y))
}

/// A part of the line, with words underlined that nobody knows.
fn dressed(prompt: &Prompt, part: Range<usize>, style: Style, theme: &Theme) -> Words {
    let mut words = Words::default();
    let mut from = part.start;
    let here = prompt.unknown.iter().filter(|word| word.start >= part.start && word.end <= part.end);
    for word in here {
        words.add(prompt.text.get(from..word.start).unwrap_or_default(), style);
        words.add(prompt.text.get(word.clone()).unwrap_or_default(), underlined(style, Role::UnknownWord, theme));
        from = word.end;
    }
    words.and(prompt.text.get(from..part.end).unwrap_or_default(), style)
}

/// How many cells a line being typed would like.
pub(super) fn width(prompt: &Prompt) -> u16 {
    cells(&prompt.label).saturating_add(cells(&prompt.text)).saturating_add(2)
}
