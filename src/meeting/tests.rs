//! Tests of the machine as a whole.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::Meeting;
use super::agenda::{Agenda, AgendaItem, ItemKind, Office, Paper, PlanEntry};
use super::body::{Body, Quorum, Rules, Seat, SeatKind};
use super::command::{Command, When};
use super::event::{Entry, Event, FORMAT, ItemState, Mode, Opened, Presence, Sitting};
use super::fact::{
    Action, Audience, Content, Method, Move, Note, Owner, Point, Section, Speaker, TimeMark, Turn, Verb,
};
use super::findings::{Findings, Subject};
use super::id::{FactId, ItemId, PersonId, SeatId};
use super::people::{Group, GroupKind, Name, Party, Person, Pronoun};
use super::state::State;

fn person(id: &str, title: &str, surname: &str, group: Option<&str>) -> Person {
    Person {
        id: id.into(),
        name: Name { title: title.into(), initials: "A".into(), surname: surname.into(), ..Name::default() },
        pronoun: Pronoun::They,
        group: group.map(Into::into),
        post: None,
        organisation: None,
        called: None,
        handles: Vec::new(),
        usual: group.is_some(),
    }
}

fn item(id: &str, number: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem {
        id: id.into(),
        number: Some(number.into()),
        title: format!("Item {number}"),
        kind,
        internal: id == "costs",
        offer: None,
        paper: Paper::default(),
        items: Vec::new(),
    }
}

fn opened() -> Opened {
    let seat = |id: &str, substitute: &str| Seat {
        id: id.into(),
        holder: Some(id.into()),
        authority: None,
        group: None,
        kind: SeatKind::Councillor,
        substitutes: vec![substitute.into()],
        votes: None,
    };
    let body = Body {
        id: "sample".into(),
        name: "Sample Committee".into(),
        short: "Committee".into(),
        zone: chrono_tz::Europe::London,
        people: vec![
            person("ash", "Councillor", "Ash", None),
            person("birch", "Councillor", "Birch", None),
            person("cedar", "Councillor", "Cedar", None),
            person("elm", "Councillor", "Elm", None),
            person("fir", "", "Fir", Some("officers")),
            person("guest", "", "Guest", Some("others")),
            person("helper", "", "Helper", Some("others")),
        ],
        seats: vec![seat("ash", "elm"), seat("birch", "elm"), seat("cedar", "fir")],
        groups: vec![
            Group { id: "members".into(), label: "Members".into(), kind: GroupKind::Members },
            Group { id: "officers".into(), label: "Officers".into(), kind: GroupKind::Officers },
            Group { id: "others".into(), label: "Others".into(), kind: GroupKind::Others },
        ],
        parties: vec![Party {
            id: "guests".into(),
            name: "the Guest and their staff".into(),
            people: vec!["guest".into(), "helper".into()],
            leaves_for_internal: true,
        }],
        chair: Some("ash".into()),
        vice_chair: None,
        rules: Rules { quorum: Some(Quorum::Number(2)), ..Rules::default() },
    };
    let day = NaiveDate::from_ymd_opt(2023, 7, 19).unwrap();
    let agenda = Agenda {
        date: day,
        time: NaiveTime::from_hms_opt(14, 0, 0).unwrap(),
        venue: String::new(),
        contact: String::new(),
        municipal_year: None,
        first_minute: None,
        opens: Some("fir".into()),
        notices: Vec::new(),
        note: None,
        items: vec![
            item("chair", "1", ItemKind::Election { office: Office::Chair }),
            item("interests", "2", ItemKind::Declarations),
            item("report", "3", ItemKind::Report),
            item("costs", "4", ItemKind::Business),
        ],
        plan: Vec::new(),
    };
    Opened { format: FORMAT, program: "test".into(), body, agenda, style: String::new(), practice: false }
}

/// A meeting with its entries, as a clerk would drive it.
struct Driven {
    meeting: Meeting,
    entries: Vec<Entry>,
    now: DateTime<Utc>,
}

impl Driven {
    fn new() -> Self {
        let now = DateTime::from_timestamp(1_689_771_600, 0).unwrap();
        Self { meeting: Meeting::new(opened()), entries: Vec::new(), now }
    }

    fn state(&self) -> &State {
        self.meeting.state()
    }

    fn tell(&mut self, command: &Command) -> Result<(), String> {
        self.tell_at(command, None)
    }

    fn tell_at(&mut self, command: &Command, at: Option<DateTime<Utc>>) -> Result<(), String> {
        self.now += TimeDelta::seconds(30);
        let when = When { now: self.now, at };
        let decided = self.meeting.decide(command, when).map_err(|refusal| refusal.to_string())?;
        let entry = self.meeting.entry(decided.events, when, "test");
        self.meeting.apply(&entry);
        self.entries.push(entry);
        Ok(())
    }

