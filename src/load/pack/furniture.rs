//! Page headers, footers and numbers: what stands on every page and belongs to none.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;

/// How far from the edge of a page its header or footer may reach, in lines.
const EDGE: usize = 3;
/// On how many pages a line must stand to be taken for a header.
const OFTEN: usize = 3;
/// How many pages there may be for each on which a header stands: reports within a pack have headers of their own.
const SELDOM: usize = 8;

/// Takes out what is repeated at the edges of pages, and says how many lines that was. The first of each is kept.
pub(super) fn remove(lines: Vec<Line>) -> (Vec<Line>, usize) {
    let before = lines.len();
    let edges = edges(&lines);
    let pages = lines.last().map_or(0, |line| line.page + 1);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (line, _) in lines.iter().zip(&edges).filter(|(_, edge)| **edge) {
        *seen.entry(key(line)).or_default() += 1;
    }
    let numbers: BTreeSet<(usize, usize)> = lines
        .iter()
        .zip(&edges)
        .filter(|(_, edge)| **edge)
        .filter_map(|(line, _)| Some((line.page, page_number(line)?)))
        .collect();
    let needed = OFTEN.max(pages / SELDOM);
    let mut kept: BTreeMap<String, bool> = BTreeMap::new();
    let mut carried = 0;
    let mut left: Vec<Line> = Vec::with_capacity(before);
    for (mut line, edge) in lines.into_iter().zip(edges) {
        let repeated = edge && seen.get(&key(&line)).is_some_and(|count| *count >= needed);
        let first = repeated && !std::mem::replace(kept.entry(key(&line)).or_default(), true);
        let numbered = edge && pages > 1 && goes_on(&line, &numbers);
        if is_filler(&line) || numbered || (repeated && !first) {
            carried += line.blanks;
            continue;
        }
        line.blanks += std::mem::take(&mut carried);
        left.push(line);
    }
    let gone = before - left.len();
    (left, gone)
}

/// For each line whether it is among the first or the last of its page, where there are several pages.
fn edges(lines: &[Line]) -> Vec<bool> {
    let mut edges = vec![false; lines.len()];
    if lines.last().is_none_or(|line| line.page == 0) {
        return edges;
    }
    let mut from = 0;
    while let Some(first) = lines.get(from) {
        let length = lines.iter().skip(from).take_while(|line| line.page == first.page).count();
        for (place, edge) in edges.iter_mut().skip(from).take(length).enumerate() {
            *edge = place < EDGE || place + EDGE >= length;
        }
        from += length.max(1);
    }
    edges
}

/// A line, in one that speaks of pages with its numbers set aside: "Page 3" and "Page 4" are one, items 3 and 4 are not.
fn key(line: &Line) -> String {
    if !line.folded.contains("page") {
        return line.folded.clone();
    }
    let mut key = String::with_capacity(line.folded.len());
    for letter in line.folded.chars() {
        match letter {
            '0'..='9' if key.ends_with('#') => {}
            '0'..='9' => key.push('#'),
            letter => key.push(letter),
        }
    }
    key
}

/// The number of a page where a line is nothing else.
fn page_number(line: &Line) -> Option<usize> {
    let bare = line.folded.trim_start_matches("page").trim();
    (bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit())).then(|| bare.parse().ok())?
}

/// Whether a line is the number of its page: it says so, or the number goes on with that of a page close by. An item's number
/// may stand at the head of a page too.
fn goes_on(line: &Line, numbers: &BTreeSet<(usize, usize)>) -> bool {
    const NEAR: usize = 4;
    let Some(number) = page_number(line) else { return false };
    let beside = |away: usize| {
        numbers.contains(&(line.page + away, number + away))
            || line.page.checked_sub(away).zip(number.checked_sub(away)).is_some_and(|before| numbers.contains(&before))
    };
    line.folded.starts_with("page") || (1..=NEAR).any(beside)
}

/// "Page 3 of 40" and pages left blank stand for nothing wherever they are.
fn is_filler(line: &Line) -> bool {
    let text = line.folded.as_str();
    let page_of = text.strip_prefix("page ").and_then(|rest| rest.split_once(" of "));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    page_of.is_some_and(|(this, all)| digits(this.trim()) && digits(all.trim()))
        || text.contains("page is intentionally left blank")
        || text.contains("page intentionally left blank")
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn what_every_page_repeats_goes_but_once() {
        let page =
            |n: u32| format!("Anytown Council\nPlanning\n\nwords of sheet {n}\nmore\nyet more\nlast words {n}x\n{n}\n");
        let text: Vec<String> = (1..=9).map(page).collect();
        let (left, gone) = remove(lines(&text.join("\u{c}")));
        let texts: Vec<&str> = left.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts.iter().filter(|text| **text == "Anytown Council").count(), 1);
        assert!(texts.contains(&"words of sheet 7") && !texts.contains(&"7"), "{texts:?}");
        assert!(gone >= 25, "{gone}");
    }

    #[test]
    fn an_item_at_the_head_of_a_page_stays() {
        let (left, _) = remove(lines("1\nApologies\nx\ny\nz\na\n\u{c}9\nDates\nx\ny\nz\na\n2\n"));
        let texts: Vec<&str> = left.iter().map(|line| line.text.as_str()).collect();
        assert!(texts.contains(&"9"), "{texts:?}");
    }

    #[test]
    fn a_text_without_pages_keeps_its_lines() {
        let (left, gone) = remove(lines("1\na\n2\na\n3\na\nThis page is intentionally left blank\nPage 3 of 9\n"));
        assert_eq!((left.len(), gone), (6, 2));
    }
}
