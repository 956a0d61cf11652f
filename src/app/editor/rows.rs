//! Up and down through text as it is wrapped on the screen.

use std::ops::Range;

use crate::text;

/// The place a row above or below `at` (line, and characters from its start) in lines wrapped at `width` cells, nearest
/// to the same column. Nothing above the first row and below the last.
pub(super) fn beside(lines: &[String], at: (usize, usize), width: usize, up: bool) -> Option<(usize, usize)> {
    let line = lines.get(at.0)?;
    let byte = line.char_indices().nth(at.1).map_or(line.len(), |(byte, _)| byte);
    let rows = text::wrap_ranges(line, width);
    let here = rows.iter().rposition(|row| row.start <= byte)?;
    let column = text::width(line.get(rows.get(here)?.start..byte)?);
    let (to, row) = if up {
        match here.checked_sub(1) {
            Some(above) => (at.0, rows.get(above)?.clone()),
            None => (at.0.checked_sub(1)?, text::wrap_ranges(lines.get(at.0.checked_sub(1)?)?, width).pop()?),
        }
    } else {
        match rows.get(here + 1) {
            Some(below) => (at.0, below.clone()),
            None => (at.0 + 1, text::wrap_ranges(lines.get(at.0 + 1)?, width).into_iter().next()?),
        }
    };
    Some((to, character(lines.get(to)?, &row, column)?))
}

/// The character of `line` at a column of one of its rows.
fn character(line: &str, row: &Range<usize>, column: usize) -> Option<usize> {
    let start = line.get(..row.start)?.chars().count();
    Some(start + text::head(line.get(row.clone())?, column).chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_moves_by_rows_of_the_screen() {
        let lines: Vec<String> = ["one two three", "", "four"].map(str::to_owned).to_vec();
        for (at, up, expected) in [
            ((0, 9), true, Some((0, 1))),
            ((0, 1), false, Some((0, 9))),
            ((0, 1), true, None),
            ((0, 13), false, Some((1, 0))),
            ((1, 0), true, Some((0, 8))),
            ((1, 0), false, Some((2, 0))),
            ((2, 2), false, None),
        ] {
            assert_eq!(beside(&lines, at, 8, up), expected, "{at:?} {up}");
        }
    }
}
