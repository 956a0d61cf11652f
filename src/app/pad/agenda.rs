//! The agenda: type a number or a part of a title, Enter takes the room there; signs do the rest.

use super::form::{Filled, Form};
use super::list::{Cursor, guarded, hint};
use super::{Pad, Step, names};
use crate::app::key::{Code, Key};
use crate::app::line::Line;
use crate::app::refs;
use crate::app::session::Session;
use crate::app::view::{PadView, Row, Tone};
use crate::meeting::event::ItemState;
use crate::meeting::state::{Item, State};
use crate::minutes::document::item_number;
use crate::text::fold;

const TITLE: &[&str] = &["Title of the new item"];
const WHEN: &[&str] = &["Deferred to when, if it was said"];

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    search: Line,
    /// The row under the cursor, once it was moved; the room's item until then.
    cursor: Option<Cursor>,
    typing: Option<(Form, Asked)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Title,
    When,
}

impl Agenda {
    /// The items that fit what is typed: by number first, then by part of the title.
    fn found<'a>(&self, state: &'a State) -> Vec<(usize, &'a Item)> {
        let wanted = fold(self.search.text());
        let depth = |item: &Item| {
            std::iter::successors(item.parent.as_ref(), |id| state.item(id).and_then(|item| item.parent.as_ref()))
                .count()
        };
        let is_number = wanted.starts_with(|first: char| first.is_ascii_digit());
        let numbered = is_number.then(|| refs::item(state, &wanted).ok()).flatten();
        let fits = |item: &&Item| match &numbered {
            Some(numbered) => *numbered == item.agenda.id,
            None => wanted.is_empty() || fold(&item.agenda.title).contains(&wanted),
        };
        state.items().filter(fits).map(|item| (depth(item), item)).collect()
    }

    fn row(&self, session: &Session, found: &[(usize, &Item)]) -> usize {
        let room = found.iter().position(|(_, item)| Some(&item.agenda.id) == session.room()).unwrap_or(0);
        self.cursor.and_then(|cursor| cursor.within(found.len())).unwrap_or(room)
    }

    fn act(&mut self, key: Key, item: Option<&Item>, state: &State) -> Step {
        let named = item.map(|item| names::item(state, &item.agenda.id));
        match (key.code, named) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, Some(name)) => Step::Finish(vec![format!("go {name}")]),
            (Code::Tab | Code::Char('>'), Some(name)) => Step::Finish(vec![format!("pen {name}")]),
            (Code::Char('!'), Some(name)) => Step::Run(vec![format!("skip {name}")]),
            (Code::Char('='), Some(name)) => Step::Run(vec![format!("take-up {name}")]),
            (Code::Char('~'), Some(_)) => {
                self.typing = Some((Form::one(WHEN, ""), Asked::When));
                Step::Stay
            }
            (Code::Char('+'), _) => {
                self.typing = Some((Form::one(TITLE, ""), Asked::Title));
                Step::Stay
            }
            _ if self.search.key(key) => {
                self.cursor = (!self.search.is_empty()).then_some(Cursor(0));
                Step::Stay
            }
            _ => Step::Pass,
        }
    }
}

fn answered(asked: Asked, answer: &str, item: Option<String>) -> String {
    match (asked, item) {
        (Asked::Title, Some(item)) => format!("add-item {} after {item}", guarded(answer, &["kind", "after"])),
        (Asked::Title, None) => format!("add-item {}", guarded(answer, &["kind", "after"])),
        (Asked::When, item) => {
            let to = if answer.is_empty() {
                String::new()
            } else {
                format!(" to {}", guarded(answer, &["to", "until", "because"]))
            };
            format!("defer {}{to}", item.unwrap_or_default())
        }
    }
}

fn row(session: &Session, depth: usize, item: &Item) -> Row {
    let state = session.state();
    let (mark, note, tone) = match &item.state {
        ItemState::Skipped => ("–", "skipped".to_owned(), Tone::Dim),
        ItemState::Deferred { to, .. } => ("○", format!("deferred {}", to.as_deref().unwrap_or("")), Tone::Warning),
        ItemState::Open if state.room_item() == Some(&item.agenda.id) => ("▶", "the room".to_owned(), Tone::Good),
        ItemState::Open if item.visits.is_empty() => ("", String::new(), Tone::Plain),
        ItemState::Open => ("✓", String::new(), Tone::Good),
    };
    let pen = session.pen().item.as_ref() == Some(&item.agenda.id);
    let note = [note.trim(), if pen { "the pen" } else { "" }].into_iter().filter(|part| !part.is_empty());
    Row {
        key: None,
        mark: mark.into(),
        text: format!("{}{}. {}", "  ".repeat(depth), item_number(state, item), item.agenda.title),
        note: note.collect::<Vec<_>>().join(", "),
        tone,
    }
}

impl Pad for Agenda {
    fn view(&self, session: &Session) -> PadView {
        let found = self.found(session.state());
        let prompt = match &self.typing {
            Some((form, _)) => form.prompt(),
            None => self.search.prompt("Find"),
        };
        PadView {
            title: "Agenda".into(),
            lead: None,
            rows: found.iter().map(|(depth, item)| row(session, *depth, item)).collect(),
            chosen: (!found.is_empty()).then(|| self.row(session, &found)),
            prompt: Some(prompt),
            hints: vec![
                hint("Enter", "room goes there"),
                hint("Tab", "pen goes there"),
                hint("!", "skip"),
                hint("~", "defer"),
                hint("=", "take up again"),
                hint("+", "add after"),
                hint("Esc", "back"),
            ],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let state = session.state();
        let found = self.found(state);
        let chosen = self.row(session, &found);
        let item = found.get(chosen).map(|(_, item)| *item);
        if let Some((form, asked)) = &mut self.typing {
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    form.reopen();
                    let named = item.map(|item| names::item(state, &item.agenda.id));
                    Step::Run(vec![answered(*asked, &answers.concat(), named)])
                }
            };
        }
        let mut cursor = Cursor(chosen);
        if matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown) && cursor.key(key, found.len()) {
            self.cursor = Some(cursor);
            return Step::Stay;
        }
        self.act(key, item, state)
    }

    fn paste(&mut self, text: &str) -> bool {
        match &mut self.typing {
            Some((form, _)) => form.paste(text),
            None => self.search.insert(text),
        }
        true
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", |(form, _)| form.typed())
    }

    fn done(&mut self, _: &Session) {
        self.typing = None;
        self.search = Line::default();
    }
}
