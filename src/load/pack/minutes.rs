//! Minutes within a pack: of which meeting, who was there, the last number, what was decided and promised.

use chrono::NaiveDate;

use super::actions;
use super::days;
use super::found::{Found, Sure};
use super::item::{Mark, mark};
use super::lines::Line;
use super::parts::is_attendance;
use super::people::{Block, heading};
use super::promised::{bare, promiser, promises, sentences, task};
use super::series::counting;
use crate::load::checker::LINE;
use crate::meeting::findings::undertakings;
use crate::text::fold;

/// Minutes as they stand in a pack.
#[derive(Debug)]
pub(super) struct Minutes<'a> {
    pub(super) date: Option<Found<NaiveDate>>,
    /// The body's name in the title.
    pub(super) body: Option<Found<String>>,
    /// The number of the last minute.
    pub(super) last: Option<Found<u32>>,
    /// The titles of its items.
    pub(super) titles: Vec<String>,
    /// The number of the first.
    pub(super) first: Option<u32>,
    /// Who was there, unread.
    pub(super) blocks: Vec<Block<'a>>,
    /// What was decided, under which item.
    pub(super) decisions: Vec<Found<(String, String)>>,
    /// What somebody was to do: who, where that is plain, and the words.
    pub(super) actions: Vec<Found<(Option<String>, String)>>,
    /// Sentences that say who stood in for whom.
    pub(super) substitutions: Vec<Found<String>>,
    /// Sentences that say who sent apologies.
    pub(super) apologies: Vec<Found<String>>,
}

/// The most decisions or actions that are read.
const MOST: usize = 100;

/// Reads minutes. `printed` are the numbers of the minutes as printed, where they are not 1, 2, 3 and were made so.
pub(super) fn minutes<'a>(lines: &'a [Line], printed: &[String]) -> Minutes<'a> {
    let title: Vec<&Line> = lines.iter().take(10).take_while(|line| !is_attendance(&line.folded)).collect();
    let mut read = Minutes {
        date: title.iter().find_map(|line| Some(Found::new(days::date(&line.text)?.date, line.number, Sure::Certain))),
        body: body(&title),
        last: None,
        first: None,
        titles: Vec::new(),
        blocks: blocks(lines),
        decisions: Vec::new(),
        actions: Vec::new(),
        substitutions: Vec::new(),
        apologies: Vec::new(),
    };
    let numbers = counting(printed);
    let mut item = String::new();
    let mut expected = (!printed.is_empty()).then_some(1);
    let mut after_action = false;
    let mut table = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some((rows, length)) = actions::table(lines.get(at..).unwrap_or_default()) {
            for (line, who, what) in rows {
                read.action(who, what, line, Sure::Certain);
            }
            at += length;
            continue;
        }
        table |= is_table(lines.get(at..).unwrap_or_default());
        if let (true, Some((_, title))) = (table, numbered(line, lines.get(at + 1)))
            && is_title(&title)
        {
            item = title;
        }
        if let Some((number, title)) = numbered(line, lines.get(at + 1)).filter(|_| !table) {
            let next = expected.is_none_or(|expected: u32| {
                number == expected || (printed.is_empty() && number > expected && number <= expected + 2)
            });
            let (head, behind) = if printed.is_empty() { (title.as_str(), None) } else { run_on(&title) };
            if next && (!printed.is_empty() || is_title(&title)) {
                let place = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
                let shown = numbers.get(place).copied().unwrap_or(number);
                read.last = Some(Found::new(shown, line.number, Sure::Certain));
                read.first = read.first.or(Some(shown));
                expected = Some(number + 1);
                let parted = matches!(mark(&line.text), Some(Mark::Number { rest: "", .. }));
                read.titles.push(head.to_owned());
                head.clone_into(&mut item);
                at += if let (Some(behind), false) = (behind, parted) {
                    let (sentence, taken) = paragraph(lines.get(at..).unwrap_or_default());
                    let from = sentence.find(behind).unwrap_or(0);
                    read.sentence(line, sentence.get(from..).unwrap_or_default(), &item, false, table);
                    taken.max(1)
                } else if parted {
                    2
                } else {
                    1
                };
                continue;
            }
        }
        let (sentence, taken) = resolved(lines.get(at..).unwrap_or_default());
        read.sentence(line, &sentence, &item, std::mem::take(&mut after_action), table);
        after_action = is_action(&line.folded);
        at += taken.max(1);
    }
    read
}

