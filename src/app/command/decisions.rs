//! What is decided: drafts, decisions as offered or worded, reasons.

use crate::app::names::{named, names};
use crate::app::session::{Request, Stop};
use crate::meeting::command::{Command, Poll, Refusal};
use crate::meeting::fact::{Content, Decision, Method, Verb};
use crate::meeting::id::{FactId, ItemId};
use crate::minutes::offer::{self, Offer};

use super::{Act, Area, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Decisions;
const METHODS: &[&str] = &["assent", "unanimous", "nobody-against", "hands"];

/// What decisions do, by name.
const VERBS: [(&str, Verb); 15] = [
    ("agree", Verb::Agree),
    ("note", Verb::Note),
    ("receive", Verb::Receive),
    ("approve", Verb::Approve),
    ("endorse", Verb::Endorse),
    ("adopt", Verb::Adopt),
    ("recommend", Verb::Recommend),
    ("defer", Verb::Defer),
    ("refer", Verb::Refer),
    ("refuse", Verb::Refuse),
    ("delegate", Verb::Delegate),
    ("veto", Verb::Veto),
    ("veto-too-high", Verb::VetoTooHigh),
    ("veto-too-low", Verb::VetoTooLow),
    ("no-decision", Verb::NoDecision),
];
/// The names of what decisions do.
const VERB_NAMES: &[&str] = &names(&VERBS);

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "decide",
        aliases: &["agreed", "resolve"],
        area: AREA,
        context: Context::Any,
        args: &[may("HOW", Kind::Choice(METHODS)), may("OFFER-OR-TEXT", Kind::Offer)],
        help: "Decides: alone, the draft or what the house offers first; or as offered by name; or as worded.",
        example: "decide note-report",
        run: decide,
    },
    Spec {
        name: "draft",
        aliases: &["propose"],
        area: AREA,
        context: Context::Any,
        args: &[need("OFFER-OR-TEXT", Kind::Offer)],
        help: "Words a decision before it is put; again, words it anew and keeps the earlier version.",
        example: "draft The Panel *AGREED* to *DEFER* the report.",
        run: draft,
    },
    Spec {
        name: "put",
        aliases: &["carried"],
        area: AREA,
        context: Context::Any,
        args: &[may("HOW", Kind::Choice(METHODS))],
        help: "The draft is put and agreed.",
        example: "put unanimous",
        run: put,
    },
    Spec {
        name: "reason",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[may("REF", Kind::Fact), need("TEXT", Kind::Text)],
        help: "Gives a reason for the item's latest decision, or the decision or recommendation named.",
        example: "reason it met the statutory deadline",
        run: reason,
    },
    Spec {
        name: "verb",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("VERB", Kind::Choice(VERB_NAMES))],
        help: "Says what the item's latest decision does, where its words are not clear.",
        example: "verb endorse",
        run: verb,
    },
    Spec {
        name: "read-back",
        aliases: &["readback"],
        area: AREA,
        context: Context::Any,
        args: &[],
        help: "Shows the words of the decision large and calm, to be read to the room.",
        example: "read-back",
        run: |_| Ok(Act::ask(Request::ReadBack)),
    },
];

/// The ready-made decisions of the house for an item.
fn offers(call: &Call<'_>, item: &ItemId) -> Vec<Offer> {
    offer::offers(call.state(), call.session.style(), item)
}

/// The words and the verb that a text or the name of an offer stands for.
pub(super) fn worded(call: &Call<'_>, text: &str) -> Result<(Verb, String), Refusal> {
    let offers = offers(call, &call.room()?);
    if let Some(offer) = offers.iter().find(|offer| offer.name == text) {
        return Ok((offer.verb, offer.words.clone()));
    }
    let one_word = !text.contains(char::is_whitespace);
    if one_word {
        let names: Vec<&str> = offers.iter().map(|offer| offer.name.as_str()).collect();
        let what = format!("The house offers no decision “{text}” for this item.");
        return Err(Refusal::new(what, format!("It offers {}; or write the decision out.", names.join(", "))));
    }
    let words = super::resolved::paragraphs(call, text);
    Ok((verb_of(&words), words))
}

