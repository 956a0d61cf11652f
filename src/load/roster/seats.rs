//! Seats: who holds them, and who may stand in.

use crate::load::checker::Checker;
use crate::load::key;
use crate::load::table::SeatTable;
use crate::meeting::body::{Seat, SeatKind};
use crate::meeting::id::{PersonId, SeatId};
use crate::source::Spanned;

use super::Roster;

const KINDS: [(&str, SeatKind); 3] = [
    ("councillor", SeatKind::Councillor),
    ("co-opted-councillor", SeatKind::CoOptedCouncillor),
    ("independent", SeatKind::Independent),
];

impl Roster<'_, '_> {
    /// Adds a seat, or changes the one with its key or, where it gives no key, the one that its member holds.
    pub(super) fn add_seat(&mut self, table: &Spanned<SeatTable>) {
        let fields = table.get_ref();
        let key = fields.key.as_ref().map(|key| SeatId::from(self.checker.key(key)));
        let holder = fields.member.as_ref().and_then(|member| self.person(member, true));
        let named = |seat: &Seat| match &key {
            Some(key) => seat.id == *key,
            None => holder.is_some() && seat.holder == holder,
        };
        let known = self.body.seats.iter().find(|seat| named(seat)).cloned();
        if let Some(seat) = known.as_ref().filter(|seat| self.seats.iter().any(|(id, _)| *id == seat.id)) {
            let (what, hint) = match &key {
                Some(key) => (format!("there are two seats '{key}'"), "Give one of them another key"),
                None => (format!("'{}' holds two seats", seat.id), "Take one of them away"),
            };
            self.checker.error(&table.span(), what, hint);
            return;
        }
        let is_new = known.is_none();
        let mut seat = match known {
            Some(seat) => seat,
            None => match self.new_seat(table, key, holder.as_ref()) {
                Some(seat) => seat,
                None => return,
            },
        };
        self.fill(&mut seat, fields, holder);
        self.seats.push((seat.id.clone(), table.span()));
        if is_new {
            self.body.seats.push(seat);
        } else if let Some(place) = self.body.seats.iter_mut().find(|place| place.id == seat.id) {
            *place = seat;
        }
    }

    fn new_seat(&mut self, table: &Spanned<SeatTable>, key: Option<SeatId>, holder: Option<&PersonId>) -> Option<Seat> {
        let fields = table.get_ref();
        let vacant = fields.vacant.as_ref().is_some_and(|vacant| *vacant.get_ref());
        if holder.is_none() && !vacant {
            if fields.member.is_none() {
                let hint = "Add member = \"Councillor A Smith\", or vacant = true";
                self.checker.error(&table.span(), "nobody is named for this seat", hint);
            }
            return None;
        }
        let taken = |key: &str| self.body.seats.iter().any(|seat| seat.id.as_str() == key);
        let derived = holder.map_or_else(|| "vacant".to_owned(), |holder| holder.as_str().to_owned());
        let titled = |id: &PersonId| {
            let person = self.body.people.iter().find(|person| person.id == *id);
            person.is_some_and(|person| {
                person.name.title.contains("Councillor") || person.name.title.contains("Alderman")
            })
        };
        let kind = if holder.is_none_or(titled) { SeatKind::Councillor } else { SeatKind::Independent };
        let id = key.unwrap_or_else(|| SeatId::from(key::free(&[derived], "seat", taken)));
        Some(Seat {
            id,
            holder: None,
            authority: None,
            group: None,
            kind,
            substitutes: Vec::new(),
            votes: None,
            scheme: None,
        })
    }

    fn fill(&mut self, seat: &mut Seat, fields: &SeatTable, holder: Option<PersonId>) {
        if let Some(vacant) = &fields.vacant {
            if *vacant.get_ref() && holder.is_some() {
                self.checker.error(
                    &vacant.span(),
                    "this seat is vacant and has a member",
                    "Take one of the two lines away",
                );
            }
            seat.holder = seat.holder.take().filter(|_| !vacant.get_ref());
        }
        seat.holder = holder.or(seat.holder.take());
        seat.authority = self.checker.maybe(fields.authority.as_ref(), "authority").or(seat.authority.take());
        seat.group = self.checker.maybe(fields.group.as_ref(), "group").or(seat.group.take());
        let kind = fields.kind.as_ref().and_then(|kind| self.checker.choice(kind, "kind of seat", &KINDS));
        seat.kind = kind.unwrap_or(seat.kind);
        seat.votes = fields.votes.or(seat.votes);
        let scheme = fields.substitute_scheme.as_ref();
        seat.scheme = scheme.and_then(|scheme| self.scheme(scheme)).or(seat.scheme);
        let Some(values) = &fields.substitutes else { return };
        seat.substitutes.clear();
        for value in values {
            let Some(person) = self.person(value, true) else { continue };
            if seat.substitutes.contains(&person) {
                self.checker.error(
                    &value.span(),
                    format!("'{person}' is named twice here"),
                    "Name each substitute once",
                );
            } else {
                seat.substitutes.push(person.clone());
                self.substitutes.push((seat.id.clone(), person, value.span()));
            }
        }
    }

    /// Nobody holds two seats, and nobody who holds one stands in for another.
    pub(super) fn check_seats(&mut self) {
        for (index, seat) in self.body.seats.iter().enumerate() {
            let Some(holder) = &seat.holder else { continue };
            let earlier = self.body.seats.iter().take(index).find(|other| other.holder.as_ref() == Some(holder));
            let Some(earlier) = earlier else { continue };
            let place = self.seats.iter().rev().find(|(id, _)| *id == seat.id || *id == earlier.id);
            if let Some((_, span)) = place {
                let what = format!("'{holder}' holds two seats, '{}' and '{}'", earlier.id, seat.id);
                self.checker.error(span, what, "Take one of them away");
            }
        }
        for (seat, person, span) in &self.substitutes {
            check_substitute(self.checker, &self.body.seats, seat, person, span);
        }
    }
}

fn check_substitute(
    checker: &mut Checker<'_>,
    seats: &[Seat],
    of: &SeatId,
    person: &PersonId,
    span: &std::ops::Range<usize>,
) {
    let Some(own) = seats.iter().find(|seat| seat.holder.as_ref() == Some(person)) else { return };
    let what = if own.id == *of {
        format!("'{person}' cannot stand in for themselves")
    } else {
        format!("'{person}' stands in for '{of}' but holds the seat '{}'", own.id)
    };
    checker.error(span, what, "A substitute holds no seat; name somebody else");
}
