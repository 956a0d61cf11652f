//! A meeting being run: where the pen is, and one way to do anything, which is to run a command line.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::app::command::{self, Act, Call, PenMove};
use crate::app::interests;
use crate::app::procedures::{self, Follow};
use crate::app::watch::{Watch, stays_private};
use crate::meeting::agenda::ItemKind;
use crate::meeting::command::{Command, Refusal, When};
use crate::meeting::event::{Entry, Event};
use crate::meeting::fact::{Audience, Content, Section};
use crate::meeting::id::{FactId, ItemId};
use crate::meeting::state::State;
use crate::meeting::{Meeting, event::Sitting};
use crate::minutes::style::Style;
use crate::text::clean_text;

/// The longest command line, in bytes. Longer ones are pasted books.
const LONGEST: usize = 64 * 1024;

/// Where the clerk writes, which need not be where the room is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pen {
    /// The item.
    pub item: Option<ItemId>,
    /// The list of the item that points go to.
    pub section: Section,
    /// The fact under the cursor: the newest one written, or one that the clerk went to.
    pub cursor: Option<FactId>,
    /// The item that the pen came from, for the way back.
    pub back: Option<ItemId>,
    /// Whether the pen stays where it is when the room moves on, as it does over a half-typed text.
    pub stays: bool,
}

/// A meeting, and who writes it down.
#[derive(Clone, Debug)]
pub struct Session {
    meeting: Meeting,
    style: Style,
    by: String,
    pen: Pen,
    pub(super) started: Option<DateTime<Utc>>,
}

/// What running a command line did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ran {
    /// What was recorded, applied already.
    pub entries: Vec<Entry>,
    /// What the clerk should know of it, a plain sentence each.
    pub notices: Vec<String>,
    /// What only the screen or the outside can do.
    pub request: Option<Request>,
}

/// Why a command line did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It cannot be recorded as it stands.
    Refused(Refusal),
    /// It needs an answer first.
    Ask(Question),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl std::fmt::Display for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusal) => write!(f, "{refusal}"),
            Self::Ask(question) => {
                write!(f, "{} Answer with “{}”.", question.text, question.lines().join("” or “"))
            }
        }
    }
}

/// A question that a command puts to the clerk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question, a sentence or two.
    pub text: String,
    /// What may be answered.
    pub answers: Vec<Answer>,
}

/// One answer to a question that a command puts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The command line that answers.
    pub line: String,
    /// What the screen calls it.
    pub shown: String,
}

impl Answer {
    /// An answer: the command line, and what the screen calls it.
    pub fn new(line: impl Into<String>, shown: impl Into<String>) -> Self {
        Self { line: line.into(), shown: shown.into() }
    }
}

impl Question {
    /// The command lines that answer it.
    pub fn lines(&self) -> Vec<&str> {
        self.answers.iter().map(|answer| answer.line.as_str()).collect()
    }
}

/// What only a screen or the outside can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Opens a pad by name.
    Pad(String),
    /// Shows the words of the decision large and calm, to be read to the room.
    ReadBack,
    /// Covers the screen.
    Cover,
    /// Shows help, of one command where it is named.
    Help(Option<String>),
    /// Shows every command, to choose from.
    Palette,
    /// Shows the minutes as they would be exported.
    Preview,
    /// Goes through the jottings one by one.
    WriteUp,
    /// Brings the words of a fact under the pen.
    Edit(FactId),
    /// Shows the closing list, and then closes.
    ClosingList,
    /// Shows the entries of the record.
    Log,
    /// Changes the theme.
    Theme(String),
    /// Writes exports, in the formats named; all usual ones where none is.
    Export(Vec<String>),
    /// Writes the next meeting's agenda, of a day or of the next one on the plan.
    NextAgenda(Option<NaiveDate>),
    /// Shows what was recorded for everybody since a time, in UTC, to be redacted.
    Redactions(DateTime<Utc>),
    /// Compares the files with the record and takes their changes over.
    Adopt,
    /// Compares the minutes with the draft in a file, of which somebody may have asked for what it does not sign.
    Compare(String, Option<String>),
    /// Begins a command line, to be gone on with.
    Begin(String),
    /// Suggests what may be meant by a word: the one named, or the nearest that is not known.
    Spell(Option<String>),
    /// Takes a word into the clerk's own list.
    Know(String),
    /// Ends the program; ends a script.
    Quit,
}

impl Request {
    /// Whether it reaches the outside, which a script does not: the file commands of the program do that.
    pub const fn is_outside(&self) -> bool {
        matches!(self, Self::Export(_) | Self::NextAgenda(_))
    }
}

impl Session {
    /// A session with a meeting as recorded so far, written down by `by`.
    pub fn new(meeting: Meeting, by: impl Into<String>) -> Self {
        let pen = Pen { item: None, section: Section::Paragraph, cursor: None, back: None, stays: false };
        let style = style_of(meeting.state());
        let mut session = Self { meeting, style, by: by.into(), pen, started: None };
        let item = session.state().room_item().or_else(|| session.state().top().get(0)).cloned();
        session.put_pen(item);
        session.pen.back = None;
        session
    }

