//! What a decision is made of besides its words: parts, conditions, dissent; and whom it goes on to.

use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::event::ItemState;
use crate::meeting::fact::{Basis, Content, Decision, Method, Onward, Verb, Version};
use crate::meeting::id::FactId;
use crate::minutes::offer;
use crate::minutes::phrase::{Phrase, Value};

use super::decisions::{latest, verb_of};
use super::{Act, Area, BECAUSE, Call, Kind, Spec, may, need};

const AREA: Area = Area::Decisions;

pub(super) const COMMANDS: &[Spec] = &[
    Spec::always(
        AREA,
        "part",
        &[may("REF", Kind::Fact), need("TEXT", Kind::Text)],
        [
            "Adds a numbered part to the item's latest decision, or begins a draft in parts.",
            "part that the Chair write to the Minister",
        ],
        part,
    ),
    Spec::always(
        AREA,
        "condition",
        &[may("REF", Kind::Fact), need("TEXT", Kind::Text)],
        ["Makes the item's latest decision subject to a condition.", "condition the hall is left tidy"],
        condition,
    ),
    Spec::always(
        AREA,
        "dissent",
        &[may("REF", Kind::Fact), need("PEOPLE", Kind::People(&[]))],
        ["Members ask that their dissent from the item's latest decision be recorded.", "dissent Jones and Ferguson"],
        dissent,
    ),
    Spec::always(
        AREA,
        "refer",
        &[
            may("WHAT", Kind::Words),
            need("BODY", Kind::Words).after(&["to"]),
            may("DUE", Kind::Words).after(&["reply", "reply by"]),
            BECAUSE,
        ],
        [
            "Decides to send something to another body, with a day for its reply.",
            "refer the question of costs to the Cabinet reply 30 September 2023",
        ],
        refer,
    ),
    Spec::always(
        AREA,
        "recommend-to",
        &[
            need("BODY", Kind::Words),
            may("DUE", Kind::Words).after(&["reply", "reply by"]),
            need("TEXT", Kind::Text).after(&["that"]),
        ],
        [
            "Decides to recommend something to another body, with a day for its reply.",
            "recommend-to Full Council reply 1 October 2023 that the plan be adopted",
        ],
        recommend,
    ),
    Spec::always(
        AREA,
        "delegate",
        &[
            need("WHAT", Kind::Words),
            need("OFFICER", Kind::Words).after(&["to"]),
            may("PERSONS", Kind::Words).after(&["with", "in consultation with"]),
            BECAUSE,
        ],
        [
            "Decides to leave something to an officer, in consultation with somebody where named.",
            "delegate the final wording to the Monitoring Officer with the Chair",
        ],
        delegate,
    ),
    Spec::always(
        AREA,
        "put-off",
        &[may("WHAT", Kind::Words), may("WHEN", Kind::Words).after(&["to", "until"]), BECAUSE],
        [
            "Decides to defer what is before the meeting; without WHAT the item is deferred with it.",
            "put-off the grant to 20 September 2023 because \"the report is late\"",
        ],
        put_off,
    ),
    Spec::always(
        AREA,
        "stands",
        &[need("TEXT", Kind::Words), BECAUSE],
        [
            "Records an outcome that stands although the vote was against it.",
            "stands The precept was *NOTED* because fewer than two thirds of the members voted for a veto",
        ],
        stands,
    ),
    Spec::always(
        AREA,
        "outside",
        &[
            need("TEXT", Kind::Words),
            may("WHO", Kind::Words).after(&["by"]),
            may("WHEN", Kind::Words).after(&["on"]),
            BECAUSE,
        ],
        [
            "Records a decision taken outside the meeting, of which the meeting was told.",
            "outside The grant was *APPROVED* by the Chief Executive on 3 July 2023",
        ],
        outside,
    ),
];

/// The decision named, or else the room's latest.
fn decision<'a>(call: &Call<'a>) -> Result<(FactId, &'a Decision), Refusal> {
    let nothing = || Refusal::new("Nothing is decided under this item.", "Decide first.");
    if call.values.get("REF").is_none() {
        return latest(call, |_| true).ok_or_else(nothing);
    }
    let id = call.fact("REF")?;
    match call.state().content(id) {
        Some(Content::Decision(decision)) => Ok((id, decision)),
        _ => Err(Refusal::new("That is not a decision.", crate::app::refs::HOW)),
    }
}

/// Changes a decision; its words stay unless they are changed too.
fn changed(call: &Call<'_>, change: impl FnOnce(&mut Decision)) -> Result<Act, Stop> {
    let (id, decision) = decision(call)?;
    let mut decision = decision.clone();
    change(&mut decision);
    Ok(Act::of(Command::Correct { id, content: Content::Decision(decision) }))
}

fn part(call: &Call<'_>) -> Result<Act, Stop> {
    let text = bare(call.text("TEXT").trim()).to_owned();
    let at = call.when.happened();
    if call.values.get("REF").is_none() && latest(call, |_| true).is_none() {
        let words = format!("{}\n{text}", lead(call));
        return Ok(Act::of(Command::Draft { item: call.room()?, verb: verb_of(&text), words }));
    }
    changed(call, |decision| {
        let words = format!("{}\n{text}", decision.words());
        decision.versions.push(Version { words, at });
    })
}

fn condition(call: &Call<'_>) -> Result<Act, Stop> {
    changed(call, |decision| decision.conditions.push(call.text("TEXT").trim().to_owned()))
}

fn dissent(call: &Call<'_>) -> Result<Act, Stop> {
    let people = call.people("PEOPLE")?.people;
    changed(call, |decision| {
        let new = people.into_iter().filter(|person| !decision.dissent.contains(person)).collect::<Vec<_>>();
        decision.dissent.extend(new);
    })
}

