//! Events: what entries are made of.

mod entry;
mod presence;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::adoption::{Adoption, Stated};
use super::agenda::{Agenda, AgendaItem, Office, Paper, PlanEntry};
use super::body::Body;
use super::fact::{Audience, Content, Restricted};
use super::id::{FactId, ItemId, PersonId, SeatId};
use super::people::Person;
use super::stage::Reached;
use super::timeline::Moment;

pub use super::became::ItemState;
pub use entry::Entry;
pub use presence::{Mode, Presence};

/// The number of the record's format. A record with a higher one was made by a newer release.
pub const FORMAT: u32 = 1;

/// Whether the meeting sits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sitting {
    /// It has not been called to order.
    #[default]
    #[serde(rename = "before")]
    Before,
    /// It sits.
    #[serde(rename = "sitting")]
    Sitting,
    /// It has adjourned and will go on.
    #[serde(rename = "adjourned")]
    Adjourned,
    /// It has closed.
    #[serde(rename = "closed")]
    Closed,
}

/// Something that holds from a moment on. Each variant is a timeline of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what")]
pub enum Turning {
    /// Somebody's presence.
    #[serde(rename = "presence")]
    Presence {
        /// Who.
        person: PersonId,
        /// What holds from now on.
        to: Presence,
        /// Why, where said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// How somebody attends.
    #[serde(rename = "mode")]
    Mode {
        /// Who.
        person: PersonId,
        /// How.
        to: Mode,
    },
    /// Who fills a seat in its holder's place.
    #[serde(rename = "substitute")]
    Substitute {
        /// The seat.
        seat: SeatId,
        /// The substitute; nobody means its holder.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        /// Why, where a reason is needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// Who presides.
    #[serde(rename = "presiding")]
    Presiding {
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// The item that it is for, after which the chair goes back to whoever presided before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        during: Option<ItemId>,
    },
    /// Who holds an office.
    #[serde(rename = "office")]
    Office {
        /// The office.
        office: Office,
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
    },
    /// How many members of the public watch.
    #[serde(rename = "public")]
    Public {
        /// How many.
        count: u32,
    },
    /// Whether the room is open to the public.
    #[serde(rename = "room")]
    Room {
        /// Who may be there.
        to: Audience,
    },
    /// Whether the meeting sits.
    #[serde(rename = "sitting")]
    Sitting {
        /// What it does from now on.
        to: Sitting,
    },
    /// Which item the room is at.
    #[serde(rename = "item")]
    Item {
        /// The item; none between items.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
    },
    /// When the meeting must end, which the meeting itself has put later than its rules say.
    #[serde(rename = "finish")]
    Finish {
        /// When, in UTC.
        to: DateTime<Utc>,
    },
    /// Who writes the meeting down.
    #[serde(rename = "clerk")]
    Clerk {
        /// Their name or initials, which the entries after this one bear.
        name: String,
    },
}

/// One thing that an entry records. Applying it never fails, whatever the state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind")]
pub enum Event {
    /// The record begins. Only in entry 1.
    #[serde(rename = "opened")]
    Opened(Box<Opened>),
    /// The body's or agenda's files changed since, and the record takes the change over.
    #[serde(rename = "adopt")]
    Adopted(Box<Adoption>),
    /// Something holds from a moment on.
    #[serde(rename = "turned")]
    Turned {
        /// From when.
        at: Moment,
        /// What.
        #[serde(flatten)]
        turning: Turning,
    },
    /// Somebody is added to the roll, or their entry is changed.
    #[serde(rename = "person")]
    Person {
        /// Their entry in full.
        person: Person,
    },
    /// A seat is given to somebody, or falls vacant.
    #[serde(rename = "seated")]
    Seated {
        /// The seat.
        seat: SeatId,
        /// Who holds it from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holder: Option<PersonId>,
    },
    /// An item is added.
    #[serde(rename = "item-added")]
    ItemAdded {
        /// The item.
        item: Box<AgendaItem>,
        /// The item it stands below, where it is part of one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<ItemId>,
        /// Its place among its neighbours, from 0.
        index: usize,
    },
    /// An item is skipped, deferred or taken up again.
    #[serde(rename = "item-state")]
    ItemState {
        /// The item.
        item: ItemId,
        /// What became of it.
        #[serde(flatten)]
        state: ItemState,
    },
    /// An item's title is changed.
    #[serde(rename = "item-title")]
    ItemTitle {
        /// The item.
        item: ItemId,
        /// Its title from now on.
        title: String,
    },
    /// What is known of an item's paper is changed.
    #[serde(rename = "item-paper")]
    ItemPaper {
        /// The item.
        item: ItemId,
        /// The paper from now on.
        paper: Box<Paper>,
    },
    /// A fact is recorded under an item. Its identity is the entry's number and the event's place in it.
    #[serde(rename = "recorded")]
    Recorded {
        /// The item.
        item: ItemId,
        /// Its place among the item's facts, from 0.
        index: usize,
        /// The fact.
        #[serde(flatten)]
        content: Content,
    },
    /// A fact is corrected.
    #[serde(rename = "changed")]
    Changed {
        /// Which.
        id: FactId,
        /// As it is from now on.
        #[serde(flatten)]
        content: Content,
    },
    /// A fact is moved.
    #[serde(rename = "moved")]
    Moved {
        /// Which.
        id: FactId,
        /// To which item.
        item: ItemId,
        /// To which place among its facts, from 0, counted without the fact itself.
        index: usize,
    },
    /// A fact is struck out. It stays in the record.
    #[serde(rename = "struck")]
    Struck {
        /// Which.
        id: FactId,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        because: String,
    },
    /// The plan of meetings to come is changed.
    #[serde(rename = "plan")]
    Plan {
        /// The place of the entry, from 0; one past the end adds.
        index: usize,
        /// The entry from now on; nothing takes it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<PlanEntry>,
    },
    /// A finding is overruled.
    #[serde(rename = "overruled")]
    Overruled {
        /// Its name.
        name: String,
        /// What it is about, as the finding names it.
        subject: String,
        /// Why it may stand.
        because: String,
    },
    /// The machine's clock jumped, or the program was not running, for over a minute.
    #[serde(rename = "clock")]
    Clock {
        /// The last time before.
        from: DateTime<Utc>,
        /// The first time after.
        to: DateTime<Utc>,
    },
    /// What an entry recorded happened at another time than it says.
    #[serde(rename = "retimed")]
    Retimed {
        /// Which entry. All that holds from a moment on, and every fact of that entry, takes the new moment.
        entry: u64,
        /// When it happened in the room.
        at: Moment,
    },
    /// What everybody may read of a decision or undertaking of the private part. It has no number among the events of
    /// its entry and stands after those that have.
    #[serde(rename = "stub")]
    Stub {
        /// What it stands for.
        of: FactId,
        /// The item.
        item: ItemId,
        /// What that is.
        what: Restricted,
        /// The title typed for it, if any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        /// Whether it stands no longer, since what it stands for was struck out.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        withdrawn: bool,
    },
    /// What the private part made of a fact that everybody heard is worded for everybody.
    #[serde(rename = "published")]
    Published {
        /// Which.
        id: FactId,
        /// As everybody reads it from now on.
        #[serde(flatten)]
        content: Content,
    },
    /// An item whose title is private is given one that everybody may read.
    #[serde(rename = "public-title")]
    PublicTitle {
        /// The item.
        item: ItemId,
        /// The title.
        title: String,
    },
    /// Words that were public by mistake are taken out of the public record.
    #[serde(rename = "redacted")]
    Redacted {
        /// The events, each by its entry and its place there.
        events: Vec<FactId>,
        /// Why, in words that everybody may read.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        because: String,
        /// What becomes of the record as it was.
        old: Old,
    },
    /// Stands in the public record where an event was that is redacted.
    #[serde(rename = "withheld")]
    Withheld {
        /// The event, where the private file is at hand. Never written here.
        #[serde(skip)]
        event: Option<Box<Event>>,
    },
    /// An event that was redacted, kept in the private file.
    #[serde(rename = "kept")]
    Kept {
        /// Where it stood.
        id: FactId,
        /// The event.
        event: Box<Event>,
    },
    /// What a fact's entry turned on a timeline is corrected: taken out, and put right at the same moment. Only presence,
    /// the chair and offices follow from facts.
    #[serde(rename = "turned-anew")]
    TurnedAnew {
        /// The fact.
        id: FactId,
        /// The moment of what takes the place.
        at: Moment,
        /// Whether nothing takes the place: then only which timeline it is counts of the turning.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        withdrawn: bool,
        /// What holds instead.
        #[serde(flatten)]
        turning: Turning,
    },
    /// The minutes reached a stage. It has no number among the events of its entry.
    #[serde(rename = "minutes")]
    Stage {
        /// Which.
        #[serde(flatten)]
        reached: Reached,
    },
    /// Who asked for what the entry records, where that is not whoever records it. It has no number among the events of
    /// its entry.
    #[serde(rename = "asked")]
    Asked {
        /// Their name, as it was given.
        by: String,
    },
    /// An entry is undone.
    #[serde(rename = "undone")]
    Undone {
        /// Which.
        entry: u64,
    },
    /// An undone entry is done again.
    #[serde(rename = "redone")]
    Redone {
        /// Which.
        entry: u64,
    },
}

/// What becomes of a record from which words are redacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Old {
    /// It is kept as it was, for its owner only.
    #[serde(rename = "kept")]
    Kept,
    /// Nothing of it is kept but the redacted words in the private file.
    #[serde(rename = "disposed")]
    Disposed,
}

/// Everything a record needs to be read by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The record's format.
    pub format: u32,
    /// The release that began it, for people.
    pub program: String,
    /// The body, with what the agenda overrides or adds.
    pub body: Body,
    /// The agenda.
    pub agenda: Agenda,
    /// The house style, as text of a style file.
    pub style: String,
    /// Whether this is a rehearsal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// What the files said themselves; nothing in records from before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
}
