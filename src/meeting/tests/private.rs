//! Business without the public, and words taken out of what everybody may read.

use chrono::TimeDelta;

use super::sample::{item, opened};
use super::{Driven, said};
use crate::meeting::Meeting;
use crate::meeting::agenda::{AgendaItem, ItemKind, PRIVATE_TITLE, PlanEntry};
use crate::meeting::command::{Command, Private, When};
use crate::meeting::event::{Entry, Event, ItemState, Old};
use crate::meeting::fact::{
    Action, Audience, Business, Content, Exclusion, Ground, Method, Move, Note, Paragraph, Standing, Verb,
};
use crate::meeting::id::FactId;
use crate::meeting::people::Person;

fn business(item: &str, paragraphs: &[Paragraph]) -> Business {
    Business { item: Some(item.into()), part: None, paragraphs: paragraphs.to_vec() }
}

fn resolution(business: Vec<Business>) -> Exclusion {
    Exclusion { ground: Ground::Exempt, business, mover: None, seconder: None, tested: false }
}

fn exclude(under: &str, exclusion: Exclusion) -> Command {
    Command::Private(Private::Exclude { item: under.into(), exclusion })
}

fn readmit(under: &str) -> Command {
    Command::Private(Private::Readmit { item: under.into() })
}

fn redact(events: Vec<FactId>) -> Command {
    Command::Private(Private::Redact { events, because: "by mistake".into(), old: Old::Kept })
}

/// A meeting that sits at its report.
fn sitting() -> Driven {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    it
}

/// What everybody may read of a meeting.
fn public(it: &Driven) -> Meeting {
    let mut meeting = Meeting::new(opened());
    for entry in &it.entries {
        meeting.apply(&stored(entry));
    }
    meeting
}

/// An entry as the public file has it.
fn stored(entry: &Entry) -> Entry {
    let text = serde_json::to_string(&entry.public).unwrap();
    Entry { public: serde_json::from_str(&text).unwrap(), private: Vec::new(), ..entry.clone() }
}

fn words(it: &Driven) -> String {
    it.entries.iter().map(|entry| serde_json::to_string(&entry.public).unwrap()).collect()
}

#[test]
fn the_room_says_since_when_and_why() {
    let mut it = sitting();
    assert!(it.state().private_since().is_none() && it.state().exclusion().is_none());
    it.tell(&exclude("report", resolution(vec![business("report", &[Paragraph::Affairs])]))).unwrap();
    assert_eq!(it.state().room(), Audience::Private);
    assert_eq!(it.state().private_since().unwrap().time, it.now);
    let (_, exclusion) = it.state().exclusion().unwrap();
    assert_eq!(exclusion.business[0].paragraphs, [Paragraph::Affairs]);
    it.tell(&readmit("report")).unwrap();
    assert!(it.state().private_since().is_none() && it.state().exclusion().is_none());
    assert!(it.tell(&readmit("report")).is_err());
    assert_eq!(public(&it).state().publicity().changes().count(), 2, "everybody may read when");
}

#[test]
fn what_is_resolved_for_later_takes_effect_when_the_room_comes_there() {
    let mut it = Driven::new();
    it.sit();
    it.go("chair");
    it.tell(&exclude("chair", resolution(vec![business("report", &[]), business("costs", &[])]))).unwrap();
    assert_eq!(it.state().room(), Audience::Public, "the next item is another one");
    it.go("report");
    assert_eq!(it.state().room(), Audience::Private);
    it.tell(&readmit("report")).unwrap();
    it.tell(&exclude("report", Exclusion { ground: Ground::NotExcluded, ..resolution(vec![business("costs", &[])]) }))
        .unwrap();
    it.go("costs");
    assert_eq!(it.state().room(), Audience::Public, "it was agreed not to, after all");
}

#[test]
fn the_rest_of_the_meeting_ends_with_the_publics_return() {
    let mut it = sitting();
    it.tell(&exclude("report", resolution(vec![Business::default()]))).unwrap();
    it.tell(&readmit("report")).unwrap();
    it.go("costs");
    assert_eq!(it.state().room(), Audience::Public);
}

