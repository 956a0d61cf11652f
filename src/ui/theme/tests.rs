//! Themes: what reads and what does not, and that everybody can read the ones we ship.

use std::collections::BTreeSet;

use proptest::prelude::*;
use ratatui::style::{Color, Modifier};

use super::*;
use crate::problem::render;

fn theme(name: &str) -> Theme {
    let (themes, _) = shipped();
    themes.into_iter().find(|theme| theme.name() == name).unwrap()
}

/// The problems of a theme file as they would be printed, one a line: place, what, hint.
fn wrong(text: &str) -> Vec<String> {
    let (_, problems) = read("my.toml", text, &shipped().0);
    let line = |problem: &crate::problem::Problem| {
        let place = problem.place.as_ref().unwrap();
        format!("{}:{} {} | {}", place.line, place.column, problem.what, problem.hint.as_deref().unwrap_or_default())
    };
    problems.iter().map(line).collect()
}

#[test]
fn every_shipped_theme_reads_without_a_problem() {
    let (themes, problems) = shipped();
    assert!(problems.is_empty(), "{}", render(&problems, false));
    for ((file, _), theme) in SHIPPED.iter().zip(&themes) {
        assert_eq!(*file, format!("{}.toml", theme.name()));
    }
    assert_eq!(themes.len(), SHIPPED.len());
    assert!([USUAL, PLAIN].iter().all(|name| themes.iter().any(|theme| theme.name() == *name)));
}

#[test]
fn the_themes_compiled_in_are_those_in_the_folder() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes");
    let found: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = SHIPPED.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(found, listed);
}

/// How light a mixture is, from 0 to 1, as the Web Content Accessibility Guidelines define it.
fn luminance([red, green, blue]: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn mixture(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => colour::indexed(index),
        other => panic!("{other:?} looks different on every terminal"),
    }
}

/// What a role's words and ground come to on the theme's own ground.
fn effective(theme: &Theme, role: Role) -> (Color, Color) {
    let (ground, look) = (theme.look(Role::Background), theme.look(role));
    (look.fg.or(ground.fg).unwrap(), look.bg.or(ground.bg).unwrap())
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 0.001);
    assert!((contrast([0x77; 3], [255; 3]) - 4.478).abs() < 0.001);
}

#[test]
fn every_role_can_be_read_on_its_ground() {
    for (name, depth, least) in [
        ("dark", Depth::True, 4.5),
        ("light", Depth::True, 4.5),
        ("high-contrast", Depth::True, 7.0),
        ("dark", Depth::TwoFiftySix, 4.5),
        ("light", Depth::TwoFiftySix, 4.5),
        ("high-contrast", Depth::TwoFiftySix, 7.0),
    ] {
        let theme = theme(name).at(depth);
        for role in Role::ALL {
            let (words, ground) = effective(&theme, *role);
            let contrast = contrast(mixture(words), mixture(ground));
            assert!(contrast >= least, "{} of {name} at {depth:?}: {contrast:.2} is less than {least}", role.name());
            // A terminal makes of `dim` what it likes, which no test can measure.
            assert!(!theme.style(*role).add_modifier.contains(Modifier::DIM), "{} of {name}", role.name());
        }
    }
}

#[test]
fn a_role_without_ground_can_be_read_on_the_bar_and_in_a_pad() {
    for (name, least) in [("dark", 4.5), ("light", 4.5), ("high-contrast", 7.0)] {
        let theme = theme(name);
        for role in Role::ALL.iter().filter(|role| theme.style(**role).bg.is_none()) {
            for below in [Role::Bar, Role::Pad] {
                let (words, ground) = (effective(&theme, *role).0, effective(&theme, below).1);
                let contrast = contrast(mixture(words), mixture(ground));
                let (role, below) = (role.name(), below.name());
                assert!(contrast >= least, "{role} on {below} of {name}: {contrast:.2} is less than {least}");
            }
        }
    }
}

