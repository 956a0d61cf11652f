//! What was said and decided, found by its words in the minutes of many meetings.

use chrono::NaiveDate;
use serde::Serialize;

use crate::meeting::state::{Item, State};
use crate::minutes::block::{Block, Cell, Part, Run, Table, plain};
use crate::minutes::document::{cited, item_blocks, items_in_order, minute_number, minutes, title};
use crate::minutes::paper;
use crate::minutes::sheet::Sheet;
use crate::minutes::style::Style;
use crate::text::fold;

/// The name of the format of the data. It gets another number when something is taken out of it or changes its meaning.
const FORMAT: &str = "quorate-find-1";
const TITLE: &str = "Found in the minutes";
const COLUMNS: [&str; 6] = ["BODY", "MEETING", "MINUTE", "ITEM", "KIND", "TEXT"];

/// Words that are looked for. All must be in one paragraph, in any order, each at the beginning of a word: `hunt` finds
/// hunting. What stands in quotation marks is looked for as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    beginnings: Vec<String>,
    phrases: Vec<String>,
}

impl Query {
    /// Reads what was typed; nothing where no letter or figure is in it.
    pub fn read(typed: &str) -> Option<Self> {
        let mut query = Self { beginnings: Vec::new(), phrases: Vec::new() };
        // Folding makes one kind of quotation mark of all.
        for (place, part) in fold(typed).split('"').enumerate() {
            if place % 2 == 1 {
                let phrase = part.split_whitespace().collect::<Vec<_>>().join(" ");
                query.phrases.extend((!phrase.is_empty()).then_some(phrase));
            } else {
                query.beginnings.extend(words(part).map(str::to_owned));
            }
        }
        (!query.beginnings.is_empty() || !query.phrases.is_empty()).then_some(query)
    }

    /// Whether all that is looked for is in a paragraph.
    pub fn is_in(&self, paragraph: &str) -> bool {
        let folded = fold(paragraph);
        let spaced = || folded.split_whitespace().collect::<Vec<_>>().join(" ");
        self.beginnings.iter().all(|wanted| words(&folded).any(|word| word.starts_with(wanted)))
            && (self.phrases.is_empty() || self.phrases.iter().all(|phrase| spaced().contains(phrase)))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// What a paragraph that was found is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The title of an item.
    Title,
    /// What was said, or how the business went.
    Said,
    /// What was decided.
    Decided,
}

impl Kind {
    const fn shown(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Said => "said",
            Self::Decided => "decided",
        }
    }
}

/// A paragraph that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// The body's name.
    pub body: String,
    /// The day of the meeting.
    pub meeting: NaiveDate,
    /// Where it stands in the minutes, as they cite it: "11(3)".
    pub minute: String,
    /// The title of the item.
    pub item: String,
    /// What it is.
    pub kind: Kind,
    /// Its words, as the minutes print them.
    pub text: String,
}

/// What is found in the minutes of a meeting, as they print and in their order; decisions alone where `decided`. The title
/// of its item counts as words of a decision.
pub fn find(state: &State, style: &Style, query: &Query, decided: bool) -> Vec<Found> {
    let mut of_items: Vec<(Block, Place)> = items_in_order(state, style)
        .into_iter()
        .flat_map(|item| {
            let place = Place::of(state, style, item);
            item_blocks(state, style, &item.agenda.id).map(move |block| (block, place.clone()))
        })
        .collect();
    let mut found: Vec<Found> = Vec::new();
    for block in minutes(state, style) {
        let texts = texts(&block.part).into_iter().filter(|(kind, _)| !decided || *kind == Kind::Decided);
        let all: Vec<(Kind, String)> = texts.collect();
        if all.is_empty() || !decided && !all.iter().any(|(_, text)| query.is_in(text)) {
            continue;
        }
        // The head of the minutes and what stands at their end are of no item.
        let place = of_items.iter().position(|(other, _)| *other == block).map(|at| of_items.remove(at).1);
        let Place { minute, item } = place.unwrap_or_default();
        let minute = block.fact.and_then(|fact| cited(state, style, fact)).unwrap_or(minute);
        let of = |text: &str| if decided { format!("{item} {text}") } else { text.to_owned() };
        for (kind, text) in all.into_iter().filter(|(_, text)| query.is_in(&of(text))) {
            if !is_repeated(&found, &block.part, &text) {
                let (body, meeting) = (state.body().name.clone(), state.agenda().date);
                found.push(Found { body, meeting, minute: minute.clone(), item: item.clone(), kind, text });
            }
        }
    }
    found
}

/// Where a paragraph stands.
#[derive(Clone, Default)]
struct Place {
    minute: String,
    item: String,
}

impl Place {
    fn of(state: &State, style: &Style, item: &Item) -> Self {
        let minute = minute_number(state, style, item);
        Self { minute: minute.trim_end_matches('.').to_owned(), item: title(state, style, item) }
    }
}

