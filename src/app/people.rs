//! Finding people and parties by any part of their names that is unambiguous.

use std::collections::BTreeSet;

use crate::meeting::agenda::Office;
use crate::meeting::command::Refusal;
use crate::meeting::event::Presence;
use crate::meeting::fact::Speaker;
use crate::meeting::id::{PartyId, PersonId};
use crate::meeting::people::{Party, Person};
use crate::meeting::state::State;
use crate::problem::did_you_mean;
use crate::text::fold;

/// Who was named: people, and the party they are where one was named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Each of them once, in the order named.
    pub people: Vec<PersonId>,
    /// The party, where nobody else was named beside it.
    pub party: Option<PartyId>,
    /// The first who was named more than once.
    pub repeated: Option<PersonId>,
}

/// The person whom `text` names.
///
/// # Errors
///
/// Nobody on the roll is named so, or several are.
pub fn person(state: &State, text: &str) -> Result<PersonId, Refusal> {
    let query = words_of(text);
    if query.is_empty() {
        return Err(Refusal::new("Nobody is named.", "Say who: a surname, initials or an office will do."));
    }
    let found = matches(state, &query);
    match found.as_slice() {
        [only] => Ok(only.id.clone()),
        [] => Err(unknown(state, text)),
        several => Err(ambiguous(text, several)),
    }
}

/// The people whom `text` names: a list with commas and "and", in which parties may stand.
///
/// # Errors
///
/// As [`person`], for the first of them that is not clear.
pub fn people(state: &State, text: &str) -> Result<Who, Refusal> {
    if let Some(party) = party(state, text) {
        return Ok(Who { people: party.people.clone(), party: Some(party.id.clone()), repeated: None });
    }
    let mut who = Who::default();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        add(state, part, &mut who.people)?;
    }
    if who.people.is_empty() {
        return Err(Refusal::new("Nobody is named.", "Say who: a surname, initials or an office will do."));
    }
    let mut seen = BTreeSet::new();
    who.repeated = who.people.iter().find(|person| !seen.insert((*person).clone())).cloned();
    seen.clear();
    who.people.retain(|person| seen.insert(person.clone()));
    Ok(who)
}

/// The people whom `text` names as voters, each of them once.
///
/// # Errors
///
/// As [`people`], and where somebody is named twice.
pub fn voters(state: &State, text: &str) -> Result<Vec<PersonId>, Refusal> {
    let who = people(state, text)?;
    match who.repeated.and_then(|person| state.person(&person)) {
        Some(person) => {
            Err(Refusal::new(format!("{} is named twice in the vote.", person.short()), "Name everybody once."))
        }
        None => Ok(who.people),
    }
}

fn add(state: &State, part: &str, people: &mut Vec<PersonId>) -> Result<(), Refusal> {
    let part = part.strip_prefix("and ").unwrap_or(part).trim();
    if let Some(party) = party(state, part) {
        people.extend(party.people.iter().cloned());
        return Ok(());
    }
    if let Some((first, rest)) = part.split_once(" and ") {
        people.push(person(state, first)?);
        return add(state, rest, people);
    }
    people.push(person(state, part)?);
    Ok(())
}

/// The party that `text` names: by its whole name, or by its head's handle and a plus sign (`pcc+`).
pub fn party<'a>(state: &'a State, text: &str) -> Option<&'a Party> {
    let query = words_of(text).join(" ");
    let head = text.trim().strip_suffix('+').and_then(|head| person(state, head).ok());
    state.body().parties.iter().find(|party| {
        let named = words_of(&party.name).join(" ") == query && !query.is_empty();
        let headed = head.is_some() && party.people.first() == head.as_ref();
        let keyed = text.trim().eq_ignore_ascii_case(party.id.as_str()) && person(state, text).is_err();
        named || headed || keyed
    })
}

/// What a word, or several, say about who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Somebody.
    Speaker(Speaker),
    /// Several people answer to it.
    Several(Vec<PersonId>),
    /// Nobody: the words are words.
    Nobody,
}

/// Who speaks, where `text` names them exactly: a handle, initials, a surname, a name as printed, an office, a party,
/// `panel`, `?`.
pub fn heard(state: &State, text: &str) -> Heard {
    let query = words_of(text).join(" ");
    if text.trim() == "?" {
        return Heard::Speaker(Speaker::Unknown);
    }
    if query.is_empty() {
        return Heard::Nobody;
    }
    if query == fold(&state.body().short) || query == "panel" {
        return Heard::Speaker(Speaker::Body);
    }
    if let Some(office) = office(&query) {
        match in_the_chair(state).filter(|_| office == Office::Chair) {
            Some(person) => return Heard::Speaker(Speaker::Person(person.clone())),
            None if state.office(office).is_some() => return Heard::Speaker(Speaker::Office(office)),
            None => {}
        }
    }
    let plus = text.trim().ends_with('+');
    if let Some(party) = party(state, text).filter(|party| plus || words_of(&party.name).join(" ") == query) {
        return Heard::Speaker(Speaker::Party(party.id.clone()));
    }
    let mut named: Vec<&Person> = state.people().filter(|person| exactly(state, person, &query)).collect();
    if named.is_empty() {
        named = state.people().filter(|person| in_haste(person, &query)).collect();
    }
    let there: Vec<&Person> =
        named.iter().copied().filter(|person| state.presence(&person.id) == Presence::Present).collect();
    // Whoever speaks is there, so somebody in the room is meant rather than a namesake who is not.
    match (named.as_slice(), there.as_slice()) {
        ([], _) => Heard::Nobody,
        ([only], _) | (_, [only]) => Heard::Speaker(Speaker::Person(only.id.clone())),
        _ => Heard::Several(named.iter().map(|person| person.id.clone()).collect()),
    }
}

