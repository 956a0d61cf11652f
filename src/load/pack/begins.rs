//! Where items begin: by number, by letter, by a number that stands alone above its title.

use super::found::{Found, Sure};
use super::front::{Mode, Reader};
use super::grid::is_time;
use super::item::{Item, Mark, certain, explains, mark, pages_alone, paragraphs, title_and_pages};
use super::lines::Line;
use super::signs::{is_month, opens, opens_series, usual};

/// How many numbers may be left out before one that stands alone above its title.
const JUMP: u32 = 6;
/// How much further in than its item a numbered part stands, in characters.
const DEEPER: usize = 2;

impl Reader<'_> {
    /// Whether a line begins an item, which is then added.
    pub(super) fn begins(&mut self, line: &Line, below: &[Line]) -> bool {
        if let [(number, _), rest @ ..] = self.alone.as_slice()
            && mark(&line.text).is_none()
        {
            let (number, rest) = (*number, rest.to_vec());
            self.parted |= !rest.is_empty();
            let (title, pages) = title_and_pages(line, &line.text);
            if pages_alone(&line.text).is_some() {
                return false;
            }
            self.alone = rest;
            self.add(number.to_string(), title, pages, line, if self.parted { Sure::Unsure } else { Sure::Certain });
            return true;
        }
        match mark(&line.text) {
            Some(Mark::Number { number, letter, closed, rest }) => {
                self.numbered(line, below, (number, letter, closed), rest)
            }
            Some(Mark::Letter { letter, rest }) => self.lettered(line, &letter, rest),
            None => false,
        }
    }

    fn numbered(&mut self, line: &Line, below: &[Line], mark: (u32, Option<char>, bool), rest: &str) -> bool {
        let (number, letter, closed) = mark;
        let spaced = line.columns().first().is_some_and(|(_, first)| first.len() <= 4);
        if rest.is_empty() {
            // A page number is no item: below an item's number there are words.
            let waiting = self.alone.last().map_or(self.expected, |(last, _)| last + 1);
            let follows = below
                .iter()
                .find(|next| !is_time(&next.text))
                .is_some_and(|next| next.text.chars().any(char::is_alphabetic) || self::mark(&next.text).is_some());
            let known = closed || self.headed;
            let within = self.headed || (closed && self.front.items.len() > 1) || opens(below) || opens_series(below);
            let skips = closed && self.headed && self.alone.is_empty() && number > waiting && number <= waiting + JUMP;
            if (number != waiting && !skips) || !known || !follows || !within {
                return false;
            }
            if number != waiting {
                self.front.skipped.push((waiting - 1, number, line.number));
            }
            self.alone.push((number, line.number));
            self.start(line.number);
            return true;
        }
        if !rest.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit() || "\"'“‘*(£".contains(first))
            || is_month(rest)
        {
            return false;
        }
        if let Some(letter) = letter
            && self.expected == number + 1
            && let Some(item) = self.front.items.last_mut()
        {
            let (title, pages) = title_and_pages(line, rest);
            let place = item.items.len();
            let wanted = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('a') + place));
            if wanted == Some(letter) && place < 26 {
                let mut part = Item::new(None, certain(title, line));
                part.pages = pages;
                item.items.push(part);
                self.titling = true;
                return true;
            }
            return false;
        }
        if letter.is_none() && self.deeper(line, number, rest) {
            return true;
        }
        let known = self.headed || self.front.items.len() > 2;
        // The first of a column that was read too early, or the one that it was read before.
        let short = self.headed && line.text.len() < 100 && !line.text.ends_with(['.', ';', ',']);
        let early = short && line.apart() && number > self.expected && number <= self.expected + 3;
        let late = short && self.front.skipped.iter().any(|(before, after, _)| (before + 1..*after).contains(&number));
        let late =
            late && !self.front.items.iter().any(|item| item.number.as_deref() == Some(number.to_string().as_str()));
        let near = number == self.expected
            || (closed && known && number > self.expected && number <= self.expected + 9)
            || early
            || late;
        let marked = closed || spaced || number == self.expected || early || late;
        if !near || !marked || (!self.headed && self.front.items.is_empty() && !usual(rest) && !opens_series(below)) {
            return false;
        }
        if self.mode == Mode::People
            && ["councillor", "cllr"].iter().any(|title| rest.to_lowercase().starts_with(title))
        {
            return false;
        }
        if number > self.expected {
            self.front.skipped.push((self.expected - 1, number, line.number));
        }
        let (title, pages) = title_and_pages(line, rest);
        let shown = letter.map_or(number.to_string(), |letter| format!("{number}{letter}"));
        self.add(shown, title, pages, line, if number > self.expected { Sure::Likely } else { Sure::Certain });
        true
    }

    /// Adds a part of the last item: a list of its own, numbered from 1, that stands further in.
    fn deeper(&mut self, line: &Line, number: u32, rest: &str) -> bool {
        let indent = line.indent();
        let Some(item) = self.front.items.last_mut().filter(|_| self.mode == Mode::Items) else { return false };
        let next = u32::try_from(item.items.len()).is_ok_and(|parts| number == parts + 1 && number <= 26);
        if !next || indent < self.indent + DEEPER || !item.under.is_empty() || (number != 1 && item.items.is_empty()) {
            return false;
        }
        let (title, pages) = title_and_pages(line, rest);
        let mut part = Item::new(None, certain(title, line));
        part.pages = pages;
        item.items.push(part);
        self.titling = true;
        true
    }

    fn lettered(&mut self, line: &Line, letter: &str, rest: &str) -> bool {
        if self.mode != Mode::Items || rest.is_empty() || rest.ends_with([';', ',']) {
            return false;
        }
        let Some(item) = self.front.items.last_mut() else { return false };
        let place = item.items.len();
        let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
        let by_itself = title_and_pages(line, rest).1.is_some() || (line.apart() && rest.split(' ').count() <= 12);
        // Within a sentence a list is of what is to be done.
        if explains(&rest.to_lowercase()) && !item.under.is_empty() {
            return false;
        }
        let alphabet = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('a') + place));
        let expected = alphabet.is_some_and(|wanted| letter == wanted.to_string())
            || roman.get(place).is_some_and(|wanted| *wanted == letter);
        // Below sentences a list is a part of them.
        if !expected
            || place >= 26
            || !rest.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
            || (place == 0 && (rest.ends_with('.') || !(item.under.is_empty() || by_itself)))
        {
            return false;
        }
        let (title, pages) = title_and_pages(line, rest);
        let mut part = Item::new(None, certain(title, line));
        part.pages = pages;
        item.items.push(part);
        self.titling = true;
        true
    }

    pub(super) fn start(&mut self, line: usize) {
        self.front.at = self.front.at.or(Some(line));
        self.mode = Mode::Items;
    }

    fn add(&mut self, number: String, title: String, pages: Option<String>, line: &Line, sure: Sure) {
        self.start(line.number);
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        self.expected = self.expected.max(digits.parse::<u32>().unwrap_or(0).saturating_add(1));
        let (title, under) = sentence_off(title);
        let mut item = Item::new(Some(number), Found::new(title, line.number, sure));
        (item.pages, item.under) = (pages, under);
        self.indent = line.indent();
        let private = paragraphs(&line.text);
        let exempt = line.folded.contains("exempt") || line.folded.contains("schedule 12a");
        if let Some(why) = self.closed.as_ref().filter(|_| !is_next_meeting(&item.title.value)) {
            (item.closed, item.private) = (true, why.clone());
        }
        if exempt && !private.is_empty() {
            (item.closed, item.private) = (true, private);
        }
        self.titling = item.under.is_empty();
        self.front.items.push(item);
    }
}