impl Minutes<'_> {
    fn sentence(&mut self, line: &Line, text: &str, item: &str, after_action: bool, table: bool) {
        let lower = text.to_lowercase();
        if lower.contains("as substitute for") || lower.contains("substituting for") {
            self.substitutions.push(Found::new(text.to_owned(), line.number, Sure::Certain));
        }
        if lower.starts_with("apologies") && lower.contains("received from") {
            self.apologies.push(Found::new(text.to_owned(), line.number, Sure::Certain));
        } else if item.to_lowercase().starts_with("apolog")
            && (lower.starts_with("cllr") || lower.starts_with("councillor"))
        {
            let said = format!("received from {}", text.split(". ").next().unwrap_or(text));
            self.apologies.push(Found::new(said, line.number, Sure::Likely));
        }
        let said = table && self.decisions.iter().any(|known| fold(&known.value.0) == fold(item));
        if decides(text, after_action) && !said && self.decisions.len() < MOST {
            let sure = if after_action && !table { Sure::Certain } else { Sure::Likely };
            self.decisions.push(Found::new((item.to_owned(), text.to_owned()), line.number, sure));
            return;
        }
        if self.actions.len() >= MOST {
            return;
        }
        if let Some((owner, task)) = task(text) {
            let sure = if table || text.to_lowercase().starts_with("action") { Sure::Certain } else { Sure::Likely };
            self.action(owner, task, line.number, sure);
        } else if !table {
            for promise in
                sentences(text).filter(|sentence| !undertakings(sentence, &[]).is_empty() && promises(sentence))
            {
                let promise = bare(promise);
                self.action(promiser(promise), promise.to_owned(), line.number, Sure::Unsure);
            }
        }
    }

    fn action(&mut self, owner: Option<String>, task: String, line: usize, sure: Sure) {
        if task.chars().count() <= LINE && !self.actions.iter().any(|known| known.value.1 == task) {
            self.actions.push(Found::new((owner, task), line, sure));
        }
    }
}

/// Whether a paragraph is a decision.
fn decides(text: &str, after_action: bool) -> bool {
    const VERBS: [&str; 12] = [
        "AGREED",
        "NOTED",
        "RESOLVED",
        "APPROVED",
        "ENDORSED",
        "RECOMMENDED",
        "RESOLVE",
        "DECIDED",
        "ADOPTED",
        "REFUSED",
        "GRANTED",
        "DEFERRED",
    ];
    let capital = text.split(|letter: char| !letter.is_alphabetic()).any(|word| VERBS.contains(&word));
    let lower = text.to_lowercase();
    let plain = ["resolved", "it was agreed", "it was resolved", "agreed:", "agreed –"]
        .iter()
        .any(|words| lower.starts_with(words));
    let said =
        after_action && ["agreed", "noted", "endorsed", "resolved", "approved"].iter().any(|verb| lower.contains(verb));
    let made = lower.contains("made a recommendation") || lower.contains("made the following recommendation");
    capital || plain || said || (made && lower.starts_with("the "))
}

fn is_action(folded: &str) -> bool {
    matches!(folded.trim_matches(|letter: char| !letter.is_alphanumeric()), "action" | "decision" | "resolved")
}

/// The heading of a table of actions.
fn is_table(rest: &[Line]) -> bool {
    let words: Vec<&str> = rest.iter().take(4).map(|line| line.folded.as_str()).collect();
    match words.as_slice() {
        [first, ..] if *first == "item action" => true,
        ["item" | "date of meeting", "action" | "item", ..] | ["date of", "meeting", "item", "action", ..] => true,
        _ => false,
    }
}

