//! Those whom a pack lists and the body's file does not have, as that file would have them.

use std::fmt::Write;

use super::Given;
use super::gather::Pack;
use super::names::{Means, means};
use super::people::List;
use crate::load::new_meeting::lines::Member;
use crate::load::new_meeting::write;
use crate::load::written::{line, quoted};
use crate::meeting::people::{GroupKind, Name};

/// How it ends what is said of somebody whose lines are here.
pub(super) const BELOW: &str = "the lines for it are in the agenda";

/// The lines for the body's file, as remarks; nothing where everybody is known.
pub(super) fn unlisted(pack: &Pack, given: &Given<'_>) -> String {
    let Some(body) = given.known.map(|known| &known.body) else { return String::new() };
    let mut people: Vec<(String, Name)> =
        body.people.iter().map(|person| (person.id.as_str().to_owned(), person.name.clone())).collect();
    let mut text = String::new();
    for found in pack.people.iter().filter(|found| !found.value.vacant) {
        let member = &found.value.member;
        if means(&member.name, body, given.answers) != Means::Nobody {
            continue;
        }
        let (person, key) = write::person(member, &mut people);
        let group = |kind| body.groups.iter().find(|group| group.kind == kind).map(|group| group.id.as_str());
        match found.value.list {
            list @ (List::Members | List::Independents) => {
                let independent = member.independent || list == List::Independents;
                text.push_str(&write::seat(&Member { independent, ..member.clone() }, &person));
            }
            List::Substitutes => text.push_str(&listed(member, &key, group(GroupKind::Members))),
            List::Officers => text.push_str(&listed(member, &key, group(GroupKind::Officers))),
            List::Others => text.push_str(&listed(member, &key, group(GroupKind::Others))),
        }
    }
    if text.is_empty() {
        return text;
    }
    let head = "\n# For the body's file, which has nobody of these names: move there what is right, and take away the seats of\n\
                # those who have left.\n";
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.fold(head.to_owned(), |text, line| text + "#" + line + "\n")
}

fn listed(member: &Member, key: &str, group: Option<&str>) -> String {
    let mut text = format!("[[person]]\n{}{}", line("key", key), line("name", &member.name));
    for (key, value) in [("group", group), ("post", member.post.as_deref()), ("authority", member.authority.as_deref())]
    {
        if let Some(value) = value {
            _ = writeln!(text, "{key} = {}", quoted(value));
        }
    }
    text
}
