//! The agenda in front of a pack: its items, and the lines around them.

use std::ops::ControlFlow;

use super::found::Sure;
use super::grid::is_time;
use super::item::{Item, Mark, mark, pages_alone, paragraphs, title_and_pages};
use super::lines::Line;
use super::listed::listed;
use super::people::{Block, List, heading};
use super::seats;
use super::signs::{begins_anew, continues, is_agenda, is_column_head, is_exclusion, is_part, leaves_people};
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
        indent: 0,
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
    in_order(&mut front);
    front
}

/// Puts items that came late, from a column that was read too late, in their places.
fn in_order(front: &mut Front<'_>) {
    let number = |item: &Item| item.number.as_ref().and_then(|number| number.parse::<u32>().ok());
    let numbers: Option<Vec<u32>> = front.items.iter().map(number).collect();
    let Some(numbers) = numbers.filter(|numbers| !numbers.is_sorted()) else { return };
    front.items.sort_by_key(|item| number(item).unwrap_or(0));
    front.skipped.retain(|(before, after, _)| (before + 1..*after).any(|number| !numbers.contains(&number)));
}

/// What the reader is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Head,
    Items,
    /// Below the heading of a part, before its first item.
    Part,
    People,
}

pub(super) struct Reader<'a> {
    pub(super) front: Front<'a>,
    pub(super) mode: Mode,
    /// The number that the next item should have.
    pub(super) expected: u32,
    /// Whether items from here on are without the public, and why.
    pub(super) closed: Option<Vec<u32>>,
    /// Whether "AGENDA" was seen.
    pub(super) headed: bool,
    /// Whether the next line may belong to the title.
    pub(super) titling: bool,
    /// Numbers that stood alone and wait for their titles.
    pub(super) alone: Vec<(u32, usize)>,
    /// Whether several numbers stood before their titles.
    pub(super) parted: bool,
    /// How far in the last item stands, in characters.
    pub(super) indent: usize,
    /// The number with which the agenda may begin: 1, but for a supplement.
    pub(super) first: u32,
}

impl<'a> Reader<'a> {
    fn line(&mut self, line: &'a Line, below: &'a [Line]) -> ControlFlow<()> {
        if line.text.is_empty() {
            return ControlFlow::Continue(());
        }
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
        if is_column_head(word)
            || (is_time(&line.text)
                && !(self.front.items.is_empty() && self.alone.is_empty())
                && self.mode == Mode::Items)
        {
            return ControlFlow::Continue(());
        }
        if self.table_of_members(line, below) {
            return ControlFlow::Continue(());
        }
        if let Some((list, rest)) = heading(line).filter(|_| !self.item_waits() && !self.absent()) {
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
            Mode::Part => self.of_part(line),
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

    /// The heads of a table of members, which belong to its list.
    fn table_of_members(&mut self, line: &'a Line, below: &[Line]) -> bool {
        if self.mode == Mode::Items && !self.front.items.is_empty() {
            return false;
        }
        let open = self.front.blocks.last_mut().filter(|_| self.mode == Mode::People);
        if let Some(block) = open {
            let goes_on = seats::goes_on(block, line) || (block.lines.is_empty() && seats::begins(line, below));
            if goes_on {
                block.lines.push(line);
            }
            return goes_on;
        }
        if seats::begins(line, below) {
            self.mode = Mode::People;
            self.front.blocks.push(Block { list: List::Members, line: line.number, inline: "", lines: vec![line] });
            return true;
        }
        false
    }

    /// Whether names here are of those who sent apologies.
    fn absent(&self) -> bool {
        let apologies = |item: &Item| item.title.value.to_lowercase().contains("apolog");
        self.mode == Mode::Items && self.front.items.last().is_some_and(apologies)
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
        let closed = words.iter().any(|word| text.contains(word));
        if !closed && !(part && (text.contains("public") || text.contains("open") || is_part(text))) {
            return false;
        }
        self.closed = closed.then(|| paragraphs(text));
        (self.mode, self.titling) = (Mode::Part, false);
        true
    }

    /// A line between the heading of a part and its first item: why the public is out.
    fn of_part(&mut self, line: &'a Line) {
        let found = paragraphs(&line.text);
        if let Some(closed) = &mut self.closed {
            closed.extend(found.into_iter().filter(|paragraph| !closed.contains(paragraph)).collect::<Vec<_>>());
        }
        self.front.under.push(line);
    }

    /// A line below an item's first.
    fn under(&mut self, line: &'a Line, below: &[Line]) {
        let Some(item) = self.front.items.last_mut() else { return };
        let has_part = !item.items.is_empty();
        let place = if has_part { item.items.last_mut() } else { Some(item) };
        let Some(place) = place else { return };
        if let Some(pages) = pages_alone(&line.text).filter(|_| !self.titling || line.text.len() > 1) {
            if let Some(title) =
                ["(pages", "(page", "[pages", "[page"].iter().find_map(|word| place.title.value.strip_suffix(word))
            {
                place.title.value = title.trim_end().to_owned();
            }
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
        if place.pages.is_none() && (line.folded.contains("(page") || line.folded.contains("[page")) {
            place.pages = title_and_pages(line, &line.text).1;
        }
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
        if ["revert to open", "return to open", "readmitted", "re-admitted"]
            .iter()
            .any(|words| line.folded.contains(words))
        {
            self.closed = None;
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
