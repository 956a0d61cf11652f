//! What stands with a decision: its parts, its conditions, who dissented, and what it rests on.

use crate::meeting::fact::{Basis, Content, Decision, Method};
use crate::meeting::state::Item;
use crate::minutes::block::{Cell, Emphasis, Line, Part, Run, Table};
use crate::minutes::offer::is_of_kinds;
use crate::minutes::phrase::{Phrase, Value, capitalised, to_marked};
use crate::minutes::style::{ActionRow, Brackets, DecidedBlock, DecisionForm, Marker};
use crate::text::fold;

use super::facts::{full_stop, marked};
use super::{Build, joined, listed, paragraph};

/// What is said beside the words of a decision.
struct Beside {
    moved: String,
    votes: String,
    how: String,
    /// Whether everybody voted for it, which some houses say before the verb.
    unanimous: bool,
}

impl Beside {
    /// What there is of it, in the order of the page.
    fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.moved, &self.votes, &self.how].into_iter().map(String::as_str).filter(|text| !text.is_empty())
    }
}

impl<'a> Build<'a> {
    /// A decision, its blocks in the order of the house.
    pub(super) fn decision(self, item: &'a Item, index: usize, decision: &'a Decision) -> Vec<Part> {
        self.style.decided.iter().flat_map(|block| self.decided_block(item, index, decision, *block)).collect()
    }

    fn decided_block(self, item: &'a Item, index: usize, decision: &'a Decision, block: DecidedBlock) -> Vec<Part> {
        let one = |part: Option<Part>| part.into_iter().collect();
        match block {
            DecidedBlock::Outcome => self.carried_before(decision),
            DecidedBlock::Heading => one(self.decision_heading(item, index, decision)),
            DecidedBlock::Words => self.decision_words(decision),
            DecidedBlock::Also => one(self.decided_also(decision)),
            DecidedBlock::Count => self.carried_after(decision),
            DecidedBlock::Reasons => self.reasons(decision),
            DecidedBlock::Dissent => one(self.dissent(decision)),
        }
    }

    /// The heading of the house over a run of decisions, for items that have it.
    fn decision_heading(self, item: &'a Item, index: usize, decision: &'a Decision) -> Option<Part> {
        let heading = self.style.label(Phrase::DecisionHeading);
        let begins = || !self.follows_decision(item, index) || !self.carried_before(decision).is_empty();
        let stands = !heading.is_empty() && is_of_kinds(&item.agenda.kind, &self.style.decision_headings) && begins();
        stands.then_some(Part::DecisionHeading(heading))
    }

    fn decision_words(self, decision: &'a Decision) -> Vec<Part> {
        let taken = decision.basis.is_some();
        if taken && self.style.decision_form == DecisionForm::Table {
            return vec![self.decision_table(decision)];
        }
        let mut lines = self.decision_lines(decision).into_iter();
        let line = lines.next().unwrap_or_default();
        let phrase = if taken { Phrase::Decision } else { Phrase::DecisionPending };
        let line = self.fill.line(phrase, &[("words", Value::Runs(line))]);
        let below = self.below_decision(decision, lines);
        std::iter::once(Part::Decision { line, taken }).chain(below).collect()
    }

    pub(super) fn reasons(self, decision: &'a Decision) -> Vec<Part> {
        let heading = self.style.label(Phrase::Reasons);
        let heading = (!decision.reasons.is_empty() && !heading.is_empty()).then_some(Part::Subheading(heading));
        let reasons = decision.reasons.iter().map(|reason| Part::Paragraph(sentence_of(reason)));
        heading.into_iter().chain(reasons).collect()
    }

    /// A decision as papers beside the minutes have it: its words, parts and conditions, then `between`, then its reasons.
    pub(super) fn whole_decision(self, decision: &'a Decision, between: Option<Part>) -> Vec<Part> {
        let mut lines = self.decision_lines(decision).into_iter();
        let first = Part::Decision { line: lines.next().unwrap_or_default(), taken: true };
        let below = self.below_decision(decision, lines);
        std::iter::once(first).chain(below).chain(between).chain(self.reasons(decision)).collect()
    }

    /// Whether what prints just before is a decision, so that both stand under one heading.
    fn follows_decision(self, item: &'a Item, index: usize) -> bool {
        let before = (0..index).rev().filter_map(|index| self.state.content(*item.facts.get(index)?));
        let silent = |content: &&Content| matches!(content, Content::Action(_) | Content::Mark(_) | Content::Note(_));
        matches!(before.into_iter().find(|content| !silent(content)), Some(Content::Decision(_)))
    }

