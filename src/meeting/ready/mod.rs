//! The week before: what a clerk checks of an agenda, what is still missing, and by when it is due.
//!
//! Every check is a row of [`CHECKS`]. From it come the list that `quorate ready` prints and the table of the README.

mod before;
mod days;
mod own;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::agenda::{Agenda, ItemKind, Topic};
use super::body::Rules;
use super::findings::Findings;
use super::plan::Plan;
use super::state::{Item, State};

/// What the checks look at.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The meeting as its agenda and body have it, with what its record holds already.
    pub state: &'a State,
    /// The findings on it.
    pub findings: &'a Findings,
    /// The body's forward plan, where there is one.
    pub plan: Option<&'a Plan>,
    /// The last meeting of the body that was held, where its record lies beside the agenda.
    pub last: Option<&'a State>,
    /// The number of the last minute of that meeting.
    pub last_minute: Option<u32>,
    /// The open actions of that meeting and of all before it.
    pub left: &'a [Topic],
    /// The meetings whose minutes nobody agreed yet, the oldest first.
    pub unsettled: &'a [NaiveDate],
    /// What earlier meetings put off or did not reach, and none since had on its agenda.
    pub put_off: &'a [PutOff],
    /// The day on which it is asked, in the body's time zone.
    pub today: NaiveDate,
    /// What is odd about the files of the agenda, its body and its house style.
    pub files: &'a [String],
    /// Why what is private would not stay private where the record is kept.
    pub exposed: Option<&'a str>,
}

/// An item that a meeting left undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutOff {
    /// Its title, as everybody may read it.
    pub title: String,
    /// The day of the meeting.
    pub meeting: NaiveDate,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is left to do.
    Done,
    /// Something is left to do.
    Missing,
    /// There is nothing of the kind in this meeting, or nothing to check it against.
    DoesNotApply,
}

/// How a check came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How it stands.
    pub standing: Standing,
    /// By which day it is due, where that is known.
    pub due: Option<NaiveDate>,
    /// What was found, a sentence each.
    pub says: Vec<String>,
}

impl Answer {
    fn done(says: impl Into<String>) -> Self {
        Self { standing: Standing::Done, due: None, says: vec![says.into()] }
    }

    fn missing(says: impl Into<String>) -> Self {
        Self { standing: Standing::Missing, ..Self::done(says) }
    }

    fn does_not_apply(says: impl Into<String>) -> Self {
        Self { standing: Standing::DoesNotApply, ..Self::done(says) }
    }

    /// What is missing, or that nothing is.
    fn of(missing: Vec<String>, otherwise: impl Into<String>) -> Self {
        if missing.is_empty() {
            return Self::done(otherwise);
        }
        Self { standing: Standing::Missing, due: None, says: missing }
    }

    fn by(self, due: Option<NaiveDate>) -> Self {
        Self { due, ..self }
    }
}

/// A check.
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// What it asks.
    pub asks: &'static str,
    run: fn(&Desk<'_>) -> Answer,
}

/// Every check, in the order in which a clerk comes to them.
pub const CHECKS: &[Check] = &[
    Check { name: "rules", asks: "Are the body's rules set in its file?", run: own::rules },
    Check {
        name: "roll",
        asks: "Is every seat held, with its authority, its vote and its substitutes?",
        run: own::roll,
    },
    Check { name: "place", asks: "Do the papers say where the meeting is and whom to write to?", run: own::place },
    Check { name: "day", asks: "Is the meeting on a working day, and on a day of the plan?", run: days::day },
    Check {
        name: "promised",
        asks: "Is everything on the agenda that was planned for this meeting?",
        run: before::promised,
    },
    Check {
        name: "deferred",
        asks: "Is everything on the agenda that earlier meetings put off or did not reach?",
        run: before::deferred,
    },
    Check {
        name: "actions",
        asks: "Is every open action of the earlier meetings up for review?",
        run: before::actions,
    },
    Check {
        name: "minutes",
        asks: "Are all minutes before this meeting that are still to be agreed?",
        run: before::minutes,
    },
    Check { name: "numbers", asks: "Do the minutes number on from the last one?", run: before::numbers },
    Check { name: "reports", asks: "Has every item that needs one its report?", run: own::reports },
    Check {
        name: "private",
        asks: "Is every private item screened, with its paragraph and the reason?",
        run: own::private,
    },
    Check { name: "notice", asks: "Is the agenda published in time?", run: days::notice },
    Check { name: "added", asks: "Was anything added too late without a reason for urgency?", run: days::added },
    Check { name: "questions", asks: "By when are questions from the public received?", run: days::questions },
    Check { name: "substitutes", asks: "May those sit who are recorded as substitutes?", run: own::substitutes },
    Check {
        name: "precept",
        asks: "Does a precept come in time, and how many votes does a veto need?",
        run: days::precept,
    },
    Check { name: "hearing", asks: "Does a confirmation hearing come in time?", run: days::hearing },
    Check {
        name: "plan",
        asks: "Has the plan everything that the last meeting planned, on days that can be?",
        run: before::plan,
    },
    Check {
        name: "files",
        asks: "Are the files of the agenda, the body and the house style without gaps?",
        run: own::files,
    },
    Check { name: "keeping", asks: "Would what is private stay private where the record is kept?", run: own::keeping },
];

impl Check {
    /// How it stands.
    pub fn answer(&self, desk: &Desk<'_>) -> Answer {
        (self.run)(desk)
    }
}

impl<'a> Desk<'a> {
    fn agenda(&self) -> &'a Agenda {
        self.state.agenda()
    }

    fn rules(&self) -> &'a Rules {
        &self.state.body().rules
    }

    /// The last meeting, where no other was held between it and this one without a record here.
    fn just_before(&self) -> Option<&'a State> {
        let between = |last: &&State| self.agenda().last_meeting.is_some_and(|stated| stated > last.agenda().date);
        self.last.filter(|last| !between(last))
    }

    /// The last day on which the agenda may be published.
    fn publish_by(&self) -> Option<NaiveDate> {
        let rules = self.rules();
        rules.notice.and_then(|notice| rules.diary().publish_by(self.agenda().date, notice))
    }

    /// What findings of these names say.
    fn found(&self, names: &[&str]) -> Vec<String> {
        let found = self.findings.iter().filter(|finding| names.contains(&finding.rule.name));
        found.map(|finding| finding.sentence.clone()).collect()
    }

    fn items(&self, wanted: fn(&ItemKind) -> bool) -> impl Iterator<Item = &'a Item> {
        self.state.items().filter(move |item| wanted(&item.agenda.kind))
    }
}

/// A day as these sentences name it.
fn shown(day: NaiveDate) -> String {
    day.format("%A %-d %B %Y").to_string()
}
