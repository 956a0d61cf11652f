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
        "check a.record.jsonl",
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
