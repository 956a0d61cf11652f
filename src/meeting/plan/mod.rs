//! The forward plan: one for a body, which its meetings amend.
//!
//! A record holds the plan as it was before its meeting ([`super::agenda::Agenda::plan`]) and what the meeting changed.
//! This is the plan itself: what comes when, what is to come without a date, and where each change was decided.

mod amend;
mod compare;
mod differ;
mod kind;
mod put_off;
mod remark;
mod step;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::agenda::PlanEntry;

pub use amend::{Amended, Edit, Unclear, amend};
pub use compare::{Lost, absent, lost, same_title};
pub use differ::{Difference, contradictions, differences};
pub use put_off::{PutOff, put_off};
pub use remark::{Remark, on_day, remarks};
pub use step::{PlanStep, net};

/// A body's plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What it is called where it is printed.
    pub title: Option<String>,
    /// When it was last brought up to date.
    pub updated: Option<NaiveDate>,
    /// A remark that is printed at its end.
    pub note: Option<String>,
    /// Meetings to come, in the order of the file.
    pub meetings: Vec<Planned>,
    /// What is to come before the body, nobody knows when.
    pub topics: Vec<PlanItem>,
    /// What was changed, the oldest first.
    pub changes: Vec<Change>,
}

/// What kind of meeting is planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// An ordinary one.
    #[default]
    #[serde(rename = "ordinary")]
    Ordinary,
    /// The annual meeting.
    #[serde(rename = "annual")]
    Annual,
    /// One on the budget or precept.
    #[serde(rename = "budget")]
    Budget,
    /// A briefing, which is not open to the public.
    #[serde(rename = "briefing")]
    Briefing,
    /// Training, which is not open to the public.
    #[serde(rename = "training")]
    Training,
    /// A conference or other event elsewhere.
    #[serde(rename = "conference")]
    Conference,
    /// A confirmation hearing.
    #[serde(rename = "hearing")]
    Hearing,
    /// One that is held only if it is needed.
    #[serde(rename = "if-needed")]
    IfNeeded,
    /// Any other, in the words of the house.
    #[serde(rename = "other")]
    Other,
}

/// The kinds, as files name them and as the plan prints them.
pub const KINDS: [(&str, &str, Kind); 8] = [
    ("ordinary", "", Kind::Ordinary),
    ("annual", "Annual Meeting", Kind::Annual),
    ("budget", "Budget Meeting", Kind::Budget),
    ("briefing", "Briefing", Kind::Briefing),
    ("training", "Training", Kind::Training),
    ("conference", "Conference", Kind::Conference),
    ("hearing", "Confirmation Hearing", Kind::Hearing),
    ("if-needed", "If needed", Kind::IfNeeded),
];

/// One meeting or event of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// Its key, which stays when it moves to another day.
    pub key: String,
    /// Its day; nothing while there is none.
    pub date: Option<NaiveDate>,
    /// The time of day, in the body's time zone.
    pub time: Option<NaiveTime>,
    /// Venue, a line each.
    pub venue: Vec<String>,
    /// What kind it is.
    pub kind: Kind,
    /// What it is called in place of its kind: "AGM".
    pub label: Option<String>,
    /// Whether it is for the members alone.
    pub private: bool,
    /// Its theme, where it has one.
    pub theme: Option<String>,
    /// What the plan remarks: "Please note change of date".
    pub note: Option<String>,
    /// What comes before it, in order.
    pub items: Vec<PlanItem>,
}

/// Something that is to come before the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanItem {
    /// Its title.
    pub title: String,
    /// Who writes or presents it.
    pub owner: Option<String>,
    /// What it is for: "To update the Panel on ...".
    pub purpose: Option<String>,
    /// The theme that it belongs to.
    pub theme: Option<String>,
}

/// What became of something in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It is on another day.
    Moved,
    /// It is not planned any more.
    Dropped,
    /// It is planned now.
    Added,
    /// Its time, venue or name is another.
    Changed,
}

/// The names of what may become of something in the plan, as files write them.
pub const WHATS: [(&str, What); 4] =
    [("moved", What::Moved), ("dropped", What::Dropped), ("added", What::Added), ("changed", What::Changed)];

impl What {
    /// How files write it.
    pub fn name(self) -> &'static str {
        WHATS.iter().find(|(_, what)| *what == self).map_or("", |(name, _)| name)
    }
}

