//! The agenda in front of a pack: its items, and the lines around them.

use std::ops::ControlFlow;

use super::found::{Found, Sure};
use super::grid::is_time;
use super::item::{Item, Mark, certain, explains, mark, pages_alone, paragraphs, title_and_pages};
use super::lines::Line;
use super::listed::listed;
use super::people::{Block, List, heading};
use super::signs::{
    begins_anew, continues, is_agenda, is_column_head, is_exclusion, is_month, leaves_people, opens, usual,
};
use super::supplement::is_supplement;
use super::titles::Capitals;

/// The most items that are read.
const MOST: usize = 300;

/// What the front of a pack holds.
#[derive(Debug, Default)]
pub(super) struct Front<'a> {
    pub(super) items: Vec<Item>,
    /// Lists of people, unread.
    pub(super) blocks: Vec<Block<'a>>,
    /// Lines that belong to neither.
    pub(super) rest: Vec<&'a Line>,
    /// Lines below the titles of items.
    pub(super) under: Vec<&'a Line>,
    /// Where "AGENDA" stands, or else the first item.
    pub(super) at: Option<usize>,
    /// Where a second agenda begins.
    pub(super) second: Option<usize>,
    /// Whether that is a supplement to this one.
    pub(super) supplemented: bool,
    /// Numbers that were skipped: the last before and the first after, and where.
    pub(super) skipped: Vec<(u32, u32, usize)>,
    /// Page ranges that stand apart from the items, and where the first does.
    pub(super) stray: Option<(usize, usize)>,
}

/// Reads the front of a pack.
pub(super) fn front<'a>(lines: &'a [Line], capitals: &Capitals) -> Front<'a> {
    let mut reader = Reader {
        front: Front::default(),
        mode: Mode::Head,
        expected: 1,
        closed: None,
        headed: false,
        titling: false,
        alone: Vec::new(),
        parted: false,
        first: 1,
    };
    for (at, line) in lines.iter().enumerate() {
        let below = lines.get(at + 1..).unwrap_or_default();
        if reader.line(line, below).is_break() || reader.front.items.len() >= MOST {
            break;
        }
    }
    let mut front = reader.front;
    if front.items.is_empty()
        && let Some(at) = front.at
    {
        // Without numbers every line below the heading was left over.
        let place = front.rest.partition_point(|line| line.number <= at);
        front.items = listed(front.rest.get(place..).unwrap_or_default());
        if !front.items.is_empty() {
            front.under = front.rest.split_off(place);
        }
    }
    for item in &mut front.items {
        finish(item, capitals);
    }
    front
}

/// What the reader is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Head,
    Items,
    People,
}

