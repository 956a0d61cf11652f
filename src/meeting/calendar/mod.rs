//! Working days, clear days and the days by which things are due.
//!
//! Nothing here is a rule of any body: how much notice a body gives, and how its days are counted, is in its file
//! ([`super::body::Rules`]).

mod holidays;
#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

pub use holidays::{easter, holidays, is_holiday};

/// The most days that are counted through. Nothing is given notice of for longer.
const MOST: usize = 1_000;

/// Which days count towards a number of clear days. The day of publication and that of the meeting never do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Counted {
    /// Days from Monday to Friday that are no bank holidays: as the five clear days of the Local Government Act 1972,
    /// sections 100A(6) and 100B(3), are usually counted.
    #[serde(rename = "working-days")]
    Working,
    /// Days that are no Sunday and in no Christmas, Easter or bank-holiday break, as section 243 of the 1972 Act leaves
    /// days out of account: how the three clear days of a parish council's summons (Schedule 12, paragraph 10(2)) may
    /// be counted. Days of public thanksgiving or mourning are among the body's closed days.
    #[serde(rename = "without-breaks")]
    WithoutBreaks,
}

/// How long before a meeting its agenda is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// How many clear days.
    pub clear_days: u32,
    /// Which days count.
    pub counted: Counted,
}

/// From when a number of days is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// On the so-manieth working day after the agenda was published.
    #[serde(rename = "working-days-after-publication")]
    WorkingDaysAfterPublication(u32),
    /// So many clear working days before the meeting.
    #[serde(rename = "clear-working-days-before")]
    ClearWorkingDaysBefore(u32),
    /// So many days before the meeting, whatever days they are.
    #[serde(rename = "days-before")]
    DaysBefore(u32),
}

/// By when questions from the public are received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionDeadline {
    /// By which day.
    pub within: Within,
    /// By which time of that day, in the body's time zone; by its end where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<NaiveTime>,
}

/// The days as one body counts them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Diary<'a> {
    /// Days on which it is closed besides bank holidays.
    pub closed: &'a [NaiveDate],
}

impl Diary<'_> {
    /// Why nothing is usually done on a day, where that is so: "a Saturday", "a bank holiday", "a closed day".
    pub fn why_closed(&self, day: NaiveDate) -> Option<&'static str> {
        match day.weekday() {
            Weekday::Sat => Some("a Saturday"),
            Weekday::Sun => Some("a Sunday"),
            _ if is_holiday(day) => Some("a bank holiday"),
            _ if self.closed.contains(&day) => Some("a day on which the offices are closed"),
            _ => None,
        }
    }

    /// Whether a day is a working day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.why_closed(day).is_none()
    }

    /// Whether a day counts towards a number of clear days.
    pub fn counts(&self, day: NaiveDate, counted: Counted) -> bool {
        match counted {
            Counted::Working => self.is_working(day),
            Counted::WithoutBreaks => day.weekday() != Weekday::Sun && !self.closed.contains(&day) && !in_break(day),
        }
    }

    /// How many clear days lie between publication and the meeting.
    pub fn clear_days(&self, published: NaiveDate, meeting: NaiveDate, counted: Counted) -> u32 {
        let between = published.iter_days().skip(1).take_while(|day| *day < meeting).take(MOST);
        u32::try_from(between.filter(|day| self.counts(*day, counted)).count()).unwrap_or(u32::MAX)
    }

    /// The last working day on which an agenda may be published for a meeting.
    pub fn publish_by(&self, meeting: NaiveDate, notice: Notice) -> Option<NaiveDate> {
        let long_enough = |day: &NaiveDate| self.clear_days(*day, meeting, notice.counted) >= notice.clear_days;
        before(meeting).filter(|day| self.is_working(*day)).find(long_enough)
    }

    /// The last day for questions from the public; nothing where that follows from a publication that is not known.
    pub fn questions_by(
        &self,
        deadline: Within,
        published: Option<NaiveDate>,
        meeting: NaiveDate,
    ) -> Option<NaiveDate> {
        match deadline {
            Within::WorkingDaysAfterPublication(days) => {
                let after = published?.iter_days().skip(1).take(MOST).filter(|day| self.is_working(*day));
                after.take(usize::try_from(days).ok()?).last()
            }
            Within::ClearWorkingDaysBefore(days) => {
                let notice = Notice { clear_days: days, counted: Counted::Working };
                self.publish_by(meeting, notice)
            }
            Within::DaysBefore(days) => meeting.checked_sub_days(Days::new(days.into())),
        }
    }
}

/// The days before one, the nearest first.
fn before(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).take(MOST)
}

/// Whether a day lies in the Christmas break, the Easter break or a bank-holiday break of the Local Government Act 1972,
/// section 243: from the last week day before to the next week day after, and from Maundy Thursday to Easter Tuesday.
fn in_break(day: NaiveDate) -> bool {
    let near_easter = |easter: NaiveDate| (-3..=2).contains(&(day - easter).num_days());
    if easter(day.year()).is_some_and(near_easter) {
        return true;
    }
    let open = |other: &NaiveDate| other.weekday() != Weekday::Sun && !is_holiday(*other);
    if !open(&day) {
        return is_holiday(day);
    }
    // The week days next to a run of Sundays and holidays belong to the break of that run.
    let run = |step: fn(&NaiveDate) -> Option<NaiveDate>| {
        std::iter::successors(step(&day), step).take_while(|other| !open(other)).take(MOST).any(is_holiday)
    };
    run(NaiveDate::succ_opt) || run(NaiveDate::pred_opt)
}

/// How many days lie between two days; negative where the second is earlier.
pub fn days_from(one: NaiveDate, other: NaiveDate) -> i64 {
    TimeDelta::num_days(&(other - one))
}
