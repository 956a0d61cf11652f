//! Pages of the web that list a meeting's items: what the page adds to them is taken off.

use super::lines::Line;

/// Lines that only a listing of the web has.
const SIGNS: [&str; 9] = [
    "no. item",
    "no item",
    "note no. item",
    "additional documents:",
    "share this item",
    "meeting documents",
    "agenda and minutes",
    "agenda and draft minutes",
    "agenda and decisions",
];

/// Lines that say nothing of the meeting.
const CHROME: [&str; 10] = [
    "additional documents:",
    "share this item",
    "supporting documents:",
    "available papers",
    "attachmentsize",
    "attachment size",
    "view directions",
    "view reasons restricted",
    "media",
    "webcast",
];

/// Takes off what such a page adds, and what it says of the meeting itself once that is over. The second is the line at
/// which such minutes first stand.
pub(super) fn tidy(lines: Vec<Line>) -> (Vec<Line>, Option<usize>) {
    let listing = |line: &Line| SIGNS.contains(&line.folded.as_str()) || line.folded.contains("pdf icon pdf");
    if !lines.iter().any(listing) {
        return (lines, None);
    }
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let (mut minutes, mut within, mut carried) = (None, false, 0);
    for mut line in lines {
        if matches!(line.folded.as_str(), "minutes:" | "decision:") {
            within = true;
            minutes = minutes.or(Some(line.number));
        } else if within && is_number(&line.text) {
            within = false;
        }
        let icon = line.folded.starts_with("pdf icon ") || line.folded.contains(" pdf icon pdf") && line.bullet;
        if within || icon || CHROME.contains(&line.folded.as_str()) {
            carried += line.blanks.max(1);
            continue;
        }
        for added in [" pdf icon PDF", " View directions", " View the background"] {
            cut(&mut line, added);
        }
        line.blanks += std::mem::take(&mut carried);
        kept.push(line);
    }
    (kept, minutes)
}

/// Whether a line is the number of an item and nothing more: "4.", "39/20".
fn is_number(text: &str) -> bool {
    text.len() <= 12
        && text.starts_with(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || "./".contains(letter))
}

/// Cuts a line before words that the page added.
fn cut(line: &mut Line, added: &str) {
    let Some(at) = line.text.find(added) else { return };
    line.text.truncate(at);
    line.raw = line.raw.find(added).and_then(|at| line.raw.get(..at)).unwrap_or(&line.text).to_owned();
    line.folded = crate::text::fold(&line.text);
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_listing_loses_what_its_page_adds() {
        let text = "Any Panel\n\nVenue: Hall View directions\nItems\nNo. Item\n1.\nApologies\nMinutes:\nThere were none.\n2.\nBudget pdf icon PDF 30 KB\nShare this item\nTo note.\n";
        let (left, minutes) = tidy(lines(text));
        let texts: Vec<&str> = left.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            texts,
            ["Any Panel", "Venue: Hall", "Items", "No. Item", "1.", "Apologies", "2.", "Budget", "To note."]
        );
        assert_eq!(minutes, Some(8));
    }

    #[test]
    fn other_texts_stay() {
        let (left, minutes) = tidy(lines("Any Panel\nMinutes:\nThere were none.\nMedia\n"));
        assert_eq!((left.len(), minutes), (4, None));
    }
}
