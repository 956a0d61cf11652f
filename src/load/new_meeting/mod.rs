//! A body and an agenda made from typed or pasted lines.
//!
//! One item a line, one member or officer a line, as they stand in a printed agenda. What a line cannot be read as is
//! reported and kept in the file as a remark, never dropped.

pub(in crate::load) mod lines;
pub(in crate::load) mod write;

#[cfg(test)]
mod tests;

use crate::problem::{Place, Problem, Problems};
use crate::text::{clean_line, clean_text, cut};

use super::key;
use super::when;
use lines::{Item, Member};

/// What was typed or pasted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typed<'a> {
    /// The body's name.
    pub body: &'a str,
    /// Members and officers, one a line; empty for a body that has its file already.
    pub members: &'a str,
    /// The day, in any spelling that an agenda's file may have: "19 July 2023".
    pub date: &'a str,
    /// The time of day it is called for, in the body's time zone.
    pub time: &'a str,
    /// Where, if known.
    pub venue: &'a str,
    /// The items, one a line.
    pub items: &'a str,
}

/// The files to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFiles {
    /// The body's folder.
    pub folder: String,
    /// The text of its `body.toml`; nothing where no members were given.
    pub body: Option<String>,
    /// The name of the agenda's file.
    pub name: String,
    /// The text of the agenda.
    pub agenda: String,
}

/// Makes the files of a new meeting. There are files unless a problem is an error.
///
/// A line that cannot be read is a warning, placed by its number among the items or the members.
pub fn new_meeting(typed: &Typed<'_>) -> (Option<NewFiles>, Problems) {
    let mut problems = Problems::new();
    let name = needed(typed.body, "name of the body", &mut problems);
    let folder = key::slug(&name);
    if !name.is_empty() && folder.is_empty() {
        problems.push(
            Problem::error(format!("'{name}' gives no name for a folder")).hint("Write a name with letters in it"),
        );
    }
    let date = when::date(typed.date.trim()).unwrap_or_else(|(what, hint)| {
        problems.push(Problem::error(what).hint(hint));
        None
    });
    let time = when::time(typed.time.trim()).unwrap_or_else(|(what, hint)| {
        problems.push(Problem::error(what).hint(hint));
        None
    });
    let items = read(typed.items, "items", lines::items, &mut problems);
    if !items.iter().any(Result::is_ok) {
        problems.push(Problem::error("there are no items").hint("Type or paste them, one a line"));
    }
    let body = (!typed.members.trim().is_empty()).then(|| {
        let members = read(typed.members, "members", lines::members, &mut problems);
        if !members.iter().flatten().any(|member| member.post.is_none()) {
            problems.push(Problem::error("there are no members").hint("Type or paste them, one a line"));
        }
        write::body(&name, &members)
    });
    let (Some(date), Some(time), false) = (date, time, problems.has_errors()) else {
        if !problems.has_errors() {
            problems
                .push(Problem::error("the day or the time is not fixed").hint("Write both; they can be changed later"));
        }
        return (None, problems);
    };
    let agenda = write::agenda(&name, date, time, &clean_line(typed.venue).text, &items);
    let file_name = format!("{date}.toml");
    problems.extend(problems_of(body.as_deref(), &file_name, &agenda));
    if problems.has_errors() {
        return (None, problems);
    }
    (Some(NewFiles { folder, body, name: file_name, agenda }), problems)
}

/// What reading the files will say, such as a time that the clocks skip on that day.
fn problems_of(body: Option<&str>, name: &str, agenda: &str) -> Problems {
    // Where the body has its file already, its people are not needed to read these items.
    let (file, mut problems) = super::body("body.toml", body.unwrap_or(ANY_BODY));
    if let Some(file) = file {
        problems.extend(super::agenda(name, agenda, &file).1);
    }
    problems
}

const ANY_BODY: &str = "[body]\nname = \"Body\"\n[[seat]]\nvacant = true\n";

/// The most lines of a kind, beyond which something else was pasted.
const MOST: usize = 500;

/// A line that was read, or the line itself where it was not.
pub(in crate::load) type Read<T> = Result<T, String>;

fn needed(text: &str, what: &str, problems: &mut Problems) -> String {
    let text = clean_line(text).text;
    match text.chars().count() {
        0 => problems.push(Problem::error(format!("the {what} is empty")).hint("Write it")),
        1..=super::checker::LINE => {}
        _ => problems.push(Problem::error(format!("the {what} is too long")).hint("Write it shorter")),
    }
    text
}

/// Reads lines that are not empty, with `reader`, which gives what it made of one line or why it could not.
fn read<T>(
    text: &str,
    what: &str,
    reader: impl Fn(&[Read<T>], &str) -> Result<Vec<T>, Problem>,
    problems: &mut Problems,
) -> Vec<Read<T>> {
    let text = clean_text(text).text;
    let mut all: Vec<Read<T>> = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if all.len() >= MOST {
            let place = Place { file: what.to_owned(), line: number, column: 1 };
            let problem = Problem::error(format!("there are more than {MOST} lines of {what}")).at(place);
            problems.push(problem.hint("Check what was pasted"));
            break;
        }
        match reader(&all, line) {
            Ok(read) => all.extend(read.into_iter().map(Ok)),
            Err(problem) => {
                let place = Place { file: what.to_owned(), line: number, column: 1 };
                let said = format!("'{}': {}", cut(line, 60), problem.what);
                problems.push(Problem { what: said, ..problem }.at(place));
                all.push(Err(line.to_owned()));
            }
        }
    }
    all
}
