//! What stands with a decision: its parts, its conditions, who dissented, and what it rests on.

use crate::meeting::fact::{Basis, Decision, Method};
use crate::minutes::block::{Line, Part, Run};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::text::fold;

use super::Build;
use super::facts::{bracketed, marked};

impl<'a> Build<'a> {
    /// The words of a decision, its parts a line each after the first, as tables print them.
    pub(super) fn decided_cell(self, decision: &'a Decision) -> Vec<Line> {
        let mut lines = self.decision_lines(decision).into_iter();
        let first = lines.next();
        let parts = (0..).zip(lines).map(|(part, line)| {
            let mut numbered = vec![Run::plain(format!("{} ", self.style.parts.show(part)))];
            numbered.extend(line);
            numbered
        });
        first.into_iter().chain(parts).collect()
    }

    /// The paragraphs of a decision: its words, and then its parts, without their numbers. How it was decided stands with
    /// the first.
    pub(super) fn decision_lines(self, decision: &'a Decision) -> Vec<Line> {
        let mut paragraphs = decision.words().trim().lines().map(str::trim).filter(|line| !line.is_empty());
        let first = self.with_basis(decision, paragraphs.next().unwrap_or_default());
        std::iter::once(first).chain(paragraphs.map(|part| self.words(part))).collect()
    }

    /// Words of a decision, with how it was agreed where that was more than assent, or what else it rests on.
    fn with_basis(self, decision: &'a Decision, words: &str) -> Line {
        let mut line = self.words(words);
        let how = match &decision.basis {
            Some(Basis::Declared { method, .. }) => match method {
                Method::Unanimous => self.style.label(Phrase::Unanimously),
                Method::NobodyAgainst => self.style.label(Phrase::NobodyAgainst),
                Method::Hands => self.style.label(Phrase::ShowOfHands),
                Method::Assent | Method::Unopposed | Method::Vote | Method::Names | Method::Ballot => return line,
            },
            Some(Basis::Stands { because }) => {
                self.fill.text(Phrase::Stands, &[("reason", Value::text(because.as_deref()))])
            }
            Some(Basis::Outside { by, on }) => {
                let values = [("by", Value::text(by.as_deref())), ("on", Value::text(on.as_deref()))];
                self.fill.text(Phrase::Outside, &values)
            }
            Some(Basis::Vote { .. } | Basis::Motion { .. }) | None => return line,
        };
        if how.is_empty() || fold(decision.words()).contains(&fold(&how)) {
            return line;
        }
        let unanimous = matches!(decision.basis, Some(Basis::Declared { method: Method::Unanimous, .. }));
        let verb = marked(words).iter().position(|(verb, _)| *verb);
        match verb.filter(|_| unanimous) {
            Some(verb) => line.insert(verb, Run::plain(format!("{how} "))),
            None => bracketed(&mut line, &how),
        }
        line
    }

    /// The conditions of a decision under their heading.
    pub(super) fn conditions(self, decision: &'a Decision) -> Vec<Part> {
        let heading = self.style.label(Phrase::Conditions);
        let heading = (!decision.conditions.is_empty() && !heading.is_empty()).then_some(Part::Subheading(heading));
        let listed = (0..).zip(&decision.conditions).map(|(index, condition)| Part::ListItem {
            marker: self.style.conditions.show(index),
            line: vec![Run::plain(capitalised(condition))],
        });
        heading.into_iter().chain(listed).collect()
    }

    /// Who asked for their dissent to be recorded.
    pub(super) fn dissent(self, decision: &'a Decision) -> Option<Part> {
        if decision.dissent.is_empty() {
            return None;
        }
        self.sentence(Phrase::Dissent, &[("members", self.persons(&decision.dissent))])
    }
}
