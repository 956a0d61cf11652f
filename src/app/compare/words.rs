//! Words of a paragraph, and in which of them two paragraphs differ.
//!
//! Space, the shape of quotation marks and the stars of emphasis are no difference.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many words are shown on either side of a difference.
const AROUND: usize = 6;

/// A word, or a sign that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// What it is compared by.
    pub(super) key: String,
    /// Where it stands, in bytes.
    pub(super) at: Range<usize>,
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut open, mut figure) = (false, false);
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let key = same(letter);
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let within = match key {
            '\'' => next.is_alphanumeric(),
            '.' | ',' | ':' => figure && next.is_ascii_digit(),
            _ => false,
        };
        let joins = open && within;
        figure = key.is_ascii_digit();
        if is_silent(key) {
            open = false;
        } else if (open && (is_letter(key) || joins)) || is_mark(key) {
            if let Some(last) = words.last_mut() {
                last.key.push(key);
                last.at.end = end;
            }
        } else {
            open = is_letter(key);
            words.push(Word { key: key.to_string(), at: at..end });
        }
    }
    words
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Whether it belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

fn is_silent(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '*' | '\u{200b}'..='\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
}

/// One of letters that are not told apart.
fn same(letter: char) -> char {
    match letter {
        '‘' | '’' | '‛' | '`' | '´' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' => '"',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// The keys of the words of a text.
pub(super) fn keys(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.key).collect()
}

/// Whether two texts say the same.
pub(super) fn alike(one: &str, other: &str) -> bool {
    keys(one) == keys(other)
}

/// Words of an old text in whose place there are words of a new one; either may be none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// In which words two texts differ, in order.
pub(super) fn hunks(old: &[Word], new: &[Word]) -> Vec<Hunk> {
    let [old, new] = [old, new].map(|words| words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>());
    let differs = |op: &DiffOp| !matches!(op, DiffOp::Equal { .. });
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    ops.iter().filter(|op| differs(op)).map(|op| Hunk { old: op.old_range(), new: op.new_range() }).collect()
}

/// The words of a range of a text as they stand there, with what is between them.
pub(super) fn spoken<'t>(text: &'t str, words: &[Word], range: &Range<usize>) -> &'t str {
    let start = words.get(range.start).map_or(text.len(), |word| word.at.start);
    let end = range.end.checked_sub(1).and_then(|last| words.get(last)).map_or(start, |word| word.at.end);
    text.get(start..end.max(start)).unwrap_or_default()
}

/// A new text with the words that are not in the old one between `{+` and `+}`, and those that were only there between
/// `[-` and `-]`. Long stretches without a difference are left out.
pub(super) fn marked(old: &str, new: &str) -> String {
    let (olds, news) = (words(old), words(new));
    let hunks = hunks(&olds, &news);
    let mut marked = String::new();
    let mut add = |part: String, apart: bool| {
        if !part.is_empty() {
            marked.push_str(if apart && !marked.is_empty() { " " } else { "" });
            marked.push_str(&part);
        }
    };
    let mut at = 0;
    for hunk in &hunks {
        let (gone, come) = (spoken(old, &olds, &hunk.old), spoken(new, &news, &hunk.new));
        add(shortened(new, &news, at..hunk.new.start, at > 0, true), is_apart(new, &news, at));
        let bare = gone.is_empty();
        add(if bare { String::new() } else { format!("[-{gone}-]") }, is_apart(old, &olds, hunk.old.start));
        let apart = !bare || is_apart(new, &news, hunk.new.start);
        add(if come.is_empty() { String::new() } else { format!("{{+{come}+}}") }, apart);
        at = hunk.new.end;
    }
    add(shortened(new, &news, at..news.len(), at > 0 || !hunks.is_empty(), false), is_apart(new, &news, at));
    marked.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether space stands before a word.
fn is_apart(text: &str, words: &[Word], at: usize) -> bool {
    let before = words.get(at).and_then(|word| text.get(..word.at.start));
    before.is_none_or(|before| before.ends_with(char::is_whitespace))
}

/// Words of a text, without those that are far from a difference `before` or `after` them.
fn shortened(text: &str, words: &[Word], range: Range<usize>, before: bool, after: bool) -> String {
    let kept = AROUND * (usize::from(before) + usize::from(after));
    if range.len() <= kept + 2 {
        return spoken(text, words, &range).to_owned();
    }
    let first = if before { spoken(text, words, &(range.start..range.start + AROUND)) } else { "" };
    let last = if after { spoken(text, words, &(range.end - AROUND..range.end)) } else { "" };
    format!("{first} … {last}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_are_told_apart_and_quotation_marks_are_not() {
        let said = |text| keys(text).join("_");
        assert_eq!(said("The Clerk’s *report*, of\u{a0}£1,840."), "The_Clerk's_report_,_of_£_1,840_.");
        assert!(alike("“Yes”  he\nsaid", "\"Yes\" he said") && alike("e\u{301}t", "e\u{301}t"));
        for (one, other) in [("yes", "Yes"), ("a b", "ab"), ("not agreed", "agreed"), ("a-b", "a b")] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }

    #[test]
    fn differences_are_marked_without_colour() {
        for (old, new, shown) in [
            ("a fox ran", "a hare ran", "a [-fox-] {+hare+} ran"),
            ("a fox ran", "a ran", "a [-fox-] ran"),
            ("a ran", "a red fox ran", "a {+red fox+} ran"),
            ("", "new words", "{+new words+}"),
            ("old words", "", "[-old words-]"),
            (
                "one two three four five six seven eight nine ten end.",
                "one two three four five six seven eight nine ten END.",
                "… five six seven eight nine ten [-end-] {+END+}.",
            ),
        ] {
            assert_eq!(marked(old, new), shown);
        }
    }
}