/// A title without the sentence that was run on to it: "Apologies: To receive apologies."
fn sentence_off(title: String) -> (String, String) {
    let lower = title.to_ascii_lowercase();
    let marks = [": to ", " - to ", " – to ", ". to "];
    let found = marks.iter().filter_map(|mark| lower.find(mark).map(|at| (at, mark.len() - "to ".len()))).min();
    let Some((at, length)) = found.filter(|(at, length)| explains(lower.get(at + length..).unwrap_or_default())) else {
        return (title, String::new());
    };
    match (title.get(..at), title.get(at + length..)) {
        (Some(head), Some(rest)) if head.len() > 3 => (head.trim().to_owned(), rest.trim().to_owned()),
        _ => (title, String::new()),
    }
}

/// When the next meeting is can be said to everybody.
fn is_next_meeting(title: &str) -> bool {
    let lower = title.to_lowercase();
    lower.contains("next meeting") || lower.contains("future meeting")
}

#[cfg(test)]
mod tests {
    use super::super::front::front;
    use super::super::lines::lines;
    use super::super::titles::Capitals;
    use super::*;

    fn items(text: &str) -> String {
        let all = lines(text);
        let front = front(&all, &Capitals::default());
        let show = |item: &Item| {
            let parts: Vec<&str> = item.items.iter().map(|part| part.title.value.as_str()).collect();
            let parts = if parts.is_empty() { String::new() } else { format!(" [{}]", parts.join("; ")) };
            let closed = if item.closed { format!(" closed {:?}", item.private) } else { String::new() };
            let pages = item.pages.as_ref().map(|pages| format!(" p{pages}")).unwrap_or_default();
            format!("{} {}{parts}{pages}{closed}", item.number.as_deref().unwrap_or("-"), item.title.value)
        };
        front.items.iter().map(show).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn items_begin_in_every_way() {
        for (text, wanted) in [
            (
                "AGENDA\n1. Apologies: To receive apologies.\n2. Minutes - to approve those of May\n3. Swings: the next steps\n",
                "1 Apologies|2 Minutes|3 Swings: the next steps",
            ),
            (
                "AGENDA\n  1. Apologies\n  2. Works\n    1. Paths\n    2. Walls\n  3. Money\n    1. Bills\n",
                "1 Apologies|2 Works [Paths; Walls]|3 Money [Bills]",
            ),
            (
                "AGENDA\n\n1 Apologies\n2 Minutes\n\n4 Swings\n5 Paths\n\n3 Money\n\n6 Land\n",
                "1 Apologies|2 Minutes|3 Money|4 Swings|5 Paths|6 Land",
            ),
            (
                "AGENDA\n1 Money\na) To approve the payments\nb) To note the balance\n2 Land\n",
                "1 Money [To approve the payments; To note the balance]|2 Land",
            ),
            ("AGENDA\n1.\nApologies\n2.\nMinutes\n5.\nMoney\n", "1 Apologies|2 Minutes|5 Money"),
            (
                "Any Board\n1. FILMING\nThis may be filmed.\n2. WELCOME\n3. APOLOGIES\n4. MINUTES (PAGES 1 - 8)\n",
                "1 Filming|2 Welcome|3 Apologies|4 Minutes p1 - 8",
            ),
            (
                "AGENDA\n1. Apologies\n2. Swings\nPART II - PRIVATE\nThe public may be excluded under paragraphs 1 and 2 of Schedule 12A.\n3. Licence\n4. Date of next meeting\n",
                "1 Apologies|2 Swings|3 Licence closed [1, 2]|4 Date of next meeting",
            ),
            (
                "AGENDA\n1. Apologies\n2. Minutes\nTo sign the minutes of 1 May\n2026. (Pages 3 - 9)\n",
                "1 Apologies|2 Minutes p3 - 9",
            ),
        ] {
            assert_eq!(items(text), wanted, "{text}");
        }
    }
}
