//! Before a meeting is open: meetings to continue, agendas to open, and a new meeting from typed or pasted lines.

use super::key::{Code, Key};
use super::line::Line;
use super::pad::list::{Cursor, hint, letter, picked};
use super::view::{Hint, Notice, PadView, Row, Tone};
use crate::text;

#[cfg(test)]
mod tests;

/// Something that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What opens it: a record's or an agenda's path, or the name of an agenda that comes with the program.
    pub open: String,
    /// The body's name and the day.
    pub title: String,
    /// What is said of it: "rehearsal", "comes with the program".
    pub note: String,
    /// Whether it is a meeting that has a record.
    pub going: bool,
    /// Whether that meeting has closed.
    pub closed: bool,
}

/// A new meeting as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewMeeting {
    /// The body's name.
    pub body: String,
    /// The day.
    pub date: String,
    /// The time of day.
    pub time: String,
    /// Where; may be empty.
    pub venue: String,
    /// The items, one a line.
    pub items: String,
    /// The members, one a line; empty for a body that has its file already.
    pub members: String,
}

/// What the start screen asks of the outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A meeting is to be opened.
    Open(Offer),
    /// Files are to be written for a new meeting, and it is to be opened. Answered with [`Start::refuse`] if they can't.
    New(NewMeeting),
    /// The program is to end.
    Quit,
}

/// A question about a new meeting, and whether its answer has several lines.
const QUESTIONS: [(&str, &str, bool); 6] = [
    ("Name of the body", "as it is printed at the head of its minutes", false),
    ("Day", "such as 20 September 2023", false),
    ("Time", "such as 2pm", false),
    ("Venue", "may be left empty", false),
    ("Items", "typed or pasted, one a line; an empty line ends them", true),
    ("Members", "typed or pasted, one a line; none if the body has its file already; an empty line ends them", true),
];

/// Letters that do something else in the list.
const TAKEN: &str = "nq";

/// The start screen.
#[derive(Clone, Debug, Default)]
pub struct Start {
    offers: Vec<Offer>,
    cursor: Cursor,
    asking: Option<Asking>,
    notice: Option<Notice>,
}

/// A new meeting being typed.
#[derive(Clone, Debug, Default)]
struct Asking {
    at: usize,
    answers: [Vec<String>; QUESTIONS.len()],
    line: Line,
}

impl Start {
    /// The screen with what there is, most useful first.
    pub fn new(offers: Vec<Offer>) -> Self {
        Self { offers, ..Self::default() }
    }

    /// News for the clerk.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Shows why something could not be done; what was typed stays.
    pub fn refuse(&mut self, why: impl Into<String>) {
        self.notice = Some(Notice { text: why.into(), tone: Tone::Bad });
    }

    /// What keys do.
    pub fn hints(&self) -> Vec<Hint> {
        match &self.asking {
            Some(_) => vec![hint("Enter", "go on"), hint("Esc", "a step back")],
            None => vec![hint("Enter", "open"), hint("n", "new meeting"), hint("q", "quit")],
        }
    }

    /// What the screen shows.
    pub fn view(&self) -> PadView {
        match &self.asking {
            Some(asking) => asking.view(self.hints()),
            None => self.list(),
        }
    }