    /// The meeting.
    pub fn meeting(&self) -> &Meeting {
        &self.meeting
    }

    /// The meeting as it stands.
    pub fn state(&self) -> &State {
        self.meeting.state()
    }

    /// The house style that the record holds.
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// Where the clerk writes.
    pub fn pen(&self) -> &Pen {
        &self.pen
    }

    /// Says whether the pen stays where it is when the room moves on.
    pub fn keep_pen(&mut self, stays: bool) {
        self.pen.stays = stays;
    }

    /// Puts the cursor on a fact, and the pen into its item.
    pub fn put_cursor(&mut self, id: FactId) {
        let Some(fact) = self.state().fact(id) else { return };
        let section = match &fact.content {
            Content::Point(point) => Some(point.section),
            _ => None,
        };
        self.put_pen(Some(fact.item.clone()));
        self.pen.cursor = Some(id);
        self.pen.section = section.unwrap_or(self.pen.section);
    }

    /// What “last” means: the fact under the cursor, or the newest one of the pen's item.
    pub fn last(&self) -> Option<FactId> {
        let live = |id: &FactId| self.state().content(*id).is_some();
        self.pen.cursor.filter(live).or_else(|| {
            let item = self.state().item(self.pen.item.as_ref()?)?;
            item.facts.largest(live).copied()
        })
    }

    /// Runs a command line. Nothing changes unless it succeeds; what it recorded is applied already.
    ///
    /// # Errors
    ///
    /// A refusal or a question, in words for the clerk.
    pub fn run(&mut self, line: &str, when: When) -> Result<Ran, Stop> {
        let started = self.started.take();
        if line.len() > LONGEST {
            let long = format!("The line is longer than {LONGEST} characters.");
            return Err(Refusal::new(long, "Record it in several parts.").into());
        }
        let line = clean_text(&command::with_cells(line)).text;
        self.run_clean(&line, when, started, None)
    }

    fn run_clean(
        &mut self,
        line: &str,
        when: When,
        started: Option<DateTime<Utc>>,
        asked: Option<String>,
    ) -> Result<Ran, Stop> {
        let (spec, rest) = command::find(line)?;
        let values = command::parse(spec, rest)?;
        let act = (spec.run)(&Call { session: self, when, values, started })?;
        let asked = act.asked.clone().or(asked);
        if let Some((line, when)) = act.again {
            return self.run_clean(&line, when, started, asked);
        }
        self.carry_out(act, when, asked)
    }

    fn carry_out(&mut self, act: Act, when: When, asked: Option<String>) -> Result<Ran, Stop> {
        let mut ran = Ran { entries: Vec::new(), notices: act.notices, request: act.request };
        let when = When { at: act.at.or(when.at), ..when };
        if !act.commands.is_empty() {
            let (entry, notices) = self.entry(&act.commands, when, asked)?;
            ran.notices.extend(notices);
            let before = Watch::of(self.state());
            let followed = self.follow();
            self.apply(&entry);
            if interests::reminds(&entry) {
                ran.notices.extend(interests::reminders(self.state()));
            }
            ran.notices.extend(before.notices(self.state()));
            ran.notices.extend(stays_private(self.state(), &entry));
            let follows = self.follow().filter(|follow| followed != Some(*follow));
            ran.notices.extend(follows.map(|follow| follow.say.to_owned()));
            ran.entries.push(entry);
        }
        if let Some(pen) = act.pen {
            self.move_pen(pen);
        }
        Ok(ran)
    }

    /// What was carried under the room's item asks for this.
    pub fn follow(&self) -> Option<Follow> {
        procedures::follow(self.state(), self.room()?)
    }

    /// Records a fact of the program itself, such as a jump of the clock.
    ///
    /// # Errors
    ///
    /// As the meeting refuses it.
    pub fn record(&mut self, command: &Command, when: When) -> Result<Ran, Refusal> {
        let (entry, notices) = self.entry(std::slice::from_ref(command), when, None)?;
        self.apply(&entry);
        Ok(Ran { entries: vec![entry], notices, request: None })
    }

    /// One entry for several commands that do not depend on one another.
    fn entry(&self, commands: &[Command], when: When, asked: Option<String>) -> Result<(Entry, Vec<String>), Refusal> {
        let (mut events, mut notices, mut room) = (Vec::new(), Vec::new(), Audience::Public);
        let mut recorded: BTreeMap<ItemId, Vec<usize>> = BTreeMap::new();
        for command in commands {
            let decided = self.meeting.decide(command, when)?;
            notices.extend(decided.notices);
            room = room.or(decided.audience);
            for mut event in decided.events {
                // Each was decided without the others, so a later place moves up by what now stands before it.
                if let Event::Recorded { item, index, .. } = &mut event {
                    let places = recorded.entry(item.clone()).or_default();
                    *index += places.iter().filter(|place| **place <= *index).count();
                    places.push(*index);
                }
                events.push(event);
            }
        }
        // What undoes or redoes an entry stands alone in its own.
        let alone = matches!(events.as_slice(), [Event::Undone { .. } | Event::Redone { .. }]);
        events.extend(asked.filter(|_| !alone).map(|by| Event::Asked { by }));
        Ok((self.meeting.entry_for(events, when, self.by(), room), notices))
    }

