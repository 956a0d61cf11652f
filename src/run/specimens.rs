//! `quorate check --samples`: every sentence of a house style, filled with made-up facts.

use std::path::Path;

use crate::load;
use crate::minutes::specimen::{self, Row};
use crate::minutes::style::Style;
use crate::problem::Problem;
use crate::source::top_table;
use crate::text::{harmless, wrap};

use super::papers::read_text;

/// How wide samples are printed, in cells.
const WIDTH: usize = 76;

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
    let mut text = "Made-up facts in the words of the house. What differs from the program's own is marked *.\n".to_owned();
    for chapter in chapters {
        text.push_str(&format!("\n{}\n", chapter.heading.to_uppercase()));
        chapter.rows.iter().for_each(|row| text.push_str(&row_text(row)));
    }
    text
}

fn row_text(row: &Row) -> String {
    let mark = if row.own { " *" } else { "" };
    let words = if row.text.is_empty() { NOTHING } else { row.text.as_str() };
    let lines = words.lines().flat_map(|line| {
        let line = harmless(line).into_owned();
        wrap(&line, WIDTH).into_iter().map(|line| format!("    {line}\n")).collect::<Vec<_>>()
    });
    format!("  {}{mark}\n{}", row.name, lines.collect::<String>())
}
