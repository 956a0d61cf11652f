//! Putting a part of a fact right.

use crate::app::command::{Call, actions, decisions, declare, discussion, minutes, point};
use crate::app::{people, refs};
use crate::meeting::command::Refusal;
use crate::meeting::event::Presence;
use crate::meeting::fact::{
    Accuracy, Action, Basis, Content, Decision, Declaration, Fact, MinutesOutcome, Motion, Move, Movement, Point,
    Proposal, PublicQuestion, Section, Speaker, Standing, Update, Version,
};
use crate::meeting::id::PersonId;

use super::{course, read};

/// A fact with what `text` says in place of one of its parts; nothing where `text` is empty.
///
/// # Errors
///
/// The fact has no such part, needs it, or it cannot say that.
pub(in crate::app::command) fn put(call: &Call<'_>, fact: &Fact, name: &str, text: &str) -> Result<Content, Refusal> {
    let mut content = fact.content.clone();
    match &mut content {
        Content::Point(it) => said(call, it, name, text)?,
        Content::LeadIn(it) => it.by = if text.is_empty() { Speaker::None } else { discussion::speaker(call, text)? },
        Content::Movement(it) => moved(call, fact, it, name, text)?,
        Content::Tenure(it) => match name {
            "person" => it.person = person(call, text)?,
            _ => it.because = some(text),
        },
        Content::Declaration(it) => declared(call, it, name, text)?,
        Content::Minutes(it) => dealt(it, name, text)?,
        Content::Update(it) => reported(it, name, text)?,
        Content::Question(it) => asked(call, it, name, text)?,
        Content::Motion(it) => moved_formally(call, it, name, text)?,
        Content::Election(it) => match name {
            "elected" => it.elected = Some(person(call, text)?),
            _ => it.presiding = somebody(call, text)?,
        },
        Content::Decision(it) => decided(call, it, name, text)?,
        Content::Action(it) => promised(call, it, name, text)?,
        Content::Recommendation(it) => match name {
            "text" => it.text = needed(text)?,
            _ => it.to = needed(text)?,
        },
        Content::Mark(it) => it.label = some(text),
        Content::Note(it) => it.text = needed(text)?,
        Content::Passage(it) => course::put_passage(call, it, name, text)?,
        Content::Pause(it) => course::put_pause(it, name, text),
        Content::Table(grid) => course::put_table(grid, name, text)?,
        Content::Nil | Content::Contest(_) | Content::Exclusion(_) | Content::Readmission => {}
    }
    Ok(content)
}

pub(super) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn needed(text: &str) -> Result<String, Refusal> {
    some(text).ok_or_else(|| {
        Refusal::new("That part cannot be left empty.", "Say what it should be, or strike the fact out.")
    })
}

fn person(call: &Call<'_>, text: &str) -> Result<PersonId, Refusal> {
    people::person(call.state(), &needed(text)?)
}

fn somebody(call: &Call<'_>, text: &str) -> Result<Option<PersonId>, Refusal> {
    some(text).map(|text| people::person(call.state(), &text)).transpose()
}

/// One of some words.
fn one_of<T: Copy>(text: &str, words: &[(&str, T)]) -> Result<T, Refusal> {
    let found = words.iter().find(|(word, _)| *word == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        Refusal::new(format!("It cannot be “{text}”."), format!("It is one of {}.", words.join(", ")))
    })
}

fn said(call: &Call<'_>, point: &mut Point, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "text" => {
            point.turns = point::turns(call.state(), text)?;
            point.jotting = point.jotted.is_none() && !point.turns.iter().all(|turn| point::is_sentence(&turn.text));
        }
        "topic" => point.topic = some(text),
        _ => {
            let lists = [Section::Paragraph, Section::Highlights, Section::Discussion, Section::Remark];
            point.section = one_of(text, &lists.map(|list| (read::section(list), list)))?;
        }
    }
    Ok(())
}

fn moved(call: &Call<'_>, fact: &Fact, movement: &mut Movement, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "people" => {
            let mut who = people::people(call.state(), text)?;
            // Those of a party who were not there did not leave with it.
            let there = |person: &PersonId| {
                let line = call.state().presences(person);
                line.and_then(|line| line.before(fact.id.entry)) == Some(&Presence::Present)
            };
            if who.party.is_some() && movement.moved.is_away() && who.people.iter().any(there) {
                who.people.retain(there);
            }
            (movement.people, movement.party) = (who.people, who.party);
        }
        "kind" => {
            let ways = [Move::Arrived, Move::Left, Move::Returned, Move::Disconnected, Move::Reconnected];
            movement.moved = one_of(text, &ways.map(|way| (read::way(way), way)))?;
        }
        "manner" => movement.manner = some(text),
        "item" => movement.for_item = some(text).map(|text| refs::item(call.state(), &text)).transpose()?,
        _ => movement.because = some(text),
    }
    Ok(())
}

const YES: &[(&str, bool)] = &[("yes", true), ("no", false)];

