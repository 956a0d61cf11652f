//! Holds the plan of the program: parts by level, one part that touches the world, short files, a tidy top level.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod breaches;
mod rules;
mod rust;
mod spelling;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder` whose name ends in `ending`, as (name from the root with `/`, text), by name.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut waiting: Vec<PathBuf> = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let name = path.strip_prefix(root()).unwrap();
            let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            found.push((name.join("/"), fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn every_source_file_keeps_the_rules() {
    let files = files("src", "rs");
    assert!(files.iter().any(|(name, _)| name == "src/main.rs"), "no source was found to read");
    let found: Vec<String> = files.iter().flat_map(|(name, text)| rules::breaches(name, text)).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn every_test_file_is_short_and_says_what_it_is_for() {
    let found: Vec<String> = files("tests", "rs").iter().flat_map(|(name, text)| rules::shape(name, text)).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn the_top_level_holds_only_what_belongs_there() {
    let entries = fs::read_dir(root()).unwrap();
    let names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(rules::strangers(&names), [""; 0], "these have no place at the top of the repository");
}

#[test]
fn what_people_read_is_spelled_as_in_britain() {
    let rust = [files("src", "rs"), files("tests", "rs")].concat();
    let mut found: Vec<String> = rust.iter().flat_map(|(name, text)| spelling::in_rust(name, text)).collect();
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    found.extend(spelling::in_markdown("README.md", &readme));
    for (name, text) in [files("themes", "toml"), files("src", "toml")].concat() {
        found.extend(spelling::in_toml(&name, &text));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}
