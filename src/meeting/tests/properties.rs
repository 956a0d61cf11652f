//! Properties that hold for any sequence of commands.

use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;

use super::sample::{item, opened};
use super::{Driven, said};
use crate::meeting::Meeting;
use crate::meeting::agenda::{AgendaItem, ItemKind, Office, PlanEntry};
use crate::meeting::command::{Command, Electing, Nomination, Poll};
use crate::meeting::event::{Entry, Event, ItemState, Opened, Presence, Sitting};
use crate::meeting::fact::{
    Action, Content, Declaration, Fate, Method, Motion, Move, Note, Owner, Point, Proposal, Speaker, Standing, Tally,
    TimeMark, Turn, Verb, Version, Vote, Way,
};
use crate::meeting::findings::Findings;
use crate::meeting::id::{FactId, ItemId, PersonId, SeatId};
use crate::meeting::panel::{Hearing, Post};
use crate::meeting::state::State;

pub(super) fn commands() -> impl Strategy<Value = Command> {
    let person = prop::sample::select(vec!["ash", "birch", "cedar", "elm", "fir", "guest", "nobody"])
        .prop_map(PersonId::from)
        .boxed();
    let items =
        prop::sample::select(vec!["chair", "interests", "report", "costs", "none"]).prop_map(ItemId::from).boxed();
    let seat = prop::sample::select(vec!["ash", "birch", "cedar", "none"]).prop_map(SeatId::from);
    let fact = any_fact().boxed();
    let presence = prop::sample::select(vec![Presence::Present, Presence::Absent, Presence::Apologies, Presence::Left]);
    let sitting = prop::sample::select(vec![Sitting::Sitting, Sitting::Adjourned, Sitting::Closed, Sitting::Before]);
    let words = "[a-c ]{0,6}".boxed();
    let verb = prop::sample::select(vec![Verb::Note, Verb::Approve, Verb::Agree]);
    let content = prop_oneof![
        words.clone().prop_map(|text| said(&text)),
        person.clone().prop_map(spoken),
        prop::collection::vec(any_item(), 0..3)
            .prop_map(|items| { Content::Declaration(Declaration { items, ..Declaration::new("ash".into()) }) }),
        words.clone().prop_map(|text| Content::Note(Note { text })),
        Just(Content::Nil),
        Just(Content::Mark(TimeMark::default())),
        (words.clone(), prop::option::of(fact.clone())).prop_map(|(text, from)| Content::Action(Action {
            text,
            owner: Some(Owner::Named("x".into())),
            due: None,
            from,
            standing: Standing::Open,
        })),
    ]
    .boxed();
    prop_oneof![
        (prop::collection::vec(person.clone(), 0..3), presence).prop_map(|(people, to)| Command::Attendance {
            people,
            to,
            because: None
        }),
        Just(Command::EverybodyPresent),
        super::course::commands(),
        super::privately::privately(),
        (seat, prop::option::of(person.clone())).prop_map(|(seat, by)| Command::Substitute { seat, by, because: None }),
        person.clone().prop_map(|person| Command::Movement {
            moved: Move::Left,
            people: vec![person],
            party: None,
            manner: None,
            because: None,
            for_item: Some("report".into()),
        }),
        person.clone().prop_map(|person| Command::Preside { person, during: None }),
        sitting.prop_map(|to| Command::Sitting { to }),
        items.clone().prop_map(|item| Command::Go { item }),
        (any_item(), words.clone(), any::<bool>()).prop_map(|(after, title, below)| Command::AddItem {
            item: Box::new(added(title, below)),
            after: Some(after)
        }),
        items.clone().prop_map(|item| Command::ItemState { item, state: ItemState::Skipped }),
        (items.clone(), content.clone()).prop_map(|(item, content)| Command::Record { item, content, started: None }),
        (items.clone(), words.clone()).prop_map(|(item, words)| Command::Draft { item, verb: Verb::Note, words }),
        (items.clone(), verb, words.clone()).prop_map(|(item, verb, words)| Command::Decide {
            item,
            verb,
            words,
            method: Method::Assent
        }),
        items.clone().prop_map(|item| Command::Put { item, draft: None, method: Method::Assent }),
        (items.clone(), person).prop_map(|(item, nominee)| Command::Election {
            item,
            office: Office::Chair,
            step: Electing::Nominate(Nomination { nominee, mover: None, seconder: None }),
        }),
        items.clone().prop_map(|item| Command::Election { item, office: Office::Chair, step: Electing::Elect }),
        motions(items.clone(), fact.clone()),
        (fact.clone(), content).prop_map(|(id, content)| Command::Correct { id, content }),
        fact.clone().prop_map(|id| Command::Strike { id, because: String::new() }),
        (fact.clone(), items, 0_usize..5).prop_map(|(id, item, index)| Command::Shift { id, item, index }),
        fact.clone().prop_map(|id| Command::Split { id, turn: 1 }),
        fact.prop_map(|id| Command::Join { id }),
        (0_usize..3, any::<bool>())
            .prop_map(|(index, some)| Command::Plan { index, entry: some.then(PlanEntry::default) }),
        (2_u64..30, 0_i64..90).prop_map(|(entry, minutes)| Command::Retime { entry, to: time(minutes) }),
        (0_i64..90).prop_map(|minutes| Command::Clock { from: time(0), to: time(minutes) }),
        (prop::sample::select(vec!["item-not-taken", "nothing-recorded", "speaker-not-present"]), 2_u64..30).prop_map(
            |(name, entry)| Command::Overrule {
                name: name.to_owned(),
                subject: if name == "speaker-not-present" { format!("fact {entry}.0") } else { "item report".into() },
                because: "it may".to_owned(),
            }
        ),
        (prop::sample::select(vec!["costs", "report"]), words)
            .prop_map(|(item, title)| Command::ItemTitle { item: item.into(), title }),
        Just(Command::Undo),
        Just(Command::Redo),
    ]
}

