//! What is promised, and what others are advised to do.

use std::ops::Range;

use crate::app::session::Stop;
use crate::app::{clock, people};
use crate::meeting::command::{Command, Refusal};
use crate::meeting::fact::{Action, Content, Owner, Point, Recommendation, Speaker, Standing, Turn};
use crate::meeting::findings::undertakings;
use crate::meeting::id::FactId;
use crate::meeting::people::Person;
use crate::meeting::state::State;

use super::discussion::{before_colon, point_at};
use super::parse::first_word;
use super::{Act, Area, Call, Context, Kind, Spec, may, need};

const AREA: Area = Area::Actions;

pub(super) const COMMANDS: &[Spec] = &[
    Spec {
        name: "undertake",
        aliases: &["action", "promise"],
        area: AREA,
        context: Context::Any,
        args: &[may("[from REF] [OWNER:] TEXT [by DUE]", Kind::Text)],
        help: "Records an undertaking; alone, makes one of the last turn of the point under the pen.",
        example: "undertake from 9(1) pcc: circulate the plan by next meeting",
        run: undertake,
    },
    Spec {
        name: "recommend",
        aliases: &[],
        area: AREA,
        context: Context::Any,
        args: &[need("[TO:] TEXT", Kind::Text)],
        help: "Records advice to somebody else who decides.",
        example: "recommend The Commissioner: report back on the website",
        run: recommend,
    },
];

fn undertake(call: &Call<'_>) -> Result<Act, Stop> {
    let text = call.text("[from REF] [OWNER:] TEXT [by DUE]");
    let (from, text) = match first_word(text) {
        ("from", rest) => {
            let (reference, text) = first_word(rest);
            (Some(crate::app::refs::fact(call.state(), reference, call.session.last())?), text)
        }
        _ => (None, text),
    };
    if text.is_empty() {
        return of_point(call, from);
    }
    let (owner, text) = match before_colon(text) {
        Some((owner, text)) => (Some(owner_of(call.state(), owner)), text),
        None => (None, text),
    };
    let (text, due) = due(text);
    let item = match from {
        Some(id) => call.state().fact(id).map(|fact| fact.item.clone()).map_or_else(|| call.pen(), Ok)?,
        None => call.pen()?,
    };
    let action = Action { text: text.to_owned(), owner, due: due.map(str::to_owned), from, standing: Standing::Open };
    Ok(Act::of(Command::Record { item, content: Content::Action(action), started: None }))
}

/// The last turn of a point, as an undertaking of whoever spoke.
fn of_point(call: &Call<'_>, from: Option<FactId>) -> Result<Act, Stop> {
    let (id, point) = match from {
        None => point_at(call, "REF")?,
        Some(id) => match call.state().content(id) {
            Some(Content::Point(point)) => (id, point.clone()),
            _ => return Err(Refusal::new("That is not a point.", crate::app::refs::HOW).into()),
        },
    };
    let Some((speaker, text, due)) = promised(&point, &call.state().body().rules.undertakings) else {
        return Err(Refusal::new("The point is empty.", "Write the undertaking out.").into());
    };
    let owner = match speaker {
        Speaker::Person(person) => Some(Owner::Person(person.clone())),
        Speaker::Party(party) => Some(Owner::Party(party.clone())),
        Speaker::Office(office) => call.state().office(*office).cloned().map(Owner::Person),
        Speaker::None | Speaker::Unknown | Speaker::Body => None,
    };
    let item = call.state().fact(id).map(|fact| fact.item.clone()).map_or_else(|| call.pen(), Ok)?;
    let action = Action { text, owner, due, from: Some(id), standing: Standing::Open };
    Ok(Act::of(Command::Record { item, content: Content::Action(action), started: None }))
}

