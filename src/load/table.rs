//! The tables of `body.toml` and of an agenda, as they are written.
//!
//! Dates and times come as text, in TOML's spelling or a person's. Tables that may also be one line deny unknown keys
//! themselves, because a reader that takes either cannot tell `source` which keys there are.

use serde::Deserialize;

use crate::source::Spanned;

use super::value::{Label, LineOr, Lines, QuorumValue};

/// Text with its place.
pub(super) type Text = Spanned<String>;
/// A person, on one line or as a table.
pub(super) type PersonValue = Spanned<LineOr<PersonTable>>;
/// An item, as its title or as a table.
pub(super) type ItemValue = Spanned<LineOr<ItemTable>>;
/// A topic for review, as its title or as a table.
pub(super) type TopicValue = Spanned<LineOr<TopicTable>>;

/// `body.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct BodyText {
    pub(super) body: Spanned<BodyTable>,
    #[serde(default)]
    pub(super) rules: RulesTable,
    #[serde(default, rename = "seat")]
    pub(super) seats: Vec<Spanned<SeatTable>>,
    #[serde(default, rename = "person")]
    pub(super) people: Vec<PersonValue>,
    #[serde(default, rename = "group")]
    pub(super) groups: Vec<Spanned<GroupTable>>,
    #[serde(default, rename = "party")]
    pub(super) parties: Vec<Spanned<PartyTable>>,
    pub(super) style: Option<Spanned<toml::Value>>,
}

/// `[body]`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct BodyTable {
    pub(super) key: Option<Text>,
    pub(super) name: Text,
    pub(super) short: Option<Text>,
    pub(super) zone: Option<Text>,
    pub(super) chair: Option<Text>,
    pub(super) vice_chair: Option<Text>,
    pub(super) style: Option<Text>,
}

/// An agenda.
#[derive(Debug, Deserialize)]
pub(super) struct AgendaText {
    pub(super) meeting: Spanned<MeetingTable>,
    #[serde(default)]
    pub(super) rules: RulesTable,
    #[serde(default, rename = "seat")]
    pub(super) seats: Vec<Spanned<SeatTable>>,
    #[serde(default, rename = "person")]
    pub(super) people: Vec<PersonValue>,
    #[serde(default, rename = "group")]
    pub(super) groups: Vec<Spanned<GroupTable>>,
    #[serde(default, rename = "party")]
    pub(super) parties: Vec<Spanned<PartyTable>>,
    #[serde(default, rename = "item")]
    pub(super) items: Vec<ItemValue>,
    #[serde(default)]
    pub(super) plan: Vec<Spanned<PlanTable>>,
    #[serde(default)]
    pub(super) declared: Vec<Spanned<DeclaredTable>>,
}

/// `[meeting]`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct MeetingTable {
    pub(super) body: Option<Text>,
    pub(super) style: Option<Text>,
    pub(super) date: Text,
    pub(super) time: Text,
    pub(super) venue: Option<Text>,
    pub(super) contact: Option<Text>,
    pub(super) municipal_year: Option<Text>,
    pub(super) first_minute: Option<Spanned<u32>>,
    pub(super) last_minute: Option<Spanned<u32>>,
    pub(super) last_meeting: Option<Text>,
    pub(super) published: Option<Text>,
    pub(super) opens: Option<Text>,
    pub(super) chair: Option<Text>,
    pub(super) vice_chair: Option<Text>,
    #[serde(default)]
    pub(super) notices: Vec<Text>,
    #[serde(default)]
    pub(super) topics: Vec<Text>,
    pub(super) note: Option<Text>,
    pub(super) follows: Option<Text>,
    pub(super) adjourned_from: Option<Text>,
    pub(super) companion: Option<Text>,
    #[serde(default)]
    pub(super) roll: Vec<Text>,
}

