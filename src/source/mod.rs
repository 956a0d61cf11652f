//! Reading our TOML files, with every problem at once.
//!
//! [`decode`] makes text of bytes, [`top_table`] says which kind of file it is, and [`read()`] makes a value of it. What a
//! type cannot check by itself (a name used twice, a date before another) its reader checks afterwards with [`Spanned`]
//! values and [`Source::problem`].
//!
//! `read` goes over a tree of the file with a deserialiser of its own, for three reasons. A struct hands its field names to
//! its deserialiser, so unknown keys are found where they stand, with the right names to suggest, and no type has to
//! list its keys or to deny unknown ones. Errors arrive as data, so they can be put in a clerk's words. And after a
//! mistake the value is replaced by a harmless one and the file is read again, so the next mistake is found too. What is no
//! TOML at all is blanked out for the same reason.
//!
//! Types read here must not use serde's `flatten` or `untagged`: both hide keys and places from every reader.

mod blank;
mod de;
mod read;
mod tree;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::problem::{Excerpt, Place, Problem};
use crate::text;

pub use read::read;
/// A value with the range of bytes it was read from.
pub use toml::Spanned;

/// The largest file that is read, in bytes. A year's agenda is a hundredth of it.
pub const LIMIT: usize = 4 * 1024 * 1024;

/// A file's name and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file as the person named it.
    pub file: &'a str,
    /// All its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// Where `span` (bytes of the text) begins. A span outside the text is at its end.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let before = self.before(span.start);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        let line = before.matches('\n').count() + 1;
        Place { file: text::harmless_line(self.file).into_owned(), line, column }
    }

    /// An error at `span` (bytes of the text), with its line to show. `what` may quote the file.
    pub fn problem(&self, span: &Range<usize>, what: impl AsRef<str>) -> Problem {
        let what = text::harmless_line(what.as_ref()).into_owned();
        Problem::error(what).at(self.place(span)).excerpt(self.excerpt(span))
    }

    fn before(&self, at: usize) -> &str {
        let end = (0..=at.min(self.text.len())).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or(0);
        self.text.get(..end).unwrap_or("")
    }

    /// The first line of the span, harmless to show; the marks move with what is taken out of it.
    fn excerpt(&self, span: &Range<usize>) -> Excerpt {
        let start = self.before(span.start).len();
        let end = self.before(span.end).len().max(start);
        let line_start = self.before(start).rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text.get(start..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |at| start + at);
        let part = |range: Range<usize>| text::harmless_line(self.text.get(range).unwrap_or("").trim_end_matches('\r'));
        let mut line = part(line_start..start).into_owned();
        let from = line.len();
        line.push_str(&part(start..end.min(line_end)));
        let marked = from..line.len();
        line.push_str(&part(end.min(line_end)..line_end));
        Excerpt { line, marked }
    }
}

/// The text of a file. A UTF-8 byte order mark is taken off.
///
/// Fails for a file over [`LIMIT`] and for one that is not UTF-8, with the first wrong byte's place.
pub fn decode(file: &str, bytes: &[u8]) -> Result<String, Problem> {
    too_large(file, bytes.len())?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let place = Place { file: text::harmless_line(file).into_owned(), line: 1, column: 1 };
        return Err(Problem::error("this file is saved as UTF-16").at(place).hint(SAVE_AS));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            // What comes before the first wrong byte stays as it is, so the place is the same in the mended text.
            let source = Source { file, text: &String::from_utf8_lossy(bytes) };
            let what = format!("this character is not UTF-8 (byte {byte:02X}); the file is saved in another encoding");
            Err(source.problem(&(at..at + char::REPLACEMENT_CHARACTER.len_utf8()), what).hint(SAVE_AS))
        }
    }
}

const SAVE_AS: &str = "Open it in an editor and save it with the encoding UTF-8";

fn too_large(file: &str, bytes: usize) -> Result<(), Problem> {
    if bytes <= LIMIT {
        return Ok(());
    }
    let (file, limit) = (text::harmless_line(file), LIMIT / 1024 / 1024);
    let problem = Problem::error(format!("{file} is larger than {limit} MB, the most that is read"));
    Err(problem.hint("Check that it is the right file"))
}

/// The name of the first table at the top of a file, or of the first list of tables: what kind of file it is.
///
/// Does its best with a file that has mistakes in it.
pub fn top_table(text: &str) -> Option<String> {
    let (tree, _) = DeTable::parse_recoverable(text.get(..LIMIT).unwrap_or(text));
    tree.get_ref()
        .iter()
        .filter(|(_, value)| match value.get_ref() {
            DeValue::Table(_) => true,
            DeValue::Array(entries) => entries.iter().any(|entry| entry.get_ref().is_table()),
            _ => false,
        })
        .min_by_key(|(key, _)| key.span().start)
        .map(|(key, _)| text::clean_line(key.get_ref()).text)
}

/// The text that a key has in a table at the top of a file.
///
/// Does its best with a file that has mistakes in it.
pub fn text_at(text: &str, table: &str, key: &str) -> Option<String> {
    let (tree, _) = DeTable::parse_recoverable(text.get(..LIMIT).unwrap_or(text));
    let value = tree.get_ref().get(table)?.get_ref().as_table()?.get(key)?;
    value.get_ref().as_str().map(str::to_owned)
}
