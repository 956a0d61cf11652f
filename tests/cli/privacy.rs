//! What is private reaches no output that others may read: canary words are put into every private place, and looked
//! for in everything that comes out.

use std::fs;

use crate::support::Desk;

/// Notes written, corrected, moved, struck with a reason, and undone; each with a word that nothing else has.
const SCRIPT: &str = "quorate script 1\n\
    13:55 present all\n14:00 call-to-order\n14:01 next\n14:02 note canary-plain\n14:03 note canary-before\n\
    14:04 edit #6 canary-after\n14:05 note canary-struck\n14:06 strike #8 because canary-reason\n\
    14:07 note canary-moved\n14:08 move #10 to 3\n14:09 note canary-undone\n14:10 undo\n14:11 note canary-redone\n\
    14:12 undo\n14:13 redo\n14:14 point The Chair welcomed everybody.\n14:15 note <<\ncanary-first\ncanary-second\n.\n";

fn played() -> Desk {
    let desk = Desk::new();
    desk.write("a.script", SCRIPT);
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    silent("replay", &said.out);
    desk
}

fn silent(place: &str, text: &str) {
    assert!(!text.contains("canary"), "{place} tells what is private:\n{text}");
}

#[test]
fn no_output_holds_a_private_word() {
    let desk = played();
    let private = desk.read("a.exempt.jsonl");
    for word in ["plain", "before", "after", "struck", "reason", "moved", "undone", "redone", "first", "second"] {
        assert!(private.contains(&format!("canary-{word}")), "{word} is kept, where it belongs: {private}");
    }
    for arguments in [
        "export a.record.jsonl --to text -o -",
        "export a.record.jsonl --to actions -o -",
        "export a.record.jsonl --to actions-csv -o -",
        "export a.record.jsonl --to text actions actions-csv",
        "log a.record.jsonl",
        "lint a.record.jsonl",
        "lint a.record.jsonl --spelling",
        "check a.record.jsonl",
        "next a.record.jsonl",
        "actions .",
        "actions . --to json",
    ] {
        let said = desk.run(arguments);
        silent(arguments, &said.out);
        silent(arguments, &said.err);
    }
    for entry in fs::read_dir(desk.path("")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name != "a.exempt.jsonl" && name != "a.script" {
            silent(&name, &fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn what_is_public_comes_out_whatever_the_private_file_is() {
    let desk = played();
    let outputs = || {
        ["export a.record.jsonl --to text -o -", "export a.record.jsonl --to actions-csv -o -", "log a.record.jsonl"]
            .map(|arguments| {
                let said = desk.run(arguments);
                assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments}");
                said.out
            })
    };
    let whole = outputs();
    fs::write(desk.path("a.exempt.jsonl"), b"\xff\0garbage").unwrap();
    assert_eq!(outputs(), whole);
    fs::remove_file(desk.path("a.exempt.jsonl")).unwrap();
    assert_eq!(outputs(), whole);
    // Not even a folder in its place is noticed.
    fs::create_dir(desk.path("a.exempt.jsonl")).unwrap();
    assert_eq!(outputs(), whole);
}

#[test]
fn words_of_a_damaged_private_file_are_not_quoted() {
    let desk = played();
    let private = desk.read("a.exempt.jsonl");
    for damage in
        [private.replacen("canary-after", "canary-later", 1), private.replace('\n', "\r\n"), private[9..].to_owned()]
    {
        desk.write("a.exempt.jsonl", damage);
        // Only where it is named itself is it looked into.
        for (arguments, code) in [("check a.exempt.jsonl", 1), ("check a.record.jsonl", 0)] {
            let said = desk.run(arguments);
            assert_eq!(said.code, code, "{arguments}: {}", said.out);
            silent(arguments, &said.out);
            silent(arguments, &said.err);
        }
    }
}

#[cfg(unix)]
#[test]
fn the_private_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = played();
    // Whatever the mask of the account lets through.
    let mode = fs::metadata(desk.path("a.exempt.jsonl")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "{mode:o}");
}

/// A motion moved in public and voted on in private, a correction, decisions kept and struck out: the words that only
/// the private part has are canaries.
const CLOSED: &str = "quorate script 1\n\
    13:55 present all\n14:00 call-to-order\n14:01 go 8\n\
    14:02 point The Chair welcomed everybody.\n14:03 motion That the lease be signed by Jamil seconded Sharp\n\
    14:10 exclude part the rent under 3\n14:11 edit 8(1) The Chair welcomed canary-guest.\n\
    14:12 point The Panel would write to canary-point.\n14:13 vote hands 2 3 0\n14:14 decide agree canary-kept\n\
    14:15 decide agree canary-gone\n14:16 strike last because canary-reason\n14:20 readmit\n14:25 close\n";

fn closed() -> Desk {
    let desk = Desk::new();
    desk.write("a.script", CLOSED);
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    desk
}

#[test]
fn the_public_closing_list_says_that_there_is_more_and_names_nothing_of_it() {
    let desk = closed();
    let open = desk.run("lint a.record.jsonl");
    silent("lint", &(open.out.clone() + &open.err));
    let line =
        "There was business without the public, which is not looked at here: quorate lint a.record.jsonl --private";
    assert_eq!(open.out.matches(line).count(), 1, "{}", open.out);
    assert!(!open.out.contains("private-correction"), "{}", open.out);

    let whole = desk.run("lint a.record.jsonl --private");
    assert_eq!(whole.code, 1);
    assert!(whole.out.starts_with("PRIVATE"), "{}", whole.out);
    assert!(whole.out.contains("private-correction: ") && whole.out.contains("canary-point"), "{}", whole.out);
    assert!(!whole.out.contains(line), "{}", whole.out);

    desk.record();
    let none = desk.run("lint july.record.jsonl");
    assert!(!none.out.contains("without the public"), "{}", none.out);
}

#[test]
fn the_public_minutes_say_that_a_motion_was_dealt_with_and_leave_no_trace_of_what_was_struck() {
    let desk = closed();
    let minutes = desk.run("export a.record.jsonl --to text -o -").out;
    silent("export", &minutes);
    let joined = minutes.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains("the lease be signed. The motion was dealt with while the press and public"), "{minutes}");
    assert!(!joined.contains("was lost"), "{minutes}");
    assert_eq!(joined.matches("is restricted due to exempt").count(), 1, "one decision stands: {minutes}");
    let private = desk.run("export a.record.jsonl --to text -o x.txt --private");
    assert_eq!(private.code, 0, "{}", private.err);
    let private = desk.read("x.txt");
    assert!(private.contains("was lost") && !private.contains("dealt with while"), "{private}");
}

#[test]
fn a_correction_made_in_private_is_published_in_words_typed_for_it() {
    let desk = Desk::new();
    let published = CLOSED.replace("14:25 close", "14:24 publish 8(1) The Chair welcomed a guest.\n14:25 close");
    desk.write("a.script", published);
    let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let minutes = desk.run("export a.record.jsonl --to text -o -").out;
    silent("export", &minutes);
    assert!(minutes.contains("welcomed a guest") && !minutes.contains("everybody"), "{minutes}");
    silent("the record", &desk.read("a.record.jsonl"));
    assert!(!desk.run("lint a.record.jsonl --private").out.contains("private-correction"));
}

#[test]
fn a_script_that_is_acknowledged_keeps_its_private_lines_out_of_the_public_draft() {
    let desk = Desk::new();
    desk.write("a.script", CLOSED);
    // Killed after so many touches of the disk, it leaves whatever it had written by then.
    for touches in 1..60 {
        let mut command = desk.command();
        command.env("QUORATE_KILL_AFTER", touches.to_string());
        let record = format!("{touches}.record.jsonl");
        let output = command.args(["replay", "2023-07-19", "a.script", "--record", &record, "--ack"]).output().unwrap();
        silent("replay --ack", &(String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr)));
        for name in [format!("{touches}.draft"), record] {
            silent(&name, &fs::read_to_string(desk.path(&name)).unwrap_or_default());
        }
    }
    let drafts = fs::read_dir(desk.path("")).unwrap().filter(|entry| {
        let path = entry.as_ref().unwrap().path();
        let private = path.to_string_lossy().ends_with(".exempt.draft");
        private && fs::read_to_string(&path).unwrap().contains("canary")
    });
    assert!(drafts.count() > 0, "they are kept where they belong");
}

