//! The deserialiser over the tree.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::iter::empty;

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde_spanned::de::{SpannedDeserializer, is_spanned};

use super::tree::{Entry, Node, State, Value};

/// Why a type would not have a value.
#[derive(Debug)]
pub(super) enum Fault {
    /// Follows from one that has been reported.
    Known,
    Missing(&'static str),
    UnknownKey(String, &'static [&'static str]),
    UnknownChoice(String, &'static [&'static str]),
    /// The wrong kind of value; holds what was expected in serde's words.
    Kind(String),
    /// The right kind but not this value; what it is and what was expected, in serde's words.
    Range(String, String),
    /// In the words of the type.
    Other(String),
}

/// A fault and, once it has passed the node it is about, that node.
#[derive(Debug)]
pub(super) struct Wrong {
    pub(super) at: Option<usize>,
    pub(super) fault: Fault,
}

impl Wrong {
    fn new(fault: Fault) -> Self {
        Self { at: None, fault }
    }

    fn at(mut self, node: &Node) -> Self {
        self.at.get_or_insert(node.id);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.fault)
    }
}

impl std::error::Error for Wrong {}

impl serde::de::Error for Wrong {
    fn custom<T: fmt::Display>(words: T) -> Self {
        Self::new(Fault::Other(words.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Fault::Kind(expected.to_string()))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unsigned(number) => number.to_string(),
            Unexpected::Signed(number) => number.to_string(),
            Unexpected::Float(number) => number.to_string(),
            Unexpected::Str(text) => format!("\"{text}\""),
            other => other.to_string(),
        };
        Self::new(Fault::Range(found, expected.to_string()))
    }

    fn unknown_variant(given: &str, choices: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownChoice(given.to_owned(), choices))
    }

    fn unknown_field(given: &str, fields: &'static [&'static str]) -> Self {
        Self::new(Fault::UnknownKey(given.to_owned(), fields))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Fault::Missing(field))
    }
}

/// Unknown keys met on the way: the key's node and the keys that its table may have.
pub(super) type Unknown = RefCell<BTreeMap<usize, &'static [&'static str]>>;

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct De<'a> {
    pub(super) node: &'a Node,
    pub(super) unknown: &'a Unknown,
}

impl<'a> De<'a> {
    fn to(self, node: &'a Node) -> Self {
        Self { node, ..self }
    }

    fn hole(self) -> bool {
        self.node.state == State::Hole
    }

    fn any<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.node.state != State::Sound {
            return Err(Wrong::new(Fault::Known));
        }
        match &self.node.value {
            Value::Text(text) | Value::Date(text) => visitor.visit_str(text),
            Value::Whole(number) => match (i64::try_from(*number), u64::try_from(*number)) {
                (Ok(number), _) => visitor.visit_i64(number),
                (_, Ok(number)) => visitor.visit_u64(number),
                _ => visitor.visit_i128(*number),
            },
            Value::Decimal(number) => visitor.visit_f64(*number),
            Value::Flag(flag) => visitor.visit_bool(*flag),
            Value::List(nodes) => visitor.visit_seq(List { rest: nodes.iter(), de: self }),
            Value::Table(entries) => visitor.visit_map(Table::new(entries.iter().collect(), self)),
        }
    }

    fn structure<'de, V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        let Value::Table(entries) = &self.node.value else {
            return self.any(visitor);
        };
        let (known, unknown): (Vec<&Entry>, Vec<&Entry>) =
            entries.iter().partition(|entry| fields.contains(&entry.name()));
        self.unknown.borrow_mut().extend(unknown.iter().map(|entry| (entry.key.id, fields)));
        visitor.visit_map(Table::new(known, self))
    }
}

/// Methods that ask for one kind of value: a hole gives one of that kind, anything else what it has.
macro_rules! kinds {
    ($($method:ident => $visit:ident($($value:expr)?)),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            let result = if self.hole() { visitor.$visit($($value)?) } else { self.any(visitor) };
            result.map_err(|wrong: Wrong| wrong.at(self.node))
        }
    )*};
}

