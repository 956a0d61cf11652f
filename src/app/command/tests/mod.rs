//! Tests of the table: every example works, every name is its own, lines are read as their signature says.

mod debates;
mod overrule;
mod times;

use std::collections::BTreeSet;

use super::*;
use crate::app::refs;
use crate::app::sample::{self, busy, run_all};
use crate::app::session::Session;
use crate::meeting::command::When;
use crate::meeting::fact::{Content, Point, Section, Speaker};

/// What must have happened before the example of a command makes sense.
fn stage(spec: &Spec) -> Session {
    if spec.name == "call-to-order" {
        return sample::session();
    }
    let mut session = busy();
    let item = match spec.context {
        Context::Election => Some("go 2"),
        Context::Minutes => Some("go 5"),
        Context::Review => Some("go 6"),
        Context::Questions => Some("go 7"),
        _ => None,
    };
    run_all(&mut session, item.as_slice());
    let before: &[&str] = match spec.name {
        "nil" => &["go 14"],
        "take-up" => &["skip 14"],
        "resume" => &["adjourn"],
        "reopen" | "checked" | "draft-published" => &["close"],
        "name-mark" => &["mark"],
        "put" => &["draft The Panel *AGREED* to *DEFER* it."],
        "redo" => &["note x", "undo"],
        "answer" => &["question Ann Hill: why?"],
        "supplementary" => &["question Ann Hill: why?", "answer pcc because."],
        "return" => &["arrive beuttell", "leave beuttell"],
        "unaccounted" => &["absent tyler"],
        "as-declared" | "as-due" => &["declare sharp in this and leave"],
        "in-room" => &["remote gowing"],
        "second" => &["motion That a letter be sent by Sharp"],
        "amend" | "withdraw" | "lapse" | "not-put" | "reword" | "divide" => {
            &["motion That a letter be sent by Sharp seconded Gowing"]
        }
        "accept" => &["motion That a letter be sent", "amend Add “soon” reads That a letter be sent soon"],
        "contest" => &["motion That it be red", "motion That it be blue"],
        "choose" => &["motion That it be red", "motion That it be blue", "contest"],
        "casting" => &["preside Leigh", "motion That a letter be sent", "vote hands 4 4 1"],
        "reconnect" => &["disconnect gowing"],
        "ballot" | "withdraw-nominee" => &["nominate jones by jamil", "nominate barkham by sharp"],
        "co-opt" => &["resign tyler from seat"],
        "undo" => &["note x"],
        "time-up" => &["speaker Mrs Ann Hill as objector"],
        "readmit" => &["exclude 9 under 3"],
        "publish" => &[
            "go 14",
            "point The Clerk asked when the lease began.",
            "exclude part the lease under 3",
            "edit 14(1) The Clerk asked when the lease ended.",
            "readmit",
        ],
        "public-title" => &["go 14", "exclude 14 under 3", "decide The Panel *AGREED* to let a contract."],
        "strike" | "move" | "join" => &["point mj a third matter"],
        "replace" => &["point sb more hunting"],
        _ => &[],
    };
    run_all(&mut session, before);
    session
}

#[test]
fn every_example_works() {
    for spec in all() {
        let mut session = stage(spec);
        let (found, _) = find(spec.example).unwrap_or_else(|refusal| panic!("{}: {refusal}", spec.name));
        assert_eq!(found.name, spec.name, "the example shows its own command");
        // Times of an example lie in the past, or in the evening.
        let later = When::now(sample::clock(16, 50));
        let ran = session.run(spec.example, later).unwrap_or_else(|stop| panic!("{}: {stop}", spec.example));
        let sections = ["highlights", "discussion", "paragraph", "pen"];
        let does = !ran.entries.is_empty() || ran.request.is_some() || sections.contains(&spec.name);
        assert!(does, "{} does something", spec.example);
    }
}

