//! How dates and times are written.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::Words;

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

impl DateFormat {
    /// `date` as it is printed.
    pub fn show(self, date: NaiveDate, words: &Words) -> String {
        let (day, month, year) = (date.day(), named(&words.months, date.month0()), date.year());
        match self {
            Self::Plain => format!("{day} {month} {year}"),
            Self::Ordinal => format!("{day}{} {month} {year}", named(&words.ordinals, date.day0())),
            Self::Short => format!("{day} {} {year}", month.chars().take(3).collect::<String>()),
            Self::Brief => format!("{day} {} {:02}", shortened(month), year.rem_euclid(100)),
            Self::Numbers => format!("{day:02}/{:02}/{year}", date.month()),
        }
    }

    /// `date` with the day of the week before it.
    pub fn with_weekday(self, date: NaiveDate, words: &Words) -> String {
        let day = named(&words.weekdays, date.weekday().num_days_from_monday());
        format!("{day} {}", self.show(date, words))
    }
}

fn named(names: &[String], index: u32) -> &str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).map_or("", String::as_str)
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
    pub fn show(self, time: NaiveTime, words: &Words) -> String {
        let (afternoon, hour) = time.hour12();
        let (minute, half) = (time.minute(), if afternoon { &words.pm } else { &words.am });
        match self {
            Self::Colon => format!("{hour}:{minute:02}{half}"),
            Self::Stop => format!("{hour}.{minute:02}{half}"),
            Self::ColonSpaced => format!("{hour}:{minute:02} {half}"),
            Self::StopSpaced => format!("{hour}.{minute:02} {half}"),
            Self::Day => format!("{:02}:{minute:02}", time.hour()),
        }
    }
}
