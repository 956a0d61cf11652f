//! Whether somebody may sit in a member's place, by the scheme of the body or of the seat.
//!
//! A defect in a member's qualification does not undo what was decided (Local Government Act 1972, Schedule 12,
//! paragraph 43), so nobody is kept from a seat here: what does not fit is recorded and becomes a finding.

use super::body::{Seat, SubstituteScheme};
use super::id::PersonId;
use super::state::State;

/// Whether somebody may sit in a member's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They may.
    Fits,
    /// They are not on the list for the seat, which a reason may settle.
    Unlisted,
    /// They may not: why, as it follows their name.
    Unfit(&'static str),
}

impl State {
    /// Whether somebody may substitute in a seat, with the reason or the notice that was given.
    pub fn fit(&self, seat: &Seat, person: &PersonId, reason: Option<&str>) -> Fit {
        let listed = seat.substitutes.contains(person);
        let reason = reason.is_some();
        match seat.scheme.or(self.body().rules.substitutes) {
            Some(SubstituteScheme::None) if seat.scheme.is_some() => {
                Fit::Unfit("sits in a seat that may have no substitute")
            }
            Some(SubstituteScheme::None) => Fit::Unfit("substitutes although the body's rules allow no substitutes"),
            Some(SubstituteScheme::NamedSameGroup) if listed => {
                same(seat.group.as_deref(), self.political_group(person), reason, OTHER_GROUP, UNKNOWN_GROUP)
            }
            Some(SubstituteScheme::SameGroup) => {
                same(seat.group.as_deref(), self.political_group(person), reason || listed, OTHER_GROUP, UNKNOWN_GROUP)
            }
            Some(SubstituteScheme::SameAuthority) => same(
                seat.authority.as_deref(),
                self.authority(person),
                reason || listed,
                "is a member of another authority than the member",
                "is not known to be a member of the authority that appointed the member",
            ),
            Some(SubstituteScheme::ByAuthority) if !listed && !reason => {
                Fit::Unfit("is not recorded as appointed by the member's authority")
            }
            None | Some(SubstituteScheme::Named | SubstituteScheme::NamedSameGroup) if !listed && !reason => {
                Fit::Unlisted
            }
            _ => Fit::Fits,
        }
    }

    /// Whether somebody may sit in a seat while it is vacant: where the seat is an authority's, and whom it sends is all
    /// that the scheme asks.
    pub fn fills_vacancy(&self, seat: &Seat) -> bool {
        let scheme = seat.scheme.or(self.body().rules.substitutes);
        let of_authority = matches!(scheme, Some(SubstituteScheme::SameAuthority | SubstituteScheme::ByAuthority));
        of_authority && seat.authority.is_some()
    }

    /// Who may be asked to substitute in a seat, in the order of the roll: those whom the scheme allows, and where the
    /// authority appoints, its members. Nobody who has a seat.
    pub fn eligible(&self, seat: &Seat) -> Vec<&PersonId> {
        let appoints = seat.scheme.or(self.body().rules.substitutes) == Some(SubstituteScheme::ByAuthority);
        let of_authority = |person: &PersonId| {
            let (of_seat, own) = (seat.authority.as_deref(), self.authority(person));
            of_seat.is_some() && of_seat.zip(own).is_some_and(|(seat, own)| seat.eq_ignore_ascii_case(own))
        };
        let fits = |person: &&PersonId| self.fit(seat, person, None) == Fit::Fits || appoints && of_authority(person);
        let people = self.people().map(|person| &person.id).filter(|person| self.seat_of(person).is_none());
        people.filter(fits).collect()
    }

    /// The authority that somebody is a member of: as the lists say, or that of the seat they hold or may stand in for.
    fn authority(&self, person: &PersonId) -> Option<&str> {
        let stated = self.person(person).and_then(|person| person.authority.as_deref());
        stated.or_else(|| self.of_seats(person, |seat| seat.authority.as_deref()))
    }

    fn political_group(&self, person: &PersonId) -> Option<&str> {
        self.person(person).and_then(|person| person.political_group.as_deref())
    }

    fn of_seats<'a>(&'a self, person: &PersonId, what: fn(&'a Seat) -> Option<&'a str>) -> Option<&'a str> {
        let listed = |seat: &&Seat| seat.holder.as_ref() == Some(person) || seat.substitutes.contains(person);
        self.body().seats.iter().filter(listed).find_map(what)
    }
}

const OTHER_GROUP: &str = "is of another political group than the member";
const UNKNOWN_GROUP: &str = "is not known to be of the member's political group";

/// Where one of the two is not known, a reason or the body's own list settles it.
fn same(
    of_seat: Option<&str>,
    of_person: Option<&str>,
    settled: bool,
    other: &'static str,
    unknown: &'static str,
) -> Fit {
    match (of_seat, of_person) {
        (Some(seat), Some(person)) if seat.trim().eq_ignore_ascii_case(person.trim()) => Fit::Fits,
        (Some(_), Some(_)) => Fit::Unfit(other),
        _ if settled => Fit::Fits,
        _ => Fit::Unfit(unknown),
    }
}
