//! The middle of the screen: the item of the pen as it will print, with the line being typed where it will go.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::agenda::added;
use super::layout::inset;
use super::paint::{self, Words, cells};
use super::passages::{Kind, Look, Passage, Passages};
use super::screen::Screen;
use super::theme::{Role, Theme};
use super::typing::{Typed, underlined};
use crate::app::veto;
use crate::meeting::agenda::Paper;
use crate::meeting::event::ItemState;
use crate::meeting::id::FactId;
use crate::meeting::state::{Item, State};
use crate::minutes::document::both_numbers;
use crate::spelling::{Speller, Written};

/// Columns left of the text, for marks.
const GUTTER: u16 = 2;

/// Lines longer than this are hard to follow.
const MEASURE: u16 = 96;

/// From how many rows on there is an empty one between paragraphs of different kinds.
const ROOMY: u16 = 12;

/// The pane without its edges, as wide as is read with ease.
fn measured(pane: Rect) -> Rect {
    let area = inset(pane, 1);
    Rect { width: area.width.min(MEASURE), ..area }
}

/// The text without the marks to its left.
fn column(area: Rect) -> Rect {
    Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER), ..area }
}

/// At how many cells the text being typed is wrapped in this pane.
pub(super) fn typing_width(pane: Rect) -> u16 {
    super::typing::wrap_width(column(measured(pane)).width)
}

/// Draws the pane and says where the cursor is:
///
/// ```text
/// Room is at 12 · pen is at 11 (Alt-P takes the pen to the room)
/// 11  Delivery of the Police and Crime Plan - Progress Report
///     Paper: pages 31 - 54, Police and Crime Commissioner
///     Recommendation: to note the report
///
///   The Panel received an update on the approach ...
/// ▸ 1) Councillor Gilderdale asked about hate crime.
///      → Undertaking (the Commissioner): to circulate the figures
/// ✎ gild asked what could be done for non-car users_
/// ```
pub(super) fn draw(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = measured(area);
    let y = head(screen, theme, area, buf);
    let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
    text(screen, theme, rest, buf)
}

/// What stands above the text; returns the row after it.
fn head(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) -> u16 {
    // The text being typed has at least half the rows.
    let most = area.height / 2;
    let mut y = area.y;
    let mut put = |words: &Words, rows: u16, indent: u16, y: &mut u16| {
        let left = (area.y + most).saturating_sub(*y);
        let area = Rect { x: area.x + indent.min(area.width), width: area.width.saturating_sub(indent), ..area };
        *y = words.put_lines(buf, area, *y, rows.min(left));
    };
    if let Some(apart) = apart(screen, theme, area.width) {
        put(&apart, 2, 0, &mut y);
    }
    let Some(item) = screen.pen.item.and_then(|id| screen.state.item(id)) else {
        put(&Words::of("No item is open yet.", theme.style(Role::TextDim)), 1, 0, &mut y);
        return y;
    };
    let number = number(screen.state, item);
    let indent = cells(&number).min(14) + 2;
    let style = theme.style(Role::Heading);
    let before = y;
    put(&Words::of(&item.agenda.title, style).and(became(item), theme.style(Role::Warning)), 2, indent, &mut y);
    if y > before {
        put(&Words::of(&number, style), 1, 0, &mut before.clone());
    }
    if area.height >= ROOMY {
        let rows = if area.height < 30 { 1 } else { 2 };
        for line in paper(&item.agenda.paper).chain(veto::sentence(screen.state, &item.agenda.id)) {
            put(&Words::of(&line, theme.style(Role::TextDim)), rows, indent, &mut y);
        }
        y = (y + 1).min(area.y + most);
    }
    y
}

/// Says plainly when the room is at another item than the pen.
fn apart(screen: &Screen<'_>, theme: &Theme, width: u16) -> Option<Words> {
    let room = screen.room().filter(|room| screen.pen.item != Some(room))?;
    let room = screen.state.item(room)?;
    let pen = screen.pen.item.and_then(|id| screen.state.item(id)).map(|item| named(screen.state, item));
    let pen = pen.map_or_else(|| "pen is at none".to_owned(), |pen| format!("pen is at {pen}"));
    let style = theme.style(Role::Warning);
    let words = Words::of(&format!("Room is at {} · {pen}", named(screen.state, room)), style);
    let Some(key) = screen.pen.follow else { return Some(words) };
    let what = match width {
        ..46 => ")",
        46..64 => " follows)",
        _ => " takes the pen to the room)",
    };
    Some(words.and(" (", style).and(key, theme.style(Role::HintKey)).and(what, style))
}

