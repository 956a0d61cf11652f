//! The names of a list taken apart: run in, in columns, or one a line.

use super::people::Block;

/// The names of a list, each with its line: run in over several lines, in columns, or one a line. The last says whether
/// they were run in.
pub(super) fn pieces(block: &Block<'_>) -> Vec<(usize, String, bool)> {
    let mut pieces = Vec::new();
    let mut open: Option<(usize, String)> = None;
    if !block.inline.is_empty() {
        open = Some((block.line, block.inline.to_owned()));
    }
    for line in &block.lines {
        let goes_on = open.as_ref().is_some_and(|(_, text)| {
            let joined = text.ends_with([',', ';', '-'])
                || text.ends_with(" and")
                || text.matches('(').count() > text.matches(')').count();
            let run_in = text.matches(',').count() > 1 && !line.apart() && !is_list_start(&line.folded);
            joined || run_in || line.folded.starts_with("and ")
        });
        if goes_on {
            if let Some((_, text)) = &mut open {
                text.push(' ');
                text.push_str(&line.text);
            }
            continue;
        }
        if let Some((at, text)) = open.take() {
            pieces.extend(parted(at, &text));
        }
        let columns = line.columns();
        let beside = columns.get(1).is_some_and(|(_, text)| text.starts_with("- ") || text.starts_with("– "));
        if columns.len() > 1 && !beside {
            pieces.extend(columns.iter().flat_map(|(_, column)| parted(line.number, column)));
        } else {
            open = Some((line.number, line.text.clone()));
        }
    }
    if let Some((at, text)) = open {
        pieces.extend(parted(at, &text));
    }
    pieces
}

fn is_list_start(folded: &str) -> bool {
    ["councillor", "cllr", "mr ", "mrs ", "ms ", "dr "].iter().any(|title| folded.starts_with(title))
}

/// "Edward Leigh (Chair), Councillors A, B and C" is a name and a list of councillors.
fn parted(line: usize, text: &str) -> Vec<(usize, String, bool)> {
    let text = text.trim_end_matches('.');
    let sentences = sentences(text);
    if let [first, rest @ ..] = sentences.as_slice()
        && !rest.is_empty()
    {
        // "... and C Day. Mrs A Poe (Clerk). Three members of the public."
        let rest = rest.iter().filter(|text| !is_public(text)).map(|text| (line, (*text).to_owned(), false));
        return parted(line, first).into_iter().chain(rest).collect();
    }
    let lower = text.to_ascii_lowercase();
    let at = ["councillors", "cllrs"].iter().filter_map(|word| lower.find(word)).min();
    let run_in = text.matches(',').count() > 1 || text.matches(';').count() > 1 || at.is_some();
    if !run_in {
        return vec![(line, text.to_owned(), false)];
    }
    let (first, councillors) = text.split_at(at.unwrap_or(text.len()));
    let mut parts: Vec<(usize, String, bool)> = names(first).into_iter().map(|name| (line, name, true)).collect();
    let list = councillors.trim_start_matches(|letter: char| letter.is_alphabetic()).trim_start_matches([':', ' ']);
    // Whoever has a forename in full, or a tag of their own, after the last "and", is no councillor of the list.
    for name in names(list) {
        let is_short = name
            .split_whitespace()
            .next()
            .is_some_and(|word| word.chars().all(|letter| letter.is_uppercase() || letter == '.'));
        let single = name.split_whitespace().filter(|word| !word.starts_with('(')).count() == 1;
        let titled = name.to_lowercase().starts_with("councillor") || name.to_lowercase().starts_with("cllr");
        let initials = |word: &str| word.chars().all(|letter| letter.is_uppercase() || letter == '.');
        let others_are_short =
            list.split(',').next().is_some_and(|first| first.trim().split(' ').next().is_some_and(initials));
        let councillor = titled || is_short || single || !others_are_short;
        parts.push((line, if councillor && !titled { format!("Councillor {name}") } else { name }, !titled));
    }
    parts
}

/// Names parted by commas, semicolons and "and", outside brackets.
fn names(list: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut depth = 0_u32;
    for letter in list.replace(" and ", ", ").replace(" & ", ", ").chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match names.last_mut() {
            Some(name) if !matches!(letter, ',' | ';') || depth > 0 => name.push(letter),
            _ => names.push(String::new()),
        }
    }
    let bare = |name: &String| name.trim().trim_start_matches("and ").trim_end_matches('.').trim().to_owned();
    names.iter().map(bare).filter(|name| !name.is_empty()).collect()
}

/// The sentences of a list, where a stop behind a whole word ends one.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, _) in text.match_indices(". ") {
        let word = text.get(from..at).and_then(|before| before.split([' ', ',']).next_back()).unwrap_or_default();
        let titles = ["mr", "mrs", "ms", "dr", "cllr", "cllrs", "rev", "prof", "st", "hon"];
        let whole = word.chars().count() > 2 && !titles.contains(&word.to_lowercase().as_str());
        if (whole && !word.contains('.')) || word.ends_with(')') {
            sentences.extend(text.get(from..at));
            from = at + 2;
        }
    }
    sentences.extend(text.get(from..).map(str::trim).filter(|rest| !rest.is_empty()));
    sentences
}

/// How many came to listen is no name.
fn is_public(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["members of the public", "member of the public", "public present", "of the press"]
        .iter()
        .any(|words| lower.contains(words))
}
