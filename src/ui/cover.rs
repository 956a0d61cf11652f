//! What covers the whole screen: words for the room, or a curtain.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{self, Words, cells};
use super::screen::Screen;
use super::theme::{Role, Theme};
use crate::app::view::Cover;

/// The measure in which words are read out most easily.
const MEASURE: u16 = 60;

/// Draws a cover over the whole of `area`, with nothing of the meeting left to be seen.
pub(super) fn draw(screen: &Screen<'_>, cover: &Cover, theme: &Theme, area: Rect, buf: &mut Buffer) {
    paint::clear(buf, area, theme.style(Role::Background));
    match cover {
        Cover::Words { title, paragraphs } => words(title, paragraphs, theme, area, buf),
        Cover::Curtain { body } => curtain(body, &screen.now.format("%H:%M").to_string(), theme, area, buf),
    }
}

/// Words in the middle, with wide margins and a row between lines; closer where they would not fit.
fn words(title: &str, paragraphs: &[String], theme: &Theme, area: Rect, buf: &mut Buffer) {
    let style = theme.style(Role::Big);
    let all: Vec<Words> = paragraphs.iter().map(|text| Words::of(text, style)).collect();
    let heading = spaced(title, area.width);
    let wide = area.width.saturating_sub(2).max(1);
    let calm = MEASURE.min(area.width * 3 / 4).max(1);
    let (measure, step) = [(calm, 2), (calm, 1), (wide, 1)]
        .into_iter()
        .find(|(measure, step)| height(&all, *measure, *step) + 3 <= u32::from(area.height))
        .unwrap_or((wide, 1));
    let rows = u16::try_from(height(&all, measure, step) + 3).unwrap_or(u16::MAX).min(area.height);
    let mut y = area.y + (area.height - rows) / 2;
    centred(&heading, theme.style(Role::TextDim), area, y, buf);
    y = y.saturating_add(3);
    let column =
        Rect { x: area.x + (area.width - measure.min(area.width)) / 2, width: measure.min(area.width), ..area };
    for paragraph in &all {
        for line in paragraph.wrap(measure) {
            paragraph.put_range(line, buf, column, column.x, y);
            y = y.saturating_add(step);
        }
        y = y.saturating_add(1);
    }
    if y > area.bottom().saturating_add(step) {
        paint::put_right(buf, area, area.bottom().saturating_sub(1), &Words::of(" …", style));
    }
}

/// The rows that paragraphs take, each followed by an empty one.
fn height(paragraphs: &[Words], measure: u16, step: u16) -> u32 {
    let rows =
        |words: &Words| u32::try_from(words.wrap(measure).len()).unwrap_or(u32::MAX / 4).saturating_mul(step.into());
    paragraphs.iter().map(|words| rows(words).saturating_add(1)).fold(0, u32::saturating_add)
}

/// The body's name and the time.
fn curtain(body: &str, time: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let middle = area.y + area.height / 2;
    centred(&spaced(body, area.width), theme.style(Role::Big), area, middle.saturating_sub(1).max(area.y), buf);
    if area.height > 2 {
        centred(time, theme.style(Role::TextDim), area, middle + 1, buf);
    }
}

/// `text` with its letters set apart, where the screen is wide enough and every letter is one cell.
fn spaced(text: &str, width: u16) -> String {
    let plain = text.chars().all(|letter| letter.is_ascii_graphic() || letter == ' ');
    if !plain || usize::from(width) < text.len() * 2 + 8 {
        return text.to_owned();
    }
    let letters = text.to_uppercase();
    letters.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

fn centred(text: &str, style: ratatui::style::Style, area: Rect, y: u16, buf: &mut Buffer) {
    let x = area.x + area.width.saturating_sub(cells(text)) / 2;
    paint::put_cut(buf, area, x, y, text, style);
}
