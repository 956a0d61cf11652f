//! Values that a clerk may write in more than one way.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One line of text, or a table that says more.
#[derive(Clone, Debug)]
pub(super) enum LineOr<T> {
    /// The line.
    Line(String),
    /// The table.
    Table(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for LineOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LineOrVisitor(PhantomData))
    }
}

// An untagged enum would lose both the places of values and the unknown keys.
struct LineOrVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LineOrVisitor<T> {
    type Value = LineOr<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one line of text or a table")
    }

    fn visit_str<E>(self, line: &str) -> Result<Self::Value, E> {
        Ok(LineOr::Line(line.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(LineOr::Table)
    }
}

/// Lines of text: a list, or one line alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines(pub(super) Vec<String>);

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LinesVisitor)
    }
}

struct LinesVisitor;

impl<'de> Visitor<'de> for LinesVisitor {
    type Value = Lines;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("one line of text or a list of lines")
    }

    fn visit_str<E>(self, line: &str) -> Result<Self::Value, E> {
        Ok(Lines(vec![line.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut lines = Vec::new();
        while let Some(line) = list.next_element()? {
            lines.push(line);
        }
        Ok(Lines(lines))
    }
}

/// What an item is called: its number, written as one, or words.
#[derive(Clone, Debug)]
pub(super) struct Label(pub(super) String);

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LabelVisitor)
    }
}

struct LabelVisitor;

impl Visitor<'_> for LabelVisitor {
    type Value = Label;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number of an item, or a part of its title in quotation marks")
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Label(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Label(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Label(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Label(text.to_owned()))
    }
}

/// A quorum: a number of members, or a share such as "1/3 of all-seats".
#[derive(Clone, Debug)]
pub(super) enum QuorumValue {
    /// So many members.
    Number(i64),
    /// A share in words.
    Share(String),
}

impl<'de> Deserialize<'de> for QuorumValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(QuorumVisitor)
    }
}

struct QuorumVisitor;

impl Visitor<'_> for QuorumVisitor {
    type Value = QuorumValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number of members or a share such as \"1/3 of all-seats\"")
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(QuorumValue::Number(number))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(QuorumValue::Number(i64::MAX))
    }

    fn visit_str<E>(self, share: &str) -> Result<Self::Value, E> {
        Ok(QuorumValue::Share(share.to_owned()))
    }
}