#[test]
fn every_name_is_one_commands_alone() {
    let mut seen = BTreeSet::new();
    for name in all().flat_map(names) {
        assert!(seen.insert(name), "{name} stands twice");
        assert!(name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{name}");
        assert_eq!(named(name).map(|spec| names(spec).any(|other| other == name)), Some(true));
    }
}

#[test]
fn every_command_has_its_help() {
    let (overview, markdown) = (overview(), markdown());
    for spec in all() {
        assert!(spec.help.ends_with('.') && spec.help.len() < 130, "{}: {}", spec.name, spec.help);
        let example = spec.example.replace('|', "\\|");
        assert!(overview.contains(spec.help) && markdown.contains(&example), "{}", spec.name);
        assert!(page(spec).starts_with(spec.name));
        let names: BTreeSet<&str> = spec.args.iter().map(|arg| arg.name).collect();
        assert_eq!(names.len(), spec.args.len(), "{}", spec.name);
    }
    assert_eq!(usage(named("elect").unwrap()), "elect [PERSON] [by PROPOSER] [seconded SECONDER] [for OFFICE]");
    assert_eq!(usage(named("substitute").unwrap()), "substitute PEOPLE for MEMBERS [because REASON]");
}

#[test]
fn names_are_found_by_their_beginning() {
    for (line, expected) in [
        ("next", "next"),
        (":next", "next"),
        ("nom jones", "nominate"),
        ("GO 9", "go"),
        ("start", "call-to-order"),
        ("s/a/b/", "replace"),
        ("s|a|b|g", "replace"),
        ("leaves pcc+", "leave"),
    ] {
        assert_eq!(find(line).map_or("", |(spec, _)| spec.name), expected, "{line}");
    }
    for (line, expected) in [
        ("", "There is no command."),
        ("re", "may be"),
        ("nexxt", "Did you mean “next”?"),
        ("%", "There is no command “%”."),
    ] {
        let refusal = find(line).map(|(spec, _)| spec.name).unwrap_err().to_string();
        assert!(refusal.contains(expected), "{line}: {refusal}");
    }
}

#[test]
fn arguments_are_read_by_their_signature() {
    for (line, expected) in [
        ("elect Claire George by Leigh seconded by Jamil", "PERSON=Claire George|PROPOSER=Leigh|SECONDER=Jamil"),
        ("elect", ""),
        ("elect by Leigh", "PROPOSER=Leigh"),
        ("substitute A for B because he is ill for long", "PEOPLE=A|MEMBERS=B|REASON=he is ill for long"),
        ("declare A in 9, 11 because \"a friend\" kind personal", "PERSON=A|ITEMS=9, 11|NATURE=a friend|KIND=personal"),
        ("add-item \"Waiting after hours\" after 3", "TITLE=Waiting after hours|ITEM=3"),
        ("strike because twice", "REASON=twice"),
        ("strike 9(2)", "REF=9(2)"),
        ("who Jamil", "SPEAKER=Jamil"),
        ("who 9(1) Jamil", "REF=9(1)|SPEAKER=Jamil"),
        ("write-up 9(1) he said it by hand for all", "REF=9(1)|TEXT=he said it by hand for all"),
        ("at 14:20 arrive Tyler because of trains", "TIME=14:20|COMMAND=arrive Tyler because of trains"),
        ("point \"quoted\"", "TEXT=\"quoted\""),
    ] {
        let (spec, rest) = find(line).unwrap();
        let values = parse(spec, rest).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
        let mut shown: Vec<String> = Vec::new();
        for part in expected.split('|').filter(|part| !part.is_empty()) {
            let (name, text) = part.split_once('=').unwrap();
            assert_eq!(values.get(name), Some(text), "{line}");
            shown.push(name.to_owned());
        }
        let given = spec.args.iter().filter(|arg| values.get(arg.name).is_some()).count();
        assert_eq!(given, shown.len(), "{line}: {values:?}");
    }
}

#[test]
fn what_is_missing_or_too_much_is_said() {
    for (line, expected) in [
        ("arrive", "“arrive” lacks PEOPLE. For example: arrive Tyler"),
        ("substitute A", "“substitute” lacks for MEMBERS."),
        ("next week", "“next” has no use for “week”."),
        ("elect A by", "Nothing stands after “by”."),
        ("elect A by B by C", "“by” stands twice in the line."),
    ] {
        let (spec, rest) = find(line).unwrap();
        let refusal = parse(spec, rest).unwrap_err().to_string();
        assert!(refusal.contains(expected), "{line}: {refusal}");
    }
}

fn turns(session: &Session, text: &str) -> String {
    let point = match point::read(session.state(), text, Section::Discussion) {
        Ok(point) => point,
        Err(refusal) => return refusal.to_string(),
    };
    let shown = point.turns.iter().map(|turn| match &turn.speaker {
        Speaker::None => turn.text.clone(),
        Speaker::Unknown => format!("?: {}", turn.text),
        Speaker::Person(person) => format!("{person}: {}", turn.text),
        Speaker::Party(party) => format!("+{party}: {}", turn.text),
        Speaker::Body => format!("body: {}", turn.text),
        Speaker::Office(office) => format!("{}: {}", crate::app::pad::names::office(*office), turn.text),
    });
    let shown = shown.collect::<Vec<_>>().join(" / ");
    format!("{shown}{}", if point.jotting { " ~" } else { "" })
}

#[test]
fn points_are_read_with_their_speakers() {
    let session = busy();
    for (text, expected) in [
        ("sb fox hunting / pcc best rural team", "barkham: fox hunting / preston: best rural team ~"),
        ("sb asked. / pcc answered.", "barkham: asked. / preston: answered."),
        ("sb asked. / pcc answered", "barkham: asked. / preston: answered ~"),
        ("as crime rises people worry", "as crime rises people worry ~"),
        ("as: bike crime figures", "sharp: bike crime figures ~"),
        ("in the room / no answer", "in the room / no answer ~"),
        ("? spoke up", "?: spoke up ~"),
        ("panel was grateful.", "body: was grateful."),
        ("The Panel asked.", "body: asked."),
        ("Councillor Jamil asked “why?”", "jamil: asked “why?”"),
        ("the Commissioner explained.", "preston: explained."),
        ("the Commissioner and his staff explained.", "+commissioner: explained."),
        ("pcc+ explained.", "+commissioner: explained."),
        ("Edward Leigh agreed (in part.)", "leigh: agreed (in part.)"),
        ("chair thanked all.", "chair: thanked all."),
        ("the Vice Chair thanked all.", "vice-chair: thanked all."),
        ("and/or is no reply.", "and/or is no reply."),
        ("several\npasted\nlines", "several pasted lines ~"),
        ("sw asked", "“sw” may be Councillor Susan Wallwork or Councillor Scott Warren. Type more of the name."),
    ] {
        assert_eq!(turns(&session, text), expected, "{text}");
    }
}

#[test]
fn a_highlight_has_its_topic_and_a_discussion_its_dash() {
    let session = busy();
    let topic = |text, section| point::read(session.state(), text, section).unwrap().topic;
    assert_eq!(topic("Youth Fund - 35 projects", Section::Highlights).as_deref(), Some("Youth Fund"));
    assert_eq!(topic("Youth Fund – 35 projects", Section::Highlights).as_deref(), Some("Youth Fund"));
    assert_eq!(topic("Youth Fund - 35 projects", Section::Discussion), None);
}

#[test]
fn completion_offers_what_the_line_may_go_on_with() {
    let session = busy();
    for (partial, expected) in [
        ("nom", "nominate "),
        ("arrive Ty", "arrive Councillor Bryan Tyler"),
        ("arrive Tyler, beu", "arrive Tyler, Councillor Marge Beuttell"),
        ("leave comm", "leave Darryl Preston"),
        ("elect jones b", "elect jones by "),
        ("elect jones by jam", "elect jones by Councillor Mohammed Jamil"),
        ("present us", "present usual"),
        ("go integ", "go 10"),
        ("decide agree", "decide agree-document"),
        ("decide unan", "decide unanimous"),
        ("decide unanimous agree", "decide unanimous agree-document"),
        ("strike 9(2", "strike 9(2)"),
        ("at 14:20 arr", "at 14:20 arrive "),
        ("help elec", "help elect"),
    ] {
        let found = complete(&session, partial);
        assert_eq!(found.first().map(|first| first.insert.as_str()), Some(expected), "{partial}");
    }
    assert!(complete(&session, "nothing so").is_empty());
    assert_eq!(
        mentions(&session, "jam").first().map(|found| found.insert.clone()).as_deref(),
        Some("Councillor Jamil")
    );
}

#[test]
fn an_undertaking_is_made_of_the_point_under_the_pen() {
    let mut session = busy();
    run_all(&mut session, &["point sb asked / pcc would circulate it", "undertake"]);
    let action = session.state().actions().next().map(|fact| fact.content.clone());
    let Some(Content::Action(action)) = action else { panic!("no action") };
    assert_eq!(action.text, "circulate it");
    assert_eq!(action.owner, Some(crate::meeting::fact::Owner::Person("preston".into())));
}

#[test]
fn a_jotting_is_written_up_and_remembers_what_it_was() {
    let mut session = busy();
    run_all(&mut session, &["write-up 9(1) sb asked about hunting. / pcc explained."]);
    let id = refs::fact(session.state(), "9(1)", None).unwrap();
    let Some(Content::Point(Point { jotting, jotted, turns, .. })) = session.state().content(id) else { panic!() };
    assert_eq!((*jotting, turns.len()), (false, 2));
    assert_eq!(jotted.as_deref(), Some("Councillor Barkham fox hunting / Darryl Preston best rural team"));
}