/// Who promised what and by when in a point: the last turn that sounds like a promise, or else the last turn as it is.
/// `own` are the body's own phrases.
pub(crate) fn promised<'a>(point: &'a Point, own: &[String]) -> Option<(&'a Speaker, String, Option<String>)> {
    let promise = |turn: &Turn| undertakings(&turn.text, own).into_iter().next_back();
    let turn = point.turns.iter().rev().find(|turn| promise(turn).is_some()).or_else(|| point.turns.last())?;
    let text = promise(turn).map_or(turn.text.as_str(), |range| promise_in(&turn.text, &range));
    let (text, due) = due(text.trim().trim_end_matches('.'));
    Some((&turn.speaker, text.to_owned(), due.map(str::to_owned)))
}

/// The words of a promise: from its verb to the end of its sentence; the whole sentence where the verb is passive.
fn promise_in<'a>(text: &'a str, phrase: &Range<usize>) -> &'a str {
    const ENDS: [&str; 3] = [". ", "? ", "! "];
    /// What only says that it is a promise.
    const LEADS: [&str; 3] = ["would ", "undertook to ", "promised to "];
    let (before, rest) = text.split_at_checked(phrase.start).unwrap_or(("", text));
    let begins = |lead: &&&str| rest.get(..lead.len()).is_some_and(|it| it.eq_ignore_ascii_case(lead));
    let sentence = ENDS.iter().filter_map(|end| before.rfind(end).map(|at| at + end.len())).max().unwrap_or(0);
    let end = ENDS.iter().filter_map(|end| rest.find(end)).min().map_or(text.len(), |at| phrase.start + at);
    let start = match LEADS.iter().find(begins) {
        Some(lead) => phrase.start + lead.len(),
        None if rest.get(..3).is_some_and(|be| be.eq_ignore_ascii_case("be ")) => sentence,
        None => phrase.start,
    };
    text.get(start..end).unwrap_or(text)
}

/// Whoever is named, on the roll or only in words.
pub(super) fn owner_of(state: &State, text: &str) -> Owner {
    if let Some(party) = people::party(state, text) {
        return Owner::Party(party.id.clone());
    }
    match (people::heard(state, text), people::person(state, text)) {
        (people::Heard::Speaker(Speaker::Person(person)), _) | (_, Ok(person)) => Owner::Person(person),
        _ => Owner::Named(together(state, text).unwrap_or_else(|| text.to_owned())),
    }
}

/// Several people of the roll, as they are called one after the other: “Jane Webb and Tom Clay” for “webb and clay”.
fn together(state: &State, text: &str) -> Option<String> {
    let mut parts = text.split(',').flat_map(|part| part.split(" and "));
    if parts.any(|part| people::party(state, part).is_some()) {
        return None;
    }
    let named = people::people(state, text).ok()?.people;
    let called = named.iter().filter_map(|id| state.person(id));
    let mut called: Vec<String> = called.map(|person| person.called.clone().unwrap_or_else(|| person.full())).collect();
    let last = called.pop().filter(|_| !called.is_empty())?;
    Some(format!("{} and {last}", called.join(", ")))
}

/// The text, and by when, where the words after the last “by” are a time or stand in quotation marks: “by car” is none.
/// “Within 14 days” and “before the January meeting” at the end are times with these words.
fn due(text: &str) -> (&str, Option<&str>) {
    let behind = |word: &str| text.rfind(word).and_then(|at| text.split_at_checked(at));
    if let Some((before, due)) = behind(" by ")
        && let Some(due) = due.get(" by ".len()..).map(str::trim).filter(|due| is_due(due))
    {
        return (before.trim(), Some(due.trim_matches('"')));
    }
    let within = behind(" within ").filter(|(_, due)| is_while(due.trim()));
    let before = || behind(" before ").filter(|(_, due)| is_before(due.trim()));
    match within.or_else(before) {
        Some((text, due)) => (text.trim(), Some(due.trim())),
        None => (text, None),
    }
}

/// “within 14 days”, “within a month”, and nothing behind it.
fn is_while(text: &str) -> bool {
    let words: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
    let unit = |word: &str| ["day", "week", "fortnight", "month"].contains(&word.trim_end_matches('s'));
    matches!(words.as_slice(), [_, _, word] | [_, _, "working" | "clear", word] if unit(word))
}

