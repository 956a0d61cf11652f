//! Who is there, who sits for whom, and who presides.

use super::*;
use crate::meeting::body::SubstituteScheme as Scheme;
use crate::meeting::fact::{Held, Tenure};
use crate::meeting::machine::Meeting;
use crate::meeting::substitution::Fit;

fn moves(moved: Move, who: &str) -> Command {
    Command::Movement { moved, people: vec![who.into()], party: None, manner: None, because: None, for_item: None }
}

fn sitting(change: impl FnOnce(&mut crate::meeting::event::Opened)) -> Driven {
    let mut opened = opened();
    change(&mut opened);
    let mut it = Driven::new();
    it.meeting = Meeting::new(opened);
    it.sit();
    it.go("report");
    it
}

fn preside(who: &str, during: Option<&str>) -> Command {
    Command::Preside { person: who.into(), during: during.map(Into::into) }
}

#[test]
fn each_scheme_says_who_may_sit_for_whom() {
    let fit = |scheme, own: Option<Scheme>, listed: bool, of: Option<&str>, reason: Option<&str>| {
        let mut it = opened();
        it.body.rules.substitutes = scheme;
        let seat = &mut it.body.seats[0];
        (seat.authority, seat.group, seat.scheme) = (Some("East".into()), Some("East".into()), own);
        let substitute = seat.substitutes[0].clone();
        if !listed {
            seat.substitutes.clear();
            it.body.seats[1].substitutes.clear();
        }
        let person = it.body.people.iter_mut().find(|person| person.id == substitute).unwrap();
        (person.authority, person.political_group) = (of.map(Into::into), of.map(Into::into));
        let meeting = Meeting::new(it);
        let seat = meeting.state().body().seats[0].clone();
        match meeting.state().fit(&seat, &substitute, reason) {
            Fit::Fits => "fits",
            Fit::Unlisted => "unlisted",
            Fit::Unfit(_) => "unfit",
        }
    };
    for (scheme, listed, of, reason, wanted) in [
        (None, true, None, None, "fits"),
        (None, false, None, None, "unlisted"),
        (Some(Scheme::Named), true, Some("West"), None, "fits"),
        (Some(Scheme::Named), false, None, None, "unlisted"),
        (Some(Scheme::Named), false, None, Some("named today"), "fits"),
        (Some(Scheme::NamedSameGroup), true, Some("East"), None, "fits"),
        (Some(Scheme::NamedSameGroup), true, Some("West"), Some("why"), "unfit"),
        (Some(Scheme::NamedSameGroup), true, None, None, "unfit"),
        (Some(Scheme::NamedSameGroup), false, Some("East"), None, "unlisted"),
        (Some(Scheme::SameGroup), false, Some("east "), None, "fits"),
        (Some(Scheme::SameGroup), true, Some("West"), None, "unfit"),
        (Some(Scheme::SameGroup), true, None, None, "fits"),
        (Some(Scheme::SameAuthority), false, Some("East"), None, "fits"),
        (Some(Scheme::SameAuthority), false, Some("West"), Some("why"), "unfit"),
        (Some(Scheme::SameAuthority), false, None, None, "unfit"),
        (Some(Scheme::SameAuthority), false, None, Some("a member of East since May"), "fits"),
        (Some(Scheme::ByAuthority), false, Some("West"), None, "unfit"),
        (Some(Scheme::ByAuthority), false, Some("West"), Some("appointed by East"), "fits"),
        (Some(Scheme::None), true, Some("East"), Some("why"), "unfit"),
    ] {
        assert_eq!(fit(scheme, None, listed, of, reason), wanted, "{scheme:?}, {listed}, {of:?}, {reason:?}");
        // A seat's own rule goes before the body's.
        let other = Some(Scheme::None).filter(|_| scheme != Some(Scheme::None)).or(Some(Scheme::Named));
        if scheme.is_some() {
            assert_eq!(fit(other, scheme, listed, of, reason), wanted, "of the seat: {scheme:?}, {listed}, {of:?}");
        }
    }
}

