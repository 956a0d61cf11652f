//! The screen, drawn from what the program knows and from nothing else.
//!
//! [`draw`] turns a [`Screen`], which borrows plain data, into cells and a place for the cursor; [`draw_model`] makes the
//! screen from the program's model first. It reads no clock and no file and changes nothing, so the same data gives the
//! same screen. Each panel has a file with its picture; where they go is in [`layout`]. Its cost is that of what is on the screen, whatever the length of the meeting.

mod agenda;
mod bar;
mod cover;
mod document;
mod frame;
mod hints;
pub mod layout;
mod minutes;
mod model;
mod pad;
mod page;
mod paint;
mod passages;
mod prompt;
mod roll;
pub mod screen;
mod start;
#[cfg(test)]
mod tests;
pub mod theme;
mod typing;
mod window;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::meeting::state::State;
pub use model::{Gathered, draw as draw_model};
pub use screen::Screen;
pub use start::{Start, draw as draw_start};
use theme::{Role, Theme};

use layout::{Areas, Wanted, areas};
use pad::Anchor;
use paint::Words;

/// Below so many rows a pad may have none to spare for its hints.
const CRAMPED: u16 = 9;

/// Draws the whole screen of an open meeting and puts the cursor where the next letter goes, or hides it.
pub fn draw(frame: &mut Frame<'_>, screen: &Screen<'_>, theme: &Theme) {
    let area = frame.area();
    if let Some(cursor) = paint_screen(screen, theme, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// As [`draw`], into `area` of a buffer; returns where the next letter goes, if letters are taken.
pub fn paint_screen(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = area.intersection(buf.area);
    paint::clear(buf, area, theme.style(Role::Background));
    if let Some(cover) = screen.cover {
        cover::draw(screen, cover, theme, area, buf);
        return None;
    }
    if let Some((page, search)) = screen.page.and_then(|page| Some((page, page.search.as_ref()?))) {
        return document::draw(page, search, screen.pen.typing.speller, theme, area, buf);
    }
    let banner = screen.banner.map_or(0, |text| bar::banner_rows(text, area.width));
    let message = hints::wanted(screen.notice, screen.command, theme, area.width);
    let wanted = Wanted { banner, message, agenda: agenda::wanted(screen.state) };
    let Some(areas) = areas(area, wanted) else {
        too_small(theme, area, buf);
        return None;
    };
    panels(screen, theme, &areas, buf)
}

/// At how many cells the text being typed is wrapped on a screen of this size; nothing where none is shown.
pub fn typing_width(state: &State, width: u16, height: u16) -> Option<u16> {
    let wanted = Wanted { agenda: agenda::wanted(state), ..Wanted::default() };
    areas(Rect::new(0, 0, width, height), wanted).map(|areas| minutes::typing_width(areas.minutes))
}

/// Draws every panel, and over them what is open; the last that takes letters has the cursor.
fn panels(screen: &Screen<'_>, theme: &Theme, areas: &Areas, buf: &mut Buffer) -> Option<Position> {
    bar::draw(screen, theme, areas.bar, buf);
    if let Some(text) = screen.banner {
        bar::banner(text, theme, areas.banner, buf);
    }
    if areas.wide {
        agenda::pane(screen, theme, areas.agenda, buf);
        roll::pane(screen, theme, areas.roll, buf);
        for x in [areas.minutes.x.saturating_sub(1), areas.minutes.right()] {
            paint::upright(buf, x, areas.minutes, theme.style(Role::Border));
        }
    } else {
        agenda::strip(screen, theme, areas.agenda, buf);
        roll::line(screen, theme, areas.roll, buf);
    }
    let mut cursor = minutes::draw(screen, theme, areas.minutes, buf);
    if let Some(pad) = screen.pad {
        let row = cursor.map(|cursor| cursor.y);
        let anchor = match screen.command {
            Some(_) => Anchor::Bottom,
            None if screen.pen.typing.lines.iter().all(String::is_empty) => Anchor::Beside(row),
            None => Anchor::Off(row),
        };
        let own = pad::draw(pad, theme, areas.body(), anchor, buf);
        cursor = if pad::takes_letters(pad) { own } else { cursor };
    }
    if let Some(page) = screen.page {
        page::draw(page, theme, areas.body(), buf);
        cursor = None;
    }
    let always: &[_] = if screen.pad.is_some_and(pad::takes_letters) { &[] } else { &hints::ALWAYS };
    // A pad shows its own hints, unless it has no room for them.
    let own = screen.pad.filter(|_| screen.command.is_none() && areas.body().height < CRAMPED);
    let known = own.map_or(screen.hints, |pad| &pad.hints);
    hints::draw(known, always, theme, areas.hints, buf);
    let command = hints::message(screen.notice, screen.command, theme, areas.message, buf);
    command.or(cursor)
}

/// Says plainly that nothing can be shown, and that it will be.
fn too_small(theme: &Theme, area: Rect, buf: &mut Buffer) {
    let (columns, rows) = layout::LEAST;
    let text = format!("Too small. Make the window {columns} x {rows} or larger.");
    Words::of(&text, theme.style(Role::Text)).put_lines(buf, area, area.y, area.height);
}
