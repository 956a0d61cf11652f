//! A year of a body: which meetings were held, who came, what was decided, recommended and done. What an annual report needs.

mod print;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::meeting::agenda::{Pledge, Topic};
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Verb};
use crate::meeting::id::PersonId;
use crate::meeting::state::State;
use crate::minutes::style::Style;
use crate::text::fold;

use super::actions::{Action, Held, Register, actions, of_meeting};

pub use print::{blocks, sheet, to_json};

/// How a member was, or was not, at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// In person or by a connection, for any part of it.
    Present,
    /// Not, and a substitute came.
    Substituted,
    /// Not, with apologies and no substitute.
    Apologies,
    /// Not, without apologies, or nothing is recorded.
    Absent,
}

/// What a meeting has for the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sat {
    /// The meeting's actions, and which body and day it is.
    held: Held,
    /// The municipal year that its agenda names.
    municipal: Option<String>,
    venue: String,
    /// When it was called to order; nothing where it never was. UTC.
    began: Option<DateTime<Utc>>,
    /// Its members, each with how they came.
    members: Vec<(String, Came)>,
    /// Who came in whose place.
    substitutes: Vec<(String, String)>,
    decided: Vec<Verb>,
}

/// Takes what a year needs of a meeting, from the record of it that everybody may read.
pub fn sat(state: &State, style: &Style) -> Sat {
    let mut members = Vec::new();
    let mut substitutes = Vec::new();
    let name = |id: &PersonId| state.person(id).map_or_else(|| id.to_string(), crate::meeting::people::Person::full);
    for seat in &state.body().seats {
        let mut stood_in: Vec<&PersonId> = Vec::new();
        for (person, ..) in state.substitutions(&seat.id).filter(|(person, ..)| state.attended(person)) {
            if !stood_in.contains(&person) {
                stood_in.push(person);
            }
        }
        let former = state.former_holders(&seat.id).iter().filter(|person| seat.holder.as_ref() != Some(person));
        members.extend(former.map(|person| (name(person), came(state, person, false))));
        if let Some(holder) = &seat.holder {
            members.push((name(holder), came(state, holder, !stood_in.is_empty())));
            substitutes.extend(stood_in.into_iter().map(|person| (name(person), name(holder))));
        }
    }
    let decided = state.items().flat_map(|item| state.facts_of(item)).filter_map(|fact| match &fact.content {
        Content::Decision(decision) if decision.basis.is_some() => Some(decision.verb),
        _ => None,
    });
    Sat {
        municipal: state.agenda().municipal_year.clone(),
        venue: state.agenda().venue.clone(),
        began: state.began(),
        members,
        substitutes,
        decided: decided.collect(),
        held: of_meeting(state, style),
    }
}

fn came(state: &State, person: &PersonId, substituted: bool) -> Came {
    if state.was_present(person) && state.attended(person) {
        return Came::Present;
    }
    match state.presence(person) {
        _ if substituted => Came::Substituted,
        Presence::Apologies => Came::Apologies,
        Presence::Absent | Presence::Present | Presence::Left | Presence::Unaccounted => Came::Absent,
    }
}

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
        let named = |year: &String| meeting.municipal.as_deref().is_some_and(|its| spelt(its) == spelt(year));
        self.from.is_none_or(|from| day >= from)
            && self.until.is_none_or(|until| day <= until)
            && self.municipal.as_ref().is_none_or(named)
    }
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
    /// At how many a substitute came for them.
    pub substituted: usize,
    /// For how many they sent apologies, and nobody.
    pub apologies: usize,
    /// From how many they were away without apologies.
    pub absent: usize,
}

/// A meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its day.
    pub date: NaiveDate,
    /// Where it was, as printed.
    pub venue: String,
    /// How many members and substitutes were there.
    pub present: usize,
    /// Of how many.
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
    /// How many undertakings were given in the year.
    pub opened: usize,
    /// How many of all actions were finished in the year.
    pub closed: usize,
    /// How many are open at its end.
    pub open: usize,
}

/// Makes the years of all bodies, by name. Meetings outside the span say only what came of earlier actions.
pub fn years(mut meetings: Vec<Sat>, span: &Span) -> Vec<Year> {
    meetings.sort_by(|a, b| (&a.held.name, &a.held.body, a.held.date).cmp(&(&b.held.name, &b.held.body, b.held.date)));
    let bodies = meetings.chunk_by(|a, b| a.held.body == b.held.body && a.held.name == b.held.name);
    bodies.filter(|all| all.iter().any(|meeting| span.has(meeting))).map(|all| of_body(all, span)).collect()
}

fn of_body(all: &[Sat], span: &Span) -> Year {
    let within: Vec<&Sat> = all.iter().filter(|meeting| span.has(meeting)).collect();
    let held: Vec<&Sat> = within.iter().copied().filter(|meeting| meeting.began.is_some()).collect();
    let days: Vec<NaiveDate> = held.iter().map(|meeting| meeting.held.date).collect();
    let mut decisions = BTreeMap::new();
    held.iter().flat_map(|meeting| &meeting.decided).for_each(|verb| *decisions.entry(*verb).or_default() += 1);
    // What meetings after the year heard is no part of it.
    let last = days.last().copied().unwrap_or(NaiveDate::MAX);
    let known = all.iter().filter(|meeting| meeting.held.date <= last).map(|meeting| meeting.held.clone()).collect();
    let Register { actions, .. } = actions(known);
    let in_year = |day: NaiveDate| days.contains(&day);
    let given = |action: &Action| action.topic.origin.as_ref().is_some_and(|origin| in_year(origin.meeting));
    let pledge = |action: &Action| action.topic.origin.as_ref().map(|origin| origin.pledge).unwrap_or_default();
    let finished = |action: &Action| {
        let end = action.topic.reports.iter().rev().find(|report| report.standing.is_some());
        !action.is_open() && end.map_or_else(|| given(action), |report| in_year(report.meeting))
    };
    Year {
        body: all.first().map(|meeting| meeting.held.name.clone()).unwrap_or_default(),
        meetings: held.iter().map(|meeting| met(meeting)).collect(),
        not_held: all
            .iter()
            .filter(|meeting| span.has(meeting) && meeting.began.is_none())
            .map(|meeting| meeting.held.date)
            .collect(),
        attendance: attendance(&held),
        substitutes: stood_in(&held),
        decisions,
        opened: actions.iter().filter(|action| given(action) && pledge(action) == Pledge::Undertaking).count(),
        closed: actions.iter().filter(|action| finished(action)).count(),
        open: actions.iter().filter(|action| action.is_open()).count(),
        recommendations: actions
            .into_iter()
            .filter(|action| given(action) && pledge(action) == Pledge::Recommendation)
            .map(|action| action.topic)
            .collect(),
    }
}

fn met(meeting: &Sat) -> Meeting {
    let present = meeting.members.iter().filter(|(_, came)| *came == Came::Present).count();
    Meeting {
        date: meeting.held.date,
        venue: meeting.venue.clone(),
        present: present + meeting.substitutes.len(),
        members: meeting.members.len(),
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
