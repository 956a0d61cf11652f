//! The agenda, as a pane or as a strip: what is done, where the room is, where the pen is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::inset;
use super::paint::{self, Words};
use super::screen::Screen;
use super::theme::{Role, Theme};
use super::window::window;
use crate::meeting::agenda::AgendaItem;
use crate::meeting::event::ItemState;
use crate::meeting::fact::Audience;
use crate::meeting::id::ItemId;
use crate::meeting::state::{Item, State};
use crate::meeting::walk::{Walk, around};
use crate::minutes::document::agenda_number;
use crate::text;

/// Where titles begin in a pane: behind marks and number.
const HANG: u16 = 6;
/// How many columns the marks before a title may take.
const MARKS: u16 = 3;
/// How many items are measured to find how wide the pane would like to be.
const MEASURED: usize = 50;

/// What the marks mean, for the rows that are left over.
const LEGEND: [&str; 4] =
    ["▶ room  ✎ pen  ✓ done", "» put off  – skipped", "◆ private  + added", "§ interest declared"];

/// Draws the agenda as a pane:
///
/// ```text
/// Agenda
/// ✓   1 Election of Chair
/// »   4 Declarations of …
///  ✎ 11 Delivery of the
///       Police and Crime
/// ▶  12 Rules of Procedure
/// ```
///
/// The room's and the pen's item are always on it. Costs what it shows.
pub(super) fn pane(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let Some(rows) = area.height.checked_sub(1) else { return };
    paint::put_cut(buf, area, area.x, area.y, "Agenda", theme.style(Role::Heading));
    let below = Rect { y: area.y + 1, height: rows, ..area };
    let Some(centre) = centre(screen) else {
        paint::put_cut(buf, below, below.x, below.y, "No items yet", theme.style(Role::TextDim));
        return;
    };
    let lines = if screen.state.top().len().saturating_mul(2) <= usize::from(rows) { 2 } else { 1 };
    let (places, at) = around(centre, rows.into());
    let pen = screen.pen.item.and_then(|pen| places.iter().position(|place| place.is_at(pen)));
    // Where only the room's and the pen's item may have more than a row, the others need not be measured.
    let height = |(index, place): (usize, &Walk<'_>)| {
        let measured = lines > 1 || index == at || Some(index) == pen;
        let entry = measured.then(|| Entry::new(screen, theme, place)).flatten();
        entry.map_or(1, |entry| entry.height(below.width, lines))
    };
    let heights: Vec<u16> = places.iter().enumerate().map(height).collect();
    let pen = pen.filter(|pen| fits(&heights, at, *pen, rows));
    let (first, last) = (at.min(pen.unwrap_or(at)), at.max(pen.unwrap_or(at)));
    let apart = apart(screen, theme, pen.is_some());
    let shown = window(&heights, first, last, rows.saturating_sub(if apart.is_some() { 2 } else { 0 }));
    let hidden = (shown.start > 0, shown.end < places.len());
    let mut y = below.y;
    for entry in places.get(shown).unwrap_or_default().iter().filter_map(|place| Entry::new(screen, theme, place)) {
        y = entry.put(buf, below, y, lines);
    }
    if let Some(entry) = apart {
        paint::put(buf, below, below.x, y, "  …", theme.style(Role::TextDim));
        entry.put(buf, below, y + 1, 1);
        return;
    }
    more(buf, area, hidden, theme.style(Role::TextDim));
    legend(buf, below, y, theme.style(Role::TextDim));
}

/// How many columns the titles of the agenda's file would like, so that none takes more than a row. Those of items added
/// in the meeting are not asked, nor more than the first of many: the pane keeps its width while the clerk types.
pub(super) fn wanted(state: &State) -> u16 {
    fn widest(items: &[AgendaItem], depth: u16) -> u16 {
        let of = |item: &AgendaItem| {
            let own = paint::cells(&item.title).saturating_add(HANG + depth.min(3) + MARKS + 2);
            own.max(widest(&item.items, depth + 1))
        };
        items.iter().take(MEASURED).map(of).max().unwrap_or_default()
    }
    widest(&state.agenda().items, 0)
}

