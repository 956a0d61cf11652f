//! Elections to an office.

use crate::app::people;
use crate::app::session::Stop;
use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::command::{Choosing, Command, Electing, Nomination, Refusal};
use crate::meeting::fact::{Choice, Count, Method};
use crate::meeting::id::{FactId, PersonId};
use crate::meeting::people::Person;

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
    Spec {
        name: "ballot",
        aliases: &["round"],
        area: AREA,
        context: Context::Election,
        args: &[
            may("HOW", Kind::Choice(METHODS)),
            may("VOTES", Kind::Words),
            may("ABSTAINED", Kind::Word).after(&["abstained", "abstaining"]),
            may("CASTING", Kind::Person).after(&["casting"]),
            may("LOT", Kind::Person).after(&["lot", "by lot"]),
            may("DECLARED", Kind::Person).after(&["declared"]),
            may("OUT", Kind::Person).after(&["out"]),
            OFFICE,
        ],
        help: "A vote between several nominees; by names: “names Jones: ash, birch; Leigh: elm”. A tie: casting NAME, lot NAME.",
        example: "ballot hands Jones 6, Barkham 4 abstained 1",
        run: ballot,
    },
    Spec {
        name: "withdraw-nominee",
        aliases: &[],
        area: AREA,
        context: Context::Election,
        args: &[need("PERSON", Kind::Person), OFFICE],
        help: "A nominee withdraws, before the vote or between two rounds.",
        example: "withdraw-nominee Barkham",
        run: withdraw_nominee,
    },
];

const METHODS: &[&str] = &["hands", "names", "ballot", "vote"];

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

/// The act of a step of the election that the room is at.
fn step(call: &Call<'_>, step: Electing) -> Result<Act, Stop> {
    Ok(Act::of(Command::Election { item: call.room()?, office: office(call)?, step }))
}

/// Somebody with those who named them.
fn nomination(call: &Call<'_>, nominee: PersonId) -> Result<Nomination, Stop> {
    Ok(Nomination { nominee, mover: call.some_person("PROPOSER")?, seconder: call.some_person("SECONDER")? })
}

fn nominate(call: &Call<'_>) -> Result<Act, Stop> {
    step(call, Electing::Nominate(nomination(call, call.person("PERSON")?)?))
}

fn elect(call: &Call<'_>) -> Result<Act, Stop> {
    match call.some_person("PERSON")? {
        None => step(call, Electing::Elect),
        Some(nominee) => step(call, Electing::Appoint(nomination(call, nominee)?)),
    }
}

fn withdraw_nominee(call: &Call<'_>) -> Result<Act, Stop> {
    step(call, Electing::Withdraw { nominee: call.person("PERSON")? })
}

fn ballot(call: &Call<'_>) -> Result<Act, Stop> {
    let nominees = nominees(call, office(call)?)?;
    let named = |name| call.some_person(name)?.map(|person| nominee(call, &nominees, &person)).transpose();
    let method = match call.text("HOW") {
        "hands" => Method::Hands,
        "names" => Method::Names,
        "ballot" => Method::Ballot,
        _ => Method::Vote,
    };
    let abstained = call.values.get("ABSTAINED").map(number).transpose()?.unwrap_or(0);
    let (lot, declared) = (named("LOT")?, named("DECLARED")?);
    let mut choosing = Choosing { method, abstained, casting: named("CASTING")?, ..Choosing::default() };
    (choosing.chosen, choosing.out) = (lot.or(declared), named("OUT")?);
    let votes = call.text("VOTES");
    let parts = votes.split(if votes.contains(':') { ';' } else { ',' }).map(str::trim).filter(|part| !part.is_empty());
    for part in parts {
        match part.split_once(':') {
            Some((name, people)) => {
                let motion = nominee(call, &nominees, &people::person(call.state(), name)?)?;
                let people = people::voters(call.state(), people)?;
                choosing.choices.extend(people.into_iter().map(|person| Choice { person, motion }));
            }
            None => choosing.counts.push(count(call, &nominees, part)?),
        }
    }
    step(call, Electing::Ballot { choosing, by_lot: lot.is_some() })
}

/// `Jones 6`, or with "and" before it.
fn count(call: &Call<'_>, nominees: &[(PersonId, FactId)], part: &str) -> Result<Count, Refusal> {
    let part = part.strip_prefix("and ").unwrap_or(part);
    let Some((name, votes)) = part.rsplit_once(char::is_whitespace) else {
        let what = format!("“{part}” gives no number of votes.");
        return Err(Refusal::new(what, "Write each nominee with their votes: “ballot hands Jones 6, Barkham 4”."));
    };
    Ok(Count { motion: nominee(call, nominees, &people::person(call.state(), name)?)?, votes: number(votes)? })
}

fn number(text: &str) -> Result<u32, Refusal> {
    text.trim().parse().map_err(|_| {
        Refusal::new(
            format!("“{text}” is not a number of votes."),
            "Write it in digits: “ballot hands Jones 6, Barkham 4”.",
        )
    })
}

/// Who is nominated for an office under the room's item, each with the nomination.
fn nominees(call: &Call<'_>, to: Office) -> Result<Vec<(PersonId, FactId)>, Refusal> {
    Ok(call.state().nominees(call.room_item()?, to).map(|(id, person)| (person.clone(), id)).collect())
}

fn nominee(call: &Call<'_>, nominees: &[(PersonId, FactId)], person: &PersonId) -> Result<FactId, Refusal> {
    nominees.iter().find(|(nominee, _)| nominee == person).map(|(_, id)| *id).ok_or_else(|| {
        let name = call.state().person(person).map_or_else(String::new, Person::short);
        Refusal::new(format!("{name} is not nominated."), "Record the nomination first.")
    })
}