fn refer(call: &Call<'_>) -> Result<Act, Stop> {
    let onward = Onward { to: call.some("BODY"), due: call.some("DUE"), with: None };
    onward_to(call, Verb::Refer, Phrase::DecisionRefer, call.values.get("WHAT").unwrap_or("the matter"), onward)
}

fn recommend(call: &Call<'_>) -> Result<Act, Stop> {
    let onward = Onward { to: call.some("BODY"), due: call.some("DUE"), with: None };
    onward_to(call, Verb::Recommend, Phrase::DecisionRecommend, call.text("TEXT"), onward)
}

fn delegate(call: &Call<'_>) -> Result<Act, Stop> {
    let onward = Onward { to: call.some("OFFICER"), due: None, with: call.some("PERSONS") };
    onward_to(call, Verb::Delegate, Phrase::DecisionDelegate, call.text("WHAT"), onward)
}

/// A decision to defer. What it says is not said again of the item, which is deferred with it unless only something
/// under it is.
fn put_off(call: &Call<'_>) -> Result<Act, Stop> {
    let onward = Onward { to: None, due: call.some("WHEN"), with: None };
    let to = onward.due.clone();
    let what = call.values.get("WHAT").unwrap_or("the item");
    let mut act = onward_to(call, Verb::Defer, Phrase::DecisionDefer, what, onward)?;
    if call.values.get("WHAT").is_none() {
        let state = ItemState::Deferred { to, because: None };
        act.commands.push(Command::ItemState { item: call.room()?, state });
    }
    Ok(act)
}

fn onward_to(call: &Call<'_>, verb: Verb, phrase: Phrase, what: &str, onward: Onward) -> Result<Act, Stop> {
    let part = |part: &'_ Option<String>| part.clone().map_or(Value::Empty, Value::from);
    let values = [
        ("what", Value::text(Some(what.trim_end_matches('.')))),
        ("to", part(&onward.to)),
        ("with", part(&onward.with)),
        ("due", part(&onward.due)),
    ];
    let words = offer::worded(call.state(), call.session.style(), phrase, &values);
    Ok(Act::of(agreed(call, verb, &words, Some(onward))?))
}

/// Records a decision as the chair declared it agreed.
pub(super) fn agreed(call: &Call<'_>, verb: Verb, words: &str, onward: Option<Onward>) -> Result<Command, Refusal> {
    let room = call.state().circumstances(Some(&call.room()?));
    let basis = Basis::Declared { method: Method::Assent, room };
    decided(call, words, Decision { verb, basis: Some(basis), onward, ..Decision::default() })
}

fn decided(call: &Call<'_>, words: &str, decision: Decision) -> Result<Command, Refusal> {
    let version = Version { words: words.trim().to_owned(), at: call.when.happened() };
    let reasons = call.some("REASON").into_iter().filter(|_| decision.reasons.is_empty());
    let reasons = match decision.basis {
        // What stands says why in its own words.
        Some(Basis::Stands { .. }) => Vec::new(),
        _ => reasons.collect(),
    };
    let content = Content::Decision(Decision { versions: vec![version], reasons, ..decision });
    Ok(Command::Record { item: call.room()?, content, started: None })
}

fn stands(call: &Call<'_>) -> Result<Act, Stop> {
    based(call, Basis::Stands { because: call.some("REASON") })
}

fn outside(call: &Call<'_>) -> Result<Act, Stop> {
    based(call, Basis::Outside { by: call.some("WHO"), on: call.some("WHEN") })
}

fn based(call: &Call<'_>, basis: Basis) -> Result<Act, Stop> {
    let words = call.text("TEXT");
    let decision = Decision { verb: verb_of(words), basis: Some(basis), ..Decision::default() };
    Ok(Act::of(decided(call, words, decision)?))
}

/// Words as they are kept: of several lines the first leads and the others are parts, without the numbers that were typed
/// before them.
pub(super) fn paragraphs(call: &Call<'_>, text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 {
        return text.trim().to_owned();
    }
    let lead = lead(call);
    if lines.first().is_some_and(|first| bare(first) != *first) {
        lines.insert(0, &lead);
    }
    let parts = lines.iter().skip(1).map(|line| bare(line));
    lines.first().copied().into_iter().chain(parts).collect::<Vec<_>>().join("\n")
}

fn lead(call: &Call<'_>) -> String {
    offer::worded(call.state(), call.session.style(), Phrase::DecisionLead, &[])
}

/// A line without the number that stands before it: `(1)`, `1.`, `a)`, `(iv)`.
fn bare(line: &str) -> &str {
    let Some((mark, rest)) = line.split_once(char::is_whitespace) else { return line };
    let inside = mark.strip_prefix('(').unwrap_or(mark);
    let Some(inside) = inside.strip_suffix(')').or_else(|| inside.strip_suffix('.')) else { return line };
    let number = (1..=2).contains(&inside.len()) && inside.bytes().all(|byte| byte.is_ascii_digit());
    let letter = inside.len() == 1 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    let roman = (1..=4).contains(&inside.len()) && inside.bytes().all(|byte| b"ivx".contains(&byte));
    if number || letter || roman { rest.trim_start() } else { line }
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn numbers_before_parts_are_taken_off() {
        for (line, expected) in [
            ("(1) note it", "note it"),
            ("1. note it", "note it"),
            ("a) note it", "note it"),
            ("(iv)  note it", "note it"),
            ("note it", "note it"),
            ("A. Smith be thanked", "A. Smith be thanked"),
            ("2023 be noted", "2023 be noted"),
            ("(the report) be noted", "(the report) be noted"),
            ("(1)", "(1)"),
        ] {
            assert_eq!(bare(line), expected, "{line}");
        }
    }
}
