//! The plan of meetings to come: shown, added to, changed.

use super::form::Asking;
use super::list::{Cursor, hint, letter, picked};
use super::question::Question;
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::agenda::PlanEntry;

const TAKEN: &str = "xpt";
const QUESTIONS: [&str; 4] = ["Day", "Time", "Venue, with ; between lines", "Items, with ; between them"];
const LEADS: &[&str] = &["on", "from", "at", "items", "number"];

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    cursor: Cursor,
}

fn parts(entry: &PlanEntry) -> [String; 4] {
    [
        entry.date.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default(),
        entry.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
        entry.venue.join("; "),
        entry.items.join("; "),
    ]
}

/// Asks for an entry, from what it is so far.
fn asking(start: String, offered: &[String; 4]) -> Asking {
    let questions = QUESTIONS.into_iter().zip(offered).map(|(label, answer)| Question::text(label).offering(answer));
    Asking::new(questions, move |answers| Step::Run(vec![answers.line(&start, LEADS)]))
}

/// Asks which items an act on an entry is about.
fn items(act: &'static str, row: usize, question: &'static str) -> Step {
    let line = move |words: &str| format!("plan {act} number {} items {words}", row + 1);
    Step::Ask(Asking::one(Question::text(question), line))
}

impl Plan {
    fn change(&mut self, index: usize, session: &Session) -> Step {
        let Some(entry) = session.state().plan().get(index) else { return Step::Pass };
        self.cursor = Cursor(index);
        Step::Ask(asking(format!("plan change number {}", index + 1), &parts(entry)))
    }
}

impl Pad for Plan {
    fn view(&self, session: &Session) -> PadView {
        let plan = session.state().plan();
        let row = |(index, entry): (usize, &PlanEntry)| {
            let [date, time, venue, items] = parts(entry);
            let date = if date.is_empty() { "To be arranged".to_owned() } else { date };
            Row { key: letter(index, TAKEN), text: format!("{date} {time} {venue}"), note: items, ..Row::default() }
        };
        PadView {
            title: "Meetings to come".into(),
            lead: None,
            rows: plan.iter().enumerate().map(row).collect(),
            chosen: self.cursor.within(plan.len()),
            hints: vec![
                hint("Enter", "change"),
                hint("+", "add"),
                hint("x", "take out"),
                hint("p", "put an item to it"),
                hint("t", "take an item from it"),
                hint("Esc", "back"),
            ],
            ..PadView::default()
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        let len = session.state().plan().len();
        if self.cursor.key(key, len) {
            return Step::Stay;
        }
        match (key.code, self.cursor.within(len)) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, Some(row)) => self.change(row, session),
            (Code::Char('x'), Some(row)) => Step::Run(vec![format!("plan drop number {}", row + 1)]),
            (Code::Char('p'), Some(row)) => items("put", row, "What is to be done then, with ; between items"),
            (Code::Char('t'), Some(row)) => items("take", row, "Which item, by some of its words"),
            (Code::Char('+'), _) => Step::Ask(asking("plan add".to_owned(), &Default::default())),
            _ => picked(key, len, TAKEN).map_or(Step::Pass, |row| self.change(row, session)),
        }
    }
}
