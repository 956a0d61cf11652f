//! Numbers beside their labels, such as the votes that were counted: digits, the arrows, Tab between them.

use crate::app::key::{Code, Key};
use crate::app::view::{PadView, Row};

/// The most that can be counted: nobody counts more hands.
const MOST: u32 = 99_999;

/// The numbers, and the one under the cursor. One that is not said is not nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    fields: Vec<(String, Option<u32>)>,
    at: usize,
    /// Whether the next digit begins a number afresh.
    fresh: bool,
}

impl Counts {
    /// Nothing counted yet under each label.
    pub fn new(labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { fields: labels.into_iter().map(|label| (label.into(), None)).collect(), at: 0, fresh: true }
    }

    /// Sets the number at `index`, to be taken or changed.
    pub fn set(&mut self, index: usize, count: Option<u32>) {
        if let Some((_, number)) = self.fields.get_mut(index) {
            *number = count;
        }
    }

    /// The number at `index`, where it was said.
    pub fn get(&self, index: usize) -> Option<u32> {
        self.fields.get(index).and_then(|(_, number)| *number)
    }

    /// The place of the number under the cursor.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What was counted in all.
    pub fn total(&self) -> u32 {
        self.fields.iter().filter_map(|(_, number)| *number).fold(0, u32::saturating_add)
    }

    /// Takes a key; says whether it was for the numbers.
    pub fn key(&mut self, key: Key) -> bool {
        let last = self.fields.len().saturating_sub(1);
        let Some((_, number)) = self.fields.get_mut(self.at) else { return false };
        let fresh = std::mem::take(&mut self.fresh);
        let now = number.unwrap_or(0);
        match (key.code, key.letter().and_then(|letter| letter.to_digit(10))) {
            (_, Some(digit)) => {
                let before = if fresh { 0 } else { now };
                *number = Some(before.saturating_mul(10).saturating_add(digit).min(MOST));
            }
            (Code::Up, _) => *number = Some(now.saturating_add(1).min(MOST)),
            (Code::Down, _) => *number = Some(now.saturating_sub(1)),
            (Code::Backspace, _) => *number = Some(now / 10).filter(|rest| *rest > 0),
            (Code::Tab, _) => {
                let back = key.shift;
                self.at = match (back, self.at) {
                    (true, 0) => last,
                    (true, at) => at - 1,
                    (false, at) if at >= last => 0,
                    (false, at) => at + 1,
                };
                self.fresh = true;
            }
            _ => {
                self.fresh = fresh;
                return false;
            }
        }
        true
    }

    /// Lays the numbers over what the pad shows.
    pub fn show(&self, mut pad: PadView) -> PadView {
        let row = |(label, number): &(String, Option<u32>)| Row {
            text: label.clone(),
            note: number.map_or_else(|| "–".to_owned(), |number| number.to_string()),
            ..Row::default()
        };
        pad.rows = self.fields.iter().map(row).collect();
        pad.chosen = Some(self.at).filter(|_| !self.fields.is_empty());
        pad
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(keys: &str) -> (Vec<Option<u32>>, u32) {
        let mut counts = Counts::new(["For", "Against", "Abstain"]);
        for key in keys.split(' ') {
            counts.key(key.parse().unwrap());
        }
        ((0..3).map(|index| counts.get(index)).collect(), counts.total())
    }

    #[test]
    fn digits_arrows_and_tab_count() {
        assert_eq!(counted("1 2 tab 3"), (vec![Some(12), Some(3), None], 15));
        assert_eq!(counted("up up tab up down"), (vec![Some(2), Some(0), None], 2));
        assert_eq!(counted("1 2 backspace tab tab tab 7"), (vec![Some(7), None, None], 7), "a digit begins afresh");
        assert_eq!(counted("4 backspace"), (vec![None; 3], 0));
        assert_eq!(counted("9 9 9 9 9 9 9"), (vec![Some(MOST), None, None], MOST));
        assert_eq!(counted("shift-tab 5"), (vec![None, None, Some(5)], 5));
    }

    #[test]
    fn what_was_not_said_is_not_shown_as_nought() {
        let mut counts = Counts::new(["For", "Against"]);
        counts.set(1, Some(0));
        let notes: Vec<String> = counts.show(PadView::default()).rows.into_iter().map(|row| row.note).collect();
        assert_eq!(notes, ["–", "0"]);
        assert!(!counts.key(Key::plain(Code::Enter)));
    }
}
