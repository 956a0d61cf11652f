//! What a report's own words say of how its item will be minuted.

use crate::load::checker::PASSAGE;
use crate::meeting::body::Body;
use crate::meeting::name::Name;
use crate::text::fold;

/// What the body receives, from the purpose of a report: "To provide the Panel with details of parks" gives "details of
/// parks". Nothing where the purpose is worded in another way.
pub(super) fn receives(purpose: &str) -> Option<String> {
    let text = without_terms(purpose);
    let text = text.split_once(". ").map_or(text.as_str(), |(first, _)| first).trim_end_matches('.').to_owned();
    let text = [
        "The purpose of this report is to ",
        "The purpose of the report is to ",
        "This report is to ",
        "The report is to ",
        "The report seeks to ",
        "This report seeks to ",
        "To ",
        "to ",
    ]
    .iter()
    .find_map(|start| text.strip_prefix(start).map(str::to_owned))?;
    let (verb, rest) = text.split_once(' ')?;
    let received = match verb {
        "provide" | "present" => rest
            .split_once(" with ")
            .filter(|(whom, _)| is_body(whom))
            .map_or_else(|| article(rest), |(_, what)| article(what)),
        "share" => rest.strip_prefix("with ").and_then(after_body),
        "update" => {
            rest.split_once(" on ").filter(|(whom, _)| is_body(whom)).map(|(_, what)| format!("an update on {what}"))
        }
        "consider" | "review" | "receive" => article(rest),
        _ => None,
    }?;
    (received.chars().count() <= PASSAGE && received.len() > 4).then_some(received)
}

/// What may follow "received": a thing with its article, or things.
fn article(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?;
    ["a", "an", "the", "details", "information", "proposals", "an"].contains(&first).then(|| text.to_owned())
}

/// The words after the body's name: "the Panel details of ..." gives "details of ...".
fn after_body(text: &str) -> Option<String> {
    let at = ["details", "information", "an ", "the latest", "the approach"]
        .iter()
        .filter_map(|word| text.find(&format!(" {word}")))
        .min()?;
    text.get(at..).map(|rest| rest.trim().to_owned())
}

fn is_body(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.len() < 120
        && ["panel", "committee", "board", "council", "cabinet", "members", "councillors", "commission", "authority"]
            .iter()
            .any(|body| lower.contains(body))
}

/// Without terms that a report defines for itself: (the "Panel").
fn without_terms(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else { break };
        out.push_str(before);
        let quoted = inside.trim_start_matches("the ").starts_with(['"', '“', '‘', '\'']);
        if quoted {
            out.truncate(out.trim_end().len());
        } else {
            out.push('(');
            out.push_str(inside);
            out.push(')');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Verbs that ask for more than to note or to approve.
const OTHERS: [&str; 15] = [
    "agree",
    "endorse",
    "adopt",
    "consider",
    "review",
    "comment",
    "delegate",
    "recommend",
    "make",
    "refuse",
    "grant",
    "appoint",
    "support",
    "indicate",
    "determine",
];

/// The ready-made decision that a recommendation asks for, and the document it names; by the names of the default house
/// style. Nothing where more is asked for than one thing.
pub(super) fn offer(recommendation: &str, kind: &str) -> Option<(&'static str, Option<String>)> {
    let lower = recommendation.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphabetic()).collect();
    let holds = |word: &str| words.contains(&word);
    if OTHERS.iter().any(|word| holds(word)) || lower.matches("; ").count() > 0 {
        return None;
    }
    match (holds("note"), holds("approve")) {
        (true, false) if matches!(kind, "report" | "business" | "review") => Some(("note-report", None)),
        (true, false) if kind == "plan" => Some(("note-dates", None)),
        (false, true) => {
            let at = lower.find("approve ")? + "approve ".len();
            let document = recommendation.get(at..)?.trim().trim_end_matches('.');
            let named = document.starts_with("the ") && document.len() < 200 && !document.contains(". ");
            named.then(|| ("approve-document", Some(document.to_owned())))
        }
        _ => None,
    }
}

/// The party that answers for a report: the one with somebody whose post the author's name holds whole.
pub(super) fn party<'a>(author: &str, body: &'a Body) -> Option<&'a str> {
    let words = |text: &str| -> Vec<String> {
        fold(text)
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(str::to_owned)
            .collect()
    };
    let said = words(author);
    let posted = body.people.iter().find(|person| {
        let post = person.post.as_deref().map(words).unwrap_or_default();
        post.len() > 1 && post.iter().all(|word| said.contains(word))
    })?;
    body.parties.iter().find(|party| party.people.contains(&posted.id)).map(|party| party.id.as_str())
}

/// The name at the beginning of an author such as "Jane Webb, Senior Officer, Anytown Council".
pub(super) fn person_in(author: &str) -> Option<&str> {
    let name = author.split(',').next()?.trim();
    let words = name.split_whitespace().count();
    ((2..=5).contains(&words) && !Name::read(name).surname.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_say_what_is_received() {
        for (purpose, wanted) in [
            (
                "To provide the Any Panel (the “Panel”) with details of the approach to parks.",
                Some("details of the approach to parks"),
            ),
            (
                "To consider the draft annual report of the work of the Panel.",
                Some("the draft annual report of the work of the Panel"),
            ),
            ("The purpose of this report is to share with the Panel details of parks. More.", Some("details of parks")),
            ("To update the Committee on swings.", Some("an update on swings")),
            (
                "The purpose of this report is to provide an update to the Panel on swings.",
                Some("an update to the Panel on swings"),
            ),
            ("To seek approval.", None),
            ("This report discharges a duty.", None),
            ("", None),
        ] {
            assert_eq!(receives(purpose).as_deref(), wanted, "{purpose}");
        }
    }

    #[test]
    fn recommendations_offer_one_decision_or_none() {
        for (recommendation, kind, wanted) in [
            ("The Panel is recommended to note the contents of this report.", "report", Some(("note-report", None))),
            ("To note the dates.", "plan", Some(("note-dates", None))),
            (
                "It is recommended that the Panel approve the Annual Report.",
                "report",
                Some(("approve-document", Some("the Annual Report"))),
            ),
            ("That members note the report and agree the budget.", "report", None),
            ("The Panel is asked to review the draft.", "report", None),
            ("That permission be approved", "report", None),
            ("To note.", "precept", None),
        ] {
            let offered = offer(recommendation, kind);
            assert_eq!(
                offered.as_ref().map(|(name, document)| (*name, document.as_deref())),
                wanted,
                "{recommendation}"
            );
        }
    }
}
