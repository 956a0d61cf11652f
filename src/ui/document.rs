//! A document on the whole screen, with what is looked for in it marked.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::hints::{self, tone};
use super::layout::inset;
use super::paint::{self, Words};
use super::prompt;
use super::theme::{Role, Theme};
use crate::app::view::{Hint, Mark, PageView, Prompt, Search};

/// What keys do in a document.
const HINTS: [(&str, &str); 5] =
    [("/", "find"), ("n N", "next, last"), ("PgUp PgDn", "pages"), ("Home End", "ends"), ("Esc", "back")];

/// Draws a document and says where the cursor is while something to look for is typed:
///
/// ```text
///  The minutes as they would be exported                                 lines 23–44 of 310
/// 5) Councillor Barkham asked about fox hunting.
///  / find  n N next, last  PgUp PgDn pages  Home End ends  Esc back        2 of 7 “barkham”
/// ```
pub(super) fn draw(page: &PageView, search: &Search, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    paint::clear(buf, area, theme.style(Role::Background));
    let [top, body, foot] = rows(area)?;
    let shown = usize::from(body.height);
    let first = page.scroll.min(page.lines.len().saturating_sub(1));
    title(page, first, first.saturating_add(shown).min(page.lines.len()), theme, top, buf);
    for ((line, (line_tone, text)), y) in page.lines.iter().enumerate().skip(first).zip(body.top()..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        marked(text, search.on(line), search.at, theme.style(tone(*line_tone)), theme).put(buf, row, row.x, y);
    }
    below(search, theme, foot, buf)
}

/// The title, the text, and the line below it; nothing where there is no room for them.
fn rows(area: Rect) -> Option<[Rect; 3]> {
    let height = area.height.checked_sub(2).filter(|height| *height > 0)?;
    let top = Rect { height: 1, ..area };
    let body = Rect { y: area.y + 1, height, ..area };
    Some([top, body, Rect { y: body.bottom(), height: 1, ..area }])
}

fn title(page: &PageView, first: usize, last: usize, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let style = theme.style(Role::Bar);
    paint::clear(buf, area, style);
    let area = inset(area, 1);
    let place = Words::of(&format!("lines {}–{last} of {}", (first + 1).min(last), page.lines.len()), style);
    paint::put_right(buf, area, area.y, &place);
    let room = area.width.saturating_sub(place.width() + 2);
    Words::of(&page.title, style).put(buf, Rect { width: room, ..area }, area.x, area.y);
}

/// A line with its finds set apart, the one that is looked at more than others.
fn marked(text: &str, marks: &[Mark], at: usize, plain: Style, theme: &Theme) -> Words {
    let (mut words, mut from) = (Words::default(), 0);
    for mark in marks {
        let style = if mark.find == at { plain.patch(theme.style(Role::Selection)) } else { theme.style(Role::Match) };
        words.add(text.get(from..mark.part.start).unwrap_or_default(), plain);
        words.add(text.get(mark.part.clone()).unwrap_or_default(), style);
        from = mark.part.end.max(from);
    }
    words.and(text.get(from..).unwrap_or_default(), plain)
}

/// What is looked for while it is typed; what the keys do otherwise.
fn below(search: &Search, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let area = inset(area, 1);
    let count = Words::of(&found(search), theme.style(Role::TextDim));
    paint::put_right(buf, area, area.y, &count);
    let area = Rect { width: area.width.saturating_sub(count.width() + 2), ..area };
    if let Some(cursor) = search.typing {
        let prompt = Prompt { label: "/".to_owned(), text: search.text.clone(), cursor, ..Prompt::default() };
        return prompt::draw(&prompt, [Role::HintKey, Role::Command], theme, area, buf);
    }
    let known = HINTS.map(|(key, text)| Hint { key: key.to_owned(), text: text.to_owned() });
    hints::draw(&known, &[], theme, area, buf);
    None
}

fn found(search: &Search) -> String {
    match (search.text.is_empty(), search.finds) {
        (true, _) => String::new(),
        (false, 0) => "not found".to_owned(),
        (false, finds) => format!("{} of {finds}", search.at + 1),
    }
}
