//! The plan of meetings to come: shown, added to, changed.

use super::form::{Filled, Form};
use super::list::{Cursor, guarded, hint, letter, picked};
use super::{Pad, Step};
use crate::app::key::{Code, Key};
use crate::app::session::Session;
use crate::app::view::{PadView, Row};
use crate::meeting::agenda::PlanEntry;

const TAKEN: &str = "x";
const QUESTIONS: &[&str] = &["Day", "Time", "Venue, with ; between lines", "Items, with ; between them"];
const LEADS: [&str; 4] = ["on", "from", "at", "items"];
const ALL_LEADS: &[&str] = &["number", "on", "from", "at", "items"];

/// The pad.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    cursor: Cursor,
    /// What is typed, and the number of the entry that it changes.
    typing: Option<(Form, Option<usize>)>,
}

fn parts(entry: &PlanEntry) -> [String; 4] {
    [
        entry.date.map(|date| date.format("%-d %B %Y").to_string()).unwrap_or_default(),
        entry.time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
        entry.venue.join("; "),
        entry.items.join("; "),
    ]
}

fn line(number: Option<usize>, answers: &[String]) -> String {
    let mut line = number.map_or_else(|| "plan add".to_owned(), |number| format!("plan change number {number}"));
    for (answer, lead) in answers.iter().zip(LEADS).filter(|(answer, _)| !answer.is_empty()) {
        line = [line.as_str(), lead, &guarded(answer, ALL_LEADS)].join(" ");
    }
    line
}

impl Plan {
    fn change(&mut self, index: usize, session: &Session) -> Step {
        let Some(entry) = session.state().plan().get(index) else { return Step::Pass };
        let offered = parts(entry);
        let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
        self.cursor = Cursor(index);
        self.typing = Some((Form::new(QUESTIONS, &offered), Some(index + 1)));
        Step::Stay
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
            total: None,
            prompt: self.typing.as_ref().map(|(form, _)| form.prompt()),
            hints: vec![hint("Enter", "change"), hint("+", "add"), hint("x", "take out"), hint("Esc", "back")],
        }
    }

    fn key(&mut self, key: Key, session: &Session) -> Step {
        if let Some((form, number)) = &mut self.typing {
            return match form.key(key) {
                Filled::Pass => Step::Pass,
                Filled::Stay => Step::Stay,
                Filled::Leave => {
                    self.typing = None;
                    Step::Stay
                }
                Filled::Whole(answers) => {
                    form.reopen();
                    Step::Run(vec![line(*number, &answers)])
                }
            };
        }
        let len = session.state().plan().len();
        if self.cursor.key(key, len) {
            return Step::Stay;
        }
        match (key.code, self.cursor.within(len)) {
            (Code::Esc, _) => Step::Close,
            (Code::Enter, Some(row)) => self.change(row, session),
            (Code::Char('x'), Some(row)) => Step::Run(vec![format!("plan drop number {}", row + 1)]),
            (Code::Char('+'), _) => {
                self.typing = Some((Form::new(QUESTIONS, &[]), None));
                Step::Stay
            }
            _ => picked(key, len, TAKEN).map_or(Step::Pass, |row| self.change(row, session)),
        }
    }

    fn paste(&mut self, text: &str) -> bool {
        if let Some((form, _)) = &mut self.typing {
            form.paste(text);
        }
        self.typing.is_some()
    }

    fn typed(&self) -> &str {
        self.typing.as_ref().map_or("", |(form, _)| form.typed())
    }

    fn done(&mut self, _: &Session) {
        self.typing = None;
    }
}
