//! Who is there, who is not, who sits for whom.

use crate::app::session::Stop;
use crate::app::{people, refs};
use crate::meeting::command::{Command, Refusal};
use crate::meeting::event::{Mode, Presence};
use crate::meeting::fact::Move;
use crate::meeting::id::{GroupId, PersonId, SeatId};
use crate::meeting::people::{GroupKind, Name, Person, Pronoun};
use crate::text::fold;

use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, may, need, parse};

const AREA: Area = Area::Attendance;
const PEOPLE: super::Arg = need("PEOPLE", Kind::People(&[]));

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "present",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("PEOPLE", Kind::People(&["all", "usual"]))],
        help: "Marks people present; “all” is every member not yet accounted for, “usual” those who usually attend.",
        example: "present all",
        run: present,
    },
    Spec {
        name: "apologies",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[PEOPLE, BECAUSE],
        help: "Records apologies, in the order received.",
        example: "apologies Jones, Ferguson and Varkey",
        run: |call| attendance(call, Presence::Apologies),
    },
    Spec {
        name: "absent",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[PEOPLE, BECAUSE],
        help: "Marks people absent who sent no apologies.",
        example: "absent Tyler",
        run: |call| attendance(call, Presence::Absent),
    },
    Spec {
        name: "unaccounted",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[PEOPLE],
        help: "Takes back whatever was said of somebody's attendance.",
        example: "unaccounted Tyler",
        run: |call| attendance(call, Presence::Unaccounted),
    },
    Spec {
        name: "substitute",
        aliases: &["sub"],
        area: AREA,
        context: Context::Any,
        args: &[need("PERSON", Kind::Person), need("MEMBER", Kind::Person).after(&["for"]), BECAUSE],
        help: "Somebody sits in a member's place.",
        example: "substitute Hogg for Barkham",
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
        name: "arrive",
        aliases: &["arrives", "arrived"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People come while the meeting is on; the minutes say so.",
        example: "arrive Tyler",
        run: |call| movement(call, Move::Arrived),
    },
    Spec {
        name: "leave",
        aliases: &["leaves", "left"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, may("ITEM", Kind::Item).after(&["for"]), BECAUSE],
        help: "People leave, or leave “for the item” and no longer; “pcc+” is somebody with their staff.",
        example: "leave pcc+",
        run: |call| movement(call, Move::Left),
    },
    Spec {
        name: "return",
        aliases: &["returns", "returned"],
        area: AREA,
        context: Context::Open,
        args: &[PEOPLE, BECAUSE],
        help: "People come back.",
        example: "return Beuttell",
        run: |call| movement(call, Move::Returned),
    },
    Spec {
        name: "remote",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[PEOPLE],
        help: "People attend by a connection.",
        example: "remote Gowing",
        run: |call| mode(call, Mode::Remote),
    },
    Spec {
        name: "in-room",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[PEOPLE],
        help: "People attend in the room.",
        example: "in-room Gowing",
        run: |call| mode(call, Mode::InRoom),
    },
    Spec {
        name: "person",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("GROUP", Kind::Word), need("NAME", Kind::Text)],
        help: "Adds somebody to a group of the roll, as present: name, post, organisation.",
        example: "person others Jane Smith, Director of Finance, City Council",
        run: person,
    },
    Spec {
        name: "preside",
        aliases: &["presides"],
        area: AREA,
        context: Context::Any,
        args: &[need("PERSON", Kind::Person)],
        help: "Somebody takes the chair.",
        example: "preside Leigh",
        run: preside,
    },
];

fn present(call: &Call<'_>) -> Result<Act, Stop> {
    match call.text("PEOPLE") {
        "all" => Ok(Act::of(Command::EverybodyPresent)),
        "usual" => Ok(Act::of(Command::UsualPresent)),
        _ => attendance(call, Presence::Present),
    }
}

fn attendance(call: &Call<'_>, to: Presence) -> Result<Act, Stop> {
    let people = call.people("PEOPLE")?.people;
    Ok(Act::of(Command::Attendance { people, to, because: call.some("REASON") }))
}

