//! Who sits in which seat, and who presides.

use crate::app::people;
use crate::app::session::Stop;
use crate::meeting::agenda::Office;
use crate::meeting::body::Seat;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::id::{PersonId, SeatId};
use crate::meeting::people::Person;
use crate::meeting::state::State;

use super::{Act, Area, Arg, BECAUSE, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Attendance;
const PERSON: Arg = need("PERSON", Kind::Person);
const FROM: Arg = may("OFFICE", Kind::Words).after(&["from", "as"]);

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "substitute",
        aliases: &["sub"],
        area: AREA,
        context: Context::Any,
        args: &[need("PEOPLE", Kind::People(&[])), need("MEMBERS", Kind::People(&[])).after(&["for"]), BECAUSE],
        help: "Somebody sits in a member's place, or in an authority's vacant seat; several for several, in the same order.",
        example: "substitute Hogg and Huffer for Barkham and Sharp",
        run: substitute,
    },
    Spec {
        name: "end-substitute",
        aliases: &["end-sub"],
        area: AREA,
        context: Context::Any,
        args: &[need("MEMBER", Kind::Person)],
        help: "The substitute for a member sits in their place no longer.",
        example: "end-substitute Varkey",
        run: end_substitute,
    },
    Spec {
        name: "co-opt",
        aliases: &["coopt"],
        area: AREA,
        context: Context::Any,
        args: &[PERSON, may("SEAT", Kind::Words).after(&["to"])],
        help: "Somebody is co-opted to a vacant seat and holds it from now on; the minutes say so.",
        example: "co-opt Foice-Beard to the vacancy",
        run: co_opt,
    },
    Spec {
        name: "accept-office",
        aliases: &["accepts-office"],
        area: AREA,
        context: Context::Open,
        args: &[PERSON, may("OFFICE", Kind::Words).after(&["as"])],
        help: "Somebody makes the declaration of acceptance of office.",
        example: "accept-office George as chair",
        run: accept_office,
    },
    Spec {
        name: "preside",
        aliases: &["presides"],
        area: AREA,
        context: Context::Any,
        args: &[may("PERSON", Kind::Person), may("SPAN", Kind::Choice(SPANS)).after(&["for"])],
        help: "Somebody takes the chair, “for item” for this one alone; without a name, the chair or else the vice-chair.",
        example: "preside Leigh for item",
        run: preside,
    },
    Spec {
        name: "resign",
        aliases: &["resigns"],
        area: AREA,
        context: Context::Open,
        args: &[PERSON, FROM, BECAUSE],
        help: "Somebody resigns as chair or vice-chair, or their seat.",
        example: "resign Leigh as chair",
        run: |call| give_up(call, false),
    },
    Spec {
        name: "remove-from-office",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[PERSON, FROM, BECAUSE],
        help: "The chair or vice-chair is removed from office.",
        example: "remove-from-office Leigh as chair",
        run: |call| give_up(call, true),
    },
];

const SPANS: &[&str] = &["item", "rest"];

/// Several substitutes sit for as many members, in the same order.
fn substitute(call: &Call<'_>) -> Result<Act, Stop> {
    let (people, seats) = (call.people("PEOPLE")?.people, seats(call)?);
    if people.len() != seats.len() {
        let what = format!("{} are to sit for {}.", counted(people.len(), "person"), counted(seats.len(), "member"));
        return Err(Refusal::new(what, "Name as many on both sides, in the same order.").into());
    }
    let each = people.into_iter().zip(seats);
    let each = each.map(|(by, seat)| Command::Substitute { seat, by: Some(by), because: call.some("REASON") });
    Ok(Act::all(each.collect()))
}

/// The seats in which somebody is to sit: those of the members who are named, or vacant ones by their keys.
fn seats(call: &Call<'_>) -> Result<Vec<SeatId>, Refusal> {
    let unknown = match call.people("MEMBERS") {
        Ok(members) => return members.people.iter().map(|member| seat_held_by(call, member)).collect(),
        Err(unknown) => unknown,
    };
    let parts = call.text("MEMBERS").split(',').flat_map(|part| part.split(" and ")).map(str::trim);
    let parts = parts.map(|part| part.trim_start_matches("and ").trim()).filter(|part| !part.is_empty());
    let seats = parts.map(|part| match people::person(call.state(), part) {
        Ok(member) => seat_held_by(call, &member),
        Err(_) => seat_named(call, part),
    });
    // What is no seat either is likelier a name with a slip in it.
    seats.collect::<Result<_, _>>().map_err(|_| unknown)
}