    fn point(&mut self, item: &str, text: &str) -> FactId {
        let started = Some(self.now + TimeDelta::seconds(30));
        self.tell(&Command::Record { item: item.into(), content: said(text), started }).unwrap();
        FactId::new(self.entries.last().unwrap().n, 0)
    }

    fn sit(&mut self) {
        self.tell(&Command::EverybodyPresent).unwrap();
        self.tell(&Command::UsualPresent).unwrap();
        self.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    }

    fn go(&mut self, item: &str) {
        self.tell(&Command::Go { item: item.into() }).unwrap();
    }

    fn names(&self) -> Vec<&'static str> {
        Findings::of(self.state()).iter().map(|finding| finding.rule.name).collect()
    }
}

fn said(text: &str) -> Content {
    let turns = vec![Turn { speaker: Speaker::Person("ash".into()), text: text.into() }];
    Content::Point(Point { section: Section::Discussion, turns, ..Point::default() })
}

fn texts(state: &State, item: &str) -> Vec<String> {
    let item = state.item(&item.into()).unwrap();
    let text = |content: &Content| match content {
        Content::Point(point) => point.turns[0].text.clone(),
        Content::Decision(decision) => decision.words().to_owned(),
        Content::Action(action) => action.text.clone(),
        other => format!("{other:?}").split(['(', ' ']).next().unwrap().to_owned(),
    };
    state.facts_of(item).map(|fact| text(&fact.content)).collect()
}

#[test]
fn the_officer_presides_until_a_chair_who_is_there_is_elected() {
    let mut it = Driven::new();
    it.sit();
    assert_eq!(it.state().presiding(), Some(&"fir".into()));
    it.go("chair");
    let nominate = Command::Nominate {
        item: "chair".into(),
        office: Office::Chair,
        nominee: "birch".into(),
        mover: Some("ash".into()),
        seconder: Some("cedar".into()),
    };
    it.tell(&nominate).unwrap();
    assert!(it.tell(&nominate).is_err(), "nobody is nominated twice");
    it.tell(&Command::Elect { item: "chair".into(), office: Office::Chair }).unwrap();
    assert_eq!(it.state().presiding(), Some(&"birch".into()));
    assert_eq!(it.state().office(Office::Chair), Some(&"birch".into()));
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().office(Office::Chair), Some(&"ash".into()));
    assert_eq!(it.state().presiding(), Some(&"fir".into()));
}

#[test]
fn nobody_holds_two_seats() {
    let mut it = Driven::new();
    let substitute =
        |seat: &str, by: &str| Command::Substitute { seat: seat.into(), by: Some(by.into()), because: None };
    it.tell(&substitute("ash", "elm")).unwrap();
    assert_eq!(it.state().presence(&"ash".into()), Presence::Apologies);
    assert_eq!(it.state().presence(&"elm".into()), Presence::Present);
    let refused = it.tell(&substitute("birch", "elm")).unwrap_err();
    assert!(refused.contains("already sits for Councillor Ash"), "{refused}");
    assert!(it.tell(&substitute("birch", "cedar")).unwrap_err().contains("a seat of their own"));
}

#[test]
fn what_is_written_up_late_stands_before_the_decision() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    it.point("report", "one");
    let decide =
        Command::Decide { item: "report".into(), verb: Verb::Note, words: "decided".into(), method: Method::Assent };
    let begun_before = it.now;
    it.tell(&decide).unwrap();
    it.point("report", "after the decision, while the room is there");
    it.tell(&Command::Record { item: "report".into(), content: said("begun before"), started: Some(begun_before) })
        .unwrap();
    assert_eq!(
        texts(it.state(), "report"),
        ["one", "decided", "after the decision, while the room is there", "begun before"],
        "nothing is put between what already stands after the decision"
    );
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Record { item: "report".into(), content: said("begun before"), started: Some(begun_before) })
        .unwrap();
    it.go("costs");
    it.point("report", "written up from the next item");
    assert_eq!(texts(it.state(), "report"), ["one", "begun before", "written up from the next item", "decided"]);
}

#[test]
fn a_draft_keeps_its_versions_until_it_is_put() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    for words in ["first", "second", "third"] {
        let draft = Command::Draft { item: "report".into(), verb: Verb::Approve, words: words.into() };
        it.tell(&draft).unwrap();
    }
    assert!(it.names().contains(&"decision-not-put"));
    it.tell(&Command::Put { item: "report".into(), draft: None, method: Method::Unanimous }).unwrap();
    let item = it.state().item(&"report".into()).unwrap();
    let Content::Decision(decision) = &it.state().facts_of(item).next().unwrap().content else { panic!() };
    assert_eq!(decision.versions.len(), 3);
    assert_eq!(decision.words(), "third");
    assert!(!it.names().contains(&"decision-not-put"));
    assert!(it.tell(&Command::Put { item: "report".into(), draft: None, method: Method::Assent }).is_err());
}