/// “before the January meeting”, “before the end of March”, “before 1 May”.
fn is_before(text: &str) -> bool {
    let rest = first_word(text).1.trim_end_matches('.');
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let month = |word: &str| word.parse::<chrono::Month>().is_ok();
    match rest.split_whitespace().collect::<Vec<_>>().as_slice() {
        [name, "meeting"] => *name == "next" || month(name),
        ["end", "of", name] => month(name),
        _ => clock::day(rest).is_some(),
    }
}

const DUE: &[&str] = &[
    "next",
    "end",
    "today",
    "tomorrow",
    "tonight",
    "noon",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
    "easter",
    "this",
];

fn is_due(text: &str) -> bool {
    if text.len() > 2 && text.starts_with('"') && text.ends_with('"') {
        return true;
    }
    let text = text.strip_prefix("the ").unwrap_or(text).trim_end_matches('.');
    let first = first_word(text).0.to_lowercase();
    let numbered = first.starts_with(|letter: char| letter.is_ascii_digit());
    DUE.contains(&first.as_str()) || clock::day(text).is_some() || numbered && !text.contains('%')
}

fn recommend(call: &Call<'_>) -> Result<Act, Stop> {
    let text = call.text("[TO:] TEXT");
    let Some((to, text)) = before_colon(text) else {
        return Err(Refusal::new(
            "The recommendation is to nobody.",
            "Say to whom before a colon: “The Commissioner: report back”.",
        )
        .into());
    };
    let item = call.room_item()?;
    let decision = call.state().facts_of(item).rev().find(|fact| matches!(fact.content, Content::Decision(_)));
    // A key or a nickname is short for whom the minutes name.
    let short = |person: &&Person| person.id.as_str() == to || person.handles.iter().any(|handle| handle == to);
    let named = call.state().people().find(short);
    let to = named.map_or_else(|| to.to_owned(), |it| it.called.clone().unwrap_or_else(|| it.full()));
    let content = Content::Recommendation(Recommendation {
        to,
        text: text.to_owned(),
        decision: decision.map(|fact| fact.id),
        reasons: Vec::new(),
    });
    Ok(Act::of(Command::Record { item: item.agenda.id.clone(), content, started: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_its_own_words() {
        let said = |text: &str| {
            let turns = vec![
                Turn { speaker: Speaker::Body, text: "asked for it.".into() },
                Turn { speaker: Speaker::Unknown, text: text.into() },
            ];
            promised(&Point { turns, ..Point::default() }, &[]).map(|(_, text, _)| text)
        };
        for (text, wanted) in [
            ("pointed to a rule. He would circulate it. Thanks were given.", "circulate it"),
            (
                "agreed and would look into it, since deaths had not fallen.",
                "look into it, since deaths had not fallen",
            ),
            ("did not know, and would take this away to look at", "take this away to look at"),
            ("said it was out. The plan would be circulated.", "The plan would be circulated"),
            ("said that it would, and undertook to send the Clerk the timetable.", "send the Clerk the timetable"),
            ("promised to ring her.", "ring her"),
            ("said no.", "said no"),
        ] {
            assert_eq!(said(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_time_after_by_is_when_it_is_due() {
        for (text, expected) in [
            ("circulate it by next meeting", ("circulate it", Some("next meeting"))),
            ("circulate it by 30 September 2023", ("circulate it", Some("30 September 2023"))),
            ("report by the end of May", ("report", Some("the end of May"))),
            ("send the table by Sept 20", ("send the table", Some("Sept 20"))),
            ("send it by email", ("send it by email", None)),
            ("reduce it by 30%", ("reduce it by 30%", None)),
            ("send it within 14 days", ("send it", Some("within 14 days"))),
            ("send it within five working days.", ("send it", Some("within five working days."))),
            ("look at it within the budget", ("look at it within the budget", None)),
            ("report before the January meeting", ("report", Some("before the January meeting"))),
            ("report before the end of March", ("report", Some("before the end of March"))),
            ("report before the work begins", ("report before the work begins", None)),
            ("send it by Friday", ("send it", Some("Friday"))),
            ("send it by \"when he can\"", ("send it", Some("when he can"))),
        ] {
            assert_eq!(due(text), expected);
        }
    }
}
