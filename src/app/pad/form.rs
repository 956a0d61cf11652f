//! A few questions asked one after another in one line, as for a declaration or a meeting of the plan.

use crate::app::key::{Code, Key};
use crate::app::line::Line;
use crate::app::view::Prompt;

/// Questions, the answers so far, and the line being typed.
#[derive(Clone, Debug)]
pub(super) struct Form {
    questions: &'static [&'static str],
    answers: Vec<String>,
    line: Line,
    offered: Vec<String>,
}

/// What a key came to in a form.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Filled {
    /// It was not for the form.
    Pass,
    /// It changed the form.
    Stay,
    /// It left the form.
    Leave,
    /// Every question is answered.
    Whole(Vec<String>),
}

impl Form {
    /// A form with an answer offered to each question.
    pub(super) fn new(questions: &'static [&'static str], offered: &[&str]) -> Self {
        let offered: Vec<String> = offered.iter().map(|&text| text.to_owned()).collect();
        let line = Line::new(offered.first().map_or("", String::as_str));
        Self { questions, answers: Vec::new(), line, offered }
    }

    /// A form of one question.
    pub(super) fn one(question: &'static [&'static str], offered: &str) -> Self {
        Self::new(question, &[offered])
    }

    /// Takes a key: Enter answers, Esc goes back a question and at the first leaves.
    pub(super) fn key(&mut self, key: Key) -> Filled {
        match key.code {
            Code::Enter if !key.ctrl && !key.alt => {
                self.answers.push(self.line.text().trim().to_owned());
                if self.answers.len() >= self.questions.len() {
                    return Filled::Whole(self.answers.clone());
                }
                self.line = Line::new(self.offered.get(self.answers.len()).map_or("", String::as_str));
                Filled::Stay
            }
            Code::Esc => match self.answers.pop() {
                Some(answer) => {
                    self.line = Line::new(&answer);
                    Filled::Stay
                }
                None => Filled::Leave,
            },
            _ if self.line.key(key) => Filled::Stay,
            _ => Filled::Pass,
        }
    }

    /// Takes the last answer back, because what it led to was refused.
    pub(super) fn reopen(&mut self) {
        if let Some(answer) = self.answers.pop() {
            self.line = Line::new(&answer);
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text);
    }

    /// What stands in the line.
    pub(super) fn typed(&self) -> &str {
        self.line.text()
    }

    /// How the screen shows it.
    pub(super) fn prompt(&self) -> Prompt {
        self.line.prompt(self.questions.get(self.answers.len()).copied().unwrap_or(""))
    }
}
