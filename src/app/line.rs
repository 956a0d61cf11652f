//! One line being typed: a prompt in a pad, the command line.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};
use super::view::Prompt;
use crate::text;

/// The longest line, in bytes.
const LIMIT: usize = 16 * 1024;

/// A line and the cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// In bytes, always between grapheme clusters or at least between characters.
    cursor: usize,
}

impl Line {
    /// A line that holds `text`, with the cursor at its end.
    pub fn new(text: &str) -> Self {
        let text = text::clean_line(text).text;
        Self { cursor: text.len(), text }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// How the screen shows it, after `label`.
    pub fn prompt(&self, label: impl Into<String>) -> Prompt {
        Prompt {
            label: label.into(),
            text: self.text.clone(),
            cursor: self.before().chars().count(),
            ..Prompt::default()
        }
    }

    /// Puts text in at the cursor, on one line. What does not fit is left out.
    pub fn insert(&mut self, more: &str) {
        let (more, _) = text::cap(more, LIMIT.saturating_sub(self.text.len()));
        let more = text::harmless_line(more).replace('\t', " ");
        let (before, after) = (self.before().to_owned(), self.after().to_owned());
        let joined: String = format!("{before}{more}").nfc().collect();
        self.cursor = joined.len();
        self.text = joined + &after;
    }

    /// Puts `new` in the place of a part of the line, in bytes, and leaves the cursor at the letter where it was.
    pub fn replace(&mut self, part: Range<usize>, new: &str) {
        let (Some(before), Some(after)) = (self.text.get(..part.start), self.text.get(part.end..)) else { return };
        let text = format!("{before}{new}{after}");
        self.cursor = match self.cursor {
            cursor if cursor <= part.start => cursor,
            cursor => part.start + new.len() + cursor.saturating_sub(part.end),
        };
        self.text = text;
    }

    /// Does what a key does in a line; says whether it had a use for it.
    pub fn key(&mut self, key: Key) -> bool {
        if let Some(letter) = key.letter() {
            self.insert(letter.encode_utf8(&mut [0; 4]));
            return true;
        }
        let word = key.ctrl || key.alt;
        match key.code {
            Code::Backspace => self.cut(if word { self.word_back() } else { self.back() }, self.cursor),
            Code::Delete => self.cut(self.cursor, if word { self.word_on() } else { self.on() }),
            Code::Left => self.cursor = if word { self.word_back() } else { self.back() },
            Code::Right => self.cursor = if word { self.word_on() } else { self.on() },
            Code::Home => self.cursor = 0,
            Code::End => self.cursor = self.text.len(),
            Code::Char('a') if key.ctrl => self.cursor = 0,
            Code::Char('e') if key.ctrl => self.cursor = self.text.len(),
            Code::Char('w') if key.ctrl => self.cut(self.word_back(), self.cursor),
            Code::Char('u') if key.ctrl => self.cut(0, self.cursor),
            _ => return false,
        }
        true
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or("")
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or("")
    }

    fn back(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn on(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_back(&self) -> usize {
        self.before().unicode_word_indices().next_back().map_or(0, |(at, _)| at)
    }

    fn word_on(&self) -> usize {
        self.cursor
            + self.after().unicode_word_indices().next().map_or(self.after().len(), |(at, word)| at + word.len())
    }

    fn cut(&mut self, from: usize, to: usize) {
        if from <= to && self.text.is_char_boundary(from) && self.text.is_char_boundary(to) {
            self.text.replace_range(from..to, "");
            self.cursor = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(keys: &str) -> String {
        let mut line = Line::default();
        for key in keys.split(' ') {
            line.key(key.parse().unwrap());
        }
        line.text().to_owned()
    }

    #[test]
    fn keys_edit_the_line() {
        assert_eq!(typed("a b left c"), "acb");
        assert_eq!(typed("a b backspace c home x end y"), "xacy");
        assert_eq!(typed("o n e space t w o ctrl-w"), "one ");
        assert_eq!(typed("o n e space t w o ctrl-left x"), "one xtwo");
        assert_eq!(typed("e \u{301} backspace"), "");
    }

    #[test]
    fn lines_are_joined_and_made_harmless() {
        let mut line = Line::new("a");
        line.insert("b\nc\u{1b}[31md\u{202e}");
        assert_eq!(line.text(), "ab cd");
    }

    proptest! {
        #[test]
        fn no_keys_break_it(steps in proptest::collection::vec((0_u8..9, any::<char>()), 0..60)) {
            let mut line = Line::default();
            for (which, letter) in steps {
                let code = [Code::Char(letter), Code::Backspace, Code::Delete, Code::Left, Code::Right, Code::Home]
                    .get(usize::from(which)).copied().unwrap_or(Code::Char(letter));
                line.key(Key { ctrl: which == 7, alt: which == 8, shift: false, code });
                prop_assert!(line.text.is_char_boundary(line.cursor));
            }
        }
    }
}
