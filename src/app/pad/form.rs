//! Questions asked one after another in an open pad, and what their answers come to.
//!
//! A pad returns [`Step::Ask`] with an [`Asking`]; the keys are the form's until the last question is answered or the
//! first is left. The pad keeps no account of it.

use std::fmt;

use super::Step;
use super::list::{Cursor, hint, letter, picked};
use super::question::{Answers, Kind, Possible, Question, SOMEBODY};
use crate::app::key::{Code, Key};
use crate::app::line::Line;
use crate::app::view::{Hint, PadView, Row, Tone};
use crate::meeting::state::State;
use crate::text::fold;

#[cfg(test)]
mod tests;

/// What finished answers come to.
type Then = Box<dyn Fn(&Answers) -> Step + Send>;

/// A sequence of questions, the answers so far, and the line being typed.
pub struct Asking {
    questions: Vec<Question>,
    /// As command lines say them.
    answers: Vec<String>,
    /// What the last question was answered with, in case it is refused.
    last: String,
    line: Line,
    /// The row under the cursor, once it was moved.
    cursor: Option<Cursor>,
    lead: Option<String>,
    /// What is wrong with what was typed.
    trouble: Option<String>,
    then: Then,
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
    Whole(Answers),
}

impl fmt::Debug for Asking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asking")
            .field("questions", &self.questions)
            .field("answers", &self.answers)
            .finish_non_exhaustive()
    }
}

impl Asking {
    /// Asks `questions` in order; `then` says what the answers come to, which is [`Step::Stay`] where they say too little.
    pub fn new(
        questions: impl IntoIterator<Item = Question>,
        then: impl Fn(&Answers) -> Step + Send + 'static,
    ) -> Self {
        let (questions, then) = (questions.into_iter().collect(), Box::new(then));
        let (line, last) = (Line::default(), String::new());
        let mut form =
            Self { questions, answers: Vec::new(), last, line, cursor: None, lead: None, trouble: None, then };
        form.begin();
        form
    }

    /// Asks one question whose answer ends in a command line that is run.
    pub fn one(question: Question, line: impl Fn(&str) -> String + Send + 'static) -> Self {
        Self::new([question], move |answers| Step::Run(vec![line(answers.get(0))]))
    }

    /// Says what it is about, above the rows.
    #[must_use]
    pub fn about(mut self, lead: impl Into<String>) -> Self {
        self.lead = Some(lead.into());
        self
    }

    /// With the first question answered already; Esc goes back to it.
    #[must_use]
    pub fn answered(mut self, said: String) -> Self {
        self.answers.push(said);
        self.begin();
        self
    }

    /// What the answers come to.
    pub(super) fn then(&self, answers: &Answers) -> Step {
        (self.then)(answers)
    }

    fn asked(&self) -> Option<&Question> {
        self.questions.get(self.answers.len())
    }

    /// Comes to a question afresh.
    fn begin(&mut self) {
        self.line = Line::new(self.asked().map_or("", |question| &question.offered));
        self.cursor = None;
    }

    /// Takes a key: Enter answers, Esc goes back a question and at the first leaves.
    pub(super) fn key(&mut self, key: Key, state: &State) -> Filled {
        self.trouble = None;
        if key.code == Code::Esc {
            return if self.back() { Filled::Stay } else { Filled::Leave };
        }
        if self.asked().is_some_and(|question| question.kind == Kind::Letter) {
            return self.letter_key(key);
        }
        let rows = self.rows().len();
        match key.code {
            Code::Enter if !key.ctrl && !key.alt => self.enter(state),
            Code::Tab if rows > 0 => {
                self.complete();
                Filled::Stay
            }
            Code::Up | Code::Down if self.count(key) => Filled::Stay,
            Code::Up | Code::Down | Code::PageUp | Code::PageDown if rows > 0 => {
                let mut cursor = self.cursor.unwrap_or_default();
                // The first arrow down goes to the first row.
                let moved = self.cursor.is_none() && key.code == Code::Down || cursor.key(key, rows);
                self.cursor = Some(cursor);
                if moved { Filled::Stay } else { Filled::Pass }
            }
            _ if self.line.key(key) => {
                self.cursor = None;
                Filled::Stay
            }
            _ => Filled::Pass,
        }
    }

