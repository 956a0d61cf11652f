//! What a row of the table says of its command.

use crate::app::session::Stop;

use super::{Act, Call};

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
    /// What is moved and voted on.
    Motions,
    /// Elections to an office.
    Elections,
    /// What is promised and advised.
    Actions,
    /// Minutes, updates, declarations, questions.
    Formal,
    /// Business without the public.
    Private,
    /// Meetings to come.
    Plan,
    /// Mending what was recorded.
    Mend,
    /// What becomes of the minutes once the meeting is over.
    After,
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
            Self::Motions => "Motions and votes",
            Self::Elections => "Elections",
            Self::Actions => "Undertakings and recommendations",
            Self::Formal => "Formal business",
            Self::Private => "Private business",
            Self::Plan => "Meetings to come",
            Self::Mend => "Mending",
            Self::After => "After the meeting",
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
    /// Nothing more than the words that lead it, which are its value.
    Said,
}

impl Kind {
    /// Whether it takes the rest of the line as it is.
    pub(super) const fn takes_rest(self) -> bool {
        matches!(self, Self::Text | Self::Offer | Self::Update | Self::Line)
    }

    /// Whether it is one word.
    pub(super) const fn is_one_word(self) -> bool {
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
    pub(super) const fn after(self, leads: &'static [&'static str]) -> Self {
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

impl Spec {
    /// A command that makes sense always.
    pub(super) const fn always(
        area: Area,
        name: &'static str,
        args: &'static [Arg],
        [help, example]: [&'static str; 2],
        run: fn(&Call<'_>) -> Result<Act, Stop>,
    ) -> Self {
        Self { name, aliases: &[], area, context: Context::Any, args, help, example, run }
    }
}

impl std::fmt::Debug for Spec {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spec").field("name", &self.name).finish_non_exhaustive()
    }
}
