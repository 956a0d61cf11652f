//! Which key runs which command line: rows of `keys.toml`, the user's own over the shipped ones.
//!
//! A row holds in one [`Context`]. A key that the context has no row for belongs to what is on the screen there: text to
//! the minutes, letters to an open pad.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::key::Key;
use super::view::Hint;
use crate::problem::{Problem, Problems, did_you_mean};
use crate::source::{self, Source, Spanned};

/// The shipped keys.
pub const DEFAULT: &str = include_str!("keys.toml");

/// Where a row holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Context {
    /// The pen is in the minutes. Also asked for function keys and chords that a pad has no use for.
    #[default]
    Pen,
    /// The pen is in the minutes and nothing has been typed.
    Empty,
    /// A pad is open that asks nothing. Before the rows of the pen.
    Pad,
    /// A page is open to be read.
    Page,
    /// Something covers the screen.
    Cover,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    key: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    on: Spanned<String>,
    #[serde(default, rename = "in")]
    context: Context,
    run: Spanned<String>,
    #[serde(default)]
    say: Option<String>,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The command line that it runs.
    pub run: String,
    /// What the hint bar calls it, for keys that stand there.
    pub say: Option<String>,
    place: usize,
}

/// Every row, found by context and key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    rows: BTreeMap<(Context, Key), Binding>,
}

impl Keymap {
    /// The shipped keys with `user`'s (name and text of a file) over them, and every problem of either.
    ///
    /// `commands` are the names and aliases that a row may run. A row that has a problem is left out; one that runs
    /// nothing takes the shipped key away.
    pub fn load(user: Option<Source<'_>>, commands: &[&str]) -> (Self, Problems) {
        let mut map = Self::default();
        let mut problems = map.merge(Source { file: "keys.toml", text: DEFAULT }, commands);
        if let Some(user) = user {
            problems.extend(map.merge(user, commands));
        }
        (map, problems)
    }

    fn merge(&mut self, source: Source<'_>, commands: &[&str]) -> Problems {
        let (file, mut problems) = source::read::<File>(source.file, source.text);
        let mut seen: BTreeMap<(Context, Key), Range<usize>> = BTreeMap::new();
        for row in file.map(|file| file.key).unwrap_or_default() {
            match check(source, &row, commands) {
                Err(problem) => problems.push(problem),
                Ok(key) => {
                    let at = (row.context, key);
                    if let Some(first) = seen.get(&at) {
                        problems.push(twice(source, &row, first));
                        continue;
                    }
                    seen.insert(at, row.on.span());
                    self.set(at, row);
                }
            }
        }
        problems
    }

    fn set(&mut self, at: (Context, Key), row: Row) {
        let run = row.run.into_inner().trim().to_owned();
        if run.is_empty() {
            self.rows.remove(&at);
            return;
        }
        let place = self.rows.get(&at).map_or(self.rows.len(), |old| old.place);
        self.rows.insert(at, Binding { run, say: row.say, place });
    }

    /// The command line that a key runs in a context.
    pub fn get(&self, context: Context, key: Key) -> Option<&str> {
        self.rows.get(&(context, key)).map(|binding| binding.run.as_str())
    }

    /// The first key, as shown, that runs exactly this command line.
    pub fn key_for(&self, run: &str) -> Option<String> {
        self.ordered().find(|(_, binding)| binding.run == run).map(|((_, key), _)| key.shown())
    }

    /// The hint bar of a context: rows that say something, in the file's order.
    pub fn hints(&self, context: Context) -> Vec<Hint> {
        let here = self.ordered().filter(|((at, _), _)| *at == context);
        here.filter_map(|((_, key), binding)| Some(Hint { key: key.shown(), text: binding.say.clone()? })).collect()
    }

    /// Every row for the help page: context, key and command line, in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = (Context, Key, &str)> {
        self.ordered().map(|((context, key), binding)| (*context, *key, binding.run.as_str()))
    }

    fn ordered(&self) -> impl Iterator<Item = (&(Context, Key), &Binding)> {
        let mut rows: Vec<_> = self.rows.iter().collect();
        rows.sort_by_key(|(_, binding)| binding.place);
        rows.into_iter()
    }
}

fn check(source: Source<'_>, row: &Row, commands: &[&str]) -> Result<Key, Problem> {
    let on = row.on.get_ref();
    let key: Key = on.parse().map_err(|wrong: super::key::NotAKey| {
        let problem = source.problem(&row.on.span(), wrong.to_string());
        match wrong.meant() {
            Some(meant) => problem.hint(format!("Did you mean {meant}?")),
            None => problem.hint("Keys are spelt f2, ctrl-n, alt-x, enter, a"),
        }
    })?;
    if key.letter().is_some() && row.context == Context::Pen {
        let what = format!("“{on}” writes text in the minutes, so it cannot run a command there");
        return Err(source.problem(&row.on.span(), what).hint("Choose a function key, or a chord with ctrl or alt"));
    }
    let name = row.run.get_ref().split_whitespace().next().unwrap_or("");
    if name.is_empty() || commands.contains(&name) {
        return Ok(key);
    }
    let problem = source.problem(&row.run.span(), format!("there is no command “{name}”"));
    Err(match did_you_mean(name, commands.iter().copied()) {
        Some(meant) => problem.hint(format!("Did you mean “{meant}”?")),
        None => problem.hint("`quorate help commands` lists them"),
    })
}

fn twice(source: Source<'_>, row: &Row, first: &Range<usize>) -> Problem {
    let line = source.place(first).line;
    let what = format!("the key “{}” has a row already, in line {line}", row.on.get_ref());
    source.problem(&row.on.span(), what).hint("Take one of the two out")
}

#[cfg(test)]
mod tests;
