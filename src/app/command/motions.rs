//! Motions: moved, seconded, amended, reworded, divided, and what became of them without a vote.

use crate::app::interests;
use crate::app::procedures;
use crate::app::session::{Request, Stop};
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Fate, Motion, Proposal, Version};
use crate::meeting::id::{FactId, PersonId};

use super::decisions::verb_of;
use super::{Act, Area, Arg, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Motions;
const REF: Arg = may("REF", Kind::Fact);
const BY: Arg = may("MOVER", Kind::Person).after(&["by", "moved by"]);
const SECONDED: Arg = may("SECONDER", Kind::Person).after(&["seconded", "seconded by", "and seconded by"]);
const READS: Arg = may("NEW-WORDS", Kind::Text).after(&["reads", "so that it reads"]);
const WORDS: Arg = may("TEXT", Kind::Text).after(&["words"]);

/// How somebody is named who moved or seconded and is not to be named.
pub(super) const UNNAMED: &[&str] = &["somebody", "someone", "unnamed", "a member", "moved", "seconded"];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "motion",
        aliases: &["moved"],
        area: AREA,
        context: Context::Any,
        args: &[may("WORDS", Kind::Words), BY, SECONDED, WORDS],
        help: "Something is moved; “by somebody” where nobody is named. Words that hold “by” stand in quotation marks.",
        example: "motion That a letter be sent by Sharp seconded Gowing",
        run: motion,
    },
    Spec {
        name: "second",
        aliases: &["seconder"],
        area: AREA,
        context: Context::Any,
        args: &[REF, may("PERSON", Kind::Person)],
        help: "The latest motion without a seconder is seconded, or the one named.",
        example: "second Gowing",
        run: second,
    },
    Spec {
        name: "amend",
        aliases: &["amendment"],
        area: AREA,
        context: Context::Any,
        args: &[REF, may("CHANGE", Kind::Words), BY, SECONDED, READS, WORDS],
        help: "An amendment is moved to the motion before the meeting, or the one named.",
        example: "amend Add “within a month” by Gowing seconded Leeming reads That a letter be sent within a month",
        run: amend,
    },
    Spec {
        name: "accept",
        aliases: &["accepted"],
        area: AREA,
        context: Context::Any,
        args: &[REF],
        help: "The mover takes the latest amendment into the motion, without a vote.",
        example: "accept",
        run: accept,
    },
    Spec {
        name: "withdraw",
        aliases: &["withdrawn"],
        area: AREA,
        context: Context::Any,
        args: &[REF],
        help: "The motion or amendment before the meeting is withdrawn.",
        example: "withdraw",
        run: |call| dispose(call, Fate::Withdrawn),
    },
    Spec {
        name: "lapse",
        aliases: &["not-seconded", "lapsed"],
        area: AREA,
        context: Context::Any,
        args: &[REF],
        help: "The motion or amendment before the meeting falls for want of a seconder.",
        example: "lapse",
        run: |call| dispose(call, Fate::Lapsed),
    },
    Spec {
        name: "not-put",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[REF],
        help: "The motion before the meeting is not put, since the meeting goes on to its next business; amendments fall.",
        example: "not-put",
        run: not_put,
    },
    Spec {
        name: "as-due",
        aliases: &[],
        area: AREA,
        context: Context::Open,
        args: &[],
        help: "Does what declared interests ask for (“as-declared”), or else runs or begins what was carried asks for.",
        example: "as-due",
        run: as_due,
    },
    Spec {
        name: "reword",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[REF, need("TEXT", Kind::Text)],
        help: "The motion reads otherwise from now on; earlier words are kept.",
        example: "reword That two letters be sent",
        run: reword,
    },
    Spec {
        name: "divide",
        aliases: &["parts"],
        area: AREA,
        context: Context::Any,
        args: &[REF, need("PART / PART", Kind::Text)],
        help: "The motion is put in parts, each voted on by itself.",
        example: "divide That a letter be sent / That a copy be kept",
        run: divide,
    },
    Spec {
        name: "procedural",
        aliases: &["procedure"],
        area: AREA,
        context: Context::Any,
        args: &[need("KIND", Kind::Choice(procedures::NAMES)), may("WORDS", Kind::Words), BY, SECONDED, WORDS],
        help: "A procedural motion is moved, in ready-made words where none are given.",
        example: "procedural put-the-question by Sharp seconded Gowing",
        run: procedural,
    },
    Spec {
        name: "contest",
        aliases: &["alternatives"],
        area: AREA,
        context: Context::Any,
        args: &[may("REF, REF", Kind::Words)],
        help: "Motions are put against each other: those named, or every open one of the item.",
        example: "contest",
        run: contest,
    },
];

