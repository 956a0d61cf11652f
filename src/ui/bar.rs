//! The line at the top: which meeting this is, whether it is a rehearsal or private, the time, and what is on the disk.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::inset;
use super::paint::{self, Words, cells};
use super::screen::{Saved, Screen};
use super::theme::{Role, Theme};
use crate::meeting::event::Sitting;
use crate::meeting::fact::Audience;
use crate::meeting::stage::Stage;
use crate::text;

/// How much of a speaker's name is shown, in cells.
const SPEAKER: usize = 20;

/// Draws the bar:
///
/// ```text
///  PRACTICE  Police and Crime Panel · 19 July 2023 · Civic Suite      1h05 · 15:05 · saved #41
/// ```
pub(super) fn draw(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let base = theme.style(Role::Bar);
    paint::clear(buf, area, base);
    let marks = marks(screen, theme, area.width);
    let right = right(screen, theme, area.width.saturating_sub(marks.width()));
    paint::put_right(buf, area, area.y, &right);
    let left = Rect { width: area.width.saturating_sub(right.width() + 2), ..area };
    let x = marks.put(buf, left, area.x, area.y);
    let room = left.right().saturating_sub(x);
    title(screen, room, base).put(buf, left, x, area.y);
}

/// How many rows a banner would like, at most two.
pub(super) fn banner_rows(text: &str, width: u16) -> u16 {
    marked(text, Style::new()).height(width.saturating_sub(2), 2)
}

/// Draws the line for what must not be overlooked; it is marked without colour too.
pub(super) fn banner(text: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let style = theme.style(Role::Banner);
    paint::clear(buf, area, style);
    let area = inset(area, 1);
    marked(text, style).put_lines(buf, area, area.y, area.height);
}

fn marked(text: &str, style: Style) -> Words {
    Words::of("! ", style).and(text, style)
}

/// What the whole meeting must be seen to be.
fn marks(screen: &Screen<'_>, theme: &Theme, width: u16) -> Words {
    let base = theme.style(Role::Bar);
    let mut words = Words::of(" ", base);
    if screen.state.practice() {
        words.add(" PRACTICE ", theme.style(Role::Practice));
        words.add(" ", base);
    }
    if screen.state.room() == Audience::Private {
        let since =
            screen.state.private_since().map(|at| screen.state.local(at.time).format(" since %H:%M").to_string());
        let since = since.filter(|_| width >= 60).unwrap_or_default();
        let more = if width < 100 { "" } else { ": public excluded" };
        let text = format!(" PRIVATE{since}{more} ");
        words.add(&text, theme.style(Role::Private));
        words.add(" ", base);
    }
    words
}

/// Body, date and place; the body's name is cut before the date goes.
fn title(screen: &Screen<'_>, room: u16, base: Style) -> Words {
    let state = screen.state;
    let name = text::harmless_line(&state.body().name);
    let date = state.agenda().date;
    let long = date.format(" · %-d %B %Y").to_string();
    let fits = cells(&name).saturating_add(cells(&long)) <= room;
    let date = if fits { long } else { date.format(" · %-d %b %Y").to_string() };
    let Some(left) = room.checked_sub(cells(&date)).filter(|left| *left >= 8) else {
        return Words::of(&name, base);
    };
    let mut words = Words::of(&text::cut(&name, left.into()), base).and(&date, base);
    let venue = &state.agenda().venue;
    if !venue.is_empty() && room.saturating_sub(words.width()) > 12 {
        words.add(" · ", base);
        words.add(venue, base);
    }
    words
}

/// Who speaks and for how long, of how long they may; `OVER` says that the time is up.
fn speech(screen: &Screen<'_>) -> Option<(String, bool)> {
    let speech = screen.state.speaking(screen.now.to_utc())?;
    let clock = |time: chrono::TimeDelta| format!("{}:{:02}", time.num_minutes(), time.num_seconds() % 60);
    let name = text::cut(&text::harmless_line(&speech.name), SPEAKER).into_owned();
    let limit = speech.limit.map(|limit| format!(" of {}", clock(limit))).unwrap_or_default();
    let over = if speech.is_over() { " OVER" } else { "" };
    Some((format!("{name} {}{limit}{over}", clock(speech.spoken)), speech.is_over()))
}

/// How long the meeting has lasted, the time, and whether the disk has everything; where there is little room, only
/// the last.
fn right(screen: &Screen<'_>, theme: &Theme, room: u16) -> Words {
    let base = theme.style(Role::Bar);
    let mut words = Words::default();
    if let Some((text, over)) = speech(screen).filter(|_| room >= 50) {
        words.add(&text, if over { theme.style(Role::Unsaved) } else { base });
        words.add(" · ", base);
    } else if room >= 50 {
        words.add(&lasted(screen), base);
        words.add(" · ", base);
    }
    // No meeting is on by whose clock minutes would be written after it has closed.
    if room >= 30 && screen.state.sitting() != Sitting::Closed {
        words.add(&screen.now.format("%H:%M").to_string(), theme.style(Role::Clock));
        words.add(" · ", base);
    }
    let (text, role) = match screen.saved {
        Saved::Upto(entry) => (format!("saved #{entry}"), Role::Saved),
        Saved::Waiting(entries) => (format!("unsaved {entries}"), Role::Unsaved),
        Saved::Failing => (" NOT SAVED ".to_owned(), Role::Banner),
    };
    words.and(&text, theme.style(role)).and(" ", base)
}

/// How far the meeting is.
fn lasted(screen: &Screen<'_>) -> String {
    let state = screen.state;
    match (state.sitting(), state.began()) {
        (Sitting::Before, _) | (_, None) => "not begun".to_owned(),
        (Sitting::Sitting, Some(began)) => {
            let minutes = screen.now.to_utc().signed_duration_since(began).num_minutes().max(0);
            if minutes < 60 { format!("{minutes} min") } else { format!("{}h{:02}", minutes / 60, minutes % 60) }
        }
        (Sitting::Adjourned, _) => "ADJOURNED".to_owned(),
        (Sitting::Closed, _) => {
            let ended = state.ended().map(|time| state.local(time).format(" %H:%M").to_string());
            let minutes = match state.stage() {
                Stage::Draft => "draft",
                Stage::Published => "published",
                reached => reached.word(),
            };
            format!("CLOSED{} · {minutes}", ended.unwrap_or_default())
        }
    }
}
