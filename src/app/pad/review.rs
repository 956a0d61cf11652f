//! Review of earlier actions: a topic by its letter or part of its name, then what was reported of it.
//!
//! After each update the next topic in order is ready to be written, since most meetings take them so.

use std::collections::BTreeSet;

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::{Answers, Question};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::agenda::{ItemKind, Topic};
use crate::meeting::fact::{Content, Standing};

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The row under the cursor, once it was moved; the first topic not reported on until then.
    cursor: Option<Cursor>,
}

/// The topics, and whether each is reported on.
fn topics(session: &Session) -> Vec<(&Topic, bool)> {
    let state = session.state();
    let Some(item) = session.room().and_then(|id| state.item(id)) else { return Vec::new() };
    let ItemKind::Review { topics } = &item.agenda.kind else { return Vec::new() };
    let done: BTreeSet<&str> = state
        .facts_of(item)
        .filter_map(|fact| match &fact.content {
            Content::Update(update) => Some(update.topic.as_str()),
            _ => None,
        })
        .collect();
    topics.iter().map(|topic| (topic, done.contains(topic.title.as_str()))).collect()
}

/// Who was to act, by when, and where it stood before this meeting.
fn note(topic: &Topic) -> String {
    let due = topic.due.as_ref().map(|due| format!("by {due}"));
    let stood = (topic.standing != Standing::Open).then(|| topic.standing.shown().to_owned());
    [topic.owner.clone(), due, stood].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl Review {
    fn row(&self, topics: &[(&Topic, bool)]) -> usize {
        let open = topics.iter().position(|(_, done)| !done).unwrap_or(0);
        self.cursor.and_then(|cursor| cursor.within(topics.len())).unwrap_or(open)
    }

    /// What was reported of the chosen topic; the pad closes with the last.
    fn asking(&self, session: &Session) -> Option<Asking> {
        let topics = topics(session);
        let chosen = self.row(&topics);
        let title = topics.get(chosen)?.0.title.clone();
        let others = topics.iter().enumerate().any(|(row, (_, done))| !done && row != chosen);
        let end = if others { Step::Run } else { Step::Finish };
        let lead = title.clone();
        let question = Question::text("Reported; [done] or [in hand] at its end");
        let then = move |answers: &Answers| end(vec![format!("update {title} - {}", answers.get(0))]);
        Some(Asking::new([question], then).about(lead))
    }
}

impl Pad for Review {
    fn view(&self, session: &Session) -> PadView {
        let topics = topics(session);
        let row = |(index, (topic, done)): (usize, &(&Topic, bool))| Row {
            key: letter(index, ""),
            mark: if *done { "✓" } else { "" }.into(),
            text: topic.title.clone(),
            note: note(topic),
            tone: if *done { Tone::Good } else { Tone::Plain },
        };
        let chosen = self.row(&topics);
        PadView {
            title: "Review of actions".into(),
            lead: Some("A letter or Enter chooses a topic.".to_owned()),
            rows: topics.iter().enumerate().map(row).collect(),
            chosen: (!topics.is_empty()).then_some(chosen),
            hints: vec![hint("Enter", "write"), hint("Esc", "back")],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let topics = topics(session);
        let chosen = self.row(&topics);
        let mut cursor = Cursor(chosen);
        if cursor.key(key, topics.len()) {
            self.cursor = Some(cursor);
            return Step::Stay;
        }
        match key.code {
            Code::Esc => return Step::Close,
            Code::Enter => {}
            _ => match picked(key, topics.len(), "") {
                Some(row) => self.cursor = Some(Cursor(row)),
                None => return Step::Pass,
            },
        }
        self.asking(session).map_or(Step::Close, Step::Ask)
    }

    fn done(&mut self, session: &Session) -> Option<Asking> {
        self.cursor = None;
        self.asking(session)
    }
}
