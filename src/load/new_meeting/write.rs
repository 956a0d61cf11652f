//! Writing the two files, with remarks that say what may be filled in.

use std::fmt::Write;

use chrono::{NaiveDate, NaiveTime};

use crate::load::key;
use crate::load::kind;
use crate::load::name;
use crate::load::written::{line, quoted};
use crate::meeting::agenda::Office;
use crate::meeting::people::Name;
use crate::text::fold;

use super::{Item, Member, Read};

/// `body.toml`.
pub(super) fn body(body: &str, members: &[Read<Member>]) -> String {
    let mut people: Vec<(String, Name)> = Vec::new();
    let mut seats = String::new();
    let mut officers = String::new();
    let mut chair = String::new();
    let (sitting, serving): (Vec<_>, Vec<_>) =
        members.iter().partition(|line| line.as_ref().is_ok_and(|member| member.post.is_none()));
    for member in sitting.into_iter().flatten() {
        let (person, key) = person(member, &mut people);
        match member.office {
            Some(Office::Chair) => chair.push_str(&line("chair", &key)),
            Some(Office::ViceChair) => chair.push_str(&line("vice-chair", &key)),
            None => {}
        }
        seats.push_str(&seat(member, &person));
    }
    for officer in serving {
        match officer {
            Ok(member) => {
                let (person, _) = person(member, &mut people);
                let _ = writeln!(officers, "    {person},");
            }
            Err(unread) => seats.push_str(&remark(unread)),
        }
    }
    let head = [key_line(body), line("name", body)].concat();
    let officers = if officers.is_empty() { String::new() } else { format!("people = [\n{officers}]\n") };
    format!("{BODY_REMARK}\n[body]\n{head}{chair}{RULES_REMARK}{seats}{GROUPS}{officers}{LAST_REMARK}")
}

/// The key of a body, by which its meetings are known to be its own whatever its name becomes.
pub(in crate::load) fn key_line(body: &str) -> String {
    let key = key::slug(body);
    let line = |key: &str| format!("{} # stays as it is if the name changes\n", line("key", key).trim_end());
    if key.is_empty() { key } else { line(&key) }
}

const BODY_REMARK: &str = "\
# Written by quorate from the lines that were typed. Everything may be changed by hand; `quorate check` reads it.
# Under [body] may also stand short = \"Panel\" (what the minutes call the body), zone = \"Europe/London\",
# chair = \"...\" and vice-chair = \"...\".
";

pub(in crate::load) const RULES_REMARK: &str = "
# Rules of procedure. What is left out is not known and is never guessed. There may be:
# quorum = 4 or quorum = \"1/3 of all-seats\", casting-vote = true, seconder = true, remote-counts = false,
# finish = \"22:00\",
# undertakings = [\"would circulate\"] (what sounds like one, in place of the program's own list).
# The lines below that begin with # and no space are settings to be made yours: change what they say and take away the #.
[rules]
#substitutes = \"named\" # who may stand in: \"named\", \"same-authority\", \"same-group\" or \"none\"
#recorded-vote = 2 # so many must ask for a vote by name
#speaking-minutes = 3 # how long somebody who is not a member may speak
#sub-items = \"7(a)\" # how items below item 7 are numbered: \"7.1\", \"7a\", \"7(i)\"
#substitutes-are-members = false # where a share of all members is needed
#majority = [{ name = \"suspend\", share = \"2/3 of members\" }] # or each as a [[rules.majority]]
#interest = [{ name = \"disclosable pecuniary\", consequence = \"leave\" }] # or each as a [[rules.interest]]

# Seats, in the order of the roll. Each may also have authority = \"...\", group = \"...\", substitutes = [\"...\"],
# votes = true, and kind = \"councillor\", \"co-opted-councillor\" or \"independent\".
";

const GROUPS: &str = "
# The lists in the head of the minutes. People of a list may be written as \"Jane Jones, Clerk, Anytown Council\".

[[group]]
label = \"Members Present\"
kind = \"members\"

[[group]]
label = \"Officers Present\"
kind = \"officers\"
";

const LAST_REMARK: &str = "
[[group]]
label = \"Others Present\"
kind = \"others\"
";

