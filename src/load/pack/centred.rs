//! Rows of tables whose number or date stands at half the height of its row, between the lines of what it belongs to.

use super::days;
use super::lines::Line;

/// How many lines may stand above such a number.
const HIGH: usize = 4;
/// How many such rows there must be, lest one be a chance.
const FEWEST: usize = 2;
/// How far behind its number a title begins, in characters.
const BEHIND: usize = 3;

/// Moves each such number or date to the first line of its row.
pub(super) fn raise(lines: &mut Vec<Line>) {
    let rows: Vec<(usize, usize)> = (0..lines.len()).filter_map(|at| Some((at, first(lines, at)?))).collect();
    if rows.len() < FEWEST {
        return;
    }
    for &(at, top) in &rows {
        let Some((label, rest)) = lines.get(at).map(|line| split(line)) else { continue };
        let Some(line) = lines.get_mut(top) else { continue };
        let bare = line.raw.trim_start();
        let indent = line.raw.len() - bare.len();
        let gap = indent.saturating_sub(label.chars().count()).max(3);
        let last = if rest.words { "" } else { rest.raw.trim_start() };
        let raw = format!("{label}{}{bare}{}{last}", " ".repeat(gap), if last.is_empty() { "" } else { "      " });
        *line = Line::of(line, &raw, raw.clone());
        if let Some(line) = lines.get_mut(at) {
            let text = if rest.words { rest.raw.clone() } else { String::new() };
            *line = Line::of(line, &text, text.clone());
        }
    }
    lines.retain(|line| !line.text.is_empty());
}

/// What stands behind a number.
struct Rest {
    raw: String,
    /// Whether it has words, and not a page number alone.
    words: bool,
}

/// The number of a row and what stands behind it, in its place.
fn split(line: &Line) -> (String, Rest) {
    let columns = line.columns();
    let label = columns.first().map(|(_, text)| (*text).to_owned()).unwrap_or_default();
    let at = columns.get(1).map(|(at, _)| *at);
    let behind: String = line.raw.chars().skip(at.unwrap_or(usize::MAX)).collect();
    let words = behind.chars().any(char::is_alphabetic) && !behind.to_lowercase().trim_start().starts_with("page");
    (label, Rest { raw: format!("{}{behind}", " ".repeat(at.unwrap_or(0))), words })
}

/// The first line of the row that has its number at `at`, where lines of it stand above.
fn first(lines: &[Line], at: usize) -> Option<usize> {
    let line = lines.get(at).filter(|line| line.blanks == 0 && line.raw.len() > line.text.len().min(1))?;
    let columns = line.columns();
    let (place, label) = *columns.first()?;
    if !is_label(label) {
        return None;
    }
    let inside = |other: &&Line| {
        other.page == line.page && other.columns().first().is_some_and(|(at, _)| *at >= place + BEHIND)
    };
    // The same column of words above, beside and below.
    let above = lines.get(..at)?.iter().rev().take(HIGH).take_while(inside);
    let mut top = None;
    let mut high = 0;
    for (back, other) in (1..).zip(above) {
        high = back;
        top = other.apart().then_some(at - back);
        if other.apart() {
            break;
        }
    }
    let top = top?;
    let below = lines.iter().skip(at + 1).take(HIGH + 1).take_while(|other| !other.apart()).take_while(inside).count();
    (high.abs_diff(below) <= 1).then_some(top)
}

/// "4.", "12", "2.3", or a date.
fn is_label(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ')']);
    let number = bare.len() <= 4 && !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    number || (text.len() <= 60 && text.starts_with(|first: char| first.is_ascii_digit()) && days::date(text).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn texts(text: &str) -> String {
        let mut all = lines(text);
        raise(&mut all);
        all.into_iter().map(|line| line.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn numbers_at_half_height_rise() {
        let rows = "1.     Apologies\n\n       Minutes of the last meeting, to\n2.                                          3\n       be signed\n\n\
                    \x20      Swings\n3.     Slides\n       Paths\n";
        assert_eq!(texts(rows), "1. Apologies|2. Minutes of the last meeting, to 3|be signed|3. Swings|Slides|Paths");
        let plain = "1.     Apologies\n       To receive any.\n2.     Minutes\n       To sign them.\n\n       To note\n3.     Swings\n";
        assert_eq!(texts(plain), "1. Apologies|To receive any.|2. Minutes|To sign them.|To note|3. Swings");
    }
}
