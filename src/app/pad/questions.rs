//! Questions and statements of the public: who asked what, the answer, the supplementary question and its answer.
//!
//! Each leads to the next, since that is how they are taken; Esc, or Enter with nothing typed, leaves the rest out.

use super::form::{Filled, Form};
use super::list::hint;
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::fact::{Content, PublicQuestion};

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    typing: Option<(Asked, Form)>,
    /// What was just recorded, so that the next may be asked for.
    recorded: Option<Asked>,
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
    fn form(self) -> (Self, Form) {
        let questions: &[&str] = match self {
            Self::Question => &["Who asks", "Question"],
            Self::Statement => &["Whose statement", "Statement"],
            Self::Answer => &["Who answers", "Answer, such as: said that …"],
            Self::Supplementary => &["Supplementary question, or nothing"],
        };
        (self, Form::new(questions, &[]))
    }

    /// The command line, where the answers say enough for one.
    fn line(self, answers: &[String]) -> Option<String> {
        let text = answers.last().filter(|text| !text.is_empty())?;
        let name = answers.first().map(|name| name.replace(':', " ")).unwrap_or_default();
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
        let lead = match &self.typing {
            Some((Asked::Answer | Asked::Supplementary, _)) => questions.last().map(|last| last.asker.clone()),
            Some(_) => None,
            None => Some("q: a question, s: a statement.".to_owned()),
        };
        PadView {
            title: "Public questions and statements".into(),
            lead,
            rows: questions.iter().copied().map(row).collect(),
            chosen: None,
            total: None,
            prompt: self.typing.as_ref().map(|(_, form)| form.prompt()),
            hints: vec![
                hint("q", "question"),
                hint("s", "statement"),
                hint("a", "answer"),
                hint("u", "supplementary"),
                hint("w", "decide"),
                hint("Esc", "back"),
            ],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if let Some((asked, form)) = &mut self.typing {
            let asked = *asked;
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    let Some(line) = asked.line(&answers) else {
                        self.typing = None;
                        return Step::Stay;
                    };
                    form.reopen();
                    self.recorded = Some(asked);
                    Step::Run(vec![line])
                }
            };
        }
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
        self.typing = Some(asked.form());
        Step::Stay
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some((_, form)) = &mut self.typing {
            form.paste(text);
        }
        self.typing.is_some()
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", |(_, form)| form.typed())
    }

    fn done(&mut self, session: &Session) {
        let again = questions(session).last().is_some_and(|last| last.supplementary.is_some());
        let next = match self.recorded.take() {
            Some(Asked::Question | Asked::Supplementary) => Some(Asked::Answer),
            Some(Asked::Answer) if !again => Some(Asked::Supplementary),
            Some(Asked::Answer | Asked::Statement) | None => None,
        };
        self.typing = next.map(Asked::form);
    }
}