/// A change of the plan, and where it was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub what: What,
    /// The day, before the change, of the meeting that it is about.
    pub meeting: Option<NaiveDate>,
    /// The item that it is about; nothing where it is the meeting itself.
    pub item: Option<String>,
    /// How it was, where a time, venue or name changed.
    pub from: Option<String>,
    /// How it is now; of what moved, the new day.
    pub to: Option<String>,
    /// The day of the meeting that decided it.
    pub decided: Option<NaiveDate>,
    /// The number of the minute.
    pub minute: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// The key of a meeting that was dropped, by which calendars know it.
    pub key: Option<String>,
    /// Whether the meeting that was dropped was for the members alone.
    pub private: bool,
}

impl Change {
    /// A change of which no more is known than what it is.
    pub fn of(what: What) -> Self {
        Self {
            what,
            meeting: None,
            item: None,
            from: None,
            to: None,
            decided: None,
            minute: None,
            why: None,
            key: None,
            private: false,
        }
    }

    /// The day to which something moved, where that is known.
    pub fn new_day(&self) -> Option<NaiveDate> {
        self.to.as_deref().filter(|_| self.what == What::Moved)?.parse().ok()
    }
}

/// The days that the meeting on `day` was planned for, the newest first and ending with the first.
pub fn days_of(changes: &[Change], day: NaiveDate) -> Vec<NaiveDate> {
    let mut days = vec![day];
    for change in changes.iter().rev().filter(|change| change.item.is_none()) {
        let moved_here = change.new_day().is_some() && change.new_day() == days.last().copied();
        if let Some(from) = change.meeting.filter(|from| moved_here && !days.contains(from)) {
            days.push(from);
        }
    }
    days
}

impl Planned {
    /// What it is called beside its day; nothing for an ordinary meeting.
    pub fn called(&self) -> Option<&str> {
        let usual = KINDS.iter().find(|(.., kind)| *kind == self.kind).map(|(_, title, _)| *title);
        self.label.as_deref().or(usual).filter(|called| !called.is_empty())
    }

    /// It as the agendas and records of meetings have it.
    pub fn entry(&self) -> PlanEntry {
        PlanEntry {
            date: self.date,
            time: self.time,
            kind: Some(self.kind).filter(|kind| *kind != Kind::Ordinary),
            label: self.called().map(str::to_owned),
            venue: self.venue.clone(),
            items: self.items.iter().map(|item| item.title.clone()).collect(),
        }
    }
}

impl Plan {
    /// The meetings to come after `day` that are open to the public, as an agenda has them. Those without a date are
    /// still to come.
    pub fn after(&self, day: NaiveDate) -> Vec<PlanEntry> {
        let to_come = |planned: &&Planned| !planned.private && planned.date.is_none_or(|date| date > day);
        self.in_order().into_iter().filter(to_come).map(Planned::entry).collect()
    }

    /// The meetings in the order of their days. One without a day stays behind the one that it stands behind.
    pub fn in_order(&self) -> Vec<&Planned> {
        let mut last = None;
        let mut dated: Vec<(Option<NaiveDate>, &Planned)> = Vec::new();
        for planned in &self.meetings {
            last = planned.date.or(last);
            dated.push((last, planned));
        }
        dated.sort_by_key(|(day, _)| *day);
        dated.into_iter().map(|(_, planned)| planned).collect()
    }

    /// The place of the meeting that an entry means: by its day, or for one without a day by what it is called and what
    /// comes before it. Of several on one day it is the one of the same time, name and items, as far as those tell them
    /// apart.
    ///
    /// # Errors
    ///
    /// They do not.
    pub fn place(&self, entry: &PlanEntry) -> Result<Option<usize>, Unclear> {
        let all: Vec<(usize, PlanEntry)> = self.meetings.iter().map(Planned::entry).enumerate().collect();
        let Some(day) = entry.date else {
            let same = |it: &PlanEntry| it.date.is_none() && it.label == entry.label && it.items == entry.items;
            return Ok(all.iter().find(|(_, it)| same(it)).map(|(place, _)| *place));
        };
        let mut left: Vec<&(usize, PlanEntry)> = all.iter().filter(|(_, it)| it.date == Some(day)).collect();
        let tells: [fn(&PlanEntry, &PlanEntry) -> bool; 3] = [
            |one, other| one.time == other.time,
            |one, other| one.label == other.label,
            |one, other| one.items == other.items,
        ];
        for same in tells {
            let fits: Vec<_> = left.iter().filter(|(_, it)| same(it, entry)).copied().collect();
            left = if fits.is_empty() { left } else { fits };
        }
        match left.as_slice() {
            [] => Ok(None),
            [(place, first), others @ ..] if others.iter().all(|(_, it)| it == first) => Ok(Some(*place)),
            _ => Err(Unclear::Which(day)),
        }
    }

    /// The meeting of a day, the first of several.
    pub fn on(&self, day: NaiveDate) -> Option<&Planned> {
        self.meetings.iter().find(|planned| planned.date == Some(day))
    }
}
