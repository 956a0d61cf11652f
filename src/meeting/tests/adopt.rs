//! Taking over changed files in the middle of a meeting.

use crate::meeting::adoption::{Adoption, Kept};
use crate::meeting::agenda::{Agenda, ItemKind, Office, PlanEntry};
use crate::meeting::body::{Body, Quorum};
use crate::meeting::command::Command;
use crate::meeting::event::{Event, Opened};
use crate::meeting::fact::Audience;
use crate::meeting::id::ItemId;

use super::sample::{item, opened};
use super::{Driven, said};

/// Changes the files and takes them over; gives what stayed.
fn adopt(driven: &mut Driven, change: impl FnOnce(&mut Body, &mut Agenda)) -> Vec<Kept> {
    let Opened { mut body, mut agenda, .. } = opened();
    change(&mut body, &mut agenda);
    let adoption = Adoption { body: Some(body.into()), agenda: Some(agenda.into()), ..Adoption::default() };
    let kept = driven.state().kept(&adoption);
    driven.tell(&Command::Adopt(adoption.into())).unwrap();
    kept
}

/// Adopts, undoes and redoes: the state is as before, and as after.
fn both_ways(driven: &mut Driven, change: impl FnOnce(&mut Body, &mut Agenda)) -> Vec<Kept> {
    let before = driven.state().clone();
    let kept = adopt(driven, change);
    let after = driven.state().clone();
    let same = |driven: &Driven, other: &crate::meeting::state::State| {
        let mut now = driven.state().clone();
        now.times.clone_from(&other.times);
        assert!(now == *other);
    };
    driven.tell(&Command::Undo).unwrap();
    same(driven, &before);
    driven.tell(&Command::Redo).unwrap();
    same(driven, &after);
    kept
}

fn order(driven: &Driven) -> Vec<String> {
    driven.state().items().map(|item| item.agenda.id.to_string()).collect()
}

#[test]
fn rules_titles_times_and_papers_follow_the_files() {
    let mut driven = Driven::new();
    let kept = both_ways(&mut driven, |body, agenda| {
        body.rules.quorum = Some(Quorum::Number(3));
        body.chair = Some("birch".into());
        body.groups[1].label = "Staff".into();
        body.parties[0].name = "the Guest".into();
        body.people[0].name.surname = "Ashe".into();
        agenda.venue = "Guildhall".into();
        agenda.items[2].title = "A better title".into();
        agenda.items[2].paper.pages = Some("3 - 9".into());
        agenda.plan.push(PlanEntry { venue: vec!["TBC".into()], ..PlanEntry::default() });
    });
    assert_eq!(kept, []);
    let state = driven.state();
    assert_eq!(state.body().quorum(), Some(3));
    assert_eq!(state.office(Office::Chair), Some(&"birch".into()));
    assert_eq!(state.person(&"ash".into()).unwrap().name.surname, "Ashe");
    assert_eq!(state.agenda().venue, "Guildhall");
    let report = state.item(&"report".into()).unwrap();
    assert_eq!((report.agenda.title.as_str(), report.agenda.paper.pages.as_deref()), ("A better title", Some("3 - 9")));
    assert_eq!(state.plan().len(), 1);
}

#[test]
fn items_come_go_move_and_keep_what_stands_under_them() {
    let mut driven = Driven::new();
    driven.sit();
    driven.point("report", "was noted.");
    let kept = both_ways(&mut driven, |_, agenda| {
        agenda.items.remove(3);
        agenda.items.remove(2);
        agenda.items.swap(0, 1);
        agenda.items.insert(1, item("urgent", "2", ItemKind::Business));
        agenda.items[0].items.push(item("below", "1a", ItemKind::Business));
    });
    assert_eq!(kept, [Kept::Item("report".into())]);
    assert_eq!(order(&driven), ["interests", "below", "report", "urgent", "chair"]);
    let report = driven.state().item(&"report".into()).unwrap();
    assert_eq!(report.facts.len(), 1);
}

#[test]
fn what_the_meeting_added_and_retitled_stays() {
    let mut driven = Driven::new();
    let when = crate::meeting::command::When::now(driven.now);
    let added = Box::new(item("2.0", "2", ItemKind::Business));
    let events = vec![
        Event::ItemAdded { item: added, parent: None, index: 3 },
        Event::ItemTitle { item: "report".into(), title: "As the chair put it".into() },
    ];
    let entry = driven.meeting.entry_for(events, when, "test", Audience::Public);
    driven.meeting.apply(&entry);
    let kept = both_ways(&mut driven, |_, agenda| agenda.items[2].title = "From the file".into());
    assert_eq!(kept, [Kept::Title("report".into())]);
    assert_eq!(order(&driven), ["chair", "interests", "report", "2.0", "costs"]);
    let title = |id: &ItemId| driven.state().item(id).unwrap().agenda.title.clone();
    assert_eq!(title(&"report".into()), "As the chair put it");
}

#[test]
fn people_and_seats_that_the_record_names_stay() {
    let mut driven = Driven::new();
    driven.sit();
    let kept = both_ways(&mut driven, |body, _| {
        // Ash, who is present, is gone, and Elm; Birch is replaced.
        body.people.retain(|person| !["ash", "elm"].contains(&person.id.as_str()));
        body.seats.remove(0);
        body.seats[0].holder = Some("helper".into());
        body.seats[0].substitutes.clear();
        body.chair = None;
    });
    let ash = || "ash".into();
    // The seat that stays has Elm as its substitute.
    assert_eq!(
        kept,
        [Kept::Person(ash()), Kept::Person("elm".into()), Kept::Holder("birch".into()), Kept::Seat("ash".into())]
    );
    let state = driven.state();
    assert!(state.person(&ash()).is_some());
    assert_eq!(state.seat_of(&ash()).unwrap().id.as_str(), "ash");
    assert_eq!(state.members_present().count(), 3);
}

#[test]
fn somebody_whom_nothing_names_goes_and_somebody_new_comes() {
    let mut driven = Driven::new();
    let kept = both_ways(&mut driven, |body, _| {
        body.people.retain(|person| person.id.as_str() != "helper");
        body.parties[0].people.pop();
        let mut oak = body.people[5].clone();
        oak.id = "oak".into();
        body.people.insert(0, oak);
    });
    assert_eq!(kept, []);
    let roll: Vec<&str> = driven.state().people().map(|person| person.id.as_str()).collect();
    assert_eq!(roll, ["oak", "ash", "birch", "cedar", "elm", "fir", "guest"]);
}

#[test]
fn what_was_said_by_somebody_keeps_them() {
    let mut driven = Driven::new();
    let mut content = said("asked.");
    if let crate::meeting::fact::Content::Point(point) = &mut content {
        point.turns[0].speaker = crate::meeting::fact::Speaker::Person("helper".into());
    }
    driven.tell(&Command::Record { item: "report".into(), content, started: None }).unwrap();
    let kept = both_ways(&mut driven, |body, _| {
        body.people.retain(|person| person.id.as_str() != "helper");
        body.parties[0].people.pop();
    });
    assert_eq!(kept, [Kept::Person("helper".into())]);
}
