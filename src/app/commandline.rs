//! The command line: typed after `:`, completed from the table of commands.

use super::command::{Candidate, complete};
use super::key::{Code, Key};
use super::line::Line;
use super::session::Session;
use super::view::{Hint, PadView, Prompt, Row};

/// A command line being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct CommandLine {
    line: Line,
    /// The candidate under the cursor, once the arrows went there.
    chosen: Option<usize>,
    /// How far back in the history the line is.
    back: usize,
}

/// What a key came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// It changed the line.
    Stay,
    /// The line is left.
    Leave,
    /// The line is to be run.
    Run(String),
    /// It was not for the line.
    Pass,
}

/// What keys do in the command line.
pub(super) fn hints() -> Vec<Hint> {
    let hint = |key: &str, text: &str| Hint { key: key.into(), text: text.into() };
    vec![hint("Enter", "do it"), hint("Tab", "complete"), hint("Esc", "leave it")]
}

impl CommandLine {
    /// A line that begins with `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut line = Line::new(text);
        if text.ends_with(' ') {
            line.insert(" ");
        }
        Self { line, ..Self::default() }
    }

    /// What is typed of it.
    pub(super) const fn line_mut(&mut self) -> &mut Line {
        &mut self.line
    }

    /// How the screen shows it.
    pub(super) fn prompt(&self) -> Prompt {
        self.line.prompt(":")
    }

    /// What it may go on with.
    pub(super) fn view(&self, session: &Session) -> Option<PadView> {
        let candidates = complete(session, self.line.text());
        let row = |found: &Candidate| Row { text: found.shown.clone(), note: found.note.clone(), ..Row::default() };
        (!candidates.is_empty()).then(|| PadView {
            title: "Commands".into(),
            rows: candidates.iter().map(row).collect(),
            chosen: self.chosen.map(|chosen| chosen.min(candidates.len() - 1)),
            ..PadView::default()
        })
    }

    /// Takes a key. The arrows go through the candidates; on an empty line, up goes through `history`.
    pub(super) fn key(&mut self, key: Key, session: &Session, history: &[String]) -> Typed {
        match key.code {
            Code::Esc => return Typed::Leave,
            Code::Backspace if self.line.is_empty() => return Typed::Leave,
            Code::Enter => return self.enter(session),
            Code::Tab => {
                let candidates = complete(session, self.line.text());
                if let Some(found) = candidates.get(self.chosen.unwrap_or(0)) {
                    *self = Self::new(&found.insert);
                }
            }
            Code::Up if self.chosen.is_none() => self.recall(self.back + 1, history),
            Code::Down if self.back > 0 => self.recall(self.back - 1, history),
            Code::Up => self.chosen = self.chosen.and_then(|chosen| chosen.checked_sub(1)),
            Code::Down => {
                let last = complete(session, self.line.text()).len().saturating_sub(1);
                self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1).min(last)));
            }
            _ if self.line.key(key) => {
                self.chosen = None;
                self.back = 0;
            }
            _ => return Typed::Pass,
        }
        Typed::Stay
    }

    fn enter(&mut self, session: &Session) -> Typed {
        if let Some(chosen) = self.chosen.take() {
            let candidates = complete(session, self.line.text());
            if let Some(found) = candidates.get(chosen) {
                *self = Self::new(&found.insert);
                // A command that takes nothing more is run at once.
                if found.insert.ends_with(' ') {
                    return Typed::Stay;
                }
            }
        }
        match self.line.text().trim() {
            "" => Typed::Leave,
            line => Typed::Run(line.to_owned()),
        }
    }

    fn recall(&mut self, back: usize, history: &[String]) {
        if let Some(line) = back.checked_sub(1).and_then(|back| history.iter().rev().nth(back)) {
            self.line = Line::new(line);
            self.back = back;
        } else if back == 0 {
            *self = Self::default();
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.line.insert(text);
        self.chosen = None;
    }
}
