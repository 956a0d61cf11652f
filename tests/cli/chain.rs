//! From one meeting to the next with the program alone: recorded, next agenda, actions reviewed, and again.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::{Desk, Said};

const PANEL: &str = "cambridgeshire-police-and-crime-panel";

/// The meeting of 13 September, which reviews what July left.
const SEPTEMBER: &str = "quorate script 1\n\
    date 2023-09-13\n\
    13:20 present george, leigh, bradnam, barkham, sharp, gowing, leeming, jones\n\
    13:21 present usual\n\
    13:30 call-to-order\n13:30 next\n13:31 next\n13:31 nil\n13:32 next\n13:32 minutes agreed\n\
    13:33 next\n\
    13:34 update covid - The review was published in August. [done]\n\
    13:35 update fresh start - The partnership would meet in October. [in-hand]\n\
    13:36 update inspection - Nothing had come back. [in-hand]\n\
    13:36 strike last because it was said of another paper\n\
    13:37 update improvement plan - It had been circulated. [done]\n\
    13:38 update board paper - It was confidential. [declined]\n\
    13:40 next\n13:40 nil\n\
    13:41 next\n\
    13:45 point george asked for figures. / pcc would send the figures on knife crime to Members by the next meeting.\n\
    13:46 undertake from last\n13:47 decide\n\
    13:50 next\n13:51 defer 7 to the next meeting because \"the author was ill\"\n\
    13:52 next\n\
    14:00 recommend The Commissioner: report back on the Board\n14:01 decide\n\
    14:10 close\n";

fn copied(desk: &Desk, folder: &str, names: &[&str]) {
    for name in names {
        let text = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("agendas").join(folder).join(name)).unwrap();
        desk.write(&format!("panel/{name}"), text);
    }
}

fn good(said: Said) -> String {
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    said.out
}

/// Nothing is wrong but that the clerk is still to fill something in.
fn only_unsettled(said: &Said) {
    let one = said.err.matches("warning").count() == 1 && said.err.contains("TO FILL IN) ");
    assert!(said.code == 0 && one, "{}{}", said.out, said.err);
}

/// The body's folder with the meeting of July recorded, and September's on the agenda that was written of it.
fn chain() -> Desk {
    let desk = Desk::new();
    copied(&desk, PANEL, &["body.toml", "2023-07-19.toml", "2023-07-19.script"]);
    good(
        desk.run("replay panel/2023-07-19.toml panel/2023-07-19.script --record panel/2023-07-19.record.jsonl --by JB"),
    );
    let said = good(desk.run("next panel/2023-07-19.record.jsonl"));
    assert!(
        said.starts_with("Written: 2023-09-13.toml, the agenda of Wednesday 13 September 2023, in panel.\n"),
        "{said}"
    );
    desk.write("september.script", SEPTEMBER);
    good(desk.run("replay panel/2023-09-13.toml september.script --record panel/2023-09-13.record.jsonl --by JB"));
    desk
}

/// The facts by which the topics of an agenda are known, each with the days on which they were heard of.
fn identities(agenda: &str) -> Vec<String> {
    let topics = agenda.split("[[item.topics]]").skip(1);
    let value = |text: &str, key: &str| {
        let line = text.lines().find(|line| line.starts_with(&format!("{key} = ")));
        line.map(|line| line.rsplit(" = ").next().unwrap().trim_matches('"').to_owned()).unwrap_or_default()
    };
    let told = topics.map(|topic| {
        let topic = topic.split("\n[[item]]").next().unwrap();
        let (own, heard) = topic.split_once("[[item.topics.updates]]").unwrap_or((topic, ""));
        let days = heard.split("[[item.topics.updates]]").map(|update| value(update, "meeting"));
        let days: Vec<String> = days.filter(|day| !day.is_empty()).collect();
        format!("{} {} {}", value(own, "meeting"), value(own, "fact"), days.join(" ")).trim_end().to_owned()
    });
    told.collect()
}

