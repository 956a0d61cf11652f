//! The screen before a meeting is open: what there is to choose from.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Wanted, areas};
use super::paint::{self, Words};
use super::theme::{Role, Theme};
use super::{hints, pad, page, too_small};
use crate::app::view::{Hint, Notice, PadView, PageView};

/// Everything that is on the screen before a meeting is open.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start<'a> {
    /// What there is to choose from.
    pub pad: Option<&'a PadView>,
    /// A page to read over it.
    pub page: Option<&'a PageView>,
    /// News for the clerk.
    pub notice: Option<&'a Notice>,
    /// What keys do.
    pub hints: &'a [Hint],
}

/// Draws the whole screen and puts the cursor where the next letter goes, or hides it.
pub fn draw(frame: &mut Frame<'_>, start: &Start<'_>, theme: &Theme) {
    let area = frame.area();
    if let Some(cursor) = paint_start(start, theme, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// As [`draw`], into `area` of a buffer; returns where the next letter goes, if letters are taken.
pub(super) fn paint_start(start: &Start<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    paint::clear(buf, area, theme.style(Role::Background));
    let message = hints::wanted(start.notice, None, theme, area.width);
    let wanted = Wanted { message, ..Wanted::default() };
    let Some(areas) = areas(area, wanted) else {
        too_small(theme, area, buf);
        return None;
    };
    let bar = theme.style(Role::Bar);
    paint::clear(buf, areas.bar, bar);
    Words::of(" quorate", bar).put(buf, areas.bar, areas.bar.x, areas.bar.y);
    let below = areas.bar.bottom();
    let end = if areas.message.height > 0 { areas.message.y } else { area.bottom() - areas.hints.height };
    let body = Rect { y: below, height: end.saturating_sub(below), ..area };
    let mut cursor = start.pad.and_then(|pad| pad::draw_amid(pad, theme, body, buf));
    if let Some(page) = start.page {
        page::draw(page, theme, body, buf);
        cursor = None;
    }
    hints::draw(start.hints, &[], theme, areas.hints, buf);
    hints::message(start.notice, None, theme, areas.message, buf);
    cursor
}
