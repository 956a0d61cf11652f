//! A chain of meetings from the text of a pack alone.

use chrono::NaiveDate;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::desk::{Desk, RECORD, flat};
use crate::whole::{register, types_nothing_again};

const DECEMBER: &str = "quorate script 1
date 2026-12-02
13:20 present dean, marsh, thorne, pell, okafor, vardey, quill
13:30 call-to-order
13:30 next
13:31 next
13:31 nil
13:32 next
13:32 minutes agreed
13:33 next
13:34 update not aware - It was 40. [done]
13:34 update hedges - They were sent. [done]
13:35 update board - The Board would meet in March. [in-hand]
13:36 next
13:36 nil
13:37 next
13:38 decide
13:39 next
13:40 decide
13:41 next
13:42 decide
14:10 close
";

fn actions(desk: &Desk) -> Vec<Value> {
    let json: Value = serde_json::from_str(&desk.good("actions panel --to json --on 2027-01-01")).unwrap();
    json.get("bodies")
        .and_then(|bodies| bodies.get(0))
        .and_then(|body| body.get("actions"))
        .unwrap()
        .as_array()
        .unwrap()
        .clone()
}

/// How often each action is in the register, with where it stands.
fn states(desk: &Desk) -> Vec<String> {
    let text = |action: &Value, key: &str| action.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    actions(desk).iter().map(|action| format!("{} {}", text(action, "meeting"), text(action, "state"))).collect()
}

#[test]
fn a_chain_from_a_pack_alone_types_no_fact_twice() {
    let desk = Desk::recorded();
    desk.good(&format!("next {RECORD}"));
    let december = desk.read("panel/2026-12-02.toml");
    // The day is as the meeting moved it; everything else is of the pack, or of the record.
    for line in [
        "date = 2026-12-02",
        "time = \"13:30\"",
        "venue = \"Guildhall\"",
        "contact = \"ruth.amner@loamford.example\"",
        "last-meeting = 2026-09-23",
        "chair = \"dean\" # Clara Dean",
        "vice-chair = \"okafor\" # Councillor J Okafor",
        "title = \"Minutes of the Meeting held on 23 September 2026\"",
        "title = \"Budget Considerations\"",
        "title = \"Trust in Policing\"",
        "meeting = 2026-07-22",
        "text = \"send the figures on hedges to Members\"",
    ] {
        assert!(december.lines().any(|other| other == line), "{line}:\n{december}");
    }
    assert_eq!(states(&desk), ["2026-07-22 in-hand", "2026-09-23 open", "2026-09-23 open"]);
    desk.meet("2026-12-02", DECEMBER);
    assert_eq!(states(&desk), ["2026-07-22 done", "2026-09-23 done", "2026-09-23 in-hand"]);
    desk.good("next panel/2026-12-02.record.jsonl --date 2027-02-10");
    let february = desk.read("panel/2027-02-10.toml");
    assert_eq!(february.matches("[[item.topics]]").count(), 1, "{february}");
    assert!(february.contains("text = \"The Board would meet in March.\""), "{february}");
    desk.good("check panel/2027-02-10.toml");
    let year = flat(&desk.good("year panel"));
    assert!(year.contains("23 September 2026") && year.contains("2 December 2026"), "{year}");
}

#[test]
fn the_minutes_that_the_program_printed_come_back_in_a_pack_as_the_same_actions() {
    let desk = Desk::recorded();
    desk.good(&format!("next {RECORD}"));
    let agenda = desk.good("export panel/2026-12-02.toml --to agenda -o -");
    let minutes = desk.good(&format!("export {RECORD} --to text -o -"));
    let before = desk.read("panel/2026-12-02.toml");
    desk.remove("panel/2026-12-02.toml");
    desk.write("december.txt", &format!("{agenda}\n\u{c}{minutes}"));
    desk.good("import december.txt -o panel --date 2026-12-02");
    let imported = desk.read("panel/2026-12-02.toml");
    let facts = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("fact = ")).map(str::to_owned).collect()
    };
    assert_eq!(facts(&imported), facts(&before), "{imported}");
    assert!(!facts(&imported).is_empty() && imported.contains("last-meeting = 2026-09-23"), "{imported}");
    desk.meet("2026-12-02", DECEMBER);
    assert_eq!(states(&desk), ["2026-07-22 done", "2026-09-23 done", "2026-09-23 in-hand"], "one row each");
}

/// A meeting on an agenda: everything is gone through, and every topic of the review is dealt with, the first of them
/// with another standing than the others. Topics are pointed at by a word that no other has.
fn gone_through(desk: &Desk, day: &str, first: &str, rest: &str) -> usize {
    let agenda: toml::Table = toml::from_str(&desk.read(&format!("panel/{day}.toml"))).unwrap();
    let mut script = format!("quorate script 1\ndate {day}\n13:20 present george, leigh\n13:30 call-to-order\n");
    let mut reviewed = 0;
    for item in agenda.get("item").unwrap().as_array().unwrap() {
        script.push_str("13:31 next\n");
        // Those that are next, once for each day: no day is typed.
        script.push_str(&"13:31 minutes agreed\n".repeat(minutes_of(item)));
        let topics = item.get("topics").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        let titles: Vec<String> =
            topics.iter().map(|topic| topic.get("title").unwrap().as_str().unwrap().to_lowercase()).collect();
        for title in &titles {
            let words: Vec<&str> = title.split_whitespace().collect();
            let alone = |words: &String| titles.iter().filter(|other| other.contains(words.as_str())).count() == 1;
            let word = words.windows(2).map(|pair| pair.join(" ")).find(alone).unwrap();
            let (nth, standing) = (reviewed + 1, if reviewed == 0 { first } else { rest });
            writeln!(script, "13:31 update {word} - Told {day}: {nth}. [{standing}]").unwrap();
            reviewed += 1;
        }
    }
    let number = day.replace('-', "");
    writeln!(script, "14:20 undertake see g{number} in b{number}\n14:30 close").unwrap();
    types_nothing_again(desk, day, &script);
    desk.meet(day, &script);
    desk.good(&format!("export panel/{day}.record.jsonl --to text -o -"));
    reviewed
}

