//! Items without plain numbers: "1.1", "1.2", "2.1" below the headings of parts, and bullets.

use super::lines::Line;
use super::series::{begins_usually, printed};
use super::signs::{is_agenda, usual};

/// The fewest items that make a list.
const FEWEST: usize = 4;
/// How many lines are looked through.
const LOOKED: usize = 600;

/// Lines with how many bytes their number takes, and the numbers as printed.
type Ranked = (Vec<(usize, usize)>, Vec<String>);

/// Items numbered within parts, where the parts themselves have no number of that kind.
pub(super) fn decimals(lines: &[Line]) -> Option<Ranked> {
    let (mut found, mut names) = (Vec::new(), Vec::new());
    let mut last: Option<(u32, u32)> = None;
    for (at, line) in lines.iter().enumerate().take(LOOKED) {
        let Some((name, length)) = printed(&line.text) else { continue };
        let Some(pair) = name.split_once('.').and_then(|(part, item)| Some((part.parse().ok()?, item.parse().ok()?)))
        else {
            continue;
        };
        let next = match last {
            None => pair == (1, 1),
            Some((part, item)) => pair == (part, item + 1) || pair == (part + 1, 1),
        };
        if next {
            last = Some(pair);
            found.push((at, length));
            names.push(name.to_owned());
        }
    }
    let usual = found.iter().take(FEWEST).any(|(at, length)| begins_usually(lines, *at, *length));
    (found.len() >= FEWEST && usual).then_some((found, names))
}

/// Items that have bullets below the heading of an agenda.
pub(super) fn bullets(lines: &[Line]) -> Option<Ranked> {
    let is_heading = |line: &Line| is_agenda(line.folded.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let from = lines.iter().take(LOOKED).position(is_heading)? + 1;
    let below = || lines.iter().enumerate().skip(from).take(LOOKED);
    let found: Vec<(usize, usize)> = below().filter(|(_, line)| line.bullet).map(|(at, _)| (at, 0)).collect();
    let titles = || found.iter().filter_map(|(at, _)| lines.get(*at)).map(|line| line.text.as_str());
    let known = titles().filter(|title| usual(title) || about_usual(title)).count();
    // The first thing below the heading is an item, or the bullets are within one.
    let first = found.first().is_some_and(|(at, _)| *at == from);
    (first && found.len() >= FEWEST && known > 1).then_some((found, Vec::new()))
}

/// "To receive apologies", "Approve minutes": usual business behind a verb.
fn about_usual(title: &str) -> bool {
    let lower = title.to_lowercase();
    ["apolog", "declaration", "minutes", "next meeting"].iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn items_of_parts_and_bullets_are_found() {
        let parts = "Part 1: Opening\n1.1 Apologies\n1.2 Minutes\n1.3 Questions\nPart 2: Money\n2.1 Budget\n";
        assert_eq!(decimals(&lines(parts)).map(|(_, names)| names.join(" ")).as_deref(), Some("1.1 1.2 1.3 2.1"));
        assert!(decimals(&lines("1.1 Purpose\n1.2 Words\n2.1 More\n2.2 Words\n")).is_none());
        let marked = "AGENDA\n- Receive apologies\n- Approve minutes of May\n- Swings\n- Next meeting\n";
        assert_eq!(bullets(&lines(marked)).map(|(found, _)| found.len()), Some(4));
        assert!(bullets(&lines("AGENDA\n1. Apologies\n- a\n- b\n- minutes\n- apologies\n")).is_none());
    }
}
