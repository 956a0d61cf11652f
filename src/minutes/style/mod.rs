//! House style: how a body words, numbers, orders and sets its minutes.
//!
//! A style is the `[style]` table of a body's file, or of a file of its own that the body's file or an agenda names. It
//! states what differs from the default; [`settings`] lists what may be set, and [`Phrase`] what may be worded:
//!
//! ```toml
//! [style]
//! serial-comma = true
//! date = "19 July 2023"            # dates, times and list numbers are named by a sample
//! time = "2:00pm"
//! discussion = "1)"
//! members = "seat"                 # or "entered", "alphabet"
//! end = ["actions", "undertakings", "times", "signature"]  # and the lists `head`, `item`, `decided`
//!
//! [style.columns]
//! actions = ["ITEM", "ACTION"]
//!
//! [style.phrases]                  # see `Phrase` for their names and slots
//! signature = "CHAIRPERSON"
//! apologies = { none = "...", one = "...", many = "..." }
//!
//! [[style.decision]]
//! name = "note-report"
//! verb = "note"
//! words = "The {body} *AGREED* to *NOTE* the report."
//! for = ["report"]
//! ```

mod blocks;
mod default;
mod format;
mod forms;
mod marker;
mod read;
pub mod settings;
mod table;
#[cfg(test)]
mod tests;
mod words;
mod write;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use crate::meeting::fact::Verb;
use crate::problem::Problems;
use crate::spelling::Endings;

use super::phrase::{Kind, Phrase, Slot, Template};

pub use blocks::{DecidedBlock, EndBlock, HeadBlock, ItemBlock, Named};
pub use format::{DateFormat, TimeFormat};
pub use forms::{Brackets, DecisionForm, FirstMention, PeopleForm, PlanForm, SubstitutesPlace, Updates, VoteForm};
pub use marker::Marker;
pub(super) use marker::roman;
pub use table::{ActionRow, Column};
pub use words::Words;

/// How the verb of a decision stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerbEmphasis {
    /// In capitals.
    Caps,
    /// In bold.
    Bold,
    /// In bold capitals.
    #[default]
    CapsBold,
    /// Not at all.
    Plain,
}

/// How topics stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopicEmphasis {
    /// In italics.
    #[default]
    Italic,
    /// Not at all.
    Plain,
}

/// How plain text shows italics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextItalics {
    /// Not at all.
    #[default]
    Plain,
    /// Between asterisks.
    Stars,
}

/// In which order people are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListOrder {
    /// As their seats stand on the body's roll.
    #[default]
    Seat,
    /// As the clerk entered them.
    Entered,
    /// By surname.
    Alphabet,
}

/// How the sentences about substitutes stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Substitutes {
    /// After the apologies, in one paragraph.
    #[default]
    RunIn,
    /// A paragraph each.
    Lines,
    /// All in one sentence: "A and B for C and D respectively".
    Respectively,
}

/// Where it stands that members came late or left early.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Movements {
    /// At the point of the business where they did.
    #[default]
    Point,
    /// In the head, below the members present.
    Head,
    /// In both places.
    Both,
}

/// How the head of the minutes says which members were there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttendanceForm {
    /// In a list of those present.
    #[default]
    List,
    /// In a list of those present, a line each.
    Column,
    /// In a table of all members: present, apologies, absent, substituted, and when.
    Grid,
}

/// Where it stands who was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AttendancePlace {
    /// In the head, before the items.
    #[default]
    Head,
    /// Under the heading of the first item.
    FirstItem,
}

/// How the declarations under an item stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declarations {
    /// A sentence each.
    #[default]
    Prose,
    /// In a table: name, item, interest, reason.
    Table,
    /// By the item that they are in, each under its heading.
    ByItem,
}

/// Where a declaration stands that is made when its item is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LateDeclarations {
    /// With the others, under the item for declarations.
    #[default]
    Together,
    /// Under the item at which it was made.
    Item,
}

/// In which order the minutes give the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemOrder {
    /// As on the agenda.
    #[default]
    Agenda,
    /// As they were taken.
    Taken,
}

