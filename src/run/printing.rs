//! How a register is spelt, and where it goes.

use std::path::PathBuf;

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

/// What the registers have in common on the command line.
#[derive(Debug, Args)]
pub struct Printing {
    /// How it is spelt: text, markdown, html, docx, csv or json.
    #[arg(long = "to", value_name = "SPELLING", default_value = "text", value_parser = spelling_named)]
    pub spelling: Spelling,
    /// A file to write; the screen otherwise.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Replace a file that is there.
    #[arg(long)]
    pub force: bool,
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
        let writer: Box<dyn Writer> = match self.spelling {
            Spelling::Text => Box::new(Text::new(style, usize::from(self.width))),
            Spelling::Markdown => Box::new(Markdown),
            Spelling::Html => Box::new(Html),
            Spelling::Docx => Box::new(Docx),
            Spelling::Csv => Box::new(Csv { mark: self.output.is_some() }),
            Spelling::Json => return self.write(&data()),
        };
        let mut bytes = Vec::new();
        // Writing to memory does not fail.
        _ = writer.write(sheet, &mut blocks.into_iter(), &mut bytes);
        self.write(&bytes)
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        match &self.output {
            Some(path) if path.exists() && !self.force => {
                let problem = Problem::error(format!("there is a file already: '{}'", shown(path)));
                Err(problem.hint("Give another name, or --force to replace it").into())
            }
            Some(path) => {
                let written = replace(path, bytes, Access::Shared);
                written.map_err(|error| problem_of(&Trouble::from_io("write", &shown(path), &error), path))?;
                say(&format!("Written: {}\n", shown(path)))
            }
            None => say_bytes(bytes),
        }
    }
}
