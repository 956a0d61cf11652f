//! Numbers of items that are not 1, 2, 3: minute numbers that run on ("137"), and numbers with a year or a prefix
//! ("24/031", "39/20", "21.12.01", "PCP 4/12").

use std::collections::BTreeMap;

use super::lines::Line;
use super::ranks;
use super::signs::usual;
use crate::text::fold;

/// How many lines are looked through; the agenda stands in front.
const LOOKED: usize = 2_000;
/// The fewest numbers in a row that make a series.
const FEWEST: usize = 3;
/// From how many places a series is tried to begin, for each form.
const TRIES: usize = 40;

/// How many numbers of a reference may be left out between two items.
const JUMP: u32 = 9;

/// A number at the beginning of a line: a form with one group of digits left open, and that group's value.
struct Candidate {
    at: usize,
    value: u32,
    /// How many bytes of the line it takes, with what closes it.
    length: usize,
    /// Whether it stands alone on its line and is closed, as no page number is.
    alone: bool,
}

/// What counts up in numbers such as 31/26, 32/26: for each the group of digits that differs.
pub(super) fn counting(printed: &[String]) -> Vec<u32> {
    let groups = |name: &String| -> Vec<u32> {
        name.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
    };
    let (Some(first), Some(last)) = (printed.first().map(groups), printed.last().map(groups)) else {
        return Vec::new();
    };
    let varies = first.iter().zip(&last).position(|(one, other)| one != other);
    let Some(varies) = varies.or(first.len().checked_sub(1)) else { return Vec::new() };
    printed.iter().map_while(|name| groups(name).get(varies).copied()).collect()
}

/// Renumbers the items from 1 where they have other numbers, and says the numbers that were printed, in order; empty where
/// nothing was renumbered or the numbers printed say nothing ("1." on every line).
pub(super) fn renumber(lines: &mut [Line]) -> Vec<String> {
    let mut forms: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate().take(LOOKED) {
        let Some((printed, length)) = printed(&line.text) else { continue };
        for (form, value) in open(printed) {
            let alone = line.text.len() == length && line.text.ends_with('.');
            forms.entry(form).or_default().push(Candidate { at, value, length, alone });
        }
    }
    let usual_run = forms.get("#").map_or(0, |found| run(found, Some(1), 1).len());
    if usual_run < FEWEST
        && let Some(found) = ranks::decimals(lines).or_else(|| ranks::bullets(lines))
    {
        rewrite(lines, &found.0);
        return found.1;
    }
    let repeated: Vec<(usize, usize)> = forms
        .get("#")
        .map(|found| found.iter().filter(|one| one.value == 1).map(|one| (one.at, one.length)).collect())
        .unwrap_or_default();
    if repeated.len() > FEWEST && repeated.len() > usual_run && follow(lines, &repeated) {
        rewrite(lines, &repeated);
        return Vec::new();
    }
    let best = forms
        .iter()
        .filter(|(form, _)| *form == "#" || is_reference(form))
        .map(|(form, found)| run(found, None, if form == "#" { 1 } else { JUMP }))
        .max_by_key(Vec::len)
        .filter(|best| best.len() >= FEWEST && best.len() > usual_run);
    let Some(best) = best.filter(|best| best.iter().take(4).any(|(at, length)| begins_usually(lines, *at, *length)))
    else {
        return Vec::new();
    };
    let names = best.iter().filter_map(|(at, _)| printed(&lines.get(*at)?.text).map(|(name, _)| name.to_owned()));
    let names = names.collect();
    rewrite(lines, &best);
    names
}

/// The number at the beginning of a line, and its length with what closes it.
pub(super) fn printed(text: &str) -> Option<(&str, usize)> {
    let mut words = text.split(' ');
    let first = words.next()?;
    let prefix = first.len() <= 5 && first.bytes().all(|byte| byte.is_ascii_uppercase());
    let length = match words.next() {
        Some(second) if prefix && second.contains('/') => first.len() + 1 + second.len(),
        _ => first.len(),
    };
    let whole = text.get(..length)?;
    let name = whole.trim_end_matches(['.', ')', ':']);
    let shaped = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/.- ".contains(&byte));
    let letters = name.bytes().filter(u8::is_ascii_alphabetic).count();
    (shaped && name.len() <= 16 && letters <= 5 && name.bytes().any(|byte| byte.is_ascii_digit()))
        .then_some((name, length))
}

/// The forms of a number: for each group of digits the rest around it, and its value.
fn open(name: &str) -> Vec<(String, u32)> {
    let mut forms = Vec::new();
    let mut from = 0;
    while let Some(start) = name.get(from..).and_then(|rest| rest.find(|letter: char| letter.is_ascii_digit())) {
        let start = from + start;
        let rest = name.get(start..).unwrap_or_default();
        let length = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
        if let (Some(before), Some(Ok(value)), Some(after)) =
            (name.get(..start), rest.get(..length).map(str::parse), name.get(start + length..))
        {
            forms.push((format!("{before}#{after}"), value));
        }
        from = start + length;
    }
    forms
}

