//! Tests of the machine as a whole.

mod adopt;
mod attended;
mod closed_doors;
mod contests;
mod course;
mod elections;
mod interests;
mod presence;
mod private;
mod privately;
mod properties;
mod sample;
mod stages;
mod summaries;
mod votes;

use chrono::{DateTime, TimeDelta, Utc};

use super::Meeting;
use super::agenda::Office;
use super::body::{Base, Quorum};
use super::command::{Command, Electing, Nomination, When};
use super::event::{Entry, Mode, Presence, Sitting};
use super::fact::{Audience, Content, Fate, Method, Move, Note, Point, Section, Speaker, Turn, Verb, class};
use super::findings::{Findings, Subject};
use super::id::FactId;
use super::state::State;
pub(super) use sample::opened;

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
        let entry = self.meeting.entry_for(decided.events, when, "test", decided.audience);
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

/// Somebody nominated by nobody in particular.
fn nominee(who: &str) -> Nomination {
    Nomination { nominee: who.into(), mover: None, seconder: None }
}

/// A step of the election of the chair.
fn electing(step: Electing) -> Command {
    Command::Election { item: "chair".into(), office: Office::Chair, step }
}

#[test]
fn the_officer_presides_until_a_chair_who_is_there_is_elected() {
    let mut it = Driven::new();
    it.sit();
    assert_eq!(it.state().presiding(), Some(&"fir".into()));
    it.go("chair");
    let nomination = Nomination { nominee: "birch".into(), mover: Some("ash".into()), seconder: Some("cedar".into()) };
    let nominate = electing(Electing::Nominate(nomination));
    it.tell(&nominate).unwrap();
    assert!(it.tell(&nominate).is_err(), "nobody is nominated twice");
    it.tell(&electing(Electing::Elect)).unwrap();
    assert_eq!(it.state().presiding(), Some(&"birch".into()));
    assert_eq!(it.state().office(Office::Chair), Some(&"birch".into()));
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().office(Office::Chair), Some(&"ash".into()));
    assert_eq!(it.state().presiding(), Some(&"fir".into()));
}

#[test]
fn of_several_nominees_the_one_who_is_named_is_elected_by_vote() {
    let mut it = Driven::new();
    it.sit();
    it.go("chair");
    let nominate = |who: &str| electing(Electing::Nominate(nominee(who)));
    it.tell(&nominate("birch")).unwrap();
    it.tell(&nominate("cedar")).unwrap();
    let alone = it.tell(&electing(Electing::Elect)).unwrap_err();
    assert!(alone.contains("2 nominations"), "{alone}");
    let appoint = |who: &str, mover: Option<&str>| {
        electing(Electing::Appoint(Nomination { mover: mover.map(Into::into), ..nominee(who) }))
    };
    it.tell(&appoint("cedar", None)).unwrap();
    let item = it.state().item(&"chair".into()).unwrap();
    let fates: Vec<Fate> = it
        .state()
        .facts_of(item)
        .filter_map(|fact| match &fact.content {
            Content::Motion(motion) => Some(motion.fate),
            _ => None,
        })
        .collect();
    assert_eq!(fates, [Fate::Lost, Fate::Carried]);
    assert_eq!(it.state().office(Office::Chair), Some(&"cedar".into()));
    it.tell(&Command::Undo).unwrap();
    it.tell(&appoint("ash", Some("birch"))).unwrap();
    let item = it.state().item(&"chair".into()).unwrap();
    let nominations = it.state().facts_of(item).find_map(|fact| match &fact.content {
        Content::Election(election) => Some(election.nominations.clone()),
        _ => None,
    });
    let nominees = nominations.unwrap_or_default().into_iter().filter(|id| it.state().content(*id).is_some()).count();
    assert_eq!(nominees, 3, "one who is nominated and elected in one is among the nominees");
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
        manner: None,
        because: None,
        for_item: None,
    };
    it.tell(&leave).unwrap();
    assert_eq!(it.state().presence(&"helper".into()), Presence::Absent);
    assert_eq!(it.state().presence(&"guest".into()), Presence::Left);
    assert!(!it.names().contains(&"party-stays-for-internal"));
    assert!(it.tell(&leave).unwrap_err().contains("not in the room"));
}

#[test]
fn who_left_earlier_left_under_the_item_of_that_time() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    let then = it.now + TimeDelta::seconds(1);
    it.tell(&Command::Attendance { people: vec!["birch".into()], to: Presence::Present, because: None }).unwrap();
    it.now += TimeDelta::minutes(5);
    it.point("report", "said later");
    it.go("costs");
    let leave = Command::Movement {
        moved: Move::Left,
        people: vec!["birch".into()],
        party: None,
        manner: None,
        because: None,
        for_item: None,
    };
    it.tell_at(&leave, Some(then)).unwrap();
    assert_eq!(texts(it.state(), "report"), ["Movement", "said later"]);
    assert!(texts(it.state(), "costs").is_empty());
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
    let entry = it.meeting.entry_for(decided.events, when, "test", decided.audience);
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
        body.rules.quorum = Some(Quorum::Fraction { of, over, base: Base::AllSeats });
        assert_eq!(body.quorum(), Some(needed), "{of}/{over} of 3");
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
        Command::Go { item: "report".into() },
        Command::Movement {
            moved: Move::Left,
            people: vec!["guest".into()],
            party: None,
            manner: None,
            because: None,
            for_item: None,
        },
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

#[test]
fn what_is_struck_out_is_not_counted() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    let ids: Vec<FactId> = ["one", "two", "three"].into_iter().map(|text| it.point("report", text)).collect();
    let count = |it: &Driven| {
        let facts = &it.state().item(&"report".into()).unwrap().facts;
        facts.rank(facts.len(), class::DISCUSSION)
    };
    it.tell(&Command::Strike { id: ids[1], because: String::new() }).unwrap();
    assert_eq!(count(&it), 2);
    it.tell(&Command::Undo).unwrap();
    assert_eq!(count(&it), 3);
}

#[test]
fn whoever_leaves_without_having_been_there_is_named() {
    let mut it = Driven::new();
    it.sit();
    it.go("report");
    let leave = |who: &str| Command::Movement {
        moved: Move::Left,
        people: vec![who.into()],
        party: None,
        manner: None,
        because: None,
        for_item: None,
    };
    let notices = |it: &Driven, who: &str| it.meeting.decide(&leave(who), When::now(it.now)).unwrap().notices;
    assert_eq!(notices(&it, "ash"), Vec::<String>::new());
    assert!(notices(&it, "elm").concat().contains("Councillor Elm"), "{:?}", notices(&it, "elm"));
}
