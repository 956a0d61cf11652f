//! Commands: what a clerk may ask the meeting to record.
//!
//! People, items and facts are named by their identities here; finding them from what was typed is done before.

mod course;
mod election;
mod private;
mod told;

use chrono::{DateTime, Utc};

use super::adoption::Adoption;
use super::agenda::{AgendaItem, Office, PlanEntry};
use super::event::{ItemState, Mode, Presence, Sitting};
use super::fact::{Content, Fate, Method, Motion, Move, Verb, Vote, Way};
use super::id::{FactId, ItemId, PartyId, PersonId, SeatId};
use super::people::Person;
use super::stage::Reached;

pub use course::Course;
pub use election::{Electing, Nomination};
pub use private::Private;
pub use told::{Choosing, Decided, Poll, Refusal, When};

/// Something to record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Says whether people are there, without a line in the minutes' text.
    Attendance {
        /// Who.
        people: Vec<PersonId>,
        /// What holds of them.
        to: Presence,
        /// Why, where said.
        because: Option<String>,
    },
    /// Everybody who holds a seat is present, but for those already accounted for.
    EverybodyPresent,
    /// Officers and others who usually attend are present.
    UsualPresent,
    /// Somebody fills a seat in its holder's place, or no longer does.
    Substitute {
        /// The seat.
        seat: SeatId,
        /// Who; nobody ends it.
        by: Option<PersonId>,
        /// Why, for somebody who is not on the body's list.
        because: Option<String>,
    },
    /// People arrive, leave or return while the meeting is on; the minutes say so.
    Movement {
        /// How.
        moved: Move,
        /// Who.
        people: Vec<PersonId>,
        /// The party they are, where they move as one.
        party: Option<PartyId>,
        /// How or for how long, where said, as it is printed: "in protest", "for the item".
        manner: Option<String>,
        /// Why, where said.
        because: Option<String>,
        /// The item that they leave for, and no longer.
        for_item: Option<ItemId>,
    },
    /// Says how somebody attends.
    Mode {
        /// Who.
        person: PersonId,
        /// How.
        to: Mode,
    },
    /// Adds somebody to the roll as present, or changes their entry.
    Person {
        /// Their entry; one with an empty key is given a new one.
        person: Person,
    },
    /// Says how many members of the public watch.
    Public {
        /// How many.
        count: u32,
    },
    /// Somebody takes the chair.
    Preside {
        /// Who.
        person: PersonId,
        /// The item that it is for; nothing means until somebody else does.
        during: Option<ItemId>,
    },
    /// Somebody gives up an office or their seat, or is removed from an office.
    GiveUp {
        /// Who.
        person: PersonId,
        /// The office; nothing means the seat.
        office: Option<Office>,
        /// Whether they were removed rather than resigned.
        removed: bool,
        /// Why, where said.
        because: Option<String>,
    },
    /// Somebody is co-opted to a seat that is vacant.
    CoOpt {
        /// Who.
        person: PersonId,
        /// The seat; nothing means the first that is vacant.
        seat: Option<SeatId>,
    },
    /// Somebody makes the declaration of acceptance of office.
    AcceptOffice {
        /// Who.
        person: PersonId,
        /// The office, where it is one.
        office: Option<Office>,
    },
    /// The meeting is called to order, adjourns, resumes, closes or is reopened.
    Sitting {
        /// What it does from now on.
        to: Sitting,
    },
    /// What happens in the course of the meeting beside the business itself.
    Course(Course),
    /// The room comes to an item.
    Go {
        /// Which.
        item: ItemId,
    },
    /// Adds an item.
    AddItem {
        /// The item; an empty key is replaced by a new one.
        item: Box<AgendaItem>,
        /// The item it goes after; nothing puts it at the end.
        after: Option<ItemId>,
    },
    /// Skips, defers or takes up an item.
    ItemState {
        /// Which.
        item: ItemId,
        /// What becomes of it.
        state: ItemState,
    },
    /// Changes an item's title.
    ItemTitle {
        /// Which.
        item: ItemId,
        /// Its title.
        title: String,
    },
    /// Records something under an item.
    Record {
        /// The item.
        item: ItemId,
        /// What.
        content: Content,
        /// When its typing began, in UTC, which decides its place beside decisions.
        started: Option<DateTime<Utc>>,
    },
    /// An election to an office goes on by a step.
    Election {
        /// The item.
        item: ItemId,
        /// The office.
        office: Office,
        /// The step.
        step: Electing,
    },
    /// Words are proposed for a decision; they are a draft until they are put.
    Draft {
        /// The item.
        item: ItemId,
        /// What the decision does.
        verb: Verb,
        /// The words, with verbs between asterisks.
        words: String,
    },
    /// The draft is put and agreed.
    Put {
        /// The item.
        item: ItemId,
        /// The draft; nothing means the item's latest one.
        draft: Option<FactId>,
        /// How.
        method: Method,
    },
    /// Something is decided as worded.
    Decide {
        /// The item.
        item: ItemId,
        /// What the decision does.
        verb: Verb,
        /// The words, with verbs between asterisks.
        words: String,
        /// How.
        method: Method,
    },
    /// Something is moved: a substantive or procedural motion, or an amendment.
    Propose {
        /// The item.
        item: ItemId,
        /// The motion, with its first wording.
        motion: Box<Motion>,
    },
    /// A motion is seconded.
    Second {
        /// Which.
        motion: FactId,
        /// By whom, where named.
        by: Option<PersonId>,
    },
    /// A motion is put into other words, with consent or because it was amended.
    Reword {
        /// Which.
        motion: FactId,
        /// Its words from now on.
        words: String,
    },
    /// A motion is withdrawn, lapses, falls or, being an amendment, is accepted; nothing is voted on.
    Dispose {
        /// Which.
        motion: FactId,
        /// What becomes of it.
        fate: Fate,
    },
    /// A motion is put one part after another.
    Divide {
        /// Which.
        motion: FactId,
        /// The words of each part.
        parts: Vec<String>,
    },
    /// A vote is taken on a motion, for the first time or again.
    Vote {
        /// Which.
        motion: FactId,
        /// The part that is put, from 0, where it is put in parts.
        part: Option<usize>,
        /// The vote.
        poll: Poll,
    },
    /// Whoever presides settles a tie.
    CastingVote {
        /// The motion.
        motion: FactId,
        /// The part that is put, from 0, where it is put in parts.
        part: Option<usize>,
        /// How the vote is given; abstaining leaves the motion lost.
        way: Way,
    },
    /// A member has their own vote recorded.
    OwnVote {
        /// The motion or decision.
        on: FactId,
        /// The vote.
        vote: Vote,
    },
    /// Something is decided by a vote on its words.
    DecideByVote {
        /// The item.
        item: ItemId,
        /// What the decision does.
        verb: Verb,
        /// The words, with verbs between asterisks.
        words: String,
        /// The vote.
        poll: Poll,
    },
    /// Motions are put against each other, so that one is chosen.
    Contest {
        /// The item.
        item: ItemId,
        /// The motions, in the order in which they are put.
        motions: Vec<FactId>,
    },
    /// A round between the motions of a contest is voted on.
    Choose {
        /// The contest.
        contest: FactId,
        /// The votes.
        choosing: Choosing,
    },
    /// Gives a reason for a decision, which prints with it.
    Reason {
        /// Which.
        id: FactId,
        /// Why.
        because: String,
    },
    /// Corrects a fact.
    Correct {
        /// Which.
        id: FactId,
        /// As it is from now on.
        content: Content,
    },
    /// Strikes a fact out.
    Strike {
        /// Which.
        id: FactId,
        /// Why.
        because: String,
    },
    /// Moves a fact.
    Shift {
        /// Which.
        id: FactId,
        /// To which item.
        item: ItemId,
        /// To which place among its facts, counted without the fact itself.
        index: usize,
    },
    /// Splits a point in two before a turn.
    Split {
        /// Which.
        id: FactId,
        /// The turn that begins the second point, from 1.
        turn: usize,
    },
    /// Joins a point to the one before it.
    Join {
        /// Which.
        id: FactId,
    },
    /// Changes the plan of meetings to come.
    Plan {
        /// The place of the entry, from 0; one past the end adds.
        index: usize,
        /// The entry; nothing takes it out.
        entry: Option<PlanEntry>,
    },
    /// Lets a finding stand.
    Overrule {
        /// Its name.
        name: String,
        /// What it is about.
        subject: String,
        /// Why.
        because: String,
    },
    /// Takes a change of the files over.
    Adopt(Box<Adoption>),
    /// The machine's clock jumped, or the program was not running.
    Clock {
        /// The last time before, in UTC.
        from: DateTime<Utc>,
        /// The first time after, in UTC.
        to: DateTime<Utc>,
    },
    /// Corrects when something happened.
    Retime {
        /// The entry that recorded it.
        entry: u64,
        /// When it happened in the room, in UTC.
        to: DateTime<Utc>,
    },
    /// Business without the public.
    Private(Private),
    /// The minutes reach a stage.
    Reach(Reached),
    /// Undoes the newest entry.
    Undo,
    /// Does the newest undone entry again.
    Redo,
}
