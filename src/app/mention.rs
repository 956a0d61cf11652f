//! People offered after an `@` in the text under the pen.

use super::command::{Candidate, mentions};
use super::editor::Editor;
use super::key::{Code, Key};
use super::session::Session;
use super::view::{Hint, PadView, Row};

/// How many people are offered.
const MOST: usize = 8;

/// The list of people, while one is being named.
#[derive(Clone, Debug, Default)]
pub(super) struct Mention {
    chosen: usize,
    /// What was typed when the clerk said that nobody of these is meant.
    declined: Option<String>,
}

impl Mention {
    /// Who may be meant by what stands before the cursor.
    fn people(&self, session: &Session, editor: &Editor) -> Vec<Candidate> {
        match editor.mention() {
            Some(partial) if !partial.is_empty() && !self.is_declined(&partial) => {
                let mut people = mentions(session, &partial);
                people.truncate(MOST);
                people
            }
            _ => Vec::new(),
        }
    }

    fn is_declined(&self, partial: &str) -> bool {
        self.declined.as_deref().is_some_and(|declined| partial.starts_with(declined))
    }

    /// What the screen shows.
    pub(super) fn view(&self, session: &Session, editor: &Editor) -> Option<PadView> {
        let people = self.people(session, editor);
        let row = |person: &Candidate| Row { text: person.shown.clone(), note: person.note.clone(), ..Row::default() };
        (!people.is_empty()).then(|| PadView {
            title: "People".into(),
            rows: people.iter().map(row).collect(),
            chosen: Some(self.chosen.min(people.len() - 1)),
            hints: vec![
                Hint { key: "Enter".into(), text: "this one".into() },
                Hint { key: "Esc".into(), text: "nobody".into() },
            ],
            ..PadView::default()
        })
    }

    /// Takes a key while people are offered; says whether it was for the list.
    pub(super) fn key(&mut self, key: Key, session: &Session, editor: &mut Editor) -> bool {
        if editor.mention().is_none() {
            *self = Self::default();
            return false;
        }
        let people = self.people(session, editor);
        if people.is_empty() {
            return false;
        }
        match key.code {
            Code::Up => self.chosen = self.chosen.saturating_sub(1),
            Code::Down => self.chosen = (self.chosen + 1).min(people.len() - 1),
            Code::Esc => self.declined = editor.mention(),
            Code::Tab | Code::Enter => {
                if let Some(person) = people.get(self.chosen.min(people.len() - 1)) {
                    editor.complete(&person.insert);
                }
                *self = Self::default();
            }
            _ => {
                self.chosen = 0;
                return false;
            }
        }
        true
    }
}
