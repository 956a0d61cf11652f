//! Writers: they spell blocks and decide nothing. No writer sees the meeting.

mod csv;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;

use super::block::Block;

pub use csv::Csv;
pub use text::Text;

/// Spells blocks into text. Everything that it writes has gone through [`crate::text::harmless`].
pub trait Writer {
    /// Writes `blocks` to `out`, in order. Fails only where `out` does.
    fn write(&self, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn fmt::Write) -> fmt::Result;

    /// The same as a string.
    fn to_text(&self, blocks: impl IntoIterator<Item = Block>) -> String
    where
        Self: Sized,
    {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = self.write(&mut blocks.into_iter(), &mut text);
        text
    }
}
