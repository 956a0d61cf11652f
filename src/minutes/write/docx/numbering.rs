//! The numbering of lists: every list its own, from the number that it begins with.

use std::io;

use super::NAMESPACES;
use super::xml::Xml;
use crate::minutes::style::roman;
use crate::text::harmless_line;

/// The list of everything that has a dot before it.
const DOTS: usize = 1;

/// Word goes on from z with aa, bb and cc, minutes with aa, ab and ac; up to this number they agree.
const LAST_LETTERS: usize = 27;

/// How many lists of one item may still go on. One that was begun before these has ended.
const OPEN: usize = 8;

/// The lists of a document, in the order in which they begin.
#[derive(Debug, Default)]
pub(super) struct Lists {
    begun: Vec<Number>,
    /// The places among those begun of the lists that may go on, the latest last, each with its last number.
    open: Vec<(usize, usize)>,
}

impl Lists {
    /// The list that the member with this marker belongs to: one that goes on with it, or one that begins with it.
    /// Nothing where no numbering can say the marker.
    pub(super) fn place(&mut self, marker: &str) -> Option<usize> {
        let read = Number::read(marker);
        let follows = |&(list, last): &(usize, usize)| {
            let of = self.begun.get(list);
            of.is_some_and(|of| read.iter().any(|number| number.is_like(of) && number.value == last + 1))
        };
        let list = if let Some(at) = self.open.iter().rposition(follows) {
            let (goes_on, number) = self.open.remove(at);
            self.open.push((goes_on, number + 1));
            goes_on
        } else {
            // “c” is a third letter rather than a hundred, “v” a five rather than a letter late in a list.
            let number = read.into_iter().min_by_key(|number| number.value)?;
            if self.open.len() == OPEN {
                self.open.remove(0);
            }
            self.open.push((self.begun.len(), number.value));
            self.begun.push(number);
            self.begun.len() - 1
        };
        Some(list + DOTS + 1)
    }

    /// Ends all lists: what follows is another item.
    pub(super) fn close(&mut self) {
        self.open.clear();
    }

    /// The part that describes them.
    pub(super) fn write(&self, xml: &mut Xml<'_>) -> io::Result<()> {
        let numbered = || (DOTS + 1..).zip(&self.begun);
        xml.element("w:numbering", NAMESPACES, |xml| {
            definition(xml, DOTS, |xml| level(xml, 1, "bullet", Some("ListBullet"), "•"))?;
            for (list, number) in numbered() {
                definition(xml, list, |xml| level(xml, number.value, number.count.format(), None, &number.pattern()))?;
            }
            for list in std::iter::once(DOTS).chain(numbered().map(|(list, _)| list)) {
                let list = list.to_string();
                xml.element("w:num", &[("w:numId", &list)], |xml| xml.value("w:abstractNumId", &list))?;
            }
            Ok(())
        })
    }
}

fn definition(xml: &mut Xml<'_>, list: usize, level: impl FnOnce(&mut Xml<'_>) -> io::Result<()>) -> io::Result<()> {
    xml.element("w:abstractNum", &[("w:abstractNumId", &list.to_string())], |xml| {
        // By this number Word tells lists apart that are copied into another document.
        xml.value("w:nsid", &format!("{list:08X}"))?;
        xml.value("w:multiLevelType", "singleLevel")?;
        level(xml)
    })
}

fn level(xml: &mut Xml<'_>, start: usize, format: &str, style: Option<&str>, text: &str) -> io::Result<()> {
    xml.element("w:lvl", &[("w:ilvl", "0")], |xml| {
        xml.value("w:start", &start.to_string())?;
        xml.value("w:numFmt", format)?;
        style.map_or(Ok(()), |style| xml.value("w:pStyle", style))?;
        xml.value("w:lvlText", text)?;
        xml.value("w:lvlJc", "left")?;
        xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", "720"), ("w:hanging", "720")]))
    })
}

/// What a marker counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Figures,
    Letters,
    Roman,
}

