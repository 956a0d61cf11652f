//! Attendance as a table: every seat, who was there in it, and when.

use chrono::{DateTime, Utc};

use crate::meeting::body::Seat;
use crate::meeting::event::Presence;
use crate::meeting::id::PersonId;
use crate::meeting::timeline::Timeline;
use crate::minutes::block::{Cell, Run, Table};
use crate::minutes::phrase::{Form, Phrase, Value};

use super::Build;

impl<'a> Build<'a> {
    /// A row for every seat, and one for every substitute after the member's.
    pub(super) fn attendance_grid(self) -> Table {
        let rows = self.state.body().seats.iter().flat_map(|seat| self.rows(seat));
        Table {
            name: self.style.label(Phrase::TableAttendance),
            columns: self.style.columns.attendance.to_vec(),
            rows: rows.collect(),
        }
    }

    fn rows(self, seat: &'a Seat) -> Vec<Vec<Cell>> {
        let substitutes = self.stood_in_for(&seat.id);
        let member = if let Some(holder) = &seat.holder {
            self.row(holder, self.member_state(holder, &substitutes))
        } else {
            let authority = Value::text(seat.authority.as_deref());
            vec![text(self.fill.text(Phrase::GridVacant, &[("authority", authority)])), Cell::new(), Cell::new()]
        };
        let stood_in = substitutes.into_iter().map(|person| {
            let member = seat.holder.as_ref();
            let state = self.fill.text(Phrase::GridSubstitute, &[("member", self.persons(member))]);
            self.row(person, state + &self.remote_tag(person))
        });
        let former = self.state.former_holders(&seat.id).iter().filter(|person| seat.holder.as_ref() != Some(person));
        let former = former.map(|person| self.row(person, self.member_state(person, &[])));
        former.chain([member]).chain(stood_in).collect()
    }

    fn row(self, person: &PersonId, state: String) -> Vec<Cell> {
        let name = self.state.person(person).map_or_else(String::new, |who| self.fill.names().in_form(who, Form::List));
        let spans = self.spans(person).into_iter().map(|(from, until)| {
            let values = [("from", self.time(Some(from))), ("until", self.time(until))];
            vec![Run::plain(self.fill.text(Phrase::GridSpan, &values))]
        });
        vec![text(name), text(state), spans.collect()]
    }

    fn member_state(self, member: &PersonId, substitutes: &[&'a PersonId]) -> String {
        if self.state.was_present(member) && self.was_there(member) {
            return self.style.label(Phrase::GridPresent) + &self.remote_tag(member);
        }
        if !substitutes.is_empty() {
            let substitutes = self.persons(substitutes.iter().copied());
            return self.fill.text(Phrase::GridSubstituted, &[("substitutes", substitutes)]);
        }
        match self.state.presence(member) {
            Presence::Apologies => self.style.label(Phrase::GridApologies),
            Presence::Absent => self.style.label(Phrase::GridAbsent),
            Presence::Present | Presence::Left | Presence::Unaccounted => String::new(),
        }
    }

    /// When somebody attended remotely: throughout, or from when until when.
    pub(super) fn remote_tag(self, person: &PersonId) -> String {
        let tag = |(from, until): (Option<DateTime<Utc>>, Option<DateTime<Utc>>)| {
            if (from, until) == (None, None) {
                return self.style.label(Phrase::RemoteTag);
            }
            self.fill.text(Phrase::RemotePartTag, &[("from", self.time(from)), ("until", self.time(until))])
        };
        self.state.remotely(person).into_iter().map(tag).collect()
    }

    /// From when until when somebody was there, not earlier than the beginning nor later than the end.
    fn spans(self, person: &PersonId) -> Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> {
        let (began, ended) = (self.state.began(), self.state.ended());
        let mut spans: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> = Vec::new();
        let mut since = None;
        for change in self.state.presences(person).into_iter().flat_map(Timeline::changes) {
            match (change.value, since) {
                (Presence::Present, None) => since = Some(change.at.time.max(began.unwrap_or(change.at.time))),
                (Presence::Present, Some(_)) | (Presence::Left, None) => {}
                // What was said before is taken back.
                (Presence::Unaccounted | Presence::Apologies | Presence::Absent, _) => {
                    since = None;
                    spans.clear();
                }
                (Presence::Left, Some(from)) => {
                    since = None;
                    if change.at.time > from {
                        spans.push((from, Some(change.at.time)));
                    }
                }
            }
        }
        spans.extend(since.map(|from| (from, ended)));
        spans
    }
}

fn text(text: String) -> Cell {
    vec![vec![Run::plain(text)]]
}