/// Facts that may have been recorded.
pub(super) fn any_fact() -> impl Strategy<Value = FactId> {
    (2_u64..40, 0_u32..3).prop_map(|(entry, ordinal)| FactId::new(entry, ordinal))
}

/// Items of the agenda, and such as may have been added.
pub(super) fn any_item() -> impl Strategy<Value = ItemId> {
    let fixed = prop::sample::select(vec!["interests", "report", "costs"]).prop_map(ItemId::from);
    prop_oneof![fixed, (2_u64..20).prop_map(|entry| FactId::new(entry, 0).into())]
}

/// An item to add: minutes of the wrong day, or one with another below it.
fn added(title: String, below: bool) -> AgendaItem {
    let day = chrono::NaiveDate::from_ymd_opt(2023, 3, 1).into_iter().collect();
    let items = below.then(|| item("below", "", ItemKind::Business)).into_iter().collect();
    AgendaItem { title, items, ..item("", "", ItemKind::Minutes { sets: day }) }
}

fn spoken(person: PersonId) -> Content {
    let turns = vec![Turn { speaker: Speaker::Person(person), text: "would circulate it".to_owned() }];
    Content::Point(Point { turns, ..Point::default() })
}

/// The sample meeting, with papers that say what is asked for and when the last meeting was.
pub(super) fn with_papers() -> Opened {
    let mut opened = opened();
    opened.agenda.last_meeting = chrono::NaiveDate::from_ymd_opt(2023, 3, 15);
    for item in &mut opened.agenda.items {
        item.paper.recommendation = Some("To approve the report.".to_owned());
    }
    if let Some(last) = opened.agenda.items.last_mut() {
        let (post, candidates) = (Post::ChiefExecutive, Vec::new());
        last.kind = ItemKind::Hearing(Hearing { post, candidates, notified: None, reserve: false });
    }
    opened
}

