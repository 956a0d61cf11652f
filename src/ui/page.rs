//! A page to read, over everything between bar and message.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::framed;
use super::hints::tone;
use super::layout::inset;
use super::paint::Words;
use super::theme::{Role, Theme};
use crate::app::view::PageView;

/// Draws a page from the line it is scrolled to. Costs what it shows, however long the page is.
pub(super) fn draw(page: &PageView, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let first = page.scroll.min(page.lines.len().saturating_sub(1));
    let count = if usize::from(area.height) > page.lines.len() + 1 && first == 0 {
        String::new()
    } else {
        format!("from line {} of {}", first + 1, page.lines.len())
    };
    let inner = framed(&page.title, &count, theme, Role::Pad, area, buf);
    let inner = inset(inner, 1);
    let mut y = inner.y;
    for (line_tone, line) in page.lines.iter().skip(first) {
        let left = inner.bottom().saturating_sub(y);
        if left == 0 {
            return;
        }
        y = Words::of(line, theme.style(tone(*line_tone))).put_lines(buf, inner, y, left);
    }
}