fn declared(call: &Call<'_>, it: &mut Declaration, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "person" => it.person = person(call, text)?,
        "items" => (it.items, it.all) = declare::items(call, text)?,
        "kind" => {
            let rules = &call.state().body().rules;
            it.kind = some(text).map(|text| declare::category(rules, &text));
            it.consequence = it.kind.as_ref().and_then(|kind| rules.interest(kind)).map(|kind| kind.consequence);
        }
        "consequence" => it.consequence = some(text).map(|text| one_of(&text, declare::CONSEQUENCES)).transpose()?,
        "sensitive" => {
            it.sensitive = some(text).map(|text| one_of(&text, YES)).transpose()?.unwrap_or_default();
            it.nature = it.nature.take().filter(|_| !it.sensitive);
        }
        "dispensation" => it.dispensation = some(text),
        "part" => it.part = some(text),
        _ => it.nature = some(text),
    }
    Ok(())
}

fn dealt(outcome: &mut MinutesOutcome, name: &str, text: &str) -> Result<(), Refusal> {
    outcome.accuracy = match name {
        "set" => {
            outcome.set = minutes::day(text)?;
            return Ok(());
        }
        "outcome" if read::outcome(&outcome.accuracy) == text => return Ok(()),
        "outcome" if text == "amended" => {
            let hint = "Give the amendments instead: “correct REF amendments PLACE - CHANGE”.";
            return Err(Refusal::new("It is not said what was amended.", hint));
        }
        "outcome" if one_of(text, &[("agreed", true), ("amended", false), ("deferred", false)])? => Accuracy::Agreed,
        "outcome" => Accuracy::Deferred { because: None },
        "amendments" if text.is_empty() => Accuracy::Agreed,
        "amendments" => Accuracy::Amended { amendments: minutes::amendments(text)? },
        _ => Accuracy::Deferred { because: some(text) },
    };
    Ok(())
}

fn reported(update: &mut Update, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "text" => update.text = needed(text)?,
        "topic" => update.topic = needed(text)?,
        _ => update.standing = some(text).map(|text| one_of(&text, &Standing::NAMED)).transpose()?,
    }
    Ok(())
}

fn asked(call: &Call<'_>, question: &mut PublicQuestion, name: &str, text: &str) -> Result<(), Refusal> {
    let turn = |text: &str| some(text).map(|text| minutes::answering(call.state(), &text)).transpose();
    match name {
        "text" => question.text = needed(text)?,
        "asker" => question.asker = needed(text)?,
        "answer" => question.answer = turn(text)?,
        "supplementary" => question.supplementary = some(text),
        "supplementary-answer" => question.supplementary_answer = turn(text)?,
        _ => question.statement = one_of(text, &[("question", false), ("statement", true)])?,
    }
    Ok(())
}

fn moved_formally(call: &Call<'_>, motion: &mut Motion, name: &str, text: &str) -> Result<(), Refusal> {
    match (name, &mut motion.proposal) {
        ("mover", _) => motion.mover = somebody(call, text)?,
        ("seconder", _) => motion.seconder = somebody(call, text)?,
        (_, Proposal::Appointment { nominee, .. }) => *nominee = person(call, text)?,
        _ => reword(call, &mut motion.versions, needed(text)?),
    }
    Ok(())
}

/// Puts new words after the old ones, which stay known.
fn reword(call: &Call<'_>, versions: &mut Vec<Version>, words: String) {
    if versions.last().is_none_or(|last| last.words != words) {
        versions.push(Version { words, at: call.when.happened() });
    }
}

fn decided(call: &Call<'_>, decision: &mut Decision, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "text" => reword(call, &mut decision.versions, needed(text)?),
        "verb" => decision.verb = decisions::verb_named(text)?,
        "method" => {
            if let Some(Basis::Declared { method, .. }) = &mut decision.basis {
                *method = one_of(text, decisions::HOW)?;
            }
        }
        reason => match reason.strip_prefix("condition") {
            Some(nth) => listed(&mut decision.conditions, nth, text),
            None => listed(&mut decision.reasons, reason.strip_prefix("reason").unwrap_or_default(), text),
        },
    }
    Ok(())
}

/// Puts text in the place of the nth of a list, counted from 1, where the first has no number; empty text takes it out.
fn listed(list: &mut Vec<String>, nth: &str, text: &str) {
    let place = nth.parse::<usize>().map_or(0, |nth| nth.saturating_sub(1));
    match (list.get_mut(place), some(text)) {
        (Some(old), Some(new)) => *old = new,
        (Some(_), None) => _ = list.remove(place),
        (None, new) => list.extend(new),
    }
}

fn promised(call: &Call<'_>, action: &mut Action, name: &str, text: &str) -> Result<(), Refusal> {
    match name {
        "text" => action.text = needed(text)?,
        "owner" => action.owner = some(text).map(|text| actions::owner_of(call.state(), &text)),
        "due" => action.due = some(text),
        _ => action.standing = one_of(text, &Standing::NAMED)?,
    }
    Ok(())
}
