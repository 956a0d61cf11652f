//! Where a meeting is, where no label says it: a line near the date that names a room or a building.

use super::days;
use super::found::{Found, Sure};
use super::head::{Head, is_deadline};
use super::lines::Line;

/// A line near the date that names a room or a building.
pub(super) fn venue(head: &Head, lines: &[&Line]) -> Option<Found<String>> {
    let at = head.date.as_ref().map(|date| date.line)?;
    let near = lines.iter().filter(|line| line.number + 4 >= at && line.number <= at + 6);
    for line in near {
        let own = line.number != at
            && days::date(&line.text).is_none()
            && head.time.as_ref().is_none_or(|time| time.line != line.number);
        if own && is_place(&line.folded) && line.text.len() < 160 && !is_deadline(line) {
            let bare = line.text.strip_prefix("IN ").or_else(|| line.text.strip_prefix("in ")).unwrap_or(&line.text);
            let bare = bare.strip_suffix(" on").unwrap_or(bare).trim_end_matches(',');
            return Some(Found::new(bare.to_owned(), line.number, Sure::Likely));
        }
        // "... 7.00 pm - Council Chamber, Town Hall"
        let behind = line.text.split_once(" - ").or_else(|| line.text.split_once(" – ")).map(|(_, behind)| behind);
        if let Some(place) = behind.filter(|place| line.number == at && is_place(&place.to_lowercase()))
            && days::date(place).is_none()
            && days::time(place, true).is_none()
        {
            let place = place.split(" (").next().unwrap_or(place).trim_end_matches([',', '.']);
            return Some(Found::new(place.to_owned(), line.number, Sure::Likely));
        }
        // "... at 7.00 pm in the Council Chamber, Town Hall"
        let lower = line.text.to_ascii_lowercase();
        let inside =
            [" in the ", " at the "].iter().filter_map(|words| lower.find(words).map(|at| at + words.len())).min();
        if let Some(place) = inside
            .and_then(|from| line.text.get(from..))
            .filter(|place| is_place(&place.to_lowercase()) && place.len() < 160)
        {
            let place = place.split(" / ").next().unwrap_or(place).trim_end_matches('.');
            return Some(Found::new(place.to_owned(), line.number, Sure::Likely));
        }
    }
    None
}

/// Whether a text names a room or a building.
pub(super) fn is_place(folded: &str) -> bool {
    const PLACES: [&str; 26] = [
        "hall",
        "room",
        "rooms",
        "chamber",
        "centre",
        "center",
        "house",
        "suite",
        "building",
        "offices",
        "office",
        "road",
        "street",
        "pavilion",
        "church",
        "school",
        "library",
        "college",
        "hotel",
        "stadium",
        "via",
        "teams",
        "zoom",
        "council offices",
        "hq",
        "headquarters",
    ];
    let named = |word: &str| PLACES.contains(&word) || word.ends_with("hall");
    folded.split(|letter: char| !letter.is_alphanumeric()).any(named)
}
