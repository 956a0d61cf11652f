//! The sentence that calls a meeting: which body, where and when.

use super::days;
use super::found::{Found, Sure};
use super::head::{Head, is_body, set_date, set_time};
use super::lines::Line;

/// "... a meeting of the Planning Committee to be held in the Town Hall on Tuesday ..."
pub(super) fn summons(head: &mut Head, lines: &[&Line]) {
    let Some(at) =
        lines.iter().position(|line| line.folded.contains("meeting of ") && !line.folded.starts_with("minutes"))
    else {
        return;
    };
    let Some(first) = lines.get(at) else { return };
    let text = lines.iter().skip(at).take(6).map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let lower = text.to_ascii_lowercase();
    let after = |words: &str| lower.find(words).map(|at| at + words.len());
    let ends =
        [" to be held", " will be held", " which will", " will take", " is to be", " on ", " at ", ", ", ". ", " held"];
    let cut = |from: usize, ends: &[&str]| {
        let rest = lower.get(from..)?;
        let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
        text.get(from..from + end).map(str::trim)
    };
    if head.body.is_none()
        && let Some(name) = after("meeting of ").and_then(|from| cut(from, &ends))
    {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("THE ")).unwrap_or(name);
        if is_body(name) && name.len() < 100 {
            let (name, line) = whole(name, lines).unwrap_or((name, first.number));
            head.body = Some(Found::new(name.to_owned(), line, Sure::Likely));
        }
    }
    if ["summon", "be held", "invited"].iter().any(|word| lower.contains(word)) || lower.contains("notice is") {
        set_date(head, &text, first, Sure::Likely);
        set_time(head, &text, false, first, Sure::Likely);
    }
    let place = ["held in the ", "held at the ", "held in ", "held at ", "take place in the ", "take place at "]
        .iter()
        .find_map(|words| after(words));
    if head.venue.is_none()
        && let Some(place) = place.and_then(|from| {
            cut(
                from,
                &[
                    " on monday",
                    " on tuesday",
                    " on wednesday",
                    " on thursday",
                    " on friday",
                    " on saturday",
                    " commencing",
                    " at 1",
                    " at 2",
                    " at 3",
                    " at 4",
                    " at 5",
                    " at 6",
                    " at 7",
                    " at 8",
                    " at 9",
                    " on 1",
                    " on 2",
                    " on 3",
                    ". ",
                ],
            )
        })
        && (4..200).contains(&place.len())
        && days::date(place).is_none()
    {
        head.venue = Some(Found::new(place.to_owned(), first.number, Sure::Likely));
    }
}

/// The whole name of a body that its own summons calls "the Parish Council", from a line above or below.
fn whole<'a>(name: &str, lines: &[&'a Line]) -> Option<(&'a str, usize)> {
    const SHORT: [&str; 7] =
        ["parish council", "town council", "council", "authority", "committee", "board", "city council"];
    let short = name.to_ascii_lowercase();
    let ends = |line: &&&Line| {
        line.folded.ends_with(&short) && line.folded != short && line.text.len() < 80 && is_body(&line.text)
    };
    let line = lines.iter().filter(|_| SHORT.contains(&short.as_str())).find(ends)?;
    (!line.folded.contains("meeting")).then_some((line.text.as_str(), line.number))
}