    fn letter_key(&mut self, key: Key) -> Filled {
        let rows = self.rows();
        let mut cursor = self.cursor.unwrap_or_default();
        if cursor.key(key, rows.len()) {
            self.cursor = Some(cursor);
            return Filled::Stay;
        }
        let here = cursor.within(rows.len());
        let needed = self.asked().is_some_and(|question| question.needed);
        let row = match key.code {
            Code::Backspace => return if self.back() { Filled::Stay } else { Filled::Leave },
            Code::Char(' ') => here,
            Code::Enter if needed || self.cursor.is_some() => here,
            Code::Enter => return self.answer(String::new()),
            // A letter stays with its answer, whoever is left out of the list: it may be typed without looking.
            _ => {
                let possible = self.asked().map_or(0, |question| question.possible.len());
                let picked = picked(key, possible, "");
                picked.and_then(|place| rows.iter().position(|(at, _)| *at == place))
            }
        };
        match row.and_then(|row| rows.get(row)).map(|(_, row)| row.said.clone()) {
            Some(said) => self.answer(said),
            None => Filled::Pass,
        }
    }

    /// Changes a number with an arrow.
    fn count(&mut self, key: Key) -> bool {
        if self.asked().is_none_or(|question| question.kind != Kind::Number) {
            return false;
        }
        let now: u32 = self.line.text().trim().parse().unwrap_or(0);
        let next = if key.code == Code::Up { now.saturating_add(1) } else { now.saturating_sub(1) };
        self.line = Line::new(&next.to_string());
        true
    }

    fn enter(&mut self, state: &State) -> Filled {
        if self.cursor.is_some() {
            self.complete();
        }
        let Some(question) = self.asked() else { return Filled::Pass };
        match question.read(state, self.line.text()) {
            Ok(said) => self.answer(said),
            Err(refusal) => {
                self.trouble = Some(refusal.to_string());
                Filled::Stay
            }
        }
    }

    /// Goes on; after the last question, stays there in case the answers are refused.
    fn answer(&mut self, said: String) -> Filled {
        self.keep();
        self.answers.push(said);
        if self.answers.len() < self.questions.len() {
            self.begin();
            return Filled::Stay;
        }
        let whole = Answers(self.answers.clone());
        self.last = self.answers.pop().unwrap_or_default();
        Filled::Whole(whole)
    }

    /// What stands in the line is there again when the question is come back to.
    fn keep(&mut self) {
        let at = self.answers.len();
        if let Some(question) = self.questions.get_mut(at) {
            self.line.text().clone_into(&mut question.offered);
        }
    }

    fn back(&mut self) -> bool {
        self.keep();
        let there = self.answers.pop().is_some();
        self.begin();
        there
    }

    /// Puts the row under the cursor, or else the first, in place of what is typed since the last comma.
    fn complete(&mut self) {
        let row = self.cursor.take().unwrap_or_default();
        let rows = self.rows();
        let Some(said) = row.within(rows.len()).and_then(|row| rows.get(row)).map(|(_, row)| row.said.clone()) else {
            return;
        };
        let typed = self.line.text();
        let before = typed.rfind(',').filter(|_| self.several()).and_then(|comma| typed.get(..=comma));
        self.line = Line::new(&before.map_or_else(|| said.clone(), |before| format!("{before} {said}")));
    }

    fn several(&self) -> bool {
        self.asked().is_some_and(|question| question.several)
    }

