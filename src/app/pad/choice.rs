//! A question that a command asks, with the command lines that answer it.

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::{Answer, Question, Session};
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
        let answers = self.question.answers.iter().enumerate();
        let row = |(index, answer): (usize, &Answer)| Row {
            key: letter(index, ""),
            text: answer.shown.clone(),
            ..Row::default()
        };
        PadView {
            title: "Question".into(),
            lead: Some(self.question.text.clone()),
            rows: answers.map(row).collect(),
            chosen: self.cursor.within(self.question.answers.len()),
            hints: vec![hint("Enter", "do it"), hint("Esc", "leave it")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        let answers = &self.question.answers;
        if self.cursor.key(key, answers.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => self.cursor.within(answers.len()),
            _ => picked(key, answers.len(), ""),
        };
        match row.and_then(|row| answers.get(row)) {
            Some(answer) => Step::Finish(vec![answer.line.clone()]),
            None => Step::Pass,
        }
    }
}