#[test]
fn an_action_is_the_same_one_from_meeting_to_meeting() {
    let desk = chain();
    let september = desk.read("panel/2023-09-13.toml");
    for line in [
        "title = \"Minutes of the Meeting held on 19 July 2023\"",
        "last-meeting = 2023-07-19",
        "chair = \"george\" # Claire George",
        "vice-chair = \"jones\" # Councillor Dennis Jones",
        "municipal-year = \"2023/24\"",
        "title = \"Serious Violence Strategy\"",
        "date = 2023-11-29",
    ] {
        assert!(september.lines().any(|other| other == line), "{line}:\n{september}");
    }
    assert!(!september.contains("Election"), "elections do not recur:\n{september}");
    let first = identities(&september);
    assert_eq!(first.len(), 6, "{first:?}");
    assert_eq!(first.first().map(String::as_str), Some("2023-07-19  2023-07-19"), "what July heard of Covid");

    assert!(good(desk.run("next panel/2023-09-13.record.jsonl")).contains("2023-11-29.toml"));
    let november = desk.read("panel/2023-11-29.toml");
    let second = identities(&november);
    let open: Vec<&String> =
        first.iter().filter(|id| second.iter().any(|other| other.starts_with(id.as_str()))).collect();
    assert_eq!(open.len(), 3, "{first:?} {second:?}");
    assert!(second.iter().any(|id| id.ends_with(" 2023-09-13") && id.starts_with("2023-07-19 ")), "{second:?}");
    assert_eq!(second.iter().filter(|id| id.starts_with("2023-09-13 ")).count(), 2, "{second:?}");
    assert!(november.contains("kind = \"recommendation\""), "{november}");
    assert!(!november.contains("Nothing had come back"), "what was struck out is not handed on:\n{november}");
    for line in [
        "# Deferred because the author was ill at the meeting of 13 September 2023, item 7, to the next meeting.",
        "facts = [\"Deferred from: 13 September 2023\"]",
        "follows = 2023-09-13",
        "title = \"Minutes of the Meeting held on 13 September 2023\"",
    ] {
        assert!(november.lines().any(|other| other == line), "{line}:\n{november}");
    }
    only_unsettled(&desk.run("check panel/2023-11-29.toml"));

    let again = desk.run("next panel/2023-09-13.record.jsonl");
    assert!(
        again.code == 1 && again.err.contains("there is an agenda already: 'panel/2023-11-29.toml'"),
        "{}",
        again.err
    );
    assert_eq!(desk.read("panel/2023-11-29.toml"), november);
}

#[test]
fn the_register_has_an_action_once_with_all_that_was_heard_of_it() {
    let desk = chain();
    let json: Value = serde_json::from_str(&good(desk.run("actions panel --to json --on 2024-01-01"))).unwrap();
    let actions = json["bodies"][0]["actions"].as_array().unwrap();
    let titled = |part: &str| {
        let mut found = actions.iter().filter(|action| action["text"].as_str().unwrap().contains(part));
        let action = found.next().unwrap_or_else(|| panic!("{part}: {json}"));
        assert!(found.next().is_none(), "{part} is there once");
        action
    };
    assert_eq!(titled("Covid")["updates"].as_array().unwrap().len(), 2);
    assert_eq!(titled("Covid")["state"], "done");
    assert_eq!(titled("fresh start")["minute"], "9(5)");
    assert_eq!(titled("fresh start")["updates"][0]["meeting"], "2023-09-13");
    assert_eq!(titled("inspection")["state"], "open");
    let figures = titled("knife crime");
    assert_eq!((&figures["due_on"], &figures["overdue"]), (&Value::from("2023-11-29"), &Value::from(true)));

    let lines = |arguments: &str| good(desk.run(&format!("actions panel --to csv --on 2024-01-01 {arguments}")));
    let rows = |arguments: &str| lines(arguments).lines().filter(|line| line.starts_with("Cambridgeshire")).count();
    assert_eq!([rows(""), rows("--open"), rows("--overdue"), rows("--open --owner haylett")], [17, 5, 1, 1]);
    assert_eq!(rows("--open --owner preston"), 4, "owners are found by name though minutes call them otherwise");
    assert_eq!(good(desk.run("actions panel --overdue --on 2023-11-29 --to csv")).lines().count(), 1, "not yet");
    assert!(lines("").starts_with("BODY,MEETING,MINUTE,ITEM,ACTION,OWNER,DUE,DUE ON,STATE,UPDATES"), "{}", lines(""));

    let tracker = good(desk.run("actions panel --tracker --to markdown"));
    assert!(tracker.contains("| DATE OF MEETING | ITEM | ACTION | UPDATE |"), "{tracker}");
    assert!(tracker.contains("The Commissioner to circulate the Improvement Plan"), "{tracker}");
    assert!(tracker.contains("13 September 2023: It had been circulated."), "{tracker}");
    let text = good(desk.run("actions panel --open"));
    assert!(text.contains("open, overdue") && text.lines().all(|line| line.chars().count() <= 100), "{text}");

    let none = desk.run("actions panel --body parish");
    assert!(none.code == 2 && none.err.contains("Cambridgeshire Police and Crime Panel"), "{}", none.err);
    let nothing = desk.run("actions elsewhere");
    assert!(nothing.code == 1 && nothing.err.contains("'elsewhere' is not a folder"), "{}", nothing.err);
}

