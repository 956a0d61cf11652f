//! Whatever is typed leaves a model that shows itself, and the half sentence is never lost.

use proptest::prelude::*;

use super::Desk;
use crate::app::sample;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_keys_and_pastes_leave_a_model_that_shows_itself(steps in proptest::collection::vec((0_usize..64, "[ -~é]{0,3}"), 0..25)) {
        const KEYS: [&str; 40] = [
            "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f12", "ctrl-r", "ctrl-f", "alt-b", "alt-h", "alt-r", "ctrl-k",
            "alt-u", "alt-m", "ctrl-w", "ctrl-e", "ctrl-z", "ctrl-y", "up", "down", "enter", "enter", "esc", "tab", ":", "?",
            "a", "b", "c", "1", "3", "*", "=", "+", "space", "backspace", "alt-up",
        ];
        let mut desk = Desk::new(sample::busy());
        for (which, text) in steps {
            match KEYS.get(which) {
                Some(key) => _ = desk.keys(key),
                None if which % 2 == 0 => _ = desk.paste(&text),
                None => _ = desk.text(&text),
            }
            let _ = (desk.model.pad(), desk.model.hints(), desk.model.draft(), desk.model.command());
        }
    }

    #[test]
    fn a_half_typed_point_survives_any_pad(keys in proptest::collection::vec(0_usize..20, 0..12)) {
        const KEYS: [&str; 20] = [
            "f5", "f6", "f9", "alt-m", "alt-u", "a", "b", "j", "1", "2", "3", "down", "up", "space", "f8", "alt-f", "ctrl-k", "f12", "=", "f5",
        ];
        let mut desk = Desk::new(sample::busy());
        desk.text("half a sentence").keys("f5");
        for key in keys {
            desk.keys(KEYS[key]);
            if desk.model.pad().is_none() {
                desk.keys("f5");
            }
        }
        let kept = desk.model.draft().texts.into_iter().any(|(_, text)| text.text.contains("half a sentence"));
        prop_assert!(kept);
    }
}
