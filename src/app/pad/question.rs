//! The questions that a pad asks: what each asks for, what may be answered, and how an answer is read.

use super::names;
use crate::app::view::Row;
use crate::app::{clock, people, refs};
use crate::meeting::command::Refusal;
use crate::meeting::id::PersonId;
use crate::meeting::people::Person;
use crate::meeting::state::{Item, State};
use crate::minutes::document::both_numbers;
use crate::text::fold;

/// Something that a question may be answered with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Possible {
    /// What stands in a command line.
    pub said: String,
    /// What the screen calls it once it is the answer, where that is not what is said.
    pub called: Option<String>,
    /// What the screen shows; its letter is set by the form.
    pub row: Row,
}

impl Possible {
    /// An answer that is shown otherwise than it is said.
    pub fn new(said: impl Into<String>, text: impl Into<String>, note: impl Into<String>) -> Self {
        let row = Row { text: text.into(), note: note.into(), ..Row::default() };
        Self { said: said.into(), called: None, row }
    }

    /// An item, by both its numbers and its title.
    fn item(state: &State, item: &Item) -> Self {
        let called = both_numbers(state, item);
        let text = format!("{called}. {}", item.agenda.title);
        Self { called: Some(called), ..Self::new(names::item(state, &item.agenda.id), text, "") }
    }

    /// A person, with their post beside the name.
    pub fn person(state: &State, id: &PersonId) -> Self {
        let person = state.person(id);
        let post = person.and_then(|person| person.post.clone()).unwrap_or_default();
        Self::new(names::person(state, id), person.map_or_else(|| id.to_string(), Person::short), post)
    }

    /// Whether what is typed means it: every word begins a word of it.
    pub(super) fn fits(&self, typed: &str) -> bool {
        let shown = fold(&format!("{} {}", self.row.text, self.said));
        let begins = |part: &str| shown.split(|letter: char| !letter.is_alphanumeric()).any(|it| it.starts_with(part));
        fold(typed).split_whitespace().all(begins)
    }
}

/// How a command line says that somebody moved or seconded who is not named.
pub(super) const SOMEBODY: &str = "somebody";

/// The members who are there.
pub(super) fn members(state: &State) -> impl Iterator<Item = Possible> {
    state.members_present().map(|(_, person)| Possible::person(state, person))
}

/// How an answer is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is typed.
    Text,
    /// A whole number, which the arrows change.
    Number,
    /// A time of day.
    Time,
    /// A person.
    Person,
    /// An item.
    Item,
    /// One of a list, by its letter.
    Letter,
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) several: bool,
    pub(super) needed: bool,
    /// Whether what was answered to the question before is no answer to this one.
    pub(super) apart: bool,
    /// What stands in the line when the question is come to.
    pub(super) offered: String,
    pub(super) possible: Vec<Possible>,
}

impl Question {
    fn new(label: &str, kind: Kind) -> Self {
        let possible = Vec::new();
        Self {
            label: label.to_owned(),
            kind,
            several: false,
            needed: false,
            apart: false,
            offered: String::new(),
            possible,
        }
    }

    /// Free text.
    pub fn text(label: &str) -> Self {
        Self::new(label, Kind::Text)
    }

    /// A whole number: digits, and the arrows count up and down.
    pub fn number(label: &str) -> Self {
        Self::new(label, Kind::Number)
    }

    /// A time of day, answered as `14:05`.
    pub fn time(label: &str) -> Self {
        Self::new(label, Kind::Time)
    }

    /// A person of the roll, by any part of the name.
    pub fn person(label: &str, state: &State) -> Self {
        let possible = state.people().map(|person| Possible::person(state, &person.id)).collect();
        Self { possible, ..Self::new(label, Kind::Person) }
    }

    /// An item, by its number or a part of its title.
    pub fn item(label: &str, state: &State) -> Self {
        let possible = state.items().map(|item| Possible::item(state, item));
        Self { possible: possible.collect(), ..Self::new(label, Kind::Item) }
    }

