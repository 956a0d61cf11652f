//! Completion of a command line that is being typed, and of people's names in text.

use crate::app::interests::consequence;
use crate::app::session::Session;
use crate::app::{people, refs};
use crate::meeting::event::Presence;
use crate::meeting::people::Person;
use crate::minutes::document::item_number;
use crate::minutes::names::Names;
use crate::minutes::offer;
use crate::text::fold;

use super::parse::{first_word, fits, next_lead};
use super::{Arg, Kind, Spec, Values, all, find, minutes, names, parts};

/// The most candidates that are worth showing.
const MOST: usize = 50;

/// Something that the line may go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The whole line, or text, with the candidate in its place.
    pub insert: String,
    /// The candidate itself.
    pub shown: String,
    /// What is said of it.
    pub note: String,
}

/// What a command line may go on with, likeliest first.
pub fn complete(session: &Session, partial: &str) -> Vec<Candidate> {
    let line = partial.trim_start().trim_start_matches(':').trim_start();
    if !line.contains(char::is_whitespace) {
        return command_names(line);
    }
    let Ok((spec, rest)) = find(line) else { return Vec::new() };
    if spec.name == "correct" {
        return parts::complete(session, first_word(line).1, partial);
    }
    let (args, fragment) = under_cursor(spec, rest);
    let mut candidates: Vec<_> = args.iter().rev().flat_map(|arg| values(session, arg, fragment, partial)).collect();
    candidates.extend(leads(spec, rest, partial));
    candidates.truncate(MOST);
    candidates
}

fn command_names(typed: &str) -> Vec<Candidate> {
    let typed = typed.to_lowercase();
    let begins = |spec: &&Spec| names(spec).any(|name| name.starts_with(&typed));
    let candidate = |spec: &Spec| {
        let end = if spec.args.is_empty() { "" } else { " " };
        Candidate { insert: format!("{}{end}", spec.name), shown: spec.name.to_owned(), note: spec.help.to_owned() }
    };
    all().filter(begins).map(candidate).collect()
}

/// The argument that is being typed, and what there is of it: after the choices that may stand there and may be left out.
fn under_cursor<'t>(spec: &'static Spec, rest: &'t str) -> (Vec<&'static Arg>, &'t str) {
    let mut rest = rest.trim_start();
    let mut args: Vec<&'static Arg> = Vec::new();
    for arg in spec.args.iter().filter(|arg| arg.leads.is_empty()) {
        if !arg.kind.is_one_word() {
            let lead = next_lead(spec, rest);
            if arg.kind.takes_rest() || lead.is_none() {
                args.push(arg);
                return (args, rest);
            }
            break;
        }
        let (word, after) = first_word(rest);
        if word.len() == rest.len() {
            args.push(arg);
            if !arg.needed && matches!(arg.kind, Kind::Choice(_)) {
                continue;
            }
            return (args, rest);
        }
        rest = if arg.needed || fits(arg.kind, word) { after } else { rest };
    }
    let mut fragment = rest;
    while let Some((at, found, lead)) = next_lead(spec, fragment) {
        args = vec![found];
        fragment = fragment.get(at + lead.len()..).unwrap_or("").trim_start();
        if found.kind.takes_rest() {
            break;
        }
    }
    (args, fragment)
}

fn values(session: &Session, arg: &Arg, fragment: &str, partial: &str) -> Vec<Candidate> {
    match arg.kind {
        Kind::Person => people_like(session, fragment, partial),
        Kind::People(words) => {
            let typed = last_of_list(fragment);
            let mut candidates = choices(words, typed, partial);
            candidates.extend(people_like(session, typed, partial));
            candidates.extend(parties_like(session, typed, partial));
            candidates
        }
        Kind::Item | Kind::Items => items_like(session, last_of_list(fragment), partial),
        Kind::Fact => facts_like(session, fragment, partial),
        Kind::Choice(words) => choices(words, fragment, partial),
        Kind::Offer => offers_like(session, fragment, partial),
        Kind::Update => topics_like(session, fragment, partial),
        Kind::Line => {
            let inner = complete(session, fragment).into_iter();
            inner.map(|found| Candidate { insert: replaced(partial, fragment, &found.insert), ..found }).collect()
        }
        Kind::Words if arg.name == "ROLE" => choices(super::passages::ROLES, fragment, partial),
        Kind::Words if arg.name == "COMMAND" => {
            let inner = command_names(fragment).into_iter();
            inner.map(|found| Candidate { insert: replaced(partial, fragment, &found.shown), ..found }).collect()
        }
        Kind::Words if arg.name == "KIND" && arg.leads == ["kind"] => interests_like(session, fragment, partial),
        Kind::Time | Kind::Date | Kind::Word | Kind::Words | Kind::Text | Kind::Said => Vec::new(),
    }
}

/// What stands after the last comma or “and” of a list.
fn last_of_list(text: &str) -> &str {
    let text = text.rsplit(',').next().unwrap_or(text).trim_start();
    text.rsplit(" and ").next().unwrap_or(text).trim_start()
}

fn replaced(partial: &str, fragment: &str, with: &str) -> String {
    format!("{}{with}", partial.strip_suffix(fragment).unwrap_or(partial))
}

