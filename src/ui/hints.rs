//! The last rows: news, the command line, and what keys do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::inset;
use super::paint::{self, Words};
use super::prompt;
use super::theme::{Role, Theme};
use crate::app::view::{Hint, Notice, Prompt, Tone};

/// What is always worth knowing where the clerk writes, for the right edge.
pub(super) const ALWAYS: [(&str, &str); 2] = [("?", "help"), (":", "command")];

/// How many rows news and command line would like on a screen so wide.
pub(super) fn wanted(notice: Option<&Notice>, command: Option<&Prompt>, theme: &Theme, width: u16) -> u16 {
    let notice = notice.map_or(0, |notice| news(notice, theme).height(width.saturating_sub(2), 3));
    notice + u16::from(command.is_some())
}

/// Draws news and, below it, the command line; says where the cursor is, if the command line has it.
pub(super) fn message(
    notice: Option<&Notice>,
    command: Option<&Prompt>,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let area = inset(area, 1);
    let typed = u16::from(command.is_some()).min(area.height);
    if let Some(notice) = notice {
        news(notice, theme).put_lines(buf, area, area.y, area.height - typed);
    }
    let line = Rect { y: area.bottom().saturating_sub(1), height: typed, ..area };
    prompt::draw(command?, [Role::HintKey, Role::Command], theme, line, buf)
}

/// Draws as many hints as fit, and at the right, in a meeting, what is always worth knowing:
///
/// ```text
/// F2 next  F3 nil  F4 decide  F5 who                     ? help  : command
/// ```
pub(super) fn draw(hints: &[Hint], always: &[(&str, &str)], theme: &Theme, area: Rect, buf: &mut Buffer) {
    let area = inset(area, 1);
    let known = always;
    let mut always = Words::default();
    for (key, text) in known {
        always.append(&hint(key, text, theme, always.is_empty()));
    }
    let shown = !always.is_empty() && always.width() + 12 <= area.width;
    let room = if shown { area.width - always.width() - 2 } else { area.width };
    fitting(hints, theme, room).put(buf, area, area.x, area.y);
    if shown {
        paint::put_right(buf, area, area.y, &always);
    }
}

/// As many hints as fit, in their order; none is cut.
fn fitting(hints: &[Hint], theme: &Theme, room: u16) -> Words {
    let mut words = Words::default();
    for Hint { key, text } in hints {
        let more = hint(key, text, theme, words.is_empty());
        if words.width().saturating_add(more.width()) > room {
            break;
        }
        words.append(&more);
    }
    words
}

/// All hints on as many lines as they need, none broken between key and text.
pub(super) fn lines(hints: &[Hint], theme: &Theme, width: u16) -> Vec<Words> {
    let mut lines: Vec<Words> = Vec::new();
    for Hint { key, text } in hints {
        let more = hint(key, text, theme, false);
        match lines.last_mut().filter(|line| line.width().saturating_add(more.width()) <= width) {
            Some(line) => line.append(&more),
            None => lines.push(hint(key, text, theme, true)),
        }
    }
    lines
}

fn hint(key: &str, text: &str, theme: &Theme, first: bool) -> Words {
    let style = theme.style(Role::HintText);
    let gap = if first { "" } else { "  " };
    Words::of(gap, style).and(key, theme.style(Role::HintKey)).and(" ", style).and(text, style)
}

/// News, with a mark that tells without colour that it is a warning.
fn news(notice: &Notice, theme: &Theme) -> Words {
    let style = theme.style(tone(notice.tone));
    let mark = if matches!(notice.tone, Tone::Warning | Tone::Bad) { "! " } else { "" };
    Words::of(mark, style).and(&notice.text, style)
}

/// How the theme calls what something means.
pub(super) const fn tone(tone: Tone) -> Role {
    match tone {
        Tone::Plain => Role::Text,
        Tone::Dim => Role::TextDim,
        Tone::Heading => Role::Heading,
        Tone::Good => Role::Saved,
        Tone::Warning => Role::Warning,
        Tone::Bad => Role::Error,
    }
}
