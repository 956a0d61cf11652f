//! The course of the meeting: pauses, the finish time, handovers, speakers, items below others.

use chrono::NaiveTime;
use proptest::prelude::*;

use super::*;
use crate::meeting::agenda::{AgendaItem, ItemFact, ItemKind, Paper};
use crate::meeting::body::SpeakingTime;
use crate::meeting::command::Course;
use crate::meeting::event::{ItemState, Opened};
use crate::meeting::fact::{Grid, Owner, Passage, PassageKind, Pause, PauseKind};
use crate::meeting::id::ItemId;

/// Commands of the course of a meeting, for the properties that hold for any.
pub(super) fn commands() -> impl Strategy<Value = Command> {
    let items = prop::sample::select(vec!["interests", "report", "costs", "none"]).prop_map(ItemId::from).boxed();
    let kinds = prop::sample::select(vec![PauseKind::Adjourned, PauseKind::Recess, PauseKind::Inquorate]);
    let passages = prop::sample::select(PassageKind::ALL.to_vec());
    let states = prop_oneof![
        Just(ItemState::Withdrawn { because: None }),
        items.clone().prop_map(|into| ItemState::Merged { into }),
        Just(ItemState::Deferred { to: None, because: None }),
    ];
    let record = |item, content| Command::Record { item, content, started: None };
    prop_oneof![
        (kinds, any::<bool>()).prop_map(|(kind, closes)| {
            let pause = Pause { kind, ..Pause::default() };
            Command::Course(Course::Pause { pause, closes })
        }),
        (0_i64..90).prop_map(|minutes| Command::Course(Course::Extend { to: began() + TimeDelta::minutes(minutes) })),
        "[A-C ]{0,2}".prop_map(|to| Command::Course(Course::Handover { to })),
        (items.clone(), 0_usize..3).prop_map(|(parent, count)| {
            let items = vec![AgendaItem::titled("A part", ItemKind::Business); count];
            Command::Course(Course::AddBelow { items, parent })
        }),
        (items.clone(), "[a-b]?").prop_map(|(item, value)| {
            let paper = Paper { urgency: Some(value), ..Paper::default() };
            Command::Course(Course::ItemPaper { item, paper: Box::new(paper) })
        }),
        (items.clone(), states).prop_map(|(item, state)| Command::ItemState { item, state }),
        (items.clone(), passages, "[a-b]?").prop_map(move |(item, kind, text)| {
            record(item, Content::Passage(Passage { kind, text, ..Passage::default() }))
        }),
        (items, 0_usize..3).prop_map(move |(item, rows)| {
            let rows = vec![vec![String::from("1")]; rows];
            record(item, Content::Table(Grid { columns: vec!["A".to_owned()], rows, total: true }))
        }),
    ]
}

fn began() -> DateTime<Utc> {
    DateTime::from_timestamp(1_689_771_600, 0).unwrap()
}

/// A meeting under its report whose body has a finish time, an hour and a half after it began, and time limits.
fn sitting() -> Driven {
    let mut opened: Opened = opened();
    opened.body.rules.finish = NaiveTime::from_hms_opt(15, 30, 0);
    opened.body.rules.speaking_minutes = Some(3);
    opened.body.rules.speaking = vec![SpeakingTime { role: "Parish Council".to_owned(), minutes: 5 }];
    let mut it = Driven { meeting: Meeting::new(opened), entries: Vec::new(), now: began() };
    it.sit();
    it.go("report");
    it
}

fn clock(it: &Driven, time: DateTime<Utc>) -> String {
    it.state().local(time).format("%H:%M:%S").to_string()
}

#[test]
fn a_pause_says_when_it_began_and_when_the_meeting_went_on() {
    let mut it = sitting();
    let pause = Pause { kind: PauseKind::Recess, ..Pause::default() };
    it.tell(&Command::Course(Course::Pause { pause: pause.clone(), closes: false })).unwrap();
    let id = FactId::new(it.entries.last().unwrap().n, 1);
    assert_eq!(it.state().content(id), Some(&Content::Pause(pause.clone())));
    assert_eq!(it.state().paused(id).map(|(_, resumed)| resumed), Some(None));
    assert!(it.tell(&Command::Course(Course::Pause { pause, closes: false })).is_err(), "it does not sit");
    it.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    let (change, resumed) = it.state().paused(id).unwrap();
    assert_eq!(resumed.map(|at| at - change.at.time), Some(TimeDelta::seconds(60)));
    // Struck out, it is told of at the end with the other times.
    it.tell(&Command::Strike { id, because: String::new() }).unwrap();
    let told = it.state().sittings().changes().filter(|change| it.state().pause_with(change).is_some()).count();
    assert_eq!(told, 0);
}

