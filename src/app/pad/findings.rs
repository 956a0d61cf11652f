//! What is unfinished or inconsistent: each line leads to its place. The closing list is the same with a way to close.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::Question;
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::own::HALF_TYPED;
use crate::app::session::Session;
use crate::app::view::{Hint, PadView, Row, Tone};
use crate::meeting::findings::{Finding, Findings, Subject, Urgency};
use crate::meeting::state::State;

/// Letters that act on the row instead of choosing another.
const TAKEN: &str = "cou";
/// How many are listed; a meeting with more has other worries.
const MOST: usize = 100;
/// The command line that closes the meeting now.
pub const CLOSE: &str = "close";
const POSSIBLE: &str = "possible-undertaking";

/// The pad.
#[derive(Clone, Debug)]
pub struct List {
    title: &'static str,
    /// The command line that closes, for the closing list.
    close: Option<String>,
    found: Vec<Finding>,
    left_out: usize,
    cursor: Cursor,
}

impl List {
    /// Those of the program's own and the first of `found`, which are `all`, with what matters now before the rest. The
    /// search ends with the last of them and not with the meeting.
    fn of<'a>(
        title: &'static str,
        close: Option<String>,
        own: Vec<Finding>,
        found: impl Iterator<Item = &'a Finding>,
        all: usize,
    ) -> Self {
        let total = own.len() + all;
        let mut found: Vec<Finding> = own.into_iter().chain(found.take(all.min(MOST)).cloned()).collect();
        found.sort_by_key(|finding| finding.rule.urgency);
        Self { title, close, left_out: total.saturating_sub(found.len()), found, cursor: Cursor(0) }
    }

    /// What matters now, with what only the open program can tell.
    pub fn all(findings: &Findings, state: &State, own: Vec<Finding>) -> Self {
        let now = findings.in_order(state).filter(|finding| finding.rule.urgency == Urgency::Now);
        Self::of("Findings", None, own, now, findings.now())
    }

    /// Everything as it will stand when the meeting is closed, what matters now first, with the key that closes it as the
    /// command line `line` does.
    pub fn closing(findings: &Findings, state: &State, own: Vec<Finding>, line: &str) -> Self {
        let findings = findings.at_close(state);
        let of = |urgency| findings.in_order(state).filter(move |finding| finding.rule.urgency == urgency);
        let now = of(Urgency::Now).take(findings.now());
        Self::of("Before closing", Some(line.to_owned()), own, now.chain(of(Urgency::Close)), findings.total())
    }

    /// Points that sound like an undertaking and are not captured.
    pub fn undertakings(findings: &Findings, state: &State) -> Self {
        let possible = findings.in_order(state).filter(|finding| finding.rule.name == POSSIBLE);
        Self::of("Possible undertakings", None, Vec::new(), possible, findings.count_of(POSSIBLE))
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn lead(&self) -> String {
        let when = match self.close.as_deref() {
            None | Some(CLOSE) => "at the time when this list was opened".to_owned(),
            Some(typed) => format!("as you typed it, “{typed}”"),
        };
        match (self.found.len(), self.close.is_some()) {
            (0, true) => format!("Nothing is unfinished. c closes the meeting, {when}."),
            (0, false) => "There are none.".into(),
            (some, true) => {
                let what = format!("A letter leads there; c closes as it is, {when}.");
                format!("{} to look at. {what}", some + self.left_out)
            }
            (some, false) => format!("{} to look at. A letter leads there.", some + self.left_out),
        }
    }

    /// The row under the cursor whole, which may be too long for it, and what to do about it.
    fn foot(&self) -> Option<(Tone, String)> {
        let here = self.cursor.within(self.found.len()).and_then(|row| self.found.get(row))?;
        Some((Tone::Plain, format!("▸ {} {}", here.sentence, here.rule.remedy)))
    }

    fn act(&self, key: Key) -> Step {
        let here = self.cursor.within(self.found.len()).and_then(|row| self.found.get(row));
        match (key.code, here) {
            (Code::Esc, _) => Step::Close,
            (Code::Char('c'), _) if self.close.is_some() => Step::Finish(self.close.iter().cloned().collect()),
            (Code::Enter, Some(finding)) => Step::Jump(finding.clone()),
            (Code::Char('o'), Some(finding)) if finding.rule.name == HALF_TYPED => {
                Step::Say("Text that is typed is recorded or cleared away: Enter leads to it.".into())
            }
            (Code::Char('o'), Some(finding)) => {
                let start = format!("overrule {} {}", finding.rule.name, finding.subject);
                Step::Ask(Asking::one(Question::text("Why it may stand"), move |why| format!("{start} because {why}")))
            }
            (Code::Char('u'), Some(finding)) => match (&finding.subject, finding.rule.name) {
                (Subject::Fact(id), POSSIBLE) => Step::Run(vec![format!("undertake from {}", names::fact(*id))]),
                _ => Step::Say("Only what sounds like a promise becomes an undertaking.".into()),
            },
            _ => match picked(key, self.found.len(), TAKEN).and_then(|row| self.found.get(row)) {
                Some(finding) => Step::Jump(finding.clone()),
                None => Step::Pass,
            },
        }
    }
}

impl Pad for List {
    fn view(&self, _: &Session) -> PadView {
        let row = |(index, finding): (usize, &Finding)| Row {
            key: letter(index, TAKEN),
            mark: if finding.rule.urgency == Urgency::Now { "!" } else { "" }.into(),
            text: finding.sentence.clone(),
            note: String::new(),
            tone: if finding.rule.urgency == Urgency::Now { Tone::Warning } else { Tone::Plain },
        };
        let close: Option<Hint> = self.close.as_ref().map(|_| hint("c", "close"));
        let hints =
            [hint("Enter", "go there"), hint("o", "let it stand"), hint("u", "undertaking"), hint("Esc", "back")];
        PadView {
            title: self.title.into(),
            lead: Some(self.lead()),
            rows: self.found.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(self.found.len()),
            foot: self.foot(),
            hints: close.into_iter().chain(hints).collect(),
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, _: &Session) -> Step {
        if self.cursor.key(key, self.found.len()) {
            return Step::Stay;
        }
        self.act(key)
    }

    /// What was dealt with leaves the list.
    fn done(&mut self, _: &Session) -> Option<Asking> {
        if let Some(row) = self.cursor.within(self.found.len()) {
            self.found.remove(row);
        }
        None
    }
}
