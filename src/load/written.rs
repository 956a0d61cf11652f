//! Agendas as files have them: what the reader reads, written.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::meeting::agenda::{AgendaItem, ItemKind, Office, Paper, PlanEntry, Pledge, Topic};
use crate::meeting::fact::Standing;
use crate::meeting::panel::POSTS;
use crate::meeting::plan::KINDS;
use crate::text::{clean_line, wrap};

use super::checker::{LINE, PASSAGE};
use super::kind;

/// How wide a list may be that stands on one line, in characters.
const WIDTH: usize = 90;

/// `key = "value"`, on a line.
pub(super) fn line(key: &str, value: &str) -> String {
    format!("{key} = {}\n", quoted(value))
}

/// A text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// A remark, on as many lines as it takes.
pub(super) fn remark(text: &str) -> String {
    wrap(&clean_line(text).text, 118).iter().fold(String::new(), |text, line| text + "# " + line + "\n")
}

/// An item with those below it, under the heading `[[path]]`.
pub(super) fn item(path: &str, item: &AgendaItem) -> String {
    let mut text = format!("[[{path}]]\n");
    text.push_str(&passage("title", Some(&item.title), LINE));
    let paper = &item.paper;
    let kind = word(&item.kind);
    if kind != kind::guess(&item.title, paper.pages.is_some() || paper.author.is_some() || paper.receives.is_some()) {
        text.push_str(&line("kind", kind));
    }
    if !is_told(&item.title, &item.kind) {
        text.push_str(&particulars(&item.kind));
    }
    text.push_str(&flag("internal", item.internal));
    text.push_str(&passage("offer", item.offer.as_ref(), LINE));
    if !item.private.is_empty() {
        let numbers: Vec<usize> = item.private.iter().map(|paragraph| paragraph.number()).collect();
        let _ = writeln!(text, "private = {numbers:?}");
    }
    text.push_str(&flag("confidential", item.confidential));
    text.push_str(&of_paper(paper));
    if let ItemKind::Review { topics } = &item.kind {
        for topic in topics {
            text.push_str(&self::topic(path, topic));
        }
    }
    for below in &item.items {
        let _ = write!(text, "\n{}", self::item(&format!("{path}.item"), below));
    }
    text
}

/// The name by which files call a kind of item.
pub(super) const fn word(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Election { .. } => "election",
        ItemKind::Apologies => "apologies",
        ItemKind::Substitutes => "substitutes",
        ItemKind::Declarations => "declarations",
        ItemKind::Minutes { .. } => "minutes",
        ItemKind::Review { .. } => "review",
        ItemKind::Questions => "questions",
        ItemKind::Complaints { .. } => "complaints",
        ItemKind::Precept(_) => "precept",
        ItemKind::Hearing(_) => "hearing",
        ItemKind::Report => "report",
        ItemKind::Plan => "plan",
        ItemKind::Business => "business",
    }
}

/// Whether the title alone says what the item's kind holds.
fn is_told(title: &str, kind: &ItemKind) -> bool {
    kind::named(word(kind), title).as_ref() == Some(kind)
}

/// What belongs to one kind of item alone.
fn particulars(kind: &ItemKind) -> String {
    match kind {
        ItemKind::Election { office: Office::Chair } => line("office", "chair"),
        ItemKind::Election { office: Office::ViceChair } => line("office", "vice-chair"),
        ItemKind::Minutes { sets } => format!("sets = [{}]\n", joined(sets.iter().map(NaiveDate::to_string))),
        ItemKind::Complaints { year, received, outcomes } => {
            let received = received.map_or_else(String::new, |number| format!("received = {number}\n"));
            [passage("year", year.as_ref(), LINE), received, list("outcomes", outcomes)].concat()
        }
        ItemKind::Precept(precept) => [
            passage("year", precept.year.as_ref(), LINE),
            passage("proposed", precept.proposed.as_ref(), LINE),
            day("notified", precept.notified),
            flag("revised", precept.revised),
        ]
        .concat(),
        ItemKind::Hearing(hearing) => {
            let post = POSTS.iter().find(|(.., post)| *post == hearing.post).map_or("", |(name, ..)| name);
            [
                line("post", post),
                list("candidates", &hearing.candidates),
                day("notified", hearing.notified),
                flag("reserve", hearing.reserve),
            ]
            .concat()
        }
        _ => String::new(),
    }
}

