//! What is done under an item, guessed from its title.
//!
//! The rules, tried in this order on the title in small letters, without what it asks the body to do with its subject ("To
//! receive", "To approve and sign the"); `kind = "..."` overrides them:
//!
//! | The title                                                              | Kind           |
//! | ---                                                                    | ---            |
//! | begins "Election of" or "Appointment of" and names (vice-)chair        | `election`     |
//! | begins "Apologies"                                                     | `apologies`    |
//! | begins "Substitute", "Substitution", or holds "of substitute" or "substitute member" | `substitutes` |
//! | begins "Declaration", or holds "declarations of" or "disclosure of" with "interest" | `declarations` |
//! | begins "Minutes" or "Previous minutes", or holds "approval of" or "confirmation of" with "minutes"; the dates in the title are the sets                  | `minutes`      |
//! | begins "Review" and holds "actions", or begins "Matters arising", "Action log" or "Action tracker" | `review` |
//! | begins "Public question", "Public participation", "Public statement", "Public forum", "Public session", "Public speaking", "Open forum", or holds "questions from" with "public" | `questions` |
//! | begins "Public complaint" or "Complaint", or holds "complaints against"; a year such as 2022/23 is the year | `complaints` |
//! | holds "confirmation hearing" and names a post that has them           | `hearing`      |
//! | begins "Decision record"                                               | `business`     |
//! | holds "agenda plan", "work programme", "forward work plan" or "meeting dates" | `plan`    |
//! | begins "Report" or ends "report", or there are pages, an author or `receives` | `report`  |
//! | anything else                                                          | `business`     |

use crate::meeting::agenda::{ItemKind, Office};
use crate::meeting::panel::{Hearing, POSTS, Post, Precept};

use super::when;

/// The kind of an item from its title; `paper` where the file gives it pages, an author or a purpose.
pub(super) fn guess(title: &str, paper: bool) -> &'static str {
    let title = title.to_lowercase();
    let subject = subject(&title);
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| subject.starts_with(beginning));
    let holds = |parts: &[&str]| parts.iter().any(|part| title.contains(part));
    if (begins(&["election of", "appointment of"]) || title.starts_with("to elect ")) && office(&title).is_some() {
        "election"
    } else if begins(&["apolog"]) {
        "apologies"
    } else if begins(&["substitute", "substitution"]) || holds(&["of substitute", "substitute member"]) {
        "substitutes"
    } else if begins(&["declaration"]) || (holds(&["declarations of", "disclosure of"]) && holds(&["interest"])) {
        "declarations"
    } else if begins(&["minutes", "previous minutes", "last minutes"])
        || holds(&["confirmation of", "approval of"]) && holds(&["minutes"])
    {
        "minutes"
    } else if (begins(&["review"]) && holds(&["actions"]))
        || begins(&["matters arising", "action log", "action tracker"])
    {
        "review"
    } else if begins(&[
        "public question",
        "public participation",
        "public statement",
        "public forum",
        "public session",
        "public speaking",
        "open forum",
    ]) || (holds(&["questions from"]) && holds(&["public"]))
    {
        "questions"
    } else if begins(&["public complaint", "complaint"]) || holds(&["complaints against"]) {
        "complaints"
    } else if holds(&["confirmation hearing"]) && post(&title).is_some() {
        "hearing"
    } else if begins(&["decision record"]) {
        // A record of somebody else's decision, on which there are questions and nothing is decided.
        "business"
    } else if holds(&["agenda plan", "work programme", "forward work plan", "meeting dates"]) {
        "plan"
    } else if paper || begins(&["report"]) || title.ends_with("report") {
        "report"
    } else {
        "business"
    }
}

/// What a title is about: "to approve and sign the minutes of …" without what is to be done.
fn subject(title: &str) -> &str {
    const LEADS: &[&str] = &[
        "a", "agree", "and", "any", "approve", "as", "confirm", "consider", "correct", "accurate", "true", "note",
        "receive", "record", "sign", "the", "to", "take", "hear", "adopt",
    ];
    if !title.starts_with("to ") {
        return title;
    }
    let mut rest = title;
    while let Some((word, after)) = rest.split_once(' ')
        && LEADS.contains(&word.trim_end_matches(','))
    {
        rest = after.trim_start();
    }
    rest
}

/// The office that a title names.
pub(super) fn office(title: &str) -> Option<Office> {
    let title = title.to_lowercase().replace('-', " ");
    let mut words = title.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let chair = |word: &str| word.starts_with("chair");
        if matches!(word, "vice" | "deputy") && words.peek().is_some_and(|next| chair(next)) {
            return Some(Office::ViceChair);
        }
        if chair(word) {
            return Some(Office::Chair);
        }
    }
    None
}

/// The post that a title names.
pub(super) fn post(title: &str) -> Option<Post> {
    let title = title.to_lowercase();
    POSTS.iter().find(|(_, called, _)| title.contains(&called.to_lowercase())).map(|(.., post)| *post)
}

/// A year as councils write it, "2022/23", in a title.
pub(super) fn year(title: &str) -> Option<String> {
    title.split([' ', ',', '(', ')']).find(|word| is_year(word)).map(str::to_owned)
}

/// A year of two parts in a text whose second cannot be meant: "2017/87". A plan may span several years, as "2021/24" does.
pub(super) fn odd_year(text: &str) -> Option<&str> {
    const LONGEST: u32 = 10;
    text.split([' ', ',', ';', ':', '(', ')']).map(|word| word.trim_end_matches('.')).find(|word| {
        let Some((first, second)) = word.split_once('/') else { return false };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if first.len() != 4 || !matches!(second.len(), 2 | 4) || !digits(first) || !digits(second) {
            return false;
        }
        let (Ok(first), Ok(second)) = (first.parse::<u32>(), second.parse::<u32>()) else { return false };
        let years = if second < 100 { (second + 100 - first % 100) % 100 } else { second.saturating_sub(first) };
        (1900..2200).contains(&first) && !(1..=LONGEST).contains(&years)
    })
}

