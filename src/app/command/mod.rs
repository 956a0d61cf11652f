//! The one table of commands: from it come dispatch, completion, the palette, help and the reference.
//!
//! A command is a row ([`Spec`]) with a function that looks at the session and says what is to be done ([`Act`]); it
//! changes nothing itself. Names are a public language: they are never renamed and never change meaning.

mod actions;
mod attendance;
mod complete;
mod course;
mod decisions;
mod discussion;
mod elections;
mod help;
mod lead_in;
mod mend;
mod minutes;
mod parse;
mod plan;
pub mod point;
mod screen;
#[cfg(test)]
mod tests;

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::app::session::{Request, Session, Stop};
use crate::app::{clock, people, refs};
use crate::meeting::command::{Command, Refusal, When};
use crate::meeting::fact::Section;
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::{Item, State};
use crate::problem::did_you_mean;

pub use complete::{Candidate, complete, mentions};
pub use help::{markdown, overview, page, usage};
pub(in crate::app) use minutes::topic_and_text;
pub use parse::{Values, parse};
pub use screen::PADS;

/// What part of the work a command belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// The course of the meeting.
    Course,
    /// Who is there.
    Attendance,
    /// What is said.
    Discussion,
    /// What is decided.
    Decisions,
    /// Elections to an office.
    Elections,
    /// What is promised and advised.
    Actions,
    /// Minutes, updates, declarations, questions.
    Formal,
    /// Meetings to come.
    Plan,
    /// Mending what was recorded.
    Mend,
    /// The screen and the program.
    Screen,
}

impl Area {
    /// Its name in help.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Course => "The course of the meeting",
            Self::Attendance => "Who is there",
            Self::Discussion => "What is said",
            Self::Decisions => "What is decided",
            Self::Elections => "Elections",
            Self::Actions => "Undertakings and recommendations",
            Self::Formal => "Formal business",
            Self::Plan => "Meetings to come",
            Self::Mend => "Mending",
            Self::Screen => "Screen and program",
        }
    }
}

/// Where a command makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Always.
    Any,
    /// While the meeting is open: sitting or adjourned.
    Open,
    /// Before it is called to order, and while adjourned or closed.
    NotSitting,
    /// Under an item for an election.
    Election,
    /// Under an item for the minutes of earlier meetings.
    Minutes,
    /// Under an item that reviews earlier actions.
    Review,
    /// Under an item for public questions.
    Questions,
}

/// What kind of thing an argument is: how it is read and what completes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One person.
    Person,
    /// People and parties, or one of these words.
    People(&'static [&'static str]),
    /// One item.
    Item,
    /// Items, with commas between them.
    Items,
    /// A fact, by its printed reference.
    Fact,
    /// A time of day.
    Time,
    /// A day.
    Date,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One word.
    Word,
    /// Some words, up to the next word that leads an argument. Quotation marks hide such words.
    Words,
    /// Everything to the end of the line, as typed.
    Text,
    /// The name of a ready-made decision, or text.
    Offer,
    /// A topic under review and what is said of it.
    Update,
    /// A command line.
    Line,
}

impl Kind {
    /// Whether it takes the rest of the line as it is.
    const fn takes_rest(self) -> bool {
        matches!(self, Self::Text | Self::Offer | Self::Update | Self::Line)
    }

    /// Whether it is one word.
    const fn is_one_word(self) -> bool {
        matches!(self, Self::Fact | Self::Time | Self::Choice(_) | Self::Word)
    }
}

/// One argument of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arg {
    /// Its name in help and in the code.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The words that lead it, the first of them in help; none where it stands at its place.
    pub leads: &'static [&'static str],
    /// Whether it must be there.
    pub needed: bool,
}

/// An argument that must be there.
pub(super) const fn need(name: &'static str, kind: Kind) -> Arg {
    Arg { name, kind, leads: &[], needed: true }
}

/// An argument that may be left out.
pub(super) const fn may(name: &'static str, kind: Kind) -> Arg {
    Arg { name, kind, leads: &[], needed: false }
}

impl Arg {
    const fn after(self, leads: &'static [&'static str]) -> Self {
        Self { leads, ..self }
    }
}

/// `because REASON`, which may be left out.
pub(super) const BECAUSE: Arg = may("REASON", Kind::Text).after(&["because"]);

/// One command.
#[derive(Clone, Copy)]
pub struct Spec {
    /// Its name, for ever.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// What part of the work it belongs to.
    pub area: Area,
    /// Where it makes sense.
    pub context: Context,
    /// Its arguments, in order.
    pub args: &'static [Arg],
    /// What it does, in one line.
    pub help: &'static str,
    /// An example, which works in the sample meeting.
    pub example: &'static str,
    /// What it comes to.
    pub run: fn(&Call<'_>) -> Result<Act, Stop>,
}

impl std::fmt::Debug for Spec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spec").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Every command, by area.
pub fn all() -> impl Iterator<Item = &'static Spec> {
    let areas: [&'static [Spec]; 10] = [
        course::COMMANDS,
        attendance::COMMANDS,
        discussion::COMMANDS,
        decisions::COMMANDS,
        elections::COMMANDS,
        actions::COMMANDS,
        minutes::COMMANDS,
        plan::COMMANDS,
        mend::COMMANDS,
        screen::COMMANDS,
    ];
    areas.into_iter().flatten()
}

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
    /// A command line to run in place of this one, and when.
    pub again: Option<(String, When)>,
}

