//! Who is there, and who is not.

use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::event::{Mode, Presence};
use crate::meeting::id::{GroupId, PersonId};
use crate::meeting::people::{GroupKind, Name, Person};
use crate::text::fold;

use super::{Act, Area, BECAUSE, Call, Context, Kind, Spec, need};

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
        name: "public",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("NUMBER", Kind::Word)],
        help: "Says how many members of the public watch.",
        example: "public 14",
        run: public,
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

fn public(call: &Call<'_>) -> Result<Act, Stop> {
    let count = call.text("NUMBER").parse().map_err(|_| {
        Refusal::new(format!("“{}” is not a whole number.", call.text("NUMBER")), "For example: public 14")
    })?;
    Ok(Act::of(Command::Public { count }))
}

fn mode(call: &Call<'_>, to: Mode) -> Result<Act, Stop> {
    let people = call.people("PEOPLE")?.people;
    Ok(Act::all(people.into_iter().map(|person| Command::Mode { person, to }).collect()))
}

fn person(call: &Call<'_>) -> Result<Act, Stop> {
    let group = group(call)?;
    let mut parts = call.text("NAME").splitn(3, ',').map(str::trim);
    let name = Name::read(parts.next().unwrap_or_default());
    let mut next = || parts.next().filter(|part| !part.is_empty()).map(str::to_owned);
    let person =
        Person { group: Some(group), post: next(), organisation: next(), ..Person::new(PersonId::from(""), name) };
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
