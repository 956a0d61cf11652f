//! What is recorded under an item: points, decisions, declarations, promises and the rest.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::agenda::Office;
use super::id::{FactId, ItemId, PartyId, PersonId};

/// Who may read a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// Everybody.
    #[default]
    #[serde(rename = "public")]
    Public,
    /// Only those entitled to private business; kept in the private file.
    #[serde(rename = "private")]
    Private,
}

/// A recorded fact, with its place and its standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its identity.
    pub id: FactId,
    /// The item it stands under.
    pub item: ItemId,
    /// Who may read it.
    pub audience: Audience,
    /// When it happened in the room.
    pub when: DateTime<Utc>,
    /// Whether it was recorded after the meeting had closed.
    pub after_meeting: bool,
    /// Why it was struck out, if it was.
    pub struck: Option<String>,
    /// What was recorded.
    pub content: Content,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact")]
pub enum Content {
    /// Something said, by one speaker or several in turn.
    #[serde(rename = "point")]
    Point(Point),
    /// The sentence that opens a list of highlights or a discussion.
    #[serde(rename = "lead-in")]
    LeadIn(LeadIn),
    /// People came, left or returned.
    #[serde(rename = "movement")]
    Movement(Movement),
    /// There was nothing to record under the item.
    #[serde(rename = "nil")]
    Nil,
    /// An interest was declared.
    #[serde(rename = "declaration")]
    Declaration(Declaration),
    /// Minutes of an earlier meeting were dealt with.
    #[serde(rename = "minutes")]
    Minutes(MinutesOutcome),
    /// An earlier action was reported on.
    #[serde(rename = "update")]
    Update(Update),
    /// A member of the public asked or stated something.
    #[serde(rename = "question")]
    Question(PublicQuestion),
    /// Something was moved.
    #[serde(rename = "motion")]
    Motion(Motion),
    /// Somebody was elected to an office.
    #[serde(rename = "election")]
    Election(Election),
    /// Something was decided, or is about to be.
    #[serde(rename = "decision")]
    Decision(Decision),
    /// Somebody promised something.
    #[serde(rename = "action")]
    Action(Action),
    /// The body recommended something to somebody else.
    #[serde(rename = "recommendation")]
    Recommendation(Recommendation),
    /// A moment to be named later. Never printed.
    #[serde(rename = "mark")]
    Mark(TimeMark),
    /// A note to oneself. Always private, never printed.
    #[serde(rename = "note")]
    Note(Note),
}

/// Which list of an item a point stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Section {
    /// A paragraph of its own, unnumbered.
    #[default]
    #[serde(rename = "paragraph")]
    Paragraph,
    /// What the presenter highlighted.
    #[serde(rename = "highlights")]
    Highlights,
    /// Comments, questions and answers.
    #[serde(rename = "discussion")]
    Discussion,
    /// A remark between two items, after what the item decided.
    #[serde(rename = "remark")]
    Remark,
}

/// Who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", content = "who")]
pub enum Speaker {
    /// Nobody is named: the text is a sentence of its own.
    #[default]
    #[serde(rename = "none")]
    None,
    /// Somebody whom the clerk did not recognise; the closing list asks.
    #[serde(rename = "unknown")]
    Unknown,
    /// A person on the roll.
    #[serde(rename = "person")]
    Person(PersonId),
    /// People who answer together.
    #[serde(rename = "party")]
    Party(PartyId),
    /// The body as a whole: "The Panel asked".
    #[serde(rename = "body")]
    Body,
}

/// One speaker's part of a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// Who speaks.
    #[serde(flatten)]
    pub speaker: Speaker,
    /// What follows the speaker's name: "asked whether ...".
    pub text: String,
}

/// Something said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The list it stands in.
    #[serde(default)]
    pub section: Section,
    /// Its topic, set apart before the text: "Youth Fund".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Who said what, in turn.
    pub turns: Vec<Turn>,
    /// Whether it is still a jotting, to be written up.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub jotting: bool,
    /// What the jotting was, once it is written up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jotted: Option<String>,
}

/// The sentence that opens a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadIn {
    /// Which list.
    pub section: Section,
    /// Who highlights, or who answers.
    #[serde(default)]
    pub by: Speaker,
}

/// How people moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// They came after the meeting had begun.
    #[serde(rename = "arrived")]
    Arrived,
    /// They left.
    #[serde(rename = "left")]
    Left,
    /// They came back.
    #[serde(rename = "returned")]
    Returned,
}

