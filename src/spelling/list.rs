//! A list of words that a clerk keeps: a text file with a word on each line.
//!
//! Empty lines and lines that begin with `#` are the clerk's own affair. A name of several words may stand on one line,
//! each of them is known then.

use crate::problem::{Place, Problem, Problems};
use crate::text::{clean_line, words};

use super::dictionary::LONGEST;

/// The words of a list, and what is wrong with its lines.
pub fn read(file: &str, text: &str) -> (Vec<String>, Problems) {
    let (mut list, mut problems) = (Vec::new(), Problems::new());
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match check(line) {
            Ok(words) => list.push(words),
            Err(why) => {
                let problem = Problem::error(why).at(Place { file: file.to_owned(), line: number, column: 1 });
                problems.push(problem.hint("Write one word on each line, or # before what is no word"));
            }
        }
    }
    (list, problems)
}

/// A word that may stand in a list, clean.
///
/// It is an error if there is no word in it, or one that is too long, with what is wrong.
pub fn check(line: &str) -> Result<String, String> {
    let line = clean_line(line).text;
    match words(&line).map(|range| range.len()).max().unwrap_or(0) {
        0 => Err(format!("“{line}” is no word")),
        1..=LONGEST => Ok(line),
        _ => Err(format!("no word is as long as “{line}”")),
    }
}

/// The text of a list with a word more at its end, unless it has that word already.
pub fn with(text: &str, word: &str) -> String {
    if text.lines().any(|line| line.trim() == word) {
        return text.to_owned();
    }
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{gap}{word}\n")
}
