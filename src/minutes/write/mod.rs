//! Writers: they spell blocks and decide nothing. No writer sees the meeting.

mod csv;
mod docx;
mod html;
mod markdown;
mod outline;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::io;

use super::block::Block;
use super::sheet::Sheet;

pub use csv::Csv;
pub use docx::Docx;
pub use html::Html;
pub use markdown::Markdown;
pub use text::Text;

/// A way of spelling a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// Plain text that survives e-mail.
    Text,
    /// Markdown, for what turns it into something else.
    Markdown,
    /// A page for browsers and for printing.
    Html,
    /// A document for word processors.
    Docx,
    /// Tables for spreadsheets.
    Csv,
    /// The whole meeting as data for other programs.
    Json,
}

impl Spelling {
    /// All of them, the plainest first.
    pub const ALL: [Self; 6] = [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Csv, Self::Json];

    /// What a person calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether what is written is text, in UTF-8.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Text | Self::Markdown | Self::Html | Self::Csv | Self::Json => true,
            Self::Docx => false,
        }
    }

    /// What the names of such files end in, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Spells blocks into bytes. Everything that it writes has gone through [`crate::text::harmless`].
pub trait Writer {
    /// Writes `blocks` to `out`, in order, as the document that `sheet` describes. Fails only where `out` does.
    fn write(&self, sheet: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()>;

    /// What is written for a document without properties, as a string; empty where that is no text.
    fn to_text(&self, blocks: impl IntoIterator<Item = Block>) -> String
    where
        Self: Sized,
    {
        let mut bytes = Vec::new();
        // Writing to memory does not fail.
        let _ = self.write(&Sheet::default(), &mut blocks.into_iter(), &mut bytes);
        String::from_utf8(bytes).unwrap_or_default()
    }
}