#[test]
fn a_broken_record_is_named_and_the_others_are_read() {
    let desk = chain();
    let whole = good(desk.run("actions panel --to csv"));
    let record = desk.read("panel/2023-07-19.record.jsonl");
    desk.write("panel/2022-07-20.record.jsonl", record.replacen("13:52", "13:53", 1).replacen("haylett", "someone", 3));
    desk.write("panel/below/empty.record.jsonl", "");
    desk.write("panel/2023-07-19.practice.record.jsonl", "{}");
    let said = desk.run("actions panel --to csv");
    assert_eq!(said.code, 1);
    assert_eq!(said.out, whole, "the others are all there");
    assert!(said.err.contains("2022-07-20.record.jsonl:") && said.err.contains("empty.record.jsonl"), "{}", said.err);
}

#[test]
fn the_minutes_own_table_has_the_updates_of_what_earlier_meetings_left() {
    let desk = Desk::new();
    copied(&desk, PANEL, &["2023-07-19.toml", "2023-07-19.script", "body.toml"]);
    let body = desk.read("panel/body.toml").replace(
        "actions = [\"ITEM\", \"ACTION\"]",
        "actions = [{ date = \"DATE OF MEETING\" }, { item = \"ITEM\" }, { action = \"ACTION\" }, { update = \"UPDATE\" }]",
    );
    desk.write("panel/body.toml", body);
    good(
        desk.run("replay panel/2023-07-19.toml panel/2023-07-19.script --record panel/2023-07-19.record.jsonl --by JB"),
    );
    good(desk.run("next panel/2023-07-19.record.jsonl"));
    desk.write("september.script", SEPTEMBER);
    good(desk.run("replay panel/2023-09-13.toml september.script --record panel/2023-09-13.record.jsonl --by JB"));
    let table = good(desk.run("export panel/2023-09-13.record.jsonl --to actions-markdown -o -"));
    let row = table.lines().find(|line| line.contains("circulate the Improvement Plan")).unwrap_or(&table);
    assert!(row.contains("It had been circulated."), "{row}");
    let days = table.lines().filter(|line| line.starts_with("| 19 Jul") || line.starts_with("| 13 Sep")).count();
    assert_eq!(days, 2, "each meeting is named once:\n{table}");
}

#[test]
fn the_sample_bodies_go_on_to_their_next_meetings() {
    for (folder, day, next) in [
        ("sample-parish-council", "2026-04-14", "2026-05-12"),
        ("sample-planning-committee", "2026-03-11", "2026-04-08"),
        ("sample-police-and-crime-panel", "2026-02-04", "2026-02-18"),
    ] {
        let desk = Desk::new();
        copied(&desk, folder, &["body.toml", &format!("{day}.toml"), &format!("{day}.script")]);
        let record = format!("panel/{day}.record.jsonl");
        good(desk.run(&format!("replay panel/{day}.toml panel/{day}.script --record {record} --by JB")));
        let said = good(desk.run(&format!("next {record} --date {next} -o there")));
        assert!(said.contains(&format!("{next}.toml")), "{said}");
        assert!(!desk.read("there/body.toml").is_empty(), "the body's file goes with it");
        only_unsettled(&desk.run(&format!("check there/{next}.toml")));
        let minutes = good(desk.run(&format!("export there/{next}.toml --to agenda -o -")));
        assert!(minutes.contains("Minutes"), "{minutes}");
    }
}