    /// A decision as a table of decisions prints it, with its reasons where the house has them there.
    pub(super) fn reasoned_cell(self, decision: &'a Decision) -> Vec<Line> {
        if !self.style.action_rows.contains(&ActionRow::Reasons) {
            return self.decided_cell(decision);
        }
        let heading = self.style.label(Phrase::Reasons);
        let heading = (!decision.reasons.is_empty() && !heading.is_empty()).then(|| vec![Run::plain(heading)]);
        let reasons = decision.reasons.iter().map(|reason| sentence_of(reason));
        self.decided_cell(decision).into_iter().chain(heading).chain(reasons).collect()
    }

    /// The words of a decision, its parts and conditions a line each after the first, as tables print them.
    pub(super) fn decided_cell(self, decision: &'a Decision) -> Vec<Line> {
        let mut lines = self.decision_lines(decision).into_iter();
        let first = lines.next();
        let parts = (0..).zip(lines).map(|(part, line)| numbered(&self.style.parts, part, line));
        let heading = self.style.label(Phrase::Conditions);
        let heading = (!decision.conditions.is_empty() && !heading.is_empty()).then(|| vec![Run::plain(heading)]);
        let conditions = (0..).zip(&decision.conditions);
        let conditions = conditions.map(|(index, text)| numbered(&self.style.conditions, index, sentence_of(text)));
        first.into_iter().chain(parts).chain(heading).chain(conditions).collect()
    }

    /// The paragraphs of a decision: its words, and then its parts, without their numbers. How it was decided stands with
    /// the first.
    pub(super) fn decision_lines(self, decision: &'a Decision) -> Vec<Line> {
        let mut paragraphs = decision.words().trim().lines().map(str::trim).filter(|line| !line.is_empty());
        let first = self.with_basis(decision, paragraphs.next().unwrap_or_default());
        std::iter::once(first).chain(paragraphs.map(|part| self.words(part))).collect()
    }

    /// Words of a decision, with what the house says beside them: who moved it, the count, how it was agreed.
    fn with_basis(self, decision: &'a Decision, words: &str) -> Line {
        let mut beside = self.beside(decision);
        let mut line = self.in_house_verb(words, &mut beside);
        if self.style.brackets != Brackets::Below && self.style.decision_form == DecisionForm::Block {
            beside.texts().for_each(|text| self.bracketed(&mut line, text));
        }
        line
    }

    /// What stands in brackets in a paragraph of its own below a decision.
    pub(super) fn brackets_below(self, decision: &'a Decision) -> Option<Part> {
        if self.style.brackets != Brackets::Below || self.style.decision_form == DecisionForm::Table {
            return None;
        }
        let mut beside = self.beside(decision);
        self.in_house_verb(decision.words().trim(), &mut beside);
        let texts = beside.texts().map(|text| vec![Run::plain(self.in_brackets(text))]);
        paragraph(joined(texts, " "))
    }

    /// What is said beside the words of a decision, and not in them.
    fn beside(self, decision: &'a Decision) -> Beside {
        let (moved, votes) = self.carried_beside(decision);
        let how = self.how_agreed(decision);
        let said = how.is_empty() || fold(decision.words()).contains(&fold(&how));
        let unanimous = agreed(decision) == Some(Method::Unanimous);
        Beside { moved, votes, how: if said { String::new() } else { how }, unanimous }
    }

    /// How a decision was agreed where that was more than assent, or what else it rests on.
    fn how_agreed(self, decision: &'a Decision) -> String {
        match &decision.basis {
            Some(Basis::Declared { .. } | Basis::Vote { .. }) => match agreed(decision) {
                Some(Method::Unanimous) => self.style.label(Phrase::Unanimously),
                Some(Method::NobodyAgainst) => self.style.label(Phrase::NobodyAgainst),
                Some(Method::Hands) => self.style.label(Phrase::ShowOfHands),
                _ => String::new(),
            },
            Some(Basis::Stands { because }) => {
                self.fill.text(Phrase::Stands, &[("reason", Value::text(because.as_deref()))])
            }
            Some(Basis::Outside { by, on }) => {
                let values = [("by", Value::text(by.as_deref())), ("on", Value::text(on.as_deref()))];
                self.fill.text(Phrase::Outside, &values)
            }
            Some(Basis::Motion { .. }) | None => String::new(),
        }
    }

    /// The words of a decision; those of a motion, which say only what is to be, behind the verb of the house. What is
    /// said in the sentence itself is taken from `beside`.
    fn in_house_verb(self, words: &str, beside: &mut Beside) -> Line {
        if words.split_whitespace().next() == Some("That") {
            return self.behind_house_verb(&full_stop(words), beside);
        }
        let mut line = self.words(words);
        let verb = marked(words).iter().position(|(verb, _)| *verb);
        if let Some(verb) = verb.filter(|_| beside.unanimous && !beside.how.is_empty()) {
            line.insert(verb, Run::plain(format!("{} ", std::mem::take(&mut beside.how))));
        }
        line
    }

