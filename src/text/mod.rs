//! Text on a grid of cells: how wide it is, where to cut and wrap it, and what must not get in or out.
//!
//! Widths are in terminal cells and are the sum of the widths of the grapheme clusters, which is how the screen library
//! places them, so that what is measured here is what is drawn. Imports nothing of the crate.

pub mod clean;
mod fold;
mod words;
mod wrap;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use clean::{Cleaned, clean_line, clean_text, harmless, harmless_line};
pub use fold::fold;
pub use words::words;
pub use wrap::{wrap, wrap_ranges};

/// What stands for text that was cut off.
pub const ELLIPSIS: &str = "…";

/// The width of `text` in cells.
pub fn width(text: &str) -> usize {
    clusters(text).map(|cluster| cluster.width).sum()
}

/// A grapheme cluster of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cluster<'a> {
    /// The byte at which it begins.
    at: usize,
    text: &'a str,
    /// In cells.
    width: usize,
}

/// The grapheme clusters of `text`.
///
/// A letter of ASCII before another is a cluster of its own and one cell wide, as nearly all text is; only for the rest
/// the tables of Unicode are asked.
fn clusters(text: &str) -> impl Iterator<Item = Cluster<'_>> {
    let plain = |at: usize| text.as_bytes().get(at).is_none_or(|byte| matches!(byte, b' '..=b'~'));
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let cluster = if plain(at) && plain(at + 1) {
            Cluster { at, text: rest.get(..1)?, width: 1 }
        } else {
            let grapheme = rest.graphemes(true).next()?;
            Cluster { at, text: grapheme, width: grapheme.width() }
        };
        at += cluster.text.len();
        Some(cluster)
    })
}

/// `text` in at most `width` cells, with an ellipsis at the end if it was cut. Never splits a grapheme cluster.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if self::width(text) <= width {
        return Cow::Borrowed(text);
    }
    let Some(room) = width.checked_sub(self::width(ELLIPSIS)) else {
        return Cow::Borrowed("");
    };
    let mut kept = head(text, room).to_owned();
    kept.push_str(ELLIPSIS);
    Cow::Owned(kept)
}

/// The longest beginning of `text` that is at most `width` cells wide, in whole grapheme clusters.
pub fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = clusters(text).find_map(|cluster| {
        used += cluster.width;
        (used > width).then_some(cluster.at)
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// `text` followed by spaces up to `width` cells; longer text stays as it is.
pub fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(self::width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// `text` after spaces up to `width` cells, for numbers; longer text stays as it is.
pub fn pad_left(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(self::width(text));
    format!("{}{text}", " ".repeat(missing))
}

/// The longest beginning of `text` of at most `bytes` bytes, and whether anything was left out.
///
/// Ends between grapheme clusters, or between characters where one cluster alone is longer than that.
pub fn cap(text: &str, bytes: usize) -> (&str, bool) {
    if text.len() <= bytes {
        return (text, false);
    }
    let whole = text.grapheme_indices(true).map(|(at, _)| at).take_while(|&at| at <= bytes).last().unwrap_or(0);
    let end = if whole == 0 { (0..=bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0) } else { whole };
    (text.get(..end).unwrap_or(""), true)
}
