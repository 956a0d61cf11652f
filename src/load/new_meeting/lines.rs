//! Reading one line of a pasted agenda or membership list.

use crate::load::checker::LINE;
use crate::meeting::agenda::Office;
use crate::meeting::name::Name;
use crate::problem::Problem;
use crate::text::{clean_line, fold};

use super::Read;

/// An item as its line gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its number as printed.
    pub(super) number: Option<String>,
    pub(super) title: String,
    /// Its pages, "3 - 12".
    pub(super) pages: Option<String>,
    /// Whether it is a part of the item before it: "a) Cemetery".
    pub(super) below: bool,
}

/// A member or an officer as the line gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::load) struct Member {
    /// The name as it was typed.
    pub(in crate::load) name: String,
    pub(in crate::load) authority: Option<String>,
    pub(in crate::load) group: Option<String>,
    pub(in crate::load) office: Option<Office>,
    pub(in crate::load) independent: bool,
    /// A post makes an officer.
    pub(in crate::load) post: Option<String>,
}

/// Headings of an agenda, which are no items.
const HEADINGS: [&str; 6] = ["agenda", "page", "page no", "page no.", "pages", "item"];

/// Reads an item: a number or bullet before it and a page range behind it are taken off.
pub(super) fn items(before: &[Read<Item>], line: &str) -> Result<Vec<Item>, Problem> {
    let expected = before.iter().flatten().filter(|item| !item.below).count() + 1;
    let line = clean_line(line).text;
    if HEADINGS.contains(&line.to_lowercase().as_str()) {
        return Err(
            Problem::warning("this was taken for a heading, not an item").hint("Add it to the items if it is one")
        );
    }
    let part = leading_letter(&line).filter(|_| expected > 1);
    let (number, rest) = part.map_or_else(|| leading_number(&line, expected), |rest| (None, rest));
    let (title, pages) = trailing_pages(rest);
    if !title.chars().any(char::is_alphabetic) {
        return Err(Problem::warning("this item has no words").hint("Write its title"));
    }
    if title.chars().count() > LINE {
        return Err(
            Problem::warning("this is too long for a title").hint(format!("Write it in {LINE} characters or fewer"))
        );
    }
    Ok(vec![Item { number, title: title.to_owned(), pages, below: part.is_some() }])
}