fn movement(call: &Call<'_>, moved: Move) -> Result<Act, Stop> {
    let people::Who { people, party } = call.people("PEOPLE")?;
    let for_item = call.values.get("ITEM").map(|text| refs::item(call.state(), text)).transpose()?;
    Ok(Act::of(Command::Movement { moved, people, party, because: call.some("REASON"), for_item }))
}

fn mode(call: &Call<'_>, to: Mode) -> Result<Act, Stop> {
    let people = call.people("PEOPLE")?.people;
    Ok(Act::all(people.into_iter().map(|person| Command::Mode { person, to }).collect()))
}

fn substitute(call: &Call<'_>) -> Result<Act, Stop> {
    let by = call.person("PERSON")?;
    let seat = seat_held_by(call, &call.person("MEMBER")?)?;
    Ok(Act::of(Command::Substitute { seat, by: Some(by), because: call.some("REASON") }))
}

fn end_substitute(call: &Call<'_>) -> Result<Act, Stop> {
    let seat = seat_held_by(call, &call.person("MEMBER")?)?;
    Ok(Act::of(Command::Substitute { seat, by: None, because: None }))
}

/// The seat that somebody holds or sits in.
fn seat_held_by(call: &Call<'_>, person: &PersonId) -> Result<SeatId, Refusal> {
    let seat = call.state().seat_of(person);
    seat.map(|seat| seat.id.clone()).ok_or_else(|| {
        let name = call.state().person(person).map_or_else(String::new, Person::short);
        Refusal::new(format!("{name} holds no seat."), "Name the member whose place is taken.")
    })
}

fn preside(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Preside { person: call.person("PERSON")? }))
}

fn person(call: &Call<'_>) -> Result<Act, Stop> {
    let group = group(call)?;
    let mut parts = call.text("NAME").splitn(3, ',').map(str::trim);
    let name = name(parts.next().unwrap_or_default());
    let mut next = || parts.next().filter(|part| !part.is_empty()).map(str::to_owned);
    let person = Person {
        id: PersonId::from(""),
        name,
        pronoun: Pronoun::They,
        group: Some(group),
        post: next(),
        organisation: next(),
        called: None,
        handles: Vec::new(),
        usual: false,
    };
    Ok(Act::of(Command::Person { person }))
}

/// The group of the roll that is named by its key, a beginning of its label, or what it is.
fn group(call: &Call<'_>) -> Result<GroupId, Refusal> {
    let wanted = fold(call.text("GROUP"));
    let groups = &call.state().body().groups;
    let found = groups.iter().find(|group| {
        let kind = match group.kind {
            GroupKind::Members => "members",
            GroupKind::Officers => "officers",
            GroupKind::Others => "others",
        };
        fold(group.id.as_str()) == wanted || fold(&group.label).starts_with(&wanted) || kind == wanted
    });
    found.map(|group| group.id.clone()).ok_or_else(|| {
        let keys: Vec<&str> = groups.iter().map(|group| group.id.as_str()).collect();
        Refusal::new(
            format!("There is no group “{}”.", call.text("GROUP")),
            format!("Say which one they belong to before the name: {}.", keys.join(", ")),
        )
    })
}

const TITLES: &[&str] = &[
    "councillor",
    "cllr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "rev",
    "sir",
    "dame",
    "lord",
    "lady",
];

fn name(text: &str) -> Name {
    let (first, rest) = parse::first_word(text);
    let titled = TITLES.contains(&first.trim_end_matches('.').to_lowercase().as_str()) && !rest.is_empty();
    let (title, rest) = if titled { (first, rest) } else { ("", text) };
    let (given, surname) = rest.rsplit_once(' ').unwrap_or(("", rest));
    let initials = given.split(' ').all(|word| word.chars().all(|letter| letter.is_uppercase() || letter == '.'));
    let (forename, initials) =
        if initials { (String::new(), given.replace(['.', ' '], "")) } else { (given.to_owned(), String::new()) };
    let title = if matches!(title, "Cllr" | "cllr") { "Councillor" } else { title };
    Name { title: title.to_owned(), forename, initials, surname: surname.to_owned() }
}
