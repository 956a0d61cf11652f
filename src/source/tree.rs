//! The file as a tree of values that know where they stand and can be taken out of the reading.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// What a node gives to the type that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Its value.
    Sound,
    /// Any value of the type asked for, because its own was wrong and has been reported.
    Hole,
    /// Nothing: even that was refused. It is passed over.
    Dead,
}

#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    Whole(i128),
    Decimal(f64),
    Flag(bool),
    /// A date, a time or both, as TOML writes it.
    Date(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A key is a node too, because types read keys as they read values.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: Node,
    pub(super) value: Node,
}

impl Entry {
    pub(super) fn name(&self) -> &str {
        match &self.key.value {
            Value::Text(name) => name,
            _ => "",
        }
    }

    pub(super) fn dead(&self) -> bool {
        self.key.state != State::Sound || self.value.state == State::Dead
    }
}

#[derive(Debug)]
pub(super) struct Node {
    pub(super) id: usize,
    /// Bytes of the file.
    pub(super) span: Range<usize>,
    pub(super) state: State,
    pub(super) value: Value,
}

/// The whole file.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Node,
    next: usize,
}

impl Tree {
    pub(super) fn new(file: &DeTable<'_>, span: Range<usize>) -> Self {
        let mut tree =
            Self { root: Node { id: 0, span, state: State::Sound, value: Value::Table(Vec::new()) }, next: 1 };
        tree.root.value = tree.table(file);
        tree
    }

    fn node(&mut self, span: Range<usize>, state: State, value: Value) -> Node {
        let id = self.next;
        self.next += 1;
        Node { id, span, state, value }
    }

    fn table(&mut self, table: &DeTable<'_>) -> Value {
        let mut entries = Vec::new();
        for (key, value) in table {
            let key = self.node(key.span(), State::Sound, Value::Text(key.get_ref().to_string()));
            let inner = self.value(value.get_ref());
            let value = self.node(value.span(), State::Sound, inner);
            entries.push(Entry { key, value });
        }
        // The parser sorts by name; people read from the top.
        entries.sort_by_key(|entry| entry.key.span.start);
        Value::Table(entries)
    }

    fn value(&mut self, value: &DeValue<'_>) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            // A number beyond 128 bits is out of every range there is, and so is this one.
            DeValue::Integer(whole) => {
                Value::Whole(i128::from_str_radix(whole.as_str(), whole.radix()).unwrap_or(i128::MAX))
            }
            DeValue::Float(decimal) => Value::Decimal(decimal.as_str().parse().unwrap_or(f64::NAN)),
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(date) => Value::Date(date.to_string()),
            DeValue::Array(list) => {
                let mut nodes = Vec::new();
                for entry in list {
                    let inner = self.value(entry.get_ref());
                    nodes.push(self.node(entry.span(), State::Sound, inner));
                }
                Value::List(nodes)
            }
            DeValue::Table(table) => self.table(table),
        }
    }

    /// Gives the table `id` a key that it lacks, so that the reading can go on behind it.
    pub(super) fn add_hole(&mut self, id: usize, name: &str) {
        let key = self.node(0..0, State::Sound, Value::Text(name.to_owned()));
        let value = self.node(0..0, State::Hole, Value::Flag(false));
        if let Some(Node { value: Value::Table(entries), .. }) = self.root.find_mut(id) {
            entries.push(Entry { key, value });
        }
    }
}

impl Node {
    pub(super) fn find_mut(&mut self, id: usize) -> Option<&mut Node> {
        if self.id == id {
            return Some(self);
        }
        match &mut self.value {
            Value::List(nodes) => nodes.iter_mut().find_map(|node| node.find_mut(id)),
            Value::Table(entries) => {
                entries.iter_mut().find_map(|entry| entry.key.find_mut(id).or_else(|| entry.value.find_mut(id)))
            }
            _ => None,
        }
    }

    /// The node `id` below this one with what to call it, for instance "`quorum`" or "entry 2 of `seat`".
    pub(super) fn find(&self, id: usize, name: &str) -> Option<(&Node, String)> {
        if self.id == id {
            return Some((self, name.to_owned()));
        }
        match &self.value {
            Value::List(nodes) => nodes.iter().enumerate().find_map(|(index, node)| {
                let name = format!("entry {} of {name}", index + 1);
                node.find(id, &name)
            }),
            Value::Table(entries) => entries.iter().find_map(|entry| {
                let name = format!("`{}`", entry.name());
                entry.key.find(id, &name).or_else(|| entry.value.find(id, &name))
            }),
            _ => None,
        }
    }
}