/// The number and title of a minute, on one line or two.
fn numbered(line: &Line, next: Option<&Line>) -> Option<(u32, String)> {
    match mark(&line.text)? {
        Mark::Number { number, letter: None, closed: true, rest: "" } => {
            // Below the number come the title, or at the head who was there.
            let next = next.filter(|next| mark(&next.text).is_none())?;
            Some((number, next.text.clone()))
        }
        Mark::Number { number, letter: None, closed: true, rest } if !line.bullet => Some((number, rest.to_owned())),
        _ => None,
    }
}

/// A title is short and no sentence; the points of a discussion are long.
fn is_title(title: &str) -> bool {
    let words = title.split_whitespace().count();
    let small = title.split_whitespace().filter(|word| word.len() > 3 && word.starts_with(char::is_lowercase)).count();
    let dated = title.trim_end_matches('.').ends_with(|letter: char| letter.is_ascii_digit());
    (1..=20).contains(&words)
        && (!title.ends_with('.') || dated)
        && small * 2 <= words
        && title.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit())
        && !title.starts_with("Councillor ")
}

/// The title of a minute and what is run on to it: "Planning: It was resolved to object."
fn run_on(title: &str) -> (&str, Option<&str>) {
    const WORDS: usize = 9;
    match title.split_once(": ").filter(|(head, _)| head.split(' ').count() <= WORDS) {
        Some((head, behind)) => (head, Some(behind)),
        None => (title, None),
    }
}

/// A paragraph, and where it says no more than that something was resolved, the points below it.
fn resolved(lines: &[Line]) -> (String, usize) {
    const POINTS: usize = 12;
    let (mut text, mut taken) = paragraph(lines);
    if !text.trim_end().ends_with([':', '-', '–', '—']) || text.len() > 120 || !decides(&text, false) {
        return (text, taken);
    }
    for point in 1..=POINTS {
        let rest = lines.get(taken..).unwrap_or_default();
        let Some(first) = rest.first() else { break };
        let counted = match mark(&first.text) {
            Some(Mark::Number { number, .. }) => usize::try_from(number).is_ok_and(|number| number == point),
            Some(Mark::Letter { .. }) => true,
            None => point == 1 || first.bullet,
        };
        let (more, length) = paragraph(rest);
        if !counted || length == 0 || text.len() + more.len() > 2_000 || is_action(&first.folded) {
            break;
        }
        text.push(' ');
        text.push_str(&more);
        taken += length;
    }
    (text, taken)
}

/// The lines of a paragraph joined, and how many they are.
fn paragraph(lines: &[Line]) -> (String, usize) {
    let Some((first, rest)) = lines.split_first() else { return (String::new(), 0) };
    let mut text = first.text.clone();
    let mut taken = 1;
    if is_action(&first.folded) || is_attendance(&first.folded) || mark(&first.text).is_some() && first.text.len() < 8 {
        return (text, taken);
    }
    for line in rest {
        let ended = text.ends_with(['.', ':', '?']) && (line.apart() || line.text.starts_with(char::is_uppercase));
        let wide = line.blanks > 1
            || (line.apart() && (text.ends_with(['.', ':']) || line.text.starts_with(char::is_uppercase)));
        if ended || wide || line.bullet || mark(&line.text).is_some() || is_action(&line.folded) || text.len() > 4_000 {
            break;
        }
        text.push(' ');
        text.push_str(&line.text);
        taken += 1;
    }
    (text, taken)
}