/// Whether a form is that of a reference and not of a part: "6.#" is a part of 6.
fn is_reference(form: &str) -> bool {
    form.contains('/') || form.matches('.').count() > 1 || form.starts_with(|first: char| first.is_ascii_uppercase())
}

/// The longest run of rising numbers, each by `jump` at most; `start` is where it must begin.
fn run(found: &[Candidate], start: Option<u32>, jump: u32) -> Vec<(usize, usize)> {
    let mut best: Vec<(usize, usize)> = Vec::new();
    let begins = found.iter().enumerate().filter(|(_, one)| start.is_none_or(|start| one.value == start));
    for (place, first) in begins.take(TRIES) {
        let mut last = first.value;
        let mut run = vec![(first.at, first.length)];
        for next in found.iter().skip(place + 1) {
            let jump = if next.alone { JUMP } else { jump };
            if next.value > last && next.value - last <= jump {
                last = next.value;
                run.push((next.at, next.length));
            }
        }
        if run.len() > best.len() {
            best = run;
        }
    }
    best
}

/// Whether the title behind a number, or below it, is one that agendas begin with.
pub(super) fn begins_usually(lines: &[Line], at: usize, length: usize) -> bool {
    let rest = lines.get(at).and_then(|line| line.text.get(length..)).map(str::trim).unwrap_or_default();
    if rest.is_empty() { lines.get(at + 1).is_some_and(|below| usual(&below.text)) } else { usual(rest) }
}

/// Whether lines with "1." have words, as a list has whose numbers were lost.
fn follow(lines: &[Line], all: &[(usize, usize)]) -> bool {
    all.iter().all(|(at, length)| {
        lines.get(*at).is_some_and(|line| {
            line.text.get(..*length).is_some_and(|mark| mark.ends_with(['.', ')']))
                && line.text.get(*length..).is_some_and(|rest| rest.len() > 4)
        })
    })
}

fn rewrite(lines: &mut [Line], all: &[(usize, usize)]) {
    for (number, (at, length)) in (1..).zip(all) {
        let Some(line) = lines.get_mut(*at) else { continue };
        let rest = line.text.get(*length..).unwrap_or_default().trim();
        let behind = line.raw.trim_start();
        // Columns behind the number stay where they are, as far as the number's own length allows.
        let raw = behind.get(*length..).filter(|_| behind.starts_with(line.text.get(..*length).unwrap_or("?")));
        line.raw = format!("{number}. {}", raw.map_or(rest, |raw| raw.trim_start_matches(['.', ' '])));
        line.text = if rest.is_empty() { format!("{number}.") } else { format!("{number}. {rest}") };
        line.folded = fold(&line.text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn items_with_other_numbers_are_counted() {
        for (text, wanted, names) in [
            (
                "24/031 Apologies\n24/032 Minutes\n24/033 Planning\n",
                "1. Apologies|2. Minutes|3. Planning",
                "24/031 24/032 24/033",
            ),
            (
                "39/20\nAPOLOGIES\n40/20\nMINUTES\n41/20\nBUDGET\n",
                "1.|APOLOGIES|2.|MINUTES|3.|BUDGET",
                "39/20 40/20 41/20",
            ),
            ("137 Apologies\n138 Minutes\n139 Budget\n", "1. Apologies|2. Minutes|3. Budget", "137 138 139"),
            (
                "21.12.01 Welcome\n21.12.02 Minutes\n21.12.03 Land\n",
                "1. Welcome|2. Minutes|3. Land",
                "21.12.01 21.12.02 21.12.03",
            ),
            (
                "PCP 1/12 Apologies\nPCP 2/12 Minutes\nPCP 3/12 Plan\n",
                "1. Apologies|2. Minutes|3. Plan",
                "PCP 1/12 PCP 2/12 PCP 3/12",
            ),
            (
                "1. To note apologies\n1. To elect\n1. To approve\n1. To close\n",
                "1. To note apologies|2. To elect|3. To approve|4. To close",
                "",
            ),
            (
                "1. Apologies\n2. Minutes\n3. Planning\n24/1 A\n24/2 B\n24/3 C\n",
                "1. Apologies|2. Minutes|3. Planning|24/1 A|24/2 B|24/3 C",
                "",
            ),
            ("2021 Apologies\nRoad 2\n7 Minutes\n", "2021 Apologies|Road 2|7 Minutes", ""),
        ] {
            let mut all = lines(text);
            let printed = renumber(&mut all);
            let texts: Vec<&str> = all.iter().map(|line| line.text.as_str()).collect();
            assert_eq!((texts.join("|").as_str(), printed.join(" ").as_str()), (wanted, names), "{text}");
        }
    }
}
