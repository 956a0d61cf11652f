//! What the table of decisions holds: its columns, its rows.

use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A column of the table of decisions, with its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// The day of the meeting, once.
    Date(String),
    /// The item.
    Item(String),
    /// What was decided, recommended or promised.
    Action(String),
    /// Who promised it.
    Owner(String),
    /// By when.
    Due(String),
    /// The minute where it stands.
    Minute(String),
    /// What becomes of it, to be filled in by hand.
    Update(String),
}

impl Column {
    /// What stands at its head.
    pub fn heading(&self) -> &str {
        match self {
            Self::Date(heading)
            | Self::Item(heading)
            | Self::Action(heading)
            | Self::Owner(heading)
            | Self::Due(heading)
            | Self::Minute(heading)
            | Self::Update(heading) => heading,
        }
    }
}

/// What has a row in the table of decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActionRow {
    /// What the body decided.
    Decisions,
    /// What it recommended to others, beside its decisions.
    Recommendations,
    /// What it resolved about the public: that they be excluded, or not. The list of decisions has it then too.
    Exclusions,
    /// Why it decided so, with each decision.
    Reasons,
    /// What was promised to it, a row each below the decisions of the item.
    Undertakings,
}

/// Columns as a file gives them: two headings, for the item and what was decided, or a kind and a heading each.
#[derive(Debug)]
pub(super) struct Headings(pub(super) Vec<Column>);

/// What columns without a kind are, by their place.
const PLAIN: [fn(String) -> Column; 2] = [Column::Item, Column::Action];

enum Entry {
    Plain(String),
    Column(Column),
}

impl<'de> Deserialize<'de> for Headings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(HeadingsVisitor)
    }
}

struct HeadingsVisitor;

impl<'de> Visitor<'de> for HeadingsVisitor {
    type Value = Headings;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of columns")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Headings, A::Error> {
        let mut columns = Vec::new();
        while let Some(entry) = list.next_element()? {
            columns.push(match (entry, PLAIN.get(columns.len())) {
                (Entry::Column(column), _) => column,
                (Entry::Plain(heading), Some(kind)) => kind(heading),
                (Entry::Plain(heading), None) => {
                    let what =
                        format!("only two columns need no kind; write {{ owner = \"{heading}\" }}, or another kind");
                    return Err(A::Error::custom(what));
                }
            });
        }
        if columns.is_empty() {
            return Err(A::Error::custom("the table needs a column"));
        }
        Ok(Headings(columns))
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Entry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a heading, or a kind of column with its heading")
            }

            fn visit_str<E>(self, heading: &str) -> Result<Entry, E> {
                Ok(Entry::Plain(heading.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
                const KINDS: &[&str] = &["date", "item", "action", "owner", "due", "minute", "update"];
                let Some(kind) = map.next_key::<String>()? else {
                    return Err(A::Error::custom("a column has a kind, such as { date = \"DATE\" }"));
                };
                let heading = map.next_value()?;
                let column = match kind.as_str() {
                    "date" => Column::Date(heading),
                    "item" => Column::Item(heading),
                    "action" => Column::Action(heading),
                    "owner" => Column::Owner(heading),
                    "due" => Column::Due(heading),
                    "minute" => Column::Minute(heading),
                    "update" => Column::Update(heading),
                    other => return Err(A::Error::unknown_variant(other, KINDS)),
                };
                match map.next_key::<String>()? {
                    Some(second) => {
                        Err(A::Error::custom(format!("a column has one kind; give `{second}` a column of its own")))
                    }
                    None => Ok(Entry::Column(column)),
                }
            }
        }
        deserializer.deserialize_any(Either)
    }
}
