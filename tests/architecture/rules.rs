//! The rules of the house: which part may know which, who may touch the world, how long a file may be.

use crate::rust::{self, Path};

/// Every part with its level. A part imports only from parts of a lower level.
const PARTS: [(&str, u8); 14] = [
    ("main", 7),
    ("run", 6),
    ("ui", 5),
    ("app", 4),
    ("load", 3),
    ("register", 3),
    ("minutes", 2),
    ("journal", 2),
    ("meeting", 1),
    ("spelling", 1),
    ("problem", 0),
    ("text", 0),
    ("source", 0),
    ("lib", 8),
];

/// Imports within one level that are allowed: `source` says its problems with places and in clean text.
const NEIGHBOURS: [(&str, &str); 2] = [("source", "problem"), ("source", "text")];

/// The world: only `run` and `main` may name it. The second list holds in tests too.
const WORLD: [&str; 11] = [
    "std::fs",
    "std::env",
    "std::thread",
    "std::process",
    "std::net",
    "std::os",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "tempfile",
    "etcetera",
];
const WORLD_IN_TESTS_TOO: [&str; 12] = [
    "tokio",
    "crossterm",
    "ratatui::crossterm",
    "ratatui::init",
    "ratatui::try_init",
    "ratatui::restore",
    "ratatui::run",
    "anstyle_query",
    "std::time::Instant",
    "std::time::SystemTime",
    "chrono::Utc::now",
    "chrono::Local",
];

/// Methods of `std::path::Path` that ask the disk.
const WORLD_METHODS: [&str; 7] =
    ["exists", "try_exists", "is_file", "is_dir", "canonicalize", "read_dir", "symlink_metadata"];

/// Drawing belongs to `ui` (and to `run`, which owns the terminal); `app` may use the text area alone.
const DRAWING: [&str; 4] = ["ratatui", "ratatui_core", "ratatui_widgets", "ratatui_crossterm"];
const TEXT_AREA: &str = "ratatui_textarea";

/// The most lines that a file may have, its tests included.
pub(crate) const LONGEST: usize = 450;

/// What else than hidden files may stand at the top of the repository.
const TOP: [&str; 8] = ["Cargo.toml", "Cargo.lock", "README.md", "src", "agendas", "themes", "tests", "target"];

/// Everything wrong with the file `name` (`src/ui/theme/mod.rs`) that says `source`; one plain line for each breach.
pub(crate) fn breaches(name: &str, source: &str) -> Vec<String> {
    let mut found = shape(name, source);
    let module = module_of(name);
    let part = module.first().cloned().unwrap_or_default();
    let Some(level) = level_of(&part) else {
        found.push(format!("{name}: `{part}` is no part of the program; give it a level in tests/architecture"));
        return found;
    };
    let test_file = module.iter().any(|segment| segment == "tests");
    for path in rust::paths(source, &module) {
        let line = path.line;
        let in_test = test_file || path.in_test;
        let wrong =
            import(&part, level, &path).or_else(|| drawing(&part, &path)).or_else(|| world(&part, &path, in_test));
        found.extend(wrong.map(|why| format!("{name}:{line}: {why}")));
    }
    if !touches_the_world(&part) && !test_file {
        found.extend(methods(name, source));
    }
    found
}

/// Length and header, which hold for tests as well.
pub(crate) fn shape(name: &str, source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let lines = source.lines().count();
    if lines > LONGEST {
        found.push(format!("{name}: {lines} lines, more than {LONGEST}; usually two things in one room"));
    }
    if !source.starts_with("//! ") {
        found.push(format!("{name}: does not begin by saying what it is for (`//! …`)"));
    }
    found
}

/// Names at the top of the repository that have no place there.
pub(crate) fn strangers<'a>(names: &'a [String]) -> Vec<&'a str> {
    let known = |name: &&'a str| name.starts_with('.') || TOP.contains(name);
    names.iter().map(String::as_str).filter(|name| !known(name)).collect()
}

fn level_of(part: &str) -> Option<u8> {
    PARTS.iter().find(|(name, _)| *name == part).map(|(_, level)| *level)
}

fn touches_the_world(part: &str) -> bool {
    matches!(part, "run" | "main")
}

/// `src/ui/theme/mod.rs` -> `["ui", "theme"]`.
fn module_of(name: &str) -> Vec<String> {
    let inner = name.trim_start_matches("src/").trim_end_matches(".rs");
    let mut segments: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if segments.last().is_some_and(|last| last == "mod") {
        segments.pop();
    }
    segments
}

fn import(part: &str, level: u8, path: &Path) -> Option<String> {
    let root = path.segments.first()?;
    if root != "crate" && root != "quorate" {
        return None;
    }
    let other = path.segments.get(1)?;
    let Some(target) = level_of(other) else {
        // An item at the root of the binary or library itself, as a glob is.
        let whole = format!("`{}` is in no part of the program", path.segments.join("::"));
        return (root == "quorate" || level < 7).then_some(whole);
    };
    let neighbour = NEIGHBOURS.contains(&(part, other.as_str()));
    let fine = other == part || target < level || neighbour;
    (!fine).then(|| format!("`{part}` (level {level}) may not use `{other}` (level {target})"))
}

fn drawing(part: &str, path: &Path) -> Option<String> {
    let draws = matches!(part, "ui" | "run" | "main");
    let area = draws || part == "app";
    let crates = DRAWING.iter().filter(|_| !draws);
    let wrong = crates.chain(std::iter::once(&TEXT_AREA).filter(|_| !area));
    named(path, wrong).map(|what| format!("`{part}` may not use `{what}`: drawing belongs to `ui`"))
}

fn world(part: &str, path: &Path, in_test: bool) -> Option<String> {
    if touches_the_world(part) {
        return None;
    }
    let wrong = WORLD_IN_TESTS_TOO.iter().chain(WORLD.iter().filter(|_| !in_test));
    named(path, wrong).map(|what| format!("`{part}` may not touch `{what}`: only `run` touches the world"))
}

fn named<'a>(path: &Path, mut wrong: impl Iterator<Item = &'a &'static str>) -> Option<&'static str> {
    wrong.find(|prefix| path.touches(prefix)).copied()
}

fn methods(name: &str, source: &str) -> Vec<String> {
    let tokens = rust::tokens(source);
    let calls = tokens.windows(3).filter(|three| {
        three[0].text == "." && three[2].text == "(" && WORLD_METHODS.contains(&three[1].text.as_str())
    });
    calls
        .map(|three| {
            format!("{name}:{}: `.{}()` asks the disk: only `run` touches the world", three[1].line, three[1].text)
        })
        .collect()
}
