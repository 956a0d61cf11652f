//! Reading a command's arguments by its signature: words, "quoted words", the rest of the line, and arguments that a
//! word leads (`by`, `seconded`, `because`).

use crate::app::{clock, refs};
use crate::meeting::command::Refusal;

use super::{Arg, Kind, Spec};

/// The arguments of a command line as typed, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values(Vec<(&'static str, String)>);

impl Values {
    /// The argument of that name, if it was given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(other, _)| *other == name).map(|(_, text)| text.as_str())
    }

    fn put(&mut self, arg: &Arg, text: &str) {
        let text = text.trim();
        let inside = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        let text = match inside {
            Some(inside) if !arg.kind.takes_rest() && !inside.contains('"') => inside.trim(),
            _ => text,
        };
        if !text.is_empty() {
            self.0.push((arg.name, text.to_owned()));
        }
    }
}

/// Reads what follows a command's name.
///
/// # Errors
///
/// Something needed is missing, given twice, or left over.
pub fn parse(spec: &Spec, rest: &str) -> Result<Values, Refusal> {
    let mut values = Values::default();
    let mut rest = rest.trim();
    for arg in spec.args.iter().filter(|arg| arg.leads.is_empty()) {
        rest = place(spec, arg, rest, &mut values);
    }
    while !rest.is_empty() {
        rest = led(spec, rest, &mut values)?;
    }
    match spec.args.iter().find(|arg| arg.needed && values.get(arg.name).is_none()) {
        Some(missing) => Err(lacks(spec, missing)),
        None => Ok(values),
    }
}

/// Reads an argument that stands at its place, and returns what follows.
fn place<'a>(spec: &Spec, arg: &Arg, rest: &'a str, values: &mut Values) -> &'a str {
    if arg.kind.takes_rest() {
        values.put(arg, rest);
        return "";
    }
    if arg.kind.is_one_word() {
        let (word, after) = first_word(rest);
        if !arg.needed && !fits(arg.kind, word) {
            return rest;
        }
        values.put(arg, word);
        return after;
    }
    let end = next_lead(spec, rest).map_or(rest.len(), |(at, _, _)| at);
    let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    values.put(arg, text);
    after.trim_start()
}

/// Reads an argument that a word leads, and returns what follows.
fn led<'a>(spec: &Spec, rest: &'a str, values: &mut Values) -> Result<&'a str, Refusal> {
    let Some((0, arg, lead)) = next_lead(spec, rest) else { return Err(too_much(spec, rest)) };
    if values.get(arg.name).is_some() {
        let hint = format!("Words that hold it stand in quotation marks. {}", usage(spec));
        return Err(Refusal::new(format!("“{lead}” stands twice in the line."), hint));
    }
    let after = rest.get(lead.len()..).unwrap_or("").trim_start();
    if arg.kind == Kind::Said {
        values.put(arg, lead);
        return Ok(after);
    }
    if after.is_empty() {
        return Err(Refusal::new(format!("Nothing stands after “{lead}”."), usage(spec)));
    }
    if arg.kind == Kind::Offer {
        values.put(arg, after);
        return Ok("");
    }
    if arg.kind == Kind::Text {
        let (text, after) = quoted(after).unwrap_or((after, ""));
        values.put(arg, text);
        return Ok(after.trim_start());
    }
    if matches!(arg.kind, Kind::Choice(_)) {
        // A word of a choice may be one that leads something else: “casting for”.
        let (word, after) = first_word(after);
        values.put(arg, word);
        return Ok(after);
    }
    let end = next_lead(spec, after).map_or(after.len(), |(at, _, _)| at);
    let (text, after) = after.split_at_checked(end).unwrap_or((after, ""));
    values.put(arg, text);
    Ok(after)
}

/// Text in quotation marks at the beginning, without them, and what follows.
fn quoted(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix('"')?.split_once('"')
}

pub(super) fn first_word(text: &str) -> (&str, &str) {
    match text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim_start()),
        None => (text, ""),
    }
}

/// Whether a word is what a one-word argument takes.
pub(super) fn fits(kind: Kind, word: &str) -> bool {
    match kind {
        Kind::Fact => refs::is_written_so(word),
        Kind::Time => clock::time(word).is_some(),
        Kind::Choice(words) => words.contains(&word),
        _ => !word.is_empty(),
    }
}

/// The first word outside quotation marks that leads an argument: where, which argument, and the words themselves.
pub(super) fn next_lead<'s>(spec: &'s Spec, text: &str) -> Option<(usize, &'s Arg, &'s str)> {
    let lower = text.to_ascii_lowercase();
    let (mut inside, mut before) = (false, ' ');
    for (at, letter) in lower.char_indices() {
        if !inside && before.is_whitespace() {
            let found = lower.get(at..).and_then(|rest| lead_at(spec, rest));
            if let Some((arg, lead)) = found {
                return Some((at, arg, lead));
            }
        }
        inside ^= letter == '"';
        before = letter;
    }
    None
}

/// The longest leading words that `text` begins with.
fn lead_at<'s>(spec: &'s Spec, text: &str) -> Option<(&'s Arg, &'s str)> {
    let leads = spec.args.iter().flat_map(|arg| arg.leads.iter().map(move |lead| (arg, *lead)));
    let begins =
        |lead: &str| text.strip_prefix(lead).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace));
    leads.filter(|(_, lead)| begins(lead)).max_by_key(|(_, lead)| lead.len())
}

fn lacks(spec: &Spec, arg: &Arg) -> Refusal {
    let lead = arg.leads.first().map_or_else(String::new, |lead| format!("{lead} "));
    Refusal::new(format!("“{}” lacks {lead}{}.", spec.name, arg.name), usage(spec))
}

fn too_much(spec: &Spec, rest: &str) -> Refusal {
    Refusal::new(format!("“{}” has no use for “{}”.", spec.name, crate::text::cut(rest, 40)), usage(spec))
}

fn usage(spec: &Spec) -> String {
    format!("For example: {}", spec.example)
}
