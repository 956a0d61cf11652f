//! What the minutes print, block by block, without how it looks.

use serde::Serialize;

use crate::minutes::block::{Block, Cell, Part, Table, plain};
use crate::text::harmless;

/// A block of the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Printed {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: String,
    },
    /// A heading inside an item.
    Heading {
        /// Its text.
        text: String,
    },
    /// A member of a list.
    Point {
        /// Its number as printed; empty in a list without numbers.
        number: String,
        /// Its text.
        text: String,
    },
    /// A decision.
    Decision {
        /// Its text.
        text: String,
    },
    /// A table.
    Table {
        /// The headings of its columns.
        columns: Vec<String>,
        /// Its rows, a text for every column.
        rows: Vec<Vec<String>>,
    },
}

impl Printed {
    /// A block as data; nothing for headings of items, which say themselves what they are, and for marks on the page.
    pub(super) fn of(block: &Block) -> Option<Self> {
        let text = |line: &_| clean(&plain(line));
        Some(match &block.part {
            Part::Paragraph(line) | Part::Quote(line) | Part::Times(line) | Part::Decision { line, taken: false } => {
                Self::Paragraph { text: text(line) }
            }
            Part::Decision { line, taken: true } => Self::Decision { text: text(line) },
            Part::ListItem { marker, line } | Part::ToWriteUp { marker, line } => {
                Self::Point { number: clean(marker), text: text(line) }
            }
            Part::Bullet(line) => Self::Point { number: String::new(), text: text(line) },
            Part::DecisionHeading(text) | Part::Subheading(text) => Self::Heading { text: clean(text) },
            Part::Table(table) => Self::table(table),
            Part::Notice(_) | Part::Title(_) | Part::Attendance { .. } | Part::Heading { .. } | Part::Signature(_) => {
                return None;
            }
        })
    }

    fn table(table: &Table) -> Self {
        let cell = |cell: &Cell| clean(&cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n"));
        Self::Table {
            columns: table.columns.iter().map(|column| clean(column)).collect(),
            rows: table.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        }
    }
}

/// Text as it may go to other programs.
pub(super) fn clean(text: &str) -> String {
    harmless(text).into_owned()
}
