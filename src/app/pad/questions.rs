//! Questions and statements of the public: who asked what, the answer, the supplementary question and its answer.
//!
//! Each leads to the next, since that is how they are taken; Esc, or Enter with nothing typed, leaves the rest out.

use super::form::Asking;
use super::list::hint;
use super::question::{Answers, Question};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::fact::{Content, PublicQuestion};

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// What was asked for last, so that the next may be when it is recorded.
    asked: Option<Asked>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Question,
    Statement,
    Answer,
    Supplementary,
}

impl Asked {
    fn asking(self, session: &Session) -> Asking {
        let questions: &[&str] = match self {
            Self::Question => &["Who asks", "Question"],
            Self::Statement => &["Whose statement", "Statement"],
            Self::Answer => &["Who answers", "Answer, such as: said that …"],
            Self::Supplementary => &["Supplementary question, or nothing"],
        };
        let then = move |answers: &Answers| self.line(answers).map_or(Step::Stay, |line| Step::Run(vec![line]));
        let asking = Asking::new(questions.iter().map(|label| Question::text(label)), then);
        match (self, self::questions(session).last()) {
            (Self::Answer | Self::Supplementary, Some(last)) => asking.about(last.asker.clone()),
            _ => asking,
        }
    }

    /// The command line, where the answers say enough for one.
    fn line(self, answers: &Answers) -> Option<String> {
        let typed = (answers.get(0), answers.iter().last().unwrap_or_default());
        // All of it may have been typed in answer to the first question: "Ann Hill: when?"
        let (name, text) = if typed.1.is_empty() { typed.0.split_once(": ")? } else { typed };
        let name = name.replace(':', " ");
        Some(match self {
            Self::Question => format!("question {name}: {text}"),
            Self::Statement => format!("statement {name}: {text}"),
            Self::Answer if name.trim().is_empty() => format!("answer {text}"),
            Self::Answer => format!("answer {name}: {text}"),
            Self::Supplementary => format!("supplementary {text}"),
        })
    }
}

fn questions(session: &Session) -> Vec<&PublicQuestion> {
    let state = session.state();
    let Some(item) = session.room().and_then(|id| state.item(id)) else { return Vec::new() };
    let facts = state.facts_of(item).filter_map(|fact| match &fact.content {
        Content::Question(question) => Some(question),
        _ => None,
    });
    facts.collect()
}

fn row(question: &PublicQuestion) -> Row {
    let open = match (&question.answer, &question.supplementary, &question.supplementary_answer) {
        _ if question.statement => None,
        (None, ..) => Some("no answer yet"),
        (_, Some(_), None) => Some("supplementary not answered"),
        _ => None,
    };
    Row {
        key: None,
        mark: if open.is_some() { "○" } else { "✓" }.into(),
        text: format!("{}: {}", question.asker, question.text),
        note: open.unwrap_or(if question.statement { "statement" } else { "answered" }).into(),
        tone: if open.is_some() { Tone::Warning } else { Tone::Good },
    }
}

impl Pad for Questions {
    fn view(&self, session: &Session) -> PadView {
        let questions = questions(session);
        PadView {
            title: "Public questions and statements".into(),
            lead: Some("q: a question, s: a statement.".to_owned()),
            rows: questions.iter().copied().map(row).collect(),
            hints: vec![
                hint("q", "question"),
                hint("s", "statement"),
                hint("a", "answer"),
                hint("u", "supplementary"),
                hint("w", "decide"),
                hint("Esc", "back"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let asked = match key.code {
            Code::Esc => return Step::Close,
            Code::Char('w') => return Step::Finish(vec!["pad words".to_owned()]),
            Code::Char('q') => Asked::Question,
            Code::Char('s') => Asked::Statement,
            Code::Char('a' | 'u') if questions(session).is_empty() => {
                return Step::Say("No question has been asked yet.".to_owned());
            }
            Code::Char('a') => Asked::Answer,
            Code::Char('u') => Asked::Supplementary,
            _ => return Step::Pass,
        };
        self.asked = Some(asked);
        Step::Ask(asked.asking(session))
    }

    fn done(&mut self, session: &Session) -> Option<Asking> {
        let again = questions(session).last().is_some_and(|last| last.supplementary.is_some());
        self.asked = match self.asked {
            Some(Asked::Question | Asked::Supplementary) => Some(Asked::Answer),
            Some(Asked::Answer) if !again => Some(Asked::Supplementary),
            Some(Asked::Answer | Asked::Statement) | None => None,
        };
        self.asked.map(|asked| asked.asking(session))
    }
}
