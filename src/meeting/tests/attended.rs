//! What comings, goings and connections amount to in the end.

use super::*;

fn mark(who: &str, to: Presence) -> Command {
    Command::Attendance { people: vec![who.into()], to, because: None }
}

fn mode(who: &str, to: Mode) -> Command {
    Command::Mode { person: who.into(), to }
}

fn moved(who: &str, moved: Move) -> Command {
    Command::Movement { moved, people: vec![who.into()], party: None, manner: None, because: None, for_item: None }
}

/// The meeting at its second item, which has no item for apologies before it: the roll is taken.
fn taken() -> Driven {
    let mut it = Driven::new();
    it.sit();
    it.go("chair");
    it.go("report");
    it
}

#[test]
fn until_the_roll_is_taken_a_mark_puts_an_earlier_one_right() {
    let mut it = Driven::new();
    it.sit();
    it.go("chair");
    it.tell(&mark("cedar", Presence::Apologies)).unwrap();
    assert_eq!(it.state().presence(&"cedar".into()), Presence::Apologies);
    assert!(!it.state().was_present(&"cedar".into()) && !it.state().attended(&"cedar".into()));
    assert!(texts(it.state(), "chair").is_empty());
}

#[test]
fn later_whoever_was_there_and_is_said_not_to_be_has_left() {
    for to in [Presence::Apologies, Presence::Absent] {
        let mut it = taken();
        it.tell(&mark("cedar", to)).unwrap();
        assert_eq!(it.state().presence(&"cedar".into()), Presence::Left, "{to:?}");
        assert!(it.state().attended(&"cedar".into()));
        assert_eq!(texts(it.state(), "report"), ["Movement"]);
        it.tell(&Command::Undo).unwrap();
        // Who was never there is taken back first.
        it.tell(&mark("cedar", Presence::Unaccounted)).unwrap();
        it.tell(&mark("cedar", to)).unwrap();
        assert_eq!(it.state().presence(&"cedar".into()), to);
        assert!(!it.state().attended(&"cedar".into()));
        assert!(texts(it.state(), "report").is_empty());
    }
}

#[test]
fn whoever_spoke_and_is_then_said_never_to_have_been_there_is_found() {
    let mut it = taken();
    it.point("report", "asked a question.");
    let found = |it: &Driven| it.names().contains(&"speaker-not-present");
    let mut kept = Findings::of(it.state());
    assert!(!found(&it));
    it.tell(&mark("ash", Presence::Unaccounted)).unwrap();
    assert!(found(&it));
    kept.after(it.state(), &[it.entries.last().unwrap()]);
    assert_eq!(kept, Findings::of(it.state()), "kept up to date");
    it.tell(&mark("ash", Presence::Present)).unwrap();
    kept.after(it.state(), &[it.entries.last().unwrap()]);
    assert_eq!(kept, Findings::of(it.state()), "and again");
    assert!(!found(&it));
}

#[test]
fn what_happened_before_there_was_an_item_stands_under_the_first() {
    let mut it = taken();
    let early = it.state().began().unwrap() - TimeDelta::hours(1);
    it.tell_at(&moved("cedar", Move::Left), Some(early)).unwrap();
    assert!(texts(it.state(), "report").is_empty());
    assert_eq!(texts(it.state(), "chair"), ["Movement"]);
    assert!(it.names().contains(&"left-before-beginning"));
    assert_eq!(it.state().presence(&"cedar".into()), Presence::Present, "they were marked present later");
}

#[test]
fn who_leaves_before_it_begins_is_found_once_it_does() {
    let mut it = Driven::new();
    it.tell(&Command::EverybodyPresent).unwrap();
    it.now += TimeDelta::minutes(5);
    it.tell(&moved("cedar", Move::Left)).unwrap();
    it.now += TimeDelta::minutes(5);
    let mut kept = Findings::of(it.state());
    assert!(!it.names().contains(&"left-before-beginning"), "nothing has begun");
    it.tell(&Command::Sitting { to: Sitting::Sitting }).unwrap();
    kept.after(it.state(), &[it.entries.last().unwrap()]);
    assert!(kept.iter().any(|finding| finding.rule.name == "left-before-beginning"));
    assert_eq!(kept, Findings::of(it.state()));
}

#[test]
fn a_connection_counts_for_as_long_as_it_was_the_way_to_attend() {
    let spans = |it: &Driven| {
        let began = it.state().began().unwrap();
        let minutes = |time: Option<DateTime<Utc>>| time.map(|time| (time - began).num_minutes());
        let spans = it.state().remotely(&"cedar".into());
        spans.into_iter().map(|(from, until)| (minutes(from), minutes(until))).collect::<Vec<_>>()
    };
    let mut it = taken();
    assert_eq!(spans(&it), []);
    it.now = it.state().began().unwrap() + TimeDelta::minutes(20);
    it.tell(&mode("cedar", Mode::Remote)).unwrap();
    assert_eq!(spans(&it), [(Some(20), None)]);
    it.now += TimeDelta::minutes(10);
    it.tell(&mode("cedar", Mode::InRoom)).unwrap();
    assert_eq!(spans(&it), [(Some(20), Some(31))]);
    // Who went home and joins from there came back.
    it.tell(&moved("cedar", Move::Left)).unwrap();
    it.now += TimeDelta::minutes(10);
    it.tell(&mode("cedar", Mode::Remote)).unwrap();
    assert_eq!(it.state().presence(&"cedar".into()), Presence::Present);
    assert_eq!(spans(&it), [(Some(20), Some(31)), (Some(42), None)]);
    // A connection that is lost was there from the beginning.
    let mut it = taken();
    it.tell(&moved("cedar", Move::Disconnected)).unwrap();
    it.tell(&moved("cedar", Move::Reconnected)).unwrap();
    assert_eq!(spans(&it), [(None, None)]);
    it.tell(&Command::Undo).unwrap();
    it.tell(&Command::Undo).unwrap();
    assert_eq!(spans(&it), []);
}

#[test]
fn quorum_and_votes_follow_who_goes_over_to_a_connection() {
    for (rule, counting) in [(Some(true), [3, 3]), (Some(false), [2, 3]), (None, [2, 3])] {
        let mut it = taken();
        let mut opened = opened();
        opened.body.rules.remote_counts = rule;
        it.meeting = Meeting::new(opened);
        for entry in &it.entries {
            it.meeting.apply(entry);
        }
        it.tell(&mode("cedar", Mode::Remote)).unwrap();
        let remote = it.state().electorate(None).counting();
        it.tell(&mode("cedar", Mode::InRoom)).unwrap();
        assert_eq!([remote, it.state().electorate(None).counting()], counting, "{rule:?}");
    }
}
