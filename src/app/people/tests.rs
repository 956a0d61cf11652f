//! Tests of finding people.

use super::*;
use crate::app::sample;

fn found(text: &str) -> String {
    match person(sample::session().state(), text) {
        Ok(id) => id.to_string(),
        Err(refusal) => refusal.to_string(),
    }
}

#[test]
fn people_are_found_by_any_unambiguous_part() {
    for (text, expected) in [
        ("jamil", "jamil"),
        ("Jamil", "jamil"),
        ("mj", "jamil"),
        ("jam", "jamil"),
        ("councillor jamil", "jamil"),
        ("Cllr Jamil", "jamil"),
        ("Councillor Mohammed Jamil", "jamil"),
        ("M. Jamil", "jamil"),
        ("dennis", "jones"),
        ("chair", "leigh"),
        ("the Chair", "leigh"),
        ("vice-chair", "george"),
        ("Vice Chair", "george"),
        ("pcc", "preston"),
        ("the commissioner", "preston"),
        ("chief executive", "haylett"),
        ("foice-beard", "foice-beard"),
        ("Foice", "foice-beard"),
        ("lfb", "foice-beard"),
        ("jéan", "Nobody on the roll is called “jéan”. Add them with “person”, or name somebody who is on the roll."),
        ("Gilderdäle", "gilderdale"),
        ("Barkam", "Nobody on the roll is called “Barkam”. Did you mean “Barkham”?"),
        ("sw", "“sw” may be Councillor Susan Wallwork or Councillor Scott Warren. Type more of the name."),
        ("", "Nobody is named. Say who: a surname, initials or an office will do."),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn lists_and_parties_are_found() {
    let session = sample::session();
    let staff = ["preston", "haylett", "peach", "hudson", "edwards", "turner"];
    for (text, expected, party) in [
        ("jones, ferguson and varkey", &["jones", "ferguson", "varkey"][..], false),
        ("jones, ferguson, and varkey", &["jones", "ferguson", "varkey"], false),
        ("jones and jones", &["jones"], false),
        ("the Commissioner and his staff", &staff, true),
        ("commissioner and his staff", &staff, true),
        ("pcc+", &staff, true),
        ("commissioner", &["preston"], false),
    ] {
        let who = people(session.state(), text).unwrap();
        let ids: Vec<&str> = who.people.iter().map(PersonId::as_str).collect();
        assert_eq!((ids.as_slice(), who.party.is_some()), (expected, party), "{text}");
    }
    assert!(people(session.state(), "jones, nobody").unwrap_err().what.contains("“nobody”"));
    assert!(people(session.state(), " , ").is_err());
}

#[test]
fn whoever_is_in_the_room_is_heard_before_a_namesake_who_is_not() {
    let mut session = sample::session();
    assert!(matches!(heard(session.state(), "sw"), Heard::Several(people) if people.len() == 2));
    sample::run_all(&mut session, &["present wallwork"]);
    assert_eq!(heard(session.state(), "sw"), Heard::Speaker(Speaker::Person("wallwork".into())));
}