impl Act {
    fn of(command: Command) -> Self {
        Self::all(vec![command])
    }

    fn all(commands: Vec<Command>) -> Self {
        Self { commands, ..Self::default() }
    }

    fn ask(request: Request) -> Self {
        Self { request: Some(request), ..Self::default() }
    }

    fn pen(pen: PenMove) -> Self {
        Self { pen: Some(pen), ..Self::default() }
    }

    fn notice(mut self, text: impl Into<String>) -> Self {
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
    fn state(&self) -> &'a State {
        self.session.state()
    }

    /// An argument as typed; empty where it is left out.
    fn text(&self, name: &str) -> &str {
        self.values.get(name).unwrap_or("")
    }

    fn some(&self, name: &str) -> Option<String> {
        self.values.get(name).map(str::to_owned)
    }

    fn person(&self, name: &str) -> Result<PersonId, Refusal> {
        people::person(self.state(), self.text(name))
    }

    fn some_person(&self, name: &str) -> Result<Option<PersonId>, Refusal> {
        self.values.get(name).map(|text| people::person(self.state(), text)).transpose()
    }

    fn people(&self, name: &str) -> Result<people::Who, Refusal> {
        people::people(self.state(), self.text(name))
    }

    fn item(&self, name: &str) -> Result<ItemId, Refusal> {
        refs::item(self.state(), self.text(name))
    }

    /// The item named, or else the room's.
    fn item_or_room(&self, name: &str) -> Result<ItemId, Refusal> {
        match self.values.get(name) {
            Some(text) => refs::item(self.state(), text),
            None => self.room(),
        }
    }

    fn fact(&self, name: &str) -> Result<FactId, Refusal> {
        refs::fact(self.state(), self.values.get(name).unwrap_or("last"), self.session.last())
    }

    fn room(&self) -> Result<ItemId, Refusal> {
        self.session.room().cloned().ok_or_else(no_item)
    }

    fn room_item(&self) -> Result<&'a Item, Refusal> {
        self.session.room().and_then(|id| self.state().item(id)).ok_or_else(no_item)
    }

    fn pen(&self) -> Result<ItemId, Refusal> {
        self.session.pen().item.clone().ok_or_else(no_item)
    }

    fn pen_item(&self) -> Result<&'a Item, Refusal> {
        self.session.pen().item.as_ref().and_then(|id| self.state().item(id)).ok_or_else(no_item)
    }

    /// A time of day as the moment of the day on which this is run.
    fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, Refusal> {
        let Some(text) = self.values.get(name) else { return Ok(None) };
        let time = clock::time(text).ok_or_else(|| not_a_time(text))?;
        let local = self.state().local(self.when.now).date_naive();
        clock::moment(self.state().body().zone, NaiveDateTime::new(local, time)).map(Some)
    }
}

fn no_item() -> Refusal {
    Refusal::new("The agenda has no items.", "Add one with “add-item”.")
}

fn not_a_time(text: &str) -> Refusal {
    Refusal::new(format!("“{text}” is not a time of day."), "Write it as 14:05 or 2.05pm.")
}

/// The command that a line names, by name, alias or unambiguous beginning, and the rest of the line.
///
/// # Errors
///
/// There is no such command, or the beginning fits several.
pub fn find(line: &str) -> Result<(&'static Spec, &str), Refusal> {
    let line = line.trim();
    let line = line.strip_prefix(':').unwrap_or(line).trim_start();
    if let Some(rest) = replacement(line) {
        return named("replace").map(|spec| (spec, rest)).ok_or_else(|| unknown("replace"));
    }
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let (name, rest) = line.split_at_checked(end).unwrap_or((line, ""));
    if name.is_empty() {
        return Err(Refusal::new("There is no command.", "Type one, or “help” to see them all."));
    }
    lookup(name).map(|spec| (spec, rest))
}

/// What follows the `s` of `s/old/new/`.
fn replacement(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('s')?;
    let mark = rest.chars().next()?;
    let ends = rest.chars().skip(1).any(|other| other == mark);
    (ends && mark.is_ascii_punctuation() && !matches!(mark, '-' | '_' | '"' | '\'')).then_some(rest)
}

/// The command of exactly this name or alias.
pub fn named(name: &str) -> Option<&'static Spec> {
    all().find(|spec| spec.name == name || spec.aliases.contains(&name))
}

fn lookup(name: &str) -> Result<&'static Spec, Refusal> {
    let name = name.to_lowercase();
    if let Some(spec) = named(&name) {
        return Ok(spec);
    }
    let begins = |spec: &&Spec| names(spec).any(|other| other.starts_with(&name));
    let found: Vec<&'static Spec> = all().filter(begins).collect();
    match found.as_slice() {
        [only] => Ok(only),
        [] => Err(unknown(&name)),
        several => {
            let names: Vec<&str> = several.iter().map(|spec| spec.name).collect();
            Err(Refusal::new(format!("“{name}” may be {}.", names.join(" or ")), "Type more of it."))
        }
    }
}

fn names(spec: &Spec) -> impl Iterator<Item = &'static str> + use<> {
    std::iter::once(spec.name).chain(spec.aliases.iter().copied())
}

fn unknown(name: &str) -> Refusal {
    let hint = did_you_mean(name, all().flat_map(names)).map_or_else(
        || "“help” lists the commands.".to_owned(),
        |near| format!("Did you mean “{near}”? “help” lists them all."),
    );
    Refusal::new(format!("There is no command “{name}”."), hint)
}
