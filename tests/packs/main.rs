//! Published agenda packs, read from their text: what is found of what is there.
//!
//! Beside each pack of `tests/packs`, all made up in the layouts that councils use, stands what a person reads in it. The
//! packs of `tests/packs/seeds` are real papers, which are not part of this repository: only the facts in them are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod bad;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use quorate::load::pack::{Given, Imported, decode, import};
use quorate::load::{self, BodyFile};
use quorate::meeting::agenda::{Agenda, AgendaItem, ItemKind};
use quorate::meeting::body::{Body, SeatKind};
use quorate::meeting::id::PersonId;
use quorate::meeting::people::{GroupKind, Person};
use serde::Deserialize;

/// What a person reads in a pack.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Facts {
    body: String,
    date: String,
    time: String,
    venue: String,
    contact: String,
    notices: usize,
    chair: Option<String>,
    vice_chair: Option<String>,
    seats: Vec<String>,
    independents: Vec<String>,
    substitutes: Vec<String>,
    officers: Vec<String>,
    last_meeting: Option<String>,
    last_minute: Option<u32>,
    first_minute: Option<u32>,
    /// Words of each topic for review.
    topics: Vec<String>,
    /// "number | title | pages | offer or private | author", what is empty at the end left out.
    items: Vec<String>,
    plan: Vec<String>,
    /// Words of remarks in the files, where the clerk has something to fill in.
    #[serde(default)]
    gaps: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packs")
}

