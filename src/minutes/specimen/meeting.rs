//! The meeting that specimens are filled from: a body of three, or the one whose style it is.

use chrono::{NaiveDate, NaiveTime};

use crate::meeting::Meeting;
use crate::meeting::agenda::Agenda;
use crate::meeting::body::{Body, Rules, Seat, SeatKind};
use crate::meeting::event::Opened;
use crate::meeting::id::PersonId;
use crate::meeting::people::{Name, Party, Person, Pronoun};
use crate::meeting::state::State;

/// A day for every sample.
pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 5, 19).unwrap_or_default()
}

/// A time of that day.
pub(super) fn at(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// Those who stand in the samples.
#[derive(Clone, Copy)]
pub(super) struct Sample<'a> {
    /// Three members; the same again where the body has fewer.
    pub(super) members: [&'a Person; 3],
    /// Somebody who is no member.
    pub(super) officer: &'a Person,
    /// People who come and go together, where the body has some.
    pub(super) party: Option<&'a Party>,
}

impl<'a> Sample<'a> {
    /// The people of a meeting that [`made_up`] made.
    pub(super) fn of(state: &'a State) -> Self {
        let body = state.body();
        let held: Vec<&Person> =
            body.seats.iter().filter_map(|seat| state.person(seat.holder.as_ref()?)).take(3).collect();
        let anybody = || body.people.first().unwrap_or_else(|| nobody());
        let member = |index: usize| held.get(index).or(held.last()).copied().unwrap_or_else(anybody);
        let seated = |person: &&Person| state.seat_of(&person.id).is_none() && person.post.is_some();
        let officer = body.people.iter().find(seated).unwrap_or_else(|| member(2));
        Self { members: [0, 1, 2].map(member), officer, party: body.parties.first() }
    }
}

/// What stands where a body has nobody at all.
fn nobody() -> &'static Person {
    static NOBODY: std::sync::LazyLock<Person> = std::sync::LazyLock::new(|| person("a", "Councillor", "Ann", "Smith"));
    &NOBODY
}

/// A meeting of `body`, or of one that is made up where none is given that has members.
pub(super) fn made_up(body: Option<&Body>) -> Meeting {
    let has_members = |body: &&Body| body.seats.iter().any(|seat| seat.holder.is_some());
    let body = body.filter(has_members).cloned().unwrap_or_else(own);
    Meeting::new(Opened {
        format: 1,
        program: String::new(),
        body,
        agenda: agenda(),
        style: String::new(),
        practice: false,
        stated: None,
    })
}

fn agenda() -> Agenda {
    Agenda {
        date: day(),
        time: at(14, 0),
        venue: "Town Hall, Anytown".into(),
        contact: String::new(),
        municipal_year: Some("2026/27".into()),
        first_minute: None,
        last_minute: None,
        last_meeting: None,
        published: None,
        opens: None,
        notices: Vec::new(),
        links: Vec::new(),
        topics: Vec::new(),
        note: None,
        items: Vec::new(),
        plan: Vec::new(),
        declared: Vec::new(),
    }
}

fn person(id: &str, title: &str, forename: &str, surname: &str) -> Person {
    let initials = forename.chars().take(1).collect();
    let name =
        Name { title: title.into(), forename: forename.into(), initials, surname: surname.into(), ..Name::default() };
    Person { pronoun: Pronoun::She, ..Person::new(id.into(), name) }
}

fn own() -> Body {
    let mut clerk = person("webb", "", "Jane", "Webb");
    clerk.post = Some("Clerk".into());
    clerk.organisation = Some("Anytown Council".into());
    let people = vec![
        person("smith", "Councillor", "Ann", "Smith"),
        Person { pronoun: Pronoun::He, ..person("jones", "Councillor", "Bryn", "Jones") },
        Person { pronoun: Pronoun::They, ..person("green", "", "Mary", "Green") },
        clerk,
    ];
    let seat = |holder: &str, kind| Seat {
        id: holder.into(),
        holder: Some(PersonId::from(holder)),
        authority: Some("Anytown Council".into()),
        group: None,
        kind,
        substitutes: Vec::new(),
        votes: None,
        scheme: None,
    };
    Body {
        id: "anytown".into(),
        name: "Anytown Planning Committee".into(),
        short: "Committee".into(),
        zone: chrono_tz::Europe::London,
        people,
        seats: vec![
            seat("smith", SeatKind::Councillor),
            seat("jones", SeatKind::Councillor),
            seat("green", SeatKind::Independent),
        ],
        groups: Vec::new(),
        parties: Vec::new(),
        chair: Some("smith".into()),
        vice_chair: None,
        rules: Rules::default(),
    }
}