/// Draws the agenda as one line, the room's and the pen's item with their titles:
///
/// ```text
/// ‹ 9✓ 10✓  11✎ Delivery of the Police …   12▶ Rules of Procedure and …  13 14 ›
/// ```
pub(super) fn strip(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let Some(centre) = centre(screen) else { return };
    let (places, at) = around(centre, usize::from(area.width) / 3);
    let entries: Vec<Entry> = places.iter().filter_map(|place| Entry::new(screen, theme, place)).collect();
    let pen = entries.iter().position(|entry| entry.pen);
    let both = screen.pen.item.is_some() && pen != Some(at);
    let titles = if both { area.width * 3 / 8 } else { area.width / 2 };
    let words: Vec<Words> =
        entries.iter().enumerate().map(|(index, entry)| entry.short(titles, index == at || entry.pen)).collect();
    let widths: Vec<u16> = words.iter().map(|words| words.width() + 2).collect();
    let room = area.width.saturating_sub(2);
    let pen = pen.filter(|pen| fits(&widths, at, *pen, room));
    let (first, last) = (at.min(pen.unwrap_or(at)), at.max(pen.unwrap_or(at)));
    let apart = apart(screen, theme, pen.is_some()).map(|entry| entry.short(titles, true));
    let shown = window(&widths, first, last, room.saturating_sub(apart.as_ref().map_or(0, |words| words.width() + 2)));
    let dim = theme.style(Role::TextDim);
    let mut x = area.x;
    if shown.start > 0 {
        x = paint::put(buf, area, x, area.y, "‹ ", dim);
    }
    let goes_on = shown.end < words.len();
    for words in words.get(shown).unwrap_or_default() {
        x = words.put(buf, area, x, area.y) + 2;
    }
    if goes_on {
        x = paint::put(buf, area, x.saturating_sub(1), area.y, "›", dim) + 1;
    }
    if let Some(words) = apart {
        words.put(buf, area, x, area.y);
    }
}

/// Around which item the agenda is shown.
fn centre<'a>(screen: &Screen<'a>) -> Option<Walk<'a>> {
    let wanted = screen.room().or(screen.pen.item);
    wanted.and_then(|id| Walk::at(screen.state, id)).or_else(|| Walk::first(screen.state))
}

/// Whether everything between two places fits.
fn fits(sizes: &[u16], one: usize, other: usize, room: u16) -> bool {
    let between = sizes.get(one.min(other)..=one.max(other)).unwrap_or_default();
    between.iter().map(|size| u32::from(*size)).sum::<u32>() <= u32::from(room)
}

/// The pen's item, where it is too far from the room's to be shown in its place.
fn apart(screen: &Screen<'_>, theme: &Theme, shown: bool) -> Option<Entry> {
    let pen = screen.pen.item.filter(|_| !shown)?;
    Entry::new(screen, theme, &Walk::at(screen.state, pen)?)
}

/// Says at the heading that there is more above or below.
fn more(buf: &mut Buffer, area: Rect, (above, below): (bool, bool), style: Style) {
    let text = match (above, below) {
        (true, true) => "↑↓",
        (true, false) => "↑",
        (false, true) => "↓",
        (false, false) => return,
    };
    paint::put_right(buf, area, area.y, &Words::of(text, style));
}

fn legend(buf: &mut Buffer, area: Rect, y: u16, style: Style) {
    let rows = u16::try_from(LEGEND.len()).unwrap_or_default();
    if area.bottom().saturating_sub(y) > rows {
        for (row, line) in (area.bottom() - rows..).zip(LEGEND) {
            paint::put_cut(buf, area, area.x, row, line, style);
        }
    }
}

/// An item as the agenda shows it.
struct Entry {
    /// What became of it, or that the room is there.
    standing: &'static str,
    number: String,
    /// The marks of business from which the public is excluded, and of declared interests.
    marks: &'static str,
    title: String,
    indent: u16,
    room: bool,
    pen: bool,
    style: Style,
}