fn facts(path: &Path) -> Facts {
    toml::from_str(&fs::read_to_string(path).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(path: &Path) -> (Imported, BodyFile, Body, Agenda) {
    let bytes = fs::read(path).unwrap();
    let text = decode("pack.txt", &bytes).unwrap().text;
    let (made, _) = import(&text, &Given { file: "pack.txt", ..Given::default() });
    let made = made.unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let (file, problems) = load::body("body.toml", made.body.as_deref().unwrap());
    assert!(!problems.has_errors(), "{problems}");
    let file = file.unwrap();
    let (agenda, problems) = load::agenda(&made.name, &made.agenda, &file);
    assert!(!problems.has_errors(), "{problems}");
    let (body, agenda) = agenda.unwrap();
    (made, file, body, agenda)
}

/// The facts of the files that were written, as far as `wanted` has a say: of topics and gaps only those it names.
fn found(wanted: &Facts, made: &Imported, body: &Body, agenda: &Agenda) -> Facts {
    let name = |id: &PersonId| named(body.people.iter().find(|person| person.id == *id).unwrap());
    let seats = |independent: bool| {
        let seats = body.seats.iter().filter(move |seat| !independent || seat.kind == SeatKind::Independent);
        seats.map(|seat| seat.holder.as_ref().map_or("vacant".to_owned(), name)).collect()
    };
    let group = |kind: GroupKind| body.groups.iter().find(|group| group.kind == kind).map(|group| group.id.clone());
    let people = |kind: GroupKind| body.people.iter().filter(|person| person.group == group(kind)).map(named).collect();
    let mut items = Vec::new();
    let mut topics = Vec::new();
    for item in &agenda.items {
        lines(item, &mut items, &mut topics);
    }
    let both = format!("{}{}", made.body.as_deref().unwrap_or_default(), made.agenda);
    let remarks: Vec<&str> = both.lines().filter(|line| line.starts_with("# GAP")).collect();
    Facts {
        body: body.name.clone(),
        date: agenda.date.to_string(),
        time: agenda.time.format("%H:%M").to_string(),
        venue: agenda.venue.clone(),
        contact: agenda.contact.clone(),
        notices: agenda.notices.len(),
        chair: body.chair.as_ref().map(name),
        vice_chair: body.vice_chair.as_ref().map(name),
        seats: seats(false),
        independents: seats(true),
        substitutes: people(GroupKind::Members),
        officers: people(GroupKind::Officers),
        last_meeting: agenda.last_meeting.map(|date| date.to_string()),
        last_minute: agenda.last_minute,
        first_minute: wanted.first_minute.and(agenda.first_minute),
        topics: wanted
            .topics
            .iter()
            .filter(|words| topics.iter().any(|topic| topic.contains(*words)))
            .cloned()
            .collect(),
        items,
        plan: plan(agenda),
        gaps: wanted
            .gaps
            .iter()
            .filter(|words| {
                remarks.iter().any(|remark| remark.contains(*words)) || *words == "no plan of later meetings"
            })
            .cloned()
            .collect(),
    }
}

fn named(person: &Person) -> String {
    let name = &person.name;
    let given = if name.forename.is_empty() { &name.initials } else { &name.forename };
    [name.title.as_str(), given, &name.surname]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn lines(item: &AgendaItem, items: &mut Vec<String>, topics: &mut Vec<String>) {
    let paper = &item.paper;
    let private: Vec<String> = item.private.iter().map(|paragraph| paragraph.number().to_string()).collect();
    let offered = if private.is_empty() {
        item.offer.clone().unwrap_or_default()
    } else {
        format!("private {}", private.join(", "))
    };
    let number = item.number.clone().unwrap_or_default();
    let parts = [
        number,
        item.title.clone(),
        paper.pages.clone().unwrap_or_default(),
        offered,
        paper.author.clone().unwrap_or_default(),
    ];
    let line = parts.join(" | ").replace(" |  |", " | |").replace(" |  |", " | |");
    items.push(line.trim_end_matches([' ', '|']).to_owned());
    if let ItemKind::Review { topics: reviewed } = &item.kind {
        topics.extend(reviewed.iter().map(|topic| topic.title.clone()));
    }
    for part in &item.items {
        lines(part, items, topics);
    }
}

fn plan(agenda: &Agenda) -> Vec<String> {
    let row = |entry: &quorate::meeting::agenda::PlanEntry| {
        let mut line = entry.date.map(|date| date.to_string()).unwrap_or_default();
        if let Some(time) = entry.time {
            write!(line, " {}", time.format("%H:%M")).unwrap();
        }
        write!(line, " [{}] {}", entry.venue.join("; "), entry.items.join("; ")).unwrap();
        line
    };
    agenda.plan.iter().map(row).collect()
}

/// The facts that differ, a line each.
fn differences(pack: &Path, known: &Path) -> String {
    let wanted = facts(known);
    let (made, _, body, agenda) = read(pack);
    let (got, wanted) = (format!("{:#?}", found(&wanted, &made, &body, &agenda)), format!("{wanted:#?}"));
    let mut text = String::new();
    for (mark, from, other) in [('-', &wanted, &got), ('+', &got, &wanted)] {
        for line in from.lines().filter(|line| !other.lines().any(|known| known == *line)) {
            writeln!(text, "{mark} {}", line.trim()).unwrap();
        }
    }
    if got == wanted { String::new() } else { format!("{}\n{text}", pack.display()) }
}

fn packs() -> Vec<PathBuf> {
    let mut packs: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    packs.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    packs.sort();
    packs
}

#[test]
fn packs_in_every_layout_give_what_a_person_reads_in_them() {
    let packs = packs();
    assert!(packs.len() >= 7, "{packs:?}");
    let all: String = packs.iter().map(|pack| differences(pack, &pack.with_extension("toml"))).collect();
    assert!(all.is_empty(), "{all}");
}

#[test]
#[ignore = "needs the published papers, which are not ours to copy: set QUORATE_PACKS to their folder"]
fn the_published_papers_give_what_a_person_reads_in_them() {
    let papers =
        PathBuf::from(std::env::var_os("QUORATE_PACKS").expect("QUORATE_PACKS names the folder of the papers"));
    let all = ["000", "001", "002", "003", "004"].map(|number| {
        let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
        let pack = fs::read_dir(&papers).unwrap().map(|entry| entry.unwrap().path()).find(named).unwrap();
        differences(&pack, &folder().join("seeds").join(format!("{number}.toml")))
    });
    assert!(all.concat().is_empty(), "{}", all.concat());
}
