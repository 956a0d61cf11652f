//! Votes: on the motion before the meeting, on words, between several; the casting vote; a member's own vote.

use crate::app::session::Stop;
use crate::app::{people, refs};
use crate::meeting::command::{Choosing, Command, Poll, Refusal};
use crate::meeting::fact::{Choice, Content, Count, Decision, Fate, Method, Tally, Verb, Vote, Way};
use crate::meeting::id::{FactId, ItemId};

use super::{Act, Area, Arg, Call, Context, Kind, Spec, decisions, may, need};

const AREA: Area = Area::Motions;
/// The names of the ways in which votes are taken.
pub(super) const METHODS: &[&str] = &["assent", "unanimous", "nobody-against", "hands", "names", "ballot", "vote"];
const WAYS: &[&str] = &["for", "against", "abstained", "not-voting"];
const CASTING: &[&str] = &["for", "against", "none"];
const OUTCOMES: &[&str] = &["carried", "lost"];

const REF: Arg = may("REF", Kind::Fact);
const COUNT: Arg = may("COUNT", Kind::Words);
const PART: Arg = may("PART", Kind::Word).after(&["part"]);

const VOTE: &[Arg] = &[
    REF,
    may("AGAIN", Kind::Choice(&["again"])),
    need("HOW", Kind::Choice(METHODS)),
    COUNT,
    may("FOR", Kind::People(&[])).after(&["for"]),
    may("AGAINST", Kind::People(&[])).after(&["against"]),
    may("ABSTAINED", Kind::People(&[])).after(&["abstained", "abstaining"]),
    may("NOT-VOTING", Kind::People(&[])).after(&["not-voting", "not voting"]),
    PART,
    may("RULE", Kind::Word).after(&["rule"]),
    may("ASKED-BY", Kind::People(&[])).after(&["asked by"]),
    may("CASTING", Kind::Choice(CASTING)).after(&["casting"]),
    may("DECLARED", Kind::Choice(OUTCOMES)).after(&["declared"]),
    may("ITEMS", Kind::Items).after(&["also", "also items", "also item"]),
    may("WORDS", Kind::Offer).after(&["on"]),
];

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "vote",
        aliases: &["voted"],
        area: AREA,
        context: Context::Any,
        args: VOTE,
        help: "A vote is taken: on the motion before the meeting, else the draft, else the words after “on”.",
        example: "vote hands 6 2 1 on note-report",
        run: vote,
    },
    Spec {
        name: "casting",
        aliases: &["casting-vote"],
        area: AREA,
        context: Context::Any,
        args: &[REF, need("WAY", Kind::Choice(CASTING)), PART],
        help: "Whoever presides settles a tie, or gives no casting vote.",
        example: "casting for",
        run: casting,
    },
    Spec {
        name: "own-vote",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[REF, need("WAY", Kind::Choice(WAYS)), need("PERSON", Kind::Person)],
        help: "A member has their own vote on the latest decision or motion recorded.",
        example: "own-vote against Gowing",
        run: own_vote,
    },
    Spec {
        name: "choose",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[
            need("HOW", Kind::Choice(METHODS)),
            COUNT,
            may("ABSTAINED", Kind::Word).after(&["abstained", "abstaining"]),
            may("CASTING", Kind::Fact).after(&["casting"]),
            may("DECLARED", Kind::Fact).after(&["declared"]),
            may("OUT", Kind::Fact).after(&["out"]),
        ],
        help: "A vote between motions put against each other: a number for each still in, or names as “names 1: ash, birch; 2: elm”.",
        example: "choose hands 6 3",
        run: choose,
    },
];

fn vote(call: &Call<'_>) -> Result<Act, Stop> {
    let poll = poll(call)?;
    let part = part(call)?;
    if let Some(text) = call.values.get("WORDS") {
        let (verb, words) = decisions::worded(call, text)?;
        return by_vote(call, verb, words, poll);
    }
    if call.values.get("REF").is_none() {
        if let Some((id, _)) = call.floor()?.pop() {
            return Ok(Act::of(Command::Vote { motion: id, part, poll }));
        }
        if let Some((_, draft)) = decisions::latest(call, |decision| decision.basis.is_none()) {
            return by_vote(call, draft.verb, draft.words().to_owned(), poll);
        }
    }
    let motion = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => latest_motion(call)?,
    };
    let dealt_with = matches!(call.state().content(motion), Some(Content::Motion(motion)) if motion.fate != Fate::Open);
    if dealt_with && part.is_none() && call.values.get("AGAIN").is_none() {
        return Err(Refusal::new(
            "The motion has been voted on.",
            "Where the vote was taken again, write “vote again …”; both are kept.",
        )
        .into());
    }
    Ok(Act::of(Command::Vote { motion, part, poll }))
}

fn by_vote(call: &Call<'_>, verb: Verb, words: String, poll: Poll) -> Result<Act, Stop> {
    Ok(Act::of(Command::DecideByVote { item: call.room()?, verb, words, poll }))
}