#[test]
fn a_lost_connection_is_absence_from_that_moment() {
    for (rule, counting) in [(Some(true), [3, 2, 3]), (Some(false), [2, 2, 2]), (None, [2, 2, 2])] {
        let mut it = sitting(|opened| opened.body.rules.remote_counts = rule);
        it.tell(&Command::Mode { person: "cedar".into(), to: Mode::Remote }).unwrap();
        let mut counted = vec![it.state().electorate(None).counting()];
        it.tell(&moves(Move::Disconnected, "cedar")).unwrap();
        assert_eq!(it.state().presence(&"cedar".into()), Presence::Left);
        counted.push(it.state().electorate(None).counting());
        it.tell(&moves(Move::Reconnected, "cedar")).unwrap();
        assert_eq!(it.state().mode(&"cedar".into()), Mode::Remote);
        counted.push(it.state().electorate(None).counting());
        assert_eq!(counted, counting, "{rule:?}");
    }
    let mut it = sitting(|_| {});
    it.tell(&moves(Move::Disconnected, "cedar")).unwrap();
    it.tell(&moves(Move::Returned, "cedar")).unwrap();
    assert_eq!(it.state().mode(&"cedar".into()), Mode::InRoom, "who comes into the room after all is there");
}

#[test]
fn the_chair_is_empty_from_the_moment_in_which_whoever_presides_goes() {
    for command in [
        moves(Move::Left, "fir"),
        moves(Move::Disconnected, "fir"),
        Command::Attendance { people: vec!["fir".into()], to: Presence::Absent, because: None },
    ] {
        let mut it = sitting(|opened| opened.body.vice_chair = Some("birch".into()));
        assert_eq!(it.state().presiding(), Some(&"fir".into()));
        it.tell(&command).unwrap();
        assert_eq!(it.state().presiding(), None, "{command:?}");
        assert!(it.names().contains(&"no-presider"));
        assert_eq!(it.state().next_presider(), Some(&"ash".into()), "the chair goes before the vice-chair");
        it.tell(&moves(Move::Left, "ash")).unwrap();
        assert_eq!(it.state().next_presider(), Some(&"birch".into()));
        it.tell(&Command::Undo).unwrap();
        it.tell(&Command::Undo).unwrap();
        assert_eq!(it.state().presiding(), Some(&"fir".into()), "{command:?}, undone");
    }
}

#[test]
fn whoever_took_the_chair_later_keeps_it_when_an_earlier_departure_is_recorded() {
    let mut it = sitting(|_| {});
    let then = it.now;
    it.now += TimeDelta::minutes(5);
    it.tell_at(&moves(Move::Left, "fir"), Some(then)).unwrap();
    assert_eq!(it.state().presiding(), None, "a key pressed a little later changes nothing");
    it.tell(&Command::Undo).unwrap();
    it.tell(&preside("ash", None)).unwrap();
    it.tell_at(&moves(Move::Left, "fir"), Some(then)).unwrap();
    assert_eq!(it.state().presiding(), Some(&"ash".into()));
}

#[test]
fn the_chair_for_an_item_goes_back_when_the_room_leaves_it() {
    let mut it = sitting(|_| {});
    it.tell(&preside("ash", None)).unwrap();
    it.tell(&preside("birch", Some("report"))).unwrap();
    assert!(it.tell(&preside("birch", Some("report"))).is_err(), "nothing would change");
    it.go("costs");
    assert_eq!(it.state().presiding(), Some(&"ash".into()));
    assert_eq!(texts(it.state(), "costs"), ["Tenure"]);
    it.tell(&Command::Undo).unwrap();
    assert_eq!(it.state().presiding(), Some(&"birch".into()));
    it.tell(&moves(Move::Left, "ash")).unwrap();
    it.go("costs");
    assert_eq!(it.state().presiding(), None, "whoever had the chair before is not there");
    // Somebody elected for the rest keeps it.
    it.tell(&preside("cedar", None)).unwrap();
    it.go("report");
    assert_eq!(it.state().presiding(), Some(&"cedar".into()));
}