    /// One of `possible`, by its letter. Where the question may be left out, Enter leaves it out.
    pub fn choice(label: &str, possible: Vec<Possible>) -> Self {
        Self { possible, ..Self::new(label, Kind::Letter) }
    }

    /// Several of them, with commas between.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// It cannot be left out.
    #[must_use]
    pub fn needed(mut self) -> Self {
        self.needed = true;
        self
    }

    /// Whoever is the answer to the question before is none to this: nobody seconds their own motion.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// With an answer that is there already, to be taken or changed.
    #[must_use]
    pub fn offering(mut self, answer: &str) -> Self {
        answer.clone_into(&mut self.offered);
        self
    }

    /// With another answer to choose from.
    #[must_use]
    pub fn or(mut self, possible: Possible) -> Self {
        self.possible.push(possible);
        self
    }

    /// With answers to choose from while anything else may be typed.
    #[must_use]
    pub fn from(mut self, possible: Vec<Possible>) -> Self {
        self.possible = possible;
        self
    }

    /// What is typed, as a command line says it.
    pub(super) fn read(&self, state: &State, typed: &str) -> Result<String, Refusal> {
        let typed = typed.trim();
        match typed {
            "" if self.needed => Err(Refusal::new("This cannot be left out.", "Esc goes back a question.")),
            "" => Ok(String::new()),
            typed if self.several => {
                let parts = typed.split(',').map(|part| part.trim().trim_start_matches("and ").trim());
                let read = parts.filter(|part| !part.is_empty()).map(|part| self.one(state, part));
                Ok(read.collect::<Result<Vec<_>, _>>()?.join(", "))
            }
            typed => self.one(state, typed),
        }
    }

    /// An answer as the screen calls it: that of an item holds the number that the clerk has before them.
    pub(super) fn shown(&self, said: &str) -> String {
        let called = |part: &str| {
            let named = self.possible.iter().find(|possible| possible.said == part);
            named.and_then(|possible| possible.called.clone()).unwrap_or_else(|| part.to_owned())
        };
        if self.kind == Kind::Item {
            said.split(", ").map(called).collect::<Vec<_>>().join(", ")
        } else {
            said.to_owned()
        }
    }

    fn one(&self, state: &State, typed: &str) -> Result<String, Refusal> {
        match self.kind {
            Kind::Text | Kind::Letter => Ok(typed.to_owned()),
            Kind::Number => typed.parse::<u32>().map(|number| number.to_string()).map_err(|_| {
                Refusal::new(format!("“{typed}” is not a whole number."), "Type digits, or count with the arrows.")
            }),
            Kind::Time => clock::time(typed)
                .map(|time| time.format("%H:%M:%S").to_string())
                .ok_or_else(|| Refusal::new(format!("“{typed}” is not a time of day."), "Type it as 14:05 or 2.05pm.")),
            Kind::Person => self.known(typed).map_or_else(
                || people::person(state, typed).map(|id| names::person(state, &id)),
                |said| Ok(said.to_owned()),
            ),
            Kind::Item => self
                .known(typed)
                .map_or_else(|| refs::item(state, typed).map(|id| names::item(state, &id)), |said| Ok(said.to_owned())),
        }
    }

    /// What the row says whose text was typed in full.
    fn known(&self, typed: &str) -> Option<&str> {
        self.possible.iter().find(|possible| possible.said == typed).map(|possible| possible.said.as_str())
    }
}

/// The answers to the questions of a form, as a command line says them; empty where one was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(pub(super) Vec<String>);

impl Answers {
    /// The answer to question `index`; empty where it was left out.
    pub fn get(&self, index: usize) -> &str {
        self.0.get(index).map_or("", String::as_str)
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// A command line: `start`, then each answer that was given behind its word of `leads`, in quotation marks where it
    /// holds one of those words.
    pub fn line(&self, start: &str, leads: &[&str]) -> String {
        let given = self.iter().zip(leads).filter(|(answer, _)| !answer.is_empty());
        given.fold(start.to_owned(), |line, (answer, lead)| {
            let answer = super::list::guarded(answer, leads);
            if lead.is_empty() { format!("{line} {answer}") } else { format!("{line} {lead} {answer}") }
        })
    }
}
