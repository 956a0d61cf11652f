//! An action with whoever is to do it, in the one column that a tracker has for both.

/// Words by which undertakings begin. What begins otherwise may be no verb, as in “number of dental practices”.
const VERBS: [&str; 74] = [
    "add",
    "address",
    "advise",
    "agree",
    "arrange",
    "ascertain",
    "ask",
    "attend",
    "book",
    "brief",
    "bring",
    "check",
    "circulate",
    "clarify",
    "confirm",
    "consider",
    "consult",
    "contact",
    "convene",
    "count",
    "develop",
    "discuss",
    "draft",
    "engage",
    "ensure",
    "establish",
    "examine",
    "explore",
    "feed",
    "find",
    "follow",
    "forward",
    "get",
    "give",
    "hold",
    "identify",
    "include",
    "inform",
    "inspect",
    "invite",
    "investigate",
    "issue",
    "liaise",
    "look",
    "make",
    "meet",
    "monitor",
    "notify",
    "obtain",
    "organise",
    "prepare",
    "present",
    "produce",
    "propose",
    "provide",
    "publish",
    "put",
    "raise",
    "refer",
    "remind",
    "report",
    "request",
    "respond",
    "review",
    "revise",
    "seek",
    "send",
    "set",
    "share",
    "speak",
    "submit",
    "supply",
    "take",
    "write",
];

/// “The Clerk to circulate the plan”; “The Clerk: number of practices” where it does not begin with a verb.
pub(super) fn joined(owner: &str, what: &str) -> String {
    if owner.is_empty() {
        return what.to_owned();
    }
    let mut words = what.split_whitespace().map(str::to_lowercase);
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    // “review of the plan”: here it is a noun.
    let verb = VERBS.contains(&first.as_str()) && second.as_deref() != Some("of");
    if verb { format!("{owner} to {}", uncapitalised(what)) } else { format!("{owner}: {}", uncapitalised(what)) }
}

/// In the middle of a sentence: but for a word all in capitals.
fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    let acronym = letters.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !acronym => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_tracker_says_to_only_before_a_verb() {
        for (owner, what, wanted) in [
            ("OPCC", "Circulate the comments", "OPCC to circulate the comments"),
            ("The Chair", "Letter to the Minister", "The Chair: letter to the Minister"),
            ("The Board", "number of practices", "The Board: number of practices"),
            ("The Clerk", "Review of the plan", "The Clerk: review of the plan"),
            ("The Clerk", "Review the plan", "The Clerk to review the plan"),
            ("The Clerk", "ICB figures", "The Clerk: ICB figures"),
            ("", "Count pens", "Count pens"),
        ] {
            assert_eq!(joined(owner, what), wanted);
        }
    }
}
