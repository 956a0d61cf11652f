//! Whole screens as a clerk sees them, every panel's rules, and that nothing breaks them.

mod compared;
mod document;
mod model;
mod panels;
mod robust;
mod sample;
mod screens;
mod spelling;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme::{self, Theme};
use super::{Screen, paint_screen};

fn theme(name: &str) -> Theme {
    theme::shipped().0.into_iter().find(|theme| theme.name() == name).unwrap()
}

/// A screen in the plain theme, and its cursor.
fn drawn(screen: &Screen<'_>, width: u16, height: u16) -> (Buffer, Option<Position>) {
    drawn_in(screen, &theme(theme::PLAIN), width, height)
}

fn drawn_in(screen: &Screen<'_>, theme: &Theme, width: u16, height: u16) -> (Buffer, Option<Position>) {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let cursor = paint_screen(screen, theme, area, &mut buf);
    (buf, cursor)
}

/// The rows of a buffer as they are seen: what a wide glyph covers is left out.
fn rows(buf: &Buffer) -> Vec<String> {
    let area = buf.area;
    let row = |y| {
        let (mut text, mut x) = (String::new(), area.left());
        while x < area.right() {
            let symbol = buf[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(crate::text::width(symbol).max(1)).unwrap();
        }
        text
    };
    (area.top()..area.bottom()).map(row).collect()
}

/// The screen between bars, with the cursor's place named below.
fn picture(buf: &Buffer, cursor: Option<Position>) -> String {
    let rows = rows(buf).join("|\n|");
    let cursor = cursor.map_or("hidden".to_owned(), |Position { x, y }| format!("column {x}, row {y}"));
    format!("|{rows}|\ncursor: {cursor}\n")
}

/// One row of a screen as text.
fn row(buf: &Buffer, y: u16) -> String {
    rows(buf).swap_remove(usize::from(y))
}

/// Everything on a screen in one string, a row a line.
fn all(buf: &Buffer) -> String {
    rows(buf).join("\n")
}
