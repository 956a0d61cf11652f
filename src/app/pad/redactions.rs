//! What was recorded for everybody since a time, to be taken out of the public record one by one or all at once.

use chrono::{DateTime, Utc};

use super::list::{Cursor, hint, letter, picked};
use super::{Pad, Step};
use crate::app::describe::of_event;
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::id::FactId;

/// The list, and since when.
#[derive(Clone, Debug)]
pub struct Redactions {
    since: DateTime<Utc>,
    cursor: Cursor,
}

impl Redactions {
    /// Of everything since a time.
    pub const fn since(since: DateTime<Utc>) -> Self {
        Self { since, cursor: Cursor(0) }
    }

    fn found(&self, session: &Session) -> Vec<(FactId, String)> {
        let state = session.state();
        let found = session.meeting().public_words_since(self.since).into_iter();
        let words = found.filter_map(|(id, entry)| {
            let (_, _, event) = entry.events().find(|(other, ..)| *other == id)?;
            let time = state.local(entry.happened()).format("%H:%M");
            Some((id, format!("{time}  {}", of_event(state, event))))
        });
        words.collect()
    }
}

impl Pad for Redactions {
    fn view(&self, session: &Session) -> PadView {
        let found = self.found(session);
        let row = |(index, (_, text)): (usize, &(FactId, String))| Row {
            key: letter(index, "a"),
            text: text.clone(),
            ..Row::default()
        };
        let since = session.state().local(self.since).format("%H:%M");
        let lead = if found.is_empty() {
            format!("Nothing with words in it was recorded for everybody since {since}.")
        } else {
            format!("Recorded for everybody since {since}. Redacting takes words out of the public record for good.")
        };
        PadView {
            title: "Redact".into(),
            lead: Some(lead),
            rows: found.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(found.len()),
            total: None,
            foot: None,
            prompt: None,
            hints: vec![hint("Enter", "redact this one"), hint("a", "redact all"), hint("Esc", "leave the rest")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let found = self.found(session);
        if self.cursor.key(key, found.len()) {
            return Step::Stay;
        }
        let row = match key.code {
            Code::Esc => return Step::Close,
            Code::Char('a') if !found.is_empty() => {
                let since = session.state().local(self.since).format("%H:%M");
                return Step::Finish(vec![format!("redact since {since}")]);
            }
            Code::Enter if found.is_empty() => return Step::Close,
            Code::Enter => self.cursor.within(found.len()),
            _ => picked(key, found.len(), "a"),
        };
        match row.and_then(|row| found.get(row)) {
            Some((id, _)) => Step::Run(vec![format!("redact #{id}")]),
            None => Step::Pass,
        }
    }
}
