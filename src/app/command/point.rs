//! What was said, as it is typed: `sb fox hunting / pcc best rural team`.
//!
//! A turn begins with whoever speaks, where the first words name somebody exactly; otherwise all of it is a sentence of
//! its own. ` / ` begins the next turn. A point of whole sentences is a minute; anything else is a jotting to write up.

use crate::app::people::{self, Heard};
use crate::meeting::command::Refusal;
use crate::meeting::fact::{Point, Section, Speaker, Turn};
use crate::meeting::state::State;

/// The most words that the name of a speaker has: "the Commissioner and his staff", with some to spare.
const NAME_WORDS: usize = 8;

/// The longest topic, in characters. What is longer before a dash is a sentence with a dash in it.
const TOPIC: usize = 80;

/// Initials that are words first: with a colon after them they are somebody's initials all the same.
const ORDINARY: &[&str] = &[
    "a", "ad", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do",
    "for", "go", "had", "has", "he", "her", "hi", "his", "how", "i", "if", "in", "is", "it", "its", "may", "me", "my",
    "no", "not", "of", "oh", "ok", "on", "or", "our", "out", "re", "see", "she", "so", "the", "then", "there", "they",
    "this", "to", "up", "us", "was", "we", "who", "why", "will", "with", "you",
];

/// Reads a point for a list of an item. Among highlights, what stands before a dash is the topic.
///
/// # Errors
///
/// Several people answer to a speaker's name.
pub fn read(state: &State, text: &str, section: Section) -> Result<Point, Refusal> {
    let text = one_line(text);
    let (topic, text) = match dash(&text).filter(|_| section == Section::Highlights) {
        Some((topic, rest)) if topic.chars().count() <= TOPIC => (Some(topic.to_owned()), rest.to_owned()),
        _ => (None, text),
    };
    let turns = turns(state, &text)?;
    let jotting = !turns.iter().all(|turn| is_sentence(&turn.text));
    Ok(Point { section, topic, turns, jotting, jotted: None })
}

/// Reads turns.
///
/// # Errors
///
/// As [`read`].
pub fn turns(state: &State, text: &str) -> Result<Vec<Turn>, Refusal> {
    let text = one_line(text);
    text.split(" / ").map(|part| turn(state, part.trim())).collect()
}

/// Reads one turn.
///
/// # Errors
///
/// As [`read`].
pub fn turn(state: &State, text: &str) -> Result<Turn, Refusal> {
    for end in ends_of_words(text).into_iter().rev() {
        let Some((name, rest)) = text.split_at_checked(end) else { continue };
        let stopped = name.strip_suffix(':');
        let name = stopped.unwrap_or(name);
        if stopped.is_none() && is_ordinary(name) {
            continue;
        }
        match people::heard(state, name) {
            Heard::Speaker(speaker) => return Ok(Turn { speaker, text: rest.trim_start().to_owned() }),
            Heard::Several(people) => return Err(people::several(state, name, &people)),
            Heard::Nobody => {}
        }
    }
    Ok(Turn { speaker: Speaker::None, text: text.to_owned() })
}

fn is_ordinary(name: &str) -> bool {
    ORDINARY.contains(&name.to_lowercase().as_str())
}

fn ends_of_words(text: &str) -> Vec<usize> {
    let mut ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).take(NAME_WORDS).collect();
    if ends.len() < NAME_WORDS {
        ends.push(text.len());
    }
    ends
}

/// Whether text ends as a sentence does.
pub fn is_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['"', '\'', '”', '’', ')', ']']);
    bare.ends_with(['.', '?', '!'])
}

/// The text before and after the first dash that stands between spaces.
pub fn dash(text: &str) -> Option<(&str, &str)> {
    let dashes = [" - ", " – ", " — "].iter();
    let (at, dash) = dashes.filter_map(|dash| text.find(dash).map(|at| (at, *dash))).min()?;
    let (before, after) = text.split_at_checked(at)?;
    let (before, after) = (before.trim(), after.strip_prefix(dash)?.trim());
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}

/// A point is one paragraph, whatever was pasted.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