#[test]
fn a_note_is_private_and_everything_else_follows_the_room() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    let note = Content::Note(Note { text: "to self".into() });
    it.tell(&Command::Record { item: "report".into(), content: note, started: None }).unwrap();
    let entry = it.entries.last().unwrap();
    assert!(entry.public.is_empty());
    assert_eq!(entry.private.len(), 1);
    let id = FactId::new(entry.n, 0);
    assert_eq!(it.state().fact(id).unwrap().audience, Audience::Private);
    it.tell(&Command::Strike { id, because: "wrong".into() }).unwrap();
    assert!(it.entries.last().unwrap().public.is_empty(), "words about a private fact are private");
}

#[test]
fn a_party_leaves_as_one_and_only_those_who_were_there() {
    let mut it = Driven::new();
    it.sit();
    it.go("costs");
    assert!(it.names().contains(&"party-stays-for-internal"));
    let absent = Command::Attendance { people: vec!["helper".into()], to: Presence::Absent, because: None };
    it.tell(&absent).unwrap();
    let leave = Command::Movement {
        moved: Move::Left,
        people: vec!["guest".into(), "helper".into()],
        party: Some("guests".into()),
        because: None,
    };
    it.tell(&leave).unwrap();
    assert_eq!(it.state().presence(&"helper".into()), Presence::Absent);
    assert_eq!(it.state().presence(&"guest".into()), Presence::Left);
    assert!(!it.names().contains(&"party-stays-for-internal"));
    assert!(it.tell(&leave).unwrap_err().contains("not in the room"));
}

#[test]
fn a_back_timed_fact_says_what_later_stands() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    let before = it.now;
    it.tell(&Command::Attendance { people: vec!["ash".into()], to: Presence::Left, because: None }).unwrap();
    let when = When { now: it.now + TimeDelta::minutes(1), at: Some(before) };
    let absent = Command::Attendance { people: vec!["ash".into()], to: Presence::Absent, because: None };
    let decided = it.meeting.decide(&absent, when).unwrap();
    assert_eq!(decided.notices.len(), 1);
    let entry = it.meeting.entry(decided.events, when, "test");
    it.meeting.apply(&entry);
    assert_eq!(it.state().presence(&"ash".into()), Presence::Left, "the later fact still holds");
}

#[test]
fn quorum_counts_members_in_the_room() {
    let mut it = Driven::new();
    it.sit();
    assert!(!it.names().contains(&"inquorate"));
    it.tell(&Command::Mode { person: "ash".into(), to: Mode::Remote }).unwrap();
    it.tell(&Command::Attendance { people: vec!["birch".into()], to: Presence::Left, because: None }).unwrap();
    assert!(it.names().contains(&"inquorate"), "one in the room, one remote, two needed");
}

#[test]
fn fractions_of_a_quorum_round_up() {
    let mut body = opened().body;
    for (of, over, needed) in [(1, 4, 1), (1, 3, 1), (1, 2, 2), (2, 3, 2), (1, 1, 3)] {
        body.rules.quorum = Some(Quorum::Fraction { of, over, base: super::body::Base::AllSeats });
        assert_eq!(body.quorum(), Some(needed), "{of}/{over} of 3");
    }
}