#[test]
fn what_is_taken_in_private_was_received_after_the_public_went() {
    let place = |script: &str| {
        let desk = Desk::new();
        desk.write(
            "a.script",
            format!("quorate script 1\n13:55 present all\n14:00 call-to-order\n14:01 go 9\n{script}"),
        );
        let said = desk.run("replay 2023-07-19 a.script --record a.record.jsonl");
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        let minutes = desk.run("export a.record.jsonl --to text -o -").out;
        let item = minutes.split("\n9. ").nth(1).unwrap().split("\n10. ").next().unwrap().to_owned();
        (item.find("received").unwrap(), item.find("RESOLVED: That under").unwrap(), item.matches("received").count())
    };
    let (received, resolved, times) = place("14:02 exclude under 3\n14:03 point Canary.\n14:20 readmit\n");
    assert!(resolved < received && times == 1);
    // For a part, or after some of it was heard, the paper was there already.
    for script in ["14:02 exclude part the appendix under 3\n", "14:02 point It was heard.\n14:03 exclude under 3\n"] {
        let (received, resolved, _) = place(script);
        assert!(received < resolved, "{script}");
    }
}

#[test]
fn nominations_that_were_dealt_with_in_private_are_told_of_once() {
    let desk = Desk::new();
    let script = "quorate script 1\n18:25 present all\n18:30 call-to-order\n18:31 go 3\n\
        18:32 nominate sadiq by marsh seconded ackerley for vice-chair\n\
        18:32 nominate tully by okoro seconded fairlie for vice-chair\n\
        18:33 exclude 3 under paragraphs 1 moved marsh seconded sadiq\n\
        18:34 withdraw-nominee tully for vice-chair\n18:34 elect sadiq for vice-chair\n18:36 readmit\n18:40 close\n";
    desk.write("n.script", script);
    let said = desk.run("replay sample-planning-committee/2026-03-11 n.script --record n.record.jsonl --by JB");
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let text = desk.run("export n.record.jsonl --to text -o -").out;
    let told = "The nomination was dealt with while the press and public were excluded.";
    assert_eq!(text.matches(told).count(), 1, "{text}");
    assert!(text.contains("Imran Sadiq was nominated by") && text.contains("Janet Tully was nominated by"), "{text}");
}
