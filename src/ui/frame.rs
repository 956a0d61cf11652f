//! The frame around what is laid over the meeting.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{self, Words};
use super::theme::{Role, Theme};

/// Clears `area`, draws a frame with a title and, at the bottom right, a count; returns what is inside.
pub(super) fn framed(title: &str, count: &str, theme: &Theme, ground: Role, area: Rect, buf: &mut Buffer) -> Rect {
    let style = theme.style(ground);
    paint::clear(buf, area, theme.style(Role::Background).patch(style));
    if area.width < 2 || area.height < 2 {
        return area;
    }
    let line = style.patch(theme.style(Role::BorderFocus));
    let across = "─".repeat(usize::from(area.width - 2));
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for (y, start, end) in [(area.y, "┌", "┐"), (bottom, "└", "┘")] {
        let x = paint::put(buf, area, area.x, y, start, line);
        let x = paint::put(buf, area, x, y, &across, line);
        paint::put(buf, area, x, y, end, line);
    }
    for y in area.y + 1..bottom {
        paint::put(buf, area, area.x, y, "│", line);
        paint::put(buf, area, right, y, "│", line);
    }
    let inside = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let heading = style.patch(theme.style(Role::Heading));
    if !title.is_empty() {
        Words::of(" ", heading).and(title, heading).and(" ", heading).put(buf, inside, inside.x, area.y);
    }
    put_count(count, theme, ground, area, buf);
    Rect { y: area.y + 1, height: area.height - 2, ..inside }
}

/// Puts a count into the frame of `area`, at the bottom right; nothing where there is no frame, or nothing to say.
pub(super) fn put_count(count: &str, theme: &Theme, ground: Role, area: Rect, buf: &mut Buffer) {
    if count.is_empty() || area.width < 2 || area.height < 2 {
        return;
    }
    let line = theme.style(ground).patch(theme.style(Role::BorderFocus));
    let inside = Rect { x: area.x + 1, width: area.width - 2, ..area };
    paint::put_right(buf, inside, area.bottom() - 1, &Words::of(" ", line).and(count, line).and(" ", line));
}
