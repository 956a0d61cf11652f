//! What stands with a decision: its parts, its conditions, who dissented, and what it rests on.

use crate::meeting::fact::{Basis, Decision, Method};
use crate::minutes::block::{Line, Part, Run};
use crate::minutes::phrase::{Phrase, Value, capitalised};
use crate::text::fold;

use super::Build;
use super::facts::{bracketed, full_stop, marked};

impl<'a> Build<'a> {
    /// The words of a decision, its parts a line each after the first, as tables print them.
    pub(super) fn decided_cell(self, decision: &'a Decision) -> Vec<Line> {
        let mut lines = self.decision_lines(decision).into_iter();
        let first = lines.next();
        let parts = (0..).zip(lines).map(|(part, line)| {
            if self.style.parts.is_bare() {
                return line;
            }
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
        let mut line = self.in_house_verb(words);
        self.carried_brackets(decision).iter().for_each(|text| bracketed(&mut line, text));
        let method = agreed(decision);
        let how = match &decision.basis {
            Some(Basis::Declared { .. } | Basis::Vote { .. }) => match method {
                Some(Method::Unanimous) => self.style.label(Phrase::Unanimously),
                Some(Method::NobodyAgainst) => self.style.label(Phrase::NobodyAgainst),
                Some(Method::Hands) => self.style.label(Phrase::ShowOfHands),
                _ => return line,
            },
            Some(Basis::Stands { because }) => {
                self.fill.text(Phrase::Stands, &[("reason", Value::text(because.as_deref()))])
            }
            Some(Basis::Outside { by, on }) => {
                let values = [("by", Value::text(by.as_deref())), ("on", Value::text(on.as_deref()))];
                self.fill.text(Phrase::Outside, &values)
            }
            Some(Basis::Motion { .. }) | None => return line,
        };
        if how.is_empty() || fold(decision.words()).contains(&fold(&how)) {
            return line;
        }
        let verb = marked(words).iter().position(|(verb, _)| *verb);
        match verb.filter(|_| method == Some(Method::Unanimous)) {
            Some(verb) => line.insert(verb, Run::plain(format!("{how} "))),
            None => bracketed(&mut line, &how),
        }
        line
    }

    /// The words of a decision; those of a motion, which say only what is to be, behind the verb of the house.
    fn in_house_verb(self, words: &str) -> Line {
        if words.split_whitespace().next() != Some("That") {
            return self.words(words);
        }
        let line = self.words(&full_stop(words));
        self.fill.line(Phrase::Resolved, &[("body", self.short()), ("words", Value::Runs(line))])
    }

    /// The other items that a decision decides as well.
    pub(super) fn decided_also(self, decision: &Decision) -> Option<Part> {
        let items: Vec<String> = decision.also.iter().filter_map(|id| self.item_named(id)).collect();
        let values = [("items", Value::from(self.fill.names().join(&items)))];
        if items.is_empty() { None } else { self.sentence(Phrase::DecidedAlso, &values) }
    }

    /// What prints below the first line of a decision: its other lines, numbered, and its conditions.
    pub(super) fn below_decision(self, decision: &'a Decision, lines: impl Iterator<Item = Line>) -> Vec<Part> {
        let numbered = (0..).zip(lines).map(|(part, line)| {
            if self.style.parts.is_bare() {
                Part::Paragraph(line)
            } else {
                Part::ListItem { marker: self.style.parts.show(part), line }
            }
        });
        numbered.chain(self.conditions(decision)).collect()
    }

    /// The conditions of a decision under their heading.
    fn conditions(self, decision: &'a Decision) -> Vec<Part> {
        let heading = self.style.label(Phrase::Conditions);
        let heading = (!decision.conditions.is_empty() && !heading.is_empty()).then_some(Part::Subheading(heading));
        let listed = (0..).zip(&decision.conditions).map(|(index, condition)| Part::ListItem {
            marker: self.style.conditions.show(index),
            line: vec![Run::plain(full_stop(&capitalised(condition)))],
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

/// How a decision was agreed, where there was no count.
fn agreed(decision: &Decision) -> Option<Method> {
    match &decision.basis {
        Some(Basis::Declared { method, .. }) => Some(*method),
        Some(Basis::Vote { take }) if take.count().is_none() => Some(take.method),
        _ => None,
    }
}