/// What stands behind "a)", "(a)", "a." or a small Roman number in their place.
fn leading_letter(line: &str) -> Option<&str> {
    let (letters, rest) = line.trim_start_matches('(').split_once([')', '.'])?;
    let roman = || letters.len() < 5 && letters.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let single = letters.len() == 1 && letters.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_part = !letters.is_empty() && (single || roman());
    (is_part && rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

/// "1.", "1)", "1:", "Item 1", "1a." or a bullet; a bare number only where it is the one expected next.
fn leading_number(line: &str, expected: usize) -> (Option<String>, &str) {
    let bare = line.trim_start_matches(['-', '*', '•', '–', '·', '#']).trim_start();
    let lower = bare.to_lowercase();
    let word = ["agenda item ", "item no. ", "item no ", "item "].into_iter().find(|word| lower.starts_with(word));
    let rest = word.and_then(|word| bare.get(word.len()..)).unwrap_or(bare);
    let digits = rest.len() - rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    if digits == 0 || digits > 3 {
        return (None, bare);
    }
    let end = rest.find([' ', ')', ':', '\t']).unwrap_or(rest.len());
    let (token, after) = rest.split_at(end);
    let closed = after.starts_with([')', ':']) || token.ends_with('.');
    let token = token.trim_end_matches('.');
    let parts = token.get(digits..).unwrap_or("");
    let is_number = parts.is_empty()
        || (parts.len() == 1 && parts.bytes().all(|byte| byte.is_ascii_lowercase()))
        || parts
            .strip_prefix('.')
            .is_some_and(|more| !more.is_empty() && more.len() < 3 && more.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number && (closed || word.is_some() || token == expected.to_string()) {
        let after = after.trim_start_matches([')', ':', ' ', '-', '–', '.']);
        return (Some(token.to_owned()), after);
    }
    (None, bare)
}

/// "3 - 12", "(Pages 3 - 12)" or "Page 7" at the end. Years, such as "2023 - 2024", stay in the title.
pub(in crate::load) fn trailing_pages(line: &str) -> (&str, Option<String>) {
    let bare = line.trim_end_matches([')', ' ', ']']);
    let last = |text: &str| text.len() - text.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
    let second_length = last(bare);
    let (head, second) = bare.split_at(bare.len() - second_length);
    let before = head.trim_end();
    let ranged = before.trim_end_matches(['-', '–', '—']).trim_end();
    let first_length = last(ranged);
    let (start, first) = ranged.split_at(ranged.len() - first_length);
    let value = |digits: &str| (digits.len() <= 4).then(|| digits.parse::<u32>().ok()).flatten();
    let clear = |start: &str| start.is_empty() || start.ends_with([' ', '(', '[', '.']);
    match (value(first), value(second)) {
        (Some(from), Some(to)) if ranged != before && from <= to && from < 1000 && clear(start) => {
            (without_word(start), Some(format!("{from} - {to}")))
        }
        (_, Some(page)) if without_word(before) != before.trim_end_matches(['(', '[', ' ', ',']) => {
            (without_word(before), Some(page.to_string()))
        }
        _ => (line.trim(), None),
    }
}

/// The text without "(Pages" at its end, or dots that lead to a number.
fn without_word(text: &str) -> &str {
    let text = text.trim_end_matches(['(', '[', ' ', '.']);
    let lower = text.to_lowercase();
    let word =
        [" pages", " page", " pp", "(pages", "(page", "[pages", "[page"].into_iter().find(|word| lower.ends_with(word));
    let text = word.and_then(|word| text.get(..text.len() - word.len())).unwrap_or(text);
    text.trim_end_matches(['(', '[', ' ', '.', ','])
}

/// Reads a member or officer, or several after "Councillors".
pub(in crate::load) fn members(before: &[Read<Member>], line: &str) -> Result<Vec<Member>, Problem> {
    let (_, line) = leading_number(line, before.iter().flatten().count() + 1);
    let listed =
        ["Councillors: ", "Councillors ", "Cllrs: ", "Cllrs "].into_iter().find_map(|word| line.strip_prefix(word));
    let mut read: Vec<Member> = Vec::new();
    for part in listed.map_or_else(|| vec![line.to_owned()], split_names) {
        let part = if listed.is_some() { format!("Councillor {part}") } else { part };
        let member = member(&part)?;
        let known = before.iter().flatten().chain(&read);
        let same = |other: &Member| fold(&Name::read(&other.name).full()) == fold(&Name::read(&member.name).full());
        if known.clone().any(same) {
            return Err(Problem::warning("this person is here twice")
                .hint("Two people of one name need a difference, such as an initial"));
        }
        if member.office.is_some() && known.clone().any(|other| other.office == member.office) {
            return Err(Problem::warning("somebody else has this office already")
                .hint("Take the office off one of the two lines"));
        }
        read.push(member);
    }
    Ok(read)
}

/// Names parted by commas and "and", outside brackets.
fn split_names(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_u32;
    for letter in list.replace(" and ", ", ").chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match parts.last_mut() {
            Some(part) if letter != ',' || depth > 0 => part.push(letter),
            _ => parts.push(String::new()),
        }
    }
    parts.iter().map(|part| part.trim().trim_end_matches('.').to_owned()).filter(|part| !part.is_empty()).collect()
}

fn member(line: &str) -> Result<Member, Problem> {
    let (rest, brackets) = brackets(&clean_line(line).text);
    let (name, post) = match rest.split_once(" - ").or_else(|| rest.split_once(" – ")).or_else(|| rest.split_once(','))
    {
        Some((name, post)) => (name.trim(), Some(post.trim())),
        None => (rest.trim(), None),
    };
    let words = name.split_whitespace().count();
    let plain = name.chars().all(|letter| letter.is_alphabetic() || " .'’-".contains(letter));
    if words == 0
        || words > 8
        || !plain
        || !Name::read(name).surname.chars().any(char::is_alphabetic)
        || name.chars().count() > LINE
    {
        let hint = "Write it as \"Councillor A Smith (Group, Authority)\" or as \"Jane Jones - Clerk\"";
        return Err(Problem::warning("this is no name that we can read").hint(hint));
    }
    let mut member = Member { name: name.to_owned(), ..Member::default() };
    if let Some(post) = post.filter(|post| !post.is_empty() && !role(&mut member, post)) {
        let post = brackets.iter().fold(post.to_owned(), |post, bracket| format!("{post} ({bracket})"));
        return Ok(Member { post: Some(post), ..member });
    }
    for piece in
        brackets.iter().flat_map(|bracket| bracket.split([',', ';'])).map(str::trim).filter(|piece| !piece.is_empty())
    {
        if role(&mut member, piece) {
            continue;
        }
        let is_authority = ["council", "authority", "borough", "parish", "board"]
            .iter()
            .any(|word| piece.to_lowercase().contains(word));
        let field = if is_authority { &mut member.authority } else { &mut member.group };
        if field.replace(piece.to_owned()).is_some() {
            let hint = "In brackets stand the political group and the authority, parted by a comma";
            return Err(Problem::warning("there is more in brackets than we can read").hint(hint));
        }
    }
    Ok(member)
}

/// Sets what "Chair", "Vice-Chair" or "Independent Member" says; whether it said anything.
fn role(member: &mut Member, words: &str) -> bool {
    let words = words.to_lowercase().replace('-', " ");
    match words.as_str() {
        "chair" | "chairman" | "chairwoman" | "chairperson" => member.office = Some(Office::Chair),
        "vice chair" | "vice chairman" | "vice chairwoman" | "vice chairperson" | "deputy chair" => {
            member.office = Some(Office::ViceChair);
        }
        "independent member" | "co opted independent member" | "independent co opted member" => {
            member.independent = true;
        }
        _ => return false,
    }
    true
}

/// The text outside brackets, and what each bracket holds.
fn brackets(line: &str) -> (String, Vec<String>) {
    let mut rest = String::new();
    let mut found = Vec::new();
    let mut ahead = line;
    while let Some((before, after)) = ahead.split_once('(') {
        let Some((inside, after)) = after.split_once(')') else { break };
        rest.push_str(before.trim_end());
        rest.push(' ');
        found.push(inside.trim().to_owned());
        ahead = after.trim_start();
    }
    rest.push_str(ahead);
    (rest.trim().to_owned(), found)
}