#[test]
fn an_item_taken_in_private_stays_so_when_it_is_written_up_later() {
    let mut it = sitting();
    let before = it.now;
    it.tell(&exclude("report", resolution(vec![business("report", &[])]))).unwrap();
    it.tell(&readmit("report")).unwrap();
    it.go("costs");
    let late = it.point("report", "written up in public");
    assert_eq!(it.state().fact(late).unwrap().audience, Audience::Private);
    let fresh = it.point("costs", "said in public");
    assert_eq!(it.state().fact(fresh).unwrap().audience, Audience::Public);
    // Half of this was typed while the public was out.
    let decided = it.meeting.decide(
        &Command::Record { item: "costs".into(), content: said("half"), started: Some(before) },
        When::now(it.now),
    );
    assert_eq!(decided.unwrap().audience, Audience::Private);
}

#[test]
fn of_a_part_of_an_item_only_the_part_is_private() {
    let mut it = sitting();
    let part = Business { part: Some("the appendix".into()), ..business("report", &[Paragraph::Crime]) };
    it.tell(&exclude("report", resolution(vec![part]))).unwrap();
    let inside = it.point("report", "inside");
    it.tell(&readmit("report")).unwrap();
    let after = it.point("report", "after");
    let audience = |id| it.state().fact(id).unwrap().audience;
    assert_eq!((audience(inside), audience(after)), (Audience::Private, Audience::Public));
}

#[test]
fn reasons_names_and_titles_given_in_private_are_not_public() {
    let mut it = sitting();
    it.tell(&exclude("report", resolution(vec![Business::default()]))).unwrap();
    let secret = || Some("canary".to_owned());
    it.tell(&Command::Movement {
        moved: Move::Left,
        people: vec!["birch".into()],
        party: None,
        manner: secret(),
        because: secret(),
        for_item: None,
    })
    .unwrap();
    let state = ItemState::Deferred { to: secret(), because: secret() };
    it.tell(&Command::ItemState { item: "costs".into(), state }).unwrap();
    let added = AgendaItem { title: "canary".into(), ..item("", "", ItemKind::Business) };
    it.tell(&Command::AddItem { item: Box::new(added), after: Some("report".into()) }).unwrap();
    let hidden = it.state().items().find(|item| item.agenda.title == "canary").unwrap().agenda.id.clone();
    it.go(hidden.as_str());
    let mut person: Person = it.state().person(&"ash".into()).unwrap().clone();
    (person.id, person.name.surname) = ("".into(), "Canary".into());
    it.tell(&Command::Person { person }).unwrap();
    let finding = ("item-not-taken", "item costs", "canary");
    let (name, subject, because) = (finding.0.into(), finding.1.into(), finding.2.into());
    it.tell(&Command::Overrule { name, subject, because }).unwrap();
    assert!(!words(&it).to_lowercase().contains("canary"), "{}", words(&it));
    let note = |fact: &&crate::meeting::fact::Fact| matches!(&fact.content, Content::Note(Note { text }) if text.contains("canary"));
    assert!(it.state().items().flat_map(|item| it.state().facts_of(item)).any(|fact| note(&fact)));

    let public = public(&it);
    assert_eq!(public.state().item(&hidden).unwrap().agenda.title, PRIVATE_TITLE);
    assert_eq!(public.state().room_item(), Some(&hidden), "where the room is, everybody may know");
    assert!(it.tell(&Command::Plan { index: 0, entry: Some(PlanEntry::default()) }).is_err());
    let title = Private::TitleItem { item: hidden.clone(), title: "Staffing".into() };
    it.tell(&Command::Private(title)).unwrap();
    assert_eq!(it.state().item(&hidden).unwrap().public_title.as_deref(), Some("Staffing"));
    assert_eq!(it.state().item(&hidden).unwrap().agenda.title, "canary");
}

#[test]
fn what_is_decided_in_private_leaves_a_stub_that_can_be_given_a_title() {
    let mut it = sitting();
    it.tell(&Command::Draft { item: "report".into(), verb: Verb::Agree, words: "heard by all".into() }).unwrap();
    let draft = FactId::new(it.entries.last().unwrap().n, 0);
    it.tell(&exclude("report", resolution(vec![business("report", &[])]))).unwrap();
    it.tell(&Command::Put { item: "report".into(), draft: None, method: Method::Assent }).unwrap();
    assert_eq!(it.state().fact(draft).unwrap().audience, Audience::Private);
    assert!(it.state().stub(draft).is_some());
    let action = Action { text: "canary".into(), owner: None, due: None, from: None, standing: Standing::Open };
    it.tell(&Command::Record { item: "report".into(), content: Content::Action(action), started: None }).unwrap();
    let entry = it.entries.last().unwrap();
    assert!(matches!(entry.public.as_slice(), [Event::Stub { of, .. }] if *of == FactId::new(entry.n, 0)));
    let title = Private::TitleFact { of: draft, title: "A contract was let.".into() };
    it.tell(&Command::Private(title)).unwrap();
    let public = public(&it);
    assert_eq!(public.state().stub(draft).unwrap().title.as_deref(), Some("A contract was let."));
    let Content::Decision(decision) = public.state().content(draft).unwrap() else { panic!() };
    assert!(decision.basis.is_none(), "that it was agreed is private");
}

