//! The head of the minutes: marks, title, who was there.

use crate::meeting::agenda::Office;
use crate::meeting::body::{Seat, SeatKind};
use crate::meeting::event::Presence;
use crate::meeting::fact::{Content, Fact};
use crate::meeting::id::PersonId;
use crate::meeting::people::{Group, GroupKind, Person};
use crate::meeting::state::Item;
use crate::minutes::block::{Block, Line, Part, Run, plain};
use crate::minutes::phrase::{Form, Phrase, Value};
use crate::minutes::style::{AttendanceForm, AttendancePlace, HeadBlock, Movements, PeopleForm, SubstitutesPlace};

use super::{Build, item_number, items_in_order, minute_number, paragraph};

/// A member who was there, with the seat they sat in.
struct Attending<'a> {
    person: &'a Person,
    seat: &'a Seat,
    place: usize,
}

impl<'a> Build<'a> {
    pub(super) fn head(self) -> Vec<Block> {
        let in_head = self.style.attendance_place == AttendancePlace::Head || self.state.top().iter().next().is_none();
        let blocks = self.style.head.iter().filter(|block| in_head || !block.is_attendance());
        blocks.flat_map(|block| self.head_block(*block)).map(Block::of).collect()
    }

    fn head_block(self, block: HeadBlock) -> Vec<Part> {
        match block {
            HeadBlock::Marks => self.marks(),
            HeadBlock::Title => vec![self.title()],
            HeadBlock::Corrections => self.corrections(),
            HeadBlock::Links => self.links(),
            HeadBlock::Attendance => self.groups(|_| true),
            HeadBlock::Members => self.groups(|kind| kind == GroupKind::Members),
            HeadBlock::Officers => self.groups(|kind| kind == GroupKind::Officers),
            HeadBlock::Others => self.groups(|kind| kind == GroupKind::Others),
            HeadBlock::Apologies => self.apologies(),
            HeadBlock::Public => self.public().into_iter().collect(),
            HeadBlock::Times => self.times().into_iter().collect(),
        }
    }

    /// That it is a rehearsal, and how far the minutes have come.
    pub(super) fn marks(self) -> Vec<Part> {
        let practice = self.state.practice().then(|| self.style.label(Phrase::Practice));
        let marks = practice.into_iter().chain([self.state_mark()]);
        marks.filter(|text| !text.is_empty()).map(Part::Notice).collect()
    }

    /// Whether the house says in the head who sent apologies.
    pub(super) fn apologies_in_head(self) -> bool {
        self.style.head.contains(&HeadBlock::Apologies)
    }

    /// Who was there, in houses that say so under the first item.
    pub(super) fn lists_under(self, item: &Item) -> Vec<Part> {
        let first = self.state.top().iter().next() == Some(&item.agenda.id);
        if !first || self.style.attendance_place != AttendancePlace::FirstItem {
            return Vec::new();
        }
        let blocks = self.style.head.iter().filter(|block| block.is_attendance());
        blocks.flat_map(|block| self.head_block(*block)).collect()
    }

    /// Who was there, in the groups of the house, and how many of the public.
    pub(super) fn lists(self) -> Vec<Part> {
        self.groups(|_| true).into_iter().chain(self.public()).collect()
    }

    fn groups(self, listed: impl Fn(GroupKind) -> bool) -> Vec<Part> {
        let groups = self.state.body().groups.iter().filter(|group| listed(group.kind));
        groups.flat_map(|group| self.group(group)).collect()
    }

    pub(super) fn title(self) -> Part {
        let agenda = self.state.agenda();
        let venue = if self.style.title_venue { agenda.venue.as_str() } else { "" };
        let values = [
            ("body", Value::text(Some(&self.state.body().name))),
            ("venue", Value::text(Some(venue))),
            ("date", Value::Date(agenda.date)),
            ("time", Value::Time(agenda.time)),
        ];
        Part::Title(self.fill.text(Phrase::Title, &values).lines().map(str::to_owned).collect())
    }

    fn group(self, group: &'a Group) -> Vec<Part> {
        let label = self.fill.text(Phrase::AttendanceLabel, &[("group", Value::text(Some(&group.label)))]);
        let lines: Vec<Line> = match group.kind {
            GroupKind::Members if self.style.attendance == AttendanceForm::Grid => {
                let notes = self.member_notes().into_iter().map(Part::Paragraph);
                let grid = [Part::Subheading(label), Part::Table(self.attendance_grid())];
                return grid.into_iter().chain(notes).collect();
            }
            GroupKind::Members => self.members_listed().into_iter().chain(self.member_notes()).collect(),
            GroupKind::Officers | GroupKind::Others => self.attenders(group),
        };
        if lines.is_empty() { Vec::new() } else { vec![Part::Attendance { label, lines }] }
    }

    /// What the house says below the members: who came late or left early, who was absent, which seats are vacant.
    fn member_notes(self) -> Vec<Line> {
        let told = self.style.movements != Movements::Point;
        let items = items_in_order(self.state, self.style).into_iter().filter(|_| told);
        let moves = items.flat_map(|item| self.state.facts_of(item).filter_map(move |fact| self.head_move(item, fact)));
        let head = self.style.substitutes_place == SubstitutesPlace::Head;
        let substitutes = head.then(|| self.substitute_sentences()).into_iter().flatten();
        moves.chain(substitutes).chain([self.absent(), self.vacancies()]).filter(|line| !line.is_empty()).collect()
    }