/// How the minutes call whoever holds an office when they speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfficeSpeaks {
    /// By name.
    #[default]
    Name,
    /// By office: "The Chair".
    Office,
}

/// How the minutes tell of motions and votes that ended in a decision. What was lost, withdrawn or amended is always told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Motions {
    /// In sentences before the decision.
    #[default]
    Narrative,
    /// In brackets after its words: who moved and seconded, and the count.
    Brackets,
    /// Not at all.
    Silent,
}

/// The columns of the tables, by their headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Of the plan: the meeting, its items.
    pub plan: [String; 2],
    /// Of the table of decisions, each of a kind.
    pub actions: Vec<Column>,
    /// Of the undertakings: what, who, by when, where it was said.
    pub undertakings: [String; 4],
    /// Of the table of attendance: the member, whether they were there, when.
    pub attendance: [String; 3],
    /// Of the declarations, where they stand in a table: name, item, interest, reason.
    pub declarations: [String; 4],
    /// Of the register for spreadsheets: kind, minute, item, words, who, by when.
    pub register: [String; 6],
}

/// A ready-made decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyMade {
    /// Its name, which agendas use.
    pub name: String,
    /// What it does.
    pub verb: Verb,
    /// Its words, with slots.
    pub words: Template,
    /// The kinds of item it is offered for; all where none is named.
    pub kinds: Vec<String>,
}

/// The slots that the words of ready-made decisions may use.
pub const DECISION_SLOTS: &[Slot] = &[
    Slot { name: "body", kind: Kind::Text },
    Slot { name: "title", kind: Kind::Text },
    Slot { name: "document", kind: Kind::Text },
    Slot { name: "subject", kind: Kind::Text },
    Slot { name: "year", kind: Kind::Text },
    Slot { name: "figure", kind: Kind::Text },
    Slot { name: "candidates", kind: Kind::Text },
    Slot { name: "post", kind: Kind::Text },
    Slot { name: "motion", kind: Kind::Text },
    Slot { name: "added", kind: Kind::Text },
];

/// What the lists of ready-made decisions call items besides their kinds: a precept that was revised after a veto, and a
/// hearing whose candidate may be vetoed.
pub const FINER_KINDS: [&str; 2] = ["revised-precept", "veto-hearing"];

/// The kinds whose default decisions stay beside those that a file states for others, since the Acts and not the houses
/// say what may be decided.
const STATUTORY: [&str; 4] = ["precept", "revised-precept", "hearing", "veto-hearing"];