/// The number on the agenda, and in the minutes where that is another.
fn number(state: &State, item: &Item) -> String {
    added(item, &both_numbers(state, item))
}

/// An item by its number, or by its title where it has none.
fn named(state: &State, item: &Item) -> String {
    let number = number(state, item);
    if number.trim_end_matches('+').is_empty() { format!("“{}”", item.agenda.title) } else { number }
}

/// What became of an item, for its title.
const fn became(item: &Item) -> &'static str {
    match item.state {
        ItemState::Open => "",
        ItemState::Skipped => " (skipped)",
        ItemState::Deferred { .. } => " (put off)",
        ItemState::Withdrawn { .. } => " (withdrawn)",
        ItemState::Merged { .. } => " (taken with another)",
    }
}

/// What is known of the paper, a line each.
fn paper(paper: &Paper) -> impl Iterator<Item = String> {
    let pages = paper.pages.as_ref().map(|pages| format!("pages {pages}"));
    let parts: Vec<String> = pages.into_iter().chain(paper.author.clone()).collect();
    let source = (!parts.is_empty()).then(|| format!("Paper: {}", parts.join(", ")));
    source.into_iter().chain(paper.recommendation.as_ref().map(|words| format!("Recommendation: {words}")))
}

/// The minutes, pulled outward from the text being typed until the area is full.
fn text(screen: &Screen<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.height == 0 {
        return None;
    }
    let pen = &screen.pen;
    let item = pen.item.and_then(|id| screen.state.item(id));
    let passages = item.map(|item| Passages::new(screen.state, screen.style, item, pen.place));
    let column = column(area);
    let label = u16::from(!pen.typing.label.is_empty() && area.height > 2);
    let typed = Typed::new(pen.typing, column.width, (area.height - label).saturating_sub(area.height / 3).max(1));
    let roomy = area.height >= ROOMY;
    let room = area.height.saturating_sub(typed.height() + label + u16::from(roomy));
    let look = Dresser { theme, width: column.width, fact: pen.fact, roomy, speller: pen.typing.speller };
    let mut below = look.pull(passages.iter().flat_map(Passages::below), room / 3, false);
    let above = look.pull(passages.iter().flat_map(Passages::above), room - total(&below).min(room / 3), true);
    // What stands below has the rest, where little stands above.
    let rest = room.saturating_sub(total(&above)).max(room / 3);
    if rest > room / 3 {
        below = look.pull(passages.iter().flat_map(Passages::below), rest, false);
    }
    // Below the last paragraph nothing needs to be kept apart.
    if let Some(last) = below.last_mut() {
        last.gap = false;
    }
    let mut skip = total(&above).saturating_sub(room - total(&below).min(rest));
    // An empty row says nothing where it is the first.
    if skip > 0 && above.last().is_some_and(|top| top.gap && top.height() == skip + 1) {
        skip += 1;
    }
    if skip > 0 {
        paint::put(buf, area, area.x, area.y, "↑", theme.style(Role::TextDim));
    }
    let mut y = area.y;
    for paragraph in above.iter().rev() {
        let rows = paragraph.draw(theme, area, y, skip, buf);
        skip = skip.saturating_sub(paragraph.height());
        y += rows;
    }
    let style = theme.style(Role::Heading);
    if label > 0 {
        paint::put_cut(buf, column, column.x, y, pen.typing.label, theme.style(Role::Label));
        y += 1;
    }
    paint::put(buf, area, area.x, y, "✎", style);
    let cursor = typed.draw(theme, column, y, buf);
    y = y.saturating_add(typed.height() + u16::from(roomy));
    for paragraph in &below {
        y += paragraph.draw(theme, area, y, 0, buf);
    }
    cursor
}

fn total(paragraphs: &[Paragraph]) -> u16 {
    paragraphs.iter().map(Paragraph::height).fold(0, u16::saturating_add)
}

/// Makes paragraphs of passages.
struct Dresser<'a> {
    theme: &'a Theme,
    width: u16,
    fact: Option<FactId>,
    roomy: bool,
    speller: Option<&'a Speller>,
}

