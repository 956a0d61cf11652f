//! Small tables inside a minute: payments, dates, scores.

use std::borrow::Cow;

use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Content, Grid};
use crate::minutes::money;

use super::parse::first_word;
use super::{Act, Area, Call, Kind, Spec, need};

pub(super) const COMMANDS: &[Spec] = &[Spec::always(
    Area::Discussion,
    "table",
    &[need("[total] ROWS", Kind::Text)],
    [
        "Puts a small table into the minutes: a row a line, cells parted by “|” or a tab; “total” adds up amounts.",
        "table total Payee | Amount // Anytown Ltd | £120.00 // B Smith | £35.50",
    ],
    table,
)];

fn table(call: &Call<'_>) -> Result<Act, Stop> {
    let text = call.text("[total] ROWS");
    let (text, total) = match first_word(text) {
        ("total", rest) => (rest, true),
        _ => (text, false),
    };
    let content = Content::Table(read(text, total)?);
    Ok(Act::of(Command::Record { item: call.room()?, content, started: call.started }))
}

/// Reads a table: the headings first, then a row a line; on one line `//` parts the rows.
///
/// # Errors
///
/// Totals were asked for, and nothing in it can be added up.
pub(super) fn read(text: &str, total: bool) -> Result<Grid, Refusal> {
    let lines: Vec<&str> = if text.contains('\n') { text.lines().collect() } else { text.split("//").collect() };
    let mut rows = lines.into_iter().filter(|line| !line.trim().is_empty()).map(cells);
    let columns = rows.next().unwrap_or_default();
    let mut rows: Vec<Vec<String>> = rows.collect();
    for row in &mut rows {
        // Cells that are left out at the end of a row are empty.
        row.resize(row.len().max(columns.len()), String::new());
    }
    sound(Grid { columns, rows, total })
}

/// A table, unless totals are asked for where nothing can be added up.
///
/// # Errors
///
/// As it says.
pub(super) fn sound(grid: Grid) -> Result<Grid, Refusal> {
    if grid.total && !money::adds_up(&grid) {
        let hint = "Write every amount of a column as 1,234.56 or £1,234.56, or leave “total” out.";
        return Err(Refusal::new("No column of the table can be added up.", hint));
    }
    Ok(grid)
}

/// A whole number as people write it: `1,214`.
///
/// # Errors
///
/// It is none.
pub(super) fn whole_number(text: &str) -> Result<u32, Refusal> {
    text.replace(',', "")
        .trim()
        .parse()
        .map_err(|_| Refusal::new(format!("“{text}” is not a whole number."), "Write it in figures, such as 214."))
}

/// A command line with bars for the tabs of a table that was pasted from a spreadsheet; elsewhere a tab is a space.
pub(in crate::app) fn with_cells(line: &str) -> Cow<'_, str> {
    let named = line.trim_start().trim_start_matches(':').trim_start().strip_prefix("table");
    let is_table = named.is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if is_table { Cow::Owned(line.replace('\t', "|")) } else { Cow::Borrowed(line) }
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    // Bars at both ends draw a frame; one at an end alone stands beside an empty cell.
    let framed = line.strip_prefix('|').and_then(|line| line.strip_suffix('|')).unwrap_or(line);
    framed.split('|').map(|cell| cell.trim().to_owned()).collect()
}
