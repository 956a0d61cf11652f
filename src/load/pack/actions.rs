//! Tables of actions in minutes: what is to be done in a column beside who does it and by when.

use super::cells::flat;
use super::lines::Line;

/// Heads of the column of what is to be done.
const TASKS: [&str; 6] = ["action", "actions", "action required", "action agreed", "agreed action", "task"];
/// Heads of the column of who does it.
const OWNERS: [&str; 12] = [
    "owner",
    "lead",
    "lead officer",
    "who",
    "by whom",
    "officer",
    "responsible",
    "responsible officer",
    "responsibility",
    "assigned to",
    "action by",
    "person responsible",
];
/// Heads of the other columns.
const OTHERS: [&str; 20] = [
    "minute",
    "minute no",
    "minute ref",
    "no",
    "no.",
    "ref",
    "item",
    "item no",
    "agenda item",
    "due",
    "when",
    "date",
    "by when",
    "deadline",
    "due date",
    "target date",
    "timescale",
    "status",
    "update",
    "progress",
];
/// The most rows that are read.
const MOST: usize = 60;

/// A row: the line, who, and what.
pub(super) type Row = (usize, Option<String>, String);

/// The rows of the table that begins at the first of these lines, and how many lines it has.
pub(super) fn table(lines: &[Line]) -> Option<(Vec<Row>, usize)> {
    let first = lines.first()?;
    beside(lines, first).or_else(|| below(lines))
}

fn is_head(text: &str) -> bool {
    [&TASKS[..], &OWNERS, &OTHERS].iter().any(|list| list.contains(&text))
}

fn ends(line: &Line) -> bool {
    ["the meeting", "meeting ended", "meeting closed", "chair", "signed"].iter().any(|end| line.folded.starts_with(end))
}

/// The heads that a line is made of, with the place of each in characters; empty where it has other words.
fn heads(line: &Line) -> Vec<(usize, String)> {
    const LONGEST: usize = 3;
    let raw = line.raw.to_lowercase();
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for word in raw.split(' ') {
        if !word.is_empty() {
            words.push((at, word));
        }
        at += word.chars().count() + 1;
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(&(at, _)) = words.get(from) {
        let longest = (1..=LONGEST).rev().find_map(|length| {
            let words = words.get(from..from + length)?;
            let joined = words.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
            is_head(&joined).then_some((length, joined))
        });
        let Some((length, head)) = longest else { return Vec::new() };
        found.push((at, head));
        from += length;
    }
    found
}

/// A table whose columns stand side by side.
fn beside(lines: &[Line], first: &Line) -> Option<(Vec<Row>, usize)> {
    const SLACK: usize = 3;
    let heads = if first.text.len() < 120 { heads(first) } else { Vec::new() };
    let place = |names: &[&str]| heads.iter().position(|(_, head)| names.contains(&head.as_str()));
    let (task, owner) = (place(&TASKS)?, place(&OWNERS)?);
    // A column begins at its head, or a little before where the head is centred.
    let column = |at: usize| heads.iter().rposition(|(head, _)| at + SLACK >= *head).unwrap_or(0);
    let mut rows: Vec<Row> = Vec::new();
    let mut length = 1;
    for line in lines.iter().skip(1).take_while(|line| !ends(line)).take(MOST * 4) {
        let mut cells: Vec<(usize, String)> = Vec::new();
        for (at, text) in line.columns() {
            cells.push((column(at), text.to_owned()));
        }
        // Words that run across the page are no row.
        if cells.len() < 2 && (line.apart() || cells.first().is_none_or(|(column, _)| *column != task)) {
            break;
        }
        length += 1;
        let cell = |wanted: usize| cells.iter().find(|(column, _)| *column == wanted).map(|(_, text)| text.clone());
        let full = rows.len() >= MOST;
        let Some(words) = cell(task) else { continue };
        match rows.last_mut().filter(|(_, who, _)| !line.apart() && (cell(owner).is_none() || who.is_none())) {
            Some((_, who, what)) => {
                *who = who.take().or_else(|| cell(owner));
                what.push(' ');
                what.push_str(&words);
            }
            None if !full => rows.push((line.number, cell(owner), words)),
            None => {}
        }
    }
    (!rows.is_empty()).then_some((rows, length))
}

/// A table whose cells came out one below the other.
fn below(lines: &[Line]) -> Option<(Vec<Row>, usize)> {
    if !lines.iter().take(2).all(|line| is_head(&line.folded)) {
        return None;
    }
    let near: Vec<&Line> = lines.iter().take(MOST * 6).collect();
    let table = flat(&near, is_head, ends)?;
    let place = |names: &[&str]| table.heads.iter().position(|head| names.contains(&head.as_str()));
    let (task, owner) = (place(&TASKS)?, place(&OWNERS)?);
    let row = |cells: &Vec<(usize, String)>| {
        let (line, words) = cells.get(task)?;
        Some((*line, cells.get(owner).map(|(_, who)| who.clone()), words.clone()))
    };
    Some((table.rows.iter().filter_map(row).take(MOST).collect(), table.length))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn tables_of_actions_are_read_side_by_side_and_one_below_the_other() {
        let beside = "Minute Action                          Owner       Due\n7/26    Count the swings in all parks   Jo Bell     May 2026\n\
                      \x20       and say which are old\n8/26    Mend the gate                    Ranger      June\nThe meeting ended at 4 pm.\n";
        let below = "Minute\n\nAction\n\nOwner\n\n7/26\n\nCount the swings in all parks\nand say which are old\n\nJo Bell\n\n8/26\n\nMend the gate\n\nRanger\n\nThe meeting ended at 4 pm.\n";
        for text in [beside, below] {
            let (rows, _) = table(&lines(text)).expect("a table");
            let shown: Vec<String> =
                rows.into_iter().map(|(_, who, what)| format!("{}: {what}", who.unwrap_or_default())).collect();
            assert_eq!(
                shown,
                ["Jo Bell: Count the swings in all parks and say which are old", "Ranger: Mend the gate"],
                "{text}"
            );
        }
        assert!(table(&lines("Action was taken\nLead pipes were found\n")).is_none());
    }
}