/// The words given either at their place or as a text of their own.
fn words(call: &Call<'_>, name: &str) -> String {
    let text = if call.text("TEXT").is_empty() { call.text(name) } else { call.text("TEXT") };
    text.trim().to_owned()
}

/// Somebody named, and whether it was said that it was somebody who is not named.
fn somebody(call: &Call<'_>, name: &str) -> Result<(Option<PersonId>, bool), Refusal> {
    match call.values.get(name) {
        None => Ok((None, false)),
        Some(text) if UNNAMED.contains(&text.trim().to_lowercase().as_str()) => Ok((None, true)),
        Some(_) => match call.person(name) {
            Ok(person) => Ok((Some(person), false)),
            Err(refusal) => {
                let hint = "Where it belongs to the words, put the words in quotation marks.";
                Err(Refusal::new(refusal.what, format!("{} {hint}", refusal.hint)))
            }
        },
    }
}

fn propose(call: &Call<'_>, proposal: Proposal, words: String) -> Result<Act, Stop> {
    let by = somebody(call, "MOVER")?;
    let second = somebody(call, "SECONDER")?;
    let verb = matches!(proposal, Proposal::Substantive).then(|| verb_of(&words));
    let versions = if words.is_empty() { Vec::new() } else { vec![Version { words, at: call.when.happened() }] };
    let motion = Motion {
        mover: by.0,
        moved: by.1,
        seconder: second.0,
        seconded: second.1,
        verb,
        versions,
        ..Motion::new(proposal)
    };
    Ok(Act::of(Command::Propose { item: call.room()?, motion: Box::new(motion) }))
}

fn motion(call: &Call<'_>) -> Result<Act, Stop> {
    let before = call.floor()?.into_iter().any(|(_, motion)| motion.proposal == Proposal::Substantive);
    let act = propose(call, Proposal::Substantive, words(call, "WORDS"))?;
    Ok(if before {
        act.notice(
            "Another motion is open already: amend it, deal with it, or put both against each other (“contest”).",
        )
    } else {
        act
    })
}

fn amend(call: &Call<'_>) -> Result<Act, Stop> {
    let to = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => {
            call.open("No motion is open that could be amended.", |motion| motion.proposal == Proposal::Substantive)?
        }
    };
    let reads = call.some("NEW-WORDS");
    let change = words(call, "CHANGE");
    // An amendment that is given whole needs no account of the change.
    let change = if change.is_empty() { reads.clone().unwrap_or_default() } else { change };
    propose(call, Proposal::Amendment { to, reads }, change)
}

fn procedural(call: &Call<'_>) -> Result<Act, Stop> {
    let procedure = procedures::named(call.text("KIND")).ok_or_else(|| unknown(call.text("KIND")))?;
    let given = words(call, "WORDS");
    let ready = procedures::phrase(procedure).map_or_else(String::new, |phrase| call.session.style().label(phrase));
    if given.is_empty() && ready.is_empty() {
        return Err(Refusal::new("The motion says nothing.", "Write out what was moved.").into());
    }
    let words = if given.is_empty() { ready } else { given };
    propose(call, Proposal::Procedural { procedure }, words)
}

fn unknown(text: &str) -> Refusal {
    let hint = format!("It is one of {}.", procedures::NAMES.join(", "));
    Refusal::new(format!("“{text}” is no procedural motion."), hint)
}

