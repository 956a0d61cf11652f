//! From text to a value, by as many attempts as there are mistakes.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use super::blank::Blanked;
use super::de::{De, Fault, Unknown, Wrong};
use super::tree::{Node, State, Tree, Value};
use super::{Source, Spanned, too_large, words};
use crate::problem::{Problem, Problems, did_you_mean};

/// A file with more mistakes than this is another kind of file; the rest is not looked for.
const ATTEMPTS: usize = 100;

/// The value in a TOML file, and everything that is wrong with the file.
///
/// There is a value unless something in the file could not be read at all: unknown keys are errors, but the value is still
/// given, so that its reader can look for more. A file with syntax errors has no value, and what is wrong with the rest of it
/// is said as far as the errors can be told from the rest.
pub fn read<T: DeserializeOwned>(file: &str, text: &str) -> (Option<T>, Problems) {
    if let Err(problem) = too_large(file, text.len()) {
        return (None, problem.into());
    }
    let source = Source { file, text };
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let (value, problems) = Reading::of(source, &table, Blanked::default());
        return (value, sorted(&problems));
    }
    let mut problems = syntax(source, &errors);
    if let Some(blanked) = Blanked::of(text, table.get_ref(), &errors) {
        let rest = blanked.text.clone();
        let (_, more) = Reading::of::<T>(source, &DeTable::parse_recoverable(&rest).0, blanked);
        problems.extend(more);
    }
    (None, sorted(&problems))
}

fn sorted(problems: &Problems) -> Problems {
    problems.sorted().into_iter().cloned().collect()
}

/// One problem a line, because one slip often upsets the rest of its line.
fn syntax(source: Source<'_>, errors: &[toml::de::Error]) -> Problems {
    let mut lines = BTreeSet::new();
    let mut problems = Problems::new();
    for error in errors {
        let end = source.text.len();
        let span = error.span().unwrap_or(end..end);
        if lines.len() < ATTEMPTS && lines.insert(source.place(&span).line) {
            let (what, hint) = words::syntax(error.message(), source.text.get(span.clone()).unwrap_or(""));
            let problem = source.problem(&span, what);
            problems.push(match hint {
                Some(hint) => problem.hint(hint),
                None => problem,
            });
        }
    }
    problems
}

struct Reading<'a> {
    source: Source<'a>,
    tree: Tree,
    unknown: Unknown,
    problems: Problems,
    /// What is not in the tree, because it is no TOML.
    blanked: Blanked,
}

impl<'a> Reading<'a> {
    fn of<T: DeserializeOwned>(
        source: Source<'a>,
        table: &Spanned<DeTable<'_>>,
        blanked: Blanked,
    ) -> (Option<T>, Problems) {
        let tree = Tree::new(table.get_ref(), table.span());
        let mut reading = Self { source, tree, unknown: Unknown::default(), problems: Problems::new(), blanked };
        let value = reading.run();
        reading.add_unknown();
        (value, reading.problems)
    }

    fn run<T: DeserializeOwned>(&mut self) -> Option<T> {
        for attempt in 0..ATTEMPTS {
            match T::deserialize(De { node: &self.tree.root, unknown: &self.unknown }) {
                // After the first attempt it has made-up values in it.
                Ok(value) => return (attempt == 0).then_some(value),
                Err(wrong) => self.mend(&wrong),
            }
            if self.tree.root.state != State::Sound {
                return None;
            }
        }
        None
    }

    /// Reports what is wrong unless it follows from something reported, and takes it out of the way of the next attempt.
    /// Every call moves a node nearer to its end or fills a gap, so the attempts come to an end.
    fn mend(&mut self, wrong: &Wrong) {
        let id = wrong.at.unwrap_or(self.tree.root.id);
        let Some((node, name)) = self.tree.root.find(id, "the file") else {
            self.tree.root.state = State::Dead;
            return;
        };
        let fresh = node.state == State::Sound && !matches!(wrong.fault, Fault::Known);
        if let (Fault::Missing(field), Value::Table(_), true) = (&wrong.fault, &node.value, fresh) {
            let field = *field;
            if has_key(node, field) {
                self.set(id, State::Dead);
                return;
            }
            let table = (id != self.tree.root.id).then_some(&node.span);
            if !self.misspelt(node, field) && !self.blanked.accounts_for(field, table) {
                let problem = self.missing(node, &name, field);
                self.problems.push(problem);
            }
            self.tree.add_hole(id, field);
            return;
        }
        if fresh {
            let problem = self.problem(node, &name, &wrong.fault);
            self.problems.push(problem);
        }
        self.set(id, if fresh { State::Hole } else { State::Dead });
    }

    fn set(&mut self, id: usize, state: State) {
        if let Some(node) = self.tree.root.find_mut(id) {
            node.state = state;
        }
    }

    /// Whether `field` is there under a name that will be reported as a slip.
    fn misspelt(&self, node: &Node, field: &str) -> bool {
        let unknown = self.unknown.borrow();
        let Value::Table(entries) = &node.value else {
            return false;
        };
        entries.iter().any(|entry| {
            unknown
                .get(&entry.key.id)
                .is_some_and(|fields| did_you_mean(entry.name(), fields.iter().copied()) == Some(field))
        })
    }

    fn missing(&self, node: &Node, name: &str, field: &str) -> Problem {
        let what = format!("`{field}` is missing from {name}");
        self.source
            .problem(&node.span, what)
            .hint(format!("Add a line that begins `{field} =`, or a table of that name"))
    }

    fn problem(&self, node: &Node, name: &str, fault: &Fault) -> Problem {
        let (what, hint) = words::fault(&node.value, name, fault);
        let problem = self.source.problem(&node.span, what);
        match hint {
            Some(hint) => problem.hint(hint),
            None => problem,
        }
    }

    fn add_unknown(&mut self) {
        for (id, fields) in self.unknown.borrow().iter().take(ATTEMPTS) {
            if let Some((Node { span, value: Value::Text(key), .. }, _)) = self.tree.root.find(*id, "") {
                let (what, hint) = words::unknown(key, fields);
                self.problems.push(self.source.problem(span, what).hint(hint));
            }
        }
    }
}

fn has_key(node: &Node, name: &str) -> bool {
    matches!(&node.value, Value::Table(entries) if entries.iter().any(|entry| entry.name() == name))
}
