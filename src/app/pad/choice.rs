//! A question that a command asks, with the command lines that answer it.

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::{Question, Session};
use crate::app::view::{PadView, Row};

/// A question with its answers.
#[derive(Clone, Debug)]
pub struct Choice {
    question: Question,
    cursor: Cursor,
}

impl Choice {
    /// The question that a command asked.
    pub const fn new(question: Question) -> Self {
        Self { question, cursor: Cursor(0) }
    }
}

impl Pad for Choice {
    fn view(&self, _: &Session) -> PadView {
        let answers = self.question.answer_with.iter().enumerate();
        let row =
            |(index, line): (usize, &String)| Row { key: letter(index, ""), text: line.clone(), ..Row::default() };
        PadView {
            title: "Question".into(),
            lead: Some(self.question.text.clone()),
            rows: answers.map(row).collect(),
            chosen: self.cursor.within(self.question.answer_with.len()),
            hints: vec![hint("Enter", "do it"), hint("Esc", "leave it")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        let answers = &self.question.answer_with;
        if self.cursor.key(key, answers.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(answers.len()),
            _ => picked(key, answers.len(), ""),
        };
        match row.and_then(|row| answers.get(row)) {
            Some(line) => Step::Finish(vec![line.clone()]),
            None => Step::Pass,
        }
    }
}