impl<'de> Deserializer<'de> for De<'_> {
    type Error = Wrong;

    kinds! {
        deserialize_bool => visit_bool(false),
        deserialize_i8 => visit_i8(1), deserialize_i16 => visit_i16(1), deserialize_i32 => visit_i32(1), deserialize_i64 => visit_i64(1),
        deserialize_i128 => visit_i128(1),
        deserialize_u8 => visit_u8(1), deserialize_u16 => visit_u16(1), deserialize_u32 => visit_u32(1), deserialize_u64 => visit_u64(1),
        deserialize_u128 => visit_u128(1),
        deserialize_f32 => visit_f32(1.0), deserialize_f64 => visit_f64(1.0),
        deserialize_char => visit_char('x'), deserialize_str => visit_str("x"), deserialize_string => visit_str("x"),
        deserialize_bytes => visit_bytes(&[]), deserialize_byte_buf => visit_bytes(&[]),
        deserialize_unit => visit_unit(),
        deserialize_seq => visit_seq(SeqDeserializer::new(empty::<u8>())),
        deserialize_map => visit_map(MapDeserializer::new(empty::<(u8, u8)>())),
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.any(visitor).map_err(|wrong| wrong.at(self.node))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.node.state == State::Sound { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self).map_err(|wrong| wrong.at(self.node))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let result = if is_spanned(name) {
            visitor.visit_map(SpannedDeserializer::new(self, self.node.span.clone()))
        } else {
            match self.node.state {
                State::Sound => self.structure(fields, visitor),
                State::Hole => visitor.visit_map(Table::new(Vec::new(), self)),
                State::Dead => Err(Wrong::new(Fault::Known)),
            }
        };
        result.map_err(|wrong| wrong.at(self.node))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        choices: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let result = match (&self.node.value, self.node.state) {
            (_, State::Hole | State::Dead) => Err(Wrong::new(Fault::Known)),
            (Value::Text(name), _) => visitor.visit_enum(name.as_str().into_deserializer()),
            (Value::Table(entries), _) => match entries.as_slice() {
                [only] if !only.dead() => visitor.visit_enum(Choice { entry: only, de: self }),
                [_] => Err(Wrong::new(Fault::Known)),
                _ => Err(Wrong::custom(format!("it should be one of {}", choices.join(", ")))),
            },
            _ => Err(Wrong::new(Fault::Kind("enum".to_owned()))),
        };
        result.map_err(|wrong: Wrong| wrong.at(self.node))
    }

    serde::forward_to_deserialize_any! { unit_struct tuple tuple_struct identifier ignored_any }
}

impl IntoDeserializer<'_, Wrong> for De<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct List<'a> {
    rest: std::slice::Iter<'a, Node>,
    de: De<'a>,
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        let next = self.rest.find(|node| node.state != State::Dead);
        next.map(|node| seed.deserialize(self.de.to(node))).transpose()
    }
}

struct Table<'a> {
    rest: std::vec::IntoIter<&'a Entry>,
    value: Option<&'a Node>,
    de: De<'a>,
}

impl<'a> Table<'a> {
    fn new(entries: Vec<&'a Entry>, de: De<'a>) -> Self {
        Self { rest: entries.into_iter(), value: None, de }
    }
}

impl<'de> MapAccess<'de> for Table<'_> {
    type Error = Wrong;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        let next = self.rest.find(|entry| !entry.dead());
        self.value = next.map(|entry| &entry.value);
        next.map(|entry| seed.deserialize(self.de.to(&entry.key))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        let node = self.value.take().ok_or_else(|| Wrong::custom("a value was asked for before its key"))?;
        seed.deserialize(self.de.to(node))
    }
}

/// A choice with content: `{ name = content }`.
struct Choice<'a> {
    entry: &'a Entry,
    de: De<'a>,
}

impl<'de, 'a> EnumAccess<'de> for Choice<'a> {
    type Error = Wrong;
    type Variant = De<'a>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, De<'a>), Wrong> {
        Ok((seed.deserialize(self.de.to(&self.entry.key))?, self.de.to(&self.entry.value)))
    }
}

impl<'de> VariantAccess<'de> for De<'_> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Err(Wrong::custom("this choice takes nothing more").at(self.node))
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Wrong> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_struct("", fields, visitor)
    }
}
