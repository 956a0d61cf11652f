//! After the meeting: minutes are checked, published, approved by the next meeting, signed, and never altered again.

use std::fs;

use crate::support::Desk;

const BODY: &str = "agendas/sample-police-and-crime-panel";

/// A record of the panel's meeting of a day, with lines of a script put before its close or after it.
fn record(desk: &Desk, day: &str, before_close: &str, after_close: &str) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(BODY);
    for name in ["body.toml".to_owned(), format!("{day}.toml")] {
        desk.write(&format!("panel/{name}"), fs::read(folder.join(&name)).unwrap());
    }
    let script = fs::read_to_string(folder.join(format!("{day}.script"))).unwrap();
    let close = script.lines().find(|line| line.ends_with(" close")).unwrap();
    let script = script.replace(close, &format!("{before_close}{close}\n{after_close}"));
    desk.write(&format!("{day}.script"), script);
    let name = format!("panel/{day}.record.jsonl");
    let said = desk.run(&format!("replay panel/{day}.toml {day}.script --record {name} --force --by JB"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    name
}

/// The meeting of 18 February, with what it made of the minutes of the 4th.
fn next(desk: &Desk, outcome: &str) -> String {
    let line = if outcome.is_empty() { String::new() } else { format!("14:54 minutes {outcome}\n") };
    record(desk, "2026-02-18", &line, "")
}

const EARLIER: &str = "panel/2026-02-04.record.jsonl";
const LATER: &str = "panel/2026-02-18.record.jsonl";

fn approve(desk: &Desk) -> crate::support::Said {
    desk.run(&format!("approve {EARLIER} --in {LATER} --by JB"))
}

fn minutes(desk: &Desk) -> String {
    desk.run(&format!("export {EARLIER} --to text -o -")).out
}

#[test]
fn the_mark_follows_the_minutes_from_draft_to_signed() {
    let desk = Desk::new();
    for (after, mark) in [
        ("", "DRAFT\n"),
        ("16:59 checked by the Monitoring Officer\n", "DRAFT – checked by the Monitoring Officer on 4 February 2026\n"),
        ("16:59 checked\n17:00 published\n", "DRAFT for approval\n"),
        ("16:59 checked\n17:00 note ring them\n", "DRAFT – checked on 4 February 2026\n"),
        ("16:59 published\n17:00 point chair thanked everybody.\n", "DRAFT\n"),
    ] {
        record(&desk, "2026-02-04", "", after);
        let text = minutes(&desk);
        assert!(text.trim_start().starts_with(mark), "{after}: {}", text.lines().take(3).collect::<String>());
    }
}

#[test]
fn minutes_are_approved_with_corrections_signed_and_kept() {
    let desk = Desk::new();
    record(&desk, "2026-02-04", "", "17:00 checked\n17:01 published\n");
    next(&desk, "amended Item 6, first line - deletion of the word \"draft\" for 4 February 2026");
    let said = approve(&desk);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("The minutes of 4 February 2026 are approved: by the "), "{}", said.out);
    assert!(
        said.out.contains("on 18 February 2026, entry ") && said.out.contains("with 1 correction."),
        "{}",
        said.out
    );

    let text = minutes(&desk);
    assert!(!text.contains("DRAFT"), "{text}");
    assert!(
        text.contains("with the following correction:\n\nItem 6, first line – deletion of the word \"draft\""),
        "{text}"
    );
    let lint = desk.run(&format!("lint {EARLIER}"));
    assert!(lint.code == 1 && lint.out.contains("corrections-cited: "), "{}", lint.out);

    desk.write("draft.txt", text);
    let said = desk.run(&format!("compare {EARLIER} draft.txt"));
    assert!(said.code == 1 && said.err.contains("are approved, so no draft of"), "{}", said.err);
    assert!(said.err.contains("record it there with `minutes amended`, for 4 February 2026"), "{}", said.err);

    let said = desk.run(&format!("sign {EARLIER} --by JB"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let signed = desk.read("panel/2026-02-04.signed.txt");
    let record = desk.read(EARLIER);
    let lines: Vec<&str> = record.lines().collect();
    let (last, before) = (lines[lines.len() - 1], lines[lines.len() - 2]);
    let sum = &before[before.len() - 18..before.len() - 2];
    let mark = format!("record entry {}, sum {sum}", lines.len() - 1);
    let flat = signed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.starts_with("Signed by ") && flat.contains(&mark), "{mark}: {signed}");
    assert!(last.contains("\"state\":\"signed\"") && last.contains("\"sha256\":\""), "{last}");
    assert_eq!(minutes(&desk), signed, "any later export is the signed text");

    let lines = ["edit PAPER", "approve PAPER --in LATER", "sign PAPER", "compare PAPER draft.txt"];
    for line in lines.map(|line| line.replace("PAPER", EARLIER).replace("LATER", LATER)) {
        let said = desk.run(&line);
        assert_eq!(said.code, 1, "{line}: {}", said.err);
        assert!(said.err.contains("are signed, by ") && said.err.contains("minutes amended"), "{line}: {}", said.err);
    }
    assert_eq!(desk.read(EARLIER), record, "nothing was written");
    let said = desk.run(&format!("export {EARLIER} --to text -o panel/2026-02-04.signed.txt --force"));
    assert!(said.code == 1 && said.err.contains("no export is written there"), "{}", said.err);

    assert_eq!(desk.run(&format!("lint {EARLIER}")).err, "");
    let path = desk.path("panel/2026-02-04.signed.txt");
    fs::remove_file(&path).unwrap();
    fs::write(&path, "another text").unwrap();
    let lint = desk.run(&format!("lint {EARLIER}"));
    assert!(lint.code == 1 && lint.err.contains("is not the text that was signed"), "{}", lint.err);
}

#[test]
fn the_private_minutes_are_signed_with_the_public_ones() {
    let desk = Desk::new();
    record(&desk, "2026-02-04", "", "17:00 private-since 16:50\n17:01 point chair spoke of the canary.\n");
    next(&desk, "agreed for 4 February 2026");
    assert_eq!(approve(&desk).code, 0);
    let said = desk.run(&format!("sign {EARLIER} --by JB --private"));
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let [public, private] = ["", "private."].map(|part| desk.read(&format!("panel/2026-02-04.signed.{part}txt")));
    assert!(private.contains("canary") && !public.contains("canary"), "{private}");
    assert!(private.contains("PRIVATE: not for publication") && private.contains("Signed by "), "{private}");
    let [lint, whole] = ["", " --private"].map(|how| format!("lint {EARLIER}{how}"));
    let altered = "signed.private.txt' is not the text that was signed";
    assert!(!desk.run(&whole).err.contains(altered));
    let path = desk.path("panel/2026-02-04.signed.private.txt");
    fs::remove_file(&path).unwrap();
    fs::write(&path, "another text").unwrap();
    assert!(desk.run(&whole).err.contains(altered));
    assert!(!desk.run(&lint).err.contains(altered), "the private text stays shut");
}

#[test]
fn a_draft_of_the_private_minutes_is_compared_with_them_alone() {
    let desk = Desk::new();
    record(&desk, "2026-02-04", "", "17:00 private-since 16:50\n17:01 point chair spoke of the canary.\n");
    for (how, file) in [("--private ", "whole.txt"), ("", "public.txt")] {
        let said = desk.run(&format!("export {EARLIER} {how}--to text -o {file}"));
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let says = "says what the minutes of 4 February 2026 say";
    let said = desk.run(&format!("compare {EARLIER} whole.txt --private"));
    assert!(said.code == 0 && said.out.starts_with("PRIVATE: ") && said.out.contains(says), "{}", said.out);
    let said = desk.run(&format!("compare {EARLIER} public.txt"));
    assert!(said.code == 0 && said.out.contains(says) && !said.out.contains("PRIVATE"), "{}", said.out);
    let text = desk.read("whole.txt");
    assert!(text.contains("spoke of the canary"), "{text}");
    desk.write("back.txt", text.replace("spoke of the canary", "sang of the canary"));
    let said = desk.run(&format!("compare {EARLIER} back.txt --private --by Lee"));
    assert!(said.code == 1 && said.out.contains("[-spoke-] {+sang+}"), "{}", said.out);
    assert!(said.out.contains("> asked-by Lee: correct "), "{}", said.out);
    // Whoever may not read the private part is not told what it says instead.
    let said = desk.run(&format!("compare {EARLIER} back.txt"));
    assert!(said.code == 1 && !said.out.contains("spoke of the"), "{}", said.out);
}

#[test]
fn there_are_no_private_minutes_to_sign_where_nothing_was_private() {
    let desk = Desk::new();
    record(&desk, "2026-02-04", "", "");
    next(&desk, "agreed for 4 February 2026");
    assert_eq!(approve(&desk).code, 0);
    let said = desk.run(&format!("sign {EARLIER} --private"));
    assert!(said.code == 2 && said.err.contains("no part of the meeting was private"), "{}", said.err);
}

#[test]
fn what_the_later_record_does_not_say_is_not_approved() {
    let desk = Desk::new();
    record(&desk, "2026-02-04", "", "");
    let draft = desk.read(EARLIER);
    for (outcome, reason) in [
        ("", "says nothing of the minutes of 4 February 2026"),
        ("agreed for 3 February 2026", "It deals with those of 3 February 2026"),
        ("deferred for 4 February 2026 because \"they came late\"", "put the minutes of 4 February 2026 off"),
    ] {
        next(&desk, outcome);
        let said = approve(&desk);
        assert_eq!(said.code, 1, "{outcome}: {}", said.out);
        assert!(said.err.contains(reason), "{outcome}: {}", said.err);
    }
    let said = desk.run(&format!("sign {EARLIER}"));
    assert!(said.code == 1 && said.err.contains("have not been approved"), "{}", said.err);
    let said = desk.run(&format!("approve {LATER} --in {EARLIER}"));
    assert!(said.code == 1 && said.err.contains("wrong way round"), "{}", said.err);
    desk.record();
    let said = desk.run(&format!("approve {EARLIER} --in july.record.jsonl"));
    assert!(said.code == 1 && said.err.contains("another body"), "{}", said.err);
    assert_eq!(desk.read(EARLIER), draft, "nothing was written");
}

#[test]
fn a_meeting_that_is_not_closed_is_run_and_not_edited() {
    let desk = Desk::new();
    desk.record();
    let said = desk.run("edit july.record.jsonl");
    assert_eq!(said.code, 1);
    assert!(said.err.contains("has not been closed") && said.err.contains("quorate run july"), "{}", said.err);
}

#[test]
fn the_log_shows_who_altered_what_and_what_came_of_the_minutes() {
    let desk = Desk::new();
    let after = "date 2026-02-09\n09:00 point pcc thanked the Panel.\n09:01 edit last pcc thanked the Panel warmly.\n09:02 strike last because \"said twice\"\n";
    record(&desk, "2026-02-04", "", after);
    next(&desk, "amended Item 6 - deletion of a word for 4 February 2026");
    let said = desk.run(&format!("log {EARLIER} --later {LATER}"));
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for line in [
        "4 February 2026\n",
        "9 February 2026\n",
        "09:01:00  JB  a change of the point ",
        "what was said\n           was: ",
        "thanked the Panel.\n           now: ",
        "thanked the Panel warmly.\n",
        "struck out, because said twice\n           was: ",
        "These minutes were corrected on 18 February 2026, entry ",
        "           - Item 6 – deletion of a word\n",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    let all = said.out.lines().count();
    for (only, wanted) in [("--item 6", "6"), ("--person Harker", "Harker")] {
        let some = desk.run(&format!("log {EARLIER} {only}"));
        assert_eq!(some.code, 0, "{only}: {}", some.err);
        assert!((2..all).contains(&some.out.lines().count()), "{wanted}: {}", some.out);
    }
    assert_eq!(desk.run(&format!("log {EARLIER} --person Nobody")).code, 2);
}