/// A value for a member, as one line where that is read back as this person, and the key they will have.
pub(in crate::load) fn person(member: &Member, people: &mut Vec<(String, Name)>) -> (String, String) {
    let name = Name::read(&member.name);
    let key = key::person(&name, |key| people.iter().any(|(taken, _)| taken == key));
    let folded = fold(&member.name);
    let known = people
        .iter()
        .any(|(key, name)| *key == folded || name::spellings(name).iter().any(|known| fold(known) == folded));
    let written = match &member.post {
        _ if known => {
            let post = member.post.as_ref().map(|post| format!(", post = {}", quoted(post))).unwrap_or_default();
            format!("{{ key = {}, name = {}{post} }}", quoted(&key), quoted(&member.name))
        }
        Some(post) => format!("{{ name = {}, post = {} }}", quoted(&member.name), quoted(post)),
        None if member.name.contains(' ') => quoted(&member.name),
        None => format!("{{ name = {} }}", quoted(&member.name)),
    };
    people.push((key.clone(), name));
    (written, key)
}

pub(in crate::load) fn seat(member: &Member, person: &str) -> String {
    let mut seat = format!("\n[[seat]]\nmember = {person}\n");
    if let Some(authority) = &member.authority {
        seat.push_str(&line("authority", authority));
    }
    if let Some(group) = &member.group {
        seat.push_str(&line("group", group));
    }
    if member.independent {
        seat.push_str(&line("kind", "independent"));
    }
    seat
}

/// The agenda.
pub(super) fn agenda(body: &str, date: NaiveDate, time: NaiveTime, venue: &str, items: &[Read<Item>]) -> String {
    let mut text = format!(
        "# {body}, {}: written by quorate from the lines that were typed.\n{AGENDA_REMARK}",
        date.format("%-d %B %Y")
    );
    let _ = write!(text, "\n[meeting]\ndate = {date}\n{}", line("time", &time.format("%H:%M").to_string()));
    if !venue.is_empty() {
        text.push_str(&line("venue", venue));
    }
    text.push_str(ITEMS_REMARK);
    let mut place = 0;
    for item in items {
        match item {
            Ok(item) if item.below => text.push_str(&self::item(item, None)),
            Ok(item) => {
                place += 1;
                text.push_str(&self::item(item, Some(place)));
            }
            Err(unread) => text.push_str(&remark(unread)),
        }
    }
    if place > 0 {
        text.push_str(LAST_ITEM_REMARK);
    }
    text
}

const AGENDA_REMARK: &str = "\
# Under [meeting] may also stand contact = \"...\", municipal-year = \"2023/24\", first-minute = 1, opens = \"...\" (who
# presides until there is a chair), chair, vice-chair, notices = [\"...\"] and roll = [\"...\"] (the order of the seats);
# last-meeting = 2023-03-15 and last-minute = 68, of the meeting before, so that slips of dates and numbers are found.
";

const ITEMS_REMARK: &str = "
# What is done under an item is taken from its title and shown behind it; kind = \"...\" overrides it. An item may also
# have author, receives (\"a report on ...\"), subject, document, recommendation, presenters = [\"...\"], internal = true.
# Meetings to come: [[plan]] with date, time, venue and items.
";

const LAST_ITEM_REMARK: &str = "
# Any item may have the lines below; without their #, they stand in the item above.
#private = [3] # the paragraphs of Schedule 12A by which it may be taken without the public
#item = [\"A part of it\", \"Another part\"] # items below it, each with a decision of its own
";

/// An item in its `place`, or one below the item before it.
fn item(item: &Item, place: Option<usize>) -> String {
    let kind = kind::guess(&item.title, item.pages.is_some());
    let table = if item.below { "item.item" } else { "item" };
    let mut text = format!("\n[[{table}]] # {kind}\n{}", line("title", &item.title));
    let place = place.map(|place| place.to_string());
    if let Some(number) = item.number.as_ref().filter(|number| Some(*number) != place.as_ref()) {
        text.push_str(&line("number", number));
    }
    if let Some(pages) = &item.pages {
        text.push_str(&line("pages", pages));
    }
    text
}

fn remark(unread: &str) -> String {
    format!("\n# Not read: {}\n", unread.trim())
}
