//! Who belongs to a body by who came to its last meeting, where a pack has no list of members.

use super::found::{Finding, Found, Sure};
use super::minutes::Minutes;
use super::people::{List, Person, people};
use crate::load::new_meeting::lines::{Member, members};
use crate::meeting::agenda::Office;
use crate::meeting::name::Name;
use crate::text::fold;

/// Members, substitutes, officers and others as the minutes list them, and what could not be read of it.
pub(super) fn attended(minutes: &Minutes<'_>) -> (Vec<Found<Person>>, Vec<Finding>) {
    let read = people(&minutes.blocks);
    let unread = read.unread.iter().map(|(line, text)| {
        Finding::gap_at(*line, format!("\"{}\" was not read as somebody who was there", crate::text::cut(text, 60)))
    });
    let gaps: Vec<Finding> = unread.collect();
    let mut found: Vec<Found<Person>> = Vec::new();
    let mut standing_in: Vec<String> = Vec::new();
    let mut absent: Vec<(String, usize)> = Vec::new();
    for sentence in &minutes.substitutions {
        for part in sentence.value.split_inclusive(". ") {
            let Some((who, whom)) =
                part.split_once(" as substitute for ").or_else(|| part.split_once(" substituting for "))
            else {
                continue;
            };
            let who = who.split(" was ").next().unwrap_or(who);
            standing_in.push(surname(who));
            absent.push((whom.trim().trim_end_matches('.').to_owned(), sentence.line));
        }
    }
    for mut person in read.found {
        let member = &mut person.value.member;
        let tagged = member.group.as_ref().is_some_and(|group| fold(group) == "substitute");
        let independent = member.group.as_ref().is_some_and(|group| fold(group) == "independent");
        let office = member
            .group
            .as_deref()
            .map(|group| fold(group).chars().filter(|letter| letter.is_alphabetic()).collect::<String>());
        let vice = office.is_some_and(|office| office.starts_with("vicechair"));
        if vice {
            member.office = Some(Office::ViceChair);
        }
        if tagged || independent || vice {
            member.group = None;
        }
        member.independent |= independent;
        if person.value.list == List::Members && (tagged || standing_in.contains(&surname(&member.name))) {
            person.value.list = List::Substitutes;
        }
        person.sure = Sure::Unsure;
        found.push(person);
    }
    for apology in &minutes.apologies {
        let Some((_, names)) = apology.value.split_once("received from ") else { continue };
        let first = names.split(". ").next().unwrap_or(names).trim_end_matches('.');
        if let Ok(read) = members(&[], first) {
            absent.extend(read.into_iter().map(|member| (member.name, apology.line)));
        }
    }
    for (name, line) in absent {
        let known = |person: &Found<Person>| surname(&person.value.member.name) == surname(&name);
        if !found.iter().any(known) && name.split_whitespace().count() <= 4 {
            let member = Member { name, ..Member::default() };
            found.push(Found::new(Person { list: List::Members, member, vacant: false }, line, Sure::Unsure));
        }
    }
    (found, gaps)
}

fn surname(text: &str) -> String {
    fold(&Name::read(text.trim()).surname)
}