#[test]
fn a_redaction_takes_every_word_of_a_fact_out_of_the_public_entries() {
    let mut it = sitting();
    let id = it.point("report", "canary one");
    it.tell(&Command::Correct { id, content: said("canary two") }).unwrap();
    it.tell(&Command::Strike { id, because: "canary three".into() }).unwrap();
    it.tell(&Command::Undo).unwrap();
    let undone = it.point("report", "canary undone");
    it.tell(&Command::Undo).unwrap();
    it.point("report", "stays");
    let facts = it.state().clone();
    it.tell(&redact(vec![id, undone])).unwrap();
    let redaction = it.entries.last().unwrap().clone();
    let rewritten = it.meeting.rewritten(&redaction);
    for entry in &mut it.entries {
        if let Some(new) = rewritten.iter().find(|new| new.n == entry.n) {
            entry.clone_from(new);
        }
    }
    assert!(!words(&it).contains("canary"), "{}", words(&it));
    assert_eq!(it.state().fact(id).unwrap().audience, Audience::Private);
    assert_eq!(it.state().fact(id).unwrap().content, facts.fact(id).unwrap().content, "its owner reads it still");
    let public = public(&it);
    assert!(public.state().fact(id).is_none());
    let item = public.state().item(&"report".into()).unwrap();
    assert_eq!(public.state().facts_of(item).count(), 1, "what was not redacted stays");

    // Read again with the private file, it is the same meeting.
    let mut again = Meeting::new(opened());
    it.entries.iter().for_each(|entry| again.apply(entry));
    assert_eq!(again.state(), it.state());
    assert!(it.tell(&Command::Undo).unwrap_err().contains("cannot be taken back"));
    assert!(it.tell(&redact(vec![id])).is_err(), "there is nothing left to redact");
}

#[test]
fn facts_since_a_time_are_found_for_redaction_undone_ones_too() {
    let mut it = sitting();
    it.point("report", "before");
    let since = it.now + TimeDelta::seconds(1);
    let id = it.point("report", "after");
    let undone = it.point("report", "undone");
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Attendance {
        people: vec!["birch".into()],
        to: crate::meeting::event::Presence::Left,
        because: None,
    })
    .unwrap();
    it.tell(&Command::Private(Private::Since { time: since })).unwrap();
    let found: Vec<FactId> = it.meeting.public_words_since(since).into_iter().map(|(id, _)| id).collect();
    assert_eq!(found, [id, undone], "presence has no words");
    assert_eq!(it.state().room(), Audience::Private);
    assert!(it.names().contains(&"private-without-ground"));
}

#[test]
fn findings_tell_when_the_public_is_where_it_should_not_be() {
    let mut opened = opened();
    opened.agenda.items[2].private = vec![Paragraph::Individual];
    let mut it = Driven::new();
    it.meeting = Meeting::new(opened);
    it.sit();
    it.go("report");
    assert!(it.names().contains(&"exempt-in-public"));
    it.tell(&exclude("report", resolution(vec![business("report", &[])]))).unwrap();
    assert!(it.names().contains(&"exclusion-without-paragraph") && !it.names().contains(&"exempt-in-public"));
    it.tell(&Command::Undo).unwrap();
    it.tell(&exclude("report", resolution(vec![business("report", &[Paragraph::Individual])]))).unwrap();
    assert!(!it.names().contains(&"exclusion-without-paragraph"));
    it.go("costs");
    assert!(it.names().contains(&"private-at-open-item"));
    it.tell(&Command::Sitting { to: crate::meeting::event::Sitting::Closed }).unwrap();
    assert!(it.names().contains(&"private-at-close"));
    it.tell(&readmit("costs")).unwrap();
    assert!(!it.names().iter().any(|name| name.starts_with("private-")));
}