/// The newest motion of the room's item that was put: the one that a vote taken again is on.
fn latest_motion(call: &Call<'_>) -> Result<FactId, Refusal> {
    call.state().last_put(&call.room()?).ok_or_else(|| {
        Refusal::new(
            "There is nothing to vote on.",
            "Record the motion first, or give the words: “vote hands 7 3 on That …”.",
        )
    })
}

fn poll(call: &Call<'_>) -> Result<Poll, Refusal> {
    let method = method(call.text("HOW"))?;
    let tally = tally(call)?;
    let mut votes = Vec::new();
    for (name, way) in
        [("FOR", Way::For), ("AGAINST", Way::Against), ("ABSTAINED", Way::Abstained), ("NOT-VOTING", Way::NotVoting)]
    {
        if call.values.get(name).is_some() {
            let named = people::voters(call.state(), call.text(name))?;
            votes.extend(named.into_iter().map(|person| Vote { person, way }));
        }
    }
    let casting = match call.text("CASTING") {
        "for" => Some(Way::For),
        "against" => Some(Way::Against),
        "" | "none" => None,
        other => return Err(no_such(other, CASTING)),
    };
    let carried = match (call.text("DECLARED"), call.text("CASTING")) {
        ("carried", _) => Some(true),
        // Without a casting vote a tie is lost.
        ("lost", _) | ("", "none") => Some(false),
        ("", _) => None,
        (other, _) => return Err(no_such(other, OUTCOMES)),
    };
    let majority = call.some("RULE");
    let asked_by = call.values.get("ASKED-BY").map(|_| call.people("ASKED-BY")).transpose()?.unwrap_or_default().people;
    Ok(Poll { method, tally, votes, casting, majority, carried, asked_by, also: items(call)?, framed: None })
}

fn items(call: &Call<'_>) -> Result<Vec<ItemId>, Refusal> {
    let named = call.text("ITEMS").split([',']).flat_map(|part| part.split(" and "));
    let named = named.map(str::trim).filter(|part| !part.is_empty());
    named.map(|part| refs::item(call.state(), part)).collect()
}

fn method(name: &str) -> Result<Method, Refusal> {
    Ok(match name {
        "assent" => Method::Assent,
        "unanimous" => Method::Unanimous,
        "nobody-against" => Method::NobodyAgainst,
        "hands" => Method::Hands,
        "names" => Method::Names,
        "ballot" => Method::Ballot,
        "vote" => Method::Vote,
        other => return Err(no_such(other, METHODS)),
    })
}

fn no_such(text: &str, known: &[&str]) -> Refusal {
    Refusal::new(format!("“{text}” says nothing of a vote."), format!("It is one of {}.", known.join(", ")))
}

/// `7 3 1`: for, against, abstaining, not voting; what is left out at the end is none.
fn tally(call: &Call<'_>) -> Result<Option<Tally>, Refusal> {
    let numbers = numbers(call.text("COUNT"))?;
    match numbers.as_slice() {
        [] => Ok(None),
        [_, _, _, _, _, ..] => Err(Refusal::new(
            "There are more than four numbers.",
            "Give those for, against, abstaining and not voting, such as “hands 7 3 1”.",
        )),
        numbers => {
            let number = |index: usize| numbers.get(index).copied().unwrap_or(0);
            Ok(Some(Tally { yes: number(0), no: number(1), abstained: number(2), not_voting: number(3) }))
        }
    }
}

fn numbers(text: &str) -> Result<Vec<u32>, Refusal> {
    let dash = |letter: char| matches!(letter, '-' | '–');
    let words = text.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '/'));
    // A dash parts numbers, as in 7-3-1; before a number it is no vote that anybody gave.
    let written = words.flat_map(|word| match word.strip_prefix(dash) {
        Some(rest) if !rest.is_empty() => vec![word],
        _ => word.split(dash).collect(),
    });
    written
        .filter(|part| !part.is_empty())
        .map(|part| {
            part.parse().map_err(|_| {
                Refusal::new(
                    format!("“{part}” is not a number of votes."),
                    "Write whole numbers, such as “hands 7 3 1”.",
                )
            })
        })
        .collect()
}

fn part(call: &Call<'_>) -> Result<Option<usize>, Refusal> {
    let Some(text) = call.values.get("PART") else { return Ok(None) };
    let place = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    place.map(Some).ok_or_else(|| Refusal::new(format!("“{text}” is no part of a motion."), "Count its parts from 1."))
}

fn casting(call: &Call<'_>) -> Result<Act, Stop> {
    let motion = call.motion().map_err(|none| settled(call).unwrap_or(none))?;
    let way = match call.text("WAY") {
        "for" => Way::For,
        "against" => Way::Against,
        "none" => Way::Abstained,
        other => return Err(no_such(other, CASTING).into()),
    };
    Ok(Act::of(Command::CastingVote { motion, part: part(call)?, way }))
}