/// Whether a row of a table only says again what was found above: tables at the end sum up the minutes.
fn is_repeated(found: &[Found], part: &Part, row: &str) -> bool {
    let row = fold(row);
    matches!(part, Part::Table(_)) && found.iter().any(|one| row.contains(fold(&one.text).trim_end_matches('.')))
}

/// The paragraphs of a block. A table has one for each row.
fn texts(part: &Part) -> Vec<(Kind, String)> {
    match part {
        Part::Heading { text, .. } => vec![(Kind::Title, text.clone())],
        Part::Decision { line, taken: true } => vec![(Kind::Decided, plain(line))],
        Part::Decision { line, taken: false }
        | Part::Paragraph(line)
        | Part::ListItem { line, .. }
        | Part::Bullet(line)
        | Part::Quote(line)
        | Part::ToWriteUp { line, .. }
        | Part::Times(line) => vec![(Kind::Said, plain(line))],
        Part::Attendance { label, lines } => {
            lines.iter().map(|line| (Kind::Said, format!("{label} {}", plain(line)))).collect()
        }
        Part::Table(table) => table.rows.iter().map(|row| (Kind::Said, row_text(row))).collect(),
        Part::Title(lines) => lines.iter().map(|line| (Kind::Title, line.clone())).collect(),
        Part::Notice(_) | Part::DecisionHeading(_) | Part::Subheading(_) | Part::Signature(_) => Vec::new(),
    }
}

fn row_text(row: &[Cell]) -> String {
    let cells = row.iter().map(|cell| cell.iter().map(|line| plain(line)).collect::<Vec<_>>().join(" "));
    cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" | ")
}

/// What is true of the whole paper.
pub fn sheet(style: &Style) -> Sheet {
    let (language, foot) = (style.language.clone(), paper::foot(style));
    Sheet { title: TITLE.to_owned(), language, head: TITLE.to_owned(), foot, ..Sheet::default() }
}

/// What was found, meeting by meeting, the newest first; one table, where it is for spreadsheets.
pub fn blocks(found: &[Found], table: bool, style: &Style) -> Vec<Block> {
    if table {
        let rows = found.iter().map(|one| {
            let day = one.meeting.to_string();
            [&one.body, &day, &one.minute, &one.item, one.kind.shown(), &one.text].map(cell).to_vec()
        });
        let columns = COLUMNS.map(str::to_owned).to_vec();
        return vec![Block::of(Part::Table(Table { name: TITLE.to_owned(), columns, rows: rows.collect() }))];
    }
    let mut parts = Vec::new();
    for meeting in found.chunk_by(|a, b| (&a.body, a.meeting) == (&b.body, b.meeting)) {
        let Some(first) = meeting.first() else { continue };
        let day = style.date.show(first.meeting, &style.words);
        parts.push(Part::Heading { level: 1, number: String::new(), text: format!("{}, {day}", first.body) });
        parts.extend(meeting.iter().map(|one| Part::ListItem {
            marker: one.minute.clone(),
            line: match one.kind {
                Kind::Title => vec![Run::plain(one.text.clone())],
                Kind::Said | Kind::Decided if one.item.is_empty() => vec![Run::plain(one.text.clone())],
                Kind::Said | Kind::Decided => vec![Run::plain(format!("{}: {}", one.item, one.text))],
            },
        }));
    }
    parts.into_iter().map(Block::of).collect()
}

fn cell(text: impl Into<String>) -> Cell {
    vec![vec![Run::plain(text)]]
}

/// The newest meetings first; those of one day by body. What one meeting has keeps its order.
pub fn in_order(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by(|a, b| b.meeting.cmp(&a.meeting).then_with(|| a.body.cmp(&b.body)));
    found
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    found: &'a [Found],
}

/// What was found as JSON with an end of line.
pub fn to_json(found: &[Found]) -> Vec<u8> {
    // Every key is a string and every value can be said in JSON.
    let mut bytes = serde_json::to_vec_pretty(&Document { format: FORMAT, found }).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_beginnings_in_any_order() {
        for (typed, text, wanted) in [
            ("hunt", "about hunting with hounds", true),
            ("hounds hunt", "about hunting with hounds", true),
            ("unting", "about hunting with hounds", false),
            ("HUNT foxes", "about hunting with hounds", false),
            ("\"with hounds\"", "hunting with  hounds", true),
            ("“with hounds”", "hunting with hounds", true),
            ("\"hounds with\"", "hunting with hounds", false),
            ("Llyr", "Cyngor Llŷr", true),
            ("2023/24", "the precept for 2023/24", true),
            ("o'dee", "Councillor O’Dee", true),
        ] {
            assert_eq!(Query::read(typed).unwrap().is_in(text), wanted, "{typed}: {text}");
        }
        for nothing in ["", "  ", "\"\"", "–", "\" \""] {
            assert_eq!(Query::read(nothing), None, "{nothing}");
        }
    }
}
