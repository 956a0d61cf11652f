//! Tests of the key map.

use super::*;

const COMMANDS: [&str; 4] = ["next", "pad", "undo", "help"];

fn shipped() -> Vec<&'static str> {
    let names = crate::app::command::all();
    names.flat_map(|spec| std::iter::once(spec.name).chain(spec.aliases.iter().copied())).collect()
}

fn problems(text: &str) -> Vec<String> {
    let mut map = Keymap::default();
    map.merge(Source { file: "keys.toml", text }, &COMMANDS).iter().map(ToString::to_string).collect()
}

#[test]
fn the_shipped_keys_are_sound_and_pass_every_terminal() {
    let (map, problems) = Keymap::load(None, &shipped());
    assert!(problems.is_empty(), "{problems}");
    for (context, key, run) in map.rows() {
        let taken = key.ctrl && matches!(key.code, crate::app::key::Code::Char('b' | 'h' | 'i' | 'j' | 'm' | '['));
        assert!(!taken, "{key} in {context:?} runs {run}, but terminals or tmux take it");
    }
}

#[test]
fn what_matters_most_has_a_key_that_laptops_have() {
    let (map, _) = Keymap::load(None, &shipped());
    for run in ["next", "nil", "pad decide", "pad attendance", "pad agenda", "pad undertake", "mark", "pad move"] {
        let keys: Vec<Key> = map.rows().filter(|(_, _, other)| *other == run).map(|(_, key, _)| key).collect();
        assert!(keys.iter().any(|key| key.ctrl), "{run} has only {keys:?}");
    }
}

#[test]
fn every_problem_is_named_with_its_line() {
    for (text, expected) in [
        ("[[key]]\non = \"f2\"\nrun = \"nxt\"\n", "keys.toml:3:7: there is no command “nxt”. Did you mean “next”?"),
        (
            "[[key]]\non = \"f99\"\nrun = \"next\"\n",
            "keys.toml:2:6: there is no key “f99”. Keys are spelt f2, ctrl-n, alt-x, enter, a.",
        ),
        ("[[key]]\non = \"pgeup\"\nrun = \"next\"\n", "keys.toml:2:6: there is no key “pgeup”. Did you mean pageup?"),
        (
            "[[key]]\non = \"a\"\nrun = \"next\"\n",
            "keys.toml:2:6: “a” writes text in the minutes, so it cannot run a command there. Choose a function key, or a chord with ctrl or alt.",
        ),
        (
            "[[key]]\non = \"f2\"\nrun = \"next\"\n[[key]]\non = \"f2\"\nrun = \"undo\"\n",
            "keys.toml:5:6: the key “f2” has a row already, in line 2. Take one of the two out.",
        ),
    ] {
        assert_eq!(problems(text), [expected], "{text}");
    }
    assert_eq!(problems("[[keys]]\non = 1\n").len(), 1);
}

#[test]
fn the_users_rows_take_the_place_of_ours() {
    let text = "[[key]]\non = \"f2\"\nrun = \"undo\"\n[[key]]\non = \"f3\"\nrun = \"\"\n[[key]]\non = \"f24\"\nrun = \"next\"\n";
    let (map, problems) = Keymap::load(Some(Source { file: "mine.toml", text }), &shipped());
    assert!(problems.is_empty(), "{problems}");
    let get = |key: &str| map.get(Context::Pen, key.parse().unwrap());
    assert_eq!((get("f2"), get("f3"), get("f24"), get("f4")), (Some("undo"), None, Some("next"), Some("pad decide")));
}