/// The member who presides in the place of the chair; nobody while the chair does, or while an officer only opens the
/// meeting.
fn in_the_chair(state: &State) -> Option<&PersonId> {
    let presides = state.presiding().filter(|person| state.office(Office::Chair) != Some(person));
    presides.filter(|person| state.seat_of(person).is_some())
}

/// Refuses because several people answer to `text`.
pub fn several(state: &State, text: &str, people: &[PersonId]) -> Refusal {
    let people: Vec<&Person> = people.iter().filter_map(|id| state.person(id)).collect();
    ambiguous(text, &people)
}

fn matches<'a>(state: &'a State, query: &[String]) -> Vec<&'a Person> {
    let joined = query.join(" ");
    let exact: Vec<&Person> = state.people().filter(|person| exactly(state, person, &joined)).collect();
    if !exact.is_empty() {
        return exact;
    }
    state.people().filter(|person| partly(person, query)).collect()
}

/// The office that folded words name.
fn office(query: &str) -> Option<Office> {
    match query {
        "chair" | "chairman" | "chairperson" => Some(Office::Chair),
        "vice-chair" | "vice chair" | "vicechair" => Some(Office::ViceChair),
        _ => None,
    }
}

fn exactly(state: &State, person: &Person, query: &str) -> bool {
    office(query).is_some_and(|office| state.office(office) == Some(&person.id))
        || exact_forms(person).iter().any(|form| form == query)
}

/// Whether the words are a part of somebody's surname: "takahashi" for "Takahashi-Reid".
fn in_haste(person: &Person, query: &str) -> bool {
    person.name.shortened().into_iter().any(|part| plain(part) == query)
}

/// Every way in which somebody is named in full, folded, words apart by one space.
fn exact_forms(person: &Person) -> Vec<String> {
    let name = &person.name;
    let mut forms: Vec<String> = person.handles.iter().map(|handle| plain(handle)).collect();
    forms.push(plain(person.id.as_str()));
    forms.extend(person.called.as_deref().map(plain));
    forms.push(plain(&name.surname));
    forms.push(plain(&format!("{} {}", name.title, name.surname)));
    for first in [&name.forename, &name.initials].into_iter().filter(|first| !first.is_empty()) {
        forms.push(plain(&format!("{first} {}", name.surname)));
        forms.push(plain(&format!("{} {first} {}", name.title, name.surname)));
    }
    forms.extend(initials(person));
    forms.retain(|form| !form.is_empty());
    forms
}

/// The initials by which somebody may be jotted: "sb" for "S Barkham", "lf" and "lfb" for "L Foice-Beard".
pub fn initials(person: &Person) -> Vec<String> {
    let firsts = |text: &str| -> String {
        text.split([' ', '-']).filter_map(|word| word.chars().find(|letter| letter.is_alphabetic())).collect()
    };
    let name = &person.name;
    let surname = fold(&firsts(&name.surname));
    let givens = [fold(&name.initials), fold(&firsts(&name.forename))];
    let mut found = BTreeSet::new();
    for given in givens.iter().filter(|given| !given.is_empty()) {
        found.insert(format!("{given}{surname}"));
        found.extend(surname.chars().next().map(|letter| format!("{given}{letter}")));
    }
    found.into_iter().collect()
}

fn partly(person: &Person, query: &[String]) -> bool {
    let name = &person.name;
    let post = person.post.as_deref().unwrap_or_default();
    let called = person.called.as_deref().unwrap_or_default();
    let all = [&name.title, &name.forename, &name.initials, &name.surname, post, called].map(words_of).concat();
    query.iter().all(|word| all.iter().any(|own| own.starts_with(word.as_str())))
}

fn plain(text: &str) -> String {
    words_of(text).join(" ")
}

/// Folded words, without "the" before them and stops after initials.
fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words: Vec<String> = folded.split([' ', '.']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if words.len() > 1 && words.first().is_some_and(|word| word == "the") {
        words.remove(0);
    }
    for word in &mut words {
        if word == "cllr" {
            "councillor".clone_into(word);
        }
    }
    words
}

fn unknown(state: &State, text: &str) -> Refusal {
    let shorts: Vec<String> = state.people().map(Person::short).collect();
    let surnames = state.people().map(|person| person.name.surname.as_str());
    let candidates = surnames.chain(shorts.iter().map(String::as_str));
    let hint = did_you_mean(text, candidates).map_or_else(
        || "Add them with “person”, or name somebody who is on the roll.".to_owned(),
        |near| format!("Did you mean “{near}”?"),
    );
    Refusal::new(format!("Nobody on the roll is called “{}”.", text.trim()), hint)
}

fn ambiguous(text: &str, several: &[&Person]) -> Refusal {
    let names: Vec<String> = several.iter().map(|person| person.full()).collect();
    Refusal::new(format!("“{}” may be {}.", text.trim(), names.join(" or ")), "Type more of the name.")
}

#[cfg(test)]
mod tests;
