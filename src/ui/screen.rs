//! What the screen is drawn from: borrowed plain data, so that drawing can change nothing and needs nobody's secrets.

use std::ops::Range;

use chrono::DateTime;
use chrono_tz::Tz;

use crate::app::view::{Cover, Hint, Notice, PadView, PageView, Prompt};
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::State;

/// Everything that is on the screen while a meeting is open.
pub struct Screen<'a> {
    /// The meeting.
    pub state: &'a State,
    /// The time on the room's clock, in the body's zone.
    pub now: DateTime<Tz>,
    /// Whether the disk has everything.
    pub saved: Saved,
    /// What must not be overlooked, across the screen: a record that was moved, one that is read only.
    pub banner: Option<&'a str>,
    /// Where the clerk writes.
    pub pen: Pen<'a>,
    /// Members with an interest in the item that the room is at.
    pub interests: &'a [PersonId],
    /// How many findings there are.
    pub findings: usize,
    /// The findings to be shown where there is room, each a plain sentence, most urgent first.
    pub margin: &'a [&'a str],
    /// News for the clerk.
    pub notice: Option<&'a Notice>,
    /// The command line, while one is typed.
    pub command: Option<&'a Prompt>,
    /// What keys do at present, most useful first.
    pub hints: &'a [Hint],
    /// A pad over the minutes.
    pub pad: Option<&'a PadView>,
    /// A page to read over the minutes.
    pub page: Option<&'a PageView>,
    /// What covers everything.
    pub cover: Option<&'a Cover>,
}

/// Whether the disk has everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It has, up to this entry.
    Upto(u64),
    /// So many entries are on their way.
    Waiting(usize),
    /// Nothing reaches it any more.
    Failing,
}

/// Where the clerk writes.
pub struct Pen<'a> {
    /// The item; none before one is chosen.
    pub item: Option<&'a ItemId>,
    /// The fact that commands about "this point" mean.
    pub fact: Option<FactId>,
    /// The key that takes the pen to the room, as it is shown.
    pub follow: Option<&'a str>,
    /// The minutes around the pen.
    pub minutes: &'a dyn Passages,
    /// What is being typed.
    pub typing: Typing<'a>,
}

/// Text in the making.
#[derive(Clone, Debug, Default)]
pub struct Typing<'a> {
    /// What it will be, where that needs saying: "editing 9(3)".
    pub label: &'a str,
    /// Its lines.
    pub lines: &'a [String],
    /// The cursor: line, and characters from its start.
    pub cursor: (usize, usize),
    /// What is selected, from the first to behind the last, each as the cursor is given.
    pub selected: Option<((usize, usize), (usize, usize))>,
    /// Phrases that sound like an undertaking: line, and bytes in it.
    pub undertakings: &'a [(usize, Range<usize>)],
}

/// The minutes of the pen's item, outward from where the text being typed will go.
pub trait Passages {
    /// What stands before that place, the nearest first.
    fn above(&self) -> Box<dyn Iterator<Item = Passage> + '_>;
    /// What stands after it, the nearest first.
    fn below(&self) -> Box<dyn Iterator<Item = Passage> + '_>;
}

/// One paragraph of the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// What it is.
    pub kind: Kind,
    /// What stands before its first line, with the other lines indented to match: "3)".
    pub label: String,
    /// Its words.
    pub runs: Vec<Run>,
    /// The fact it prints.
    pub fact: Option<FactId>,
    /// What is known of it and not printed with it, such as an undertaking it holds; shown dimly below.
    pub asides: Vec<String>,
}

/// What a paragraph of the minutes is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A sentence or several.
    #[default]
    Paragraph,
    /// A heading.
    Heading,
    /// A point of a list.
    Point,
    /// A point to be written up.
    Jotting,
    /// Words of a decision.
    Decision,
    /// People came or left.
    Movement,
    /// A row of a table.
    Cells,
    /// A note to oneself, which is never printed.
    Note,
}

/// Words of a paragraph that look alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// How words of a paragraph look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the paragraph does.
    #[default]
    Plain,
    /// Set apart.
    Strong,
    /// A speaker who has yet to be named.
    Unknown,
}
