//! A list in which every row has a state that keys set, as in the attendance pad or a vote by name.
//!
//! The pad keeps the states and shows them; this is what its keys mean.

use super::list::{Cursor, hint, letter, picked};
use crate::app::key::{Code, Key};
use crate::app::view::{Hint, PadView, Row};

/// A state that rows are marked with, and the key that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brush<S> {
    /// The key.
    pub key: char,
    /// The state.
    pub state: S,
    /// What the hint calls it.
    pub name: &'static str,
}

/// How keys mark rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A key chooses the state, letters mark rows with it: for many rows of one state.
    Brush,
    /// A key gives the row under the cursor its state and goes on to the next: for names that are called in order.
    Call,
}

/// The states, the one that is chosen, and the row under the cursor.
#[derive(Clone, Copy, Debug)]
pub struct Marking<S: 'static> {
    brushes: &'static [Brush<S>],
    way: Way,
    chosen: usize,
    cursor: Cursor,
}

/// What a key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked<S> {
    /// It was not for the list.
    Pass,
    /// It moved the cursor or chose another state.
    Stay,
    /// This row is to be given this state.
    Row(usize, S),
}

impl<S: Copy + PartialEq> Marking<S> {
    /// A list that begins with the state `first`.
    pub fn new(brushes: &'static [Brush<S>], way: Way, first: S) -> Self {
        let chosen = brushes.iter().position(|brush| brush.state == first).unwrap_or(0);
        Self { brushes, way, chosen, cursor: Cursor(0) }
    }

    /// The state that letters mark rows with.
    pub fn brush(&self) -> Option<&'static Brush<S>> {
        self.brushes.get(self.chosen)
    }

    /// Takes a key while there are `len` rows.
    pub fn key(&mut self, key: Key, len: usize) -> Marked<S> {
        if self.cursor.key(key, len) {
            return Marked::Stay;
        }
        let here = self.cursor.within(len);
        let brush = key.letter().and_then(|typed| self.brushes.iter().position(|brush| brush.key == typed));
        if let Some(brush) = brush {
            self.chosen = brush;
        }
        let row = match (self.way, brush) {
            (Way::Brush, Some(_)) => return Marked::Stay,
            (Way::Call, Some(_)) => {
                _ = self.cursor.key(Key::plain(Code::Down), len);
                here
            }
            (_, None) if key.code == Code::Char(' ') => here,
            (Way::Brush, None) => picked(key, len, ""),
            (Way::Call, None) => None,
        };
        match (row, self.brush()) {
            (Some(row), Some(brush)) => Marked::Row(row, brush.state),
            _ => Marked::Pass,
        }
    }

    /// Lays the list over what the pad shows: `rows` without their letters.
    pub fn show(&self, mut pad: PadView, rows: impl IntoIterator<Item = Row>) -> PadView {
        let key = |index| (self.way == Way::Brush).then(|| letter(index, "")).flatten();
        let rows = rows.into_iter().enumerate().map(|(index, row)| Row { key: key(index), ..row });
        pad.rows = rows.collect();
        pad.chosen = self.cursor.within(pad.rows.len());
        pad
    }

    /// What the keys of the states do.
    pub fn hints(&self) -> impl Iterator<Item = Hint> {
        self.brushes.iter().map(|brush| hint(&brush.key.to_string(), brush.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VOTES: [Brush<i8>; 3] = [
        Brush { key: 'f', state: 1, name: "for" },
        Brush { key: 'a', state: -1, name: "against" },
        Brush { key: '0', state: 0, name: "abstains" },
    ];

    fn marked(mut list: Marking<i8>, keys: &str) -> Vec<(usize, i8)> {
        let marked = keys.split(' ').map(|key| list.key(key.parse().unwrap(), 3));
        let rows =
            marked.filter_map(|marked| if let Marked::Row(row, state) = marked { Some((row, state)) } else { None });
        rows.collect()
    }

    #[test]
    fn names_called_in_order_take_a_key_each() {
        let list = || Marking::new(&VOTES, Way::Call, 0);
        assert_eq!(marked(list(), "f a f"), [(0, 1), (1, -1), (2, 1)]);
        assert_eq!(marked(list(), "f a up 0 b"), [(0, 1), (1, -1), (1, 0)], "a letter that is no state marks nothing");
        assert!(list().show(PadView::default(), [Row::default()]).rows.iter().all(|row| row.key.is_none()));
    }

    #[test]
    fn a_brush_marks_whichever_rows_are_picked() {
        let list = || Marking::new(&VOTES, Way::Brush, 0);
        assert_eq!(marked(list(), "b f c down space z"), [(1, 0), (2, 1), (1, 1)]);
        let shown = list().show(PadView::default(), [Row::default(), Row::default()]);
        assert_eq!(shown.rows.iter().filter_map(|row| row.key).collect::<String>(), "ab");
    }
}
