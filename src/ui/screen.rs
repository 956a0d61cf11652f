//! What the screen is drawn from: borrowed plain data, so that drawing can change nothing and needs nobody's secrets.

use chrono::DateTime;
use chrono_tz::Tz;
use ratatui_textarea::{DataCursor, TextArea};

use crate::app::view::{Cover, Hint, Notice, PadView, PageView, Prompt};
use crate::meeting::event::Sitting;
use crate::meeting::id::{FactId, ItemId, PersonId};
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::spelling::Speller;

/// Everything that is on the screen while a meeting is open.
#[derive(Clone, Copy)]
pub struct Screen<'a> {
    /// The meeting.
    pub state: &'a State,
    /// The house style, as read from the record.
    pub style: &'a Style,
    /// The time on the room's clock, in the body's zone.
    pub now: DateTime<Tz>,
    /// Whether the disk has everything.
    pub saved: Saved,
    /// What must not be overlooked, across the screen: a record that was moved, one that is read only.
    pub banner: Option<&'a str>,
    /// Where the clerk writes.
    pub pen: Pen<'a>,
    /// Members with an interest in the item that the room is at, each with what follows from it in a few words.
    pub interests: &'a [(PersonId, &'static str)],
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

impl<'a> Screen<'a> {
    /// The item that the room is at; none once the meeting has closed, and its minutes are worked on.
    pub(super) fn room(&self) -> Option<&'a ItemId> {
        self.state.room_item().filter(|_| self.state.sitting() != Sitting::Closed)
    }
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
#[derive(Clone, Copy)]
pub struct Pen<'a> {
    /// The item; none before one is chosen.
    pub item: Option<&'a ItemId>,
    /// Where among the item's facts the text being typed will go: before the one at this index.
    pub place: usize,
    /// The fact that commands about "this point" mean.
    pub fact: Option<FactId>,
    /// The key that takes the pen to the room, as it is shown.
    pub follow: Option<&'a str>,
    /// What is being typed.
    pub typing: Typing<'a>,
}

/// Text in the making.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typing<'a> {
    /// What it will be, where that needs saying: "editing 9(3)".
    pub label: &'a str,
    /// Its lines.
    pub lines: &'a [String],
    /// The cursor: line, and characters from its start.
    pub cursor: (usize, usize),
    /// What is selected, from the first to behind the last, each as the cursor is given.
    pub selected: Option<((usize, usize), (usize, usize))>,
    /// Phrases that the body takes for undertakings; the program's own where there are none.
    pub undertakings: &'a [String],
    /// What is known of words, to mark the others; here and in the minutes around.
    pub speller: Option<&'a Speller>,
}

impl<'a> From<&'a TextArea<'_>> for Typing<'a> {
    fn from(area: &'a TextArea<'_>) -> Self {
        let DataCursor(line, column) = area.cursor();
        let (lines, selected) = (area.lines(), area.selection_range());
        Self { lines, cursor: (line, column), selected, ..Self::default() }
    }
}
