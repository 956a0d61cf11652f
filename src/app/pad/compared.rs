//! What differs in a draft that came back, one after the other: take it, word it first, or leave it.

use super::form::Asking;
use super::list::{Cursor, hint};
use super::question::Question;
use super::{Pad, Step};
use crate::app::compare::{Comparison, Difference, What, remarked, told};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::id::{FactId, ItemId};
use crate::text::wrap;

/// How wide its rows are, in cells: what a pad has on the smallest screen.
const WIDTH: usize = 66;

/// The pad.
#[derive(Debug)]
pub struct Compared {
    name: String,
    differences: Vec<Difference>,
    /// The one that is shown; past the last at the end.
    at: usize,
    /// Whether each was taken.
    taken: Vec<bool>,
    cursor: Cursor,
}

impl Compared {
    /// Goes through what differs in the draft called `name`.
    pub fn new(name: &str, comparison: Comparison) -> Self {
        let taken = vec![false; comparison.differences.len()];
        Self { name: name.to_owned(), differences: comparison.differences, at: 0, taken, cursor: Cursor::default() }
    }

    fn here(&self) -> Option<&Difference> {
        self.differences.get(self.at)
    }

    /// Whether the one that is shown is still to be taken, and can be.
    fn is_open(&self) -> bool {
        self.here().is_some_and(|it| !it.steps.is_empty()) && self.taken.get(self.at) == Some(&false)
    }

    fn go(&mut self, to: usize) -> Step {
        self.at = to.min(self.differences.len());
        self.cursor = Cursor::default();
        Step::Stay
    }

    fn rows(&self) -> Vec<Row> {
        let Some(it) = self.here() else { return Vec::new() };
        let said = match it.what {
            What::Remarked | What::Moved => it.after.clone(),
            _ => it.marked(),
        };
        let lines = |text: &str, tone: Tone| -> Vec<Row> {
            let row = |text: &str| Row { text: text.trim_end().to_owned(), tone, ..Row::default() };
            wrap(text, WIDTH).into_iter().map(row).collect()
        };
        let mut rows = lines(&said, Tone::Plain);
        rows.extend(it.remarks.iter().flat_map(|remark| lines(&remarked(remark), Tone::Plain)));
        rows.extend(it.advice.iter().flat_map(|advice| lines(advice, Tone::Warning)));
        rows
    }

    /// The words of the one that is shown, to be changed before it is taken.
    fn wording(&self) -> Option<Asking> {
        let it = self.here().filter(|_| self.is_open())?;
        let (step, from) = it.wording?;
        let (start, words) = it.steps.get(step)?.split_at_checked(from)?;
        let (start, steps) = (start.to_owned(), it.steps.clone());
        let then = move |answers: &super::question::Answers| {
            let with = |(at, line): (usize, &String)| {
                if at == step { format!("{start}{}", answers.get(0)) } else { line.clone() }
            };
            Step::Run(steps.iter().enumerate().map(with).collect())
        };
        Some(Asking::new([Question::text("Words").offering(words)], then).about(format!("{}: {}", it.place, told(it))))
    }
}

impl Pad for Compared {
    fn view(&self, _: &Session) -> PadView {
        let many = self.differences.len();
        let title = format!("{}: {} of {many}", self.name, (self.at + 1).min(many));
        let Some(it) = self.here() else {
            let taken = self.taken.iter().filter(|taken| **taken).count();
            let lead = format!("That was the last: {taken} taken, {} left as they are.", many - taken);
            return PadView {
                title: self.name.clone(),
                lead: Some(lead),
                hints: vec![hint("←", "back"), hint("Esc", "done")],
                ..PadView::default()
            };
        };
        let rows = self.rows();
        let done = self.taken.get(self.at) == Some(&true);
        let mut hints = Vec::new();
        if self.is_open() {
            hints.push(hint("Enter", "take it"));
            hints.extend(it.wording.map(|_| hint("w", "word it first")));
        }
        hints.extend([hint("n", "leave it, next"), hint("p", "back"), hint("Esc", "stop here")]);
        PadView {
            title,
            lead: Some(format!("{}: {}", it.place, told(it))),
            chosen: self.cursor.within(rows.len()),
            rows,
            foot: done.then(|| (Tone::Good, "Taken.".to_owned())),
            hints,
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        if self.cursor.key(key, self.rows().len()) {
            return Step::Stay;
        }
        match key.code {
            Code::Esc => Step::Close,
            Code::Enter if self.here().is_none() => Step::Close,
            Code::Enter if self.is_open() => Step::Run(self.here().map_or_else(Vec::new, |it| it.steps.clone())),
            Code::Enter | Code::Right | Code::Char('n') => self.go(self.at + 1),
            Code::Left | Code::Char('p') => self.go(self.at.saturating_sub(1)),
            Code::Char('w') => self.wording().map_or(Step::Stay, Step::Ask),
            _ => Step::Pass,
        }
    }

    fn about(&self) -> Option<(ItemId, Option<FactId>)> {
        let it = self.here()?;
        Some((it.item.clone()?, it.fact))
    }

    fn done(&mut self, _: &Session) -> Option<Asking> {
        if let Some(taken) = self.taken.get_mut(self.at) {
            *taken = true;
        }
        self.go(self.at + 1);
        None
    }
}