fn of_paper(paper: &Paper) -> String {
    let facts: Vec<String> = paper.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
    let presenters: Vec<String> = paper.presenters.iter().map(ToString::to_string).collect();
    [
        passage("pages", paper.pages.as_ref(), PASSAGE),
        passage("author", paper.author.as_ref(), PASSAGE),
        passage("receives", paper.receives.as_ref(), PASSAGE),
        list("purposes", &paper.purposes),
        flag("requested", paper.requested),
        passage("subject", paper.subject.as_ref(), PASSAGE),
        passage("document", paper.document.as_ref(), PASSAGE),
        passage("recommendation", paper.recommendation.as_ref(), PASSAGE),
        list("presenters", &presenters),
        paper.answers.as_ref().map_or_else(String::new, |party| line("answers", party.as_str())),
        list("facts", &facts),
    ]
    .concat()
}

/// A topic of the item at `path`, with the action that it is.
pub(super) fn topic(path: &str, topic: &Topic) -> String {
    let mut text = format!("\n[[{path}.topics]]\n{}", passage("title", Some(&topic.title), LINE));
    text.push_str(&passage("owner", topic.owner.as_ref(), LINE));
    text.push_str(&passage("due", topic.due.as_ref(), LINE));
    if topic.standing != Standing::Open {
        text.push_str(&line("state", topic.standing.name()));
    }
    if let Some(origin) = &topic.origin {
        text.push_str(&day("meeting", Some(origin.meeting)));
        let time = origin.time.map(|time| time.format("%H:%M").to_string());
        text.push_str(&passage("time", time.as_ref(), LINE));
        text.push_str(&origin.fact.map_or_else(String::new, |fact| line("fact", &fact.to_string())));
        if origin.pledge == Pledge::Recommendation {
            text.push_str(&line("kind", "recommendation"));
        }
        text.push_str(&passage("minute", origin.minute.as_ref(), LINE));
        text.push_str(&passage("item", origin.item.as_ref(), LINE));
        if origin.text != topic.title {
            text.push_str(&passage("text", Some(&origin.text), PASSAGE));
        }
    }
    for report in &topic.reports {
        let _ = write!(text, "[[{path}.topics.updates]]\n{}", day("meeting", Some(report.meeting)));
        text.push_str(&passage("text", Some(&report.text), PASSAGE));
        text.push_str(&report.standing.map_or_else(String::new, |standing| line("state", standing.name())));
    }
    text
}

/// A meeting of the plan.
pub(super) fn plan(entry: &PlanEntry) -> String {
    let time = entry.time.map(|time| time.format("%H:%M").to_string());
    let kind = KINDS.iter().find(|(.., kind)| Some(*kind) == entry.kind);
    [
        "[[plan]]\n".to_owned(),
        day("date", entry.date),
        passage("time", time.as_ref(), LINE),
        kind.map_or_else(String::new, |(name, ..)| line("kind", name)),
        passage("label", entry.label.as_ref(), LINE),
        list("venue", &entry.venue),
        list("items", &entry.items),
    ]
    .concat()
}

/// A list of texts; nothing where there are none.
pub(super) fn list(key: &str, texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(&kept(text, PASSAGE))).collect();
    let short = format!("{key} = [{}]\n", joined(texts.iter().cloned()));
    match texts.as_slice() {
        [] => String::new(),
        _ if short.chars().count() <= WIDTH => short,
        texts => {
            format!("{key} = [\n    {},\n]\n", texts.join(",\n    "))
        }
    }
}

/// A text of at most `most` characters; nothing where there is none.
pub(super) fn passage(key: &str, text: Option<&String>, most: usize) -> String {
    let text = text.map(|text| kept(text, most)).filter(|text| !text.is_empty());
    text.map_or_else(String::new, |text| line(key, &text))
}

/// As the reader would read it.
fn kept(text: &str, most: usize) -> String {
    clean_line(text).text.chars().take(most).collect::<String>().trim().to_owned()
}

fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}

/// A day; nothing where there is none.
pub(super) fn day(key: &str, day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| format!("{key} = {day}\n"))
}

fn flag(key: &str, set: bool) -> String {
    if set { format!("{key} = true\n") } else { String::new() }
}