fn second(call: &Call<'_>) -> Result<Act, Stop> {
    let motion = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => {
            call.open("No motion is open without a seconder.", |motion| motion.seconder.is_none() && !motion.seconded)?
        }
    };
    let (by, _) = somebody(call, "PERSON")?;
    Ok(Act::of(Command::Second { motion, by }))
}

fn accept(call: &Call<'_>) -> Result<Act, Stop> {
    let motion = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => call.open("No amendment is open.", |motion| motion.amends().is_some())?,
    };
    Ok(Act::of(Command::Dispose { motion, fate: Fate::Accepted }))
}

fn dispose(call: &Call<'_>, fate: Fate) -> Result<Act, Stop> {
    Ok(Act::of(Command::Dispose { motion: call.motion()?, fate }))
}

fn not_put(call: &Call<'_>) -> Result<Act, Stop> {
    let motion = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => call.open("No motion is open under this item.", |motion| motion.proposal == Proposal::Substantive)?,
    };
    Ok(Act::of(Command::Dispose { motion, fate: Fate::NotPut }))
}

fn as_due(call: &Call<'_>) -> Result<Act, Stop> {
    let again = |line: &str| Act { again: Some((line.to_owned(), call.when)), ..Act::default() };
    if interests::asks(call.state()) {
        return Ok(again("as-declared"));
    }
    let follow = procedures::follow(call.state(), &call.room()?);
    match follow.map(|follow| follow.line) {
        Some(line) if line.ends_with(' ') => Ok(Act::ask(Request::Begin(line.to_owned()))),
        Some(line) => Ok(again(line)),
        None => Err(Refusal::new(
            "No declared interest asks for anything now.",
            "Nor does anything that was carried: a procedural motion is voted on first.",
        )
        .into()),
    }
}

fn reword(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Reword { motion: call.motion()?, words: call.text("TEXT").to_owned() }))
}

fn divide(call: &Call<'_>) -> Result<Act, Stop> {
    let text = call.text("PART / PART");
    let parts = if text.contains('\n') { text.lines().collect::<Vec<_>>() } else { text.split(" / ").collect() };
    let parts = parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
    Ok(Act::of(Command::Divide { motion: call.motion()?, parts }))
}

fn contest(call: &Call<'_>) -> Result<Act, Stop> {
    let motions = if let Some(text) = call.values.get("REF, REF") {
        call.facts(text)?
    } else {
        let open = call.floor()?.into_iter().filter(|(_, motion)| motion.proposal == Proposal::Substantive);
        open.map(|(id, _)| id).collect()
    };
    Ok(Act::of(Command::Contest { item: call.room()?, motions }))
}

impl<'a> Call<'a> {
    /// What is before the meeting under the room's item, in the order moved.
    pub(super) fn floor(&self) -> Result<Vec<(FactId, &'a Motion)>, Refusal> {
        let item = &self.room_item()?.agenda.id;
        Ok(self.state().floor(item).collect())
    }

    /// The motion named, or else the one that is before the meeting.
    pub(super) fn motion(&self) -> Result<FactId, Refusal> {
        match self.values.get("REF") {
            Some(_) => self.fact("REF"),
            None => self.open("No motion is open under this item.", |_| true),
        }
    }

    /// The latest open motion that is `wanted`.
    pub(super) fn open(&self, none: &str, wanted: impl Fn(&Motion) -> bool) -> Result<FactId, Refusal> {
        let found = self.floor()?.into_iter().rev().find(|(_, motion)| wanted(motion));
        found
            .map(|(id, _)| id)
            .ok_or_else(|| Refusal::new(none, "Record it with “motion”, or name one by its reference, such as 9(o1)."))
    }

    /// Facts with commas between.
    pub(super) fn facts(&self, text: &str) -> Result<Vec<FactId>, Refusal> {
        let named = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        named.map(|part| crate::app::refs::fact(self.state(), part, self.session.last())).collect()
    }
}
