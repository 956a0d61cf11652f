//! The tables of `plan.toml`, as they are written.

use serde::Deserialize;

use crate::load::table::Text;
use crate::load::value::{Label, LineOr, Lines};
use crate::source::Spanned;

/// An item, as its title or as a table.
pub(super) type ItemValue = Spanned<LineOr<ItemTable>>;

/// `plan.toml`.
#[derive(Debug, Deserialize)]
pub(super) struct PlanText {
    pub(super) plan: Spanned<HeadTable>,
    #[serde(default, rename = "meeting")]
    pub(super) meetings: Vec<Spanned<PlannedTable>>,
    #[serde(default, rename = "topic")]
    pub(super) topics: Vec<ItemValue>,
    #[serde(default, rename = "change")]
    pub(super) changes: Vec<Spanned<ChangeTable>>,
}

/// `[plan]`.
#[derive(Debug, Deserialize)]
pub(super) struct HeadTable {
    pub(super) title: Option<Text>,
    pub(super) updated: Option<Text>,
    pub(super) note: Option<Text>,
}

/// `[[meeting]]`.
#[derive(Debug, Deserialize)]
pub(super) struct PlannedTable {
    pub(super) key: Option<Text>,
    pub(super) date: Option<Text>,
    pub(super) time: Option<Text>,
    pub(super) venue: Option<Spanned<Lines>>,
    pub(super) kind: Option<Text>,
    pub(super) label: Option<Text>,
    pub(super) private: Option<bool>,
    pub(super) theme: Option<Text>,
    pub(super) note: Option<Text>,
    #[serde(default, rename = "item")]
    pub(super) items: Vec<ItemValue>,
}

/// `[[meeting.item]]` and `[[topic]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemTable {
    pub(super) title: Text,
    pub(super) owner: Option<Text>,
    pub(super) purpose: Option<Text>,
    pub(super) theme: Option<Text>,
}

/// `[[change]]`.
#[derive(Debug, Deserialize)]
pub(super) struct ChangeTable {
    pub(super) what: Text,
    pub(super) meeting: Option<Text>,
    pub(super) item: Option<Text>,
    pub(super) from: Option<Text>,
    pub(super) to: Option<Text>,
    pub(super) decided: Option<Text>,
    pub(super) minute: Option<Spanned<Label>>,
    pub(super) why: Option<Text>,
    pub(super) key: Option<Text>,
    pub(super) private: Option<bool>,
}