fn motions(items: BoxedStrategy<ItemId>, fact: BoxedStrategy<FactId>) -> impl Strategy<Value = Command> {
    let tally =
        (0_u32..4, 0_u32..4, 0_u32..2).prop_map(|(yes, no, abstained)| Tally { yes, no, abstained, not_voting: 0 });
    let poll = tally.prop_map(|tally| Poll { method: Method::Hands, tally: Some(tally), ..Poll::default() });
    let fate = prop::sample::select(vec![Fate::Withdrawn, Fate::Lapsed, Fate::Accepted, Fate::Open]);
    let way = prop::sample::select(vec![Way::For, Way::Against]);
    let motion = |proposal, words: &str| {
        let version = Version { words: words.to_owned(), at: DateTime::UNIX_EPOCH };
        Box::new(Motion { versions: vec![version], ..Motion::new(proposal) })
    };
    prop_oneof![
        items.clone().prop_map(move |item| Command::Propose { item, motion: motion(Proposal::Substantive, "moved") }),
        (items.clone(), fact.clone()).prop_map(move |(item, to)| {
            let reads = Some("altered".to_owned());
            Command::Propose { item, motion: motion(Proposal::Amendment { to, reads }, "altering") }
        }),
        (fact.clone(), poll.clone()).prop_map(|(motion, poll)| Command::Vote { motion, part: None, poll }),
        (fact.clone(), poll.clone()).prop_map(|(motion, poll)| Command::Vote { motion, part: Some(1), poll }),
        (items, poll).prop_map(|(item, poll)| Command::DecideByVote {
            item,
            verb: Verb::Agree,
            words: "voted".to_owned(),
            poll
        }),
        (fact.clone(), way).prop_map(|(motion, way)| Command::CastingVote { motion, part: None, way }),
        (fact.clone(), fate).prop_map(|(motion, fate)| Command::Dispose { motion, fate }),
        fact.clone().prop_map(|motion| Command::Divide { motion, parts: vec!["one".into(), "two".into()] }),
        fact.prop_map(|on| Command::OwnVote { on, vote: Vote { person: "ash".into(), way: Way::Abstained } }),
    ]
}

pub(super) fn time(minutes: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::seconds(1_689_771_600) + Duration::minutes(minutes)
}

/// A state without the times of entries, which undoing leaves.
fn timeless(state: &State) -> State {
    State { times: Vec::new(), ..state.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn replay_equals_live_and_undo_puts_everything_back(script in prop::collection::vec(commands(), 0..60)) {
        let mut it = Driven { meeting: Meeting::new(with_papers()), ..Driven::new() };
        let mut findings = Findings::of(it.state());
        for command in &script {
            let undone = match command {
                Command::Undo => it.meeting.undoable().cloned(),
                Command::Redo => it.meeting.redoable().cloned(),
                _ => None,
            };
            if it.tell(command).is_ok() {
                let last = it.entries.last().unwrap();
                let touching: Vec<&Entry> = std::iter::once(last).chain(undone.as_ref()).collect();
                findings.after(it.state(), &touching);
                prop_assert_eq!(&findings, &Findings::of(it.state()), "{:?}", last);
            }
        }
        // Replayed from what was recorded, the meeting is the same, and its entries survive being written down.
        let mut replayed = Meeting::new(with_papers());
        for entry in &it.entries {
            for event in entry.public.iter().chain(&entry.private) {
                let json = serde_json::to_string(event).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), event);
            }
            replayed.apply(entry);
        }
        prop_assert!(replayed.state() == it.state());
        // A redaction cannot be taken back, nor anything before it.
        if it.entries.iter().any(|entry| entry.redacted().is_some()) {
            return Ok(());
        }
        // Undone to the beginning it is as new; redone, as it was.
        let full = timeless(it.state());
        let depth = it.meeting.entries().count();
        for _ in 0..depth {
            it.tell(&Command::Undo).unwrap();
        }
        prop_assert!(timeless(it.state()) == timeless(Meeting::new(with_papers()).state()));
        for _ in 0..depth {
            it.tell(&Command::Redo).unwrap();
        }
        prop_assert!(timeless(it.state()) == full);
    }

    #[test]
    fn applying_is_total(events in prop::collection::vec(commands(), 1..20), shuffle in any::<u64>()) {
        // Events decided in one state are applied in quite another.
        let mut it = Driven::new();
        for command in &events {
            let _ = it.tell(command);
        }
        let mut other = Meeting::new(opened());
        let mut entries = it.entries.clone();
        let turn = usize::try_from(shuffle).unwrap_or(0) % entries.len().max(1);
        entries.rotate_left(turn);
        for entry in &entries {
            other.apply(entry);
        }
        let _ = Findings::of(other.state());
    }
}
