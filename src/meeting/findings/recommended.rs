//! What a paper's recommendation asks a body to do.

use crate::meeting::fact::Verb;

/// Verbs as recommendations spell them. What is not among them, such as "consider", asks for no particular outcome.
const VERBS: &[(&str, Verb)] = &[
    ("agree", Verb::Agree),
    ("note", Verb::Note),
    ("receive", Verb::Receive),
    ("approve", Verb::Approve),
    ("endorse", Verb::Endorse),
    ("support", Verb::Endorse),
    ("adopt", Verb::Adopt),
    ("recommend", Verb::Recommend),
    ("defer", Verb::Defer),
    ("refer", Verb::Refer),
    ("refuse", Verb::Refuse),
    ("reject", Verb::Refuse),
];

/// After these a word such as "note" or "support" is a thing and not a deed.
const BEFORE_THINGS: &[&str] =
    &["a", "an", "any", "attached", "briefing", "covering", "its", "of", "the", "their", "this", "with"];

/// The verbs that the text of a recommendation asks for, each once, in their order.
pub(super) fn recommended(text: &str) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut before = String::new();
    for written in text.to_lowercase().split(|letter: char| letter.is_whitespace() || letter == '/') {
        let word = written.trim_matches(|letter: char| !letter.is_alphanumeric());
        let stem = word.strip_suffix('s').unwrap_or(word);
        let verb = VERBS.iter().find(|(name, _)| *name == stem).map(|(_, verb)| *verb);
        found.extend(verb.filter(|verb| !BEFORE_THINGS.contains(&before.as_str()) && !found.contains(verb)));
        // A stop parts words, so that the "(a)" of a list is no article.
        before = if written.ends_with(char::is_alphanumeric) { word.to_owned() } else { String::new() };
    }
    found
}

/// A verb as a sentence has it.
pub(super) const fn shown(verb: Verb) -> &'static str {
    match verb {
        Verb::Agree => "agree",
        Verb::Note => "note",
        Verb::Receive => "receive",
        Verb::Approve => "approve",
        Verb::Endorse => "endorse",
        Verb::Adopt => "adopt",
        Verb::Recommend => "recommend",
        Verb::Defer => "defer",
        Verb::Refer => "refer",
        Verb::Refuse => "refuse",
        Verb::Delegate => "delegate",
        Verb::Veto | Verb::VetoTooHigh | Verb::VetoTooLow => "veto",
        Verb::NoDecision => "decide nothing",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recommendations_say_what_they_ask_for() {
        for (text, wanted) in [
            ("The Panel is recommended to note the report.", &[Verb::Note][..]),
            ("That the Committee approves the Annual Report", &[Verb::Approve]),
            ("To note the covering note, and to ENDORSE the plan.", &[Verb::Note, Verb::Endorse]),
            ("Members are asked to: (a) receive and note it; (b) note the risks", &[Verb::Receive, Verb::Note]),
            ("Consider the report with the support of officers", &[]),
            ("See the note of the last meeting, as adopted", &[]),
            ("It is recommended that it be referred", &[]),
            ("", &[]),
        ] {
            assert_eq!(recommended(text), wanted, "{text}");
        }
    }
}
