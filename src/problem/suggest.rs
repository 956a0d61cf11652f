//! "Did you mean ...?"

use strsim::damerau_levenshtein;

/// The candidate that `word` was most likely meant to be, or none that is near enough to be worth saying.
///
/// Letter case, hyphens, underscores and spaces do not count. Then, in this order: the same word; the only candidate that
/// begins with it (three letters or more); the candidate with the fewest slips, at most one for every three letters.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(word);
    if wanted.is_empty() {
        return None;
    }
    let candidates: Vec<(&str, String)> =
        candidates.into_iter().map(|candidate| (candidate, plain(candidate))).collect();
    if let Some((same, _)) = candidates.iter().find(|(_, candidate)| *candidate == wanted) {
        return Some(same);
    }
    beginning(&wanted, &candidates).or_else(|| nearest(&wanted, &candidates))
}

fn plain(word: &str) -> String {
    word.chars().filter(|letter| !matches!(letter, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

fn beginning<'a>(wanted: &str, candidates: &[(&'a str, String)]) -> Option<&'a str> {
    if wanted.chars().count() < 3 {
        return None;
    }
    let mut found = candidates.iter().filter(|(_, candidate)| candidate.starts_with(wanted));
    match (found.next(), found.next()) {
        (Some((only, _)), None) => Some(only),
        _ => None,
    }
}

fn nearest<'a>(wanted: &str, candidates: &[(&'a str, String)]) -> Option<&'a str> {
    let letters = wanted.chars().count();
    let allowed = |candidate: &str| (letters.max(candidate.chars().count()) / 3).max(1);
    candidates
        .iter()
        .filter(|(_, candidate)| candidate.chars().count().abs_diff(letters) <= allowed(candidate))
        .map(|(name, candidate)| (damerau_levenshtein(wanted, candidate), name, candidate))
        // One slip in a word of one or two letters makes any word of any other.
        .filter(|(slips, _, candidate)| letters > 2 && *slips <= allowed(candidate))
        .min_by_key(|(slips, _, _)| *slips)
        .map(|(_, name, _)| *name)
}
