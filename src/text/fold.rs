//! One spelling for names that people type in many.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` for comparing names: small letters, no accents, one kind of apostrophe, quotation mark, dash and space.
///
/// Never shown to anyone. Letters that are letters of their own and not accented ones (`ł`, `ø`, `đ`, `ð`, `þ`, `ß`, `æ`,
/// `œ`) become what a person without them on the keyboard would type.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let small: String = text.nfd().flat_map(char::to_lowercase).collect();
    for letter in small.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            'ł' => folded.push('l'),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ı' => folded.push('i'),
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{00b4}' | '`' => {
                folded.push('\'');
            }
            '\u{201c}' | '\u{201d}' => folded.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            space if space.is_whitespace() => folded.push(' '),
            other => folded.push(other),
        }
    }
    folded
}
