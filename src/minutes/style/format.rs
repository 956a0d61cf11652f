//! How dates, times and the numbers of lists are written.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// How dates are written, each named by a sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateFormat {
    /// 19 July 2023
    #[default]
    #[serde(rename = "19 July 2023")]
    Plain,
    /// 19th July 2023
    #[serde(rename = "19th July 2023")]
    Ordinal,
    /// 19 Jul 2023
    #[serde(rename = "19 Jul 2023")]
    Short,
    /// 19 Sept 23: the month as newspapers shorten it, the year without its century.
    #[serde(rename = "19 Sept 23")]
    Brief,
    /// 19/07/2023
    #[serde(rename = "19/07/2023")]
    Numbers,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl DateFormat {
    /// `date` as it is printed.
    pub fn show(self, date: NaiveDate) -> String {
        let (day, month, year) = (date.day(), month(date), date.year());
        match self {
            Self::Plain => format!("{day} {month} {year}"),
            Self::Ordinal => format!("{day}{} {month} {year}", ordinal(day)),
            Self::Short => format!("{day} {} {year}", month.get(..3).unwrap_or(month)),
            Self::Brief => format!("{day} {} {:02}", shortened(month), year.rem_euclid(100)),
            Self::Numbers => format!("{day:02}/{:02}/{year}", date.month()),
        }
    }

    /// `date` with the day of the week before it.
    pub fn with_weekday(self, date: NaiveDate) -> String {
        let day = match date.weekday() {
            chrono::Weekday::Mon => "Monday",
            chrono::Weekday::Tue => "Tuesday",
            chrono::Weekday::Wed => "Wednesday",
            chrono::Weekday::Thu => "Thursday",
            chrono::Weekday::Fri => "Friday",
            chrono::Weekday::Sat => "Saturday",
            chrono::Weekday::Sun => "Sunday",
        };
        format!("{day} {}", self.show(date))
    }
}

fn month(date: NaiveDate) -> &'static str {
    let index = usize::try_from(date.month0()).unwrap_or(0);
    MONTHS.get(index).copied().unwrap_or("January")
}

/// A month as newspapers shorten it: those of up to five letters stay whole, and September keeps a fourth.
fn shortened(month: &str) -> &str {
    let letters = if month.len() <= 5 {
        month.len()
    } else if month == "September" {
        4
    } else {
        3
    };
    month.get(..letters).unwrap_or(month)
}

fn ordinal(day: u32) -> &'static str {
    match (day % 100, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// How times of day are written, each named by a sample. Seconds are not printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TimeFormat {
    /// 2:00pm
    #[default]
    #[serde(rename = "2:00pm")]
    Colon,
    /// 2.00pm
    #[serde(rename = "2.00pm")]
    Stop,
    /// 2:00 pm
    #[serde(rename = "2:00 pm")]
    ColonSpaced,
    /// 2.00 pm
    #[serde(rename = "2.00 pm")]
    StopSpaced,
    /// 14:00
    #[serde(rename = "14:00")]
    Day,
}

impl TimeFormat {
    /// `time` as it is printed.
    pub fn show(self, time: NaiveTime) -> String {
        let (afternoon, hour) = time.hour12();
        let (minute, half) = (time.minute(), if afternoon { "pm" } else { "am" });
        match self {
            Self::Colon => format!("{hour}:{minute:02}{half}"),
            Self::Stop => format!("{hour}.{minute:02}{half}"),
            Self::ColonSpaced => format!("{hour}:{minute:02} {half}"),
            Self::StopSpaced => format!("{hour}.{minute:02} {half}"),
            Self::Day => format!("{:02}:{minute:02}", time.hour()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Number,
    Letter,
    Roman,
    Nothing,
}

/// The sample of a list whose members are paragraphs.
const BARE: &str = "none";

/// How the members of a list are numbered, read from how the first is: `1.`, `1)`, `a)`, `(i)`; `-` for no number, `none`
/// for paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    before: String,
    count: Count,
    after: String,
}

impl Marker {
    /// A marker like `sample`; nothing where the sample has no 1, a or i to count from.
    pub fn like(sample: &str) -> Option<Self> {
        let sample = sample.trim();
        let found = [('1', Count::Number), ('a', Count::Letter), ('i', Count::Roman)]
            .into_iter()
            .find_map(|(first, count)| sample.split_once(first).map(|(before, after)| (before, count, after)));
        let (before, count, after) = match found {
            Some(found) => found,
            None if matches!(sample, "-" | "•" | "*") => (sample, Count::Nothing, ""),
            None if sample == BARE => ("", Count::Nothing, ""),
            None => return None,
        };
        let bare = |part: &str| part.len() <= 4 && !part.chars().any(char::is_alphanumeric);
        (bare(before) && bare(after)).then(|| Self { before: before.to_owned(), count, after: after.to_owned() })
    }

    /// No numbers: a hyphen before each member.
    pub fn none() -> Self {
        Self { before: "-".to_owned(), count: Count::Nothing, after: String::new() }
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
        format!("{}{first}{}", self.before, self.after)
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
        self.count == Count::Nothing && self.before.is_empty()
    }

    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.count != Count::Nothing
    }
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
            .ok_or_else(|| D::Error::custom("write the first number of the list: 1. or 1) or a) or (i) or -"))
    }
}
