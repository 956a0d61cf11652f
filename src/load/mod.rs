//! Bodies, agendas and plans, read from files that a clerk writes by hand.
//!
//! `body.toml` describes a body, `2023-07-19.toml` beside it one meeting's agenda. Every problem of a file comes back at
//! once, with its place. The smallest body and agenda:
//!
//! ```toml
//! [body]                                  [meeting]
//! name = "Anytown Council"                date = 2023-07-19
//! chair = "Councillor A Smith"            time = "7.30pm"
//!
//! [[seat]]                                [[item]]
//! member = "Councillor A Smith"           title = "Apologies for Absence"
//! ```
//!
//! # People
//!
//! A person may be one line: "Councillor A Smith", or "Jane Webb, Clerk, Anytown Council" for name, post and organisation.
//! A table says more: `name`, or `title`, `forename`, `initials` and `surname`; `pronoun`, `post`, `organisation`,
//! `called`, `handles`, `usual`, `group`, `key`. People are described where they first belong: as the `member` or among
//! the `substitutes` of a `[[seat]]`, among the `people` of a `[[group]]`, or under `[[person]]`. Everywhere else, and
//! there too, they can be referred to by key, handle, or any form of their name.
//!
//! A person's key is their surname in small letters; where that is taken, initials and surname, then forename and surname,
//! then a number. A seat's key is its holder's, an item's is made of the first words of its title. `key` overrides it.
//!
//! # Items
//!
//! An item may be one line, its title, in `item = ["Apologies for Absence", ...]`, or a table `[[item]]` with `title`,
//! `pages`, `author`, `receives` ("a report on ..."), `subject`, `document`, `recommendation`, `presenters`, `answers`
//! (a party), `internal`, `offer` (the ready-made decision offered first, by its name in the house style), and items
//! below it as `[[item.item]]`. `kind` is guessed from the title and can be given; `office`, `sets` (dates), `topics` and
//! `year` belong to elections, minutes, reviews and complaints.
//!
//! Dates are written 2023-07-19 or "Wednesday 19 July 2023", times "13:30" or "1.30pm".
//!
//! # The plan
//!
//! `plan.toml` beside the body's file is its forward plan: `[plan]`, a `[[meeting]]` for each meeting to come with its
//! `[[meeting.item]]`s, a `[[topic]]` for what has no date, and a `[[change]]` for what was changed and where that was
//! decided. An agenda without `[[plan]]` entries of its own takes the meetings after its day from there.
//!
//! # Published packs
//!
//! [`pack`] reads the text of an agenda that a council has published, and writes these files.
//!
//! # Agendas over bodies
//!
//! An agenda's body is the `body.toml` beside it, unless `body` under `[meeting]` names another body's folder, or a file
//! beside it: a body as it once was. A file of house style is named by `style` under `[meeting]` or `[body]`.
//!
//! An agenda may hold `[[person]]`, `[[seat]]`, `[[group]]`, `[[party]]` and `[rules]` of its own. They add to the
//! body's, or change the one with the same key: what they give replaces, what they leave out stays.

mod agenda;
mod before;
mod body;
mod checker;
pub mod compiled;
mod declared;
pub mod draft;
mod items;
mod key;
mod kind;
mod name;
mod new_meeting;
mod next;
mod notice;
pub mod pack;
mod panel;
mod plan;
mod roster;
mod table;
mod topics;
mod unsettled;
mod value;
mod when;
mod written;

#[cfg(test)]
mod tests;

use crate::problem::{Problem, Problems};
use crate::source::top_table;

pub use agenda::{agenda, body_named, style_named};
pub use body::{BodyFile, StyleTable, body};
pub use new_meeting::{NewFiles, Typed, new_meeting};
pub use next::{Before, Earlier, NextAgenda, Past, Waiting, next_agenda, put_off};
pub use plan::plan;
pub use unsettled::{left_to_settle, remarks_left};

/// A time of day in any spelling that an agenda's file may have.
pub fn time(text: &str) -> Option<chrono::NaiveTime> {
    when::time(text.trim()).ok().flatten()
}

/// Every problem of a body, an agenda or a plan; nothing for a file that another part reads.
///
/// An agenda is read against its body, which `bodies` finds: by the folder that the agenda names, or beside the agenda
/// where it names none. Its error, and the body's own errors if it had any, should be a problem of the body's file.
pub fn check(file: &str, text: &str, bodies: &dyn Fn(Option<&str>) -> Result<BodyFile, Problem>) -> Option<Problems> {
    // The second way is for a file too broken to have a table.
    let ours = |table: &String| ["body", "seat", "meeting", "item", "plan"].contains(&table.as_str());
    let table = top_table(text).filter(ours).or_else(|| first_heading(text).filter(ours))?;
    if table == "body" || table == "seat" {
        return Some(body(file, text).1);
    }
    if table == "plan" {
        // The body only says on which days it is closed.
        let rules = bodies(None).map(|file| file.body.rules).unwrap_or_default();
        return Some(plan(file, text, rules.diary()).1);
    }
    Some(match bodies(body_named(text).as_deref()) {
        Ok(body) => agenda(file, text, &body).1,
        Err(problem) => {
            // What can be said without the body: syntax, unknown keys and kinds of values.
            let mut problems = agenda::shape(file, text);
            problems.push(problem);
            problems
        }
    })
}

/// The word of the first heading.
fn first_heading(text: &str) -> Option<String> {
    let heading = text.lines().find_map(|line| line.trim_start().strip_prefix('['))?;
    let word = heading.trim_start_matches('[').split(|letter: char| !letter.is_ascii_alphanumeric()).next()?;
    Some(word.to_owned())
}
