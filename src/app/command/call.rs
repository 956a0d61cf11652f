//! A command being run: what it looks at, and what it wants done.

use chrono::{DateTime, NaiveTime, Utc};

use crate::app::session::{Request, Session};
use crate::app::{clock, people, refs};
use crate::meeting::agenda::ItemKind;
use crate::meeting::command::{Command, Refusal, When};
use crate::meeting::fact::Section;
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::{Item, State};

use super::Values;

/// What a command wants done.
#[derive(Clone, Debug, Default)]
pub struct Act {
    /// What to record, as one entry.
    pub commands: Vec<Command>,
    /// Where the pen goes.
    pub pen: Option<PenMove>,
    /// What only the screen or the outside can do.
    pub request: Option<Request>,
    /// What the clerk should know, a sentence each.
    pub notices: Vec<String>,
    /// When it happened, where the command says so, in UTC.
    pub at: Option<DateTime<Utc>>,
    /// Who asked for what is recorded, where that is not whoever records it.
    pub asked: Option<String>,
    /// A command line to run in place of this one, and when.
    pub again: Option<(String, When)>,
}

impl Act {
    pub(super) fn of(command: Command) -> Self {
        Self::all(vec![command])
    }

    pub(super) fn all(commands: Vec<Command>) -> Self {
        Self { commands, ..Self::default() }
    }

    pub(super) fn ask(request: Request) -> Self {
        Self { request: Some(request), ..Self::default() }
    }

    pub(super) fn pen(pen: PenMove) -> Self {
        Self { pen: Some(pen), ..Self::default() }
    }

    pub(super) fn notice(mut self, text: impl Into<String>) -> Self {
        self.notices.push(text.into());
        self
    }
}

/// Where the pen goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PenMove {
    /// To an item.
    Item(ItemId),
    /// To a list of its item.
    Section(Section),
    /// To the item it came from.
    Back,
    /// To the fact before.
    Up,
    /// To the fact after.
    Down,
}

/// A command line being run.
#[derive(Debug)]
pub struct Call<'a> {
    /// The session, to look at.
    pub session: &'a Session,
    /// When it is run.
    pub when: When,
    /// Its arguments as typed.
    pub values: Values,
    /// When the typing of its text began, in UTC.
    pub started: Option<DateTime<Utc>>,
}

impl<'a> Call<'a> {
    pub(super) fn state(&self) -> &'a State {
        self.session.state()
    }

    /// An argument as typed; empty where it is left out.
    pub(super) fn text(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or("")
    }

    pub(super) fn some(&self, name: &str) -> Option<String> {
        self.values.get(name).map(str::to_owned)
    }

    pub(super) fn person(&self, name: &str) -> Result<PersonId, Refusal> {
        people::person(self.state(), self.text(name))
    }

    pub(super) fn some_person(&self, name: &str) -> Result<Option<PersonId>, Refusal> {
        self.values.get(name).map(|text| people::person(self.state(), text)).transpose()
    }

    pub(super) fn people(&self, name: &str) -> Result<people::Who, Refusal> {
        people::people(self.state(), self.text(name))
    }

    pub(super) fn item(&self, name: &str) -> Result<ItemId, Refusal> {
        refs::item(self.state(), self.text(name))
    }

    /// The item named, or else the room's.
    pub(super) fn item_or_room(&self, name: &str) -> Result<ItemId, Refusal> {
        match self.values.get(name) {
            Some(text) => refs::item(self.state(), text),
            None => self.room(),
        }
    }

    pub(super) fn fact(&self, name: &str) -> Result<FactId, Refusal> {
        refs::fact(self.state(), self.values.get(name).unwrap_or("last"), self.session.last())
    }

    pub(super) fn room(&self) -> Result<ItemId, Refusal> {
        self.session.room().cloned().ok_or_else(no_item)
    }

    pub(super) fn room_item(&self) -> Result<&'a Item, Refusal> {
        self.session.room().and_then(|id| self.state().item(id)).ok_or_else(no_item)
    }

    pub(super) fn pen(&self) -> Result<ItemId, Refusal> {
        self.session.pen().item.clone().ok_or_else(no_item)
    }

    pub(super) fn pen_item(&self) -> Result<&'a Item, Refusal> {
        self.session.pen().item.as_ref().and_then(|id| self.state().item(id)).ok_or_else(no_item)
    }

    /// The pen's item where it is of the kind that is meant, else the room's where that is, else the pen's all the same.
    pub(super) fn item_for(&self, meant: fn(&ItemKind) -> bool) -> Result<&'a Item, Refusal> {
        let pen = self.pen_item()?;
        let room = self.room_item().ok().filter(|room| meant(&room.agenda.kind) && !meant(&pen.agenda.kind));
        Ok(room.unwrap_or(pen))
    }

    /// A time of day as that of the meeting at which something happened.
    pub(super) fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, Refusal> {
        self.time_of(name, None)
    }

    /// The same, at which something happened that an entry records.
    pub(super) fn time_of(&self, name: &str, entry: Option<u64>) -> Result<Option<DateTime<Utc>>, Refusal> {
        let time = self.time_of_day(name)?;
        time.map(|time| clock::in_the_meeting(self.state(), time, entry, self.when.now)).transpose()
    }

    /// A time of day as the last such time, whenever the meeting sat.
    pub(super) fn time_just_now(&self, name: &str) -> Result<Option<DateTime<Utc>>, Refusal> {
        self.time_of_day(name)?.map(|time| clock::just_now(self.state(), time, self.when.now)).transpose()
    }

    /// A time of day that is still to come.
    pub(super) fn time_to_come(&self, name: &str) -> Result<Option<DateTime<Utc>>, Refusal> {
        self.time_of_day(name)?.map(|time| clock::to_come(self.state(), time, self.when)).transpose()
    }

    fn time_of_day(&self, name: &str) -> Result<Option<NaiveTime>, Refusal> {
        let read = |text| clock::time(text).ok_or_else(|| not_a_time(text));
        self.values.get(name).map(read).transpose()
    }
}

fn no_item() -> Refusal {
    Refusal::new("The agenda has no items.", "Add one with “add-item”.")
}

fn not_a_time(text: &str) -> Refusal {
    Refusal::new(format!("“{text}” is not a time of day."), "Write it as 14:05 or 2.05pm.")
}
