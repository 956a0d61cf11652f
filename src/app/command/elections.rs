//! Elections to an office.

use crate::app::session::Stop;
use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::command::{Command, Refusal};

use super::{Act, Area, Arg, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Elections;
const BY: Arg = may("PROPOSER", Kind::Person).after(&["by", "nominated by"]);
const SECONDED: Arg = may("SECONDER", Kind::Person).after(&["seconded", "seconded by", "and seconded by"]);
const OFFICE: Arg = may("OFFICE", Kind::Words).after(&["for", "as"]);

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "nominate",
        aliases: &[],
        area: AREA,
        context: Context::Election,
        args: &[need("PERSON", Kind::Person), BY, SECONDED, OFFICE],
        help: "Somebody is nominated for the item's office, or the one named.",
        example: "nominate Jones by Jamil seconded Barkham",
        run: nominate,
    },
    Spec {
        name: "elect",
        aliases: &["appoint"],
        area: AREA,
        context: Context::Election,
        args: &[may("PERSON", Kind::Person), BY, SECONDED, OFFICE],
        help: "The only nominee is elected; with a name, nominated and elected in one.",
        example: "elect Jones by Jamil seconded Barkham",
        run: elect,
    },
];

fn office(call: &Call<'_>) -> Result<Office, Refusal> {
    let named = call.text("OFFICE").to_lowercase();
    match (named.as_str(), &call.room_item()?.agenda.kind) {
        ("", ItemKind::Election { office }) => Ok(*office),
        ("", _) => {
            Err(Refusal::new("The room is not at an election.", "Say which office: “for chair” or “for vice-chair”."))
        }
        (named, _) => self::named(named),
    }
}

/// The office of a name in small letters.
pub(super) fn named(name: &str) -> Result<Office, Refusal> {
    match name {
        "chair" => Ok(Office::Chair),
        "vice-chair" | "vice chair" | "vice" => Ok(Office::ViceChair),
        other => Err(Refusal::new(format!("There is no office “{other}”."), "It is chair or vice-chair.")),
    }
}

fn nominate(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Nominate {
        item: call.room()?,
        office: office(call)?,
        nominee: call.person("PERSON")?,
        mover: call.some_person("PROPOSER")?,
        seconder: call.some_person("SECONDER")?,
    }))
}

fn elect(call: &Call<'_>) -> Result<Act, Stop> {
    let (item, office) = (call.room()?, office(call)?);
    let command = match call.some_person("PERSON")? {
        None => Command::Elect { item, office },
        Some(nominee) => Command::Appoint {
            item,
            office,
            nominee,
            mover: call.some_person("PROPOSER")?,
            seconder: call.some_person("SECONDER")?,
        },
    };
    Ok(Act::of(command))
}