fn decide(call: &Call<'_>) -> Result<Act, Stop> {
    let item = call.room()?;
    let method = how(call);
    let text = call.text("OFFER-OR-TEXT");
    if call.values.get("HOW").is_some() && text.starts_with(|first: char| first.is_ascii_digit()) {
        let hint = format!("Write “vote {} {text}”, with “on” before the words.", call.text("HOW"));
        return Err(Refusal::new("Numbers are counted by a vote.", hint).into());
    }
    if text.is_empty() {
        if let Some((draft, _)) = latest(call, |decision| decision.basis.is_none()) {
            return Ok(Act::of(Command::Put { item, draft: Some(draft), method }));
        }
        let Some(offer) = offers(call, &item).into_iter().next() else {
            return Err(Refusal::new("The house offers no decision for this item.", "Write the decision out.").into());
        };
        return Ok(Act::of(offered(item, offer, method)));
    }
    if let Some(offer) = offers(call, &item).into_iter().find(|offer| offer.name == text) {
        return Ok(Act::of(offered(item, offer, method)));
    }
    let (verb, words) = worded(call, text)?;
    Ok(Act::of(Command::Decide { item, verb, words, method }))
}

/// What the house offers, decided. Words that take in the motion before the meeting decide that motion.
fn offered(item: ItemId, offer: Offer, method: Method) -> Command {
    let Offer { verb, words, motion, .. } = offer;
    match motion {
        Some(motion) => {
            let poll = Poll { method, framed: Some((verb, words)), ..Poll::default() };
            Command::Vote { motion, part: None, poll }
        }
        None => Command::Decide { item, verb, words, method },
    }
}

/// How agreement was found, as said; else nobody dissented.
fn how(call: &Call<'_>) -> Method {
    let named = HOW.iter().find(|(name, _)| *name == call.text("HOW"));
    named.map_or(Method::Assent, |(_, method)| *method)
}

fn draft(call: &Call<'_>) -> Result<Act, Stop> {
    let (verb, words) = worded(call, call.text("OFFER-OR-TEXT"))?;
    Ok(Act::of(Command::Draft { item: call.room()?, verb, words }))
}

/// The names of how agreement is found.
pub(super) const HOW: &[(&str, Method)] = &[
    ("assent", Method::Assent),
    ("unanimous", Method::Unanimous),
    ("nobody-against", Method::NobodyAgainst),
    ("hands", Method::Hands),
    ("unopposed", Method::Unopposed),
    ("vote", Method::Vote),
    ("names", Method::Names),
    ("ballot", Method::Ballot),
];

/// The name of how agreement was found.
pub(super) fn method_name(method: Method) -> &'static str {
    HOW.iter().find(|(_, other)| *other == method).map_or("", |(name, _)| name)
}

fn put(call: &Call<'_>) -> Result<Act, Stop> {
    Ok(Act::of(Command::Put { item: call.room()?, draft: None, method: how(call) }))
}

fn reason(call: &Call<'_>) -> Result<Act, Stop> {
    let id = match call.values.get("REF") {
        Some(_) => call.fact("REF")?,
        None => latest(call, |_| true).ok_or_else(none)?.0,
    };
    Ok(Act::of(Command::Reason { id, because: call.text("TEXT").to_owned() }))
}

fn verb(call: &Call<'_>) -> Result<Act, Stop> {
    let (id, decision) = latest(call, |_| true).ok_or_else(none)?;
    let verb = verb_named(call.text("VERB"))?;
    Ok(Act::of(Command::Correct { id, content: Content::Decision(Decision { verb, ..decision.clone() }) }))
}

