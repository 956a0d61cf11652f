//! Keys as this program names them, whatever the terminal called them.
//!
//! Spelt `f2`, `ctrl-n`, `alt-x`, `shift-tab`, `enter`, `a`, `?`: modifiers in the order ctrl, alt, shift, each with a
//! hyphen. A capital letter is the letter itself; `shift-` goes with named keys only.

use std::fmt;
use std::str::FromStr;

/// Which key, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A key that writes a character.
    Char(char),
    /// A function key, from 1 to 24.
    F(u8),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Deletes backwards.
    Backspace,
    /// Deletes forwards.
    Delete,
    /// Insert.
    Insert,
    /// Up arrow.
    Up,
    /// Down arrow.
    Down,
    /// Left arrow.
    Left,
    /// Right arrow.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
}

const NAMES: [(&str, &str, Code); 16] = [
    ("space", "Space", Code::Char(' ')),
    ("minus", "-", Code::Char('-')),
    ("enter", "Enter", Code::Enter),
    ("esc", "Esc", Code::Esc),
    ("tab", "Tab", Code::Tab),
    ("backspace", "Backspace", Code::Backspace),
    ("delete", "Delete", Code::Delete),
    ("insert", "Insert", Code::Insert),
    ("up", "↑", Code::Up),
    ("down", "↓", Code::Down),
    ("left", "←", Code::Left),
    ("right", "→", Code::Right),
    ("home", "Home", Code::Home),
    ("end", "End", Code::End),
    ("pageup", "PgUp", Code::PageUp),
    ("pagedown", "PgDn", Code::PageDown),
];

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Control is held.
    pub ctrl: bool,
    /// Alt, or Option on a Mac that sends it so, is held.
    pub alt: bool,
    /// Shift is held; never set for characters, which are what they are.
    pub shift: bool,
    /// The key.
    pub code: Code,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { ctrl: false, alt: false, shift: false, code }
    }

    /// A key as terminals tell it: what they say twice is said once. Shift with a character is the character, a control
    /// letter is lower case.
    pub fn new(ctrl: bool, alt: bool, shift: bool, code: Code) -> Self {
        match code {
            Code::Char(letter) if ctrl => Self { ctrl, alt, shift: false, code: Code::Char(lower(letter)) },
            Code::Char(_) => Self { ctrl, alt, shift: false, code },
            _ => Self { ctrl, alt, shift, code },
        }
    }

    /// The character that it writes, if it writes one.
    pub fn letter(self) -> Option<char> {
        match self.code {
            Code::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// How it is shown: `F2`, `Ctrl-N`, `a`.
    pub fn shown(self) -> String {
        let mut shown = String::new();
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                shown.push_str(name);
            }
        }
        match self.code {
            Code::F(number) => shown += &["F", &number.to_string()].concat(),
            Code::Char(letter) if letter != ' ' && (self.ctrl || self.alt) => shown.extend(letter.to_uppercase()),
            Code::Char(letter) if letter != ' ' => shown.push(letter),
            code => shown.push_str(name_of(code).map_or("", |(_, name)| name)),
        }
        shown
    }
}

fn lower(letter: char) -> char {
    let mut all = letter.to_lowercase();
    match (all.next(), all.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

fn name_of(code: Code) -> Option<(&'static str, &'static str)> {
    NAMES.iter().find(|(_, _, named)| *named == code).map(|(spelt, shown, _)| (*spelt, *shown))
}

impl fmt::Display for Key {
    /// As it is spelt in `keys.toml`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "f{number}"),
            code => match (name_of(code), code) {
                (Some((spelt, _)), _) => f.write_str(spelt),
                (None, Code::Char(letter)) => write!(f, "{letter}"),
                (None, _) => Ok(()),
            },
        }
    }
}

/// The text names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no key “{0}”")]
pub struct NotAKey(pub String);

impl NotAKey {
    /// The name of a key that it may have been meant to be.
    pub fn meant(&self) -> Option<&'static str> {
        let last = self.0.rsplit('-').next().unwrap_or(&self.0);
        crate::problem::did_you_mean(last, NAMES.iter().map(|(spelt, _, _)| *spelt))
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let wrong = || NotAKey(text.to_owned());
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        loop {
            let held = match () {
                () if rest.starts_with("ctrl-") => &mut ctrl,
                () if rest.starts_with("alt-") => &mut alt,
                () if rest.starts_with("shift-") => &mut shift,
                () => break,
            };
            if std::mem::replace(held, true) {
                return Err(wrong());
            }
            rest = rest.split_once('-').map_or("", |(_, rest)| rest);
        }
        let code = code(rest).ok_or_else(wrong)?;
        if shift && matches!(code, Code::Char(_)) {
            return Err(wrong());
        }
        Ok(Self::new(ctrl, alt, shift, code))
    }
}

fn code(text: &str) -> Option<Code> {
    if let Some((_, _, code)) = NAMES.iter().find(|(spelt, _, _)| *spelt == text) {
        return Some(*code);
    }
    let mut letters = text.chars();
    if let (Some(only), None) = (letters.next(), letters.next()) {
        return (!only.is_control() && !only.is_whitespace()).then_some(Code::Char(only));
    }
    let number = text.strip_prefix('f').filter(|digits| !digits.starts_with(['0', '+']))?;
    number.parse().ok().filter(|number| (1..=24).contains(number)).map(Code::F)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_spelt_and_shown() {
        for (spelt, shown) in [
            ("f2", "F2"),
            ("ctrl-n", "Ctrl-N"),
            ("alt-x", "Alt-X"),
            ("shift-tab", "Shift-Tab"),
            ("ctrl-alt-shift-pageup", "Ctrl-Alt-Shift-PgUp"),
            ("space", "Space"),
            ("ctrl-space", "Ctrl-Space"),
            ("a", "a"),
            ("A", "A"),
            ("?", "?"),
            ("minus", "-"),
            ("up", "↑"),
        ] {
            let key: Key = spelt.parse().unwrap();
            assert_eq!(key.to_string(), spelt);
            assert_eq!(key.shown(), shown);
        }
    }

    #[test]
    fn what_is_no_key_is_said_to_be_none() {
        for text in ["", "ctrl-", "ctrl-ctrl-a", "shift-a", "f0", "f25", "f02", "f+1", "entr", "ab", "\u{7}"] {
            assert_eq!(text.parse::<Key>(), Err(NotAKey(text.to_owned())), "{text}");
        }
        assert_eq!("ctrl-pgeup".parse::<Key>().unwrap_err().meant(), Some("pageup"));
    }

    #[test]
    fn what_a_terminal_says_twice_is_said_once() {
        let shouted = Key::new(true, false, true, Code::Char('N'));
        assert_eq!(shouted.to_string(), "ctrl-n");
        assert_eq!(Key::new(false, false, true, Code::Char('Q')).letter(), Some('Q'));
    }

    proptest! {
        #[test]
        fn any_spelling_of_a_key_is_read_back(text in "(ctrl-)?(alt-)?(shift-)?([a-z]|f[0-9]{1,2}|tab|enter|space|é|-|minus)") {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
            }
        }
    }
}
