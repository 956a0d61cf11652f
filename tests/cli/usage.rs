//! What may be typed after `quorate`, and what may not.

use crate::support::Desk;

#[test]
fn wrong_usage_is_exit_code_two_and_says_what_is_right() {
    let desk = Desk::new();
    desk.record();
    for (arguments, expected) in [
        ("exprot x", "export"),
        ("export", "RECORD"),
        ("export july.record.jsonl", "--to"),
        ("export july.record.jsonl --to poem", "Papers: minutes, actions, decisions"),
        ("export july.record.jsonl --to text --width 10", "40..=400"),
        ("export july.record.jsonl --to text actions -o -", "one format at a time"),
        ("export july.record.jsonl --to text actions -o one.txt", "one format at a time"),
        ("check", "FILE"),
        ("run", "AGENDA"),
        ("replay 2023-07-19", "SCRIPT"),
        ("help chekc", "Did you mean 'check'?"),
        ("--speak-up", "--speak-up"),
    ] {
        let said = desk.run(arguments);
        assert_eq!(said.code, 2, "{arguments}: {}{}", said.out, said.err);
        assert!(said.err.contains(expected), "{arguments}: {}", said.err);
        assert_eq!(said.out, "", "{arguments}");
    }
}

#[test]
fn help_is_no_error() {
    let desk = Desk::new();
    for (arguments, expected) in [
        ("--help", "Exit codes: 0 done"),
        ("help", "Exit codes: 0 done"),
        ("help export", "--width"),
        ("export --help", "actions-csv"),
        ("--version", "quorate 0.1.0"),
    ] {
        let said = desk.run(arguments);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments}");
        assert!(said.out.contains(expected), "{arguments}: {}", said.out);
    }
}

#[test]
fn help_does_not_list_what_is_hidden() {
    let said = Desk::new().run("help replay");
    assert!(!said.out.contains("--ack"), "{}", said.out);
}