/// A house style. [`Style::default`] is complete English; a body's file says what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a setting of its own, which a file states as true or false")]
pub struct Style {
    pub(super) phrases: BTreeMap<Phrase, Wording>,
    /// The language of all of it, as a tag of BCP 47: what reads documents aloud goes by it.
    pub language: String,
    /// Whether the house writes -ise or -ize.
    pub spelling: Endings,
    /// Words of the house that no dictionary has.
    pub known_words: Vec<String>,
    /// The words that sentences are put together from.
    pub words: Words,
    /// What stands before the members of a list without numbers, in plain text.
    pub bullet: char,
    /// How the count of a vote stands.
    pub votes: VoteForm,
    /// Where the brackets after a decision stand.
    pub brackets: Brackets,
    /// How a decision stands under its item.
    pub decision_form: DecisionForm,
    /// How somebody is named who speaks for the first time under an item.
    pub first_mention: FirstMention,
    /// How officers and others stand in the head.
    pub attenders: PeopleForm,
    /// How those stand who sent apologies.
    pub apology_list: PeopleForm,
    /// Where it stands who substituted for whom.
    pub substitutes_place: SubstitutesPlace,
    /// How meetings to come stand.
    pub plan: PlanForm,
    /// The numbers of amendments to earlier minutes.
    pub amendments: Marker,
    /// How reports on earlier actions stand.
    pub updates: Updates,
    /// Whether the points of the discussion are numbered on from the highlights.
    pub run_on: bool,
    /// How the verbs of decisions stand out.
    pub verbs: VerbEmphasis,
    /// How topics stand out.
    pub topics: TopicEmphasis,
    /// How plain text shows italics.
    pub text_italics: TextItalics,
    /// How dates are written.
    pub date: DateFormat,
    /// How dates are written where there is little room.
    pub short_date: DateFormat,
    /// How times are written.
    pub time: TimeFormat,
    /// Whether a comma stands before the "and" of a list.
    pub serial_comma: bool,
    /// The order of the members present, within chair, vice-chair, councillors and independents.
    pub members: ListOrder,
    /// The order of apologies.
    pub apologies: ListOrder,
    /// How the sentences about substitutes stand.
    pub substitutes: Substitutes,
    /// Where it stands that members came late or left early.
    pub movements: Movements,
    /// How the head says which members were there.
    pub attendance: AttendanceForm,
    /// Where it stands who was there.
    pub attendance_place: AttendancePlace,
    /// How the declarations of interest stand.
    pub declarations: Declarations,
    /// Where a declaration stands that is made when its item is reached.
    pub late_declarations: LateDeclarations,
    /// How office-holders are called when they speak.
    pub chair_speaks: OfficeSpeaks,
    /// How motions and votes that ended in a decision are told of.
    pub motions: Motions,
    /// The numbers of highlights.
    pub highlights: Marker,
    /// The numbers of points.
    pub discussion: Marker,
    /// The numbers of the rows of the table of decisions.
    pub rows: Marker,
    /// The numbers of the parts of a decision.
    pub parts: Marker,
    /// The numbers of the conditions of a decision.
    pub conditions: Marker,
    /// The order of items.
    pub order: ItemOrder,
    /// What has a row in the table of decisions.
    pub action_rows: Vec<ActionRow>,
    /// The blocks of the head, in order.
    pub head: Vec<HeadBlock>,
    /// The blocks of an item, in order.
    pub item: Vec<ItemBlock>,
    /// The blocks of a decision, in order.
    pub decided: Vec<DecidedBlock>,
    /// The kinds of item whose decisions stand under the heading of the house.
    pub decision_headings: Vec<String>,
    /// What stands after the items, in order.
    pub end: Vec<EndBlock>,
    /// Whether the title names the venue.
    pub title_venue: bool,
    /// Whether a full stop is put after what a speaker said where the clerk typed none.
    pub full_stops: bool,
    /// The columns of the tables.
    pub columns: Columns,
    /// Titles that stand once before several names, each with its plural.
    pub titles: BTreeMap<String, String>,
    /// Ready-made decisions, in the order in which they are offered.
    pub decisions: Vec<ReadyMade>,
}

/// The texts of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wording {
    none: Arc<Template>,
    one: Arc<Template>,
    many: Arc<Template>,
}

impl Wording {
    fn plain(text: Template) -> Self {
        let text = Arc::new(text);
        Self { none: Arc::clone(&text), one: Arc::clone(&text), many: text }
    }

    fn pick(&self, count: usize) -> &Template {
        match count {
            0 => &self.none,
            1 => &self.one,
            _ => &self.many,
        }
    }
}

static DEFAULT: LazyLock<Style> = LazyLock::new(default::defaults);

impl Default for Style {
    fn default() -> Self {
        DEFAULT.clone()
    }
}

impl Style {
    /// Reads the `[style]` table of a TOML file; its other tables are ignored. What the file does not state, or states
    /// wrongly, is as in the default; everything wrong is said.
    pub fn read(file: &str, text: &str) -> (Self, Problems) {
        read::read(file, text)
    }

    /// The style in full, as the text of a file that reads back as this style whatever the default is then.
    pub fn to_text(&self) -> String {
        write::text(self)
    }

    /// The text of a phrase for a count of what it counts. Phrases that count nothing have one text.
    pub fn template(&self, phrase: Phrase, count: usize) -> Option<&Template> {
        self.phrases.get(&phrase).map(|wording| wording.pick(count))
    }

    /// The text of a phrase that has no slots.
    pub fn label(&self, phrase: Phrase) -> String {
        self.template(phrase, 1).map_or_else(String::new, Template::literal)
    }
}
