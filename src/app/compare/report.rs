//! The list of differences for reading, and their command lines as a script.

use chrono::{DateTime, Utc};

use super::{Comparison, Difference, What};
use crate::app::script::FIRST_LINE;
use crate::load::draft::{Author, Remark};
use crate::meeting::state::State;
use crate::text::{harmless_line, wrap};

/// How wide a list may be, in cells.
const WIDTH: usize = 78;
const INDENT: &str = "   ";

/// The differences, one after the other, with what would record each.
pub fn list(comparison: &Comparison) -> String {
    let mut text = String::new();
    let changes = comparison.differences.iter().any(|it| it.what != What::Remarked);
    if changes {
        text.push_str("Words between [- and -] are in the minutes only, those between {+ and +} in the draft only.\n");
    }
    for (number, difference) in (1..).zip(&comparison.differences) {
        text.push('\n');
        text.push_str(&one(number, difference));
    }
    text
}

fn one(number: usize, it: &Difference) -> String {
    let mut lines = vec![format!("{number}. {}: {}", capital(&it.place), told(it))];
    let words = match it.what {
        What::Remarked | What::Moved => super::words::marked(&it.after, &it.after),
        _ => it.marked(),
    };
    lines.extend(set_in("", &words));
    for remark in &it.remarks {
        lines.extend(set_in("", &remarked(remark)));
    }
    lines.extend(it.lines.iter().flat_map(|line| set_in("> ", line)));
    lines.extend(it.advice.iter().flat_map(|advice| set_in("", advice)));
    lines.join("\n") + "\n"
}

/// Text in lines that stand in, each later one under the first.
fn set_in(mark: &str, text: &str) -> Vec<String> {
    let text = harmless_line(text);
    let lines = wrap(&text, WIDTH - INDENT.len() - mark.len());
    let first = |at: usize| if at == 0 { mark.to_owned() } else { " ".repeat(mark.len()) };
    lines.iter().enumerate().map(|(at, line)| format!("{INDENT}{}{}", first(at), line.trim_end())).collect()
}

/// How a paragraph differs and who asked for that, in a few words.
pub(in crate::app) fn told(it: &Difference) -> String {
    let what = match it.what {
        What::Changed => "changed",
        What::New => "new",
        What::Gone => "struck out",
        What::Moved => "moved",
        What::Remarked => return "a remark".to_owned(),
    };
    let mut who: Vec<String> = it.asked.iter().map(signed).collect();
    who.extend(it.unsigned.then(|| "who asked for it is not said".to_owned()));
    harmless_line(&format!("{what}, {}", who.join(", "))).into_owned()
}

fn signed(by: &Author) -> String {
    let name = if by.name.is_empty() { "somebody without a name" } else { by.name.as_str() };
    match by.on {
        Some(day) => format!("{name} on {}", day.format("%-d %B %Y")),
        None => name.to_owned(),
    }
}

/// A remark with who made it.
pub(in crate::app) fn remarked(remark: &Remark) -> String {
    format!("{} remarked: “{}”", signed(&remark.by), remark.text)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The command lines as a script, to be recorded at `now` (UTC) after everything else.
pub fn script(comparison: &Comparison, state: &State, now: DateTime<Utc>) -> String {
    let at = state.local(now);
    let mut text = format!("{FIRST_LINE}\ndate {}\n", at.format("%Y-%m-%d"));
    for it in comparison.order.iter().filter_map(|at| comparison.differences.get(*at)) {
        if it.lines.is_empty() && it.advice.is_none() {
            continue;
        }
        let mut lines =
            vec![String::new(), format!("# {}", harmless_line(&format!("{}: {}", capital(&it.place), told(it))))];
        lines.extend(it.advice.as_deref().map(|advice| format!("# {}", harmless_line(advice))));
        lines.extend(it.lines.iter().map(|line| format!("{} {}", at.format("%H:%M"), spelt(line))));
        text.push_str(&(lines.join("\n") + "\n"));
    }
    text
}

/// A line as a script has it: text of several lines up to a stop.
fn spelt(line: &str) -> String {
    match line.split_once('\n') {
        Some((first, rest)) => format!("{first} <<\n{rest}\n."),
        None => line.to_owned(),
    }
}
