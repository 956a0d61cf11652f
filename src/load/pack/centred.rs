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
    // One number alone may be a chance, a date is none.
    let dated = |at: usize| lines.get(at).is_some_and(|line| days::date(&line.text).is_some());
    let rows: Vec<_> = rows.iter().copied().filter(|(at, _)| rows.len() >= FEWEST || dated(*at)).collect();
    for &(at, top) in &rows {
        let Some(mut beside) = lines.get(at).map(|line| line.raw.chars().collect::<Vec<char>>()) else { continue };
        let Some(line) = lines.get_mut(top) else { continue };
        let above: Vec<char> = line.raw.chars().collect();
        let label = beside.iter().position(|letter| *letter != ' ').unwrap_or(0);
        let end = ends(&beside, label);
        // What stands beside the number in columns of its own rises with it; words of the title's column stay.
        let free = |from: usize, to: usize| {
            above.iter().take(to + 1).skip(from.saturating_sub(1)).all(|letter| *letter == ' ')
        };
        let mut raised = above.clone();
        let mut from = label;
        while from < beside.len() {
            let to = if from == label { end } else { ends(&beside, from) };
            if from == label || free(from, to) {
                raised.resize(raised.len().max(to), ' ');
                for place in from..to {
                    if let (Some(there), Some(letter)) = (raised.get_mut(place), beside.get_mut(place)) {
                        *there = std::mem::replace(letter, ' ');
                    }
                }
            }
            from = to + beside.iter().skip(to).take_while(|letter| **letter == ' ').count();
        }
        for (letters, at) in [(raised, top), (beside, at)] {
            let raw: String = letters.into_iter().collect();
            if let Some(line) = lines.get_mut(at) {
                *line = Line::of(line, raw.trim(), raw.trim_end().to_owned());
            }
        }
    }
    lines.retain(|line| !line.text.is_empty());
}

/// Where the column that begins at a place ends: before three spaces.
fn ends(letters: &[char], from: usize) -> usize {
    let mut end = from;
    while end < letters.len() && letters.iter().skip(end).take(3).any(|letter| *letter != ' ') {
        end += 1;
    }
    end
}

/// The first line of the row that has its number at `at`, where lines of it stand above.
fn first(lines: &[Line], at: usize) -> Option<usize> {
    let line = lines.get(at).filter(|line| line.blanks == 0 && line.raw.len() > line.text.len().min(1))?;
    let columns = line.columns();
    let (place, label) = *columns.first()?;
    if !is_label(label) {
        return None;
    }
    let inside =
        |other: &&Line| other.page == line.page && other.columns().first().is_some_and(|(at, _)| *at >= place + BEHIND);
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
        let timed = "1.   9.00   Apologies        Chair\n\n            Minutes of May, to\n2.   9.05                        Jo Bell\n            be signed\n\n\
                     \x20           Swings\n3.   9.10                        Al Poe\n            Paths\n";
        assert_eq!(
            texts(timed),
            "1. 9.00 Apologies Chair|2. 9.05 Minutes of May, to Jo Bell|be signed|3. 9.10 Swings Al Poe|Paths"
        );
        let plain = "1.     Apologies\n       To receive any.\n2.     Minutes\n       To sign them.\n\n       To note\n3.     Swings\n";
        assert_eq!(texts(plain), "1. Apologies|To receive any.|2. Minutes|To sign them.|To note|3. Swings");
    }
}