#[test]
fn the_meeting_ends_by_its_rules_unless_it_agreed_to_go_on() {
    let mut it = sitting();
    assert_eq!(it.state().finishes().map(|at| clock(&it, at)).as_deref(), Some("15:30:00"));
    it.tell(&Command::Course(Course::Extend { to: began() + TimeDelta::hours(2) })).unwrap();
    assert_eq!(it.state().finishes().map(|at| clock(&it, at)).as_deref(), Some("16:00:00"));
    assert!(it.tell(&Command::Course(Course::Extend { to: began() })).unwrap_err().contains("has passed"));
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().finishes().map(|at| clock(&it, at)).as_deref(), Some("15:30:00"));
    it.tell(&Command::Sitting { to: Sitting::Closed }).unwrap();
    assert_eq!(it.state().finishes(), None);
    assert_eq!(it.state().last_finish().map(|at| clock(&it, at)).as_deref(), Some("15:30:00"));
}

#[test]
fn an_extension_of_one_day_says_nothing_of_the_next() {
    let mut it = sitting();
    it.tell(&Command::Course(Course::Extend { to: began() + TimeDelta::hours(2) })).unwrap();
    it.tell(&Command::Course(Course::Pause { pause: Pause::default(), closes: false })).unwrap();
    it.now += TimeDelta::hours(24);
    it.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    let finishes = it.state().finishes().unwrap();
    assert_eq!((finishes - began()).num_hours(), 25, "the day after, by the rules");
}

#[test]
fn speakers_have_the_time_of_their_role_until_they_have_finished() {
    for (role, minutes) in [(None, 3), (Some("objector"), 3), (Some("parish council"), 5)] {
        let mut it = sitting();
        let by = Some(Owner::Named("Mrs Hill".to_owned()));
        let kind = PassageKind::Speaker;
        let passage = Passage { kind, by, role: role.map(str::to_owned), ..Passage::default() };
        let content = Content::Passage(passage.clone());
        it.tell(&Command::Record { item: "report".into(), content, started: None }).unwrap();
        let id = FactId::new(it.entries.last().unwrap().n, 0);
        it.point("report", "she spoke.");
        let since = |seconds| it.state().speaking(it.now - TimeDelta::seconds(30) + TimeDelta::seconds(seconds));
        let speech = since(minutes * 60 - 1).unwrap();
        assert_eq!((speech.name.as_str(), speech.is_over()), ("Mrs Hill", false), "{role:?}");
        assert!(since(minutes * 60).unwrap().is_over(), "{role:?}");
        let ended = Content::Passage(Passage { ended: Some(it.now), ..passage });
        it.tell(&Command::Correct { id, content: ended }).unwrap();
        assert_eq!(it.state().speaking(it.now), None);
    }
}

#[test]
fn items_below_one_have_keys_and_places_of_their_own() {
    let mut it = sitting();
    let parts = ["Costs", "Expenses"].map(|title| AgendaItem::titled(title, ItemKind::Business));
    let parent = ItemId::from("costs");
    for count in [2, 4] {
        it.tell(&Command::Course(Course::AddBelow { items: parts.to_vec(), parent: parent.clone() })).unwrap();
        assert_eq!(it.state().item(&parent).unwrap().children.len(), count);
    }
    let titles: Vec<&str> = it.state().family(&parent).iter().map(|item| item.agenda.title.as_str()).collect();
    assert_eq!(titles, ["Item 4", "Costs", "Expenses", "Costs", "Expenses"]);
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().item(&parent).unwrap().children.len(), 2);
}

#[test]
fn what_the_meeting_learnt_of_an_item_stays_beside_what_its_paper_says() {
    let fact = |label: &str, value: &str| ItemFact { label: label.to_owned(), value: value.to_owned() };
    let file = Paper { facts: vec![fact("Site", "Mill Lane")], ..Paper::default() };
    let known = Paper {
        facts: vec![fact("Site", "Mill Road"), fact("Reference", "1")],
        urgency: Some("it burns".to_owned()),
        ..Paper::default()
    };
    let both = file.keeping(&known);
    assert_eq!(both.facts, [fact("Site", "Mill Lane"), fact("Reference", "1")]);
    assert_eq!(both.urgency.as_deref(), Some("it burns"));
}

#[test]
fn tables_and_passages_that_say_nothing_are_refused() {
    let mut it = sitting();
    let mut refused = |content| it.tell(&Command::Record { item: "report".into(), content, started: None }).is_err();
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let grid = |rows: Vec<Vec<String>>| Content::Table(Grid { columns: row(&["Payee", "Amount"]), rows, total: false });
    assert!(refused(grid(Vec::new())));
    assert!(refused(grid(vec![row(&["Anytown Ltd"])])));
    assert!(!refused(grid(vec![row(&["Anytown Ltd", "£1"])])));
    for kind in PassageKind::ALL {
        assert_eq!(refused(Content::Passage(Passage { kind, ..Passage::default() })), kind.needs_words(), "{kind:?}");
    }
}