fn candidate(partial: &str, fragment: &str, insert: &str, shown: &str, note: &str) -> Candidate {
    Candidate { insert: replaced(partial, fragment, insert), shown: shown.to_owned(), note: note.to_owned() }
}

fn choices(words: &[&str], typed: &str, partial: &str) -> Vec<Candidate> {
    let found = words.iter().filter(|word| word.starts_with(&typed.to_lowercase()));
    found.map(|word| candidate(partial, typed, word, word, "")).collect()
}

fn people_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let found = like(session, typed).into_iter();
    found
        .map(|person| candidate(partial, typed, &person.full(), &person.full(), person.post.as_deref().unwrap_or("")))
        .collect()
}

/// The people whose name, initials, handle or post goes on as typed; those who are there first.
fn like<'a>(session: &'a Session, typed: &str) -> Vec<&'a Person> {
    let state = session.state();
    let typed = fold(typed);
    let goes_on = |person: &&Person| {
        let name = fold(&person.full());
        let words = name.split([' ', '-']).any(|word| word.starts_with(&typed)) || name.contains(&typed);
        let handles = people::initials(person).into_iter().chain(person.handles.iter().cloned());
        words
            || handles.map(|handle| fold(&handle)).any(|handle| handle.starts_with(&typed))
            || person.called.as_deref().is_some_and(|called| fold(called).contains(&typed))
    };
    let mut found: Vec<&Person> = state.people().filter(goes_on).collect();
    found.sort_by_key(|person| {
        let surname = fold(&person.name.surname).starts_with(&typed);
        (state.presence(&person.id) != Presence::Present, !surname)
    });
    found
}

fn parties_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let found = session.state().body().parties.iter().filter(|party| fold(&party.name).contains(&fold(typed)));
    found.map(|party| candidate(partial, typed, &party.name, &party.name, "together")).collect()
}

fn items_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let wanted = fold(typed);
    let numbered = session.state().items().map(|item| (item_number(session.state(), item), &item.agenda.title));
    let found = numbered.filter(|(number, title)| number.starts_with(&wanted) || fold(title).contains(&wanted));
    found.take(MOST).map(|(number, title)| candidate(partial, typed, &number, &number, title)).collect()
}

fn facts_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let state = session.state();
    let Some(item) = session.pen().item.as_ref().and_then(|item| state.item(item)) else { return Vec::new() };
    let facts = state.facts_of(item).rev().take(MOST);
    let named = facts.filter_map(|fact| Some((refs::reference(state, fact)?, fact)));
    let found = named.filter(|(reference, _)| reference.starts_with(typed));
    found
        .map(|(reference, fact)| {
            candidate(partial, typed, &reference, &reference, &crate::app::describe::content(state, fact))
        })
        .collect()
}

fn offers_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let Some(room) = session.room() else { return Vec::new() };
    let offers = offer::offers(session.state(), session.style(), room);
    let found = offers.iter().filter(|offer| offer.name.starts_with(typed));
    found.map(|offer| candidate(partial, typed, &offer.name, &offer.name, &offer.words)).collect()
}

fn topics_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let state = session.state();
    let Some(item) = session.pen().item.as_ref().and_then(|item| state.item(item)) else { return Vec::new() };
    let found = minutes::topics(item).filter(|topic| fold(topic).contains(&fold(typed)));
    found.map(|topic| candidate(partial, typed, &format!("{topic} - "), topic, "")).collect()
}

fn interests_like(session: &Session, typed: &str, partial: &str) -> Vec<Candidate> {
    let kinds = session.state().body().rules.interests.iter();
    let found = kinds.filter(|kind| fold(&kind.name).contains(&fold(typed)));
    found.map(|kind| candidate(partial, typed, &kind.name, &kind.name, consequence(kind.consequence))).collect()
}

/// The words that lead arguments not given yet, where the last word may become one.
fn leads(spec: &'static Spec, rest: &str, partial: &str) -> Vec<Candidate> {
    let typed = rest.rsplit(char::is_whitespace).next().unwrap_or(rest);
    if rest.trim().is_empty() || spec.args.iter().any(|arg| arg.leads.is_empty() && arg.kind.takes_rest()) {
        return Vec::new();
    }
    let given = super::parse(spec, rest.strip_suffix(typed).unwrap_or(rest)).unwrap_or_else(|_| Values::default());
    let open = spec.args.iter().filter(|arg| given.get(arg.name).is_none());
    let leads = open.filter_map(|arg| Some((*arg.leads.first()?, arg.name)));
    let found = leads.filter(|(lead, _)| lead.starts_with(typed));
    found.map(|(lead, name)| candidate(partial, typed, &format!("{lead} "), lead, name)).collect()
}

/// Who may be meant by what stands after an `@` in text; `insert` is how the minutes name them.
pub fn mentions(session: &Session, partial: &str) -> Vec<Candidate> {
    let names = Names::new(session.state(), session.style());
    let found = like(session, partial).into_iter().take(MOST);
    found
        .map(|person| Candidate {
            insert: names.formal(person),
            shown: person.full(),
            note: person.post.clone().unwrap_or_default(),
        })
        .collect()
}