/// Of how many meetings an item is to agree the minutes, by its title.
fn minutes_of(item: &toml::Value) -> usize {
    let title = item.get("title").unwrap().as_str().unwrap();
    let words: Vec<&str> = title.split([' ', ',']).filter(|_| title.starts_with("Minutes")).collect();
    words.windows(3).filter(|day| NaiveDate::parse_from_str(&day.join(" "), "%d %B %Y").is_ok()).count()
}

fn published(desk: &Desk, number: &str) {
    let papers =
        PathBuf::from(std::env::var_os("QUORATE_PACKS").expect("QUORATE_PACKS names the folder of the papers"));
    let named = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number));
    let pack = fs::read_dir(&papers).unwrap().map(|entry| entry.unwrap().path()).find(named).unwrap();
    desk.write("pack.txt", &String::from_utf8_lossy(&fs::read(pack).unwrap()));
    desk.good("import pack.txt -o panel");
}

/// Writes the next agenda, says which day it is of, and checks what it goes on from.
fn next(desk: &Desk, day: &str) -> String {
    let said = desk.good(&format!("next panel/{day}.record.jsonl"));
    let next = said.strip_prefix("Written: ").and_then(|said| said.split(".toml").next()).unwrap().to_owned();
    goes_on(desk, &next, day);
    next
}

fn goes_on(desk: &Desk, day: &str, last: &str) {
    let file = format!("panel/{day}.toml");
    assert!(desk.read(&file).contains(&format!("last-meeting = {last}\n")), "{}", desk.read(&file));
    for check in ["minutes", "numbers", "actions"] {
        let said = desk.check(&file, check);
        assert!(!said.starts_with("MISSING"), "{day}: {said}");
    }
}

#[test]
#[ignore = "needs the published papers, which are not ours to copy: set QUORATE_PACKS to their folder"]
fn a_chain_through_the_published_packs() {
    let desk = Desk::new();
    published(&desk, "001");
    let agenda = desk.read("panel/2017-11-15.toml");
    assert!(agenda.contains("last-meeting = 2017-09-06\n") && agenda.contains("first-minute = 28 "), "{agenda}");
    assert_eq!(gone_through(&desk, "2017-11-15", "in-hand", "done"), 10);
    assert_eq!(next(&desk, "2017-11-15"), "2017-12-19");
    assert_eq!(gone_through(&desk, "2017-12-19", "done", "in-hand"), 2);

    // Five years later, with meetings between that were not recorded here.
    published(&desk, "003");
    let agenda = desk.read("panel/2023-03-15.toml");
    assert!(agenda.contains("last-meeting = 2023-02-01\n") && agenda.contains("first-minute = 47 "), "{agenda}");
    assert!(agenda.contains("#member = \"Councillor A Bradnam\""), "who is new stands ready: {agenda}");
    assert!(desk.check("panel/2023-03-15.toml", "numbers").starts_with("done"));
    assert!(desk.check("panel/2023-03-15.toml", "actions").starts_with("done"), "what was left in 2017 is not lost");
    assert_eq!(gone_through(&desk, "2023-03-15", "in-hand", "done"), 5);
    assert_eq!(next(&desk, "2023-03-15"), "2023-07-19");
    gone_through(&desk, "2023-07-19", "in-hand", "done");

    // The minutes in the third pack are of the meeting that was recorded.
    published(&desk, "000");
    let agenda = desk.read("panel/2023-09-20.toml");
    assert!(
        agenda.contains("# GAP: the record of 19 July 2023 has a meeting on 13 September 2023, which the pack has on")
    );
    goes_on(&desk, "2023-09-20", "2023-07-19");
    gone_through(&desk, "2023-09-20", "done", "done");

    let actions = register(&desk);
    let open = |it: &&String| !it.contains(" done due ");
    assert_eq!(actions.iter().filter(open).count(), 1, "only what was promised last: {actions:#?}");
    let through: Vec<&String> = actions.iter().filter(|it| it.matches(" | ").count() > 1).collect();
    let days = |it: &str| it.split(" | ").skip(1).map(|heard| heard[..10].to_owned()).collect::<Vec<_>>();
    let histories: Vec<Vec<String>> = through.iter().map(|it| days(it)).collect();
    assert!(histories.contains(&vec!["2017-11-15".to_owned(), "2017-12-19".to_owned()]), "{actions:#?}");
    assert!(histories.iter().any(|days| days.len() == 4 && days[3] == "2023-09-20"), "{actions:#?}");
}
