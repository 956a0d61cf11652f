//! `quorate check --samples`: every sentence of a house style, filled with made-up facts.

use std::path::Path;

use crate::load;
use crate::minutes::specimen::{self, Row};
use crate::minutes::style::Style;
use crate::problem::Problem;
use crate::source::top_table;
use crate::text::{harmless, pad, width, wrap};

use super::papers::read_text;

/// How wide samples are printed, in cells.
const WIDTH: usize = 80;

/// Where what is printed stands, beside its name.
const BESIDE: usize = 28;

/// What stands where the house says nothing.
const NOTHING: &str = "(nothing)";

/// The samples of a style, or of the style and the people of a body.
///
/// # Errors
///
/// Where the file cannot be read, or holds no style.
pub fn samples(path: &Path) -> Result<String, Problem> {
    let text = read_text(path)?;
    let name = path.display().to_string();
    match top_table(&text).as_deref() {
        Some("body" | "seat") => {
            let body = load::body(&name, &text).0.map(|file| file.body);
            Ok(shown(&specimen::chapters(&Style::read(&name, &text).0, body.as_ref())))
        }
        Some("style") => Ok(shown(&specimen::chapters(&Style::read(&name, &text).0, None))),
        _ => Err(Problem::error(format!("{name} holds no house style"))
            .hint("Name a body's file or that of a style after --samples")),
    }
}

fn shown(chapters: &[specimen::Chapter]) -> String {
    let mut text =
        "Made-up facts in the words of the house. What differs from the program's own is marked *.\n".to_owned();
    for chapter in chapters {
        text.extend(["\n", &chapter.heading.to_uppercase(), "\n"]);
        chapter.rows.iter().for_each(|row| text.push_str(&row_text(row)));
    }
    text
}

/// The name and, beside it, what it prints.
fn row_text(row: &Row) -> String {
    let mark = if row.own { "* " } else { "  " };
    let words = if row.text.is_empty() { NOTHING } else { row.text.as_str() };
    let mut name = format!("{mark}{}", row.name);
    let mut text = String::new();
    if width(&name) + 1 > BESIDE {
        text.extend([&name, "\n"]);
        name.clear();
    }
    for line in words.lines().map(harmless) {
        for part in wrap(&line, WIDTH - BESIDE) {
            text.push_str(format!("{}{part}\n", pad(&name, BESIDE)).trim_end_matches(' '));
            name.clear();
        }
    }
    text
}