    fn list(&self) -> PadView {
        let row = |(index, offer): (usize, &Offer)| Row {
            key: letter(index, TAKEN),
            mark: match (offer.going, offer.closed) {
                (true, false) => "▶",
                (true, true) => "■",
                (false, _) => "",
            }
            .into(),
            text: offer.title.clone(),
            note: offer.note.clone(),
            tone: if offer.going && !offer.closed { Tone::Good } else { Tone::Plain },
        };
        let new = Row { key: Some('n'), text: "New meeting".into(), ..Row::default() };
        PadView {
            title: "Meetings".into(),
            lead: Some("Continue a meeting, open an agenda, or begin a new one.".into()),
            rows: self.offers.iter().enumerate().map(row).chain([new]).collect(),
            chosen: self.cursor.within(self.offers.len() + 1),
            total: None,
            foot: None,
            prompt: None,
            hints: self.hints(),
        }
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Option<Wish> {
        self.notice = None;
        match &mut self.asking {
            Some(asking) => match asking.key(key) {
                Answered::On => None,
                Answered::Left => {
                    self.asking = None;
                    None
                }
                Answered::All => Some(Wish::New(asking.meeting())),
            },
            None => self.choose(key),
        }
    }

    fn choose(&mut self, key: Key) -> Option<Wish> {
        let len = self.offers.len();
        if self.cursor.key(key, len + 1) {
            return None;
        }
        let row = match key.code {
            Code::Char('q') | Code::Esc => return Some(Wish::Quit),
            Code::Char('n') => len,
            Code::Enter => self.cursor.within(len + 1)?,
            _ => picked(key, len, TAKEN)?,
        };
        if let Some(offer) = self.offers.get(row) {
            return Some(Wish::Open(offer.clone()));
        }
        self.asking = Some(Asking::default());
        None
    }

    /// Takes pasted text: lines where lines are asked for, otherwise one line.
    pub fn paste(&mut self, pasted: &str) {
        let Some(asking) = &mut self.asking else { return };
        if !asking.takes_lines() {
            asking.line.insert(pasted);
            return;
        }
        let pasted = text::clean_text(pasted).text;
        let lines: Vec<String> =
            pasted.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
        match (lines.as_slice(), asking.answers.get_mut(asking.at)) {
            ([only], _) if !pasted.ends_with('\n') => asking.line.insert(only),
            (_, Some(answer)) => answer.extend(lines),
            _ => {}
        }
    }
}

enum Answered {
    On,
    Left,
    All,
}

impl Asking {
    fn takes_lines(&self) -> bool {
        QUESTIONS.get(self.at).is_some_and(|(_, _, lines)| *lines)
    }

    fn view(&self, hints: Vec<Hint>) -> PadView {
        let (label, lead, _) = QUESTIONS.get(self.at).copied().unwrap_or_default();
        let earlier = QUESTIONS.iter().zip(&self.answers).take(self.at).map(|((label, ..), answer)| Row {
            text: answer.join("; "),
            note: (*label).to_owned(),
            tone: Tone::Dim,
            ..Row::default()
        });
        let lines = self.answers.get(self.at).filter(|_| self.takes_lines());
        let lines = lines.into_iter().flatten().map(|line| Row { text: line.clone(), ..Row::default() });
        let rows: Vec<Row> = earlier.chain(lines).collect();
        PadView {
            title: "New meeting".into(),
            lead: Some(format!("{label}: {lead}.")),
            chosen: rows.len().checked_sub(1),
            total: None,
            foot: None,
            rows,
            prompt: Some(self.line.prompt(label)),
            hints,
        }
    }

    fn key(&mut self, key: Key) -> Answered {
        match key.code {
            Code::Enter => return self.enter(),
            Code::Esc if self.at == 0 => return Answered::Left,
            Code::Esc => {
                self.at -= 1;
                self.take_back();
            }
            Code::Backspace if self.line.is_empty() && self.takes_lines() => self.take_back(),
            _ => _ = self.line.key(key),
        }
        Answered::On
    }

    /// The last line of the answer comes back to be typed again.
    fn take_back(&mut self) {
        let last = self.answers.get_mut(self.at).and_then(Vec::pop);
        self.line = Line::new(last.as_deref().unwrap_or(""));
    }

    fn enter(&mut self) -> Answered {
        let line = std::mem::take(&mut self.line);
        let typed = line.text().trim().to_owned();
        let more = self.takes_lines() && !typed.is_empty();
        if let Some(answer) = self.answers.get_mut(self.at).filter(|_| !typed.is_empty()) {
            answer.push(typed);
        }
        match (more, self.at + 1 < QUESTIONS.len()) {
            (true, _) => Answered::On,
            (false, true) => {
                self.at += 1;
                Answered::On
            }
            (false, false) => Answered::All,
        }
    }

    fn meeting(&self) -> NewMeeting {
        let [body, date, time, venue, items, members] = self.answers.clone().map(|answer| answer.join("\n"));
        NewMeeting { body, date, time, venue, items, members }
    }
}
