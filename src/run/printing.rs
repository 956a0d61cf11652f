//! How papers that are not of one record are spelt, and where they go: registers, and the forward plan.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::journal::Trouble;
use crate::minutes::block::Block;
use crate::minutes::sheet::Sheet;
use crate::minutes::style::Style;
use crate::minutes::write::{Csv, Docx, Html, Markdown, Spelling, Text, Writer};
use crate::problem::Problem;

use super::cli::spelling_named;
use super::files::Access;
use super::ledger::replace;
use super::outcome::{Failure, say, say_bytes, shown};
use super::reading::problem_of;

/// Where a paper goes.
#[derive(Debug, Args)]
pub struct Target {
    /// A file to write, or - for the screen, which it is otherwise.
    #[arg(short, long, value_name = "FILE|-")]
    pub output: Option<PathBuf>,
    /// Replace a file that is there.
    #[arg(long)]
    pub force: bool,
}

/// What the registers have in common on the command line.
#[derive(Debug, Args)]
pub struct Printing {
    /// How it is spelt: text, markdown, html, docx, csv or json.
    #[arg(long = "to", value_name = "SPELLING", default_value = "text", value_parser = spelling_named)]
    pub spelling: Spelling,
    /// Where it goes.
    #[command(flatten)]
    pub target: Target,
    /// The width of plain text, in columns.
    #[arg(long, value_name = "COLUMNS", default_value_t = 100, value_parser = clap::value_parser!(u16).range(40..=400))]
    pub width: u16,
}

impl Printing {
    /// Spells a paper, or its data where those are asked for, and writes it to where it is to go.
    pub(super) fn print(
        &self,
        style: &Style,
        sheet: &Sheet,
        blocks: Vec<Block>,
        data: impl FnOnce() -> Vec<u8>,
    ) -> Result<(), Failure> {
        let writer = writer(self.spelling, style, usize::from(self.width), self.target.path().is_some());
        let bytes = writer.map_or_else(data, |writer| spelt(&*writer, sheet, &mut blocks.into_iter()));
        self.target.put(&bytes, self.spelling.is_text())
    }
}

impl Target {
    /// The file that it goes to; nothing for the screen.
    pub(super) fn path(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| *path != Path::new("-"))
    }

    /// Writes what is `text` or no text to where it is to go. A file that is there stays unless that is forced.
    pub(super) fn put(&self, bytes: &[u8], text: bool) -> Result<(), Failure> {
        let Some(path) = self.path() else {
            // What is no text goes where nobody looks at it, and only if somebody asked for that.
            let unseen = self.output.is_some() && !io::stdout().is_terminal();
            return if text || unseen { say_bytes(bytes) } else { Err(no_screen()) };
        };
        if path.exists() && !self.force {
            let problem = Problem::error(format!("'{}' is there already", shown(path)));
            return Err(Failure::Usage(problem.hint("Name another file with -o, or replace it with --force")));
        }
        let written = replace(path, bytes, Access::Shared);
        written.map_err(|error| problem_of(&Trouble::from_io("write", &shown(path), &error), path))?;
        say(&format!("{}\n", shown(path)))
    }
}

/// That what is no text would garble a screen.
pub(super) fn no_screen() -> Failure {
    let problem = Problem::error("a document for word processors cannot be shown on the screen");
    Failure::Usage(problem.hint("Name a file with -o, or leave -o - out"))
}

/// What writes blocks in a spelling, in text of `width` columns and with the `mark` by which spreadsheets know UTF-8 in a
/// file; nothing for data, which are not made of blocks.
pub(super) fn writer(spelling: Spelling, style: &Style, width: usize, mark: bool) -> Option<Box<dyn Writer>> {
    Some(match spelling {
        Spelling::Text => Box::new(Text::new(style, width)),
        Spelling::Markdown => Box::new(Markdown),
        Spelling::Html => Box::new(Html),
        Spelling::Docx => Box::new(Docx),
        Spelling::Csv => Box::new(Csv { mark }),
        Spelling::Json => return None,
    })
}

/// The bytes of a paper.
pub(super) fn spelt(writer: &dyn Writer, sheet: &Sheet, blocks: &mut dyn Iterator<Item = Block>) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    _ = writer.write(sheet, blocks, &mut bytes);
    bytes
}
