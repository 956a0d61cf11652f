//! What is wrong with a file or a value: where, what, and what to do about it.
//!
//! Readers collect every problem before they give up, so that a clerk mends a file once. Imports nothing of the crate.

mod render;
mod suggest;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

pub use render::render;
pub use suggest::did_you_mean;

/// A position in a file as a person counts it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file as the person named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters (not bytes, not cells), from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Whether a problem stops what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file or value cannot be used as it is.
    Error,
    /// It can be used; the clerk should look at it.
    Warning,
}

/// The line of the file that a problem is about, kept so that it can be shown after the file is gone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Excerpt {
    /// One line, without its line ending.
    pub line: String,
    /// The bytes of `line` to point at; may be empty or lie at its very end.
    pub marked: Range<usize>,
}

/// One thing that is wrong, in words for a clerk.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// Where it is, when it is in a file.
    pub place: Option<Place>,
    /// What is wrong: one plain sentence without its full stop.
    pub what: String,
    /// What to do about it: one plain sentence without its full stop.
    pub hint: Option<String>,
    /// Whether it stops what was asked.
    pub severity: Severity,
    /// The line it is about, when there is one to show.
    pub excerpt: Option<Box<Excerpt>>,
}

impl Problem {
    /// An error that has no place in a file.
    pub fn error(what: impl Into<String>) -> Self {
        Self { place: None, what: what.into(), hint: None, severity: Severity::Error, excerpt: None }
    }

    /// A warning that has no place in a file.
    pub fn warning(what: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(what) }
    }

    /// The same problem, at `place`.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// The same problem, with what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same problem, with the line it is about.
    #[must_use]
    pub fn excerpt(mut self, excerpt: Excerpt) -> Self {
        self.excerpt = Some(Box::new(excerpt));
        self
    }
}

impl fmt::Display for Problem {
    /// One line: `file:line:column: what. hint.`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        sentence(f, &self.what)?;
        if let Some(hint) = &self.hint {
            f.write_str(" ")?;
            sentence(f, hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// Writes `words` and ends them with a full stop unless they end a sentence already.
fn sentence(f: &mut fmt::Formatter<'_>, words: &str) -> fmt::Result {
    let words = words.trim_end();
    let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    write!(f, "{words}{stop}")
}

/// Every problem that a reader found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// No problems yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are, warnings included.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether any of them stops what was asked.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// In the order they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// By file, line and column; those without a place first; otherwise in the order found.
    pub fn sorted(&self) -> Vec<&Problem> {
        let mut sorted: Vec<&Problem> = self.0.iter().collect();
        sorted.sort_by(|a, b| a.place.cmp(&b.place));
        sorted
    }
}

impl Extend<Problem> for Problems {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, more: I) {
        self.0.extend(more);
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Self {
        Self(problems.into_iter().collect())
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Problems {
    /// One problem a line, sorted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.sorted().into_iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}