fn commands() -> impl Strategy<Value = Command> {
    let person = prop::sample::select(vec!["ash", "birch", "cedar", "elm", "fir", "guest", "nobody"])
        .prop_map(PersonId::from)
        .boxed();
    let item =
        prop::sample::select(vec!["chair", "interests", "report", "costs", "none"]).prop_map(ItemId::from).boxed();
    let seat = prop::sample::select(vec!["ash", "birch", "cedar", "none"]).prop_map(SeatId::from);
    let fact = (2_u64..40, 0_u32..3).prop_map(|(entry, ordinal)| FactId::new(entry, ordinal)).boxed();
    let presence = prop::sample::select(vec![Presence::Present, Presence::Absent, Presence::Apologies, Presence::Left]);
    let sitting = prop::sample::select(vec![Sitting::Sitting, Sitting::Adjourned, Sitting::Closed, Sitting::Before]);
    let words = "[a-c ]{0,6}".boxed();
    let content = prop_oneof![
        words.clone().prop_map(|text| said(&text)),
        words.clone().prop_map(|text| Content::Note(Note { text })),
        Just(Content::Nil),
        Just(Content::Mark(TimeMark::default())),
        (words.clone(), prop::option::of(fact.clone())).prop_map(|(text, from)| Content::Action(Action {
            text,
            owner: Some(Owner::Named("x".into())),
            due: None,
            from,
            standing: super::fact::Standing::Open,
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
        (seat, prop::option::of(person.clone())).prop_map(|(seat, by)| Command::Substitute { seat, by, because: None }),
        person.clone().prop_map(|person| Command::Movement {
            moved: Move::Left,
            people: vec![person],
            party: None,
            because: None
        }),
        person.clone().prop_map(|person| Command::Preside { person }),
        sitting.prop_map(|to| Command::Sitting { to }),
        item.clone().prop_map(|item| Command::Go { item }),
        (item.clone(), words.clone()).prop_map(|(after, title)| Command::AddItem {
            item: Box::new(AgendaItem { title, ..super::tests::item("", "", ItemKind::Business) }),
            after: Some(after)
        }),
        item.clone().prop_map(|item| Command::ItemState { item, state: ItemState::Skipped }),
        (item.clone(), content.clone()).prop_map(|(item, content)| Command::Record { item, content, started: None }),
        (item.clone(), words.clone()).prop_map(|(item, words)| Command::Draft { item, verb: Verb::Note, words }),
        item.clone().prop_map(|item| Command::Put { item, draft: None, method: Method::Assent }),
        (item.clone(), person).prop_map(|(item, nominee)| Command::Nominate {
            item,
            office: Office::Chair,
            nominee,
            mover: None,
            seconder: None
        }),
        item.clone().prop_map(|item| Command::Elect { item, office: Office::Chair }),
        (fact.clone(), content).prop_map(|(id, content)| Command::Correct { id, content }),
        fact.clone().prop_map(|id| Command::Strike { id, because: String::new() }),
        (fact.clone(), item, 0_usize..5).prop_map(|(id, item, index)| Command::Shift { id, item, index }),
        fact.clone().prop_map(|id| Command::Split { id, turn: 1 }),
        fact.prop_map(|id| Command::Join { id }),
        (0_usize..3, any::<bool>())
            .prop_map(|(index, some)| Command::Plan { index, entry: some.then(PlanEntry::default) }),
        Just(Command::Undo),
        Just(Command::Redo),
    ]
}

/// A state without the times of entries, which undoing leaves.
fn timeless(state: &State) -> State {
    State { times: Vec::new(), ..state.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn replay_equals_live_and_undo_puts_everything_back(script in prop::collection::vec(commands(), 0..60)) {
        let mut it = Driven::new();
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
            }
        }
        // Replayed from what was recorded, the meeting is the same, and its entries survive being written down.
        let mut replayed = Meeting::new(opened());
        for entry in &it.entries {
            for event in entry.public.iter().chain(&entry.private) {
                let json = serde_json::to_string(event).unwrap();
                prop_assert_eq!(&serde_json::from_str::<Event>(&json).unwrap(), event);
            }
            replayed.apply(entry);
        }
        prop_assert!(replayed.state() == it.state());
        // Undone to the beginning it is as new; redone, as it was.
        let full = timeless(it.state());
        let depth = it.meeting.entries().count();
        for _ in 0..depth {
            it.tell(&Command::Undo).unwrap();
        }
        prop_assert!(timeless(it.state()) == timeless(Meeting::new(opened()).state()));
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

#[test]
fn findings_are_kept_up_to_date_by_what_an_entry_touches() {
    let mut it = Driven::new();
    let mut findings = Findings::of(it.state());
    let steps: Vec<Command> = vec![
        Command::EverybodyPresent,
        Command::UsualPresent,
        Command::Sitting { to: Sitting::Sitting },
        Command::Go { item: "report".into() },
        Command::Record { item: "report".into(), content: said("would circulate it"), started: None },
        Command::Draft { item: "report".into(), verb: Verb::Note, words: "to note".into() },
        Command::Go { item: "costs".into() },
        Command::Put { item: "report".into(), draft: None, method: Method::Assent },
        Command::Movement { moved: Move::Left, people: vec!["guest".into()], party: None, because: None },
        Command::Overrule {
            name: "possible-undertaking".into(),
            subject: Subject::Fact(FactId::new(6, 0)).to_string(),
            because: "it was a manner of speaking".into(),
        },
        Command::Undo,
        Command::Redo,
    ];
    for command in steps {
        let undone = match command {
            Command::Undo => it.meeting.undoable().cloned(),
            Command::Redo => it.meeting.redoable().cloned(),
            _ => None,
        };
        it.tell(&command).unwrap();
        let last = it.entries.last().unwrap().clone();
        let touching: Vec<&Entry> = std::iter::once(&last).chain(undone.as_ref()).collect();
        findings.after(it.state(), &touching);
        assert_eq!(findings, Findings::of(it.state()), "after {command:?}");
    }
    assert!(!it.names().contains(&"possible-undertaking"), "it was overruled");
}
