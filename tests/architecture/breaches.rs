//! Shows that each rule catches what it is there to catch, and lets pass what is allowed.

use crate::rules::{LONGEST, breaches, strangers};

fn found(name: &str, body: &str) -> Vec<String> {
    breaches(name, &format!("//! A file.\n{body}\n"))
}

#[track_caller]
fn caught(name: &str, body: &str, why: &str) {
    let found = found(name, body);
    assert!(found.iter().any(|line| line.contains(why)), "{body:?} in {name} gave {found:?}, not {why:?}");
}

#[track_caller]
fn allowed(name: &str, body: &str) {
    assert_eq!(found(name, body), [""; 0], "{body:?} in {name}");
}

#[test]
fn imports_go_downwards_only() {
    allowed("src/ui/frame.rs", "use crate::app::Model;\nuse crate::{text, meeting::State};");
    allowed("src/source/mod.rs", "use crate::{problem::Problem, text};");
    allowed("src/ui/theme/mod.rs", "use crate::ui::frame;\nuse super::frame;");
    allowed("src/main.rs", "fn main() { quorate::run::start() }");
    let level = "may not use";
    caught("src/meeting/mod.rs", "use crate::journal::Entry;", "`meeting` (level 1) may not use `journal` (level 2)");
    caught("src/minutes/mod.rs", "use crate::journal::Entry;", level);
    caught("src/load.rs", "use crate::register;", level);
    caught("src/text.rs", "use crate::problem::Problem;", level);
    caught("src/problem.rs", "use crate::source::read;", level);
    caught("src/run/mod.rs", "fn f() { quorate::main::g() }", level);
}

#[test]
fn an_import_is_seen_however_it_is_spelled() {
    let why = "`meeting` (level 1) may not use `app` (level 4)";
    for body in [
        "use crate::app;",
        "use crate::{text, app::{Model, keys}};",
        "use crate::{\n    app,\n};",
        "use crate::app::*;",
        "use crate as root;\nfn f() { root::app::g() }",
        "fn f() -> crate::app::Model { g() }",
        "fn f() { let x = vec![crate :: app::new()]; }",
        "fn f() { g::<crate::app::Model>() }",
        "use super::super::app::Model;",
        "mod inner {\n    use super::super::super::app;\n}",
        "/* a comment /* in a comment */ */ use crate::app;",
        "fn f() { let quote = '\"'; crate::app::g(); let other = '\"'; }",
        "fn f<'a>(x: &'a str) -> &'a str { crate::app::g(x) }",
    ] {
        caught("src/meeting/state.rs", body, why);
    }
}

#[test]
fn comments_and_strings_are_no_imports() {
    allowed(
        "src/meeting/state.rs",
        r##"
        // use crate::app;
        /// See [`crate::app`].
        /* use crate::app; /* std::fs */ std::fs */
        const A: &str = "crate::app \" std::fs";
        const B: &str = r#"crate::app " std::fs"#;
        const C: &[u8] = br"std::fs";
        const D: char = '\'';
        const E: &str = "std::env";
        "##,
    );
}

#[test]
fn a_parent_named_by_super_is_one_of_the_own_part() {
    allowed("src/meeting/state.rs", "use super::app;");
    allowed("src/meeting/state.rs", "#[cfg(test)]\nmod tests {\n    use super::super::app;\n}");
    allowed("src/meeting/state.rs", "mod one {}\nuse super::run;");
}

#[test]
fn a_folder_that_is_no_part_is_caught() {
    caught("src/helpers/mod.rs", "", "`helpers` is no part of the program");
    caught("src/ui/mod.rs", "use crate::helpers::x;", "is in no part of the program");
    caught("src/ui/mod.rs", "use crate::*;", "is in no part of the program");
}

#[test]
fn only_run_touches_the_world() {
    for body in [
        "use std::fs;",
        "use std::{fmt, fs::File};",
        "use std::io;\nfn f() { io::stdout() }",
        "use std::io::{self, Write, stdin};",
        "use std::io::*;",
        "use std::io as world;\nfn f() { world::stderr() }",
        "fn f() { std::env::var(\"HOME\") }",
        "fn f() { std::process::exit(1) }",
        "fn f() { std::thread::spawn(g) }",
        "fn f() { tokio::spawn(g()) }",
        "use crossterm::event::Event;",
        "use tempfile::NamedTempFile;",
        "use etcetera::BaseStrategy;",
        "use chrono::Utc;\nfn f() { Utc::now() }",
        "fn f() { chrono::Local::now() }",
        "use std::time::SystemTime;",
        "fn f(p: &Path) -> bool { p.exists() }",
    ] {
        caught("src/ui/frame.rs", body, "only `run` touches the world");
        caught("src/journal/mod.rs", body, "only `run` touches the world");
        allowed("src/run/files.rs", body);
    }
    allowed("src/journal/mod.rs", "use std::io::{self, Write};\nfn f() -> io::Result<()> { Ok(()) }");
    allowed("src/meeting/mod.rs", "use chrono::{DateTime, Utc};\nuse std::time::Duration;");
    allowed("src/meeting/mod.rs", "fn f() { env!(\"CARGO_PKG_VERSION\") }");
}

#[test]
fn a_test_may_read_files_but_no_clock() {
    allowed("src/load/tests.rs", "use std::fs;");
    allowed("src/load/mod.rs", "#[cfg(test)]\nmod tests {\n    use std::fs;\n}");
    caught("src/load/mod.rs", "mod other {\n    use std::fs;\n}", "`std::fs`");
    caught("src/load/mod.rs", "#[cfg(test)]\nmod tests {}\nuse std::fs;", "`std::fs`");
    caught("src/load/tests.rs", "use std::time::Instant;", "`std::time::Instant`");
}

#[test]
fn only_ui_draws() {
    allowed("src/ui/mod.rs", "use ratatui::style::Style;\nuse ratatui_textarea::TextArea;");
    allowed("src/app/pen.rs", "use ratatui_textarea::TextArea;");
    caught("src/app/pen.rs", "use ratatui::style::Style;", "drawing belongs to `ui`");
    caught("src/app/pen.rs", "use ratatui::crossterm::event::KeyCode;", "drawing belongs to `ui`");
    caught("src/minutes/mod.rs", "use ratatui_textarea::TextArea;", "drawing belongs to `ui`");
    caught("src/ui/mod.rs", "use ratatui::crossterm::event;", "`ratatui::crossterm`");
    caught("src/ui/mod.rs", "fn f() { ratatui::init(); }", "`ratatui::init`");
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let long = "\n".repeat(LONGEST);
    caught("src/ui/mod.rs", &long, "lines, more than");
    allowed("src/ui/mod.rs", &"\n".repeat(LONGEST - 2));
    let bare = breaches("src/ui/mod.rs", "use std::fmt;\n");
    assert_eq!(bare.len(), 1, "{bare:?}");
    assert!(bare[0].contains("does not begin by saying what it is for"));
}

#[test]
fn the_top_level_is_watched() {
    let names = [".ci", "Cargo.toml", "src", "docs", "clippy.toml"].map(str::to_owned);
    assert_eq!(strangers(&names), ["docs", "clippy.toml"]);
}

#[test]
fn a_breach_says_its_line() {
    let found = found("src/meeting/mod.rs", "\n\nuse crate::{\n    text,\n    app,\n};");
    assert_eq!(found, ["src/meeting/mod.rs:6: `meeting` (level 1) may not use `app` (level 4)"]);
}
