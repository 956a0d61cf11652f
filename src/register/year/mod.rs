//! A year of a body: which meetings were held, who came, what was decided, recommended and done. What an annual report needs.

mod print;
mod sat;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::meeting::agenda::{Pledge, Topic};
use crate::meeting::fact::Verb;
use crate::text::fold;

use super::actions::{Action, Register, actions, bodies};

pub use print::{blocks, sheet, to_json};
pub use sat::{Came, Sat, sat};

/// Which meetings are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// The municipal year that the agendas name: "2023/24".
    pub municipal: Option<String>,
}

impl Span {
    fn has(&self, meeting: &Sat) -> bool {
        let day = meeting.held.date;
        let named = |year: &String| meeting.year().is_some_and(|its| spelt(&its) == spelt(year));
        self.from.is_none_or(|from| day >= from)
            && self.until.is_none_or(|until| day <= until)
            && self.municipal.as_ref().is_none_or(named)
    }
}

/// The meetings that a municipal year may have and that nothing says the year of, each with the body's name.
pub fn without_year(meetings: &[Sat], span: &Span) -> Vec<(String, NaiveDate)> {
    let Some(wanted) = span.municipal.as_deref().map(spelt) else { return Vec::new() };
    let may_be = |meeting: &&Sat| {
        let ends = meeting.held.date.year().to_string();
        let ends = spelt(&ends).into_iter().next();
        meeting.year().is_none() && ends.is_some_and(|ends| wanted.contains(&ends))
    };
    meetings.iter().filter(may_be).map(|meeting| (meeting.held.name.clone(), meeting.held.date)).collect()
}

/// A municipal year in one spelling: "2023/24" for "2023-2024" too.
fn spelt(year: &str) -> Vec<String> {
    let parts = year.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| part.get(part.len().saturating_sub(2)..).unwrap_or(part).to_owned()).collect()
}

/// How often somebody came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Who, as messages name people in full.
    pub name: String,
    /// To how many meetings they were called: those at which they held a seat.
    pub meetings: usize,
    /// At how many they were there.
    pub present: usize,
    /// At how many they were there by a connection that the body's rules do not count.
    #[serde(skip_serializing_if = "is_none")]
    pub remote: usize,
    /// At how many a substitute came for them.
    pub substituted: usize,
    /// For how many they sent apologies, and nobody.
    pub apologies: usize,
    /// From how many they were away without apologies.
    pub absent: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_none(count: &usize) -> bool {
    *count == 0
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its day.
    pub date: NaiveDate,
    /// Where it was, as printed.
    pub venue: String,
    /// At how many seats the member or a substitute was there.
    pub present: usize,
    /// Of how many seats that were held.
    pub members: usize,
    /// How many decisions were taken.
    pub decisions: usize,
}

/// Somebody who came in another's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoodIn {
    /// Who.
    pub name: String,
    /// In whose place.
    pub member: String,
    /// How often.
    pub times: usize,
}

/// The actions of a year: those carried in and those given in it are those finished in it and those open at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Actions {
    /// How many earlier years had left open.
    pub carried_in: usize,
    /// How many undertakings were given.
    pub undertakings: usize,
    /// How many recommendations were made.
    pub recommendations: usize,
    /// How many were finished.
    pub finished: usize,
    /// How many are open at the end.
    pub open: usize,
}

/// The year of one body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// The body's name.
    pub body: String,
    /// The meetings that were held, in order.
    pub meetings: Vec<Meeting>,
    /// The days of records that were begun for a meeting that never was called to order.
    pub not_held: Vec<NaiveDate>,
    /// Its members in the order in which they are first seen.
    pub attendance: Vec<Attendance>,
    /// The substitutes.
    pub substitutes: Vec<StoodIn>,
    /// How many decisions of each kind.
    pub decisions: BTreeMap<Verb, usize>,
    /// What was recommended to others in the year, with what they answered.
    pub recommendations: Vec<Topic>,
    /// Its actions.
    pub actions: Actions,
}

/// Makes the years of all bodies, by name. Meetings outside the span say only what came of earlier actions.
pub fn years(mut meetings: Vec<Sat>, span: &Span) -> Vec<Year> {
    let key = |sat: &Sat| (sat.held.body.clone(), sat.held.date, sat.held.time);
    meetings.sort_by_cached_key(key);
    let named = bodies(meetings.iter().map(|sat| (sat.held.body.as_str(), sat.held.name.as_str(), sat.held.date)));
    let of = |body: &str| {
        meetings.chunk_by(|a, b| a.held.body == b.held.body).find(|all| all.iter().any(|one| one.held.body == body))
    };
    let years = named.into_iter().filter_map(|body| Some((of(&body.key)?, body.name)));
    years
        .filter(|(all, _)| all.iter().any(|meeting| span.has(meeting)))
        .map(|(all, name)| of_body(all, name, span))
        .collect()
}

