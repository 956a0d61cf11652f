//! Text from outside, made fit to keep and to show.
//!
//! What goes: control characters, whole terminal sequences, marks that turn the direction of writing, invisible
//! characters that carry nothing, private and non-characters. What stays: everything that people write, with the joiners
//! that emoji and some scripts need. Cleaning happens on entry; the same set is taken out again at every exit, because a
//! record may have been edited by hand.

use std::borrow::Cow;
use std::iter::Peekable;
use std::str::Chars;

use unicode_normalization::UnicodeNormalization;

/// Text after cleaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// The text.
    pub text: String,
    /// Whether characters were taken out. Other line endings, spaces for tabs and composed accents don't count.
    pub removed: bool,
}

/// One line from outside: as [`clean_text`], line breaks with the space around them become one space, and the ends are
/// trimmed.
pub fn clean_line(text: &str) -> Cleaned {
    let (safe, removed) = strip(text);
    Cleaned { text: one_line(&safe).nfc().collect::<String>().trim().to_owned(), removed }
}

/// Lines of text from outside: composed (NFC), broken by line feeds only, spaces for tabs, nothing harmful.
pub fn clean_text(text: &str) -> Cleaned {
    let (safe, removed) = strip(text);
    Cleaned { text: safe.nfc().collect(), removed }
}

/// `text` without anything that could harm a screen or a document. Line feeds stay; costs nothing for clean text.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.chars().any(suspect) { Cow::Owned(strip(text).0) } else { Cow::Borrowed(text) }
}

/// As [`harmless`], on one line: a line break with the space around it becomes one space.
pub fn harmless_line(text: &str) -> Cow<'_, str> {
    match harmless(text) {
        lines if lines.contains('\n') => Cow::Owned(one_line(&lines)),
        line => line,
    }
}

fn one_line(text: &str) -> String {
    let mut lines = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
    if text.contains('\n') {
        let first = lines.next().unwrap_or("").to_owned();
        lines.fold(first, |joined, line| joined + " " + line)
    } else {
        text.to_owned()
    }
}

/// Whether [`strip`] has to look at it.
fn suspect(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{2028}' | '\u{2029}')
        || unwanted(letter)
        || tag(letter)
}

/// Characters that go wherever they stand, controls aside.
fn unwanted(letter: char) -> bool {
    matches!(
        letter,
        // Direction of writing.
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Invisible and without meaning in running text. U+200C and U+200D stay.
        | '\u{00ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e001f}'
        // Private use.
        | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}'
        // Not characters.
        | '\u{fdd0}'..='\u{fdef}'
    ) || (u32::from(letter) & 0xfffe) == 0xfffe
}

/// The invisible letters that spell which flag a black flag is (England, Scotland, Wales).
fn tag(letter: char) -> bool {
    matches!(letter, '\u{e0020}'..='\u{e007f}')
}

/// The text with every unwanted character and sequence out, and whether there were any.
fn strip(text: &str) -> (String, bool) {
    let mut out = String::with_capacity(text.len());
    let mut removed = false;
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\r' => {
                rest.next_if_eq(&'\n');
                out.push('\n');
            }
            '\t' => out.push(' '),
            '\u{1b}' => {
                removed = true;
                skip_escape(&mut rest);
            }
            letter if letter.is_control() || unwanted(letter) => removed = true,
            letter if tag(letter) && !out.ends_with(|before| before == '\u{1f3f4}' || tag(before)) => {
                removed = true;
            }
            letter => out.push(letter),
        }
    }
    (out, removed)
}

/// Skips the sequence that the escape character before begins, if it is a whole one.
///
/// Anything less leaves the letters where they are: visible rubbish can be deleted, lost words cannot be brought back.
fn skip_escape(rest: &mut Peekable<Chars<'_>>) {
    let mut ahead = rest.clone();
    let whole = match ahead.next() {
        Some('[') => skip_parameters(&mut ahead),
        Some(']' | 'P' | 'X' | '^' | '_') => skip_string(&mut ahead),
        Some('(' | ')' | '*' | '+') => ahead.next_if(|letter| matches!(letter, '0' | 'A' | 'B')).is_some(),
        _ => false,
    };
    if whole {
        *rest = ahead;
    }
}

/// Skips parameters, intermediates and the final letter of a control sequence; false without a final letter.
fn skip_parameters(rest: &mut Peekable<Chars<'_>>) -> bool {
    while rest.next_if(|letter| matches!(letter, '0'..='?')).is_some() {}
    while rest.next_if(|letter| matches!(letter, ' '..='/')).is_some() {}
    rest.next_if(|letter| matches!(letter, '@'..='~')).is_some()
}

/// Skips to the end of a control string; false if it does not end on the same line.
fn skip_string(rest: &mut Peekable<Chars<'_>>) -> bool {
    while let Some(letter) = rest.next() {
        match letter {
            '\u{07}' | '\u{9c}' => return true,
            '\u{1b}' => return rest.next_if_eq(&'\\').is_some(),
            '\n' | '\r' => return false,
            _ => {}
        }
    }
    false
}
