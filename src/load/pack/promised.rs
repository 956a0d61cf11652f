//! What somebody promised or was told to do, in the sentences of minutes.

use super::item::{Mark, mark};

/// Only who speaks for somebody can promise: what the program's own list finds in a question is none.
pub(super) fn promises(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let conditional = ["would ask", "asked if", "asked whether", "asked what", "could "]
        .iter()
        .any(|words| lower.starts_with(words) || lower.contains(" asked "));
    !conditional
        && ["would", "will", "undertook", "agreed to", "promised", "to take this"]
            .iter()
            .any(|word| lower.contains(word))
}

/// Who promises in a sentence, where it begins with whom: "The Ranger agreed to ...", "Officers would ...".
pub(super) fn promiser(sentence: &str) -> Option<String> {
    const VERBS: [&str; 12] = [
        "would",
        "will",
        "agreed",
        "undertook",
        "promised",
        "said",
        "confirmed",
        "advised",
        "stated",
        "offered",
        "explained",
        "responded",
    ];
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let end = words.iter().take(8).position(|word| VERBS.contains(word))?;
    let named = words.get(..end)?.strip_prefix(&["The"]).unwrap_or(words.get(..end)?);
    let nobody = ["It", "This", "That", "There", "He", "She", "They", "Members", "Which", "These", "In", "A", "An"];
    let sound = named.first().is_some_and(|first| first.starts_with(char::is_uppercase) && !nobody.contains(first))
        && named
            .iter()
            .all(|word| word.starts_with(char::is_uppercase) || ["of", "the", "and", "for", "officers"].contains(word));
    // "The Panel agreed to note" promises nothing for anybody.
    let body = ["panel", "committee", "board", "council", "cabinet", "authority"]
        .contains(&named.last().map(|word| word.to_lowercase()).unwrap_or_default().as_str());
    (sound && !body).then(|| named.join(" "))
}

/// A sentence without the letter or number of its point.
pub(super) fn bare(sentence: &str) -> &str {
    match mark(sentence) {
        Some(Mark::Number { closed: true, rest, .. } | Mark::Letter { rest, .. }) => rest,
        _ => sentence,
    }
}

pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").map(str::trim).filter(|sentence| sentence.len() > 20)
}

/// What somebody may be to do.
const TASKS: [&str; 24] = [
    "circulate",
    "provide",
    "arrange",
    "write",
    "send",
    "report",
    "bring",
    "share",
    "contact",
    "ask",
    "check",
    "investigate",
    "confirm",
    "update",
    "invite",
    "prepare",
    "publish",
    "raise",
    "follow",
    "look",
    "seek",
    "produce",
    "speak",
    "organise",
];

/// "OPCC to circulate the comments.", "ACTION: Jo Bell to write to the board".
pub(super) fn task(text: &str) -> Option<(Option<String>, String)> {
    let lower = text.to_lowercase();
    let labelled = ["action:", "action –", "action -", "actions:", "action point:"]
        .iter()
        .find(|label| lower.starts_with(**label));
    let rest = labelled.and_then(|label| text.get(label.len()..)).map_or(text, str::trim);
    let (owner, _) = rest.split_once(" to ")?;
    let verb = rest.get(owner.len() + 4..)?.split_whitespace().next()?;
    let words: Vec<&str> = owner.split_whitespace().collect();
    let named = (1..=5).contains(&words.len())
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || ["of", "the", "and", "for"].contains(word));
    (named && TASKS.contains(&verb) && rest.len() > owner.len() + 12 && text.len() < 400)
        .then(|| (Some(owner.to_owned()), rest.to_owned()))
}
