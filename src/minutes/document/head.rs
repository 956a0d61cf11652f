//! The head of the minutes: marks, title, who was there.

use crate::meeting::agenda::Office;
use crate::meeting::body::{Seat, SeatKind};
use crate::meeting::event::{Mode, Presence};
use crate::meeting::id::PersonId;
use crate::meeting::people::{Group, GroupKind, Person};
use crate::minutes::block::{Block, Line, Part, Run};
use crate::minutes::phrase::{Form, Phrase, Value};

use super::Build;

/// A member who was there, with the seat they sat in.
struct Attending<'a> {
    person: &'a Person,
    seat: &'a Seat,
    place: usize,
}

impl<'a> Build<'a> {
    pub(super) fn head(self) -> Vec<Block> {
        let practice = self.state.practice().then_some(Phrase::Practice);
        let notices = practice.into_iter().chain([Phrase::Draft]).map(|phrase| self.style.label(phrase));
        let notices = notices.filter(|text| !text.is_empty()).map(Part::Notice);
        let groups = self.state.body().groups.iter().filter_map(|group| self.group(group));
        notices.chain([self.title()]).chain(self.links()).chain(groups).map(Block::of).collect()
    }

    pub(super) fn title(self) -> Part {
        let agenda = self.state.agenda();
        let venue = if self.style.title_venue { agenda.venue.as_str() } else { "" };
        let values = [
            ("body", Value::text(Some(&self.state.body().name))),
            ("venue", Value::text(Some(venue))),
            ("date", Value::Date(agenda.date)),
        ];
        Part::Title(self.fill.text(Phrase::Title, &values).lines().map(str::to_owned).collect())
    }

    fn group(self, group: &'a Group) -> Option<Part> {
        let lines = match group.kind {
            GroupKind::Members => self.members_line().into_iter().collect(),
            GroupKind::Officers | GroupKind::Others => self.attenders(group),
        };
        let label = self.fill.text(Phrase::AttendanceLabel, &[("group", Value::text(Some(&group.label)))]);
        (!lines.is_empty()).then_some(Part::Attendance { label, lines })
    }

    fn was_there(self, person: &PersonId) -> bool {
        matches!(self.state.presence(person), Presence::Present | Presence::Left)
    }

    /// The members who were there at any time, substitutes in their members' place.
    fn attending(self) -> Vec<Attending<'a>> {
        let mut all: Vec<Attending<'_>> = Vec::new();
        for (place, seat) in self.state.body().seats.iter().enumerate() {
            let substitutes = self.state.substitutions(&seat.id).map(|(person, ..)| person);
            for id in seat.holder.iter().chain(substitutes).filter(|id| self.was_there(id)) {
                let known = all.iter().any(|other| other.person.id == *id);
                if let Some(person) = self.state.person(id).filter(|_| !known) {
                    all.push(Attending { person, seat, place });
                }
            }
        }
        all.sort_by_cached_key(|member| {
            let key = self.order_key(self.style.members, member.person, Some(member.place));
            (self.precedence(member), key)
        });
        all
    }

    /// The chair always stands first, then the vice-chair, councillors, independents.
    fn precedence(self, member: &Attending<'_>) -> u8 {
        let id = Some(&member.person.id);
        match member.seat.kind {
            _ if self.state.office(Office::Chair) == id => 0,
            _ if self.state.office(Office::ViceChair) == id => 1,
            SeatKind::Councillor | SeatKind::CoOptedCouncillor => 2,
            SeatKind::Independent => 3,
        }
    }

    fn members_line(self) -> Option<Line> {
        let members: Vec<(&Person, String)> =
            self.attending().iter().map(|member| (member.person, self.tag(member))).collect();
        if members.is_empty() {
            return None;
        }
        let names = self.fill.names();
        let list = names.join(&names.members(&members, Form::List));
        let line = self.fill.line(Phrase::MembersPresent, &[("members", Value::from(list))]);
        (!line.is_empty()).then_some(line)
    }

    fn tag(self, member: &Attending<'_>) -> String {
        let office = match self.precedence(member) {
            0 => self.style.label(Phrase::ChairTag),
            1 => self.style.label(Phrase::ViceChairTag),
            _ => String::new(),
        };
        let stands_in = member.seat.holder.as_ref() != Some(&member.person.id);
        let kind = match member.seat.kind {
            _ if stands_in => self.style.label(Phrase::SubstituteTag),
            SeatKind::Independent if office.is_empty() => self.style.label(Phrase::IndependentTag),
            _ => String::new(),
        };
        let remote = self.state.mode(&member.person.id) == Mode::Remote;
        office + &kind + &if remote { self.style.label(Phrase::RemoteTag) } else { String::new() }
    }

    fn attenders(self, group: &'a Group) -> Vec<Line> {
        let members: Vec<&PersonId> = self.attending().iter().map(|member| &member.person.id).collect();
        let here = |person: &&Person| {
            self.was_there(&person.id) && !members.contains(&&person.id) && self.group_of(person) == Some(&group.id)
        };
        let lines = self.state.people().filter(here).map(|person| {
            let values = [
                ("person", Value::person(Some(person))),
                ("post", Value::text(person.post.as_deref())),
                ("organisation", Value::text(person.organisation.as_deref())),
            ];
            vec![Run::plain(self.fill.text(Phrase::Attender, &values))]
        });
        lines.collect()
    }

    /// Whoever is in no list, such as somebody who came in off the street, stands in the last one.
    fn group_of(self, person: &'a Person) -> Option<&'a crate::meeting::id::GroupId> {
        let groups = &self.state.body().groups;
        let stated = person
            .group
            .as_ref()
            .filter(|id| groups.iter().any(|group| group.id == **id && group.kind != GroupKind::Members));
        stated.or_else(|| groups.iter().rev().find(|group| group.kind != GroupKind::Members).map(|group| &group.id))
    }
}
