//! Tables whose cells came out one below the other: the heads, then the cells of each row, in the order of the columns.

use super::lines::Line;

/// The most columns of such a table.
const WIDEST: usize = 6;

/// The heads of a table, in small letters, and its rows, each cell with its line.
pub(super) struct Flat {
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Vec<(usize, String)>>,
    /// How many lines the table has.
    pub(super) length: usize,
}

/// Reads such a table from lines of which the first are its heads. A cell of several lines has no empty line within.
pub(super) fn flat(lines: &[&Line], is_head: impl Fn(&str) -> bool, ends: impl Fn(&Line) -> bool) -> Option<Flat> {
    let heads: Vec<String> = lines
        .iter()
        .take(WIDEST)
        .take_while(|line| line.columns().len() == 1 && is_head(&line.folded))
        .map(|line| line.folded.clone())
        .collect();
    if heads.len() < 2 {
        return None;
    }
    let mut cells: Vec<(usize, String)> = Vec::new();
    let mut length = heads.len();
    for line in lines.iter().skip(heads.len()).take_while(|line| !ends(line)) {
        length += 1;
        match cells.last_mut().filter(|_| !line.apart()) {
            Some((_, cell)) => {
                cell.push(' ');
                cell.push_str(&line.text);
            }
            None => cells.push((line.number, line.text.clone())),
        }
    }
    let rows: Vec<Vec<(usize, String)>> = cells.chunks_exact(heads.len()).map(<[_]>::to_vec).collect();
    (!rows.is_empty()).then_some(Flat { heads, rows, length })
}