fn counted(count: usize, what: &str) -> String {
    match (count, what) {
        (1, what) => format!("1 {what}"),
        (count, "person") => format!("{count} people"),
        (count, what) => format!("{count} {what}s"),
    }
}

fn end_substitute(call: &Call<'_>) -> Result<Act, Stop> {
    let seat = match call.person("MEMBER") {
        Ok(member) => seat_held_by(call, &member)?,
        Err(unknown) => seat_named(call, call.text("MEMBER")).map_err(|_| unknown)?,
    };
    Ok(Act::of(Command::Substitute { seat, by: None, because: None }))
}

/// The seat that somebody holds or sits in; or the vacant one that still goes by the key of whoever held it.
fn seat_held_by(call: &Call<'_>, person: &PersonId) -> Result<SeatId, Refusal> {
    let vacant = |seat: &&Seat| seat.holder.is_none() && seat.id.as_str() == person.as_str();
    let left = || call.state().body().seats.iter().find(vacant);
    let seat = call.state().seat_of(person).or_else(left);
    seat.map(|seat| seat.id.clone()).ok_or_else(|| {
        let name = call.state().person(person).map_or_else(String::new, Person::short);
        Refusal::new(format!("{name} holds no seat."), "Name the member whose place is taken.")
    })
}

fn co_opt(call: &Call<'_>) -> Result<Act, Stop> {
    let seat = call.values.get("SEAT").map(|named| seat_named(call, named)).transpose()?;
    Ok(Act::of(Command::CoOpt { person: call.person("PERSON")?, seat }))
}

/// The seat of a key; words such as "the vacancy" mean the first that is vacant.
fn seat_named(call: &Call<'_>, named: &str) -> Result<SeatId, Refusal> {
    let seats = &call.state().body().seats;
    let keyed = seats.iter().find(|seat| seat.id.as_str().eq_ignore_ascii_case(named));
    let vacant = || seats.iter().find(|seat| seat.holder.is_none() && named.to_lowercase().contains("vacan"));
    keyed.or_else(vacant).map(|seat| seat.id.clone()).ok_or_else(|| {
        let vacant: Vec<&str> =
            seats.iter().filter(|seat| seat.holder.is_none()).map(|seat| seat.id.as_str()).collect();
        let hint =
            if vacant.is_empty() { "No seat is vacant.".to_owned() } else { format!("Vacant: {}.", vacant.join(", ")) };
        Refusal::new(format!("There is no seat “{named}”."), hint)
    })
}

fn preside(call: &Call<'_>) -> Result<Act, Stop> {
    let state = call.state();
    let person = match call.some_person("PERSON")? {
        Some(person) => person,
        None => state.next_presider().cloned().ok_or_else(|| nobody_else(state))?,
    };
    let during = if call.text("SPAN") == "item" { Some(call.room()?) } else { None };
    Ok(Act::of(Command::Preside { person, during }))
}

/// Why nobody takes the chair who is not named.
fn nobody_else(state: &State) -> Refusal {
    let presides =
        state.presiding().and_then(|id| state.person(id)).map(|person| format!("{} presides. ", person.short()));
    let what =
        format!("{}Neither the chair nor the vice-chair is free to take the chair.", presides.unwrap_or_default());
    Refusal::new(what, "Say who takes the chair.")
}

/// The office that is named; nothing for a seat. Without a name it is the one that the person holds.
fn held(call: &Call<'_>, person: &PersonId) -> Result<Option<Office>, Refusal> {
    let offices = [Office::Chair, Office::ViceChair];
    match call.text("OFFICE").to_lowercase().trim_start_matches("the ") {
        "" => Ok(offices.into_iter().find(|office| call.state().office(*office) == Some(person))),
        "seat" | "member" => Ok(None),
        named => super::elections::named(named).map(Some),
    }
}

fn give_up(call: &Call<'_>, removed: bool) -> Result<Act, Stop> {
    let person = call.person("PERSON")?;
    let office = held(call, &person)?;
    if removed && office.is_none() {
        let what = "Only the chair or the vice-chair is removed from office.";
        return Err(Refusal::new(what, "Say which: “as chair” or “as vice-chair”.").into());
    }
    Ok(Act::of(Command::GiveUp { person, office, removed, because: call.some("REASON") }))
}

fn accept_office(call: &Call<'_>) -> Result<Act, Stop> {
    let person = call.person("PERSON")?;
    Ok(Act::of(Command::AcceptOffice { office: held(call, &person)?, person }))
}