    /// Who writes: whoever the record was handed over to while the meeting is on, and otherwise who opened it.
    fn by(&self) -> &str {
        let over = self.state().sitting() == Sitting::Closed;
        self.state().clerk().filter(|_| !over).unwrap_or(&self.by)
    }

    fn apply(&mut self, entry: &Entry) {
        let room = self.state().room_item().cloned();
        self.meeting.apply(entry);
        let now = self.state().room_item().cloned();
        if now != room && now.is_some() && !self.pen.stays {
            self.put_pen(now);
        }
        if entry
            .public
            .iter()
            .any(|event| matches!(event, Event::Adopted(_) | Event::Undone { .. } | Event::Redone { .. }))
        {
            self.style = style_of(self.state());
        }
        self.settle_pen(entry);
    }

    /// Keeps the pen on something that exists, and on what was just written.
    fn settle_pen(&mut self, entry: &Entry) {
        if self.pen.item.as_ref().is_none_or(|item| self.state().item(item).is_none()) {
            let item = self.state().room_item().or_else(|| self.state().top().get(0)).cloned();
            self.put_pen(item);
        }
        let written = entry.events().filter_map(|(id, _, event)| match event {
            Event::Recorded { item, content, .. } if self.follows(item, content) => Some(id),
            Event::Changed { id, .. } if self.at_pen(*id) => Some(*id),
            _ => None,
        });
        let written = written.last();
        self.pen.cursor = written.or(self.pen.cursor).filter(|id| self.state().content(*id).is_some());
    }

    fn follows(&self, item: &ItemId, content: &Content) -> bool {
        self.pen.item.as_ref() == Some(item)
            && !matches!(content, Content::Note(_) | Content::Mark(_) | Content::LeadIn(_) | Content::Movement(_))
    }

    fn at_pen(&self, id: FactId) -> bool {
        self.state().fact(id).is_some_and(|fact| Some(&fact.item) == self.pen.item.as_ref())
    }

    fn move_pen(&mut self, to: PenMove) {
        match to {
            PenMove::Item(item) => self.put_pen(Some(item)),
            PenMove::Section(section) => self.pen.section = section,
            PenMove::Up => self.step(true),
            PenMove::Down => self.step(false),
            PenMove::Back => {
                let item = self.pen.back.clone();
                self.put_pen(item);
            }
        }
    }

    /// Moves the cursor to the fact before or after in the minutes of the pen's item. Behind the last fact is the end,
    /// where the next point goes.
    fn step(&mut self, up: bool) {
        let Some(item) = self.pen.item.as_ref().and_then(|id| self.state().item(id)) else { return };
        let place = self.pen.cursor.and_then(|id| item.facts.position(&id));
        let live = |id: &&FactId| self.state().content(**id).is_some();
        let to = match (place, up) {
            (None, true) => item.facts.range(0..item.facts.len()).rev().find(live),
            (None, false) => None,
            (Some(place), true) => item.facts.range(0..place).rev().find(live),
            (Some(place), false) => item.facts.range(place + 1..item.facts.len()).find(live),
        };
        if let Some(id) = to.copied() {
            self.put_cursor(id);
        }
    }

    /// Puts the pen into an item, if it is not there already.
    pub(in crate::app) fn put_pen(&mut self, item: Option<ItemId>) {
        if item.is_none() || item == self.pen.item {
            return;
        }
        self.pen.section = item.as_ref().map_or(Section::Paragraph, |item| self.home_section(item));
        self.pen.back = std::mem::replace(&mut self.pen.item, item);
        self.pen.cursor = None;
    }

    /// The list that points of an item usually go to: the discussion of a report, paragraphs elsewhere.
    fn home_section(&self, item: &ItemId) -> Section {
        match self.state().item(item).map(|item| &item.agenda.kind) {
            Some(ItemKind::Report) => Section::Discussion,
            _ => Section::Paragraph,
        }
    }

    /// The item that decisions and other acts of the room belong to: the room's, or the pen's once the meeting is
    /// over or where it has not begun.
    pub fn room(&self) -> Option<&ItemId> {
        let over = self.state().sitting() == Sitting::Closed;
        self.state().room_item().filter(|_| !over).or(self.pen.item.as_ref())
    }
}

/// The style was checked when the record began; whatever is unclear in it now falls back to the default.
fn style_of(state: &State) -> Style {
    Style::read("house style", state.style()).0
}

#[cfg(test)]
mod tests;