/// People came, left or returned, at a point in the business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// How.
    pub moved: Move,
    /// Each of them.
    pub people: Vec<PersonId>,
    /// The party they are, where they moved as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Why, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// An interest declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// By whom.
    pub person: PersonId,
    /// In which items; none means in the business as a whole.
    #[serde(default)]
    pub items: Vec<ItemId>,
    /// Its kind, in the body's own words: "disclosable pecuniary".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Its nature; nothing where it is sensitive (Localism Act 2011, section 32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
}

/// A correction of earlier minutes, by citation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Where: "Paragraph 5, first line".
    pub cite: String,
    /// What: `deletion of the words "..."`.
    pub change: String,
}

/// What became of a set of minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome")]
pub enum Accuracy {
    /// Agreed as they stood.
    #[serde(rename = "agreed")]
    Agreed,
    /// Agreed subject to amendments.
    #[serde(rename = "amended")]
    Amended {
        /// The amendments, in order.
        amendments: Vec<Amendment>,
    },
    /// Put off.
    #[serde(rename = "deferred")]
    Deferred {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
}

/// Minutes of an earlier meeting were dealt with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesOutcome {
    /// The date of that meeting.
    pub set: NaiveDate,
    /// What became of them.
    #[serde(flatten)]
    pub accuracy: Accuracy,
}

/// Where an action stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// Nothing is known yet.
    #[default]
    #[serde(rename = "open")]
    Open,
    /// It is being done.
    #[serde(rename = "in-hand")]
    InHand,
    /// It is too early to say.
    #[serde(rename = "too-early")]
    TooEarly,
    /// It is done.
    #[serde(rename = "done")]
    Done,
    /// It was declined, with a reason.
    #[serde(rename = "declined")]
    Declined,
    /// It is for somebody else.
    #[serde(rename = "not-ours")]
    NotOurs,
}

/// A report on an earlier action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// The action's topic as printed.
    pub topic: String,
    /// What was reported.
    pub text: String,
    /// Where the action stands, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
}

/// What a member of the public brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicQuestion {
    /// Whether it was a statement, which needs no answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub statement: bool,
    /// Who.
    pub asker: String,
    /// The question or statement.
    pub text: String,
    /// The answer, by whom and what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Turn>,
    /// The supplementary question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplementary: Option<String>,
    /// Its answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplementary_answer: Option<Turn>,
}

/// One wording of a motion or decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The words; verbs between asterisks.
    pub words: String,
    /// When they were proposed.
    pub at: DateTime<Utc>,
}

/// What a motion proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "motion")]
pub enum Proposal {
    /// That somebody be elected.
    #[serde(rename = "appointment")]
    Appointment {
        /// To what.
        office: Office,
        /// Who.
        nominee: PersonId,
        /// Whether they were not in the room.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        absent: bool,
    },
    /// What its words say.
    #[serde(rename = "substantive")]
    Substantive,
}

/// What became of a motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// Before the meeting.
    #[default]
    #[serde(rename = "open")]
    Open,
    /// Carried.
    #[serde(rename = "carried")]
    Carried,
    /// Lost.
    #[serde(rename = "lost")]
    Lost,
    /// Withdrawn by its mover.
    #[serde(rename = "withdrawn")]
    Withdrawn,
    /// Fallen for want of a seconder.
    #[serde(rename = "lapsed")]
    Lapsed,
}

/// Something moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// What it proposes.
    #[serde(flatten)]
    pub proposal: Proposal,
    /// Who moved it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mover: Option<PersonId>,
    /// Who seconded it, where named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconder: Option<PersonId>,
    /// Its wordings; the last is the one that was put.
    #[serde(default)]
    pub versions: Vec<Version>,
    /// Votes taken on it; the last counts.
    #[serde(default)]
    pub takes: Vec<Take>,
    /// What became of it.
    #[serde(default)]
    pub fate: Fate,
}

/// How agreement was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Nobody dissented and no count was taken.
    #[default]
    #[serde(rename = "assent")]
    Assent,
    /// There was one candidate.
    #[serde(rename = "unopposed")]
    Unopposed,
    /// Everybody voted for it.
    #[serde(rename = "unanimous")]
    Unanimous,
    /// Nobody voted against it; some may have abstained.
    #[serde(rename = "nobody-against")]
    NobodyAgainst,
    /// Hands were shown.
    #[serde(rename = "hands")]
    Hands,
}

/// Numbers of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstained: u32,
}

