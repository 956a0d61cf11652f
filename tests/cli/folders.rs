//! Folders with records however deep, copied and linked, and bodies that change their name.

use std::fs;

use serde_json::Value;

use crate::support::{Desk, Said};

const BODY: &str = "[body]\nkey = \"audit\"\nname = \"Audit Committee\"\nchair = \"hill\"\n\
    [[seat]]\nmember = \"Councillor Ann Hill\"\n[[seat]]\nmember = \"Councillor Bo Dale\"\n\
    [[group]]\nlabel = \"Members\"\nkind = \"members\"\n\
    [[group]]\nlabel = \"Officers\"\nkind = \"officers\"\npeople = [\"Jane Webb, Head of Audit\", \"Tom Clay\"]\n";

/// Holds a meeting of the body, whose business is what the lines say.
fn meet(desk: &Desk, day: &str, lines: &str) {
    let items =
        "[[item]]\ntitle = \"Review of Actions\"\n[[item]]\ntitle = \"Stoke Harrow Depot\"\nkind = \"report\"\n";
    let head = format!("[meeting]\ndate = {day}\ntime = \"14:00\"\nvenue = \"Town Hall\"\ncontact = \"x\"\n");
    desk.write(&format!("{day}.toml"), format!("{head}{items}"));
    let opening =
        format!("quorate script 1\ndate {day}\n13:50 present all\n14:00 call-to-order\n14:00 next\n14:01 next\n");
    desk.write("s", format!("{opening}{lines}14:50 close\n"));
    good(desk.run(&format!("replay {day}.toml s --record {day}.record.jsonl")));
}

fn good(said: Said) -> String {
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    said.out
}

/// Every action, by what it is and who is to do it.
fn listed(said: &Said) -> Vec<String> {
    let data: Value = serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{} {}", said.out, said.err));
    let bodies = data["bodies"].as_array().unwrap();
    let actions = bodies.iter().flat_map(|body| body["actions"].as_array().unwrap());
    actions
        .map(|one| format!("{}: {}", one["owner"].as_str().unwrap_or_default(), one["text"].as_str().unwrap()))
        .collect()
}

fn one_meeting(lines: &str) -> Desk {
    let desk = Desk::new();
    desk.write("body.toml", BODY);
    meet(&desk, "2026-02-04", lines);
    desk
}

#[test]
fn every_record_below_a_folder_is_read_once_and_a_copy_is_told() {
    let desk = one_meeting("14:02 undertake Clay: count pens\n");
    let deep = desk.path("old records/2024/by month/february");
    fs::create_dir_all(&deep).unwrap();
    fs::rename(desk.path("2026-02-04.record.jsonl"), deep.join("2026-02-04.record.jsonl")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path(""), deep.join("loop")).unwrap();
    assert_eq!(listed(&desk.run("actions . --to json")), ["Tom Clay: count pens"]);
    assert_eq!(desk.run("actions . --to json").err, "");
    fs::copy(deep.join("2026-02-04.record.jsonl"), desk.path("backup.record.jsonl")).unwrap();
    let said = desk.run("year . --to json");
    let year: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(year["years"][0]["meetings"].as_array().unwrap().len(), 1, "{}", said.out);
    assert!(said.code == 0 && said.err.contains("backup.record.jsonl") && said.err.contains("copy"), "{}", said.err);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_opened_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let desk = one_meeting("14:02 undertake Clay: count pens\n");
    let shut = desk.path("shut");
    fs::create_dir_all(&shut).unwrap();
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may open everything has nothing to be told.
    let open = fs::read_dir(&shut).is_ok();
    let said = desk.run("actions .");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(said.out.contains("Count pens"), "{}", said.out);
    assert!(open || said.code == 1 && said.err.contains("shut"), "{} {}", said.code, said.err);
}

#[test]
fn a_body_keeps_its_register_under_a_new_name() {
    let desk = one_meeting("14:02 undertake Clay: count pens\n");
    desk.write("body.toml", BODY.replace("Audit Committee", "Governance Committee"));
    meet(&desk, "2026-03-25", "14:02 undertake Webb: book a room\n");
    for body in ["governance", "\u{41}udit", "audit"] {
        let said = desk.run(&format!("actions . --to json --body {body}"));
        assert_eq!(listed(&said), ["Tom Clay: count pens", "Jane Webb: book a room"], "{body}");
        assert!(said.out.contains("Governance Committee") && !said.out.contains("Audit Committee"), "{}", said.out);
        let year: Value = serde_json::from_str(&desk.run(&format!("year . --to json --body {body}")).out).unwrap();
        assert_eq!(year["years"].as_array().unwrap().len(), 1);
        assert_eq!(year["years"][0]["meetings"].as_array().unwrap().len(), 2);
        assert!(good(desk.run(&format!("find . pens --body {body}"))).contains("ount pens"), "{body}");
    }
}