    /// What may be answered, given what is typed, each with its place among all answers.
    fn rows(&self) -> Vec<(usize, &Possible)> {
        let Some(question) = self.asked() else { return Vec::new() };
        let typed = self.line.text();
        let typed = if question.several { typed.rsplit(',').next().unwrap_or("") } else { typed };
        let fits = |possible: &Possible| question.kind == Kind::Letter || possible.fits(typed);
        let taken = |possible: &Possible| possible.said != SOMEBODY && self.answers.last() == Some(&possible.said);
        let free = |possible: &Possible| !question.apart || !taken(possible);
        question.possible.iter().enumerate().filter(|(_, possible)| fits(possible) && free(possible)).collect()
    }

    /// Shows why the answers were refused, and goes back to the last answer that the refusal names.
    pub(super) fn refused(&mut self, why: &str) {
        let text = fold(why);
        let named = |answer: &String| answer.chars().count() > 1 && text.contains(&fold(answer));
        if !named(&self.last)
            && let Some(at) = self.answers.iter().rposition(named)
        {
            self.keep();
            self.answers.truncate(at);
            self.begin();
        }
        self.trouble = Some(why.to_owned());
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text);
    }

    /// What stands in the line.
    pub(super) fn typed(&self) -> &str {
        self.line.text()
    }

    /// What is typed where free text is asked for.
    pub(super) fn prose(&mut self) -> Option<&mut Line> {
        self.takes_prose().then_some(&mut self.line)
    }

    /// Whether free text is asked for.
    pub(super) fn takes_prose(&self) -> bool {
        self.asked().is_some_and(|question| question.kind == Kind::Text)
    }

    /// Lays the question over what the pad shows.
    pub(super) fn show(&self, mut pad: PadView) -> PadView {
        let Some(question) = self.asked() else { return pad };
        let by_letter = question.kind == Kind::Letter;
        let rows = self.rows();
        // Letters are text here, and the list is the form's where any of its questions has one.
        pad.rows.iter_mut().for_each(|row| row.key = None);
        if self.questions.iter().any(|question| !question.possible.is_empty()) {
            let key = |index| by_letter.then(|| letter(index, "")).flatten();
            let row = |(place, possible): &(usize, &Possible)| Row { key: key(*place), ..possible.row.clone() };
            pad.rows = rows.iter().map(row).collect();
            let cursor = self.cursor.or((by_letter && question.needed).then_some(Cursor(0)));
            pad.chosen = cursor.and_then(|cursor| cursor.within(rows.len()));
            pad.total = None;
        }
        pad.lead = self.lead.clone().or(pad.lead);
        if by_letter {
            let answered = self.questions.iter().zip(&self.answers).filter(|(_, said)| !said.is_empty());
            let so_far: Vec<String> = answered.map(|(question, said)| question.shown(said)).collect();
            // The question comes first: what was answered may be long, and is cut where it must be.
            let so_far = if so_far.is_empty() { String::new() } else { format!(" — {}", so_far.join(", ")) };
            pad.lead = Some(question.label.clone() + &so_far.replace('*', ""));
        } else {
            pad.prompt = Some(self.line.prompt(question.label.clone()));
        }
        if let Some(trouble) = &self.trouble {
            pad.foot = Some((Tone::Warning, trouble.clone()));
        }
        pad.hints = self.hints(question, !rows.is_empty());
        pad
    }

    fn hints(&self, question: &Question, listed: bool) -> Vec<Hint> {
        let enter = match question.kind {
            Kind::Letter if !question.needed && self.cursor.is_none() => "leave it out",
            _ if self.answers.len() + 1 < self.questions.len() => "go on",
            _ => "do it",
        };
        let tab = (listed && question.kind != Kind::Letter).then(|| hint("Tab", "complete"));
        let count = (question.kind == Kind::Number).then(|| hint("↑ ↓", "count"));
        let back = if self.answers.is_empty() { "back" } else { "question before" };
        [hint("Enter", enter)].into_iter().chain(tab).chain(count).chain([hint("Esc", back)]).collect()
    }
}