/// Whether `text` is a municipal or financial year: "2022/23", "2022/2023" or with a hyphen.
pub(super) fn is_year(text: &str) -> bool {
    let Some((first, second)) = text.split_once(['/', '-', '–']) else { return false };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !digits(first) || !digits(second) {
        return false;
    }
    match (first.parse::<u32>(), second.parse::<u32>(), second.len()) {
        (Ok(first), Ok(second), 2) => (first + 1) % 100 == second,
        (Ok(first), Ok(second), 4) => first + 1 == second,
        _ => false,
    }
}

/// The kind called `name`, with what the title tells about it.
pub(super) fn named(name: &str, title: &str) -> Option<ItemKind> {
    Some(match name {
        "election" => ItemKind::Election { office: office(title)? },
        "apologies" => ItemKind::Apologies,
        "substitutes" => ItemKind::Substitutes,
        "declarations" => ItemKind::Declarations,
        "minutes" => ItemKind::Minutes { sets: when::dates_in(title) },
        "review" => ItemKind::Review { topics: Vec::new() },
        "questions" => ItemKind::Questions,
        "complaints" => ItemKind::Complaints { year: year(title), received: None, outcomes: Vec::new() },
        "precept" => ItemKind::Precept(Precept { year: year(title), ..Precept::default() }),
        "hearing" => {
            ItemKind::Hearing(Hearing { post: post(title)?, candidates: Vec::new(), notified: None, reserve: false })
        }
        "report" => ItemKind::Report,
        "plan" => ItemKind::Plan,
        "business" => ItemKind::Business,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::agenda::KINDS;

    #[test]
    fn titles_tell_kinds() {
        for (title, wanted) in [
            ("Election of Chair", "election"),
            ("Election of Vice-Chairman", "election"),
            ("Appointment of the Chair for 2023/24", "election"),
            ("Election of a Working Group", "business"),
            ("Apologies for Absence", "apologies"),
            ("Apologies", "apologies"),
            ("To receive apologies for absence", "apologies"),
            ("To receive any declarations of interest", "declarations"),
            ("To approve the minutes of the meeting held on 3 November 2026", "minutes"),
            ("To approve and sign, as a correct record, the minutes of 3 November 2026", "minutes"),
            ("Approval of the Minutes of the last meeting", "minutes"),
            ("To elect a Chairman for the municipal year", "election"),
            ("Public Forum", "questions"),
            ("Apologies and Substitutes", "apologies"),
            ("Apologies for absence and notification of substitute members", "apologies"),
            ("Substitutes", "substitutes"),
            ("Notification of Substitute Members", "substitutes"),
            ("To note the attendance of substitutes", "substitutes"),
            ("Report on the Substitution Scheme", "report"),
            ("Declarations of Interest", "declarations"),
            ("Disclosure of Pecuniary Interests", "declarations"),
            ("Minutes of the Meeting held on 19 July 2023", "minutes"),
            ("Review Actions and Recommendations from previous meeting", "review"),
            ("Review of the Budget", "business"),
            ("Public Questions /Statements", "questions"),
            ("Questions from Members of the Public", "questions"),
            ("Public Complaints against the Commissioner for the Year 2022/23", "complaints"),
            ("Confirmation Hearing: Chief Executive", "hearing"),
            ("Confirmation Hearing for the post of Chief Constable", "hearing"),
            ("Confirmation Hearing", "business"),
            ("Meeting Dates and Agenda Plan", "plan"),
            ("Scrutiny Work Programme", "plan"),
            ("Police and Crime Plan – Progress Report", "report"),
            ("Any Other Business", "business"),
            ("ELECTION OF CHAIR", "election"),
        ] {
            assert_eq!(guess(title, false), wanted, "{title}");
            assert!(named(wanted, title).is_some(), "{title}");
        }
        assert_eq!(guess("High Harms Board", true), "report");
        assert_eq!(guess("Decision Record – CPCC 2017-012 – Estates", true), "business");
        assert!(KINDS.iter().all(|kind| named(kind, "Election of Chair or Chief Constable").is_some()));
    }

    #[test]
    fn years_that_cannot_be_meant_are_told_from_those_that_can() {
        for (text, wanted) in [
            ("Precept for 2017/87", Some("2017/87")),
            ("Budget (2023/2019)", Some("2023/2019")),
            ("Accounts 2023/23", Some("2023/23")),
            ("Precept Report 2024/2025 (full meeting)", None),
            ("Plan 2021/24; Accounts 1999/00", None),
            ("Application 2023/0145/FUL, record 2017-87", None),
        ] {
            assert_eq!(odd_year(text), wanted, "{text}");
        }
    }

    #[test]
    fn titles_tell_offices_and_years() {
        assert_eq!(office("Election of Vice Chair"), Some(Office::ViceChair));
        assert_eq!(office("Election of Deputy-Chairperson"), Some(Office::ViceChair));
        assert_eq!(office("Election of Chair and Vice Chair"), Some(Office::Chair));
        assert_eq!(year("for the Year 2022/23"), Some("2022/23".to_owned()));
        for (text, wanted) in
            [("2022/23", true), ("2022/2023", true), ("1999/00", true), ("2022/24", false), ("2022", false)]
        {
            assert_eq!(is_year(text), wanted, "{text}");
        }
    }
}
