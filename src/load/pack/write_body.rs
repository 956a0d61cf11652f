//! A body's file, where there is none yet: seats, substitutes and officers as the pack lists them.

use std::fmt::Write;

use super::found::Found;
use super::gather::Pack;
use super::people::{List, Person};
use super::write::{GAP, seated};
use crate::load::new_meeting::lines::Member;
use crate::load::new_meeting::write;
use crate::load::written::{line, quoted};
use crate::meeting::agenda::Office;
use crate::meeting::people::Name;
use crate::text::{fold, harmless_line};

/// Writes the body's file.
pub(super) fn body(pack: &Pack) -> Option<String> {
    let name = &pack.head.body.as_ref()?.value;
    let mut people: Vec<(String, Name)> = Vec::new();
    let (mut seats, mut offices, mut substitutes) = (String::new(), String::new(), String::new());
    let (mut serving, mut others) = (String::new(), String::new());
    for found in &pack.people {
        let Person { list, member, vacant } = &found.value;
        match list {
            List::Members | List::Independents if *vacant => seats.push_str("\n[[seat]]\nvacant = true\n"),
            List::Members | List::Independents => {
                let (person, key) = write::person(member, &mut people);
                let office = match member.office {
                    Some(Office::Chair) => Some("chair"),
                    Some(Office::ViceChair) => Some("vice-chair"),
                    None => None,
                };
                if let Some(office) = office.filter(|office| {
                    !offices.contains(&format!("\n{office} ")) && !offices.starts_with(&format!("{office} "))
                }) {
                    offices.push_str(&line(office, &key));
                }
                seats.push_str(&seat(pack, *list, member, &person, found.line));
            }
            List::Substitutes if *vacant => {}
            List::Substitutes => substitutes.push_str(&substitute(member, &mut people)),
            List::Officers => serving.push_str(&listed(member, &mut people)),
            List::Others => others.push_str(&listed(member, &mut people)),
        }
    }
    if !seated(pack) {
        seats.push_str("\n# GAP: the text does not say who the members are. Write a [[seat]] for each in place of this one.\n[[seat]]\nvacant = true\n");
    } else if pack.attended {
        let said = "# GAP: the text has no list of members. These are they who came to the last meeting or sent apologies; check each.\n";
        seats.insert_str(0, &format!("\n{said}"));
    }
    if !substitutes.is_empty() {
        substitutes.insert_str(0, "\n# Substitutes. The text does not say for whom; substitutes = [\"...\"] under a seat does, in place of these.\n");
    }
    let mut text = format!(
        "# {name}: read by quorate from a published pack. Rules of procedure that are not in it are not guessed.\n"
    );
    let rules = match &pack.quorum {
        Some(Found { value, line, .. }) => write::RULES_REMARK.replacen(
            "[rules]\n",
            &format!("[rules]\nquorum = {value} # as line {line} of the text says; check whom it counts\n"),
            1,
        ),
        None => write::RULES_REMARK.to_owned(),
    };
    _ = write!(
        text,
        "\n[body]\n{}{}{offices}{}{seats}{substitutes}\n[[group]]\nlabel = \"Members Present\"\nkind = \"members\"\n",
        write::key_line(name),
        line("name", name),
        rules
    );
    for (label, kind, list) in [("Officers Present", "officers", serving), ("Others Present", "others", others)] {
        _ = write!(text, "\n[[group]]\nlabel = {}\nkind = {}\n", quoted(label), quoted(kind));
        if !list.is_empty() {
            _ = write!(text, "people = [\n{list}]\n");
        }
    }
    Some(text)
}

fn seat(pack: &Pack, list: List, member: &Member, person: &str, at: usize) -> String {
    let mut text = write::seat(
        &Member { independent: member.independent || list == List::Independents, ..member.clone() },
        person,
    );
    if let Some(post) = &member.post {
        _ = writeln!(text, "# Line {at} of the text adds: {}", harmless_line(post));
    }
    let titled = fold(&member.name);
    let councillor = ["councillor", "cllr", "alderman"].iter().any(|title| titled.contains(title));
    if list == List::Members && !councillor && !member.independent {
        let known = pack.attended && member.office.is_some();
        let kind = if known { "independent" } else { "councillor" };
        _ = write!(text, "{GAP} (line {at}): the text does not say whether this is a councillor.\nkind = \"{kind}\"\n");
    }
    text
}

/// A member without a seat, who comes when asked.
fn substitute(member: &Member, people: &mut Vec<(String, Name)>) -> String {
    if people.iter().any(|(_, name)| fold(&name.full()) == fold(&Name::read(&member.name).full())) {
        return String::new();
    }
    let (_, key) = write::person(member, people);
    let mut text = format!("\n[[person]]\n{}{}group = \"members\"\n", line("key", &key), line("name", &member.name));
    if let Some(group) = &member.group {
        text.push_str(&line("political-group", group));
    }
    if let Some(authority) = &member.authority {
        text.push_str(&line("authority", authority));
    }
    text
}

/// Somebody on a list of officers or others.
fn listed(member: &Member, people: &mut Vec<(String, Name)>) -> String {
    let (_, key) = write::person(member, people);
    let post = member.post.as_ref().map(|post| {
        let employer = ["council", "authority", "constabulary"].iter().any(|word| post.to_lowercase().ends_with(word))
            && !post.contains(',');
        format!(", {} = {}", if employer { "organisation" } else { "post" }, quoted(post))
    });
    format!("    {{ key = {}, name = {}{} }},\n", quoted(&key), quoted(&member.name), post.unwrap_or_default())
}