#[test]
fn sixteen_colours_leave_no_role_invisible() {
    for name in ["dark", "light", "high-contrast"] {
        let theme = theme(name).at(Depth::Sixteen);
        for role in Role::ALL {
            let (words, ground) = effective(&theme, *role);
            assert_ne!(words, ground, "{} of {name}", role.name());
        }
    }
}

#[test]
fn what_is_laid_over_anything_states_both_its_colours() {
    for name in ["dark", "light", "high-contrast"] {
        let theme = theme(name);
        for role in Role::ALL {
            let style = theme.style(*role);
            assert!(style.bg.is_none() || style.fg.is_some(), "{} of {name}", role.name());
        }
        for role in [Role::Selection, Role::PadChosen, Role::Cursor] {
            assert!(theme.style(role).bg.is_some(), "{} of {name}", role.name());
        }
    }
}

#[test]
fn plain_has_no_colour_and_still_tells_apart_what_matters() {
    let plain = theme(PLAIN);
    for role in Role::ALL {
        let style = plain.style(*role);
        assert_eq!((style.fg, style.bg), (None, None), "{}", role.name());
    }
    for (one, other) in [
        (Role::Selection, Role::Text),
        (Role::PadChosen, Role::Pad),
        (Role::Cursor, Role::Typing),
        (Role::Banner, Role::Bar),
        (Role::Banner, Role::Text),
        (Role::Private, Role::Text),
        (Role::Private, Role::Bar),
        (Role::Private, Role::Practice),
        (Role::Practice, Role::Bar),
        (Role::Unsaved, Role::Saved),
        (Role::StripRoom, Role::StripPen),
        (Role::StripRoom, Role::StripDone),
        (Role::StripDeferred, Role::StripDone),
        (Role::StripPrivate, Role::StripPen),
        (Role::RollPresent, Role::RollApologies),
        (Role::RollPresent, Role::RollAbsent),
        (Role::RollAbsent, Role::RollApologies),
        (Role::RollPresent, Role::RollLeft),
        (Role::Jotting, Role::Text),
        (Role::UnknownSpeaker, Role::Text),
        (Role::Undertaking, Role::Typing),
        (Role::HintKey, Role::HintText),
        (Role::BorderFocus, Role::Border),
        (Role::Error, Role::Warning),
    ] {
        assert_ne!(plain.style(one), plain.style(other), "{} and {}", one.name(), other.name());
    }
}

#[test]
fn without_colours_only_modifiers_are_left() {
    let dark = theme("dark").at(Depth::None);
    for role in Role::ALL {
        let style = dark.style(*role);
        assert!(
            [style.fg, style.bg].iter().all(|colour| matches!(colour, None | Some(Color::Reset))),
            "{}",
            role.name()
        );
    }
}

#[test]
fn roles_end_at_one_that_falls_back_on_nothing() {
    let names: BTreeSet<&str> = Role::ALL.iter().map(|role| role.name()).collect();
    assert_eq!(names.len(), Role::ALL.len());
    for role in Role::ALL {
        let steps = successors(Some(*role), |role| role.fallback()).take(Role::ALL.len() + 1).count();
        assert!(steps <= 6, "{} falls {steps} times", role.name());
    }
}

#[test]
fn what_is_left_open_comes_from_the_parent_and_then_from_the_fallback() {
    let text = "[theme]\nname = \"mine\"\ninherits = \"dark\"\n[roles]\n\
                heading = { fg = \"red\", bold = false }\nbig = { italic = true }\n";
    let (mine, problems) = read("my.toml", text, &shipped().0);
    assert!(problems.is_empty(), "{}", render(&problems, false));
    let (mine, dark) = (mine.unwrap(), theme("dark"));
    assert_eq!(mine.name(), "mine");
    assert_eq!(mine.style(Role::Heading), Style::new().fg(Color::Red));
    assert_eq!(mine.style(Role::Big), dark.style(Role::Big).italic());
    assert_eq!(mine.style(Role::Warning), dark.style(Role::Warning));
    assert_eq!(dark.style(Role::PadChosen), dark.style(Role::Selection), "by its fallback");
    assert_eq!(dark.style(Role::Label), dark.style(Role::TextDim), "by its fallback");
}

