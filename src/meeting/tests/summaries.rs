//! Summaries for everybody of business that was taken in private.

use super::*;
use crate::meeting::body::Access;
use crate::meeting::command::Private;
use crate::meeting::fact::{Audience, Business, Exclusion, Ground, Paragraph, Passage, PassageKind};

fn summary(text: &str) -> Content {
    Content::Passage(Passage { kind: PassageKind::Summary, text: text.to_owned(), ..Passage::default() })
}

fn record(content: Content) -> Command {
    Command::Record { item: "report".into(), content, started: None }
}

/// A report that was taken in private, by a body under a law on access; the public is back where `back`.
fn in_private(access: Option<Access>, back: bool) -> Driven {
    let mut opened = opened();
    opened.body.rules.access = access;
    let mut it = Driven { meeting: Meeting::new(opened), entries: Vec::new(), now: DateTime::UNIX_EPOCH };
    it.sit();
    it.go("report");
    let paragraphs = vec![Paragraph::Affairs];
    let business = vec![Business { item: Some("report".into()), part: None, paragraphs }];
    let exclusion = Exclusion { ground: Ground::Exempt, business, mover: None, seconder: None, tested: false };
    it.tell(&Command::Private(Private::Exclude { item: "report".into(), exclusion })).unwrap();
    for text in ["canary", "canary again"] {
        it.point("report", text);
    }
    if back {
        it.tell(&Command::Private(Private::Readmit { item: "report".into() })).unwrap();
    }
    it
}

/// The meeting as everybody reads it.
fn public(it: &Driven, access: Option<Access>) -> Meeting {
    let mut opened = opened();
    opened.body.rules.access = access;
    let mut meeting = Meeting::new(opened);
    for entry in &it.entries {
        meeting.apply(&Entry { private: Vec::new(), ..entry.clone() });
    }
    meeting
}

#[test]
fn a_summary_is_public_whatever_the_room_is_and_stands_before_the_publics_return() {
    for back in [false, true] {
        let mut it = in_private(Some(Access::Act1972), back);
        it.tell(&record(summary("The lease was considered."))).unwrap();
        let id = FactId::new(it.entries.last().unwrap().n, 0);
        it.tell(&Command::Correct { id, content: summary("The terms of a lease were considered.") }).unwrap();
        let heard = public(&it, Some(Access::Act1972));
        let item = heard.state().item(&"report".into()).unwrap();
        let contents: Vec<&Content> = heard.state().facts_of(item).map(|fact| &fact.content).collect();
        let place = contents.iter().position(|content| content.is_summary()).unwrap();
        assert_eq!(contents[place], &summary("The terms of a lease were considered."));
        let returned = contents.iter().position(|content| matches!(content, Content::Readmission));
        assert!(returned.is_none_or(|returned| place < returned), "{contents:?}");
        assert!(!format!("{contents:?}").contains("canary"));
        assert_eq!(it.state().fact(id).map(|fact| fact.audience), Some(Audience::Public));
    }
}

#[test]
fn what_was_said_in_private_does_not_become_a_summary() {
    let mut it = in_private(Some(Access::Act1972), true);
    let item = it.state().item(&"report".into()).unwrap();
    let said = it.state().facts_of(item).find(|fact| fact.audience == Audience::Private).unwrap().id;
    _ = it.tell(&Command::Correct { id: said, content: summary("canary") });
    let heard = public(&it, Some(Access::Act1972));
    assert_eq!(heard.state().summaries().count(), 0);
}

#[test]
fn an_item_of_which_nothing_coherent_is_public_is_found_where_the_act_says_so() {
    for (access, wanted) in [(Some(Access::Act1972), true), (Some(Access::Act1960), false), (None, false)] {
        let mut it = in_private(access, true);
        let found = |it: &Driven| it.names().contains(&"private-without-summary");
        assert!(!found(&it), "the room is still at it");
        it.go("costs");
        assert_eq!(found(&it), wanted, "{access:?}");
        it.tell(&record(summary("The lease was considered."))).unwrap();
        assert!(!found(&it));
        let id = FactId::new(it.entries.last().unwrap().n, 0);
        it.tell(&Command::Strike { id, because: "it says too much".to_owned() }).unwrap();
        assert_eq!(found(&it), wanted, "{access:?}");
    }
}