/// The verb of a name.
pub(super) fn verb_named(name: &str) -> Result<Verb, Refusal> {
    named(&VERBS, name).ok_or_else(|| {
        let hint = format!("It is one of {}.", VERB_NAMES.join(", "));
        Refusal::new(format!("“{name}” is no verb of a decision."), hint)
    })
}

/// The name of a verb.
pub(super) fn verb_name(verb: Verb) -> &'static str {
    VERBS.iter().find(|(_, known)| *known == verb).map_or("", |(name, _)| name)
}

fn none() -> Refusal {
    Refusal::new("Nothing is decided under this item.", "Decide first.")
}

/// The newest decision of the room's item that is `wanted`.
pub(super) fn latest<'a>(call: &Call<'a>, wanted: impl Fn(&Decision) -> bool) -> Option<(FactId, &'a Decision)> {
    let item = call.room_item().ok()?;
    call.state().facts_of(item).rev().find_map(|fact| match &fact.content {
        Content::Decision(decision) if wanted(decision) => Some((fact.id, decision)),
        _ => None,
    })
}

/// What a decision does, by its words: the first verb beside “agreed” that stands out, or that stands there at all.
pub(in crate::app) fn verb_of(words: &str) -> Verb {
    let marked: Vec<&str> = words.split('*').skip(1).step_by(2).collect();
    let capitals = words.split_whitespace().filter(|word| word.len() > 2 && !word.chars().any(char::is_lowercase));
    let plain = words.split_whitespace();
    let verbs = |words: Vec<&str>| -> Vec<Verb> { words.into_iter().filter_map(stem).collect() };
    let found = [marked, capitals.collect(), plain.collect()].into_iter().map(verbs).find(|found| !found.is_empty());
    let found = found.unwrap_or_default();
    let verb = found.iter().copied().find(|verb| *verb != Verb::Agree).unwrap_or_default();
    if verb == Verb::Veto { veto_of(words) } else { verb }
}

/// Which veto words speak of, if they do not say that there is none.
fn veto_of(words: &str) -> Verb {
    let words = crate::text::fold(words);
    match () {
        () if words.split_whitespace().any(|word| word.trim_matches('*') == "not") => Verb::Agree,
        () if words.contains("too high") => Verb::VetoTooHigh,
        () if words.contains("too low") => Verb::VetoTooLow,
        () => Verb::Veto,
    }
}

fn stem(word: &str) -> Option<Verb> {
    let word = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let stem = match word.as_str() {
        "noting" | "noted" => "note",
        "received" => "receive",
        "approved" => "approve",
        "endorsed" => "endorse",
        "adopted" => "adopt",
        "recommended" | "recommends" => "recommend",
        "deferred" => "defer",
        "referred" => "refer",
        "delegated" => "delegate",
        "refused" | "rejected" | "reject" => "refuse",
        "agreed" | "resolved" => "agree",
        "vetoed" => "veto",
        other => other,
    };
    named(&VERBS, stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_is_read_from_the_words() {
        for (words, verb) in [
            ("The Panel *AGREED* to *NOTE* the report.", Verb::Note),
            ("The Panel *AGREED* to the Annual Report", Verb::Agree),
            ("The Panel AGREED to ENDORSE the plan to note it", Verb::Endorse),
            ("The Panel noted the report.", Verb::Note),
            ("That a letter be sent", Verb::Agree),
            ("The Panel *AGREED* to *VETO* the proposed precept because it is too low.", Verb::VetoTooLow),
            ("*RESOLVED* to *VETO* the precept as too high", Verb::VetoTooHigh),
            ("The Panel *VETOED* the appointment.", Verb::Veto),
            ("The Panel unanimously *AGREED* to *NOT* exercise its veto power.", Verb::Agree),
            ("The Panel agreed not to veto the precept, which is not too high.", Verb::Agree),
        ] {
            assert_eq!(verb_of(words), verb, "{words}");
        }
    }
}