#[test]
fn a_seat_is_given_up_and_filled() {
    let mut it = sitting(|_| {});
    assert!(it.tell(&Command::CoOpt { person: "guest".into(), seat: None }).is_err(), "no seat is vacant");
    let resign = |office| Command::GiveUp { person: "ash".into(), office, removed: false, because: None };
    it.tell(&resign(Some(Office::Chair))).unwrap();
    assert_eq!(it.state().office(Office::Chair), None);
    assert!(it.tell(&resign(Some(Office::Chair))).is_err(), "it is given up already");
    it.tell(&resign(None)).unwrap();
    assert_eq!(it.state().body().members_in_post(), 2);
    assert_eq!(it.state().electorate(None).counting(), 2);
    assert!(it.tell(&Command::CoOpt { person: "birch".into(), seat: None }).is_err(), "nobody holds two seats");
    it.tell(&Command::CoOpt { person: "guest".into(), seat: None }).unwrap();
    assert_eq!(it.state().electorate(None).entitled, ["guest".into(), "birch".into(), "cedar".into()]);
    let held: Vec<Held> = it.entries.iter().flat_map(|entry| &entry.public).filter_map(held).collect();
    assert_eq!(held, [Held::Resigned, Held::Resigned, Held::CoOpted]);
    for _ in 0..3 {
        it.tell(&Command::Undo).unwrap();
    }
    assert_eq!(it.state().office(Office::Chair), Some(&"ash".into()));
    assert_eq!(it.state().body(), &opened().body);
}

fn held(event: &crate::meeting::event::Event) -> Option<Held> {
    match event {
        crate::meeting::event::Event::Recorded { content: Content::Tenure(Tenure { held, .. }), .. } => Some(*held),
        _ => None,
    }
}

#[test]
fn a_vacant_seat_has_a_substitute_where_its_authority_sends_one() {
    for (scheme, authority, fills) in [
        (Some(Scheme::SameAuthority), Some("East"), true),
        (Some(Scheme::ByAuthority), Some("East"), true),
        (Some(Scheme::SameAuthority), None, false),
        (Some(Scheme::Named), Some("East"), false),
        (Some(Scheme::None), Some("East"), false),
        (None, Some("East"), false),
    ] {
        let mut it = sitting(|opened| {
            opened.body.rules.substitutes = scheme;
            (opened.body.seats[0].holder, opened.body.seats[0].authority) = (None, authority.map(Into::into));
            let guest = opened.body.people.iter_mut().find(|person| person.id == "guest".into()).unwrap();
            guest.authority = Some("East".into());
        });
        let seat = it.state().body().seats[0].clone();
        let sits = Command::Substitute { seat: seat.id.clone(), by: Some("guest".into()), because: None };
        let told = it.tell(&sits);
        assert_eq!(told.is_ok(), fills, "{scheme:?}, {authority:?}");
        if let Err(refusal) = told {
            assert!(refusal.contains("is vacant") && refusal.contains("co-opt"), "{refusal}");
            continue;
        }
        assert!(it.state().electorate(None).entitled.contains(&"guest".into()));
        assert!(!it.names().contains(&"substitute-for-nobody"));
        let appointed = scheme == Some(Scheme::SameAuthority);
        assert_eq!(
            it.names().contains(&"substitute-not-eligible"),
            !appointed,
            "of whom nothing is said to be appointed"
        );
    }
}

#[test]
fn whom_the_scheme_allows_may_be_asked_to_substitute() {
    for (scheme, wanted) in [
        (Some(Scheme::SameGroup), vec!["guest"]),
        (Some(Scheme::SameAuthority), vec!["guest"]),
        (Some(Scheme::ByAuthority), vec!["guest"]),
        (Some(Scheme::Named), vec![]),
        (None, vec![]),
    ] {
        let it = sitting(|opened| {
            opened.body.rules.substitutes = scheme;
            for seat in &mut opened.body.seats {
                (seat.authority, seat.group) = (Some("East".into()), Some("Blue".into()));
                seat.substitutes.clear();
            }
            for person in &mut opened.body.people {
                let fits = person.id == "guest".into();
                person.authority = Some(if fits { "East" } else { "West" }.into());
                person.political_group = Some(if fits { "Blue" } else { "Red" }.into());
            }
        });
        let eligible = it.state().eligible(&it.state().body().seats[1]);
        assert_eq!(
            eligible,
            wanted.iter().map(|id| (*id).into()).collect::<Vec<_>>().iter().collect::<Vec<_>>(),
            "{scheme:?}"
        );
    }
}
