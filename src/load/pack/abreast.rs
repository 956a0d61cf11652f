//! Two columns of a page that are read one after the other: items in two columns, lists of people side by side.

use super::item::{Mark, mark};
use super::lines::Line;
use super::people::heading;
use super::signs::{is_agenda, is_part};

/// The most lines that stand side by side.
const MOST: usize = 90;
/// Within how many lines a column of items goes on.
const NEAR: usize = 14;
/// Where a second column begins at the earliest, in characters.
const LEFTMOST: usize = 16;

/// The lines with what stands in a second column moved below the first.
pub(super) fn unfold(lines: Vec<Line>) -> Vec<Line> {
    let found: Vec<(usize, usize)> = (0..lines.len()).filter_map(|at| Some((at, gutter(lines.get(at..)?)?))).collect();
    if found.is_empty() {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut from = 0;
    for (at, gutter) in found {
        if at < from {
            continue;
        }
        out.extend(lines.get(from..at).unwrap_or_default().iter().cloned());
        from = at + part(lines.get(at..).unwrap_or_default(), gutter, &mut out);
    }
    out.extend(lines.get(from..).unwrap_or_default().iter().cloned());
    out
}

/// The place at which a second column begins, if these lines begin with two.
fn gutter(lines: &[Line]) -> Option<usize> {
    let first = lines.first().filter(|line| line.raw.contains("   "))?;
    let [(_, left), (gutter, right)] = first.columns()[..] else { return None };
    if gutter < LEFTMOST {
        return None;
    }
    let listed = |text: &str| {
        let line = Line::of(first, text, text.to_owned());
        let word = line.folded.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
        is_agenda(&word) || heading(&line).is_some_and(|(_, rest)| rest.is_empty())
    };
    if listed(left) && listed(right) && !left.eq_ignore_ascii_case("members") {
        return Some(gutter);
    }
    let (one, other) = (number(left)?, number(right)?);
    let goes_on = |line: &Line| {
        line.columns().iter().any(|(at, text)| match number(text) {
            Some(number) if at + 2 >= gutter => at.abs_diff(gutter) <= 2 && number == other + 1,
            Some(number) => number == one + 1,
            None => false,
        })
    };
    (one < other && lines.iter().skip(1).take(NEAR).any(goes_on)).then_some(gutter)
}

/// The number of an item that has words.
fn number(text: &str) -> Option<u32> {
    match mark(text)? {
        Mark::Number { number, rest, .. } if rest.starts_with(char::is_uppercase) => Some(number),
        _ => None,
    }
}

/// Adds the lines that have nothing across the gutter, one column after the other, and says how many they are.
fn part(lines: &[Line], gutter: usize, out: &mut Vec<Line>) -> usize {
    let page = lines.first().map_or(0, |line| line.page);
    let (mut left, mut right): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    let mut length = 0;
    for line in lines.iter().take(MOST).take_while(|line| line.page == page) {
        let Some((before, behind)) = cut(&line.raw, gutter) else { break };
        // What goes on with the numbers of the right column stands below both.
        let last = right.iter().filter_map(|line| number(&line.text)).max();
        let below = behind.trim().is_empty()
            && (is_part(&line.folded)
                || last.is_some_and(|last| number(before.trim()).is_some_and(|this| this > last)));
        if below {
            break;
        }
        length += 1;
        for (column, raw) in [(&mut left, before), (&mut right, behind)] {
            if raw.trim().is_empty() {
                continue;
            }
            let mut piece = Line::of(line, raw.trim(), raw.to_owned());
            if let Some(above) = column.last() {
                piece.blanks = line.number.saturating_sub(above.number + 1);
            }
            column.push(piece);
        }
    }
    if right.len() < 2 {
        return 0;
    }
    out.append(&mut left);
    out.append(&mut right);
    length
}

/// A line before and behind the gutter; nothing where words stand across it.
fn cut(raw: &str, gutter: usize) -> Option<(&str, &str)> {
    // A column's lines may begin a character or two before its first.
    for place in [gutter, gutter.saturating_sub(1), gutter.saturating_sub(2)] {
        let Some((at, _)) = raw.char_indices().nth(place) else { return Some((raw, "")) };
        let (before, behind) = raw.split_at(at);
        if before.ends_with("  ") || before.trim().is_empty() {
            return Some((before, behind));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn texts(text: &str) -> String {
        unfold(lines(text)).into_iter().map(|line| line.text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        for (text, wanted) in [
            (
                "1 Apologies                   4 Swings\n                              and slides\n2 Minutes                     5 Paths\n3 Money\nAll of this stands across the whole page\n",
                "1 Apologies|2 Minutes|3 Money|4 Swings|and slides|5 Paths|All of this stands across the whole page",
            ),
            (
                "Present:                Also present:\nCllr Jo Bell            Al Poe, Ranger\nCllr Bo Li\n1. Apologies were received for the absence of one\n",
                "Present:|Cllr Jo Bell|Cllr Bo Li|Also present:|Al Poe, Ranger|1. Apologies were received for the absence of one",
            ),
            (
                "1 Apologies                   3 Swings\n2 Minutes                     4 Paths\nPart II (exempt)\n5 Land\n",
                "1 Apologies|2 Minutes|3 Swings|4 Paths|Part II (exempt)|5 Land",
            ),
            ("1 Apologies              3\n2 Minutes                4\n", "1 Apologies 3|2 Minutes 4"),
            ("Cllr A Poe               Cllr B Li\nCllr C Day\n", "Cllr A Poe Cllr B Li|Cllr C Day"),
        ] {
            assert_eq!(texts(text), wanted, "{text}");
        }
    }
}