/// A person.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct PersonTable {
    pub(super) key: Option<Text>,
    pub(super) name: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) forename: Option<Text>,
    pub(super) initials: Option<Text>,
    pub(super) surname: Option<Text>,
    pub(super) letters: Option<Text>,
    pub(super) pronoun: Option<Text>,
    pub(super) group: Option<Text>,
    pub(super) post: Option<Text>,
    pub(super) organisation: Option<Text>,
    pub(super) called: Option<Text>,
    #[serde(default)]
    pub(super) handles: Vec<Text>,
    pub(super) usual: Option<bool>,
    pub(super) authority: Option<Text>,
    pub(super) political_group: Option<Text>,
}

/// A seat.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SeatTable {
    pub(super) key: Option<Text>,
    pub(super) member: Option<PersonValue>,
    pub(super) vacant: Option<Spanned<bool>>,
    pub(super) authority: Option<Text>,
    pub(super) group: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) substitutes: Option<Vec<PersonValue>>,
    pub(super) substitute_scheme: Option<Text>,
    pub(super) votes: Option<bool>,
}

/// An attendance group.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct GroupTable {
    pub(super) key: Option<Text>,
    pub(super) label: Option<Text>,
    pub(super) kind: Option<Text>,
    #[serde(default)]
    pub(super) people: Vec<PersonValue>,
}

/// People who come and go together.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PartyTable {
    pub(super) key: Option<Text>,
    pub(super) name: Option<Text>,
    pub(super) people: Option<Vec<Text>>,
    pub(super) leaves_for_internal: Option<bool>,
}

/// `[rules]`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RulesTable {
    pub(super) quorum: Option<Spanned<QuorumValue>>,
    pub(super) casting_vote: Option<bool>,
    pub(super) seconder: Option<bool>,
    pub(super) substitutes: Option<Text>,
    pub(super) substitute_notice: Option<Text>,
    pub(super) remote_counts: Option<bool>,
    pub(super) finish: Option<Text>,
    pub(super) amend_amendments: Option<bool>,
    pub(super) contests: Option<Text>,
    pub(super) recorded_vote: Option<Spanned<i64>>,
    pub(super) substitutes_are_members: Option<bool>,
    #[serde(default, rename = "interest")]
    pub(super) interests: Vec<Spanned<InterestTable>>,
    #[serde(default, rename = "exclusion")]
    pub(super) exclusions: Vec<Spanned<ExclusionTable>>,
    #[serde(default, rename = "majority")]
    pub(super) majorities: Vec<Spanned<MajorityTable>>,
    pub(super) undertakings: Option<Vec<Text>>,
    pub(super) sub_items: Option<Text>,
    pub(super) reply_dates: Option<bool>,
    pub(super) access: Option<Text>,
    pub(super) acceptance: Option<bool>,
    pub(super) yearly_numbers: Option<bool>,
    pub(super) standing_items: Option<StandingTable>,
    pub(super) notice: Option<Spanned<NoticeTable>>,
    pub(super) question_deadline: Option<Spanned<DeadlineTable>>,
    pub(super) closed_days: Option<Vec<Text>>,
    pub(super) speaking_minutes: Option<Spanned<i64>>,
    #[serde(default, rename = "speaking")]
    pub(super) speaking: Vec<Spanned<SpeakingTable>>,
}

/// `[rules.standing-items]`: the titles of items that stand on every agenda.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct StandingTable {
    #[serde(default)]
    pub(super) before: Vec<Text>,
    #[serde(default)]
    pub(super) after: Vec<Text>,
    #[serde(default)]
    pub(super) annual_before: Vec<Text>,
    #[serde(default)]
    pub(super) annual_after: Vec<Text>,
}

/// `notice = { clear-days = 5, counted = "working-days" }`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct NoticeTable {
    pub(super) clear_days: Spanned<i64>,
    pub(super) counted: Text,
}

/// `question-deadline = { working-days-after-publication = 3, time = "12 noon" }`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct DeadlineTable {
    pub(super) working_days_after_publication: Option<Spanned<i64>>,
    pub(super) clear_working_days_before: Option<Spanned<i64>>,
    pub(super) days_before: Option<Spanned<i64>>,
    pub(super) time: Option<Text>,
}

/// `[[rules.speaking]]`: how long those of a role may speak.
#[derive(Debug, Deserialize)]
pub(super) struct SpeakingTable {
    pub(super) role: Text,
    pub(super) minutes: Spanned<i64>,
}

