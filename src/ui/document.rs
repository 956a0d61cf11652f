//! A document on the whole screen, with what is looked for in it marked.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::hints::{self, tone};
use super::layout::inset;
use super::paint::{self, Words};
use super::prompt;
use super::theme::{Role, Theme};
use super::typing::underlined;
use crate::app::view::{Hint, Mark, PageView, Prompt, Search};
use crate::spelling::{Speller, Written};

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
pub(super) fn draw(
    page: &PageView,
    search: &Search,
    speller: Option<&Speller>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    paint::clear(buf, area, theme.style(Role::Background));
    let [top, body, foot] = rows(area)?;
    let shown = usize::from(body.height);
    let first = page.scroll.min(page.lines.len().saturating_sub(1));
    title(page, first, first.saturating_add(shown).min(page.lines.len()), theme, top, buf);
    for ((line, (line_tone, text)), y) in page.lines.iter().enumerate().skip(first).zip(body.top()..body.bottom()) {
        let row = Rect { y, height: 1, ..body };
        let speller = speller.filter(|_| page.proofread.get(line) == Some(&true));
        let unknown = speller.map_or_else(Vec::new, |speller| speller.unknown(text, Written::Done));
        let marks = Marks { finds: search.on(line), at: search.at, unknown: &unknown };
        marked(text, &marks, theme.style(tone(*line_tone)), theme).put(buf, row, row.x, y);
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

/// What is set apart in a line.
struct Marks<'a> {
    finds: &'a [Mark],
    /// Which find is looked at.
    at: usize,
    /// The words that nobody knows, in bytes.
    unknown: &'a [Range<usize>],
}

/// A line with its finds set apart, the one that is looked at more than others, and words that nobody knows.
fn marked(text: &str, marks: &Marks<'_>, plain: Style, theme: &Theme) -> Words {
    let parts = marks.finds.iter().map(|mark| &mark.part).chain(marks.unknown);
    let mut stops: Vec<usize> = parts.flat_map(|part| [part.start, part.end]).chain([text.len()]).collect();
    stops.sort_unstable();
    let (mut words, mut from) = (Words::default(), 0);
    for stop in stops {
        let style = match marks.finds.iter().find(|mark| mark.part.contains(&from)) {
            Some(mark) if mark.find == marks.at => plain.patch(theme.style(Role::Selection)),
            Some(_) => theme.style(Role::Match),
            None => plain,
        };
        let is_unknown = marks.unknown.iter().any(|part| part.contains(&from));
        let style = if is_unknown { underlined(style, Role::UnknownWord, theme) } else { style };
        words.add(text.get(from..stop).unwrap_or_default(), style);
        from = stop.max(from);
    }
    words
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
