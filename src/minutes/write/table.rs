//! Tables in plain text: columns between bars, rows between rules.
//!
//! ```text
//! DATES                  | ITEMS
//! -----------------------+---------------------
//! 13 SEPTEMBER 2023 1:30pm | Public Questions
//! ```

use super::text::Text;
use crate::minutes::block::{Cell, Run, Table};
use crate::text::{pad, width, wrap};

const BAR: &str = " | ";

/// A column narrower than this, with text wider than it, is no longer a column.
const LEAST: usize = 6;

/// The lines of a table, none wider than the writer's width.
pub(super) fn draw(text: &Text, table: &Table) -> Vec<String> {
    let heading: Vec<String> = table.columns.iter().map(|column| text.spell(&[Run::plain(column.as_str())])).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| spell(text, cell)).collect()).collect();
    let natural: Vec<usize> = (0..heading.len())
        .map(|column| {
            let cells = std::iter::once(&heading).chain(&rows).filter_map(|row| row.get(column));
            cells.flat_map(|cell| cell.split('\n')).map(width).max().unwrap_or(0).max(1)
        })
        .collect();
    // A single character may be wider than its column; then the table is not drawn either.
    let keeps = |lines: &Vec<String>| lines.iter().all(|line| width(line) <= text.width);
    let lines = fit(&natural, text.width).map(|widths| drawn(&heading, &rows, &widths)).filter(keeps);
    lines.unwrap_or_else(|| listed(&heading, &rows, text.width))
}

fn spell(text: &Text, cell: &Cell) -> String {
    cell.iter().map(|line| text.spell(line)).collect::<Vec<_>>().join("\n")
}

/// The widths of columns that have these natural widths, in `total` cells; nothing where they would be too narrow.
fn fit(natural: &[usize], total: usize) -> Option<Vec<usize>> {
    let bars = BAR.len() * natural.len().saturating_sub(1);
    let room = total.checked_sub(bars)?;
    let mut widths = vec![0; natural.len()];
    let (mut left, mut open) = (room, natural.len());
    let mut by_width: Vec<(usize, usize)> = natural.iter().copied().enumerate().collect();
    by_width.sort_by_key(|(_, natural)| *natural);
    // The narrow columns take what they need; the wide ones share the rest.
    for (column, natural) in by_width {
        let share = left / open.max(1);
        let taken = natural.min(share);
        if taken < natural.min(LEAST) || taken == 0 {
            return None;
        }
        *widths.get_mut(column)? = taken;
        left -= taken;
        open -= 1;
    }
    Some(widths)
}

fn drawn(heading: &[String], rows: &[Vec<String>], widths: &[usize]) -> Vec<String> {
    let rule: String = widths.iter().map(|width| "-".repeat(*width)).collect::<Vec<_>>().join("-+-");
    let mut lines = row(heading, widths);
    for cells in rows {
        lines.push(rule.clone());
        lines.extend(row(cells, widths));
    }
    lines
}

fn row(cells: &[String], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<&str>> = cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let parts = wrapped.iter().zip(widths).map(|(cell, width)| pad(cell.get(at).copied().unwrap_or(""), *width));
        parts.collect::<Vec<_>>().join(BAR)
    };
    (0..height).map(line).collect()
}

/// Where columns do not fit: every cell under its heading.
fn listed(heading: &[String], rows: &[Vec<String>], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for cells in rows {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        for (column, cell) in heading.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            lines.extend(wrap(&format!("{column}: {cell}"), width).into_iter().map(str::to_owned));
        }
    }
    lines
}
