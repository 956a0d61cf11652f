//! Identities: keys that files fix, and facts that entries number.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The key as it is written in files and entries.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<FactId> for $name {
            fn from(id: FactId) -> Self {
                Self(Arc::from(id.to_string()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

key! {
    /// A person: the key of the body's or the agenda's file, or `entry.ordinal` for one added in the meeting.
    PersonId
}
key! {
    /// A seat on the body, which a member holds and a substitute may fill.
    SeatId
}
key! {
    /// A group of people that the house lists together: members, officers, others, visitors.
    GroupId
}
key! {
    /// Several people who come, go and answer together, such as "the Commissioner and his staff".
    PartyId
}
key! {
    /// An item of business: fixed in the agenda's file, or `entry.ordinal` for one added in the meeting.
    ItemId
}

/// A fact's identity: the entry that recorded it and its place among that entry's events, both fixed for ever.
///
/// Written `41.0`. Numbers that people see (a minute, a point) are computed when minutes are built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId {
    /// The entry's number, from 1.
    pub entry: u64,
    /// The event's place in its entry, from 0.
    pub ordinal: u32,
}

impl FactId {
    /// The identity of event `ordinal` of entry `entry`.
    pub const fn new(entry: u64, ordinal: u32) -> Self {
        Self { entry, ordinal }
    }
}

impl fmt::Display for FactId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.entry, self.ordinal)
    }
}

/// The text is not `entry.ordinal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a fact is named by its entry and its place there, for example 41.0")]
pub struct NotAFactId;

impl FromStr for FactId {
    type Err = NotAFactId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (entry, ordinal) = text.split_once('.').ok_or(NotAFactId)?;
        Ok(Self { entry: entry.parse().map_err(|_| NotAFactId)?, ordinal: ordinal.parse().map_err(|_| NotAFactId)? })
    }
}

impl Serialize for FactId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FactId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