impl Dresser<'_> {
    /// The nearest passages, as many as fill so many rows or one more, given from the pen upward or downward.
    fn pull(&self, passages: impl Iterator<Item = Passage>, rows: u16, upward: bool) -> Vec<Paragraph> {
        let mut taken: Vec<Paragraph> = Vec::new();
        let mut left = rows;
        for passage in passages {
            if left == 0 {
                break;
            }
            let mut paragraph = self.paragraph(&passage);
            if let Some(nearer) = taken.last_mut() {
                let (first, second) = if upward { (&mut paragraph, nearer) } else { (nearer, &mut paragraph) };
                if self.roomy && first.listed && !second.listed && !first.gap {
                    first.gap = true;
                    left = left.saturating_sub(u16::from(!upward));
                }
            }
            left = left.saturating_sub(paragraph.height());
            taken.push(paragraph);
        }
        taken
    }

    fn paragraph(&self, passage: &Passage) -> Paragraph {
        let here = passage.fact.is_some() && passage.fact == self.fact;
        let style = self.theme.style(role(passage.kind));
        let over = if here { self.theme.style(Role::Selection) } else { Style::new() };
        let label = Words::of(&passage.label, style.patch(over));
        let hang = if label.is_empty() { 0 } else { label.width() + 1 };
        let hang = hang.min(self.width / 2);
        let mut words = Words::default();
        for (text, look) in &passage.runs {
            let look = match look {
                Look::Plain => style,
                Look::Strong => style.bold(),
                Look::Italic => style.italic(),
                Look::Unknown => style.patch(self.theme.style(Role::UnknownSpeaker)),
            };
            self.add_words(&mut words, passage, text, look);
        }
        let width = self.width.saturating_sub(hang).max(1);
        let dim = self.theme.style(Role::TextDim);
        let asides: Vec<Words> = passage.asides.iter().map(|aside| Words::of("→ ", dim).and(aside, dim)).collect();
        let gap = self.roomy && matches!(passage.kind, Kind::Paragraph | Kind::Decision | Kind::Draft | Kind::Movement);
        let listed = !label.is_empty() || passage.kind == Kind::Cells;
        let mark = if passage.private { "◆" } else { "" };
        Paragraph { lines: words.wrap(width), label, hang, words, asides, here, mark, gap, listed }
    }

    /// Adds text of a passage, with words underlined that nobody knows. A jotting is shorthand, where that says nothing.
    fn add_words(&self, words: &mut Words, passage: &Passage, text: &str, look: Style) {
        let written = matches!(passage.kind, Kind::Paragraph | Kind::Point | Kind::Decision | Kind::Draft);
        let speller = self.speller.filter(|_| written && passage.fact.is_some());
        let mut from = 0;
        for unknown in speller.map_or_else(Vec::new, |speller| speller.unknown(text, Written::Done)) {
            words.add_lines(text.get(from..unknown.start).unwrap_or_default(), look);
            from = unknown.end;
            words.add_lines(text.get(unknown).unwrap_or_default(), underlined(look, Role::UnknownWord, self.theme));
        }
        words.add_lines(text.get(from..).unwrap_or_default(), look);
    }
}

const fn role(kind: Kind) -> Role {
    match kind {
        Kind::Paragraph | Kind::Point | Kind::Cells => Role::Text,
        Kind::Heading => Role::Heading,
        Kind::Jotting | Kind::Draft => Role::Jotting,
        Kind::Decision => Role::Decision,
        Kind::Movement | Kind::Aside => Role::TextDim,
    }
}

/// A passage, wrapped.
struct Paragraph {
    label: Words,
    hang: u16,
    words: Words,
    lines: Vec<std::ops::Range<usize>>,
    asides: Vec<Words>,
    /// Whether the pen is on it.
    here: bool,
    /// What stands beside it where it is private.
    mark: &'static str,
    /// Whether an empty row follows.
    gap: bool,
    /// Whether it is one of a list, whose last is kept apart from what follows.
    listed: bool,
}

impl Paragraph {
    fn height(&self) -> u16 {
        let rows = self.lines.len() + self.asides.len() + usize::from(self.gap);
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    /// Draws it without its first `skip` rows, as far as the area goes; returns how many rows it took.
    fn draw(&self, theme: &Theme, area: Rect, y: u16, skip: u16, buf: &mut Buffer) -> u16 {
        let column = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER), ..area };
        let text = column.x.saturating_add(self.hang);
        if skip == 0 {
            if self.here {
                paint::put(buf, area, area.x, y, "▸", theme.style(Role::Heading));
            }
            paint::put(buf, area, area.x + 1, y, self.mark, theme.style(Role::Private));
            let labels = Rect { width: self.hang.min(column.width), ..column };
            self.label.put(buf, labels, column.x, y);
        }
        let mut row = y;
        for line in self.lines.iter().skip(skip.into()) {
            self.words.put_range(line.clone(), buf, column, text, row);
            row = row.saturating_add(1);
        }
        let lines = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        for aside in self.asides.iter().skip(skip.saturating_sub(lines).into()) {
            aside.put(buf, column, text, row);
            row = row.saturating_add(1);
        }
        self.height().saturating_sub(skip).min(area.bottom().saturating_sub(y))
    }
}
