//! What was to be done after the meeting before, as topics for review.

use std::fmt::Write;

use chrono::NaiveDate;

use super::found::{Found, Sure};
use super::gather::{Before, Pack};
use crate::load::checker::LINE;
use crate::load::written::{quoted, topic};
use crate::meeting::agenda::{Origin, Pledge, Topic};
use crate::text::fold;

/// Whether nothing is known to be left to do.
pub(super) fn is_empty(before: &Before) -> bool {
    before.left.is_empty() && before.actions.is_empty()
}

/// The topics of the item: those of the record of the last meeting, and what the minutes in the pack say where they are
/// of another one.
pub(super) fn topics(pack: &Pack) -> String {
    let Some(before) = &pack.before else { return String::new() };
    let day = pack.head.date.as_ref().map(|found| found.value);
    let held = before.date.as_ref().map(|found| found.value).filter(|held| day.is_some_and(|day| *held < day));
    if before.left.is_empty() {
        return printed(before, held);
    }
    let mut text = String::from("# The topics are from the record of the last meeting.\n");
    text.extend(before.left.iter().map(|left| topic("item", left)));
    let known = |words: &str| before.left.iter().any(|left| fold(&left.title) == fold(words));
    for action in before.actions.iter().filter(|action| !known(&action.value.1)) {
        let (owner, words) = &action.value;
        let origin = held.map(|meeting| Origin {
            meeting,
            time: None,
            fact: None,
            pledge: Pledge::Undertaking,
            minute: None,
            item: None,
            text: words.clone(),
        });
        let found = Topic { owner: owner.clone(), origin, ..Topic::titled(words) };
        _ = write!(text, "\n# From the minutes in the pack,{}{}", doubt(action), topic("item", &found));
    }
    text
}

/// What the minutes in the pack say, on a line each.
fn printed(before: &Before, held: Option<NaiveDate>) -> String {
    if before.actions.is_empty() {
        return String::new();
    }
    let held = held.map_or_else(String::new, |held| format!(", meeting = {held}"));
    let mut text = String::from("topics = [\n");
    for action in &before.actions {
        let (owner, words) = &action.value;
        let owner = owner.as_ref().filter(|owner| owner.chars().count() <= LINE);
        let owner = owner.map_or_else(String::new, |owner| format!(", owner = {}", quoted(owner)));
        _ = writeln!(text, "    {{ title = {}{owner}{held} }}, #{}", quoted(words), doubt(action));
    }
    text.push_str("]\n");
    text
}

fn doubt<T>(action: &Found<T>) -> String {
    let doubt = if action.sure == Sure::Unsure { ": said in discussion; check it" } else { "" };
    format!(" line {}{doubt}", action.line)
}

/// The item as a remark, where what was promised is on an agenda that has none: so that nothing is lost unseen.
pub(super) fn commented(pack: &Pack) -> String {
    let topics = topics(pack);
    if topics.is_empty() {
        return String::new();
    }
    let head = "\n# GAP: no item reviews what was promised at the last meeting. Take the # away from these lines to have it done.\n";
    let item = "[[item]]\ntitle = \"Review of Actions from the Previous Meeting\"\n";
    let lines = item.lines().chain(topics.lines().filter(|line| !line.is_empty()));
    lines.fold(head.to_owned(), |text, line| text + "#" + line + "\n")
}
