//! A draft that came back: the paragraphs of a document that somebody else has changed.
//!
//! Read are documents of word processors (`.docx`), with the changes and remarks that those keep track of, Markdown, and
//! plain text. What a paragraph looks like is left aside; what is read is what it says, and who changed it.

mod docx;
mod markdown;
mod package;
mod plain;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::problem::Problem;

pub use plain::marker;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 * 1024 * 1024;

/// What a draft was written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A word processor: lists number themselves, and every line of a list of people is a paragraph.
    Docx,
    /// Markdown.
    Markdown,
    /// Plain text: bold is in capitals.
    Text,
}

/// Somebody who changed something or remarked on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Author {
    /// Their name, as their word processor gives it; empty where it gives none.
    pub name: String,
    /// On what day, by their clock.
    pub on: Option<NaiveDate>,
}

/// A remark beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// Who made it.
    pub by: Author,
    /// What it says.
    pub text: String,
}

/// A paragraph, or a cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// What it says with all its changes; empty where it was struck out. Lines of it end in line feeds.
    pub text: String,
    /// What it said before the changes that were kept track of; empty where it is new.
    pub was: String,
    /// Who made those changes, each once; nobody where there are none.
    pub changed_by: Vec<Author>,
    /// The remarks on it.
    pub remarks: Vec<Remark>,
    /// Whether it is a cell of a table.
    pub cell: bool,
}

impl Paragraph {
    /// A paragraph without any change that was kept track of.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { was: text.clone(), text, ..Self::default() }
    }

    /// Whether there is nothing to be read in it, nor ever was.
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.was.trim().is_empty() && self.remarks.is_empty()
    }
}

/// A document as it came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it was written with.
    pub written: Written,
    /// Its paragraphs and the cells of its tables in order; none is blank.
    pub paragraphs: Vec<Paragraph>,
}

/// Reads the file called `name`.
///
/// Fails, in words for a clerk, if it is no document that can be read, or has nothing in it.
pub fn read(name: &str, bytes: &[u8]) -> Result<Draft, Problem> {
    let begins = |magic: &[u8]| bytes.starts_with(magic);
    let hint = "Save it as a Word document (.docx) or as plain text, and compare that";
    if begins(b"\xd0\xcf\x11\xe0") {
        return Err(Problem::error(format!("'{name}' is a document of an old Word (.doc)")).hint(hint));
    }
    if begins(b"%PDF") {
        let hint = "Ask for the document that it was made from, as a Word document (.docx) or plain text";
        return Err(Problem::error(format!("'{name}' is a PDF, which does not say what a paragraph is")).hint(hint));
    }
    if begins(b"{\\rtf") {
        return Err(Problem::error(format!("'{name}' is a document in RTF")).hint(hint));
    }
    let (written, mut paragraphs) = if begins(b"PK") {
        (Written::Docx, docx::paragraphs(name, &package::open(name, bytes)?)?)
    } else {
        let text = plain::decode(name, bytes)?;
        let small = text.trim_start().get(..14).unwrap_or_default().to_lowercase();
        if small.starts_with("<!doctype html") || small.starts_with("<html") {
            return Err(Problem::error(format!("'{name}' is a page for browsers (HTML)")).hint(hint));
        }
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown") => (Written::Markdown, markdown::paragraphs(&text)),
            _ => (Written::Text, plain::paragraphs(&text)),
        }
    };
    paragraphs.retain(|paragraph| !paragraph.is_blank());
    if paragraphs.is_empty() {
        let problem = Problem::error(format!("there is nothing to read in '{name}'"));
        return Err(problem.hint("Check that it is the right file, and that it was saved"));
    }
    Ok(Draft { written, paragraphs })
}