impl Count {
    const fn format(self) -> &'static str {
        match self {
            Self::Figures => "decimal",
            Self::Letters => "lowerLetter",
            Self::Roman => "lowerRoman",
        }
    }

    /// The number that `counted` stands for, where a word processor would write that number just so.
    fn read(self, counted: &str) -> Option<usize> {
        match self {
            Self::Figures => {
                // Word counts no further than this type does.
                let value = counted.parse::<i16>().ok().filter(|value| *value > 0 && value.to_string() == counted);
                value.and_then(|value| usize::try_from(value).ok())
            }
            Self::Letters => {
                let first = counted.bytes().next().filter(u8::is_ascii_lowercase)?;
                let value = usize::from(first - b'a') + 1;
                match counted.len() {
                    1 => Some(value),
                    2 if counted == "aa" => Some(LAST_LETTERS),
                    _ => None,
                }
            }
            Self::Roman => from_roman(counted),
        }
    }
}

/// A marker of a list, taken apart.
#[derive(Debug)]
struct Number {
    before: String,
    count: Count,
    value: usize,
    after: String,
}

impl Number {
    /// Every way of reading a marker: “i” may be a letter or a one. A marker that holds more than signs around its
    /// number, such as a year or the letters of a body, is told as it stands.
    fn read(marker: &str) -> Vec<Self> {
        let marker = harmless_line(marker);
        let counted = marker.trim_matches(|letter: char| !letter.is_alphanumeric());
        let Some((before, after)) = marker.split_once(counted).filter(|_| !counted.is_empty()) else {
            return Vec::new();
        };
        // A percent sign begins the number in a pattern, and cannot stand for itself.
        if marker.contains('%') {
            return Vec::new();
        }
        let kinds = [Count::Figures, Count::Letters, Count::Roman].into_iter();
        let read = kinds.filter_map(|count| Some((count, count.read(counted)?)));
        read.map(|(count, value)| Self { before: before.into(), count, value, after: after.into() }).collect()
    }

    fn is_like(&self, other: &Self) -> bool {
        (&self.before, self.count, &self.after) == (&other.before, other.count, &other.after)
    }

    fn pattern(&self) -> String {
        format!("{}%1{}", self.before, self.after)
    }
}

fn from_roman(text: &str) -> Option<usize> {
    let values: Option<Vec<usize>> = text.chars().map(roman_digit).collect();
    let values = values?;
    let next = values.iter().skip(1).chain([&0]);
    let (up, down) = values
        .iter()
        .zip(next)
        .fold((0, 0), |(up, down), (value, next)| if value < next { (up, down + value) } else { (up + value, down) });
    up.checked_sub(down).filter(|value| *value > 0 && roman(*value) == text)
}

const fn roman_digit(letter: char) -> Option<usize> {
    match letter {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        'd' => Some(500),
        'm' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists that markers are placed in; `-` for those that stand as text, `/` for the next item.
    fn placed(markers: &str) -> String {
        let mut lists = Lists::default();
        let place = |marker: &str| match (marker, lists.place(marker)) {
            ("/", _) => {
                lists.close();
                "/".to_owned()
            }
            (_, list) => list.map_or_else(|| "-".to_owned(), |list| list.to_string()),
        };
        markers.split(' ').map(place).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_list_goes_on_while_its_markers_do_and_another_begins_where_they_do_not() {
        for (markers, lists) in [
            ("1) 2) 3)", "2 2 2"),
            ("1. 2. 1) 2) 3.", "2 2 3 3 2"),
            ("1. 2. 1. 2. 3.", "2 2 3 3 3"),
            ("1. 2. 3. 1. 4.", "2 2 2 3 2"),
            ("1. 2. / 3. 4.", "2 2 / 3 3"),
            ("7) 8) 10)", "2 2 3"),
            ("(i) (ii) (iii) (iv)", "2 2 2 2"),
            ("g) h) i) j)", "2 2 2 2"),
            ("i) ii) a) b)", "2 2 3 3"),
            ("v) vi)", "2 2"),
            ("c) d)", "2 2"),
            ("z) aa) ab)", "2 2 -"),
            ("PL31 PL32 31/2026 1.1 01. 5a", "- - - - - -"),
            ("1% 0. iix) 32768.", "- - - -"),
            ("- \u{2022}", "- -"),
            ("\u{0661}.", "-"),
        ] {
            assert_eq!(placed(markers), lists, "{markers}");
        }
    }

    #[test]
    fn a_list_of_long_ago_has_ended() {
        let begun: Vec<String> = (1..=OPEN + 1).map(|number| format!("{}.", number * 10)).collect();
        let markers = begun.join(" ") + " 31. 11.";
        assert!(placed(&markers).ends_with(" 4 11"), "{}", placed(&markers));
    }
}
