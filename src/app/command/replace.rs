//! `s/old/new/` and `spell old as new`: other words in the last fact, in whichever of its texts they stand.

use std::ops::Range;

use crate::app::refs;
use crate::app::session::Stop;
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Accuracy, Content, Owner, Turn, Version};

use super::{Act, Call};

/// Replaces words once, or with `g` at the end wherever they stand; says where once was not all.
pub(super) fn replace(call: &Call<'_>) -> Result<Act, Stop> {
    let (old, new, all) = parts(call.text("/OLD/NEW/"))?;
    let mut left = if all { usize::MAX } else { 1 };
    let (act, found) = change(call, &old, |text| {
        let here = text.matches(&old).count();
        *text = text.replacen(&old, &new, left);
        left = left.saturating_sub(here);
        here
    })?;
    Ok(if found > 1 && !all {
        act.notice(format!("“{old}” stood there {found} times; the first was replaced. End with “g” to replace all."))
    } else {
        act
    })
}

/// Replaces a word wherever it stands as a word.
pub(super) fn respell(call: &Call<'_>, old: &str, new: &str) -> Result<Act, Stop> {
    let (act, _) = change(call, old, |text| {
        let places = unbroken(text, old);
        places.iter().rev().for_each(|place| text.replace_range(place.clone(), new));
        places.len()
    })?;
    Ok(act)
}

/// Where `word` stands in `text` without a letter or figure on either side, as byte ranges in order.
pub(in crate::app) fn unbroken(text: &str, word: &str) -> Vec<Range<usize>> {
    let ends = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    let alone = |place: &Range<usize>| {
        let before = text.get(..place.start).and_then(|before| before.chars().next_back());
        let after = text.get(place.end..).and_then(|after| after.chars().next());
        !place.is_empty() && ends(before) && ends(after)
    };
    text.match_indices(word).map(|(at, found)| at..at + found.len()).filter(alone).collect()
}

/// Every text of a fact, in the order in which it prints.
pub(in crate::app) fn texts_of(content: &Content) -> Vec<String> {
    texts(&mut content.clone()).into_iter().map(|text| text.clone()).collect()
}

/// Corrects the last fact by what `with` makes of each of its texts; says how often that found `old`, which must be there.
fn change(call: &Call<'_>, old: &str, mut with: impl FnMut(&mut String) -> usize) -> Result<(Act, usize), Stop> {
    let id = call.fact("REF")?;
    let before = call.state().content(id).ok_or_else(|| Refusal::new("That was struck out.", refs::HOW))?;
    let mut content = before.clone();
    let found = texts(&mut content).into_iter().map(&mut with).sum();
    if found == 0 {
        let hint = "Small and capital letters count. Name another fact with “edit” or “correct”.";
        return Err(Refusal::new(format!("The last fact has no “{old}”."), hint).into());
    }
    keep_version(call, before, &mut content);
    Ok((Act::of(Command::Correct { id, content }), found))
}

/// The wording of a decision or motion that was replaced stays known beside the new one.
fn keep_version(call: &Call<'_>, before: &Content, content: &mut Content) {
    let versions = match (before, content) {
        (Content::Decision(old), Content::Decision(new)) => Some((&old.versions, &mut new.versions)),
        (Content::Motion(old), Content::Motion(new)) => Some((&old.versions, &mut new.versions)),
        _ => None,
    };
    if let Some((old, new)) = versions
        && let (Some(was), Some(is)) = (old.last(), new.last())
        && was.words != is.words
    {
        let version = Version { words: is.words.clone(), at: call.when.happened() };
        *new = old.iter().cloned().chain([version]).collect();
    }
}

/// What `/old/new/g` says, whatever mark stands between.
fn parts(text: &str) -> Result<(String, String, bool), Refusal> {
    let unclear = || Refusal::new("It is not clear what replaces what.", "Write s/old/new/ or s/old/new/g.");
    let mark = text.chars().next().ok_or_else(unclear)?;
    let mut parts = text.get(mark.len_utf8()..).unwrap_or("").split(mark);
    let old = parts.next().filter(|old| !old.is_empty()).ok_or_else(unclear)?;
    let new = parts.next().ok_or_else(unclear)?;
    let all = match (parts.next().map(str::trim), parts.next()) {
        (None | Some(""), None) => false,
        (Some("g"), None) => true,
        _ => return Err(unclear()),
    };
    Ok((old.to_owned(), new.to_owned(), all))
}

/// Every text of a fact, in the order in which it prints.
fn texts(content: &mut Content) -> Vec<&mut String> {
    match content {
        Content::Point(point) => {
            point.topic.iter_mut().chain(point.turns.iter_mut().map(|Turn { text, .. }| text)).collect()
        }
        Content::Decision(decision) => {
            let words = decision.versions.last_mut().map(|version| &mut version.words);
            words.into_iter().chain(&mut decision.conditions).chain(&mut decision.reasons).collect()
        }
        Content::Motion(motion) => motion.versions.last_mut().map(|version| &mut version.words).into_iter().collect(),
        Content::Update(update) => vec![&mut update.topic, &mut update.text],
        Content::Action(action) => {
            let named = match &mut action.owner {
                Some(Owner::Named(name)) => Some(name),
                _ => None,
            };
            named.into_iter().chain([&mut action.text]).chain(&mut action.due).collect()
        }
        Content::Recommendation(it) => vec![&mut it.to, &mut it.text],
        Content::Question(it) => {
            let answer = it.answer.as_mut().map(|Turn { text, .. }| text);
            let again = it.supplementary_answer.as_mut().map(|Turn { text, .. }| text);
            [&mut it.asker, &mut it.text].into_iter().chain(answer).chain(&mut it.supplementary).chain(again).collect()
        }
        Content::Declaration(it) => it.kind.iter_mut().chain(&mut it.nature).collect(),
        Content::Minutes(outcome) => match &mut outcome.accuracy {
            Accuracy::Agreed => Vec::new(),
            Accuracy::Amended { amendments } => {
                amendments.iter_mut().flat_map(|it| [&mut it.cite, &mut it.change]).collect()
            }
            Accuracy::Deferred { because } => because.iter_mut().collect(),
        },
        Content::Movement(movement) => movement.manner.iter_mut().chain(&mut movement.because).collect(),
        Content::Tenure(tenure) => tenure.because.iter_mut().collect(),
        Content::Passage(it) => it.role.iter_mut().chain([&mut it.text]).chain(&mut it.outcome).collect(),
        Content::Pause(it) => it.until.iter_mut().chain(&mut it.because).collect(),
        Content::Table(grid) => grid.columns.iter_mut().chain(grid.rows.iter_mut().flatten()).collect(),
        Content::Mark(mark) => mark.label.iter_mut().collect(),
        Content::Note(note) => vec![&mut note.text],
        Content::Exclusion(exclusion) => {
            let parts = exclusion.business.iter_mut().filter_map(|it| it.part.as_mut());
            parts.chain(exclusion.ground.reason_mut()).collect()
        }
        Content::LeadIn(_) | Content::Contest(_) | Content::Nil | Content::Readmission | Content::Election(_) => {
            Vec::new()
        }
    }
}