fn of_body(all: &[Sat], body: String, span: &Span) -> Year {
    let within: Vec<&Sat> = all.iter().filter(|meeting| span.has(meeting)).collect();
    let held: Vec<&Sat> = within.iter().copied().filter(|meeting| meeting.began.is_some()).collect();
    let mut decisions = BTreeMap::new();
    held.iter().flat_map(|meeting| &meeting.decided).for_each(|verb| *decisions.entry(*verb).or_default() += 1);
    // What meetings after the year heard is no part of it.
    let first = held.first().map_or(NaiveDate::MIN, |meeting| meeting.held.date);
    let last = held.last().map_or(NaiveDate::MAX, |meeting| meeting.held.date);
    let known = all.iter().filter(|meeting| meeting.held.date <= last).map(|meeting| meeting.held.clone()).collect();
    let Register { actions, .. } = actions(known);
    Year {
        body,
        meetings: held.iter().map(|meeting| met(meeting)).collect(),
        not_held: within.iter().filter(|meeting| meeting.began.is_none()).map(|meeting| meeting.held.date).collect(),
        attendance: attendance(&held),
        substitutes: stood_in(&held),
        decisions,
        actions: Actions::of(&actions, first),
        recommendations: actions
            .into_iter()
            .filter(|action| is_given(action, first) && pledge(action) == Pledge::Recommendation)
            .map(|action| action.topic)
            .collect(),
    }
}

fn pledge(action: &Action) -> Pledge {
    action.topic.origin.as_ref().map(|origin| origin.pledge).unwrap_or_default()
}

/// Whether an action is of a year that began on `first`.
fn is_given(action: &Action, first: NaiveDate) -> bool {
    action.topic.origin.as_ref().is_some_and(|origin| origin.meeting >= first)
}

impl Actions {
    /// Those known at the end of a year whose first meeting was on `first`.
    fn of(actions: &[Action], first: NaiveDate) -> Self {
        let given = actions.iter().filter(|action| is_given(action, first));
        let (undertakings, recommendations): (Vec<_>, Vec<_>) =
            given.partition(|action| pledge(action) == Pledge::Undertaking);
        let open = actions.iter().filter(|action| action.is_open()).count();
        let finished = |action: &&Action| {
            let end = action.topic.reports.iter().rev().find(|report| report.standing.is_some());
            !action.is_open() && end.map_or_else(|| is_given(action, first), |report| report.meeting >= first)
        };
        let finished = actions.iter().filter(finished).count();
        let given = undertakings.len() + recommendations.len();
        Self {
            carried_in: (open + finished).saturating_sub(given),
            undertakings: undertakings.len(),
            recommendations: recommendations.len(),
            finished,
            open,
        }
    }
}

fn met(meeting: &Sat) -> Meeting {
    Meeting {
        date: meeting.held.date,
        venue: meeting.venue.clone(),
        present: meeting.seats.filled,
        members: meeting.seats.held,
        decisions: meeting.decided.len(),
    }
}

fn attendance(held: &[&Sat]) -> Vec<Attendance> {
    let mut all: Vec<Attendance> = Vec::new();
    for (name, came) in held.iter().flat_map(|meeting| &meeting.members) {
        let place = all.iter().position(|one| fold(&one.name) == fold(name)).unwrap_or_else(|| {
            all.push(Attendance { name: name.clone(), ..Attendance::default() });
            all.len() - 1
        });
        let Some(one) = all.get_mut(place) else { continue };
        one.meetings += 1;
        *match came {
            Came::Present => &mut one.present,
            Came::Remote => &mut one.remote,
            Came::Substituted => &mut one.substituted,
            Came::Apologies => &mut one.apologies,
            Came::Absent => &mut one.absent,
        } += 1;
    }
    all
}

fn stood_in(held: &[&Sat]) -> Vec<StoodIn> {
    let mut all: Vec<StoodIn> = Vec::new();
    for (name, member) in held.iter().flat_map(|meeting| &meeting.substitutes) {
        match all.iter_mut().find(|one| fold(&one.name) == fold(name) && fold(&one.member) == fold(member)) {
            Some(one) => one.times += 1,
            None => all.push(StoodIn { name: name.clone(), member: member.clone(), times: 1 }),
        }
    }
    all
}
