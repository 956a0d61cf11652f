//! British spelling in whatever people read: comments, messages, the README. Names in code are the libraries' business.

use crate::rust::{self, Kind};

/// American spellings that no rule below finds.
const AMERICAN: [&str; 47] = [
    "analyze",
    "analyzed",
    "analyzes",
    "analyzing",
    "behavior",
    "behaviors",
    "canceled",
    "canceling",
    "catalog",
    "center",
    "centered",
    "centering",
    "centers",
    "color",
    "colored",
    "colorful",
    "coloring",
    "colorless",
    "colors",
    "councilor",
    "councilors",
    "defense",
    "favor",
    "favorite",
    "favorites",
    "favors",
    "flavor",
    "flavors",
    "fulfill",
    "gray",
    "grays",
    "honor",
    "honored",
    "honors",
    "labeled",
    "labeling",
    "labor",
    "modeled",
    "modeling",
    "neighbor",
    "neighboring",
    "neighbors",
    "offense",
    "signaled",
    "signaling",
    "traveled",
    "traveling",
];

/// Endings of words that the house writes with an s, and words that end so all the same.
const ENDINGS: [&str; 8] = ["ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations"];
const STEMS: [&str; 11] = ["s", "res", "overs", "unders", "outs", "downs", "caps", "pr", "se", "ma", "ups"];

/// American words in the comments and texts of a Rust file.
pub(crate) fn in_rust(name: &str, source: &str) -> Vec<String> {
    let pieces = rust::words_for_people(source).into_iter();
    // A text of a single word is a name (of a key, a field, an option), not a sentence.
    let read = pieces.filter(|(kind, piece)| *kind == Kind::Comment || piece.text.trim().contains(' '));
    read.flat_map(|(_, piece)| in_prose(name, piece.line, &piece.text)).collect()
}

/// American words in a Markdown file, outside its blocks of code.
pub(crate) fn in_markdown(name: &str, text: &str) -> Vec<String> {
    let mut code = false;
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            code = !code;
        } else if !code {
            found.extend(in_prose(name, number + 1, line));
        }
    }
    found
}

/// American words in the remarks of a TOML file.
pub(crate) fn in_toml(name: &str, text: &str) -> Vec<String> {
    let remarks = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('#'));
    remarks.flat_map(|(number, line)| in_prose(name, number + 1, line)).collect()
}

/// American words in `text`, which begins on line `first`; what stands between back-quotes is code.
fn in_prose(name: &str, first: usize, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let prose: Vec<&str> = line.split('`').step_by(2).collect();
        for word in prose.join(" ").split(|c: char| !(c.is_alphabetic() || c == '_')).filter(|word| american(word)) {
            found.push(format!("{name}:{}: `{word}` is American", first + number));
        }
    }
    found
}

fn american(word: &str) -> bool {
    let word = word.to_lowercase();
    let ends = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    AMERICAN.contains(&word.as_str()) || ends.into_iter().any(|stem| !stem.is_empty() && !STEMS.contains(&stem))
}

#[test]
fn american_words_are_found_where_people_read() {
    let word = AMERICAN[13];
    for source in [
        format!("// the {word} of it"),
        format!("/// Its {word}."),
        format!("/*\n{word}\n*/"),
        format!("const A: &str = \"no {word} here\";"),
        format!("const A: &str = r\"no {word} here\";"),
    ] {
        assert_eq!(in_rust("a.rs", &source).len(), 1, "{source}");
    }
    assert_eq!(in_rust("a.rs", &format!("\n/*\n{word}\n*/")), [format!("a.rs:3: `{word}` is American")]);
    assert_eq!(in_markdown("a.md", &format!("{word}\n```\n{word}\n```\n{word}")).len(), 2);
    assert_eq!(in_toml("a.toml", &format!("# {word}\n{word} = 1")).len(), 1);
}

#[test]
fn code_and_names_are_left_alone() {
    let word = AMERICAN[13];
    for source in [
        format!("use ratatui::style::{word};"),
        format!("// see `{word}`"),
        format!("const A: &str = \"{word}\";"),
        "// under NO_COLOR".to_owned(),
        "// the size of a prize that was seized and resized".to_owned(),
    ] {
        assert_eq!(in_rust("a.rs", &source), [""; 0]);
    }
}

#[test]
fn words_made_verbs_are_written_with_an_s() {
    for stem in ["organ", "recogn", "normal", "final"] {
        for ending in ENDINGS {
            assert!(american(&format!("{stem}{ending}")), "{stem}{ending}");
        }
    }
    assert!(!american("organise") && !american("organisation") && !american("Colour"));
}
