//! Tables for spreadsheets (RFC 4180).

use std::io;

use super::{Sheet, Writer};
use crate::minutes::block::{Block, Cell, Part, Table, plain};
use crate::text::harmless;

/// Writes the tables among the blocks, one after the other with an empty line between, and nothing else.
#[derive(Clone, Copy, Debug, Default)]
pub struct Csv {
    /// Whether to begin with a byte order mark, without which some spreadsheets misread dashes and accents.
    pub mark: bool,
}

impl Writer for Csv {
    fn write(&self, _: &Sheet, blocks: &mut dyn Iterator<Item = Block>, out: &mut dyn io::Write) -> io::Result<()> {
        if self.mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let tables = blocks.filter_map(|block| match block.part {
            Part::Table(table) => Some(table),
            _ => None,
        });
        for (index, table) in tables.enumerate() {
            if index > 0 {
                out.write_all(b"\r\n")?;
            }
            out.write_all(&spell(&table)?)?;
        }
        Ok(())
    }
}

fn spell(table: &Table) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.columns.iter().map(|column| safe(column)))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(cell))?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

fn cell(cell: &Cell) -> String {
    safe(&cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join("\n"))
}

/// Text that no spreadsheet runs as a formula: one that begins like a formula gets an apostrophe before it.
fn safe(text: &str) -> String {
    let clean = harmless(text);
    // A tab or a line break at the start is dropped by some spreadsheets, and what follows it is run.
    let first = clean.chars().find(|letter| !letter.is_whitespace() && *letter != '\u{200c}' && *letter != '\u{200d}');
    let runs = matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '|' | '%'));
    let hidden = text.starts_with(['\t', '\r', '\n']);
    if runs || hidden { format!("'{clean}") } else { clean.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::minutes::block::Run;

    #[test]
    fn cells_that_a_spreadsheet_would_run_are_made_harmless() {
        for (text, wanted) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "' =1"),
            ("\r=1", "'\n=1"),
            ("＝1", "'＝1"),
            ("\u{200d}=1", "'\u{200d}=1"),
            ("The Panel = all", "The Panel = all"),
            ("£1", "£1"),
            ("", ""),
        ] {
            assert_eq!(safe(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn a_reader_gets_back_what_was_written() {
        let text = "a \"quoted\", word\nand – more";
        let table = Table {
            name: String::new(),
            columns: vec!["A".into(), "B".into()],
            rows: vec![vec![vec![vec![Run::plain(text)]], vec![]]],
        };
        let written = Csv::default().to_text([Block::of(Part::Table(table))]);
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows, [csv::StringRecord::from(vec![text, ""])]);
    }
}
