//! How the members of a list are numbered.

use serde::{Deserialize, Deserializer, de::Error};

/// The sample of a list whose members are paragraphs.
const BARE: &str = "none";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Number,
    Letter,
    Roman,
    Nothing,
}

/// How the members of a list are numbered, read from how the first is: `1.`, `1)`, `a)`, `(i)`; with the number of their
/// item `1.1`; `-` for no number, `none` for paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// What stands between the number of the item and the member's, where both are printed.
    item: Option<String>,
    before: String,
    count: Count,
    after: String,
}

impl Marker {
    /// A marker like `sample`; nothing where the sample has no 1, a or i to count from.
    pub fn like(sample: &str) -> Option<Self> {
        let sample = sample.trim();
        if sample == BARE {
            return Some(Self { before: String::new(), ..Self::none() });
        }
        let (before, count, after) = match counted(sample) {
            Some(found) => found,
            None if matches!(sample, "-" | "–" | "•" | "*") => (sample, Count::Nothing, ""),
            None => return None,
        };
        let sound = is_sign(before) && is_sign(after);
        sound.then(|| Self { item: None, before: before.to_owned(), count, after: after.to_owned() })
    }

    /// A marker like `sample`, which may begin with the number of the item: `1.1`, `1(a)`.
    pub fn within_item(sample: &str) -> Option<Self> {
        let inside = sample.trim().strip_prefix('1').and_then(counted).filter(|(between, ..)| !between.is_empty());
        let Some((between, count, after)) = inside else { return Self::like(sample) };
        let sound = is_sign(between) && is_sign(after);
        sound.then(|| Self { item: Some(between.to_owned()), before: String::new(), count, after: after.to_owned() })
    }

    /// No numbers: a hyphen before each member.
    pub fn none() -> Self {
        Self { item: None, before: "-".to_owned(), count: Count::Nothing, after: String::new() }
    }

    /// How its first number is written, or its sign where it does not count.
    pub fn sample(&self) -> String {
        if self.is_bare() {
            return BARE.to_owned();
        }
        let first = match self.count {
            Count::Number => "1",
            Count::Letter => "a",
            Count::Roman => "i",
            Count::Nothing => "",
        };
        match &self.item {
            Some(between) => format!("1{between}{first}{}", self.after),
            None => format!("{}{first}{}", self.before, self.after),
        }
    }

    /// The marker of the member at `index`, from 0, under the item numbered `item`.
    pub fn under(&self, item: &str, index: usize) -> String {
        match &self.item {
            Some(between) => format!("{item}{between}{}", self.show(index)),
            None => self.show(index),
        }
    }

    /// The marker of the member at `index`, from 0.
    pub fn show(&self, index: usize) -> String {
        format!("{}{}{}", self.before, self.bare(index), self.after)
    }

    /// The number or letters of the member at `index`, from 0, without the signs beside them; empty where it does not
    /// count.
    pub fn bare(&self, index: usize) -> String {
        match self.count {
            Count::Number => (index + 1).to_string(),
            Count::Letter => letters(index),
            Count::Roman => roman(index + 1),
            Count::Nothing => String::new(),
        }
    }

    /// Whether nothing stands before the members, which are paragraphs then.
    pub fn is_bare(&self) -> bool {
        !self.counts() && self.before.is_empty()
    }

    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.count != Count::Nothing
    }
}

/// What stands before the first number in `sample`, how it counts, and what stands after.
fn counted(sample: &str) -> Option<(&str, Count, &str)> {
    [('1', Count::Number), ('a', Count::Letter), ('i', Count::Roman)]
        .into_iter()
        .find_map(|(first, count)| sample.split_once(first).map(|(before, after)| (before, count, after)))
}

fn is_sign(part: &str) -> bool {
    part.len() <= 4 && !part.chars().any(char::is_alphanumeric)
}

/// a to z, then aa, ab and on.
fn letters(index: usize) -> String {
    let mut left = index;
    let mut reversed = String::new();
    loop {
        reversed.extend(u8::try_from(left % 26).map(|step| char::from(b'a' + step)));
        match (left / 26).checked_sub(1) {
            Some(rest) => left = rest,
            None => return reversed.chars().rev().collect(),
        }
    }
}

/// A number in small Roman numerals, up to those that there are; then in figures.
pub(in crate::minutes) fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number >= 4000 {
        return number.to_string();
    }
    let mut left = number;
    let mut text = String::new();
    for (value, letters) in STEPS {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}

impl<'de> Deserialize<'de> for Marker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let sample = String::deserialize(deserializer)?;
        Self::like(&sample)
            .ok_or_else(|| D::Error::custom("write the first number of the list: 1. or 1) or a) or (i), or - or none"))
    }
}

/// Reads the marker of a list that stands in one item.
pub(super) fn within_item<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Marker>, D::Error> {
    let sample = String::deserialize(deserializer)?;
    let marker = Marker::within_item(&sample);
    marker
        .map(Some)
        .ok_or_else(|| D::Error::custom("write the first number of the list: 1. or 1) or a) or 1.1, or - or none"))
}
