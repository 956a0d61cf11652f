//! Tests of the editor.

use chrono::TimeZone;
use proptest::prelude::*;

use super::*;

fn now(second: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2023, 7, 19, 13, 0, second).unwrap()
}

fn typed(keys: &str) -> Editor {
    let mut editor = Editor::default();
    for key in keys.split(' ') {
        editor.key(key.parse().unwrap(), now(0));
    }
    editor
}

#[test]
fn keys_edit_the_text() {
    for (keys, text) in [
        ("a b left c", "acb"),
        ("a b c backspace", "ab"),
        ("o n e space t w o ctrl-w", "one "),
        ("o n e space t w o ctrl-z", "one "),
        ("o n e space t w o ctrl-z ctrl-z", ""),
        ("o n e space t w o ctrl-z ctrl-y", "one two"),
        ("o n e shift-left shift-left x", "ox"),
        ("o n e shift-home ctrl-x t ctrl-v", "tone"),
        ("e \u{301}", "é"),
        ("a b home delete", "b"),
    ] {
        assert_eq!(typed(keys).text(), text, "{keys}");
    }
}

#[test]
fn one_press_takes_away_one_visible_character() {
    let mut editor = Editor::default();
    editor.paste("a👩‍👩‍👧‍👦", now(0));
    editor.key(Key::plain(Code::Backspace), now(0));
    assert_eq!(editor.text(), "a");
    editor.paste("🇬🇧", now(0));
    editor.key(Key::plain(Code::Left), now(0));
    editor.key(Key::plain(Code::Left), now(0));
    editor.key(Key::plain(Code::Delete), now(0));
    assert_eq!(editor.text(), "a");
}

#[test]
fn what_is_pasted_is_cleaned_and_limited() {
    let mut editor = Editor::default();
    assert_eq!(editor.paste("one\r\ntwo\u{1b}[2J", now(0)), Taken::Cleaned);
    assert_eq!(editor.text(), "one\ntwo");
    assert_eq!(editor.paste(&"x".repeat(LIMIT), now(0)), Taken::Cut);
    assert_eq!(editor.text().len(), LIMIT);
}

#[test]
fn a_text_begins_with_its_first_key_and_again_after_it_was_emptied() {
    let mut editor = Editor::default();
    assert_eq!(editor.started(), None);
    editor.key(Key::plain(Code::Char('a')), now(5));
    editor.key(Key::plain(Code::Char('b')), now(9));
    assert_eq!(editor.started(), Some(now(5)));
    editor.key("ctrl-u".parse().unwrap(), now(10));
    assert_eq!(editor.started(), None);
}

#[test]
fn people_are_completed_after_an_at_sign() {
    let mut editor = Editor::default();
    editor.paste("asked @jam", now(0));
    assert_eq!(editor.mention().as_deref(), Some("jam"));
    editor.complete("Councillor Jamil");
    assert_eq!(editor.text(), "asked Councillor Jamil");
    editor.paste(" at a@b", now(0));
    assert_eq!(editor.mention(), None);
}

#[test]
fn unfinished_text_comes_back_under_the_cursor() {
    let unfinished = Unfinished { text: "one\ntwo".into(), cursor: 5, started: Some(now(1)) };
    let editor = Editor::new(&unfinished);
    assert_eq!(editor.unfinished(), unfinished);
}

proptest! {
    #[test]
    fn no_keys_break_it(steps in proptest::collection::vec((0_usize..24, any::<char>(), ".{0,8}"), 0..60)) {
        let mut editor = Editor::default();
        let keys = [
            "backspace", "delete", "left", "right", "up", "down", "home", "end", "ctrl-left", "ctrl-w", "ctrl-k",
            "ctrl-z", "ctrl-y", "shift-left", "shift-up", "ctrl-x", "ctrl-v", "ctrl-c", "ctrl-delete",
        ];
        for (which, letter, pasted) in steps {
            match keys.get(which) {
                Some(key) => _ = editor.key(key.parse().unwrap(), now(0)),
                None if which % 2 == 0 => _ = editor.key(Key::new(false, false, false, Code::Char(letter)), now(0)),
                None => _ = editor.paste(&pasted, now(0)),
            }
            let unfinished = editor.unfinished();
            prop_assert!(unfinished.cursor <= unfinished.text.chars().count());
            prop_assert_eq!(Editor::new(&unfinished).unfinished(), unfinished);
            let clean = text::clean_text(&editor.text());
            prop_assert!(!clean.removed);
        }
    }
}