/// `[[rules.interest]]`: a category of interest.
#[derive(Debug, Deserialize)]
pub(super) struct InterestTable {
    pub(super) name: Text,
    pub(super) consequence: Text,
}

/// `[[rules.exclusion]]`: a ground on which the public is excluded, besides those of the Acts.
#[derive(Debug, Deserialize)]
pub(super) struct ExclusionTable {
    pub(super) name: Text,
    pub(super) law: Text,
    pub(super) words: Option<Text>,
}

/// `[[rules.majority]]`: a rule by which certain motions carry.
#[derive(Debug, Deserialize)]
pub(super) struct MajorityTable {
    pub(super) name: Text,
    pub(super) share: Text,
}

/// An item of business.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct ItemTable {
    pub(super) key: Option<Text>,
    pub(super) number: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) office: Option<Text>,
    pub(super) sets: Option<Vec<Text>>,
    pub(super) topics: Option<Vec<TopicValue>>,
    pub(super) year: Option<Text>,
    pub(super) received: Option<Spanned<u32>>,
    pub(super) outcomes: Option<Vec<Text>>,
    pub(super) proposed: Option<Text>,
    pub(super) notified: Option<Text>,
    pub(super) revised: Option<Spanned<bool>>,
    pub(super) post: Option<Text>,
    pub(super) candidates: Option<Vec<Text>>,
    pub(super) reserve: Option<Spanned<bool>>,
    #[serde(default)]
    pub(super) internal: bool,
    #[serde(default)]
    pub(super) private: Vec<Spanned<u32>>,
    #[serde(default)]
    pub(super) confidential: bool,
    pub(super) offer: Option<Text>,
    pub(super) pages: Option<Text>,
    pub(super) author: Option<Text>,
    pub(super) receives: Option<Text>,
    #[serde(default)]
    pub(super) purposes: Vec<Text>,
    #[serde(default)]
    pub(super) requested: bool,
    pub(super) subject: Option<Text>,
    pub(super) document: Option<Text>,
    pub(super) recommendation: Option<Text>,
    #[serde(default)]
    pub(super) presenters: Vec<Text>,
    pub(super) answers: Option<Text>,
    #[serde(default)]
    pub(super) facts: Vec<Text>,
    pub(super) urgency: Option<Text>,
    pub(super) public_interest: Option<Text>,
    pub(super) added: Option<Text>,
    #[serde(default, rename = "item")]
    pub(super) items: Vec<ItemValue>,
}

/// A topic for review, with the action that it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TopicTable {
    pub(super) title: Text,
    pub(super) owner: Option<Text>,
    pub(super) due: Option<Text>,
    pub(super) state: Option<Text>,
    pub(super) meeting: Option<Text>,
    pub(super) time: Option<Text>,
    pub(super) fact: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) minute: Option<Text>,
    pub(super) item: Option<Text>,
    pub(super) text: Option<Text>,
    #[serde(default)]
    pub(super) updates: Vec<Spanned<UpdateTable>>,
}

/// What an earlier meeting heard of an action.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UpdateTable {
    pub(super) meeting: Text,
    pub(super) text: Text,
    pub(super) state: Option<Text>,
}

/// `[[declared]]`: an interest of which notice was given before the meeting.
#[derive(Debug, Deserialize)]
pub(super) struct DeclaredTable {
    pub(super) person: Text,
    pub(super) item: Option<Spanned<Label>>,
    #[serde(default)]
    pub(super) items: Vec<Spanned<Label>>,
    pub(super) all: Option<bool>,
    pub(super) part: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) nature: Option<Text>,
    pub(super) sensitive: Option<bool>,
    pub(super) dispensation: Option<Text>,
}

/// A meeting to come.
#[derive(Debug, Deserialize)]
pub(super) struct PlanTable {
    pub(super) date: Option<Text>,
    pub(super) time: Option<Text>,
    pub(super) kind: Option<Text>,
    pub(super) label: Option<Text>,
    pub(super) venue: Option<Spanned<Lines>>,
    pub(super) items: Option<Spanned<Lines>>,
}