#[test]
fn every_slip_in_a_file_is_told_with_its_place() {
    let text = r##"[theme]
name = "mine"
inherits = "drak"
colour = 1

[roles]
heding = { bold = true }
text = { fg = "#fff", bg = "#12", bolt = true }
error = { fg = "rde", bg = "#12345é" }
warning = { fg = "mauve", bg = "" }
"##;
    let mut found = wrong(text);
    found.sort_by_key(|line| line.split_once(':').unwrap().0.parse::<u32>().unwrap());
    let expected = [
        "3:12 there is no theme `drak` to inherit from | Did you mean `dark`?",
        "4:1 `colour` is not known here | ",
        "7:1 `heding` is not known here | Did you mean `heading`?",
        "8:35 `bolt` is not known here | Did you mean `bold`?",
        "8:15 `#fff` is not a colour | Did you mean `#ffffff`?",
        "8:28 `#12` is not a colour | Write # and six digits",
        "9:16 `rde` is not a colour | Did you mean `red`?",
        "9:28 `#12345é` is not a colour | Write # and six digits",
        "10:18 `mauve` is not a colour | Write a mixture such as `#1c3d5a`, or one of black, red",
        "10:32 `` is not a colour | Write a mixture",
    ];
    for line in expected {
        assert!(found.iter().any(|found| found.starts_with(line)), "{line:?} is not among {found:#?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn a_name_is_needed_and_can_be_had_once() {
    assert!(wrong("[theme]\nname = \"dark\"\n")[0].starts_with("2:8 there is a theme `dark` already"));
    assert!(wrong("[theme]\nname = \" \"\n")[0].starts_with("2:8 this theme has no name"));
    assert!(!wrong("[theme]\n").is_empty());
    assert!(!wrong("").is_empty());
}

#[test]
fn a_colour_becomes_the_nearest_there_is() {
    for (colour, depth, expected) in [
        ("#ff0000", Depth::Sixteen, Color::LightRed),
        ("#000000", Depth::Sixteen, Color::Black),
        ("#fefefe", Depth::Sixteen, Color::White),
        ("#0000e0", Depth::Sixteen, Color::Blue),
        ("#000000", Depth::TwoFiftySix, Color::Indexed(16)),
        ("#5f87af", Depth::TwoFiftySix, Color::Indexed(67)),
        ("#808080", Depth::TwoFiftySix, Color::Indexed(244)),
        ("#123456", Depth::True, Color::Rgb(0x12, 0x34, 0x56)),
        ("#123456", Depth::None, Color::Reset),
        ("red", Depth::Sixteen, Color::Red),
        ("red", Depth::None, Color::Reset),
        ("default", Depth::Sixteen, Color::Reset),
    ] {
        assert_eq!(colour::reduce(colour::parse(colour).unwrap(), depth), expected, "{colour} at {depth:?}");
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading_of_a_colour(text in "#?\\PC{0,8}") {
        if let Ok(colour) = colour::parse(&text) {
            for depth in [Depth::None, Depth::Sixteen, Depth::TwoFiftySix, Depth::True] {
                let once = colour::reduce(colour, depth);
                prop_assert_eq!(colour::reduce(once, depth), once);
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reading_of_a_theme(value in "\\PC{0,20}", key in "[a-z-]{1,12}") {
        let text = format!("[theme]\nname = \"x\"\n[roles]\n{key} = {{ fg = '{value}' }}\n");
        let (theme, problems) = read("my.toml", &text, &[]);
        prop_assert!(theme.is_some() || !problems.is_empty());
    }
}