/// Why there is nothing to settle where the vote that was taken last is.
fn settled(call: &Call<'_>) -> Option<Refusal> {
    let id = call.state().last_put(&call.room().ok()?).filter(|_| call.values.get("REF").is_none())?;
    let Some(Content::Motion(motion)) = call.state().content(id) else { return None };
    let became = if motion.fate == Fate::Carried { "was carried" } else { "is settled and was not carried" };
    let what = format!("“{}” {became}: no casting vote is asked for.", motion.words().replace('*', ""));
    Some(Refusal::new(what, "Where the vote was taken again, write “vote again … casting for”."))
}

fn own_vote(call: &Call<'_>) -> Result<Act, Stop> {
    let way = match call.text("WAY") {
        "for" => Way::For,
        "against" => Way::Against,
        "abstained" => Way::Abstained,
        "not-voting" => Way::NotVoting,
        other => return Err(no_such(other, WAYS).into()),
    };
    // The reference may stand last as well: “own-vote against Gowing 9(o1)”.
    let (person, last) = match call.text("PERSON").rsplit_once(' ') {
        Some((person, last)) if refs::is_written_so(last) => (person, Some(last)),
        _ => (call.text("PERSON"), None),
    };
    let on = match (call.values.get("REF"), last) {
        (Some(_), _) => call.fact("REF")?,
        (None, Some(last)) => refs::fact(call.state(), last, call.session.last())?,
        (None, None) => voted_on(call)?,
    };
    Ok(Act::of(Command::OwnVote { on, vote: Vote { person: people::person(call.state(), person)?, way } }))
}

/// The newest decision of the room's item, or motion that was put.
fn voted_on(call: &Call<'_>) -> Result<FactId, Refusal> {
    let put = |content: &Content| match content {
        Content::Decision(Decision { basis, .. }) => basis.is_some(),
        Content::Motion(motion) => !motion.takes.is_empty(),
        _ => false,
    };
    let found = call.state().facts_of(call.room_item()?).rev().find(|fact| put(&fact.content));
    found
        .map(|fact| fact.id)
        .ok_or_else(|| Refusal::new("Nothing has been decided or voted on under this item.", "Record the vote first."))
}

fn choose(call: &Call<'_>) -> Result<Act, Stop> {
    let item = call.room()?;
    let none = || Refusal::new("No motions are put against each other.", "Record that first: “contest”.");
    let (contest, held) = call.state().contest(&item).ok_or_else(none)?;
    let among = crate::meeting::contest::remaining(&held.motions, &held.rounds);
    let method = method(call.text("HOW"))?;
    let by_name = call.text("COUNT").contains(':');
    let choices = if by_name { choices(call, &among)? } else { Vec::new() };
    if method == Method::Names && choices.is_empty() {
        let hint = "Write “choose names 1: Sharp, Jones; 2: Gowing”, the motions in the order in which they were put.";
        return Err(Refusal::new("A vote by name names nobody.", hint).into());
    }
    let numbers = if by_name { Vec::new() } else { numbers(call.text("COUNT"))? };
    if !numbers.is_empty() && numbers.len() != among.len() {
        let what = format!("{} are put against each other, and there are {} numbers.", among.len(), numbers.len());
        return Err(Refusal::new(what, "Give one for each, in the order in which they were put.").into());
    }
    let counts = among.iter().zip(numbers).map(|(&motion, votes)| Count { motion, votes }).collect();
    let abstained = super::votes::numbers(call.text("ABSTAINED"))?.first().copied().unwrap_or(0);
    let named = |name| call.values.get(name).map(|_| call.fact(name)).transpose();
    let choosing = Choosing {
        method,
        counts,
        abstained,
        choices,
        casting: named("CASTING")?,
        chosen: named("DECLARED")?,
        out: named("OUT")?,
    };
    Ok(Act::of(Command::Choose { contest, choosing }))
}

/// `1: Sharp, Jones; 2: Gowing`: who chose which motion, by its place among those that are still in, or by its reference.
fn choices(call: &Call<'_>, among: &[FactId]) -> Result<Vec<Choice>, Refusal> {
    let mut choices = Vec::new();
    for part in call.text("COUNT").split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let Some((motion, names)) = part.split_once(':') else {
            let hint = "Write “1: Sharp, Jones; 2: Gowing”.";
            return Err(Refusal::new(format!("“{part}” does not say who chose what."), hint));
        };
        let place = motion.trim().parse::<usize>().ok().and_then(|place| place.checked_sub(1));
        let motion = match place {
            Some(place) => *among.get(place).ok_or_else(|| {
                let what = format!("There is no motion {} in this vote.", motion.trim());
                Refusal::new(what, format!("Count those that are still in, from 1 to {}.", among.len()))
            })?,
            None => refs::fact(call.state(), motion.trim(), call.session.last())?,
        };
        choices.extend(people::voters(call.state(), names)?.into_iter().map(|person| Choice { person, motion }));
    }
    Ok(choices)
}

#[cfg(test)]
mod tests;
