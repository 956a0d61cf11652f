//! Officers and others on a list: names with posts.

use super::found::{Found, Sure};
use super::item::unfinished;
use super::people::{Block, People, Person};
use crate::load::new_meeting::lines::Member;

/// Reads officers and others: a name, then a post in a column, behind a comma or a dash, or right behind the name.
pub(super) fn served(block: &Block<'_>, most: usize, people: &mut People) {
    let inline = (!block.inline.is_empty()).then_some((block.line, 0, block.inline));
    let mut open = false;
    for (at, blanks, text) in
        inline.into_iter().chain(block.lines.iter().map(|line| (line.number, line.blanks, line.raw.trim())))
    {
        let (name, post) = name_and_post(text);
        let full = people.found.len() >= most;
        let last = people
            .found
            .last_mut()
            .filter(|_| open && (blanks == 0 || (blanks == 1 && name.is_none())))
            .and_then(|found| found.value.member.post.as_mut());
        let wraps = last.as_ref().is_some_and(|post| unfinished(post)) || name.is_none();
        match (last, name) {
            // A post that goes on below.
            (Some(post), _) if wraps => {
                post.push(' ');
                post.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            (_, Some(name)) if !full => {
                let member = Member { name, post, ..Member::default() };
                people.found.push(Found::new(Person { list: block.list, member, vacant: false }, at, Sure::Likely));
                open = true;
            }
            _ => people.unread.push((at, text.to_owned())),
        }
    }
}

/// Words of posts and organisations, which no name has.
const POSTS: [&str; 34] = [
    "officer",
    "council",
    "police",
    "commissioner",
    "secretariat",
    "director",
    "chief",
    "head",
    "manager",
    "panel",
    "service",
    "services",
    "democratic",
    "executive",
    "office",
    "crime",
    "finance",
    "senior",
    "principal",
    "monitoring",
    "interim",
    "deputy",
    "assistant",
    "clerk",
    "solicitor",
    "planning",
    "constabulary",
    "legal",
    "governance",
    "head,",
    "lawyer",
    "county",
    "city",
    "committee",
];

/// Ranks that stand before a name.
const RANKS: [&str; 12] = [
    "deputy chief constable ",
    "assistant chief constable ",
    "chief constable ",
    "chief superintendent ",
    "superintendent ",
    "chief inspector ",
    "inspector ",
    "deputy chief fire officer ",
    "assistant chief fire officer ",
    "chief fire officer ",
    "area commander ",
    "group commander ",
];

/// A rank and the name behind it.
fn ranked(text: &str) -> Option<(String, String)> {
    let lower = text.to_ascii_lowercase();
    let rank = RANKS.iter().find(|rank| lower.starts_with(**rank))?;
    let name = text.get(rank.len()..)?.split([',', '(']).next()?.trim();
    let words = name.split(' ').count();
    let sound = (2..=3).contains(&words)
        && name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) && !POSTS.contains(&word.to_lowercase().as_str()));
    Some((name.to_owned(), text.get(..rank.len())?.trim().to_owned())).filter(|_| sound)
}

/// A name at the beginning of a line, and what follows it.
fn name_and_post(text: &str) -> (Option<String>, Option<String>) {
    if let Some((name, rank)) = ranked(text) {
        return (Some(name), Some(rank));
    }
    let (head, rest) = [("   ", ""), ("  ", ""), (",", ""), (" - ", ""), (" – ", ""), (":", ""), (" (", "")]
        .iter()
        .filter_map(|(mark, _)| text.split_once(mark))
        .min_by_key(|(head, _)| head.len())
        .unwrap_or((text, ""));
    let words: Vec<&str> = head.split_whitespace().collect();
    let titles = words
        .iter()
        .take_while(|word| {
            ["dr", "mr", "mrs", "ms", "miss", "sir", "councillor", "cllr", "prof", "professor", "rev"]
                .contains(&word.trim_end_matches('.').to_lowercase().as_str())
        })
        .count();
    let named = words
        .iter()
        .skip(titles)
        .take_while(|word| word.starts_with(char::is_uppercase) && !POSTS.contains(&word.to_lowercase().as_str()))
        .take(if words.len() > titles + 3 { 2 } else { 3 })
        .count();
    if named < 2 && (titles + named < 2 || words.len() > titles + named) {
        return (None, None);
    }
    let name = words.get(..titles + named).unwrap_or_default().join(" ");
    let plain = name.chars().all(|letter| letter.is_alphabetic() || " .'’-".contains(letter));
    let behind = words.get(titles + named..).unwrap_or_default().join(" ");
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let post = match (behind.is_empty(), rest.is_empty()) {
        (false, false) if text.contains(&format!("{head},")) => format!("{behind}, {rest}"),
        (false, false) => format!("{behind} {rest}"),
        (false, true) => behind,
        (true, _) => rest.trim_end_matches(')').to_owned(),
    };
    (plain.then_some(name), (!post.is_empty()).then_some(post))
}
