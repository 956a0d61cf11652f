//! The text under the pen: several lines, wrapped by the screen, with undo of its own until it is recorded.

use chrono::{DateTime, Utc};
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};
use crate::text;

mod rows;
#[cfg(test)]
mod tests;

/// The longest text of one point, in bytes: a hundred times a long one. Each key costs time by the text's length.
pub const LIMIT: usize = 64 * 1024;

/// How many steps can be taken back.
const STEPS: usize = 200;

/// Text that is not recorded yet, kept with the item that it was typed under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unfinished {
    /// The text, lines separated by line feeds.
    pub text: String,
    /// The cursor's place, in characters from the start.
    pub cursor: usize,
    /// When its first key was pressed, in UTC.
    pub started: Option<DateTime<Utc>>,
}

/// What taking text in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// All of it.
    Whole,
    /// Characters that do harm were left out.
    Cleaned,
    /// It was too long, and the end of it was left out.
    Cut,
}

/// The editor.
#[derive(Clone, Debug)]
pub struct Editor {
    area: TextArea<'static>,
    started: Option<DateTime<Utc>>,
    past: Vec<Unfinished>,
    future: Vec<Unfinished>,
    /// The letter typed just before, if the next one belongs to the same step.
    before: Option<char>,
    /// How wide the text is drawn, in cells; unknown until it is told.
    width: Option<u16>,
}

impl Default for Editor {
    fn default() -> Self {
        Self::new(&Unfinished::default())
    }
}

impl Editor {
    /// An editor with the cursor back where it was.
    pub fn new(unfinished: &Unfinished) -> Self {
        Self {
            area: area(unfinished),
            started: unfinished.started,
            past: Vec::new(),
            future: Vec::new(),
            before: None,
            width: None,
        }
    }

    /// Tells how wide the text is drawn, in cells, so that up and down go by its rows there.
    pub fn set_width(&mut self, width: u16) {
        self.width = Some(width.max(1));
    }

    /// Its lines.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// The cursor: line, and characters from its start.
    pub fn at(&self) -> (usize, usize) {
        self.place()
    }

    /// What is selected, from the first character to behind the last, each as [`Editor::at`] gives places.
    pub fn selected(&self) -> Option<((usize, usize), (usize, usize))> {
        self.area.selection_range()
    }

    /// The text, lines separated by line feeds.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// Whether no more fits.
    pub fn is_full(&self) -> bool {
        self.text().len() + 4 > LIMIT
    }

    /// The cursor's place, in characters from the start of the text.
    pub fn cursor(&self) -> usize {
        let (row, column) = self.place();
        self.area.lines().iter().take(row).map(|line| line.chars().count() + 1).sum::<usize>() + column
    }

    /// When the first key of this text was pressed, in UTC.
    pub fn started(&self) -> Option<DateTime<Utc>> {
        self.started
    }

    /// Its text as it can be kept and put back.
    pub fn unfinished(&self) -> Unfinished {
        Unfinished { text: self.text(), cursor: self.cursor(), started: self.started }
    }

    /// Types text that was pasted or came in a burst, at `now`.
    pub fn paste(&mut self, pasted: &str, now: DateTime<Utc>) -> Taken {
        let cleaned = text::clean_text(pasted);
        let room = LIMIT.saturating_sub(self.text().len());
        let (fits, cut) = text::cap(&cleaned.text, room);
        if !fits.is_empty() {
            self.step(false);
            self.begin(now);
            self.area.insert_str(fits);
            self.compose(fits);
        }
        match (cut, cleaned.removed) {
            (true, _) => Taken::Cut,
            (false, true) => Taken::Cleaned,
            (false, false) => Taken::Whole,
        }
    }

    /// Does what a key does in text, at `now`; says whether it had a use for it.
    pub fn key(&mut self, key: Key, now: DateTime<Utc>) -> bool {
        match key.letter() {
            Some(letter) => self.letter(letter, now),
            None => return self.edit(key) || self.go(key),
        }
        true
    }

    /// Ends the line at the cursor and begins another.
    pub fn newline(&mut self, now: DateTime<Utc>) {
        self.paste("\n", now);
    }