struct Reader<'a> {
    front: Front<'a>,
    mode: Mode,
    /// The number that the next item should have.
    expected: u32,
    /// Whether items from here on are without the public, and why.
    closed: Option<Vec<u32>>,
    /// Whether "AGENDA" was seen.
    headed: bool,
    /// Whether the next line may belong to the title.
    titling: bool,
    /// Numbers that stood alone and wait for their titles.
    alone: Vec<(u32, usize)>,
    /// Whether several numbers stood before their titles.
    parted: bool,
    /// The number with which the agenda may begin: 1, but for a supplement.
    first: u32,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a Line, below: &'a [Line]) -> ControlFlow<()> {
        let word = line.folded.trim_matches(|letter: char| !letter.is_alphanumeric());
        if is_supplement(word) {
            if !self.front.items.is_empty() {
                self.front.second = Some(line.number);
                self.front.supplemented = true;
                return ControlFlow::Break(());
            }
            let numbers = below.iter().take(30).find_map(|line| match mark(&line.text) {
                Some(Mark::Number { number, closed: true, .. }) => Some(number),
                _ => None,
            });
            self.first = numbers.unwrap_or(1);
            self.anew(line);
            self.front.rest.push(line);
            return ControlFlow::Continue(());
        }
        if is_agenda(word) {
            if !self.front.items.is_empty() && self.headed {
                if begins_anew(below) {
                    self.front.second = Some(line.number);
                    return ControlFlow::Break(());
                }
                return ControlFlow::Continue(());
            }
            // Below the heading of a supplement "Agenda" may stand once more.
            self.anew(line);
            return ControlFlow::Continue(());
        }
        if is_column_head(word) || (is_time(&line.text) && !self.front.items.is_empty() && self.mode == Mode::Items) {
            return ControlFlow::Continue(());
        }
        if let Some((list, rest)) = heading(line).filter(|_| !self.item_waits()) {
            let waiting = self
                .front
                .blocks
                .last_mut()
                .filter(|block| self.mode == Mode::People && block.inline.is_empty() && block.lines.is_empty());
            // "Substitutes", and below it "Councillors: A Smith and B Jones".
            if let (Some(block), List::Members, false) = (waiting, list, rest.is_empty()) {
                block.inline = rest;
                block.line = line.number;
                return ControlFlow::Continue(());
            }
            self.mode = Mode::People;
            self.front.blocks.push(Block { list, line: line.number, inline: rest, lines: Vec::new() });
            return ControlFlow::Continue(());
        }
        if self.part(line) {
            return ControlFlow::Continue(());
        }
        if self.begins(line, below) {
            return ControlFlow::Continue(());
        }
        match self.mode {
            Mode::Items if !self.front.items.is_empty() => self.under(line, below),
            Mode::People if leaves_people(line) => {
                self.mode = if self.headed { Mode::Items } else { Mode::Head };
                self.front.rest.push(line);
            }
            Mode::People => {
                if let Some(block) = self.front.blocks.last_mut() {
                    block.lines.push(line);
                }
            }
            Mode::Items | Mode::Head => self.front.rest.push(line),
        }
        ControlFlow::Continue(())
    }

    /// Begins an agenda at its heading.
    fn anew(&mut self, line: &Line) {
        self.front.items.clear();
        (self.headed, self.expected, self.mode) = (true, self.first, Mode::Items);
        self.front.at = Some(line.number);
        self.titling = false;
    }

    /// Whether a number stood alone, whose title the next line is.
    fn item_waits(&self) -> bool {
        !self.alone.is_empty()
    }

    /// "PART 2 – EXEMPT", after which the public is out.
    fn part(&mut self, line: &Line) -> bool {
        let text = line.folded.as_str();
        let words = [
            "exempt",
            "private",
            "confidential",
            "closed session",
            "press and public excluded",
            "not open to the public",
        ];
        let heading = text.len() < 120 && mark(&line.text).is_none() && !text.ends_with('.');
        let part = ["part ", "section "].iter().any(|word| text.starts_with(word));
        let items = [
            "exempt items",
            "private items",
            "confidential items",
            "exempt business",
            "items containing exempt",
            "exempt session",
            "private session",
        ]
        .iter()
        .any(|words| text.starts_with(words));
        if !heading || !(part || items) || self.front.items.is_empty() && !self.headed {
            return false;
        }
        if words.iter().any(|word| text.contains(word)) {
            self.closed = Some(paragraphs(text));
            return true;
        }
        if part && (text.contains("public") || text.contains("open")) {
            self.closed = None;
            return true;
        }
        false
    }

    /// Whether a line begins an item, which is then added.
    fn begins(&mut self, line: &Line, below: &[Line]) -> bool {
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
                .first()
                .is_some_and(|next| next.text.chars().any(char::is_alphabetic) || self::mark(&next.text).is_some());
            let known = closed || self.headed;
            let within = self.headed || (closed && self.front.items.len() > 1) || opens(below);
            if number != waiting || !known || !follows || !within {
                return false;
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
        let near =
            number == self.expected || (closed && self.headed && number > self.expected && number <= self.expected + 9);
        let marked = closed || spaced || number == self.expected;
        if !near || !marked || (!self.headed && self.front.items.is_empty() && !usual(rest)) {
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

    fn lettered(&mut self, line: &Line, letter: &str, rest: &str) -> bool {
        if self.mode != Mode::Items
            || explains(&rest.to_lowercase())
            || rest.is_empty()
            || rest.ends_with(['.', ';', ','])
        {
            return false;
        }
        let Some(item) = self.front.items.last_mut() else { return false };
        let place = item.items.len();
        let roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
        let alphabet = u32::try_from(place).ok().and_then(|place| char::from_u32(u32::from('a') + place));
        let expected = alphabet.is_some_and(|wanted| letter == wanted.to_string())
            || roman.get(place).is_some_and(|wanted| *wanted == letter);
        // Below sentences a list is a part of them.
        if !expected
            || place >= 26
            || !rest.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
            || (!item.under.is_empty() && place == 0)
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

    fn start(&mut self, line: usize) {
        self.front.at = self.front.at.or(Some(line));
        self.mode = Mode::Items;
    }

    fn add(&mut self, number: String, title: String, pages: Option<String>, line: &Line, sure: Sure) {
        self.start(line.number);
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        self.expected = digits.parse::<u32>().unwrap_or(0).saturating_add(1);
        let mut item = Item::new(Some(number), Found::new(title, line.number, sure));
        item.pages = pages;
        let private = paragraphs(&line.text);
        let exempt = line.folded.contains("exempt") || line.folded.contains("schedule 12a");
        if let Some(why) = &self.closed {
            (item.closed, item.private) = (true, why.clone());
        }
        if exempt && !private.is_empty() {
            (item.closed, item.private) = (true, private);
        }
        self.front.items.push(item);
        self.titling = true;
    }

    /// A line below an item's first.
    fn under(&mut self, line: &'a Line, below: &[Line]) {
        let Some(item) = self.front.items.last_mut() else { return };
        let has_part = !item.items.is_empty();
        let place = if has_part { item.items.last_mut() } else { Some(item) };
        let Some(place) = place else { return };
        if let Some(pages) = pages_alone(&line.text).filter(|_| !self.titling || line.text.len() > 1) {
            match &mut place.pages {
                none @ None if place.title.sure != Sure::Unsure => *none = pages,
                // Where titles stand apart from their numbers, pages may be anybody's.
                _ => {
                    let (count, at) = self.front.stray.unwrap_or((0, line.number));
                    self.front.stray = Some((count + 1, at));
                }
            }
            return;
        }
        if self.titling && continues(&place.title.value, line, below) {
            let (more, pages) = title_and_pages(line, &line.text);
            place.title.value = format!("{} {more}", place.title.value);
            place.pages = place.pages.take().or(pages);
            return;
        }
        self.titling = false;
        if has_part {
            return;
        }
        let Some(item) = self.front.items.last_mut() else { return };
        let more = item.under.len() < 8_000;
        if more {
            if !item.under.is_empty() {
                item.under.push(if line.apart() { '\n' } else { ' ' });
            }
            item.under.push_str(&line.text);
        }
        self.front.under.push(line);
        if !more {
            return;
        }
        let says_exempt = ["exempt", "schedule 12a", "exclude the public", "excluded from the meeting"]
            .iter()
            .any(|words| item.under.to_lowercase().contains(words));
        if says_exempt {
            let found = paragraphs(&item.under);
            if is_exclusion(&item.title.value) {
                self.closed = Some(found);
            } else if !found.is_empty() {
                (item.closed, item.private) = (true, found);
            }
        } else if is_exclusion(&item.title.value) && self.closed.is_none() {
            self.closed = Some(Vec::new());
        }
    }
}

fn finish(item: &mut Item, capitals: &Capitals) {
    let title = capitals.title(&item.title.value);
    if title != item.title.value {
        item.title.sure = item.title.sure.max(Sure::Likely);
    }
    item.title.value = title;
    for part in &mut item.items {
        finish(part, capitals);
    }
}

impl List {
    /// Whether those on it have seats.
    pub(super) fn seated(self) -> bool {
        matches!(self, Self::Members | Self::Independents)
    }
}