#[test]
fn several_owners_are_each_found_and_an_office_finds_whoever_holds_it() {
    let desk = one_meeting(
        "14:02 undertake webb and clay: write to the auditors\n14:03 undertake chair: ring the Minister\n\
         14:04 undertake Dale: thank them\n",
    );
    let of = |owner: &str| {
        let said = desk.command().args(["actions", ".", "--to", "json", "--owner", owner]).output().unwrap();
        listed(&Said { code: 0, out: String::from_utf8(said.stdout).unwrap(), err: String::new() })
    };
    let both = "Jane Webb and Tom Clay: write to the auditors";
    for (owner, wanted) in [
        ("Jane Webb", both),
        ("clay", both),
        ("head of audit", both),
        ("chair", "Councillor Hill: ring the Minister"),
        ("dale", "Councillor Dale: thank them"),
    ] {
        let found = of(owner);
        let [one] = found.as_slice() else { panic!("{owner}: {found:?}") };
        let (who, what) = wanted.split_once(": ").unwrap();
        assert!(one.ends_with(what) && one.contains(who.split(' ').next_back().unwrap()), "{owner}: {one}");
    }
}

#[test]
fn what_is_to_be_replied_to_by_a_day_is_followed() {
    let desk = one_meeting(
        "14:02 recommend-to Full Council reply 1 March 2026 that the plan be adopted\n\
         14:03 refer the question of costs to the Cabinet reply 30 March 2026\n\
         14:04 refer the rest to the Cabinet\n",
    );
    let said = desk.run("actions . --to json");
    let data: Value = serde_json::from_str(&said.out).unwrap();
    let actions = data["bodies"][0]["actions"].as_array().unwrap();
    let of = |key: &str| actions.iter().map(|one| one[key].as_str().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(of("due_on"), ["2026-03-01", "2026-03-30"], "{}", said.out);
    assert_eq!(of("kind"), ["recommendation", "recommendation"]);
    assert!(of("text")[0].contains("the plan be adopted") && of("owner")[0].contains("Full Council"), "{}", said.out);
    let year = good(desk.run("year ."));
    assert!(year.contains("the plan be adopted") && year.contains("none recorded"), "{year}");
}

#[test]
fn a_correction_after_the_next_agenda_was_written_holds() {
    let desk = one_meeting(
        "14:02 undertake Clay: circulate the plan by May 2026\n14:03 undertake Clay: count pens\n\
         14:40 strike 2(u2) because \"recorded twice\"\n14:41 correct 2(u1) owner Webb\n14:42 correct 2(u1) due 1 June 2026\n",
    );
    let topic = |title: &str, fact: &str| {
        format!(
            "[[item.topics]]\ntitle = \"{title}\"\nowner = \"Tom Clay\"\ndue = \"May 2026\"\nmeeting = 2026-02-04\nfact = \"{fact}\"\n"
        )
    };
    let record = fs::read_to_string(desk.path("2026-02-04.record.jsonl")).unwrap();
    let fact = |words: &str| {
        let line = record.lines().find(|line| line.contains(words)).unwrap();
        let entry: Value = serde_json::from_str(line).unwrap();
        let events = entry["events"].as_array().unwrap();
        let place = events.iter().position(|event| event.to_string().contains(words)).unwrap();
        format!("{}.{place}", entry["n"])
    };
    let topics = [topic("Circulate the plan", &fact("circulate the plan")), topic("Count pens", &fact("count pens"))];
    desk.write(
        "2026-03-25.toml",
        format!(
            "[meeting]\ndate = 2026-03-25\ntime = \"14:00\"\nvenue = \"Hall\"\ncontact = \"x\"\n\
             [[item]]\ntitle = \"Review of Actions\"\n{}",
            topics.concat()
        ),
    );
    desk.write(
        "s",
        "quorate script 1\ndate 2026-03-25\n13:50 present all\n14:00 call-to-order\n14:00 next\n14:50 close\n",
    );
    good(desk.run("replay 2026-03-25.toml s --record 2026-03-25.record.jsonl"));
    let said = desk.run("actions . --to json");
    assert_eq!(listed(&said), ["Jane Webb: circulate the plan"]);
    assert!(said.out.contains("\"due_on\": \"2026-06-01\""), "{}", said.out);
}

#[test]
fn the_whole_of_the_minutes_is_searched_as_it_prints() {
    let desk = one_meeting(
        "14:02 decide The Committee *AGREED* to *NOTE* the report.\n14:03 undertake Webb: book a room by 20/05/26\n",
    );
    let found = |words: &str| {
        let mut command = desk.command();
        let said = command.args(["find", "."]).args(words.split('|')).output().unwrap();
        String::from_utf8(said.stdout).unwrap()
    };
    assert!(found("room").contains("ook a room"), "an undertaking");
    assert!(found("hill").contains("Hill"), "who was there");
    assert!(found("\"stoke harrow\"|--decided").contains("NOTE the report"), "by the title of its item");
    assert!(!found("depot|--decided|--to|json").contains("\"kind\": \"title\""));
    let said = desk.run("find . unicorn");
    assert!(said.err.contains("one meeting."), "{}", said.err);
}
