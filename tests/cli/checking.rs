//! `quorate check` and `lint`: every kind of bad file gets a place and a remedy.

use crate::support::Desk;

const BODY: &str = "[body]\nname = \"Anytown Council\"\n\n[[seat]]\nmember = \"Councillor A Smith\"\n";
const AGENDA: &str = "[meeting]\ndate = 2023-07-19\ntime = \"7.30pm\"\n\n[[item]]\ntitle = \"Apologies for Absence\"\n";

#[test]
fn good_files_are_good() {
    let desk = Desk::new();
    desk.write("a/body.toml", BODY);
    desk.write("a/2023-07-19.toml", AGENDA);
    desk.record();
    let said = desk.run("check a/body.toml a/2023-07-19.toml july.record.jsonl");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out.matches("nothing wrong").count(), 3, "{}", said.out);
}

#[test]
fn an_agenda_is_checked_with_what_it_is_run_with() {
    let desk = Desk::new();
    desk.write("a/body.toml", BODY.replace("[[seat]]", "[style]\ndate = \"tomorrow\"\n\n[[seat]]"));
    desk.write("a/plan.toml", "[plan]\nupdated = \"soon\"\n");
    desk.write("a/2023-07-19.toml", AGENDA.replace("2023-07-19", "2023-13-41").replace("title", "titel"));
    let said = desk.run("check a/2023-07-19.toml");
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
    let places = ["2023-07-19.toml:2:8", "2023-07-19.toml:6:1", "body.toml:5:8", "plan.toml:2:11"];
    for place in places {
        assert!(said.err.contains(place), "no {place}: {}", said.err);
    }
    let both = desk.run("check a/2023-07-19.toml a/body.toml");
    assert_eq!(both.err.matches("body.toml:5:8").count(), 1, "what two files share is told once: {}", both.err);
}

#[test]
fn each_bad_file_is_named_with_what_to_do() {
    let desk = Desk::new();
    desk.write("b/body.toml", BODY.replace("member", "membr"));
    desk.write("lonely/2023-07-19.toml", AGENDA);
    desk.write("strange.toml", "[boddy]\nname = 1\n");
    desk.write("empty.toml", "");
    desk.write("wide.toml", b"\xff\xfe[\0b\0");
    desk.write("latin.toml", b"[body]\nname = \"Caf\xe9\"\n");
    desk.write("large.toml", vec![b'#'; 5 * 1024 * 1024]);
    desk.write("broken.toml", "[body\n");
    desk.write("theme.toml", "[theme]\nname = \"mine\"\ninherits = \"drak\"\n");
    desk.write("folder.toml/x", "");
    desk.write("x.exempt.jsonl", "");
    desk.write("nothing.record.jsonl", "");
    desk.write("prose.record.jsonl", "Dear diary\n");
    for (file, expected) in [
        ("b/body.toml", "body.toml:5"),
        ("lonely/2023-07-19.toml", "body.toml"),
        ("strange.toml", "Did you mean [body]?"),
        ("empty.toml", "does not say what kind of file it is"),
        ("wide.toml", "UTF-16"),
        ("latin.toml", "UTF-8"),
        ("large.toml", "larger than 4 MB"),
        ("broken.toml", "broken.toml"),
        ("theme.toml", "dark"),
        ("folder.toml", "is a folder"),
        ("absent.toml", "it is not there"),
        ("x.exempt.jsonl", "Put the record that it belongs to beside it"),
        ("nothing.record.jsonl", "is not the record of a meeting"),
        ("prose.record.jsonl", "prose.record.jsonl"),
    ] {
        let said = desk.run(&format!("check {file}"));
        assert_eq!(said.code, 1, "{file}: {}{}", said.out, said.err);
        assert!(said.err.contains(expected), "{file}: {}", said.err);
    }
}

#[test]
fn all_problems_of_all_files_come_at_once() {
    let desk = Desk::new();
    desk.write("b/body.toml", BODY.replace("member", "membr").replace("name", "naem"));
    let said = desk.run("check b/body.toml absent.toml");
    for expected in ["naem", "membr", "absent.toml"] {
        assert!(said.err.contains(expected), "{}", said.err);
    }
}