    /// What stands between the last `@` and the cursor, if a person may be meant.
    pub fn mention(&self) -> Option<String> {
        let (row, column) = self.place();
        let before: String = self.area.lines().get(row)?.chars().take(column).collect();
        let (ahead, partial) = before.rsplit_once('@')?;
        let separate = ahead.chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        let short = partial.chars().count() <= 30 && !partial.starts_with(' ');
        let word =
            partial.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\'' | '’' | '.'));
        (separate && short && word).then(|| partial.to_owned())
    }

    /// Puts `name` in the place of the mention before the cursor.
    pub fn complete(&mut self, name: &str) {
        if let Some(partial) = self.mention() {
            self.step(false);
            self.remove_before(partial.chars().count() + 1);
            self.area.insert_str(text::clean_line(name).text);
        }
    }

    /// Puts `new` in the place of some characters of a line, and leaves the cursor at the letter where it was.
    pub fn replace(&mut self, row: usize, characters: std::ops::Range<usize>, new: &str) {
        self.step(false);
        self.area.cancel_selection();
        let (line, column) = self.place();
        let new = text::clean_line(new).text;
        let end = characters.start + new.chars().count();
        self.area.move_cursor(jump(row, characters.end));
        self.remove_before(characters.len());
        self.area.insert_str(&new);
        let column = match column {
            _ if line != row => column,
            column if column <= characters.start => column,
            column => end + column.saturating_sub(characters.end),
        };
        self.area.move_cursor(jump(line, column));
    }

    /// Takes the last step back.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(self.unfinished());
        self.restore(&before);
        true
    }

    /// Takes a step again that was taken back.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(self.unfinished());
        self.restore(&after);
        true
    }

    fn letter(&mut self, letter: char, now: DateTime<Utc>) {
        let clean = text::clean_text(letter.encode_utf8(&mut [0; 4])).text;
        if clean.is_empty() || self.is_full() {
            return;
        }
        // A word and the space after it are one step.
        let joins = self.before.is_some_and(|before| !before.is_whitespace() || letter.is_whitespace());
        self.step(joins);
        self.begin(now);
        self.area.insert_str(&clean);
        self.compose(&clean);
        self.before = Some(letter);
    }

    /// Composes what was just put in with the character before it: `e` and an accent become one character.
    fn compose(&mut self, added: &str) {
        if !added.chars().next().is_some_and(unicode_normalization::char::is_combining_mark) {
            return;
        }
        let (row, column) = self.place();
        let line: String =
            self.area.lines().get(row).map(|line| line.chars().take(column).collect()).unwrap_or_default();
        let composed: String = line.nfc().collect();
        if composed != line {
            self.remove_before(column);
            self.area.insert_str(composed);
        }
    }

    fn edit(&mut self, key: Key) -> bool {
        let word = key.ctrl || key.alt;
        match key.code {
            Code::Backspace if !word => self.change(Self::backspace),
            Code::Delete if !word => self.change(Self::delete),
            Code::Backspace => self.change(|editor| _ = editor.area.delete_word()),
            Code::Delete => self.change(|editor| _ = editor.area.delete_next_word()),
            Code::Char('w') if key.ctrl => self.change(|editor| _ = editor.area.delete_word()),
            Code::Char('k') if key.ctrl => self.change(|editor| _ = editor.area.delete_line_by_end()),
            Code::Char('u') if key.ctrl => self.change(|editor| _ = editor.area.delete_line_by_head()),
            Code::Char('x') if key.ctrl => self.change(|editor| _ = editor.area.cut()),
            Code::Char('v') if key.ctrl => self.change(|editor| _ = editor.area.paste()),
            Code::Char('c') if key.ctrl => self.area.copy(),
            Code::Char('z') if key.ctrl => return self.undo(),
            Code::Char('y') if key.ctrl => return self.redo(),
            _ => return false,
        }
        true
    }

    fn go(&mut self, key: Key) -> bool {
        let word = key.ctrl || key.alt;
        let to = match key.code {
            Code::Left if word => CursorMove::WordBack,
            Code::Right if word => CursorMove::WordForward,
            Code::Left => CursorMove::Back,
            Code::Right => CursorMove::Forward,
            Code::Up if !word => self.row(true),
            Code::Down if !word => self.row(false),
            Code::Home if word => CursorMove::Top,
            Code::End if word => CursorMove::Bottom,
            Code::Home => CursorMove::Head,
            Code::End => CursorMove::End,
            Code::Char('a') if key.ctrl => CursorMove::Head,
            Code::Char('e') if key.ctrl => CursorMove::End,
            _ => return false,
        };
        match (key.shift, self.area.is_selecting()) {
            (true, false) => self.area.start_selection(),
            (false, true) => self.area.cancel_selection(),
            _ => {}
        }
        let before = self.area.cursor();
        self.area.move_cursor(to);
        self.before = None;
        // At the first or last line the arrows are free to move the pen through the minutes.
        self.area.cursor() != before || !matches!(key.code, Code::Up | Code::Down)
    }

    /// The move to the row above or below, as the text is drawn.
    fn row(&self, up: bool) -> CursorMove {
        let Some(width) = self.width else { return if up { CursorMove::Up } else { CursorMove::Down } };
        let at = self.place();
        let (row, column) = rows::beside(self.lines(), at, width.into(), up).unwrap_or(at);
        jump(row, column)
    }

    /// One press takes away what is seen as one character.
    fn backspace(&mut self) {
        let (row, column) = self.place();
        if self.area.is_selecting() || column == 0 {
            self.area.delete_char();
            return;
        }
        let before: String =
            self.area.lines().get(row).map(|line| line.chars().take(column).collect()).unwrap_or_default();
        let last = before.graphemes(true).next_back().map_or(1, |cluster| cluster.chars().count());
        self.remove_before(last);
    }

    fn delete(&mut self) {
        let (row, column) = self.place();
        let after: String =
            self.area.lines().get(row).map(|line| line.chars().skip(column).collect()).unwrap_or_default();
        if self.area.is_selecting() || after.is_empty() {
            self.area.delete_next_char();
            return;
        }
        let first = after.graphemes(true).next().map_or(1, |cluster| cluster.chars().count());
        self.area.delete_str(first);
    }

    fn remove_before(&mut self, letters: usize) {
        for _ in 0..letters {
            self.area.move_cursor(CursorMove::Back);
        }
        self.area.delete_str(letters);
    }

    fn place(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    fn change(&mut self, how: impl FnOnce(&mut Self)) {
        self.step(false);
        how(self);
        if self.is_empty() {
            self.started = None;
        }
    }

    fn begin(&mut self, now: DateTime<Utc>) {
        if self.started.is_none() {
            self.started = Some(now);
        }
    }

    /// Keeps the text as it is before a change, unless the change belongs to the step before.
    fn step(&mut self, joins: bool) {
        if !joins {
            if self.past.len() == STEPS {
                self.past.remove(0);
            }
            self.past.push(self.unfinished());
        }
        self.future.clear();
        self.before = None;
    }

    fn restore(&mut self, to: &Unfinished) {
        let yank = self.area.yank_text();
        self.area = area(to);
        self.area.set_yank_text(yank);
        self.started = to.started;
        self.before = None;
    }
}

/// The widget with a text and the cursor in its place.
fn area(unfinished: &Unfinished) -> TextArea<'static> {
    let mut area = TextArea::new(unfinished.text.split('\n').map(str::to_owned).collect());
    area.set_wrap_mode(WrapMode::WordOrGlyph);
    area.set_max_histories(0);
    let before = unfinished.text.chars().take(unfinished.cursor);
    let (row, column) = before.fold((0_u16, 0_u16), |(row, column), letter| match letter {
        '\n' => (row.saturating_add(1), 0),
        _ => (row, column.saturating_add(1)),
    });
    area.move_cursor(CursorMove::Jump(row, column));
    area
}

fn jump(row: usize, column: usize) -> CursorMove {
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    CursorMove::Jump(short(row), short(column))
}