    fn head_move(self, item: &Item, fact: &'a Fact) -> Option<Line> {
        let Content::Movement(movement) = &fact.content else { return None };
        if !self.is_for_head(movement, fact.id) || self.state.before_beginning(fact.when) {
            return None;
        }
        let phrase = if movement.moved.is_away() { Phrase::HeadLeft } else { Phrase::HeadArrived };
        let values = [
            ("members", self.persons(&movement.people)),
            ("time", self.time(Some(fact.when))),
            ("item", Value::from(item_number(self.state, item))),
            ("minute", Value::from(minute_number(self.state, self.style, item))),
        ];
        Some(self.fill.line(phrase, &values))
    }

    fn absent(self) -> Line {
        let holders = self.state.body().seats.iter().filter_map(|seat| seat.holder.as_ref());
        let absent: Vec<&PersonId> = holders.filter(|person| self.state.presence(person) == Presence::Absent).collect();
        self.fill.counted(Phrase::AbsentMembers, absent.len(), &[("members", self.persons(absent))])
    }

    fn vacancies(self) -> Line {
        let vacant = self.state.body().seats.iter().filter(|seat| seat.holder.is_none());
        let authorities: Vec<String> = vacant
            .clone()
            .map(|seat| seat.authority.clone().unwrap_or_default())
            .filter(|name| !name.is_empty())
            .collect();
        let count = vacant.count();
        let seats = Value::from(self.fill.names().join(&authorities));
        self.fill.counted(Phrase::Vacancies, count, &[("count", Value::Number(count)), ("seats", seats)])
    }

    fn public(self) -> Option<Part> {
        let count = usize::try_from(self.state.public_count()?).unwrap_or(usize::MAX);
        paragraph(self.fill.counted(Phrase::PublicPresent, count, &[("count", Value::Number(count))]))
    }

    pub(super) fn was_there(self, person: &PersonId) -> bool {
        self.state.attended(person)
    }

    /// The members who were there at any time, substitutes in their members' place.
    fn attending(self) -> Vec<Attending<'a>> {
        let mut all: Vec<Attending<'_>> = Vec::new();
        for (place, seat) in self.state.body().seats.iter().enumerate() {
            let substitutes = self.state.substitutions(&seat.id).map(|(person, ..)| person);
            let holders = self.state.former_holders(&seat.id).iter().chain(&seat.holder);
            for id in holders.chain(substitutes).filter(|id| self.was_there(id)) {
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

    /// The members who were there, in one line or a line each.
    fn members_listed(self) -> Vec<Line> {
        let members: Vec<(&Person, String)> =
            self.attending().iter().map(|member| (member.person, self.tag(member))).collect();
        let names = self.fill.names();
        if members.is_empty() {
            return Vec::new();
        }
        if self.style.attendance == AttendanceForm::Column {
            let line = |(person, tag): (&Person, String)| vec![Run::plain(names.in_form(person, Form::List) + &tag)];
            return members.into_iter().map(line).collect();
        }
        let list = names.join(&names.members(&members, Form::List));
        let line = self.fill.line(Phrase::MembersPresent, &[("members", Value::from(list))]);
        if line.is_empty() { Vec::new() } else { vec![line] }
    }

    fn tag(self, member: &Attending<'_>) -> String {
        let office = match self.precedence(member) {
            0 => self.style.label(Phrase::ChairTag),
            1 => self.style.label(Phrase::ViceChairTag),
            _ => String::new(),
        };
        let id = &member.person.id;
        let held = member.seat.holder.as_ref() == Some(id) || self.state.former_holders(&member.seat.id).contains(id);
        let stands_in = !held;
        let kind = match member.seat.kind {
            _ if stands_in => {
                let held = self.persons(&member.seat.holder);
                self.fill.text(Phrase::SubstituteTag, &[("member", held)])
            }
            SeatKind::Independent if office.is_empty() => self.style.label(Phrase::IndependentTag),
            _ => String::new(),
        };
        office + &kind + &self.remote_tag(&member.person.id)
    }

    fn attenders(self, group: &'a Group) -> Vec<Line> {
        let members: Vec<&PersonId> = self.attending().iter().map(|member| &member.person.id).collect();
        let here = |person: &&Person| {
            self.was_there(&person.id) && !members.contains(&&person.id) && self.group_of(person) == Some(&group.id)
        };
        let lines = self
            .state
            .people()
            .filter(here)
            .map(|person| vec![Run::plain(self.attender(person) + &self.remote_tag(&person.id))]);
        let lines: Vec<Line> = lines.collect();
        match self.style.attenders {
            PeopleForm::Lines => lines,
            PeopleForm::RunIn if lines.is_empty() => lines,
            PeopleForm::RunIn => {
                let people: Vec<String> = lines.iter().map(|line| plain(line)).collect();
                vec![vec![Run::plain(self.fill.names().join(&people))]]
            }
        }
    }

    /// Somebody who holds no seat, with what they are.
    pub(super) fn attender(self, person: &Person) -> String {
        let values = [
            ("person", Value::person(Some(person))),
            ("post", Value::text(person.post.as_deref())),
            ("organisation", Value::text(person.organisation.as_deref())),
        ];
        self.fill.text(Phrase::Attender, &values)
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
