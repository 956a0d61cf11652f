//! The one table of commands: from it come dispatch, completion, the palette, help and the reference.
//!
//! A command is a row ([`Spec`]) with a function that looks at the session and says what is to be done ([`Act`]); it
//! changes nothing itself. Names are a public language: they are never renamed and never change meaning.

#![allow(
    clippy::unnecessary_wraps,
    reason = "every function of the table has the table's type, also one that never refuses"
)]

mod actions;
mod attendance;
mod call;
mod complete;
mod course;
mod decisions;
mod declare;
mod discussion;
mod elections;
mod help;
mod items;
mod lead_in;
mod mend;
mod minutes;
mod motions;
mod movement;
mod overrule;
mod parse;
pub(in crate::app) mod parts;
mod passages;
mod pauses;
mod plan;
pub mod point;
mod private;
mod replace;
mod resolved;
mod screen;
mod seats;
mod spec;
mod spelling;
mod stages;
mod summaries;
mod tables;
#[cfg(test)]
mod tests;
mod votes;

use crate::meeting::command::Refusal;
use crate::problem::did_you_mean;

pub(crate) use actions::promised;
pub use call::{Act, Call, PenMove};
pub use complete::{Candidate, complete, mentions};
pub use course::closes;
pub(in crate::app) use decisions::verb_of;
pub use help::{markdown, overview, page, usage};
pub(in crate::app) use minutes::topic_and_text;
pub use parse::{Values, parse};
pub(in crate::app) use passages::ROLES;
pub(in crate::app) use replace::{texts_of, unbroken};
pub use spec::{Area, Arg, Context, Kind, Spec};
use spec::{BECAUSE, may, need};
pub(in crate::app) use spelling::prose_of;
pub(in crate::app) use tables::with_cells;

/// Every command, by area.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    let areas: &[&'static [Spec]] = &[
        course::COMMANDS,
        pauses::COMMANDS,
        items::COMMANDS,
        attendance::COMMANDS,
        movement::COMMANDS,
        seats::COMMANDS,
        discussion::COMMANDS,
        passages::COMMANDS,
        tables::COMMANDS,
        decisions::COMMANDS,
        resolved::COMMANDS,
        motions::COMMANDS,
        votes::COMMANDS,
        elections::COMMANDS,
        actions::COMMANDS,
        minutes::COMMANDS,
        declare::COMMANDS,
        plan::COMMANDS,
        private::COMMANDS,
        summaries::COMMANDS,
        mend::COMMANDS,
        spelling::COMMANDS,
        stages::COMMANDS,
        screen::COMMANDS,
    ];
    areas.iter().copied().flatten()
}

/// The command that a line names, by name, alias or unambiguous beginning, and the rest of the line.
///
/// # Errors
///
/// There is no such command, or the beginning fits several.
pub fn find(line: &str) -> Result<(&'static Spec, &str), Refusal> {
    let line = line.trim();
    let line = line.strip_prefix(':').unwrap_or(line).trim_start();
    if let Some(rest) = replacement(line) {
        return named("replace").map(|spec| (spec, rest)).ok_or_else(|| unknown("replace"));
    }
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (name, rest) = line.split_at_checked(end).unwrap_or((line, ""));
    if name.is_empty() {
        return Err(Refusal::new("There is no command.", "Type one, or “help” to see them all."));
    }
    lookup(name).map(|spec| (spec, rest))
}

/// What follows the `s` of `s/old/new/`.
fn replacement(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('s')?;
    let mark = rest.chars().next()?;
    let ends = rest.chars().skip(1).any(|other| other == mark);
    (ends && mark.is_ascii_punctuation() && !matches!(mark, '-' | '_' | '"' | '\'')).then_some(rest)
}

/// The command of exactly this name or alias.
pub fn named(name: &str) -> Option<&'static Spec> {
    all().find(|spec| spec.name == name || spec.aliases.contains(&name))
}

fn lookup(name: &str) -> Result<&'static Spec, Refusal> {
    let name = name.to_lowercase();
    if let Some(spec) = named(&name) {
        return Ok(spec);
    }
    let begins = |spec: &&Spec| names(spec).any(|other| other.starts_with(&name));
    let found: Vec<&'static Spec> = all().filter(begins).collect();
    match found.as_slice() {
        [only] => Ok(only),
        [] => Err(unknown(&name)),
        several => {
            let names: Vec<&str> = several.iter().map(|spec| spec.name).collect();
            Err(Refusal::new(format!("“{name}” may be {}.", names.join(" or ")), "Type more of it."))
        }
    }
}

fn names(spec: &Spec) -> impl Iterator<Item = &'static str> + use<> {
    std::iter::once(spec.name).chain(spec.aliases.iter().copied())
}

fn unknown(name: &str) -> Refusal {
    let hint = did_you_mean(name, all().flat_map(names)).map_or_else(
        || "“help” lists the commands.".to_owned(),
        |near| format!("Did you mean “{near}”? “help” lists them all."),
    );
    Refusal::new(format!("There is no command “{name}”."), hint)
}