    /// What the house sets off is set off as verbs are, so its words are filled first and set off afterwards.
    fn behind_house_verb(self, words: &str, beside: &mut Beside) -> Line {
        let Some(template) = self.style.template(Phrase::Resolved, 1) else { return Line::new() };
        let take = |name: &'static str, text: &mut String| {
            let own = if template.uses(name) { std::mem::take(text) } else { String::new() };
            (name, Value::from(own))
        };
        let values = [
            take("how", &mut beside.how),
            take("moved", &mut beside.moved),
            take("votes", &mut beside.votes),
            ("body", self.short()),
            ("words", Value::text(Some(words))),
        ];
        let line = self.fill.template(template, Phrase::Resolved.spec().role, Emphasis::Strong, &values);
        self.words(&to_marked(&line))
    }

    /// Adds something in brackets to a sentence.
    fn bracketed(self, line: &mut Line, text: &str) {
        let inside = self.style.brackets == Brackets::Inside;
        let stop = line.last_mut().filter(|_| inside).is_some_and(|last| {
            let bare = last.text.strip_suffix('.').map(str::to_owned);
            bare.map(|bare| last.text = bare).is_some()
        });
        line.push(Run::plain(format!(" {}{}", self.in_brackets(text), if stop { "." } else { "" })));
    }

    fn in_brackets(self, text: &str) -> String {
        self.fill.text(Phrase::InBrackets, &[("text", Value::text(Some(text)))])
    }

    /// A decision in a table: its words, who moved it, the vote and how it was agreed.
    pub(super) fn decision_table(self, decision: &'a Decision) -> Part {
        let columns = [Phrase::DecisionColumnWords, Phrase::DecisionColumnMoved, Phrase::DecisionColumnVotes];
        let mut beside = self.beside(decision);
        self.in_house_verb(decision.words().trim(), &mut beside);
        let votes = [beside.votes, beside.how].into_iter().filter(|text| !text.is_empty());
        let votes: Cell = votes.map(|text| vec![Run::plain(capitalised(&text))]).collect();
        let moved = vec![vec![Run::plain(beside.moved)]];
        Part::Table(Table {
            name: self.style.label(Phrase::TableDecisions),
            columns: columns.map(|column| self.style.label(column)).to_vec(),
            rows: vec![vec![self.decided_cell(decision), moved, votes]],
        })
    }

    /// The other items that a decision decides as well.
    pub(super) fn decided_also(self, decision: &Decision) -> Option<Part> {
        let items: Vec<String> = decision.also.iter().filter_map(|id| self.item_named(id)).collect();
        let values = [("items", Value::from(self.fill.names().join(&items)))];
        if items.is_empty() { None } else { self.sentence(Phrase::DecidedAlso, &values) }
    }

    /// What prints below the first line of a decision: its other lines, numbered, and its conditions.
    pub(super) fn below_decision(self, decision: &'a Decision, lines: impl Iterator<Item = Line>) -> Vec<Part> {
        let numbered = (0..).zip(lines).filter_map(|(part, line)| listed(&self.style.parts, part, line));
        numbered.chain(self.brackets_below(decision)).chain(self.conditions(decision)).collect()
    }

    /// The conditions of a decision under their heading.
    fn conditions(self, decision: &'a Decision) -> Vec<Part> {
        let heading = self.style.label(Phrase::Conditions);
        let heading = (!decision.conditions.is_empty() && !heading.is_empty()).then_some(Part::Subheading(heading));
        let listed = (0..).zip(&decision.conditions).map(|(index, condition)| Part::ListItem {
            marker: self.style.conditions.show(index),
            line: sentence_of(condition),
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

/// A line behind its number, where the house numbers such lines.
fn numbered(marker: &Marker, index: usize, line: Line) -> Line {
    if marker.is_bare() {
        return line;
    }
    std::iter::once(Run::plain(format!("{} ", marker.show(index)))).chain(line).collect()
}

/// A condition or a reason, as a sentence.
fn sentence_of(text: &str) -> Line {
    vec![Run::plain(full_stop(&capitalised(text)))]
}

/// How a decision was agreed, where there was no count.
fn agreed(decision: &Decision) -> Option<Method> {
    match &decision.basis {
        Some(Basis::Declared { method, .. }) => Some(*method),
        Some(Basis::Vote { take }) if take.count().is_none() => Some(take.method),
        _ => None,
    }
}