/// One vote on a motion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Take {
    /// How it was taken.
    pub method: Method,
    /// The count, where one was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// Whether the chair declared it carried.
    pub carried: bool,
    /// Who and how many were there.
    pub room: Circumstances,
}

/// What had effect in the room when something was decided. Stored, so that later changes of code cannot alter it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circumstances {
    /// Who presided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// How many members were present.
    pub present: u32,
    /// How many of them could vote.
    pub entitled: u32,
    /// How many were needed, where the body's rules say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
}

/// An election to an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Election {
    /// The office.
    pub office: Office,
    /// The nominations, which are motions.
    pub nominations: Vec<FactId>,
    /// Who presided over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presiding: Option<PersonId>,
    /// Who was elected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elected: Option<PersonId>,
}

/// What a decision does. Kept apart from its words, since the verb has legal effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verb {
    /// Decided, with no narrower verb.
    #[default]
    #[serde(rename = "agree")]
    Agree,
    /// Received without approving.
    #[serde(rename = "note")]
    Note,
    /// Formally taken.
    #[serde(rename = "receive")]
    Receive,
    /// Consented to.
    #[serde(rename = "approve")]
    Approve,
    /// Supported somebody else's document.
    #[serde(rename = "endorse")]
    Endorse,
    /// Made the body's own.
    #[serde(rename = "adopt")]
    Adopt,
    /// Advised somebody else who decides.
    #[serde(rename = "recommend")]
    Recommend,
    /// Put off.
    #[serde(rename = "defer")]
    Defer,
    /// Sent to another body.
    #[serde(rename = "refer")]
    Refer,
    /// Refused.
    #[serde(rename = "refuse")]
    Refuse,
}

/// What a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "basis")]
pub enum Basis {
    /// The chair declared it agreed in this way, on no motion.
    #[serde(rename = "declared")]
    Declared {
        /// How.
        method: Method,
        /// Who and how many were there.
        room: Circumstances,
    },
    /// The last vote on a motion.
    #[serde(rename = "motion")]
    Motion {
        /// The motion.
        motion: FactId,
    },
}

/// Something decided, or drafted to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// What it does.
    #[serde(default)]
    pub verb: Verb,
    /// Its wordings; the last one stands.
    pub versions: Vec<Version>,
    /// What it rests on; nothing while it is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Why, where reasons were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
}

impl Decision {
    /// The words as they stand.
    pub fn words(&self) -> &str {
        self.versions.last().map_or("", |version| &version.words)
    }
}

/// Who is to act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "owner", content = "who")]
pub enum Owner {
    /// A person on the roll.
    #[serde(rename = "person")]
    Person(PersonId),
    /// People who act together.
    #[serde(rename = "party")]
    Party(PartyId),
    /// Somebody named in words.
    #[serde(rename = "named")]
    Named(String),
}

/// A promise made in the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// What is to be done.
    pub text: String,
    /// By whom; the closing list asks where nobody is named.
    #[serde(flatten)]
    pub owner: Option<Owner>,
    /// By when, as said: "next meeting", "30 September 2023".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// The point it was promised in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FactId>,
    /// Where it stands.
    #[serde(default)]
    pub standing: Standing,
}

/// Advice to somebody else who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// To whom.
    pub to: String,
    /// What.
    pub text: String,
    /// The decision that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<FactId>,
}

/// A moment to be named later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMark {
    /// What happened, once it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A note to oneself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its text.
    pub text: String,
}

impl Content {
    /// Who may read it when it is recorded while the room is `room`.
    pub fn audience(&self, room: Audience) -> Audience {
        match self {
            Self::Note(_) => Audience::Private,
            Self::Movement(_) | Self::Nil => Audience::Public,
            _ => room,
        }
    }

    /// The class under which an item counts it, for the numbers of its lists.
    pub(super) fn class(&self) -> u8 {
        match self {
            Self::Point(Point { section: Section::Highlights, .. }) => class::HIGHLIGHT,
            Self::Point(Point { section: Section::Discussion, .. }) => class::DISCUSSION,
            Self::Decision(_) => class::DECISION,
            _ => class::OTHER,
        }
    }
}

/// The classes that items count their facts by.
pub mod class {
    /// Points among the highlights.
    pub const HIGHLIGHT: u8 = 0;
    /// Points of the discussion.
    pub const DISCUSSION: u8 = 1;
    /// Decisions.
    pub const DECISION: u8 = 2;
    /// Everything else.
    pub const OTHER: u8 = 3;
}
