//! What was found, where, and how sure it is.

use std::fmt;

/// How sure it is that a text was read as it was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// It stands there so, under a label or in a form that has one meaning.
    Certain,
    /// It is of the usual form in the usual place.
    Likely,
    /// It may be something else; the clerk should look.
    Unsure,
}

impl fmt::Display for Sure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Certain => "certain",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        })
    }
}

/// A value with where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// What was found.
    pub value: T,
    /// The line of the pack, from 1.
    pub line: usize,
    /// How sure it is.
    pub sure: Sure,
}

impl<T> Found<T> {
    /// A value at a line.
    pub fn new(value: T, line: usize, sure: Sure) -> Self {
        Self { value, line, sure }
    }

    /// The same find of what `make` makes of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: make(self.value), line: self.line, sure: self.sure }
    }
}

/// A line of the report on a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Something was found.
    Found {
        /// What kind of thing: "date", "item 3".
        what: String,
        /// It, in short.
        value: String,
        /// The line of the pack.
        line: usize,
        /// How sure it is.
        sure: Sure,
    },
    /// Something was not found or could not be read: one plain sentence without its full stop.
    Gap {
        /// The sentence.
        what: String,
        /// The line of the pack, where there is one.
        line: Option<usize>,
    },
    /// A name that may be that of somebody known. Which it is only the clerk can say.
    Question {
        /// The name as the pack prints it.
        printed: String,
        /// The line of the pack.
        line: usize,
        /// The key and the full name of whom it may be.
        known: Vec<(String, String)>,
    },
}

impl Finding {
    /// A gap that has a line.
    pub fn gap_at(line: usize, what: impl Into<String>) -> Self {
        Self::Gap { what: what.into(), line: Some(line) }
    }

    /// A gap of what stands nowhere.
    pub fn gap(what: impl Into<String>) -> Self {
        Self::Gap { what: what.into(), line: None }
    }
}