impl Entry {
    fn new(screen: &Screen<'_>, theme: &Theme, place: &Walk<'_>) -> Option<Self> {
        let item = place.item()?;
        let is = |id: Option<&ItemId>| id == Some(&item.agenda.id);
        let (room, pen) = (is(screen.room()), is(screen.pen.item));
        Some(Self {
            standing: standing(item, room),
            number: number(screen.state, item),
            marks: marks(item.audience == Audience::Private, screen.state.has_interest(&item.agenda.id)),
            title: item.agenda.title.clone(),
            indent: u16::try_from(place.depth().min(3)).unwrap_or_default(),
            room,
            pen,
            style: theme.style(role(item, room, pen)),
        })
    }

    /// Where the title begins, from the left edge of the pane.
    fn hang(&self) -> u16 {
        HANG + self.indent
    }

    fn title(&self) -> Words {
        let gap = if self.marks.is_empty() { "" } else { " " };
        Words::of(self.marks, self.style).and(gap, self.style).and(&self.title, self.style)
    }

    fn lines(&self, usual: u16) -> u16 {
        if self.room || self.pen { 3 } else { usual }
    }

    fn height(&self, width: u16, usual: u16) -> u16 {
        self.title().height(width.saturating_sub(self.hang()), self.lines(usual)).max(1)
    }

    /// Draws it, its title on as many lines as it may have; returns the row after it.
    fn put(&self, buf: &mut Buffer, area: Rect, y: u16, usual: u16) -> u16 {
        let height = self.height(area.width, usual);
        let x = paint::put(buf, area, area.x, y, self.standing, self.style);
        let x = paint::put(buf, area, x, y, if self.pen { "✎" } else { " " }, self.style);
        paint::put(buf, area, x + self.indent, y, &text::pad_left(&self.number, 3), self.style);
        let titles = Rect { x: area.x + self.hang(), width: area.width.saturating_sub(self.hang()), ..area };
        self.title().put_lines(buf, titles, y, height);
        y + height
    }

    /// On the strip: number and marks, and the title where it is wanted, in about so many cells.
    fn short(&self, most: u16, titled: bool) -> Words {
        let pen = if self.pen { "✎" } else { "" };
        let marks = format!("{}{}{pen}{}", self.number, self.standing.trim_end(), self.marks);
        let words = Words::of(&marks, self.style);
        if !titled {
            return words;
        }
        let room = most.saturating_sub(words.width() + 1);
        let title = text::harmless_line(&self.title);
        words.and(" ", self.style).and(&text::cut(&title, room.into()), self.style)
    }
}

/// The number on the agenda, with a mark where the item was added in the meeting.
pub(super) fn number(state: &State, item: &Item) -> String {
    added(item, agenda_number(state, item).trim_end_matches('.'))
}

/// A number, with a mark where the item was added in the meeting.
pub(super) fn added(item: &Item, number: &str) -> String {
    if item.added { format!("{number}+") } else { number.to_owned() }
}

const fn marks(private: bool, interest: bool) -> &'static str {
    match (private, interest) {
        (false, false) => "",
        (true, false) => "◆",
        (false, true) => "§",
        (true, true) => "◆§",
    }
}

fn standing(item: &Item, room: bool) -> &'static str {
    match &item.state {
        _ if room => "▶",
        ItemState::Deferred { .. } => "»",
        ItemState::Skipped | ItemState::Withdrawn { .. } => "–",
        ItemState::Merged { .. } => "+",
        ItemState::Open if !item.visits.is_empty() => "✓",
        ItemState::Open => " ",
    }
}

fn role(item: &Item, room: bool, pen: bool) -> Role {
    match &item.state {
        _ if room => Role::StripRoom,
        _ if pen => Role::StripPen,
        _ if item.audience == Audience::Private => Role::StripPrivate,
        ItemState::Deferred { .. } | ItemState::Skipped | ItemState::Withdrawn { .. } | ItemState::Merged { .. } => {
            Role::StripDeferred
        }
        ItemState::Open if !item.visits.is_empty() => Role::StripDone,
        ItemState::Open => Role::Text,
    }
}
