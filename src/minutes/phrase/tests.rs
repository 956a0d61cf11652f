//! Every phrase is whole, every fault has a place, every name its form.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::meeting::agenda::Office;
use crate::meeting::people::{Person, Pronoun};
use crate::minutes::block::{Emphasis, plain};
use crate::minutes::sample::{Scene, agenda, body, date, panel_style, person};
use crate::minutes::style::{OfficeSpeaks, Style};

const SLOTS: &[Slot] = &[
    Slot { name: "who", kind: Kind::People },
    Slot { name: "text", kind: Kind::Text },
    Slot { name: "day", kind: Kind::Date },
    Slot { name: "count", kind: Kind::Number },
];

fn filled(text: &str, values: &[(&'static str, Value<'_>)]) -> String {
    let template = Template::parse(text, SLOTS).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    let (scene, style) = (Scene::new(agenda(Vec::new())), panel_style());
    plain(&Fill::new(scene.state(), &style).template(&template, Role::Sentence, Emphasis::Italic, values))
}

#[test]
fn every_phrase_has_a_name_of_its_own_and_a_default_without_fault() {
    let mut names = BTreeSet::new();
    for phrase in Phrase::ALL {
        let spec = phrase.spec();
        assert!(names.insert(spec.name), "{} twice", spec.name);
        assert!(spec.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", spec.name);
        assert!(matches!(spec.defaults.len(), 1 | 3), "{}", spec.name);
        for text in spec.defaults {
            assert!(
                Template::parse(text, spec.slots).is_ok(),
                "{}: {:?}",
                spec.name,
                Template::parse(text, spec.slots)
            );
        }
        for count in 0..3 {
            assert!(Style::default().template(*phrase, count).is_some());
        }
    }
}

#[test]
fn text_is_filled_and_brackets_are_dropped_when_their_slot_is_empty() {
    let some = |text: &'static str| [("text", Value::Text(text.into()))];
    for (template, values, wanted) in [
        ("Agreed[ because {text}].", &some("late")[..], "Agreed because late."),
        ("Agreed[ because {text}].", &some(" ")[..], "Agreed."),
        ("Agreed[ because {text}].", &[], "Agreed."),
        ("Agreed because {text}.", &[], "Agreed because ?."),
        ("[One {text}[ two {count}]]", &some("x")[..], "One x"),
        ("[One {text}[ two {count}]]", &[("count", Value::Number(2))], ""),
        ("*{text}* – on", &some("Topic")[..], "Topic – on"),
        (r"\{text\} \[a\] \* \\", &[], r"{text} [a] * \"),
        ("{text:caps} and {text:a}", &some("item")[..], "ITEM and an item"),
        (
            "On {day}, {day:caps}, {day:weekday}",
            &[("day", Value::Date(date(2023, 7, 19)))],
            "On 19 July 2023, 19 JULY 2023, Wednesday 19 July 2023",
        ),
        ("{count} or {count:words}", &[("count", Value::Number(3))], "3 or three"),
        ("[In {text} ]nothing came.", &[], "Nothing came."),
        // What nobody did is told only where the house wants it told.
        ("One[, {count} abstaining]", &[("count", Value::Count(0))], "One"),
        ("One, {count} abstaining", &[("count", Value::Count(0))], "One, 0 abstaining"),
        ("One[, {count} abstaining]", &[("count", Value::Count(2))], "One, 2 abstaining"),
    ] {
        assert_eq!(filled(template, values), wanted, "{template}");
    }
}

#[test]
fn faults_have_a_place_and_a_remedy() {
    for (text, at, what, hint) in [
        ("a {whom}", 2..8, "there is no slot `whom` here", "Did you mean `who`?"),
        ("a {zzzzz}", 2..9, "there is no slot `zzzzz` here", "Known here: who, text, day, count"),
        ("{who:ful}", 0..9, "`who` is a person or people and has no form `ful`", "Did you mean `full`?"),
        ("{text:his}", 0..10, "`text` is text and has no form `his`", "Known here: caps, a, lower"),
        ("a {who", 2..3, "this `{` is not closed", "Close it with `}`, or write \\{ for the character itself"),
        ("a [{who}", 8..8, "this `[` is not closed", "Close it with `]`, or write \\[ for the character itself"),
        ("a *b", 4..4, "this `*` is not closed", "Close it with `*`, or write \\* for the character itself"),
        ("a ] b", 2..3, "this `]` closes nothing", "Take it away, or write \\] for the character itself"),
        (
            "[a]",
            0..3,
            "these brackets hold no slot, so they would never be dropped",
            "Put a slot such as {name} between the brackets, or write \\[ for the character itself",
        ),
        ("a\\", 1..2, "nothing follows this `\\`", "Write \\\\ for the character itself"),
    ] {
        let faults = Template::parse(text, SLOTS).unwrap_err();
        let wanted = Fault { range: at, what: what.into(), hint: hint.into() };
        assert_eq!(faults, [wanted], "{text}");
    }
}

fn named(people: Vec<Person>, text: &str, style: &Style) -> String {
    let mut all = body();
    let ids: Vec<_> = people.iter().map(|person| person.id.clone()).collect();
    all.people = people;
    let mut scene = Scene::of(all, agenda(Vec::new()));
    if let Some(first) = ids.first() {
        scene.office(Office::Chair, first.as_str());
    }
    let who: Vec<Who<'_>> = ids.iter().filter_map(|id| scene.state().person(id)).map(Who::Person).collect();
    let template = Template::parse(text, SLOTS).unwrap();
    plain(&Fill::new(scene.state(), style).template(
        &template,
        Role::Sentence,
        Emphasis::Italic,
        &[("who", Value::People(who))],
    ))
}

#[test]
fn people_are_named_in_the_form_asked_for() {
    let jones = || person("jones", "Councillor", "Dennis Jones", Pronoun::He);
    let other = || person("j2", "Councillor", "Ann Jones", Pronoun::She);
    let knight = || person("hayes", "Councillor Sir", "John Hayes", Pronoun::He);
    let doctor = || {
        let mut doctor = person("green", "Councillor Dr", "Ann Green", Pronoun::She);
        doctor.name.letters = "OBE".into();
        doctor
    };
    let leigh = || person("leigh", "", "Edward Leigh", Pronoun::He);
    let called =
        || Person { called: Some("the Commissioner".into()), ..person("pcc", "", "Darryl Preston", Pronoun::He) };
    let bare = || {
        let mut count = person("count", "Councillor", "Count", Pronoun::They);
        count.name.forename.clear();
        count
    };
    let officer =
        || Person { post: Some("Monitoring Officer, Law".into()), ..person("mo", "", "Ada Omoregie", Pronoun::She) };
    let style = panel_style();
    for (people, text, wanted) in [
        (vec![jones()], "{who}", "Councillor Jones"),
        (vec![jones()], "{who:full} {who:his}", "Councillor Dennis Jones his"),
        (vec![jones()], "{who:list}", "Councillor D Jones"),
        (vec![jones(), other()], "{who:surnames}", "Councillors D Jones and A Jones"),
        (vec![leigh()], "{who:list}", "Edward Leigh"),
        (vec![called()], "{who} and {who:full}", "The Commissioner and Darryl Preston"),
        (vec![called()], "Of {who}: {who:caps}", "Of the Commissioner: THE COMMISSIONER"),
        (vec![jones()], "Then. {who:office}", "Then. The Chair"),
        (vec![leigh(), officer()], "{who:his}", "Their"),
        (vec![bare(), jones(), leigh()], "{who:list}", "Councillors Count, D Jones, and Edward Leigh"),
        (vec![leigh(), jones(), bare()], "{who:formal}", "Edward Leigh, Councillors Jones, and Count"),
        (vec![knight(), doctor(), jones()], "{who:formal}", "Councillors Sir John Hayes, Dr Green, and Jones"),
        (vec![doctor(), jones(), leigh()], "{who:list}", "Councillors Dr A Green OBE, D Jones, and Edward Leigh"),
        (vec![], "{who}", "?"),
    ] {
        assert_eq!(named(people, text, &style), wanted, "{text}");
    }
    let office = Style { chair_speaks: OfficeSpeaks::Office, ..style };
    assert_eq!(named(vec![jones()], "{who} spoke", &office), "The Chair spoke");
}

#[test]
fn an_officer_is_named_by_post_without_its_department() {
    let (scene, style) = (Scene::new(agenda(Vec::new())), Style::default());
    let webb = scene.state().person(&"webb".into()).unwrap();
    assert_eq!(Fill::new(scene.state(), &style).names().office(webb), "the Senior Democratic Services Officer");
}

proptest! {
    #[test]
    fn no_text_makes_the_parser_panic(text in "[a-z \\\\{}\\[\\]*:é]{0,40}|\\PC{0,40}|[\\[*]{0,40}") {
        match Template::parse(&text, SLOTS) {
            Err(faults) => for fault in faults {
                prop_assert!(text.get(fault.range).is_some());
            },
            Ok(template) => {
                let (scene, style) = (Scene::new(agenda(Vec::new())), Style::default());
                Fill::new(scene.state(), &style).template(&template, Role::Sentence, Emphasis::Italic, &[]);
            }
        }
    }

    #[test]
    fn text_without_marks_is_itself(text in "[^\\\\{}\\[\\]*]{0,40}") {
        let template = Template::parse(&text, SLOTS).unwrap();
        prop_assert_eq!(template.literal(), text);
    }
}