/// The lists of those who came, each up to the next heading or the first minute.
fn blocks(lines: &[Line]) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for line in lines.iter().take(120) {
        if let Some((list, inline)) = heading(line).filter(|(list, _)| {
            is_attendance(&line.folded) || line.folded.contains("present") || (open && !list.seated())
        }) {
            blocks.push(Block { list, line: line.number, inline, lines: Vec::new() });
            open = true;
        } else if mark(&line.text).is_some()
            || line.text.ends_with([':', '.']) && line.text.len() > 60
            || line.folded.starts_with("apologies")
        {
            let held = blocks.last().is_some_and(|block| block.lines.is_empty() && block.inline.is_empty());
            open = open && held && mark(&line.text).is_none();
        } else if let (true, Some(block)) = (open, blocks.last_mut())
            && block.lines.len() < 60
        {
            block.lines.push(line);
        }
    }
    blocks
}

/// The name of the body in the title: what follows "MINUTES OF A MEETING OF THE".
fn body(title: &[&Line]) -> Option<Found<String>> {
    let text = title.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let lower = text.to_ascii_lowercase();
    let from = ["meeting of the ", "meeting of ", "minutes of the ", "minutes of "]
        .iter()
        .find_map(|words| lower.find(words).map(|at| at + words.len()))?;
    let rest = lower.get(from..)?;
    let end =
        [" held ", " on ", " at ", " meeting"].iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let name = text.get(from..from + end)?.trim().trim_end_matches([',', '.']);
    let line = title.first()?.number;
    (name.len() > 3 && name.len() < 120 && days::date(name).is_none())
        .then(|| Found::new(name.to_owned(), line, Sure::Likely))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    const TEXT: &str = "MINUTES OF A MEETING OF THE\nANY PANEL\nON 1 MAY 2026\n\nMembers Present: Jo Bell (Chair), Councillors A Poe and B Li\n\n\
                        40. Apologies for Absence\n\nApologies were received from Councillor Day. Councillor Li was in attendance as substitute for Councillor Day.\n\n\
                        41.\n\nParks Report\n\n1. Councillor Poe asked about swings. The Ranger would circulate a list to members.\n\nACTION\n\nThe Panel AGREED to NOTE the report.\n\n\
                        42. Dates\n\nThe Panel noted the dates.\n\nITEM\nACTION\n\n1.\nParks Report\nThe Panel AGREED to note.\nRanger to provide a list of swings.\n\nCHAIR\n";

    #[test]
    fn who_promises_is_who_the_sentence_begins_with() {
        for (sentence, wanted) in [
            ("The Commissioner agreed to share the figures.", Some("Commissioner")),
            ("Officers would circulate the table.", Some("Officers")),
            ("The Director of Finance said he would write.", Some("Director of Finance")),
            ("Councillor Poe undertook to ask.", Some("Councillor Poe")),
            ("It would be circulated.", None),
            ("He would write to the board.", None),
            ("The Panel agreed to write.", None),
            ("After some discussion about swings officers would write.", None),
        ] {
            assert_eq!(promiser(sentence).as_deref(), wanted, "{sentence}");
        }
    }

    #[test]
    fn minutes_give_what_the_next_meeting_needs() {
        let all = lines(TEXT);
        let read = minutes(&all, &[]);
        assert_eq!(read.date.map(|found| found.value.to_string()).as_deref(), Some("2026-05-01"));
        assert_eq!(read.body.map(|found| found.value).as_deref(), Some("ANY PANEL"));
        assert_eq!(read.last.map(|found| found.value), Some(42));
        let decisions: Vec<_> =
            read.decisions.iter().map(|found| (found.value.0.as_str(), found.value.1.as_str())).collect();
        assert_eq!(decisions, [("Parks Report", "The Panel AGREED to NOTE the report.")]);
        let actions: Vec<_> =
            read.actions.iter().map(|found| (found.value.0.as_deref(), found.value.1.as_str())).collect();
        assert_eq!(
            actions,
            [
                (Some("Ranger"), "The Ranger would circulate a list to members."),
                (Some("Ranger"), "Ranger to provide a list of swings.")
            ]
        );
        assert_eq!((read.substitutions.len(), read.apologies.len(), read.blocks.len()), (1, 1, 1));
    }
}
