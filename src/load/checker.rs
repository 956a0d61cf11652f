//! One file under the eye: its problems so far, and the checks that every value gets.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use crate::problem::{Problem, Problems, did_you_mean};
use crate::source::Source;
use crate::text;

use super::table::Text;
use super::when;

/// The longest name, title, post or venue, in characters.
pub(super) const LINE: usize = 300;
/// The longest notice, recommendation or note, in characters.
pub(super) const PASSAGE: usize = 4_000;

/// The most seats, people, items or plan entries that a file may list.
const MOST: usize = 1_000;

/// There is no value, and the problem has been reported.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reported;

/// Collects the problems of one file.
pub(super) struct Checker<'a> {
    source: Source<'a>,
    problems: Problems,
}

impl<'a> Checker<'a> {
    pub(super) fn new(file: &'a str, text: &'a str, problems: Problems) -> Self {
        Self { source: Source { file, text }, problems }
    }

    pub(super) fn into_problems(self) -> Problems {
        self.problems.sorted().into_iter().cloned().collect()
    }

    pub(super) fn has_errors(&self) -> bool {
        self.problems.has_errors()
    }

    pub(super) fn error(&mut self, span: &Range<usize>, what: impl AsRef<str>, hint: impl Into<String>) {
        self.problems.push(self.source.problem(span, what).hint(hint));
    }

    pub(super) fn warn(&mut self, span: &Range<usize>, what: impl AsRef<str>, hint: impl Into<String>) {
        let problem = Problem { severity: crate::problem::Severity::Warning, ..self.source.problem(span, what) };
        self.problems.push(problem.hint(hint));
    }

    /// Whether a file that lists so many of a kind is small enough to check further.
    pub(super) fn size(&mut self, span: &Range<usize>, largest: usize) -> bool {
        if largest > MOST {
            self.error(span, format!("this file lists {largest} of a kind"), format!("Leave at most {MOST}"));
        }
        largest <= MOST
    }

    /// A line of text: cleaned, and neither empty nor too long. `what` names it in a message.
    pub(super) fn line(&mut self, value: &Text, what: &str) -> String {
        self.within(value, what, LINE)
    }

    /// As [`Checker::line`], where it may be left out.
    pub(super) fn maybe(&mut self, value: Option<&Text>, what: &str) -> Option<String> {
        value.map(|value| self.line(value, what))
    }

    /// A longer text on one line.
    pub(super) fn passage(&mut self, value: &Text, what: &str) -> String {
        self.within(value, what, PASSAGE)
    }

    fn within(&mut self, value: &Text, what: &str, most: usize) -> String {
        let line = self.clean(value.get_ref(), &value.span(), what, most);
        if line.is_empty() {
            self.error(&value.span(), format!("the {what} is empty"), "Write it, or take the line away");
        }
        line
    }

    /// A line without what could harm a screen; too long a one is an error and comes back cut.
    pub(super) fn clean(&mut self, value: &str, span: &Range<usize>, what: &str, most: usize) -> String {
        let cleaned = text::clean_line(value);
        if cleaned.removed {
            let hint = "They are left out; write the line again without them";
            self.warn(span, format!("the {what} holds characters that cannot be printed"), hint);
        }
        let length = cleaned.text.chars().count();
        if length > most {
            self.error(span, format!("the {what} is {length} characters long"), format!("Write it in {most} or fewer"));
            return cleaned.text.chars().take(most).collect();
        }
        cleaned.text
    }

    /// A key: letters, digits and hyphens.
    pub(super) fn key(&mut self, value: &Text) -> String {
        self.word(value, "key")
    }

    /// A word of letters, digits and hyphens; `what` names it in a message.
    pub(super) fn word(&mut self, value: &Text, what: &str) -> String {
        let key = value.get_ref();
        let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if key.is_empty() || key.chars().count() > 60 || !key.chars().all(fits) {
            let hint = match super::key::slug(key).as_str() {
                "" => "Use letters, digits and hyphens, at most 60".to_owned(),
                slug => format!("Use letters, digits and hyphens, for instance \"{slug}\""),
            };
            self.error(&value.span(), format!("'{}' cannot be a {what}", text::cut(key, 60)), hint);
            return super::key::slug(key);
        }
        key.clone()
    }

    /// One of a fixed set of words.
    pub(super) fn choice<T: Copy>(&mut self, value: &Text, what: &str, choices: &[(&str, T)]) -> Option<T> {
        let found = choices.iter().find(|(word, _)| word == value.get_ref());
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let what = format!("'{}' is no {what}", text::cut(value.get_ref(), 60));
            self.error(&value.span(), what, suggestion(value.get_ref(), &words));
        }
        found.map(|(_, choice)| *choice)
    }

    /// A date, or nothing where it is to be confirmed.
    pub(super) fn date(&mut self, value: &Text) -> Result<Option<NaiveDate>, Reported> {
        when::date(value.get_ref()).map_err(|(what, hint)| {
            self.error(&value.span(), what, hint);
            Reported
        })
    }

    /// A time of day, or nothing where it is to be confirmed.
    pub(super) fn time(&mut self, value: &Text) -> Result<Option<NaiveTime>, Reported> {
        when::time(value.get_ref()).map_err(|(what, hint)| {
            self.error(&value.span(), what, hint);
            Reported
        })
    }
}

/// What to write in place of `word`: the nearest of `known`, or all of them if they are few.
pub(super) fn suggestion(word: &str, known: &[&str]) -> String {
    match did_you_mean(word, known.iter().copied()) {
        Some(near) => format!("Did you mean \"{near}\"?"),
        None if known.is_empty() => "There is nothing of the kind in the file yet".to_owned(),
        None if known.len() > 40 => "Check the spelling".to_owned(),
        None => format!("Known: {}", known.join(", ")),
    }
}