#[test]
fn a_damaged_record_is_named_with_its_line() {
    let desk = Desk::new();
    let path = desk.record();
    let damaged = std::fs::read_to_string(&path).unwrap().replacen("fox hunting", "fax hunting", 1);
    desk.write("july.record.jsonl", damaged);
    let said = desk.run("check july.record.jsonl");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("damaged") && said.err.contains(":2"), "{}", said.err);
}

#[test]
fn a_record_of_a_newer_release_is_readable() {
    let desk = Desk::new();
    let entries = crate::support::entries();
    let mut encoded: Vec<_> = entries.iter().map(|entry| quorate::journal::codec::encode(entry).unwrap()).collect();
    encoded[1].events = vec![serde_json::value::RawValue::from_string(r#"{"kind":"hologram"}"#.to_owned()).unwrap()];
    let stores = quorate::run::deposit::stores(&quorate::run::places::RecordFiles::at(desk.path("new.record.jsonl")));
    quorate::journal::Recorder::begin(stores).append(&encoded).unwrap();
    let said = desk.run("check new.record.jsonl");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("made by a newer quorate") && said.err.contains("hologram"), "{}", said.err);
    let said = desk.run("export new.record.jsonl --to text -o -");
    assert_eq!(said.code, 1, "what is missing is said");
    assert!(said.out.contains("(Not yet taken.)"), "{}", said.out);
}

#[test]
fn lint_prints_the_closing_list() {
    let desk = Desk::new();
    desk.record();
    let said = desk.run("lint july.record.jsonl");
    assert_eq!(said.code, 1);
    assert!(said.out.contains("item-not-taken: "), "{}", said.out);
    assert_eq!(said.err, "");
}

#[test]
fn lint_lists_the_words_that_nobody_knows_once_each_with_their_places() {
    let desk = Desk::new();
    let script = "quorate script 1\n14:00 start\n14:01 go 9\n\
                  14:02 point Barkham: asked wether the comittee of Cambridgeshire had met Councillor Gilderdale.\n\
                  14:03 point Barkham: asked wether it would, and wether fair-minded organisations in Zzyx would.\n\
                  14:04 jot sb teh fox\n";
    desk.write("july.script", script);
    assert_eq!(desk.run("replay 2023-07-19 july.script --record july.record.jsonl").err, "");
    let said = desk.run("lint july.record.jsonl --spelling");
    assert_eq!(said.out, "wether (3 times): 9(1), 9(2)\ncomittee: 9(1)\nZzyx: 9(2)\n", "{}", said.err);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    desk.write("words.txt", "Zzyx\nwether\ncomittee\n");
    let said = desk.run("lint july.record.jsonl --spelling");
    assert_eq!((said.code, said.out.as_str()), (0, "every word is known\n"));
    desk.write("words.txt", "Zzyx\nwether\n12\ncomittee\n");
    let said = desk.run("check words.txt");
    assert!(said.code == 1 && said.err.contains("words.txt:3:1"), "{}{}", said.out, said.err);
    desk.write("elsewhere.txt", "Zzyx\n");
    let said = desk.run("check elsewhere.txt");
    assert!(said.code == 1 && said.err.contains("does not say what kind of file it is"), "{}", said.err);
    desk.write("words.txt", "# Ours\nZzyx\n");
    assert_eq!(desk.run("check words.txt").out, "words.txt: nothing wrong\n");
    desk.write("config.toml", "[config.dictionaries]\nen = \"nowhere/en.dic\"\n");
    let said = desk.run("lint july.record.jsonl --spelling");
    assert!(said.code == 1 && said.err.contains("there is no dictionary \"nowhere/en.dic\""), "{}", said.err);
    desk.write("en.aff", "\u{feff}SET UTF-8\n");
    desk.write("en.dic", "\u{feff}1\nmet\n");
    desk.write("config.toml", format!("[config.dictionaries]\nen = '{}'\n", desk.path("en.dic").display()));
    let said = desk.run("lint july.record.jsonl --spelling");
    assert!(
        said.code == 1 && said.out.contains("asked (") && !said.out.lines().any(|line| line.starts_with("met")),
        "{}",
        said.out
    );
}
